//! In short, how much is known: what is documented beside what is claimed, all topics, and the way to more.

use crate::domain::{Facet, Key, Meeting, Topic};
use crate::markup::tags::{button, details, h3, li, p, section, summary};
use crate::markup::{Action, Node, Present};
use crate::url::Display;

use super::about::shares;
use super::facts::{facet_link, list};
use super::reader::{Reader, facet_name, join};

/// How much is known of the campaign, whatever period is shown.
pub(super) fn known(reader: Reader<'_>) -> Node {
    let (more, catalog) = (reader.more_words(), reader.catalog);
    let shares = shares(reader);
    let documented = if shares.is_empty() {
        (more.documented)(catalog.all::<Meeting>().count(), catalog.host_cities().len())
    } else {
        (more.documented_shares)(&join(", ", shares))
    };
    let mut section = section()
        .class("known")
        .attr("aria-labelledby", "known-title")
        .with(h3().attr("id", "known-title").text(more.known))
        .with(p().class("documented").text(documented))
        .with(p().with(button(Action::Display(Display::About)).class("more-about").text(more.more_about)))
        .with(p().with(button(Action::Present(Present::Open)).class("more-about").text(more.present_it)));
    let topics: Vec<Node> = catalog.all::<Topic>().map(|(key, _)| topic_item(reader, key)).collect();
    if !topics.is_empty() {
        section =
            section.with(details().class("all-sources").with(summary().text(more.all_topics)).with(list("", topics)));
    }
    section.into()
}

fn topic_item(reader: Reader<'_>, key: Key<Topic>) -> Node {
    let facet = Facet::Topic(key);
    let provenance = &reader.catalog.get(key).provenance;
    li().with(facet_link(facet, facet_name(reader, facet))).with_some(reader.folded_provenance(provenance)).into()
}
