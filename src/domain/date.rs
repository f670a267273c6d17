//! Partial dates in the Extended Date/Time Format (EDTF, ISO 8601-2:2019), the subset of levels 0 and 1
//! that a series of meetings needs.
//!
//! Read: `2016`, `2016-03`, `2016-03-31`, and `201X` for some year of a decade, each with `?` (uncertain), `~`
//! (approximate) or `%` (both), and intervals of two of these with `/`. Years have four digits, 0001 to 9999, in the
//! proleptic Gregorian calendar. No time of day and so no time zone is involved anywhere.

use std::cmp::Ordering;
use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

/// Why a text is no [`Edtf`] date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EdtfError {
    /// Not of the form described at the top of this file.
    #[error("not a date such as 2016, 2016-03, 2016-03-31 or 2016-03-31/2016-04-02")]
    Form,
    /// A day, month or year that no calendar has, such as 2017-02-29, 2017-13 or 0000.
    #[error("there is no such day in the calendar")]
    NoSuchDay,
    /// An interval whose end lies before its start.
    #[error("the end lies before the start")]
    EndBeforeStart,
}

/// How sure the sources are of a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Qualifier {
    /// No doubt stated.
    #[default]
    Certain,
    /// `?`
    Uncertain,
    /// `~`
    Approximate,
    /// `%`
    Both,
}

/// Some year of a decade, a year, a month of a year or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CalendarDate {
    /// The first one where it is a decade.
    year: u16,
    is_decade: bool,
    month: Option<u8>,
    day: Option<u8>,
    qualifier: Qualifier,
}

/// A date only as precise as it is known, or an interval of two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edtf {
    start: CalendarDate,
    /// Absent for a single date.
    end: Option<CalendarDate>,
}

impl Qualifier {
    fn suffix(self) -> &'static str {
        match self {
            Self::Certain => "",
            Self::Uncertain => "?",
            Self::Approximate => "~",
            Self::Both => "%",
        }
    }
}

impl CalendarDate {
    /// The year, 1..=9999; of a decade its first.
    #[must_use]
    pub fn year(self) -> i32 {
        i32::from(self.year)
    }

    /// The year; of a decade its last.
    #[must_use]
    pub fn last_year(self) -> i32 {
        i32::from(self.latest_year())
    }

    /// Whether it is some unknown year of a decade, such as `201X`.
    #[must_use]
    pub fn is_decade(self) -> bool {
        self.is_decade
    }

    fn latest_year(self) -> u16 {
        if self.is_decade { self.year + 9 } else { self.year }
    }

    /// The month, 1..=12, if known.
    #[must_use]
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, 1..=31, if known.
    #[must_use]
    pub fn day(self) -> Option<u8> {
        self.day
    }

    /// How sure the sources are.
    #[must_use]
    pub fn qualifier(self) -> Qualifier {
        self.qualifier
    }

