//! The address of the view.

use crate::browser::files;
use crate::markup::tags::{button, div, input, label, link_out};
use crate::markup::{Action, Copied, Node, Share};
use crate::picture::qr;
use crate::state::Sharing;

use super::body::{copyable, sentence};
use super::what::What;

/// The id of the field whose value the QR code says.
pub(super) const ENCODED: &str = "share-encoded";

pub(super) fn panel(what: &What, sharing: &Sharing) -> Vec<Node> {
    let words = what.words;
    let url = what.url();
    if url.is_empty() {
        return vec![sentence(what, words.no_address), code(what, sharing, "")];
    }
    let open = link_out(&url).class("share-button").attr("target", "_blank").text(words.open_view);
    let mut row = div().class("share-row").with(open);
    if files::can_share() {
        row = row.with(button(Action::Share(Share::Via)).class("share-button").text(words.share_via));
    }
    let field = copyable(what, sharing, Copied::Address, &url);
    vec![sentence(what, words.link_lead), field, row.into(), code(what, sharing, &url)]
}

/// The QR code of the view, or of whatever address is put in its place.
fn code(what: &What, sharing: &Sharing, url: &str) -> Node {
    const SIDE: f64 = 192.0;
    let words = what.words;
    let encoded = sharing.encoded.as_deref().unwrap_or(url);
    let field = input()
        .attr("type", "url")
        .attr("id", ENCODED)
        .value(encoded.to_owned())
        .does("change", Action::Share(Share::Encode));
    let field = div().class("field").with(label().attr("for", ENCODED).text(words.qr_code)).with(field);
    let drawn = Some(encoded).filter(|it| !it.is_empty()).map(|encoded| {
        let name = format!("{}: {encoded}", words.qr_code);
        qr(encoded, (0.0, 0.0), SIDE).map_or_else(
            || sentence(what, words.too_long_for_code),
            |drawn| drawn.attr("role", "img").attr("aria-label", name).into(),
        )
    });
    div().class("fields").with(field).with_all(drawn.into_iter().collect()).into()
}
