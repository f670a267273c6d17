//! The land within the map's area, and its coast.

use geo::{
    Area, BooleanOps, BoundingRect, Centroid, Coord, Intersects, LineString, MultiPolygon, Orient, Polygon, Validation,
    bool_ops::FillRule, orient::Direction,
};

use crate::detail::{Detail, mercator, tidy};
use crate::grid::{Cell, Grid, plane, polygon, round};
use crate::topojson::{ArcPolygon, join};
use crate::{Error, Result};

/// Rings of cells, the outer one first.
pub type CellPolygon = Vec<Vec<Cell>>;

/// How often cutting and rounding may be repeated until the rounded rings are valid.
const ROUNDS: usize = 8;

/// The polygons whose island is large enough to be shown where it is, without the lakes that are not; then the others.
pub fn part_specks(
    polygons: &[ArcPolygon],
    arcs: &[Vec<Coord>],
    detail: &Detail,
) -> Result<(Vec<ArcPolygon>, Vec<ArcPolygon>)> {
    let mut shown = Vec::new();
    let mut specks = Vec::new();
    for rings in polygons {
        let mut large = Vec::new();
        for ring in rings {
            let line = join(arcs, ring).ok_or(Error::UnknownArc)?;
            large.push(!is_speck(&line, detail));
        }
        if large.first() == Some(&true) {
            let kept = rings.iter().zip(large).filter(|(_, large)| *large);
            shown.push(kept.map(|(ring, _)| ring.clone()).collect());
        } else {
            specks.push(rings.clone());
        }
    }
    Ok((shown, specks))
}

/// Whether a border runs around a country that would be a speck, as San Marino's does.
pub fn is_small_ring(line: &[Coord], detail: &Detail) -> bool {
    line.first() == line.last() && is_speck(line, detail)
}

fn is_speck(ring: &[Coord], detail: &Detail) -> bool {
    let flat: LineString = ring.iter().copied().map(mercator).collect();
    let area = Polygon::new(flat, Vec::new());
    area.centroid().is_none_or(|middle| detail.is_speck(area.unsigned_area(), middle.0))
}

/// Joins arcs of cells to polygons.
pub fn polygons(polygons: &[ArcPolygon], arcs: &[Vec<Cell>], grid: &Grid) -> Result<Vec<CellPolygon>> {
    let ring = |path: &Vec<i32>| join(arcs, path).map(|ring| unroll(&tidy(&ring), grid));
    polygons
        .iter()
        .map(|rings| rings.iter().map(ring).collect::<Option<_>>())
        .collect::<Option<_>>()
        .ok_or(Error::UnknownArc)
}

/// Lets a ring go on beyond the 180th meridian where it would jump back around the globe.
fn unroll(ring: &[Cell], grid: &Grid) -> Vec<Cell> {
    let globe = 360 * grid.cells_per_degree[0];
    let mut turns = 0;
    let mut last = ring.first().copied().unwrap_or_default();
    ring.iter()
        .map(|&cell| {
            let step = cell[0] - last[0];
            if step.abs() > globe / 2 {
                turns -= step.signum();
            }
            last = cell;
            [cell[0] + turns * globe, cell[1]]
        })
        .collect()
}

/// Cuts the land to the map's area, and mends the rings that simplifying and rounding have led across each other.
pub fn clip(land: &[CellPolygon], grid: &Grid) -> Result<Vec<CellPolygon>> {
    let frame = grid.frame();
    let mut area: MultiPolygon = land
        .iter()
        .map(|rings| polygon(rings).orient(Direction::Default))
        .filter(|area| area.bounding_rect().is_some_and(|bounds| bounds.intersects(&frame)))
        .collect();
    for _ in 0..ROUNDS {
        area = rounded(&area.intersection_with_fill_rule(&frame, FillRule::NonZero));
        if area.is_valid() {
            return Ok(area.iter().map(cells).collect());
        }
    }
    Err(Error::Invalid(area.check_validation().err().map_or_else(String::new, |error| format!("land: {error}"))))
}

/// Rounds each ring to cells; rings that collapse are gone.
fn rounded(area: &MultiPolygon) -> MultiPolygon {
    area.iter()
        .map(|area| {
            let mut rings = cells(area);
            if rings.first().is_some_and(|outer| outer.len() < 4) {
                rings.clear();
            }
            rings.retain(|ring| ring.len() >= 4);
            polygon(&rings)
        })
        .filter(|area| area.unsigned_area() > 0.0)
        .collect()
}

fn cells(area: &Polygon) -> CellPolygon {
    std::iter::once(area.exterior())
        .chain(area.interiors())
        .map(|ring| tidy(&ring.coords().copied().map(round).collect::<Vec<_>>()))
        .collect()
}

