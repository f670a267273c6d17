//! The fixed words of the programme file.

use super::node::Node;
use crate::domain::{Bound, DoubtKind, MeetingKind, Mode, Quantity};

pub(super) fn doubt_kind(node: &Node<'_>) -> Option<DoubtKind> {
    node.word(&DoubtKind::TAGS, &DoubtKind::ALL)
}

pub(super) fn meeting_kind(node: &Node<'_>) -> Option<MeetingKind> {
    node.word(&MeetingKind::TAGS, &MeetingKind::ALL)
}

pub(super) fn mode(node: &Node<'_>) -> Option<Mode> {
    node.word(&Mode::TAGS, &Mode::ALL)
}

pub(super) fn quantity(node: &Node<'_>) -> Option<Quantity> {
    node.word(&Quantity::TAGS, &Quantity::ALL)
}

pub(super) fn bound(node: &Node<'_>) -> Option<Bound> {
    node.word(&Bound::TAGS, &Bound::ALL)
}
