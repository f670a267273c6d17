//! The second painter: a [`Scene`](crate::scene::Scene) as SVG, for whatever is no living map: paper, pictures to be taken
//! along, pages that are read without scripts.
//!
//! Pure: it makes [`Node`](crate::markup::Node)s. Texts are text nodes, so nothing in the data can become markup.

mod colour;
mod map;
mod path;
mod qr;
#[cfg(test)]
mod tests;
mod whole;

pub use colour::{Colours, Ink};
pub use map::{Drawing, map};
pub use path::Exactness;
pub use qr::qr;
pub use whole::{Texts, picture, to_svg};
