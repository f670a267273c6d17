//! Whether a word that is looked for is in a text, and how well.

/// What it costs that a word is found only in part: less is better.
const PREFIX: u32 = 1;
const LATER_WORD: u32 = 1;
pub(super) const INNER: u32 = 4;
/// For each error of typing.
const ERROR: u32 = 8;

/// How much a word differs from the text in which it is found; absent where it is not. Both are folded.
///
/// The text's first word costs less than another, a beginning less than an inner part, and a single letter is found at
/// beginnings only. A lenient search also finds what is written with errors.
pub(super) fn cost(word: &str, text: &str, is_lenient: bool) -> Option<u32> {
    let costs = text.split(' ').enumerate().filter_map(|(index, known)| {
        let later = if index == 0 { 0 } else { LATER_WORD };
        Some(later + part(word, known).or_else(|| errors(word, known).filter(|_| is_lenient).map(|n| n * ERROR))?)
    });
    costs.min()
}

fn part(word: &str, known: &str) -> Option<u32> {
    if word == known {
        Some(0)
    } else if known.starts_with(word) {
        Some(PREFIX)
    } else {
        inner(word, known).map(|_| INNER)
    }
}

/// Where in a word another one is, not at its beginning.
pub(super) fn inner(word: &str, known: &str) -> Option<usize> {
    // Of a single letter there is no inside.
    word.chars().nth(1)?;
    known.as_bytes().windows(word.len()).position(|part| part == word.as_bytes())
}

/// The errors in a word that was meant to be the beginning of a known one, if they are few enough for its length.
fn errors(word: &str, known: &str) -> Option<u32> {
    let word: Vec<char> = word.chars().collect();
    let allowed = match word.len() {
        0..4 => return None,
        4..8 => 1,
        8.. => 2,
    };
    let known: Vec<char> = known.chars().collect();
    let errors = distance_to_a_prefix(&word, &known);
    (errors <= allowed).then_some(errors)
}

/// How many letters must be put in, taken out, replaced, or swapped with their neighbour, to make of `word` some
/// beginning of `known`: the restricted Damerau-Levenshtein distance (Boytsov 2011, "optimal string alignment").
/// O(length × length).
fn distance_to_a_prefix(word: &[char], known: &[char]) -> u32 {
    let first_row = || (0..).take(known.len() + 1).collect::<Vec<u32>>();
    let (mut before_last, mut last) = (first_row(), first_row());
    for (row, letter) in (1..).zip(word.iter().enumerate()) {
        let (at, letter) = letter;
        let mut present = vec![row];
        for (column, other) in known.iter().enumerate() {
            let replaced = last[column] + u32::from(letter != other);
            let mut fewest = replaced.min(last[column + 1] + 1).min(present[column] + 1);
            if at > 0 && column > 0 && *letter == known[column - 1] && word[at - 1] == *other {
                fewest = fewest.min(before_last[column - 1] + 1);
            }
            present.push(fewest);
        }
        before_last = std::mem::replace(&mut last, present);
    }
    last.into_iter().min().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distance(word: &str, known: &str) -> u32 {
        distance_to_a_prefix(&word.chars().collect::<Vec<_>>(), &known.chars().collect::<Vec<_>>())
    }

    #[test]
    fn letters_put_in_taken_out_replaced_and_swapped_are_one_error_each() {
        for (word, known, errors) in [
            ("kutno", "kutno", 0),
            ("ktno", "kutno", 1),
            ("kuttno", "kutno", 1),
            ("kutmo", "kutno", 1),
            ("kunto", "kutno", 1),
            ("kuton", "kutno", 1),
            ("xyz", "kutno", 3),
            ("", "kutno", 0),
            ("kutno", "", 5),
        ] {
            assert_eq!(distance(word, known), errors, "{word} {known}");
        }
        assert_eq!(distance("walbzr", "walbrzych"), 1, "a beginning");
    }

    #[test]
    fn short_words_must_be_right() {
        assert_eq!(cost("kut", "kutno", true), Some(PREFIX));
        assert_eq!(cost("kxt", "kutno", true), None);
        assert_eq!(cost("kxtn", "kutno", true), Some(ERROR));
        assert_eq!(cost("kxtn", "kutno", false), None);
        assert_eq!(cost("wxlbxzyc", "walbrzych", true), Some(2 * ERROR));
        assert_eq!(cost("wxlbxzy", "walbrzych", true), None);
    }

    #[test]
    fn beginnings_come_before_inner_parts_and_first_words_before_later_ones() {
        let costs = ["kamienna", "kamien", "tel kamienna", "x kamien y", "nadkamienna", "x nadkamienna"]
            .map(|text| cost("kamien", text, false).unwrap_or(u32::MAX));
        assert_eq!(costs, [PREFIX, 0, LATER_WORD + PREFIX, LATER_WORD, INNER, LATER_WORD + INNER]);
        assert_eq!(cost("k", "sok", false), None, "one letter alone is in almost everything");
        assert_eq!(cost("zz", "sok", false), None);
    }
}
