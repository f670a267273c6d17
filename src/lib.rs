//! A map and timeline of a campaign that travels from city to city.
//!
//! One rule holds the rooms apart (an arrow points at what may be named; `tests/layers.rs`, which reads the source and
//! fails when it is broken, has the whole table):
//!
//! ```text
//! domain  <-  data, scene, url, text, markup, picture  <-  state  <-  paint  <-  panel, timeline, map  <-  embed  <-  extras  <-  app
//! ```
//!
//! `browser`, `libm` and `screen` are leaves that name nothing here; `twins` and `layout` name these alone.

pub mod app;
pub mod browser;
pub mod data;
pub mod domain;
pub mod embed;
pub mod export;
pub mod extras;
pub mod layout;
#[cfg(target_arch = "wasm32")]
mod libm;
pub mod map;
pub mod markup;
pub mod paint;
pub mod panel;
pub mod picture;
pub mod present;
pub mod scene;
pub mod screen;
pub mod share;
pub mod state;
pub mod text;
pub mod timeline;
pub mod twins;
pub mod url;
