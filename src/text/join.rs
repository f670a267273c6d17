//! Texts made of others: of parts that may be absent, and at the beginning of a sentence.

/// Joins what is not empty.
#[must_use]
pub fn join(separator: &str, parts: impl IntoIterator<Item = String>) -> String {
    join_all(separator, &mut parts.into_iter())
}

/// The same, compiled once.
#[inline(never)]
fn join_all(separator: &str, parts: &mut dyn Iterator<Item = String>) -> String {
    let mut out = String::new();
    for part in parts {
        if !out.is_empty() && !part.is_empty() {
            out.push_str(separator);
        }
        out.push_str(&part);
    }
    out
}

/// With a capital at its beginning, as a sentence has.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
