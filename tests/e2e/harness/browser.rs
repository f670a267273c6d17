//! Browsers, which go from test to test: to start one takes longer than most tests.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;

use super::driver::Driver;
use super::engine::Engine;
use super::{Setup, chromium, firefox, webkit};

/// A browser after so many tests is not one that a reader has.
const MOST_TESTS: usize = 20;

/// The browsers that no test has at the moment.
static IDLE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

/// What cannot be changed once a browser runs.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Kind {
    engine: Engine,
    time_zone: Option<&'static str>,
}

impl Kind {
    /// Whether a browser may go from test to test. `WebKitGTK` starts quickly, keeps its colours as long as it runs, and hangs
    /// now and then when windows come and go.
    fn is_shared(self) -> bool {
        self.engine != Engine::WebKit
    }
}

/// A browser with the program that drives it.
pub struct Browser {
    pub client: Client,
    kind: Kind,
    tests: usize,
    // After the client, which talks to it.
    _driver: Driver,
}

impl Browser {
    /// One for this test alone, as good as new.
    pub async fn for_test(engine: Engine, setup: Setup) -> Self {
        let kind = Kind { engine, time_zone: setup.time_zone };
        while let Some(mut browser) = take(kind) {
            if browser.renew().await.is_some() {
                browser.tests += 1;
                return browser;
            }
            browser.end().await;
        }
        Self::start(kind, setup).await
    }

    /// One that keeps in a folder what it keeps.
    pub async fn with_profile(engine: Engine, setup: Setup, profile: Option<&Path>) -> Self {
        Self::start_with(Kind { engine, time_zone: setup.time_zone }, setup, profile).await
    }

    async fn start(kind: Kind, setup: Setup) -> Self {
        Self::start_with(kind, setup, None).await
    }

    async fn start_with(kind: Kind, setup: Setup, profile: Option<&Path>) -> Self {
        let driver = Driver::start(kind.engine, setup);
        let capabilities = match kind.engine {
            Engine::Chromium => chromium::capabilities(profile),
            Engine::Firefox => firefox::capabilities(setup, profile),
            Engine::WebKit => webkit::capabilities(),
        };
        let Value::Object(capabilities) = capabilities else { unreachable!("written as an object") };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&driver.url())
            .await
            .unwrap_or_else(|error| panic!("{:?} does not start: {error}", kind.engine));
        Self { client, kind, tests: 1, _driver: driver }
    }

    /// Leaves all windows for a new one, without a past. What a page has stored is of no concern: that belongs to its
    /// origin, and each test has a server on a port of its own.
    async fn renew(&self) -> Option<()> {
        let old = self.client.windows().await.ok()?;
        let new = self.client.new_window(true).await.ok()?.handle;
        for window in old {
            self.client.switch_to_window(window).await.ok()?;
            self.client.close_window().await.ok()?;
        }
        self.client.switch_to_window(new).await.ok()?;
        if self.kind.engine == Engine::Chromium {
            chromium::bring_to_front(&self.client).await;
            chromium::console_errors(&self.client).await;
        }
        Some(())
    }

    /// After a test that has passed: the next one may have it.
    pub async fn hand_on(self) {
        if self.tests >= MOST_TESTS || !self.kind.is_shared() {
            return self.end().await;
        }
        // Of an engine whose tests are done there may be some left.
        let of_others = {
            let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
            let others = idle.extract_if(.., |other| other.kind != self.kind).collect::<Vec<_>>();
            idle.push(self);
            others
        };
        for other in of_others {
            other.end().await;
        }
    }

    /// Ends browser and driver.
    pub async fn end(self) {
        // A browser that has crashed cannot be closed; the driver ends with what it started.
        _ = self.client.close().await;
    }
}

fn take(kind: Kind) -> Option<Browser> {
    let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
    let place = idle.iter().position(|browser| browser.kind == kind)?;
    Some(idle.swap_remove(place))
}
