//! A detailed base map from another server: offered where the organiser has set one, asked for only after a yes.

use std::rc::{Rc, Weak};

use leptos::prelude::*;

use crate::browser;
use crate::markup::tags::{button, details, div, link_out, p, summary};
use crate::markup::{Action, Node};
use crate::paint::outward;
use crate::state::{State, Tiling};
use crate::text::{MoreWords, typeset};

use super::view::Shared;

/// Leaflet's tile layers, which most visits do without.
const SCRIPT: &str = "vendor/tiles.js";

/// Keeps the tiles on the map in step with the state, outward only.
pub(super) fn follow_tiles(state: State, shared: &Shared) {
    let weak = Rc::downgrade(shared);
    outward(move || {
        let Some(shared) = weak.upgrade() else { return };
        match state.tiling() {
            Tiling::Bundled => shared.borrow_mut().engine.show_tiles(None),
            Tiling::Tiles(index) => lay(state, index, Rc::downgrade(&shared)),
        }
    });
}

fn lay(state: State, index: usize, weak: Weak<std::cell::RefCell<super::view::Mounted>>) {
    leptos::task::spawn_local(async move {
        let arrived = super::Engine::has_tiles() || browser::run_script(SCRIPT).await.is_ok();
        // A reader may have thought better of it meanwhile.
        if untrack(move || state.tiling()) != Tiling::Tiles(index) {
            return;
        }
        let sources = untrack(move || state.tile_sources());
        match (weak.upgrade(), sources.get(index)) {
            (Some(shared), Some(source)) if arrived => shared.borrow_mut().engine.show_tiles(Some(source)),
            _ => state.tiles_failed(),
        }
    });
}

/// The offer, and whose map is shown; nothing where none is set.
#[must_use]
pub fn detailed_map(state: State) -> Vec<Node> {
    let (lang, sources) = (state.lang(), state.tile_sources());
    let more = MoreWords::of(lang);
    if sources.is_empty() {
        return Vec::new();
    }
    let shown = match state.tiling() {
        Tiling::Bundled => None,
        Tiling::Tiles(index) => sources.get(index),
    };
    let offer = if shown.is_some() {
        vec![button(Action::Detail(false)).text(more.hide_tiles).into()]
    } else {
        let hosts: Vec<&str> = sources.iter().map(|source| source.host.as_str()).collect();
        vec![
            p().text(typeset(lang, &(more.tiles_offer)(&hosts)).into_owned()).into(),
            button(Action::Detail(true)).text(more.show_tiles).into(),
        ]
    };
    let mut nodes: Vec<Node> =
        vec![details().class("detailed").with(summary().text(more.detailed_map)).with(div().with_all(offer)).into()];
    nodes.extend(shown.map(|source| {
        let whose = match &source.link {
            Some(link) => link_out(link).text(source.attribution.as_str()).into(),
            None => Node::Text(source.attribution.clone()),
        };
        p().class("tiles-of").text(more.tiles_of).text(" ").with(whose).into()
    }));
    nodes
}
