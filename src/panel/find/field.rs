//! The search field: a combobox with a list box (ARIA 1.2, and the pattern of the ARIA Authoring Practices Guide for one
//! that is edited).

use crate::domain::Suggestions;
use crate::markup::tags::{button, div, input, span};
use crate::markup::{Action, Element, Input, Suggestion};
use crate::panel::reader::Reader;
use crate::state::Seeking;

/// The id of the search field.
pub(super) const FIELD_ID: &str = "search";

/// The id of the list of suggestions.
pub(super) const LIST_ID: &str = "suggestions";

/// The field, and what is offered for what is typed in it.
pub(super) fn field(
    reader: Reader<'_>,
    seeking: &Seeking,
    suggestions: &Suggestions,
    popup: Option<Element>,
) -> Element {
    let words = reader.words;
    let is_expanded = seeking.is_open && suggestions.count() > 0;
    let mut field = input()
        .attr("id", FIELD_ID)
        .class("search-field")
        .attr("type", "text")
        .attr("role", "combobox")
        .attr("aria-label", words.search)
        .attr("aria-autocomplete", "list")
        .attr("aria-expanded", is_expanded.to_string())
        .attr("aria-controls", LIST_ID)
        .attr("placeholder", words.search_hint)
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "search")
        .value(&*seeking.text)
        .does("input", Action::Seek)
        .does("blur", Action::Shut)
        .on("keydown", if seeking.active.is_some() { key_in_list } else { key });
    if let Some(active) = seeking.active.filter(|_| is_expanded) {
        field = field.attr("aria-activedescendant", option_id(active));
    }
    if !seeking.is_open {
        field = field.does("click", Action::Seek);
    }
    let clear = button(Action::Clear).class("clear").attr("aria-label", words.clear_search);
    let clear = clear.does("mousedown", Action::KeepFocus).with(span().decorative().text("×"));
    let typing = div()
        .class("typing")
        .with(span().class("lens").decorative())
        .with(field)
        .with_some((!seeking.text.is_empty()).then_some(clear));
    div().class("search").with(typing).with_some(popup)
}

fn key(input: &Input) -> Option<Action> {
    match input.key.as_str() {
        "ArrowDown" => Some(Action::Suggest(Suggestion::Next)),
        "ArrowUp" => Some(Action::Suggest(Suggestion::Previous)),
        "Enter" => Some(Action::Accept),
        // In an empty field the key is the page's.
        "Escape" if !input.value.is_empty() => Some(Action::Unseek),
        _ => None,
    }
}

/// While the keys are on a suggestion; otherwise they are the field's.
fn key_in_list(input: &Input) -> Option<Action> {
    match input.key.as_str() {
        "Home" => Some(Action::Suggest(Suggestion::First)),
        "End" => Some(Action::Suggest(Suggestion::Last)),
        _ => key(input),
    }
}

/// The id of the suggestion in this place.
pub(super) fn option_id(place: usize) -> String {
    format!("suggestion-{place}")
}
