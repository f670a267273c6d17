//! Small hooks to the browser, each with its clean-up.

pub mod files;
pub mod stage;

use std::cell::RefCell;
use std::cmp::Ordering;
use std::rc::Rc;

pub use gloo::events::EventListener;
use gloo::events::EventListenerOptions;
use gloo::timers::callback::Timeout;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
pub use web_sys::Element;
use web_sys::{
    Document, Event, HtmlDialogElement, HtmlElement, IntersectionObserver, IntersectionObserverEntry,
    IntersectionObserverInit, KeyboardEvent, MessageEvent, MouseEvent, PointerEvent, Response, Window,
};

/// The window; this code runs nowhere else.
///
/// # Panics
/// Outside a window, such as in a worker.
#[must_use]
#[expect(clippy::expect_used, reason = "without a window there is no app, and nobody to tell")]
pub fn window() -> Window {
    web_sys::window().expect("a window")
}

/// The document of the window.
///
/// # Panics
/// As [`window`].
#[must_use]
#[expect(clippy::expect_used, reason = "every window has a document")]
pub fn document() -> Document {
    window().document().expect("a document")
}

/// Asks for a file beside the page, now, and gives it when it has arrived.
///
/// # Errors
/// The HTTP status if there was an answer that is no success; nothing if there was no answer.
pub fn fetch(url: &str) -> impl Future<Output = Result<Vec<u8>, Option<u16>>> + use<> {
    let asked = window().fetch_with_str(&(base() + url));
    async {
        let response = JsFuture::from(asked).await.map_err(|_| None)?;
        let response: Response = response.dyn_into().map_err(|_| None)?;
        if !response.ok() {
            return Err(Some(response.status()));
        }
        let bytes = JsFuture::from(response.array_buffer().map_err(|_| None)?).await.map_err(|_| None)?;
        Ok(Uint8Array::new(&bytes).to_vec())
    }
}

fn root_attribute(name: &str) -> Option<String> {
    document().document_element()?.get_attribute(name)
}

/// Where the app's files lie, with a slash at its end: `boot.js` is one of them, and has left it there. Without it they
/// lie beside the page.
fn base() -> String {
    root_attribute("data-base").unwrap_or_default()
}

/// Where the page stands, without query and fragment.
fn place() -> String {
    // Not of origin and path: the origin of a file is "null" in Firefox.
    let mut href = window().location().href().unwrap_or_default();
    href.truncate(href.find(['?', '#']).unwrap_or(href.len()));
    href
}

/// What a page that was made for one view shows, as a query: such a page stands in a folder of its own, and the
/// address needs no query there.
#[must_use]
pub fn start() -> Option<String> {
    root_attribute("data-start").filter(|_| place() != base())
}

/// The query string of the address, with its `?`.
#[must_use]
pub fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// Where the app stands, without query and fragment.
#[must_use]
pub fn address() -> String {
    if start().is_some() { base() } else { place() }
}

/// Puts `query` into the address: as a new entry of the history, or in place of the present one.
///
/// Where the browser refuses (an opaque origin, or too many changes at once) the address stays as it is.
pub fn set_query(query: &str, as_new_entry: bool) {
    let window = window();
    let Ok(history) = window.history() else { return };
    let url = address() + query + &window.location().hash().unwrap_or_default();
    _ = if as_new_entry {
        history.push_state_with_url(&JsValue::NULL, "", Some(&url))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
    };
}

/// Calls back when a person goes back or forward, until it is dropped.
pub fn on_history(mut callback: impl FnMut() + 'static) -> EventListener {
    EventListener::new(&window(), "popstate", move |_| callback())
}

/// Calls back when the window gets another size, until it is dropped.
pub fn on_resize(callback: impl Fn() + 'static) -> EventListener {
    EventListener::new(&window(), "resize", move |_| callback())
}

/// Width and height of the window's inside in CSS px.
#[must_use]
pub fn viewport() -> (f64, f64) {
    let px = |length: Result<JsValue, JsValue>| length.ok().and_then(|length| length.as_f64()).unwrap_or_default();
    (px(window().inner_width()), px(window().inner_height()))
}

