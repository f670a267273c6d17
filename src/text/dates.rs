//! Partial dates in words, only as precise as they are.

use crate::domain::{CalendarDate, Edtf, Qualifier};

use super::Words;

/// What a language needs to word dates.
pub(crate) struct DateWords {
    /// Months as they follow a day, or "about" and "from": "29 marca", "od marca 2017".
    pub(crate) months_after_day: [&'static str; 12],
    /// Months alone: "marzec 2017".
    pub(crate) months_alone: [&'static str; 12],
    /// Appended to an uncertain date.
    pub(crate) uncertain: &'static str,
    /// Put before an approximate date.
    pub(crate) approximate: &'static str,
    /// Some year of a decade, by its first.
    pub(crate) decade: fn(i32) -> String,
    /// Put before the beginning of an interval that ends some time in the same year.
    pub(crate) from: &'static str,
    /// Put after the number of a day, as the point in "29. März".
    pub(crate) day_mark: &'static str,
}

/// A date or interval in words: "29 marca 2017", "26–27 kwietnia 2017", "2016".
///
/// In the order day, month, year, as all languages here have it; an interval names only once what its ends share.
#[must_use]
pub fn date(words: &Words, when: Edtf) -> String {
    let start = when.start();
    let Some(end) = when.end() else { return single(words, start) };
    let same_year = start.year() == end.year();
    let day_mark = words.dates.day_mark;
    match (start.month(), start.day(), end.month(), end.day()) {
        (Some(m1), Some(d1), Some(m2), Some(_)) if same_year && m1 == m2 && plain(start) && plain(end) => {
            format!("{d1}{day_mark}–{}", single(words, end))
        }
        (Some(m1), Some(d1), Some(_), Some(_)) if same_year && plain(start) => {
            format!("{d1}{day_mark}\u{a0}{}\u{a0}– {}", month(&words.dates.months_after_day, m1), single(words, end))
        }
        (Some(_), _, None, _) if same_year && !end.is_decade() => {
            format!("{}{}", words.dates.from, inflected(words, start, true))
        }
        (None, _, None, _) if plain(start) && plain(end) => format!("{}–{}", start.year(), end.year()),
        _ => format!("{}\u{a0}– {}", single(words, start), single(words, end)),
    }
}

/// A range of years: "2014–2017", or one year alone.
#[must_use]
pub fn years(first: i32, last: i32) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

fn plain(date: CalendarDate) -> bool {
    date.qualifier() == Qualifier::Certain && !date.is_decade()
}

fn single(words: &Words, date: CalendarDate) -> String {
    inflected(words, date, matches!(date.qualifier(), Qualifier::Approximate | Qualifier::Both))
}

/// A date alone, or behind a word ("about", "from") that a month follows as it follows a day.
fn inflected(words: &Words, date: CalendarDate, is_behind_word: bool) -> String {
    let dates = &words.dates;
    let months = if is_behind_word { &dates.months_after_day } else { &dates.months_alone };
    let year = date.year();
    let text = match (date.month(), date.day()) {
        (Some(m), Some(day)) => {
            format!("{day}{}\u{a0}{}\u{a0}{year}", dates.day_mark, month(&dates.months_after_day, m))
        }
        (Some(m), None) => format!("{}\u{a0}{year}", month(months, m)),
        (None, _) if date.is_decade() => (dates.decade)(year),
        (None, _) => year.to_string(),
    };
    match date.qualifier() {
        // "About the 2010s" is no more than that they are uncertain.
        Qualifier::Uncertain | Qualifier::Approximate | Qualifier::Both if date.is_decade() => {
            format!("{text}{}", dates.uncertain)
        }
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

    /// Dates as they stand in the data, in Polish and in English.
    const TABLE: &[(&str, &str, &str)] = &[
        // A year, a decade.
        ("2016", "2016", "2016"),
        ("2016?", "2016 (niepewne)", "2016 (uncertain)"),
        ("2016~", "około 2016", "about 2016"),
        ("2016%", "około 2016 (niepewne)", "about 2016 (uncertain)"),
        ("0001", "1", "1"),
        ("201X", "lata 2010–2019", "2010s"),
        ("201X?", "lata 2010–2019 (niepewne)", "2010s (uncertain)"),
        ("201X~", "lata 2010–2019 (niepewne)", "2010s (uncertain)"),
        ("199X", "lata 1990–1999", "1990s"),
        // A month.
        ("2016-01", "styczeń 2016", "January 2016"),
        ("2016-02", "luty 2016", "February 2016"),
        ("2016-03", "marzec 2016", "March 2016"),
        ("2016-04", "kwiecień 2016", "April 2016"),
        ("2016-05", "maj 2016", "May 2016"),
        ("2016-06", "czerwiec 2016", "June 2016"),
        ("2016-07", "lipiec 2016", "July 2016"),
        ("2016-08", "sierpień 2016", "August 2016"),
        ("2016-09", "wrzesień 2016", "September 2016"),
        ("2016-10", "październik 2016", "October 2016"),
        ("2016-11", "listopad 2016", "November 2016"),
        ("2016-12", "grudzień 2016", "December 2016"),
        ("2016-09?", "wrzesień 2016 (niepewne)", "September 2016 (uncertain)"),
        ("2016-09~", "około września 2016", "about September 2016"),
        // A day, among them those at the ends of months and years, which a time zone would shift first.
        ("2016-01-01", "1 stycznia 2016", "1 January 2016"),
        ("2016-02-29", "29 lutego 2016", "29 February 2016"),
        ("2017-03-29", "29 marca 2017", "29 March 2017"),
        ("2016-03-31", "31 marca 2016", "31 March 2016"),
        ("2016-04-01", "1 kwietnia 2016", "1 April 2016"),
        ("2016-05-09", "9 maja 2016", "9 May 2016"),
        ("2016-06-30", "30 czerwca 2016", "30 June 2016"),
        ("2016-07-04", "4 lipca 2016", "4 July 2016"),
        ("2016-08-15", "15 sierpnia 2016", "15 August 2016"),
        ("2016-09-21", "21 września 2016", "21 September 2016"),
        ("2016-10-30", "30 października 2016", "30 October 2016"),
        ("2016-11-11", "11 listopada 2016", "11 November 2016"),
        ("2016-12-31", "31 grudnia 2016", "31 December 2016"),
        ("2017-03-29?", "29 marca 2017 (niepewne)", "29 March 2017 (uncertain)"),
        ("2017-03-29~", "około 29 marca 2017", "about 29 March 2017"),
        ("2017-03-29%", "około 29 marca 2017 (niepewne)", "about 29 March 2017 (uncertain)"),
        ("9999-12-31", "31 grudnia 9999", "31 December 9999"),
        // An interval names only once what its ends share.
        ("2014/2017", "2014–2017", "2014–2017"),
        ("2016/2016", "2016–2016", "2016–2016"),
        ("2015-09-21/2015-09-22", "21–22 września 2015", "21–22 September 2015"),
        ("2017-04-26/2017-04-27", "26–27 kwietnia 2017", "26–27 April 2017"),
        ("2017-03-29/2017-04-02", "29 marca – 2 kwietnia 2017", "29 March – 2 April 2017"),
        ("2016-12-30/2017-01-02", "30 grudnia 2016 – 2 stycznia 2017", "30 December 2016 – 2 January 2017"),
        ("2017-04-26/2017?", "od 26 kwietnia 2017", "from 26 April 2017"),
        ("2017-04-26/2017", "od 26 kwietnia 2017", "from 26 April 2017"),
        ("2016-03/2016", "od marca 2016", "from March 2016"),
        ("2016/2017-03-29", "2016 – 29 marca 2017", "2016 – 29 March 2017"),
        ("2015?/2016-03-31", "2015 (niepewne) – 31 marca 2016", "2015 (uncertain) – 31 March 2016"),
        ("2014?/2017", "2014 (niepewne) – 2017", "2014 (uncertain) – 2017"),
        ("2014/2017?", "2014 – 2017 (niepewne)", "2014 – 2017 (uncertain)"),
        ("2014~/2017~", "około 2014 – około 2017", "about 2014 – about 2017"),
        ("2016-03/2016-05", "marzec 2016 – maj 2016", "March 2016 – May 2016"),
        ("2016-03/2017-05", "marzec 2016 – maj 2017", "March 2016 – May 2017"),
        (
            "2016-03-29?/2016-03-31",
            "29 marca 2016 (niepewne) – 31 marca 2016",
            "29 March 2016 (uncertain) – 31 March 2016",
        ),
        ("2017-04-26/2018", "26 kwietnia 2017 – 2018", "26 April 2017 – 2018"),
        ("201X/2017", "lata 2010–2019 – 2017", "2010s – 2017"),
        ("2010-03/201X", "marzec 2010 – lata 2010–2019", "March 2010 – 2010s"),
    ];

    #[test]
    fn dates_are_worded_as_precise_as_they_are() {
        for (edtf, pl, en) in TABLE {
            assert_eq!((worded(Lang::Pl, edtf).as_str(), worded(Lang::En, edtf).as_str()), (*pl, *en), "{edtf}");
        }
    }
}
