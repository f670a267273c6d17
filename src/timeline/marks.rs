//! A mark for each meeting.

use crate::domain::{Meeting, Subject};
use crate::markup::tags::{div, span};
use crate::markup::{Action, Element, Input, Neighbour, Node};
use crate::text;

use super::view::{Seen, percent};
use super::{Mark, Shape};

/// A list box of all marks: one tab stop, where keys go from one meeting to the next. What the pointer or the focus is on
/// is named beside its mark, on the same level, so that the pointer can go there past no other mark.
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
    let is_doubtful = meeting.provenance.is_doubtful("when") || meeting.when.is_uncertain();
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
        when(seen, mark.shape, meeting, is_doubtful),
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
        .does("pointerleave", Action::Point(None))
        .with_some(tip)
        .into()
}

/// The date as far as it is known, and what of it is not.
fn when(seen: &Seen<'_>, shape: Shape, meeting: &Meeting, is_doubtful: bool) -> String {
    let mut when = text::date(seen.reader.words, meeting.when);
    // An uncertain date says so in its own words already.
    let is_said = meeting.when.is_uncertain();
    for (is_so, words) in [
        (shape == Shape::Soft, seen.reader.words.day_unknown),
        (is_doubtful && !is_said, seen.reader.words.date_uncertain),
    ] {
        if is_so {
            when.push_str(", ");
            when.push_str(words);
        }
    }
    when
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
