//! The panel as a drawer, which a phone opens from below: how far it stands open is a choice in the state, and the style
//! sheet knows how high that is. `pull` lets a finger pull it.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::browser;
use crate::markup::{Action, Element, Input, Node};
use crate::screen::{Height, Pull};
use crate::state::{State, Tiling};
use crate::text::typeset;

use super::reader::Reader;
use super::view::PANEL_ID;

/// The handle that it is pulled by; a press opens it further, or closes it.
pub(super) fn handle(reader: Reader<'_>, height: Height) -> Node {
    Element::new("BUTTON")
        .attr("type", "button")
        .class("handle")
        .attr("aria-label", typeset(reader.lang, (reader.words.drawer)(height)))
        .attr("aria-controls", PANEL_ID)
        .on("keydown", key)
        .into()
}

fn key(input: &Input) -> Option<Action> {
    let pull = match input.key.as_str() {
        "ArrowUp" => Pull::Up,
        "ArrowDown" => Pull::Down,
        "Home" => Pull::To(Height::Peek),
        "End" => Pull::To(Height::Full),
        _ => return None,
    };
    Some(Action::Pull(pull))
}

/// Has the drawer stand where it belongs. The style sheet lets it glide there, and the timeline upon it comes along: it
/// is where it belongs at once, is shown where it was, and let go.
pub(super) fn settle(height: Height) {
    let timeline = timeline();
    let style = |name, value: &str| {
        if let Some(timeline) = &timeline {
            browser::set_style(timeline, name, value);
        }
    };
    let top = || timeline.as_ref().map_or(0.0, |timeline| browser::place_of(timeline).1);
    let before = top();
    style("transition", "none");
    style("translate", "");
    browser::set_root_attribute("data-drawer", height.tag());
    if let Some(panel) = browser::element(PANEL_ID) {
        browser::set_style(&panel, "height", "");
    }
    style("translate", &format!("0 {}", px(before - top())));
    // Asking has it laid out.
    top();
    style("transition", "");
    style("translate", "");
}

pub(super) fn timeline() -> Option<HtmlElement> {
    browser::find("#app .timeline")?.dyn_into().ok()
}

/// To whole numbers: what is finer cannot be seen, and a float's words weigh much.
#[expect(clippy::cast_possible_truncation, reason = "lengths within a screen")]
pub(super) fn px(length: f64) -> String {
    format!("{}px", length.round() as i32)
}

/// Where the map and the coordinates come from: below the page, and where the page is the screen, below the panel.
pub fn attribution(state: State) -> String {
    let words = state.words();
    let attribution = match state.tiling() {
        Tiling::Bundled => words.attribution,
        Tiling::Tiles(_) => words.attribution_without_map,
    };
    typeset(state.lang(), attribution).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_open_and_close_it_and_all_else_is_the_browsers() {
        let pressed = |name: &str| key(&Input { key: name.into(), ..Input::default() });
        assert_eq!(pressed("ArrowUp"), Some(Action::Pull(Pull::Up)));
        assert_eq!(pressed("ArrowDown"), Some(Action::Pull(Pull::Down)));
        assert_eq!(pressed("Home"), Some(Action::Pull(Pull::To(Height::Peek))));
        assert_eq!(pressed("End"), Some(Action::Pull(Pull::To(Height::Full))));
        for other in ["Enter", " ", "Tab", "ArrowLeft", ""] {
            assert_eq!(pressed(other), None, "{other}");
        }
    }
}
