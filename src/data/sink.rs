//! Collects the problems of a file.

use std::cell::RefCell;

use super::fault::Fault;
use super::problem::{FileName, Problem};

/// Where problems of a file are collected.
pub(super) struct Sink {
    file: FileName,
    problems: RefCell<Vec<Problem>>,
}

impl Sink {
    pub fn new(file: FileName) -> Self {
        Self { file, problems: RefCell::new(Vec::new()) }
    }

    pub fn report(&self, pointer: String, line: Option<usize>, fault: Fault) {
        self.problems.borrow_mut().push(Problem { file: self.file, pointer, line, fault });
    }

    pub fn into_problems(self) -> Vec<Problem> {
        self.problems.into_inner()
    }
}
