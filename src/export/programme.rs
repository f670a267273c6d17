//! The format of `data/programme.json`, which the loader reads back; the cities are in `geojson`.

use super::Extract;
use super::json::Json;
use crate::domain::{
    Award, Edition, Expert, Guest, Key, Lang, Localized, Meeting, Participant, Provenance, Source, Topic, Total,
    Visitor,
};

/// The file. Of a part of the catalog it has the meetings and guests of the view and all that they refer to; totals and
/// awards, which are of the campaign as a whole, only the whole has.
#[must_use]
pub fn programme(extract: Extract<'_>) -> String {
    let catalog = extract.catalog;
    let mut members = vec![("version", Json::Raw("1".to_owned()))];
    members.extend(catalog.title().map(|title| ("title", localized(title))));
    members.extend(catalog.span().map(|span| ("span", Json::text(span.to_string()))));
    let meetings = extract.meetings().map(|(key, it)| meeting(extract, key, it));
    let mut tables = vec![
        ("editions", extract.editions().iter().map(|&key| edition(extract, catalog.get(key))).collect()),
        ("meetings", meetings.collect()),
        ("topics", extract.topics().iter().map(|&key| topic(extract, catalog.get(key))).collect()),
        ("experts", extract.experts().iter().map(|&key| expert(extract, catalog.get(key))).collect()),
    ];
    if extract.is_whole() {
        tables.push(("totals", catalog.all::<Total>().map(|(_, it)| total(extract, it)).collect()));
        tables.push(("awards", catalog.all::<Award>().map(|(_, it)| award(extract, it)).collect()));
    }
    tables.push(("sources", extract.sources().iter().map(|&key| source(catalog.get(key))).collect()));
    members.extend(tables.into_iter().map(|(name, records): (_, Vec<Json>)| (name, Json::List(records))));
    Json::Object(members).into_file()
}

/// A text in each language.
pub(super) fn localized(text: &Localized) -> Json {
    Json::Object(Lang::ALL.into_iter().map(|lang| (lang.tag(), Json::text(text.get(lang)))).collect())
}

