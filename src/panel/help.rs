//! The help on the keyboard.

use crate::markup::tags::{button, dd, dialog, div, dl, dt, h2, input, kbd, label, p, span};
use crate::markup::{Action, Node};

use super::reader::Reader;

/// The id of the dialog, which the page opens.
pub const HELP_ID: &str = "help";

/// The dialog that names the keys; `has_shortcut` says whether the question mark opens it.
#[must_use]
pub fn help(reader: Reader<'_>, has_shortcut: bool) -> Node {
    let (words, more) = (reader.words, reader.more_words());
    let row = |&(keys, what): &(&[&str], &str)| -> Node {
        let mut names = dt();
        for (index, key) in keys.iter().enumerate() {
            names = names.text(if index > 0 { " " } else { "" }).with(kbd().text(*key));
        }
        div().with(names).with(dd().text(what)).into()
    };
    let part = |title: &str, rows: &[(&[&str], &str)]| -> [Node; 2] {
        [h2().class("part").text(title).into(), dl().with_all(rows.iter().map(row).collect()).into()]
    };
    let parts = [
        part(words.map, more.help_map),
        part(words.timeline, more.help_timeline),
        part(words.find, more.help_find),
        part(more.help_page, more.help_everywhere),
    ];
    let mut shortcut = input().attr("type", "checkbox").on("change", |_| Some(Action::AllowShortcut));
    if has_shortcut {
        shortcut = shortcut.attr("checked", "");
    }
    dialog()
        .class("help")
        .attr("id", HELP_ID)
        .attr("aria-labelledby", "help-title")
        .on("close", |_| Some(Action::Help(false)))
        .with(
            div().class("help-head").with(h2().attr("id", "help-title").text(more.help)).with(
                button(Action::Help(false))
                    .class("close")
                    .attr("aria-label", words.close)
                    .with(span().decorative().text("×")),
            ),
        )
        .with_all(parts.into_iter().flatten().collect())
        .with(p().with(label().with(shortcut).text(" ").with(span().text(more.help_shortcut))))
        .into()
}
