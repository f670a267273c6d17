//! What a period holds: a summary, its editions, its meetings and its guests.

use crate::domain::{Appearance, Edition, Facet, Key, Meeting, Period, Subject, View, Visitor};
use crate::markup::Node;
use crate::markup::tags::{div, h2, h3, li, p, section, span, strong};
use crate::text;

use super::facts::{facet_link, headline, line, list};
use super::reader::{Reader, facet_name, join, subject_of};

/// Everything that the period shows, in the order of reading.
#[must_use]
pub fn lists(reader: Reader<'_>, view: &View, period: Period) -> Vec<Node> {
    let mut nodes = Vec::new();
    if !view.editions.is_empty() {
        let items = view.editions.iter().map(|&key| edition(reader, key)).collect();
        let list = titled(reader.words.editions, "editions", items);
        nodes.push(section().class("editions").attr("aria-labelledby", "editions-title").with_all(list).into());
    }
    nodes.extend(titled(
        reader.words.meetings,
        "meetings",
        view.meetings.iter().map(|&key| meeting(reader, key)).collect(),
    ));
    // Where the filter leaves none, the summary says so.
    if let (Some(year), true) = (period.year(), view.meetings.is_empty() && view.filter.is_empty()) {
        let years = reader.years(period).unwrap_or_else(|| year.to_string());
        nodes.push(p().class("empty").text((reader.words.no_meetings)(&years)).into());
    }
    nodes.extend(titled(
        reader.words.guests,
        "guests",
        view.guests.iter().map(|guest| appearance(reader, guest)).collect(),
    ));
    // Where the filter leaves no meeting, it says nothing of guests.
    if view.guests.is_empty() && (view.filter.is_empty() || !view.meetings.is_empty()) {
        nodes.push(p().class("empty").text(text::typeset(reader.lang, reader.words.no_guests)).into());
    }
    nodes
}

/// The period in large figures, and how much there is of it.
#[must_use]
pub fn summary(reader: Reader<'_>, view: &View, period: Period) -> Node {
    let heading = reader.years(period).unwrap_or_else(|| reader.words.whole_campaign.to_owned());
    let counts = join("\u{a0}· ", counts(reader, view));
    div().class("summary").with(h2().text(heading)).with(p().text(counts)).into()
}

/// How much of each there is, as far as there is any.
pub(super) fn counts(reader: Reader<'_>, view: &View) -> [String; 3] {
    let words = reader.words;
    let when_any =
        |count: usize, words: &dyn Fn(usize) -> String| if count == 0 { String::new() } else { words(count) };
    [
        when_any(view.meetings.len(), &|count| (words.meetings_in_cities)(count, view.hosts.len())),
        when_any(view.homes.len(), &words.guest_cities_count),
        when_any(view.named_experts(), &words.experts_count),
    ]
}

/// A heading, and the list that has its name.
fn titled(title: &str, class: &'static str, items: Vec<Node>) -> Vec<Node> {
    let id = format!("{class}-title");
    let heading = h3().attr("id", id.as_str()).text(title);
    vec![heading.into(), list(class, items).attr("aria-labelledby", id).into()]
}

fn edition(reader: Reader<'_>, key: Key<Edition>) -> Node {
    let (words, edition, facet) = (reader.words, reader.catalog.get(key), Facet::Edition(key));
    let theme = match &edition.theme {
        Some(theme) => p().class("edition-theme").text(reader.text(theme)),
        None => p().class("edition-theme unknown").text(words.no_theme),
    };
    li().key(edition.id.as_str())
        .class("edition")
        .with(
            p().class("edition-name")
                .with(strong().with(facet_link(facet, facet_name(reader, facet))))
                .text(", ")
                .with(span().class("beside").text(text::date(words, edition.when))),
        )
        .with(theme)
        .with_some(reader.doubt_mark(&edition.provenance))
        .with_some(reader.folded_provenance(&edition.provenance))
        .into()
}

fn meeting(reader: Reader<'_>, key: Key<Meeting>) -> Node {
    let (words, meeting) = (reader.words, reader.catalog.get(key));
    let guests = join(", ", meeting.guests.iter().map(|guest| reader.visitor(guest.visitor)));
    let guests = if guests.is_empty() { guests } else { format!("{}: {guests}", words.with_guests) };
    let button = reader
        .choice(Subject::Meeting(key))
        .with(headline(reader.city(meeting.city), reader.date(meeting)))
        .with_some(line("kind", reader.kinds(meeting)))
        .with_some(line("title", reader.text_if(meeting.title.as_ref())))
        .with_some(line("topics", reader.topics(meeting)))
        .with_some(line("with", guests))
        .with_some(reader.doubt_mark(&meeting.provenance));
    li().key(meeting.id.as_str()).with(button).into()
}

fn appearance(reader: Reader<'_>, guest: &Appearance) -> Node {
    let (words, catalog) = (reader.words, reader.catalog);
    let (id, role) = match guest.visitor {
        Visitor::Expert(expert) => {
            let expert = catalog.get(expert);
            (&expert.id, reader.text_if(expert.role.as_ref()))
        }
        Visitor::City(city) => (&catalog.get(city).id, words.nobody_named.to_owned()),
    };
    let mut button = reader
        .choice(subject_of(guest.visitor))
        .with(headline(reader.visitor(guest.visitor), reader.home(guest.visitor)))
        .with_some(line("kind", role));
    for &(key, index) in &guest.at {
        let meeting = catalog.get(key);
        let guest = &meeting.guests[index];
        let place = join(", ", [reader.city(meeting.city), reader.date(meeting)]);
        let part = format!("{place} ({})", (words.mode)(guest.mode));
        button = button.with_some(line("talk", reader.text_if(guest.talk.as_ref()))).with_some(line("with", part));
    }
    li().key(id.as_str()).with(button).into()
}
