//! What a presentation needs of the browser: the whole screen, a screen that stays awake, a second window, the clock.
//!
//! Called by name, as in [`super::files`], for the same reason.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, EventTarget, HtmlElement, KeyboardEvent, MessageEvent, PointerEvent};

use super::files::{awaited, call, get, make, navigator};
use super::{document, is, set_style, target, window};

/// The time, in milliseconds since 1970.
#[must_use]
pub fn now() -> f64 {
    of_class("Date", "now")
}

/// What a function of one of the browser's classes gives, as a number.
fn of_class(class: &str, function: &str) -> f64 {
    let given = get(&window(), class).and_then(|class| call(&class, function, &[]));
    given.ok().and_then(|number| number.as_f64()).unwrap_or_default()
}

fn number(of: &JsValue, name: &str) -> f64 {
    get(of, name).ok().and_then(|number| number.as_f64()).unwrap_or_default()
}

/// What the clock on the wall says: hours and minutes.
#[must_use]
pub fn clock() -> (u32, u32) {
    let Ok(now) = make("Date", &[]) else { return (0, 0) };
    let part = |name: &str| call(&now, name, &[]).ok().and_then(|part| part.as_f64()).unwrap_or_default();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "parts of a time")]
    (part("getHours") as u32, part("getMinutes") as u32)
}

/// A number that no other window has.
#[must_use]
pub fn lot() -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to less than 2^31")]
    let lot = (of_class("Math", "random") * 2_147_483_648.0) as u32;
    lot
}

/// Has the page fill the whole screen, or no more. Without a gesture of a person the browser refuses, and the page goes on
/// filling its window.
pub fn fill_screen(is_wanted: bool) {
    let document = document();
    let asked = if is_wanted {
        document.document_element().map(|root| call(&root, "requestFullscreen", &[]))
    } else {
        document.fullscreen_element().map(|_| call(&document, "exitFullscreen", &[]))
    };
    if let Some(Ok(promise)) = asked {
        // Whether it was granted is seen.
        wasm_bindgen_futures::spawn_local(async { _ = awaited(promise).await });
    }
}

/// Looks that come with a part of the app: worn by the page as long as this is kept.
pub struct Dress(Option<JsValue>);

impl Dress {
    /// Puts a style sheet on.
    #[must_use]
    pub fn worn(css: &str) -> Self {
        let sheet = make("CSSStyleSheet", &[]).ok();
        let sheet = sheet.filter(|sheet| call(sheet, "replaceSync", &[&css.into()]).is_ok());
        if let Some(sheet) = &sheet {
            wear(sheet, true);
        }
        Self(sheet)
    }
}

impl Drop for Dress {
    fn drop(&mut self) {
        if let Some(sheet) = &self.0 {
            wear(sheet, false);
        }
    }
}

/// Has the document wear a style sheet as the last one, or no more.
fn wear(sheet: &JsValue, is_worn: bool) {
    const SHEETS: &str = "adoptedStyleSheets";
    let document = document();
    let Ok(worn) = get(&document, SHEETS) else { return };
    let worn = js_sys::Array::from(&worn);
    let others = worn.iter().filter(|other| other != sheet);
    let sheets: js_sys::Array = others.chain(is_worn.then(|| sheet.clone())).collect();
    _ = js_sys::Reflect::set(&document, &SHEETS.into(), &sheets);
}

/// Keeps the screen awake as long as it is kept, also after the page was hidden meanwhile, which ends every lock.
pub struct Wake {
    lock: Rc<RefCell<Option<JsValue>>>,
    is_wanted: Rc<Cell<bool>>,
    _listener: EventListener,
}

impl Wake {
    /// Begins to; where the browser cannot, nothing.
    #[must_use]
    pub fn new() -> Self {
        let (lock, is_wanted) = (Rc::new(RefCell::new(None::<JsValue>)), Rc::new(Cell::new(true)));
        let ask = {
            let (lock, is_wanted) = (Rc::clone(&lock), Rc::clone(&is_wanted));
            move || {
                let (lock, is_wanted) = (Rc::clone(&lock), Rc::clone(&is_wanted));
                wasm_bindgen_futures::spawn_local(async move {
                    let Ok(locks) = get(&navigator(), "wakeLock") else { return };
                    let Ok(promise) = call(&locks, "request", &[&"screen".into()]) else { return };
                    let Ok(granted) = awaited(promise).await else { return };
                    if is_wanted.get() {
                        release(lock.replace(Some(granted)));
                    } else {
                        release(Some(granted));
                    }
                });
            }
        };
        ask();
        let listener = EventListener::new(&document(), "visibilitychange", move |_| {
            if is_visible() {
                ask();
            }
        });
        Self { lock, is_wanted, _listener: listener }
    }
}

