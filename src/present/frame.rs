//! What stands on stage while its code is not here, and what begins and ends a talk.

use leptos::prelude::untrack;
use leptos::task::spawn_local;

use crate::browser;
use crate::data::FileName;
use crate::markup::tags::{button, div, p, section};
use crate::markup::{Action, Node, Present};
use crate::paint::tell;
use crate::state::{PresentPart, State};
use crate::text::typeset;
use crate::url::{Presenting, Presents};

use super::part;

/// What stands within the page's main part while it presents; else nothing.
#[must_use]
pub fn stage(state: State) -> Vec<Node> {
    if !state.presenting().is_on() {
        return Vec::new();
    }
    let stage = state.stage();
    match stage.part {
        PresentPart::Here(table) if !stage.steps.is_empty() => (table.body)(state, &stage),
        PresentPart::Here(_) | PresentPart::Awaited => vec![awaited(state)],
        PresentPart::AwaitedAgain => vec![missing(state, true)],
        PresentPart::Missing => vec![missing(state, false)],
    }
}

fn curtain(nodes: Vec<Node>) -> Node {
    section().key("curtain").class("curtain").attr("role", "status").with_all(nodes).into()
}

fn awaited(state: State) -> Node {
    curtain(vec![p().text(state.words().awaited).into()])
}

/// The button stays while it is asked again, so that the focus does.
fn missing(state: State, is_asked: bool) -> Node {
    let words = state.words();
    let text = if is_asked { words.awaited } else { tell(state, |reader| reader.more_words().share_missing) };
    let retry = button(Action::Present(Present::Retry))
        .class("retry")
        .attr("aria-disabled", is_asked.to_string())
        .text(words.retry);
    let leave = button(Action::Present(Present::Leave)).text(words.close);
    curtain(vec![
        p().text(typeset(state.lang(), text).into_owned()).into(),
        div().class("ways").with(retry).with(leave).into(),
    ])
}

/// Does what somebody who presents wants.
pub fn perform(state: State, present: Present) {
    match present {
        Present::Open => open(state),
        Present::Retry => load(state, PresentPart::AwaitedAgain),
        Present::Leave => {
            if !untrack(|| state.presenting()).is_kiosk {
                state.present_with(|presenting| *presenting = Presenting::default());
                browser::stage::fill_screen(false);
            }
        }
        present => {
            if let PresentPart::Here(table) = untrack(|| state.stage()).part {
                (table.perform)(state, present);
            }
        }
    }
}

fn open(state: State) {
    // Whoever has asked for it just now is a person, and browsers let a person fill the screen.
    if !untrack(|| state.presenting()).is_on() {
        browser::stage::fill_screen(true);
        state.present_with(|presenting| presenting.window = Presents::Stage);
    }
    let stage = untrack(|| state.stage());
    match stage.part {
        PresentPart::Here(_) => state.show_step(stage.at),
        _ => load(state, PresentPart::Awaited),
    }
}

fn load(state: State, meanwhile: PresentPart) {
    state.stage_with(|stage| stage.part = meanwhile);
    let story = browser::fetch(FileName::Story.path());
    spawn_local(async move {
        let part = part::load().await.map_or(PresentPart::Missing, PresentPart::Here);
        state.stage_with(|stage| stage.part = part);
        if let PresentPart::Here(table) = part {
            (table.start)(state);
        }
        // Without the code as well: nobody else would hear that the file has not arrived either.
        let story = story.await.ok();
        if let PresentPart::Here(table) = part {
            (table.make_steps)(state, story);
        }
    });
}
