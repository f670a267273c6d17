//! What is exported, read back by those it is for: the loader itself, and other programs' libraries.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop at the first surprise")]

use pracownia::data::{File, Loaded, load};
use pracownia::domain::{Catalog, Filter, Lang, Meeting, Period, View};
use pracownia::export::{
    BOM, Citation, Day, Dialect, Extent, Extract, Table, bibtex, csl_json, csv, dated, file_name, geojson, icalendar,
    plain, programme,
};

const CITIES: &str = include_str!("../data/cities.geojson");
const PROGRAMME: &str = include_str!("../data/programme.json");
const PAGE: &str = "https://example.org/map/";

/// What a text of the data may be, at the worst.
const HOSTILE: [&str; 10] = [
    "=cmd|' /C calc'!A0",
    "+1-1",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "</script><img src=x onerror=alert(1)>",
    "a,b;c\"d\"\r\nBEGIN:VEVENT\r\nEND:VCALENDAR",
    "\u{202e}gpj.exe 😀 👨\u{200d}👩\u{200d}👧",
    "\\input{/etc/passwd} $x$ 100% a_b {c} #d ~e ^f & @misc{x,",
    "NUL\u{0} BEL\u{7} LS\u{2028}",
];

fn read(cities: &str, programme: &str) -> Loaded {
    load(File::Bytes(cities.as_bytes()), File::Bytes(programme.as_bytes()))
}

fn shipped() -> Catalog {
    let loaded = read(CITIES, PROGRAMME);
    assert_eq!(loaded.problems, []);
    loaded.catalog
}

/// The shipped data, with `text` in place of every name, title and note.
fn hostile(text: &str) -> Catalog {
    let spoil = |file: &str| {
        let mut root: serde_json::Value = serde_json::from_str(file).unwrap();
        spoil(&mut root, "", text);
        root.to_string()
    };
    let loaded = read(&spoil(CITIES), &spoil(PROGRAMME));
    assert_eq!(loaded.problems, [], "{text:?}");
    loaded.catalog
}

fn spoil(value: &mut serde_json::Value, name: &str, with: &str) {
    match value {
        serde_json::Value::Object(members) => members.iter_mut().for_each(|(name, it)| spoil(it, name, with)),
        serde_json::Value::Array(items) => items.iter_mut().for_each(|it| spoil(it, name, with)),
        serde_json::Value::String(text) if ["pl", "en", "name", "title", "publisher"].contains(&name) => {
            with.clone_into(text);
        }
        _ => {}
    }
}

fn views(catalog: &Catalog) -> Vec<(Period, View)> {
    let topic = catalog.find("poznan-county");
    let filters = [
        Filter::default(),
        Filter { topic, ..Filter::default() },
        Filter { country: "NL".parse().ok(), ..Filter::default() },
        Filter { edition: catalog.find("3"), ..Filter::default() },
    ];
    let periods =
        [Period::All, Period::Year(2014), Period::Year(2016), Period::UpTo(2016), Period::Between(2016, 2017)];
    let view = |period, filter: &Filter| (period, View::of(catalog, period, filter.clone()));
    periods.iter().flat_map(|&period| filters.iter().map(move |filter| view(period, filter))).collect()
}

fn extract<'a>(catalog: &'a Catalog, (period, view): &'a (Period, View), lang: Lang) -> Extract<'a> {
    Extract { catalog, view, period: *period, lang }
}

/// The rows of a table, by the reader of the `csv` crate.
fn rows(file: &str) -> Vec<Vec<String>> {
    let text = file.strip_prefix(BOM).expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let row = |row: Result<csv::StringRecord, csv::Error>| row.unwrap().iter().map(str::to_owned).collect();
    reader.records().map(row).collect()
}

#[test]
fn everything_that_is_exported_as_json_is_read_back_as_it_was() {
    let catalog = shipped();
    let all = (Period::All, Extract::whole_view(&catalog));
    let of = extract(&catalog, &all, Lang::Pl);
    let again = read(&geojson(of), &programme(of));
    assert_eq!(again.problems, []);
    assert!(again.catalog == catalog, "not the same catalog");
    // And its file is the same again.
    let all = (Period::All, Extract::whole_view(&again.catalog));
    assert_eq!(programme(extract(&again.catalog, &all, Lang::En)), programme(of));
}

#[test]
fn a_part_is_whole_in_itself_and_has_the_meetings_of_the_view() {
    let catalog = shipped();
    for of in views(&catalog) {
        let part = extract(&catalog, &of, Lang::Pl);
        let again = read(&geojson(part), &programme(part));
        assert_eq!(again.problems, [], "{of:?}");
        let ids = |catalog: &Catalog, keys: Vec<_>| -> Vec<String> {
            keys.into_iter().map(|key: pracownia::domain::Key<Meeting>| catalog.get(key).id.to_string()).collect()
        };
        let read: Vec<_> = again.catalog.all::<Meeting>().map(|(key, _)| key).collect();
        assert_eq!(ids(&again.catalog, read), ids(&catalog, of.1.meetings.clone()));
    }
}

