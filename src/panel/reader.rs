//! Whom the panel speaks to: the catalog, and the language in which it is told.

use crate::domain::{Catalog, City, CountryCode, Guest, Key, Lang, Localized, Meeting, Period, Subject, Visitor};
use crate::text::{self, Words, typeset};

/// The catalog, told in one language.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// What is told.
    pub catalog: &'a Catalog,
    /// In which language.
    pub lang: Lang,
    /// The words of that language.
    pub words: &'static Words,
    /// The name of a country in that language: the browser knows them all.
    pub country_name: fn(Lang, CountryCode) -> String,
}

impl Reader<'_> {
    /// A text of the data, set for the screen.
    pub(super) fn text(self, text: &Localized) -> String {
        typeset(self.lang, text.get(self.lang)).into_owned()
    }

    /// The same for a text that may be absent; then it is empty.
    pub(super) fn text_if(self, text: Option<&Localized>) -> String {
        text.map(|text| self.text(text)).unwrap_or_default()
    }

    /// The years of a period: "2016", or "2014–2016". Absent where nothing has a date.
    #[must_use]
    pub fn years(self, period: Period) -> Option<String> {
        let all = self.catalog.years()?;
        let (first, last) = match period {
            Period::All => (*all.start(), *all.end()),
            Period::UpTo(year) => (*all.start(), year),
            Period::Year(year) => (year, year),
        };
        Some(text::years(first, last))
    }

    pub(super) fn city(self, key: Key<City>) -> String {
        self.catalog.get(key).name.get(self.lang).to_owned()
    }

    pub(super) fn country(self, code: Option<CountryCode>) -> String {
        code.map(|code| (self.country_name)(self.lang, code)).unwrap_or_default()
    }

    /// A city with its country: "Nijmegen, Holandia".
    pub(super) fn city_and_country(self, key: Key<City>) -> String {
        join(", ", [self.city(key), self.country(self.catalog.get(key).country)])
    }

    pub(super) fn date(self, meeting: &Meeting) -> String {
        text::date(self.words, meeting.when)
    }

    pub(super) fn kinds(self, meeting: &Meeting) -> String {
        join(", ", meeting.kinds.iter().map(|&kind| (self.words.kind)(kind).to_owned()))
    }

    pub(super) fn topics(self, meeting: &Meeting) -> String {
        join(", ", meeting.topics.iter().map(|&topic| self.text(&self.catalog.get(topic).name)))
    }

    pub(super) fn visitor(self, visitor: Visitor) -> String {
        match visitor {
            Visitor::Expert(expert) => self.catalog.get(expert).name.clone(),
            Visitor::City(city) => self.city(city),
        }
    }

    /// Great-circle kilometres from a guest's home city to the meeting, in words; empty where one of them is unknown.
    pub(super) fn distance(self, guest: &Guest, meeting: &Meeting) -> String {
        let place = |key: Key<City>| self.catalog.get(key).place;
        let home = self.catalog.home_of(guest).and_then(place);
        let km = home.zip(place(meeting.city)).map(|(home, host)| home.distance_km(host));
        km.map(|km| self.words.distance_km(km)).unwrap_or_default()
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

/// What selecting a guest selects: the person, or the city where nobody is named.
pub(super) fn subject_of(visitor: Visitor) -> Subject {
    match visitor {
        Visitor::Expert(expert) => Subject::Expert(expert),
        Visitor::City(city) => Subject::City(city),
    }
}

/// Joins what is not empty.
pub(super) fn join(separator: &str, parts: impl IntoIterator<Item = String>) -> String {
    let mut out = String::new();
    for part in parts {
        if !out.is_empty() && !part.is_empty() {
            out.push_str(separator);
        }
        out.push_str(&part);
    }
    out
}
