//! What the audience takes home: two steps a page with what was said, and the sources at the end.

use crate::domain::{Slide, Source};
use crate::markup::tags::{div, h2, li, p, section, span, ul};
use crate::markup::{Element, Node};
use crate::paint::tell;
use crate::state::State;
use crate::text::{self, Reader, join};

use super::caption::{Caption, Line, notes};
use super::desk::picture;
use super::stage::code_of;

/// All of it.
pub(super) fn handout(state: State) -> Node {
    let (stage, ground) = (state.stage(), state.ground());
    tell(state, |reader| {
        let steps = stage.steps.iter().enumerate().filter(|(_, step)| step.slide != Slide::Sources);
        let pages = steps.map(|(at, step)| {
            let caption = Caption::of(reader, step);
            let title = if caption.title.is_empty() { reader.campaign().to_owned() } else { caption.title.clone() };
            let map = ground.as_deref().map(|ground| picture(reader, step, ground, (640.0, 460.0), &title));
            let number = span().class("number").text(format!("{}. ", at + 1));
            section()
                .class("handout-step")
                .with(h2().with(number).text(title))
                .with_some(map)
                .with(said(caption, notes(reader, step)).with_some(code_of(state, step)))
                .into()
        });
        div().class("handout").with_all(pages.collect()).with(sources(reader)).into()
    })
}

fn said(caption: Caption, notes: Vec<String>) -> Element {
    let text = |class: &'static str, text: String| (!text.is_empty()).then(|| p().class(class).text(text));
    let line = |Line { text, beside, .. }: Line| {
        li().with(Element::new("B").text(text)).text(if beside.is_empty() { "" } else { " " }).text(beside).into()
    };
    let length = caption.lines.iter().map(|line| line.text.len() + line.beside.len()).sum::<usize>()
        + notes.iter().map(String::len).sum::<usize>();
    // So that it fits on half a sheet.
    let class = match length {
        0..900 => "handout-text",
        900..1600 => "handout-text long",
        _ => "handout-text longer",
    };
    div()
        .class(class)
        .with_some(text("year", caption.year))
        .with_some(text("over", caption.over))
        .with_some(text("lead", caption.lead))
        .with(ul().with_all(caption.lines.into_iter().map(line).collect()))
        .with_some(text("doubt", caption.doubt))
        .with_all(notes.into_iter().map(|note| p().class("note").text(note).into()).collect())
}

fn sources(reader: Reader<'_>) -> Element {
    let item = |source: &Source| -> Node {
        let when = source.published.map(|when| text::date(reader.words, when)).unwrap_or_default();
        let rest = join(", ", [source.publisher.clone(), when, source.url.clone().unwrap_or_default()]);
        li().with(Element::new("B").text(text::typeset(reader.lang, &source.title).into_owned()))
            .text(" – ")
            .text(rest)
            .into()
    };
    let items = reader.catalog.all::<Source>().map(|(_, source)| item(source)).collect();
    section().class("handout-sources").with(h2().text(reader.words.sources)).with(ul().with_all(items))
}
