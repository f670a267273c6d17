//! A tree of elements and texts.

use super::Action;

/// A piece of the page.
#[derive(Clone, Debug)]
pub enum Node {
    /// Text, and never anything else: no markup in it is ever read.
    Text(String),
    /// An element.
    Element(Element),
}

/// An element with what is in it. Boxed, because the functions that build it hand it on from one to the next.
#[derive(Clone, Debug)]
pub struct Element(Box<Parts>);

/// What an element is made of.
#[derive(Clone, Debug)]
pub struct Parts {
    /// Its tag name as the DOM tells it back: in capitals, but for the elements of SVG.
    pub tag: &'static str,
    /// Tells it from its siblings, wherever it stands among them: painting again moves it rather than rewriting another.
    pub key: Option<String>,
    /// Names and values of its attributes.
    pub attributes: Vec<(&'static str, String)>,
    /// Names and values of CSS properties. No `style` attribute, which a Content Security Policy may forbid.
    pub styles: Vec<(&'static str, String)>,
    /// What a form control holds, whatever a person did to it.
    pub value: Option<String>,
    /// What it does when it is pressed.
    pub action: Option<Action>,
    /// Names of other events, and what the element does then.
    pub deeds: Vec<(&'static str, Action)>,
    /// Names of events, and how to tell from them what is to be done.
    pub listeners: Vec<(&'static str, Listener)>,
    /// What is in it.
    pub children: Vec<Node>,
}

/// What an event does, if anything. Of a key that does something the browser makes nothing else.
pub type Listener = fn(&Input) -> Option<Action>;

/// What an event tells of the element where it happened; what does not apply is empty.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// The key that was pressed, as `KeyboardEvent.key` names it.
    pub key: String,
    /// The value of a form control.
    pub value: String,
    /// Its least value.
    pub min: String,
    /// Its greatest value.
    pub max: String,
}

macro_rules! tags {
    ($($name:ident $tag:literal),* $(,)?) => {
        /// A function for each tag that the page uses.
        pub mod tags {
            use super::{Action, Element};

            $(
                #[doc = concat!("An empty `", stringify!($name), "` element.")]
                #[must_use]
                #[inline(never)]
                pub fn $name() -> Element {
                    Element::new($tag)
                }
            )*

            /// A link to another site, which is told nothing of this page. The loader lets no address through but one of
            /// http or https.
            #[must_use]
            pub fn link_out(url: &str) -> Element {
                a().attr("href", url).attr("rel", "noopener noreferrer external")
            }

            /// A `button` that does something.
            #[must_use]
            #[inline(never)]
            pub fn button(action: Action) -> Element {
                let mut element = Element::new("BUTTON").attr("type", "button");
                element.0.action = Some(action);
                element
            }
        }
    };
}

tags! {
    a "A", article "ARTICLE", caption "CAPTION", code "CODE", dd "DD", details "DETAILS", dialog "DIALOG", div "DIV", dl "DL", dt "DT",
    h1 "H1", h2 "H2", h3 "H3", h4 "H4", header "HEADER", input "INPUT", kbd "KBD", label "LABEL", li "LI", mark "MARK",
    p "P", section "SECTION", span "SPAN", strong "STRONG", summary "SUMMARY", table "TABLE", tbody "TBODY", td "TD",
    th "TH", thead "THEAD", tr "TR", ul "UL", wbr "WBR",
}

/// A function for each tag of SVG that pictures use.
pub mod svg {
    use super::Element;

    macro_rules! svg_tags {
        ($($name:ident $tag:literal),* $(,)?) => {
            $(
                #[doc = concat!("An empty `", $tag, "` element of SVG.")]
                #[must_use]
                #[inline(never)]
                pub fn $name() -> Element {
                    Element::new($tag)
                }
            )*
        };
    }

    svg_tags! {
        circle "circle", desc "desc", g "g", link "a", path "path", rect "rect", svg "svg", text "text", title "title",
    }
}

// Not inlined: a page is made of hundreds of such calls, and each would carry the growing of a vector with it.
impl Element {
    /// An element without anything.
    #[must_use]
    #[inline(never)]
    pub fn new(tag: &'static str) -> Self {
        Self(Box::new(Parts {
            tag,
            key: None,
            attributes: Vec::new(),
            styles: Vec::new(),
            value: None,
            action: None,
            deeds: Vec::new(),
            listeners: Vec::new(),
            children: Vec::new(),
        }))
    }

    /// The element that is made of this.
    #[must_use]
    pub fn from_parts(parts: Parts) -> Self {
        Self(Box::new(parts))
    }

    /// Whether it is one of SVG.
    #[must_use]
    pub fn is_svg(&self) -> bool {
        self.0.tag.starts_with(|first: char| first.is_ascii_lowercase())
    }

    /// What it is made of.
    #[must_use]
    pub fn parts(&self) -> &Parts {
        &self.0
    }

    /// The same, to keep.
    #[must_use]
    pub fn into_parts(self) -> Parts {
        *self.0
    }

    /// Sets what tells it from its siblings.
    #[must_use]
    #[inline(never)]
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.0.key = Some(key.into());
        self
    }

    /// Adds an attribute.
    #[must_use]
    #[inline(never)]
    pub fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.0.attributes.push((name, value.into()));
        self
    }

    /// Sets the class.
    #[must_use]
    #[inline(never)]
    pub fn class(self, class: impl Into<String>) -> Self {
        self.attr("class", class)
    }

    /// Takes the element out of the accessibility tree: what it shows is said elsewhere.
    #[must_use]
    pub fn decorative(self) -> Self {
        self.attr("aria-hidden", "true")
    }

    /// Sets a CSS property.
    #[must_use]
    #[inline(never)]
    pub fn style(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.0.styles.push((name, value.into()));
        self
    }

    /// Sets what a form control holds.
    #[must_use]
    #[inline(never)]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.0.value = Some(value.into());
        self
    }

