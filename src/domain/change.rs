//! What changed from one year to the next.

use super::{Catalog, City, Filter, Key, Meeting, Period, View};

/// A year beside the one before it, of what is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The year.
    pub year: i32,
    /// What it shows.
    pub view: View,
    /// How many meetings the year before had; absent for the first year of the timeline.
    pub before: Option<usize>,
    /// Host cities of which no meeting in an earlier year is known, whatever the filter.
    pub new: Vec<Key<City>>,
    /// Host cities with one.
    pub returning: Vec<Key<City>>,
}

/// Each year of a period, beside the one before it.
#[must_use]
pub fn changes(catalog: &Catalog, period: Period, filter: &Filter) -> Vec<Change> {
    let years = catalog.years();
    let shown = years.clone().into_iter().flatten().filter(|year| period.touches(&(*year..=*year)));
    let change = |year: i32| {
        let view = View::of(catalog, Period::Year(year), filter.clone());
        let count = |year| View::of(catalog, Period::Year(year), filter.clone()).meetings.len();
        let was_host = |city: Key<City>| {
            catalog.all::<Meeting>().any(|(_, meeting)| meeting.city == city && *meeting.years().start() < year)
        };
        let hosts = view.hosts.iter().map(|&(city, _)| city);
        let (returning, new) = hosts.partition(|&city| was_host(city));
        let is_first = years.as_ref().is_none_or(|years| *years.start() == year);
        Change { year, before: (!is_first).then(|| count(year - 1)), new, returning, view }
    };
    shown.map(change).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Facet, sample};

    #[test]
    fn a_year_is_told_beside_the_one_before() {
        let catalog = sample::catalog();
        let all = changes(&catalog, Period::All, &Filter::default());
        assert_eq!(all.iter().map(|change| change.year).collect::<Vec<_>>(), [2014, 2015, 2016, 2017]);
        assert_eq!(all.iter().map(|change| change.before).collect::<Vec<_>>(), [None, Some(0), Some(0), Some(2)]);
        let ids =
            |cities: &[Key<City>]| cities.iter().map(|&city| catalog.get(city).id.to_string()).collect::<Vec<_>>();
        assert_eq!((ids(&all[2].new), ids(&all[2].returning)), (vec!["lublin".to_owned()], vec![]));
        assert_eq!((ids(&all[3].new), ids(&all[3].returning)), (vec!["poznan".to_owned()], vec!["lublin".to_owned()]));
    }

    #[test]
    fn it_follows_period_and_filter() {
        let catalog = sample::catalog();
        assert_eq!(changes(&catalog, Period::Year(2017), &Filter::default()).len(), 1);
        assert_eq!(changes(&catalog, Period::UpTo(2015), &Filter::default()).len(), 2);
        let israel = Filter::default().with(Facet::Country("IL".parse().expect("a code")));
        let of_2017 = &changes(&catalog, Period::Year(2017), &israel)[0];
        assert_eq!((of_2017.new.len(), of_2017.returning.len(), of_2017.view.homes.len()), (1, 0, 1));
    }
}
