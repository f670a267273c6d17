//! The page about the data: how much of the campaign is known, from where, and what of it is doubtful.

use crate::domain::{Award, Facet, Fact, Filter, Guest, Key, Meeting, Period, Quantity, Source, Subject, Total, View};
use crate::markup::tags::{a, button, code, h2, h3, li, p, section, span, strong};
use crate::markup::{Action, Element, Node, Present};
use crate::text::{self, typeset};
use crate::url::Display;

use super::facts::{facet_link, line, link_to, list};
use super::reader::{Reader, facet_name, join, subject_name};

/// What the page says; `address` is where the app stands on the web.
#[must_use]
pub fn about(reader: Reader<'_>, address: &str) -> Vec<Node> {
    let (words, more) = (reader.words, reader.more_words());
    let part = |title: &str, nodes: Vec<Node>| -> Node { section().with(h3().text(title)).with_all(nodes).into() };
    let sentence = |text: &str| -> Node { p().text(typeset(reader.lang, text).into_owned()).into() };
    let mut parts = vec![
        h2().text(words.about).into(),
        sentence(more.about_lead),
        part(more.known, known(reader)),
        part(more.awards, vec![list("awards", awards(reader)).into()]),
        part(words.doubts, vec![list("all-doubts", doubts(reader)).into()]),
        part(more.gaps, gaps(reader)),
        part(more.all_sources, vec![list("all-sources", sources(reader)).into()]),
        part(
            more.how_to_cite,
            vec![sentence(more.cite_lead), p().class("citation").text(citation(reader, address)).into()],
        ),
    ];
    // Beside the app, wherever its address ends with a file's name.
    let folder = address.rfind('/').map_or("", |slash| &address[..=slash]);
    let files = ["data/programme.json", "data/cities.geojson"].map(|file| {
        let link = a().attr("href", format!("{folder}{file}")).with(code().text(file));
        li().with(link).into()
    });
    parts.push(part(more.files, vec![list("", files.into()).into()]));
    parts.push(p().with(button(Action::Display(Display::Poster)).class("more-about").text(more.to_poster)).into());
    parts.push(p().with(button(Action::Present(Present::Open)).class("more-about").text(more.present_it)).into());
    parts.push(part(more.licences, vec![sentence(words.attribution), sentence(more.licences_of_data)]));
    parts.push(part(more.privacy, vec![sentence(more.privacy_text)]));
    parts
}

/// In short, for the panel: what is documented of what is claimed.
#[must_use]
pub fn shares(reader: Reader<'_>) -> Vec<String> {
    let catalog = reader.catalog;
    let documented =
        [(Quantity::Meetings, catalog.all::<Meeting>().count()), (Quantity::Cities, catalog.host_cities().len())];
    let share = |(quantity, count)| {
        latest(reader, quantity).map(|total| (reader.more_words().share)(quantity, count, total.bound, total.value))
    };
    documented.into_iter().filter_map(share).collect()
}

/// The latest dated claim of a quantity.
fn latest(reader: Reader<'_>, quantity: Quantity) -> Option<&Total> {
    let totals = reader.catalog.all::<Total>().map(|(_, total)| total).filter(|total| total.quantity == quantity);
    totals.filter_map(|total| Some((total.as_of?.days().1, total))).max_by_key(|(day, _)| *day).map(|(_, total)| total)
}

fn known(reader: Reader<'_>) -> Vec<Node> {
    let (words, more) = (reader.words, reader.more_words());
    let facts = reader.catalog.facts();
    let sourced = facts.iter().filter(|(_, provenance)| !provenance.sources.is_empty()).count();
    let shares = shares(reader).into_iter().map(|share| li().with(strong().text(share)).into()).collect();
    let percent = sourced * 100 / facts.len().max(1);
    let totals = reader.catalog.all::<Total>().map(|(key, total)| {
        let as_of = total.as_of.map(|when| format!(" ({})", (more.as_of)(&text::date(words, when))));
        li().with(p().with(strong().text(total_name(reader, key))).text(as_of.unwrap_or_default()))
            .with_some(reader.note(&total.provenance))
            .with_some(reader.folded_doubts_and_sources(&total.provenance))
            .into()
    });
    vec![
        list("shares", shares).into(),
        p().text((more.coverage)(sourced, facts.len(), percent)).into(),
        p().text(typeset(reader.lang, more.claimed).into_owned()).into(),
        list("totals", totals.collect()).into(),
    ]
}

