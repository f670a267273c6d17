//! Which meetings have a text.

use crate::domain::{Catalog, City, Guest, Key, Localized, Meeting, Visitor};

use super::{Query, fold, matching};

/// A text that is looked for, with every meeting that has it: in the name of its city, a topic, a person, the home city
/// of a guest, or in its title. Notes and sources do not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrences {
    query: Query,
    /// In the order of the catalog.
    meetings: Vec<Key<Meeting>>,
    /// Guests by their place in the list of a meeting.
    guests: Vec<(Key<Meeting>, usize)>,
}

impl Occurrences {
    /// Looks for `query`. Only if no meeting at all has it, errors of typing are forgiven.
    #[must_use]
    pub fn of(catalog: &Catalog, query: Query) -> Self {
        let mut found = Self { query, meetings: Vec::new(), guests: Vec::new() };
        found.look(catalog, false);
        if found.meetings.is_empty() {
            found.look(catalog, true);
        }
        found
    }

    /// What was looked for.
    #[must_use]
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// How many meetings have it.
    #[must_use]
    pub fn count(&self) -> usize {
        self.meetings.len()
    }

    /// Whether a meeting has it.
    #[must_use]
    pub fn has(&self, meeting: Key<Meeting>) -> bool {
        self.meetings.binary_search(&meeting).is_ok()
    }

    /// Whether a guest of such a meeting belongs to what was looked for: all of them do if the meeting has it by itself.
    #[must_use]
    pub fn has_guest(&self, meeting: Key<Meeting>, guest: usize) -> bool {
        self.guests.binary_search(&(meeting, guest)).is_ok()
    }

    fn look(&mut self, catalog: &Catalog, is_lenient: bool) {
        for (key, meeting) in catalog.all::<Meeting>() {
            let has = |texts: &[String], word: &String| {
                texts.iter().any(|text| matching::cost(word, text, is_lenient).is_some())
            };
            let own = own_texts(catalog, meeting);
            let lacking: Vec<&String> = self.query.words.iter().filter(|word| !has(&own, word)).collect();
            let of_guests: Vec<_> = meeting.guests.iter().map(|guest| guest_texts(catalog, guest)).collect();
            if lacking.iter().all(|word| of_guests.iter().any(|texts| has(texts, word))) {
                self.meetings.push(key);
                let belongs = |texts: &[String]| lacking.is_empty() || lacking.iter().any(|word| has(texts, word));
                let guests = of_guests.iter().enumerate().filter(|(_, texts)| belongs(texts));
                self.guests.extend(guests.map(|(index, _)| (key, index)));
            }
        }
    }
}

fn own_texts(catalog: &Catalog, meeting: &Meeting) -> Vec<String> {
    let mut texts = city_texts(catalog, meeting.city);
    texts.extend(meeting.topics.iter().flat_map(|&topic| folded(&catalog.get(topic).name)));
    texts.extend(meeting.title.iter().flat_map(folded));
    texts.extend(meeting.participants.iter().map(|person| fold(&person.name)));
    texts
}

fn guest_texts(catalog: &Catalog, guest: &Guest) -> Vec<String> {
    let mut texts = catalog.home_of(guest.visitor).map(|home| city_texts(catalog, home)).unwrap_or_default();
    if let Visitor::Expert(expert) = guest.visitor {
        texts.push(fold(&catalog.get(expert).name));
    }
    texts
}

fn city_texts(catalog: &Catalog, city: Key<City>) -> Vec<String> {
    folded(&catalog.get(city).name)
}

fn folded(text: &Localized) -> Vec<String> {
    text.all().iter().map(|text| fold(text)).collect()
}
