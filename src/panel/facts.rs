//! The small parts that details and lists are made of.

use crate::domain::{Doubt, Facet, Key, Meeting, Provenance, Source, Subject};
use crate::markup::tags::{button, dd, details, div, dt, h4, li, link_out, p, span, strong, summary, ul, wbr};
use crate::markup::{Action, Element, Node};
use crate::text::{self, typeset};

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
    vec![h4().text(title).into(), list(class, items).into()]
}

/// A list. It says that it is one, because Safari takes that from a list without bullets.
pub(super) fn list(class: &'static str, items: Vec<Node>) -> Element {
    let list = ul().attr("role", "list").with_all(items);
    if class.is_empty() { list } else { list.class(class) }
}

/// A part of a button's text in a line of its own; nothing where it is empty.
pub(super) fn line(class: &'static str, text: impl Into<String>) -> Option<Element> {
    let text = text.into();
    (!text.is_empty()).then(|| span().class(class).text(text))
}

/// A text that may be broken within addresses, such as those that stand for who published something, after a dot or slash:
/// what has no room in a line would else be broken anywhere.
pub(super) fn breakable(text: &str) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut start = 0;
    for (at, sign) in text.char_indices().filter(|(_, char)| matches!(char, '.' | '/')) {
        let end = at + sign.len_utf8();
        let is_within = |char: Option<char>| char.is_some_and(char::is_alphabetic);
        if is_within(text[..at].chars().next_back()) && is_within(text[end..].chars().next()) {
            nodes.push(text[start..end].into());
            nodes.push(wbr().into());
            start = end;
        }
    }
    nodes.push(text[start..].into());
    nodes
}

/// The first line of a button that selects something: what it is, and when or where.
pub(super) fn headline(name: String, beside: String) -> Element {
    span().class("row").with(strong().class("place").text(name)).text(" ").with(span().class("beside").text(beside))
}

/// A word that leads to something else that is known.
pub(super) fn link_to(subject: Subject, name: String) -> Element {
    button(Action::Select(subject)).class("choice go").attr("data-is", subject.token()).text(name)
}

/// A word that leads to the detail of an edition or a topic.
pub(super) fn facet_link(facet: Facet, name: String) -> Element {
    button(Action::Explore(facet)).class("choice go").text(name)
}

