//! A JSON value that knows where it stands and can say what is wrong with it.
//!
//! Each reading method gives what is valid and reports what is not, so a reader of records is a list of its
//! members and no more. A member that is `null` counts as absent.

use std::fmt::Write;
use std::str::FromStr;

use super::fault::{Expected, Fault, shorten};
use super::json::{Content, Value};
use super::sink::Sink;
use crate::domain::{CountryCode, Edtf, Lang, Localized, Slug};

/// A value in a document.
pub(super) struct Node<'a> {
    value: &'a Value<'a>,
    step: Step<'a>,
    sink: &'a Sink,
}

/// How a value is reached from the one that holds it.
#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Member(&'a Node<'a>, &'static str),
    Item(&'a Node<'a>, usize),
}

impl<'a> Node<'a> {
    pub fn root(value: &'a Value<'a>, sink: &'a Sink) -> Self {
        Self { value, step: Step::Root, sink }
    }

    pub fn report(&self, fault: Fault) {
        self.sink.report(self.pointer(), Some(self.value.line), fault);
    }

    /// Where it stands: its JSON pointer, and the line.
    pub fn place(&self) -> (String, usize) {
        (self.pointer(), self.value.line)
    }

    fn pointer(&self) -> String {
        let mut pointer = String::new();
        self.write_pointer(&mut pointer);
        pointer
    }

    /// Reports at a member.
    pub fn report_at(&self, name: &'static str, fault: Fault) {
        match self.member(name) {
            Some(member) => member.report(fault),
            None => self.report(fault),
        }
    }

    fn write_pointer(&self, pointer: &mut String) {
        // Writing to a String cannot fail. Members have plain names, which need no escape of RFC 6901.
        let _ = match self.step {
            Step::Root => Ok(()),
            Step::Member(parent, name) => {
                parent.write_pointer(pointer);
                write!(pointer, "/{name}")
            }
            Step::Item(parent, index) => {
                parent.write_pointer(pointer);
                write!(pointer, "/{index}")
            }
        };
    }

    /// A member, if this is an object that has it. Reports nothing.
    pub fn member<'b>(&'b self, name: &'static str) -> Option<Node<'b>> {
        let value = self.value.get(name).filter(|value| !matches!(value.content, Content::Null))?;
        Some(Node { value, step: Step::Member(self, name), sink: self.sink })
    }

