//! The records of the programme.

use super::*;
use crate::data::{Expected, Table};
use crate::domain::{Edition, EdtfError, Expert, Lang, Meeting, MeetingKind, Mode, Source};

fn the_meeting(loaded: &Loaded) -> &Meeting {
    loaded.catalog.get(loaded.catalog.find::<Meeting>("m").unwrap())
}

#[test]
fn all_faults_are_found_in_order_each_with_its_line() {
    let programme = "{\n\"version\": 1, \"title\": {\"pl\": \"T\"},\n\n\"span\": \"2016/2015\", \"meetings\": [\n{},\n{\"id\": \
                     \"m\",\n \"city\": \"x\", \"when\": \"Q3 2024\"}, 7]\n}";
    let loaded = load(File::Bytes(sound().0.to_string().as_bytes()), File::Bytes(programme.as_bytes()));
    let places: Vec<_> = loaded.problems.iter().map(|problem| (problem.line.unwrap(), &problem.pointer[..])).collect();
    let expected = [
        (2, "/title"),
        (4, "/span"),
        (5, "/meetings/0"),
        (5, "/meetings/0"),
        (5, "/meetings/0"),
        (5, "/meetings/0"),
        (5, "/meetings/0"),
        (6, "/meetings/1"),
        (6, "/meetings/1"),
        (7, "/meetings/1/when"),
        (7, "/meetings/1/city"),
        (7, "/meetings/2"),
    ];
    assert_eq!(places, expected);
    assert_eq!(loaded.problems[0].fault, Fault::MissingLanguage(Lang::En));
    assert_eq!(
        loaded.problems[1].fault,
        Fault::Date { error: EdtfError::EndBeforeStart, found: "2016/2015".to_owned() }
    );
    assert_eq!(loaded.catalog.title().unwrap().get(Lang::En), "T", "the other language stands in");
}

#[test]
fn a_record_without_what_it_needs_is_left_out_alone() {
    for (pointer, value) in [
        ("/meetings/0/id", json!("Ź")),
        ("/meetings/0/when", json!("1900-02-29")),
        ("/meetings/0/city", json!(["lublin"])),
        ("/sources/0/description", json!(5)),
        ("/topics/0/name", json!({ "pl": " ", "en": "" })),
        ("/experts/0/name", json!("")),
        ("/totals/0/quantity", json!("people")),
        ("/totals/0/value", json!(-1)),
        ("/totals/0/bound", json!(null)),
        ("/awards/0/result", json!(null)),
        ("/awards/0/when", json!("2016~~")),
    ] {
        let loaded = in_programme(pointer, value);
        let parent = pointer.rsplit_once('/').unwrap().0;
        assert!(!loaded.problems.is_empty(), "{pointer}");
        assert!(loaded.problems.iter().all(|problem| problem.pointer.starts_with(parent)), "{:?}", loaded.problems);
    }
    let whole = Fault::WrongType { expected: Expected::Whole { min: 1, max: 65_535 }, found: "65536".to_owned() };
    let loaded = in_programme("/editions/0/number", json!(65_536));
    let unknown = Fault::UnknownId { table: Table::Editions, id: "1".to_owned() };
    assert_eq!(faults(&loaded), [("/editions/0/number", whole), ("/meetings/0/edition", unknown)]);
}

#[test]
fn what_may_be_missing_is_dropped_alone() {
    for (pointer, value) in [
        ("/meetings/0/title", json!(1)),
        ("/meetings/0/venue", json!([])),
        ("/meetings/0/topics", json!("t")),
        ("/meetings/0/kinds", json!(["party"])),
        ("/meetings/0/guests/0/mode", json!("absent")),
        ("/meetings/0/guests/0/talk", json!({})),
        ("/meetings/0/doubts", json!([{ "field": "when", "kind": "uncertain" }])),
        ("/sources/0/url", json!("javascript:alert(1)")),
        ("/sources/0/url", json!("https://a b")),
        ("/sources/0/published", json!("yesterday")),
        ("/experts/0/role", json!({ "pl": [] , "en": 1 })),
    ] {
        let loaded = in_programme(pointer, value);
        assert!(!loaded.problems.is_empty(), "{pointer}");
        assert_eq!((loaded.catalog.all::<Source>().count(), loaded.catalog.all::<Expert>().count()), (1, 1));
        let meeting = the_meeting(&loaded);
        assert_eq!((&meeting.kinds[..], meeting.guests.len()), (&[MeetingKind::Meeting][..], 1), "{pointer}");
        let mode = meeting.guests[0].mode;
        assert_eq!(mode == Mode::Unknown, pointer.ends_with("mode"));
    }
    let kinds = json!(["workshop", "conference", "workshop"]);
    let loaded = in_programme("/meetings/0/kinds", kinds);
    assert_eq!(the_meeting(&loaded).kinds, [MeetingKind::Workshop, MeetingKind::Conference]);
    let plain = in_programme("/meetings/0/note", json!("po polsku"));
    let wrong = Fault::WrongType { expected: Expected::Localized, found: "\"po polsku\"".to_owned() };
    assert_eq!(faults(&plain), [("/meetings/0/note", wrong)]);
    assert_eq!(the_meeting(&plain).provenance.note.as_ref().unwrap().get(Lang::En), "po polsku");
}

