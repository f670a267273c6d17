//! The meetings as a calendar: iCalendar (RFC 5545, and RFC 7986 for its name).

use super::{Extract, stem};
use crate::domain::{Edtf, Key, Meeting, decimal};
use crate::text::{self, join};

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// The year.
    pub year: i32,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

/// The meetings of which the days are known: of the others a calendar would say more than anybody knows.
pub fn dated(extract: Extract<'_>) -> impl Iterator<Item = (Key<Meeting>, &Meeting)> {
    extract.meetings().filter(|(_, meeting)| days(meeting.when).is_some())
}

/// The file. `page` is where the app stands on the web, without a query.
///
/// Each event has the id of its meeting, so that a calendar that reads a later file knows it again, and the time of the
/// file is the end of the campaign: the data have no other, and the same data make the same file.
#[must_use]
pub fn icalendar(extract: Extract<'_>, page: &str) -> String {
    let mut file = File::default();
    let stamp = extract.catalog.span().map_or(0, |span| span.days().1);
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.line(
        "PRODID",
        &format!("-//{}//{}//{}", plain(&stem(extract)), "pracownia", extract.lang.tag().to_uppercase()),
    );
    file.line("CALSCALE", "GREGORIAN");
    for name in ["NAME", "X-WR-CALNAME"] {
        file.line(name, &escaped(extract.title()));
    }
    for (_, meeting) in dated(extract) {
        event(&mut file, extract, meeting, page, Day::of(stamp));
    }
    file.line("END", "VCALENDAR");
    file.0
}

fn event(file: &mut File, extract: Extract<'_>, meeting: &Meeting, page: &str, stamp: Day) {
    let Some((first, last)) = days(meeting.when) else { return };
    let (catalog, words) = (extract.catalog, extract.words());
    let city = catalog.get(meeting.city);
    let name = extract.text(&city.name);
    file.line("BEGIN", "VEVENT");
    file.line("UID", &format!("{}@{}", meeting.id, stem(extract)));
    file.line("DTSTAMP", &format!("{}T000000Z", stamp.digits()));
    file.line("DTSTART;VALUE=DATE", &Day::of(first).digits());
    // The day on which it is over.
    file.line("DTEND;VALUE=DATE", &Day::of(last + 1).digits());
    let title = meeting.title.as_ref().map(|title| extract.text(title).to_owned());
    let summary = join(": ", [format!("{}, {name}", extract.title())].into_iter().chain(title));
    file.line("SUMMARY", &escaped(&summary));
    let venue = extract.text_if(meeting.venue.as_ref()).to_owned();
    file.line("LOCATION", &escaped(&join(", ", [venue, name.to_owned()])));
    if let Some(place) = city.place {
        file.line("GEO", &format!("{};{}", decimal(place.lat()), decimal(place.lon())));
    }
    file.line("DESCRIPTION", &escaped(&description(extract, meeting)));
    let kinds: Vec<String> = meeting.kinds.iter().map(|&kind| escaped((words.kind)(kind))).collect();
    file.line("CATEGORIES", &kinds.join(","));
    file.line("URL", &plain(&format!("{page}?meeting={}", meeting.id)));
    let is_doubtful = meeting.is_date_doubtful();
    file.line("STATUS", if is_doubtful { "TENTATIVE" } else { "CONFIRMED" });
    // It takes nobody's time.
    file.line("TRANSP", "TRANSPARENT");
    file.line("END", "VEVENT");
}

/// Kinds, topics, guests, what is doubtful, and where it is known from, a line each.
fn description(extract: Extract<'_>, meeting: &Meeting) -> String {
    let (catalog, words) = (extract.catalog, extract.words());
    let labelled = |label: &str, text: String| if text.is_empty() { text } else { format!("{label}: {text}") };
    let guests =
        meeting.guests.iter().map(|guest| format!("{} ({})", extract.visitor(guest.visitor), (words.mode)(guest.mode)));
    let topics = meeting.topics.iter().map(|&topic| extract.text(&catalog.get(topic).name).to_owned());
    let sources = meeting.provenance.sources.iter().map(|&source| {
        let source = catalog.get(source);
        join(", ", [source.title.clone(), source.publisher.clone(), source.url.clone().unwrap_or_default()])
    });
    let note = extract.text_if(meeting.provenance.note.as_ref()).to_owned();
    join(
        "\n",
        [
            text::date(words, meeting.when),
            join(", ", meeting.kinds.iter().map(|&kind| (words.kind)(kind).to_owned())),
            join("; ", topics),
            labelled(words.with_guests, join("; ", guests)),
            note,
            labelled(words.doubts, extract.doubts(&meeting.provenance)),
            labelled(words.sources, join("; ", sources)),
        ],
    )
}

