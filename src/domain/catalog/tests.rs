//! The catalog: unique ids, order, years, homes and hosts.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use super::*;
use crate::domain::sample::catalog;

fn source(id: &str) -> Source {
    Source {
        id: id.parse().unwrap(),
        title: id.to_owned(),
        publisher: String::new(),
        description: Localized::same(""),
        url: None,
        published: None,
        seen: None,
    }
}

#[test]
fn an_id_is_unique_in_its_table() {
    let mut builder = Builder::new(None, None);
    let first = builder.add(source("a")).unwrap();
    let second = builder.add(source("b")).unwrap();
    assert_eq!(builder.add(source("a")), Err(DuplicateId("a".parse().unwrap())));
    assert_eq!((builder.find::<Source>("b"), builder.find::<Source>("c")), (Some(second), None));
    assert_eq!(builder.find::<City>("a"), None, "of another table");
    assert_eq!(builder.get(first).id.as_str(), "a");
    assert_eq!(builder.finish().all::<Source>().map(|(key, _)| key).collect::<Vec<_>>(), [first, second]);
}

#[test]
fn meetings_are_in_order_of_time_and_found_by_id() {
    let catalog = catalog();
    let ids: Vec<_> = catalog.all::<Meeting>().map(|(_, meeting)| meeting.id.as_str()).collect();
    assert_eq!(ids, ["lublin-2016-12", "lublin-2016", "poznan-2017"]);
    for (key, meeting) in catalog.all::<Meeting>() {
        assert_eq!(catalog.find(meeting.id.as_str()), Some(key));
        assert_eq!(catalog.get(key), meeting);
    }
}

#[test]
fn the_years_are_those_of_the_span_or_of_every_meeting() {
    assert_eq!(catalog().years(), Some(2014..=2017));
    assert_eq!(Builder::new(None, None).finish().years(), None);
    assert_eq!(Builder::new(None, "2015-02/2016".parse().ok()).finish().years(), Some(2015..=2016));
    let mut short = catalog();
    short.span = "2017".parse().ok();
    assert_eq!(short.years(), Some(2017..=2017), "a date outside the span is an error, not another span");
    short.span = None;
    assert_eq!(short.years(), Some(2016..=2017));
    short.span = "0001/9999".parse().ok();
    assert_eq!(short.years(), Some(9900..=9999), "a timeline of so many years could not be read");
}

#[test]
fn home_is_where_most_meetings_were_and_of_equals_the_first() {
    let mut catalog = catalog();
    assert_eq!(catalog.home_country().map(|code| code.as_str().to_owned()).as_deref(), Some("PL"));
    catalog.meetings.records.truncate(2);
    let (first, other) = (catalog.meetings.records[0].city, catalog.find::<City>("amsterdam").unwrap());
    catalog.meetings.records[1].city = other;
    assert_eq!(catalog.home_country(), catalog.get(first).country);
}

#[test]
fn a_guest_is_at_home_where_the_expert_is_or_in_the_city_itself() {
    let catalog = catalog();
    let meeting = catalog.get(catalog.find::<Meeting>("poznan-2017").unwrap());
    let homes: Vec<_> = meeting.guests.iter().map(|guest| catalog.home_of(guest.visitor)).collect();
    assert_eq!(homes, [catalog.find("amsterdam"), catalog.find("tel-aviv")]);
    let mut nowhere = catalog.clone();
    nowhere.experts.records[0].city = None;
    assert_eq!(nowhere.home_of(meeting.guests[0].visitor), None);
}

#[test]
fn hosts_are_the_cities_of_meetings_each_once() {
    let catalog = catalog();
    let hosts: Vec<_> = catalog.host_cities().into_iter().map(|city| catalog.get(city).id.as_str()).collect();
    assert_eq!(hosts, ["lublin", "poznan"]);
}