#[test]
fn references_lead_somewhere_or_are_dropped() {
    for (pointer, table) in [
        ("/meetings/0/edition", Table::Editions),
        ("/meetings/0/topics/0", Table::Topics),
        ("/meetings/0/sources/0", Table::Sources),
        ("/meetings/0/guests/0/expert", Table::Experts),
        ("/meetings/0/guests/0/sources/0", Table::Sources),
        ("/experts/0/city", Table::Cities),
    ] {
        let loaded = in_programme(pointer, json!("nowhere"));
        let unknown = Fault::UnknownId { table, id: "nowhere".to_owned() };
        assert_eq!(faults(&loaded), [(pointer, unknown)]);
        assert_eq!(the_meeting(&loaded).guests.len(), usize::from(table != Table::Experts));
    }
}

#[test]
fn a_meeting_in_an_unknown_city_is_kept_with_a_city_that_is_no_more_than_a_name() {
    for (id, slug) in [("nowhere", "nowhere"), ("Łódź", "unknown-1")] {
        let loaded = in_programme("/meetings/0/city", json!(id));
        assert_eq!(
            faults(&loaded),
            [("/meetings/0/city", Fault::UnknownId { table: Table::Cities, id: id.to_owned() })]
        );
        let city = loaded.catalog.get(the_meeting(&loaded).city);
        assert_eq!((city.id.as_str(), city.name.get(Lang::Pl)), (slug, id));
        assert_eq!((city.country, city.place), (None, None));
    }
}

#[test]
fn a_skipped_record_is_told_once() {
    let loaded = in_programme("/editions/0/when", json!("?"));
    let loaded_with_id = {
        let (cities, mut programme) = sound();
        programme["editions"][0] = json!({ "id": "1", "number": 1, "when": "?", "sources": ["s"] });
        read(&cities, &programme)
    };
    for loaded in [loaded, loaded_with_id] {
        assert_eq!(
            faults(&loaded),
            [("/editions/0/when", Fault::Date { error: EdtfError::Form, found: "?".to_owned() })]
        );
        assert_eq!(the_meeting(&loaded).edition, None);
    }
}

#[test]
fn guests_are_an_expert_or_a_city() {
    let fault = || Fault::NotExactlyOne { fields: &["expert", "city"] };
    let loaded = in_programme("/meetings/0/guests/0/city", json!("wien"));
    assert_eq!(faults(&loaded), [("/meetings/0/guests/0", fault())]);
    assert_eq!(the_meeting(&loaded).guests.len(), 1);
    let loaded = in_programme("/meetings/0/guests/0/expert", Value::Null);
    assert_eq!(faults(&loaded), [("/meetings/0/guests/0", fault())]);
    assert_eq!(the_meeting(&loaded).guests.len(), 0);
}

#[test]
fn dates_lie_within_each_other() {
    for (pointer, value, fault) in
        [("/meetings/0/when", "2017-01", Fault::OutsideEdition), ("/editions/0/when", "2017", Fault::OutsideEdition)]
    {
        let loaded = in_programme(pointer, json!(value));
        assert_eq!(faults(&loaded), [("/meetings/0/when", fault)]);
        assert!(the_meeting(&loaded).edition.is_some(), "reported, but kept");
    }
    let loaded = in_programme("/meetings/0/when", json!("2018"));
    assert_eq!(
        faults(&loaded),
        [("/meetings/0/when", Fault::OutsideSpan), ("/meetings/0/when", Fault::OutsideEdition)]
    );
    assert_eq!(in_programme("/meetings/0/when", json!("2016")).problems, [], "vague is not outside");
}

#[test]
fn numbers_of_editions_and_countries_of_experts_agree() {
    let (cities, mut programme) = sound();
    let second = json!({ "id": "second", "number": 1, "when": "2016", "sources": ["s"] });
    programme["editions"].as_array_mut().unwrap().push(second);
    let loaded = read(&cities, &programme);
    assert_eq!(faults(&loaded), [("/editions/1/number", Fault::DuplicateNumber(1))]);
    assert_eq!(loaded.catalog.all::<Edition>().count(), 1);
    let loaded = in_programme("/experts/0/country", json!("DE"));
    let (city, expert) = ("AT".parse().unwrap(), "DE".parse().unwrap());
    assert_eq!(faults(&loaded), [("/experts/0/country", Fault::CountryMismatch { city, expert })]);
    assert_eq!(loaded.catalog.all::<Expert>().next().unwrap().1.country, Some(city));
}

#[test]
fn a_record_without_a_source_is_told_and_kept() {
    for value in [json!([]), Value::Null] {
        let loaded = in_programme("/meetings/0/sources", value);
        assert_eq!(faults(&loaded), [("/meetings/0", Fault::Missing { field: "sources" })]);
    }
}

#[test]
fn hostile_text_is_kept_and_shown_short() {
    let hostile = format!("</script>\u{202e}\0👩\u{200d}👧{}", "ą".repeat(1_000_000));
    let loaded = in_programme("/topics/0/name/pl", json!(hostile));
    assert_eq!(loaded.problems, []);
    let loaded = in_programme("/meetings/0/when", json!(hostile));
    let [(_, Fault::Date { found, .. })] = &faults(&loaded)[..] else { panic!("one date") };
    assert_eq!(found.chars().count(), 80);
    assert!(found.ends_with('…'));
}
