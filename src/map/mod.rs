//! The map: Leaflet behind [`Engine`], and the view around it.

mod aloud;
mod engine;
mod fingers;
mod keyboard;
mod later;
mod legend;
mod tiles;
mod view;

pub use aloud::hush;
pub use engine::{Engine, Handlers, MAX_ZOOM, NoMap, Travel};
pub use fingers::Tried;
pub use later::{configure, fetch_ground, name_map};
pub use legend::legend;
pub use tiles::detailed_map;
pub use view::MapView;
