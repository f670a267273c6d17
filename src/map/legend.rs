//! What the signs of the map mean.

use crate::domain::Lang;
use crate::markup::tags::{details, p, span, summary};
use crate::markup::{Element, Node};
use crate::text::{Words, typeset};

/// The legend, which is closed until somebody opens it.
#[must_use]
pub fn legend(lang: Lang) -> Element {
    let words = Words::of(lang);
    let row = |class: &str, text: &'static str| -> Node {
        p().with(span().class(format!("key {class}")).decorative()).text(typeset(lang, text)).into()
    };
    details().class("legend").with(summary().text(words.legend)).with_all(vec![
        row("host", words.legend_host),
        row("size", words.legend_size),
        row("guest", words.legend_guest),
        row("solid", words.legend_line),
        row("dashed", words.legend_dashed),
    ])
}
