//! Chains lines end to end, so that a network of borders is written in as few lines as its forks allow.

use std::collections::{BTreeMap, BTreeSet};

use crate::grid::Cell;

/// Joins lines that meet. Each edge is in exactly one chain, even if rounding has laid two lines upon each other.
///
/// Chains start where an odd number of lines meet, as any set of fewest chains must.
pub fn chain(lines: Vec<Vec<Cell>>) -> Vec<Vec<Cell>> {
    let mut network = Network::new(once(lines));
    let (odd, even): (Vec<Cell>, Vec<Cell>) =
        network.by_end.keys().partition(|end| network.by_end[*end].len() % 2 == 1);
    let mut chains = Vec::new();
    for start in odd.into_iter().chain(even) {
        while let Some(chain) = network.walk(start) {
            chains.push(chain);
            if network.is_even(start) {
                break;
            }
        }
    }
    let rest: Vec<Cell> = network.by_end.keys().copied().collect();
    for start in rest {
        while let Some(chain) = network.walk(start) {
            chains.push(chain);
        }
    }
    chains
}

/// Cuts out of each line the edges that an earlier one has.
fn once(lines: Vec<Vec<Cell>>) -> Vec<Vec<Cell>> {
    let mut seen = BTreeSet::new();
    let mut parts: Vec<Vec<Cell>> = Vec::new();
    for line in lines {
        let mut open = false;
        for pair in line.windows(2) {
            let is_new = seen.insert([pair[0].min(pair[1]), pair[0].max(pair[1])]);
            match parts.last_mut() {
                Some(part) if is_new && open => part.push(pair[1]),
                _ if is_new => parts.push(pair.to_vec()),
                _ => {}
            }
            open = is_new;
        }
    }
    parts
}

/// Lines that are not yet in a chain.
struct Network {
    lines: Vec<Option<Vec<Cell>>>,
    by_end: BTreeMap<Cell, Vec<usize>>,
}

impl Network {
    fn new(lines: Vec<Vec<Cell>>) -> Self {
        let mut by_end: BTreeMap<Cell, Vec<usize>> = BTreeMap::new();
        for (number, line) in lines.iter().enumerate() {
            for end in line.first().into_iter().chain(line.last()) {
                by_end.entry(*end).or_default().push(number);
            }
        }
        Self { lines: lines.into_iter().map(Some).collect(), by_end }
    }

    /// Walks from a cell along lines that were not walked before, as far as they lead.
    fn walk(&mut self, start: Cell) -> Option<Vec<Cell>> {
        let mut chain = self.take(start)?;
        while let Some(next) = chain.last().and_then(|&end| self.take(end)) {
            chain.extend(next.into_iter().skip(1));
        }
        Some(chain)
    }

    /// Takes a line that has an end at a cell, turned to start there.
    fn take(&mut self, start: Cell) -> Option<Vec<Cell>> {
        let numbers = self.by_end.get(&start)?;
        let mut line = numbers.iter().find_map(|&at| self.lines.get_mut(at)?.take())?;
        if line.first() != Some(&start) {
            line.reverse();
        }
        Some(line)
    }

    /// Whether an even number of untaken lines end at a cell.
    fn is_even(&self, end: Cell) -> bool {
        let numbers = self.by_end.get(&end).into_iter().flatten();
        numbers.filter(|&&at| self.lines[at].is_some()).count() % 2 == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fork_takes_two_lines() {
        let chains = chain(vec![vec![[0, 0], [5, 5]], vec![[9, 9], [7, 8], [5, 5]], vec![[5, 5], [9, 0]]]);
        assert_eq!(chains.len(), 2);
        let edges: usize = chains.iter().map(|line| line.len() - 1).sum();
        assert_eq!(edges, 4);
    }

    #[test]
    fn an_edge_is_drawn_once() {
        let lines = vec![vec![[0, 0], [5, 5], [9, 9]], vec![[2, 7], [9, 9], [5, 5], [7, 2]]];
        let edges: usize = chain(lines).iter().map(|line| line.len() - 1).sum();
        assert_eq!(edges, 4);
    }

    #[test]
    fn a_loop_stays_a_loop() {
        let ring = vec![[0, 0], [5, 0], [5, 5], [0, 0]];
        assert_eq!(chain(vec![ring.clone()]), vec![ring]);
        let halves = vec![vec![[0, 0], [5, 0], [5, 5]], vec![[0, 0], [5, 5]]];
        assert_eq!(chain(halves).len(), 1);
    }
}
