//! All the tests. `main.rs` takes this file in once for each engine.

mod about;
mod accessibility;
mod address;
mod campaign;
mod crowded;
mod details;
mod economy;
mod embedded;
mod embeds;
mod filters;
mod linked;
mod lists;
mod looks;
mod map_keyboard;
mod offline;
mod once_more;
mod parts;
mod phone;
mod poster;
mod present;
mod print;
mod privacy;
mod search;
mod selection;
mod share;
mod slider;
mod still;
mod stress;
mod table;
mod tiles;
mod timeline;
mod trouble;
mod typography;
mod venue;
mod words;

/// The harness, with the engine that this copy of the tests is for.
mod harness {
    pub use crate::harness::*;

    /// Runs a test in a browser: see [`crate::harness::browse`].
    pub fn browse(setup: Setup, test: impl AsyncFn(&Page)) {
        crate::harness::browse(Engine::of(module_path!()), setup, test);
    }
}
