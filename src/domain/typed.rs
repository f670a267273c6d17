//! A year that is typed digit by digit.

use std::ops::RangeInclusive;

/// Digits that may become a year.
///
/// No time limit decides where a year begins: of what was typed only so much is kept as some year begins with, so a year
/// is understood whatever was typed before it, at any pace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedYear(String);

impl TypedYear {
    /// Takes a digit; gives the year, one of `years`, that is complete with it. What is no digit ends what was begun.
    pub fn push(&mut self, digit: char, years: &RangeInclusive<i32>) -> Option<i32> {
        self.0.push(digit);
        while !self.0.is_empty() && !years.clone().any(|year| year.to_string().starts_with(&self.0)) {
            self.0.remove(0);
        }
        let complete = years.clone().find(|year| year.to_string() == self.0)?;
        self.0.clear();
        Some(complete)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The years that are understood while all of this is typed.
    fn typed(keys: &str) -> Vec<i32> {
        let mut typed = TypedYear::default();
        keys.chars().filter_map(|key| typed.push(key, &(2014..=2017))).collect()
    }

    #[test]
    fn a_year_is_understood_with_its_last_digit() {
        assert_eq!(typed("201"), [0; 0]);
        assert_eq!(typed("2016"), [2016]);
        assert_eq!(typed("20162014"), [2016, 2014]);
    }

    #[test]
    fn what_was_typed_before_is_no_hindrance() {
        assert_eq!(typed("22016"), [2016]);
        assert_eq!(typed("202016"), [2016]);
        assert_eq!(typed("19992015"), [2015]);
        assert_eq!(typed("20-17"), [0; 0]);
        assert_eq!(typed("x2017"), [2017]);
    }

    #[test]
    fn a_year_that_is_not_there_is_none() {
        assert_eq!(typed("2018"), [0; 0]);
        assert_eq!(typed("0000"), [0; 0]);
    }
}
