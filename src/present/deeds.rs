//! What is done while the campaign is presented.

use std::cell::RefCell;

use leptos::prelude::untrack;
use leptos::task::spawn_local;

use crate::browser::{self, stage as hall};
use crate::data::{self, Fault, File};
use crate::domain::{Cover, story};
use crate::markup::{Node, Present};
use crate::state::{Stage, State};
use crate::url::Presents;

use super::stage::address_of;
use super::{desk, stage, talk};

thread_local! {
    /// The pictures of the talk: what is kept is not fetched again, not even for paper, which waits for nothing.
    static PICTURES: RefCell<Vec<hall::Picture>> = const { RefCell::new(Vec::new()) };
}

/// Begins to listen.
pub(super) fn start(state: State) {
    if untrack(|| state.presenting()).autoplay().is_some() {
        state.stage_with(|stage| stage.is_playing = true);
    }
    talk::follow(state);
}

/// Makes the steps. What the organiser says of them need not be there: then the data makes them.
pub(super) fn make_steps(state: State, file: Option<Vec<u8>>) {
    let catalog = state.catalog();
    let read = file.map(|bytes| data::story(File::Bytes(&bytes), &catalog)).unwrap_or_default();
    state.story_arrived(story(&catalog, &read.script), read.script.minutes, read.problems);
    if let Some(extras) = untrack(|| state.extras())
        && untrack(|| state.ground()).is_none()
    {
        // What is printed, and what the desk shows of the next step, is drawn on it.
        (extras.fetch_ground)(state);
    }
    spawn_local(async move {
        for lost in read.pictures {
            let Fault::NoPicture { found } = &lost.fault else { continue };
            match hall::picture(&address_of(found)).await {
                Some(picture) => PICTURES.with_borrow_mut(|pictures| pictures.push(picture)),
                None => state.tell_problems(vec![lost]),
            }
        }
    });
}

/// What lies upon the page.
pub(super) fn body(state: State, stage: &Stage) -> Vec<Node> {
    if state.presenting().window == Presents::Notes { desk::nodes(state, stage) } else { stage::nodes(state, stage) }
}

/// Does what a key, a button or a finger says.
pub(super) fn perform(state: State, present: Present) {
    talk::touched();
    match present {
        Present::Go(stride) => talk::go(state, stride),
        Present::Cover(cover) => state.stage_with(|stage| {
            stage.cover = if cover == Cover::None { Cover::None } else { stage.cover.toggled(cover) };
        }),
        Present::Notes => {
            let is_blocked = !talk::open_other(state);
            state.stage_with(|stage| stage.is_blocked = is_blocked);
        }
        Present::Fill => hall::fill_screen(!browser::is_full_screen()),
        Present::Play => state.stage_with(|stage| stage.is_playing = !stage.is_playing),
        Present::Restart => state.stage_with(|stage| stage.clock.begun = Some(hall::now())),
        Present::Keys => state.stage_with(|stage| stage.has_keys = !stage.has_keys),
        Present::Shut => {
            if untrack(|| state.stage()).has_keys {
                state.stage_with(|stage| stage.has_keys = false);
            }
        }
        Present::Light => state.stage_with(|stage| stage.has_light = !stage.has_light),
        Present::Print => browser::print(),
        // The frame does these.
        Present::Open | Present::Leave | Present::Retry => {}
    }
}
