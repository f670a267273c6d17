//! How to cite a view: in plain text, for BibTeX and for programs that read CSL.

use super::calendar::Day;
use super::json::Json;
use crate::domain::Lang;
use crate::text::ShareWords;

/// What is cited. It has no author to name.
#[derive(Clone, Debug)]
pub struct Citation {
    /// The language of the citation.
    pub lang: Lang,
    /// The campaign.
    pub title: String,
    /// What of it is looked at, such as `2016`; empty for all of it.
    pub part: String,
    /// The address of that view; empty where it has none that others can open.
    pub url: String,
    /// The key of the entry, such as `pracownia-miast-2016`.
    pub key: String,
    /// The day on which it was read, where known.
    pub accessed: Option<Day>,
}

impl Citation {
    fn words(&self) -> &'static ShareWords {
        ShareWords::of(self.lang)
    }

    /// Title and part: "Pracownia miast: 2016".
    fn whole_title(&self) -> String {
        if self.part.is_empty() { self.title.clone() } else { format!("{}: {}", self.title, self.part) }
    }
}

/// A sentence for a footnote.
#[must_use]
pub fn plain(citation: &Citation) -> String {
    let words = citation.words();
    let accessed = citation.accessed.map(|day| format!(" ({}: {})", words.accessed, day.iso())).unwrap_or_default();
    // A title may have its own mark at its end.
    let title = citation.whole_title();
    let mark = if title.ends_with(['.', '!', '?', '…']) { "" } else { "." };
    let whole = format!("{title}{mark} {}. {}{accessed}", words.citation_kind, citation.url);
    whole.trim_end().to_owned()
}

/// An entry for BibTeX and biblatex.
#[must_use]
pub fn bibtex(citation: &Citation) -> String {
    let words = citation.words();
    let mut entry = format!("@misc{{{},\n", citation.key);
    let mut field = |name: &str, value: &str| {
        let line = ["  ", name, &"            "[name.len().min(12)..], " = {", value, "},\n"].concat();
        entry.push_str(&line);
    };
    field("title", &braced_capitals(&citation.whole_title()));
    field("howpublished", &latex(words.citation_kind));
    if !citation.url.is_empty() {
        field("url", &verbatim(&citation.url));
    }
    if let Some(day) = citation.accessed {
        field("urldate", &day.iso());
    }
    field("langid", words.langid);
    entry.push_str("}\n");
    entry
}

/// An item in the format of the Citation Style Language, which Zotero and others read.
#[must_use]
pub fn csl_json(citation: &Citation) -> String {
    let mut item = vec![
        ("id", Json::text(citation.key.as_str())),
        ("type", Json::text("dataset")),
        ("title", Json::text(citation.whole_title())),
        ("genre", Json::text(citation.words().citation_kind)),
        ("language", Json::text(citation.lang.tag())),
    ];
    if !citation.url.is_empty() {
        item.push(("URL", Json::text(citation.url.as_str())));
    }
    if let Some(day) = citation.accessed {
        let numbers = [day.year, day.month.into(), day.day.into()].map(|number| Json::Raw(number.to_string()));
        let date = Json::List(vec![Json::List(numbers.into())]);
        item.push(("accessed", Json::Object(vec![("date-parts", date)])));
    }
    Json::List(vec![Json::Object(item)]).into_file()
}

/// A title for BibTeX: a style may make its capitals small, but of a name they belong to it. Words that have one stand in
/// braces, with an own letter of Polish as with any other.
fn braced_capitals(title: &str) -> String {
    let word = |word: &str| {
        if !word.chars().any(char::is_uppercase) {
            return latex(word);
        }
        // Marks before and after it stay outside.
        let start = word.find(char::is_alphanumeric).unwrap_or(0);
        let end = word
            .rfind(char::is_alphanumeric)
            .map_or(word.len(), |at| at + word[at..].chars().next().map_or(0, char::len_utf8));
        [&latex(&word[..start]), "{", &latex(&word[start..end]), "}", &latex(&word[end..])].concat()
    };
    title.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// A text for LaTeX, which reads UTF-8 since 2018: only its own signs are escaped.
fn latex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' | '}' | '$' | '&' | '#' | '%' | '_' => out.extend(['\\', char]),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '\u{a0}' => out.push('~'),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            char if char.is_control() => out.push(' '),
            char => out.push(char),
        }
    }
    out
}

/// An address, in a field that BibTeX takes as it stands: without what would end it.
fn verbatim(url: &str) -> String {
    url.chars().filter(|char| !matches!(char, '{' | '}' | '\\') && !char.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn citation(lang: Lang, part: &str) -> Citation {
        Citation {
            lang,
            title: "Pracownia miast".into(),
            part: part.into(),
            url: "https://example.org/map/?year=2016&q=a%20b".into(),
            key: "pracownia-miast-2016".into(),
            accessed: Some(Day { year: 2026, month: 3, day: 7 }),
        }
    }

    #[test]
    fn a_footnote_names_what_was_seen_and_when() {
        assert_eq!(
            plain(&citation(Lang::Pl, "2016")).replace('\u{a0}', " "),
            "Pracownia miast: 2016. Mapa i oś czasu, zbiór danych. https://example.org/map/?year=2016&q=a%20b \
             (dostęp: 2026-03-07)"
        );
        let undated = Citation { accessed: None, title: "Where next?".into(), ..citation(Lang::En, "") };
        assert_eq!(plain(&undated), format!("Where next? Map and timeline, data set. {}", undated.url));
    }

    #[test]
    fn bibtex_keeps_capitals_and_reads_no_text_as_a_command() {
        let entry = bibtex(&citation(Lang::Pl, "Łódź & 100% {a} \\input{x} $_^~"));
        assert_eq!(
            entry.replace('\u{a0}', " "),
            "@misc{pracownia-miast-2016,
  title        = {{Pracownia} miast: {Łódź} \\& 100\\% \\{a\\} \\textbackslash{}input\\{x\\} \
             \\$\\_\\textasciicircum{}\\textasciitilde{}},
  howpublished = {Mapa i~oś czasu, zbiór danych},
  url          = {https://example.org/map/?year=2016&q=a%20b},
  urldate      = {2026-03-07},
  langid       = {polish},
}
"
        );
        let hostile = Citation { url: "https://a/}}\n@misc{x".into(), ..citation(Lang::En, "\u{202e}") };
        assert!(bibtex(&hostile).contains("url          = {https://a/@misc"), "{}", bibtex(&hostile));
    }

    #[test]
    fn csl_is_json_with_the_day_of_access() {
        let item: serde_json::Value = serde_json::from_str(&csl_json(&citation(Lang::En, "\"2016\""))).expect("JSON");
        assert_eq!(item[0]["title"], "Pracownia miast: \"2016\"");
        assert_eq!(item[0]["accessed"]["date-parts"], serde_json::json!([[2026, 3, 7]]));
        assert_eq!((&item[0]["language"], &item[0]["type"]), (&"en".into(), &"dataset".into()));
    }
}
