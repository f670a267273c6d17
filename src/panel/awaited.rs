//! What stands where the extras tell something, before they are here and where they did not arrive.

use crate::markup::tags::{button, div, p};
use crate::markup::{Action, Node};
use crate::state::{Delivery, Extras};
use crate::text::{Reader, typeset};

/// What the extras tell, once they are here.
pub fn told_by(reader: Reader<'_>, delivery: Delivery, tell: impl FnOnce(&Extras) -> Vec<Node>) -> Vec<Node> {
    match delivery {
        Delivery::Here(extras) => tell(extras),
        Delivery::Awaited => vec![p().class("awaited").text(reader.words.awaited).into()],
        Delivery::AwaitedAgain => vec![missing(reader, reader.words.awaited, true)],
        Delivery::Missing => vec![missing(reader, missing_words(reader), false)],
    }
}

/// What a screen reader is told once, wherever on the page something is missing.
#[must_use]
pub fn missing_words(reader: Reader<'_>) -> &'static str {
    if reader.catalog.is_empty() { reader.words.nothing_arrived } else { reader.words.extras_missing }
}

/// The button stays while it is asked again, so that the focus does.
fn missing(reader: Reader<'_>, text: &str, is_asked: bool) -> Node {
    // Without data there is more to be asked for than the extras.
    let action = if reader.catalog.is_empty() { Action::Reload } else { Action::Retry };
    let retry = button(action).class("retry").attr("aria-disabled", is_asked.to_string()).text(reader.words.retry);
    // With a key, or its button would become one of what comes in its place, and keep the focus.
    div().key("missing").class("missing").with(p().text(typeset(reader.lang, text))).with(retry).into()
}
