//! Lights up what stands for the same thing elsewhere on the page while a pointer or the focus is on one of them.
//!
//! An element says what it stands for in `data-is` and what it belongs to in `data-about` (tokens of
//! [`Subject`](crate::domain::Subject)); what is lit has `data-lit`, which nothing else writes: `is` where it stands for
//! that very thing, nothing where it belongs to it. So pointing paints no
//! part of the page again: what is lit is as fleeting as `:hover`, and no choice of a reader.

use web_sys::Event;

use crate::browser::{self, EventListener};

/// Follows pointer and focus until the listeners are dropped.
pub fn follow() -> [EventListener; 4] {
    let listen = |kind| browser::on_document(kind, |event| light(token(event).as_deref()));
    // From one city to another whose target overlaps, no pointer goes over an edge of an element.
    let moved = browser::on_document("pointermove", |event| {
        let city = browser::nearest(event, SYMBOL).and_then(|symbol| browser::closest(&symbol, "[data-is]"));
        if let Some(city) = city.filter(|city| !browser::is(city, "[data-lit=is]")) {
            light(city.get_attribute("data-is").as_deref());
        }
    });
    [listen("pointerover"), listen("focusin"), listen("focusout"), moved]
}

/// Of a city on the map.
const SYMBOL: &str = ".city .symbol";

/// Lights up what stands for `token` or belongs to it, or what it belongs to; with none, nothing.
pub fn light(token: Option<&str>) {
    for lit in browser::find_all("[data-lit]") {
        _ = lit.remove_attribute("data-lit");
    }
    let Some(token) = token else { return };
    light_all(&format!("[data-about~={token}]"), "");
    let about =
        browser::find(&format!("[data-is={token}][data-about]")).and_then(|one| one.get_attribute("data-about"));
    for other in about.unwrap_or_default().split_whitespace() {
        light_all(&format!("[data-is={other}]"), "");
    }
    light_all(&format!("[data-is={token}]"), "is");
}

fn light_all(selector: &str, how: &str) {
    for element in browser::find_all(selector) {
        browser::set_attribute(&element, "data-lit", how);
    }
}

/// What the nearest element around an event stands for.
fn token(event: &Event) -> Option<String> {
    if event.type_() == "focusout" {
        return None;
    }
    let at = browser::nearest(event, SYMBOL).or_else(|| browser::target(event))?;
    browser::closest(&at, "[data-is]")?.get_attribute("data-is")
}
