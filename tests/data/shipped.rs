//! What the shipped files say.

use std::collections::BTreeSet;

use pracownia::data::{File, load};
use pracownia::domain::{
    Award, Bound, Catalog, City, Doubt, DoubtKind, Edition, Expert, Guest, Key, Lang, Meeting, MeetingKind, Mode,
    Provenance, Quantity, Source, Topic, Total, Visitor,
};

use crate::{CITIES, PROGRAMME};

/// Polish and English name, longitude, latitude, country, Polish region.
const PLACES: [(&str, &str, f64, f64, &str, &str); 17] = [
    ("Wrocław", "Wrocław", 17.03333, 51.10000, "PL", "dolnośląskie"),
    ("Sandomierz", "Sandomierz", 21.74898, 50.68265, "PL", "świętokrzyskie"),
    ("Starachowice", "Starachowice", 21.07126, 51.03740, "PL", "świętokrzyskie"),
    ("Tarnów", "Tarnów", 20.98698, 50.01381, "PL", "małopolskie"),
    ("Lublin", "Lublin", 22.56667, 51.25000, "PL", "lubelskie"),
    ("Skarżysko-Kamienna", "Skarżysko-Kamienna", 20.87162, 51.11311, "PL", "świętokrzyskie"),
    ("Poznań", "Poznań", 16.92993, 52.40692, "PL", "wielkopolskie"),
    ("Kraków", "Kraków", 19.93658, 50.06143, "PL", "małopolskie"),
    ("Rzeszów", "Rzeszów", 21.99901, 50.04132, "PL", "podkarpackie"),
    ("Kutno", "Kutno", 19.36409, 52.23064, "PL", "łódzkie"),
    ("Wałbrzych", "Wałbrzych", 16.28432, 50.77141, "PL", "dolnośląskie"),
    ("Nijmegen", "Nijmegen", 5.85278, 51.84250, "NL", ""),
    ("Tel Awiw", "Tel Aviv", 34.78057, 32.08088, "IL", ""),
    ("Amsterdam", "Amsterdam", 4.88969, 52.37403, "NL", ""),
    ("Wiedeń", "Vienna", 16.37208, 48.20849, "AT", ""),
    ("Bruksela", "Brussels", 4.34878, 50.85045, "BE", ""),
    ("Glasgow", "Glasgow", -4.25763, 55.86515, "GB", ""),
];

/// Id, date, edition, whether that edition is inferred.
const MEETINGS: [(&str, &str, u16, bool); 15] = [
    ("poznan-2015", "2015-09-21/2015-09-22", 2, true),
    ("wroclaw-2016", "2016", 3, false),
    ("sandomierz-2016", "2016", 3, false),
    ("starachowice-2016", "2016", 3, false),
    ("tarnow-2016", "2016", 3, false),
    ("lublin-2016", "2016", 3, false),
    ("skarzysko-kamienna-2016", "2016", 3, false),
    ("poznan-2016", "2016", 3, false),
    ("krakow-2016", "2016", 3, false),
    ("rzeszow-2016", "2016", 3, false),
    ("walbrzych-2016", "2016-03-31", 2, true),
    ("kutno-2017", "2017", 4, true),
    ("skarzysko-kamienna-2017", "2017", 4, true),
    ("rzeszow-2017", "2017-03-29", 3, false),
    ("sandomierz-2017", "2017-04-26/2017-04-27", 4, false),
];

fn shipped() -> Catalog {
    let loaded = load(File::Bytes(CITIES), File::Bytes(PROGRAMME));
    assert_eq!(loaded.problems, []);
    loaded.catalog
}

fn meeting<'a>(catalog: &'a Catalog, id: &str) -> &'a Meeting {
    catalog.get(catalog.find::<Meeting>(id).expect(id))
}

