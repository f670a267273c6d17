//! The detail of a city.

use crate::domain::{City, Key, Meeting, Place, Subject, Visitor, decimal, each_once};
use crate::markup::Node;
use crate::markup::tags::{dl, li};

use super::detail::{all_guests, meeting_item};
use super::facts::{fact, link_to, titled_list};
use super::reader::{Reader, join};

pub(super) fn body(reader: Reader<'_>, key: Key<City>) -> Vec<Node> {
    let (words, more, city) = (reader.words, reader.more_words(), reader.catalog.get(key));
    let facts = dl()
        .with_some(fact(more.region, reader.text_if(city.region.as_ref())))
        .with_some(fact(more.country, reader.country(city.country)))
        .with_some(fact(more.place_label, city.place.map(|place| coordinates(reader, place)).unwrap_or_default()));
    let meetings = reader.catalog.all::<Meeting>().filter(|(_, meeting)| meeting.city == key);
    let held = meetings
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
    let mut nodes = vec![facts.into()];
    nodes.extend(titled_list(more.held_here, "inner", held));
    nodes.extend(titled_list(more.guests_from, "plain", guests_from(reader, key)));
    nodes.extend(titled_list(more.came_from_here, "inner", came));
    nodes
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
    let guests = all_guests(reader).filter(|(_, meeting, _)| meeting.city == key);
    let homes = each_once(guests.filter_map(|(_, _, guest)| reader.catalog.home_of(guest.visitor)));
    let item = |home| {
        let way = reader.way(key, home);
        let way = if way.is_empty() { way } else { format!(", {way}") };
        li().with(link_to(Subject::City(home), reader.city(home))).text(way).into()
    };
    homes.into_iter().map(item).collect()
}