#[test]
fn hostile_texts_survive_the_way_through_json() {
    for text in HOSTILE {
        let catalog = hostile(text);
        let all = (Period::All, Extract::whole_view(&catalog));
        let of = extract(&catalog, &all, Lang::En);
        let (cities, file) = (geojson(of), programme(of));
        assert!(read(&cities, &file).catalog == catalog, "{text:?}");
        assert!(!cities.contains('<') && !file.contains('<'), "{text:?}");
    }
}

#[test]
fn geojson_is_what_its_library_reads() {
    let catalog = shipped();
    for of in views(&catalog) {
        let file: geojson::FeatureCollection = geojson(extract(&catalog, &of, Lang::En)).parse().expect("GeoJSON");
        for feature in file.features {
            let geometry = feature.geometry.as_ref().expect("a geometry");
            assert!(matches!(geometry.value, geojson::GeometryValue::Point { .. }), "{geometry:?}");
            assert!(feature.property("meetings").is_some_and(serde_json::Value::is_array));
        }
    }
    let all = (Period::All, Extract::whole_view(&catalog));
    let file = geojson(extract(&catalog, &all, Lang::En));
    assert!(file.contains("\"coordinates\": [-4.25763, 55.86515]"));
    assert!(file.contains("\"kind\": \"inferred\""), "doubts are told");
}

#[test]
fn every_table_has_a_row_for_each_and_as_many_cells_as_headings() {
    let catalog = shipped();
    for lang in Lang::ALL {
        for of in views(&catalog) {
            for table in Table::ALL {
                let file = csv(extract(&catalog, &of, lang), table, Dialect::Comma);
                let rows = rows(&file);
                // The reader refuses rows that are not as long as the first.
                let expected = match table {
                    Table::Meetings => Some(of.1.meetings.len()),
                    Table::Experts => Some(of.1.guests.len()),
                    Table::Cities | Table::Sources => None,
                };
                assert!(expected.is_none_or(|expected| rows.len() == expected + 1), "{table:?} {of:?}");
                assert!(file.ends_with("\r\n") && !file.replace("\r\n", "").contains('\r'));
            }
        }
    }
}

#[test]
fn a_table_keeps_the_precision_of_dates_and_tells_doubts() {
    let catalog = shipped();
    let all = (Period::All, Extract::whole_view(&catalog));
    let rows = rows(&csv(extract(&catalog, &all, Lang::Pl), Table::Meetings, Dialect::Comma));
    let column = |name: &str| rows[0].iter().position(|heading| heading == name).expect("a column");
    let of = |id: &str, name: &str| {
        rows.iter().find(|row| row[0] == id).map(|row| row[column(name)].replace('\u{a0}', " ")).expect("a row")
    };
    assert_eq!(of("rzeszow-2016", "when"), "2016");
    assert_eq!(of("poznan-2015", "when"), "2015-09-21/2015-09-22");
    assert_eq!(of("poznan-2015", "when_in_words"), "21–22 września 2015");
    assert!(of("poznan-2015", "doubts").starts_with("edycja: "), "{}", of("poznan-2015", "doubts"));
    assert!(of("poznan-2015", "participants").contains("Anna Fiedler"));
}

#[test]
fn no_cell_begins_as_a_formula_does() {
    for text in HOSTILE {
        let catalog = hostile(text);
        let all = (Period::All, Extract::whole_view(&catalog));
        for table in Table::ALL {
            for row in rows(&csv(extract(&catalog, &all, Lang::En), table, Dialect::Comma)) {
                for cell in row {
                    let begins = cell.trim_start_matches(|char: char| char.is_whitespace() || char == '\u{202e}');
                    let is_number = cell.parse::<f64>().is_ok();
                    assert!(is_number || !begins.starts_with(['=', '+', '-', '@']), "{cell:?}");
                    assert!(!cell.contains('\0'));
                }
            }
        }
    }
}

