//! A built app, served, in a browser, for each test.

mod browser;
mod chromium;
mod driver;
mod engine;
mod firefox;
mod footprint;
mod page;
mod server;
mod webkit;
mod wire;

pub use engine::Engine;
pub use page::{Accessible, Page};
pub use server::{Answer, Server};

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::sync::LazyLock;
use std::time::Duration;

use tokio::runtime::Runtime;
use tokio::time::timeout;

/// Hardly a test takes as long; one that does hangs.
const LIMIT: Duration = Duration::from_secs(150);

/// How a test wants its browser and its server.
#[derive(Clone, Copy)]
pub struct Setup {
    /// Width and height of the viewport in CSS px.
    pub size: (u32, u32),
    /// Whether the system has dark colours.
    pub dark: bool,
    /// Whether the system allows motion. Without it the map jumps, so that most tests need not wait for it.
    pub motion: bool,
    /// The system's time zone, if not this machine's.
    pub time_zone: Option<&'static str>,
    /// The folder that the app is served from, between slashes.
    pub folder: &'static str,
    /// Whether errors in the browser's console belong to the test. Otherwise there must be none.
    pub may_log_errors: bool,
    /// How long it may take.
    pub limit: Duration,
}

/// Every host city of the campaign by name, in the order of their code points, which here is that of the alphabet.
pub const HOST_CITIES: [&str; 11] = [
    "Kraków",
    "Kutno",
    "Lublin",
    "Poznań",
    "Rzeszów",
    "Sandomierz",
    "Skarżysko-Kamienna",
    "Starachowice",
    "Tarnów",
    "Wałbrzych",
    "Wrocław",
];

/// A laptop's window.
pub const DESKTOP: Setup = Setup {
    size: (1280, 800),
    dark: false,
    motion: false,
    time_zone: None,
    folder: "/",
    may_log_errors: false,
    limit: LIMIT,
};

/// A phone held upright.
pub const PHONE: Setup = Setup { size: (360, 740), ..DESKTOP };

/// A phone held on its side.
pub const PHONE_ON_ITS_SIDE: Setup = Setup { size: (740, 360), ..DESKTOP };

/// A laptop, where something is broken on purpose.
pub const BROKEN: Setup = Setup { may_log_errors: true, ..DESKTOP };

/// How long a browser may take to end, and for what is kept of a failed test.
const PATIENCE: Duration = Duration::from_secs(30);

/// What browsers are talked to with. It outlives every test, as they do.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("a runtime"));

/// Runs a test in a browser with this engine, as good as new. When the test fails, a picture of the page and what the console
/// says are kept, and the browser is ended. Only if it was [the browser's fault](Page::is_the_browsers_fault), it is tried once
/// more.
#[expect(clippy::needless_pass_by_value, reason = "a closure, written where it is handed in")]
pub fn browse(engine: Engine, setup: Setup, test: impl AsyncFn(&Page)) {
    for is_last in [false, true] {
        let page = RUNTIME
            .block_on(async { Page::new(Server::start(&dist(), setup.folder).into(), engine, setup, None).await });
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            RUNTIME.block_on(async {
                let limit = setup.limit;
                timeout(limit, test(&page)).await.unwrap_or_else(|_| panic!("not done after {limit:?}"));
                if !setup.may_log_errors {
                    let errors = page.console_errors().await;
                    assert!(errors.is_empty(), "the console shows errors:\n{}", errors.join("\n"));
                }
            });
        }));
        // A browser that no longer answers must not keep the others waiting.
        let is_the_browsers = outcome.is_err() && RUNTIME.block_on(page.is_the_browsers_fault());
        if outcome.is_err() {
            _ = RUNTIME.block_on(async { timeout(PATIENCE, page.keep_evidence(&test_name())).await });
        }
        if RUNTIME.block_on(async { timeout(PATIENCE, page.close(outcome.is_ok())).await }).is_err() {
            eprintln!("{engine:?} does not end");
        }
        match outcome {
            Ok(()) => return,
            Err(_) if is_the_browsers && !is_last => eprintln!("{engine:?} itself has failed: once more"),
            Err(panic) => resume_unwind(panic),
        }
    }
}

/// The name of the running test, fit for a file.
fn test_name() -> String {
    std::thread::current().name().unwrap_or("a test").replace("::", "-")
}

/// The folder of the built app: `DIST`, relative to the repository.
pub fn dist() -> PathBuf {
    root().join(std::env::var_os("DIST").unwrap_or_else(|| "dist".into()))
}

/// A folder for what the tests leave behind.
pub fn target(name: &str) -> PathBuf {
    let folder = root().join("target").join(name);
    std::fs::create_dir_all(&folder).expect("a folder under target/");
    folder
}

fn root() -> PathBuf {
    env!("CARGO_MANIFEST_DIR").into()
}
