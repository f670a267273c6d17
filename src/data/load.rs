//! Both files together.

use super::document::{File, Unreadable, open};
use super::draft::Draft;
use super::fault::Fault;
use super::json::Value;
use super::node::Node;
use super::problem::{FileName, Problem};
use super::sink::Sink;
use super::{cities, programme, version};
use crate::domain::{Catalog, sort_by};

/// What could be read of the data files.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// All that is valid; empty where nothing is.
    pub catalog: Catalog,
    /// All that is not, file by file, from top to bottom.
    pub problems: Vec<Problem>,
}

/// Reads the two data files. Never fails as a whole: what is wrong is told beside what is valid.
#[must_use]
pub fn load(cities: File<'_>, programme: File<'_>) -> Loaded {
    let cities = Reading::of(FileName::Cities, cities);
    let mut programme = Reading::of(FileName::Programme, programme);
    programme.migrate();

    let (title, span) = programme.root().as_ref().map(programme::head).unwrap_or_default();
    let mut draft = Draft::new(
        title,
        span,
        cities.root().is_some_and(|root| root.member("features").is_some_and(|features| features.is_list())),
    );
    if let Some(root) = cities.root() {
        cities::read(&root, &mut draft);
    }
    if let Some(root) = programme.root() {
        programme::tables(&root, &mut draft);
    }
    let mut problems = cities.into_problems();
    problems.append(&mut programme.into_problems());
    Loaded { catalog: draft.builder.finish(), problems }
}

/// A file while it is being read.
pub(super) struct Reading<'a> {
    root: Option<Value<'a>>,
    sink: Sink,
}

impl<'a> Reading<'a> {
    pub fn of(name: FileName, file: File<'a>) -> Self {
        let sink = Sink::new(name);
        let root = open(file).map_err(|Unreadable { why, line }| sink.report(String::new(), line, Fault::File(why)));
        Self { root: root.ok(), sink }
    }

    pub fn root(&self) -> Option<Node<'_>> {
        self.root.as_ref().map(|root| Node::root(root, &self.sink))
    }

    /// Brings the programme to the newest version. Of an unknown one nothing is read.
    pub fn migrate(&mut self) {
        if self.root().is_some_and(|root| !root.is_object()) {
            self.root = None;
        }
        self.root = self.root.take().and_then(|root| {
            let version = root.get("version");
            let (place, line) = version.map_or(("", root.line), |version| ("/version", version.line));
            version::current(root).map_err(|why| self.sink.report(place.to_owned(), Some(line), Fault::File(why))).ok()
        });
    }

    pub fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.sink.into_problems();
        sort_by(&mut problems, |a, b| a.line.cmp(&b.line));
        problems
    }
}
