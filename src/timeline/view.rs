//! The timeline on the page.

use std::ops::RangeInclusive;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::domain::{Catalog, Period};
use crate::markup::tags::{button, div, span};
use crate::markup::{Action, Node};
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
    state.catalog().years().map(|years| timeline(state, years))
}

fn timeline(state: State, years: RangeInclusive<i32>) -> impl IntoView {
    let (first, last) = (*years.start(), *years.end());
    let bands = bands(&state.catalog(), &years);
    let rows = bands.iter().map(|band| band.row + 1).max().unwrap_or(0);
    let counts = counts(&state.catalog(), &years);
    let columns = counts.len();
    view! {
        <section class="timeline" aria-label=move || state.words().timeline>
            {region(state, move || vec![whole_campaign(state.words(), first, last)])}
            <div
                class="track"
                class:is-all=move || state.period() == Period::All
                style=("--columns", columns.to_string())
                style=("--rows", rows.to_string())
            >
                {region(state, move || {
                    let period = state.period();
                    vec![bars(&counts, period), edition_bands(&state.catalog(), &bands, period, state.words())]
                })}
                <Slider state first last />
            </div>
        </section>
    }
}

fn whole_campaign(words: &Words, first: i32, last: i32) -> Node {
    button(Action::Show(Period::All))
        .class("whole-campaign")
        .with(span().text(words.whole_campaign))
        .with(span().class("span-years").decorative().text(text::years(first, last)))
        .into()
}

/// A bar for the number of meetings of each year, over the year itself. The slider says the same.
fn bars(counts: &[(i32, usize)], period: Period) -> Node {
    let most = counts.iter().map(|&(_, count)| count).max().unwrap_or(0).max(1);
    let column = |&(year, count): &(i32, usize)| -> Node {
        let chosen = if period == Period::Year(year) { " chosen" } else { "" };
        let none = if count == 0 { " none" } else { "" };
        let bar = span().class("bar").style("height", format!("{}%", 100 * count / most));
        div()
            .class(format!("column{chosen}{none}"))
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
#[component]
fn Slider(state: State, first: i32, last: i32) -> impl IntoView {
    let value = move || match state.period() {
        Period::Year(year) => year,
        Period::All => last,
    };
    let spoken = move || match state.period() {
        Period::Year(year) => (state.words().slider_value)(year, state.view().meetings.len()),
        Period::All => (state.words().slider_all)(first, last),
    };
    let read = move |event: &leptos::ev::Event| event_target_value(event).parse::<i32>().ok();
    // While the whole campaign is shown the slider has a value that it does not show, so the keys that would leave it
    // where it is have to be read here: forwards goes to the first year, backwards to the last.
    let key = move |event: KeyboardEvent| {
        if state.period() != Period::All {
            return;
        }
        let year = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" | "PageUp" | "Home" => first,
            "ArrowLeft" | "ArrowDown" | "PageDown" | "End" => last,
            _ => return,
        };
        event.prevent_default();
        state.show_period(Period::Year(year));
    };
    let show = move |year: Option<i32>| {
        if let Some(year) = year {
            state.show_period(Period::Year(year));
        }
    };
    view! {
        <input
            type="range"
            class="slider"
            min=first
            max=last
            step="1"
            prop:value=move || value().to_string()
            aria-label=move || state.words().year
            aria-valuetext=spoken
            on:keydown=key
            on:input=move |event| {
                if let Some(year) = read(&event) {
                    state.scrub(year);
                }
            }
            on:change=move |event| show(read(&event))
            // A tap on the year that the slider has already changes no value, but chooses that year.
            on:click=move |event| show(event_target_value(&event).parse().ok())
        />
    }
}
