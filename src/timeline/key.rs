//! What the signs on the timeline mean, in place.

use crate::domain::{Meeting, Period};
use crate::markup::Node;
use crate::markup::tags::span;
use crate::paint::tell;
use crate::state::State;
use crate::text::Reader;

use super::{Shape, marks, tallies};

/// Each sign that is there with a word or two. A screen reader needs none of them: every mark says its own date.
#[must_use]
pub fn timeline_key(state: State) -> Vec<Node> {
    tell(state, |reader| key(reader, state.period(), !state.filter().is_empty()))
}

fn key(reader: Reader<'_>, period: Period, is_filtered: bool) -> Vec<Node> {
    let (more, catalog) = (reader.more_words(), reader.catalog);
    let Some(years) = catalog.years() else { return Vec::new() };
    let is_running = matches!(period, Period::UpTo(_));
    let has_ghost =
        is_running && !is_filtered && tallies(catalog, &years, true, None).iter().any(|tally| tally.claim.is_some());
    let marks = marks(catalog, &years);
    let has = |shape: Shape| marks.iter().any(|mark| mark.shape == shape);
    let signs = [
        (true, "bars", if is_running { more.key_running } else { more.key_bars }),
        (has_ghost, "claim", more.key_ghost),
        (has(Shape::Point), "day", more.key_day),
        (has(Shape::Soft), "vague", more.key_vague),
        (catalog.all::<Meeting>().any(|(_, meeting)| meeting.is_date_doubtful()), "doubt", reader.words.date_uncertain),
    ];
    let sign = |(_, class, words): (bool, &str, &'static str)| -> Node {
        span().class(format!("sign-of {class}")).with(span().class("swatch")).text(words).into()
    };
    signs.into_iter().filter(|&(is_there, ..)| is_there).map(sign).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Bound, Builder, Catalog, Lang, Provenance, Quantity, Total, sample};
    use crate::text;

    fn told(catalog: &Catalog, period: Period, is_filtered: bool) -> String {
        let reader = text::sample(catalog, Lang::Pl);
        let texts: Vec<String> = key(reader, period, is_filtered).iter().map(Node::text_content).collect();
        texts.join("; ").replace('\u{a0}', " ")
    }

    #[test]
    fn every_sign_that_is_there_is_explained_and_no_other() {
        let catalog = sample::catalog();
        assert_eq!(told(&catalog, Period::All, false), "spotkania w roku; znany dzień; dzień nieznany");
        assert_eq!(told(&catalog, Period::UpTo(2016), false), "spotkania od początku; znany dzień; dzień nieznany");
        let mut builder = Builder::new(None, Some("2014/2017".parse().expect("a span")));
        let total = Total {
            id: "t".parse().expect("an id"),
            quantity: Quantity::Meetings,
            value: 30,
            bound: Bound::MoreThan,
            as_of: "2016".parse().ok(),
            provenance: Provenance::default(),
        };
        builder.add(total).expect("one");
        let claimed = builder.finish();
        assert_eq!(told(&claimed, Period::UpTo(2017), false), "spotkania od początku; tyle podają źródła");
        assert_eq!(told(&claimed, Period::UpTo(2017), true), "spotkania od początku", "claims are of all");
        assert_eq!(told(&claimed, Period::Year(2017), false), "spotkania w roku");
    }
}
