//! The offer of a newer version of the app.

use crate::markup::Action;
use crate::markup::tags::{button, div, p, span};
use crate::markup::{Element, Node};
use crate::text::Reader;

/// What is there for as long as the page is, so that a screen reader is told when there is something in it.
#[must_use]
pub fn newer(reader: Reader<'_>, is_offered: bool) -> Node {
    let place = div().class("newer").attr("role", "status");
    if is_offered { offer(place, reader).into() } else { place.into() }
}

fn offer(place: Element, reader: Reader<'_>) -> Element {
    let more = reader.more_words();
    let close = button(Action::Stay).class("close").attr("aria-label", reader.words.close);
    place
        .with(p().text(more.newer_version))
        // Whoever goes to a page gets the newest version that is there: see `public/sw.js`.
        .with(button(Action::Reload).class("take").text(more.take_newer))
        .with(close.with(span().decorative().text("×")))
}
