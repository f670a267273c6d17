//! The bars of the years and the bands of the editions.

use crate::domain::{Facet, Period};
use crate::markup::tags::{button, div, span};
use crate::markup::{Action, Element, Node};
use crate::text::{self, typeset};

use super::scale::count;
use super::view::{Seen, percent};
use super::{Band, Tally};

/// A column for each year: the bar of its meetings, before the ghost of what the sources claim. The slider and the
/// sentence beside the years say the same.
///
/// In one year, and in the whole campaign, a bar is the meetings of its year, and there is no ghost: no source says how
/// many there were in a year. From the start up to a year, bars are running totals, and behind each stands the latest
/// total that a source claims of that time; its top fades where there may have been more.
pub(super) fn columns(seen: &Seen<'_>, tallies: &[Tally], full: f64) -> Node {
    let column = |tally: &Tally| -> Node {
        let year = tally.year;
        let chosen = if seen.period.year() == Some(year) { " chosen" } else { "" };
        let within = if seen.period.touches(&(year..=year)) { " within" } else { "" };
        let none = if tally.documented == 0 { " none" } else { "" };
        let ghost = match tally.claim {
            None => "ghost absent",
            Some(claim) if claim.is_open() => "ghost open",
            Some(_) => "ghost",
        };
        let claimed = tally.claim.map_or(0.0, |claim| f64::from(claim.value) / full);
        let of = tally.claim.map(|claim| (seen.reader.words.of_claim)(claim)).unwrap_or_default();
        let plot = div()
            .class("plot")
            .with(span().class(ghost).style("height", percent(claimed)))
            .with(span().class("bar").style("height", percent(count(tally.documented) / full)));
        let number = div().class("count").with(span().text(tally.documented.to_string()));
        div()
            .class(format!("column{chosen}{within}{none}"))
            .with(number.with(span().class("of").text(of)))
            .with(plot)
            .with(span().class("year").text(year.to_string()))
            .into()
    };
    let running = if matches!(seen.period, Period::UpTo(_)) { " running" } else { "" };
    div().class(format!("columns{running}")).decorative().with_all(tallies.iter().map(column).collect()).into()
}

/// A band for the time of each edition: a button that leaves the meetings of that edition alone.
pub(super) fn bands(seen: &Seen<'_>) -> Element {
    let words = seen.reader.words;
    let band = |band: &Band| -> Node {
        let edition = seen.reader.catalog.get(band.edition);
        let shown = if seen.view.editions.contains(&band.edition) { " shown" } else { "" };
        let doubtful = if edition.provenance.is_doubtful("when") { " doubtful" } else { "" };
        let name = (words.edition)(edition.number);
        let theme = edition.theme.as_ref().map(|theme| seen.reader.text(theme));
        let text = theme.as_ref().map_or_else(|| name.clone(), |theme| format!("{name}: {theme}"));
        let theme = theme.unwrap_or_else(|| typeset(seen.reader.lang, words.no_theme).into_owned());
        let full = format!("{name}: {theme}, {}", text::date(words, edition.when));
        button(Action::Narrow(Facet::Edition(band.edition)))
            .class(format!("band{shown}{doubtful}"))
            // What is cut off, and the time.
            .attr("title", full)
            .style("left", percent(band.start))
            .style("width", percent(band.length))
            .style("--row", band.row.to_string())
            .with(span().text(text))
            .into()
    };
    div()
        .class("bands")
        .attr("role", "group")
        .attr("aria-label", words.edition_bands)
        .with_all(seen.scale.bands.iter().map(band).collect())
}
