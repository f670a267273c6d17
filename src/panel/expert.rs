//! The detail of a guest expert.

use crate::domain::{Expert, Key, Subject, Visitor};
use crate::markup::Node;
use crate::markup::tags::dl;

use super::detail::{all_guests, meeting_item};
use super::facts::{fact, fact_node, link_to, titled_list};
use super::reader::{Reader, join};

pub(super) fn body(reader: Reader<'_>, key: Key<Expert>) -> Vec<Node> {
    let (words, more, expert) = (reader.words, reader.more_words(), reader.catalog.get(key));
    let home = match expert.city {
        Some(city) => link_to(Subject::City(city), reader.city(city)).into(),
        None => Node::from(more.no_home_city),
    };
    let facts = dl()
        .with_some(fact(more.role, reader.text_if(expert.role.as_ref())))
        .with(fact_node(more.home_city, home))
        .with_some(fact(more.country, reader.country(expert.country)));
    let part = all_guests(reader)
        .filter(|(_, _, guest)| guest.visitor == Visitor::Expert(key))
        .map(|(key, meeting, guest)| {
            let how = join(", ", [(words.mode)(guest.mode).to_owned(), reader.distance(guest, meeting)]);
            let what = join(": ", [how, reader.text_if(guest.talk.as_ref())]);
            meeting_item(reader, key, reader.city(meeting.city), what)
                .with_some(reader.folded_provenance(&guest.provenance))
                .into()
        })
        .collect();
    let mut nodes = vec![facts.into()];
    nodes.extend(titled_list(more.took_part, "inner", part));
    nodes.extend(reader.provenance(&expert.provenance));
    nodes
}
