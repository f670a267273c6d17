//! A view as pure data: what is drawn where, in which style, under which label.
//!
//! A painter (today Leaflet, in `map/engine.rs`) draws a [`Scene`] and needs to know nothing of the campaign.

mod apart;
mod arrange;
mod background;
mod compose;
mod diff;
mod edge;
mod frame;
mod labels;
mod leader;
mod mercator;
mod rect;
mod toward;

pub use apart::move_apart;
pub use arrange::{LeadNames, arrange};
pub use background::{BackgroundKind, BackgroundName, along, background};
pub use compose::{Lead, Line, Marker, Role, Scene, Stress, compose};
pub use diff::{Patch, diff};
pub use edge::{Edge, EdgeHint, edge_hints};
pub use frame::{Bounds, Frame, WORLD};
pub use labels::{Side, estimated_width, place_labels};
pub use leader::{Leader, Nameless, lead, lead_names};
pub use mercator::{Camera, Pixel, Viewport};
pub use rect::Rect;
pub use toward::{Direction, toward};
