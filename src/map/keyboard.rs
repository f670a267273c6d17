//! The keyboard on the map: arrow keys go from city to city, with the shift key they move the map.
//!
//! All cities together are one stop of the tab key (a roving `tabindex`, as the ARIA Authoring Practices Guide calls
//! it): the [`Scene`](crate::scene::Scene) says at which one.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use crate::browser::{self, EventListener};
use crate::domain::{City, Key, Subject};
use crate::markup::Action;
use crate::scene::Direction;
use crate::state::State;

use super::Engine;
use super::view::Shared;

/// How far the map moves at a press, in CSS px.
const STEP: f64 = 80.0;

/// Follows the keyboard within the map whose canvas is `canvas`.
pub(super) fn listen(state: State, canvas: &Element, shared: &Shared) -> [EventListener; 2] {
    let map = canvas.parent_element().unwrap_or_else(|| canvas.clone());
    let weak = Rc::downgrade(shared);
    let keys = browser::on_element(&map, "keydown", move |event| {
        if let (Some(shared), Some(event)) = (weak.upgrade(), event.dyn_ref::<KeyboardEvent>()) {
            pressed(state, &shared.borrow().engine, event);
        }
    });
    [keys, browser::on_element(&map, "focusin", move |event| came_to(state, event))]
}

/// Does what a key pressed within the map says. Keys of its buttons and with other modifiers are left alone.
fn pressed(state: State, engine: &Engine, event: &KeyboardEvent) {
    let Some(target) = browser::target(event) else { return };
    let has_modifier = event.alt_key() || event.ctrl_key() || event.meta_key();
    if has_modifier || !browser::is(&target, ".map-canvas, [data-city]") {
        return;
    }
    let key = event.key();
    match (key.as_str(), Direction::of_key(&key)) {
        (_, Some(direction)) if event.shift_key() => {
            let (x, y) = direction.vector();
            engine.pan_by(x * STEP, y * STEP);
        }
        (_, Some(direction)) => go_on(state, engine, direction),
        ("+" | "=", _) => state.perform(Action::Zoom(1.0)),
        ("-", _) => state.perform(Action::Zoom(-1.0)),
        // A name at the edge is a button, which the browser presses.
        ("Enter" | " ", _) if browser::is(&target, ".city") => {
            let Some(city) = city_of(state, &target) else { return };
            state.perform(Action::Select(Subject::City(city)));
        }
        _ => return,
    }
    event.prevent_default();
}

/// The focus has come to something within the map.
fn came_to(state: State, event: &Event) {
    if let Some(city) = browser::target(event).and_then(|target| city_of(state, &target)) {
        state.point_at(city);
    }
}

fn city_of(state: State, element: &Element) -> Option<Key<City>> {
    state.catalog().find(&element.get_attribute("data-city")?)
}

/// Moves the focus to the next city: to its name at the edge, or to its symbol, which is brought into the picture.
fn go_on(state: State, engine: &Engine, direction: Direction) {
    let Some(city) = state.next_city(direction) else { return };
    let catalog = state.catalog();
    let city = catalog.get(city);
    let element = |class: &str| browser::find(&format!("{class}[data-city=\"{}\"]", city.id));
    let at_edge = element(".edge-name");
    if let (None, Some(place)) = (&at_edge, city.place) {
        engine.reveal(place);
    }
    if let Some(element) = at_edge.or_else(|| element(".city")).and_then(|element| element.dyn_into().ok()) {
        browser::focus(&element);
    }
}
