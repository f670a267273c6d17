//! Lights up what stands for the same thing elsewhere on the page while a pointer or the focus is on one of them.
//!
//! An element says what it stands for in `data-is` and what it belongs to in `data-about` (tokens of
//! [`Subject`](crate::domain::Subject)); what is lit has `data-lit`, which nothing else writes. So pointing paints no
//! part of the page again: what is lit is as fleeting as `:hover`, and no choice of a reader.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use crate::browser::{self, EventListener};

/// Follows pointer and focus until the listeners are dropped.
pub fn follow() -> [EventListener; 3] {
    ["pointerover", "focusin", "focusout"]
        .map(|kind| browser::on_document(kind, |event| light(token(event).as_deref())))
}

/// Lights up what stands for `token` or belongs to it, or what it belongs to; with none, nothing.
pub fn light(token: Option<&str>) {
    for lit in browser::find_all("[data-lit]") {
        _ = lit.remove_attribute("data-lit");
    }
    let Some(token) = token else { return };
    let all: Vec<(Element, String, String)> = browser::find_all("[data-is], [data-about]")
        .into_iter()
        .map(|element| {
            let text = |name: &str| element.get_attribute(name).unwrap_or_default();
            let (is, about) = (text("data-is"), text("data-about"));
            (element, is, about)
        })
        .collect();
    let has = |about: &str, token: &str| about.split(' ').any(|each| each == token);
    let belongs_to = |other: &str| all.iter().any(|(_, is, about)| is == token && has(about, other));
    for (element, is, about) in &all {
        if is == token || has(about, token) || (!is.is_empty() && belongs_to(is)) {
            _ = element.set_attribute("data-lit", "");
        }
    }
}

/// What the nearest element around an event stands for.
fn token(event: &Event) -> Option<String> {
    if event.type_() == "focusout" {
        return None;
    }
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest("[data-is]").ok().flatten()?.get_attribute("data-is")
}
