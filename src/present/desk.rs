//! What the speaker sees: the step that the room sees and the one that comes, what to say, and the time.

use crate::browser::{self, stage as hall};
use crate::domain::{Cover, Filter, Lang, Period, StoryStep, Stride, View, minutes_seconds};
use crate::markup::tags::{button, dd, div, dl, dt, h1, h2, p, section};
use crate::markup::{Action, Element, Node, Present};
use crate::paint::tell;
use crate::picture::{Colours, Drawing, Exactness, map};
use crate::scene::{Frame, compose};
use crate::state::{Stage, State};
use crate::text::{PresentWords, Reader, typeset};

use super::caption::{Caption, notes, words_of};
use super::handout::said;
use super::stage::{heading, name_of, steps, wrong};

const CLOCK_ID: &str = "desk-clock";
const ELAPSED_ID: &str = "desk-elapsed";
const REMAINING_ID: &str = "desk-remaining";
const COPY_ID: &str = "desk-copy";

/// Everything of the desk.
pub(super) fn nodes(state: State, stage: &Stage) -> Vec<Node> {
    let Some(step) = stage.steps.get(stage.at) else { return Vec::new() };
    let words = words_of(state.lang());
    let ground = state.ground();
    let problems = state.problems();
    tell(state, |reader| {
        let next = stage.steps.get(stage.at + 1);
        vec![
            bar(words, stage).into(),
            coming(reader, words, next, ground.as_deref()).into(),
            noted(reader, words, step, (stage.at + 1, stage.steps.len())).into(),
            section()
                .key("list")
                .class("desk-list")
                .attr("aria-label", words.steps)
                .with_some(wrong(reader, &problems))
                .with(h2().text(words.steps))
                .with(steps(reader, stage))
                .into(),
        ]
    })
}

fn bar(words: &'static PresentWords, stage: &Stage) -> Element {
    let time = |name: &'static str, id: &'static str| div().with(dt().text(name)).with(dd().attr("id", id));
    let mut times = dl().with(time(words.clock, CLOCK_ID)).with(time(words.elapsed, ELAPSED_ID));
    if stage.clock.minutes.is_some() {
        times = times.with(time(words.remaining, REMAINING_ID));
    }
    let does = |present: Present, name: &'static str| button(Action::Present(present)).text(name);
    let pressed = |button: Element, is_on: bool| button.attr("aria-pressed", is_on.to_string());
    let black = does(Present::Cover(Cover::Black), words.black);
    let white = does(Present::Cover(Cover::White), words.white);
    let code = does(Present::Cover(Cover::Code), words.code);
    let does = div()
        .class("desk-does")
        .attr("role", "group")
        .attr("aria-label", words.controls)
        .with(does(Present::Go(Stride::Previous), words.previous))
        .with(does(Present::Go(Stride::Next), words.next))
        .with(pressed(black, stage.cover == Cover::Black))
        .with(pressed(white, stage.cover == Cover::White))
        .with(pressed(code, stage.cover == Cover::Code))
        .with(does(Present::Restart, words.restart))
        .with(does(Present::Print, words.print));
    let (class, link) = if stage.has_partner { ("desk-link", words.linked) } else { ("desk-lost", words.alone) };
    let alone = p().attr("role", "status").class(class).text(if stage.is_blocked { words.no_window } else { link });
    let open =
        (!stage.has_partner).then(|| button(Action::Present(Present::Notes)).class("desk-open").text(words.open_stage));
    div()
        .key("bar")
        .class("desk-bar")
        .with(h1().class("unseen").text(words.desk))
        .with(times)
        .with(p().attr("id", COPY_ID).attr("role", "status").class("desk-link"))
        .with(alone)
        .with_some(open)
        .with(does)
}

fn coming(
    reader: Reader<'_>,
    words: &'static PresentWords,
    next: Option<&StoryStep>,
    ground: Option<&crate::data::Ground>,
) -> Element {
    let part = section().key("next").class("desk-next").attr("aria-label", words.coming).with(h2().text(words.coming));
    let Some(next) = next else { return part.with(p().class("title").text(words.no_more)) };
    let title = heading(reader, next);
    let map = ground.map(|ground| picture(reader, next, ground, (640.0, 480.0), &title));
    part.with(p().class("title").text(title)).with_some(map)
}

/// The map of a step, drawn.
pub(super) fn picture(
    reader: Reader<'_>,
    step: &StoryStep,
    ground: &crate::data::Ground,
    size: (f64, f64),
    name: &str,
) -> Element {
    let drawing = Drawing {
        ground,
        frame: super::frame_of(step.breadth),
        size,
        scale: 1.25,
        exactness: Exactness { tolerance: 0.4, steps: 10.0 },
        colours: Colours::Page,
        address: None,
    };
    let shown = |period: Period, filter: Filter| View::of(reader.catalog, period, filter);
    let view = shown(step.period, step.filter.clone());
    let view = if step.subject.is_none_or(|it| view.shows(it)) { view } else { shown(Period::All, Filter::default()) };
    let scene = compose(reader.catalog, &view, step.subject, reader.lang);
    let has_marker = !scene.markers.is_empty();
    let drawing = if has_marker { drawing } else { Drawing { frame: Frame::Home, ..drawing } };
    map(reader, scene, &drawing, &format!("{}: {name}", reader.words.map))
}

fn noted(reader: Reader<'_>, words: &'static PresentWords, step: &StoryStep, (at, of): (usize, usize)) -> Element {
    let caption = Caption::of(reader, step);
    let title = name_of(reader, &caption);
    let notes = notes(reader, step, &caption.rest);
    let part = section().key("notes").class("desk-notes").attr("aria-label", words.notes).attr("tabindex", "0");
    let part = part
        .with(h2().text(format!("{} · {}", words.now, (words.step_of)(at, of))))
        .with(p().class("now").attr("role", "status").text(title));
    let none = notes.is_empty().then(|| p().class("none").text(typeset(reader.lang, words.no_notes).into_owned()));
    let notes = notes.into_iter().map(|note| p().class("note").text(note).into()).collect();
    let notes = div().with_some(none).with_all(notes);
    part.with(div().class("desk-both").with(notes).with(said(caption).class("desk-said")))
}

/// Writes what the clock says where it stands: twice a second, and nothing else is painted for it.
pub(super) fn show_clock(lang: Lang, stage: &Stage) {
    let words = words_of(lang);
    hall::write(COPY_ID, if hall::works_alone() { words.works_alone } else { words.needs_network });
    let (hours, minutes) = hall::clock();
    let now = hall::now();
    hall::write(CLOCK_ID, &format!("{hours}:{minutes:02}"));
    hall::write(ELAPSED_ID, &minutes_seconds(stage.clock.elapsed(now)));
    if let Some(left) = stage.clock.remaining(now) {
        hall::write(REMAINING_ID, &minutes_seconds(left));
        if let Some(element) = browser::element(REMAINING_ID) {
            browser::set_attribute(&element, "class", if left < 0 { "over" } else { "" });
        }
    }
}
