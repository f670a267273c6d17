//! The timeline on the page.

use std::ops::RangeInclusive;

use leptos::prelude::*;

use crate::domain::{Catalog, Period};
use crate::markup::tags::{button, div, input, section, span};
use crate::markup::{Action, Input, Node};
use crate::paint::region;
use crate::state::State;
use crate::text::{self, Words};

use super::{Band, bands, counts};

/// The year slider and what is known of each year. Without a single date there is none.
#[component]
pub fn Timeline(
    /// The app's state.
    state: State,
) -> impl IntoView {
    let catalog = state.catalog();
    catalog.years().map(|years| {
        let scale = Scale { bands: bands(&catalog, &years), counts: counts(&catalog, &years), years };
        region(state, move || {
            let shown = state.view().meetings.len();
            vec![timeline(&state.catalog(), &scale, state.period(), shown, state.words())]
        })
    })
}

/// What of the timeline the data alone decides.
struct Scale {
    years: RangeInclusive<i32>,
    counts: Vec<(i32, usize)>,
    bands: Vec<Band>,
}

fn timeline(catalog: &Catalog, scale: &Scale, period: Period, shown: usize, words: &Words) -> Node {
    let rows = scale.bands.iter().map(|band| band.row + 1).max().unwrap_or(0);
    let track = div()
        .class(if period == Period::All { "track is-all" } else { "track" })
        .style("--columns", scale.counts.len().to_string())
        .style("--rows", rows.to_string())
        .with(bars(&scale.counts, period))
        .with(edition_bands(catalog, &scale.bands, period, words))
        .with(slider(scale, period, shown, words));
    section()
        .class("timeline")
        .attr("aria-label", words.timeline)
        .with(modes(words, &scale.years, period))
        .with(track)
        .into()
}

/// Which years are shown: all, all up to one, or one alone. From all of them the others begin with the last.
fn modes(words: &Words, years: &RangeInclusive<i32>, period: Period) -> Node {
    let (first, last) = (*years.start(), *years.end());
    let year = period.year().unwrap_or(last);
    let mode = |period: Period, name: &str| button(Action::Show(period)).class("mode").text(name);
    let all = button(Action::Show(Period::All))
        .class("mode whole-campaign")
        .with(span().text(words.whole_campaign))
        .with(span().class("span-years").decorative().text(text::years(first, last)));
    div()
        .class("modes")
        .attr("role", "group")
        .attr("aria-label", words.years_shown)
        .with(all)
        .with(mode(Period::UpTo(year), words.up_to))
        .with(mode(Period::Year(year), words.one_year))
        .into()
}

/// A bar for the number of meetings of each year, over the year itself. The slider says the same.
fn bars(counts: &[(i32, usize)], period: Period) -> Node {
    let most = counts.iter().map(|&(_, count)| count).max().unwrap_or(0).max(1);
    let column = |&(year, count): &(i32, usize)| -> Node {
        let chosen = if period.year() == Some(year) { " chosen" } else { "" };
        let within = if period.touches(&(year..=year)) { " within" } else { "" };
        let none = if count == 0 { " none" } else { "" };
        let bar = span().class("bar").style("height", format!("{}%", 100 * count / most));
        div()
            .class(format!("column{chosen}{within}{none}"))
            .with(div().class("bar-space").with(span().class("count").text(count.to_string())).with(bar))
            .with(span().class("year").text(year.to_string()))
            .into()
    };
    div().class("columns").decorative().with_all(counts.iter().map(column).collect()).into()
}

/// A band for the time of each edition. The panel says the same.
fn edition_bands(catalog: &Catalog, bands: &[Band], period: Period, words: &Words) -> Node {
    let band = |band: &Band| -> Node {
        let edition = catalog.get(band.edition);
        let shown = if period.touches(&edition.when.years()) { " shown" } else { "" };
        let is_doubtful = edition.provenance.doubts.iter().any(|doubt| doubt.field == "when");
        let doubtful = if is_doubtful { " doubtful" } else { "" };
        span()
            .class(format!("band{shown}{doubtful}"))
            .style("left", percent(band.start))
            .style("width", percent(band.length))
            .style("--row", band.row.to_string())
            .text((words.edition)(edition.number))
            .into()
    };
    div().class("bands").decorative().with_all(bands.iter().map(band).collect()).into()
}

/// A fraction in tenths of a percent.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "fractions of 0..=1")]
fn percent(fraction: f64) -> String {
    let tenths = (fraction * 1000.0).round() as u32;
    format!("{}.{}%", tenths / 10, tenths % 10)
}

/// The slider itself lies over the whole track, so that a tap on a year's column chooses that year.
fn slider(scale: &Scale, period: Period, shown: usize, words: &Words) -> Node {
    let (first, last) = (*scale.years.start(), *scale.years.end());
    let (value, spoken) = match period {
        Period::Year(year) => (year, (words.slider_value)(&year.to_string(), shown)),
        Period::UpTo(year) => (year, (words.slider_value)(&text::years(first, year), shown)),
        Period::All => (last, (words.slider_all)(first, last)),
    };
    let slider = input()
        .attr("type", "range")
        .class("slider")
        .attr("min", first.to_string())
        .attr("max", last.to_string())
        .attr("step", "1")
        .attr("aria-label", words.year)
        .attr("aria-valuetext", spoken)
        .value(value.to_string())
        .on("input", |input| Some(Action::Scrub(input.value.parse().ok()?)))
        .on("change", show)
        // A browser tells of no change where the slider comes back to where it was taken.
        .on("pointerup", |_| Some(Action::Release))
        .on("pointercancel", |_| Some(Action::Release))
        .on("blur", |_| Some(Action::Release))
        // A tap on the year that the slider has already changes no value, but chooses that year.
        .on("click", show);
    // While the whole campaign is shown the slider has a value that it does not show, so the keys that would leave it
    // where it is have to be read here.
    if period == Period::All { slider.on("keydown", enter).into() } else { slider.into() }
}

fn show(input: &Input) -> Option<Action> {
    Some(Action::Choose(input.value.parse().ok()?))
}

/// From the whole campaign forwards into its first year, backwards into its last.
fn enter(input: &Input) -> Option<Action> {
    let year = match input.key.as_str() {
        "ArrowRight" | "ArrowUp" | "PageUp" | "Home" => &input.min,
        "ArrowLeft" | "ArrowDown" | "PageDown" | "End" => &input.max,
        _ => return None,
    };
    Some(Action::Choose(year.parse().ok()?))
}
