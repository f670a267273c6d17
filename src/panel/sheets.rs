//! The rows of each table.

use crate::domain::{
    Appearance, City, Facet, Key, Meeting, Period, Provenance, Source, Subject, View, Visitor, each_once,
};
use crate::markup::tags::{li, link_out, span, strong};
use crate::markup::{Element, Node};
use crate::text::{self, typeset};
use crate::url::Sheet;

use super::facts::{breakable, facet_link, link_to, list};
use super::reader::{Reader, facet_name, join, subject_of};
use super::table::{By, Cell, Row};

/// The rows of a table, in the order of the lists.
pub(super) fn rows(reader: Reader<'_>, view: &View, period: Period, sheet: Sheet) -> Vec<Row> {
    match sheet {
        Sheet::Meetings => view.meetings.iter().map(|&key| meeting(reader, view, key)).collect(),
        Sheet::Cities => view.cities().into_iter().map(|key| city(reader, view, key)).collect(),
        Sheet::Experts => view.guests.iter().map(|guest| expert(reader, guest)).collect(),
        Sheet::Sources => {
            let sources = reader.catalog.all::<Source>();
            let is_shown = |key| is_whole(view, period) || view_names(reader, view, key);
            sources.filter(|&(key, _)| is_shown(key)).map(|(key, _)| source(reader, key)).collect()
        }
    }
}

/// Whether the view leaves nothing out.
fn is_whole(view: &View, period: Period) -> bool {
    period == Period::All && view.filter.is_empty()
}

/// Whether something that the view shows is known from a source.
pub(super) fn view_names(reader: Reader<'_>, view: &View, source: Key<Source>) -> bool {
    let catalog = reader.catalog;
    let by_meeting = view.meetings.iter().any(|&key| {
        let meeting = catalog.get(key);
        let topics = meeting.topics.iter().map(|&topic| &catalog.get(topic).provenance);
        let people = meeting.participants.iter().map(|person| &person.provenance);
        std::iter::once(&meeting.provenance).chain(topics).chain(people).any(|provenance| provenance.names(source))
    });
    let by_guest = view.guests.iter().any(|guest| {
        let parts = guest.at.iter().map(|&(key, index)| &catalog.get(key).guests[index].provenance);
        parts.chain(expert_provenance(reader, guest)).any(|provenance| provenance.names(source))
    });
    let by_edition = view.editions.iter().any(|&key| catalog.get(key).provenance.names(source));
    by_meeting || by_guest || by_edition
}

fn expert_provenance<'a>(reader: Reader<'a>, guest: &Appearance) -> Option<&'a Provenance> {
    match guest.visitor {
        Visitor::Expert(expert) => Some(&reader.catalog.get(expert).provenance),
        Visitor::City(_) => None,
    }
}

/// The cell that names its row: a button that selects it.
fn subject_cell(reader: Reader<'_>, subject: Subject, name: String, provenances: &[&Provenance]) -> Cell {
    let mark = provenances.iter().find_map(|provenance| reader.doubt_mark(provenance));
    let button = reader.choice(subject).with(strong().class("place").text(name.as_str())).with_some(mark);
    Cell::new(vec![button.into()], By::text(name))
}

fn meeting(reader: Reader<'_>, view: &View, key: Key<Meeting>) -> Row {
    let meeting = reader.catalog.get(key);
    let edition = match meeting.edition {
        Some(edition) => Cell::new(
            vec![facet_link(Facet::Edition(edition), facet_name(reader, Facet::Edition(edition))).into()],
            By::Number(reader.catalog.get(edition).number.into()),
        ),
        None => Cell::new(Vec::new(), By::Unknown),
    };
    let topic = |&topic| facet_link(Facet::Topic(topic), facet_name(reader, Facet::Topic(topic)));
    let topics = each(meeting.topics.iter().map(topic).collect());
    let visitors: Vec<_> = view
        .guests
        .iter()
        .filter(|guest| guest.at.iter().any(|&(at, _)| at == key))
        .map(|guest| guest.visitor)
        .collect();
    let guest = |&visitor| link_to(subject_of(visitor), reader.visitor(visitor));
    let guests = each(visitors.iter().map(guest).collect());
    let names = join(", ", visitors.iter().map(|&visitor| reader.visitor(visitor)));
    Row {
        id: meeting.id.to_string(),
        cells: vec![
            subject_cell(reader, Subject::Meeting(key), reader.city(meeting.city), &[&meeting.provenance]),
            Cell::new(vec![reader.date(meeting).into()], By::Date(meeting.when)),
            edition,
            Cell::text(reader.kinds(meeting)),
            Cell::new(topics, By::text(reader.topics(meeting))),
            Cell::new(guests, By::text(names)),
            sources(reader, &[&meeting.provenance]),
        ],
    }
}

