//! The browser engines.

/// An engine, with a browser that has it and the program that drives this browser.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Engine {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// `MiniBrowser` of `WebKitGTK`, by `WebKitWebDriver`.
    WebKit,
}

impl Engine {
    /// The engine that the tests below a module are for.
    pub fn of(module: &str) -> Self {
        match module.split("::").nth(1) {
            Some("chromium") => Self::Chromium,
            Some("firefox") => Self::Firefox,
            Some("webkit") => Self::WebKit,
            _ => panic!("{module} is not in the suite of an engine"),
        }
    }

    /// Its name in paths.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }
}
