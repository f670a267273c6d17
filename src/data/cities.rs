//! The cities: a `GeoJSON` `FeatureCollection` of Points (RFC 7946). Foreign members are ignored.

use super::draft::Draft;
use super::fault::{Expected, Fault, shorten};
use super::node::Node;
use super::position::{Position, judge, middle};
use crate::domain::{City, Place};

/// Names of WGS 84. To give it is needless since RFC 7946, but many programs do.
const WGS_84: [&str; 3] = ["CRS84", "EPSG:4326", "EPSG::4326"];

pub(super) fn read(root: &Node<'_>, draft: &mut Draft) {
    if !root.is_object() {
        return;
    }
    root.need("type", |kind| kind.word(&["FeatureCollection"], &[()]));
    if let Some(crs) = root.member("crs") {
        check_crs(&crs);
    }
    root.need("features", |list| {
        let features: Vec<_> = list.items().filter(Node::is_object).collect();
        // All positions first: their middle tells which one looks swapped.
        let positions: Vec<_> = features.iter().map(position).collect();
        let middle = middle(&positions);
        for (feature, position) in features.iter().zip(positions) {
            feature.need("type", |kind| kind.word(&["Feature"], &[()]));
            let place = position.and_then(|position| place(feature, position, middle));
            feature.need("properties", |properties| {
                let city = properties.is_object().then(|| city(properties, place)).flatten();
                draft.add(properties, city);
                Some(())
            });
        }
        Some(())
    });
}

fn city(properties: &Node<'_>, place: Option<Place>) -> Option<City> {
    let id = properties.need("id", Node::slug);
    let name = properties.need("name", Node::localized);
    let country = properties.need("country", Node::country);
    let region = properties.may("region", Node::localized);
    Some(City { id: id?, name: name?, country, region, place })
}

/// The first two numbers of a feature's geometry. A third is the altitude; more mean nothing.
fn position(feature: &Node<'_>) -> Option<Position> {
    feature.need("geometry", |geometry| {
        if !geometry.is_object() {
            return None;
        }
        let kind = geometry.need("type", Node::text)?;
        if kind != "Point" {
            geometry.report(Fault::Geometry { found: shorten(kind) });
            return None;
        }
        geometry.need("coordinates", |coordinates| {
            if !coordinates.is_list() {
                coordinates.wrong_type(Expected::List);
                return None;
            }
            let numbers: Vec<_> = coordinates.items().take(2).map(|number| number.number()).collect();
            if numbers.len() < 2 {
                coordinates.report(Fault::Position { count: numbers.len() });
            }
            numbers.first().copied()?.zip(numbers.get(1).copied()?)
        })
    })
}

fn place(feature: &Node<'_>, position: Position, middle: Option<Position>) -> Option<Place> {
    let (place, fault) = judge(position, middle);
    if let Some(fault) = fault {
        feature.may("geometry", |geometry| {
            geometry.report_at("coordinates", fault);
            Some(())
        });
    }
    place
}

fn check_crs(crs: &Node<'_>) {
    let properties = crs.member("properties");
    let name = properties.as_ref().and_then(|properties| properties.member("name"));
    let found = name.as_ref().and_then(Node::raw_text);
    if !found.is_some_and(|name| WGS_84.iter().any(|known| name.ends_with(known))) {
        crs.report(Fault::Crs { found: found.map_or_else(|| crs.literal(), shorten) });
    }
}