fn in_year(catalog: &Catalog, year: i32) -> Vec<&Meeting> {
    catalog.all::<Meeting>().map(|(_, meeting)| meeting).filter(|meeting| meeting.years().contains(&year)).collect()
}

fn doubt<'a>(provenance: &'a Provenance, field: &str) -> Option<&'a Doubt> {
    provenance.doubts.iter().find(|doubt| doubt.field == field)
}

#[test]
fn cities_lie_where_geonames_has_them() {
    let catalog = shipped();
    assert_eq!(catalog.all::<City>().count(), PLACES.len());
    for ((_, city), (pl, en, lon, lat, country, region)) in catalog.all::<City>().zip(PLACES) {
        let place = city.place.expect(pl);
        assert_eq!((city.name.get(Lang::Pl), city.name.get(Lang::En)), (pl, en));
        assert!((place.lon() - lon).abs() + (place.lat() - lat).abs() < 1e-9, "{pl}");
        assert_eq!(city.country.expect(pl).as_str(), country);
        assert_eq!(city.region.as_ref().map_or("", |name| name.get(Lang::Pl)), region, "{pl}");
    }
}

#[test]
fn each_meeting_has_its_date_and_edition_as_precise_as_known() {
    let catalog = shipped();
    assert_eq!(catalog.all::<Meeting>().count(), MEETINGS.len());
    for (id, when, edition, inferred) in MEETINGS {
        let meeting = meeting(&catalog, id);
        assert_eq!(meeting.when.to_string(), when, "{id}");
        assert_eq!(catalog.get(meeting.edition.expect(id)).number, edition, "{id}");
        let doubted = doubt(&meeting.provenance, "edition").map(|doubt| doubt.kind);
        assert_eq!(doubted, inferred.then_some(DoubtKind::Inferred), "{id}");
        if when.len() == 4 {
            assert_eq!((&meeting.kinds[..], meeting.topics.len()), (&[MeetingKind::Meeting][..], 0), "{id}");
        }
    }
}

#[test]
fn years_add_up() {
    let catalog = shipped();
    assert_eq!(catalog.years(), Some(2014..=2017));
    let cities = |year| in_year(&catalog, year).iter().map(|meeting| meeting.city).collect::<BTreeSet<_>>().len();
    assert_eq!([2014, 2015, 2016, 2017].map(|year| in_year(&catalog, year).len()), [0, 1, 10, 4]);
    assert_eq!([2014, 2015, 2016, 2017].map(cities), [0, 1, 10, 4]);
    let guests = in_year(&catalog, 2017).into_iter().flat_map(|meeting| &meeting.guests);
    let homes: BTreeSet<Key<City>> = guests.filter_map(|guest| catalog.home_of(guest.visitor)).collect();
    assert_eq!(homes.len(), 6);
    let hosts = catalog.host_cities();
    assert_eq!(hosts.len(), 11);
    assert!(hosts.iter().all(|city| catalog.get(*city).country.is_some_and(|country| country.as_str() == "PL")));
    assert!(hosts.iter().all(|city| !homes.contains(city)));
}

#[test]
fn editions_are_two_three_and_four() {
    let catalog = shipped();
    let editions: Vec<_> = catalog.all::<Edition>().map(|(_, edition)| edition).collect();
    let dates: Vec<_> = editions.iter().map(|edition| (edition.number, edition.when.to_string())).collect();
    let expected = [(2, "2015?/2016-03-31"), (3, "2016/2017-03-29"), (4, "2017-04-26/2017?")];
    assert_eq!(dates, expected.map(|(number, when)| (number, when.to_owned())));
    assert_eq!(doubt(&editions[0].provenance, "number").unwrap().kind, DoubtKind::Inferred);
    assert_eq!(editions[1].theme.as_ref().unwrap().get(Lang::Pl), "innowacje i ekologia");
    assert_eq!(doubt(&editions[1].provenance, "number").unwrap().kind, DoubtKind::Contradicted);
}

