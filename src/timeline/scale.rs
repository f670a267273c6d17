//! Where things stand on the timeline, without a DOM.

use std::ops::RangeInclusive;

use crate::domain::{Catalog, Claim, Edition, Edtf, Key, Meeting, Period, sort_by};

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

/// A meeting as a mark on the time axis, as wide as its date is imprecise.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Which meeting.
    pub meeting: Key<Meeting>,
    /// The first moment at which it can have been, as a fraction of the timeline, 0..=1.
    pub start: f64,
    /// From there to the last, as a fraction of the timeline, 0..=1.
    pub length: f64,
    /// The lane, counted from 0, that keeps it from covering another mark.
    pub lane: usize,
    /// How it is drawn.
    pub shape: Shape,
}

/// How a mark is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A day, or few of them: a point.
    Point,
    /// A longer time, known to the day.
    Span,
    /// Some time within a month or a year that no source names: a span with soft ends.
    Soft,
}

/// How many meetings there were in a year, or up to its end.
#[derive(Clone, Debug, PartialEq)]
pub struct Tally {
    /// The year.
    pub year: i32,
    /// Those that are documented; one that touches several years counts in each, but in a running total once.
    pub documented: usize,
    /// How many the sources claim, if more than these. Of running totals alone: what they claim is all from the
    /// beginning up to a date, and cannot be told apart by years.
    pub claim: Option<Claim>,
}

/// Up to how many days a date is drawn as a point.
const POINT_DAYS: i32 = 7;

/// What a point takes of its lane at least, as a fraction of the timeline: no other mark comes so near.
const POINT_LENGTH: f64 = 0.03;

/// What an open claim has above its number for the end that fades out, as a fraction of the number.
const OPEN_END: f64 = 0.2;

/// The bands of all editions over `years`, in order of time.
#[must_use]
pub fn bands(catalog: &Catalog, years: &RangeInclusive<i32>) -> Vec<Band> {
    let mut editions: Vec<(Key<Edition>, Edtf)> =
        catalog.all::<Edition>().map(|(key, edition)| (key, edition.when)).collect();
    sort_by(&mut editions, |a, b| a.1.chronological(b.1));
    let mut rows = Rows::default();
    let band = |(edition, when)| {
        let (start, end) = fractions(when, years);
        Band { edition, start, length: end - start, row: rows.place(start, end) }
    };
    editions.into_iter().map(band).collect()
}

/// The marks of all meetings over `years`, in order of time.
#[must_use]
pub fn marks(catalog: &Catalog, years: &RangeInclusive<i32>) -> Vec<Mark> {
    let mut lanes = Rows::default();
    let mark = |(meeting, record): (Key<Meeting>, &Meeting)| {
        let (start, end) = fractions(record.when, years);
        let shape = shape(record.when);
        let lane = lanes.place(start, if shape == Shape::Point { end.max(start + POINT_LENGTH) } else { end });
        Mark { meeting, start, length: end - start, lane, shape }
    };
    catalog.all::<Meeting>().map(mark).collect()
}

/// How many meetings each of `years` has of those that `counts`; with `is_running`, it and all before it. Claims are of
/// the campaign as a whole: they are for whom everything counts.
#[must_use]
pub fn tallies(
    catalog: &Catalog,
    years: &RangeInclusive<i32>,
    is_running: bool,
    counts: Option<&dyn Fn(Key<Meeting>) -> bool>,
) -> Vec<Tally> {
    let tally = |year: i32| {
        let period = if is_running { Period::UpTo(year) } else { Period::Year(year) };
        let meetings = catalog.all::<Meeting>().filter(|(_, meeting)| period.touches(&meeting.years()));
        let documented = meetings.filter(|&(key, _)| counts.is_none_or(|counts| counts(key))).count();
        let claim = if is_running && counts.is_none() { Claim::up_to(catalog, year) } else { None };
        Tally { year, documented, claim: claim.filter(|claim| claim.exceeds(documented)) }
    };
    years.clone().map(tally).collect()
}

/// The number that the top of the chart stands for, at least 1.
#[must_use]
pub fn top(tallies: &[Tally]) -> f64 {
    let top = |tally: &Tally| {
        let claimed = tally.claim.map_or(0.0, |claim| {
            let value = f64::from(claim.value);
            if claim.is_open() { value * (1.0 + OPEN_END) } else { value }
        });
        claimed.max(count(tally.documented))
    };
    tallies.iter().map(top).fold(1.0, f64::max)
}

/// A count of records as a number to calculate with.
#[must_use]
pub fn count(records: usize) -> f64 {
    u32::try_from(records).map_or(f64::INFINITY, f64::from)
}

/// How far each row is taken.
#[derive(Default)]
struct Rows(Vec<f64>);

