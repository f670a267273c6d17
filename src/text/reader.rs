//! Whom the interface speaks to: the catalog, and the language in which it is told.

use std::cmp::Ordering;

use crate::domain::{Catalog, CountryCode, Landmark, LandmarkName, Lang};

use super::{MoreWords, Words};

/// The catalog, told in one language.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// What is told.
    pub catalog: &'a Catalog,
    /// In which language.
    pub lang: Lang,
    /// The words of that language.
    pub words: &'static Words,
    /// The name of a country in that language: the browser knows them all.
    pub country_name: fn(Lang, CountryCode) -> String,
    /// The order of two names in that language: the browser knows its alphabet.
    pub compare: fn(Lang, &str, &str) -> Ordering,
}

impl Reader<'_> {
    /// The words of what the first view does without. Only that may call this, or they would come with the first view.
    #[must_use]
    pub fn more_words(self) -> &'static MoreWords {
        MoreWords::of(self.lang)
    }

    /// What something on the base map is called.
    #[must_use]
    pub fn landmark(self, landmark: &Landmark) -> String {
        match &landmark.name {
            LandmarkName::Given(name) => name.get(self.lang).to_owned(),
            &LandmarkName::Country(code) => (self.country_name)(self.lang, code),
        }
    }
}
