//! Nodes for a page without scripts.

use super::{Action, Element, Node};

/// The same nodes with links in place of what a press would do: `address` says where an action leads. A button that leads
/// nowhere is a plain text, and one that can be pressed no more is left out.
#[must_use]
pub fn linked(nodes: Vec<Node>, address: &dyn Fn(Action) -> Option<String>) -> Vec<Node> {
    nodes.into_iter().filter_map(|node| link(node, address)).collect()
}

fn link(node: Node, address: &dyn Fn(Action) -> Option<String>) -> Option<Node> {
    let Node::Element(element) = node else { return Some(node) };
    let parts = element.into_parts();
    if parts.attributes.iter().any(|(name, _)| *name == "disabled") {
        return None;
    }
    let href = parts.action.and_then(address);
    let tag = match (parts.tag, &href) {
        ("BUTTON", Some(_)) => "A",
        ("BUTTON", None) => "SPAN",
        (tag, _) => tag,
    };
    let mut element = Element::new(tag);
    if let Some(href) = href {
        element = element.attr("href", href);
    }
    // What tells of a state that only scripts change.
    let is_kept = |name: &str| !matches!(name, "type" | "aria-pressed" | "tabindex" | "data-is" | "data-about");
    for (name, value) in parts.attributes {
        if is_kept(name) && !(tag == "SPAN" && name == "aria-label") {
            element = element.attr(name, value);
        }
    }
    Some(element.with_all(linked(parts.children, address)).into())
}

#[cfg(test)]
mod tests {
    use super::super::tags::{button, details, p, span, summary};
    use super::super::to_html;
    use super::*;

    #[test]
    fn what_leads_somewhere_is_a_link_and_what_does_not_is_text() {
        let address = |action| (action == Action::Help(true)).then(|| "help/".to_owned());
        let nodes = vec![
            p().with(button(Action::Help(true)).class("choice").attr("data-is", "x").with(span().text("Help"))).into(),
            button(Action::Clear).attr("aria-label", "Clear").text("×").into(),
            button(Action::Help(true)).attr("disabled", "").text("no").into(),
            details().attr("open", "").with(summary().text("s")).into(),
        ];
        assert_eq!(
            to_html(&linked(nodes, &address)),
            "<p><a href=\"help/\" class=\"choice\"><span>Help</span></a></p><span>×</span>\
             <details open=\"\"><summary>s</summary></details>"
        );
    }
}
