//! The filters, what of them is in force, and the way back where they leave nothing.

use crate::domain::{Criterion, Facet, Filter, Period, View, sort_by};
use crate::markup::tags::{button, div, li, p, span};
use crate::markup::{Action, Element, Node};
use crate::panel::facts::list;
use crate::panel::reader::{Reader, facet_name};

/// The sorts of choices, in the order in which they are offered.
const OFFERED: [Criterion; 4] = [Criterion::Edition, Criterion::Kind, Criterion::Country, Criterion::Topic];

/// The id of the unfolded filters.
pub(super) const FILTERS_ID: &str = "filters";

/// The button that unfolds the filters, with how many of them are in force.
pub(super) fn unfold(reader: Reader<'_>, filter: &Filter, is_unfolded: bool) -> Element {
    let count = filter.criteria().len();
    let badge = (count > 0).then(|| span().class("badge").text(count.to_string()));
    button(Action::Unfold)
        .class("unfold")
        .attr("aria-expanded", is_unfolded.to_string())
        .attr("aria-controls", FILTERS_ID)
        .text(reader.words.filter)
        .with_some(badge)
}

/// Every choice, each with the number of meetings that it would leave.
#[must_use]
pub fn filters(reader: Reader<'_>, filter: &Filter, period: Period) -> Vec<Node> {
    let groups = OFFERED.map(|criterion| {
        let mut choices = filter.choices(reader.catalog, period, criterion);
        if let Criterion::Topic | Criterion::Country = criterion {
            reader.sort_by_name(&mut choices, |(facet, _)| facet_name(reader, facet));
            // What would leave something comes first.
            sort_by(&mut choices, |(_, a), (_, b)| (*a == 0).cmp(&(*b == 0)));
        }
        let id = format!("filter-{}", criterion as usize);
        let choices = choices.into_iter().map(|(facet, count)| choice(reader, filter, facet, count)).collect();
        div()
            .class("filter-group")
            .attr("role", "group")
            .attr("aria-labelledby", id.as_str())
            .with(p().class("filter-name").attr("id", id).text((reader.more_words().criterion)(criterion)))
            .with(div().class("filter-choices").with_all(choices))
            .into()
    });
    groups.into()
}

fn choice(reader: Reader<'_>, filter: &Filter, facet: Facet, count: usize) -> Node {
    let name = facet_name(reader, facet);
    let mut choice = button(Action::Narrow(facet))
        .class("filter-choice")
        .with(span().text(name))
        .with(span().class("unseen").text(", ").text((reader.more_words().meetings_count)(count)))
        .with(span().class("left").decorative().text(count.to_string()));
    // One that is in force must be there to be let go.
    if count == 0 && !filter.has(facet) {
        choice = choice.attr("disabled", "");
    }
    choice.into()
}

/// What is asked for, each to be let go; nothing while nothing is.
#[must_use]
pub fn chips(reader: Reader<'_>, filter: &Filter) -> Vec<Node> {
    let criteria = filter.criteria();
    let mut chips: Vec<Node> = Vec::new();
    for (place, &criterion) in criteria.iter().enumerate() {
        let name = condition(reader, filter, criterion);
        let chip = button(Action::Drop(criterion))
            .class("chip")
            .attr("id", chip_id(place))
            .attr("aria-label", (reader.more_words().drop_filter)(&name))
            .with(span().text(name))
            .with(span().class("cross").decorative().text("×"));
        chips.push(li().key((criterion as usize).to_string()).with(chip).into());
    }
    if criteria.len() > 1 {
        let all = button(Action::Widen).class("chip all");
        let all = all.attr("aria-label", reader.more_words().drop_filters).text(reader.more_words().drop_all);
        chips.push(li().key("all").with(all).into());
    }
    if criteria.is_empty() {
        return Vec::new();
    }
    vec![list("chips", chips).attr("aria-label", reader.more_words().filters_chosen).into()]
}

/// The id of what is asked for in this place.
pub(super) fn chip_id(place: usize) -> String {
    format!("chip-{place}")
}

/// What is asked for, as it stands on the page: "Temat: ekologia".
fn condition(reader: Reader<'_>, filter: &Filter, criterion: Criterion) -> String {
    let value = value(reader, filter, criterion);
    match (criterion, filter.facet(criterion)) {
        (Criterion::Text, _) => (reader.more_words().quoted)(&value),
        (Criterion::Edition, Some(facet)) => facet_name(reader, facet),
        _ => format!("{}: {value}", (reader.more_words().criterion)(criterion)),
    }
}

/// The text, the number of an edition, or the name of another choice.
fn value(reader: Reader<'_>, filter: &Filter, criterion: Criterion) -> String {
    match (filter.facet(criterion), &filter.text) {
        (Some(Facet::Edition(edition)), _) => reader.catalog.get(edition).number.to_string(),
        (Some(facet), _) => facet_name(reader, facet),
        (None, Some(text)) => text.query().as_str().to_owned(),
        (None, None) => String::new(),
    }
}

