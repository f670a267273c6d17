//! Finding things by their names, whoever types them.

mod fold;
mod index;
mod matching;
mod occurrences;
mod suggestions;

use std::ops::Range;
use std::sync::Arc;

pub use fold::fold;
pub use index::{Group, Index, Names, Target};
pub use occurrences::Occurrences;
pub use suggestions::{Suggestions, suggest};

/// A text that is looked for: at least one letter or digit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    text: Arc<str>,
    words: Arc<[String]>,
}

impl Query {
    /// No more letters than these are looked for.
    pub const MOST_LETTERS: usize = 80;

    /// The text without surplus spaces, and of a long one the beginning; absent where there is nothing to look for.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let mut clean = String::new();
        for word in text.split(|char: char| char.is_whitespace() || char.is_control()).filter(|word| !word.is_empty()) {
            if !clean.is_empty() {
                clean.push(' ');
            }
            clean.push_str(word);
        }
        let cut = clean.char_indices().nth(Self::MOST_LETTERS).map_or(clean.len(), |(at, _)| at);
        let text = clean[..cut].trim_end_matches(' ');
        let words: Vec<String> = fold::words(text).into_iter().map(|word| word.folded).collect();
        (!words.is_empty()).then(|| Self { text: text.into(), words: words.into() })
    }

    /// The text as it was typed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The parts of `text`, in bytes, in which the words that are looked for stand as they are: what a reader sees marked.
    #[must_use]
    pub fn parts_of(&self, text: &str) -> Vec<Range<usize>> {
        let found = fold::words(text).into_iter().filter_map(|known| {
            let parts = self.words.iter().filter_map(|word| {
                let start =
                    if known.folded.starts_with(word.as_str()) { 0 } else { matching::inner(word, &known.folded)? };
                Some(known.at[start]..known.at[start + word.len()])
            });
            parts.max_by_key(ExactSizeIterator::len)
        });
        found.collect()
    }

    /// What all words cost together in some texts; absent where one of them is in none.
    fn cost(&self, texts: &[String], is_lenient: bool) -> Option<u32> {
        let best = |word: &String| texts.iter().filter_map(|text| matching::cost(word, text, is_lenient)).min();
        self.words.iter().map(best).sum()
    }
}

#[cfg(test)]
mod tests;