/// Whether this page stands in a frame of another one.
#[must_use]
pub fn is_embedded() -> bool {
    let window = window();
    window.top().ok().flatten().is_none_or(|top| top != window)
}

/// Calls back with the origin and the text of each message from the page around this frame, until it is dropped. Of what
/// is no text, with the text that JSON makes of it.
pub fn on_message(callback: impl Fn(&str, &str) + 'static) -> EventListener {
    EventListener::new(&window(), "message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        let parent = window().parent().ok().flatten().filter(|_| is_embedded()).map(JsValue::from);
        if parent.is_none() || event.source().map(JsValue::from) != parent {
            return;
        }
        let data = event.data();
        let text = data.as_string().or_else(|| js_sys::JSON::stringify(&data).ok()?.as_string());
        if let Some(text) = text {
            callback(&event.origin(), &text);
        }
    })
}

/// Sends what a text of JSON says to the page around this frame, if that is of this origin.
pub fn post_to_parent(json: &str, origin: &str) {
    if let (Ok(Some(parent)), Ok(message)) = (window().parent(), js_sys::JSON::parse(json)) {
        // An origin that is none is refused, and then nobody is to be told.
        _ = parent.post_message(&message, origin);
    }
}

/// The same, with a file beside it: its name, its MIME type and what is in it.
pub fn post_file_to_parent(json: &str, name: &str, kind: &str, content: &[u8], origin: &str) {
    let (Ok(Some(parent)), Ok(message)) = (window().parent(), js_sys::JSON::parse(json)) else { return };
    for (key, value) in
        [("name", name.into()), ("type", kind.into()), ("content", Uint8Array::from(content).buffer().into())]
    {
        _ = js_sys::Reflect::set(&message, &key.into(), &value);
    }
    _ = parent.post_message(&message, origin);
}

/// Calls back once, when so much of an element is seen, unless it is dropped before. Where the browser cannot tell,
/// never.
pub fn on_sight(element: &Element, fraction: f64, callback: impl FnOnce() + 'static) -> Option<Sight> {
    let mut callback = Some(callback);
    let seen = Closure::<dyn FnMut(js_sys::Array, IntersectionObserver)>::new(
        move |entries: js_sys::Array, observer: IntersectionObserver| {
            let is_seen = |entry: JsValue| entry.unchecked_into::<IntersectionObserverEntry>().is_intersecting();
            if entries.iter().any(is_seen)
                && let Some(callback) = callback.take()
            {
                observer.disconnect();
                callback();
            }
        },
    );
    let options = IntersectionObserverInit::new();
    options.set_threshold(&fraction.into());
    let observer = IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options).ok()?;
    observer.observe(element);
    Some(Sight { observer, _callback: seen })
}

/// Waits until something is seen: see [`on_sight`].
pub struct Sight {
    observer: IntersectionObserver,
    _callback: Closure<dyn FnMut(js_sys::Array, IntersectionObserver)>,
}

impl Drop for Sight {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Whether something of this page fills the whole screen.
#[must_use]
pub fn is_full_screen() -> bool {
    document().fullscreen_element().is_some()
}

/// Calls back when a person presses a key (named as `KeyboardEvent.key` does) anywhere on the page where nothing else
/// is done with it, until it is dropped.
pub fn on_key(key: &'static str, mut callback: impl FnMut() + 'static) -> EventListener {
    EventListener::new(&document(), "keydown", move |event| {
        let is_it = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == key);
        // A popover is closed by the browser.
        let is_taken = event.default_prevented() || find(":popover-open").is_some();
        if is_it && !is_taken {
            callback();
        }
    })
}

/// Tells when a person does anything on the page, for as long as that is asked for.
pub struct Watch {
    /// What a person does within an element of this CSS selector is not told.
    apart_from: &'static str,
    /// Nor is the spacebar on one of this.
    or_space_on: &'static str,
    callback: Rc<dyn Fn()>,
    listeners: RefCell<Vec<EventListener>>,
}

