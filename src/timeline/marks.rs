//! A mark for each meeting.

use crate::domain::{Meeting, Subject};
use crate::markup::tags::{div, span};
use crate::markup::{Action, Element, Input, Neighbour, Node};

use super::view::{Seen, percent};
use super::{Mark, Shape};

/// A list box of all marks: one tab stop, where keys go from one meeting to the next. What the pointer or the focus is on
/// is named above all marks, beside its own. That tip covers none of them and takes no press; it stays while the pointer is
/// upon it or on its way there: `twins` says when the pointer has left both.
pub(super) fn marks(seen: &Seen<'_>) -> Element {
    let list = div()
        .class("marks")
        .attr("role", "listbox")
        .attr("tabindex", "0")
        .attr("aria-orientation", "horizontal")
        .attr("aria-label", seen.reader.words.marks)
        .does("focus", Action::PointTo(Neighbour::Chosen))
        .does("blur", Action::Point(None))
        .on("keydown", key)
        .with_all(seen.scale.marks.iter().map(|each| mark(seen, each)).collect());
    match seen.pointed {
        Some(Subject::Meeting(meeting)) => list.attr("aria-activedescendant", id(seen.reader.catalog.get(meeting))),
        _ => list,
    }
}

fn mark(seen: &Seen<'_>, mark: &Mark) -> Node {
    let (meeting, subject) = (seen.reader.catalog.get(mark.meeting), Subject::Meeting(mark.meeting));
    let (is_pointed, is_selected) = (seen.pointed == Some(subject), seen.subject == Some(subject));
    let is_doubtful = meeting.is_date_doubtful();
    let mut class = String::from(match mark.shape {
        Shape::Point => "mark point",
        Shape::Span => "mark",
        Shape::Soft => "mark soft",
    });
    for (is_so, name) in [
        (is_doubtful, " doubtful"),
        (seen.view.meetings.contains(&mark.meeting), " shown"),
        (is_pointed, " pointed"),
        (is_selected, " selected"),
    ] {
        class.push_str(if is_so { name } else { "" });
    }
    let (city, when) = (
        seen.reader.catalog.get(meeting.city).name.get(seen.reader.lang),
        seen.reader.known_date(meeting, mark.shape == Shape::Soft),
    );
    // Beyond the middle of the timeline there is more room before a mark than after it.
    let tip = is_pointed.then(|| {
        let side = if mark.start + mark.length / 2.0 > 0.5 { "tip before" } else { "tip" };
        span().class(side).decorative().with(span().class("tip-city").text(city)).with(span().text(when.clone()))
    });
    div()
        .key(meeting.id.as_str())
        .class(class)
        .attr("id", id(meeting))
        .attr("role", "option")
        .attr("aria-selected", is_selected.to_string())
        .attr("aria-label", format!("{city}, {when}"))
        .attr("data-is", subject.token())
        .attr("data-about", seen.reader.catalog.ties(subject))
        .style("left", percent(mark.start))
        .style("width", percent(mark.length))
        .style("--lane", mark.lane.to_string())
        .does("click", Action::Select(subject))
        .does("pointerenter", Action::Point(Some(subject)))
        .with_some(tip)
        .into()
}

fn id(meeting: &Meeting) -> String {
    format!("mark-{}", meeting.id.as_str())
}

fn key(input: &Input) -> Option<Action> {
    let neighbour = match input.key.as_str() {
        "ArrowRight" | "ArrowDown" => Neighbour::Next,
        "ArrowLeft" | "ArrowUp" => Neighbour::Previous,
        "Home" => Neighbour::First,
        "End" => Neighbour::Last,
        "Enter" | " " => return Some(Action::Take),
        _ => return None,
    };
    Some(Action::PointTo(neighbour))
}
