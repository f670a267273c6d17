//! Playing through the years: what comes next, and after how long. No clock ticks here.
//!
//! A step is a whole year, so whatever has a date within it is shown, be it as short as a day.

use std::ops::RangeInclusive;

use super::Period;

/// How fast the years follow each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Speed {
    /// Half as fast.
    Half,
    /// As fast as most people read a map.
    #[default]
    Normal,
    /// Twice as fast.
    Double,
}

/// How playback goes on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Playback {
    /// How fast.
    pub speed: Speed,
    /// Whether the first year follows the last.
    pub is_looping: bool,
}

impl Speed {
    /// How long each year is shown, in milliseconds.
    #[must_use]
    pub fn year_ms(self) -> u32 {
        match self {
            Self::Half => 4000,
            Self::Normal => 2000,
            Self::Double => 1000,
        }
    }

    /// The next faster one; after the fastest, the slowest.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Half => Self::Normal,
            Self::Normal => Self::Double,
            Self::Double => Self::Half,
        }
    }
}

impl Playback {
    /// What is shown first when playing begins at `period`, one of `years`.
    ///
    /// From the whole campaign, and from the last year, it is the first year: of the whole campaign, cumulatively, for so
    /// it ends with what it began with. Absent where there is but one year: nothing would follow.
    #[must_use]
    pub fn begin(period: Period, years: &RangeInclusive<i32>) -> Option<Period> {
        let (first, last) = (*years.start(), *years.end());
        (first < last).then(|| match period {
            Period::All => Period::UpTo(first),
            period if period.year().is_some_and(|year| year >= last) => at_first(period, years),
            period => period,
        })
    }

    /// What is to be shown after `period` has been for `shown_ms`, if that was long enough.
    #[must_use]
    pub fn step(self, period: Period, years: &RangeInclusive<i32>, shown_ms: u32) -> Step {
        let (first, last) = (*years.start(), *years.end());
        let next = match period.year() {
            Some(year) if year < last => period.moved_by(1, years),
            _ if self.is_looping && first < last => at_first(period, years),
            _ => return Step::End,
        };
        match self.speed.year_ms().checked_sub(shown_ms) {
            None | Some(0) => Step::Show(next),
            Some(rest) => Step::Wait(rest),
        }
    }
}

/// Where `years` begin, looked at as in `period`: a window keeps its width.
fn at_first(period: Period, years: &RangeInclusive<i32>) -> Period {
    match period {
        Period::Between(..) => period.moved_by(*years.start() - *years.end(), years),
        period => period.with_year(*years.start()),
    }
}

/// What playback does at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// What is shown stays for so many milliseconds more.
    Wait(u32),
    /// Something else is shown.
    Show(Period),
    /// It is over.
    End,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Filter, View, sample};

    const YEARS: RangeInclusive<i32> = 2014..=2017;
    const LONG: u32 = 60_000;

    /// Everything that is shown from the press of the button on, with at most ten steps.
    fn played(playback: Playback, from: Period) -> Vec<Period> {
        let mut shown: Vec<Period> = Playback::begin(from, &YEARS).into_iter().collect();
        while let Some(&last) = shown.last()
            && shown.len() < 10
        {
            match playback.step(last, &YEARS, LONG) {
                Step::Show(period) => shown.push(period),
                Step::End => break,
                Step::Wait(rest) => panic!("still {rest} ms to wait"),
            }
        }
        shown
    }

    #[test]
    fn it_ends_at_the_end() {
        let once = Playback::default();
        assert_eq!(played(once, Period::Year(2015)), [2015, 2016, 2017].map(Period::Year));
        assert_eq!(played(once, Period::UpTo(2016)), [2016, 2017].map(Period::UpTo));
    }

    #[test]
    fn from_the_end_and_from_the_whole_campaign_it_begins_with_the_first_year() {
        let once = Playback::default();
        assert_eq!(played(once, Period::Year(2017)), [2014, 2015, 2016, 2017].map(Period::Year));
        assert_eq!(played(once, Period::All), [2014, 2015, 2016, 2017].map(Period::UpTo));
    }

    #[test]
    fn a_window_moves_on_with_its_width() {
        let windows = |all: &[(i32, i32)]| -> Vec<Period> { all.iter().map(|&(a, b)| Period::Between(a, b)).collect() };
        let all = [(2014, 2015), (2015, 2016), (2016, 2017)];
        assert_eq!(played(Playback::default(), Period::Between(2014, 2015)), windows(&all));
        assert_eq!(played(Playback::default(), Period::Between(2016, 2017)), windows(&all), "from the end anew");
        let looping = Playback { is_looping: true, ..Playback::default() };
        assert_eq!(played(looping, Period::Between(2016, 2017))[2..5], windows(&[all[2], all[0], all[1]]));
    }

    #[test]
    fn a_loop_goes_round_and_keeps_the_mode() {
        let looping = Playback { is_looping: true, ..Playback::default() };
        let expected = [2016, 2017, 2014, 2015, 2016, 2017, 2014, 2015, 2016, 2017];
        assert_eq!(played(looping, Period::UpTo(2016)), expected.map(Period::UpTo));
    }

    #[test]
    fn a_single_year_is_not_played_even_in_a_loop() {
        let looping = Playback { is_looping: true, ..Playback::default() };
        assert_eq!(Playback::begin(Period::Year(2016), &(2016..=2016)), None);
        assert_eq!(looping.step(Period::Year(2016), &(2016..=2016), LONG), Step::End);
    }

    #[test]
    fn a_year_stays_as_long_as_the_speed_says() {
        let mut playback = Playback::default();
        let step = |playback: Playback, ms| playback.step(Period::Year(2015), &YEARS, ms);
        assert_eq!(step(playback, 0), Step::Wait(2000));
        assert_eq!(step(playback, 1500), Step::Wait(500));
        assert_eq!(step(playback, 2000), Step::Show(Period::Year(2016)));
        playback.speed = playback.speed.next();
        assert_eq!(step(playback, 999), Step::Wait(1));
        assert_eq!(step(playback, 1500), Step::Show(Period::Year(2016)));
        playback.speed = playback.speed.next();
        assert_eq!(step(playback, 0), Step::Wait(4000));
        assert_eq!(playback.speed.next(), Speed::Normal);
    }

    #[test]
    fn everything_with_a_date_appears_in_play_however_short_it_was() {
        let catalog = sample::catalog();
        let seen = |from| -> Vec<usize> {
            let shown = played(Playback::default(), from);
            shown.into_iter().map(|period| View::of(&catalog, period, Filter::default()).meetings.len()).collect()
        };
        assert_eq!(seen(Period::Year(2014)), [0, 0, 2, 2], "one day and one over the turn of the year among them");
        assert_eq!(seen(Period::All), [0, 0, 2, 3], "each counted once");
    }
}
