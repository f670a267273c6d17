//! Tables for spreadsheets: CSV as RFC 4180 has it, in UTF-8.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a line break for a formula. Following OWASP's
//! "CSV Injection", each such text gets an apostrophe before it, also where blanks or full-width forms of these signs
//! come first, and its quotation marks are doubled within quotation marks. Numbers that this file makes (a longitude may
//! be negative) are no texts of the data and stay numbers.

use super::Extract;
use crate::domain::{Appearance, City, Key, Meeting, Place, Provenance, Source, Visitor, decimal, each_once};
use crate::text::{self, ShareWords, join};

/// Tells a spreadsheet that the file is UTF-8. It stands before what [`csv`] gives.
pub const BOM: char = '\u{feff}';

/// What the rows are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Table {
    /// Meetings.
    #[default]
    Meetings,
    /// Cities, hosts and homes of guests.
    Cities,
    /// Guests: persons, and cities for which nobody is named.
    Experts,
    /// Sources.
    Sources,
}

impl Table {
    /// Every table, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Meetings, Self::Cities, Self::Experts, Self::Sources];
}

/// What parts cells and decimals: spreadsheets expect what their country has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialect {
    /// A comma parts cells, a point decimals: RFC 4180, and what programs read.
    #[default]
    Comma,
    /// A semicolon parts cells, a comma decimals: what spreadsheets expect in Poland and most of Europe.
    Semicolon,
}

/// A table as the text of a file, with its headings. Headings and ids are the same in every language.
#[must_use]
pub fn csv(extract: Extract<'_>, table: Table, dialect: Dialect) -> String {
    let mut file = File { text: BOM.to_string(), dialect };
    match table {
        Table::Meetings => {
            file.heading(&[
                "id",
                "when",
                "when_in_words",
                "city_id",
                "city",
                "country",
                "region",
                "kinds",
                "title",
                "edition",
                "topics",
                "venue",
                "guests",
                "participants",
                "note",
                "doubts",
                "source_ids",
            ]);
            extract.meetings().for_each(|(key, it)| file.row(&meeting(extract, key, it)));
        }
        Table::Cities => {
            file.heading(&[
                "id",
                "name",
                "country",
                "region",
                "longitude",
                "latitude",
                "coordinates",
                "meetings",
                "meeting_ids",
                "guests",
            ]);
            extract.cities().into_iter().for_each(|key| file.row(&city(extract, key)));
        }
        Table::Experts => {
            file.heading(&[
                "id",
                "name",
                "role",
                "city_id",
                "city",
                "country",
                "meeting_ids",
                "modes",
                "talks",
                "note",
                "doubts",
                "source_ids",
            ]);
            extract.view.guests.iter().for_each(|guest| file.row(&expert(extract, guest)));
        }
        Table::Sources => {
            file.heading(&["id", "title", "publisher", "description", "url", "published", "seen", "facts"]);
            extract.sources().into_iter().for_each(|key| file.row(&source(extract, key)));
        }
    }
    file.text
}

/// What stands in a cell.
enum Cell {
    /// A text, whatever it is.
    Text(String),
    /// A number that this file has made.
    Number(String),
}

fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

fn count(number: usize) -> Cell {
    Cell::Number(number.to_string())
}

fn meeting(extract: Extract<'_>, key: Key<Meeting>, meeting: &Meeting) -> Vec<Cell> {
    let (catalog, words) = (extract.catalog, extract.words());
    let host = catalog.get(meeting.city);
    let guests = extract.guests(key).map(|guest| {
        let home = match guest.visitor {
            Visitor::Expert(expert) => catalog.get(expert).city.map(|city| extract.text(&catalog.get(city).name)),
            Visitor::City(_) => None,
        };
        let more = join(", ", home.map(str::to_owned).into_iter().chain([(words.mode)(guest.mode).to_owned()]));
        format!("{} ({more})", extract.visitor(guest.visitor))
    });
    let people = meeting.participants.iter().map(|person| match &person.role {
        Some(role) => format!("{} ({})", person.name, extract.text(role)),
        None => person.name.clone(),
    });
    let of_guests = extract.guests(key).map(|guest| match extract.doubts(&guest.provenance) {
        doubts if doubts.is_empty() => doubts,
        doubts => format!("{}: {doubts}", extract.visitor(guest.visitor)),
    });
    let doubts = std::iter::once(extract.doubts(&meeting.provenance)).chain(of_guests);
    vec![
        text(meeting.id.as_str()),
        text(meeting.when.to_string()),
        text(text::date(words, meeting.when)),
        text(host.id.as_str()),
        text(extract.text(&host.name)),
        country(host),
        text(extract.text_if(host.region.as_ref())),
        text(join("; ", meeting.kinds.iter().map(|&kind| (words.kind)(kind).to_owned()))),
        text(extract.text_if(meeting.title.as_ref())),
        text(meeting.edition.map(|edition| catalog.get(edition).id.to_string()).unwrap_or_default()),
        text(join("; ", meeting.topics.iter().map(|&topic| extract.text(&catalog.get(topic).name).to_owned()))),
        text(extract.text_if(meeting.venue.as_ref())),
        text(join("; ", guests)),
        text(join("; ", people)),
        text(extract.text_if(meeting.provenance.note.as_ref())),
        text(join("; ", doubts)),
        text(extract.source_ids(&meeting.provenance)),
    ]
}

