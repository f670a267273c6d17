//! What is offered for a text while it is typed.

use std::cell::OnceCell;

use crate::domain::Catalog;

use super::{Index, Names, Occurrences, Query, Target};

/// What is offered for a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Suggestions {
    /// What has that name, group by group.
    pub targets: Vec<Target>,
    /// What alone has just that name: it needs not be chosen from the list.
    pub named: Option<Target>,
    /// How many meetings have that text somewhere: where there are any, the text can be kept.
    pub meetings: usize,
}

impl Suggestions {
    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.targets.len() + usize::from(self.meetings > 0)
    }
}

/// Looks for a text in everything that has a name; the index is made when there is none yet.
#[must_use]
pub fn suggest(catalog: &Catalog, index: &OnceCell<Index>, names: Names<'_>, text: &str) -> Suggestions {
    let Some(query) = Query::new(text) else { return Suggestions::default() };
    let index = index.get_or_init(|| Index::new(catalog, names));
    Suggestions {
        targets: index.find(&query),
        named: index.named(&query),
        meetings: Occurrences::of(catalog, query).count(),
    }
}
