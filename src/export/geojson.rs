//! The cities with their meetings and guests: `GeoJSON` (RFC 7946), which the loader reads as `data/cities.geojson`.

use super::Extract;
use super::json::Json;
use super::programme::{doubts, localized, source_ids};
use crate::domain::{City, Key, Visitor, decimal};
use crate::text::ShareWords;

/// The file. A city without a place is a feature without a geometry, as the standard has it.
#[must_use]
pub fn geojson(extract: Extract<'_>) -> String {
    let features = extract.cities().into_iter().map(|key| feature(extract, key));
    let members = vec![
        ("type", Json::text("FeatureCollection")),
        // A foreign member (RFC 7946, 6.1): the places are licensed on terms.
        ("attribution", Json::text(ShareWords::of(extract.lang).coordinates)),
        ("features", Json::List(features.collect())),
    ];
    Json::Object(members).into_file()
}

fn feature(extract: Extract<'_>, key: Key<City>) -> Json {
    let city = extract.catalog.get(key);
    let mut properties = vec![("id", Json::text(city.id.as_str())), ("name", localized(&city.name))];
    properties.extend(city.country.map(|code| ("country", Json::text(code.as_str()))));
    properties.extend(city.region.as_ref().map(|region| ("region", localized(region))));
    properties.push(("meetings", Json::List(meetings(extract, key))));
    properties.push(("guests", Json::List(guests(extract, key))));
    let geometry = city.place.map(|place| {
        let position = [place.lon(), place.lat()].map(|degrees| Json::Raw(decimal(degrees)));
        Json::Object(vec![("type", Json::text("Point")), ("coordinates", Json::List(position.into()))])
    });
    Json::Object(vec![
        ("type", Json::text("Feature")),
        ("properties", Json::Object(properties)),
        ("geometry", geometry.unwrap_or(Json::Null)),
    ])
}

/// The meetings that the city hosted.
fn meetings(extract: Extract<'_>, key: Key<City>) -> Vec<Json> {
    let held = extract.meetings().filter(|(_, meeting)| meeting.city == key);
    let item = held.map(|(_, meeting)| {
        let mut it = vec![
            ("id", Json::text(meeting.id.as_str())),
            ("when", Json::text(meeting.when.to_string())),
            ("kinds", Json::List(meeting.kinds.iter().map(|kind| Json::text(kind.tag())).collect())),
        ];
        it.extend(meeting.edition.map(|edition| ("edition", Json::text(extract.catalog.get(edition).id.as_str()))));
        it.extend(meeting.title.as_ref().map(|title| ("title", localized(title))));
        let topics = meeting.topics.iter().map(|&topic| localized(&extract.catalog.get(topic).name));
        it.push(("topics", Json::List(topics.collect())));
        it.push(("doubts", Json::List(doubts(extract, &meeting.provenance))));
        it.push(("sources", source_ids(extract, &meeting.provenance.sources)));
        Json::Object(it)
    });
    item.collect()
}

/// The guests that came from the city, once for each of their meetings.
fn guests(extract: Extract<'_>, key: Key<City>) -> Vec<Json> {
    let from_here = extract.view.guests.iter().filter(|guest| extract.catalog.home_of(guest.visitor) == Some(key));
    let each = from_here.flat_map(|guest| guest.at.iter());
    let item = each.map(|&(meeting, index)| {
        let meeting = extract.catalog.get(meeting);
        let guest = &meeting.guests[index];
        let name = match guest.visitor {
            Visitor::Expert(expert) => Json::text(extract.catalog.get(expert).name.as_str()),
            // Nobody is named.
            Visitor::City(_) => Json::Null,
        };
        Json::Object(vec![
            ("name", name),
            ("meeting", Json::text(meeting.id.as_str())),
            ("mode", Json::text(guest.mode.tag())),
            ("doubts", Json::List(doubts(extract, &guest.provenance))),
            ("sources", source_ids(extract, &guest.provenance.sources)),
        ])
    });
    item.collect()
}
