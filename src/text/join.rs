//! Texts of parts that may be absent.

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
