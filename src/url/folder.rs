//! The pages that stand without scripts: which folder shows a view, and what a query says beside such a page.

use crate::domain::{Catalog, City, Edition, Expert, Lang, Period, Topic};

use super::{Address, Display, FilterIds, Sorting, SubjectId, parse, to_query};

/// The folder of the page that shows exactly this view without scripts, from the root of the site: empty, or with a slash at
/// its end. The default language has none of its own. Nothing where there is no such page: of a meeting, of a part of the
/// campaign that nobody asks for by name, of a table, of a map that was moved.
///
/// Colours, and how a page stands within another one, are no part of a view: [`to_link`] keeps them.
#[must_use]
pub fn folder(address: &Address, catalog: &Catalog) -> Option<String> {
    let Address { period, subject, filter, camera, display, sorting, lang, .. } = address;
    let FilterIds { edition, topic, country, kind, text } = filter;
    let is_plain = camera.is_none()
        && *display == Display::default()
        && *sorting == Sorting::default()
        && country.is_none()
        && kind.is_none()
        && text.is_none();
    if !is_plain {
        return None;
    }
    let place = match (*period, subject, edition, topic) {
        (Period::All, None, None, None) => String::new(),
        (Period::Year(year), None, None, None) if catalog.years()?.contains(&year) => format!("year/{year}/"),
        (Period::All, None, Some(id), None) => format!("edition/{}/", catalog.get(catalog.find::<Edition>(id)?).number),
        (Period::All, None, None, Some(id)) => format!("topic/{}/", catalog.get(catalog.find::<Topic>(id)?).id),
        (Period::All, Some(SubjectId::City(id)), None, None) => {
            format!("city/{}/", catalog.get(catalog.find::<City>(id)?).id)
        }
        (Period::All, Some(SubjectId::Expert(id)), None, None) => {
            format!("expert/{}/", catalog.get(catalog.find::<Expert>(id)?).id)
        }
        _ => return None,
    };
    let language = if *lang == Lang::default() { String::new() } else { format!("{}/", lang.tag()) };
    Some(language + &place)
}

/// The shortest link to a view, from the root of the site: to the page that shows it without scripts, where there is one, with a
/// query for what is left to say (colours, how it is embedded); else the query alone.
#[must_use]
pub fn to_link(address: &Address, catalog: &Catalog) -> String {
    let Some(folder) = folder(address, catalog) else { return to_query(address) };
    let rest = Address {
        theme: address.theme,
        is_bundled: address.is_bundled,
        embedding: address.embedding.clone(),
        ..Address::default()
    };
    folder + &to_query(&rest)
}

