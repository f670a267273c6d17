//! What a browser knows by itself: names of countries and the order of letters, from the same CLDR. And files.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::error::Error;
use std::fs;
use std::io::{Read, Write};
use std::path::Path;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_experimental::displaynames::DisplayNamesOptions;
use icu_experimental::displaynames::multi::RegionDisplayNames;
use icu_locale_core::Locale;
use icu_locale_core::subtags::Region;
use pracownia::data::{self, Fault, File, FileName, Loaded, Problem};
use pracownia::domain::{Catalog, CountryCode, Lang};
use pracownia::text::{MoreWords, Reader, Words};

/// What is known of a language; kept, for it is made of much data.
struct Knowledge {
    lang: Lang,
    regions: Option<RegionDisplayNames>,
    collator: Option<CollatorBorrowed<'static>>,
}

thread_local! {
    static KNOWN: RefCell<Vec<Knowledge>> = const { RefCell::new(Vec::new()) };
}

fn with<T>(lang: Lang, ask: impl FnOnce(&Knowledge) -> T) -> T {
    KNOWN.with_borrow_mut(|known| {
        if !known.iter().any(|it| it.lang == lang) {
            let locale = lang.tag().parse::<Locale>().unwrap_or(Locale::UNKNOWN);
            let regions = RegionDisplayNames::try_new((&locale).into(), DisplayNamesOptions::default()).ok();
            let collator = Collator::try_new((&locale).into(), CollatorOptions::default()).ok();
            known.push(Knowledge { lang, regions, collator });
        }
        let it = known.iter().find(|it| it.lang == lang);
        ask(it.unwrap_or(&Knowledge { lang, regions: None, collator: None }))
    })
}

/// The name of a country in a language; its code where CLDR has none.
pub fn country_name(lang: Lang, code: CountryCode) -> String {
    let region = code.as_str().parse::<Region>().ok();
    let name = with(lang, |known| Some(known.regions.as_ref()?.of(region?)?.to_owned()));
    name.unwrap_or_else(|| code.as_str().to_owned())
}

/// The order of two names in a language.
pub fn compare(lang: Lang, a: &str, b: &str) -> Ordering {
    with(lang, |known| known.collator.as_ref().map_or_else(|| a.cmp(b), |collator| collator.compare(a, b)))
}

/// Tells a catalog in a language.
pub fn reader(catalog: &Catalog, lang: Lang) -> Reader<'_> {
    Reader { catalog, lang, words: Words::of(lang), country_name, compare }
}

/// Compresses to raw DEFLATE, which browsers open (`DecompressionStream`).
pub fn deflate(from: impl Read, to: impl Write) -> Result<(), Box<dyn Error>> {
    Ok(zopfli::compress(zopfli::Options::default(), zopfli::Format::Deflate, from, to)?)
}

/// Reads the two data files of a folder.
pub fn load(folder: &Path) -> Result<Loaded, Box<dyn Error>> {
    let read = |name: &str| {
        let path = folder.join(name);
        fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let (cities, programme) = (read("cities.geojson")?, read("programme.json")?);
    Ok(data::load(File::Bytes(&cities), File::Bytes(&programme)))
}

/// Says what is wrong with the data files of a folder.
pub fn check(folder: &Path) -> Result<String, Box<dyn Error>> {
    let Loaded { catalog, mut problems } = load(folder)?;
    // Both may be missing.
    let read = |name: FileName| fs::read(folder.join(name.path().trim_start_matches("data/"))).ok();
    if let Some(bytes) = read(FileName::Config) {
        problems.extend(data::config(File::Bytes(&bytes)).problems);
    }
    if let Some(bytes) = read(FileName::Story) {
        let story = data::story(File::Bytes(&bytes), &catalog);
        problems.extend(story.problems);
        let is_lost =
            |problem: &Problem| matches!(&problem.fault, Fault::NoPicture { found } if !folder.join(found).is_file());
        problems.extend(story.pictures.into_iter().filter(is_lost));
    }
    if problems.is_empty() {
        return Ok(format!("{}: nothing is wrong", folder.display()));
    }
    Err(told(&problems).into())
}

/// Problems in words, a line each.
pub fn told(problems: &[Problem]) -> String {
    let more = MoreWords::of(Lang::REQUIRED[0]);
    let line = |problem: &Problem| {
        let place = if problem.pointer.is_empty() { more.whole_file } else { &problem.pointer };
        let line = problem.line.map(|line| format!(", {}", (more.at_line)(line))).unwrap_or_default();
        format!("{}, {place}{line}: {}", problem.file.path(), (more.fault)(&problem.fault))
    };
    problems.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The address of the site, as others are built upon it: with a slash at its end.
pub fn site_url(url: String) -> Result<String, Box<dyn Error>> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let is_plain = rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(['?', '#', '"', '<', '>', ' ', '\\']));
    if !is_plain {
        return Err(format!("--site-url must be like https://example.org/map/, not '{url}'").into());
    }
    Ok(if url.ends_with('/') { url } else { url + "/" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_have_the_names_that_browsers_know() {
        let name = |lang, code: &str| country_name(lang, code.parse().expect("a code"));
        assert_eq!(name(Lang::Pl, "NL"), "Holandia");
        assert_eq!(name(Lang::En, "NL"), "Netherlands");
        assert_eq!(name(Lang::Pl, "XX"), "XX");
    }

    #[test]
    fn the_polish_alphabet_has_its_order() {
        let mut names = ["Łódź", "Lublin", "Mielec", "Lwów", "Ćmielów", "Czersk"];
        names.sort_by(|a, b| compare(Lang::Pl, a, b));
        assert_eq!(names, ["Czersk", "Ćmielów", "Lublin", "Lwów", "Łódź", "Mielec"]);
    }

    #[test]
    fn a_site_has_an_address_with_a_slash() {
        assert_eq!(site_url("https://example.org/a".into()).ok().as_deref(), Some("https://example.org/a/"));
        for bad in ["example.org", "https://", "ftp://example.org", "https://a/?b", "https://a\"b"] {
            assert!(site_url(bad.into()).is_err(), "{bad}");
        }
    }
}
