//! What a page is called, and what it is about in a sentence: for its head, for search engines, for those who share it.

use pracownia::domain::{Facet, Lang, Period, Visitor};
use pracownia::panel::{facet_name, news, subject_name};
use pracownia::text::{Reader, capitalised};

use super::page::Page;

/// The name of what the page looks at; of the start page the campaign's.
pub fn heading(reader: Reader<'_>, page: Page) -> String {
    match page {
        Page::Start => reader.campaign().to_owned(),
        Page::Year(year) => year.to_string(),
        Page::Edition(key) => facet_name(reader, Facet::Edition(key)),
        Page::Topic(key) => facet_name(reader, Facet::Topic(key)),
        Page::City(_) | Page::Expert(_) => {
            page.subject().map(|subject| subject_name(reader, subject)).unwrap_or_default()
        }
    }
}

/// The title of the document.
pub fn title(reader: Reader<'_>, page: Page) -> String {
    match page {
        Page::Start => format!("{}: {}", reader.campaign(), reader.words.lead),
        page => format!("{} – {}", heading(reader, page), reader.campaign()),
    }
}

/// A sentence or two.
pub fn description(reader: Reader<'_>, page: Page) -> String {
    let catalog = reader.catalog;
    let view = page.view(catalog);
    match page {
        Page::Start | Page::Year(_) => format!("{}. {}.", reader.words.lead, news(reader, &view, page.period(), None)),
        Page::Edition(key) => {
            let theme = catalog.get(key).theme.as_ref().map(|theme| theme.get(reader.lang).to_owned());
            let name = std::iter::once(heading(reader, page)).chain(theme).collect::<Vec<_>>().join(": ");
            let (from, to) = catalog.get(key).when.years().into_inner();
            let period = if from == to { Period::Year(from) } else { Period::Between(from, to) };
            format!("{}. {}.", capitalised(&name), news(reader, &view, period, None))
        }
        Page::Topic(_) => {
            format!("{}. {}.", capitalised(&heading(reader, page)), news(reader, &view, page.period(), None))
        }
        Page::City(key) => format!("{}. {}.", reader.spoken_city(&view, key), reader.campaign()),
        Page::Expert(key) => {
            let expert = catalog.get(key);
            let role = expert.role.as_ref().map(|role| role.get(reader.lang).to_owned());
            let guests = catalog.all::<pracownia::domain::Meeting>().flat_map(|(_, meeting)| &meeting.guests);
            let talk =
                guests.filter(|guest| guest.visitor == Visitor::Expert(key)).find_map(|guest| guest.talk.as_ref());
            let talk = talk.map(|talk| talk.get(reader.lang).to_owned());
            let parts = std::iter::once(expert.name.clone()).chain(role).chain(talk);
            let sentences: Vec<String> = parts.map(|part| capitalised(&part)).collect();
            format!("{}. {}.", sentences.join(". "), reader.campaign())
        }
    }
}

/// A language as Open Graph names it.
pub fn locale(lang: Lang) -> &'static str {
    match lang.tag() {
        "pl" => "pl_PL",
        "en" => "en_GB",
        other => other,
    }
}
