//! JSON text as a tree of values that know their lines.
//!
//! `serde_json` could read the files too, but not say where a value stood once it was read, and it refuses a whole
//! file for one number out of reach or half a surrogate pair. Its `RawValue`, read one level after the other, overcomes
//! both; built that way the compressed WebAssembly weighs 14.1 kB more than with this file.

use std::borrow::Cow;

/// How many lists and objects may be open in each other: a limit that protects the stack.
const DEEPEST: usize = 127;

/// A value and the line on which it begins, counted from 1.
pub(crate) struct Value<'a> {
    pub line: usize,
    pub content: Content<'a>,
}

/// What a value is.
pub(crate) enum Content<'a> {
    Null,
    Bool(bool),
    /// As it is written, in JSON's grammar: [`Value::as_f64`] and [`Value::as_whole`] read it.
    Number(&'a str),
    /// Without its escapes. Half a surrogate pair is U+FFFD.
    Text(Cow<'a, str>),
    List(Vec<Value<'a>>),
    /// The names, and the values in the same order.
    Object(Vec<Cow<'a, str>>, Vec<Value<'a>>),
}

/// Where reading stopped, and whether that was because values lie too deep in each other.
pub(crate) struct Stop {
    pub at: usize,
    pub line: usize,
    pub is_too_deep: bool,
}

/// Reads a text that is one JSON value (RFC 8259).
pub(crate) fn parse(text: &str) -> Result<Value<'_>, Stop> {
    let mut reader = Reader { text, at: 0, line: 1, depth: 0 };
    let value = reader.value().filter(|_| reader.peek().is_none());
    value.ok_or(Stop { at: reader.at, line: reader.line, is_too_deep: reader.depth > DEEPEST })
}

impl Value<'_> {
    /// A member of an object. Of several with this name the last one counts.
    pub fn get(&self, name: &str) -> Option<&Self> {
        let Content::Object(names, values) = &self.content else { return None };
        values.get(names.iter().rposition(|other| other == name)?)
    }

    pub fn as_list(&self) -> Option<&[Self]> {
        if let Content::List(items) = &self.content { Some(items) } else { None }
    }

    pub fn as_text(&self) -> Option<&str> {
        if let Content::Text(text) = &self.content { Some(text) } else { None }
    }

    /// A number without point and exponent.
    pub fn as_whole(&self) -> Option<i64> {
        if let Content::Number(text) = self.content { text.parse().ok() } else { None }
    }

    /// A number; absent where it is too great to be one. Up to fifteen digits are read exactly, which the standard
    /// library's tables (7 kB of WebAssembly) would do for all of them.
    pub fn as_f64(&self) -> Option<f64> {
        let Content::Number(text) = self.content else { return None };
        let (number, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let mut power: i32 = exponent.parse().ok()?;
        let (mut size, mut is_fraction) = (0.0, false);
        for byte in number.bytes() {
            if byte.is_ascii_digit() {
                size = size * 10.0 + f64::from(byte - b'0');
                power = power.saturating_sub(i32::from(is_fraction));
            } else {
                is_fraction |= byte == b'.';
            }
        }
        // More than 400 tens are infinite already.
        let scale = (0..power.unsigned_abs().min(400)).fold(1.0, |scale, _| scale * 10.0);
        let size = if power < 0 { size / scale } else { size * scale };
        size.is_finite().then_some(if number.starts_with('-') { -size } else { size })
    }
}

/// Comes from the beginning of a text as far as it is JSON. Each method that gives nothing leaves it where it stopped.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    depth: usize,
}

impl<'a> Reader<'a> {
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The first byte that is no space. A line break in a text is no JSON, so here all of them are counted.
    fn peek(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.byte() {
            self.line += usize::from(self.byte() == Some(b'\n'));
            self.at += 1;
        }
        self.byte()
    }

    fn expect(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    fn skip(&mut self, any_of: &[u8]) -> bool {
        let is = self.byte().is_some_and(|byte| any_of.contains(&byte));
        self.at += usize::from(is);
        is
    }

    fn value(&mut self) -> Option<Value<'a>> {
        let first = self.peek()?;
        let line = self.line;
        let content = match first {
            b'{' => {
                let (names, values) = self.container(b'}')?;
                Content::Object(names, values)
            }
            b'[' => Content::List(self.container(b']')?.1),
            b'"' => Content::Text(self.text()?),
            b'n' => self.word("null", Content::Null)?,
            b't' => self.word("true", Content::Bool(true))?,
            b'f' => self.word("false", Content::Bool(false))?,
            _ => Content::Number(self.number()?),
        };
        Some(Value { line, content })
    }

    /// The values between two brackets, and their names if it is an object.
    fn container(&mut self, close: u8) -> Option<(Vec<Cow<'a, str>>, Vec<Value<'a>>)> {
        let (mut names, mut values) = (Vec::new(), Vec::new());
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        self.at += 1;
        if self.peek()? != close {
            loop {
                if close == b'}' {
                    self.peek().filter(|byte| *byte == b'"')?;
                    names.push(self.text()?);
                    self.expect(b':')?;
                }
                values.push(self.value()?);
                if self.peek()? != b',' {
                    break;
                }
                self.at += 1;
            }
        }
        self.expect(close)?;
        self.depth -= 1;
        Some((names, values))
    }

