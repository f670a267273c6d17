//! Texts and files that leave the page: copied, saved, handed to another app.
//!
//! What is called here is called by its name: a binding for each, as elsewhere, would make the first WebAssembly heavier,
//! though none of this is needed before somebody shares something.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, MessageEvent};

use super::{base, document, element, find, focus, root_attribute, window};

pub(super) type Outcome = Result<JsValue, JsValue>;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Reflect, catch)]
    fn apply(what: &JsValue, object: &JsValue, arguments: &Array) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = Reflect, catch)]
    fn construct(class: &JsValue, arguments: &Array) -> Result<JsValue, JsValue>;
}

pub(super) fn get(object: &JsValue, name: &str) -> Outcome {
    Reflect::get(object, &name.into())
}

fn set(object: &JsValue, name: &str, value: impl Into<JsValue>) {
    _ = Reflect::set(object, &name.into(), &value.into());
}

fn list(items: &[&JsValue]) -> Array {
    items.iter().copied().collect()
}

pub(super) fn call(object: &JsValue, name: &str, arguments: &[&JsValue]) -> Outcome {
    apply(&get(object, name)?, object, &list(arguments))
}

pub(super) fn make(class: &str, arguments: &[&JsValue]) -> Outcome {
    construct(&get(&window(), class)?, &list(arguments))
}

fn object(members: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in members {
        set(&object, name, value);
    }
    object.into()
}

pub(super) async fn awaited(promise: JsValue) -> Outcome {
    JsFuture::from(Promise::resolve(&promise)).await
}

/// Waits for a callback that `start` hands on.
async fn called_back(start: &mut dyn FnMut(JsValue, JsValue) -> Result<(), JsValue>) -> Outcome {
    let promise = Promise::new(&mut |resolve, reject| {
        if let Err(error) = start(resolve.into(), reject.clone().into()) {
            _ = reject.call1(&JsValue::NULL, &error);
        }
    });
    awaited(promise.into()).await
}

/// Waits for so many milliseconds.
async fn pause(ms: f64) -> Outcome {
    called_back(&mut |resolve, _| call(&window(), "setTimeout", &[&resolve, &ms.into()]).map(drop)).await
}

pub(super) fn navigator() -> JsValue {
    get(&window(), "navigator").unwrap_or_default()
}

/// The same for whoever cannot be told that the browser has no clock.
pub async fn wait(ms: f64) {
    _ = pause(ms).await;
}

/// What a form control of this id holds.
#[must_use]
pub fn value_of(id: &str) -> String {
    element(id).and_then(|element| get(&element, "value").ok()?.as_string()).unwrap_or_default()
}

/// Moves the focus to the first element that matches a CSS selector.
pub fn focus_on(selector: &str) {
    if let Some(element) = find(selector).and_then(|element| element.dyn_into().ok()) {
        focus(&element);
    }
}

/// Copies a text; where the browser refuses, selects it in the field of this id, so that a person can.
///
/// # Errors
/// When it was selected only.
pub async fn copy(text: &str, id: &str) -> Result<(), JsValue> {
    let clipboard = get(&navigator(), "clipboard");
    let written = match clipboard.and_then(|clipboard| call(&clipboard, "writeText", &[&text.into()])) {
        Ok(promise) => awaited(promise).await,
        Err(error) => Err(error),
    };
    if written.is_ok() {
        return Ok(());
    }
    let field = element(id).ok_or(JsValue::NULL)?;
    super::focus(&field);
    call(&field, "select", &[])?;
    // The older way, which needs no permission.
    let is_copied = call(&document(), "execCommand", &[&"copy".into()])?.is_truthy();
    if is_copied { Ok(()) } else { Err(JsValue::NULL) }
}

/// Whether the browser can hand an address to another app.
#[must_use]
pub fn can_share() -> bool {
    get(&navigator(), "share").is_ok_and(|share| share.is_truthy())
}

