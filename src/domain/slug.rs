//! Identifiers that fit into a file, an address and a file name alike.

use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;

/// A record's identifier: lower-case ASCII letters and digits in groups joined by single hyphens,
/// such as `skarzysko-kamienna`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Box<str>);

/// Why a text is no [`Slug`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an id is made of a-z, 0-9 and single hyphens between them")]
pub struct SlugError;

impl Slug {
    /// The identifier as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = SlugError;

    fn from_str(text: &str) -> Result<Self, SlugError> {
        let is_group =
            |group: &str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        if text.split('-').all(is_group) { Ok(Self(text.into())) } else { Err(SlugError) }
    }
}

// So that a table can be asked for an id that is no more than text.
impl Borrow<str> for Slug {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_groups_of_letters_and_digits_joined_by_hyphens() {
        for good in ["a", "2016", "skarzysko-kamienna", "rzeszow-2017-03"] {
            assert!(good.parse::<Slug>().is_ok(), "{good}");
        }
        for bad in ["", "-", "a-", "-a", "a--b", "Łódź", "A", "a b", "a/b", "<b>"] {
            assert_eq!(bad.parse::<Slug>(), Err(SlugError), "{bad}");
        }
    }
}