impl Default for Wake {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Wake {
    fn drop(&mut self) {
        self.is_wanted.set(false);
        release(self.lock.take());
    }
}

fn release(lock: Option<JsValue>) {
    if let Some(Ok(promise)) = lock.map(|lock| call(&lock, "release", &[])) {
        wasm_bindgen_futures::spawn_local(async { _ = awaited(promise).await });
    }
}

/// Whether the page is seen.
#[must_use]
pub fn is_visible() -> bool {
    get(&document(), "visibilityState").ok().and_then(|state| state.as_string()).as_deref() != Some("hidden")
}

/// Calls back when the page is seen again: after another one, after sleep, or out of the browser's cache.
pub fn on_return(callback: impl Fn() + 'static) -> [EventListener; 3] {
    let callback = Rc::new(callback);
    let listen = |target: &EventTarget, kind: &'static str| {
        let callback = Rc::clone(&callback);
        EventListener::new(target, kind, move |_| {
            if is_visible() {
                callback();
            }
        })
    };
    [listen(&document(), "visibilitychange"), listen(&window(), "pageshow"), listen(&window(), "focus")]
}

/// A key as it was pressed.
pub struct Pressed {
    /// As `KeyboardEvent.key` names it.
    pub key: String,
    /// Whether it is held down so long that it repeats itself.
    pub is_repeated: bool,
    /// Whether it is let go of.
    pub is_up: bool,
}

/// Calls back with each key that is pressed without a modifier of the browser's, and let go of, before anything else in the page hears
/// of it. If it says so, nothing else does.
pub fn on_keys(callback: impl Fn(&Pressed) -> bool + 'static) -> [EventListener; 2] {
    let callback = Rc::new(callback);
    ["keydown", "keyup"].map(|kind| {
        let callback = Rc::clone(&callback);
        let options = EventListenerOptions { phase: gloo::events::EventListenerPhase::Capture, passive: false };
        EventListener::new_with_options(&window(), kind, options, move |event| {
            let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else { return };
            if pressed.alt_key() || pressed.ctrl_key() || pressed.meta_key() || event.default_prevented() {
                return;
            }
            let is_repeated = get(pressed, "repeat").is_ok_and(|repeat| repeat.is_truthy());
            let pressed = Pressed { key: pressed.key(), is_repeated, is_up: kind == "keyup" };
            if callback(&pressed) {
                event.prevent_default();
                event.stop_propagation();
            }
        })
    })
}

/// Where a pointer is.
pub struct Point {
    /// From the left of the window, in CSS px.
    pub x: f64,
    /// From its top.
    pub y: f64,
    /// Whether it is a mouse, and no finger.
    pub is_mouse: bool,
    /// When, in milliseconds.
    pub at: f64,
}

/// What a pointer does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touch {
    /// It is pressed.
    Down,
    /// It moves.
    Move,
    /// It is let go of.
    Up,
    /// The browser has taken it for something else.
    Lost,
}

/// Calls back with what the first pointer does anywhere on the page, with the element there.
pub fn on_pointer(callback: impl Fn(Touch, &Point, Option<Element>) + 'static) -> Vec<EventListener> {
    let callback = Rc::new(callback);
    let kinds = [
        ("pointerdown", Touch::Down),
        ("pointermove", Touch::Move),
        ("pointerup", Touch::Up),
        ("pointercancel", Touch::Lost),
    ];
    let listen = |(kind, touch): (&'static str, Touch)| {
        let callback = Rc::clone(&callback);
        EventListener::new_with_options(&document(), kind, EventListenerOptions::run_in_capture_phase(), move |event| {
            let Some(pointer) = event.dyn_ref::<PointerEvent>().filter(|pointer| pointer.is_primary()) else {
                return;
            };
            if pointer.button() > 0 {
                return;
            }
            let point = Point {
                x: f64::from(pointer.client_x()),
                y: f64::from(pointer.client_y()),
                is_mouse: get(pointer, "pointerType").is_ok_and(|kind| kind == "mouse"),
                at: event.time_stamp(),
            };
            callback(touch, &point, target(event));
        })
    };
    kinds.into_iter().map(listen).collect()
}

/// Calls back when something of the page has come that was asked for by an element.
pub fn on_loaded(callback: impl Fn() + 'static) -> EventListener {
    EventListener::new_with_options(&document(), "load", EventListenerOptions::run_in_capture_phase(), move |_| {
        callback();
    })
}

/// A picture that the browser has.
pub struct Picture {
    _image: JsValue,
}

/// Has the browser fetch a picture, so that it is there at once when it is shown or printed, as long as this is kept. Nothing
/// where it cannot be shown.
pub async fn picture(address: &str) -> Option<Picture> {
    let image = make("Image", &[]).ok()?;
    js_sys::Reflect::set(&image, &"src".into(), &address.into()).ok()?;
    let decoded = call(&image, "decode", &[]).ok()?;
    awaited(decoded).await.ok().map(|_| Picture { _image: image })
}

/// Whether the page works without a network: what answers its requests has stored everything, or it is a file.
#[must_use]
pub fn works_alone() -> bool {
    let container = get(&navigator(), "serviceWorker");
    is_file() || container.and_then(|container| get(&container, "controller")).is_ok_and(|worker| worker.is_object())
}

/// Keeps the browser from opening its menu, as long as it is kept.
pub fn without_menu() -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "contextmenu", options, Event::prevent_default)
}

