//! Where a record is known from, and its doubts.

use super::draft::Draft;
use super::fault::Fault;
use super::node::Node;
use super::words;
use crate::domain::{Doubt, Provenance};

/// The members `sources`, `note` and `doubts`. That a record names no source is a fault, but it is kept.
pub(super) fn provenance(record: &Node<'_>, draft: &Draft) -> Provenance {
    if record.member("sources").is_none_or(|sources| sources.is_empty_list()) {
        record.report(Fault::Missing { field: "sources" });
    }
    let sources = draft.find_all(record, "sources");
    let note = record.may("note", Node::localized);
    let doubts = record.list("doubts", |node| doubt(node, draft));
    Provenance { sources, note, doubts }
}

fn doubt(doubt: &Node<'_>, draft: &Draft) -> Option<Doubt> {
    let field = doubt.need("field", Node::string);
    let kind = doubt.need("kind", words::doubt_kind);
    let note = doubt.need("note", Node::localized);
    let sources = draft.find_all(doubt, "sources");
    Some(Doubt { field: field?, kind: kind?, note: note?, sources })
}