fn city(extract: Extract<'_>, key: Key<City>) -> Vec<Cell> {
    let city = extract.catalog.get(key);
    let held: Vec<_> = extract.meetings().filter(|(_, meeting)| meeting.city == key).collect();
    let is_from_here = |guest: &&Appearance| extract.catalog.home_of(guest.visitor) == Some(key);
    let degrees = |degrees: Option<f64>| Cell::Number(degrees.map(decimal).unwrap_or_default());
    vec![
        text(city.id.as_str()),
        text(extract.text(&city.name)),
        country(city),
        text(extract.text_if(city.region.as_ref())),
        degrees(city.place.map(Place::lon)),
        degrees(city.place.map(Place::lat)),
        text(city.place.map(|_| ShareWords::of(extract.lang).coordinates).unwrap_or_default()),
        count(held.len()),
        text(join(" ", held.iter().map(|(_, meeting)| meeting.id.to_string()))),
        count(extract.view.guests.iter().filter(is_from_here).count()),
    ]
}

fn expert(extract: Extract<'_>, guest: &Appearance) -> Vec<Cell> {
    let (catalog, words) = (extract.catalog, extract.words());
    let expert = match guest.visitor {
        Visitor::Expert(expert) => Some(catalog.get(expert)),
        Visitor::City(_) => None,
    };
    let home = catalog.home_of(guest.visitor).map(|city| catalog.get(city));
    let at: Vec<_> = guest.at.iter().map(|&(key, index)| (catalog.get(key), &catalog.get(key).guests[index])).collect();
    let provenances: Vec<&Provenance> =
        expert.iter().map(|it| &it.provenance).chain(at.iter().map(|(_, guest)| &guest.provenance)).collect();
    let own_country = expert.and_then(|expert| expert.country).or(home.and_then(|home| home.country));
    let note = |provenance: &&Provenance| extract.text_if_owned(provenance.note.as_ref());
    let talks = at.iter().map(|(_, guest)| extract.text_if_owned(guest.talk.as_ref()));
    let sources = each_once(provenances.iter().flat_map(|provenance| provenance.sources.iter().copied()));
    vec![
        text(expert.map(|it| it.id.to_string()).unwrap_or_default()),
        text(expert.map(|it| it.name.clone()).unwrap_or_default()),
        text(extract.text_if_owned(expert.and_then(|it| it.role.as_ref()))),
        text(home.map(|home| home.id.to_string()).unwrap_or_default()),
        text(home.map(|home| extract.text(&home.name)).unwrap_or_default()),
        text(own_country.map(|code| code.as_str().to_owned()).unwrap_or_default()),
        text(join(" ", at.iter().map(|(meeting, _)| meeting.id.to_string()))),
        text(join("; ", at.iter().map(|(_, guest)| (words.mode)(guest.mode).to_owned()))),
        text(join("; ", each_once(talks).into_iter())),
        text(join("; ", provenances.iter().map(note))),
        text(join("; ", provenances.iter().map(|provenance| extract.doubts(provenance)))),
        text(join(" ", sources.into_iter().map(|source| catalog.get(source).id.to_string()))),
    ]
}

fn source(extract: Extract<'_>, key: Key<Source>) -> Vec<Cell> {
    let source = extract.catalog.get(key);
    vec![
        text(source.id.as_str()),
        text(source.title.as_str()),
        text(source.publisher.as_str()),
        text(extract.text(&source.description)),
        text(source.url.clone().unwrap_or_default()),
        text(source.published.map(|when| when.to_string()).unwrap_or_default()),
        text(extract.text_if(source.seen.as_ref())),
        count(extract.catalog.facts_of(key)),
    ]
}

