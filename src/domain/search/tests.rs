use std::cell::OnceCell;

use super::*;
use crate::domain::{MeetingKind, sample};

fn query(text: &str) -> Query {
    Query::new(text).expect("a query")
}

const NAMES: Names<'_> = Names {
    edition: &|number| vec![format!("{number}. edycja"), format!("Edition {number}")],
    kind: &|kind| match kind {
        MeetingKind::Meeting => vec!["spotkanie".into(), "meeting".into()],
        MeetingKind::Conference => vec!["konferencja".into(), "conference".into()],
        MeetingKind::Workshop => vec!["warsztaty".into(), "workshops".into()],
    },
    country: &|code| match code.as_str() {
        "NL" => vec!["Holandia".into(), "Netherlands".into()],
        _ => vec!["Izrael".into(), "Israel".into()],
    },
};

fn found(text: &str) -> Vec<String> {
    let catalog = sample::catalog();
    let index = Index::new(&catalog, NAMES);
    let id = |target: &Target| match *target {
        Target::Year(year) => year.to_string(),
        Target::Kind(kind) => kind.tag().to_owned(),
        Target::City(key) => catalog.get(key).id.to_string(),
        Target::Country(code) => code.as_str().to_owned(),
        Target::Expert(key) => catalog.get(key).id.to_string(),
        Target::Participant(key, index) => catalog.get(key).participants[index].name.clone(),
        Target::Topic(key) => catalog.get(key).id.to_string(),
        Target::Meeting(key) => catalog.get(key).id.to_string(),
        Target::Edition(key) => catalog.get(key).id.to_string(),
    };
    index.find(&query(text)).iter().map(id).collect()
}

#[test]
fn a_query_is_a_text_with_something_to_look_for() {
    for nothing in ["", "  ", "–", "„”!", "\u{301}"] {
        assert_eq!(Query::new(nothing), None, "{nothing:?}");
    }
    assert_eq!(query("  Tel \t Awiw\n").as_str(), "Tel Awiw");
    let long = query(&"ab ".repeat(100));
    assert_eq!(long.as_str().chars().count(), 80);
    assert_eq!(query(long.as_str()), long, "what was cut is cut no more");
    assert_eq!(query(&"ł".repeat(79)).as_str(), "ł".repeat(79));
}

#[test]
fn things_are_found_group_by_group() {
    assert_eq!(found("poznań"), ["poznan", "poznan-2017"]);
    assert_eq!(found("POZNAN"), found("Poznań"));
    assert_eq!(found("de vri"), ["jan-de-vries"]);
    assert_eq!(found("vries jan"), ["jan-de-vries"], "in any order");
    assert_eq!(found("lublin 2016"), ["lublin-2016-12", "lublin-2016"]);
    assert_eq!(found("ecolo"), ["3"], "in either language");
    assert_eq!(found("edition 3"), ["3"]);
    assert_eq!(found("edycja"), ["3"]);
}

#[test]
fn countries_of_guests_are_found_in_any_language_and_others_are_not() {
    for text in ["Holandia", "holand", "Netherlands", "NETHER", "holadnia"] {
        assert_eq!(found(text), ["NL"], "{text}");
    }
    assert_eq!(found("izrael"), ["IL"]);
    assert_eq!(found("polska"), [""; 0], "no guest came from the host country");
    let catalog = sample::catalog();
    let offered = suggest(&catalog, &OnceCell::new(), NAMES, "holandia");
    let country = Target::Country("NL".parse().expect("a code"));
    assert_eq!(offered, Suggestions { targets: vec![country], named: Some(country), meetings: 0 });
    assert_eq!(suggest(&catalog, &OnceCell::new(), NAMES, " – "), Suggestions::default());
}

#[test]
fn errors_are_forgiven_only_where_nothing_is_right() {
    assert_eq!(found("poznam"), ["poznan", "poznan-2017"]);
    assert_eq!(found("amstredam"), ["amsterdam"]);
    assert_eq!(found("xyzzy"), [""; 0]);
}

#[test]
fn of_a_group_the_best_come_first() {
    // The beginning of the first word, of another one, and an inner part.
    assert_eq!(found("a")[0], "amsterdam");
    assert_eq!(found("am"), ["amsterdam"]);
    assert_eq!(
        found("an")[..],
        ["poznan", "NL", "jan-de-vries", "meeting", "poznan-2017"],
        "there is no better place for it"
    );
    assert_eq!(found("va"), [""; 0]);
    assert_eq!(found("de"), ["jan-de-vries"], "not the middle of a word");
    assert_eq!(found("ams"), ["amsterdam"]);
    assert_eq!(found("awi"), ["tel-aviv"]);
}

#[test]
fn what_was_looked_for_is_marked_in_a_name_as_it_is_written() {
    let marked = |text: &str, name: &str| -> Vec<String> {
        query(text).parts_of(name).into_iter().map(|part| name[part].to_owned()).collect()
    };
    assert_eq!(marked("lod", "Łódź"), ["Łód"]);
    assert_eq!(marked("kamienna skar", "Skarżysko-Kamienna"), ["Skar", "Kamienna"]);
    assert_eq!(marked("rzys", "Skarżysko"), ["rżys"]);
    assert_eq!(marked("ryz", "Skarżysko"), [""; 0]);
    assert_eq!(marked("strass", "Straße"), ["Straß"]);
    assert_eq!(marked("vienna", "Wiedeń"), [""; 0]);
}

#[test]
fn years_kinds_and_names_without_their_blank_are_found() {
    assert_eq!(found("2016")[0], "2016");
    assert!(found("meeting").contains(&"meeting".to_owned()));
    assert!(found("spotkanie").contains(&"meeting".to_owned()));
    assert!(found("telawiw").contains(&"tel-aviv".to_owned()));
}
