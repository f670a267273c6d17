//! The address of the view.

use crate::browser::files;
use crate::markup::tags::{button, div, link_out};
use crate::markup::{Action, Copied, Node, Share};
use crate::state::Sharing;

use super::body::{copyable, sentence};
use super::what::What;

pub(super) fn panel(what: &What, sharing: &Sharing) -> Vec<Node> {
    let words = what.words;
    let url = what.url();
    let open = link_out(&url).class("share-button").attr("target", "_blank").text(words.open_view);
    let mut row = div().class("share-row").with(open);
    if files::can_share() {
        row = row.with(button(Action::Share(Share::Via)).class("share-button").text(words.share_via));
    }
    vec![sentence(what, words.link_lead), copyable(what, sharing, Copied::Address, &url), row.into()]
}
