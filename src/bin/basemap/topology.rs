//! Cuts lines that run along each other into arcs, so that each stretch is written once.

use std::collections::{BTreeMap, HashMap};

use crate::grid::Cell;
use crate::topojson::{ArcPath, take_steps};

/// Collects lines and rings, then gives each as a path of shared arcs.
#[derive(Debug, Default)]
pub struct Weaver {
    lines: Vec<Vec<Cell>>,
}

/// The number of a line that was given to a [`Weaver`].
#[derive(Debug, Clone, Copy)]
pub struct Strand(usize);

/// The arcs of all lines.
#[derive(Debug)]
pub struct Woven {
    /// Each arc as steps.
    pub arcs: Vec<Vec<Cell>>,
    paths: Vec<ArcPath>,
}

/// An edge whichever way it is walked.
type Edge = [Cell; 2];

impl Weaver {
    /// Adds a line; a ring is a line that ends where it starts.
    pub fn add(&mut self, line: Vec<Cell>) -> Strand {
        self.lines.push(line);
        Strand(self.lines.len() - 1)
    }

    /// Cuts all lines where the company that they run in changes, and numbers the arcs in the order of the lines.
    pub fn weave(self) -> Woven {
        let company = company_by_edge(&self.lines);
        let mut numbers: BTreeMap<Vec<Cell>, i32> = BTreeMap::new();
        let mut arcs = Vec::new();
        let mut paths = Vec::with_capacity(self.lines.len());
        for line in &self.lines {
            let mut path = ArcPath::new();
            for arc in cut(line, &company) {
                let backwards: Vec<Cell> = arc.iter().rev().copied().collect();
                if let Some(number) = numbers.get(&arc) {
                    path.push(*number);
                } else if let Some(number) = numbers.get(&backwards) {
                    path.push(!number);
                } else if let Ok(number) = i32::try_from(arcs.len()) {
                    arcs.push(take_steps(&arc));
                    numbers.insert(arc, number);
                    path.push(number);
                }
            }
            paths.push(path);
        }
        Woven { arcs, paths }
    }
}

impl Woven {
    /// The arcs of a line.
    pub fn path(&self, strand: Strand) -> ArcPath {
        self.paths.get(strand.0).cloned().unwrap_or_default()
    }
}

/// The lines that run along each edge.
fn company_by_edge(lines: &[Vec<Cell>]) -> HashMap<Edge, Vec<usize>> {
    let mut company: HashMap<Edge, Vec<usize>> = HashMap::new();
    for (number, line) in lines.iter().enumerate() {
        for pair in line.windows(2) {
            company.entry(edge(pair)).or_default().push(number);
        }
    }
    company
}

fn edge(pair: &[Cell]) -> Edge {
    let (from, to) = (pair[0], pair[1]);
    [from.min(to), from.max(to)]
}

/// Cuts a line at each vertex where the company before differs from the company after.
fn cut(line: &[Cell], company: &HashMap<Edge, Vec<usize>>) -> Vec<Vec<Cell>> {
    let with = |from: usize| company.get(&edge(&line[from..from + 2]));
    let edges = line.len().saturating_sub(1);
    let mut cuts: Vec<usize> = (1..edges).filter(|&at| with(at - 1) != with(at)).collect();
    let is_ring = edges > 0 && line.first() == line.last();
    if !is_ring || (edges > 0 && with(edges - 1) != with(0)) {
        return pieces(line, &cuts);
    }
    // A ring has no end of its own: it is turned to start at a cut, or at its lowest cell if it has none, so that equal
    // rings are equal arcs.
    let start = if cuts.is_empty() { (0..edges).min_by_key(|&at| line[at]).unwrap_or(0) } else { cuts.remove(0) };
    let mut turned: Vec<Cell> = line[start..edges].to_vec();
    turned.extend(&line[..=start]);
    let cuts: Vec<usize> = cuts.iter().map(|cut| cut - start).collect();
    pieces(&turned, &cuts)
}

/// The stretches between the cuts, each including both its ends.
fn pieces(line: &[Cell], cuts: &[usize]) -> Vec<Vec<Cell>> {
    let mut pieces = Vec::with_capacity(cuts.len() + 1);
    let mut start = 0;
    for &end in cuts.iter().chain(std::iter::once(&line.len().saturating_sub(1))) {
        if end > start {
            pieces.push(line[start..=end].to_vec());
        }
        start = end;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::topojson::{join, sum_steps};

    fn positions(woven: &Woven) -> Vec<Vec<Cell>> {
        woven.arcs.iter().map(|arc| sum_steps(arc)).collect()
    }

    #[test]
    fn two_rings_share_the_stretch_between_them() {
        let mut weaver = Weaver::default();
        let left = weaver.add(vec![[0, 0], [4, 0], [5, 2], [4, 4], [0, 4], [0, 0]]);
        let right = weaver.add(vec![[9, 0], [9, 4], [4, 4], [5, 2], [4, 0], [9, 0]]);
        let shared = weaver.add(vec![[4, 0], [5, 2], [4, 4]]);
        let woven = weaver.weave();
        assert_eq!(woven.arcs.len(), 3);
        assert_eq!(woven.path(shared).len(), 1);
        for strand in [left, right] {
            assert_eq!(woven.path(strand).len(), 2);
            let ring = join(&positions(&woven), &woven.path(strand)).unwrap_or_default();
            assert_eq!(ring.first(), ring.last());
            assert_eq!(ring.len(), 6);
        }
    }

    #[test]
    fn a_line_that_only_touches_cuts_nothing() {
        let mut weaver = Weaver::default();
        let ring = weaver.add(vec![[0, 0], [4, 0], [4, 4], [0, 0]]);
        let border = weaver.add(vec![[4, 0], [9, 9]]);
        let woven = weaver.weave();
        assert_eq!(woven.path(ring).len(), 1);
        assert_eq!(woven.path(border).len(), 1);
    }

    #[test]
    fn equal_rings_are_one_arc_wherever_they_start_and_turn() {
        let mut weaver = Weaver::default();
        let ring = weaver.add(vec![[0, 0], [4, 0], [4, 4], [0, 0]]);
        let turned = weaver.add(vec![[4, 4], [4, 0], [0, 0], [4, 4]]);
        let woven = weaver.weave();
        assert_eq!(woven.arcs.len(), 1);
        assert_eq!(woven.path(ring), vec![0]);
        assert_eq!(woven.path(turned), vec![!0]);
    }

    #[test]
    fn a_line_in_changing_company_is_cut_at_each_change() {
        let mut weaver = Weaver::default();
        let long = weaver.add(vec![[0, 0], [1, 0], [2, 1], [3, 0], [4, 2]]);
        let part = weaver.add(vec![[3, 0], [2, 1], [1, 0]]);
        let woven = weaver.weave();
        assert_eq!(woven.path(long), vec![0, 1, 2]);
        assert_eq!(woven.path(part), vec![!1]);
    }
}
