//! Writes JSON as a person would: what fits stands on one line.

use crate::data::json::write_text;

/// A value.
pub(super) enum Json {
    Text(String),
    /// As it stands: a number.
    Raw(String),
    Null,
    List(Vec<Json>),
    Object(Vec<(&'static str, Json)>),
}

/// How long a line may be, in letters.
const LINE: usize = 110;

impl Json {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// The file: the value and a line break.
    pub fn into_file(self) -> String {
        let mut out = String::new();
        self.write(&mut out, 0);
        out.push('\n');
        out
    }

    fn write(&self, out: &mut String, depth: usize) {
        let line = self.in_a_line();
        // The outermost is broken whatever its length.
        if depth > 0 && line.chars().count() + 2 * depth <= LINE {
            out.push_str(&line);
            return;
        }
        let (open, close, count) = match self {
            Self::List(items) => ('[', ']', items.len()),
            Self::Object(members) => ('{', '}', members.len()),
            Self::Text(_) | Self::Raw(_) | Self::Null => return out.push_str(&line),
        };
        out.push(open);
        for index in 0..count {
            out.push_str(if index > 0 { ",\n" } else { "\n" });
            indent(out, depth + 1);
            match self {
                Self::List(items) => items[index].write(out, depth + 1),
                Self::Object(members) => {
                    write_text(out, members[index].0);
                    out.push_str(": ");
                    members[index].1.write(out, depth + 1);
                }
                Self::Text(_) | Self::Raw(_) | Self::Null => {}
            }
        }
        if count > 0 {
            out.push('\n');
            indent(out, depth);
        }
        out.push(close);
    }

    fn in_a_line(&self) -> String {
        let mut out = String::new();
        self.write_in_a_line(&mut out);
        out
    }

    fn write_in_a_line(&self, out: &mut String) {
        match self {
            Self::Text(text) => write_text(out, text),
            Self::Raw(text) => out.push_str(text),
            Self::Null => out.push_str("null"),
            Self::List(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    out.push_str(if index > 0 { ", " } else { "" });
                    item.write_in_a_line(out);
                }
                out.push(']');
            }
            Self::Object(members) => {
                out.push_str("{ ");
                for (index, (name, value)) in members.iter().enumerate() {
                    out.push_str(if index > 0 { ", " } else { "" });
                    write_text(out, name);
                    out.push_str(": ");
                    value.write_in_a_line(out);
                }
                out.push_str(" }");
            }
        }
    }
}

fn indent(out: &mut String, depth: usize) {
    (0..depth).for_each(|_| out.push_str("  "));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_survives() {
        for text in
            ["", "„Łódź” \"a\" \\b\\", "a\n\r\t\u{0}\u{1f}\u{7f}", "</script><img onerror=1>", "\u{202e}😀\u{2028}"]
        {
            let file = Json::List(vec![Json::text(text)]).into_file();
            let read: Vec<String> = serde_json::from_str(&file).expect("JSON");
            assert_eq!(read, [text]);
            assert!(!file.contains('<'));
        }
    }

    #[test]
    fn what_fits_stands_on_one_line() {
        let list = |count| Json::List((0..count).map(|number| Json::Raw(number.to_string())).collect());
        let file = Json::Object(vec![("a", list(3)), ("b", list(60)), ("c", Json::List(vec![])), ("d", Json::Null)]);
        let file = file.into_file();
        assert!(file.starts_with("{\n  \"a\": [0, 1, 2],\n  \"b\": [\n    0,\n    1,"), "{file}");
        assert!(file.ends_with("    59\n  ],\n  \"c\": [],\n  \"d\": null\n}\n"), "{file}");
        serde_json::from_str::<serde_json::Value>(&file).expect("JSON");
    }
}
