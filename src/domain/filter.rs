//! Which part of the programme is looked at, beside the time.

use super::{Catalog, CountryCode, Edition, Guest, Key, Meeting, MeetingKind, Topic, Visitor};

/// What meetings and guests must have in common with it; what is not chosen asks for nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// A theme of the meeting.
    pub topic: Option<Key<Topic>>,
    /// The edition that the meeting belongs to.
    pub edition: Option<Key<Edition>>,
    /// The country from which a guest of the meeting came: the others are left out.
    pub country: Option<CountryCode>,
    /// What kind of gathering it was.
    pub kind: Option<MeetingKind>,
}

/// One choice of a [`Filter`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// Meetings on a topic.
    Topic(Key<Topic>),
    /// Meetings of an edition.
    Edition(Key<Edition>),
    /// Meetings with guests from a country.
    Country(CountryCode),
    /// Meetings of a kind.
    Kind(MeetingKind),
}

impl Filter {
    /// Whether it leaves everything as it is.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// Whether this choice is in force.
    #[must_use]
    pub fn has(self, facet: Facet) -> bool {
        match facet {
            Facet::Topic(topic) => self.topic == Some(topic),
            Facet::Edition(edition) => self.edition == Some(edition),
            Facet::Country(country) => self.country == Some(country),
            Facet::Kind(kind) => self.kind == Some(kind),
        }
    }

    /// The filter with this choice in place of another of its sort.
    #[must_use]
    pub fn with(self, facet: Facet) -> Self {
        match facet {
            Facet::Topic(topic) => Self { topic: Some(topic), ..self },
            Facet::Edition(edition) => Self { edition: Some(edition), ..self },
            Facet::Country(country) => Self { country: Some(country), ..self },
            Facet::Kind(kind) => Self { kind: Some(kind), ..self },
        }
    }

    /// The filter without any choice of this sort.
    #[must_use]
    pub fn without(self, facet: Facet) -> Self {
        match facet {
            Facet::Topic(_) => Self { topic: None, ..self },
            Facet::Edition(_) => Self { edition: None, ..self },
            Facet::Country(_) => Self { country: None, ..self },
            Facet::Kind(_) => Self { kind: None, ..self },
        }
    }

    /// What is chosen.
    pub fn facets(self) -> impl Iterator<Item = Facet> {
        let facets = [
            self.edition.map(Facet::Edition),
            self.topic.map(Facet::Topic),
            self.country.map(Facet::Country),
            self.kind.map(Facet::Kind),
        ];
        facets.into_iter().flatten()
    }

    /// Whether a meeting is looked at.
    #[must_use]
    pub fn admits(self, catalog: &Catalog, meeting: &Meeting) -> bool {
        self.topic.is_none_or(|topic| meeting.topics.contains(&topic))
            && self.edition.is_none_or(|edition| meeting.edition == Some(edition))
            && self.kind.is_none_or(|kind| meeting.kinds.contains(&kind))
            && (self.country.is_none() || meeting.guests.iter().any(|guest| self.admits_guest(catalog, guest)))
    }

    /// Whether a guest of a meeting that is looked at is looked at, too.
    #[must_use]
    pub fn admits_guest(self, catalog: &Catalog, guest: &Guest) -> bool {
        self.country.is_none_or(|country| catalog.country_of(guest.visitor) == Some(country))
    }
}

impl Catalog {
    /// The country that someone came from, where known.
    #[must_use]
    pub fn country_of(&self, visitor: Visitor) -> Option<CountryCode> {
        match visitor {
            Visitor::City(city) => self.get(city).country,
            Visitor::Expert(expert) => self.get(expert).country,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Period, View, sample};

    fn shown(filter: Filter) -> Vec<String> {
        let catalog = sample::catalog();
        let view = View::of(&catalog, Period::All, filter);
        view.meetings.iter().map(|&key| catalog.get(key).id.to_string()).collect()
    }

    #[test]
    fn nothing_chosen_leaves_everything() {
        assert!(Filter::default().is_empty());
        assert_eq!(shown(Filter::default()).len(), 3);
    }

    #[test]
    fn of_a_country_only_its_guests_are_left() {
        let catalog = sample::catalog();
        let filter = Filter::default().with(Facet::Country("IL".parse().expect("a code")));
        let view = View::of(&catalog, Period::All, filter);
        assert_eq!(shown(filter), ["poznan-2017"]);
        assert_eq!(view.guests.len(), 1, "the Dutch guest of the same meeting is not looked at");
        assert_eq!(view.homes.len(), 1);
    }

    #[test]
    fn a_kind_that_no_meeting_has_leaves_none() {
        assert_eq!(shown(Filter::default().with(Facet::Kind(MeetingKind::Workshop))), [""; 0]);
        assert_eq!(shown(Filter::default().with(Facet::Kind(MeetingKind::Meeting))).len(), 3);
    }

    #[test]
    fn a_choice_is_put_in_and_taken_out() {
        let kind = Facet::Kind(MeetingKind::Workshop);
        let filter = Filter::default().with(kind);
        assert!(filter.has(kind) && !filter.has(Facet::Kind(MeetingKind::Meeting)));
        assert_eq!(filter.facets().collect::<Vec<_>>(), [kind]);
        assert!(filter.without(kind).is_empty());
    }
}