impl Rows {
    /// The first row that is free from `start` on; it is taken up to `end` then. To be asked in order of time.
    fn place(&mut self, start: f64, end: f64) -> usize {
        let row = self.0.iter().position(|&taken| taken <= start).unwrap_or(self.0.len());
        if row == self.0.len() {
            self.0.push(end);
        } else {
            self.0[row] = end;
        }
        row
    }
}

fn shape(when: Edtf) -> Shape {
    let (first, last) = when.days();
    if !when.is_known_to_the_day() {
        Shape::Soft
    } else if last - first < POINT_DAYS {
        Shape::Point
    } else {
        Shape::Span
    }
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
        fraction(end.last_year(), month_end(end.month(), end.day())),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Bound, sample};

    const YEARS: RangeInclusive<i32> = 2014..=2017;

    fn of(edtf: &str) -> (f64, f64) {
        fractions(edtf.parse().expect("valid"), &YEARS)
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
        assert!(near(of("201X"), (0.0, 1.0)));
    }

    #[test]
    fn what_lies_outside_ends_at_the_edge() {
        assert!(near(of("1999/2015"), (0.0, 0.5)));
        assert!(near(of("2030"), (1.0, 1.0)));
    }

    #[test]
    fn an_edition_is_one_band_over_all_of_its_years() {
        let bands = bands(&sample::catalog(), &YEARS);
        assert_eq!(bands.len(), 1, "it spans two years, and is one band");
        assert!((bands[0].start - 0.5).abs() < 1e-9);
        assert!((0.25..0.35).contains(&bands[0].length));
        assert_eq!(bands[0].row, 0);
    }

    #[test]
    fn what_overlaps_stands_in_rows_of_its_own() {
        let mut rows = Rows::default();
        assert_eq!(rows.place(0.0, 0.5), 0);
        assert_eq!(rows.place(0.2, 0.3), 1);
        assert_eq!(rows.place(0.3, 0.9), 1, "free again");
        assert_eq!(rows.place(0.4, 0.5), 2);
        assert_eq!(rows.place(0.5, 0.6), 0);
    }

    #[test]
    fn each_meeting_has_one_mark_as_wide_as_its_date_is_vague() {
        let catalog = sample::catalog();
        let marks = marks(&catalog, &YEARS);
        let drawn = |mark: &Mark| (catalog.get(mark.meeting).id.to_string(), mark.shape, mark.lane);
        assert_eq!(
            marks.iter().map(drawn).collect::<Vec<_>>(),
            [
                ("lublin-2016-12".to_owned(), Shape::Point, 0),
                ("lublin-2016".to_owned(), Shape::Soft, 1),
                ("poznan-2017".to_owned(), Shape::Point, 0),
            ]
        );
        assert!(near((marks[1].start, marks[1].length), (0.5, 0.25)));
        let (turn, length) = (marks[0].start, marks[0].length);
        assert!(turn < 0.75 && turn + length > 0.75, "over the turn of the year, and not twice");
    }

    #[test]
    fn only_what_is_known_to_the_day_is_a_point() {
        let shape = |edtf: &str| shape(edtf.parse().expect("valid"));
        assert_eq!(shape("2017-03-29"), Shape::Point);
        assert_eq!(shape("2015-09-21/2015-09-22"), Shape::Point);
        assert_eq!(shape("2015-09-21/2015-11-22"), Shape::Span);
        assert_eq!(shape("2017-03-29?"), Shape::Point);
        assert_eq!(shape("2017-03"), Shape::Soft);
        assert_eq!(shape("2017"), Shape::Soft);
        assert_eq!(shape("2017-04-26/2017"), Shape::Soft);
    }

    #[test]
    fn a_meeting_over_the_turn_of_the_year_counts_in_both_years_and_once_in_a_running_total() {
        let catalog = sample::catalog();
        let count = |is_running, counts| -> Vec<usize> {
            tallies(&catalog, &YEARS, is_running, counts).iter().map(|tally| tally.documented).collect()
        };
        assert_eq!(count(false, None), [0, 0, 2, 2]);
        assert_eq!(count(true, None), [0, 0, 2, 3]);
        let first = catalog.all::<Meeting>().next().map(|(key, _)| key);
        assert_eq!(count(true, Some(&|key| Some(key) == first)), [0, 0, 1, 1]);
    }

    #[test]
    fn the_top_leaves_room_for_the_open_end_of_a_claim() {
        let tally = |documented, claim| Tally { year: 2017, documented, claim };
        let claim = |value, bound| Some(Claim { value, bound, is_early: false });
        assert!((top(&[]) - 1.0).abs() < 1e-9);
        assert!((top(&[tally(4, None), tally(10, None)]) - 10.0).abs() < 1e-9);
        assert!((top(&[tally(4, claim(30, Bound::Exact)), tally(10, None)]) - 30.0).abs() < 1e-9);
        assert!((top(&[tally(15, claim(30, Bound::MoreThan))]) - 36.0).abs() < 1e-9);
    }
}
