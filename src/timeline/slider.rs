//! The year slider.

use crate::domain::Period;
use crate::markup::tags::input;
use crate::markup::{Action, Element, Input, Node};

use super::view::Seen;

/// The slider lies over the whole track, so that a tap on a year's column chooses that year. Of a window it is the last
/// year, and the row of the years below has a slider of its own for the first.
pub(super) fn sliders(seen: &Seen<'_>) -> Vec<Node> {
    match seen.period {
        Period::Between(from, _) => vec![slider(seen, seen.reader.words.last_year), first_slider(seen, from)],
        Period::All | Period::Year(_) | Period::UpTo(_) => vec![slider(seen, seen.reader.words.year)],
    }
}

fn first_slider(seen: &Seen<'_>, from: i32) -> Node {
    let choose = |input: &Input| Some(Action::ChooseFirst(input.value.parse().ok()?));
    held(range(seen, "slider first").key("first").attr("aria-label", seen.reader.words.first_year))
        .value(from.to_string())
        .on("input", |input| Some(Action::ScrubFirst(input.value.parse().ok()?)))
        .on("change", choose)
        .into()
}

fn range(seen: &Seen<'_>, class: &'static str) -> Element {
    let (first, last) = (*seen.scale.years.start(), *seen.scale.years.end());
    let range = input().attr("type", "range").class(class).attr("step", "1");
    range.attr("min", first.to_string()).attr("max", last.to_string())
}

/// A slider that knows when it is let go: a browser tells of no change where it comes back to where it was taken. A finger that goes
/// on to scroll the page has moved it at its first touch, and is taken back.
fn held(slider: Element) -> Element {
    let slider = slider.does("pointercancel", Action::Withdraw);
    ["pointerup", "keyup", "blur"].into_iter().fold(slider, |slider, event| slider.does(event, Action::Release))
}

fn slider(seen: &Seen<'_>, name: &str) -> Node {
    let (words, (first, last)) = (seen.reader.words, (*seen.scale.years.start(), *seen.scale.years.end()));
    let themes = seen.view.editions.iter().filter_map(|&key| seen.reader.catalog.get(key).theme.as_ref());
    let themes: Vec<String> = themes.map(|theme| seen.reader.text(theme)).collect();
    let years = match seen.period {
        Period::All => (words.slider_all)(first, last),
        Period::Year(_) | Period::UpTo(_) | Period::Between(..) => seen.reader.years(seen.period).unwrap_or_default(),
    };
    let spoken = (words.slider_value)(&years, seen.view.meetings.len(), &themes);
    held(range(seen, "slider").attr("aria-label", name).attr("aria-valuetext", spoken))
        .value(seen.period.year().unwrap_or(last).to_string())
        .on("input", |input| Some(Action::Scrub(input.value.parse().ok()?)))
        .on("change", show)
        // A tap on the year that the slider has already changes no value, but chooses that year.
        .on("click", show)
        .on("keydown", if seen.period == Period::All { enter } else { key })
        .into()
}

fn show(input: &Input) -> Option<Action> {
    Some(Action::Choose(input.value.parse().ok()?))
}

/// Keys that a slider does not know by itself: a year can be typed, and the spacebar plays.
fn key(input: &Input) -> Option<Action> {
    if input.key == " " {
        return Some(Action::Play);
    }
    let mut chars = input.key.chars();
    let digit = chars.next().filter(char::is_ascii_digit)?;
    chars.next().is_none().then_some(Action::Type(digit))
}

/// While the whole campaign is shown the slider has a value that it does not show, so the keys that would leave it where
/// it is have to be read here: from there forwards into the first year, backwards into the last.
fn enter(input: &Input) -> Option<Action> {
    let year = match input.key.as_str() {
        "ArrowRight" | "ArrowUp" | "PageUp" | "Home" => &input.min,
        "ArrowLeft" | "ArrowDown" | "PageDown" | "End" => &input.max,
        _ => return key(input),
    };
    Some(Action::Choose(year.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(read: fn(&Input) -> Option<Action>, key: &str) -> Option<Action> {
        read(&Input { key: key.into(), min: "2014".into(), max: "2017".into(), ..Input::default() })
    }

    #[test]
    fn digits_and_the_spacebar_are_read_and_all_else_is_the_browsers() {
        assert_eq!(pressed(key, "2"), Some(Action::Type('2')));
        assert_eq!(pressed(key, " "), Some(Action::Play));
        for other in ["F2", "ArrowRight", "PageUp", "Home", "a", "", "Tab", "²"] {
            assert_eq!(pressed(key, other), None, "{other}");
        }
    }

    #[test]
    fn the_whole_campaign_is_left_forwards_into_the_first_year_and_backwards_into_the_last() {
        for (name, year) in [("ArrowRight", 2014), ("Home", 2014), ("ArrowLeft", 2017), ("End", 2017)] {
            assert_eq!(pressed(enter, name), Some(Action::Choose(year)), "{name}");
        }
        assert_eq!(pressed(enter, "6"), Some(Action::Type('6')));
        assert_eq!(pressed(enter, "Tab"), None);
    }
}
