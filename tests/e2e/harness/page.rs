//! The page as a test sees it.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use fantoccini::actions::{
    ActionSequence, InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, TouchActions,
    WheelAction, WheelActions,
};
use fantoccini::key::Key;
use fantoccini::wd::WindowHandle;
use fantoccini::{Client, Locator};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::browser::Browser;
use super::engine::Engine;
use super::server::Server;
use super::{Setup, chromium, firefox, target, webkit};

/// How long something may take to come true. Generous: the machine may be busy.
const PATIENCE: Duration = Duration::from_secs(15);
const POLL: Duration = Duration::from_millis(15);

/// What scripts of the tests may call.
const HELPERS: &str = "
    const $ = (css, root = document) => root.querySelector(css);
    const $$ = (css, root = document) => [...root.querySelectorAll(css)];
    const text = (node) => node?.textContent.replace(/[\\u00a0\\s]+/g, ' ').trim() ?? null;
    const texts = (css) => $$(css).map(text);
    const centre = (node) => {
      const { left, top, width, height } = node.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    };
    const marker = (name) => $$('.map-canvas .city').find((city) => text($('.name', city)) === name);
    const choose = (period) => {
      if (period === 'all') return $('.whole-campaign').click();
      const slider = $('.slider');
      slider.value = period;
      for (const kind of ['input', 'change']) slider.dispatchEvent(new Event(kind, { bubbles: true }));
    };
    const frames = async (n) => { while (n-- > 0) await new Promise(requestAnimationFrame); };
";

/// A node of the accessibility tree.
#[derive(Debug, Deserialize)]
pub struct Accessible {
    /// Its role.
    pub role: String,
    /// Its accessible name.
    pub name: String,
    /// How many list items stand directly in it.
    pub items: usize,
}

/// A page in a browser, with the server that it comes from.
pub struct Page {
    /// Where the app comes from.
    pub server: Arc<Server>,
    engine: Engine,
    setup: Setup,
    client: Client,
    browser: Browser,
}

impl Page {
    pub(super) async fn new(server: Arc<Server>, engine: Engine, setup: Setup, profile: Option<&Path>) -> Self {
        let browser = match profile {
            Some(_) => Browser::with_profile(engine, setup, profile).await,
            None => Browser::for_test(engine, setup).await,
        };
        let page = Self { server, engine, setup, client: browser.client.clone(), browser };
        page.resize(setup.size).await;
        page.prefer(setup.dark, setup.motion).await;
        page
    }

    /// Leaves the browser to the next test, unless this one failed: then it may be the browser's fault.
    pub(super) async fn close(self, has_passed: bool) {
        // A worker stays in a browser; the port may one day be another test's.
        if has_passed && !self.server.has_worker() { self.browser.hand_on().await } else { self.browser.end().await }
    }

    /// Another browser that looks at the same server, and keeps in a folder what it keeps. A test that does so needs
    /// `profiles`.
    pub async fn in_another_browser(&self, profile: &Path) -> Self {
        Self::new(Arc::clone(&self.server), self.engine, self.setup, Some(profile)).await
    }

    /// Closes this browser.
    pub async fn quit(self) {
        self.browser.end().await;
    }

    /// The engine that it is in.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Opens a further window and goes on in it.
    pub async fn open_window(&self) -> WindowHandle {
        // A tab in the background of WebKitGTK draws nothing; a window behind another one does.
        let window = self.client.new_window(self.engine != Engine::WebKit).await.expect("a window").handle;
        self.look_at(&window).await;
        window
    }

    /// The window in which scripts run.
    pub async fn window(&self) -> WindowHandle {
        self.client.window().await.expect("a window")
    }

    /// Every window of the browser's.
    pub async fn windows(&self) -> Vec<WindowHandle> {
        self.client.windows().await.expect("windows")
    }

    /// Goes on in a window.
    pub async fn look_at(&self, window: &WindowHandle) {
        self.client.switch_to_window(window.clone()).await.expect("the window is there");
    }

    /// Closes the window, and goes on in another one.
    pub async fn close_window(&self, next: &WindowHandle) {
        self.client.close_window().await.expect("the window closes");
        self.look_at(next).await;
    }

    /// Loads the page again, as a person would: by Firefox' driver it would come past the service worker.
    pub async fn reload(&self) {
        self.run::<()>("setTimeout(() => location.reload()); return null").await;
    }

