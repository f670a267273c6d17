//! The programme file, in its newest version.

use super::draft::{Draft, Tabled};
use super::meeting::meeting;
use super::node::Node;
use super::record::{award, edition, expert, source, topic, total};
use crate::domain::{Edtf, Localized};

/// The campaign's name and whole time.
pub(super) fn head(root: &Node<'_>) -> (Option<Localized>, Option<Edtf>) {
    (root.need("title", Node::localized), root.need("span", Node::date))
}

/// The tables, in the order in which they refer to each other.
pub(super) fn tables(root: &Node<'_>, draft: &mut Draft) {
    root.need("meetings", |_| Some(()));
    table(root, "sources", draft, source);
    table(root, "topics", draft, topic);
    table(root, "editions", draft, edition);
    table(root, "experts", draft, expert);
    table(root, "meetings", draft, meeting);
    table(root, "totals", draft, total);
    table(root, "awards", draft, award);
}

type Read<T> = fn(&Node<'_>, &mut Draft) -> Option<T>;

fn table<T: Tabled>(root: &Node<'_>, name: &'static str, draft: &mut Draft, read: Read<T>) {
    each_item(root, name, &mut |node| {
        let record = if node.is_object() { read(node, draft) } else { None };
        draft.add(node, record);
    });
}

/// Compiled once and not for every table.
fn each_item(root: &Node<'_>, name: &'static str, read: &mut dyn FnMut(&Node<'_>)) {
    if let Some(list) = root.member(name) {
        list.items().for_each(|node| read(&node));
    }
}
