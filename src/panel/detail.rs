//! What is known of the selected meeting, city or expert, or else of the edition and the topic that are looked at.

use crate::domain::{Criterion, Facet, Focus, Guest, Key, Meeting, Period, Subject, View};
use crate::markup::tags::{button, h3, header, li, section, span};
use crate::markup::{Action, Element, Node};
use crate::state::Delivery;

use super::awaited::told_by;
use super::facts::{headline, line};
use super::reader::{Reader, facet_name, join, subject_name};
use super::steps::steps;
use super::{city, edition, expert, meeting, topic};

/// The id of a detail's heading, where the keyboard goes.
pub(super) fn title_id(focus: Focus) -> &'static str {
    match focus {
        Focus::Subject(_) => "detail-title",
        Focus::Facet(facet) if facet.criterion() == Criterion::Edition => "edition-title",
        Focus::Facet(_) => "topic-title",
    }
}

/// A detail: its title, with the button that closes it, and its content where that can be told already.
pub(super) fn detail(reader: Reader<'_>, focus: Focus, view: &View, period: Period, delivery: Delivery) -> Node {
    let (name, leave) = match focus {
        Focus::Subject(subject) => (subject_name(reader, subject), Action::Close),
        Focus::Facet(facet) => (facet_name(reader, facet), Action::Leave(facet)),
    };
    let close = button(leave).class("close").attr("aria-label", reader.words.close).with(span().decorative().text("×"));
    let title = h3().attr("id", title_id(focus)).attr("tabindex", "-1").text(name.as_str());
    let content = told_by(reader, delivery, |extras| (extras.detail)(reader, focus, view, period));
    section()
        .class("detail")
        .attr("aria-label", format!("{}: {name}", reader.words.detail))
        .with(header().with(title).with(close))
        .with_all(content)
        .into()
}

/// What is known of something, with the way to the next of its sort.
#[must_use]
pub fn content(reader: Reader<'_>, focus: Focus, view: &View, period: Period) -> Vec<Node> {
    let (present, body) = match focus {
        Focus::Subject(subject) => {
            let body = match subject {
                Subject::Meeting(key) => meeting::body(reader, key),
                Subject::City(key) => city::body(reader, key),
                Subject::Expert(key) => expert::body(reader, key),
            };
            (Action::Visit(subject), body)
        }
        Focus::Facet(facet) => {
            let body = match facet {
                Facet::Edition(key) => edition::body(reader, key),
                Facet::Topic(key) => topic::body(reader, key),
                Facet::Country(_) | Facet::Kind(_) => Vec::new(),
            };
            (Action::Explore(facet), body)
        }
    };
    steps(reader, present, view, period).map(Node::from).into_iter().chain(body).collect()
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
