//! Files that are wrong as a whole.

use super::*;
use crate::data::{Format, Whole};
use crate::domain::{City, Lang, Meeting};

fn programme_of(bytes: &[u8]) -> Loaded {
    let cities = sound().0.to_string();
    let loaded = load(File::Bytes(cities.as_bytes()), File::Bytes(bytes));
    assert_eq!(loaded.catalog.all::<City>().count(), 3, "the other file is read");
    assert_eq!(loaded.catalog.all::<Meeting>().count(), 0);
    loaded
}

fn fault_of(bytes: &[u8]) -> (String, Option<usize>, Fault) {
    let loaded = programme_of(bytes);
    let [problem] = &loaded.problems[..] else { panic!("one problem, not {:?}", loaded.problems) };
    assert_eq!(problem.file, FileName::Programme);
    (problem.pointer.clone(), problem.line, problem.fault.clone())
}

#[test]
fn what_is_not_json_is_named() {
    for (bytes, why) in [
        (&b""[..], Whole::Empty),
        (b" \n\t", Whole::Empty),
        (b"\xef\xbb\xbf", Whole::Empty),
        (b"\x1f\x8b\x08\x00\x00", Whole::LooksLike(Format::Gzip)),
        (b"PK\x03\x04\x14\x00", Whole::LooksLike(Format::Zip)),
        (b"\n<!doctype html><title>404", Whole::LooksLike(Format::Html)),
        (b"\xef\xbb\xbf<?xml version=\"1.0\"?>", Whole::LooksLike(Format::Html)),
        (b"\xff\xfe{\x00}\x00", Whole::LooksLike(Format::Utf16)),
        (b"{\x00}\x00", Whole::LooksLike(Format::Utf16)),
        (b"\x00{\x00}", Whole::LooksLike(Format::Utf16)),
    ] {
        assert_eq!(fault_of(bytes), (String::new(), None, Fault::File(why)), "{bytes:?}");
    }
}

#[test]
fn polish_in_latin_2_is_found_in_its_line() {
    let bytes = b"{\n  \"version\": 1,\n  \"title\": \"\xb3\xf3d\xbc\"\n}";
    assert_eq!(fault_of(bytes), (String::new(), Some(3), Fault::File(Whole::NotUtf8)));
}

#[test]
fn broken_json_is_shown_where_reading_stopped() {
    for (text, line, column, near) in [
        ("{", 1, 1, ""),
        ("nul", 1, 3, ""),
        ("{\n  \"version\": 1,\n}", 3, 1, "}"),
        ("{\n  \"zażółć\": 1 \"gęślą\": 2\n}", 2, 15, "\"zażółć\": 1 \"gęślą\": 2"),
        ("{\"a\": NaN}", 1, 7, "{\"a\": NaN}"),
        ("{\"when\": 2016-03-31}", 1, 14, "{\"when\": 2016-03-31}"),
        ("id;name\n1;2", 1, 1, "id;name"),
    ] {
        let expected = Fault::File(Whole::NotJson { column, near: near.to_owned() });
        assert_eq!(fault_of(text.as_bytes()), (String::new(), Some(line), expected), "{text}");
    }
}

#[test]
fn depth_does_not_overflow_the_stack() {
    let deep = "[".repeat(10_000) + &"]".repeat(10_000);
    assert_eq!(fault_of(deep.as_bytes()).2, Fault::File(Whole::TooDeep));
    assert_eq!(fault_of("{\"a\":".repeat(500_000).as_bytes()).2, Fault::File(Whole::TooDeep));
    let cities = sound().0.to_string().replace("[22.5,51.2]", &deep);
    let loaded = load(File::Bytes(cities.as_bytes()), File::Bytes(sound().1.to_string().as_bytes()));
    assert_eq!(faults(&loaded), [("", Fault::File(Whole::TooDeep))]);
    let shallow = "[".repeat(126) + &"]".repeat(126);
    assert_eq!(in_programme("/ignored", serde_json::from_str(&shallow).unwrap()).problems, []);
}

#[test]
fn what_is_no_object_is_told() {
    for (text, found) in
        [("null", "null"), ("[]", "[]"), ("[1]", "[…]"), ("\"x\"", "\"x\""), ("1.5", "1.5"), ("true", "true")]
    {
        let expected = Fault::WrongType { expected: crate::data::Expected::Object, found: found.to_owned() };
        assert_eq!(fault_of(text.as_bytes()), (String::new(), Some(1), expected));
    }
}

#[test]
fn nothing_of_an_unknown_version_is_read() {
    let (cities, mut programme) = sound();
    for (version, found) in [(json!(2), "2"), (json!("1"), "\"1\""), (json!(0), "0"), (json!(1.5), "1.5")] {
        programme["version"] = version;
        let loaded = read(&cities, &programme);
        assert_eq!(faults(&loaded), [("/version", Fault::File(Whole::Version { found: Some(found.to_owned()) }))]);
        assert_eq!((loaded.catalog.title(), loaded.catalog.all::<Meeting>().count()), (None, 0));
    }
    programme.as_object_mut().unwrap().remove("version");
    assert_eq!(faults(&read(&cities, &programme)), [("", Fault::File(Whole::Version { found: None }))]);
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    let (cities, programme) = sound();
    let marked = |value: &Value| format!("\u{feff}{value}");
    let loaded = load(File::Bytes(marked(&cities).as_bytes()), File::Bytes(marked(&programme).as_bytes()));
    assert_eq!(loaded.problems, []);
}

#[test]
fn without_the_cities_the_meetings_are_listed_all_the_same() {
    let programme = sound().1.to_string();
    let loaded = load(File::Unavailable { status: Some(404) }, File::Bytes(programme.as_bytes()));
    let places: Vec<_> = loaded.problems.iter().map(|problem| (problem.file, problem.pointer.as_str())).collect();
    // That the cities are unknown needs no saying again.
    assert_eq!(places, [(FileName::Cities, "")]);
    assert_eq!(loaded.problems[0].fault, Fault::File(Whole::Unavailable { status: Some(404) }));
    let (_, meeting) = loaded.catalog.all::<Meeting>().next().unwrap();
    assert_eq!(loaded.catalog.get(meeting.city).name.get(Lang::Pl), "lublin");
}

#[test]
fn one_number_out_of_reach_or_half_a_character_costs_no_more_than_itself() {
    let (cities, programme) = sound();
    let cities = cities.to_string().replace("22.5", "1e999");
    let programme = programme.to_string().replace("\"Temat\"", r#""\\ \ud83d\ude00 \ud800 \\ud800 \u0142""#);
    let loaded = load(File::Bytes(cities.as_bytes()), File::Bytes(programme.as_bytes()));
    assert_eq!(loaded.problems.len(), 3);
    assert_eq!(loaded.problems[0].pointer, "/features/0/geometry/coordinates/0");
    let found = "\\ 😀 \u{fffd} \\ud800 ł".to_owned();
    assert_eq!(loaded.problems[1].fault, Fault::DamagedText { found: found.clone() });
    let (_, topic) = loaded.catalog.all::<crate::domain::Topic>().next().unwrap();
    assert_eq!(topic.name.get(Lang::Pl), found);
    assert_eq!(loaded.catalog.all::<City>().count(), 3);
}
