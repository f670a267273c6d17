//! Puts a [`Node`] on the page with Leptos, and lets its buttons do what they say.

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::html::{ElementChild, custom};
use leptos::prelude::*;
use leptos::tachys::html::event::{click, on};
use leptos::tachys::html::style::style;

use crate::browser;
use crate::markup::{Action, Element, Node, Parts};
use crate::state::State;

/// A part of the page that is painted again whenever what it is made from changes.
///
/// Boxed, so that it is compiled once and not for every part.
pub fn region(state: State, nodes: impl Fn() -> Vec<Node> + Send + 'static) -> AnyView {
    boxed_region(state, Box::new(nodes))
}

fn boxed_region(state: State, nodes: Box<dyn Fn() -> Vec<Node> + Send>) -> AnyView {
    (move || paint_all(state, nodes())).into_any()
}

/// An effect that carries something outward: to the map, the address, the document. It must write no signal.
///
/// Boxed for the same reason.
pub fn outward(effect: impl Fn() + 'static) {
    keep_effect(Box::new(effect));
}

/// The kind of effect that views use, too: an `Effect` would bring its own task and channel.
fn keep_effect(effect: Box<dyn Fn()>) {
    StoredValue::new_local(RenderEffect::new(move |_: Option<()>| effect()));
}

/// The views of some nodes, one after the other.
#[must_use]
pub fn paint_all(state: State, nodes: Vec<Node>) -> Vec<AnyView> {
    nodes.into_iter().map(|node| paint(state, node)).collect()
}

/// The view of a node.
///
/// Painting again over an earlier view keeps each element that has the same tag and changes only the attributes and
/// texts that differ, so focus and scroll position stay.
#[must_use]
pub fn paint(state: State, node: Node) -> AnyView {
    match node {
        Node::Text(text) => text.into_any(),
        Node::Element(element) => paint_element(state, element),
    }
}

fn paint_element(state: State, element: Element) -> AnyView {
    let Parts { tag, attributes, styles, action, children } = element.into_parts();
    let attributes = attributes.into_iter().map(|(name, value)| custom_attribute(name, value).into_any_attr());
    let styles = styles.into_iter().map(|property| style(property).into_any_attr());
    let mut all: Vec<AnyAttribute> = attributes.chain(styles).collect();
    if let Some(action) = action {
        all.push(on(click, move |_| perform(state, action)).into_any_attr());
        if action.is_choice() {
            let pressed = move || if state.is_chosen(action) { "true" } else { "false" };
            all.push(custom_attribute("aria-pressed", pressed).into_any_attr());
        }
    }
    custom(tag).add_any_attr(all).child(paint_all(state, children)).into_any()
}

fn perform(state: State, action: Action) {
    match action {
        Action::Reload => browser::reload(),
        action => state.perform(action),
    }
}
