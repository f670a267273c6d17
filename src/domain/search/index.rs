//! What can be found by its name.

use crate::domain::{
    Catalog, City, CountryCode, Edition, Expert, Key, Localized, Meeting, MeetingKind, Topic, Visitor, sort_by,
};

use super::{Query, fold, matching};

/// Something that can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A year of the campaign.
    Year(i32),
    /// A city of meetings or guests.
    City(Key<City>),
    /// A country from which guests came.
    Country(CountryCode),
    /// A guest expert.
    Expert(Key<Expert>),
    /// The person of this place in a meeting's list of participants.
    Participant(Key<Meeting>, usize),
    /// A theme.
    Topic(Key<Topic>),
    /// A kind of meeting.
    Kind(MeetingKind),
    /// A meeting.
    Meeting(Key<Meeting>),
    /// An edition.
    Edition(Key<Edition>),
}

/// What is found together, in the order in which it is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Years.
    Years,
    /// Cities.
    Cities,
    /// Countries of guests.
    Countries,
    /// Guest experts and other people named.
    People,
    /// Themes.
    Topics,
    /// Kinds of meeting.
    Kinds,
    /// Meetings.
    Meetings,
    /// Editions.
    Editions,
}

impl Target {
    /// With what it is offered.
    #[must_use]
    pub fn group(self) -> Group {
        match self {
            Self::Year(_) => Group::Years,
            Self::City(_) => Group::Cities,
            Self::Country(_) => Group::Countries,
            Self::Expert(_) | Self::Participant(..) => Group::People,
            Self::Topic(_) => Group::Topics,
            Self::Kind(_) => Group::Kinds,
            Self::Meeting(_) => Group::Meetings,
            Self::Edition(_) => Group::Editions,
        }
    }
}

/// Names that are not in the data, each in every language.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    /// What the edition of a number is called.
    pub edition: &'a dyn Fn(u16) -> Vec<String>,
    /// What a country is called.
    pub country: &'a dyn Fn(CountryCode) -> Vec<String>,
    /// What a kind of meeting is called.
    pub kind: &'a dyn Fn(MeetingKind) -> Vec<String>,
}

/// What it costs that something is found by what it lies in.
const AROUND: u32 = 2;

/// The names of everything in a catalog that takes part in the programme.
#[derive(Debug)]
pub struct Index(Vec<Entry>);

#[derive(Debug)]
struct Entry {
    target: Target,
    /// Folded, in each language.
    names: Vec<String>,
    /// What it is found by, too, though it is not called so.
    around: Vec<String>,
}

impl Index {
    /// Of one group no more are found.
    pub const MOST: usize = 5;

    /// The index of a catalog.
    #[must_use]
    pub fn new(catalog: &Catalog, known: Names<'_>) -> Self {
        let mut entries = Vec::new();
        let mut add = |target: Target, names: &[&str]| {
            entries.push(Entry { target, names: names.iter().map(|name| fold(name)).collect(), around: Vec::new() });
        };
        for year in catalog.years().into_iter().flatten() {
            add(Target::Year(year), &[&year.to_string()]);
        }
        for (key, city) in catalog.all::<City>() {
            let is_home =
                |meeting: &Meeting| meeting.guests.iter().any(|guest| catalog.home_of(guest.visitor) == Some(key));
            if catalog.all::<Meeting>().any(|(_, meeting)| meeting.city == key || is_home(meeting)) {
                let names = city.name.all();
                // Of two words, also as one.
                let joined = names.iter().filter(|name| name.contains(' ')).map(|name| name.replace(' ', ""));
                let names: Vec<String> = names.iter().cloned().chain(joined).collect();
                add(Target::City(key), &names.iter().map(String::as_str).collect::<Vec<_>>());
            }
        }
        for country in catalog.guest_countries() {
            let names = (known.country)(country);
            add(Target::Country(country), &names.iter().map(String::as_str).collect::<Vec<_>>());
        }
        for (key, expert) in catalog.all::<Expert>() {
            let is_guest = |meeting: &Meeting| meeting.guests.iter().any(|guest| guest.visitor == Visitor::Expert(key));
            if catalog.all::<Meeting>().any(|(_, meeting)| is_guest(meeting)) {
                add(Target::Expert(key), &[&expert.name]);
            }
        }
        for (key, topic) in catalog.all::<Topic>() {
            add(Target::Topic(key), &topic.name.all().each_ref().map(String::as_str));
        }
        for kind in MeetingKind::ALL {
            if catalog.all::<Meeting>().any(|(_, meeting)| meeting.kinds.contains(&kind)) {
                add(Target::Kind(kind), &(known.kind)(kind).iter().map(String::as_str).collect::<Vec<_>>());
            }
        }
        for (key, meeting) in catalog.all::<Meeting>() {
            for (index, person) in meeting.participants.iter().enumerate() {
                add(Target::Participant(key, index), &[&person.name]);
            }
            let city = &catalog.get(meeting.city).name;
            let years: Vec<String> = meeting.years().take(2).map(|year| year.to_string()).collect();
            let title = meeting.title.iter().flat_map(Localized::all).cloned();
            let names: Vec<String> = city.all().iter().cloned().chain(title).chain(years).collect();
            add(Target::Meeting(key), &names.iter().map(String::as_str).collect::<Vec<_>>());
        }
        for (key, edition) in catalog.all::<Edition>() {
            let theme = edition.theme.iter().flat_map(Localized::all).cloned();
            let names: Vec<String> = (known.edition)(edition.number).into_iter().chain(theme).collect();
            add(Target::Edition(key), &names.iter().map(String::as_str).collect::<Vec<_>>());
        }
        for entry in &mut entries {
            if let Target::City(key) = entry.target {
                let region = catalog.get(key).region.iter().flat_map(Localized::all);
                entry.around = region.map(|name| fold(name)).collect();
            }
        }
        Self(entries)
    }

    /// What is looked for, group by group, in each the best first. Only if there is nothing at all, what it might be if
    /// it was typed with errors.
    #[must_use]
    pub fn find(&self, query: &Query) -> Vec<Target> {
        let mut found = self.costs(query, false);
        if found.is_empty() {
            found = self.costs(query, true);
        }
        // Of one letter or two the middle of a word is found by accident, mostly.
        if query.as_str().chars().count() < 3 && found.iter().any(|(_, cost)| *cost < matching::INNER) {
            found.retain(|(_, cost)| *cost < matching::INNER);
        }
        sort_by(&mut found, |(a, a_cost), (b, b_cost)| (a.group(), a_cost).cmp(&(b.group(), b_cost)));
        let mut targets: Vec<Target> = Vec::new();
        for (target, _) in found {
            if targets.iter().filter(|other| other.group() == target.group()).count() < Self::MOST {
                targets.push(target);
            }
        }
        targets
    }

    /// The one thing that has just this name in some language; nothing where several have it. A meeting is known by its
    /// city's name, which is the city's.
    #[must_use]
    pub fn named(&self, query: &Query) -> Option<Target> {
        let name = fold(query.as_str());
        let is_it = |entry: &&Entry| entry.target.group() != Group::Meetings && entry.names.contains(&name);
        let mut found = self.0.iter().filter(is_it);
        let first = found.next()?;
        found.next().is_none().then_some(first.target)
    }

    fn costs(&self, query: &Query, is_lenient: bool) -> Vec<(Target, u32)> {
        let cost = |entry: &Entry| {
            let around = || Some(query.cost(&entry.around, is_lenient)? + AROUND);
            Some((entry.target, query.cost(&entry.names, is_lenient).or_else(around)?))
        };
        self.0.iter().filter_map(cost).collect()
    }
}
