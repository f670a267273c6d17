//! The frame of the dialog, and what stands in it while its code is not here.

use leptos::prelude::{request_animation_frame, untrack};
use leptos::task::spawn_local;

use crate::browser::{self, files};
use crate::markup::tags::{button, dialog as dialog_element, div, h2, p, span};
use crate::markup::{Action, Node, Share};
use crate::paint::tell;
use crate::state::{ExportedFile, SharePart, State};
use crate::text::typeset;

use super::part;

/// The id of the dialog.
pub const SHARE_ID: &str = "share";

/// The dialog; while it is closed there is nothing in it.
#[must_use]
pub fn dialog(state: State) -> Node {
    let (sharing, words) = (state.sharing(), state.words());
    let mut dialog = dialog_element()
        .class("share")
        .attr("id", SHARE_ID)
        .attr("aria-labelledby", "share-title")
        .does("close", Action::Share(Share::Close));
    if !sharing.is_open {
        return dialog.into();
    }
    let close = button(Action::Share(Share::Close))
        .class("close")
        .attr("aria-label", words.close)
        .with(span().decorative().text("×"));
    let head = div().class("share-head").with(h2().attr("id", "share-title").text(words.share)).with(close);
    dialog = dialog.with(head);
    match sharing.part {
        SharePart::Here(table) => dialog.with_all((table.body)(state, &sharing)).into(),
        SharePart::Awaited => dialog.with(p().class("awaited").text(words.awaited)).into(),
        SharePart::AwaitedAgain => dialog.with(missing(state, words.awaited, true)).into(),
        SharePart::Missing => {
            dialog.with(missing(state, tell(state, |reader| reader.more_words().share_missing), false)).into()
        }
    }
}

/// The button stays while it is asked again, so that the focus does.
fn missing(state: State, text: &str, is_asked: bool) -> Node {
    let retry = button(Action::Share(Share::Retry))
        .class("retry")
        .attr("aria-disabled", is_asked.to_string())
        .text(state.words().retry);
    let text = p().attr("role", "status").text(typeset(state.lang(), text).into_owned());
    div().key("missing").class("missing").with(text).with(retry).into()
}

/// Does what is done in the dialog.
pub fn perform(state: State, share: Share) {
    match share {
        Share::Open => {
            state.share_with(|sharing| sharing.is_open = true);
            show(state);
            load(state, SharePart::Awaited);
        }
        Share::Close => {
            hide();
            state.share_with(|sharing| sharing.is_open = false);
        }
        Share::Retry => load(state, SharePart::AwaitedAgain),
        share => {
            if let SharePart::Here(table) = state.sharing().part {
                (table.perform)(state, share);
            }
        }
    }
}

/// When it is painted, if it is still to be open then.
fn show(state: State) {
    request_animation_frame(move || browser::show_dialog(SHARE_ID, untrack(|| state.sharing()).is_open));
}

/// Closes it; the browser gives the focus back to what opened it.
fn hide() {
    browser::show_dialog(SHARE_ID, false);
    // What opened it may have stood in the menu, which has closed meanwhile.
    request_animation_frame(|| {
        if browser::focused().is_none_or(|element| browser::is(&element, "body")) {
            files::focus_on(".menu-button");
        }
    });
}

fn load(state: State, meanwhile: SharePart) {
    if matches!(state.sharing().part, SharePart::Here(_)) {
        return;
    }
    state.share_with(|sharing| sharing.part = meanwhile);
    spawn_local(async move {
        let part = part::load().await.map_or(SharePart::Missing, SharePart::Here);
        if let SharePart::Here(table) = part {
            (table.start)(state);
        }
        state.share_with(|sharing| sharing.part = part);
    });
}

/// What is displayed as a file of a format, for whoever asks from outside of the dialog.
pub async fn exported(state: State, format: &str) -> Option<ExportedFile> {
    const PAUSE_MS: f64 = 100.0;
    const PAUSES: usize = 60;
    let table = part::load().await.ok()?;
    let ground = || untrack(|| state.ground());
    if format == "svg" && ground().is_none() {
        (untrack(|| state.extras())?.fetch_ground)(state);
        for _ in 0..PAUSES {
            if ground().is_some() {
                break;
            }
            files::wait(PAUSE_MS).await;
        }
    }
    (table.export)(state, format)
}
