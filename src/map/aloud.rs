//! What of the map a screen reader meets: each city once, and no picture without a name.

use crate::browser;
use crate::state::State;

/// Of a city that is named at the map's edge the name is what is read and reached; its symbol lies out of sight, and
/// comes back with the city. Land and lines are said elsewhere.
pub fn hush(state: State) {
    let hints = state.edge_hints();
    // Cities come and go with the scene.
    _ = state.scene();
    for picture in browser::find_all(".leaflet-overlay-pane, .leaflet-base-pane") {
        browser::set_attribute(&picture, "aria-hidden", "true");
    }
    for city in browser::find_all(".map-canvas .city") {
        let id = city.get_attribute("data-city");
        let is_at_edge = hints.iter().any(|hint| Some(&hint.id) == id.as_ref());
        // What has the focus keeps it.
        let is_quiet = is_at_edge && !browser::is(&city, ":focus");
        _ = city.toggle_attribute_with_force("inert", is_quiet);
    }
}
