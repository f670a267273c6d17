//! The small rules of typesetting.

use std::borrow::Cow;

use super::Words;
use crate::domain::Lang;

const NO_BREAK_SPACE: char = '\u{a0}';

/// Sets a text of `lang` for the screen: no line ends in one of its [`Words::no_break_after`], in Polish a word of one
/// letter (`w`, `z`, `i`) or an abbreviation before a name (`ul.`), for the space after it does not break.
#[must_use]
pub fn typeset(lang: Lang, text: &str) -> Cow<'_, str> {
    let short = Words::of(lang).no_break_after;
    if text.split(' ').any(|word| is_short(short, word)) {
        Cow::Owned(bind_short_words(short, text))
    } else {
        Cow::Borrowed(text)
    }
}

fn is_short(short: &str, word: &str) -> bool {
    let word = word.trim_start_matches(['(', '„', '«', '–']);
    !word.is_empty() && short.split(' ').any(|short| short == word)
}

fn bind_short_words(short: &str, text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut words = text.split(' ').peekable();
    while let Some(word) = words.next() {
        // A no-break space that is there already is part of the word: what follows it decides.
        let last = word.rsplit(NO_BREAK_SPACE).next().unwrap_or(word);
        out.push_str(word);
        if words.peek().is_some() {
            out.push(if is_short(short, last) { NO_BREAK_SPACE } else { ' ' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polish_one_letter_words_stick_to_the_next_word() {
        assert_eq!(typeset(Lang::Pl, "Spotkanie w Kutnie i o nim"), "Spotkanie w\u{a0}Kutnie i\u{a0}o\u{a0}nim");
        assert_eq!(typeset(Lang::Pl, "„W drodze” (z Łodzi)"), "„W\u{a0}drodze” (z\u{a0}Łodzi)");
        assert_eq!(typeset(Lang::Pl, "ul. Wysockiego"), "ul.\u{a0}Wysockiego");
        assert_eq!(typeset(Lang::Pl, "już w\u{a0}Łodzi"), "już w\u{a0}Łodzi");
    }

    #[test]
    fn other_texts_stay_as_they_are() {
        assert!(matches!(typeset(Lang::Pl, "Bez nich"), Cow::Borrowed("Bez nich")));
        assert_eq!(typeset(Lang::En, "a city"), "a city");
    }
}
