//! Which part of the programme is looked at, beside the time.

use std::sync::Arc;

use super::{Catalog, CountryCode, Edition, Key, Meeting, MeetingKind, Occurrences, Period, Topic, Visitor, each_once};

/// What meetings and guests must have in common with it; what is not chosen asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// A theme of the meeting.
    pub topic: Option<Key<Topic>>,
    /// The edition that the meeting belongs to.
    pub edition: Option<Key<Edition>>,
    /// The country from which a guest of the meeting came: the others are left out.
    pub country: Option<CountryCode>,
    /// What kind of gathering it was.
    pub kind: Option<MeetingKind>,
    /// A text that the meeting has somewhere.
    pub text: Option<Arc<Occurrences>>,
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

/// What a [`Filter`] may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Criterion {
    /// The edition.
    Edition,
    /// The theme.
    Topic,
    /// The country of a guest.
    Country,
    /// The kind of gathering.
    Kind,
    /// A text.
    Text,
}

impl Facet {
    /// Of which sort this choice is.
    #[must_use]
    pub fn criterion(self) -> Criterion {
        match self {
            Self::Topic(_) => Criterion::Topic,
            Self::Edition(_) => Criterion::Edition,
            Self::Country(_) => Criterion::Country,
            Self::Kind(_) => Criterion::Kind,
        }
    }
}

impl Filter {
    /// Whether it leaves everything as it is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether this choice is in force.
    #[must_use]
    pub fn has(&self, facet: Facet) -> bool {
        self.facet(facet.criterion()) == Some(facet)
    }

    /// The filter with this choice in place of another of its sort.
    #[must_use]
    pub fn with(&self, facet: Facet) -> Self {
        let mut filter = self.clone();
        match facet {
            Facet::Topic(topic) => filter.topic = Some(topic),
            Facet::Edition(edition) => filter.edition = Some(edition),
            Facet::Country(country) => filter.country = Some(country),
            Facet::Kind(kind) => filter.kind = Some(kind),
        }
        filter
    }

    /// The filter that does not ask for this.
    #[must_use]
    pub fn without(&self, criterion: Criterion) -> Self {
        let mut filter = self.clone();
        match criterion {
            Criterion::Topic => filter.topic = None,
            Criterion::Edition => filter.edition = None,
            Criterion::Country => filter.country = None,
            Criterion::Kind => filter.kind = None,
            Criterion::Text => filter.text = None,
        }
        filter
    }

    /// The choice of this sort, if one is in force; a text is none.
    #[must_use]
    pub fn facet(&self, criterion: Criterion) -> Option<Facet> {
        match criterion {
            Criterion::Edition => self.edition.map(Facet::Edition),
            Criterion::Topic => self.topic.map(Facet::Topic),
            Criterion::Country => self.country.map(Facet::Country),
            Criterion::Kind => self.kind.map(Facet::Kind),
            Criterion::Text => None,
        }
    }

    /// What it asks for, in the order in which it is told.
    #[must_use]
    pub fn criteria(&self) -> Vec<Criterion> {
        let all = [Criterion::Text, Criterion::Edition, Criterion::Topic, Criterion::Country, Criterion::Kind];
        let is_asked = |criterion| match criterion {
            Criterion::Text => self.text.is_some(),
            facet => self.facet(facet).is_some(),
        };
        all.into_iter().filter(|&criterion| is_asked(criterion)).collect()
    }

    /// Whether a meeting is looked at.
    #[must_use]
    pub fn admits(&self, catalog: &Catalog, key: Key<Meeting>) -> bool {
        let meeting = catalog.get(key);
        self.topic.is_none_or(|topic| meeting.topics.contains(&topic))
            && self.edition.is_none_or(|edition| meeting.edition == Some(edition))
            && self.kind.is_none_or(|kind| meeting.kinds.contains(&kind))
            && self.text.as_ref().is_none_or(|text| text.has(key))
            && (self.country.is_none() || (0..meeting.guests.len()).any(|guest| self.admits_guest(catalog, key, guest)))
    }