impl Watch {
    /// A watch that does not listen yet.
    #[must_use]
    pub fn new(apart_from: &'static str, or_space_on: &'static str, callback: impl Fn() + 'static) -> Self {
        Self { apart_from, or_space_on, callback: Rc::new(callback), listeners: RefCell::default() }
    }

    /// Listens to pointers, keys, wheels, and to the page being hidden; or to nothing.
    pub fn listen(&self, is_on: bool) {
        let events = if is_on { &["pointerdown", "keydown", "wheel", "visibilitychange"][..] } else { &[] };
        // Before anyone else, who may keep an event from going on.
        let options = EventListenerOptions::run_in_capture_phase();
        let listener = |&name: &&'static str| {
            let (callback, apart_from, or_space_on) = (Rc::clone(&self.callback), self.apart_from, self.or_space_on);
            EventListener::new_with_options(&document(), name, options, move |event| {
                let within = |css| target(event).is_some_and(|target| closest(&target, css).is_some());
                let is_space = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == " ");
                let is_apart = within(apart_from) || (is_space && within(or_space_on));
                if !is_apart {
                    callback();
                }
            })
        };
        self.listeners.replace(events.iter().map(listener).collect());
    }
}

/// Calls back once after a time, unless it is given another one or stopped.
pub struct Timer {
    callback: Rc<dyn Fn()>,
    timeout: RefCell<Option<Timeout>>,
}

impl Timer {
    /// A timer that does not run yet.
    #[must_use]
    pub fn new(callback: impl Fn() + 'static) -> Self {
        Self { callback: Rc::new(callback), timeout: RefCell::default() }
    }

    /// Runs for so many milliseconds from now, or not at all.
    pub fn set(&self, ms: Option<u32>) {
        let start = |ms| {
            let callback = Rc::clone(&self.callback);
            Timeout::new(ms, move || callback())
        };
        // The one before is cancelled with this.
        self.timeout.replace(ms.map(start));
    }
}

/// Calls back when something happens anywhere on the page, until it is dropped.
pub fn on_document(kind: &'static str, callback: impl FnMut(&Event) + 'static) -> EventListener {
    EventListener::new(&document(), kind, callback)
}

/// Calls back when something happens within an element, until it is dropped. The callback may keep the browser from doing
/// what it would.
pub fn on_element(element: &Element, kind: &'static str, callback: impl FnMut(&Event) + 'static) -> EventListener {
    EventListener::new_with_options(element, kind, EventListenerOptions::enable_prevent_default(), callback)
}

/// Sets an attribute of an element.
pub fn set_attribute(element: &Element, name: &str, value: &str) {
    _ = element.set_attribute(name, value);
}

/// Takes an attribute off an element.
pub fn remove_attribute(element: &Element, name: &str) {
    _ = element.remove_attribute(name);
}

/// Sets a CSS property of an element; with an empty value, takes it away.
pub fn set_style(element: &HtmlElement, name: &str, value: &str) {
    _ = element.style().set_property(name, value);
}

/// Where a pointer is, from the top of the window in CSS px, and when it was there, in milliseconds.
#[must_use]
pub fn pointer(event: &Event) -> Option<(f64, f64)> {
    let pointer = event.dyn_ref::<PointerEvent>().filter(|pointer| pointer.is_primary() && pointer.button() <= 0)?;
    Some((f64::from(pointer.client_y()), event.time_stamp()))
}

/// Has everything that a pointer does told to an element, wherever the pointer goes, until it is let go.
pub fn capture(element: &Element, event: &Event) {
    if let Some(pointer) = event.dyn_ref::<PointerEvent>() {
        _ = element.set_pointer_capture(pointer.pointer_id());
    }
}

/// Sets an attribute of the document's root element.
pub fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        _ = root.set_attribute(name, value);
    }
}

/// Takes an attribute off the document's root element.
pub fn remove_root_attribute(name: &str) {
    if let Some(root) = document().document_element() {
        _ = root.remove_attribute(name);
    }
}

/// Sets the document's title.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Whether a person asked for less motion.
#[must_use]
pub fn prefers_reduced_motion() -> bool {
    let query = window().match_media("(prefers-reduced-motion: reduce)");
    query.ok().flatten().is_some_and(|query| query.matches())
}

