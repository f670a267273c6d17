//! The whole programme, checked and indexed.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::RangeInclusive;

use super::{
    Award, City, CountryCode, Edition, Edtf, Expert, Localized, Meeting, Slug, Source, Topic, Total, Visitor, sort_by,
};

/// A reference to a record of a [`Catalog`].
///
/// Only a [`Builder`] and the catalog that it becomes hand them out, so a key always leads to its record.
pub struct Key<T>(u32, PhantomData<fn() -> T>);

/// A second record with the id of an earlier one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the id {0} is taken by an earlier record")]
pub struct DuplicateId(pub Slug);

/// Everything that is known of the campaign.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalog {
    title: Option<Localized>,
    span: Option<Edtf>,
    cities: Table<City>,
    editions: Table<Edition>,
    topics: Table<Topic>,
    experts: Table<Expert>,
    meetings: Table<Meeting>,
    totals: Table<Total>,
    awards: Table<Award>,
    sources: Table<Source>,
    home_country: Option<CountryCode>,
}

/// The records of a type, and where each one is by its id.
#[derive(Clone, Debug, PartialEq)]
pub struct Table<T> {
    records: Vec<T>,
    index: HashMap<Slug, u32>,
}

/// Collects records in the order in which they may refer to each other and becomes a [`Catalog`].
#[derive(Debug)]
pub struct Builder(Catalog);

/// What the record types have in common: an id that is unique in their table.
pub trait Record: Sized + 'static {
    /// The identifier.
    fn id(&self) -> &Slug;
    /// The table that holds the records of this type.
    fn table(catalog: &Catalog) -> &Table<Self>;
    /// The same, to be filled; only a [`Builder`] has a catalog that can be changed.
    fn table_mut(catalog: &mut Catalog) -> &mut Table<Self>;
}

macro_rules! records {
    ($($type:ident in $table:ident),* $(,)?) => {$(
        impl Record for $type {
            fn id(&self) -> &Slug {
                &self.id
            }
            fn table(catalog: &Catalog) -> &Table<Self> {
                &catalog.$table
            }
            fn table_mut(catalog: &mut Catalog) -> &mut Table<Self> {
                &mut catalog.$table
            }
        }
    )*};
}

records! {
    City in cities,
    Edition in editions,
    Topic in topics,
    Expert in experts,
    Meeting in meetings,
    Total in totals,
    Award in awards,
    Source in sources,
}

// A derive would demand the same of `T`.
impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { records: Vec::new(), index: HashMap::new() }
    }
}

impl Builder {
    /// An empty programme.
    #[must_use]
    pub fn new(title: Option<Localized>, span: Option<Edtf>) -> Self {
        Self(Catalog {
            title,
            span,
            cities: Table::default(),
            editions: Table::default(),
            topics: Table::default(),
            experts: Table::default(),
            meetings: Table::default(),
            totals: Table::default(),
            awards: Table::default(),
            sources: Table::default(),
            home_country: None,
        })
    }

    /// Adds a record and gives its key.
    ///
    /// # Errors
    /// When a record of the same type has the same id; the new one is not added.
    pub fn add<T: Record>(&mut self, record: T) -> Result<Key<T>, DuplicateId> {
        let table = T::table_mut(&mut self.0);
        let id = record.id().clone();
        if table.index.contains_key(&id) {
            return Err(DuplicateId(id));
        }
        let key = Key::new(table.records.len());
        table.index.insert(id, key.0);
        table.records.push(record);
        Ok(key)
    }

    /// The key of the record with this id.
    #[must_use]
    pub fn find<T: Record>(&self, id: &str) -> Option<Key<T>> {
        self.0.find(id)
    }

    /// The record of a key.
    #[must_use]
    pub fn get<T: Record>(&self, key: Key<T>) -> &T {
        self.0.get(key)
    }

    /// The finished catalog, its meetings in order of time.
    ///
    /// Keys of meetings that [`Self::add`] gave are void afterwards; no record holds one.
    #[must_use]
    pub fn finish(mut self) -> Catalog {
        let Table { records, index } = &mut self.0.meetings;
        sort_by(records, |a, b| a.when.chronological(b.when));
        for (at, meeting) in (0..).zip(records) {
            index.insert(meeting.id.clone(), at);
        }
        self.0.home_country = self.0.commonest_country();
        self.0
    }
}

impl Catalog {
    /// The campaign's name; absent where the data file gives none that is valid.
    #[must_use]
    pub fn title(&self) -> Option<&Localized> {
        self.title.as_ref()
    }