    /// The first day that it can mean, in days since 1970-01-01.
    #[must_use]
    pub fn first_day(self) -> i32 {
        days_since_1970(self.year(), self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day that it can mean, in days since 1970-01-01.
    #[must_use]
    pub fn last_day(self) -> i32 {
        let (year, month) = (self.latest_year(), self.month.unwrap_or(12));
        days_since_1970(i32::from(year), month, self.day.unwrap_or_else(|| days_in_month(year, month)))
    }

    /// 0 for a day, 1 for a month, 2 for a year, 3 for a decade.
    fn vagueness(self) -> u8 {
        u8::from(self.is_decade) + u8::from(self.month.is_none()) + u8::from(self.day.is_none())
    }
}

impl Edtf {
    /// The date, or the first of the interval.
    #[must_use]
    pub fn start(self) -> CalendarDate {
        self.start
    }

    /// The last date of the interval; absent for a single date.
    #[must_use]
    pub fn end(self) -> Option<CalendarDate> {
        self.end
    }

    /// The calendar years that it touches.
    #[must_use]
    pub fn years(self) -> RangeInclusive<i32> {
        self.start.year()..=self.end.unwrap_or(self.start).last_year()
    }

    /// Whether each of its dates names a day.
    #[must_use]
    pub fn is_known_to_the_day(self) -> bool {
        self.start.day.is_some() && self.end.is_none_or(|end| end.day.is_some())
    }

    /// Whether one of its dates is said to be uncertain or approximate.
    #[must_use]
    pub fn is_uncertain(self) -> bool {
        [Some(self.start), self.end].into_iter().flatten().any(|date| date.qualifier() != Qualifier::Certain)
    }

    /// The first and the last day that it can mean, in days since 1970-01-01; the first is never after the last.
    #[must_use]
    pub fn days(self) -> (i32, i32) {
        (self.start.first_day(), self.end.unwrap_or(self.start).last_day())
    }

    /// Whether both can mean the same day.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        let ((first, last), (other_first, other_last)) = (self.days(), other.days());
        first <= other_last && other_first <= last
    }

    /// Orders by the last day on which it can have begun, then the more precise first, then by the last possible day:
    /// of a year, what has a day comes before what has none, of which nobody knows whether it was earlier.
    #[must_use]
    pub fn chronological(self, other: Self) -> Ordering {
        let key = |date: Self| (date.start.last_day(), date.start.vagueness(), date.days().1);
        key(self).cmp(&key(other))
    }
}

impl FromStr for Edtf {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, EdtfError> {
        let Some((start, end)) = text.split_once('/') else {
            return Ok(Self { start: text.parse()?, end: None });
        };
        let (start, end) = (start.parse::<CalendarDate>()?, end.parse::<CalendarDate>()?);
        if end.last_day() < start.first_day() {
            return Err(EdtfError::EndBeforeStart);
        }
        Ok(Self { start, end: Some(end) })
    }
}

impl FromStr for CalendarDate {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, EdtfError> {
        let (digits, qualifier) = match text.as_bytes() {
            [digits @ .., b'?'] => (digits, Qualifier::Uncertain),
            [digits @ .., b'~'] => (digits, Qualifier::Approximate),
            [digits @ .., b'%'] => (digits, Qualifier::Both),
            digits => (digits, Qualifier::Certain),
        };
        let (year, rest) = digits.split_first_chunk::<4>().ok_or(EdtfError::Form)?;
        let (year, is_decade) = match year {
            [decade @ .., b'X'] => (number(decade)? * 10, true),
            year => (number(year)?, false),
        };
        if is_decade && !rest.is_empty() {
            return Err(EdtfError::Form);
        }
        let (month, rest) = next_part(rest)?;
        let (day, rest) = next_part(rest)?;
        if !rest.is_empty() {
            return Err(EdtfError::Form);
        }
        let days = month.map_or(31, |month| days_in_month(year, month));
        if year == 0 || month.is_some_and(|month| !(1..=12).contains(&month)) {
            return Err(EdtfError::NoSuchDay);
        }
        if day.is_some_and(|day| !(1..=days).contains(&day)) {
            return Err(EdtfError::NoSuchDay);
        }
        Ok(Self { year, is_decade, month, day, qualifier })
    }
}

impl fmt::Display for CalendarDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_decade {
            write!(f, "{:03}X", self.year / 10)?;
        } else {
            write!(f, "{:04}", self.year)?;
        }
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        f.write_str(self.qualifier.suffix())
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.start.fmt(f)?;
        let Some(end) = self.end else { return Ok(()) };
        f.write_str("/")?;
        end.fmt(f)
    }
}

fn number(digits: &[u8]) -> Result<u16, EdtfError> {
    digits.iter().try_fold(0, |sum, digit| match digit {
        b'0'..=b'9' => Ok(sum * 10 + u16::from(digit - b'0')),
        _ => Err(EdtfError::Form),
    })
}

/// The month or day at the beginning, if there is anything, and what follows it.
fn next_part(text: &[u8]) -> Result<(Option<u8>, &[u8]), EdtfError> {
    match text {
        [] => Ok((None, text)),
        [b'-', tens, ones, rest @ ..] => Ok((u8::try_from(number(&[*tens, *ones])?).ok(), rest)),
        _ => Err(EdtfError::Form),
    }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Counts in years that begin on 1 March, so that the leap day is the last of its year
/// (<https://howardhinnant.github.io/date_algorithms.html>).
fn days_since_1970(year: i32, month: u8, day: u8) -> i32 {
    const DAYS_FROM_0000_03_01: i32 = 719_468;
    let month = i32::from(month);
    let year = if month <= 2 { year - 1 } else { year };
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + i32::from(day) - 1;
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year - DAYS_FROM_0000_03_01
}

#[cfg(test)]
mod tests;
