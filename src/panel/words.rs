//! The map in words: what changed in each year, and where each city lies.

use std::cmp::Ordering;

use crate::domain::{Change, City, Filter, Key, Meeting, Period, Subject, View, Visitor, changes, sort_by};
use crate::markup::Node;
use crate::markup::tags::{details, h4, li, section, strong, summary};
use crate::text::typeset;

use super::facts::{link_to, list};
use super::reader::{Reader, join};

/// How many of the nearest cities are told of each.
const NEIGHBOURS: usize = 3;

/// All that the map shows, folded: as text it says what lines, places and distances say to the eye.
pub(super) fn map_in_words(reader: Reader<'_>, view: &View, period: Period, subject: Option<Subject>) -> Node {
    let more = reader.more_words();
    let years = changes(reader.catalog, period, &view.filter).iter().map(|change| year(reader, change)).collect();
    let mut shown = view.cities();
    reader.sort_by_name(&mut shown, |city| reader.city(city));
    let chosen = match subject {
        Some(Subject::City(city)) => Some(city),
        Some(Subject::Meeting(meeting)) => Some(reader.catalog.get(meeting).city),
        _ => None,
    };
    let items: Vec<Node> = shown.iter().map(|&key| city(reader, view, &shown, key, chosen)).collect();
    let mut details = details()
        .with(summary().with(strong().text(more.map_in_words)))
        .with(h4().text(more.year_by_year))
        .with(list("told", years));
    if !items.is_empty() {
        details = details.with(h4().text(more.city_by_city)).with(list("told", items));
    }
    section().class("in-words").attr("aria-label", more.map_in_words).with(details).into()
}

/// Two sentences on a year: how many meetings, and which cities and guests.
fn year(reader: Reader<'_>, change: &Change) -> Node {
    let more = reader.more_words();
    let (meetings, hosts) = (change.view.meetings.len(), change.view.hosts.len());
    let is_filtered = change.view.filter != Filter::default();
    let first = (more.year_meetings)(change.year, meetings, hosts, change.before, is_filtered);
    let second = match (meetings, is_filtered) {
        (0, true) => String::new(),
        (0, false) => more.none_known_only.to_owned(),
        _ => sentence(reader, change),
    };
    let text = typeset(reader.lang, &join(" ", [first, second])).into_owned();
    li().key(change.year.to_string()).text(text).into()
}

fn sentence(reader: Reader<'_>, change: &Change) -> String {
    let more = reader.more_words();
    let names = |cities: &[Key<City>]| {
        let mut cities = cities.to_vec();
        reader.sort_by_name(&mut cities, |city| reader.city(city));
        join(", ", cities.iter().map(|&city| reader.city(city)))
    };
    let homeless = change.view.guests.iter().filter_map(|guest| match guest.visitor {
        Visitor::Expert(expert) => {
            let expert = reader.catalog.get(expert);
            expert.city.is_none().then(|| expert.name.clone())
        }
        Visitor::City(_) => None,
    });
    let parts = [
        (more.for_the_first_time, names(&change.new)),
        (more.again, names(&change.returning)),
        (more.guests_from_cities, names(&change.view.homes)),
        (more.guests_from_nowhere, join(", ", homeless)),
    ];
    let told = join("; ", parts.into_iter().map(|(label, names)| join(": ", with_label(label, names))));
    let told = if change.view.guests.is_empty() { join("; ", [told, more.no_guests_in_year.to_owned()]) } else { told };
    // A year with meetings has hosts, so it begins with one of the first two; capitals of all alphabets weigh 4 kB.
    let mut told = told + ".";
    if let Some(first) = told.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    told
}

/// Nothing where there are no names.
fn with_label(label: &str, names: String) -> [String; 2] {
    if names.is_empty() { [String::new(), names] } else { [label.to_owned(), names] }
}

/// Where a city lies: its region, its nearest neighbours among those shown, and how far its guests came.
fn city(reader: Reader<'_>, view: &View, shown: &[Key<City>], key: Key<City>, chosen: Option<Key<City>>) -> Node {
    let more = reader.more_words();
    let record = reader.catalog.get(key);
    let region = match &record.region {
        Some(region) => (more.in_region)(&reader.text(region)),
        None => reader.country(record.country),
    };
    let ways = |cities: &[Key<City>]| {
        let known = cities.iter().map(|&city| (reader.city(city), reader.way(key, city)));
        join("; ", known.filter(|(_, way)| !way.is_empty()).map(|(name, way)| format!("{name} – {way}")))
    };
    let guests = ways(&homes_of_guests(reader, view, key));
    let from_chosen = chosen.filter(|&chosen| chosen != key).map(|chosen| {
        let way = reader.way(chosen, key);
        join(" – ", with_label(&reader.city(chosen), way))
    });
    let sentences = [
        region,
        join(": ", with_label(more.seen_from_chosen, from_chosen.unwrap_or_default())),
        join(": ", with_label(more.nearest, ways(&nearest(reader, shown, key)))),
        join(": ", with_label(more.its_guests_from, guests)),
    ];
    let told = join(". ", sentences);
    let link = link_to(Subject::City(key), reader.city(key));
    li().key(record.id.as_str()).with(link).text(format!(", {}.", typeset(reader.lang, &told))).into()
}