#[test]
fn a_calendar_has_the_meetings_of_which_the_day_is_known_and_no_other() {
    let catalog = shipped();
    let all = (Period::All, Extract::whole_view(&catalog));
    let of = extract(&catalog, &all, Lang::Pl);
    let file = icalendar(of, PAGE);
    let unfolded = icalendar::parser::unfold(&file);
    let calendar = icalendar::parser::read_calendar(&unfolded).expect("iCalendar");
    let events: Vec<_> = calendar.components.iter().filter(|it| it.name == "VEVENT").collect();
    let known: Vec<_> = dated(of).collect();
    assert!(!events.is_empty() && known.len() < catalog.all::<Meeting>().count());
    assert_eq!(events.len(), known.len());
    let value = |index: usize, name: &str| {
        let property = events[index].properties.iter().find(|property| property.name == name).expect("a property");
        property.val.to_string()
    };
    let poznan = known.iter().position(|(_, meeting)| meeting.id.as_str() == "poznan-2015").expect("a meeting");
    assert_eq!(value(poznan, "UID"), "poznan-2015@pracownia-miast");
    assert_eq!((value(poznan, "DTSTART"), value(poznan, "DTEND")), ("20150921".into(), "20150923".into()));
    assert_eq!(value(poznan, "DTSTAMP"), "20171231T000000Z");
    assert!(value(poznan, "URL").ends_with("?meeting=poznan-2015"));
    assert!(file.split("\r\n").all(|line| line.len() <= 75));
    assert_eq!(file, icalendar(of, PAGE), "the same data make the same file");
    let ids: Vec<String> = (0..events.len()).map(|index| value(index, "UID")).collect();
    let english = icalendar(extract(&catalog, &all, Lang::En), PAGE).replace("\r\n ", "");
    assert!(ids.iter().all(|id| english.contains(&format!("UID:{id}\r\n"))), "ids do not depend on the language");
}

#[test]
fn no_text_of_the_data_adds_anything_to_a_calendar() {
    for text in HOSTILE {
        let catalog = hostile(text);
        let all = (Period::All, Extract::whole_view(&catalog));
        let of = extract(&catalog, &all, Lang::En);
        let file = icalendar(of, PAGE);
        let unfolded = icalendar::parser::unfold(&file);
        let calendar = icalendar::parser::read_calendar(&unfolded).expect("iCalendar");
        assert_eq!(calendar.components.len(), dated(of).count(), "{text:?}");
        assert!(!file.contains(|char: char| char.is_control() && !matches!(char, '\r' | '\n')), "{text:?}");
    }
}

#[test]
fn a_citation_is_read_by_the_library_of_its_format() {
    for text in HOSTILE {
        let citation = Citation {
            lang: Lang::En,
            title: text.to_owned(),
            part: "2016".to_owned(),
            url: format!("{PAGE}?year=2016"),
            key: "pracownia-miast-2016".to_owned(),
            accessed: Some(Day { year: 2026, month: 3, day: 7 }),
        };
        let entry = bibtex(&citation);
        let parsed = biblatex::Bibliography::parse(&entry).unwrap_or_else(|error| panic!("{error}: {entry}"));
        assert_eq!(parsed.len(), 1, "{entry}");
        let entry = parsed.get("pracownia-miast-2016").expect("the entry");
        assert_eq!(entry.url().expect("a url"), citation.url);
        let item: serde_json::Value = serde_json::from_str(&csl_json(&citation)).expect("JSON");
        assert_eq!(item[0]["title"], format!("{text}: 2016"));
        assert!(plain(&citation).contains(&citation.url));
    }
}

#[test]
fn a_file_name_says_what_the_file_holds() {
    let catalog = shipped();
    let named = |period, filter: Filter, lang, what| {
        let of = (period, View::of(&catalog, period, filter));
        file_name(extract(&catalog, &of, lang), &Extent::default(), what, "csv")
    };
    let none = Filter::default;
    assert_eq!(named(Period::Year(2016), none(), Lang::Pl, "spotkania"), "pracownia-miast-2016-spotkania.csv");
    assert_eq!(named(Period::All, none(), Lang::En, "meetings"), "city-labs-meetings.csv");
    assert_eq!(named(Period::UpTo(2016), none(), Lang::Pl, "miasta"), "pracownia-miast-do-2016-miasta.csv");
    let edition = Filter { edition: catalog.find("3"), ..none() };
    assert_eq!(
        named(Period::Between(2015, 2016), edition, Lang::Pl, "goscie"),
        "pracownia-miast-2015-2016-edycja-3-goscie.csv"
    );
    for text in HOSTILE {
        let catalog = hostile(text);
        let of = (Period::All, Extract::whole_view(&catalog));
        let extent = Extent { subject: Some(text.to_owned()) };
        let name = file_name(extract(&catalog, &of, Lang::En), &extent, "meetings", "csv");
        let is_safe = |char: char| char.is_ascii_lowercase() || char.is_ascii_digit() || matches!(char, '-' | '.');
        assert!(name.chars().all(is_safe) && name.ends_with("meetings.csv") && !name.starts_with('-'), "{name}");
    }
}
