//! The detail of an edition.

use crate::domain::{CityTally, Edition, Key, Meeting, Mode, each_once};
use crate::markup::tags::{dl, li};
use crate::markup::{Element, Node};
use crate::text;

use super::detail::meeting_in_city;
use super::facts::{fact, headline, line, titled_list};
use super::reader::{Reader, join, subject_of};

pub(super) fn body(reader: Reader<'_>, key: Key<Edition>) -> Vec<Node> {
    let (words, more, edition) = (reader.words, reader.more_words(), reader.catalog.get(key));
    let meetings: Vec<_> =
        reader.catalog.all::<Meeting>().filter(|(_, meeting)| meeting.edition == Some(key)).collect();
    let theme = edition.theme.as_ref().map_or_else(|| words.no_theme.to_owned(), |theme| reader.text(theme));
    let facts = dl()
        .with_some(fact(more.theme_label, theme))
        .with_some(fact(more.when, text::date(words, edition.when)))
        .with_some(documented(reader, &meetings));
    let mut nodes = vec![facts.into()];
    let cities = meetings.iter().map(|&(key, _)| meeting_in_city(reader, key)).collect();
    // One year is all that is known of most meetings: that tells no order.
    let has_order = meetings.windows(2).all(|pair| !pair[0].1.when.overlaps(pair[1].1.when));
    nodes.extend(titled_list(if has_order { more.cities_in_order } else { more.cities }, "inner", cities));
    nodes.extend(titled_list(more.who_came, "inner", guests(reader, &meetings)));
    nodes.extend(reader.provenance(&edition.provenance));
    nodes
}

/// How many meetings are documented, and in how many cities.
pub(super) fn documented(reader: Reader<'_>, meetings: &[(Key<Meeting>, &Meeting)]) -> Option<Element> {
    let mut cities = CityTally::new(reader.catalog);
    for (_, meeting) in meetings {
        cities.add(meeting.city);
    }
    let count = (reader.words.meetings_in_cities)(meetings.len(), cities.counted().count());
    fact(reader.more_words().documented_label, if meetings.is_empty() { String::new() } else { count })
}

/// Each guest of some meetings once, with every meeting of these; who was not there in person, or may not have been, is marked.
pub(super) fn guests(reader: Reader<'_>, meetings: &[(Key<Meeting>, &Meeting)]) -> Vec<Node> {
    let guests = meetings.iter().flat_map(|(_, meeting)| &meeting.guests);
    let known = each_once(guests.map(|guest| guest.visitor));
    let item = |visitor| {
        let part_in =
            |meeting: &Meeting| meeting.guests.iter().find(|guest| guest.visitor == visitor).map(|it| it.mode);
        let at = meetings.iter().filter_map(|(_, meeting)| Some((meeting, part_in(meeting)?)));
        let where_and_when = at.map(|(meeting, mode)| {
            let place = join(", ", [reader.city(meeting.city), reader.date(meeting)]);
            if mode == Mode::Present { place } else { format!("{place} ({})", (reader.words.mode)(mode)) }
        });
        let button = reader
            .choice(subject_of(visitor))
            .with(headline(reader.visitor(visitor), reader.home(visitor)))
            .with_some(line("with", join("; ", where_and_when)));
        li().with(button).into()
    };
    known.into_iter().map(item).collect()
}
