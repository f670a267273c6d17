//! Search and filters on the page.

use leptos::prelude::*;

use crate::browser;
use crate::markup::tags::{div, p};
use crate::markup::{Action, Node};
use crate::paint::{outward, region, tell};
use crate::panel::awaited::told_by;
use crate::panel::view::PANEL_ID;
use crate::state::{Delivery, Extras, Landing, State};

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
    let (period, is_unfolded, delivery) = (state.period(), state.is_unfolded(), state.delivery());
    tell(state, |reader| {
        let told_by = |tell: &dyn Fn(&Extras) -> Vec<Node>| told_by(reader, delivery, |extras| tell(extras));
        let told = match delivery {
            Delivery::Here(extras) => (extras.told)(reader, &seeking, &suggestions),
            Delivery::Awaited | Delivery::AwaitedAgain | Delivery::Missing => String::new(),
        };
        // Pressing on a suggestion must leave the focus in the field, or it would be gone before it is chosen.
        let popup = seeking.is_open.then(|| {
            let offers = told_by(&|extras| (extras.offers)(reader, &seeking, &suggestions));
            div().class("popup").does("mousedown", Action::KeepFocus).with_all(offers)
        });
        let filters = is_unfolded.then(|| {
            let filters = told_by(&|extras| (extras.filters)(reader, &view.filter, period));
            div().key("filters").class("filters").attr("id", filters::FILTERS_ID).with_all(filters)
        });
        let chips = state.is_filtered().then(|| {
            let chips = told_by(&|extras| (extras.chips)(reader, &view.filter));
            div().key("chips").class("chosen-filters").with_all(chips)
        });
        let row = div()
            .class("find-row")
            .with(field::field(reader, &seeking, &suggestions, popup))
            .with(filters::unfold(reader, &view.filter, is_unfolded));
        div()
            .class("find")
            .attr("role", "search")
            .attr("aria-label", reader.words.find)
            .with(row)
            .with_some(filters)
            .with_some(chips)
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
