//! What of the programme a choice of period shows.

use super::{Catalog, City, CityTally, Edition, Expert, Filter, Key, Meeting, Visitor, sort_by};

/// The time that is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Period {
    /// The whole campaign.
    #[default]
    All,
    /// One calendar year.
    Year(i32),
    /// From the beginning up to a year, and with it.
    UpTo(i32),
}

/// The one thing that is looked at closely.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A city, whether host or home of guests.
    City(Key<City>),
    /// A meeting.
    Meeting(Key<Meeting>),
    /// A guest expert.
    Expert(Key<Expert>),
}

/// Someone who came, or a city that did, with every meeting of the view at which that was.
#[derive(Clone, Debug, PartialEq)]
pub struct Appearance {
    /// The person or city.
    pub visitor: Visitor,
    /// Each meeting with the place of this guest in its list.
    pub at: Vec<(Key<Meeting>, usize)>,
}

/// Everything that a period shows, in the order in which it is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// What of the period is looked at.
    pub filter: Filter,
    /// Meetings by time.
    pub meetings: Vec<Key<Meeting>>,
    /// The cities of these meetings, each with its number of meetings.
    pub hosts: Vec<(Key<City>, usize)>,
    /// Guests of these meetings, each once, in the order of their first meeting.
    pub guests: Vec<Appearance>,
    /// Known home cities of these guests.
    pub homes: Vec<Key<City>>,
    /// Editions whose time the period touches, by number; under a filter those that it is about.
    pub editions: Vec<Key<Edition>>,
}

impl Period {
    /// Whether any part of `years` lies in this period.
    #[must_use]
    pub fn touches(self, years: &std::ops::RangeInclusive<i32>) -> bool {
        match self {
            Self::All => true,
            Self::Year(year) => years.contains(&year),
            Self::UpTo(year) => *years.start() <= year,
        }
    }

    /// The year that is chosen, if one is.
    #[must_use]
    pub fn year(self) -> Option<i32> {
        match self {
            Self::All => None,
            Self::Year(year) | Self::UpTo(year) => Some(year),
        }
    }

    /// Another year, looked at in the same way.
    #[must_use]
    pub fn with_year(self, year: i32) -> Self {
        match self {
            Self::All | Self::Year(_) => Self::Year(year),
            Self::UpTo(_) => Self::UpTo(year),
        }
    }
}

impl View {
    /// What `period` and `filter` show of `catalog`.
    #[must_use]
    pub fn of(catalog: &Catalog, period: Period, filter: Filter) -> Self {
        let mut view = Self { filter, ..Self::default() };
        let (mut hosts, mut homes) = (CityTally::new(catalog), CityTally::new(catalog));
        let is_shown = |meeting: &Meeting| period.touches(&meeting.years()) && filter.admits(catalog, meeting);
        for (key, meeting) in catalog.all::<Meeting>().filter(|(_, meeting)| is_shown(meeting)) {
            view.meetings.push(key);
            hosts.add(meeting.city);
            let guests = meeting.guests.iter().enumerate();
            for (index, guest) in guests.filter(|(_, guest)| filter.admits_guest(catalog, guest)) {
                if let Some(home) = catalog.home_of(guest) {
                    homes.add(home);
                }
                match view.guests.iter_mut().find(|known| known.visitor == guest.visitor) {
                    Some(known) => known.at.push((key, index)),
                    None => view.guests.push(Appearance { visitor: guest.visitor, at: vec![(key, index)] }),
                }
            }
        }
        view.hosts = hosts.counted().collect();
        view.homes = homes.counted().map(|(city, _)| city).collect();
        let has_its_meeting =
            |edition| view.meetings.iter().any(|&meeting| catalog.get(meeting).edition == Some(edition));
        let editions = catalog.all::<Edition>().filter(|(key, edition)| {
            period.touches(&edition.when.years())
                && (filter.is_empty() || filter.edition == Some(*key) || has_its_meeting(*key))
        });
        view.editions = editions.map(|(key, _)| key).collect();
        sort_by(&mut view.editions, |&a, &b| catalog.get(a).number.cmp(&catalog.get(b).number));
        view
    }

    /// Whether something is part of this view.
    #[must_use]
    pub fn shows(&self, subject: Subject) -> bool {
        match subject {
            Subject::Meeting(meeting) => self.meetings.contains(&meeting),
            Subject::City(city) => self.hosts.iter().any(|&(host, _)| host == city) || self.homes.contains(&city),
            Subject::Expert(expert) => self.guests.iter().any(|guest| guest.visitor == Visitor::Expert(expert)),
        }
    }

    /// How many of the guests are persons with a name.
    #[must_use]
    pub fn named_experts(&self) -> usize {
        self.guests.iter().filter(|guest| matches!(guest.visitor, Visitor::Expert(_))).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample;

    #[test]
    fn a_year_shows_its_own_meetings_and_the_whole_campaign_each_of_them_once() {
        let catalog = sample::catalog();
        let shown = |period| View::of(&catalog, period, Filter::default()).meetings.len();
        assert_eq!(shown(Period::Year(2014)), 0);
        assert_eq!(shown(Period::Year(2016)), 2);
        assert_eq!(shown(Period::Year(2017)), 2, "the meeting over the turn of the year is in both years");
        assert_eq!(shown(Period::All), 3, "and counted once in all");
        assert_eq!([2014, 2015, 2016, 2017].map(|year| shown(Period::UpTo(year))), [0, 0, 2, 3]);
    }

    #[test]
    fn a_guest_of_two_meetings_is_listed_once_with_both() {
        let catalog = sample::catalog();
        let view = View::of(&catalog, Period::All, Filter::default());
        assert_eq!(view.guests.len(), 2);
        assert_eq!(view.guests[0].at.len(), 2);
        assert_eq!(view.named_experts(), 1);
        assert_eq!(view.homes.len(), 2);
    }

    #[test]
    fn hosts_are_counted_by_city() {
        let catalog = sample::catalog();
        let view = View::of(&catalog, Period::All, Filter::default());
        assert_eq!(view.hosts.iter().map(|&(_, meetings)| meetings).collect::<Vec<_>>(), [2, 1]);
    }

    #[test]
    fn an_edition_is_shown_in_each_year_that_it_touches() {
        let catalog = sample::catalog();
        for year in [2016, 2017] {
            assert_eq!(View::of(&catalog, Period::Year(year), Filter::default()).editions.len(), 1);
        }
        assert!(View::of(&catalog, Period::Year(2014), Filter::default()).editions.is_empty());
    }
}
