//! A small programme for the tests of this crate.

#![allow(clippy::unwrap_used, reason = "test data")]

use super::{
    Builder, Catalog, City, Edition, Expert, Guest, Key, Lang, Localized, Meeting, MeetingKind, Mode, Place,
    Provenance, Visitor,
};

/// Two Polish hosts (the first with two meetings, one of them over the turn of the year 2016/2017), one guest
/// expert at two meetings and one guest city without a person; one edition of 2016 to March 2017.
pub(crate) fn catalog() -> Catalog {
    built(true)
}

/// The same, but nobody knows where the expert lives.
pub(crate) fn without_homes() -> Catalog {
    built(false)
}

fn built(has_homes: bool) -> Catalog {
    let mut builder = Builder::new(Some(text("Kampania", "Campaign")), Some("2014/2017".parse().unwrap()));
    let lublin = city(&mut builder, "lublin", "Lublin", "PL", 22.566_67, 51.25);
    let poznan = city(&mut builder, "poznan", "Poznań", "PL", 16.929_93, 52.406_92);
    let amsterdam = city(&mut builder, "amsterdam", "Amsterdam", "NL", 4.889_69, 52.374_03);
    let tel_aviv = city(&mut builder, "tel-aviv", "Tel Awiw", "IL", 34.780_57, 32.080_88);
    let edition = builder
        .add(Edition {
            id: "3".parse().unwrap(),
            number: 3,
            when: "2016/2017-03-29".parse().unwrap(),
            theme: Some(text("ekologia", "ecology")),
            provenance: Provenance::default(),
        })
        .unwrap();
    let expert = builder
        .add(Expert {
            id: "jan-de-vries".parse().unwrap(),
            name: "Jan de Vries".into(),
            role: None,
            city: has_homes.then_some(amsterdam),
            country: Some("NL".parse().unwrap()),
            provenance: Provenance::default(),
        })
        .unwrap();
    let guest = |visitor, mode| Guest { visitor, mode, talk: None, provenance: Provenance::default() };
    let present = guest(Visitor::Expert(expert), Mode::Present);
    let by_video = guest(Visitor::City(tel_aviv), Mode::Video);
    for (id, city, when, guests) in [
        ("poznan-2017", poznan, "2017-03-29", vec![present.clone(), by_video]),
        ("lublin-2016", lublin, "2016", vec![]),
        ("lublin-2016-12", lublin, "2016-12-30/2017-01-02", vec![present]),
    ] {
        builder
            .add(Meeting {
                id: id.parse().unwrap(),
                city,
                when: when.parse().unwrap(),
                edition: Some(edition),
                kinds: vec![MeetingKind::Meeting],
                title: None,
                topics: vec![],
                venue: None,
                guests,
                participants: vec![],
                provenance: Provenance::default(),
            })
            .unwrap();
    }
    builder.finish()
}

/// A text in Polish and English.
pub(crate) fn text(pl: &str, en: &str) -> Localized {
    let texts = [(Lang::Pl, pl), (Lang::En, en)];
    Localized::new(&|lang| texts.iter().find(|(of, _)| *of == lang).map(|(_, text)| (*text).to_owned())).unwrap()
}

fn city(builder: &mut Builder, id: &str, name: &str, country: &str, lon: f64, lat: f64) -> Key<City> {
    builder
        .add(City {
            id: id.parse().unwrap(),
            name: text(name, name),
            country: Some(country.parse().unwrap()),
            region: None,
            place: Some(Place::from_lon_lat(lon, lat).unwrap()),
        })
        .unwrap()
}
