//! The panel on the page.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::browser;
use crate::domain::{Focus, Period, Subject, View};
use crate::markup::Node;
use crate::markup::tags::p;
use crate::paint::{outward, region, tell};
use crate::state::{Delivery, State};
use crate::text::Reader;

use super::awaited::told_by;
use super::detail::{detail, title_id};
use super::drawer::{self, attribution};
use super::known::known;
use super::lists::{lists, summary};
use super::page::PAGE_ID;
use super::print::print_sources;
use super::words::map_in_words;

/// The id of the panel, where the skip link leads.
pub(crate) const PANEL_ID: &str = "lists";

/// Summary, detail and lists.
#[component]
pub fn Panel(
    /// The app's state.
    state: State,
) -> impl IntoView {
    // Where the keyboard came from, to go back there.
    let origin = StoredValue::new_local(None::<HtmlElement>);
    let before = RefCell::new(None);
    outward(move || {
        let present = Focus::of(state.subject(), &state.filter());
        let before = before.replace(Some(present.clone()));
        if before.as_ref() == Some(&present) {
            return;
        }
        let is_first = before.is_none();
        let before = before.unwrap_or_default();
        // Of what has come; what was there already, below a detail that was closed, is new to the eye as well.
        let new = present.iter().find(|focus| !before.contains(focus)).copied();
        let closed = before.into_iter().next().filter(|_| new.is_none());
        request_animation_frame(move || match (new, closed) {
            (Some(focus), _) => follow(title_id(focus), is_first, origin),
            (None, Some(closed)) => go_back(state, closed, origin),
            (None, None) => {}
        });
    });
    // The button that asked for the extras again goes when they come.
    let was_asked = Cell::new(false);
    outward(move || {
        let delivery = state.delivery();
        if was_asked.replace(matches!(delivery, Delivery::AwaitedAgain)) && matches!(delivery, Delivery::Here(_)) {
            let focus = untrack(move || Focus::of(state.subject(), &state.filter())).first().copied();
            request_animation_frame(move || {
                let title = focus.and_then(|focus| browser::element(title_id(focus)));
                if let Some(element) = title.or_else(|| browser::element(PANEL_ID)).filter(|_| focused().is_none()) {
                    browser::focus(&element);
                }
            });
        }
    });
    let before = Cell::new(None);
    outward(move || {
        let display = state.display();
        if display.is_page() && before.replace(Some(display)).is_some_and(|before| before != display) {
            request_animation_frame(enter_page);
        }
        before.set(Some(display));
    });
    outward(move || drawer::settle(state.drawer()));
    let pulled = StoredValue::new_local(None);
    outward(move || pulled.set_value(state.extras().map(|extras| (extras.pull)(state))));
    view! {
        <div class="panel" id=PANEL_ID tabindex="-1">
            {region(state, move || tell(state, |reader| vec![drawer::handle(reader, state.drawer())]))}
            {region(state, move || {
                let (view, period, delivery) = (state.view(), state.period(), state.delivery());
                tell(state, |reader| {
                    let mut nodes = vec![summary(reader, &view, period)];
                    if view.meetings.is_empty() && !view.filter.is_empty() {
                        nodes.extend(told_by(reader, delivery, |extras| (extras.no_match)(reader, &view, period)));
                    }
                    nodes
                })
            })}
            {region(state, move || {
                let (subject, view, period, delivery) = (state.subject(), state.view(), state.period(), state.delivery());
                let of = |focus: &Focus| tell(state, |reader| detail(reader, *focus, &view, period, delivery));
                Focus::of(subject, &view.filter).iter().map(of).collect()
            })}
            {region(state, move || tell(state, |reader| lists(reader, &state.view(), state.period())))}
            {region(state, move || {
                let (subject, view, period, delivery) = (state.subject(), state.view(), state.period(), state.delivery());
                // Of what is below the lists nobody needs to be told that it is on its way.
                if matches!(delivery, Delivery::Awaited) {
                    return Vec::new();
                }
                tell(state, |reader| {
                    told_by(reader, delivery, |extras| (extras.appendix)(reader, &view, period, subject))
                })
            })}
            {region(state, move || vec![p().class("attribution").text(attribution(state)).into()])}
        </div>
    }
}

/// Below the lists: the map in words, how much is known, and what only paper needs.
#[must_use]
pub fn appendix(reader: Reader<'_>, view: &View, period: Period, subject: Option<Subject>) -> Vec<Node> {
    let told = [map_in_words(reader, view, period, subject), known(reader)];
    told.into_iter().chain(print_sources(reader, view)).collect()
}

type Origin = StoredValue<Option<HtmlElement>, LocalStorage>;

/// Lets eye and keyboard follow a selection into the detail that has opened.
///
/// Whoever searched for it, or chose it in a list or on the map, reads on in the detail, and so does whoever pressed
/// something that is gone since: a button of the detail before, or a name at the map's edge. The first view leaves the
/// focus where it is.
fn follow(title: &str, is_first: bool, origin: Origin) {
    let Some(title) = browser::element(title) else { return };
    if !is_first {
        browser::reveal(&title);
    }
    let focused = focused();
    let chosen = focused.as_ref().filter(|element| browser::is(element, ".choice, .step, .search-field, [data-city]"));
    if let Some(choice) = chosen.filter(|choice| !browser::is(choice, ".detail *")) {
        origin.set_value(Some(choice.clone()));
    }
    if chosen.is_some() || (focused.is_none() && !is_first) {
        browser::focus(&title);
    }
}

/// Takes the keyboard back from a detail that was closed: to where it came from, or to the city on the map.
fn go_back(state: State, closed: Focus, origin: Origin) {
    if focused().is_some() {
        return;
    }
    let came_from = origin.get_value().filter(|element| element.is_connected());
    let on_map = || match closed {
        Focus::Subject(Subject::City(city)) => {
            let id = state.catalog().get(city).id.to_string();
            // Of a city that is out of the picture its name at the edge.
            browser::find(&format!("[data-city=\"{id}\"]:not([inert])"))?.dyn_into().ok()
        }
        _ => None,
    };
    if let Some(element) = came_from.or_else(on_map).or_else(|| browser::element(PANEL_ID)) {
        browser::focus(&element);
    }
    origin.set_value(None);
}

/// Takes the keyboard to the page about the data when what led there is not seen any more.
fn enter_page() {
    let is_seen = focused().is_some_and(|element| browser::is(&element, ".masthead *"));
    if let Some(page) = browser::element(PAGE_ID).filter(|_| !is_seen) {
        browser::focus(&page);
    }
}

/// What has the focus; nothing where it fell to the page itself, because what had it is gone.
fn focused() -> Option<HtmlElement> {
    browser::focused().filter(|element| !browser::is(element, "body"))
}
