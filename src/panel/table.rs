//! What the period shows as tables: the frame of all of them, and the order of their rows.

use std::cmp::Ordering;

use crate::domain::{Edtf, Period, View, sort_by};
use crate::markup::tags::{button, caption, div, span, table, tbody, td, th, thead, tr};
use crate::markup::{Action, Node};
use crate::url::{Column, Sheet, Sorting};

use super::facts::line;
use super::reader::{Reader, join};
use super::sheets::rows;

/// The id of the table's caption.
const CAPTION_ID: &str = "table-caption";

/// A row, whose first cell names it.
pub(super) struct Row {
    /// Tells it from the others.
    pub(super) id: String,
    /// Its cells, one for each column.
    pub(super) cells: Vec<Cell>,
}

/// What stands in a cell, and its place in an order.
pub(super) struct Cell {
    pub(super) content: Vec<Node>,
    pub(super) by: By,
}

/// What a cell is sorted by.
pub(super) enum By {
    /// By the language's alphabet.
    Text(String),
    /// By value.
    Number(usize),
    /// By time.
    Date(Edtf),
    /// What is not known comes last in either direction.
    Unknown,
}

impl Cell {
    /// A cell of more than text.
    pub(super) fn new(content: Vec<Node>, by: By) -> Self {
        Self { content, by }
    }

    /// A cell of text.
    pub(super) fn text(text: String) -> Self {
        Self { content: vec![text.as_str().into()], by: By::text(text) }
    }

    /// A cell of a number.
    pub(super) fn number(number: usize) -> Self {
        Self { content: vec![number.to_string().into()], by: By::Number(number) }
    }
}

impl By {
    /// By a text; an empty one is not known.
    pub(super) fn text(text: String) -> Self {
        if text.is_empty() { Self::Unknown } else { Self::Text(text) }
    }
}

/// The chosen table in its order, below a choice of tables.
#[must_use]
pub fn board(reader: Reader<'_>, view: &View, period: Period, sorting: Sorting) -> Node {
    let more = reader.more_words();
    let sheets = Sheet::ALL.map(|sheet| {
        let (name, _) = names(reader, sheet);
        button(Action::Sheet(sheet)).class("sheet").text(name).into()
    });
    let mut rows = rows(reader, view, period, sorting.sheet);
    let columns = sorting.sheet.columns();
    let at = columns.iter().position(|&column| column == sorting.column).unwrap_or_default();
    sort_by(&mut rows, |a, b| order(reader, &a.cells[at].by, &b.cells[at].by, sorting.is_descending));
    let (_, of) = names(reader, sorting.sheet);
    let title = join(", ", [of.to_owned(), reader.years(period).unwrap_or_default()]);
    let caption = caption()
        .attr("id", CAPTION_ID)
        .with(span().text(title))
        .text(" ")
        .with(span().class("rows").text(count(reader, sorting.sheet)(rows.len())));
    let headings = columns.iter().map(|&column| heading(reader, sorting, column)).collect();
    let body = tbody().with_all(rows.into_iter().map(|row| body_row(reader, sorting.sheet, row)).collect());
    let table = table().with(caption).with(thead().with(tr().with_all(headings))).with(body);
    let scroll = div()
        .class("scroll")
        .attr("role", "region")
        .attr("aria-labelledby", CAPTION_ID)
        .attr("tabindex", "0")
        .with(table);
    div()
        .class("board")
        .with(div().class("sheets").attr("role", "group").attr("aria-label", more.which_table).with_all(sheets.into()))
        .with(scroll)
        .into()
}

/// What a table is called on its button, and above it.
fn names(reader: Reader<'_>, sheet: Sheet) -> (&'static str, &'static str) {
    let (words, more) = (reader.words, reader.more_words());
    match sheet {
        Sheet::Meetings => (words.meetings, more.table_of_meetings),
        Sheet::Cities => (more.cities, more.table_of_cities),
        Sheet::Experts => (words.guests, more.table_of_guests),
        Sheet::Sources => (words.sources, more.table_of_sources),
    }
}

/// Words that count what the rows are.
fn count(reader: Reader<'_>, sheet: Sheet) -> fn(usize) -> String {
    let more = reader.more_words();
    match sheet {
        Sheet::Meetings => more.meetings_count,
        Sheet::Cities => more.cities_count,
        Sheet::Experts => more.guests_count,
        Sheet::Sources => more.sources_count,
    }
}

/// The heading of a column: a button that sorts by it.
fn heading(reader: Reader<'_>, sorting: Sorting, column: Column) -> Node {
    let name = column_name(reader, sorting.sheet, column);
    // Paper shows the name alone: see the style sheet.
    let heading = th().attr("scope", "col").attr("data-name", name);
    if column.tag().is_none() {
        return heading.with(span().class("heading").text(name)).into();
    }
    let heading = match (sorting.column == column, sorting.is_descending) {
        (true, true) => heading.attr("aria-sort", "descending"),
        (true, false) => heading.attr("aria-sort", "ascending"),
        (false, _) => heading,
    };
    let sign = span().class("sign").decorative();
    heading.with(button(Action::Sort(sorting.pressed(column))).class("heading").text(name).with(sign)).into()
}

