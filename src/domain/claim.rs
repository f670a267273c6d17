//! How many meetings the sources claim, beside how many are documented.

use super::{Bound, Catalog, Quantity, Total};

/// What a source claims of all meetings up to the end of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The number.
    pub value: u32,
    /// How the source means it.
    pub bound: Bound,
    /// Whether it was counted before the year was over: then there may have been more by its end.
    pub is_early: bool,
}

impl Claim {
    /// The latest claim of a number of meetings that was counted no later than the end of `year`. Absent where none is
    /// dated so early.
    ///
    /// Totals count from the beginning of the campaign to their date, so a claim of "19 by 31 March 2016" says at least
    /// 19 of all that came before the end of that year, and of each year after it. No source counts the meetings of one
    /// year alone, so for such there is no claim to be made from these.
    #[must_use]
    pub fn up_to(catalog: &Catalog, year: i32) -> Option<Self> {
        let dated = |total: &Total| Some((total.as_of?, total.value, total.bound));
        let claims = catalog.all::<Total>().filter(|(_, total)| total.quantity == Quantity::Meetings);
        let claims = claims.filter_map(|(_, total)| dated(total)).filter(|(as_of, ..)| *as_of.years().end() <= year);
        let (as_of, value, bound) = claims.max_by_key(|&(as_of, value, _)| (as_of.days().1, value))?;
        // A total of a year without a day counts to its end.
        let last = as_of.end().unwrap_or(as_of.start());
        let is_to_the_end =
            last.last_year() == year && (last.month().unwrap_or(12), last.day().unwrap_or(31)) == (12, 31);
        Some(Self { value, bound, is_early: !is_to_the_end })
    }

    /// Whether it speaks of more meetings than are documented.
    #[must_use]
    pub fn exceeds(self, documented: usize) -> bool {
        let value = self.value as usize;
        value > documented || (value == documented && self.bound == Bound::MoreThan)
    }

    /// Whether there may have been more than the number.
    #[must_use]
    pub fn is_open(self) -> bool {
        self.is_early || self.bound == Bound::MoreThan
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Builder, Provenance};

    fn claims(totals: &[(u32, Bound, Option<&str>)]) -> impl Fn(i32) -> Option<Claim> {
        let mut builder = Builder::new(None, None);
        for (index, &(value, bound, as_of)) in totals.iter().enumerate() {
            let total = Total {
                id: format!("total-{index}").parse().expect("a slug"),
                quantity: Quantity::Meetings,
                value,
                bound,
                as_of: as_of.map(|date| date.parse().expect("a date")),
                provenance: Provenance::default(),
            };
            builder.add(total).expect("a new id");
        }
        let catalog = builder.finish();
        move |year| Claim::up_to(&catalog, year)
    }

    #[test]
    fn of_each_year_the_latest_claim_that_was_counted_by_its_end() {
        let claim = claims(&[
            (30, Bound::MoreThan, Some("2017")),
            (19, Bound::Exact, Some("2016-03-31")),
            (21, Bound::Exact, None),
        ]);
        let of = |value, bound, is_early| Some(Claim { value, bound, is_early });
        assert_eq!(claim(2014), None);
        assert_eq!(claim(2015), None, "what was counted later says nothing of it");
        assert_eq!(claim(2016), of(19, Bound::Exact, true), "nine months were still to come");
        assert_eq!(claim(2017), of(30, Bound::MoreThan, false));
        assert_eq!(claim(2018), of(30, Bound::MoreThan, true));
    }

    #[test]
    fn a_claim_is_open_unless_it_was_counted_exactly_to_the_end() {
        for (bound, as_of, is_open) in [
            (Bound::Exact, "2017", false),
            (Bound::Exact, "2017-12-31", false),
            (Bound::Exact, "2017-12", false),
            (Bound::Exact, "2017-11", true),
            (Bound::About, "2017", false),
            (Bound::MoreThan, "2017", true),
        ] {
            let claim = claims(&[(5, bound, Some(as_of))])(2017).expect("a claim");
            assert_eq!(claim.is_open(), is_open, "{bound:?} {as_of}");
        }
    }
}
