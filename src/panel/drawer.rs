//! The panel as a drawer, which a phone opens from below.
//!
//! How far it stands open is a choice in the state, and the style sheet knows how high that is. Only while a finger
//! pulls it, it is as high as the finger says.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

use crate::browser::{self, EventListener};
use crate::markup::{Action, Element, Input, Node};
use crate::paint::outward;
use crate::screen::{Height, Pull, Swipe};
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

/// A finger on the handle, and what of the page moves with it.
struct Pulled {
    swipe: Swipe,
    panel: HtmlElement,
    timeline: Option<HtmlElement>,
    /// What [`Swipe::room`] was in the beginning.
    room: f64,
    /// Whether the finger has let go.
    is_over: bool,
    /// Takes the finger's moves; given back when the next finger comes.
    _listeners: [EventListener; 3],
}

type Shared = Rc<RefCell<Option<Pulled>>>;

/// Keeps the drawer in step with the state and the finger, until the listeners are dropped.
pub(super) fn follow(state: State) -> [EventListener; 3] {
    outward(move || settle(state.drawer()));
    let pulled = Shared::default();
    // A press that ends a pull is none.
    let let_go = Rc::new(Cell::new(f64::NEG_INFINITY));
    let down = {
        let let_go = Rc::clone(&let_go);
        browser::on_document("pointerdown", move |event| take_hold(state, &pulled, &let_go, event))
    };
    let click = browser::on_document("click", move |event| {
        const SAME: f64 = 100.0;
        if is_handle(event) && event.time_stamp() - let_go.get() > SAME {
            state.perform(Action::Pull(Pull::Round));
        }
    });
    // What has the focus must be seen.
    let focus = browser::on_document("focusin", move |event| {
        let is_within = browser::target(event).is_some_and(|target| browser::is(&target, ".panel, .panel *"));
        if is_within && !is_handle(event) && is_low() {
            state.perform(Action::Pull(Pull::To(Height::Half)));
        }
    });
    [down, click, focus]
}

fn is_handle(event: &Event) -> bool {
    browser::target(event).is_some_and(|target| browser::is(&target, ".handle"))
}

fn is_low() -> bool {
    browser::find("[data-drawer=peek]").is_some()
}

/// Has the drawer stand where it belongs. The style sheet lets it glide there, and the timeline upon it comes along: it
/// is where it belongs at once, is shown where it was, and let go.
fn settle(height: Height) {
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

fn timeline() -> Option<HtmlElement> {
    browser::find(".timeline")?.dyn_into().ok()
}

fn take_hold(state: State, shared: &Shared, let_go: &Rc<Cell<f64>>, event: &Event) {
    let (Some(handle), Some(panel), Some((y, time))) =
        (browser::target(event), browser::element(PANEL_ID), browser::pointer(event))
    else {
        return;
    };
    if !is_handle(event) {
        return;
    }
    browser::capture(&handle, event);
    let height = || browser::place_of(&panel).3;
    let now = height();
    // As the style sheet has them, and not on the way from one to the other.
    browser::set_root_attribute("data-pulled", "true");
    let present = browser::find("[data-drawer]").and_then(|root| root.get_attribute("data-drawer"));
    let heights = Height::ALL.map(|candidate| {
        browser::set_root_attribute("data-drawer", candidate.tag());
        height()
    });
    browser::set_root_attribute("data-drawer", &present.unwrap_or_default());
    let listeners = ["pointermove", "pointerup", "pointercancel"].map(|kind| {
        let (weak, let_go) = (Rc::downgrade(shared), Rc::clone(let_go));
        browser::on_element(&handle, kind, move |event| {
            if let Some(end) = weak.upgrade().and_then(|shared| moved(shared.borrow_mut().as_mut()?, event)) {
                let_go.set(event.time_stamp());
                state.perform(Action::Pull(Pull::To(end)));
                // Also where it comes back to where it was.
                settle(end);
            }
        })
    });
    let swipe = Swipe::new(heights, now, y, time);
    let pulled =
        Pulled { swipe, panel, timeline: timeline(), room: swipe.room(), is_over: false, _listeners: listeners };
    shared.replace(Some(pulled));
}

/// Follows the finger; when it has let go of a drawer that it has moved, says where that comes to rest.
fn moved(pulled: &mut Pulled, event: &Event) -> Option<Height> {
    if pulled.is_over {
        return None;
    }
    let (kind, time) = (event.type_(), event.time_stamp());
    if let Some((y, time)) = browser::pointer(event).filter(|_| kind != "pointercancel") {
        pulled.swipe.to(y, time);
    }
    let swipe = &pulled.swipe;
    if kind == "pointermove" {
        if swipe.has_moved() {
            browser::set_style(&pulled.panel, "height", &px(swipe.height()));
            if let Some(timeline) = &pulled.timeline {
                browser::set_style(timeline, "translate", &format!("0 {}", px(pulled.room - swipe.room())));
            }
        }
        return None;
    }
    pulled.is_over = true;
    browser::set_root_attribute("data-pulled", "false");
    swipe.has_moved().then(|| swipe.end(time))
}

/// To whole numbers: what is finer cannot be seen, and a float's words weigh much.
#[expect(clippy::cast_possible_truncation, reason = "lengths within a screen")]
fn px(length: f64) -> String {
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
