//! What the map gets once the page is complete: the names upon it, and what the organiser has set.

use std::cell::Cell;

use leptos::prelude::*;

use crate::browser;
use crate::data::{File, FileName};
use crate::domain::{CountryCode, Lang};
use crate::paint::outward;
use crate::state::{Delivery, Notice, State};

/// Seas, countries and cities for orientation.
const NAMES: &str = "basemap/names.json";

/// Waits until the map is drawn and what reads the files is here, then fetches them, once. `has_base` tells whether there
/// is a base map.
pub(super) fn follow(state: State, has_base: impl Fn() -> bool + 'static) {
    let has_begun = Cell::new(false);
    outward(move || match state.delivery() {
        _ if !state.is_drawn() || has_begun.get() => {}
        Delivery::Awaited => {}
        Delivery::Missing => browser::set_root_attribute("data-map", "bare"),
        Delivery::Here(_) => {
            has_begun.set(true);
            let has_base = has_base();
            leptos::task::spawn_local(async move {
                configure(state).await;
                name(state, has_base).await;
            });
        }
    });
}

/// Takes over what the organiser has set.
async fn configure(state: State) {
    let fetched = browser::fetch(FileName::Config.path()).await;
    match (fetched, untrack(move || state.extras())) {
        (Ok(bytes), Some(extras)) => state.configured((extras.config)(File::Bytes(&bytes))),
        _ => browser::note("no configuration"),
    }
}

/// Names the base map. Where there is none, says so: names on plain ground would only confuse.
pub(super) async fn name(state: State, has_base: bool) {
    if !has_base {
        state.notice(Some(Notice::NoBaseMap));
        browser::set_root_attribute("data-map", "bare");
        return;
    }
    state.notice(None);
    let Some(extras) = untrack(move || state.extras()) else { return };
    match browser::fetch(NAMES).await.ok().and_then(|bytes| (extras.landmarks)(&bytes)) {
        Some(landmarks) => state.landmarks_arrived(landmarks, |lang: Lang, code: CountryCode| {
            browser::country_name(lang.tag(), code.as_str())
        }),
        None => browser::note("no names for the base map"),
    }
    browser::set_root_attribute("data-map", "complete");
}
