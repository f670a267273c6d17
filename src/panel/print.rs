//! What only paper needs: the sources of all that the view shows. On the screen each thing tells its own.

use crate::domain::{Source, View};
use crate::markup::Node;
use crate::markup::tags::{h3, section};

use super::facts::list;
use super::reader::Reader;
use super::sheets::view_names;

/// The sources of the view, which the style sheet shows on paper alone.
pub(super) fn print_sources(reader: Reader<'_>, view: &View) -> Node {
    let named = reader.catalog.all::<Source>().filter(|&(key, _)| view_names(reader, view, key));
    let sources = named.map(|(key, _)| reader.source(key)).collect();
    section().class("print-only").with(h3().text(reader.words.sources)).with(list("sources", sources)).into()
}
