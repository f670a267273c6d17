//! What the map gets once the page is complete: the names upon it, and what the organiser has set.

use crate::browser;
use crate::data::{self, File, FileName};
use crate::domain::{CountryCode, Lang};
use crate::state::{Notice, State};

/// Seas, countries and cities for orientation.
const NAMES: &str = "basemap/names.json";

/// Takes over what the organiser has set.
pub(super) async fn configure(state: State) {
    match browser::fetch(FileName::Config.path()).await {
        Ok(bytes) => state.configured(data::config(File::Bytes(&bytes))),
        Err(_) => browser::note("no configuration"),
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
    match browser::fetch(NAMES).await.ok().and_then(|bytes| data::landmarks(&bytes)) {
        Some(landmarks) => state.landmarks_arrived(landmarks, |lang: Lang, code: CountryCode| {
            browser::country_name(lang.tag(), code.as_str())
        }),
        None => browser::note("no names for the base map"),
    }
    browser::set_root_attribute("data-map", "complete");
}
