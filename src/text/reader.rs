//! Whom the interface speaks to: the catalog, and the language in which it is told.

use std::cmp::Ordering;

use crate::domain::{Catalog, CountryCode, Landmark, Lang, Localized, Meeting, Period, View};

use super::{MoreWords, Words, date, join, typeset, years};

/// The name of the campaign in a language.
#[must_use]
pub fn campaign(catalog: &Catalog, lang: Lang) -> &str {
    catalog.title().map_or(Words::of(lang).untitled, |title| title.get(lang))
}

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

impl<'a> Reader<'a> {
    /// The name of the campaign.
    #[must_use]
    pub fn campaign(self) -> &'a str {
        campaign(self.catalog, self.lang)
    }

    /// How many meetings a view has, in how many cities: also where it has none.
    #[must_use]
    pub fn held(self, view: &View) -> String {
        match view.meetings.len() {
            0 => self.words.nothing_here.to_owned(),
            meetings => (self.words.meetings_in_cities)(meetings, view.hosts.len()),
        }
    }

    /// The date of a meeting, and what of it is not known: the day, where so, and whether it is sure.
    #[must_use]
    pub fn known_date(self, meeting: &Meeting, is_day_unknown: bool) -> String {
        let day = if is_day_unknown { self.words.day_unknown } else { "" };
        // An uncertain date says so in its own words already.
        let is_unsaid = meeting.is_date_doubtful() && !meeting.when.is_uncertain();
        let doubt = if is_unsaid { self.words.date_uncertain } else { "" };
        join(", ", [date(self.words, meeting.when), day.to_owned(), doubt.to_owned()])
    }

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
        landmark.name.get(self.lang, self.country_name)
    }
}

/// A reader of a catalog for tests: countries by their codes, names in the order of their code points.
#[cfg(test)]
pub(crate) fn sample(catalog: &Catalog, lang: Lang) -> Reader<'_> {
    let country_name = |_: Lang, code: CountryCode| code.as_str().to_owned();
    let compare = |_: Lang, a: &str, b: &str| a.cmp(b);
    Reader { catalog, lang, words: Words::of(lang), country_name, compare }
}
