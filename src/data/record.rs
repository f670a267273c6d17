//! The readers of the records that are not meetings. Each reads all members before it gives up on one, so
//! that all problems are found.

use super::draft::Draft;
use super::fault::Fault;
use super::node::Node;
use super::provenance::provenance;
use super::words;
use crate::domain::{Award, City, Edition, Edtf, Expert, Slug, Source, Topic, Total};

pub(super) fn source(node: &Node<'_>, _: &mut Draft) -> Option<Source> {
    let id = node.need("id", Node::slug);
    let title = node.need("title", Node::string);
    let publisher = node.need("publisher", Node::string);
    let description = node.need("description", Node::localized);
    Some(Source {
        url: node.may("url", Node::url),
        published: node.may("published", Node::date),
        seen: node.may("seen", Node::localized),
        id: id?,
        title: title?,
        publisher: publisher?,
        description: description?,
    })
}

pub(super) fn topic(node: &Node<'_>, draft: &mut Draft) -> Option<Topic> {
    let id = node.need("id", Node::slug);
    let name = node.need("name", Node::localized);
    let provenance = provenance(node, draft);
    Some(Topic { id: id?, name: name?, provenance })
}

pub(super) fn edition(node: &Node<'_>, draft: &mut Draft) -> Option<Edition> {
    let number = node.need("number", |number| u16::try_from(number.whole(1, u16::MAX.into())?).ok());
    // Most often the number says all that an id would.
    let id = if node.member("id").is_some() {
        node.may("id", Node::slug)
    } else {
        number.and_then(|number| number.to_string().parse::<Slug>().ok())
    };
    let when = node.need("when", |when| date_within(when, draft.span));
    let theme = node.may("theme", Node::localized);
    let provenance = provenance(node, draft);
    let number = number?;
    if !draft.claim_number(number) {
        node.report_at("number", Fault::DuplicateNumber(number));
        return None;
    }
    Some(Edition { id: id?, number, when: when?, theme, provenance })
}

pub(super) fn expert(node: &Node<'_>, draft: &mut Draft) -> Option<Expert> {
    let id = node.need("id", Node::slug);
    let name = node.need("name", Node::string);
    let role = node.may("role", Node::localized);
    let city = node.may("city", |city| draft.find::<City>(city));
    let own = node.may("country", Node::country);
    let home = city.and_then(|city| draft.builder.get(city).country);
    if let (Some(city), Some(expert)) = (home, own)
        && city != expert
    {
        node.report_at("country", Fault::CountryMismatch { city, expert });
    }
    let provenance = provenance(node, draft);
    Some(Expert { id: id?, name: name?, role, city, country: home.or(own), provenance })
}

pub(super) fn total(node: &Node<'_>, draft: &mut Draft) -> Option<Total> {
    let id = node.need("id", Node::slug);
    let quantity = node.need("quantity", words::quantity);
    let value = node.need("value", |value| value.whole(0, u32::MAX));
    let bound = node.need("bound", words::bound);
    let as_of = node.may("as_of", Node::date);
    let provenance = provenance(node, draft);
    Some(Total { id: id?, quantity: quantity?, value: value?, bound: bound?, as_of, provenance })
}

pub(super) fn award(node: &Node<'_>, draft: &mut Draft) -> Option<Award> {
    let id = node.need("id", Node::slug);
    let name = node.need("name", Node::localized);
    let category = node.may("category", Node::localized);
    let result = node.need("result", Node::localized);
    let when = node.need("when", Node::date);
    let provenance = provenance(node, draft);
    Some(Award { id: id?, name: name?, category, result: result?, when: when?, provenance })
}

/// A date that should lie within the campaign's time. One that does not is reported and kept.
pub(super) fn date_within(node: &Node<'_>, span: Option<Edtf>) -> Option<Edtf> {
    let date = node.date()?;
    if span.is_some_and(|span| !date.overlaps(span)) {
        node.report(Fault::OutsideSpan);
    }
    Some(date)
}
