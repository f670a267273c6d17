//! Texts as they are compared: without capitals, diacritics and punctuation.

/// The basic letter of each letter from U+00C0 to U+017F: Latin-1 and Latin Extended-A, with which the languages of
/// Poland and its neighbours are written, and those from the Atlantic to Turkey. Capitals stand for what two letters
/// are needed for.
const LATIN: &[u8; 192] = b"\
    aaaaaaAceeeeiiiidnooooo ouuuuyTSaaaaaaAceeeeiiiidnooooo ouuuuyTy\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiIIjjkkkllllllllllnnnnnnnnnooooooOOrrrrrrsssssssstttttt\
    uuuuuuuuuuuuwwyyyzzzzzzs";

/// A word of a text as it is compared, and where it comes from.
pub(super) struct Word {
    /// Small letters without marks, and digits.
    pub(super) folded: String,
    /// For each byte of it the byte of the text where its letter begins, and at last where the word ends.
    pub(super) at: Vec<usize>,
}

/// A text as it is compared: its words in small letters without diacritics, with one space between them.
///
/// Latin letters become those of the alphabet (`Łódź` is `lodz`, `Straße` is `strasse`); letters of other scripts stay
/// as they are. Whatever is neither letter nor digit parts words.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in words(text) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&word.folded);
    }
    out
}

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut word = Word { folded: String::new(), at: Vec::new() };
    for (at, char) in text.char_indices() {
        // A mark of its own, as a text from a Mac may have it, belongs to the letter before it.
        if ('\u{300}'..='\u{36f}').contains(&char) {
            continue;
        }
        let before = word.folded.len();
        push_folded(&mut word.folded, char);
        if word.folded.len() > before {
            word.at.resize(word.folded.len(), at);
        } else if before > 0 {
            words.push(finished(&mut word, at));
        }
    }
    if !word.folded.is_empty() {
        words.push(finished(&mut word, text.len()));
    }
    words
}

fn finished(word: &mut Word, end: usize) -> Word {
    word.at.push(end);
    Word { folded: std::mem::take(&mut word.folded), at: std::mem::take(&mut word.at) }
}

/// Appends what a letter or digit is compared as, and nothing for anything else.
fn push_folded(out: &mut String, char: char) {
    let latin = (char as usize).checked_sub(0xC0).and_then(|index| LATIN.get(index));
    match (char, latin) {
        (_, Some(b' ')) => {}
        (_, Some(b'A')) => out.push_str("ae"),
        (_, Some(b'I')) => out.push_str("ij"),
        (_, Some(b'O')) => out.push_str("oe"),
        (_, Some(b'S')) | ('ẞ', _) => out.push_str("ss"),
        (_, Some(b'T')) => out.push_str("th"),
        (_, Some(&letter)) => out.push(char::from(letter)),
        ('Ș' | 'ș', _) => out.push('s'),
        ('Ț' | 'ț', _) => out.push('t'),
        (char, _) if char.is_ascii_alphanumeric() => out.push(char.to_ascii_lowercase()),
        // Beyond Latin everything but punctuation, which has blocks of its own.
        ('\u{180}'..'\u{2000}' | '\u{2c00}'..'\u{2e00}' | '\u{3040}'..'\u{fe00}', _) => out.push(char),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polish_letters_lose_their_marks() {
        assert_eq!(fold("Łódź"), "lodz");
        assert_eq!(fold("Wałbrzych"), "walbrzych");
        assert_eq!(fold("Zażółć GĘŚLĄ jaźń"), "zazolc gesla jazn");
    }

    #[test]
    fn so_do_the_letters_of_the_neighbours() {
        for (text, folded) in [
            ("Straße Köln ẞ", "strasse koln ss"),
            ("Plzeň České Budějovice Ústí", "plzen ceske budejovice usti"),
            ("Košice Ľubica Ŕ", "kosice lubica r"),
            ("Šiauliai Klaipėda Ąžuolų", "siauliai klaipeda azuolu"),
            ("’s-Hertogenbosch IJmuiden Ĳ", "s hertogenbosch ijmuiden ij"),
            ("Orléans Besançon Œuvre Noël", "orleans besancon oeuvre noel"),
            ("Malmö Århus Tromsø Þingvellir Ærø", "malmo arhus tromso thingvellir aero"),
            ("Győr İzmir Iași Brașov", "gyor izmir iasi brasov"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn marks_of_their_own_are_marks_too() {
        assert_eq!(fold("Poznan\u{301}"), "poznan");
    }

    #[test]
    fn words_are_parted_by_whatever_is_neither_letter_nor_digit() {
        assert_eq!(fold("  Skarżysko-Kamienna,\u{a0}2017! "), "skarzysko kamienna 2017");
        assert_eq!(fold("„W drodze” – 2×2"), "w drodze 2 2");
        assert_eq!(fold(" – „”…"), "");
        assert_eq!(fold("Київ"), "Київ");
    }

    #[test]
    fn a_word_knows_where_its_letters_come_from() {
        let text = "ul. Łódź";
        let words = words(text);
        assert_eq!(words.len(), 2);
        assert_eq!(&text[words[1].at[0]..words[1].at[2]], "Łó");
        assert_eq!(words[1].at[4], text.len());
    }

    #[test]
    fn folding_twice_is_folding_once() {
        for char in ('\u{20}'..'\u{3000}').chain(['ﬁ', '漢', '😀']) {
            let once = fold(&format!("a{char}b"));
            assert_eq!(fold(&once), once, "{char:?}");
        }
    }
}
