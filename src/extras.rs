//! What the first view does without, in a file of its own: see [`Extras`].
//!
//! With the feature `split`, as the app is built for the web, `load` is where `scripts/after-build.mjs` has
//! `wasm-split` cut the WebAssembly: whatever is reached from here alone moves to a second file. Without the
//! feature, as in tests, it is there at once.

use std::cell::Cell;
use std::rc::Rc;

use crate::browser;
use crate::domain::Occurrences;
use crate::embed::{self, Exported};
use crate::map::{configure, detailed_map, fetch_ground, hush, name_map};
use crate::markup::Node;
use crate::paint::{outward, tell};
use crate::panel::{
    appendix, board, chips, content, filters, help, newer, no_match, offers, page, problems, pull, suggest, told,
    why_nothing,
};
use crate::present;
use crate::scene::{background, lead_names};
use crate::share;
use crate::state::{Delivery, Extras, State};
use crate::timeline::timeline_key;
use crate::twins;

/// Where the app is cut, nothing but `load` may name it.
pub static EXTRAS: Extras = Extras {
    detail: content,
    appendix,
    board,
    page,
    fetch_ground,
    dialogs,
    share: share::perform,
    present: present::perform,
    stage: present::stage,
    problems,
    why_nothing,
    offers,
    told,
    filters,
    chips,
    no_match,
    suggest,
    occurrences: Occurrences::of,
    name_map,
    background,
    lead_names,
    hush,
    timeline_key,
    configure,
    light: twins::light,
    twins: |state| Box::new(twins::follow(move || state.point(None))),
    unfold_all: browser::unfold_all,
    pull,
    tile_offer: detailed_map,
    embed: |state| {
        embed::begin(state, Some(export));
        work_offline(state);
    },
};

fn dialogs(state: State) -> Vec<Node> {
    let newer = tell(state, |reader| newer(reader, state.has_newer()));
    vec![tell(state, |reader| help(reader, state.has_shortcut())), share::dialog(state), newer]
}

/// Has the page's files kept, so that it works without a network, and a newer version offered.
fn work_offline(state: State) {
    const SCRIPT: &str = "offline.js";
    // Alone a page that was built says which version it is, and it says so where there is a server to ask.
    if browser::find("[data-version]:not([data-embed])").is_none() {
        return;
    }
    browser::files::on_newer(move |is_there| state.newer_is_there(is_there));
    leptos::task::spawn_local(async { _ = browser::run_script(SCRIPT).await });
}

/// Exports for the page around the frame.
fn export(state: State, format: &str, done: Box<dyn FnOnce(Result<Exported, String>)>) {
    let format = format.to_owned();
    leptos::task::spawn_local(async move {
        let file = share::exported(state, &format).await;
        let file = file.map(|(name, kind, text)| Exported { name, kind, content: text.into_bytes() });
        done(file.ok_or_else(|| "The formats are csv, geojson, json, ics (where a day is known) and svg.".to_owned()));
    });
}

/// Loads them when the page is complete, or sooner where it is not complete without them.
pub fn follow(state: State) {
    let is_loading = Rc::new(Cell::new(false));
    outward(move || {
        let is_awaited = match state.delivery() {
            Delivery::Awaited => state.is_drawn() || state.needs_extras(),
            Delivery::AwaitedAgain => true,
            Delivery::Here(_) | Delivery::Missing => false,
        };
        if is_awaited && !is_loading.replace(true) {
            leptos::task::spawn_local(deliver(state, Rc::clone(&is_loading)));
        }
    });
}

async fn deliver(state: State, is_loading: Rc<Cell<bool>>) {
    let loaded = load().await;
    is_loading.set(false);
    if loaded.is_err() {
        browser::note("a part of the app did not arrive");
    }
    let extras = loaded.ok();
    state.delivered(extras);
    if let Some(extras) = extras {
        (extras.embed)(state);
    }
}

#[cfg(not(feature = "split"))]
#[expect(clippy::unused_async, reason = "as the one that loads a file")]
async fn load() -> Result<&'static Extras, std::convert::Infallible> {
    Ok(&EXTRAS)
}

#[cfg(feature = "split")]
use split::load;

#[cfg(feature = "split")]
#[allow(unsafe_code, clippy::all, clippy::pedantic, reason = "what the macro makes of it")]
mod split {
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    use super::{EXTRAS, Extras};

    #[wasm_split(extras, fallible)]
    pub(super) fn load() -> Result<&'static Extras, SplitLoaderError> {
        Ok(&EXTRAS)
    }
}
