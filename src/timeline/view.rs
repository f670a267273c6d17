//! The timeline on the page.

use std::ops::RangeInclusive;
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::{Timer, Watch};
use crate::domain::{Catalog, Claim, Filter, Period, Playback, Subject, View};
use crate::markup::tags::{button, div, p, section, span};
use crate::markup::{Action, Element, Node};
use crate::paint::{outward, region, tell};
use crate::state::State;
use crate::text::{Reader, typeset};

use super::scale::{count, top};
use super::{Band, Mark, bands, chart, marks, player, slider, tallies};

/// The year slider, what is known of each year, and playback. Without a single date there is none.
#[component]
pub fn Timeline(
    /// The app's state.
    state: State,
) -> impl IntoView {
    let catalog = state.catalog();
    catalog.years().map(|years| {
        keep_time(state);
        let scale = Scale { bands: bands(&catalog, &years), marks: marks(&catalog, &years), years };
        region(state, move || {
            let key = state.extras().map(|extras| (extras.timeline_key)(state)).unwrap_or_default();
            let told = tell(state, |reader| {
                let seen = Seen {
                    reader,
                    scale: &scale,
                    period: state.period(),
                    filter: state.filter(),
                    view: state.view(),
                    subject: state.subject(),
                    pointed: state.pointed(),
                    playback: state.playback(),
                    is_playing: state.is_playing(),
                    is_presented: state.presenting().is_on(),
                };
                timeline(&seen, key)
            });
            vec![told]
        })
    })
}

/// Runs a timer while the years are being played, and stops them when a person does anything else. At any other time
/// nothing runs and nothing listens.
fn keep_time(state: State) {
    let timer = Timer::new(move || state.perform(Action::Advance));
    outward(move || timer.set(state.advances_in()));
    // Space on the slider stops them by itself, and must not set them going again.
    let watch = Watch::new(".player", ".slider", move || state.perform(Action::Pause));
    outward(move || watch.listen(state.is_playing()));
}

/// What of the timeline the data alone decides.
pub(super) struct Scale {
    pub(super) years: RangeInclusive<i32>,
    pub(super) bands: Vec<Band>,
    pub(super) marks: Vec<Mark>,
}

/// All that the timeline is made from.
pub(super) struct Seen<'a> {
    pub(super) reader: Reader<'a>,
    pub(super) scale: &'a Scale,
    pub(super) period: Period,
    pub(super) filter: Filter,
    pub(super) view: Arc<View>,
    pub(super) subject: Option<Subject>,
    pub(super) pointed: Option<Subject>,
    pub(super) playback: Playback,
    pub(super) is_playing: bool,
    pub(super) is_presented: bool,
}

fn timeline(seen: &Seen<'_>, key: Vec<Node>) -> Node {
    let rows = seen.scale.bands.iter().map(|band| band.row + 1).max().unwrap_or(0);
    let lanes = seen.scale.marks.iter().map(|mark| mark.lane + 1).max().unwrap_or(0);
    let is_running = matches!(seen.period, Period::UpTo(_));
    let admits = |key| seen.filter.admits(seen.reader.catalog, key);
    let counts: Option<&dyn Fn(_) -> bool> = if seen.filter.is_empty() { None } else { Some(&admits) };
    let tallies = self::tallies(seen.reader.catalog, &seen.scale.years, is_running, counts);
    // On stage the years keep their scale from step to step.
    let is_fixed = seen.is_presented && !is_running && counts.is_some();
    let full =
        if is_fixed { top(&self::tallies(seen.reader.catalog, &seen.scale.years, false, None)) } else { top(&tallies) };
    let track = div()
        .class(match seen.period {
            Period::All => "track is-all",
            Period::Between(..) => "track is-window",
            Period::Year(_) | Period::UpTo(_) => "track",
        })
        .style("--columns", tallies.len().to_string())
        .style("--rows", rows.to_string())
        .style("--lanes", lanes.to_string())
        .with(chart::columns(seen, &tallies, full))
        .with_all(slider::sliders(seen))
        .with_some((lanes > 0).then(|| marks::marks(seen)))
        .with_some((rows > 0).then(|| chart::bands(seen)));
    section()
        .class(if seen.is_playing { "timeline playing" } else { "timeline" })
        .attr("aria-label", seen.reader.words.timeline)
        .with(
            div()
                .class("timeline-body")
                .with(div().class("side").with(modes(seen)).with(readout(seen)).with(player::player(seen)))
                .with(track)
                // It is there before what is in it: nothing moves when that comes.
                .with(p().class("key-row").decorative().with_all(key)),
        )
        .into()
}