/// The first and the last day, where both are known.
fn days(when: Edtf) -> Option<(i32, i32)> {
    when.is_known_to_the_day().then(|| when.days())
}

impl Day {
    /// The day that is so many days after 1970-01-01
    /// (<https://howardhinnant.github.io/date_algorithms.html>, `civil_from_days`).
    #[must_use]
    pub fn of(days: i32) -> Self {
        let days = days + 719_468;
        let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let small = |number: i32| u8::try_from(number).unwrap_or(1);
        Self { year: year + era * 400 + i32::from(month <= 2), month: small(month), day: small(day) }
    }

    /// As iCalendar writes it: `20160331`.
    fn digits(self) -> String {
        format!("{:04}{:02}{:02}", self.year, self.month, self.day)
    }

    /// As ISO 8601 writes it: `2016-03-31`.
    #[must_use]
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[derive(Default)]
struct File(String);

impl File {
    /// A line, folded where it is longer than 75 octets: what follows a line break and a blank belongs to it.
    fn line(&mut self, name: &str, value: &str) {
        const LONGEST: usize = 75;
        let mut length = 0;
        for char in name.chars().chain([':']).chain(value.chars()) {
            if length + char.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(char);
            length += char.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A text as iCalendar has it: signs that part values are escaped, and no other control character is in it than its line
/// breaks.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '\\' | ';' | ',' => out.extend(['\\', char]),
            '\n' => out.push_str("\\n"),
            char if char.is_control() => {}
            char => out.push(char),
        }
    }
    out
}

/// What is no text, without what would end its line.
fn plain(text: &str) -> String {
    text.chars().filter(|char| !char.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_counted_as_the_dates_are() {
        for (text, next) in [
            ("2016-02-28", "2016-02-29"),
            ("2017-02-28", "2017-03-01"),
            ("2016-12-31", "2017-01-01"),
            ("1900-02-28", "1900-03-01"),
            ("2000-02-29", "2000-03-01"),
            ("0001-01-01", "0001-01-02"),
            ("1969-12-31", "1970-01-01"),
        ] {
            let when: Edtf = text.parse().expect("a date");
            assert_eq!(Day::of(when.days().0).iso(), text);
            assert_eq!(Day::of(when.days().1 + 1).iso(), next);
        }
    }

    #[test]
    fn a_long_line_is_folded_between_letters() {
        let mut file = File::default();
        let text = "ąę😀„".repeat(60);
        file.line("SUMMARY", &text);
        let lines: Vec<&str> = file.0.split_terminator("\r\n").collect();
        assert!(lines.len() > 5);
        assert!(lines.iter().all(|line| line.len() <= 75));
        assert!(lines[1..].iter().all(|line| line.starts_with(' ')));
        assert_eq!(file.0.replace("\r\n ", ""), format!("SUMMARY:{text}\r\n"));
    }

    #[test]
    fn no_text_ends_its_line() {
        assert_eq!(escaped("a;b,c\\d\ne\rf\u{0}"), "a\\;b\\,c\\\\d\\nef");
        assert_eq!(plain("a\r\nBEGIN:VEVENT"), "aBEGIN:VEVENT");
    }

    #[test]
    fn days_are_known_only_where_both_ends_are() {
        let known = |text: &str| days(text.parse().expect("a date")).is_some();
        assert!(known("2016-03-31") && known("2016-03-31?") && known("2017-04-26/2017-04-27"));
        assert!(!known("2016") && !known("2016-03") && !known("201X") && !known("2017-04-26/2017"));
    }
}
