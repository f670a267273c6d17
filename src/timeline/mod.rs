//! The timeline: a year slider over bars of meetings, a mark for each meeting, a band for each edition, and playback.

mod chart;
mod key;
mod marks;
mod player;
mod scale;
mod slider;
mod view;

pub use key::timeline_key;
pub use scale::{Band, Mark, Shape, Tally, bands, marks, tallies};
pub use view::{Timeline, documented};
