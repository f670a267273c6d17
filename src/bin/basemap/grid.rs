//! The grid that coordinates are rounded to, and the area of the map.

use geo::{Coord, MultiPolygon, Polygon, Rect};

use crate::topojson::Transform;

/// A position on the grid.
pub type Cell = [i32; 2];

/// A grid over the area that the map can show.
#[derive(Debug, Clone, Copy)]
pub struct Grid {
    /// Longitude and latitude of the south-western corner.
    pub origin: [f64; 2],
    /// Cells per degree, east and north. Whole numbers of them keep the corners on the grid.
    pub cells_per_degree: [i32; 2],
    /// The area's width and height in degrees.
    pub extent: [i32; 2],
}

impl Grid {
    /// The nearest cell to a place in degrees.
    pub fn cell(&self, place: Coord) -> Cell {
        let [west, south] = self.origin;
        let [per_lon, per_lat] = self.cells_per_degree.map(f64::from);
        round(Coord { x: (place.x - west) * per_lon, y: (place.y - south) * per_lat })
    }

    /// The cell in the north-eastern corner; `[0, 0]` is the south-western.
    pub fn corner(&self) -> Cell {
        let [width, height] = self.extent;
        let [per_lon, per_lat] = self.cells_per_degree;
        [width * per_lon, height * per_lat]
    }

    /// The area as a polygon of cells.
    pub fn frame(&self) -> MultiPolygon {
        let area = Rect::new(plane([0, 0]), plane(self.corner()));
        MultiPolygon::new(vec![area.to_polygon()])
    }

    /// Whether both cells lie on the same edge of the area.
    pub fn is_on_frame(&self, from: Cell, to: Cell) -> bool {
        let corner = self.corner();
        (0..2).any(|axis| from[axis] == to[axis] && [0, corner[axis]].contains(&from[axis]))
    }

    /// What turns cells into degrees again.
    pub fn transform(&self) -> Transform {
        Transform { scale: self.cells_per_degree.map(|cells| 1.0 / f64::from(cells)), translate: self.origin }
    }
}

/// A cell as a place of the plane in which cells are one apart.
pub fn plane([x, y]: Cell) -> Coord {
    Coord { x: f64::from(x), y: f64::from(y) }
}

/// The nearest cell to a place of that plane.
#[expect(
    clippy::cast_possible_truncation,
    reason = "an area of at most 360 degrees has far fewer than 2^31 cells; a cast saturates"
)]
pub fn round(place: Coord) -> Cell {
    [place.x.round() as i32, place.y.round() as i32]
}

/// A polygon of that plane from its rings of cells; empty without rings.
pub fn polygon(rings: &[Vec<Cell>]) -> Polygon {
    let mut rings = rings.iter().map(|ring| ring.iter().copied().map(plane).collect());
    let outer = rings.next().unwrap_or_else(|| geo::LineString::new(Vec::new()));
    Polygon::new(outer, rings.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GRID: Grid = Grid { origin: [-10.0, 20.0], cells_per_degree: [100, 200], extent: [30, 40] };

    #[test]
    fn a_place_survives_the_grid() {
        let cell = GRID.cell(Coord { x: 19.457, y: 51.777 });
        assert_eq!(cell, [2946, 6355]);
        let [lon, lat] = GRID.transform().degrees(cell);
        assert!((lon - 19.457).abs() <= 0.005 && (lat - 51.777).abs() <= 0.0025);
    }

    #[test]
    fn the_frame_is_known_by_its_edges() {
        assert_eq!(GRID.corner(), [3000, 8000]);
        assert!(GRID.is_on_frame([0, 5], [0, 9]));
        assert!(GRID.is_on_frame([7, 8000], [9, 8000]));
        assert!(!GRID.is_on_frame([0, 5], [5, 0]));
        assert!(!GRID.is_on_frame([7, 7], [9, 7]));
    }
}
