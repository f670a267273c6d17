//! A map and timeline of a campaign that travels from city to city.
//!
//! One rule holds the rooms apart (an arrow points at what may be named; `tests/layers.rs` reads the
//! source and fails when it is broken):
//!
//! ```text
//! domain  <-  data, scene  <-  state  <-  map, timeline, panel  <-  app
//! ```
//!
//! `text`, `url` and `browser` are leaves beside `domain`: they name nothing above it.

pub mod app;
pub mod browser;
pub mod data;
pub mod domain;
#[cfg(target_arch = "wasm32")]
mod libm;
pub mod map;
pub mod markup;
pub mod paint;
pub mod panel;
pub mod scene;
pub mod state;
pub mod text;
pub mod timeline;
pub mod url;
