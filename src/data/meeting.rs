//! The reader of meetings.

use super::draft::Draft;
use super::fault::Fault;
use super::node::Node;
use super::provenance::provenance;
use super::record::date_within;
use super::words;
use crate::domain::{City, Edition, Edtf, Expert, Guest, Key, Meeting, MeetingKind, Mode, Participant, Visitor};

pub(super) fn meeting(node: &Node<'_>, draft: &mut Draft) -> Option<Meeting> {
    let id = node.need("id", Node::slug);
    let when = node.need("when", |when| date_within(when, draft.span));
    let edition = node.may("edition", |edition| draft.find::<Edition>(edition));
    check_edition(node, when, edition, draft);
    let kinds = kinds(node);
    let title = node.may("title", Node::localized);
    let topics = draft.find_all(node, "topics");
    let venue = node.may("venue", Node::localized);
    let guests = node.list("guests", |node| guest(node, draft));
    let participants = node.list("participants", |node| participant(node, draft));
    let provenance = provenance(node, draft);
    // Last, and only for a meeting that is kept: it may add a city.
    let city = node.need("city", |city| draft.host(city, id.is_some() && when.is_some()));
    let (id, city, when) = (id?, city?, when?);
    Some(Meeting { id, city, when, edition, kinds, title, topics, venue, guests, participants, provenance })
}

/// A meeting of which no kind is known is at least a meeting.
fn kinds(node: &Node<'_>) -> Vec<MeetingKind> {
    if node.member("kinds").is_none_or(|kinds| kinds.is_empty_list()) {
        node.report(Fault::Missing { field: "kinds" });
    }
    let mut kinds = Vec::new();
    for kind in node.list("kinds", words::meeting_kind) {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    if kinds.is_empty() {
        kinds.push(MeetingKind::Meeting);
    }
    kinds
}

fn check_edition(node: &Node<'_>, when: Option<Edtf>, edition: Option<Key<Edition>>, draft: &Draft) {
    if let (Some(when), Some(edition)) = (when, edition)
        && !when.overlaps(draft.builder.get(edition).when)
    {
        node.report_at("when", Fault::OutsideEdition);
    }
}

fn guest(node: &Node<'_>, draft: &Draft) -> Option<Guest> {
    let expert = node.may("expert", |expert| draft.find::<Expert>(expert)).map(Visitor::Expert);
    let city = node.may("city", |city| draft.find::<City>(city)).map(Visitor::City);
    if node.member("expert").is_some() == node.member("city").is_some() {
        node.report(Fault::NotExactlyOne { fields: &["expert", "city"] });
    }
    let mode = mode(node);
    let talk = node.may("talk", Node::localized);
    let provenance = provenance(node, draft);
    Some(Guest { visitor: expert.or(city)?, mode, talk, provenance })
}

fn participant(node: &Node<'_>, draft: &Draft) -> Option<Participant> {
    let name = node.need("name", Node::string);
    let role = node.may("role", Node::localized);
    let mode = mode(node);
    let provenance = provenance(node, draft);
    Some(Participant { name: name?, role, mode, provenance })
}

fn mode(node: &Node<'_>) -> Mode {
    node.need("mode", words::mode).unwrap_or(Mode::Unknown)
}
