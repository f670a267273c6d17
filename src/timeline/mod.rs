//! The timeline: a year slider over bars of meetings and bands of editions.

mod scale;
mod view;

pub use scale::{Band, bands, counts};
pub use view::Timeline;
