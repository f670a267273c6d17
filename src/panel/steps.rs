//! From one detail to the next of its sort.

use crate::domain::{Facet, Group, Period, Subject, View, Visitor, each_once};
use crate::markup::tags::{button, div, p, span};
use crate::markup::{Action, Element};

use super::reader::{Reader, facet_name, subject_name};

/// Which one it is of how many of its sort in the view, with buttons to the one before and the next; nothing where it
/// is alone. `present` is the action that leads to what is shown.
///
/// Meetings, experts and editions in the order of their lists, cities and topics by name. At both ends it stops:
/// who steps through all of them sees that these were all.
pub(super) fn steps(reader: Reader<'_>, present: Action, view: &View, period: Period) -> Option<Element> {
    let more = reader.more_words();
    let all = siblings(reader, present, view, period);
    let at = all.iter().position(|&action| action == present)?;
    if all.len() < 2 {
        return None;
    }
    let step = |to: Option<&Action>, class: &'static str, word: fn(&str) -> String, sign: &str| {
        let name = to.map(|&to| word(&name(reader, to))).unwrap_or_default();
        let step = button(*to.unwrap_or(&present)).class(class).with(span().decorative().text(sign));
        match to {
            // It names the button, too, which holds nothing but a sign.
            Some(_) => step.attr("title", name),
            None => step.attr("title", word("–")).attr("disabled", ""),
        }
    };
    let before = at.checked_sub(1).and_then(|at| all.get(at));
    let steps = div()
        .class("steps")
        .with(step(before, "step previous", more.previous, "‹"))
        .with(p().text((more.position)(at + 1, all.len(), group(present))))
        .with(step(all.get(at + 1), "step next", more.next, "›"));
    Some(steps)
}

/// What is stepped through.
fn group(action: Action) -> Group {
    match action {
        Action::Visit(Subject::City(_)) => Group::Cities,
        Action::Visit(Subject::Expert(_)) => Group::People,
        Action::Explore(Facet::Edition(_)) => Group::Editions,
        Action::Explore(_) => Group::Topics,
        _ => Group::Meetings,
    }
}

fn name(reader: Reader<'_>, action: Action) -> String {
    match action {
        Action::Visit(subject) => subject_name(reader, subject),
        Action::Explore(facet) => facet_name(reader, facet),
        _ => String::new(),
    }
}

/// The actions that lead to everything of the same sort in the view.
fn siblings(reader: Reader<'_>, present: Action, view: &View, period: Period) -> Vec<Action> {
    let catalog = reader.catalog;
    match present {
        Action::Visit(Subject::Meeting(_)) => {
            view.meetings.iter().map(|&key| Action::Visit(Subject::Meeting(key))).collect()
        }
        Action::Visit(Subject::Expert(_)) => {
            let expert = |visitor| match visitor {
                Visitor::Expert(expert) => Some(Action::Visit(Subject::Expert(expert))),
                Visitor::City(_) => None,
            };
            view.guests.iter().filter_map(|guest| expert(guest.visitor)).collect()
        }
        Action::Visit(Subject::City(_)) => {
            let mut cities = view.cities();
            reader.sort_by_name(&mut cities, |city| reader.city(city));
            cities.into_iter().map(|city| Action::Visit(Subject::City(city))).collect()
        }
        // What the view would have without the choice of this one.
        Action::Explore(facet @ Facet::Edition(_)) => {
            let wider = View::of(catalog, period, view.filter.without(facet.criterion()));
            wider.editions.into_iter().map(|key| Action::Explore(Facet::Edition(key))).collect()
        }
        Action::Explore(facet @ Facet::Topic(_)) => {
            let wider = View::of(catalog, period, view.filter.without(facet.criterion()));
            let mut topics = each_once(wider.meetings.iter().flat_map(|&key| &catalog.get(key).topics).copied());
            reader.sort_by_name(&mut topics, |topic| reader.text(&catalog.get(topic).name));
            topics.into_iter().map(|key| Action::Explore(Facet::Topic(key))).collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Filter, Lang, sample};
    use crate::markup::to_html;
    use crate::panel::reader;

    fn html(present: impl Fn(&crate::domain::Catalog) -> Action) -> String {
        let catalog = sample::catalog();
        let view = View::of(&catalog, Period::All, Filter::default());
        let steps = steps(reader::sample(&catalog, Lang::En), present(&catalog), &view, Period::All);
        to_html(&[steps.map_or_else(|| "".into(), Into::into)]).replace('\u{a0}', " ")
    }

    #[test]
    fn meetings_follow_each_other_in_time() {
        let html = html(|catalog| Action::Visit(Subject::Meeting(catalog.find("lublin-2016-12").expect("a meeting"))));
        assert!(html.contains("Previous: "), "{html}");
        assert!(html.contains(" of 3 meetings"), "{html}");
    }

    #[test]
    fn cities_follow_each_other_by_name_and_the_last_one_has_no_next() {
        let html = html(|catalog| Action::Visit(Subject::City(catalog.find("tel-aviv").expect("a city"))));
        assert!(
            html.contains("4 of 4 cities") && html.contains("Previous: Poznań") && html.contains("disabled"),
            "{html}"
        );
    }

    #[test]
    fn what_is_alone_has_no_steps() {
        assert_eq!(html(|catalog| Action::Visit(Subject::Expert(catalog.find("jan-de-vries").expect("one")))), "");
        assert_eq!(html(|catalog| Action::Explore(Facet::Edition(catalog.find("3").expect("an edition")))), "");
    }
}