    // ---- going somewhere ---------------------------------------------------------------------------

    /// Opens the app with a query string, and waits until it is complete, and the map is named or never will be.
    pub async fn open(&self, query: &str) {
        self.open_raw(query).await;
        self.is_ready().await;
        self.until("the map is named", "return !!document.documentElement.dataset.map").await;
        self.calm().await;
    }

    /// Waits until the app is complete.
    pub async fn is_ready(&self) {
        self.until("the app is ready", "return document.documentElement.dataset.app === 'ready'").await;
    }

    /// Opens the app, whatever comes of it.
    pub async fn open_raw(&self, query: &str) {
        self.client.goto(&format!("{}{query}", self.server.url())).await.expect("the browser goes there");
    }

    /// Opens a page of another server.
    pub async fn open_at(&self, url: &str) {
        self.client.goto(url).await.expect("the browser goes there");
    }

    /// From now on scripts run in a frame of the page.
    pub async fn enter(&self, css: &str) {
        let frame = self.client.find(Locator::Css(css)).await.unwrap_or_else(|error| panic!("{css}: {error}"));
        frame.enter_frame().await.unwrap_or_else(|error| panic!("{css} cannot be entered: {error}"));
    }

    /// From now on scripts run in the page again.
    pub async fn leave(&self) {
        self.client.enter_parent_frame().await.expect("a frame is left");
    }

    /// Goes back in the history.
    pub async fn back(&self) {
        self.client.back().await.expect("the browser goes back");
    }

    /// Goes forward in the history.
    pub async fn forward(&self) {
        self.client.forward().await.expect("the browser goes forward");
    }

    // ---- the window --------------------------------------------------------------------------------

    /// Gives the viewport a size in CSS px.
    pub async fn resize(&self, size: (u32, u32)) {
        match self.engine {
            Engine::Chromium => chromium::resize(&self.client, size).await,
            Engine::Firefox => firefox::resize(&self.client, size).await,
            Engine::WebKit => webkit::resize(&self.client, size).await,
        }
        self.until(
            "the viewport has its size",
            &format!("return innerWidth === {} && innerHeight === {}", size.0, size.1),
        )
        .await;
    }

    /// The least width that the app is made for, in CSS px, or the least that this browser's window can have.
    pub fn narrowest(&self) -> u32 {
        if self.engine == Engine::WebKit { 300 } else { 280 }
    }

    /// Changes what the system says of colours and motion. A test that does so needs `preferences`.
    pub async fn prefer(&self, dark: bool, motion: bool) {
        match self.engine {
            Engine::Chromium => chromium::prefer(&self.client, dark, motion).await,
            Engine::Firefox => firefox::prefer(&self.client, dark, motion).await,
            Engine::WebKit => assert_eq!((dark, motion), (self.setup.dark, self.setup.motion), "needs `preferences`"),
        }
    }

    /// Writes a picture of the viewport to `target/FOLDER/ENGINE/NAME.png`.
    pub async fn photograph(&self, folder: &str, name: &str) {
        let picture = self.client.screenshot().await.expect("a picture");
        let folder = target(folder).join(self.engine.name());
        std::fs::create_dir_all(&folder).expect("a folder for pictures");
        std::fs::write(folder.join(format!("{name}.png")), picture).expect("the picture is kept");
    }

    // ---- asking ------------------------------------------------------------------------------------

    /// Runs the body of an async function in the page, and gives what it returns.
    pub async fn run<T: DeserializeOwned>(&self, body: &str) -> T {
        self.try_run(body).await.unwrap_or_else(|error| panic!("{error}\nin the script: {body}"))
    }

    async fn try_run<T: DeserializeOwned>(&self, body: &str) -> Result<T, String> {
        let script = format!("return (async () => {{ {HELPERS} {body} }})()");
        let value = self.client.execute(&script, Vec::new()).await.map_err(|error| error.to_string())?;
        serde_json::from_value(value).map_err(|error| error.to_string())
    }

    /// Waits until a script returns `true`.
    pub async fn until(&self, what: &str, body: &str) {
        // A page that is going elsewhere cannot answer; the next one will.
        patiently(async || match self.try_run::<bool>(body).await {
            Ok(true) => Ok(()),
            answer => Err(format!("waited for {PATIENCE:?} in vain until {what}: {answer:?}")),
        })
        .await;
    }

