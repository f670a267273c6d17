//! The program that drives the browser.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

/// chromedriver on a free port, ended when it is dropped.
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts one. Two that start at the same moment may be after the same free port: the loser ends, and is
    /// started again.
    pub fn start() -> Self {
        const TRIES: usize = 5;
        let started = (0..TRIES).find_map(|_| Self::try_to_start());
        started.unwrap_or_else(|| panic!("chromedriver ended {TRIES} times before it named its port"))
    }

    fn try_to_start() -> Option<Self> {
        let program = std::env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".into());
        let mut process = Command::new(&program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{program} does not start: {error}; 'make test' installs it"));
        let mut lines = BufReader::new(process.stdout.take().expect("its output")).lines();
        let port = loop {
            let Some(line) = lines.next() else {
                _ = process.wait();
                return None;
            };
            let line = line.expect("its output is text");
            if let Some((_, port)) = line.split_once("started successfully on port ") {
                break port.trim_end_matches('.').parse().expect("the number of a port");
            }
        };
        // What else it says is read, so that it never waits for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        Some(Self { process, port })
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        _ = self.process.kill();
        _ = self.process.wait();
    }
}

/// A headless Chromium that talks to nobody but the page's server and keeps nothing.
pub fn capabilities(log_requests: bool) -> serde_json::Map<String, Value> {
    let mut options = json!({
        "args": [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-default-apps", "--disable-extensions", "--force-color-profile=srgb", "--hide-scrollbars",
        ],
    });
    if let Ok(chromium) = std::env::var("CHROMIUM") {
        options["binary"] = chromium.into();
    }
    let capabilities = json!({
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL", "performance": if log_requests { "ALL" } else { "OFF" } },
    });
    let Value::Object(capabilities) = capabilities else { unreachable!("written as an object") };
    capabilities
}