    /// Reports members that nothing reads.
    pub fn knows(&self, allowed: &'static [&'static str]) {
        if let Content::Object(names, values) = &self.value.content {
            for (name, value) in names.iter().zip(values) {
                if !allowed.contains(&&**name) {
                    let (mut pointer, found) = (self.pointer(), shorten(name));
                    pointer = format!("{pointer}/{}", found.replace('~', "~0").replace('/', "~1"));
                    self.sink.report(pointer, Some(value.line), Fault::UnknownMember { found, allowed });
                }
            }
        }
    }

    /// A member that may be there, read by `read`.
    pub fn may<'b, T>(&'b self, name: &'static str, read: impl FnOnce(&Node<'b>) -> Option<T>) -> Option<T> {
        self.member(name).and_then(|node| read(&node))
    }

    /// A member that must be there, read by `read`.
    pub fn need<'b, T>(&'b self, name: &'static str, read: impl FnOnce(&Node<'b>) -> Option<T>) -> Option<T> {
        self.needed(name).and_then(|node| read(&node))
    }

    fn needed<'b>(&'b self, name: &'static str) -> Option<Node<'b>> {
        let member = self.member(name);
        if member.is_none() {
            self.report(Fault::Missing { field: name });
        }
        member
    }

    /// The value as it would be written, short enough to be shown.
    pub fn literal(&self) -> String {
        literal(self.value)
    }

    pub fn wrong_type(&self, expected: Expected) {
        self.report(Fault::WrongType { expected, found: self.literal() });
    }

    pub fn is_object(&self) -> bool {
        let is = matches!(self.value.content, Content::Object(..));
        if !is {
            self.wrong_type(Expected::Object);
        }
        is
    }

    /// The items of a list.
    pub fn items(&self) -> impl Iterator<Item = Node<'_>> {
        let items = self.value.as_list();
        if items.is_none() {
            self.wrong_type(Expected::List);
        }
        let node = |(index, value)| Node { value, step: Step::Item(self, index), sink: self.sink };
        items.into_iter().flatten().enumerate().map(node)
    }

    /// What `read` makes of the items of a member that may be there.
    pub fn list<T>(&self, name: &'static str, read: impl Fn(&Node<'_>) -> Option<T>) -> Vec<T> {
        let Some(list) = self.member(name) else { return Vec::new() };
        list.items().filter_map(|item| read(&item)).collect()
    }

    pub fn is_list(&self) -> bool {
        self.value.as_list().is_some()
    }

    pub fn is_empty_list(&self) -> bool {
        self.value.as_list().is_some_and(<[_]>::is_empty)
    }

    /// The value, if it is a text. Reports nothing.
    pub fn raw_text(&self) -> Option<&'a str> {
        self.value.as_text()
    }

    /// A text that says something.
    pub fn text(&self) -> Option<&'a str> {
        let Some(text) = self.value.as_text() else {
            self.wrong_type(Expected::Text);
            return None;
        };
        if text.trim().is_empty() {
            self.report(Fault::Blank);
            return None;
        }
        if text.contains('\u{fffd}') {
            self.report(Fault::DamagedText { found: shorten(text) });
        }
        Some(text)
    }

    pub fn string(&self) -> Option<String> {
        self.text().map(str::to_owned)
    }

    pub fn number(&self) -> Option<f64> {
        let number = self.value.as_f64();
        if number.is_none() {
            self.wrong_type(Expected::Number);
        }
        number
    }

    pub fn whole(&self, min: u32, max: u32) -> Option<u32> {
        let number = self.value.as_whole().and_then(|number| u32::try_from(number).ok());
        let number = number.filter(|number| (min..=max).contains(number));
        if number.is_none() {
            self.wrong_type(Expected::Whole { min, max });
        }
        number
    }

    /// A text in each language. Where one is missing another stands in for it, which is a fault where it is required.
    pub fn localized(&self) -> Option<Localized> {
        if let Some(text) = self.raw_text() {
            self.wrong_type(Expected::Localized);
            return (!text.trim().is_empty()).then(|| Localized::same(text));
        }
        if !matches!(self.value.content, Content::Object(..)) {
            self.wrong_type(Expected::Localized);
            return None;
        }
        Localized::new(&|lang| {
            let text = self.member(lang.tag());
            if text.is_none() && Lang::REQUIRED.contains(&lang) {
                self.report(Fault::MissingLanguage(lang));
            }
            text?.string()
        })
    }

    pub fn slug(&self) -> Option<Slug> {
        self.parse(|_, found| Fault::Id { found })
    }

    pub fn date(&self) -> Option<Edtf> {
        self.parse(|error, found| Fault::Date { error, found })
    }

    pub fn country(&self) -> Option<CountryCode> {
        self.parse(|_, found| Fault::Country { found })
    }

    /// An address to which a link may lead: `javascript:` and the like are none.
    pub fn url(&self) -> Option<String> {
        let text = self.text()?;
        let is_web = text.starts_with("https://") || text.starts_with("http://");
        if !is_web || text.contains(|c: char| c.is_whitespace() || c.is_control()) {
            self.report(Fault::Url { found: shorten(text) });
            return None;
        }
        Some(text.to_owned())
    }

    /// One of the words known; gives its value.
    pub fn word<T: Copy>(&self, allowed: &'static [&'static str], values: &[T]) -> Option<T> {
        let text = self.text()?;
        let value = allowed.iter().zip(values).find(|(word, _)| **word == text).map(|(_, value)| *value);
        if value.is_none() {
            self.report(Fault::UnknownWord { found: shorten(text), allowed });
        }
        value
    }

    fn parse<T: FromStr>(&self, fault: fn(T::Err, String) -> Fault) -> Option<T> {
        let text = self.text()?;
        text.parse().map_err(|error| self.report(fault(error, shorten(text)))).ok()
    }
}

/// A JSON value as it is written, short enough to be shown.
pub(super) fn literal(value: &Value<'_>) -> String {
    match &value.content {
        Content::Null => "null".to_owned(),
        Content::Bool(is) => if *is { "true" } else { "false" }.to_owned(),
        Content::Number(text) => shorten(text),
        Content::Text(text) => format!("\"{}\"", shorten(text)),
        Content::List(items) => if items.is_empty() { "[]" } else { "[…]" }.to_owned(),
        Content::Object(names, _) => if names.is_empty() { "{}" } else { "{…}" }.to_owned(),
    }
}
