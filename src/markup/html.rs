//! Nodes as HTML text.

use super::{Element, Node};

/// Elements that have no end tag.
const VOID: [&str; 2] = ["INPUT", "WBR"];

/// The HTML of some nodes: attributes, styles and texts, but nothing of what they do.
#[must_use]
pub fn to_html(nodes: &[Node]) -> String {
    let mut html = String::new();
    for node in nodes {
        write(&mut html, node);
    }
    html
}

fn write(html: &mut String, node: &Node) {
    match node {
        Node::Text(text) => escape(html, text),
        Node::Element(element) => write_element(html, element),
    }
}

fn write_element(html: &mut String, element: &Element) {
    let parts = element.parts();
    let tag = parts.tag.to_ascii_lowercase();
    html.push('<');
    html.push_str(&tag);
    let styles: Vec<_> = parts.styles.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    let style = (!styles.is_empty()).then(|| styles.join("; "));
    let attributes = parts.attributes.iter().map(|(name, value)| (*name, value));
    for (name, value) in attributes
        .chain(parts.value.iter().map(|value| ("value", value)))
        .chain(style.iter().map(|style| ("style", style)))
    {
        html.push(' ');
        html.push_str(name);
        html.push_str("=\"");
        escape(html, value);
        html.push('"');
    }
    html.push('>');
    if !VOID.contains(&parts.tag) {
        parts.children.iter().for_each(|child| write(html, child));
        html.push_str("</");
        html.push_str(&tag);
        html.push('>');
    }
}

/// Text as it must stand in HTML, between tags or in quotation marks.
fn escape(html: &mut String, text: &str) {
    for char in text.chars() {
        match char {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            // What neither XML nor HTML knows as a character (XML 1.0, 2.2).
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                html.push(char::REPLACEMENT_CHARACTER);
            }
            char => html.push(char),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::tags::{input, p, strong};

    #[test]
    fn a_tree_becomes_html_and_a_text_stays_text() {
        let node = p()
            .class("a \"b\"")
            .style("--row", "1")
            .style("left", "2%")
            .with(strong().text("<script>&"))
            .text(" – ąę")
            .with(input().attr("type", "range").value("2016"));
        assert_eq!(
            to_html(&[node.into(), "x".into()]),
            "<p class=\"a &quot;b&quot;\" style=\"--row: 1; left: 2%\"><strong>&lt;script&gt;&amp;</strong> – ąę\
             <input type=\"range\" value=\"2016\"></p>x"
        );
    }

    #[test]
    fn what_is_no_character_is_replaced() {
        assert_eq!(to_html(&["a\0b\u{b}c\td\n".into()]), "a\u{fffd}b\u{fffd}c\td\n");
    }
}