/// Which years are shown: all, all up to one, one alone, or those of a window. From all of them the others begin with the
/// last.
fn modes(seen: &Seen<'_>) -> Element {
    let (words, years) = (seen.reader.words, &seen.scale.years);
    let year = seen.period.year().unwrap_or(*years.end());
    let window = match seen.period {
        Period::Between(..) => seen.period,
        Period::All | Period::Year(_) | Period::UpTo(_) => Period::Between((year - 1).max(*years.start()), year),
    };
    let mode = |period: Period, name: &str| button(Action::Show(period)).class("mode").text(name);
    let all = button(Action::Show(Period::All)).class("mode whole-campaign").text(words.whole_campaign);
    div()
        .class("modes")
        .attr("role", "group")
        .attr("aria-label", words.years_shown)
        .with(all)
        .with(mode(Period::UpTo(year), words.up_to))
        .with(mode(Period::Year(year), words.one_year))
        .with(mode(window, words.window))
}

/// What the sources claim of what is shown, where that is more than what is documented: it is of the campaign as a whole, and
/// nothing of one year or of a part of it.
fn claim(
    catalog: &Catalog,
    view: &View,
    period: Period,
    filter: &Filter,
    years: &RangeInclusive<i32>,
) -> Option<Claim> {
    let claim = match period {
        _ if !filter.is_empty() => None,
        Period::All | Period::UpTo(_) => Claim::up_to(catalog, period.span(years).1),
        Period::Year(_) | Period::Between(..) => None,
    };
    claim.filter(|claim| claim.exceeds(view.meetings.len()))
}

/// The same in words.
fn told(reader: Reader<'_>, filter: &Filter, count: usize, claim: Option<Claim>) -> String {
    if filter.is_empty() { (reader.words.documented_of)(count, claim) } else { (reader.words.meetings_match)(count) }
}

/// How many of the meetings are documented, of how many that the sources claim.
#[must_use]
pub fn documented(
    reader: Reader<'_>,
    view: &View,
    period: Period,
    filter: &Filter,
    years: &RangeInclusive<i32>,
) -> String {
    told(reader, filter, view.meetings.len(), claim(reader.catalog, view, period, filter, years))
}

/// The years shown, large, and how many of their meetings are documented, of how many that the sources claim.
fn readout(seen: &Seen<'_>) -> Element {
    let documented = seen.view.meetings.len();
    let claim = claim(seen.reader.catalog, &seen.view, seen.period, &seen.filter, &seen.scale.years);
    let gauge = claim.map(|claim| {
        let tally = super::Tally { year: 0, documented, claim: Some(claim) };
        let full = top(&[tally]);
        div()
            .class(if claim.is_open() { "gauge open" } else { "gauge" })
            .decorative()
            .with(span().style("width", percent(count(documented) / full)))
    });
    let told = told(seen.reader, &seen.filter, documented, claim);
    div()
        .class("readout")
        .with(p().class("years-shown").decorative().text(seen.reader.years(seen.period).unwrap_or_default()))
        .with(p().class("documented").text(typeset(seen.reader.lang, &told)))
        .with_some(gauge)
}

/// A fraction in tenths of a percent.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "fractions of 0..=1")]
pub(super) fn percent(fraction: f64) -> String {
    let tenths = (fraction * 1000.0).round() as u32;
    format!("{}.{}%", tenths / 10, tenths % 10)
}
