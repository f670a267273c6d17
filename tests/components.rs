//! Components in a real browser: mounted, used and taken off the page again.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use pracownia::data::{File, load};
use pracownia::domain::{Lang, Period, Subject};
use pracownia::extras::EXTRAS;
use pracownia::markup::tags::{self, li, ul};
use pracownia::markup::{Action, Node};
use pracownia::paint::region;
use pracownia::panel::Panel;
use pracownia::state::State;
use pracownia::timeline::Timeline;
use pracownia::url::Address;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, MutationObserver, MutationObserverInit};

wasm_bindgen_test_configure!(run_in_browser);

const CITIES: &str = r#"{"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"id":"kutno","name":{"pl":"Kutno","en":"Kutno"},"country":"PL"},
     "geometry":{"type":"Point","coordinates":[19.36,52.23]}},
    {"type":"Feature","properties":{"id":"glasgow","name":{"pl":"Glasgow","en":"Glasgow"},"country":"GB"},
     "geometry":{"type":"Point","coordinates":[-4.26,55.87]}}]}"#;

const PROGRAMME: &str = r#"{"version":1,"title":{"pl":"Próba","en":"Trial"},"span":"2014/2017",
    "sources":[{"id":"s","title":"<img src=x onerror=document.title='broken'>","publisher":"P",
                "description":{"pl":"d","en":"d"},"url":"https://example.org/"}],
    "topics":[],"editions":[],"experts":[],"totals":[],"awards":[],
    "meetings":[
      {"id":"kutno-2016","city":"kutno","when":"2016","kinds":["meeting"],"topics":[],"guests":[],"participants":[],
       "sources":["s"]},
      {"id":"kutno-2017","city":"kutno","when":"2017-03-29","kinds":["conference"],"topics":[],"participants":[],
       "guests":[{"city":"glasgow","mode":"video","sources":["s"]}],"sources":["s"]}]}"#;

fn state() -> State {
    let loaded = load(File::Bytes(CITIES.as_bytes()), File::Bytes(PROGRAMME.as_bytes()));
    assert_eq!(loaded.problems, []);
    let state = State::new(Arc::new(loaded.catalog), Arc::new([]), &Address::default());
    state.delivered(Some(&EXTRAS));
    state
}

/// An element of its own for a test, on the page.
fn root() -> HtmlElement {
    let document = web_sys::window().unwrap().document().unwrap();
    let root = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&root).unwrap();
    root.unchecked_into()
}

/// Lets effects run.
async fn tick() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        web_sys::window().unwrap().request_animation_frame(&resolve).unwrap();
    });
    wasm_bindgen_futures::JsFuture::from(promise).await.unwrap();
}

fn one(root: &HtmlElement, selector: &str) -> HtmlElement {
    let found = root.query_selector(selector).unwrap();
    found.unwrap_or_else(|| panic!("no {selector}")).unchecked_into()
}

fn count(root: &HtmlElement, selector: &str) -> u32 {
    root.query_selector_all(selector).unwrap().length()
}

#[wasm_bindgen_test]
async fn the_slider_says_its_year_and_changes_the_state() {
    let root = root();
    let scope = Owner::new();
    let state = scope.with(state);
    let handle = scope.with(|| mount_to(root.clone(), move || view! { <Timeline state /> }));
    tick().await;
    let slider: web_sys::HtmlInputElement = one(&root, "input[type=range]").unchecked_into();
    assert_eq!(slider.get_attribute("aria-label").as_deref(), Some("Rok"));
    assert_eq!(slider.get_attribute("aria-valuetext").as_deref(), Some("cała kampania, 2014–2017: 2\u{a0}spotkania"));
    slider.set_value("2016");
    slider.dispatch_event(&web_sys::Event::new("change").unwrap()).unwrap();
    tick().await;
    assert_eq!(state.address().period, Period::Year(2016));
    assert_eq!(slider.get_attribute("aria-valuetext").unwrap().replace('\u{a0}', " "), "2016: 1 spotkanie");
    drop(handle);
    assert_eq!(root.child_element_count(), 0, "nothing stays on the page");
}

#[wasm_bindgen_test]
async fn the_lists_have_the_names_of_the_language_and_an_item_for_each_meeting() {
    let root = root();
    let scope = Owner::new();
    let state = scope.with(state);
    let handle = scope.with(|| mount_to(root.clone(), move || view! { <Panel state /> }));
    tick().await;
    assert_eq!(one(&root, "#meetings-title").text_content().as_deref(), Some("Spotkania"));
    assert_eq!(count(&root, "ul[aria-labelledby=meetings-title] > li"), 2);
    assert_eq!(count(&root, "ul[aria-labelledby=guests-title] > li"), 1);
    state.perform(Action::Speak(Lang::En));
    state.perform(Action::Show(Period::Year(2016)));
    tick().await;
    assert_eq!(one(&root, "#meetings-title").text_content().as_deref(), Some("Meetings"));
    assert_eq!(count(&root, "ul[aria-labelledby=meetings-title] > li"), 1);
    assert_eq!(count(&root, "ul[aria-labelledby=guests-title] > li"), 0);
    drop(handle);
}

#[wasm_bindgen_test]
async fn a_hostile_text_stays_text() {
    let root = root();
    let scope = Owner::new();
    let state = scope.with(state);
    let handle = scope.with(|| mount_to(root.clone(), move || view! { <Panel state /> }));
    let meeting = state.catalog().find("kutno-2016").unwrap();
    state.perform(Action::Select(Subject::Meeting(meeting)));
    tick().await;
    assert!(one(&root, ".detail").text_content().unwrap().contains("<img src=x"));
    assert_eq!(count(&root, "img"), 0);
    drop(handle);
}