/// Does that, if a person goes on with it.
pub async fn share(title: &str, url: &str) {
    let what = object(&[("title", title.into()), ("url", url.into())]);
    if let Ok(promise) = call(&navigator(), "share", &[&what]) {
        _ = awaited(promise).await;
    }
}

/// Saves a text as a file.
///
/// # Errors
/// When the browser has no way to.
pub fn save_text(name: &str, mime: &str, text: &str) -> Result<(), JsValue> {
    let parts: JsValue = list(&[&text.into()]).into();
    let blob = make("Blob", &[&parts, &object(&[("type", mime.into())])])?;
    save(name, &blob)
}

fn save(name: &str, blob: &JsValue) -> Result<(), JsValue> {
    /// Time enough for a browser to begin with it.
    const KEPT_MS: u32 = 20_000;
    let urls = get(&window(), "URL")?;
    let url = call(&urls, "createObjectURL", &[blob])?;
    let link = document().create_element("a")?;
    link.set_attribute("href", &url.as_string().unwrap_or_default())?;
    link.set_attribute("download", name)?;
    call(&link, "click", &[])?;
    Timeout::new(KEPT_MS, move || _ = call(&urls, "revokeObjectURL", &[&url])).forget();
    Ok(())
}

/// Saves an SVG as a picture of so many pixels for each of its own.
///
/// # Errors
/// When the browser cannot draw one so large.
pub async fn save_png(name: &str, svg: &str, size: (f64, f64), scale: f64) -> Result<(), JsValue> {
    let canvas = Canvas::new((size.0 * scale, size.1 * scale))?;
    canvas.draw(svg).await?;
    let element = &canvas.element;
    let blob =
        called_back(&mut |resolve, _| call(element, "toBlob", &[&resolve, &"image/png".into()]).map(drop)).await?;
    if blob.is_falsy() {
        return Err(blob);
    }
    save(name, &blob)
}

/// A format of films.
#[derive(Clone, Copy)]
pub struct Film {
    /// Its name.
    pub name: &'static str,
    /// The end of a file's name.
    pub extension: &'static str,
    mime: &'static str,
}

/// In the order in which they are wanted; Safari knows the second alone.
const FILMS: [Film; 2] = [
    Film { name: "WebM", extension: "webm", mime: "video/webm" },
    Film { name: "MP4", extension: "mp4", mime: "video/mp4" },
];

/// The first format in which the browser can make films.
#[must_use]
pub fn film() -> Option<Film> {
    let recorder = get(&window(), "MediaRecorder");
    let has_canvas = Canvas::new((1.0, 1.0))
        .is_ok_and(|canvas| get(&canvas.element, "captureStream").is_ok_and(|capture| capture.is_truthy()));
    let recorder = recorder.ok().filter(|_| has_canvas)?;
    let knows =
        |film: &Film| call(&recorder, "isTypeSupported", &[&film.mime.into()]).is_ok_and(|knows| knows.is_truthy());
    FILMS.into_iter().find(knows)
}

/// Saves a film of `count` pictures, each an SVG shown for a while; says before each which one it is.
///
/// # Errors
/// When the browser cannot.
pub async fn save_film(
    name: &str,
    film: Film,
    size: (f64, f64),
    count: usize,
    picture: impl Fn(usize) -> String,
    tell: impl Fn(usize),
) -> Result<(), JsValue> {
    /// A recorder takes a picture only when the canvas is drawn on.
    const TICK_MS: f64 = 100.0;
    const TICKS: usize = 14;
    let canvas = Canvas::new(size)?;
    // Made pixels once: an SVG is rasterised anew each time it is drawn, which leaves the recorder no time.
    let pixels = Canvas::new(size)?;
    let stream = call(&canvas.element, "captureStream", &[&JsValue::from(10)])?;
    let options = object(&[("mimeType", film.mime.into()), ("videoBitsPerSecond", JsValue::from(6_000_000))]);
    let recorder = make("MediaRecorder", &[&stream, &options])?;
    for index in 0..count {
        tell(index);
        pixels.draw(&picture(index)).await?;
        if index == 0 {
            canvas.put(&pixels.element)?;
            call(&recorder, "start", &[])?;
        }
        for _ in 0..TICKS {
            canvas.put(&pixels.element)?;
            pause(TICK_MS).await?;
        }
    }
    let piece = called_back(&mut |resolve, reject| {
        set(&recorder, "ondataavailable", resolve);
        set(&recorder, "onerror", reject);
        call(&recorder, "stop", &[]).map(drop)
    })
    .await?;
    let pieces: JsValue = list(&[&get(&piece, "data")?]).into();
    let film = make("Blob", &[&pieces, &object(&[("type", film.mime.into())])])?;
    save(name, &film)
}

