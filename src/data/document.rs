//! From the bytes of a file to a JSON value, or to the reason why there is none.

use super::fault::{Format, Whole, shorten};
use super::json::{self, Value};

/// What fetching a data file brought.
#[derive(Clone, Copy, Debug)]
pub enum File<'a> {
    /// Its bytes.
    Bytes(&'a [u8]),
    /// Nothing.
    Unavailable {
        /// The HTTP status, if there was an answer.
        status: Option<u16>,
    },
}

/// Why a file is no JSON, and in which line.
pub(super) struct Unreadable {
    pub why: Whole,
    pub line: Option<usize>,
}

/// Reads a file that should be JSON.
pub(super) fn open(file: File<'_>) -> Result<Value<'_>, Unreadable> {
    let bytes = match file {
        File::Bytes(bytes) => bytes,
        File::Unavailable { status } => return Err(Whole::Unavailable { status }.into()),
    };
    if let Some(format) = sniff(bytes) {
        return Err(Whole::LooksLike(format).into());
    }
    let text = decode(bytes)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Whole::Empty.into());
    }
    json::parse(text).map_err(|stop| {
        let why = if stop.is_too_deep { Whole::TooDeep } else { not_json(text, stop.at) };
        Unreadable { why, line: Some(stop.line) }
    })
}

impl From<Whole> for Unreadable {
    fn from(why: Whole) -> Self {
        Self { why, line: None }
    }
}

fn decode(bytes: &[u8]) -> Result<&str, Unreadable> {
    std::str::from_utf8(bytes).map_err(|error| {
        let text =
            bytes.get(..error.valid_up_to()).and_then(|valid| std::str::from_utf8(valid).ok()).unwrap_or_default();
        let why = match error.error_len() {
            Some(_) => Whole::NotUtf8,
            // Cut off within a character: that the file is cut off says it better.
            None => not_json(text, text.len()),
        };
        Unreadable { why, line: Some(text.split('\n').count()) }
    })
}

fn sniff(bytes: &[u8]) -> Option<Format> {
    match bytes {
        [0x1f, 0x8b, ..] => return Some(Format::Gzip),
        [b'P', b'K', 3, 4, ..] => return Some(Format::Zip),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, _, ..] | [_, 0, ..] => return Some(Format::Utf16),
        _ => {}
    }
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    start.starts_with(b"<").then_some(Format::Html)
}

/// The fault that reading stopped at a byte of the text.
fn not_json(text: &str, at: usize) -> Whole {
    const BEFORE: usize = 20;
    let line = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    // At the end of a file that is cut off, its last character.
    let is_end = at == text.len();
    let at = if is_end { text.floor_char_boundary(at.saturating_sub(1)).max(line) } else { at };
    let column = text.get(line..at).unwrap_or_default().chars().count() + 1;
    let start = text.floor_char_boundary(line.max(at.saturating_sub(BEFORE)));
    let near = text.get(start..).and_then(|near| near.lines().next()).filter(|_| !is_end).unwrap_or_default();
    Whole::NotJson { column, near: shorten(near.trim()) }
}
