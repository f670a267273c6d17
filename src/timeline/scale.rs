//! Where things stand on the timeline, without a DOM.

use std::ops::RangeInclusive;

use crate::domain::{Catalog, Edition, Edtf, Key, Meeting, sort_by};

/// An edition as a band along the years.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Which edition.
    pub edition: Key<Edition>,
    /// Its beginning as a fraction of the timeline, 0..=1.
    pub start: f64,
    /// Its length as a fraction of the timeline, 0..=1.
    pub length: f64,
    /// The row, counted from 0, that keeps it from covering another band.
    pub row: usize,
}

/// The bands of all editions over `years`, in order of time.
#[must_use]
pub fn bands(catalog: &Catalog, years: &RangeInclusive<i32>) -> Vec<Band> {
    let mut editions: Vec<(Key<Edition>, Edtf)> =
        catalog.all::<Edition>().map(|(key, edition)| (key, edition.when)).collect();
    sort_by(&mut editions, |a, b| a.1.chronological(b.1));
    // The end of the last band in each row.
    let mut rows: Vec<f64> = Vec::new();
    editions
        .into_iter()
        .map(|(edition, when)| {
            let (start, end) = fractions(when, years);
            let row = rows.iter().position(|&taken| taken <= start).unwrap_or(rows.len());
            if row == rows.len() {
                rows.push(end);
            } else {
                rows[row] = end;
            }
            Band { edition, start, length: end - start, row }
        })
        .collect()
}

/// Each year with the number of meetings that touch it.
#[must_use]
pub fn counts(catalog: &Catalog, years: &RangeInclusive<i32>) -> Vec<(i32, usize)> {
    let count = |year: i32| catalog.all::<Meeting>().filter(|(_, meeting)| meeting.years().contains(&year)).count();
    years.clone().map(|year| (year, count(year))).collect()
}

/// First and last moment of a date as fractions of the timeline. Each year is as wide as any other, leap or not.
fn fractions(when: Edtf, years: &RangeInclusive<i32>) -> (f64, f64) {
    let count = f64::from(years.end() - years.start() + 1);
    let fraction = |year: i32, within: f64| ((f64::from(year - years.start()) + within) / count).clamp(0.0, 1.0);
    let (start, end) = (when.start(), when.end().unwrap_or(when.start()));
    let month_start = |month: Option<u8>, day: Option<u8>| {
        month.map_or(0.0, |month| (f64::from(month - 1) + day.map_or(0.0, |day| f64::from(day - 1) / 31.0)) / 12.0)
    };
    let month_end = |month: Option<u8>, day: Option<u8>| {
        month.map_or(1.0, |month| (f64::from(month - 1) + day.map_or(1.0, |day| f64::from(day) / 31.0)) / 12.0)
    };
    (
        fraction(start.year(), month_start(start.month(), start.day())),
        fraction(end.year(), month_end(end.month(), end.day())),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample;

    fn of(edtf: &str) -> (f64, f64) {
        fractions(edtf.parse().expect("valid"), &(2014..=2017))
    }

    fn near(a: (f64, f64), b: (f64, f64)) -> bool {
        (a.0 - b.0).abs() < 1e-9 && (a.1 - b.1).abs() < 1e-9
    }

    #[test]
    fn a_year_is_a_column_and_a_day_a_point_in_it() {
        assert!(near(of("2014"), (0.0, 0.25)));
        assert!(near(of("2014/2017"), (0.0, 1.0)));
        let (start, end) = of("2017-03-29");
        assert!(start > 0.75 && end < 0.82 && end - start < 0.002);
        assert!(of("2016-02").0 > 0.5);
    }

    #[test]
    fn what_lies_outside_ends_at_the_edge() {
        assert!(near(of("1999/2015"), (0.0, 0.5)));
        assert!(near(of("2030"), (1.0, 1.0)));
    }

    #[test]
    fn an_edition_is_a_band_over_its_years() {
        let bands = bands(&sample::catalog(), &(2014..=2017));
        assert_eq!(bands.len(), 1);
        assert!((bands[0].start - 0.5).abs() < 1e-9);
        assert!((0.25..0.35).contains(&bands[0].length));
        assert_eq!(bands[0].row, 0);
    }
}
