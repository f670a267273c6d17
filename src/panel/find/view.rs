//! Search and filters on the page.

use leptos::prelude::*;

use crate::browser;
use crate::markup::Node;
use crate::markup::tags::{div, p};
use crate::paint::{outward, region};
use crate::panel::view::{PANEL_ID, tell};
use crate::state::{Landing, State};

use super::field::{self, FIELD_ID, option_id};
use super::filters;

/// The search field, the filters, and what of them is in force.
#[component]
pub fn Find(
    /// The app's state.
    state: State,
) -> impl IntoView {
    outward(move || {
        let (landing, count) = state.landing();
        if count > 0 {
            // When all is painted.
            request_animation_frame(move || land(landing));
        }
    });
    outward(move || {
        if let Some(active) = state.seeking().active {
            request_animation_frame(move || {
                if let Some(option) = browser::element(&option_id(active)) {
                    browser::reveal(&option);
                }
            });
        }
    });
    region(state, move || vec![find(state)])
}

fn find(state: State) -> Node {
    let (seeking, suggestions, view) = (state.seeking(), state.suggestions(), state.view());
    let (period, is_unfolded, extras) = (state.period(), state.is_unfolded(), state.extras());
    tell(state, |reader| {
        let told = extras.map(|extras| (extras.told)(reader, &seeking, &suggestions)).unwrap_or_default();
        let popup = extras.and_then(|extras| (extras.popup)(reader, &seeking, &suggestions));
        let filters = extras.filter(|_| is_unfolded).map(|extras| (extras.filters)(reader, &view.filter, period));
        let chips = extras.and_then(|extras| (extras.chips)(reader, &view.filter));
        let row = div()
            .class("find-row")
            .with(field::field(reader, &seeking, &suggestions, popup))
            .with(filters::unfold(reader, &view.filter, is_unfolded));
        div()
            .class("find")
            .attr("role", "search")
            .attr("aria-label", reader.words.find)
            .with(row)
            .with_some(filters.map(|filters| filters.key("filters")))
            .with_some(chips.map(|chips| chips.key("chips")))
            .with(p().key("status").class("found").attr("role", "status").text(told))
            .into()
    })
}

fn land(landing: Landing) {
    let element = match landing {
        Landing::Chip(place) => browser::element(&filters::chip_id(place)),
        Landing::Field => browser::element(FIELD_ID),
        Landing::Lists => browser::element(PANEL_ID),
    };
    if let Some(element) = element {
        browser::focus(&element);
    }
}
