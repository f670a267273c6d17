//! The detail of a meeting.

use crate::domain::{Facet, Guest, Key, Meeting, Mode, Participant, Subject};
use crate::markup::tags::{dl, li, span};
use crate::markup::{Element, Node};

use super::facts::{facet_link, fact, fact_node, headline, line, link_to, titled_list};
use super::reader::{Reader, facet_name, join, subject_of};

pub(super) fn body(reader: Reader<'_>, key: Key<Meeting>) -> Vec<Node> {
    let (words, more, meeting) = (reader.words, reader.more_words(), reader.catalog.get(key));
    let edition = meeting.edition.map(|key| {
        let edition = reader.catalog.get(key);
        let facet = Facet::Edition(key);
        let link = span().with(facet_link(facet, facet_name(reader, facet)));
        match &edition.theme {
            Some(theme) => link.text(format!(": {}", reader.text(theme))),
            None => link,
        }
    });
    let city = link_to(Subject::City(meeting.city), reader.city(meeting.city));
    let facts = dl()
        .with_some(fact(more.title, reader.text_if(meeting.title.as_ref())))
        .with_some(fact(more.when, reader.date(meeting)))
        .with(fact_node(more.city, city.into()))
        .with_some(fact(more.venue, reader.text_if(meeting.venue.as_ref())))
        .with_some(fact(more.kind_label, reader.kinds(meeting)))
        .with_some(edition.map(|edition| fact_node(more.edition_label, edition.into())))
        .with_some(topics(reader, meeting).map(|topics| fact_node(more.topics, topics.into())));
    let mut nodes = vec![facts.into()];
    let guests = meeting.guests.iter().map(|guest| guest_item(reader, meeting, guest)).collect();
    nodes.extend(titled_list(words.with_guests, "inner", guests));
    let participants = meeting.participants.iter().map(|person| participant_item(reader, meeting, person)).collect();
    nodes.extend(titled_list(more.participants, "plain", participants));
    nodes.extend(reader.provenance(&meeting.provenance));
    nodes
}

/// The topics as links; nothing where there are none.
fn topics(reader: Reader<'_>, meeting: &Meeting) -> Option<Element> {
    let mut topics = span();
    for (index, &topic) in meeting.topics.iter().enumerate() {
        let link = facet_link(Facet::Topic(topic), facet_name(reader, Facet::Topic(topic)));
        topics = topics.text(if index > 0 { ", " } else { "" }).with(link);
    }
    (!meeting.topics.is_empty()).then_some(topics)
}

fn guest_item(reader: Reader<'_>, meeting: &Meeting, guest: &Guest) -> Node {
    let doubts = join(" ", guest.provenance.doubts.iter().map(|doubt| reader.text(&doubt.note)));
    let button = reader
        .choice(subject_of(guest.visitor))
        .with(headline(reader.visitor(guest.visitor), reader.distance(guest, meeting)))
        .with_some(line("kind", (reader.words.mode)(guest.mode)))
        .with_some(line("talk", reader.text_if(guest.talk.as_ref())))
        .with_some(line("talk", reader.text_if(guest.provenance.note.as_ref())))
        .with_some(line("doubt", doubts));
    li().with(button).with_some(reader.folded_sources(&guest.provenance, meeting)).into()
}

fn participant_item(reader: Reader<'_>, meeting: &Meeting, person: &Participant) -> Node {
    let name = join(", ", [person.name.clone(), reader.text_if(person.role.as_ref())]);
    let mode =
        if person.mode == Mode::Present { String::new() } else { format!(" ({})", (reader.words.mode)(person.mode)) };
    li().text(name)
        .text(mode)
        .with_some(line("doubt", reader.text_if(person.provenance.note.as_ref())))
        .with_some(reader.folded_sources(&person.provenance, meeting))
        .into()
}
