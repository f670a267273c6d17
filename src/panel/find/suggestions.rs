//! The suggestions below the search field: its list box.

use std::cell::OnceCell;

use crate::browser;
use crate::domain::{
    self, Catalog, City, Facet, Filter, Index, Key, Lang, Localized, Meeting, Names, Period, Query, Subject,
    Suggestions, Target, Visitor,
};
use crate::markup::tags::{div, mark, p, span};
use crate::markup::{Action, Element, Node};
use crate::panel::reader::{Reader, facet_name, join, subject_name};
use crate::state::Seeking;
use crate::text::{self, Words};

use super::field::{LIST_ID, option_id};

/// Looks for a text in an index, which is made when there is none yet. Countries have the names that the browser has for
/// them.
#[must_use]
pub fn suggest(catalog: &Catalog, index: &OnceCell<Index>, text: &str) -> Suggestions {
    let names = Names {
        edition: &|number| Lang::ALL.map(|lang| (Words::of(lang).edition)(number)).into(),
        kind: &|kind| Lang::ALL.map(|lang| (Words::of(lang).kind)(kind).to_owned()).into(),
        country: &|code| Lang::ALL.map(|lang| browser::country_name(lang.tag(), code.as_str())).into(),
    };
    domain::suggest(catalog, index, names, text)
}

/// What is offered for the text in the field, while suggestions are.
#[must_use]
pub fn offers(reader: Reader<'_>, seeking: &Seeking, suggestions: &Suggestions) -> Vec<Node> {
    let active = seeking.active;
    let Some(query) = &Query::new(&seeking.text).filter(|_| suggestions.count() > 0) else {
        return vec![p().class("nothing").text((reader.more_words().nothing_found)(seeking.text.trim())).into()];
    };
    let mut list = div()
        .attr("id", LIST_ID)
        .class("suggestions")
        .attr("role", "listbox")
        .attr("aria-label", reader.more_words().suggestions);
    let places: Vec<(usize, Target)> = suggestions.targets.iter().copied().enumerate().collect();
    for group in places.chunk_by(|(_, a), (_, b)| a.group() == b.group()) {
        let of = group[0].1.group();
        let name_id = format!("suggestions-{}", of as usize);
        let name = div().class("group-name").attr("id", name_id.as_str()).attr("role", "presentation");
        let options = group.iter().map(|&(place, target)| {
            option(place, active, Action::Find(target)).with_all(suggestion(reader, query, target)).into()
        });
        list = list.with(
            div()
                .attr("role", "group")
                .attr("aria-labelledby", name_id)
                .with(name.text((reader.more_words().found_group)(of)))
                .with_all(options.collect()),
        );
    }
    if suggestions.meetings > 0 {
        let keep = option(suggestions.targets.len(), active, Action::Keep).with_all(vec![
            span().class("name").text((reader.more_words().keep_text)(query.as_str())).into(),
            beside((reader.more_words().meetings_count)(suggestions.meetings)),
        ]);
        list = list.with(keep);
    }
    vec![list.into()]
}

fn option(place: usize, active: Option<usize>, action: Action) -> Element {
    div()
        .class("option")
        .attr("id", option_id(place))
        .attr("role", "option")
        .attr("aria-selected", (active == Some(place)).to_string())
        .does("click", action)
}

/// The name of something with what was looked for marked, and what it is.
fn suggestion(reader: Reader<'_>, query: &Query, target: Target) -> Vec<Node> {
    let (words, more, catalog) = (reader.words, reader.more_words(), reader.catalog);
    let meetings_of = |facet| (more.meetings_count)(Filter::default().with(facet).count(catalog, Period::All));
    let (name, known_as, context) = match target {
        Target::Year(year) => {
            let meetings = Filter::default().count(catalog, Period::Year(year));
            (year.to_string(), Vec::new(), (more.meetings_count)(meetings))
        }
        Target::Kind(kind) => {
            let names = Lang::ALL.map(|lang| (Words::of(lang).kind)(kind).to_owned()).into();
            ((words.kind)(kind).to_owned(), names, meetings_of(Facet::Kind(kind)))
        }
        Target::City(key) => {
            let city = catalog.get(key);
            let region = city.region.iter().flat_map(Localized::all);
            (reader.city(key), city.name.all().iter().chain(region).cloned().collect(), city_context(reader, key))
        }
        Target::Country(country) => {
            let names = Lang::ALL.map(|lang| (reader.country_name)(lang, country)).into();
            (reader.country(Some(country)), names, meetings_of(Facet::Country(country)))
        }
        Target::Expert(key) => {
            let role = reader.text_if(catalog.get(key).role.as_ref());
            (catalog.get(key).name.clone(), Vec::new(), join(", ", [reader.home(Visitor::Expert(key)), role]))
        }
        Target::Participant(key, index) => {
            let meeting = subject_name(reader, Subject::Meeting(key));
            (catalog.get(key).participants[index].name.clone(), Vec::new(), (more.named_at)(&meeting))
        }
        Target::Topic(key) => {
            let meetings = catalog.all().filter(|(_, meeting): &(_, &Meeting)| meeting.topics.contains(&key));
            let name = &catalog.get(key).name;
            (reader.text(name), name.all().to_vec(), (more.meetings_count)(meetings.count()))
        }
        Target::Meeting(key) => {
            let meeting = catalog.get(key);
            let what = join(", ", [reader.kinds(meeting), reader.text_if(meeting.title.as_ref())]);
            (subject_name(reader, Subject::Meeting(key)), catalog.get(meeting.city).name.all().to_vec(), what)
        }
        Target::Edition(key) => {
            let edition = catalog.get(key);
            let theme = reader.text_if(edition.theme.as_ref());
            let name = facet_name(reader, Facet::Edition(key));
            (name, Vec::new(), join(", ", [theme, text::date(words, edition.when)]))
        }
    };
    let mut nodes = vec![marked(query, &name).into()];
    // What is found by its name in another language has it beside its own.
    let foreign = other_name(query, known_as, &name);
    nodes.extend(
        foreign.map(|foreign| span().class("alias").text(" (").with_all(parts(query, &foreign)).text(")").into()),
    );
    nodes.push(beside(context));
    nodes
}

