//! What lies around the campaign: seas, countries, cities, named for orientation.

use super::{CountryCode, Lang, Localized, Place};

/// A sea, country or city that belongs to the Earth and not to the campaign.
#[derive(Clone, Debug, PartialEq)]
pub struct Landmark {
    /// What it is called.
    pub name: LandmarkName,
    /// What it is, and where.
    pub site: Site,
}

/// What a landmark is called.
#[derive(Clone, Debug, PartialEq)]
pub enum LandmarkName {
    /// As the country of this code is called in any language.
    Country(CountryCode),
    /// As here.
    Given(Localized),
}

impl LandmarkName {
    /// The name in a language; `country_name` knows those of countries.
    #[must_use]
    pub fn get(&self, lang: Lang, country_name: fn(Lang, CountryCode) -> String) -> String {
        match self {
            Self::Given(name) => name.get(lang).to_owned(),
            &Self::Country(code) => country_name(lang, code),
        }
    }
}

/// What a landmark is, and where it lies.
#[derive(Clone, Debug, PartialEq)]
pub enum Site {
    /// A sea: where a name would lie within it, the longest row first.
    Sea(Vec<Row>),
    /// The same for a country.
    Country(Vec<Row>),
    /// A city.
    City {
        /// Where it lies.
        place: Place,
        /// 1 for a capital, 2 for a large city, 3 for the others.
        rank: u8,
    },
}

/// A part of a parallel that lies within something, with as much room above and below as letters need.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// Its latitude in degrees.
    pub lat: f64,
    /// Its western end, longitude in degrees.
    pub west: f64,
    /// Its eastern end, longitude in degrees.
    pub east: f64,
}
