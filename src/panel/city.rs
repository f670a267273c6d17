//! The detail of a city.

use crate::domain::{City, Key, Meeting, Place, Subject, Visitor, decimal, each_once};
use crate::markup::Node;
use crate::markup::tags::{dl, li, p};
use crate::text::{self, typeset};

use super::detail::{all_guests, meeting_item};
use super::facts::{fact, link_to, titled_list};
use super::reader::{Reader, join};

pub(super) fn body(reader: Reader<'_>, key: Key<City>) -> Vec<Node> {
    let (words, more, city) = (reader.words, reader.more_words(), reader.catalog.get(key));
    let facts = dl()
        .with_some(fact(more.region, reader.text_if(city.region.as_ref())))
        .with_some(fact(more.country, reader.country(city.country)));
    let place = fact(more.place_label, city.place.map(|place| coordinates(reader, place)).unwrap_or_default());
    let held = held_in(reader, key)
        .map(|(key, meeting)| {
            meeting_item(reader, key, reader.kinds(meeting), reader.topics(meeting))
                .with_some(reader.folded_doubts_and_sources(&meeting.provenance))
                .into()
        })
        .collect();
    let came = all_guests(reader)
        .filter(|(_, _, guest)| reader.catalog.home_of(guest.visitor) == Some(key))
        .map(|(key, meeting, guest)| {
            let who = match guest.visitor {
                Visitor::Expert(expert) => reader.catalog.get(expert).name.clone(),
                Visitor::City(_) => words.nobody_named.to_owned(),
            };
            let how = join(", ", [who, (words.mode)(guest.mode).to_owned(), reader.distance(guest, meeting)]);
            let doubts = guest.provenance.doubts.iter().map(|doubt| reader.text(&doubt.note));
            let what = join(": ", [how, reader.text_if(guest.talk.as_ref())]);
            meeting_item(reader, key, reader.city(meeting.city), join(". ", std::iter::once(what).chain(doubts)))
                .with_some(reader.folded_provenance(&guest.provenance))
                .into()
        })
        .collect();
    let mut nodes =
        vec![p().class("told-first").text(typeset(reader.lang, &sentences(reader, key))).into(), facts.into()];
    nodes.extend(titled_list(more.held_here, "inner", held));
    nodes.extend(titled_list(more.guests_from, "plain", guests_from(reader, key)));
    nodes.extend(titled_list(more.came_from_here, "inner", came));
    nodes.extend(place.map(|place| dl().with(place).into()));
    nodes
}

fn held_in(reader: Reader<'_>, city: Key<City>) -> impl Iterator<Item = (Key<Meeting>, &Meeting)> {
    reader.catalog.all::<Meeting>().filter(move |(_, meeting)| meeting.city == city)
}

/// What the city was in the campaign: how many meetings it had, when, and from how many cities guests came; who came from
/// there, and where to.
fn sentences(reader: Reader<'_>, key: Key<City>) -> String {
    /// The dates of more meetings are a list, not a sentence.
    const MOST: usize = 3;
    let (words, more, catalog) = (reader.words, reader.more_words(), reader.catalog);
    let meetings: Vec<&Meeting> = held_in(reader, key).map(|(_, meeting)| meeting).collect();
    let held = if meetings.is_empty() {
        String::new()
    } else if meetings.len() <= MOST {
        (more.city_held)(
            meetings.len(),
            &join(
                "; ",
                meetings.iter().map(|meeting| reader.known_date(meeting, meeting.when.start().day().is_none())),
            ),
        )
    } else {
        let years = meetings.iter().map(|meeting| meeting.years());
        let first = years.clone().map(|years| *years.start()).min().unwrap_or_default();
        let last = years.map(|years| *years.end()).max().unwrap_or_default();
        (more.city_held)(meetings.len(), &text::years(first, last))
    };
    let received = homes_of_guests(reader, key).len();
    let received = if received == 0 { String::new() } else { (more.city_received)(received) };
    let came = || all_guests(reader).filter(|(_, _, guest)| catalog.home_of(guest.visitor) == Some(key));
    let who = each_once(came().map(|(_, _, guest)| guest.visitor));
    let sent = who.iter().map(|&visitor| {
        let name = match visitor {
            Visitor::Expert(expert) => catalog.get(expert).name.as_str(),
            Visitor::City(_) => words.nobody_named,
        };
        let at = came().filter(|(_, _, guest)| guest.visitor == visitor);
        let at = at.map(|(_, meeting, _)| join(", ", [reader.city(meeting.city), reader.date(meeting)]));
        format!("{name} ({})", join("; ", at))
    });
    let sent = if who.is_empty() { String::new() } else { (more.city_sent)(who.len(), &join(", ", sent)) };
    join(" ", [held, received, sent])
}

/// Latitude and longitude in degrees, and whose they are.
fn coordinates(reader: Reader<'_>, place: Place) -> String {
    let degrees = |value: f64, (positive, negative): (&str, &str)| {
        let number =
            decimal((value.abs() * 100.0).round() / 100.0).replace('.', &reader.words.decimal_mark.to_string());
        format!("{number}°\u{a0}{}", if value < 0.0 { negative } else { positive })
    };
    let (lat, lon) = (degrees(place.lat(), ("N", "S")), degrees(place.lon(), ("E", "W")));
    format!("{lat}, {lon} (GeoNames)")
}

/// The home cities of a city's guests, each once, with the way there.
fn guests_from(reader: Reader<'_>, key: Key<City>) -> Vec<Node> {
    let item = |home| {
        let way = reader.way(key, home);
        let way = if way.is_empty() { way } else { format!(", {way}") };
        li().with(link_to(Subject::City(home), reader.city(home))).text(way).into()
    };
    homes_of_guests(reader, key).into_iter().map(item).collect()
}

fn homes_of_guests(reader: Reader<'_>, key: Key<City>) -> Vec<Key<City>> {
    let guests = all_guests(reader).filter(|(_, meeting, _)| meeting.city == key);
    each_once(guests.filter_map(|(_, _, guest)| reader.catalog.home_of(guest.visitor)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Lang, sample};
    use crate::panel::reader;

    fn told(lang: Lang, id: &str) -> String {
        let catalog = sample::catalog();
        let reader = reader::sample(&catalog, lang);
        sentences(reader, catalog.find(id).expect("a city")).replace('\u{a0}', " ")
    }

    #[test]
    fn a_city_begins_with_what_it_was_in_the_campaign() {
        assert_eq!(told(Lang::Pl, "poznan"), "Jedno spotkanie: 29 marca 2017. Goście z 2 miast.");
        assert_eq!(
            told(Lang::Pl, "lublin"),
            "Dwa spotkania: 30 grudnia 2016 – 2 stycznia 2017; 2016, dzień nieznany. Goście z jednego miasta."
        );
        assert_eq!(told(Lang::En, "poznan"), "One meeting: 29 March 2017. Guests from 2 cities.");
        assert_eq!(
            told(Lang::En, "amsterdam"),
            "A guest from here: Jan de Vries (Lublin, 30 December 2016 – 2 January 2017; Poznań, 29 March 2017)."
        );
        assert_eq!(told(Lang::Pl, "tel-aviv"), "Gość stąd: źródło nie podaje nazwiska (Poznań, 29 marca 2017).");
    }

    #[test]
    fn coordinates_come_last() {
        let catalog = sample::catalog();
        let nodes = body(reader::sample(&catalog, Lang::En), catalog.find("poznan").expect("a city"));
        let last = nodes.last().map(Node::text_content).unwrap_or_default();
        assert!(last.starts_with("Coordinates") && last.contains("GeoNames"), "{last}");
    }
}