/// How large the text of the page is, as a multiple of 16 CSS px, which most browsers begin with.
#[must_use]
pub fn text_scale() -> f64 {
    let style = document().document_element().and_then(|root| window().get_computed_style(&root).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok()).unwrap_or_default();
    parse_px(&size).map_or(1.0, |px| px / 16.0)
}

/// A computed length such as `16px`.
fn parse_px(length: &str) -> Option<f64> {
    let px = js_sys::parse_float(length);
    (px.is_finite() && px > 0.0).then_some(px)
}

/// Loads the page again: a fresh instance of everything.
pub fn reload() {
    _ = window().location().reload();
}

/// Opens the browser's dialog for printing.
pub fn print() {
    _ = window().print();
}

/// Calls back before the page is printed (with `true`) and after that, until it is dropped.
pub fn on_print(callback: impl Fn(bool) + 'static) -> [EventListener; 2] {
    let callback = Rc::new(callback);
    [("beforeprint", true), ("afterprint", false)].map(|(kind, is_printing)| {
        let callback = Rc::clone(&callback);
        EventListener::new(&window(), kind, move |_| callback(is_printing))
    })
}

/// Unfolds whatever is folded, or folds that again.
pub fn unfold_all(is_unfolded: bool) {
    const MARK: &str = "data-unfolded";
    if is_unfolded {
        for folded in find_all("details:not([open])") {
            set_attribute(&folded, MARK, "");
            set_attribute(&folded, "open", "");
        }
    } else {
        for unfolded in find_all("[data-unfolded]") {
            _ = unfolded.remove_attribute(MARK);
            _ = unfolded.remove_attribute("open");
        }
    }
}

/// Opens a dialog over the page, or closes it. The browser keeps the focus in it and gives it back.
pub fn show_dialog(id: &str, is_open: bool) {
    let Some(dialog) = element(id).and_then(|element| element.dyn_into::<HtmlDialogElement>().ok()) else { return };
    if is_open && !dialog.open() {
        _ = dialog.show_modal();
    } else if !is_open && dialog.open() {
        dialog.close();
    }
}

/// Whether a person is writing in a field, or a dialog lies over the page.
#[must_use]
pub fn is_occupied() -> bool {
    let fields = "input:not([type=range], [type=checkbox]), textarea, select, dialog[open] *";
    focused().is_some_and(|element| is(&element, fields))
}

/// Moves the focus to an element without moving the page.
pub fn focus(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    _ = element.focus_with_options(&options);
}

