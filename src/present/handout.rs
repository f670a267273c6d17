//! What the audience takes home: two steps a page with what was said, and the sources at the end.

use crate::domain::{Slide, Source};
use crate::markup::tags::{div, h2, li, p, section, ul};
use crate::markup::{Element, Node};
use crate::paint::tell;
use crate::state::State;
use crate::text::{self, Reader, join};

use super::caption::{Caption, Line, notes, words_of};
use super::desk::picture as drawn;
use super::stage::{code_of, name_of, picture};

/// All of it.
pub(super) fn handout(state: State) -> Node {
    let (stage, ground, problems) = (state.stage(), state.ground(), state.problems());
    let count = stage.steps.len();
    tell(state, |reader| {
        let steps = stage.steps.iter().enumerate().filter(|(_, step)| step.slide != Slide::Sources);
        let pages = steps.map(|(at, step)| {
            let caption = Caption::of(reader, step);
            let title = name_of(reader, &caption);
            let map = ground.as_deref().map(|ground| drawn(reader, step, ground, (640.0, 460.0), &title));
            let number = p().class("number").text((words_of(reader.lang).step_short)(at + 1, count));
            let said = div().class("handout-text").with(said(caption.clone())).with_some(code_of(state, step));
            let notes = notes(reader, step, &caption.rest);
            let shown = caption.picture.map(|it| picture(it, &problems).class("handout-picture"));
            let notes = notes.into_iter().map(|note| p().class("note").text(note).into()).collect();
            section()
                .class("handout-step")
                .with(number)
                .with(h2().text(title))
                .with_some(map)
                .with(said)
                .with_some(shown)
                .with(div().class("handout-notes").with_all(notes))
                .into()
        });
        div().class("handout").with_all(pages.collect()).with(sources(reader)).into()
    })
}

/// What the caption says below its heading.
pub(super) fn said(caption: Caption) -> Element {
    let text = |class: &'static str, text: String| (!text.is_empty()).then(|| p().class(class).text(text));
    let line = |Line { text, beside, .. }: Line| {
        li().with(Element::new("B").text(text)).text(if beside.is_empty() { "" } else { " " }).text(beside).into()
    };
    div()
        .with_some(text("year", caption.year))
        .with_some(text("over", caption.over))
        .with_some(text("lead", caption.lead))
        .with(ul().with_all(caption.lines.into_iter().map(line).collect()))
        .with_some(text("doubt", caption.doubt))
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
