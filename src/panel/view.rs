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

/// Summary, detail and lists.
#[component]
pub fn Panel(
    /// The app's state.
    state: State,
) -> impl IntoView {
    // Where the keyboard came from, to go back there.
    let origin = StoredValue::new_local(None::<HtmlElement>);
    let was_open = Cell::new(false);
    outward(move || {
        let is_open = state.subject().is_some();
        let was_open = was_open.replace(is_open);
        request_animation_frame(move || follow(is_open, was_open, origin));
    });
    view! {
        <div class="panel" id="lists" tabindex="-1">
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
/// Whoever chose it in a list reads on in the detail; a link or the map leaves the focus where it is.
fn follow(is_open: bool, was_open: bool, origin: Origin) {
    let focused = browser::focused();
    if is_open {
        let Some(title) = browser::element(TITLE_ID) else { return };
        browser::reveal(&title);
        if let Some(choice) = focused.filter(|element| browser::is(element, ".choice")) {
            if !browser::is(&choice, ".detail *") {
                origin.set_value(Some(choice));
            }
            browser::focus(&title);
        }
    } else if was_open && focused.is_none_or(|element| browser::is(&element, "body")) {
        // The button or heading that had the focus is gone with the detail.
        origin.with_value(|origin| {
            if let Some(element) = origin.as_ref().filter(|element| element.is_connected()) {
                browser::focus(element);
            }
        });
    }
}
