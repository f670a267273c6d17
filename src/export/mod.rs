//! What is known, in the formats of other programs: spreadsheets, maps, calendars, reference managers.
//!
//! Pure: from an [`Extract`] to the text of a file. The dialog that shares a view offers them, and the native command
//! writes them. Dates stay as precise as they are, and what is doubtful is told beside it, in a column or a property.

mod calendar;
mod cite;
mod csv;
mod geojson;
mod json;
mod names;
mod programme;

use crate::domain::{
    Catalog, City, Doubt, Edition, Expert, Filter, Guest, Key, Lang, Localized, Meeting, Period, Provenance, Source,
    Topic, View, Visitor, each_once, sort_by,
};
use crate::text::{self, Words, join};

pub use calendar::{Day, dated, icalendar};
pub use cite::{Citation, bibtex, csl_json, plain};
pub use csv::{BOM, Dialect, Table, csv};
pub use geojson::geojson;
pub use names::{Extent, file_name, stem};
pub use programme::programme;

/// What of a catalog is written, in which language: all of it, or what a view shows.
#[derive(Clone, Copy)]
pub struct Extract<'a> {
    /// All that is known.
    pub catalog: &'a Catalog,
    /// The part of it that is written.
    pub view: &'a View,
    /// The years of that part.
    pub period: Period,
    /// The language of texts that stand in one language only.
    pub lang: Lang,
}

impl<'a> Extract<'a> {
    /// The view that shows everything.
    #[must_use]
    pub fn whole_view(catalog: &Catalog) -> View {
        View::of(catalog, Period::All, Filter::default())
    }

    /// Whether nothing is left out. Then records that no meeting names are written as well.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.period == Period::All && self.view.filter.is_empty()
    }

    fn words(self) -> &'static Words {
        Words::of(self.lang)
    }

    fn text(self, text: &Localized) -> &str {
        text.get(self.lang)
    }

    fn text_if(self, text: Option<&'a Localized>) -> &'a str {
        text.map(|text| text.get(self.lang)).unwrap_or_default()
    }

    fn title(self) -> &'a str {
        text::campaign(self.catalog, self.lang)
    }

    fn meetings(self) -> impl Iterator<Item = (Key<Meeting>, &'a Meeting)> {
        let (catalog, view) = (self.catalog, self.view);
        view.meetings.iter().map(move |&key| (key, catalog.get(key)))
    }

    /// Of the guests of a meeting those that are looked at.
    fn guests(self, key: Key<Meeting>) -> impl Iterator<Item = &'a Guest> {
        let (catalog, view) = (self.catalog, self.view);
        let guests = catalog.get(key).guests.iter().enumerate();
        guests.filter(move |&(index, _)| view.filter.admits_guest(catalog, key, index)).map(|(_, guest)| guest)
    }

    fn cities(self) -> Vec<Key<City>> {
        if self.is_whole() { self.keys() } else { self.view.cities() }
    }

    fn editions(self) -> Vec<Key<Edition>> {
        if self.is_whole() {
            return self.keys();
        }
        let of_meetings = self.meetings().filter_map(|(_, meeting)| meeting.edition);
        in_order(self.view.editions.iter().copied().chain(of_meetings))
    }

    fn topics(self) -> Vec<Key<Topic>> {
        if self.is_whole() { self.keys() } else { in_order(self.meetings().flat_map(|(_, it)| it.topics.clone())) }
    }

    fn experts(self) -> Vec<Key<Expert>> {
        if self.is_whole() {
            return self.keys();
        }
        let person = |visitor| match visitor {
            Visitor::Expert(expert) => Some(expert),
            Visitor::City(_) => None,
        };
        in_order(self.view.guests.iter().filter_map(|guest| person(guest.visitor)))
    }

    /// The sources of all that is written.
    fn sources(self) -> Vec<Key<Source>> {
        if self.is_whole() {
            return self.keys();
        }
        let catalog = self.catalog;
        let mut named: Vec<&Provenance> = Vec::new();
        for (key, meeting) in self.meetings() {
            named.push(&meeting.provenance);
            named.extend(self.guests(key).map(|guest| &guest.provenance));
            named.extend(meeting.participants.iter().map(|person| &person.provenance));
        }
        named.extend(self.editions().into_iter().map(|key| &catalog.get(key).provenance));
        named.extend(self.topics().into_iter().map(|key| &catalog.get(key).provenance));
        named.extend(self.experts().into_iter().map(|key| &catalog.get(key).provenance));
        let is_named = |key: Key<Source>| named.iter().any(|provenance| provenance.names(key));
        self.catalog.all().map(|(key, _): (_, &Source)| key).filter(|&key| is_named(key)).collect()
    }

    fn keys<T: crate::domain::Record>(self) -> Vec<Key<T>> {
        self.catalog.all().map(|(key, _): (_, &T)| key).collect()
    }

    /// Every doubt of a record in a line: the field, in which way it is doubtful, and why.
    fn doubts(self, provenance: &Provenance) -> String {
        let told = |doubt: &Doubt| {
            let field = self.words().field_name(&doubt.field).unwrap_or(&doubt.field);
            format!("{field}: {} – {}", (self.words().doubt)(doubt.kind), self.text(&doubt.note))
        };
        join("; ", provenance.doubts.iter().map(told))
    }

    /// The ids of a record's sources.
    fn source_ids(self, provenance: &Provenance) -> String {
        join(" ", provenance.sources.iter().map(|&source| self.catalog.get(source).id.to_string()))
    }

    /// The name of a guest: of a city for which nobody is named, the city's.
    fn visitor(self, visitor: Visitor) -> &'a str {
        match visitor {
            Visitor::Expert(expert) => &self.catalog.get(expert).name,
            Visitor::City(city) => self.catalog.get(city).name.get(self.lang),
        }
    }
}

/// Each once, in the catalog's order.
fn in_order<T>(keys: impl Iterator<Item = Key<T>>) -> Vec<Key<T>> {
    let mut keys = each_once(keys);
    sort_by(&mut keys, Key::cmp);
    keys
}
