//! Puts [`Node`]s on the page, as a view of Leptos, and lets them do what they say.
//!
//! Painting again over an earlier view goes from node to node and writes only what differs, so elements keep their
//! focus, and lists their scroll position. Items that have a key are known again in another place. Leptos' own
//! `AnyAttribute`s would take every attribute away and set it again.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Element as DomElement, Node as DomNode, Placeholder, Text};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlInputElement, KeyboardEvent};

use crate::browser;
use crate::domain::{CountryCode, Lang};
use crate::markup::{Action, Element, Input, Listener, Node, Parts, to_html};
use crate::state::State;
use crate::text::{Reader, Words};

/// A part of the page that is painted again whenever what it is made from changes.
///
/// Boxed, so that it is compiled once and not for every part.
pub fn region(state: State, nodes: impl Fn() -> Vec<Node> + Send + 'static) -> AnyView {
    boxed_region(state, Box::new(nodes))
}

fn boxed_region(state: State, nodes: Box<dyn Fn() -> Vec<Node> + Send>) -> AnyView {
    (move || Painting { state, nodes: nodes() }).into_any()
}

/// Has the catalog told in the chosen language.
pub fn tell<T>(state: State, telling: impl FnOnce(Reader<'_>) -> T) -> T {
    let catalog = state.catalog();
    let lang = state.lang();
    let country_name = |lang: Lang, code: CountryCode| browser::country_name(lang.tag(), code.as_str());
    let compare = |lang: Lang, a: &str, b: &str| browser::compare(lang.tag(), a, b);
    telling(Reader { catalog: &catalog, lang, words: Words::of(lang), country_name, compare })
}

/// An effect that carries something outward: to the map, the address, the document. It must write no signal.
///
/// Boxed for the same reason.
pub fn outward(effect: impl Fn() + 'static) {
    keep_effect(Box::new(effect));
}

/// The kind of effect that views use, too: an `Effect` would bring code of its own.
fn keep_effect(effect: Box<dyn Fn()>) {
    StoredValue::new_local(RenderEffect::new(move |_: Option<()>| effect()));
}

// ---- nodes on the page -----------------------------------------------------------------------------

enum Painted {
    Text(Text, String),
    Element(Box<PaintedElement>),
}

struct PaintedElement {
    element: DomElement,
    /// What it was made from, without its children.
    parts: Parts,
    children: Vec<Painted>,
    reactions: Rc<RefCell<Reactions>>,
    /// One for each event that was ever listened to; taken off the element when this is dropped.
    listeners: Vec<(&'static str, EventListener)>,
}

/// What events do at this moment: the listeners ask for it when something happens.
#[derive(Default)]
struct Reactions {
    deeds: Vec<(&'static str, Action)>,
    others: Vec<(&'static str, Listener)>,
}

impl Painted {
    fn new(state: State, node: Node) -> Self {
        match node {
            Node::Text(text) => Self::Text(Rndr::create_text_node(&text), text),
            Node::Element(element) => Self::Element(Box::new(PaintedElement::new(state, element))),
        }
    }

    /// Whether it can become what `node` says.
    fn is_kept_by(&self, node: &Node) -> bool {
        match (self, node) {
            (Self::Text(..), Node::Text(_)) => true,
            (Self::Element(painted), Node::Element(element)) => {
                let (old, new) = (&painted.parts, element.parts());
                old.tag == new.tag && old.key == new.key
            }
            _ => false,
        }
    }

    fn has_key(&self) -> bool {
        matches!(self, Self::Element(painted) if painted.parts.key.is_some())
    }

    fn update(&mut self, state: State, node: Node) {
        match (self, node) {
            (Self::Text(painted, before), Node::Text(text)) if *before != text => {
                Rndr::set_text(painted, &text);
                *before = text;
            }
            (Self::Element(painted), Node::Element(element)) => painted.update(state, element.into_parts()),
            _ => {}
        }
    }

    fn node(&self) -> &DomNode {
        match self {
            Self::Text(text, _) => text,
            Self::Element(painted) => &painted.element,
        }
    }
}

impl PaintedElement {
    fn new(state: State, element: Element) -> Self {
        let namespace = element.is_svg().then_some("http://www.w3.org/2000/svg");
        let parts = element.into_parts();
        let mut painted = Self {
            element: Rndr::create_element(parts.tag, namespace),
            // Nothing is on it yet.
            parts: Element::new(parts.tag).into_parts(),
            children: Vec::new(),
            reactions: Rc::default(),
            listeners: Vec::new(),
        };
        painted.update(state, parts);
        painted
    }

    fn update(&mut self, state: State, mut parts: Parts) {
        if let Some(action) = parts.action.filter(|action| action.is_choice()) {
            // Asked for within the region, which is painted again when the answer changes.
            parts.attributes.push(("aria-pressed", state.is_chosen(action).to_string()));
        }
        for_changes(&self.parts.attributes, &parts.attributes, &mut |name, value| match value {
            Some(value) => Rndr::set_attribute(&self.element, name, value),
            None => Rndr::remove_attribute(&self.element, name),
        });
        if let Some(element) = self.element.dyn_ref::<HtmlElement>() {
            for_changes(&self.parts.styles, &parts.styles, &mut |name, value| {
                _ = element.style().set_property(name, value.unwrap_or_default());
            });
        }
        if let (Some(value), Some(control)) = (&parts.value, self.element.dyn_ref::<HtmlInputElement>())
            && control.value() != *value
        {
            control.set_value(value);
        }
        let mut deeds = std::mem::take(&mut parts.deeds);
        deeds.extend(parts.action.map(|action| ("click", action)));
        self.listen(state, deeds, std::mem::take(&mut parts.listeners));
        let children = std::mem::take(&mut parts.children);
        update_all(state, &mut self.children, children, Some(&self.element), None);
        self.parts = parts;
    }

    fn listen(&mut self, state: State, deeds: Vec<(&'static str, Action)>, others: Vec<(&'static str, Listener)>) {
        let names = others.iter().map(|(name, _)| *name).chain(deeds.iter().map(|(name, _)| *name));
        for name in names {
            if self.listeners.iter().all(|(known, _)| *known != name) {
                let reactions = Rc::clone(&self.reactions);
                let react = move |event: &Event| react(state, &reactions, name, event);
                let options = EventListenerOptions::enable_prevent_default();
                let listener = EventListener::new_with_options(&self.element, name, options, react);
                self.listeners.push((name, listener));
            }
        }
        self.reactions.replace(Reactions { deeds, others });
    }
}

fn react(state: State, reactions: &RefCell<Reactions>, name: &str, event: &Event) {
    let input = input_of(event);
    let action = {
        let reactions = reactions.borrow();
        let deed = reactions.deeds.iter().find(|(of, _)| *of == name);
        let listener = reactions.others.iter().find(|(of, _)| *of == name);
        deed.map(|(_, action)| *action).or_else(|| listener.and_then(|(_, listener)| listener(&input)))
    };
    let Some(action) = action else { return };
    if !input.key.is_empty() {
        event.prevent_default();
    }
    match action {
        Action::Reload => browser::reload(),
        Action::Print => browser::print(),
        Action::KeepFocus => event.prevent_default(),
        Action::Seek => state.seek(&input.value),
        action => state.perform(action),
    }
}

fn input_of(event: &Event) -> Input {
    let mut input = Input::default();
    // With a modifier a key is the browser's.
    if let Some(event) = event.dyn_ref::<KeyboardEvent>()
        && !(event.alt_key() || event.ctrl_key() || event.meta_key())
    {
        input.key = event.key();
    }
    if let Some(control) = event.current_target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        (input.value, input.min, input.max) = (control.value(), control.min(), control.max());
    }
    input
}

/// Makes what is `painted` in `parent` what `nodes` say. What is new comes before `end`.
fn update_all(
    state: State,
    painted: &mut Vec<Painted>,
    nodes: Vec<Node>,
    parent: Option<&DomElement>,
    end: Option<&DomNode>,
) {
    let count = nodes.len();
    // What is no more goes first, so that what stays need not be moved: an element that is moved loses the focus.
    painted.retain(|painted| {
        let stays = !painted.has_key() || nodes.iter().any(|node| painted.is_kept_by(node));
        if !stays {
            remove(painted.node());
        }
        stays
    });
    for (index, node) in nodes.into_iter().enumerate() {
        // Without a key only what stands in the same place.
        let within = if node.key().is_some() { usize::MAX } else { 1 };
        let found = painted.iter().skip(index).take(within).position(|painted| painted.is_kept_by(&node));
        if found == Some(0) {
            painted[index].update(state, node);
            continue;
        }
        let item = match found {
            Some(ahead) => {
                let mut item = painted.remove(index + ahead);
                item.update(state, node);
                item
            }
            None => Painted::new(state, node),
        };
        if let Some(parent) = parent {
            Rndr::insert_node(parent, item.node(), painted.get(index).map(Painted::node).or(end));
        }
        painted.insert(index, item);
    }
    for surplus in painted.drain(count..) {
        remove(surplus.node());
    }
}

fn parent_of(node: &DomNode) -> Option<DomElement> {
    Rndr::get_parent(node)?.dyn_into().ok()
}

fn remove(node: &DomNode) {
    if let Some(parent) = Rndr::get_parent(node) {
        _ = parent.remove_child(node);
    }
}

/// Names each value that is not what it was before, and each that is no more.
fn for_changes(
    before: &[(&'static str, String)],
    after: &[(&'static str, String)],
    write: &mut dyn FnMut(&str, Option<&str>),
) {
    for (name, value) in after {
        if !before.iter().any(|old| old.0 == *name && old.1 == *value) {
            write(name, Some(value));
        }
    }
    for (name, _) in before {
        if after.iter().all(|new| new.0 != *name) {
            write(name, None);
        }
    }
}

// ---- the view ----------------------------------------------------------------------------------------

/// Nodes as a view.
struct Painting {
    state: State,
    nodes: Vec<Node>,
}

/// The same on the page.
struct PaintedRegion {
    painted: Vec<Painted>,
    /// Stands behind the last one, wherever the region is on the page.
    end: Placeholder,
}

impl Render for Painting {
    type State = PaintedRegion;

    fn build(self) -> PaintedRegion {
        let mut region = PaintedRegion { painted: Vec::new(), end: Rndr::create_placeholder() };
        self.rebuild(&mut region);
        region
    }

    fn rebuild(self, region: &mut PaintedRegion) {
        let parent = parent_of(&region.end);
        update_all(self.state, &mut region.painted, self.nodes, parent.as_ref(), Some(&region.end));
    }
}

impl PaintedRegion {
    /// Everything of it that stands side by side on the page.
    fn nodes(&self) -> impl Iterator<Item = &DomNode> {
        self.painted.iter().map(Painted::node).chain([&*self.end as &DomNode])
    }
}

impl Mountable for PaintedRegion {
    fn unmount(&mut self) {
        self.nodes().for_each(remove);
    }

    fn mount(&mut self, parent: &DomElement, marker: Option<&DomNode>) {
        for node in self.nodes() {
            Rndr::insert_node(parent, node, marker);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let first = self.nodes().next();
        first.and_then(parent_of).map(|parent| child.mount(&parent, first)).is_some()
    }

    fn elements(&self) -> Vec<DomElement> {
        let element = |painted: &Painted| match painted {
            Painted::Text(..) => None,
            Painted::Element(painted) => Some(painted.element.clone()),
        };
        self.painted.iter().filter_map(element).collect()
    }
}

impl AddAnyAttr for Painting {
    type Output<SomeNewAttr: Attribute> = Self;

    /// A region is no element: what is set on it has no place.
    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Self {
        self
    }
}

/// What Leptos asks of every view. The app is never rendered on a server, so nothing of this is called.
impl RenderHtml for Painting {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, html: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {
        html.push_str(&to_html(&self.nodes));
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> PaintedRegion {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