/// The nearest of the cities shown, nearest first.
fn nearest(reader: Reader<'_>, shown: &[Key<City>], key: Key<City>) -> Vec<Key<City>> {
    let place = |city: Key<City>| reader.catalog.get(city).place;
    let Some(here) = place(key) else { return Vec::new() };
    let mut others: Vec<Key<City>> =
        shown.iter().copied().filter(|&city| city != key && place(city).is_some()).collect();
    let far = |city| place(city).map_or(f64::INFINITY, |there| here.distance_km(there));
    sort_by(&mut others, |&a, &b| far(a).partial_cmp(&far(b)).unwrap_or(Ordering::Equal));
    others.truncate(NEIGHBOURS);
    others
}

/// The home cities of the guests that the view shows at the meetings of a city, each once.
fn homes_of_guests(reader: Reader<'_>, view: &View, key: Key<City>) -> Vec<Key<City>> {
    let is_here = |&(meeting, _): &(Key<Meeting>, usize)| reader.catalog.get(meeting).city == key;
    let mut homes = Vec::new();
    for guest in view.guests.iter().filter(|guest| guest.at.iter().any(is_here)) {
        let home = match guest.visitor {
            Visitor::City(city) => Some(city),
            Visitor::Expert(expert) => reader.catalog.get(expert).city,
        };
        homes.extend(home.filter(|home| !homes.contains(home)));
    }
    homes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Facet, Lang, sample};
    use crate::panel::reader;

    fn told(lang: Lang, period: Period, subject: impl Fn(&crate::domain::Catalog) -> Option<Subject>) -> String {
        let catalog = sample::catalog();
        let view = View::of(&catalog, period, Filter::default());
        let node = map_in_words(reader::sample(&catalog, lang), &view, period, subject(&catalog));
        node.text_content().replace('\u{a0}', " ")
    }

    #[test]
    fn a_year_is_told_in_two_sentences() {
        let text = told(Lang::Pl, Period::Year(2017), |_| None);
        assert!(text.contains("Z 2017 roku znamy 2 spotkania w 2 miastach, tyle samo co z poprzedniego."), "{text}");
        assert!(
            text.contains(
                "Po raz pierwszy wśród znanych spotkań: Poznań; ponownie: Lublin; goście z miast: Amsterdam, Tel Awiw."
            ),
            "{text}"
        );
        let text = told(Lang::En, Period::Year(2014), |_| None);
        assert!(text.contains("The sources name no meeting of 2014."), "{text}");
    }

    #[test]
    fn under_a_filter_it_says_so_and_still_knows_what_was_before() {
        let catalog = sample::catalog();
        let told = |country: &str| {
            let filter = Filter::default().with(Facet::Country(country.parse().expect("a code")));
            let view = View::of(&catalog, Period::All, filter);
            let node = map_in_words(reader::sample(&catalog, Lang::En), &view, Period::All, None);
            node.text_content().replace('\u{a0}', " ")
        };
        let text = told("IL");
        assert!(text.contains("No known meeting of 2016 fits the filters."), "{text}");
        assert!(!text.contains("The sources name no meeting"), "{text}");
        assert!(
            text.contains("What fits the filters of 2017: 1 meeting in 1 city, 1 more than of the year before."),
            "{text}"
        );
    }

    #[test]
    fn a_city_is_told_with_its_neighbours_and_how_far_its_guests_came() {
        let text = told(Lang::En, Period::All, |_| None);
        assert!(text.contains("Lublin, PL. Nearest: Poznań – 408 km west (291°)"), "{text}");
        assert!(text.contains("Home cities of its guests: Amsterdam – 1"), "{text}");
        assert!(!text.contains("Seen from"), "{text}");
        let text = told(Lang::En, Period::All, |catalog| Some(Subject::City(catalog.find("poznan").expect("a city"))));
        assert!(text.contains("Seen from the selected city: Poznań – 408 km east"), "{text}");
    }
}
