//! The panel on the page.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::browser;
use crate::domain::{CountryCode, Lang, Subject};
use crate::markup::tags::p;
use crate::paint::{outward, region};
use crate::state::State;
use crate::text::Words;
use crate::url::Display;

use super::Reader;
use super::about::ABOUT_ID;
use super::detail::{EDITION_TITLE_ID, TITLE_ID, TOPIC_TITLE_ID, details};
use super::drawer::{self, attribution};
use super::known::known;
use super::lists::{lists, summary};
use super::print::print_sources;
use super::words::map_in_words;

/// Has the catalog told in the chosen language.
pub fn tell<T>(state: State, telling: impl FnOnce(Reader<'_>) -> T) -> T {
    let catalog = state.catalog();
    let lang = state.lang();
    let country_name = |lang: Lang, code: CountryCode| browser::country_name(lang.tag(), code.as_str());
    let compare = |lang: Lang, a: &str, b: &str| browser::compare(lang.tag(), a, b);
    telling(Reader { catalog: &catalog, lang, words: Words::of(lang), country_name, compare })
}

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
        let (subject, filter) = (state.subject(), state.filter());
        let present = (subject, filter.edition, filter.topic);
        let before = before.replace(Some(present));
        if before == Some(present) {
            return;
        }
        let closed = before.and_then(|(subject, ..)| subject).filter(|_| subject.is_none());
        let is_new_facet = before.is_some_and(|(_, edition, topic)| (edition, topic) != (filter.edition, filter.topic));
        let is_new_topic = before.is_some_and(|(_, _, topic)| topic != filter.topic);
        // Of the title that has come last.
        let title = match present {
            (Some(_), ..) => Some(TITLE_ID),
            (None, Some(_), Some(_)) if is_new_topic => Some(TOPIC_TITLE_ID),
            (None, Some(_), _) => Some(EDITION_TITLE_ID),
            (None, None, Some(_)) => Some(TOPIC_TITLE_ID),
            (None, None, None) => None,
        };
        let is_first = before.is_none();
        request_animation_frame(move || match title {
            Some(title) if closed.is_none() || is_new_facet => follow(title, is_first, origin),
            _ if is_first => {}
            _ => go_back(state, closed, origin),
        });
    });
    let was_about = Cell::new(None);
    outward(move || {
        let is_about = state.display() == Display::About;
        if is_about && was_about.replace(Some(is_about)) == Some(false) {
            request_animation_frame(enter_about);
        }
        was_about.set(Some(is_about));
    });
    StoredValue::new_local(drawer::follow(state));
    view! {
        <div class="panel" id=PANEL_ID tabindex="-1">
            {region(state, move || tell(state, |reader| vec![drawer::handle(reader, state.drawer())]))}
            {region(state, move || tell(state, |reader| summary(reader, &state.view(), state.period())))}
            {region(state, move || {
                let (view, period) = (state.view(), state.period());
                tell(state, |reader| details(reader, state.subject(), &view, period))
            })}
            {region(state, move || tell(state, |reader| lists(reader, &state.view(), state.period())))}
            {region(state, move || {
                let (view, period) = (state.view(), state.period());
                tell(state, |reader| {
                    let words = map_in_words(reader, &view, period, state.subject());
                    vec![words, known(reader), print_sources(reader, &view)]
                })
            })}
            {region(state, move || vec![p().class("attribution").text(attribution(state)).into()])}
        </div>
    }
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
fn go_back(state: State, closed: Option<Subject>, origin: Origin) {
    if focused().is_some() {
        return;
    }
    let came_from = origin.get_value().filter(|element| element.is_connected());
    let on_map = || match closed {
        Some(Subject::City(city)) => {
            let id = state.catalog().get(city).id.to_string();
            browser::find(&format!(".city[data-city=\"{id}\"]"))?.dyn_into().ok()
        }
        _ => None,
    };
    if let Some(element) = came_from.or_else(on_map).or_else(|| browser::element(PANEL_ID)) {
        browser::focus(&element);
    }
    origin.set_value(None);
}

/// Takes the keyboard to the page about the data when what led there is not seen any more.
fn enter_about() {
    let is_seen = focused().is_some_and(|element| browser::is(&element, ".masthead *"));
    if let Some(page) = browser::element(ABOUT_ID).filter(|_| !is_seen) {
        browser::focus(&page);
    }
}

/// What has the focus; nothing where it fell to the page itself, because what had it is gone.
fn focused() -> Option<HtmlElement> {
    browser::focused().filter(|element| !browser::is(element, "body"))
}
