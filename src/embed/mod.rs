//! The map within another page, beyond what the style sheet does: the row below it, playing when it is first seen, and
//! messages to and from that page. It comes with the extras, where the address says `embed=1`.

mod message;
mod talk;
mod view;

pub use talk::{Export, Exported};
pub use view::begin;
