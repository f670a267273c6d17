//! The panel on the page.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::browser;
use crate::domain::{CountryCode, Lang};
use crate::paint::{outward, region};
use crate::state::State;
use crate::text::Words;

use super::Reader;
use super::detail::{EDITION_TITLE_ID, TITLE_ID, TOPIC_TITLE_ID, details};
use super::known::known;
use super::lists::{lists, summary};

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
        let is_new_topic = before.is_some_and(|(_, _, topic)| topic != filter.topic);
        // Of the title that has come last.
        let title = match present {
            (Some(_), ..) => Some(TITLE_ID),
            (None, Some(_), Some(_)) if is_new_topic => Some(TOPIC_TITLE_ID),
            (None, Some(_), _) => Some(EDITION_TITLE_ID),
            (None, None, Some(_)) => Some(TOPIC_TITLE_ID),
            (None, None, None) => None,
        };
        if before != Some(present) {
            request_animation_frame(move || follow(title, before.is_none(), origin));
        }
    });
    view! {
        <div class="panel" id=PANEL_ID tabindex="-1">
            {region(state, move || tell(state, |reader| vec![summary(reader, &state.view(), state.period())]))}
            {region(state, move || {
                let (view, period) = (state.view(), state.period());
                tell(state, |reader| details(reader, state.subject(), &view, period))
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
fn follow(title: Option<&str>, is_first: bool, origin: Origin) {
    let focused = browser::focused().filter(|element| !browser::is(element, "body"));
    if let Some(title) = title {
        let Some(title) = browser::element(title) else { return };
        if !is_first {
            browser::reveal(&title);
        }
        let chosen = focused.as_ref().filter(|element| browser::is(element, ".choice, .step, [data-city]"));
        if let Some(choice) = chosen.filter(|choice| !browser::is(choice, ".detail *")) {
            origin.set_value(Some(choice.clone()));
        }
        if chosen.is_some() || (focused.is_none() && !is_first) {
            browser::focus(&title);
        }
    } else if focused.is_none() && !is_first {
        // The button or heading that had the focus is gone with the detail.
        let origin = origin.get_value();
        let same = origin.clone().filter(|element| element.is_connected());
        // A name at the map's edge has gone when its city came into the picture.
        let twin =
            || browser::find(&format!(".city[data-city=\"{}\"]", origin?.get_attribute("data-city")?))?.dyn_into().ok();
        if let Some(element) = same.or_else(twin).or_else(|| browser::element(PANEL_ID)) {
            browser::focus(&element);
        }
    }
}
