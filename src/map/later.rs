//! What the map gets once the page is complete: what the organiser has set, and the names upon it.

use std::cell::Cell;

use crate::browser;
use crate::data::{self, File, FileName, Ground};
use crate::domain::{CountryCode, Lang};
use crate::paint::outward;
use crate::state::{Delivery, State};
use crate::url::Display;

use super::view::BASE_MAPS;

/// Seas, countries and cities for orientation.
const NAMES: &str = "basemap/names.json";

/// What pictures are drawn on.
const FINEST: &str = BASE_MAPS[1];

/// Waits until the map is drawn and what reads the files is here, then fetches each of them once. Where there is no base
/// map there are no names either: on plain ground they would only confuse. From then on each city is read out once.
pub(super) fn follow(state: State) {
    let [is_configured, is_named, is_grounded] = [const { Cell::new(false) }; 3];
    outward(move || {
        let (Some(has_base), delivery) = (state.has_base(), state.delivery()) else { return };
        if !has_base || matches!(delivery, Delivery::Missing) {
            browser::set_root_attribute("data-map", "bare");
        }
        let Delivery::Here(extras) = delivery else { return };
        if !is_configured.replace(true) {
            (extras.configure)(state);
        }
        if has_base && !is_named.replace(true) {
            (extras.name_map)(state);
        }
        if state.display() == Display::Poster && !is_grounded.replace(true) {
            (extras.fetch_ground)(state);
        }
        (extras.hush)(state);
    });
}

/// Takes over what the organiser has set.
pub fn configure(state: State) {
    leptos::task::spawn_local(async move {
        match browser::fetch(FileName::Config.path()).await {
            Ok(bytes) => state.configured(data::config(File::Bytes(&bytes))),
            Err(_) => browser::note("no configuration"),
        }
    });
}

/// Names the base map.
pub fn name_map(state: State) {
    leptos::task::spawn_local(async move {
        match browser::fetch(NAMES).await.ok().and_then(|bytes| data::landmarks(&bytes)) {
            Some(landmarks) => state.landmarks_arrived(landmarks, |lang: Lang, code: CountryCode| {
                browser::country_name(lang.tag(), code.as_str())
            }),
            None => browser::note("no names for the base map"),
        }
        browser::set_root_attribute("data-map", "complete");
    });
}

/// Takes over what pictures stand on: the finer base map, and the names upon it.
pub fn fetch_ground(state: State) {
    leptos::task::spawn_local(async move {
        let base = browser::fetch(FINEST).await.ok();
        let names = browser::fetch(NAMES).await.ok();
        state.ground_arrived(Ground::read(base.as_deref(), names.as_deref()));
    });
}