/// Something to draw on.
struct Canvas {
    element: JsValue,
    size: (f64, f64),
}

impl Canvas {
    fn new(size: (f64, f64)) -> Result<Self, JsValue> {
        let element: JsValue = document().create_element("canvas")?.into();
        set(&element, "width", size.0);
        set(&element, "height", size.1);
        Ok(Self { element, size })
    }

    /// An SVG, ready to be drawn.
    async fn image(svg: &str) -> Outcome {
        let text = call(&window(), "encodeURIComponent", &[&svg.into()])?.as_string().unwrap_or_default();
        let image = document().create_element("img")?;
        called_back(&mut |resolve, reject| {
            set(&image, "onload", resolve);
            set(&image, "onerror", reject);
            image.set_attribute("src", &["data:image/svg+xml;charset=utf-8,", &text].concat())
        })
        .await?;
        Ok(image.into())
    }

    fn put(&self, image: &JsValue) -> Result<(), JsValue> {
        let context = call(&self.element, "getContext", &[&"2d".into()])?;
        let (width, height) = (self.size.0.into(), self.size.1.into());
        let zero = JsValue::from(0);
        call(&context, "drawImage", &[image, &zero, &zero, &width, &height]).map(drop)
    }

    async fn draw(&self, svg: &str) -> Result<(), JsValue> {
        self.put(&Self::image(svg).await?)
    }
}

/// The root of the site, with a slash at its end, where the pages that stand without scripts are below it.
#[must_use]
pub fn site() -> Option<String> {
    root_attribute("data-pages").map(|_| base())
}

/// Where the app stands as it was when it was last frozen (`make freeze`), if it was.
#[must_use]
pub fn frozen() -> Option<String> {
    let folder = root_attribute("data-frozen")?;
    Some([base(), folder].concat())
}

/// Calls with the height in px that the frame `css` of this page asks for, for as long as the page lives: between 100 and 5000, as
/// `embed.js` has it.
pub fn on_frame_height(css: &'static str, callback: impl Fn(u16) + 'static) {
    EventListener::new(&window(), "message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        let of_frame = |frame: Element| get(&frame, "contentWindow").ok();
        if event.source().map(JsValue::from) != find(css).and_then(of_frame) {
            return;
        }
        let data = event.data();
        let member = |name: &str| get(&data, name).unwrap_or_default();
        let is_height = member("pracownia") == 1 && member("event") == "height";
        if let Some(height) = member("height").as_f64().filter(|_| is_height) {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a height of so many px")]
            callback(height.round().clamp(100.0, 5000.0) as u16);
        }
    })
    .forget();
}

/// Calls back when a newer version of the app is there, and when it is to be offered no more, for as long as the page lives:
/// `public/offline.js` tells.
pub fn on_newer(callback: impl Fn(bool) + 'static) {
    EventListener::new(&window(), "app-newer", move |event| {
        callback(get(event, "detail").is_ok_and(|is_there| is_there.is_truthy()));
    })
    .forget();
}

/// The day that it is for the reader: year, month and day of the month.
#[must_use]
pub fn today() -> Option<(i32, u8, u8)> {
    let now = make("Date", &[]).ok()?;
    let part = |name: &str| call(&now, name, &[]).ok()?.as_f64();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "parts of a date")]
    let (year, month, day) = (part("getFullYear")? as i32, part("getMonth")? as u8 + 1, part("getDate")? as u8);
    Some((year, month, day))
}
