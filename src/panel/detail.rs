//! What is known of the selected meeting, city or expert.

use crate::domain::{Guest, Key, Meeting, Subject};
use crate::markup::tags::{button, h3, header, li, section, span};
use crate::markup::{Action, Node};

use super::facts::{choice, headline, line};
use super::reader::{Reader, subject_name};
use super::{city, expert, meeting};

/// The id of the detail's heading, where the keyboard goes.
pub(super) const TITLE_ID: &str = "detail-title";

/// The detail of `subject`.
pub(super) fn detail(reader: Reader<'_>, subject: Subject) -> Node {
    let close =
        button(Action::Close).class("close").attr("aria-label", reader.words.close).with(span().decorative().text("×"));
    let title = h3().attr("id", TITLE_ID).attr("tabindex", "-1").text(subject_name(reader, subject));
    let body = match subject {
        Subject::Meeting(key) => meeting::body(reader, key),
        Subject::City(key) => city::body(reader, key),
        Subject::Expert(key) => expert::body(reader, key),
    };
    section()
        .class("detail")
        .attr("aria-label", reader.words.detail)
        .with(header().with(title).with(close))
        .with_all(body)
        .into()
}

/// A meeting in the list of another detail under some name, with more to say of it.
pub(super) fn meeting_item(reader: Reader<'_>, key: Key<Meeting>, name: String, more: String) -> Node {
    let meeting = reader.catalog.get(key);
    let button = choice(Subject::Meeting(key))
        .with(headline(name, reader.date(meeting)))
        .with_some(line("title", reader.text_if(meeting.title.as_ref())))
        .with_some(line("talk", more))
        .with_some(reader.doubt_mark(&meeting.provenance));
    li().key(meeting.id.as_str()).with(button).into()
}

/// Every guest of every meeting, with the meeting.
pub(super) fn all_guests(reader: Reader<'_>) -> impl Iterator<Item = (Key<Meeting>, &Meeting, &Guest)> {
    let meetings = reader.catalog.all::<Meeting>();
    meetings.flat_map(|(key, meeting)| meeting.guests.iter().map(move |guest| (key, meeting, guest)))
}