#[wasm_bindgen_test]
async fn painting_again_keeps_the_elements_that_stay() {
    let root = root();
    let scope = Owner::new();
    let state = scope.with(state);
    let nodes = move || -> Vec<Node> {
        let year = state.period().year().map_or("all".to_owned(), |year| year.to_string());
        vec![ul().with(li().text(year)).into()]
    };
    let handle = scope.with(|| mount_to(root.clone(), move || region(state, nodes)));
    tick().await;
    let before: Element = one(&root, "li").unchecked_into();
    state.perform(Action::Show(Period::Year(2015)));
    tick().await;
    let after: Element = one(&root, "li").unchecked_into();
    assert!(before.is_same_node(Some(&after)));
    assert_eq!(after.text_content().as_deref(), Some("2015"));
    drop(handle);
}

#[wasm_bindgen_test]
async fn a_button_is_pressed_while_its_choice_is_in_force() {
    let root = root();
    let scope = Owner::new();
    let state = scope.with(state);
    let button = tags::button(Action::Show(Period::Year(2015)));
    let nodes = move || vec![button.clone().text("2015").into()];
    let handle = scope.with(|| mount_to(root.clone(), move || region(state, nodes)));
    tick().await;
    let button = one(&root, "button");
    assert_eq!(button.get_attribute("aria-pressed").as_deref(), Some("false"));
    button.click();
    tick().await;
    assert_eq!(button.get_attribute("aria-pressed").as_deref(), Some("true"));
    drop(handle);
}

#[wasm_bindgen_test]
async fn painting_again_keeps_the_focus_and_one_listener() {
    let root = root();
    let scope = Owner::new();
    let state = scope.with(state);
    let nodes = move || {
        let label = format!("{:?}", state.period());
        vec![tags::button(Action::Zoom(1.0)).text(label).into()]
    };
    let handle = scope.with(|| mount_to(root.clone(), move || region(state, nodes)));
    tick().await;
    let button = one(&root, "button");
    button.focus().unwrap();
    for year in 2014..=2017 {
        state.perform(Action::Show(Period::Year(year)));
        tick().await;
    }
    assert_eq!(button.text_content().as_deref(), Some("Year(2017)"));
    let focused = web_sys::window().unwrap().document().unwrap().active_element().unwrap();
    assert!(focused.is_same_node(Some(&button)));
    button.click();
    let wishes = || untrack(|| state.zoom().1);
    assert_eq!(wishes(), 1, "one press is one wish, however often it was painted");
    drop(handle);
    button.click();
    assert_eq!(wishes(), 1, "what is off the page does nothing any more");
}

#[wasm_bindgen_test]
async fn a_key_is_taken_from_the_browser_only_where_it_does_something() {
    let root = root();
    let scope = Owner::new();
    let state = scope.with(state);
    let handle = scope.with(|| mount_to(root.clone(), move || view! { <Timeline state /> }));
    tick().await;
    let slider = one(&root, "input[type=range]");
    let press = |key: &str| {
        let options = web_sys::KeyboardEventInit::new();
        options.set_key(key);
        options.set_cancelable(true);
        let event = web_sys::KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &options).unwrap();
        slider.dispatch_event(&event).unwrap();
        event.default_prevented()
    };
    let period = || untrack(|| state.period());
    assert!(!press("Tab"));
    assert_eq!(period(), Period::All);
    assert!(press("ArrowRight"));
    assert_eq!(period(), Period::Year(2014), "forwards from the whole campaign is its first year");
    tick().await;
    assert!(!press("ArrowRight"), "from a year on, the keys are the slider's own");
    drop(handle);
}

#[wasm_bindgen_test]
async fn painting_again_writes_only_what_differs() {
    let root = root();
    let scope = Owner::new();
    let state = scope.with(state);
    let nodes = move || {
        let period = format!("{:?}", state.period());
        let steady = li().class("steady").attr("title", "x").style("--row", "1").text("steady");
        let changing = li().attr("title", period.as_str()).style("--row", "2").text("the same");
        vec![ul().with(steady).with(changing).with_some((period == "All").then(li)).into()]
    };
    let handle = scope.with(|| mount_to(root.clone(), move || region(state, nodes)));
    tick().await;
    let seen = Rc::new(Cell::new(0));
    let count = {
        let seen = Rc::clone(&seen);
        Closure::<dyn FnMut(js_sys::Array)>::new(move |records: js_sys::Array| seen.set(seen.get() + records.length()))
    };
    let observer = MutationObserver::new(count.as_ref().unchecked_ref()).unwrap();
    let options = MutationObserverInit::new();
    options.set_subtree(true);
    options.set_child_list(true);
    options.set_attributes(true);
    options.set_character_data(true);
    observer.observe_with_options(&root, &options).unwrap();
    let writes = async |action: Action| {
        state.perform(action);
        tick().await;
        seen.replace(0)
    };
    assert_eq!(writes(Action::Show(Period::Year(2016))).await, 2, "a title, and an item that is gone");
    assert_eq!(writes(Action::Show(Period::Year(2017))).await, 1, "a title");
    assert_eq!(writes(Action::Show(Period::All)).await, 2, "a title, and the item again");
    assert_eq!(writes(Action::Speak(Lang::En)).await, 0);
    observer.disconnect();
    drop(handle);
}
