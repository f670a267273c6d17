//! What is known of the selected meeting, city or expert, or else of the edition and the topic that are looked at.

use crate::domain::{Criterion, Facet, Focus, Guest, Key, Meeting, Period, Subject, View};
use crate::markup::tags::{button, div, h3, header, li, p, section, span};
use crate::markup::{Action, Element, Node};
use crate::state::Delivery;
use crate::text::typeset;

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

/// A detail: its title, with the button that closes it, and its content where that can be told already.
pub(super) fn detail(reader: Reader<'_>, focus: Focus, view: &View, period: Period, delivery: Delivery) -> Node {
    let (id, name, leave) = match focus {
        Focus::Subject(subject) => (TITLE_ID, subject_name(reader, subject), Action::Close),
        Focus::Facet(facet) => {
            let id = if facet.criterion() == Criterion::Edition { EDITION_TITLE_ID } else { TOPIC_TITLE_ID };
            (id, facet_name(reader, facet), Action::Leave(facet))
        }
    };
    let close = button(leave).class("close").attr("aria-label", reader.words.close).with(span().decorative().text("×"));
    let title = h3().attr("id", id).attr("tabindex", "-1").text(name.as_str());
    let content = match delivery {
        Delivery::Here(extras) => (extras.detail)(reader, focus, view, period),
        delivery => awaited(reader, delivery),
    };
    section()
        .class("detail")
        .attr("aria-label", format!("{}: {name}", reader.words.detail))
        .with(header().with(title).with(close))
        .with_all(content)
        .into()
}

/// Stands where a part of the app has not arrived yet, or will not.
#[must_use]
pub fn awaited(reader: Reader<'_>, delivery: Delivery) -> Vec<Node> {
    match delivery {
        Delivery::Here(_) => Vec::new(),
        Delivery::Awaited => vec![p().class("awaited").text(reader.words.awaited).into()],
        Delivery::Missing => {
            let text = typeset(reader.lang, reader.words.extras_missing);
            let retry = button(Action::Retry).class("retry").text(reader.words.retry);
            vec![div().class("missing").attr("role", "alert").with(p().text(text)).with(retry).into()]
        }
    }
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