/// Whether what is in an element is larger than it.
#[must_use]
pub fn overflows(element: &Element) -> bool {
    let more = |inner: &str, outer: &str| number(element, inner) > number(element, outer) + 1.0;
    more("scrollHeight", "clientHeight") || more("scrollWidth", "clientWidth")
}

/// Gives an element the first of the values of a CSS property with which what is in it fits; the last one if none does.
pub fn fit(element: &HtmlElement, property: &str, values: &[&str]) {
    for value in values {
        set_style(element, property, value);
        if !overflows(element) {
            break;
        }
    }
}

/// Whether a person is at an element of this CSS selector by the keyboard.
#[must_use]
pub fn is_at(css: &str) -> bool {
    let focused = super::focused();
    focused.is_some_and(|element| is(&element, ":focus-visible") && is(&element, css))
}

/// Talks with other windows of this page: by a channel of the browser's where it reaches them, and from a file, where it does not, from
/// window to window.
pub struct Wire {
    channel: Option<JsValue>,
    /// Windows that this one opened, or was opened by, or that have spoken.
    others: Rc<RefCell<Vec<JsValue>>>,
    _listeners: Vec<EventListener>,
}

impl Wire {
    /// Joins the others of this name; calls back with the text of each message.
    #[must_use]
    pub fn new(name: &str, callback: impl Fn(&str) + 'static) -> Self {
        let callback = Rc::new(callback);
        let channel = make("BroadcastChannel", &[&name.into()]).ok();
        let opener = get(&window(), "opener").ok().filter(JsValue::is_object);
        let others = Rc::new(RefCell::new(opener.into_iter().collect::<Vec<_>>()));
        let mut listeners = Vec::new();
        if let Some(channel) = channel.as_ref().and_then(|channel| channel.dyn_ref::<EventTarget>()) {
            let callback = Rc::clone(&callback);
            listeners.push(EventListener::new(channel, "message", move |event| {
                if let Some(text) = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string()) {
                    callback(&text);
                }
            }));
        }
        let known = Rc::clone(&others);
        listeners.push(EventListener::new(&window(), "message", move |event| {
            let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
            let Some(source) = event.source().map(JsValue::from) else { return };
            if !is_our_origin(&event.origin()) {
                return;
            }
            let is_known = known.borrow().contains(&source);
            // A window that was loaded again does not know which one it had opened. Files have no origin to go by; what is read of
            // them is no more than a number.
            if !is_known {
                known.borrow_mut().push(source);
            }
            if let Some(text) = event.data().as_string() {
                callback(&text);
            }
        }));
        Self { channel, others, _listeners: listeners }
    }

    /// Tells all others.
    pub fn send(&self, text: &str) {
        if let Some(channel) = &self.channel {
            _ = call(channel, "postMessage", &[&text.into()]);
        }
        if is_file() {
            self.others.borrow_mut().retain(|other| !is_closed(other));
            for other in &*self.others.borrow() {
                _ = call(other, "postMessage", &[&text.into(), &"*".into()]);
            }
        }
    }

    /// Opens another window, or shows the one of that name which is open. Says whether there is one.
    pub fn open(&self, url: &str, name: &str) -> bool {
        const LOOKS: &str = "popup,width=1280,height=800";
        let opened = call(&window(), "open", &[&url.into(), &name.into(), &LOOKS.into()]);
        let Ok(opened) = opened else { return false };
        if opened.is_object() {
            self.others.borrow_mut().push(opened);
            return true;
        }
        false
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            _ = call(channel, "close", &[]);
        }
    }
}

fn is_closed(other: &JsValue) -> bool {
    get(other, "closed").is_ok_and(|closed| closed.is_truthy())
}

/// Whether the page is a file, without a server.
#[must_use]
pub fn is_file() -> bool {
    window().location().protocol().is_ok_and(|protocol| protocol == "file:")
}

fn is_our_origin(origin: &str) -> bool {
    is_file() && matches!(origin, "null" | "file://") || window().location().origin().is_ok_and(|own| own == origin)
}

/// The element, if it is one of HTML.
#[must_use]
pub fn as_html(element: Element) -> Option<HtmlElement> {
    element.dyn_into().ok()
}

/// Writes a text into the element of this id, which has nothing else in it.
pub fn write(id: &str, text: &str) {
    if let Some(element) = super::element(id).filter(|element| element.text_content().as_deref() != Some(text)) {
        element.set_text_content(Some(text));
    }
}

/// The address of a file that lies beside the app.
#[must_use]
pub fn beside(path: &str) -> String {
    super::base() + path
}

/// Where others can open the app, without query: where it stands, unless that is a file or this machine alone; else where the page
/// says that it belongs.
#[must_use]
pub fn public_address() -> Option<String> {
    let host = window().location().hostname().unwrap_or_default();
    let is_here = matches!(host.as_str(), "localhost" | "127.0.0.1" | "[::1]");
    let canonical = super::find("link[rel=canonical]").and_then(|link| link.get_attribute("href"));
    let own = Some(super::address()).filter(|address| address.starts_with("http"));
    let canonical = canonical.filter(|address| address.starts_with("http"));
    if is_here { canonical.or(own) } else { own.or(canonical) }
}
