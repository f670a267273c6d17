//! What the windows of one talk tell each other, as text: pure, and versioned.
//!
//! Each window keeps a [`Word`]: the last that was said of where the talk is, by whoever said it. The later word counts, and
//! of two that were said at once the one of the greater number, so all windows come to the same, whatever order they hear it in.

use std::cmp::Ordering;

use crate::data::json::{self, Value};
use crate::domain::Cover;

/// The version that all windows name.
const VERSION: i64 = 1;

/// What is longer is none of ours.
const LONGEST: usize = 400;

/// Where the talk is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    /// The step, counted from 0.
    pub step: usize,
    /// What covers the stage.
    pub cover: Cover,
    /// When the talk began, in milliseconds since 1970; 0 as long as it has not.
    pub since: f64,
}

/// Where the talk is, as somebody said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Word {
    /// How many words were said before it.
    pub at: u32,
    /// Who said it: the number that a window has drawn.
    pub by: u32,
    /// What it says.
    pub place: Place,
}

/// A message.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Message {
    /// A window has come, or asks whether the others are still there. With whether it is the one on stage.
    Hello(bool),
    /// Where the talk is, and whether whoever says so is on stage.
    Word(Word, bool),
    /// A window goes. With whether it was the one on stage.
    Bye(bool),
}

impl Word {
    /// What this window says next.
    pub(super) fn next(self, by: u32, place: Place) -> Self {
        Self { at: self.at.saturating_add(1), by, place }
    }

    /// Whether it was said by somebody who had heard more than whoever said another one: no answer to that.
    pub(super) fn is_of_more_than(self, other: Self) -> bool {
        self.at > other.at.saturating_add(1)
    }

    /// Whether it counts more than another one.
    pub(super) fn is_after(self, other: Self) -> bool {
        (self.at, self.by).cmp(&(other.at, other.by)) == Ordering::Greater
    }
}

/// Reads a message; nothing where it is none of ours, or says what cannot be.
pub(super) fn read(text: &str) -> Option<Message> {
    if text.len() > LONGEST {
        return None;
    }
    let message = json::parse(text).ok()?;
    let json::Content::Object(names, _) = &message.content else { return None };
    let has =
        |known: &[&str]| names.len() == known.len() && known.iter().all(|known| names.iter().any(|name| name == known));
    if message.get("pracownia")?.as_whole()? != VERSION {
        return None;
    }
    let is_stage = match message.get("from")?.as_text()? {
        "stage" => true,
        "desk" => false,
        _ => return None,
    };
    match message.get("talk")?.as_text()? {
        "hello" if has(&["pracownia", "talk", "from"]) => Some(Message::Hello(is_stage)),
        "bye" if has(&["pracownia", "talk", "from"]) => Some(Message::Bye(is_stage)),
        "word" if has(&["pracownia", "talk", "from", "at", "by", "step", "cover", "since"]) => {
            let whole = |name: &str| message.get(name).and_then(Value::as_whole);
            let small = |name: &str| whole(name).and_then(|number| u32::try_from(number).ok());
            let cover = message.get("cover")?.as_text()?;
            let (cover, _) = Cover::ALL.into_iter().find(|(_, name)| *name == cover)?;
            // As far as a date of JavaScript goes.
            let since = whole("since").filter(|since| (0..=8_640_000_000_000_000).contains(since))?;
            #[expect(clippy::cast_precision_loss, reason = "it is less than 2^53")]
            let place = Place { step: usize::try_from(small("step")?).ok()?, cover, since: since as f64 };
            Some(Message::Word(Word { at: small("at")?, by: small("by")?, place }, is_stage))
        }
        _ => None,
    }
}

/// Writes a message.
pub(super) fn write(message: Message) -> String {
    let from = |is_stage| if is_stage { "stage" } else { "desk" };
    match message {
        Message::Hello(is_stage) => {
            format!(r#"{{"pracownia":{VERSION},"talk":"hello","from":"{}"}}"#, from(is_stage))
        }
        Message::Bye(is_stage) => format!(r#"{{"pracownia":{VERSION},"talk":"bye","from":"{}"}}"#, from(is_stage)),
        Message::Word(Word { at, by, place: Place { step, cover, since } }, is_stage) => {
            let cover = Cover::ALL.into_iter().find(|(known, _)| *known == cover).map_or("none", |(_, name)| name);
            #[expect(clippy::cast_possible_truncation, reason = "it is less than 2^53")]
            let since = since as i64;
            format!(
                r#"{{"pracownia":{VERSION},"talk":"word","from":"{}","at":{at},"by":{by},"step":{step},"cover":"{cover}","since":{since}}}"#,
                from(is_stage)
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACE: Place = Place { step: 7, cover: Cover::Black, since: 1_700_000_000_000.0 };

    #[test]
    fn what_is_written_is_read() {
        for is_stage in [true, false] {
            let words = Cover::ALL.map(|(cover, _)| Word { at: 3, by: u32::MAX, place: Place { cover, ..PLACE } });
            let messages = words.map(|word| Message::Word(word, is_stage));
            for message in messages.into_iter().chain([Message::Hello(is_stage), Message::Bye(is_stage)]) {
                assert_eq!(read(&write(message)), Some(message), "{}", write(message));
            }
        }
    }

    #[test]
    fn what_is_not_ours_is_not_read() {
        let word = write(Message::Word(Word { at: 3, by: 5, place: PLACE }, true));
        for (from, to) in [
            ("\"pracownia\":1", "\"pracownia\":2"),
            ("\"word\"", "\"words\""),
            ("\"stage\"", "\"hall\""),
            ("\"step\":7", "\"step\":-1"),
            ("\"step\":7", "\"step\":\"7\""),
            ("\"step\":7", "\"step\":7.5"),
            ("\"step\":7", "\"step\":99999999999"),
            ("\"step\":7", "\"step\":7,\"html\":\"<b>\""),
            ("\"cover\":\"black\"", "\"cover\":\"red\""),
            ("\"since\":1700000000000", "\"since\":1e300"),
            ("\"since\":1700000000000", "\"since\":-1"),
        ] {
            let broken = word.replace(from, to);
            assert_ne!(broken, word);
            assert_eq!(read(&broken), None, "{broken}");
        }
        let long = word.clone() + &" ".repeat(LONGEST);
        for text in ["", "null", "[]", "{}", "setImmediate$1", "{\"pracownia\":1}", &word[1..], &long] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn all_windows_come_to_the_same_in_whatever_order_they_hear() {
        let begin = Word { at: 0, by: 0, place: PLACE };
        let here = begin.next(1, Place { step: 8, ..PLACE });
        let there = begin.next(2, Place { step: 6, ..PLACE });
        let later = here.next(1, Place { step: 9, ..PLACE });
        let heard = |words: &[Word]| {
            words.iter().fold(begin, |known, &word| if word.is_after(known) { word } else { known }).place.step
        };
        assert_eq!(heard(&[here, there]), 6);
        assert_eq!(heard(&[there, here]), 6);
        for words in [[here, there, later], [later, here, there], [there, later, here]] {
            assert_eq!(heard(&words), 9);
        }
        assert!(!here.is_after(here));
        assert!(later.is_of_more_than(begin) && !later.is_of_more_than(there));
    }
}
