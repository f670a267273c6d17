//! The small parts that details and lists are made of.

use crate::domain::{Doubt, Key, Provenance, Source, Subject};
use crate::markup::tags::{a, button, dd, details, div, dt, h4, li, p, span, strong, summary, ul};
use crate::markup::{Action, Element, Node};
use crate::text;

use super::reader::{Reader, join};

/// One row of a description list; nothing where there is nothing to say.
pub(super) fn fact(label: &str, value: impl Into<String>) -> Option<Element> {
    let value = value.into();
    (!value.is_empty()).then(|| fact_node(label, value.into()))
}

/// The same with more than text.
pub(super) fn fact_node(label: &str, value: Node) -> Element {
    div().class("fact").with(dt().text(label)).with(dd().with(value))
}

/// A heading and a list; nothing where the list is empty.
pub(super) fn titled_list(title: &str, class: &'static str, items: Vec<Node>) -> Vec<Node> {
    if items.is_empty() {
        return Vec::new();
    }
    vec![h4().text(title).into(), ul().class(class).with_all(items).into()]
}

/// A part of a button's text in a line of its own; nothing where it is empty.
pub(super) fn line(class: &'static str, text: impl Into<String>) -> Option<Element> {
    let text = text.into();
    (!text.is_empty()).then(|| span().class(class).text(text))
}

/// The first line of a button that selects something: what it is, and when or where.
pub(super) fn headline(name: String, beside: String) -> Element {
    span().class("row").with(strong().class("place").text(name)).text(" ").with(span().class("beside").text(beside))
}

/// A button that selects `subject`.
pub(super) fn choice(subject: Subject) -> Element {
    button(Action::Select(subject)).class("choice")
}

/// A word that leads to something else that is known.
pub(super) fn link_to(subject: Subject, name: String) -> Element {
    button(Action::Select(subject)).class("choice go").text(name)
}

impl Reader<'_> {
    /// Note, doubts and sources of something.
    pub(super) fn provenance(self, provenance: &Provenance) -> Vec<Node> {
        let mut nodes = Vec::new();
        if let Some(note) = &provenance.note {
            nodes.push(p().class("note").text(self.text(note)).into());
        }
        if !provenance.doubts.is_empty() {
            let doubts = provenance.doubts.iter().map(|doubt| self.doubt(doubt)).collect();
            nodes.push(div().class("doubts").with_all(titled_list(self.words.doubts, "", doubts)).into());
        }
        if !provenance.sources.is_empty() {
            let sources = provenance.sources.iter().map(|&key| self.source(key)).collect();
            nodes.push(div().class("sources").with_all(titled_list(self.words.sources, "", sources)).into());
        }
        nodes
    }

    /// The same, folded away; nothing where there is nothing to say.
    pub(super) fn folded_provenance(self, provenance: &Provenance) -> Option<Element> {
        let nodes = self.provenance(provenance);
        let fold = || details().class("provenance").with(summary().text(self.words.sources_and_doubts));
        (!nodes.is_empty()).then(|| fold().with_all(nodes))
    }

    fn doubt(self, doubt: &Doubt) -> Node {
        let kind = format!("{}. ", (self.words.doubt)(doubt.kind));
        li().with(strong().text(kind)).text(self.text(&doubt.note)).into()
    }

    /// A source as a link: its title, who published it and when, and how much of it was read.
    pub(super) fn source(self, key: Key<Source>) -> Node {
        let source = self.catalog.get(key);
        let title = match &source.url {
            // The loader lets no other scheme than http and https through.
            Some(url) => a().attr("href", url.as_str()).attr("rel", "noopener noreferrer external"),
            None => span(),
        };
        let when = source.published.map(|when| text::date(self.words, when)).unwrap_or_default();
        let publisher = format!(" — {}", join(", ", [source.publisher.clone(), when]));
        let how_much = source.seen.as_ref().map(|seen| format!("{}: {}", self.words.seen, self.text(seen)));
        li().with(title.text(source.title.as_str()))
            .with(span().class("publisher").text(publisher))
            .with_some(line("seen", how_much.unwrap_or_default()))
            .into()
    }
}
