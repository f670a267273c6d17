//! Lights up what stands for the same thing elsewhere on the page while a pointer or the focus is on one of them.
//!
//! An element says what it stands for in `data-is` and what it belongs to in `data-about` (tokens of
//! [`Subject`](crate::domain::Subject)); what is lit has `data-lit`, which nothing else writes: `is` where it stands for
//! that very thing, nothing where it belongs to it. So pointing paints no
//! part of the page again: what is lit is as fleeting as `:hover`, and no choice of a reader.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};

use crate::browser::{self, EventListener};

/// Follows pointer and focus until the listeners are dropped. Calls `leave` when a pointer that was on a mark of the timeline
/// has left it and its tip.
pub fn follow(leave: impl Fn() + 'static) -> [EventListener; 5] {
    let listen = |kind| browser::on_document(kind, |event| light(token(event).as_deref()));
    // From one city to another whose target overlaps, no pointer goes over an edge of an element.
    let (leave, is_on) = (Rc::new(leave), Rc::new(Cell::new(false)));
    let (gone, was_on) = (Rc::clone(&leave), Rc::clone(&is_on));
    let moved = browser::on_document("pointermove", move |event| {
        let city = browser::nearest(event, SYMBOL).and_then(|symbol| browser::closest(&symbol, "[data-is]"));
        if let Some(city) = city.filter(|city| !browser::is(city, "[data-lit=is]")) {
            light(city.get_attribute("data-is").as_deref());
        }
        if browser::target(event).is_some_and(|target| browser::closest(&target, MARK).is_some()) {
            is_on.set(true);
        } else if is_on.get() && tipped(event).is_none() {
            is_on.set(false);
            leave();
        }
    });
    // Out of the window nothing moves.
    let out = browser::on_document("pointerout", move |event| {
        let is_out = event.dyn_ref::<MouseEvent>().is_some_and(|event| event.related_target().is_none());
        if is_out && was_on.replace(false) {
            gone();
        }
    });
    [listen("pointerover"), listen("focusin"), listen("focusout"), moved, out]
}

/// Of a city on the map.
const SYMBOL: &str = ".city .symbol";
/// Of a meeting on the timeline.
const MARK: &str = ".mark";

/// The mark whose tip is there, where a pointer is upon the tip or on the way to it. A tip takes the pointer from nothing that
/// it covers, so no event happens to it.
fn tipped(event: &Event) -> Option<Element> {
    let tip = browser::find(".tip")?;
    let mark = browser::closest(&tip, MARK)?;
    let mouse: &MouseEvent = event.dyn_ref()?;
    let (x, y) = (f64::from(mouse.client_x()), f64::from(mouse.client_y()));
    let ((left, top, width, height), tip) = (browser::place_of(&mark), browser::place_of(&tip));
    let is_within = x >= left.min(tip.0)
        && x <= (left + width).max(tip.0 + tip.2)
        && y >= top.min(tip.1)
        && y <= (top + height).max(tip.1 + tip.3);
    is_within.then_some(mark)
}

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
    browser::closest(&at, "[data-is]").or_else(|| tipped(event))?.get_attribute("data-is")
}