/// What a source claims, in a few words.
#[must_use]
pub fn total_name(reader: Reader<'_>, key: Key<Total>) -> String {
    let total = reader.catalog.get(key);
    (reader.more_words().total)(total.quantity, total.bound, total.value)
}

fn awards(reader: Reader<'_>) -> Vec<Node> {
    let item = |award: &Award| {
        let rest = join(
            ", ",
            [reader.text(&award.name), text::date(reader.words, award.when), reader.text_if(award.category.as_ref())],
        );
        li().with(p().with(strong().text(reader.text(&award.result))).text(format!(", {rest}")))
            .with_some(reader.folded_provenance(&award.provenance))
            .into()
    };
    reader.catalog.all::<Award>().map(|(_, award)| item(award)).collect()
}

/// Every doubt, below the record that it belongs to.
fn doubts(reader: Reader<'_>) -> Vec<Node> {
    let mut items = Vec::new();
    for (fact, provenance) in reader.catalog.facts() {
        if !provenance.doubts.is_empty() {
            let doubts = provenance.doubts.iter().map(|doubt| reader.doubt(doubt)).collect();
            items.push(li().with(record(reader, fact)).with(list("", doubts)).into());
        }
    }
    items
}

/// A record's name, which leads to it where it has a detail.
fn record(reader: Reader<'_>, fact: Fact) -> Element {
    let catalog = reader.catalog;
    let at = |meeting: Key<Meeting>, name: String| {
        let subject = Subject::Meeting(meeting);
        span().text(format!("{name}: ")).with(link_to(subject, subject_name(reader, subject)))
    };
    let select = |subject| link_to(subject, subject_name(reader, subject));
    let explore = |facet| facet_link(facet, facet_name(reader, facet));
    match fact {
        Fact::Edition(key) => explore(Facet::Edition(key)),
        Fact::Topic(key) => explore(Facet::Topic(key)),
        Fact::Meeting(key) => select(Subject::Meeting(key)),
        Fact::Expert(key) => select(Subject::Expert(key)),
        Fact::Guest(key, index) => {
            let guest: &Guest = &catalog.get(key).guests[index];
            at(key, reader.visitor(guest.visitor))
        }
        Fact::Participant(key, index) => at(key, catalog.get(key).participants[index].name.clone()),
        Fact::Total(key) => strong().text(total_name(reader, key)),
        Fact::Award(key) => strong().text(reader.text(&catalog.get(key).name)),
    }
}

/// Years of which no meeting is known.
fn gaps(reader: Reader<'_>) -> Vec<Node> {
    let years = reader.catalog.years().into_iter().flatten();
    let is_empty = |year: &i32| View::of(reader.catalog, Period::Year(*year), Filter::default()).meetings.is_empty();
    let gaps: Vec<Node> =
        years.filter(is_empty).map(|year| p().text((reader.words.no_meetings)(&year.to_string())).into()).collect();
    if gaps.is_empty() { vec![p().text(reader.more_words().no_gaps).into()] } else { gaps }
}

fn sources(reader: Reader<'_>) -> Vec<Node> {
    let item = |key: Key<Source>| {
        let facts = reader.catalog.facts_of(key);
        let facts = if facts > 0 { (reader.more_words().facts_known_from)(facts) } else { String::new() };
        reader.described_source(key).with_some(line("seen", facts)).into()
    };
    reader.catalog.all::<Source>().map(|(key, _)| item(key)).collect()
}

/// How to name the data: the campaign, what this is, and where it stands. It has no author to name.
fn citation(reader: Reader<'_>, address: &str) -> String {
    format!("{}. {}. {address}", reader.campaign(), reader.more_words().citation_kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Lang, sample};
    use crate::markup::tags::article;
    use crate::panel::reader;

    #[test]
    fn the_page_counts_what_has_a_source_and_names_years_without_meetings() {
        let catalog = sample::catalog();
        let page = article().with_all(about(reader::sample(&catalog, Lang::En), "https://example.org/map/"));
        let page = Node::from(page).text_content().replace('\u{a0}', " ");
        assert!(page.contains("0 of 8 recorded facts"), "{page}");
        assert!(page.contains("meeting of 2014") && page.contains("meeting of 2015"), "{page}");
        assert!(page.contains("Campaign. ") && page.contains("https://example.org/map/"), "{page}");
    }
}