type Members = Vec<(&'static str, Json)>;

fn may(members: &mut Members, name: &'static str, value: Option<Json>) {
    members.extend(value.map(|value| (name, value)));
}

fn may_list(members: &mut Members, name: &'static str, items: Vec<Json>) {
    if !items.is_empty() {
        members.push((name, Json::List(items)));
    }
}

fn meeting(extract: Extract<'_>, key: Key<Meeting>, meeting: &Meeting) -> Json {
    let catalog = extract.catalog;
    let mut it = vec![
        ("id", Json::text(meeting.id.as_str())),
        ("city", Json::text(catalog.get(meeting.city).id.as_str())),
        ("when", Json::text(meeting.when.to_string())),
    ];
    may(&mut it, "edition", meeting.edition.map(|edition| Json::text(catalog.get(edition).id.as_str())));
    it.push(("kinds", Json::List(meeting.kinds.iter().map(|kind| Json::text(kind.tag())).collect())));
    may(&mut it, "title", meeting.title.as_ref().map(localized));
    let topics = meeting.topics.iter().map(|&topic| Json::text(catalog.get(topic).id.as_str()));
    may_list(&mut it, "topics", topics.collect());
    may(&mut it, "venue", meeting.venue.as_ref().map(localized));
    may_list(&mut it, "guests", extract.guests(key).map(|one| guest(extract, one)).collect());
    may_list(&mut it, "participants", meeting.participants.iter().map(|one| participant(extract, one)).collect());
    with_provenance(extract, it, &meeting.provenance)
}

fn guest(extract: Extract<'_>, guest: &Guest) -> Json {
    let visitor = match guest.visitor {
        Visitor::Expert(expert) => ("expert", Json::text(extract.catalog.get(expert).id.as_str())),
        Visitor::City(city) => ("city", Json::text(extract.catalog.get(city).id.as_str())),
    };
    let mut it = vec![visitor, ("mode", Json::text(guest.mode.tag()))];
    may(&mut it, "talk", guest.talk.as_ref().map(localized));
    with_provenance(extract, it, &guest.provenance)
}

fn participant(extract: Extract<'_>, person: &Participant) -> Json {
    let mut it = vec![("name", Json::text(person.name.as_str()))];
    may(&mut it, "role", person.role.as_ref().map(localized));
    it.push(("mode", Json::text(person.mode.tag())));
    with_provenance(extract, it, &person.provenance)
}

fn edition(extract: Extract<'_>, edition: &Edition) -> Json {
    let mut it = Vec::new();
    // The number says all that such an id does.
    if edition.id.as_str() != edition.number.to_string() {
        it.push(("id", Json::text(edition.id.as_str())));
    }
    it.push(("number", Json::Raw(edition.number.to_string())));
    it.push(("when", Json::text(edition.when.to_string())));
    may(&mut it, "theme", edition.theme.as_ref().map(localized));
    with_provenance(extract, it, &edition.provenance)
}

fn topic(extract: Extract<'_>, topic: &Topic) -> Json {
    let it = vec![("id", Json::text(topic.id.as_str())), ("name", localized(&topic.name))];
    with_provenance(extract, it, &topic.provenance)
}

fn expert(extract: Extract<'_>, expert: &Expert) -> Json {
    let mut it = vec![("id", Json::text(expert.id.as_str())), ("name", Json::text(expert.name.as_str()))];
    may(&mut it, "role", expert.role.as_ref().map(localized));
    match expert.city {
        Some(city) => it.push(("city", Json::text(extract.catalog.get(city).id.as_str()))),
        // Of a city the country is known.
        None => may(&mut it, "country", expert.country.map(|code| Json::text(code.as_str()))),
    }
    with_provenance(extract, it, &expert.provenance)
}

fn total(extract: Extract<'_>, total: &Total) -> Json {
    let mut it = vec![
        ("id", Json::text(total.id.as_str())),
        ("quantity", Json::text(total.quantity.tag())),
        ("value", Json::Raw(total.value.to_string())),
        ("bound", Json::text(total.bound.tag())),
    ];
    may(&mut it, "as_of", total.as_of.map(|when| Json::text(when.to_string())));
    with_provenance(extract, it, &total.provenance)
}

fn award(extract: Extract<'_>, award: &Award) -> Json {
    let mut it = vec![("id", Json::text(award.id.as_str())), ("name", localized(&award.name))];
    may(&mut it, "category", award.category.as_ref().map(localized));
    it.push(("result", localized(&award.result)));
    it.push(("when", Json::text(award.when.to_string())));
    with_provenance(extract, it, &award.provenance)
}

fn source(source: &Source) -> Json {
    let mut it = vec![
        ("id", Json::text(source.id.as_str())),
        ("title", Json::text(source.title.as_str())),
        ("publisher", Json::text(source.publisher.as_str())),
        ("description", localized(&source.description)),
    ];
    may(&mut it, "url", source.url.clone().map(Json::Text));
    may(&mut it, "published", source.published.map(|when| Json::text(when.to_string())));
    may(&mut it, "seen", source.seen.as_ref().map(localized));
    Json::Object(it)
}

fn with_provenance(extract: Extract<'_>, mut it: Members, provenance: &Provenance) -> Json {
    it.push(("sources", source_ids(extract, &provenance.sources)));
    may(&mut it, "note", provenance.note.as_ref().map(localized));
    may_list(&mut it, "doubts", doubts(extract, provenance));
    Json::Object(it)
}

/// Every doubt of a record.
pub(super) fn doubts(extract: Extract<'_>, provenance: &Provenance) -> Vec<Json> {
    let doubt = |doubt: &crate::domain::Doubt| {
        let mut it = vec![
            ("field", Json::text(doubt.field.as_str())),
            ("kind", Json::text(doubt.kind.tag())),
            ("note", localized(&doubt.note)),
        ];
        if !doubt.sources.is_empty() {
            it.push(("sources", source_ids(extract, &doubt.sources)));
        }
        Json::Object(it)
    };
    provenance.doubts.iter().map(doubt).collect()
}

pub(super) fn source_ids(extract: Extract<'_>, sources: &[Key<Source>]) -> Json {
    Json::List(sources.iter().map(|&source| Json::text(extract.catalog.get(source).id.as_str())).collect())
}
