//! The Polish of the interface, as a typesetter reads it: what a compiler cannot see. That no line ends in a short word
//! is seen on the page alone: `typography.rs` of the end-to-end tests.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};

/// Every text of a file but those of its tests, with the escapes resolved.
fn texts(path: &str) -> Vec<String> {
    let source = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    let source = source.split("#[cfg(test)]").next().unwrap();
    let mut texts = Vec::new();
    collect(source.parse().unwrap(), &mut texts);
    texts
}

fn collect(tokens: TokenStream, texts: &mut Vec<String>) {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            // Comments on a piece of code are attributes here.
            TokenTree::Punct(hash) if hash.as_char() == '#' => {
                tokens.next_if(|next| matches!(next, TokenTree::Punct(mark) if mark.as_char() == '!'));
                tokens.next();
            }
            TokenTree::Group(group) => collect(group.stream(), texts),
            TokenTree::Literal(literal) => {
                if let syn::Lit::Str(text) = syn::Lit::new(literal) {
                    texts.push(text.value());
                }
            }
            _ => {}
        }
    }
}

#[test]
fn texts_are_set_as_polish_wants_it() {
    let texts = [texts("src/text/pl/mod.rs"), texts("src/text/pl/fault.rs")].concat();
    assert!(texts.len() > 300, "only {} texts were read", texts.len());
    for text in texts.iter().filter(|text| !text.starts_with("r. ")) {
        assert_eq!(text.matches('„').count(), text.matches('”').count(), "quotation marks: {text}");
        assert!(!text.contains(['“', '\'']), "quotation marks: {text}");
        assert!(!text.contains("...") && !text.contains(" - ") && !text.contains("  "), "{text}");
        assert!(!text.contains(" %") && !text.contains("\u{a0}%"), "no space before a per cent sign: {text}");
        let is_year = |digits: &str| digits.len() >= 4 && digits.bytes().take(4).all(|byte| byte.is_ascii_digit());
        let mut hyphens = text.match_indices('-').map(|(at, _)| (&text[..at], &text[at + 1..]));
        let is_range = |(before, after): (&str, &str)| before.ends_with(|c: char| c.is_ascii_digit()) && is_year(after);
        assert!(!hyphens.any(is_range), "a range has a dash: {text}");
    }
}