    /// Waits until an expression has a value; says what it had instead.
    pub async fn expect(&self, expression: &str, expected: impl Into<Value>) {
        let expected = expected.into();
        patiently(async || match self.try_run::<Value>(&format!("return {expression}")).await {
            Ok(found) if found == expected => Ok(()),
            found => Err(format!(
                "{expression}\n  expected: {expected}\n  found:    {}",
                found.map_or_else(|error| error, |found| found.to_string())
            )),
        })
        .await;
    }

    /// Waits until all that was begun has been drawn: for asserting that something did *not* happen.
    pub async fn calm(&self) {
        self.run::<()>("await frames(3); await new Promise((done) => setTimeout(done)); await frames(1); return null")
            .await;
    }

    /// Waits until the query string of the address is this.
    pub async fn expect_query(&self, query: &str) {
        self.expect("location.search", query).await;
    }

    /// What a screen reader meets, but for what has no role.
    pub async fn accessibility_tree(&self) -> Vec<Accessible> {
        match self.engine {
            Engine::Chromium => chromium::accessibility_tree(&self.client).await,
            Engine::Firefox => firefox::accessibility_tree(&self.client).await,
            Engine::WebKit => webkit::accessibility_tree(&self.client).await,
        }
    }

    // ---- acting ------------------------------------------------------------------------------------

    /// Clicks on an element as a person would: it must be in sight and uncovered.
    pub async fn click(&self, css: &str) {
        let element = self.client.find(Locator::Css(css)).await.unwrap_or_else(|error| panic!("{css}: {error}"));
        element.click().await.unwrap_or_else(|error| panic!("{css} cannot be clicked: {error}"));
    }

    /// Moves the mouse to a point of the viewport and clicks there.
    pub async fn click_at(&self, (x, y): (f64, f64)) {
        self.drag(&[(x, y)]).await;
    }

    /// Presses the mouse button at the first point, moves to each of the others and lets go at the last.
    pub async fn drag(&self, points: &[(f64, f64)]) {
        let to = |&(x, y): &(f64, f64), ms| PointerAction::MoveTo { duration: Some(Duration::from_millis(ms)), x, y };
        let mut mouse = MouseActions::new("mouse".into())
            .then(to(&points[0], 0))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
        for point in &points[1..] {
            mouse = mouse.then(to(point, 40));
        }
        let mouse = mouse.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.client.perform_actions(mouse).await.expect("the mouse moves");
    }

    /// Touches a point of the viewport with a finger. A test that does so needs `touch`.
    pub async fn tap(&self, (x, y): (f64, f64)) {
        let finger = TouchActions::new("finger".into())
            .then(PointerAction::MoveTo { duration: None, x, y })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.client.perform_actions(finger).await.expect("the finger touches");
    }

