//! The data that ships is whole, well sourced and exactly as precise as its sources; and no damage to its
//! files makes the loader do anything else than report it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop at the first surprise")]

#[path = "data/mutations.rs"]
mod mutations;
#[path = "data/shipped.rs"]
mod shipped;
#[path = "data/talk.rs"]
mod talk;
#[path = "data/texts.rs"]
mod texts;

const CITIES: &[u8] = include_bytes!("../data/cities.geojson");
const PROGRAMME: &[u8] = include_bytes!("../data/programme.json");