/// Why nothing is left, in a sentence.
#[must_use]
pub fn why_nothing(reader: Reader<'_>, filter: &Filter, period: Period) -> String {
    let years = reader.years(period).filter(|_| period != Period::All);
    let criteria = filter.criteria();
    if let [one] = criteria[..] {
        return (reader.more_words().no_match)(years.as_deref(), one, &value(reader, filter, one));
    }
    let conditions: Vec<String> = criteria.into_iter().map(|criterion| condition(reader, filter, criterion)).collect();
    (reader.more_words().no_match_of_all)(years.as_deref(), &conditions.join("; "))
}

/// Stands in place of meetings where the filters leave none: why that is, and each way back that leads to one.
#[must_use]
pub fn no_match(reader: Reader<'_>, view: &View, period: Period) -> Vec<Node> {
    let (more, catalog, filter) = (reader.more_words(), reader.catalog, &view.filter);
    let way = |action: Action, name: &str, count: usize| -> Option<Node> {
        let way = button(action).class("way").text(name).text(format!(" ({})", (more.meetings_count)(count)));
        (count > 0).then(|| li().with(way).into())
    };
    let criteria = filter.criteria();
    let mut ways: Vec<Node> = Vec::new();
    for &criterion in &criteria {
        let name = (more.drop_filter)(&condition(reader, filter, criterion));
        ways.extend(way(Action::Drop(criterion), &name, filter.without(criterion).count(catalog, period)));
    }
    if period != Period::All {
        ways.extend(way(Action::AllYears, more.all_years, filter.count(catalog, Period::All)));
    }
    if criteria.len() > 1 || ways.is_empty() {
        ways.extend(way(Action::Widen, more.drop_filters, Filter::default().count(catalog, period)));
    }
    let sentence = p().class("empty").text(why_nothing(reader, filter, period));
    vec![sentence.into(), list("ways", ways).attr("aria-label", more.ways_back).into()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Lang, MeetingKind, Occurrences, Query, sample};
    use crate::markup::to_html;
    use crate::panel::reader;

    fn text(nodes: &[Node]) -> String {
        let texts: Vec<String> = nodes.iter().map(Node::text_content).collect();
        texts.join("|").replace('\u{a0}', " ")
    }

    #[test]
    fn a_choice_that_would_leave_nothing_is_there_but_cannot_be_chosen() {
        let catalog = sample::catalog();
        let reader = reader::sample(&catalog, Lang::Pl);
        let html = to_html(&filters(reader, &Filter::default(), Period::Year(2016))).replace('\u{a0}', " ");
        let named = |name: &str, count: &str| format!("><span>{name}</span><span class=\"unseen\">, {count}</span>");
        assert!(html.contains(&named("NL", "1 spotkanie")), "{html}");
        assert!(html.contains(&format!("class=\"filter-choice\" disabled=\"\"{}", named("IL", "0 spotkań"))), "{html}");
        let workshops = Filter::default().with(Facet::Kind(MeetingKind::Workshop));
        let html = to_html(&filters(reader, &workshops, Period::All)).replace('\u{a0}', " ");
        let in_force = format!("class=\"filter-choice\"{}", named("warsztaty", "0 spotkań"));
        assert!(html.contains(&in_force), "one in force can be let go: {html}");
    }

    #[test]
    fn an_empty_view_says_why_and_offers_only_ways_that_lead_somewhere() {
        let catalog = sample::catalog();
        let reader = reader::sample(&catalog, Lang::Pl);
        let told = |filter: Filter, period| text(&no_match(reader, &View::of(&catalog, period, filter), period));
        let israeli = Filter::default().with(Facet::Country("IL".parse().expect("a code")));
        assert_eq!(
            told(israeli.clone(), Period::Year(2016)),
            "Żadne znane nam spotkanie z 2016 roku nie miało gościa z kraju: IL.\
             |Usuń filtr: Kraj gości: IL (2 spotkania)Pokaż wszystkie lata (1 spotkanie)"
        );
        assert_eq!(
            told(israeli.clone(), Period::UpTo(2015)),
            "Żadne znane nam spotkanie z lat 2014–2015 nie miało gościa z kraju: IL.|Pokaż wszystkie lata (1 spotkanie)"
        );
        let query = Query::new("xyzzy").expect("a query");
        let both = Filter { text: Some(Occurrences::of(&catalog, query).into()), ..israeli };
        assert_eq!(
            told(both, Period::All),
            "Żadne znane nam spotkanie nie spełnia naraz wszystkich warunków: „xyzzy”; Kraj gości: IL.\
             |Usuń filtr: „xyzzy” (1 spotkanie)Usuń wszystkie filtry (3 spotkania)"
        );
    }

    #[test]
    fn what_is_asked_for_has_a_chip_each_and_several_one_for_all() {
        let catalog = sample::catalog();
        let reader = reader::sample(&catalog, Lang::En);
        let edition = Facet::Edition(catalog.find("3").expect("an edition"));
        let one = Filter::default().with(edition);
        let chips_of = |filter: &Filter| text(&chips(reader, filter));
        assert_eq!(chips_of(&Filter::default()), "");
        assert_eq!(chips_of(&one), "Edition 3×");
        let two = one.with(Facet::Kind(MeetingKind::Meeting));
        assert_eq!(chips_of(&two), "Edition 3×Form: meeting×Remove all");
    }
}
