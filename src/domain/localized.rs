//! Texts of the data in each language of the interface.

use super::Lang;

/// The same text in each language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Localized([String; Lang::ALL.len()]);

impl Localized {
    /// The text that `read` gives in each language. Where it gives none another stands in: one of [`Lang::REQUIRED`], in
    /// that order, else the first that there is. Absent where there is none at all.
    pub fn new(read: &dyn Fn(Lang) -> Option<String>) -> Option<Self> {
        let given = Lang::ALL.map(read);
        let required = Lang::REQUIRED.into_iter().find_map(|lang| given[lang as usize].as_ref());
        let stands_in = required.or_else(|| given.iter().flatten().next())?.clone();
        Some(Self(given.map(|text| text.unwrap_or_else(|| stands_in.clone()))))
    }

    /// One text for every language.
    #[must_use]
    pub fn same(text: &str) -> Self {
        Self(Lang::ALL.map(|_| text.to_owned()))
    }

    /// The text in `lang`.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        &self.0[lang as usize]
    }

    /// The text in each language, in the order of [`Lang::ALL`].
    #[must_use]
    pub fn all(&self) -> &[String; Lang::ALL.len()] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(texts: &[(Lang, &str)]) -> Option<Localized> {
        Localized::new(&|lang| texts.iter().find(|(of, _)| *of == lang).map(|(_, text)| (*text).to_owned()))
    }

    #[test]
    fn where_a_language_has_no_text_another_stands_in() {
        let both = given(&[(Lang::Pl, "miasto"), (Lang::En, "city")]).expect("a text");
        assert_eq!((both.get(Lang::Pl), both.get(Lang::En)), ("miasto", "city"));
        let polish = given(&[(Lang::Pl, "miasto")]).expect("a text");
        assert_eq!(polish, Localized::same("miasto"));
        let english = given(&[(Lang::En, "city")]).expect("a text");
        assert_eq!(english, Localized::same("city"));
        assert_eq!(given(&[]), None);
    }
}