fn city(reader: Reader<'_>, view: &View, key: Key<City>) -> Row {
    let city = reader.catalog.get(key);
    let mut known: Vec<&Provenance> =
        view.meetings_in(reader.catalog, key).map(|meeting| &meeting.provenance).collect();
    let from_here: Vec<&Appearance> =
        view.guests.iter().filter(|guest| reader.catalog.home_of(guest.visitor) == Some(key)).collect();
    for &(meeting, index) in from_here.iter().flat_map(|guest| &guest.at) {
        known.push(&reader.catalog.get(meeting).guests[index].provenance);
    }
    let meetings = view.hosts.iter().find(|&&(host, _)| host == key).map_or(0, |&(_, meetings)| meetings);
    Row {
        id: city.id.to_string(),
        cells: vec![
            subject_cell(reader, Subject::City(key), reader.city(key), &known),
            Cell::text(reader.text_if(city.region.as_ref())),
            Cell::text(reader.country(city.country)),
            Cell::number(meetings),
            Cell::number(from_here.len()),
            sources(reader, &known),
        ],
    }
}

fn expert(reader: Reader<'_>, guest: &Appearance) -> Row {
    let (words, catalog) = (reader.words, reader.catalog);
    let (id, role, country) = match guest.visitor {
        Visitor::Expert(key) => {
            let expert = catalog.get(key);
            (&expert.id, reader.text_if(expert.role.as_ref()), expert.country)
        }
        Visitor::City(key) => (&catalog.get(key).id, words.nobody_named.to_owned(), catalog.get(key).country),
    };
    let home = match catalog.home_of(guest.visitor) {
        Some(city) => {
            Cell::new(vec![link_to(Subject::City(city), reader.city(city)).into()], By::text(reader.city(city)))
        }
        None => Cell::new(Vec::new(), By::Unknown),
    };
    let mut known: Vec<&Provenance> = expert_provenance(reader, guest).into_iter().collect();
    let part = guest.at.iter().map(|&(key, index)| {
        let (meeting, guest) = (catalog.get(key), &catalog.get(key).guests[index]);
        let place = join(", ", [reader.city(meeting.city), reader.date(meeting)]);
        let talk = reader.text_if(guest.talk.as_ref());
        let how = join(": ", [format!(" ({})", (words.mode)(guest.mode)), talk]);
        li().with(link_to(Subject::Meeting(key), place)).text(how).into()
    });
    let part = list("", part.collect());
    known.extend(guest.at.iter().map(|&(key, index)| &catalog.get(key).guests[index].provenance));
    Row {
        id: id.to_string(),
        cells: vec![
            subject_cell(reader, subject_of(guest.visitor), reader.visitor(guest.visitor), &known),
            // Nobody has a role where nobody is named.
            Cell {
                by: if known.len() > guest.at.len() { By::text(role.clone()) } else { By::Unknown },
                ..Cell::text(role)
            },
            home,
            Cell::text(reader.country(country)),
            Cell::new(vec![part.into()], By::Unknown),
            sources(reader, &known),
        ],
    }
}

fn source(reader: Reader<'_>, key: Key<Source>) -> Row {
    let source = reader.catalog.get(key);
    let published = match source.published {
        Some(when) => Cell::new(vec![text::date(reader.words, when).into()], By::Date(when)),
        None => Cell::new(Vec::new(), By::Unknown),
    };
    let title = span()
        .class("choice")
        .with(strong().class("place").with(reader.source_title(key)))
        .with(span().class("kind").text(reader.text(&source.description)));
    Row {
        id: source.id.to_string(),
        cells: vec![
            Cell::new(vec![title.into()], By::text(source.title.clone())),
            Cell::new(breakable(&source.publisher), By::text(source.publisher.clone())),
            published,
            Cell::number(reader.catalog.facts_of(key)),
            Cell::text(reader.text_if(source.seen.as_ref())),
        ],
    }
}

/// The sources of some facts, each once: a link that shows its publisher and the year, and points out its title.
fn sources(reader: Reader<'_>, known: &[&Provenance]) -> Cell {
    let sources = each_once(known.iter().flat_map(|provenance| &provenance.sources).copied());
    let link = |&key: &Key<Source>| -> Element {
        let source = reader.catalog.get(key);
        let link = match &source.url {
            Some(url) => link_out(url),
            None => span(),
        };
        let year = source.published.map(|when| text::years(*when.years().start(), *when.years().end()));
        link.attr("title", typeset(reader.lang, &source.title))
            .with_all(breakable(&join(", ", [source.publisher.clone(), year.unwrap_or_default()])))
    };
    Cell::new(each(sources.iter().map(link).collect()), By::Unknown)
}

/// Some elements below one another.
fn each(elements: Vec<Element>) -> Vec<Node> {
    if elements.is_empty() {
        return Vec::new();
    }
    vec![list("", elements.into_iter().map(|element| li().with(element).into()).collect()).into()]
}