    fn word(&mut self, word: &str, content: Content<'a>) -> Option<Content<'a>> {
        for byte in word.bytes() {
            self.byte().filter(|found| *found == byte)?;
            self.at += 1;
        }
        Some(content)
    }

    fn number(&mut self) -> Option<&'a str> {
        let start = self.at;
        self.skip(b"-");
        if !self.skip(b"0") {
            self.digits()?;
        }
        if self.skip(b".") {
            self.digits()?;
        }
        if self.skip(b"eE") {
            self.skip(b"+-");
            self.digits()?;
        }
        self.text.get(start..self.at)
    }

    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while self.skip(b"0123456789") {}
        (self.at > start).then_some(())
    }

    fn text(&mut self) -> Option<Cow<'a, str>> {
        let mut decoded = String::new();
        self.at += 1;
        loop {
            let start = self.at;
            while !matches!(self.byte()?, b'"' | b'\\' | 0..b' ') {
                self.at += 1;
            }
            let plain = self.text.get(start..self.at)?;
            let end = self.byte()?;
            if end == b'"' && decoded.is_empty() {
                self.at += 1;
                return Some(Cow::Borrowed(plain));
            }
            decoded.push_str(plain);
            if end == b'"' {
                self.at += 1;
                return Some(Cow::Owned(decoded));
            }
            if !self.skip(b"\\") {
                return None;
            }
            decoded.push(self.escape()?);
        }
    }

    /// What follows a backslash.
    fn escape(&mut self) -> Option<char> {
        let char = match self.byte()? {
            char @ (b'"' | b'\\' | b'/') => char.into(),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.code_point(),
            _ => return None,
        };
        self.at += 1;
        Some(char)
    }

    fn code_point(&mut self) -> Option<char> {
        let unit = self.code_unit()?;
        let after = self.at;
        if (0xD800..0xDC00).contains(&unit) && self.skip(b"\\") && self.byte() == Some(b'u') {
            let second = self.code_unit()?;
            if (0xDC00..0xE000).contains(&second) {
                return char::from_u32(0x1_0000 + ((unit - 0xD800) << 10) + (second - 0xDC00));
            }
        }
        self.at = after;
        Some(char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    /// The UTF-16 code unit that the letter `u` and four digits stand for.
    fn code_unit(&mut self) -> Option<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            self.at += 1;
            unit = unit * 16 + char::from(self.byte()?).to_digit(16)?;
        }
        self.at += 1;
        Some(unit)
    }
}

/// A text as it stands in JSON; what could end a script element, were the file put into one, is escaped, too.
pub(crate) fn write_text(out: &mut String, text: &str) {
    out.push('"');
    for char in text.chars() {
        match char {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0'..'\u{20}' | '<' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' => {
                out.push_str("\\u");
                let digit = |shift: u32| char::from_digit((char as u32 >> shift) & 15, 16).unwrap_or('0');
                out.extend([digit(12), digit(8), digit(4), digit(0)]);
            }
            char => out.push(char),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As `serde_json` has it.
    fn known(value: &Value<'_>) -> serde_json::Value {
        match &value.content {
            Content::Null => serde_json::Value::Null,
            Content::Bool(is) => (*is).into(),
            Content::Number(_) => value.as_whole().map_or_else(|| value.as_f64().into(), Into::into),
            Content::Text(text) => text.as_ref().into(),
            Content::List(items) => items.iter().map(known).collect(),
            Content::Object(names, values) => {
                names.iter().map(|name| name.as_ref().to_owned()).zip(values.iter().map(known)).collect()
            }
        }
    }

    #[test]
    fn what_is_json_is_read_as_another_reader_does() {
        for text in [
            " null ",
            "[true, false,null]",
            "[0, -1, 1.5, -0.25, 12e3, 1E-2, 1e+2, 22.5, 51.2475, 1e22, 4294967296, 123456.789012]",
            r#"["", "ą", "\"\\\/\b\f\n\r\t\u0105\u0000\uD83D\uDE00", "\\u0105"]"#,
            r#"{"a": {}, "b": [], "a": [[{"c": 1}]], "": "x"}"#,
            "\r\n\t {\r\n}\n",
        ] {
            let theirs: serde_json::Value = serde_json::from_str(text).expect(text);
            assert_eq!(parse(text).ok().as_ref().map(known), Some(theirs), "{text}");
        }
    }

    #[test]
    fn what_is_not_json_is_refused_where_it_stops_to_be_it() {
        for (text, at) in [
            ("", 0),
            ("  ", 2),
            ("nul", 3),
            ("nulL", 3),
            ("[1,]", 3),
            ("[1 2]", 3),
            ("{\"a\" 1}", 5),
            ("{a: 1}", 1),
            ("{\"a\": 1,}", 8),
            ("01", 1),
            ("-", 1),
            ("+1", 0),
            ("1.", 2),
            (".5", 0),
            ("1e", 2),
            ("NaN", 0),
            ("'a'", 0),
            ("\"a", 2),
            ("\"a\nb\"", 2),
            ("\"\\x\"", 2),
            ("\"\\u12g4\"", 5),
            ("1 1", 2),
            ("[}", 1),
            ("\u{a0}1", 0),
        ] {
            assert!(serde_json::from_str::<serde_json::Value>(text).is_err(), "{text}");
            assert_eq!(parse(text).err().map(|stop| stop.at), Some(at), "{text}");
        }
    }

    #[test]
    fn values_know_their_lines() {
        let root = parse("\n[1,\n\n{\"a\":\n\"x\"}]").ok().expect("JSON");
        let items = root.as_list().expect("a list");
        let lines = [root.line, items[0].line, items[1].line, items[1].get("a").expect("a").line];
        assert_eq!(lines, [2, 2, 4, 5]);
    }

    #[test]
    fn a_number_out_of_reach_is_none() {
        for text in ["1e999", "-1e309", "1e99999999999"] {
            assert_eq!(parse(text).ok().and_then(|value| value.as_f64()), None, "{text}");
        }
        assert_eq!(parse("1e-999").ok().and_then(|value| value.as_f64()), Some(0.0));
        assert_eq!(parse("1.0").ok().and_then(|value| value.as_whole()), None);
    }
}
