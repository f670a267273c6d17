//! The detail of a topic.

use crate::domain::{Key, Meeting, Topic};
use crate::markup::Node;
use crate::markup::tags::{dl, p};

use super::detail::meeting_in_city;
use super::edition::{documented, guests};
use super::facts::titled_list;
use super::reader::Reader;

pub(super) fn body(reader: Reader<'_>, key: Key<Topic>) -> Vec<Node> {
    let (more, topic) = (reader.more_words(), reader.catalog.get(key));
    let meetings: Vec<_> =
        reader.catalog.all::<Meeting>().filter(|(_, meeting)| meeting.topics.contains(&key)).collect();
    let mut nodes = Vec::new();
    if meetings.is_empty() {
        nodes.push(p().class("empty").text(more.no_topic_meetings).into());
    } else {
        nodes.push(dl().with_some(documented(reader, &meetings)).into());
    }
    let held = meetings.iter().map(|&(key, _)| meeting_in_city(reader, key)).collect();
    nodes.extend(titled_list(more.topic_meetings, "inner", held));
    nodes.extend(titled_list(more.who_came, "inner", guests(reader, &meetings)));
    nodes.extend(reader.provenance(&topic.provenance));
    nodes
}
