//! The file formats: from the bytes of the two data files to a [`Catalog`](crate::domain::Catalog).
//!
//! Decoding never stops at the first mistake. It reads what is valid and collects a [`Problem`] for each thing
//! that is not, with its file, JSON pointer, line and a [`Fault`] that the interface words in the reader's
//! language. Deriving serde's `Deserialize` could do neither, so the records are read by hand from the values that
//! `json` makes of a text; `node` makes that short.

mod cities;
mod config;
mod document;
mod draft;
mod fault;
mod ground;
pub(crate) mod json;
mod landmarks;
mod load;
mod meeting;
mod node;
mod position;
mod problem;
mod programme;
mod provenance;
mod record;
mod sink;
mod story;
mod topology;
mod version;
mod words;

#[cfg(test)]
mod tests;

pub use config::{Config, config};
pub use document::File;
pub use fault::{Expected, Fault, Format, Table, Whole};
pub use ground::Ground;
pub use landmarks::landmarks;
pub use load::{Loaded, load};
pub use problem::{FileName, Problem};
pub use story::{StoryFile, story};
pub use topology::{BaseMap, Path};