    /// Whether a guest of a meeting that is looked at, by the place in its list, is looked at, too.
    #[must_use]
    pub fn admits_guest(&self, catalog: &Catalog, key: Key<Meeting>, guest: usize) -> bool {
        let visitor = catalog.get(key).guests[guest].visitor;
        self.country.is_none_or(|country| catalog.country_of(visitor) == Some(country))
            && self.text.as_ref().is_none_or(|text| text.has_guest(key, guest))
    }

    /// How many meetings of a period it leaves.
    #[must_use]
    pub fn count(&self, catalog: &Catalog, period: Period) -> usize {
        let meetings = catalog.all::<Meeting>();
        meetings.filter(|(key, meeting)| period.touches(&meeting.years()) && self.admits(catalog, *key)).count()
    }

    /// Every choice of a sort, in the catalog's order, each with the number of meetings that it would leave of a period
    /// beside the choices of other sorts. A text is no choice.
    #[must_use]
    pub fn choices(&self, catalog: &Catalog, period: Period, criterion: Criterion) -> Vec<(Facet, usize)> {
        let facets: Vec<Facet> = match criterion {
            Criterion::Edition => catalog.all::<Edition>().map(|(key, _)| Facet::Edition(key)).collect(),
            Criterion::Topic => catalog.all::<Topic>().map(|(key, _)| Facet::Topic(key)).collect(),
            Criterion::Country => catalog.guest_countries().into_iter().map(Facet::Country).collect(),
            Criterion::Kind => MeetingKind::ALL.into_iter().map(Facet::Kind).collect(),
            Criterion::Text => Vec::new(),
        };
        facets.into_iter().map(|facet| (facet, self.with(facet).count(catalog, period))).collect()
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

    /// The countries from which guests came, each once.
    #[must_use]
    pub fn guest_countries(&self) -> Vec<CountryCode> {
        let guests = self.all::<Meeting>().flat_map(|(_, meeting)| &meeting.guests);
        each_once(guests.filter_map(|guest| self.country_of(guest.visitor)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Query, View, sample};

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
        let view = View::of(&catalog, Period::All, filter.clone());
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
        assert_eq!(filter.criteria(), [Criterion::Kind]);
        assert!(filter.without(Criterion::Kind).is_empty());
    }

    #[test]
    fn each_choice_says_how_many_meetings_it_would_leave() {
        let catalog = sample::catalog();
        let counts = |filter: &Filter, period, criterion| -> Vec<usize> {
            filter.choices(&catalog, period, criterion).into_iter().map(|(_, count)| count).collect()
        };
        let all = Filter::default();
        assert_eq!(counts(&all, Period::All, Criterion::Country), [2, 1], "Dutch and Israeli guests");
        assert_eq!(counts(&all, Period::Year(2016), Criterion::Country), [1, 0]);
        assert_eq!(counts(&all, Period::All, Criterion::Kind), [3, 0, 0]);
        let israeli = all.with(Facet::Country("IL".parse().expect("a code")));
        assert_eq!(counts(&israeli, Period::All, Criterion::Country), [2, 1], "another in its place");
        assert_eq!(counts(&israeli, Period::All, Criterion::Kind), [1, 0, 0], "beside it");
    }

    #[test]
    fn of_a_text_that_only_a_guest_has_the_other_guests_are_left_out() {
        let catalog = sample::catalog();
        let of = |text: &str| {
            let query = Query::new(text).expect("a query");
            View::of(
                &catalog,
                Period::All,
                Filter { text: Some(Occurrences::of(&catalog, query).into()), ..Filter::default() },
            )
        };
        assert_eq!((of("vries").meetings.len(), of("vries").guests.len()), (2, 1));
        assert_eq!((of("poznan").meetings.len(), of("poznan").guests.len()), (1, 2), "the meeting itself has it");
        assert_eq!((of("awiw poznan").meetings.len(), of("awiw poznan").guests.len()), (1, 1));
        assert_eq!((of("awiw vries").meetings.len(), of("awiw vries").guests.len()), (1, 2), "one has each word");
        assert_eq!(of("kutno").meetings.len(), 0);
        assert_eq!(of("poznam").meetings.len(), 1, "typed with an error");
    }
}
