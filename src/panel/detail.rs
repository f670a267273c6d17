//! What is known of the selected meeting, city or expert, or else of the edition and the topic that are looked at.

use crate::domain::{Facet, Guest, Key, Meeting, Period, Subject, View};
use crate::markup::tags::{button, h3, header, li, section, span};
use crate::markup::{Action, Element, Node};

use super::facts::{headline, line};
use super::reader::{Reader, facet_name, join, subject_name};
use super::steps::steps;
use super::{city, edition, expert, meeting, topic};

/// The id of the heading of what is selected, where the keyboard goes.
pub(super) const TITLE_ID: &str = "detail-title";

/// The same of an edition.
pub(super) const EDITION_TITLE_ID: &str = "edition-title";

/// The same of a topic.
pub(super) const TOPIC_TITLE_ID: &str = "topic-title";

/// The detail of `subject`; without one, those of the edition and the topic that the view is about.
pub(super) fn details(reader: Reader<'_>, subject: Option<Subject>, view: &View, period: Period) -> Vec<Node> {
    if let Some(subject) = subject {
        return vec![detail(reader, Shown::Subject(subject), view, period)];
    }
    let edition = view.filter.edition.map(|key| detail(reader, Shown::Facet(Facet::Edition(key)), view, period));
    let topic = view.filter.topic.map(|key| detail(reader, Shown::Facet(Facet::Topic(key)), view, period));
    edition.into_iter().chain(topic).collect()
}

/// What a detail is of.
#[derive(Clone, Copy)]
enum Shown {
    Subject(Subject),
    Facet(Facet),
}

fn detail(reader: Reader<'_>, shown: Shown, view: &View, period: Period) -> Node {
    let (id, name, present, leave, body) = match shown {
        Shown::Subject(subject) => {
            let body = match subject {
                Subject::Meeting(key) => meeting::body(reader, key),
                Subject::City(key) => city::body(reader, key),
                Subject::Expert(key) => expert::body(reader, key),
            };
            (TITLE_ID, subject_name(reader, subject), Action::Visit(subject), Action::Close, body)
        }
        Shown::Facet(facet) => {
            let (id, body) = match facet {
                Facet::Edition(key) => (EDITION_TITLE_ID, edition::body(reader, key)),
                Facet::Topic(key) => (TOPIC_TITLE_ID, topic::body(reader, key)),
                Facet::Country(_) | Facet::Kind(_) => ("", Vec::new()),
            };
            (id, facet_name(reader, facet), Action::Explore(facet), Action::Leave(facet), body)
        }
    };
    let close = button(leave).class("close").attr("aria-label", reader.words.close).with(span().decorative().text("×"));
    let title = h3().attr("id", id).attr("tabindex", "-1").text(name.as_str());
    section()
        .class("detail")
        .attr("aria-label", format!("{}: {name}", reader.words.detail))
        .with(header().with(title).with(close))
        .with_some(steps(reader, present, view, period))
        .with_all(body)
        .into()
}

/// A meeting in the list of another detail under some name, with more to say of it.
pub(super) fn meeting_item(reader: Reader<'_>, key: Key<Meeting>, name: String, more: String) -> Element {
    let meeting = reader.catalog.get(key);
    let button = reader
        .choice(Subject::Meeting(key))
        .with(headline(name, reader.date(meeting)))
        .with_some(line("title", reader.text_if(meeting.title.as_ref())))
        .with_some(line("talk", more))
        .with_some(reader.doubt_mark(&meeting.provenance));
    li().key(meeting.id.as_str()).with(button)
}

/// A meeting under the name of its city, with what it was about.
pub(super) fn meeting_in_city(reader: Reader<'_>, key: Key<Meeting>) -> Node {
    let meeting = reader.catalog.get(key);
    let more = join(". ", [reader.kinds(meeting), reader.topics(meeting)]);
    meeting_item(reader, key, reader.city(meeting.city), more).into()
}

/// Every guest of every meeting, with the meeting.
pub(super) fn all_guests(reader: Reader<'_>) -> impl Iterator<Item = (Key<Meeting>, &Meeting, &Guest)> {
    let meetings = reader.catalog.all::<Meeting>();
    meetings.flat_map(|(key, meeting)| meeting.guests.iter().map(move |guest| (key, meeting, guest)))
}
