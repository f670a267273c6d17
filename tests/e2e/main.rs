//! The built app in real browsers, end to end. Each test has a server of its own and a browser as good as new, and is there
//! once for each engine: `chromium::slider::...`, `firefox::slider::...`, `webkit::slider::...`.
//!
//! `make test` builds the app and provides browsers, drivers and axe-core, by the variables that `scripts/browser.sh`
//! lists, `DIST` and `AXE_JS`. Pictures of the app are left in `target/screenshots`, those of failed tests in
//! `target/e2e-failures`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]
#![allow(clippy::duplicate_mod, reason = "the same tests for each engine")]

mod bench;
mod harness;

/// Tests that ask of a driver what not every driver can do are no `#[test]`s but stand in a list,
/// `needs! { touch: a_tap_chooses_a_year }`. In an engine whose driver cannot, they are ignored, and the reason is
/// printed and counted.
macro_rules! run {
    ($need:ident: $($test:ident),+ $(,)?) => { mod $need { $( #[test] fn $test() { super::$test(); } )+ } };
}

macro_rules! ignore {
    ($need:ident: $($test:ident),+ $(,)?; $reason:literal) => {
        mod $need { $( #[test] #[ignore = $reason] fn $test() { super::$test(); } )+ }
    };
}

macro_rules! needs {
    ($need:ident: $($test:tt)+) => { run! { $need: $($test)+ } };
}

#[path = "suite.rs"]
mod chromium;

macro_rules! needs {
    (devtools: $($test:tt)+) => { ignore! { devtools: $($test)+; "Firefox has no DevTools" } };
    ($need:ident: $($test:tt)+) => { run! { $need: $($test)+ } };
}

#[path = "suite.rs"]
mod firefox;

macro_rules! needs {
    (devtools: $($test:tt)+) => { ignore! { devtools: $($test)+; "WebKit has no DevTools" } };
    (touch: $($test:tt)+) => { ignore! { touch: $($test)+; "WebKitGTK's driver has no finger, only a mouse" } };
    (profiles: $($test:tt)+) => {
        ignore! { profiles: $($test)+; "WebKitGTK's MiniBrowser keeps nothing when it is driven" }
    };
    (preferences: $($test:tt)+) => {
        ignore! { preferences: $($test)+; "WebKitGTK asks the system for colours and motion only when it starts" }
    };
    ($need:ident: $($test:tt)+) => { run! { $need: $($test)+ } };
}

#[path = "suite.rs"]
mod webkit;
