//! A finger pulls the drawer: while it does, that is as high as the finger says.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use web_sys::{Event, HtmlElement};

use crate::browser::{self, EventListener};
use crate::markup::Action;
use crate::screen::{Height, Pull, Swipe};
use crate::state::State;

use super::drawer::{px, settle, timeline};
use super::view::PANEL_ID;

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

/// Has the drawer follow the finger, until what it gives is dropped.
#[must_use]
pub fn pull(state: State) -> Box<dyn Any> {
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
    Box::new([down, click, focus])
}

fn is_handle(event: &Event) -> bool {
    browser::target(event).is_some_and(|target| browser::is(&target, ".handle"))
}

fn is_low() -> bool {
    browser::find("[data-drawer=peek]").is_some()
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
