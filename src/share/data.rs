//! Files of data.

use crate::domain::{Period, View};
use crate::export::{BOM, Dialect, Extract, Table, csv, dated, geojson, icalendar, programme};
use crate::markup::tags::{button, div, h3, p, section};
use crate::markup::{Action, Node, Saved, Share};
use crate::state::Sharing;
use crate::url::Sheet;

use super::body::{Choice, choices, sentence};
use super::what::What;

/// Does something with what is saved: all, or what is displayed.
fn with_extract<T>(what: &What, is_whole: bool, then: impl FnOnce(Extract<'_>) -> T) -> T {
    if !is_whole {
        return then(what.shown());
    }
    let view: View = Extract::whole_view(&what.catalog);
    then(Extract { catalog: &what.catalog, view: &view, period: Period::All, lang: what.lang })
}

pub(super) fn panel(what: &What, sharing: &Sharing) -> Vec<Node> {
    let words = what.words;
    let extents = [(false, words.extent_shown), (true, words.extent_all)].map(|(is_whole, name)| {
        let amount = with_extract(what, is_whole, |it| (words.amount)(it.view.meetings.len(), it.view.hosts.len()));
        Choice {
            name: format!("{name} ({amount})"),
            share: Share::All(is_whole),
            is_chosen: is_whole == sharing.is_whole,
        }
    });
    let tables = Sheet::ALL.map(|sheet| {
        let name = match sheet {
            Sheet::Meetings => what.page_words.meetings,
            Sheet::Cities => words.cities,
            Sheet::Experts => what.page_words.guests,
            Sheet::Sources => what.page_words.sources,
        };
        Choice { name: name.to_owned(), share: Share::Sheet(sheet), is_chosen: sheet == sharing.sheet }
    });
    let has_semicolons = with_semicolons(what, sharing);
    let separators = [(false, words.commas), (true, words.semicolons)].map(|(it, name)| Choice {
        name: name.to_owned(),
        share: Share::Semicolons(it),
        is_chosen: it == has_semicolons,
    });
    let known = with_extract(what, sharing.is_whole, |it| (dated(it).count(), it.view.meetings.len()));
    let file = |saved: Saved, name: &str, lead: &str, more: Vec<Node>| -> Node {
        // A calendar of nothing would be none.
        let is_empty = saved == Saved::Calendar && known.0 == 0;
        let save = button(Action::Share(Share::Save(saved)))
            .class("share-button")
            .attr("aria-label", format!("{}: {name}", words.download))
            .text(words.download);
        let head = div().class("copy-head").with(h3().text(name)).with_some((!is_empty).then_some(save));
        section().class("share-file").with(head).with(sentence(what, lead)).with_all(more).into()
    };
    let table = choices(words.table, "share-sheet", tables.into());
    let separator = choices(words.separator, "share-separator", separators.into());
    vec![
        choices(words.extent, "share-extent", extents.into()),
        file(Saved::Csv, "CSV", words.csv_lead, vec![table, separator]),
        file(Saved::Geojson, "GeoJSON", words.geojson_lead, Vec::new()),
        file(Saved::Json, "JSON", words.json_lead, Vec::new()),
        file(Saved::Calendar, words.calendar, &(words.calendar_lead)(known.0, known.1), Vec::new()),
        p().class("share-lead").text(words.licence_line).into(),
    ]
}

fn with_semicolons(what: &What, sharing: &Sharing) -> bool {
    sharing.has_semicolons.unwrap_or(what.words.expects_semicolons)
}

/// The name, type and text of a file.
pub(super) fn file(what: &What, sharing: &Sharing, saved: Saved) -> (String, &'static str, String) {
    let words = what.words;
    with_extract(what, sharing.is_whole, |extract| {
        let named = |name: &str, extension: &str| what.file(extract, name, extension, false);
        match saved {
            Saved::Geojson => (named(words.cities, "geojson"), "application/geo+json", geojson(extract)),
            Saved::Calendar => {
                (named(words.file_calendar, "ics"), "text/calendar;charset=utf-8", icalendar(extract, &what.page))
            }
            Saved::Csv => {
                let (table, name) = match sharing.sheet {
                    Sheet::Meetings => (Table::Meetings, words.file_meetings),
                    Sheet::Cities => (Table::Cities, words.file_cities),
                    Sheet::Experts => (Table::Experts, words.file_guests),
                    Sheet::Sources => (Table::Sources, words.file_sources),
                };
                let dialect = if with_semicolons(what, sharing) { Dialect::Semicolon } else { Dialect::Comma };
                let text = csv(extract, table, dialect);
                debug_assert!(text.starts_with(BOM), "a spreadsheet takes it for UTF-8");
                (named(name, "csv"), "text/csv;charset=utf-8", text)
            }
            Saved::Json | Saved::Svg | Saved::Png | Saved::Film => {
                (named(words.file_data, "json"), "application/json", programme(extract))
            }
        }
    })
}
