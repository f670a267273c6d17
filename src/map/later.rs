//! What the map gets once the page is complete: the names upon it.

use crate::browser;
use crate::data;
use crate::domain::{CountryCode, Lang};
use crate::state::{Notice, State};

/// Seas, countries and cities for orientation.
const NAMES: &str = "basemap/names.json";

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
