//! The small rules of typesetting.

use std::borrow::Cow;

use super::Words;
use crate::domain::Lang;

const NO_BREAK_SPACE: char = '\u{a0}';

/// Sets a text of `lang` for the screen: no line ends in one of its [`Words::no_break_after`], in Polish a word of one
/// letter (`w`, `z`, `i`) or an abbreviation before a name (`ul.`), and none begins with one of its
/// [`Words::no_break_before`] (`r.` after a year): the space there does not break.
#[must_use]
pub fn typeset(lang: Lang, text: &str) -> Cow<'_, str> {
    let words = Words::of(lang);
    let mut out = String::with_capacity(text.len() + 8);
    let mut last = "";
    let mut is_changed = false;
    for (index, word) in text.split(' ').enumerate() {
        if index > 0 {
            let sticks = sticks_to_next(words, last) || sticks_to_last(words, word);
            out.push(if sticks { NO_BREAK_SPACE } else { ' ' });
            is_changed |= sticks;
        }
        out.push_str(word);
        last = word;
    }
    if is_changed { Cow::Owned(out) } else { Cow::Borrowed(text) }
}

fn sticks_to_next(words: &Words, word: &str) -> bool {
    // A no-break space that is there already is part of the word: what follows it decides.
    let word = word.rsplit(NO_BREAK_SPACE).next().unwrap_or(word);
    let word = word.trim_start_matches(['(', '„', '«', '–']);
    !word.is_empty() && words.no_break_after.split(' ').any(|other| other == word)
}

fn sticks_to_last(words: &Words, word: &str) -> bool {
    // Marks may follow, as in "2016 r.;".
    let is_it = |other| word.strip_prefix(other).is_some_and(|rest| !rest.bytes().any(|it| it.is_ascii_alphanumeric()));
    words.no_break_before.split(' ').any(is_it)
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
    fn what_belongs_to_a_number_stays_beside_it() {
        assert_eq!(typeset(Lang::Pl, "od 2014 r.; w 2016 r. 9"), "od 2014\u{a0}r.; w\u{a0}2016\u{a0}r. 9");
        assert_eq!(typeset(Lang::Pl, "(z 1999 r.)"), "(z\u{a0}1999\u{a0}r.)");
        assert_eq!(typeset(Lang::Pl, "przed – po"), "przed\u{a0}– po");
        assert_eq!(typeset(Lang::Pl, "w\u{a0}2016 r."), "w\u{a0}2016\u{a0}r.");
    }

    #[test]
    fn other_texts_stay_as_they_are() {
        assert!(matches!(typeset(Lang::Pl, "Bez nich"), Cow::Borrowed("Bez nich")));
        assert_eq!(typeset(Lang::En, "a city"), "a city");
    }
}
