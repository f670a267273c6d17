//! The page as a test sees it.

use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, TouchActions};
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::driver::{Driver, capabilities};
use super::server::Server;
use super::wire::Extra;
use super::{Setup, target};

/// How long something may take to come true. Generous: the machine may be busy.
const PATIENCE: Duration = Duration::from_secs(15);
const POLL: Duration = Duration::from_millis(15);

/// Runs before every script of the page: keeps what cannot be asked for later.
const WITNESS: &str = "
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) =>
        violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
    addEventListener('TrunkApplicationStarted', (event) => { window.wasmMemory = Object.values(event.detail.wasm).find((part) => part instanceof WebAssembly.Memory); });
";

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
#[derive(Debug)]
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
    pub server: Server,
    client: Client,
    _driver: Driver,
}

impl Page {
    pub(super) async fn new(server: Server, driver: Driver, setup: Setup) -> Self {
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities(setup.log_requests))
            .connect(&driver.url())
            .await
            .expect("a browser starts");
        let page = Self { server, client, _driver: driver };
        page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WITNESS })).await;
        page.resize(setup.size).await;
        page.prefer(setup.dark, setup.motion).await;
        page
    }

    pub(super) async fn close(self) {
        // A browser that has crashed cannot be closed; the driver ends with what it started.
        _ = self.client.close().await;
    }

    // ---- going somewhere ---------------------------------------------------------------------------

    /// Opens the app with a query string, and waits until it is complete.
    pub async fn open(&self, query: &str) {
        self.open_raw(query).await;
        self.until("the app is ready", "return document.documentElement.dataset.app === 'ready'").await;
        self.calm().await;
    }

    /// Opens the app, whatever comes of it.
    pub async fn open_raw(&self, query: &str) {
        self.client.goto(&format!("{}{query}", self.server.url())).await.expect("the browser goes there");
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
    pub async fn resize(&self, (width, height): (u32, u32)) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// Sets what the system says of colours and motion.
    pub async fn prefer(&self, dark: bool, motion: bool) {
        let features = json!([
            { "name": "prefers-color-scheme", "value": if dark { "dark" } else { "light" } },
            { "name": "prefers-reduced-motion", "value": if motion { "no-preference" } else { "reduce" } },
        ]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// Writes a picture of the viewport to `target/FOLDER/NAME.png`.
    pub async fn photograph(&self, folder: &str, name: &str) {
        let picture = self.client.screenshot().await.expect("a picture");
        std::fs::write(target(folder).join(format!("{name}.png")), picture).expect("the picture is kept");
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
        let start = Instant::now();
        loop {
            // A page that is going elsewhere cannot answer; the next one will.
            let answer = self.try_run::<bool>(body).await;
            if answer == Ok(true) {
                return;
            }
            assert!(start.elapsed() < PATIENCE, "waited for {PATIENCE:?} in vain until {what}: {answer:?}");
            tokio::time::sleep(POLL).await;
        }
    }

    /// Waits until an expression has a value; says what it had instead.
    pub async fn expect(&self, expression: &str, expected: impl Into<Value>) {
        let (expected, start) = (expected.into(), Instant::now());
        loop {
            let found = self.try_run::<Value>(&format!("return {expression}")).await;
            if found.as_ref() == Ok(&expected) {
                return;
            }
            assert!(
                start.elapsed() < PATIENCE,
                "{expression}\n  expected: {expected}\n  found:    {}",
                found.map_or_else(|error| error, |found| found.to_string())
            );
            tokio::time::sleep(POLL).await;
        }
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
        let tree = self.devtools("Accessibility.getFullAXTree", json!({})).await;
        let nodes = tree["nodes"].as_array().expect("a list of nodes");
        let find = |id: &Value| nodes.iter().find(|node| &node["nodeId"] == id);
        let is_ignored = |node: &Value| node["ignored"] == json!(true);
        let role = |node: &Value| node["role"]["value"].as_str().unwrap_or_default().to_owned();
        let items = |node: &Value| {
            let mut found = 0;
            let mut open: Vec<&Value> = vec![node];
            while let Some(node) = open.pop() {
                for child in node["childIds"].as_array().into_iter().flatten().filter_map(find) {
                    match role(child).as_str() {
                        // What the tree leaves out stands as if it were not there.
                        _ if is_ignored(child) => open.push(child),
                        "listitem" => found += 1,
                        _ => {}
                    }
                }
            }
            found
        };
        let seen = nodes.iter().filter(|node| !is_ignored(node));
        seen.map(|node| Accessible {
            role: role(node),
            name: node["name"]["value"].as_str().unwrap_or_default().to_owned(),
            items: items(node),
        })
        .collect()
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

    /// Touches a point of the viewport with a finger.
    pub async fn tap(&self, (x, y): (f64, f64)) {
        let finger = TouchActions::new("finger".into())
            .then(PointerAction::MoveTo { duration: None, x, y })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.client.perform_actions(finger).await.expect("the finger touches");
    }

    /// Presses a key where the focus is.
    pub async fn press(&self, key: Key) {
        let focused = self.client.active_element().await.expect("something has the focus");
        focused.send_keys(&key.to_string()).await.expect("the key is pressed");
    }

    /// Types a text where the focus is.
    pub async fn type_text(&self, text: &str) {
        let focused = self.client.active_element().await.expect("something has the focus");
        focused.send_keys(text).await.expect("the text is typed");
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

    /// Runs a command of the Chrome `DevTools` Protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        let command = Extra::devtools(command, &parameters);
        self.client.issue_cmd(command).await.expect("the browser understands the command")
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

    /// The errors in the console since this was last asked.
    pub async fn console_errors(&self) -> Vec<String> {
        let log = self.client.issue_cmd(Extra::log("browser")).await.expect("a log");
        let entries = log.as_array().into_iter().flatten();
        let errors = entries.filter(|entry| entry["level"] == "SEVERE");
        errors.map(|entry| entry["message"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// The address of every request since this was last asked, whether it left the browser or not. The setup must
    /// have asked for the log.
    pub async fn requests(&self) -> Vec<String> {
        let log = self.client.issue_cmd(Extra::log("performance")).await.expect("a log");
        let entries = log.as_array().into_iter().flatten().filter_map(|entry| entry["message"].as_str());
        let events = entries.filter_map(|message| serde_json::from_str::<Value>(message).ok());
        let requests = events.filter(|event| event["message"]["method"] == "Network.requestWillBeSent");
        requests.filter_map(|event| Some(event["message"]["params"]["request"]["url"].as_str()?.to_owned())).collect()
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