fn column_name(reader: Reader<'_>, sheet: Sheet, column: Column) -> &'static str {
    let (words, more) = (reader.words, reader.more_words());
    match column {
        Column::City if sheet == Sheet::Experts => more.home_city,
        Column::City => more.city,
        Column::Date if sheet == Sheet::Sources => more.published,
        Column::Date => more.when,
        Column::Edition => more.edition_label,
        Column::Kind => more.kind_label,
        Column::Topics => more.topics,
        Column::Guests if sheet == Sheet::Cities => more.guests_count_label,
        Column::Guests => words.with_guests,
        Column::Country => more.country,
        Column::Region => more.region,
        Column::Meetings => more.meetings_count_label,
        Column::Name => more.name_label,
        Column::Role => more.role,
        Column::Part => more.took_part,
        Column::Title => more.title,
        Column::Publisher => more.publisher_label,
        Column::Facts => more.facts_label,
        Column::Seen => words.seen,
        Column::Sources => words.sources_and_doubts,
    }
}

fn body_row(reader: Reader<'_>, sheet: Sheet, row: Row) -> Node {
    let cells = row.cells.into_iter().zip(sheet.columns()).enumerate().map(|(index, (cell, &column))| {
        let is_count = matches!(cell.by, By::Number(_)) && column != Column::Edition;
        let is_empty = cell.content.iter().all(|node| node.text_content().is_empty());
        let element = if index == 0 { th().attr("scope", "row") } else { td() };
        let element = match if is_count { "number" } else { column_class(column) } {
            "" => element,
            class => element.class(class),
        };
        // What is not known is said, not left out.
        let unknown = line("unknown", if is_empty { unknown(reader, column) } else { "" });
        element.with_all(if is_empty { Vec::new() } else { cell.content }).with_some(unknown).into()
    });
    tr().key(row.id).with_all(cells.collect()).into()
}

fn unknown(reader: Reader<'_>, column: Column) -> &'static str {
    match column {
        Column::Guests | Column::Topics | Column::Region => "–",
        _ => reader.more_words().not_known,
    }
}

fn order(reader: Reader<'_>, a: &By, b: &By, is_descending: bool) -> Ordering {
    let order = match (a, b) {
        (By::Text(a), By::Text(b)) => (reader.compare)(reader.lang, a, b),
        (By::Number(a), By::Number(b)) => a.cmp(b),
        (By::Date(a), By::Date(b)) => a.chronological(*b),
        (By::Unknown, By::Unknown) => Ordering::Equal,
        (By::Unknown, _) => return Ordering::Greater,
        (_, By::Unknown) => return Ordering::Less,
        // One column has one sort of values.
        _ => Ordering::Equal,
    };
    if is_descending { order.reverse() } else { order }
}

/// How wide a column has to be.
fn column_class(column: Column) -> &'static str {
    match column {
        Column::Date => "date",
        Column::Topics | Column::Part | Column::Seen | Column::Role => "wide",
        Column::Edition | Column::Kind | Column::Country | Column::Region => "slim",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Facet, Filter, Lang, sample};
    use crate::markup::to_html;
    use crate::panel::reader;

    fn html(sorting: Sorting, filter: Filter, period: Period) -> String {
        let catalog = sample::catalog();
        let view = View::of(&catalog, period, filter);
        to_html(&[board(reader::sample(&catalog, Lang::En), &view, period, sorting)]).replace('\u{a0}', " ")
    }

    /// The names of the rows.
    fn row_names(html: &str) -> Vec<&str> {
        let cells = html.split("<th scope=\"row\">").skip(1);
        let texts = cells.filter_map(|cell| cell.split("class=\"place\">").nth(1));
        texts.filter_map(|text| text.split('<').next()).collect()
    }

    fn sorted(sheet: Sheet, value: &str) -> Vec<String> {
        let sorting = Sorting::from_value(sheet, value).expect("a column");
        let html = html(sorting, Filter::default(), Period::All);
        row_names(&html).into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn meetings_are_sorted_by_time_or_by_city_and_the_other_way_round() {
        assert_eq!(sorted(Sheet::Meetings, "date"), ["Lublin", "Lublin", "Poznań"]);
        assert_eq!(sorted(Sheet::Meetings, "-date"), ["Poznań", "Lublin", "Lublin"]);
        assert_eq!(sorted(Sheet::Meetings, "-city"), ["Poznań", "Lublin", "Lublin"]);
    }

    #[test]
    fn numbers_are_sorted_by_value_and_what_is_not_known_comes_last() {
        assert_eq!(sorted(Sheet::Cities, "-meetings"), ["Lublin", "Poznań", "Amsterdam", "Tel Awiw"]);
        let ascending = sorted(Sheet::Experts, "role");
        assert_eq!(ascending, sorted(Sheet::Experts, "-role"), "no role is known of either");
    }

    #[test]
    fn the_heading_says_how_it_is_sorted_and_the_row_is_named_by_its_first_cell() {
        let html = html(Sorting::default().pressed(Column::City), Filter::default(), Period::All);
        assert_eq!(html.matches("aria-sort=\"ascending\"").count(), 1);
        assert_eq!(html.matches("<th scope=\"row\">").count(), 3);
        assert!(html.contains("<caption id=\"table-caption\">") && html.contains("2014–2017"), "{html}");
    }

    #[test]
    fn the_table_shows_what_the_view_shows() {
        let israel = Filter::default().with(Facet::Country("IL".parse().expect("a code")));
        assert_eq!(row_names(&html(Sorting::default(), israel, Period::All)), ["Poznań"]);
        assert_eq!(row_names(&html(Sheet::Experts.sorted(), Filter::default(), Period::Year(2014))), [""; 0]);
    }
}
