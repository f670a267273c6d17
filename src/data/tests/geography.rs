//! The cities file.

use super::*;
use crate::data::{Expected, Table};
use crate::domain::{City, Place};

fn place_of(loaded: &Loaded, id: &str) -> Option<Place> {
    let key = loaded.catalog.find::<City>(id).unwrap();
    loaded.catalog.get(key).place
}

/// Each keeps the city without a place, and reports one fault.
fn refused(coordinates: Value) -> (String, Fault) {
    let loaded = in_cities("/features/0/geometry/coordinates", coordinates);
    assert_eq!(place_of(&loaded, "lublin"), None);
    let faults = faults(&loaded);
    let [(pointer, fault)] = &faults[..] else { panic!("one fault, not {faults:?}") };
    (pointer.trim_start_matches("/features/0/geometry").to_owned(), fault.clone())
}

fn wrong(expected: Expected, found: &str) -> Fault {
    Fault::WrongType { expected, found: found.to_owned() }
}

#[test]
fn a_position_is_two_numbers() {
    let here = || "/coordinates".to_owned();
    assert_eq!(refused(json!([])), (here(), Fault::Position { count: 0 }));
    assert_eq!(refused(json!([22.5])), (here(), Fault::Position { count: 1 }));
    assert_eq!(refused(json!("22.5, 51.2")), (here(), wrong(Expected::List, "\"22.5, 51.2\"")));
    assert_eq!(refused(json!({ "lon": 1 })), (here(), wrong(Expected::List, "{…}")));
    assert_eq!(refused(json!([22.5, "51,2"])), ("/coordinates/1".to_owned(), wrong(Expected::Number, "\"51,2\"")));
    assert_eq!(refused(json!([null, 51.2])), ("/coordinates/0".to_owned(), wrong(Expected::Number, "null")));
    for coordinates in [json!([22.5, 51.2, 170]), json!([22.5, 51.2, 170, 1]), json!([22.5, 51.2, "x"])] {
        let loaded = in_cities("/features/0/geometry/coordinates", coordinates);
        assert_eq!(loaded.problems, [], "altitude and more are ignored");
        assert!(place_of(&loaded, "lublin").is_some());
    }
}

#[test]
fn coordinates_are_degrees_of_the_earth() {
    let fault = |x: f64, y: f64| refused(json!([x, y])).1;
    assert_eq!(fault(181.0, 50.0), Fault::Longitude(181.0));
    assert_eq!(fault(-200.0, 50.0), Fault::Longitude(-200.0));
    assert_eq!(fault(95.0, -90.5), Fault::Latitude(-90.5));
    assert_eq!(fault(20.0, 200.0), Fault::Latitude(200.0));
    assert_eq!(fault(637_000.0, 486_000.0), Fault::Projected { x: 637_000.0, y: 486_000.0 });
    assert_eq!(fault(22.5, 5_800_000.0), Fault::Projected { x: 22.5, y: 5_800_000.0 });
}

#[test]
fn swapped_coordinates_are_suspected_where_that_is_plausible() {
    let loaded = in_cities("/features/0/geometry/coordinates", json!([51.2, 22.5]));
    let swapped = Fault::Swapped { lon: 51.2, lat: 22.5 };
    assert_eq!(faults(&loaded), [("/features/0/geometry/coordinates", swapped)]);
    assert_eq!(place_of(&loaded, "lublin"), None, "a city so far away would move the whole map");
    // Far away either way: no suspicion.
    assert_eq!(in_cities("/features/0/geometry/coordinates", json!([-70.0, -30.0])).problems, []);
    // Alone, an impossible latitude that would do as a longitude is enough.
    let (_, programme) = sound();
    let alone = json!({ "type": "FeatureCollection", "features": [feature("lublin", "PL", &json!([-33.0, 151.0]))] });
    assert_eq!(read(&alone, &programme).problems[0].fault, Fault::Swapped { lon: -33.0, lat: 151.0 });
}

#[test]
fn only_points_have_a_place() {
    for geometry in
        [Value::Null, json!({ "type": "Point" }), json!({}), json!([1]), json!({ "type": 1, "coordinates": 1 })]
    {
        let loaded = in_cities("/features/0/geometry", geometry);
        assert_eq!(loaded.problems.len(), 1);
        assert_eq!(place_of(&loaded, "lublin"), None);
    }
    let loaded = in_cities("/features/0/geometry", json!({ "type": "LineString", "coordinates": [[1, 2], [3, 4]] }));
    assert_eq!(faults(&loaded), [("/features/0/geometry", Fault::Geometry { found: "LineString".to_owned() })]);
}

#[test]
fn another_coordinate_system_is_told() {
    let crs = |name: &str| json!({ "type": "name", "properties": { "name": name } });
    assert_eq!(in_cities("/crs", crs("urn:ogc:def:crs:OGC:1.3:CRS84")).problems, []);
    let found = "urn:ogc:def:crs:EPSG::2180";
    assert_eq!(faults(&in_cities("/crs", crs(found))), [("/crs", Fault::Crs { found: found.to_owned() })]);
    assert_eq!(faults(&in_cities("/crs", json!({}))), [("/crs", Fault::Crs { found: "{}".to_owned() })]);
}

#[test]
fn a_city_needs_an_id_and_a_name_and_should_have_a_country() {
    let loaded = in_cities("/features/2/properties/country", json!("pl"));
    assert_eq!(faults(&loaded), [("/features/2/properties/country", Fault::Country { found: "pl".to_owned() })]);
    assert_eq!(loaded.catalog.all::<City>().count(), 3);
    let loaded = in_cities("/features/2/properties/name", Value::Null);
    // The expert who comes from there is no second fault.
    assert_eq!(faults(&loaded), [("/features/2/properties", Fault::Missing { field: "name" })]);
    assert_eq!(loaded.catalog.all::<City>().count(), 2);
    let loaded = in_cities("/features/1/properties/id", json!("Kraków"));
    assert_eq!(faults(&loaded), [("/features/1/properties/id", Fault::Id { found: "Kraków".to_owned() })]);
    let duplicate = Fault::DuplicateId { table: Table::Cities, id: "lublin".to_owned() };
    assert_eq!(
        faults(&in_cities("/features/1/properties/id", json!("lublin"))),
        [("/features/1/properties/id", duplicate)]
    );
}

#[test]
fn what_is_no_feature_collection_is_told() {
    let (_, programme) = sound();
    for (cities, pointers) in [
        (json!([]), &[""][..]),
        (json!({}), &["", ""]),
        (json!({ "type": "FeatureCollection", "features": {} }), &["/features"]),
        (json!({ "type": "Feature", "features": [] }), &["/type"]),
        (
            json!({ "type": "FeatureCollection", "features": [1, { "type": "x" }] }),
            &["/features/0", "/features/1", "/features/1", "/features/1/type"],
        ),
    ] {
        let loaded = read(&cities, &programme);
        let mut found: Vec<_> = loaded.problems.iter().filter(|problem| problem.file == FileName::Cities).collect();
        found.sort_by_key(|problem| &problem.pointer);
        assert_eq!(found.iter().map(|problem| problem.pointer.as_str()).collect::<Vec<_>>(), pointers);
    }
}
