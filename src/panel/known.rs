//! How much is known: what sources claim in total beside what is documented, awards, and every source.

use crate::domain::{Award, Facet, Key, Meeting, Source, Topic, Total};
use crate::markup::Node;
use crate::markup::tags::{details, h3, li, p, section, strong, summary};
use crate::text;

use super::facts::{facet_link, list};
use super::reader::{Reader, facet_name, join};

/// Totals, awards and sources of the campaign, whatever period is shown.
pub(super) fn known(reader: Reader<'_>) -> Node {
    let (words, catalog) = (reader.words, reader.catalog);
    let totals = catalog.all::<Total>().map(|(_, total)| {
        let as_of = total.as_of.map(|when| format!(" ({} {})", words.as_of, text::date(words, when)));
        li().with(
            p().with(strong().text((words.total)(total.quantity, total.bound, total.value)))
                .text(as_of.unwrap_or_default()),
        )
        .with_some(reader.note(&total.provenance))
        .with_some(reader.folded_doubts_and_sources(&total.provenance))
        .into()
    });
    let awards: Vec<Node> = catalog.all::<Award>().map(|(_, award)| award_item(reader, award)).collect();
    let documented = (words.documented)(catalog.all::<Meeting>().count(), catalog.host_cities().len());
    let all_sources = catalog.all::<Source>().map(|(key, _)| reader.described_source(key)).collect();
    let mut section = section()
        .class("known")
        .attr("aria-labelledby", "known-title")
        .with(h3().attr("id", "known-title").text(words.known))
        .with(p().class("documented").text(documented))
        .with(p().text(text::typeset(reader.lang, words.claimed)))
        .with(list("totals", totals.collect()));
    if !awards.is_empty() {
        section = section.with(h3().text(words.awards)).with(list("awards", awards));
    }
    let topics: Vec<Node> = catalog.all::<Topic>().map(|(key, _)| topic_item(reader, key)).collect();
    if !topics.is_empty() {
        section =
            section.with(details().class("all-sources").with(summary().text(words.all_topics)).with(list("", topics)));
    }
    section
        .with(details().class("all-sources").with(summary().text(words.all_sources)).with(list("", all_sources)))
        .into()
}

fn topic_item(reader: Reader<'_>, key: Key<Topic>) -> Node {
    let facet = Facet::Topic(key);
    let provenance = &reader.catalog.get(key).provenance;
    li().with(facet_link(facet, facet_name(reader, facet))).with_some(reader.folded_provenance(provenance)).into()
}

fn award_item(reader: Reader<'_>, award: &Award) -> Node {
    let rest = join(
        ", ",
        [reader.text(&award.name), text::date(reader.words, award.when), reader.text_if(award.category.as_ref())],
    );
    li().with(p().with(strong().text(reader.text(&award.result))).text(format!(", {rest}")))
        .with_some(reader.folded_provenance(&award.provenance))
        .into()
}
