//! Each fault, found at its place, and what is kept beside it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

mod files;
mod geography;
mod records;

use serde_json::{Value, json};

use super::{Fault, File, FileName, Loaded, load};

/// A small campaign without a fault.
fn sound() -> (Value, Value) {
    let cities = json!({
        "type": "FeatureCollection",
        "features": [
            feature("lublin", "PL", &json!([22.5, 51.2])),
            feature("krakow", "PL", &json!([19.9, 50.0])),
            feature("wien", "AT", &json!([16.4, 48.2])),
        ],
    });
    let programme = json!({
        "version": 1,
        "title": both("Tytuł"),
        "span": "2016/2017",
        "sources": [{ "id": "s", "title": "S", "publisher": "P", "description": both("d"), "url": "https://a.pl/" }],
        "topics": [{ "id": "t", "name": both("Temat"), "sources": ["s"] }],
        "editions": [{ "number": 1, "when": "2016", "sources": ["s"] }],
        "experts": [{ "id": "e", "name": "E", "city": "wien", "country": "AT", "sources": ["s"] }],
        "meetings": [{
            "id": "m", "city": "lublin", "when": "2016-03", "edition": "1", "kinds": ["meeting"], "topics": ["t"],
            "guests": [{ "expert": "e", "mode": "present", "sources": ["s"] }],
            "participants": [{ "name": "P", "mode": "unknown", "sources": ["s"] }],
            "sources": ["s"],
        }],
        "totals": [{ "id": "n", "quantity": "cities", "value": 3, "bound": "exact", "sources": ["s"] }],
        "awards": [{ "id": "a", "name": both("A"), "result": both("R"), "when": "2017", "sources": ["s"] }],
    });
    (cities, programme)
}

fn feature(id: &str, country: &str, coordinates: &Value) -> Value {
    json!({
        "type": "Feature",
        "properties": { "id": id, "name": both(id), "country": country },
        "geometry": { "type": "Point", "coordinates": coordinates },
    })
}

fn both(text: &str) -> Value {
    json!({ "pl": text, "en": text })
}

fn read(cities: &Value, programme: &Value) -> Loaded {
    let (cities, programme) = (format!("{cities:#}"), format!("{programme:#}"));
    load(File::Bytes(cities.as_bytes()), File::Bytes(programme.as_bytes()))
}

/// Sets the value at a pointer (`null` takes it away) in the small campaign and reads it.
fn with(file: FileName, pointer: &str, value: Value) -> Loaded {
    let (mut cities, mut programme) = sound();
    let root = if file == FileName::Cities { &mut cities } else { &mut programme };
    let (parent, member) = pointer.rsplit_once('/').unwrap();
    match root.pointer_mut(parent).unwrap() {
        Value::Object(members) => drop(members.insert(member.to_owned(), value)),
        items => items[member.parse::<usize>().unwrap()] = value,
    }
    read(&cities, &programme)
}

fn in_programme(pointer: &str, value: Value) -> Loaded {
    with(FileName::Programme, pointer, value)
}

fn in_cities(pointer: &str, value: Value) -> Loaded {
    with(FileName::Cities, pointer, value)
}

/// The places and faults of the problems; each has a line.
fn faults(loaded: &Loaded) -> Vec<(&str, Fault)> {
    assert!(loaded.problems.iter().all(|problem| problem.line.is_some()), "{:?}", loaded.problems);
    loaded.problems.iter().map(|problem| (problem.pointer.as_str(), problem.fault.clone())).collect()
}

#[test]
fn the_small_campaign_is_sound() {
    let (cities, programme) = sound();
    assert_eq!(read(&cities, &programme).problems, []);
}
