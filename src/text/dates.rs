//! Partial dates in words, only as precise as they are.

use crate::domain::{CalendarDate, Edtf, Qualifier};

use super::Words;

/// What a language needs to word dates.
pub(crate) struct DateWords {
    /// Months as they follow a day: "29 marca".
    pub(crate) months_after_day: [&'static str; 12],
    /// Months alone: "marzec 2017".
    pub(crate) months_alone: [&'static str; 12],
    /// Appended to an uncertain date.
    pub(crate) uncertain: &'static str,
    /// Put before an approximate date.
    pub(crate) approximate: &'static str,
    /// Put before the beginning of an interval that ends some time in the same year.
    pub(crate) from: &'static str,
}

/// A date or interval in words: "29 marca 2017", "26–27 kwietnia 2017", "2016".
///
/// The same words in both languages of the order day, month, year; an interval names only once what its ends
/// share.
#[must_use]
pub fn date(words: &Words, when: Edtf) -> String {
    let start = when.start();
    let Some(end) = when.end() else { return single(words, start) };
    let same_year = start.year() == end.year();
    match (start.month(), start.day(), end.month(), end.day()) {
        (Some(m1), Some(d1), Some(m2), Some(_)) if same_year && m1 == m2 && plain(start) && plain(end) => {
            format!("{d1}–{}", single(words, end))
        }
        (Some(m1), Some(d1), Some(_), Some(_)) if same_year && plain(start) => {
            format!("{d1}\u{a0}{} – {}", month(&words.dates.months_after_day, m1), single(words, end))
        }
        (Some(_), _, None, _) if same_year => format!("{}{}", words.dates.from, single(words, start)),
        (None, _, None, _) if plain(start) && plain(end) => format!("{}–{}", start.year(), end.year()),
        _ => format!("{} – {}", single(words, start), single(words, end)),
    }
}

/// A range of years: "2014–2017", or one year alone.
#[must_use]
pub fn years(first: i32, last: i32) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

fn plain(date: CalendarDate) -> bool {
    date.qualifier() == Qualifier::Certain
}

fn single(words: &Words, date: CalendarDate) -> String {
    let dates = &words.dates;
    let year = date.year();
    let text = match (date.month(), date.day()) {
        (Some(m), Some(day)) => format!("{day}\u{a0}{}\u{a0}{year}", month(&dates.months_after_day, m)),
        (Some(m), None) => format!("{}\u{a0}{year}", month(&dates.months_alone, m)),
        (None, _) => year.to_string(),
    };
    match date.qualifier() {
        Qualifier::Certain => text,
        Qualifier::Uncertain => format!("{text}{}", dates.uncertain),
        Qualifier::Approximate => format!("{}{text}", dates.approximate),
        Qualifier::Both => format!("{}{text}{}", dates.approximate, dates.uncertain),
    }
}

fn month(names: &[&'static str; 12], number: u8) -> &'static str {
    names.get(usize::from(number).wrapping_sub(1)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;

    fn worded(lang: Lang, edtf: &str) -> String {
        date(Words::of(lang), edtf.parse().expect("a valid date")).replace('\u{a0}', " ")
    }

    #[test]
    fn dates_are_worded_as_precise_as_they_are() {
        assert_eq!(worded(Lang::Pl, "2017-03-29"), "29 marca 2017");
        assert_eq!(worded(Lang::En, "2017-03-29"), "29 March 2017");
        assert_eq!(worded(Lang::Pl, "2016-03"), "marzec 2016");
        assert_eq!(worded(Lang::Pl, "2016"), "2016");
        assert_eq!(worded(Lang::Pl, "2016?"), "2016 (niepewne)");
        assert_eq!(worded(Lang::En, "2016~"), "about 2016");
    }

    #[test]
    fn intervals_name_only_once_what_their_ends_share() {
        assert_eq!(worded(Lang::Pl, "2017-04-26/2017-04-27"), "26–27 kwietnia 2017");
        assert_eq!(worded(Lang::Pl, "2017-03-29/2017-04-02"), "29 marca – 2 kwietnia 2017");
        assert_eq!(worded(Lang::Pl, "2016-12-30/2017-01-02"), "30 grudnia 2016 – 2 stycznia 2017");
        assert_eq!(worded(Lang::Pl, "2014/2017"), "2014–2017");
        assert_eq!(worded(Lang::Pl, "2017-04-26/2017?"), "od 26 kwietnia 2017");
        assert_eq!(worded(Lang::Pl, "2016/2017-03-29"), "2016 – 29 marca 2017");
        assert_eq!(worded(Lang::En, "2015-09-21/2015-09-22"), "21–22 September 2015");
    }
}