/// Moves the page, and no more than needed, so that an element can be seen.
pub fn reveal(element: &Element) {
    // It would move the page around a frame as well.
    if find("[data-embed]").is_some() {
        return;
    }
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    if !prefers_reduced_motion() {
        options.set_behavior(web_sys::ScrollBehavior::Smooth);
    }
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// The element that has the focus.
#[must_use]
pub fn focused() -> Option<HtmlElement> {
    document().active_element()?.dyn_into().ok()
}

/// The element of this id.
#[must_use]
pub fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Takes an element off the page.
pub fn remove(id: &str) {
    if let Some(element) = element(id) {
        element.remove();
    }
}

/// Moves an element to the beginning of what it stands in.
pub fn move_first(element: &Element) {
    if let Some(parent) = element.parent_node() {
        _ = parent.insert_before(element, parent.first_child().as_ref());
    }
}

/// The first element that matches a CSS selector.
#[must_use]
pub fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// Every element that matches a CSS selector, in the order of the document.
#[must_use]
pub fn find_all(selector: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
}

/// The nearest element around an element, or itself, that matches a CSS selector.
#[must_use]
pub fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

/// Of the elements that match a CSS selector the one under a pointer whose middle is nearest to it, where the upper one
/// matches it. Targets are larger than what is seen of them: where they overlap, the upper one need not be what is meant.
#[must_use]
pub fn nearest(event: &Event, selector: &str) -> Option<Element> {
    target(event).filter(|target| is(target, selector))?;
    let mouse: &MouseEvent = event.dyn_ref()?;
    let (x, y) = (mouse.client_x(), mouse.client_y());
    let far = |element: &Element| {
        let (left, top, width, height) = place_of(element);
        (left + width / 2.0 - f64::from(x)).hypot(top + height / 2.0 - f64::from(y))
    };
    #[expect(clippy::cast_precision_loss, reason = "a place within a window")]
    let under = document().elements_from_point(x as f32, y as f32);
    let under = under.iter().filter_map(|one| one.dyn_into().ok()).filter(|one| is(one, selector));
    under.min_by(|a, b| far(a).total_cmp(&far(b)))
}

/// The element that an event happened to.
#[must_use]
pub fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Whether an element matches a CSS selector.
#[must_use]
pub fn is(element: &Element, selector: &str) -> bool {
    element.matches(selector).unwrap_or(false)
}

/// Where an element is in the window: left, top, width and height in CSS px.
#[must_use]
pub fn place_of(element: &Element) -> (f64, f64, f64, f64) {
    let place = element.get_bounding_client_rect();
    (place.left(), place.top(), place.width(), place.height())
}

/// Loads and runs a script of the page's own origin, once.
///
/// # Errors
/// When it did not arrive.
pub async fn run_script(path: &str) -> Result<(), JsValue> {
    let document = document();
    let script = document.create_element("script")?;
    script.set_attribute("src", &(base() + path))?;
    let head = document.query_selector("head")?.ok_or(JsValue::NULL)?;
    let done = js_sys::Promise::new(&mut |resolve, reject| {
        for (event, then) in [("load", resolve), ("error", reject)] {
            _ = script.add_event_listener_with_callback(event, &then);
        }
        _ = head.append_child(&script);
    });
    JsFuture::from(done).await.map(drop)
}

/// Says something in the console, for those who look there.
pub fn note(message: &str) {
    web_sys::console::info_1(&message.into());
}

/// Calls back when the size of an element changes, until it is dropped.
pub struct SizeObserver {
    observer: web_sys::ResizeObserver,
    _callback: Closure<dyn FnMut()>,
}

impl SizeObserver {
    /// Starts to observe; absent in a browser that cannot.
    #[must_use]
    pub fn new(element: &Element, callback: impl FnMut() + 'static) -> Option<Self> {
        let callback = Closure::<dyn FnMut()>::new(callback);
        let observer = web_sys::ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { observer, _callback: callback })
    }
}

impl Drop for SizeObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;

    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locale: &str, options: &JsValue) -> Result<DisplayNames, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, code: &str) -> Result<Option<String>, JsValue>;
}

/// The name of a country (ISO 3166-1 alpha-2) in a language (BCP 47), by the browser's CLDR data; the code itself
/// where it has none.
#[must_use]
pub fn country_name(lang: &str, code: &str) -> String {
    let options = js_sys::Object::new();
    _ = js_sys::Reflect::set(&options, &"type".into(), &"region".into());
    DisplayNames::new(lang, &options).and_then(|names| names.of(code)).ok().flatten().unwrap_or_else(|| code.to_owned())
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = String)]
    type Text;

    #[wasm_bindgen(method, js_name = localeCompare)]
    fn locale_compare(this: &Text, that: &str, lang: &str) -> i32;
}

/// The order of two texts in a language (BCP 47), by the browser's CLDR data: in Polish Ł comes after L.
#[must_use]
pub fn compare(lang: &str, a: &str, b: &str) -> Ordering {
    JsValue::from_str(a).unchecked_into::<Text>().locale_compare(b, lang).cmp(&0)
}

/// Tells the page's own script, which lives outside of this module, that the app is at its end.
pub fn report_panic(message: &str) {
    let init = web_sys::CustomEventInit::new();
    init.set_detail(&message.into());
    if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict("app-panic", &init) {
        _ = window().dispatch_event(&event);
    }
}

/// The element of this id, with all that stood in it taken out.
#[must_use]
pub fn emptied_element(id: &str) -> Option<HtmlElement> {
    let element = element(id)?;
    element.set_text_content(None);
    Some(element)
}