#[test]
fn guests_are_those_the_sources_name() {
    let catalog = shipped();
    let seen = |guest: &Guest| {
        let name = match guest.visitor {
            Visitor::Expert(expert) => catalog.get(expert).name.clone(),
            Visitor::City(_) => String::new(),
        };
        (name, catalog.home_of(guest.visitor).map_or("", |city| catalog.get(city).id.as_str()), guest.mode)
    };
    let rzeszow = meeting(&catalog, "rzeszow-2017");
    let expected = [
        ("Paul Goedknegt", "nijmegen", Mode::Present),
        ("Gilad Uziely", "tel-aviv", Mode::Present),
        ("Marc de Wit", "amsterdam", Mode::Present),
        ("", "vienna", Mode::Video),
        ("", "brussels", Mode::Unknown),
        ("", "glasgow", Mode::Unknown),
    ];
    let guests: Vec<_> = rzeszow.guests.iter().map(seen).collect();
    assert_eq!(guests, expected.map(|(name, city, mode)| (name.to_owned(), city, mode)));
    assert_eq!(doubt(&rzeszow.guests[3].provenance, "mode").unwrap().kind, DoubtKind::Contradicted);
    for guest in &rzeszow.guests[4..] {
        assert_eq!(doubt(&guest.provenance, "expert").unwrap().kind, DoubtKind::Uncertain);
    }
    let walbrzych = meeting(&catalog, "walbrzych-2016");
    assert_eq!(
        walbrzych.guests.iter().map(seen).collect::<Vec<_>>(),
        [("Huub Droogh".to_owned(), "", Mode::Announced)]
    );
    let droogh = catalog.get(catalog.find::<Expert>("huub-droogh").unwrap());
    assert_eq!(droogh.country.unwrap().as_str(), "NL");
    assert_eq!(catalog.all::<Expert>().count(), 4);
    let with_guests = catalog.all::<Meeting>().filter(|(_, meeting)| !meeting.guests.is_empty()).count();
    assert_eq!(with_guests, 2);
}

#[test]
fn the_four_dated_meetings_are_told_in_detail() {
    let catalog = shipped();
    let topics = |meeting: &Meeting| meeting.topics.iter().map(|topic| catalog.get(*topic).id.to_string()).collect();
    let people = |meeting: &Meeting| meeting.participants.iter().map(|person| person.name.clone()).collect();
    let (topics, people): (Vec<Vec<String>>, Vec<Vec<String>>) =
        ["poznan-2015", "walbrzych-2016", "rzeszow-2017", "sandomierz-2017"]
            .map(|id| meeting(&catalog, id))
            .map(|meeting| (topics(meeting), people(meeting)))
            .into_iter()
            .unzip();
    assert_eq!(topics[0], ["poznan-county", "poznan", "church"]);
    assert_eq!(topics[1], ["former-capitals", "administrative-division", "cultural-tolerance", "depopulation"]);
    assert_eq!(topics[2], ["innovation", "ecology"]);
    assert_eq!(topics[3], ["film-and-social-media", "technology"]);
    let poznan = ["Włodzimierz Bogaczyk", "Andrzej Wróblewicz", "Adam Kompowski", "Mariusz Siebert", "Anna Fiedler"];
    assert_eq!(people[0], poznan);
    let walbrzych = ["Jerzy Owsiak", "Filip Springer", "prof. Paweł Swianiewicz", "Anna Kurniewicz", "Jerzy Buzek"];
    assert_eq!(people[1], walbrzych);
    assert!(people[2].is_empty() && people[3].is_empty());
    let poznan = meeting(&catalog, "poznan-2015");
    assert_eq!(poznan.kinds, [MeetingKind::Workshop, MeetingKind::Conference]);
    assert_eq!(doubt(&poznan.provenance, "kinds").unwrap().kind, DoubtKind::Announced);
    assert!(meeting(&catalog, "walbrzych-2016").venue.is_some());
    assert_eq!(meeting(&catalog, "sandomierz-2017").title.as_ref().unwrap().get(Lang::Pl), "Miasto w roli głównej");
    let rzeszow = meeting(&catalog, "rzeszow-2016");
    assert_eq!(doubt(&rzeszow.provenance, "when").unwrap().kind, DoubtKind::Uncertain);
}

