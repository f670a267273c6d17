//! The buttons that play through the years.

use crate::domain::Speed;
use crate::markup::tags::{button, div, span};
use crate::markup::{Action, Element};

use super::view::Seen;

/// The part of the buttons that a narrow screen shows on demand.
const OPTIONS: &str = "play-options";

/// Play or pause, and beside it steps, speed and loop. Speed and loop can be changed while the years go on; a step
/// stops them.
pub(super) fn player(seen: &Seen<'_>) -> Element {
    let words = seen.reader.words;
    let named = |button: Element, class: &str, name: &str| {
        // A sign alone is in it, so its title is its name, for the eye and aloud.
        button.class(format!("control {class}")).attr("title", name)
    };
    let icon = |button: Element| button.with(span().class("icon").decorative());
    let (play, name) = if seen.is_playing { ("pause", words.pause) } else { ("play", words.play) };
    let speed = seen.playback.speed;
    let factor = match speed {
        Speed::Half => "½×",
        Speed::Normal => "1×",
        Speed::Double => "2×",
    };
    let pace = named(button(Action::Pace(speed.next())), "pace", &(words.speed)(factor));
    // A popover of the browser's own: it closes by Escape and by a tap elsewhere.
    let options = div()
        .class("play-options")
        .attr("id", OPTIONS)
        .attr("popover", "auto")
        .with(icon(named(button(Action::Go(-1)), "back", words.previous_year)))
        .with(icon(named(button(Action::Go(1)), "forward", words.next_year)))
        .with(pace.with(span().decorative().text(factor)))
        .with(icon(named(button(Action::Loop), "loop", words.loop_years)));
    let more = named(Element::new("BUTTON").attr("type", "button"), "more", words.more_playing);
    div()
        .class("player")
        .attr("role", "group")
        .attr("aria-label", words.playing)
        .with(icon(named(button(Action::Play), play, name)))
        .with(icon(more.attr("popovertarget", OPTIONS)))
        .with(options)
}