/// The name in another language that has what is looked for, if the one that is shown has nothing of it.
fn other_name(query: &Query, names: Vec<String>, shown: &str) -> Option<String> {
    if !query.parts_of(shown).is_empty() {
        return None;
    }
    names.into_iter().find(|name| !query.parts_of(name).is_empty())
}

fn marked(query: &Query, name: &str) -> Element {
    span().class("name").with_all(parts(query, name))
}

/// A text with what was looked for marked in it.
fn parts(query: &Query, text: &str) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut end = 0;
    for part in query.parts_of(text) {
        nodes.push(text[end..part.start].into());
        nodes.push(mark().text(&text[part.clone()]).into());
        end = part.end;
    }
    nodes.push(text[end..].into());
    nodes
}

fn beside(text: String) -> Node {
    // The comma is for those who hear it.
    span().class("context").with(span().class("unseen").text(", ")).text(text).into()
}

/// The country of a city, and how many meetings it had, and when; or that guests came from there.
fn city_context(reader: Reader<'_>, key: Key<City>) -> String {
    let catalog = reader.catalog;
    let meetings: Vec<_> =
        catalog.all::<Meeting>().map(|(_, meeting)| meeting).filter(|meeting| meeting.city == key).collect();
    let country = reader.country(catalog.get(key).country);
    if meetings.is_empty() {
        return (reader.words.marker_guest)(&country);
    }
    let mut years: Vec<String> = meetings.iter().map(|meeting| meeting.years().start().to_string()).collect();
    years.dedup();
    join(", ", [country, (reader.more_words().meetings_count)(meetings.len())].into_iter().chain(years))
}

/// What a screen reader is told when the suggestions change.
#[must_use]
pub fn told(reader: Reader<'_>, seeking: &Seeking, suggestions: &Suggestions) -> String {
    match (seeking.is_open, suggestions.count()) {
        (false, _) => String::new(),
        (true, 0) => (reader.more_words().nothing_found)(seeking.text.trim()),
        (true, count) => (reader.more_words().suggestions_count)(count),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Catalog, Lang, sample};
    use crate::markup::to_html;
    use crate::panel::find::field::field;
    use crate::panel::reader;

    fn offered(text: &str, lang: Lang, target: impl Fn(&Catalog) -> Target) -> String {
        let catalog = sample::catalog();
        let reader = reader::sample(&catalog, lang);
        let suggestions = Suggestions { targets: vec![target(&catalog)], named: None, meetings: 1 };
        let seeking = Seeking { text: text.into(), is_open: true, active: Some(0) };
        let popup = div().with_all(offers(reader, &seeking, &suggestions));
        to_html(&[field(reader, &seeking, &suggestions, Some(popup)).into()])
    }

    #[test]
    fn a_suggestion_has_the_parts_marked_and_says_what_it_is() {
        let html = offered("pozn", Lang::Pl, |catalog| Target::City(catalog.find("poznan").expect("a city")));
        assert!(html.contains("<mark>Pozn</mark>ań"), "{html}");
        assert!(html.contains("PL, 1\u{a0}spotkanie, 2017"), "{html}");
        assert!(html.contains("aria-expanded=\"true\"") && html.contains("aria-activedescendant=\"suggestion-0\""));
        assert!(html.contains("id=\"suggestion-0\" role=\"option\" aria-selected=\"true\""), "{html}");
        assert!(
            html.contains("id=\"suggestion-1\" role=\"option\" aria-selected=\"false\""),
            "the text itself: {html}"
        );
    }

    #[test]
    fn a_text_that_is_nowhere_is_told_so_and_nothing_is_expanded() {
        let catalog = sample::catalog();
        let seeking = Seeking { text: "xyzzy".into(), is_open: true, active: None };
        let reader = reader::sample(&catalog, Lang::En);
        let none = Suggestions::default();
        let popup = div().with_all(offers(reader, &seeking, &none));
        let html = to_html(&[field(reader, &seeking, &none, Some(popup)).into()]);
        assert!(html.contains("Nothing matches “xyzzy”"), "{html}");
        assert!(html.contains("aria-expanded=\"false\"") && !html.contains("listbox"), "{html}");
    }
}
