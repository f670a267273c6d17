//! The panel on the page.

use std::cell::Cell;

use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::browser;
use crate::domain::{CountryCode, Lang};
use crate::paint::{outward, region};
use crate::state::State;
use crate::text::Words;

use super::Reader;
use super::detail::{TITLE_ID, detail};
use super::known::known;
use super::lists::{lists, summary};

/// Has the catalog told in the chosen language.
pub fn tell<T>(state: State, telling: impl FnOnce(Reader<'_>) -> T) -> T {
    let catalog = state.catalog();
    let lang = state.lang();
    let country_name = |lang: Lang, code: CountryCode| browser::country_name(lang.tag(), code.as_str());
    telling(Reader { catalog: &catalog, lang, words: Words::of(lang), country_name })
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
    let is_first = Cell::new(true);
    outward(move || {
        let is_open = state.subject().is_some();
        let is_first = is_first.replace(false);
        request_animation_frame(move || follow(is_open, is_first, origin));
    });
    view! {
        <div class="panel" id=PANEL_ID tabindex="-1">
            {region(state, move || tell(state, |reader| vec![summary(reader, &state.view(), state.period())]))}
            {region(state, move || {
                let subject = state.subject();
                tell(state, |reader| subject.map(|subject| detail(reader, subject)).into_iter().collect())
            })}
            {region(state, move || tell(state, |reader| lists(reader, &state.view(), state.period())))}
            {region(state, move || tell(state, |reader| vec![known(reader)]))}
        </div>
    }
}

type Origin = StoredValue<Option<HtmlElement>, LocalStorage>;

/// Lets eye and keyboard follow a selection: into the detail that has opened, and back when it is closed.
///
/// Whoever chose it in a list reads on in the detail, and so does whoever pressed something that is gone since: a
/// button of the detail before, or a name at the map's edge. The first view and the map leave the focus where it is.
fn follow(is_open: bool, is_first: bool, origin: Origin) {
    let focused = browser::focused().filter(|element| !browser::is(element, "body"));
    if is_open {
        let Some(title) = browser::element(TITLE_ID) else { return };
        if !is_first {
            browser::reveal(&title);
        }
        let chosen = focused.as_ref().filter(|element| browser::is(element, ".choice"));
        if let Some(choice) = chosen.filter(|choice| !browser::is(choice, ".detail *")) {
            origin.set_value(Some(choice.clone()));
        }
        if chosen.is_some() || (focused.is_none() && !is_first) {
            browser::focus(&title);
        }
    } else if focused.is_none() && !is_first {
        // The button or heading that had the focus is gone with the detail.
        let origin = origin.get_value().filter(|element| element.is_connected());
        if let Some(element) = origin.or_else(|| browser::element(PANEL_ID)) {
            browser::focus(&element);
        }
    }
}
