//! The built app in a real browser, end to end. Each test has a server, a driver and a browser of its own.
//!
//! `make test` builds the app and provides browser, driver and axe-core: `DIST`, `CHROMIUM`, `CHROMEDRIVER`, `AXE_JS`.
//! Pictures of the app are left in `target/screenshots`, those of failed tests in `target/e2e-failures`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod accessibility;
mod address;
mod bench;
mod campaign;
mod economy;
mod harness;
mod lists;
mod looks;
mod map_keyboard;
mod privacy;
mod selection;
mod slider;
mod timeline;
mod trouble;