    /// Touches the viewport with a finger for each of the paths and moves all of them at once, with so many milliseconds
    /// from point to point. A finger is lifted at the end of its path. A test that does so needs `touch`.
    pub async fn swipe(&self, paths: &[&[(f64, f64)]], ms: u64) {
        let to = |&(x, y): &(f64, f64), ms| PointerAction::MoveTo { duration: Some(Duration::from_millis(ms)), x, y };
        let finger = |(number, path): (usize, &&[(f64, f64)])| -> ActionSequence {
            let finger = TouchActions::new(format!("finger {number}"))
                .then(to(&path[0], 0))
                .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
            let finger = path[1..].iter().fold(finger, |finger, point| finger.then(to(point, ms)));
            finger.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT }).into()
        };
        let fingers: Vec<ActionSequence> = paths.iter().enumerate().map(finger).collect();
        self.client.perform_actions(fingers).await.expect("the fingers move");
    }

    /// Turns the wheel over a point of the viewport. A test that does so needs `touch`, for as few drivers have it.
    pub async fn wheel(&self, (x, y): (f64, f64), delta: i64) {
        #[expect(clippy::cast_possible_truncation, reason = "a point of the viewport")]
        let (x, y) = (x.round() as i64, y.round() as i64);
        let turn = WheelActions::new("wheel".into()).then(WheelAction::Scroll {
            x,
            y,
            delta_x: 0,
            delta_y: delta,
            duration: None,
        });
        self.client.perform_actions(turn).await.expect("the wheel turns");
    }

    /// Presses a key where the focus is.
    pub async fn press(&self, key: Key) {
        self.strike(char::from(key)).await;
    }

    async fn strike(&self, value: char) {
        let keyboard = KeyActions::new("keyboard".into()).then(KeyAction::Down { value }).then(KeyAction::Up { value });
        self.client.perform_actions(keyboard).await.expect("the key is pressed");
    }

    /// Types a text where the focus is.
    pub async fn type_text(&self, text: &str) {
        for letter in text.chars() {
            self.strike(letter).await;
        }
    }

    /// Moves the mouse to a point of the viewport.
    pub async fn hover(&self, (x, y): (f64, f64)) {
        let to = PointerAction::MoveTo { duration: Some(Duration::from_millis(40)), x, y };
        self.client.perform_actions(MouseActions::new("mouse".into()).then(to)).await.expect("the mouse moves");
    }

    /// Puts the focus on an element.
    pub async fn focus(&self, css: &str) {
        self.run::<()>(&format!("$({}).focus(); return null", json!(css))).await;
    }

    // ---- below the page ----------------------------------------------------------------------------

    /// Runs a command of Chromium's `DevTools` Protocol. A test that does so needs `devtools`.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        assert_eq!(self.engine, Engine::Chromium, "needs `devtools`");
        chromium::devtools(&self.client, command, parameters).await
    }

    /// A number of the browser's own statistics.
    pub async fn metrics(&self) -> impl Fn(&str) -> f64 + use<> {
        let metrics = self.devtools("Performance.getMetrics", json!({})).await;
        move |name| {
            let metrics = metrics["metrics"].as_array().expect("a list");
            let metric = metrics.iter().find(|metric| metric["name"] == name);
            metric.and_then(|metric| metric["value"].as_f64()).unwrap_or_else(|| panic!("no metric {name}"))
        }
    }

    /// The errors of scripts and in the console since this was last asked.
    pub async fn console_errors(&self) -> Vec<String> {
        let mut errors = self.server.take_errors();
        if self.engine == Engine::Chromium {
            errors.extend(chromium::console_errors(&self.client).await);
        }
        errors
    }

    /// Waits until the console, or the page's witness, has told of an error: it takes a moment to reach the server.
    pub async fn expect_console_error(&self, part: &str) {
        let mut errors = Vec::new();
        patiently(async || {
            errors.extend(self.console_errors().await);
            let is_there = errors.iter().any(|error| error.contains(part));
            is_there
                .then_some(())
                .ok_or_else(|| format!("waited for {PATIENCE:?} in vain for an error of {part}: {errors:?}"))
        })
        .await;
    }

    /// Whether the browser was at fault. `WebKitGTK` 2.50 is on some machines: its process for the page ends, or its
    /// WebAssembly computes what it should not. The traps of that differ from time to time, in functions that are given the
    /// same each time, when other programs run beside it; none was seen in the two other engines.
    pub(super) async fn is_the_browsers_fault(&self) -> bool {
        const PATIENCE: Duration = Duration::from_secs(5);
        let is_gone =
            async || matches!(tokio::time::timeout(PATIENCE, self.try_run::<bool>("return true")).await, Ok(Err(_)));
        self.engine == Engine::WebKit && (self.server.has_seen_a_trap() || is_gone().await)
    }

    pub(super) async fn keep_evidence(&self, name: &str) {
        if let Ok(picture) = self.client.screenshot().await {
            let path = target("e2e-failures").join(format!("{name}.png"));
            if std::fs::write(&path, picture).is_ok() {
                eprintln!("the page at that moment: {}", path.display());
            }
        }
        if let Ok(url) = self.client.current_url().await {
            eprintln!("its address: {url}");
        }
        for error in self.console_errors().await {
            eprintln!("its console: {error}");
        }
    }
}

/// Tries until there is no reason left to go on; ends with the last one where that takes too long.
async fn patiently(mut attempt: impl AsyncFnMut() -> Result<(), String>) {
    let start = Instant::now();
    while let Err(reason) = attempt().await {
        assert!(start.elapsed() < PATIENCE, "{reason}");
        tokio::time::sleep(POLL).await;
    }
}
