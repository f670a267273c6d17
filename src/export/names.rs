//! The names of files, which say what they hold.

use super::Extract;
use crate::domain::{Criterion, Lang, Period, fold};
use crate::text::ShareWords;

/// What a file's name says of how much is in it.
#[derive(Clone, Debug, Default)]
pub struct Extent {
    /// The ids or names of what is looked at closely, such as `lublin`.
    pub subject: Option<String>,
}

/// The campaign's name as a part of a file's name, in the language that comes first: the same whatever the reader speaks.
#[must_use]
pub fn stem(extract: Extract<'_>) -> String {
    let title = extract.catalog.title().map_or("", |title| title.get(Lang::default()));
    slug(title)
}

/// A file's name: the campaign, the years, what is asked for, what the file holds. `pracownia-miast-2016-spotkania.csv`.
#[must_use]
pub fn file_name(extract: Extract<'_>, extent: &Extent, what: &str, extension: &str) -> String {
    let words = ShareWords::of(extract.lang);
    let (catalog, filter) = (extract.catalog, &extract.view.filter);
    let mut parts = vec![slug(extract.title())];
    match extract.period {
        Period::All => {}
        Period::Year(year) => parts.push(year.to_string()),
        Period::UpTo(year) => parts.push(format!("{}-{year}", slug(words.up_to))),
        Period::Between(from, to) => parts.push(format!("{from}-{to}")),
    }
    for criterion in filter.criteria() {
        parts.push(match criterion {
            Criterion::Edition => {
                let number = filter.edition.map(|key| catalog.get(key).number.to_string()).unwrap_or_default();
                format!("{}-{number}", slug(words.edition))
            }
            Criterion::Topic => filter.topic.map(|key| catalog.get(key).id.to_string()).unwrap_or_default(),
            Criterion::Country => filter.country.map(|code| code.as_str().to_ascii_lowercase()).unwrap_or_default(),
            Criterion::Kind => filter.kind.map(|kind| kind.tag().to_owned()).unwrap_or_default(),
            Criterion::Text => filter.text.as_ref().map(|text| slug(text.query().as_str())).unwrap_or_default(),
        });
    }
    parts.extend(extent.subject.as_deref().map(slug));
    parts.push(slug(what));
    parts.retain(|part| !part.is_empty());
    format!("{}.{extension}", parts.join("-"))
}

/// A text as a part of a file's name: small letters and digits with hyphens between them, and no longer than a name may
/// be together with others.
fn slug(text: &str) -> String {
    const LONGEST: usize = 40;
    let words = fold(text);
    let words = words.split(' ').map(|word| word.chars().filter(char::is_ascii_alphanumeric).collect::<String>());
    let mut slug = String::new();
    for word in words.filter(|word| !word.is_empty()) {
        if slug.len() + 1 + word.len() > LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word);
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_nothing_that_a_file_system_minds() {
        assert_eq!(slug("Pracownia miast"), "pracownia-miast");
        assert_eq!(slug("Łódź: „Żółć” & Co."), "lodz-zolc-co");
        assert_eq!(slug("../../etc/passwd\0.exe"), "etc-passwd-exe");
        assert_eq!(slug("\u{202e}gpj.exe"), "gpj-exe");
        assert_eq!(slug("東京 😀"), "");
        assert!(slug(&"miasto ".repeat(40)).len() <= 40);
        assert_eq!(slug(&"x".repeat(400)), "");
    }
}
