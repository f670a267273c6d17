//! Whom the interface speaks to: the catalog, and the language in which it is told.

use std::cmp::Ordering;

use crate::domain::{Catalog, CountryCode, Landmark, LandmarkName, Lang, Localized, Period};

use super::{MoreWords, Words, typeset, years};

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
    /// A text of the data, set for the screen.
    #[must_use]
    pub fn text(self, text: &Localized) -> String {
        typeset(self.lang, text.get(self.lang)).into_owned()
    }

    /// The same for a text that may be absent; then it is empty.
    #[must_use]
    pub fn text_if(self, text: Option<&Localized>) -> String {
        text.map(|text| self.text(text)).unwrap_or_default()
    }

    /// The years of a period: "2016", or "2014–2016". Absent where nothing has a date.
    #[must_use]
    pub fn years(self, period: Period) -> Option<String> {
        let all = self.catalog.years()?;
        let (first, last) = period.span(&all);
        Some(years(first, last))
    }

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
