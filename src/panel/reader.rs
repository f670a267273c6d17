//! What a [`Reader`] says of the catalog, in the words of its language.

use crate::domain::{City, CountryCode, Facet, Guest, Key, Meeting, Subject, View, Visitor, each_once, sort_by};
use crate::text;

#[cfg(test)]
pub(super) use crate::text::sample;
pub(super) use crate::text::{Reader, join};

impl Reader<'_> {
    /// The name of a city.
    #[must_use]
    pub fn city(self, key: Key<City>) -> String {
        self.catalog.get(key).name.get(self.lang).to_owned()
    }

    pub(super) fn country(self, code: Option<CountryCode>) -> String {
        code.map(|code| (self.country_name)(self.lang, code)).unwrap_or_default()
    }

    /// A city with its country: "Nijmegen, Holandia".
    #[must_use]
    pub fn city_and_country(self, key: Key<City>) -> String {
        join(", ", [self.city(key), self.country(self.catalog.get(key).country)])
    }

    /// A city as the map names it aloud: "Kutno, Polska, 1 spotkanie, 2017" or "Nijmegen, Holandia, miasto gości, Paul
    /// Goedknegt".
    #[must_use]
    pub fn spoken_city(self, view: &View, key: Key<City>) -> String {
        let held: Vec<_> = view.meetings_in(self.catalog, key).map(Meeting::years).collect();
        let years = each_once(held.iter().map(|years| text::years(*years.start(), *years.end())));
        let mut name = self.city_and_country(key);
        if !held.is_empty() {
            name = (self.words.marker_host)(&name, held.len());
        }
        if view.homes.contains(&key) {
            name = (self.words.marker_guest)(&name);
        }
        let guests = view.guests.iter().map(|guest| guest.visitor).filter_map(|visitor| match visitor {
            Visitor::Expert(expert) if self.catalog.home_of(visitor) == Some(key) => {
                Some(self.catalog.get(expert).name.clone())
            }
            _ => None,
        });
        join(", ", std::iter::once(name).chain(years).chain(guests))
    }

    /// The date of a meeting.
    #[must_use]
    pub fn date(self, meeting: &Meeting) -> String {
        text::date(self.words, meeting.when)
    }

    /// What kinds of gathering a meeting was.
    #[must_use]
    pub fn kinds(self, meeting: &Meeting) -> String {
        join(", ", meeting.kinds.iter().map(|&kind| (self.words.kind)(kind).to_owned()))
    }

    /// The themes of a meeting.
    #[must_use]
    pub fn topics(self, meeting: &Meeting) -> String {
        join(", ", meeting.topics.iter().map(|&topic| self.text(&self.catalog.get(topic).name)))
    }

    /// The name of a guest.
    #[must_use]
    pub fn visitor(self, visitor: Visitor) -> String {
        match visitor {
            Visitor::Expert(expert) => self.catalog.get(expert).name.clone(),
            Visitor::City(city) => self.city(city),
        }
    }

    /// Where someone came from: the city with its country, or what of it is known. Of a city alone its country.
    #[must_use]
    pub fn home(self, visitor: Visitor) -> String {
        match visitor {
            Visitor::Expert(expert) => {
                let expert = self.catalog.get(expert);
                expert.city.map_or_else(|| self.country(expert.country), |city| self.city_and_country(city))
            }
            Visitor::City(city) => self.country(self.catalog.get(city).country),
        }
    }

    /// Great-circle kilometres from a guest's home city to the meeting, in words; empty where one of them is unknown.
    #[must_use]
    pub fn distance(self, guest: &Guest, meeting: &Meeting) -> String {
        let place = |key: Key<City>| self.catalog.get(key).place;
        let home = self.catalog.home_of(guest.visitor).and_then(place);
        let km = home.zip(place(meeting.city)).map(|(home, host)| home.distance_km(host));
        km.map(|km| self.words.distance_km(km)).unwrap_or_default()
    }

    /// How far it is from one city to another along the great circle, and in which direction that begins: "123 km na
    /// zachód (275°)". Empty where one of them has no place, or both have the same.
    pub(super) fn way(self, from: Key<City>, to: Key<City>) -> String {
        let place = |key: Key<City>| self.catalog.get(key).place;
        let ends = place(from).zip(place(to)).filter(|(from, to)| from != to);
        ends.map(|(from, to)| self.words.way(from.distance_km(to), from.bearing_to(to))).unwrap_or_default()
    }

    /// Sorts by name, as the language has it.
    pub(super) fn sort_by_name<T: Copy>(self, items: &mut [T], name: impl Fn(T) -> String) {
        sort_by(items, |&a, &b| (self.compare)(self.lang, &name(a), &name(b)));
    }
}

/// The name under which something is known.
#[must_use]
pub fn subject_name(reader: Reader<'_>, subject: Subject) -> String {
    match subject {
        Subject::City(city) => reader.city(city),
        Subject::Expert(expert) => reader.catalog.get(expert).name.clone(),
        Subject::Meeting(meeting) => {
            let meeting = reader.catalog.get(meeting);
            join(", ", [reader.city(meeting.city), reader.date(meeting)])
        }
    }
}

/// The name under which what a filter may ask for is known.
#[must_use]
pub fn facet_name(reader: Reader<'_>, facet: Facet) -> String {
    match facet {
        Facet::Edition(edition) => (reader.words.edition)(reader.catalog.get(edition).number),
        Facet::Topic(topic) => reader.text(&reader.catalog.get(topic).name),
        Facet::Country(country) => reader.country(Some(country)),
        Facet::Kind(kind) => (reader.words.kind)(kind).to_owned(),
    }
}

/// What selecting a guest selects: the person, or the city where nobody is named.
pub(super) fn subject_of(visitor: Visitor) -> Subject {
    match visitor {
        Visitor::Expert(expert) => Subject::Expert(expert),
        Visitor::City(city) => Subject::City(city),
    }
}