    /// Does something when an event happens.
    #[must_use]
    #[inline(never)]
    pub fn does(mut self, event: &'static str, action: Action) -> Self {
        self.0.deeds.push((event, action));
        self
    }

    /// Listens to an event.
    #[must_use]
    #[inline(never)]
    pub fn on(mut self, event: &'static str, listener: Listener) -> Self {
        self.0.listeners.push((event, listener));
        self
    }

    /// Appends something.
    #[must_use]
    #[inline(never)]
    pub fn with(mut self, child: impl Into<Node>) -> Self {
        self.0.children.push(child.into());
        self
    }

    /// Appends a text; nothing if it is empty.
    #[must_use]
    #[inline(never)]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.0.children.push(Node::Text(text));
        }
        self
    }

    /// Appends all of them.
    #[must_use]
    #[inline(never)]
    pub fn with_all(mut self, children: Vec<Node>) -> Self {
        self.0.children.extend(children);
        self
    }

    /// Appends it if there is one.
    #[must_use]
    #[inline(never)]
    pub fn with_some(mut self, child: Option<Element>) -> Self {
        self.0.children.extend(child.map(Node::Element));
        self
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl Node {
    /// What tells it from its siblings.
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        match self {
            Self::Text(_) => None,
            Self::Element(element) => element.0.key.as_deref(),
        }
    }

    /// All text in it, as a reader meets it: what tests ask for.
    #[must_use]
    pub fn text_content(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Element(element) => element.0.children.iter().map(Self::text_content).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::tags::{li, strong, ul};
    use super::*;

    #[test]
    fn a_tree_is_built_from_the_outside_in() {
        let list = ul().class("a").with(li().with(strong().text("Kutno")).text(", 2017").text("")).with_some(None);
        assert_eq!(list.0.children.len(), 1);
        assert_eq!(Node::from(list).text_content(), "Kutno, 2017");
    }
}
