//! What only paper needs: the sources of all that the view shows. On the screen each thing tells its own.

use crate::domain::{Source, View};
use crate::markup::Node;
use crate::markup::tags::{h3, section};

use super::facts::list;
use super::reader::Reader;
use super::sheets::view_names;

/// The sources of the view, if it has any, which the style sheet shows on paper alone.
pub(super) fn print_sources(reader: Reader<'_>, view: &View) -> Option<Node> {
    let named = reader.catalog.all::<Source>().filter(|&(key, _)| view_names(reader, view, key));
    let sources: Vec<Node> = named.map(|(key, _)| reader.source(key)).collect();
    if sources.is_empty() {
        return None;
    }
    let section = section().class("print-only").with(h3().text(reader.words.sources)).with(list("sources", sources));
    Some(section.into())
}
