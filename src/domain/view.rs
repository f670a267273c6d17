//! What of the programme a choice of period shows.

use super::{Catalog, City, CityTally, Edition, Expert, Facet, Filter, Key, Meeting, Visitor, each_once, sort_by};

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
    /// A window: from a year to a later one, or to the same, both with all that they hold.
    Between(i32, i32),
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

impl Subject {
    /// A short text that no other record has, for as long as the app runs: what ties together all that stands for it
    /// on the page.
    #[must_use]
    pub fn token(self) -> String {
        match self {
            Self::City(key) => format!("c{}", key.index()),
            Self::Meeting(key) => format!("m{}", key.index()),
            Self::Expert(key) => format!("e{}", key.index()),
        }
    }
}

impl Catalog {
    /// The tokens of what something belongs to, separated by spaces: of a meeting its city, of a person the home city.
    #[must_use]
    pub fn ties(&self, subject: Subject) -> String {
        let city = match subject {
            Subject::City(_) => None,
            Subject::Meeting(meeting) => Some(self.get(meeting).city),
            Subject::Expert(expert) => self.get(expert).city,
        };
        city.map(|city| Subject::City(city).token()).unwrap_or_default()
    }
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
            Self::Between(from, to) => *years.start() <= to && from <= *years.end(),
        }
    }

    /// Its first and last year, of a campaign over the years `all`.
    #[must_use]
    pub fn span(self, all: &std::ops::RangeInclusive<i32>) -> (i32, i32) {
        match self {
            Self::All => (*all.start(), *all.end()),
            Self::UpTo(year) => (*all.start(), year),
            Self::Year(year) => (year, year),
            Self::Between(from, to) => (from, to),
        }
    }

    /// The same where its year is one of `all`; of a window the part within them. Absent where there is none.
    #[must_use]
    pub fn within(self, all: &std::ops::RangeInclusive<i32>) -> Option<Self> {
        match self {
            Self::All => Some(self),
            Self::Year(year) | Self::UpTo(year) => all.contains(&year).then_some(self),
            Self::Between(from, to) => {
                let (from, to) = (from.max(*all.start()), to.min(*all.end()));
                (from <= to).then_some(Self::Between(from, to))
            }
        }
    }

    /// The year that is chosen, if one is; of a window its last.
    #[must_use]
    pub fn year(self) -> Option<i32> {
        match self {
            Self::All => None,
            Self::Year(year) | Self::UpTo(year) | Self::Between(_, year) => Some(year),
        }
    }

    /// Another year, looked at in the same way; a window ends with it, and begins with it at the latest.
    #[must_use]
    pub fn with_year(self, year: i32) -> Self {
        match self {
            Self::All | Self::Year(_) => Self::Year(year),
            Self::UpTo(_) => Self::UpTo(year),
            Self::Between(from, _) => Self::Between(from.min(year), year),
        }
    }

    /// A window that begins with another year, and ends with it at the earliest; any other period stays as it is.
    #[must_use]
    pub fn beginning_with(self, year: i32) -> Self {
        match self {
            Self::Between(_, to) => Self::Between(year, to.max(year)),
            other => other,
        }
    }

    /// So many years on, or back, as far as `all` years go: a window keeps its width.
    #[must_use]
    pub fn moved_by(self, years: i32, all: &std::ops::RangeInclusive<i32>) -> Self {
        let (first, last) = (*all.start(), *all.end());
        match self {
            Self::Between(from, to) => {
                let years = years.clamp((first - from).min(0), (last - to).max(0));
                Self::Between(from + years, to + years)
            }
            Self::Year(year) | Self::UpTo(year) => self.with_year((year + years).clamp(first, last)),
            Self::All => self.with_year(if years > 0 { first } else { last }),
        }
    }
}

/// What a detail is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// A meeting, city or expert that is selected.
    Subject(Subject),
    /// An edition or a topic that is looked at.
    Facet(Facet),
}

impl Focus {
    /// What is looked at closely: what is selected, or else the edition and the topic that a filter asks for.
    #[must_use]
    pub fn of(subject: Option<Subject>, filter: &Filter) -> Vec<Self> {
        if let Some(subject) = subject {
            return vec![Self::Subject(subject)];
        }
        let edition = filter.edition.map(|edition| Self::Facet(Facet::Edition(edition)));
        let topic = filter.topic.map(|topic| Self::Facet(Facet::Topic(topic)));
        edition.into_iter().chain(topic).collect()
    }
}