/// What a page that was made for one view shows when its address has a query: the query wins for what it names, and the
/// page's own view (`start`, a query as well) holds for the rest.
#[must_use]
pub fn upon(start: &str, query: &str) -> String {
    if start.is_empty() || query.len() < 2 {
        return if start.is_empty() { query } else { start }.to_owned();
    }
    // Of a repeated key the last one counts; these are said by more than one key.
    let named = parse(query).address;
    let is_told_otherwise = |pair: &str| match pair.split('=').next() {
        Some("city" | "expert") => named.subject.is_some(),
        Some("year") => matches!(named.period, Period::Between(..)),
        _ => false,
    };
    let mut merged = String::new();
    let kept = start.trim_start_matches('?').split('&').filter(|pair| !is_told_otherwise(pair));
    for pair in kept.chain([query.trim_start_matches('?')]) {
        merged.push(if merged.is_empty() { '?' } else { '&' });
        merged.push_str(pair);
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::catalog;

    fn found(query: &str) -> Option<String> {
        folder(&parse(query).address, &catalog())
    }

    #[test]
    fn a_view_that_a_page_shows_exactly_has_its_folder() {
        for (query, expected) in [
            ("", ""),
            ("?lang=en", "en/"),
            ("?year=2016", "year/2016/"),
            ("?year=2014", "year/2014/"),
            ("?edition=3&lang=en", "en/edition/3/"),
            ("?city=lublin", "city/lublin/"),
            ("?city=tel-aviv&lang=en", "en/city/tel-aviv/"),
            ("?expert=jan-de-vries", "expert/jan-de-vries/"),
            ("?city=lublin&theme=dark&embed=1&hide=legend&tiles=bundled", "city/lublin/"),
        ] {
            assert_eq!(found(query).as_deref(), Some(expected), "{query}");
        }
    }

    #[test]
    fn every_other_view_has_none() {
        for query in [
            "?year=2013",
            "?year=2016&mode=upto",
            "?from=2015&to=2016",
            "?city=atlantis",
            "?year=2016&city=lublin",
            "?city=lublin&edition=3",
            "?meeting=lublin-2016",
            "?edition=7",
            "?edition=3&year=2016",
            "?topic=nothing",
            "?country=NL",
            "?kind=meeting",
            "?q=lublin",
            "?view=table",
            "?view=about",
            "?camera=6,51,19",
            "?city=lublin&camera=6,51,19",
        ] {
            assert_eq!(found(query), None, "{query}");
        }
    }

    #[test]
    fn a_link_keeps_what_no_page_can_say() {
        let link = |query: &str| to_link(&parse(query).address, &catalog());
        assert_eq!(link(""), "");
        assert_eq!(link("?year=2016&lang=en"), "en/year/2016/");
        assert_eq!(link("?embed=1&theme=dark&city=lublin&lang=en"), "en/city/lublin/?theme=dark&embed=1");
        assert_eq!(link("?year=2016&mode=upto&lang=en&embed=1"), "?year=2016&mode=upto&lang=en&embed=1");
    }

    #[test]
    fn a_link_says_the_same_as_its_query() {
        let catalog = catalog();
        for query in [
            "",
            "?year=2016",
            "?edition=3&lang=en&theme=light",
            "?expert=jan-de-vries&embed=1&hide=list&height=fixed",
            "?city=lublin&lang=en&embed=1&play=1",
            "?year=2016&mode=upto&city=lublin",
        ] {
            let address = parse(query).address;
            let link = to_link(&address, &catalog);
            let (_, rest) = link.split_once('?').unwrap_or((&link, ""));
            let page = Address {
                theme: super::super::Theme::Auto,
                is_bundled: false,
                embedding: super::super::Embedding::default(),
                ..address.clone()
            };
            let start = if folder(&address, &catalog).is_some() { to_query(&page) } else { String::new() };
            assert_eq!(parse(&upon(&start, rest)).address, address, "{query}");
        }
    }

    #[test]
    fn the_query_wins_for_what_it_names_and_the_page_for_the_rest() {
        let merged = |start: &str, query: &str| to_query(&parse(&upon(start, query)).address);
        assert_eq!(merged("", "?year=2016"), "?year=2016");
        assert_eq!(merged("?year=2016", ""), "?year=2016");
        assert_eq!(merged("?year=2016", "?"), "?year=2016");
        assert_eq!(merged("?year=2016", "?embed=1"), "?year=2016&embed=1");
        assert_eq!(merged("?year=2016", "?year=2015"), "?year=2015");
        assert_eq!(merged("?year=2016", "?year=all"), "");
        assert_eq!(merged("?year=2016", "?mode=upto"), "?year=2016&mode=upto");
        assert_eq!(merged("?year=2016", "?from=2014&to=2015"), "?from=2014&to=2015");
        assert_eq!(merged("?city=kutno&lang=en", "?embed=1&theme=dark"), "?city=kutno&lang=en&theme=dark&embed=1");
        assert_eq!(merged("?city=kutno&lang=en", "?lang=pl"), "?city=kutno");
        assert_eq!(merged("?expert=a&lang=en", "?city=kutno"), "?city=kutno&lang=en");
        assert_eq!(merged("?city=kutno", "?meeting=kutno-2017"), "?meeting=kutno-2017");
        assert_eq!(merged("?city=kutno", "?year=2017"), "?year=2017&city=kutno");
        assert_eq!(merged("?topic=film", "?edition=3"), "?edition=3&topic=film");
        // What is no value is as if it were not there.
        assert_eq!(merged("?year=2016", "?year=MMXV&utm_source=x"), "?year=2016");
    }
}
