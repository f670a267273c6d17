//! The borders between a country's regions, from a file whose outline is not quite that of the world atlas.

use std::collections::BTreeSet;

use geo::{Closest, ClosestPoint, Contains, Coord, MultiLineString, MultiPolygon, Point};

use crate::atlas::Atlas;
use crate::chain::chain;
use crate::detail::{Detail, tidy};
use crate::grid::{Cell, Grid, plane, round};

/// The lines between two regions each, simplified, their outer ends moved to the outline of `home`.
pub fn borders(regions: &Atlas, home: &MultiPolygon, detail: &Detail, grid: &Grid) -> Vec<Vec<Cell>> {
    let rim: BTreeSet<[u64; 2]> = regions.rim().into_iter().flat_map(|arc| &regions.arcs[arc]).map(key).collect();
    let lines = regions.borders().into_iter().map(|arc| {
        let line = detail.simplify(&regions.arcs[arc]);
        let mut cells: Vec<Cell> = line.iter().map(|&place| grid.cell(place)).collect();
        if line.first().is_some_and(|start| rim.contains(&key(start))) {
            cells = start_on_outline(&cells, home);
        }
        if line.last().is_some_and(|end| rim.contains(&key(end))) {
            cells.reverse();
            cells = start_on_outline(&cells, home);
        }
        tidy(&cells)
    });
    chain(lines.filter(|line| line.len() > 1).collect())
}

/// A place as something to look up: equal places of one file are equal to the last bit.
pub fn key(place: &Coord) -> [u64; 2] {
    [place.x.to_bits(), place.y.to_bits()]
}

/// Lets a line start at the nearest place of the outline instead of beside it, and enter from there.
fn start_on_outline(line: &[Cell], home: &MultiPolygon) -> Vec<Cell> {
    let Some((&start, rest)) = line.split_first() else {
        return Vec::new();
    };
    let start = closest_on_outline(home, plane(start)).map_or(start, round);
    let inside = |cell: &Cell| home.contains(&Point(plane(*cell)));
    let entry = rest.iter().position(inside).unwrap_or(0);
    std::iter::once(start).chain(rest[entry..].iter().copied()).collect()
}

/// The nearest place of the outline.
fn closest_on_outline(home: &MultiPolygon, place: Coord) -> Option<Coord> {
    let outline: MultiLineString = home.iter().map(|area| area.exterior().clone()).collect();
    match outline.closest_point(&Point(place)) {
        Closest::Intersection(point) | Closest::SinglePoint(point) => Some(point.0),
        Closest::Indeterminate => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::polygon;

    fn home() -> MultiPolygon {
        MultiPolygon::new(vec![polygon(&[vec![[0, 0], [100, 0], [100, 100], [0, 100], [0, 0]]])])
    }

    #[test]
    fn a_line_that_stops_short_is_led_to_the_outline() {
        let line = start_on_outline(&[[3, 40], [50, 50]], &home());
        assert_eq!(line, vec![[0, 40], [50, 50]]);
    }

    #[test]
    fn a_line_that_comes_from_outside_starts_at_the_outline() {
        let line = start_on_outline(&[[-4, 40], [-1, 41], [30, 45], [50, 50]], &home());
        assert_eq!(line, vec![[0, 40], [30, 45], [50, 50]]);
    }
}