impl View {
    /// What `period` and `filter` show of `catalog`.
    #[must_use]
    pub fn of(catalog: &Catalog, period: Period, filter: Filter) -> Self {
        let meetings = catalog.all::<Meeting>();
        let shown = meetings.filter(|(key, meeting)| period.touches(&meeting.years()) && filter.admits(catalog, *key));
        let mut view = Self::holding(catalog, shown.map(|(key, _)| key).collect(), filter);
        let filter = &view.filter;
        let has_its_meeting =
            |edition| view.meetings.iter().any(|&meeting| catalog.get(meeting).edition == Some(edition));
        let editions = catalog.all::<Edition>().filter(|(key, edition)| {
            period.touches(&edition.when.years())
                && (filter.is_empty() || filter.edition == Some(*key) || has_its_meeting(*key))
        });
        let mut editions: Vec<_> = editions.map(|(key, _)| key).collect();
        sort_by(&mut editions, |&a, &b| catalog.get(a).number.cmp(&catalog.get(b).number));
        view.editions = editions;
        view
    }

    /// Some meetings, with the guests whom `filter` admits: no editions.
    #[must_use]
    pub fn holding(catalog: &Catalog, meetings: Vec<Key<Meeting>>, filter: Filter) -> Self {
        let mut view = Self { filter, meetings, ..Self::default() };
        let (mut hosts, mut homes) = (CityTally::new(catalog), CityTally::new(catalog));
        for &key in &view.meetings {
            let meeting = catalog.get(key);
            hosts.add(meeting.city);
            let guests = meeting.guests.iter().enumerate();
            for (index, guest) in guests.filter(|&(index, _)| view.filter.admits_guest(catalog, key, index)) {
                if let Some(home) = catalog.home_of(guest.visitor) {
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

    /// What of the programme to look at so that something is part of it, with as little change as possible: another year
    /// in the same way of looking at years, and without the filter only where that leaves it out.
    #[must_use]
    pub fn revealing(catalog: &Catalog, subject: Subject, period: Period, filter: Filter) -> (Period, Filter) {
        if Self::of(catalog, period, filter.clone()).shows(subject) {
            return (period, filter);
        }
        let all = Self::of(catalog, Period::All, filter.clone());
        let (all, filter) = if all.shows(subject) {
            (all, filter)
        } else {
            (Self::of(catalog, Period::All, Filter::default()), Filter::default())
        };
        let span = catalog.years();
        // A meeting over the turn of a year may begin before the first one of the timeline.
        let first_year = all.meetings_of(catalog, subject).find_map(|key| {
            let (years, span) = (catalog.get(key).years(), span.as_ref()?);
            let first = (*years.start()).max(*span.start());
            (first <= *years.end() && span.contains(&first)).then_some(first)
        });
        let period = match (period, first_year) {
            (Period::All, _) | (_, None) => Period::All,
            (Period::Year(_), Some(year)) => Period::Year(year),
            (Period::UpTo(chosen), Some(year)) => Period::UpTo(year.max(chosen)),
            // Wide enough for it.
            (Period::Between(from, to), Some(year)) => Period::Between(from.min(year), to.max(year)),
        };
        (period, filter)
    }

    /// The meetings of this view that something takes part in, by time.
    fn meetings_of<'a>(&'a self, catalog: &'a Catalog, subject: Subject) -> impl Iterator<Item = Key<Meeting>> + 'a {
        let is_of = move |key: Key<Meeting>| match subject {
            Subject::Meeting(meeting) => key == meeting,
            Subject::City(city) => {
                let guests = catalog.get(key).guests.iter().enumerate();
                let mut guests = guests.filter(|&(index, _)| self.filter.admits_guest(catalog, key, index));
                catalog.get(key).city == city || guests.any(|(_, guest)| catalog.home_of(guest.visitor) == Some(city))
            }
            Subject::Expert(expert) => {
                catalog.get(key).guests.iter().any(|guest| guest.visitor == Visitor::Expert(expert))
            }
        };
        self.meetings.iter().copied().filter(move |&key| is_of(key))
    }

    /// The meetings of this view that a city hosted, by time.
    pub fn meetings_in<'a>(&'a self, catalog: &'a Catalog, city: Key<City>) -> impl Iterator<Item = &'a Meeting> {
        self.meetings.iter().map(|&key| catalog.get(key)).filter(move |meeting| meeting.city == city)
    }

    /// Hosts and homes, each once.
    #[must_use]
    pub fn cities(&self) -> Vec<Key<City>> {
        each_once(self.hosts.iter().map(|&(city, _)| city).chain(self.homes.iter().copied()))
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
    use crate::domain::{Facet, MeetingKind, sample};

    #[test]
    fn a_year_shows_its_own_meetings_and_the_whole_campaign_each_of_them_once() {
        let catalog = sample::catalog();
        let shown = |period| View::of(&catalog, period, Filter::default()).meetings.len();
        assert_eq!(shown(Period::Year(2014)), 0);
        assert_eq!(shown(Period::Year(2016)), 2);
        assert_eq!(shown(Period::Year(2017)), 2, "the meeting over the turn of the year is in both years");
        assert_eq!(shown(Period::All), 3, "and counted once in all");
        assert_eq!([2014, 2015, 2016, 2017].map(|year| shown(Period::UpTo(year))), [0, 0, 2, 3]);
        let windows = [(2014, 2015), (2015, 2016), (2016, 2017), (2014, 2017), (2017, 2017)];
        assert_eq!(windows.map(|(from, to)| shown(Period::Between(from, to))), [0, 2, 3, 3, 2]);
    }

    #[test]
    fn a_window_shows_what_any_of_its_years_does_and_nothing_twice() {
        let catalog = sample::catalog();
        let meetings = |period| View::of(&catalog, period, Filter::default()).meetings;
        for from in 2014..=2017 {
            for to in from..=2017 {
                let each = each_once((from..=to).flat_map(|year| meetings(Period::Year(year))));
                let mut window = meetings(Period::Between(from, to));
                assert_eq!(window.len(), each.len(), "{from} to {to}");
                window.retain(|meeting| !each.contains(meeting));
                assert_eq!(window, [], "{from} to {to}");
            }
        }
    }

    #[test]
    fn an_end_of_a_window_pushes_the_other_along_and_a_step_keeps_its_width() {
        let window = Period::Between(2015, 2016);
        assert_eq!(window.with_year(2014), Period::Between(2014, 2014));
        assert_eq!(window.with_year(2017), Period::Between(2015, 2017));
        assert_eq!(window.beginning_with(2017), Period::Between(2017, 2017));
        assert_eq!(window.beginning_with(2014), Period::Between(2014, 2016));
        assert_eq!(Period::UpTo(2016).beginning_with(2014), Period::UpTo(2016));
        let all = 2014..=2017;
        assert_eq!([1, 2, -1, -9].map(|years| window.moved_by(years, &all)), {
            [(2016, 2017), (2016, 2017), (2014, 2015), (2014, 2015)].map(|(from, to)| Period::Between(from, to))
        });
        assert_eq!(Period::Year(2016).moved_by(3, &all), Period::Year(2017));
        assert_eq!([1, -1].map(|years| Period::All.moved_by(years, &all)), [Period::Year(2014), Period::Year(2017)]);
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
        for &(city, meetings) in &view.hosts {
            assert_eq!(view.meetings_in(&catalog, city).count(), meetings);
        }
        assert!(view.homes.iter().all(|&home| view.meetings_in(&catalog, home).next().is_none()));
    }

    #[test]
    fn an_edition_is_shown_in_each_year_that_it_touches() {
        let catalog = sample::catalog();
        for year in [2016, 2017] {
            assert_eq!(View::of(&catalog, Period::Year(year), Filter::default()).editions.len(), 1);
        }
        assert!(View::of(&catalog, Period::Year(2014), Filter::default()).editions.is_empty());
    }

    #[test]
    fn what_is_selected_becomes_part_of_the_view_with_as_little_change_as_possible() {
        let catalog = sample::catalog();
        let city = |id| Subject::City(catalog.find(id).expect("a city"));
        let meeting = Subject::Meeting(catalog.find("poznan-2017").expect("a meeting"));
        let all = Filter::default();
        let dutch = all.with(Facet::Country("NL".parse().expect("a code")));
        let workshops = all.with(Facet::Kind(MeetingKind::Workshop));
        for (subject, before, after) in [
            (city("lublin"), (Period::Year(2017), &all), (Period::Year(2017), &all)),
            (city("lublin"), (Period::Year(2014), &all), (Period::Year(2016), &all)),
            (meeting, (Period::Year(2016), &all), (Period::Year(2017), &all)),
            (meeting, (Period::UpTo(2016), &all), (Period::UpTo(2017), &all)),
            (meeting, (Period::UpTo(2016), &dutch), (Period::UpTo(2017), &dutch)),
            (city("tel-aviv"), (Period::UpTo(2014), &all), (Period::UpTo(2017), &all)),
            (city("tel-aviv"), (Period::Year(2017), &dutch), (Period::Year(2017), &all)),
            (city("amsterdam"), (Period::Year(2015), &dutch), (Period::Year(2016), &dutch)),
            (city("poznan"), (Period::All, &workshops), (Period::All, &all)),
        ] {
            let found = View::revealing(&catalog, subject, before.0, before.1.clone());
            assert_eq!(found, (after.0, after.1.clone()), "{subject:?} from {before:?}");
            assert!(View::of(&catalog, found.0, found.1).shows(subject));
        }
    }
}