fn country(city: &City) -> Cell {
    text(city.country.map(|code| code.as_str().to_owned()).unwrap_or_default())
}

impl Extract<'_> {
    fn text_if_owned(self, text: Option<&crate::domain::Localized>) -> String {
        text.map(|text| self.text(text).to_owned()).unwrap_or_default()
    }
}

struct File {
    text: String,
    dialect: Dialect,
}

impl File {
    fn heading(&mut self, names: &[&str]) {
        let names: Vec<Cell> = names.iter().map(|&name| text(name)).collect();
        self.row(&names);
    }

    fn row(&mut self, cells: &[Cell]) {
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                self.text.push(if self.dialect == Dialect::Comma { ',' } else { ';' });
            }
            match cell {
                Cell::Number(number) if self.dialect == Dialect::Comma => self.text.push_str(number),
                Cell::Number(number) => self.text.push_str(&number.replace('.', ",")),
                Cell::Text(text) => self.text(text),
            }
        }
        self.text.push_str("\r\n");
    }

    fn text(&mut self, text: &str) {
        let is_formula = is_formula(text);
        // Some programs part cells at a semicolon or a tab; within quotation marks none does.
        let is_quoted = is_formula
            || text.contains(|char: char| matches!(char, ',' | ';' | '"') || char.is_control())
            || text.starts_with(' ')
            || text.ends_with(' ');
        if is_quoted {
            self.text.push('"');
        }
        if is_formula {
            self.text.push('\'');
        }
        for char in text.chars() {
            match char {
                '"' => self.text.push_str("\"\""),
                // A spreadsheet ends the file there.
                '\0' => self.text.push('\u{fffd}'),
                char => self.text.push(char),
            }
        }
        if is_quoted {
            self.text.push('"');
        }
    }
}

/// Whether a spreadsheet might run it.
fn is_formula(text: &str) -> bool {
    let is_sign = |char| matches!(char, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    // Blanks and what is not seen, which a program may skip.
    let is_blank = |char: char| char.is_whitespace() || char.is_control() || is_invisible(char);
    text.starts_with(['\t', '\r', '\n']) || text.trim_start_matches(is_blank).starts_with(is_sign)
}

/// Marks of direction and joiners, which show nothing.
fn is_invisible(char: char) -> bool {
    matches!(char, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> String {
        row_in(Dialect::Comma, &cells.iter().map(|&cell| text(cell)).collect::<Vec<_>>())
    }

    fn row_in(dialect: Dialect, cells: &[Cell]) -> String {
        let mut file = File { text: String::new(), dialect };
        file.row(cells);
        file.text
    }

    #[test]
    fn where_semicolons_part_cells_commas_part_decimals() {
        let cells = [text("a,b"), text("a;b"), Cell::Number("17.03".to_owned()), text("1.5"), count(3)];
        assert_eq!(row_in(Dialect::Semicolon, &cells), "\"a,b\";\"a;b\";17,03;1.5;3\r\n");
        assert_eq!(row_in(Dialect::Comma, &cells), "\"a,b\",\"a;b\",17.03,1.5,3\r\n");
    }

    #[test]
    fn what_parts_cells_and_rows_stands_in_quotation_marks() {
        assert_eq!(row(&["Kutno", "", "Łódź 😀"]), "Kutno,,Łódź 😀\r\n");
        assert_eq!(row(&["a,b", "a;b", "„a” \"b\""]), "\"a,b\",\"a;b\",\"„a” \"\"b\"\"\"\r\n");
        assert_eq!(row(&["a\r\nb", " a", "a\u{202e}b"]), "\"a\r\nb\",\" a\",a\u{202e}b\r\n");
    }

    #[test]
    fn a_formula_is_made_a_text() {
        for (cell, written) in [
            ("=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\""),
            ("=HYPERLINK(\"http://a\")", "\"'=HYPERLINK(\"\"http://a\"\")\""),
            ("+48 61 1", "\"'+48 61 1\""),
            ("-2+3", "\"'-2+3\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            ("\t=1", "\"'\t=1\""),
            ("\r=1", "\"'\r=1\""),
            ("\n1", "\"'\n1\""),
            (" =1", "\"' =1\""),
            ("\u{202e}=1", "\"'\u{202e}=1\""),
            ("\u{a0}＝1", "\"'\u{a0}＝1\""),
        ] {
            assert_eq!(row(&[cell]), format!("{written}\r\n"));
        }
        assert_eq!(row(&["2016-03-31", "a=b", "1-2"]), "2016-03-31,a=b,1-2\r\n");
    }
}
