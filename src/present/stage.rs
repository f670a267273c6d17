//! What the room sees: the caption beside the map, and what lies over both.

use crate::browser::stage as hall;
use crate::data::{Fault, Problem};
use crate::domain::{Cover, Period, Slide, StoryStep, Stride};
use crate::markup::tags::{button, dd, dialog, div, dl, dt, h1, h2, kbd, li, p, section, span, ul};
use crate::markup::{Action, Element, Node, Present};
use crate::paint::tell;
use crate::panel::problem_list;
use crate::picture::qr;
use crate::state::{Stage, State};
use crate::text::{PresentWords, Reader, typeset};
use crate::url::{Address, Presenting, Presents, to_query};

use super::caption::{Caption, Line, faults, words_of};

/// The dialog with all steps and all keys.
pub(super) const KEYS_ID: &str = "talk-keys";

/// Everything of the stage.
pub(super) fn nodes(state: State, stage: &Stage) -> Vec<Node> {
    let Some(step) = stage.steps.get(stage.at) else { return Vec::new() };
    let words = words_of(state.lang());
    let is_kiosk = state.presenting().is_kiosk;
    let code = code_of(state, step);
    let problems = state.problems();
    let told = tell(state, |reader| told(reader, step, code, &problems));
    let (at, of) = (stage.at + 1, stage.steps.len());
    let mut nodes = vec![
        told.key("talk").into(),
        p().key("at").class("narration-at").decorative().text((words.step_short)(at, of)).into(),
        div().key("bar").class("narration-bar").decorative().with(span().style("width", share(at, of))).into(),
    ];
    if stage.is_playing && !is_kiosk {
        let (seconds, _) = state.presenting().autoplay().unwrap_or((super::talk::SECONDS, false));
        nodes.push(
            p().key("playing")
                .class("narration-at playing")
                .attr("role", "status")
                .text((words.playing)(seconds))
                .into(),
        );
    }
    nodes.push(controls(words, stage, is_kiosk, !problems.is_empty()).into());
    // Before the talk begins whoever prepares it is told; later a sign among the controls says so.
    if stage.clock.begun.is_none() && !is_kiosk && !problems.is_empty() {
        let count = tell(state, |reader| faults(reader, problems.len()));
        nodes.push(button(Action::Present(Present::Keys)).key("faults").class("faults").text(count).into());
    }
    nodes.push(cover(state, stage, words));
    if let Some(Stride::To(place)) = stage.typed.stride() {
        nodes.push(
            p().key("typed").class("typed").attr("role", "status").text((words.typed)(&(place + 1).to_string())).into(),
        );
    }
    if stage.is_blocked {
        let blocked = typeset(state.lang(), words.no_window).into_owned();
        nodes.push(p().key("blocked").class("typed blocked").attr("role", "status").text(blocked).into());
    }
    nodes.push(div().key("spot").class("spot").decorative().into());
    nodes.push(tell(state, |reader| all(reader, words, stage, &problems)));
    nodes
}

/// A part of a whole, in percent.
fn share(part: usize, whole: usize) -> String {
    format!("{}%", part * 100 / whole.max(1))
}

/// The caption. It is told as a whole whenever another step comes.
fn told(reader: Reader<'_>, step: &StoryStep, code: Option<Element>, problems: &[Problem]) -> Element {
    let caption = Caption::of(reader, step);
    let name = name_of(reader, &caption);
    let Caption { kind, over, year, title, lead, lines, picture, doubt, rest: _ } = caption;
    // A step of a picture or a text alone shows no heading; who does not see it hears one.
    let is_bare = kind == "own" && title.is_empty();
    let title = h1().text(name);
    let title = if is_bare { title.class("unseen") } else { title };
    let text = |class: &'static str, text: String| (!text.is_empty()).then(|| p().class(class).text(text));
    let lines = (!lines.is_empty())
        .then(|| ul().attr("role", "list").class("narration-lines").with_all(lines.into_iter().map(item).collect()));
    let picture = picture.map(|picture| self::picture(picture, problems).class("narration-picture"));
    section()
        .class("narration")
        .attr("data-kind", kind)
        .attr("aria-label", reader.words.present)
        .attr("aria-live", "polite")
        .attr("aria-atomic", "true")
        .with(
            div()
                .key(step.token.as_str())
                .class("narration-step")
                .with_some(text("narration-over", over))
                .with_some(text("narration-year", year))
                .with(title)
                .with_some(text("narration-lead", lead))
                .with_some(lines)
                .with_some(picture)
                .with_some(text("narration-note", doubt))
                .with_some(code),
        )
}

