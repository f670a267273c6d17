//! The row below an embedded map, and what begins when the map is there.

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::browser;
use crate::markup::tags::{a, div};
use crate::markup::{Action, Element, Input, Node};
use crate::paint::{region, tell};
use crate::panel::PANEL_ID;
use crate::state::State;
use crate::text::Reader;
use crate::url::{Address, Embedding, Part, to_query};

use super::talk::{self, Export};

/// The attribute of the document that has the style sheet show the whole list.
const LIST: &str = "data-list";

/// How much of the map must be seen for it to play by itself.
const SEEN: f64 = 0.6;

/// Where the address says `embed=1`: the row below the map, and what else an embedder chose.
pub fn begin(state: State, export: Option<Export>) {
    let embedding = state.embedding();
    // Not of the page that is read until the app is ready: that has the same parts.
    let Some(foot) = browser::find("#app footer").and_then(|foot| foot.dyn_into().ok()) else { return };
    if !embedding.is_embedded() {
        return;
    }
    mount_to(foot, move || {
        unfold_for_the_keyboard();
        // What moves by itself must have a button that stops it.
        if embedding.plays() && !embedding.hides(Part::Timeline) && !browser::prefers_reduced_motion() {
            play_when_seen(state);
        }
        if !embedding.origin.is_empty() {
            talk::follow(state, &embedding.origin, export);
        }
        region(state, move || vec![bar(state)])
    })
    .forget();
}

fn bar(state: State) -> Node {
    let whole = Address { embedding: Embedding::default(), ..state.address() };
    tell(state, |reader| row(reader, &(browser::address() + &to_query(&whole))))
}

fn row(reader: Reader<'_>, whole: &str) -> Node {
    let words = reader.more_words();
    let list = Element::new("BUTTON")
        .attr("type", "button")
        .attr("aria-expanded", "false")
        .attr("aria-controls", PANEL_ID)
        .text(words.whole_list)
        .on("click", unfold_or_fold);
    let link = a().attr("href", whole).attr("target", "_blank").attr("rel", "noopener noreferrer external");
    div().class("embed-bar").with(list).with(link.text(words.whole_map)).into()
}

fn unfold_or_fold(_: &Input) -> Option<Action> {
    show_list(browser::find(&format!("[{LIST}]")).is_none());
    None
}

/// Shows the whole list, or as much of it as has room.
fn show_list(is_whole: bool) {
    if is_whole {
        browser::set_root_attribute(LIST, "whole");
    } else {
        browser::remove_root_attribute(LIST);
    }
    if let Some(button) = browser::find(".embed-bar button") {
        browser::set_attribute(&button, "aria-expanded", if is_whole { "true" } else { "false" });
    }
}

/// What has the focus must be seen.
fn unfold_for_the_keyboard() {
    let Some(main) = browser::find("#app main") else { return };
    let listener = browser::on_element(&main, "focusin", move |event| {
        let bottom = |element: &browser::Element| {
            let (_, top, _, height) = browser::place_of(element);
            top + height
        };
        let Some(target) = browser::target(event) else { return };
        if browser::closest(&target, ".panel, .board .scroll").is_some_and(|it| bottom(&target) > bottom(&it)) {
            show_list(true);
        }
    });
    StoredValue::new_local(listener);
}

fn play_when_seen(state: State) {
    let Some(map) = browser::find("#app .map") else { return };
    let sight = browser::on_sight(&map, SEEN, move || {
        if !untrack(|| state.is_playing()) {
            state.perform(Action::Play);
        }
    });
    StoredValue::new_local(sight);
}