impl Reader<'_> {
    /// A button that selects `subject`, and lights up with its twins elsewhere.
    pub(super) fn choice(self, subject: Subject) -> Element {
        button(Action::Select(subject))
            .class("choice")
            .attr("data-is", subject.token())
            .attr("data-about", self.catalog.ties(subject))
    }

    /// Note, doubts and sources of something.
    pub(super) fn provenance(self, provenance: &Provenance) -> Vec<Node> {
        let mut nodes: Vec<Node> = self.note(provenance).map(Into::into).into_iter().collect();
        nodes.extend(self.doubts_and_sources(provenance));
        nodes
    }

    /// Marks what has doubts, where it stands in a list, and names what is doubtful.
    pub(super) fn doubt_mark(self, provenance: &Provenance) -> Option<Element> {
        /// More of them say no more than that there are many.
        const MOST: usize = 3;
        let (words, doubts) = (self.words, &provenance.doubts);
        let mut text = String::new();
        for doubt in doubts {
            let Some(name) = words.field_name(&doubt.field).filter(|_| doubts.len() <= MOST) else {
                words.not_all_certain.clone_into(&mut text);
                break;
            };
            text.push_str(if text.is_empty() { words.uncertain } else { ", " });
            text.push_str(name);
        }
        line("doubt", text)
    }

    /// The note of something, if it has one.
    pub(super) fn note(self, provenance: &Provenance) -> Option<Element> {
        provenance.note.as_ref().map(|note| p().class("note").text(self.text(note)))
    }

    fn doubts_and_sources(self, provenance: &Provenance) -> Vec<Node> {
        let part = |class: &'static str, title: &str, items: Vec<Node>| -> Option<Node> {
            (!items.is_empty()).then(|| div().class(class).with_all(titled_list(title, "", items)).into())
        };
        let doubts = provenance.doubts.iter().map(|doubt| self.doubt(doubt)).collect();
        let sources = provenance.sources.iter().map(|&key| self.source(key)).collect();
        let parts = [part("doubts", self.words.doubts, doubts), part("sources", self.words.sources, sources)];
        parts.into_iter().flatten().collect()
    }

    /// All of it, folded away; nothing where there is nothing to say.
    pub(super) fn folded_provenance(self, provenance: &Provenance) -> Option<Element> {
        self.folded(self.provenance(provenance))
    }

    /// Doubts and sources, folded away.
    pub(super) fn folded_doubts_and_sources(self, provenance: &Provenance) -> Option<Element> {
        self.folded(self.doubts_and_sources(provenance))
    }

    /// The sources of a person's part in a meeting, folded away, where they are others than the meeting's.
    pub(super) fn folded_sources(self, provenance: &Provenance, meeting: &Meeting) -> Option<Element> {
        if provenance.sources == meeting.provenance.sources && provenance.doubts.is_empty() {
            return None;
        }
        self.folded(self.doubts_and_sources(provenance))
    }

    fn folded(self, nodes: Vec<Node>) -> Option<Element> {
        let fold = || details().class("provenance").with(summary().text(self.words.sources_and_doubts));
        (!nodes.is_empty()).then(|| fold().with_all(nodes))
    }

    pub(super) fn doubt(self, doubt: &Doubt) -> Node {
        let kind = format!("{}. ", (self.words.doubt)(doubt.kind));
        let item = li().with(strong().text(kind)).text(self.text(&doubt.note));
        let sources = doubt.sources.iter().map(|&key| p().class("publisher").with(self.source_link(key)).into());
        item.with_all(sources.collect()).into()
    }

    /// The title of a source, as a link where it has an address.
    pub(super) fn source_title(self, key: Key<Source>) -> Element {
        let source = self.catalog.get(key);
        let title = match &source.url {
            Some(url) => link_out(url),
            None => span(),
        };
        title.text(typeset(self.lang, &source.title))
    }

    /// The same with who published it and when: of two pages of one title a reader can tell which is which.
    fn source_link(self, key: Key<Source>) -> Element {
        let source = self.catalog.get(key);
        let when = source.published.map(|when| text::date(self.words, when)).unwrap_or_default();
        let publisher = format!("\u{a0}– {}", join(", ", [source.publisher.clone(), when]));
        self.source_title(key).with(span().class("publisher").with_all(breakable(&publisher)))
    }

    /// A source as such a link, and how much of it was read.
    pub(super) fn source(self, key: Key<Source>) -> Node {
        self.source_with(key, None).into()
    }

    /// The same with what it is.
    pub(super) fn described_source(self, key: Key<Source>) -> Element {
        self.source_with(key, Some(self.text(&self.catalog.get(key).description)))
    }

    fn source_with(self, key: Key<Source>, description: Option<String>) -> Element {
        let source = self.catalog.get(key);
        let how_much = source.seen.as_ref().map(|seen| format!("{}: {}", self.words.seen, self.text(seen)));
        li().with(self.source_link(key))
            .with_some(line("seen", description.unwrap_or_default()))
            .with_some(line("seen", how_much.unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Builder, DoubtKind, Lang, sample};
    use crate::markup::to_html;
    use crate::panel::reader;

    fn doubts(fields: &[&str]) -> Provenance {
        let doubt = |field: &&str| Doubt {
            field: (*field).to_owned(),
            kind: DoubtKind::Uncertain,
            note: sample::text("?", "?"),
            sources: vec![],
        };
        Provenance { doubts: fields.iter().map(doubt).collect(), ..Provenance::default() }
    }

    #[test]
    fn the_mark_names_what_is_doubtful_unless_that_is_too_much() {
        let catalog = sample::catalog();
        let mark = |lang, fields: &[&str]| {
            let mark = reader::sample(&catalog, lang).doubt_mark(&doubts(fields));
            mark.map(|mark| Node::from(mark).text_content()).unwrap_or_default()
        };
        for (fields, pl, en) in [
            (&[][..], "", ""),
            (&["when"], "niepewne: data", "uncertain: date"),
            (&["topics", "kinds", "edition"], "niepewne: tematy, forma, edycja", "uncertain: topics, form, edition"),
            (&["topics", "kinds", "edition", "when"], "nie wszystko jest pewne", "not all of it is certain"),
            (&["when", "no-such-field"], "nie wszystko jest pewne", "not all of it is certain"),
        ] {
            assert_eq!((mark(Lang::Pl, fields).as_str(), mark(Lang::En, fields).as_str()), (pl, en), "{fields:?}");
        }
    }

    #[test]
    fn an_address_is_broken_after_its_dots_and_slashes_and_nothing_else_is() {
        let html = |text: &str| to_html(&breakable(text));
        assert_eq!(html("– dziennik.walbrzych.pl, 2015"), "– dziennik.<wbr>walbrzych.<wbr>pl, 2015");
        assert_eq!(html("a.pl/b/c"), "a.<wbr>pl/<wbr>b/<wbr>c");
        for whole in ["3. edycja", "31.03.2017", "Gazeta Wyborcza.", ""] {
            assert_eq!(html(whole), whole);
        }
    }

    #[test]
    fn a_link_to_a_source_says_who_published_it_and_when() {
        let mut builder = Builder::new(None, None);
        let source = Source {
            id: "s".parse().expect("an id"),
            title: "Tytuł".into(),
            publisher: "Gazeta".into(),
            description: sample::text("", ""),
            url: Some("https://example.org/".into()),
            published: "2016-03-31".parse().ok(),
            seen: None,
        };
        let key = builder.add(source).expect("one");
        let catalog = builder.finish();
        let html = to_html(&[reader::sample(&catalog, Lang::Pl).source(key)]).replace('\u{a0}', " ");
        let link = html.split_once("</a>").map(|(link, _)| link.to_owned()).unwrap_or_default();
        assert!(link.contains(">Tytuł<span class=\"publisher\"> – Gazeta, 31 marca 2016</span>"), "{html}");
    }
}
