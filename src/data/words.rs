//! The fixed words of the programme file.

use super::node::Node;
use crate::domain::{Bound, DoubtKind, MeetingKind, Mode, Quantity};

pub(super) fn doubt_kind(node: &Node<'_>) -> Option<DoubtKind> {
    use DoubtKind::{Announced, Contradicted, Inferred, Uncertain};
    node.word(&["uncertain", "contradicted", "inferred", "announced"], &[Uncertain, Contradicted, Inferred, Announced])
}

pub(super) fn meeting_kind(node: &Node<'_>) -> Option<MeetingKind> {
    node.word(&MeetingKind::TAGS, &MeetingKind::ALL)
}

pub(super) fn mode(node: &Node<'_>) -> Option<Mode> {
    use Mode::{Announced, Present, Unknown, Video};
    node.word(&["present", "video", "announced", "unknown"], &[Present, Video, Announced, Unknown])
}

pub(super) fn quantity(node: &Node<'_>) -> Option<Quantity> {
    use Quantity::{Cities, Meetings, Participants, Workshops};
    node.word(&["meetings", "cities", "participants", "workshops"], &[Meetings, Cities, Participants, Workshops])
}

pub(super) fn bound(node: &Node<'_>) -> Option<Bound> {
    use Bound::{About, Exact, MoreThan};
    node.word(&["exact", "about", "more-than"], &[Exact, About, MoreThan])
}