    /// The campaign's whole time, whatever of it is documented.
    #[must_use]
    pub fn span(&self) -> Option<Edtf> {
        self.span
    }

    /// The years of the timeline, first to last: those of [`Self::span`], or of every meeting where there is none.
    /// Of more than a hundred years the last hundred.
    ///
    /// A meeting outside the span, which the loader reports, is part of the whole campaign, but one typing error
    /// makes no timeline of two thousand years. Absent where nothing has a date.
    #[must_use]
    pub fn years(&self) -> Option<RangeInclusive<i32>> {
        const MOST: i32 = 100;
        let meetings = || self.meetings.records.iter().map(|meeting| meeting.when.years());
        let all = |one: RangeInclusive<i32>, other: RangeInclusive<i32>| {
            *one.start().min(other.start())..=*one.end().max(other.end())
        };
        let years = self.span.map(Edtf::years).or_else(|| meetings().reduce(all))?;
        Some((*years.start()).max(years.end() - MOST + 1)..=*years.end())
    }

    /// Whether there is nothing in it to tell: cities alone say nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.meetings.records.is_empty() && self.totals.records.is_empty() && self.sources.records.is_empty()
    }

    /// The record of a key.
    #[must_use]
    pub fn get<T: Record>(&self, key: Key<T>) -> &T {
        &T::table(self).records[key.index()]
    }

    /// The key of the record with this id.
    #[must_use]
    pub fn find<T: Record>(&self, id: &str) -> Option<Key<T>> {
        T::table(self).index.get(id).map(|&index| Key(index, PhantomData))
    }

    /// All records of a type with their keys, in the catalog's order.
    pub fn all<T: Record>(&self) -> impl Iterator<Item = (Key<T>, &T)> {
        T::table(self).records.iter().enumerate().map(|(index, record)| (Key::new(index), record))
    }

    /// The city that someone came from, where known.
    #[must_use]
    pub fn home_of(&self, visitor: Visitor) -> Option<Key<City>> {
        match visitor {
            Visitor::City(city) => Some(city),
            Visitor::Expert(expert) => self.get(expert).city,
        }
    }

    /// The country in which most of the documented meetings took place.
    #[must_use]
    pub fn home_country(&self) -> Option<CountryCode> {
        self.home_country
    }

    fn commonest_country(&self) -> Option<CountryCode> {
        let mut counts: Vec<(CountryCode, usize)> = Vec::new();
        for country in self.meetings.records.iter().filter_map(|meeting| self.get(meeting.city).country) {
            match counts.iter_mut().find(|(known, _)| *known == country) {
                Some((_, count)) => *count += 1,
                None => counts.push((country, 1)),
            }
        }
        // Of several with as many the first: `max_by_key` takes the last.
        counts.into_iter().rev().max_by_key(|&(_, count)| count).map(|(country, _)| country)
    }

    /// The cities in which at least one documented meeting took place, in any year.
    #[must_use]
    pub fn host_cities(&self) -> Vec<Key<City>> {
        let mut tally = CityTally::new(self);
        self.meetings.records.iter().for_each(|meeting| tally.add(meeting.city));
        tally.counted().map(|(city, _)| city).collect()
    }
}

/// Counts cities of a catalog.
#[derive(Clone, Debug)]
pub struct CityTally(Vec<usize>);

impl CityTally {
    /// Every city of `catalog`, not counted yet.
    #[must_use]
    pub fn new(catalog: &Catalog) -> Self {
        Self(vec![0; catalog.cities.records.len()])
    }

    /// Counts a city once more.
    pub fn add(&mut self, city: Key<City>) {
        self.0[city.index()] += 1;
    }

    /// The cities counted at least once with their counts, in the catalog's order.
    pub fn counted(&self) -> impl Iterator<Item = (Key<City>, usize)> {
        self.0.iter().enumerate().filter(|&(_, &count)| count > 0).map(|(index, &count)| (Key::new(index), count))
    }
}

impl<T> Key<T> {
    fn new(index: usize) -> Self {
        // A catalog of more than four thousand million records does not fit into memory.
        #[expect(clippy::cast_possible_truncation, reason = "see above")]
        let index = index as u32;
        Self(index, PhantomData)
    }

    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

// Derives would demand the same traits of `T`.
impl<T> Clone for Key<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Key<T> {}
impl<T> fmt::Debug for Key<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({})", self.0)
    }
}
impl<T> PartialEq for Key<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Key<T> {}
impl<T> PartialOrd for Key<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Key<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T> Hash for Key<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

#[cfg(test)]
mod tests;
