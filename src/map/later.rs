//! What the map gets once the page is complete: what the organiser has set, and the names upon it.

use std::cell::Cell;

use leptos::prelude::*;

use crate::browser;
use crate::data::{File, FileName};
use crate::domain::{CountryCode, Lang};
use crate::paint::outward;
use crate::state::{Delivery, State};

/// Seas, countries and cities for orientation.
const NAMES: &str = "basemap/names.json";

/// Waits until the map is drawn and what reads the files is here, then fetches each of them once. Where there is no base
/// map there are no names either: on plain ground they would only confuse.
pub(super) fn follow(state: State) {
    let (is_configured, is_named) = (Cell::new(false), Cell::new(false));
    outward(move || {
        let (Some(has_base), delivery) = (state.has_base(), state.delivery()) else { return };
        if !has_base || matches!(delivery, Delivery::Missing) {
            browser::set_root_attribute("data-map", "bare");
        }
        let Delivery::Here(_) = delivery else { return };
        if !is_configured.replace(true) {
            leptos::task::spawn_local(configure(state));
        }
        if has_base && !is_named.replace(true) {
            leptos::task::spawn_local(name(state));
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

/// Names the base map.
async fn name(state: State) {
    let fetched = browser::fetch(NAMES).await;
    let extras = untrack(move || state.extras());
    match fetched.ok().zip(extras).and_then(|(bytes, extras)| (extras.landmarks)(&bytes)) {
        Some(landmarks) => state.landmarks_arrived(landmarks, |lang: Lang, code: CountryCode| {
            browser::country_name(lang.tag(), code.as_str())
        }),
        None => browser::note("no names for the base map"),
    }
    browser::set_root_attribute("data-map", "complete");
}
