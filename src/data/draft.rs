//! The catalog while it is being read.

use super::fault::{Fault, Table, shorten};
use super::node::Node;
use crate::domain::{
    Award, Builder, City, DuplicateId, Edition, Edtf, Expert, Key, Localized, Meeting, Record, Slug, Source, Topic,
    Total,
};

/// What is read so far, and what could not be read: to refer to that is no fault of its own.
pub(super) struct Draft {
    pub builder: Builder,
    pub span: Option<Edtf>,
    /// Whether the file of the cities was read.
    pub has_cities: bool,
    /// The numbers of the editions.
    numbers: Vec<u16>,
    /// The ids of records that were skipped.
    skipped: Vec<(Table, String)>,
    /// The cities made up for meetings, by what the meetings call them.
    placeholders: Vec<(String, Key<City>)>,
}

/// The table of a record type, for reports.
pub(super) trait Tabled: Record {
    const TABLE: Table;
}

macro_rules! tables {
    ($($type:ident in $table:ident),* $(,)?) => {$(
        impl Tabled for $type {
            const TABLE: Table = Table::$table;
        }
    )*};
}

tables! {
    City in Cities,
    Edition in Editions,
    Topic in Topics,
    Expert in Experts,
    Meeting in Meetings,
    Total in Totals,
    Award in Awards,
    Source in Sources,
}

impl Draft {
    pub fn new(title: Option<Localized>, span: Option<Edtf>, has_cities: bool) -> Self {
        Self {
            builder: Builder::new(title, span),
            span,
            has_cities,
            numbers: Vec::new(),
            skipped: Vec::new(),
            placeholders: Vec::new(),
        }
    }

    /// Adds the record that was read from a node, or remembers that there is none.
    pub fn add<T: Tabled>(&mut self, node: &Node<'_>, record: Option<T>) {
        let Some(record) = record else {
            // An edition may have its number for an id.
            let id = node.member("id").or_else(|| node.member("number"));
            let id = id.map(|id| id.raw_text().map_or_else(|| id.literal(), str::to_owned));
            self.skipped.extend(id.map(|id| (T::TABLE, id)));
            return;
        };
        if let Err(DuplicateId(id)) = self.builder.add(record) {
            node.report_at("id", Fault::DuplicateId { table: T::TABLE, id: shorten(id.as_str()) });
        }
    }

    /// The record to which an id refers.
    pub fn find<T: Tabled>(&self, node: &Node<'_>) -> Option<Key<T>> {
        let id = node.text()?;
        let key = self.builder.find(id);
        if key.is_none() {
            self.report_unknown(T::TABLE, id, node);
        }
        key
    }

    /// The records to which a list of ids refers, each once. Empty without such a member.
    pub fn find_all<T: Tabled>(&self, node: &Node<'_>, name: &'static str) -> Vec<Key<T>> {
        let mut keys = Vec::new();
        if let Some(list) = node.member(name) {
            for key in list.items().filter_map(|id| self.find(&id)) {
                if !keys.contains(&key) {
                    keys.push(key);
                }
            }
        }
        keys
    }

    /// The host city of a meeting. Where no city has that id, one is made up that has no more than a name,
    /// so that the meeting is not lost: but only if it `may_add` one, for a meeting that is kept.
    pub fn host(&mut self, node: &Node<'_>, may_add: bool) -> Option<Key<City>> {
        let id = node.text()?;
        if let Some(key) = self.builder.find(id) {
            return Some(key);
        }
        self.report_unknown(Table::Cities, id, node);
        if let Some((_, key)) = self.placeholders.iter().find(|(name, _)| name == id) {
            return Some(*key);
        }
        if !may_add {
            return None;
        }
        let name = Localized::same(id);
        let slug = id.parse::<Slug>().ok().or_else(|| self.free_slug())?;
        let key = self.builder.add(City { id: slug, name, country: None, region: None, place: None }).ok()?;
        self.placeholders.push((id.to_owned(), key));
        Some(key)
    }

    /// Whether no earlier edition has this number; from now on one has.
    pub fn claim_number(&mut self, number: u16) -> bool {
        let is_free = !self.numbers.contains(&number);
        self.numbers.push(number);
        is_free
    }

    fn free_slug(&self) -> Option<Slug> {
        let numbers = 1..=self.placeholders.len() + 1;
        let mut slugs = numbers.filter_map(|number| format!("unknown-{number}").parse::<Slug>().ok());
        slugs.find(|slug| self.builder.find::<City>(slug.as_str()).is_none())
    }

    fn report_unknown(&self, table: Table, id: &str, node: &Node<'_>) {
        let is_skipped = self.skipped.iter().any(|(of, skipped)| *of == table && skipped == id);
        if !is_skipped && (table != Table::Cities || self.has_cities) {
            node.report(Fault::UnknownId { table, id: shorten(id) });
        }
    }
}