/// The lines of a ring that are coast, without the edges along which the map's area cuts the land.
pub fn coast(ring: &[Cell], grid: &Grid) -> Vec<Vec<Cell>> {
    let is_cut = |pair: &[Cell]| grid.is_on_frame(pair[0], pair[1]);
    let Some(start) = ring.windows(2).position(is_cut) else {
        return vec![ring.to_vec()];
    };
    let edges = ring.len() - 1;
    let turned: Vec<Cell> = (0..=edges).map(|at| ring[(start + at) % edges]).collect();
    let mut lines: Vec<Vec<Cell>> = Vec::new();
    let mut open = false;
    for pair in turned.windows(2) {
        if is_cut(pair) {
            open = false;
            continue;
        }
        match lines.last_mut() {
            Some(line) if open => line.push(pair[1]),
            _ => lines.push(pair.to_vec()),
        }
        open = true;
    }
    lines
}

/// The parts of lines within the map's area.
pub fn clip_lines(lines: Vec<Vec<Cell>>, grid: &Grid) -> Vec<Vec<Cell>> {
    let corner = grid.corner();
    let is_inside = |cell: &Cell| (0..2).all(|axis| (0..=corner[axis]).contains(&cell[axis]));
    let mut inside = Vec::new();
    for line in lines {
        if line.iter().all(is_inside) {
            inside.push(line);
            continue;
        }
        let line: LineString = line.into_iter().map(plane).collect();
        let parts = grid.frame().clip(&geo::MultiLineString::new(vec![line]), false);
        inside.extend(
            parts
                .iter()
                .map(|part| tidy(&part.coords().copied().map(round).collect::<Vec<_>>()))
                .filter(|part| part.len() > 1),
        );
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::*;

    const GRID: Grid = Grid { origin: [0.0, 0.0], cells_per_degree: [10, 10], extent: [10, 10] };

    #[test]
    fn the_cut_is_land_and_no_coast() -> Result<()> {
        let island = vec![vec![[-50, 20], [40, 20], [60, 50], [40, 80], [-50, 80], [-50, 20]]];
        let land = clip(&[island], &GRID)?;
        assert_eq!(land.len(), 1);
        assert!(land[0][0].iter().all(|cell| cell[0] >= 0));
        assert_eq!(land[0][0].first(), land[0][0].last());
        let coast = coast(&land[0][0], &GRID);
        assert_eq!(coast.len(), 1);
        assert_eq!(coast[0].len(), 5);
        assert!([coast[0][0], coast[0][4]].iter().all(|end| end[0] == 0));
        Ok(())
    }

    #[test]
    fn a_ring_goes_on_beyond_the_180th_meridian() {
        let ring = [[1790, 5], [-1795, 5], [-1795, 9], [1790, 9], [1790, 5]];
        let unrolled = [[1790, 5], [1805, 5], [1805, 9], [1790, 9], [1790, 5]];
        assert_eq!(unroll(&ring, &GRID), unrolled);
    }

    #[test]
    fn the_coast_of_an_island_inside_is_its_whole_ring() {
        let ring = vec![[10, 10], [20, 10], [20, 20], [10, 10]];
        assert_eq!(coast(&ring, &GRID), vec![ring]);
    }

    #[test]
    fn a_ring_across_itself_becomes_two() -> Result<()> {
        let eight = vec![vec![[10, 10], [20, 20], [20, 10], [10, 20], [10, 10]]];
        assert_eq!(clip(&[eight], &GRID)?.len(), 2);
        Ok(())
    }

    #[test]
    fn lines_end_at_the_edge_of_the_area() {
        let lines = vec![vec![[10, 10], [20, 30]], vec![[90, 50], [110, 50]], vec![[200, 200], [300, 300]]];
        let inside = clip_lines(lines, &GRID);
        assert_eq!(inside.len(), 2);
        assert!(inside[1].contains(&[100, 50]) && inside[1].contains(&[90, 50]));
    }

    #[test]
    fn an_island_is_dropped_where_it_would_be_a_speck() -> Result<()> {
        let detail = Detail { foci: &[], finest: 0.1, growth: 0.0, coarsest: 1.0, island: 1.0 };
        let square = |size: f64| -> Vec<Coord> {
            [(0.0, 0.0), (size, 0.0), (size, size), (0.0, size), (0.0, 0.0)].map(Coord::from).to_vec()
        };
        let arcs = vec![square(0.5), square(2.0)];
        let islands = vec![vec![vec![0]], vec![vec![1], vec![0]]];
        let (shown, specks) = part_specks(&islands, &arcs, &detail)?;
        assert_eq!(shown, vec![vec![vec![1]]]);
        assert_eq!(specks, vec![vec![vec![0]]]);
        assert!(is_small_ring(&arcs[0], &detail) && !is_small_ring(&arcs[0][1..], &detail));
        Ok(())
    }
}