#[test]
fn totals_and_the_award_are_those_claimed() {
    use Bound::{About, Exact, MoreThan};
    use Quantity::{Cities, Meetings, Participants, Workshops};
    let catalog = shipped();
    let of = |total: &Total| {
        let as_of = total.as_of.map(|date| date.to_string()).unwrap_or_default();
        let source = catalog.get(total.provenance.sources[0]).id.to_string();
        (total.quantity, total.value, total.bound, as_of, source)
    };
    let totals: Vec<_> = catalog.all::<Total>().map(|(_, total)| of(total)).collect();
    let expected = [
        (Meetings, 19, Exact, "2016-03-31", "walbrzych-2016"),
        (Cities, 13, Exact, "2016-03-31", "walbrzych-2016"),
        (Meetings, 21, Exact, "", "wyborcza-campaign"),
        (Cities, 14, Exact, "", "wyborcza-campaign"),
        (Meetings, 30, MoreThan, "2017", "fob-2017"),
        (Cities, 18, Exact, "2017", "fob-2017"),
        (Participants, 5000, About, "2017", "fob-2017"),
        (Workshops, 50, MoreThan, "2017", "fob-2017"),
    ];
    assert_eq!(totals, expected.map(|(what, value, bound, as_of, id)| (what, value, bound, as_of.into(), id.into())));
    let awards: Vec<_> = catalog.all::<Award>().collect();
    let [(_, award)] = awards[..] else { panic!("one award") };
    assert_eq!((award.result.get(Lang::En), award.when.to_string().as_str()), ("second place", "2016"));
    assert_eq!(doubt(&award.provenance, "result").unwrap().kind, DoubtKind::Uncertain);
}

#[test]
fn every_record_has_a_source_and_every_source_a_safe_address() {
    let catalog = shipped();
    for provenance in provenances(&catalog) {
        assert!(!provenance.sources.is_empty(), "{provenance:?}");
    }
    let campaign = ["fob-2017", "wyborcza-2017", "wyborcza-campaign", "walbrzych-2016", "damiinfo-2016", "poznan-2015"];
    let others = ["inma-2016", "wyborcza-lublin", "cdv-droogh", "jagran-2016", "ec-nijmegen", "geonames"];
    let ids: Vec<_> = catalog.all::<Source>().map(|(_, source)| source.id.as_str()).collect();
    assert_eq!(ids, [campaign, others].concat());
    for (_, source) in catalog.all::<Source>() {
        let url = source.url.as_deref().unwrap();
        // One page is known by an address without encryption only.
        assert!(url.starts_with("https://") || source.id.as_str() == "jagran-2016", "{url}");
    }
}

fn provenances(catalog: &Catalog) -> Vec<&Provenance> {
    let mut all: Vec<&Provenance> = Vec::new();
    all.extend(catalog.all::<Edition>().map(|(_, edition)| &edition.provenance));
    all.extend(catalog.all::<Topic>().map(|(_, topic)| &topic.provenance));
    all.extend(catalog.all::<Expert>().map(|(_, expert)| &expert.provenance));
    all.extend(catalog.all::<Total>().map(|(_, total)| &total.provenance));
    all.extend(catalog.all::<Award>().map(|(_, award)| &award.provenance));
    for (_, meeting) in catalog.all::<Meeting>() {
        all.push(&meeting.provenance);
        all.extend(meeting.guests.iter().map(|guest| &guest.provenance));
        all.extend(meeting.participants.iter().map(|person| &person.provenance));
    }
    all
}