/// A picture, which lies beside the data. Where it does not, what it would show.
pub(super) fn picture((file, alt): (String, String), problems: &[Problem]) -> Element {
    let is_lost = |problem: &Problem| matches!(&problem.fault, Fault::NoPicture { found } if *found == file);
    if problems.iter().any(is_lost) {
        return p().text(alt);
    }
    div().with(Element::new("IMG").attr("src", address_of(&file)).attr("alt", alt))
}

/// The address of a picture.
pub(super) fn address_of(file: &str) -> String {
    hall::beside(&format!("data/{file}"))
}

fn item(line: Line) -> Node {
    let Line { text, beside, is_guest } = line;
    let item = if is_guest { li().class("guest") } else { li() };
    let beside = (!beside.is_empty()).then(|| span().class("beside").text(beside));
    let gap = if beside.is_some() && !text.is_empty() { " " } else { "" };
    // What is short stands out; a sentence does not.
    let is_short = text.chars().count() < 40;
    let strong = if beside.is_some() || is_short { Element::new("B").text(text) } else { span().text(text) };
    item.with(strong).text(gap).with_some(beside).into()
}

fn controls(words: &'static PresentWords, stage: &Stage, is_kiosk: bool, has_problems: bool) -> Element {
    let control = |present: Present, key: &'static str, name: &'static str, sign: &'static str| {
        let control = button(Action::Present(present)).attr("title", name).attr("aria-label", name);
        let control = if key.is_empty() { control } else { control.attr("aria-keyshortcuts", key) };
        control.with(span().decorative().text(sign))
    };
    let pressed = |control: Element, is_on: bool| control.attr("aria-pressed", is_on.to_string());
    let go = |stride, key, name, sign| control(Present::Go(stride), key, name, sign);
    let mut controls = vec![
        go(Stride::Previous, "PageUp", words.previous, "‹"),
        go(Stride::Next, "PageDown", words.next, "›"),
        control(Present::Keys, "Shift+?", words.steps, if has_problems && !is_kiosk { "☰ !" } else { "☰" })
            .attr("aria-haspopup", "dialog"),
    ];
    if !is_kiosk {
        let play = if stage.is_playing { (words.pause, "❚❚") } else { (words.play, "▶") };
        controls.extend([
            pressed(control(Present::Cover(Cover::Black), "B", words.black, "B"), stage.cover == Cover::Black),
            pressed(control(Present::Cover(Cover::Code), "Q", words.code, "QR"), stage.cover == Cover::Code),
            pressed(control(Present::Light, "L", words.light, "L"), stage.has_light),
            control(Present::Play, "A", play.0, play.1),
            control(Present::Fill, "F", words.fill, "F"),
            control(Present::Notes, "S", words.notes_window, "S"),
            control(Present::Leave, "Escape", words.leave, "×"),
        ]);
    }
    div()
        .key("controls")
        .class("controls")
        .attr("role", "toolbar")
        .attr("aria-label", words.controls)
        .with_all(controls.into_iter().map(Into::into).collect())
}

/// What covers the stage. The element is always there, so that it is told when something comes.
fn cover(state: State, stage: &Stage, words: &'static PresentWords) -> Node {
    let cover = div().key("cover").attr("role", "status");
    let back = |class: &'static str, name: &'static str| {
        let back = button(Action::Present(Present::Cover(Cover::None))).class("uncover");
        let what = p().class("unseen").text(name);
        div().key("cover").attr("role", "status").class(class).with(what).with(back.attr("aria-label", words.uncover))
    };
    match stage.cover {
        Cover::None => cover.into(),
        Cover::Black => back("cover black", words.black).into(),
        Cover::White => back("cover white", words.white).into(),
        Cover::Code => back("cover code", words.code).with(code(state, shown(state), words.scan_step)).into(),
    }
}

/// What the code of a step leads to: the map as the step has it. What is said of the whole campaign the map does not show, so
/// that leads to the step.
fn shown(state: State) -> Address {
    let shown = state.shown();
    let is_whole = shown.period == Period::All && shown.subject.is_none() && shown.filter == Address::default().filter;
    let presenting = Presenting { window: Presents::Stage, step: state.presenting().step, ..Presenting::default() };
    if is_whole && state.stage().at > 0 { Address { presenting, ..shown } } else { shown }
}

/// The QR code that belongs to a step.
pub(super) fn code_of(state: State, step: &StoryStep) -> Option<Element> {
    (step.slide == Slide::Thanks).then(|| code(state, Address::default(), words_of(state.lang()).scan))
}

/// An address of this app as a QR code, with what it is for. Where nobody else could open it, a sentence that says so.
fn code(state: State, shown: Address, what: &'static str) -> Element {
    let words = words_of(state.lang());
    let address = hall::public_address().map(|base| base + &to_query(&Address { lang: state.lang(), ..shown }));
    let drawn = address.as_ref().and_then(|address| qr(address, (0.0, 0.0), 100.0));
    let figure = div().class("narration-code");
    match (drawn, address) {
        (Some(drawn), Some(address)) => {
            let drawn = drawn.attr("role", "img").attr("aria-label", format!("{}: {address}", words.code));
            let what = typeset(state.lang(), what).into_owned();
            figure.with(drawn).with(p().text(what)).with(p().class("address").text(short(&address)))
        }
        _ => figure.with(p().text(typeset(state.lang(), words.no_code).into_owned())),
    }
}

/// An address as it is read aloud or typed.
fn short(address: &str) -> String {
    address.split_once("://").map_or(address, |(_, rest)| rest).trim_end_matches('/').to_owned()
}

/// All steps, and all keys.
fn all(reader: Reader<'_>, words: &'static PresentWords, stage: &Stage, problems: &[Problem]) -> Node {
    let dialog =
        dialog().key("keys").class("steps-list").attr("id", KEYS_ID).attr("aria-labelledby", "talk-keys-title");
    let dialog = dialog.on("close", |_| Some(Action::Present(Present::Shut)));
    if !stage.has_keys {
        return dialog.into();
    }
    let close = button(Action::Present(Present::Keys)).class("close").attr("aria-label", reader.words.close);
    let head = div()
        .class("steps-head")
        .with(h2().attr("id", "talk-keys-title").text(words.steps))
        .with(close.with(span().decorative().text("×")));
    let keys = words.key_table.iter().map(|(keys, what)| {
        div().with(dt().with(kbd().text(*keys))).with(dd().text(typeset(reader.lang, what).into_owned())).into()
    });
    // The keys stand beside the steps, so that both are seen at once.
    let keys = div().with(h2().text(words.keys)).with(dl().with_all(keys.collect()));
    let both = div().class("steps-keys").with(steps(reader, stage)).with(keys);
    dialog.with(head).with_some(wrong(reader, problems)).with(both).into()
}

/// What is wrong with the data, for who prepares the talk.
pub(super) fn wrong(reader: Reader<'_>, problems: &[Problem]) -> Option<Element> {
    let count = faults(reader, problems.len());
    let part = || {
        section()
            .class("wrong")
            .attr("tabindex", "0")
            .attr("aria-label", count.clone())
            .with(h2().text(count))
            .with(problem_list(reader, problems))
    };
    (!problems.is_empty()).then(part)
}

/// Every step, to go there.
pub(super) fn steps(reader: Reader<'_>, stage: &Stage) -> Element {
    let step = |(at, step): (usize, &StoryStep)| -> Node {
        let jump = button(Action::Present(Present::Go(Stride::To(at)))).class("jump");
        let jump = if at == stage.at { jump.attr("aria-current", "step") } else { jump };
        let number = span().class("number").text((at + 1).to_string());
        li().with(jump.with(number).text(" ").with(span().text(heading(reader, step)))).into()
    };
    ul().attr("role", "list").class("steps-all").with_all(stage.steps.iter().enumerate().map(step).collect())
}

/// What a step is called: by its title, or what stands in for one.
pub(super) fn name_of(reader: Reader<'_>, caption: &Caption) -> String {
    let Caption { title, lead, picture, .. } = caption;
    let alt = picture.as_ref().map_or("", |(_, alt)| alt);
    let named = [title, lead, alt, reader.campaign()].into_iter().find(|name| !name.is_empty());
    named.unwrap_or_default().to_owned()
}

/// A step in a few words.
pub(super) fn heading(reader: Reader<'_>, step: &StoryStep) -> String {
    let caption = Caption::of(reader, step);
    let (title, Caption { kind, year, .. }) = (name_of(reader, &caption), caption);
    if year.is_empty() || !matches!(kind, "meeting" | "edition") { title } else { format!("{title}, {year}") }
}
