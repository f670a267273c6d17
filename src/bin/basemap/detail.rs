//! How much of a line is kept: much at home, some where the guests come from, little far away.

use geo::{Coord, LineString, SimplifyVwIdx};

use crate::grid::Cell;

/// A place that deserves detail.
#[derive(Debug, Clone, Copy)]
pub struct Focus {
    /// Its middle, longitude and latitude.
    pub middle: [f64; 2],
    /// How far the full detail reaches, in degrees of the Mercator map.
    pub radius: f64,
    /// The tolerance inside, as a multiple of the recipe's finest.
    pub coarseness: f64,
}

/// How the tolerance depends on the place.
#[derive(Debug, Clone, Copy)]
pub struct Detail {
    /// What deserves detail.
    pub foci: &'static [Focus],
    /// The finest tolerance, in degrees of the Mercator map.
    pub finest: f64,
    /// How much of `finest` is added for each degree away from a focus.
    pub growth: f64,
    /// The coarsest tolerance.
    pub coarsest: f64,
    /// The smallest island, as a multiple of the squared tolerance.
    pub island: f64,
}

/// The factor between one level of simplification and the next.
const LEVEL: f64 = std::f64::consts::SQRT_2;

impl Detail {
    /// The tolerance at a place of the Mercator map.
    pub fn tolerance(&self, place: Coord) -> f64 {
        self.foci
            .iter()
            .map(|focus| {
                let [lon, lat] = focus.middle;
                let middle = mercator(Coord { x: lon, y: lat });
                let away = (place.x - middle.x).hypot(place.y - middle.y) - focus.radius;
                focus.coarseness * self.finest * self.growth.mul_add(away.max(0.0), 1.0)
            })
            .fold(self.coarsest, f64::min)
    }

    /// Keeps the vertices of a line (in degrees) that matter where they are; its ends always stay.
    ///
    /// The line is simplified at every level from the finest tolerance to the coarsest. A coarser level keeps a subset
    /// of a finer one, so a vertex can be judged by the level of its own place, and no seam shows between levels.
    pub fn simplify(&self, line: &[Coord]) -> Vec<Coord> {
        let flat: LineString = line.iter().copied().map(mercator).collect();
        let wanted: Vec<f64> = flat.coords().map(|&place| self.tolerance(place)).collect();
        let lowest = wanted.iter().copied().fold(self.coarsest, f64::min);
        let highest = wanted.iter().copied().fold(self.finest, f64::max);
        let mut kept = vec![true; line.len()];
        let mut level = self.finest;
        while level <= highest {
            if level * LEVEL > lowest {
                let mut stays = vec![false; line.len()];
                for index in flat.simplify_vw_idx(level * level) {
                    stays[index] = true;
                }
                for ((kept, stays), wanted) in kept.iter_mut().zip(stays).zip(&wanted) {
                    *kept &= stays || *wanted < level;
                }
            }
            level *= LEVEL;
        }
        let vertices = line.iter().zip(kept);
        vertices.filter_map(|(vertex, kept)| kept.then_some(*vertex)).collect()
    }

    /// Whether an area, in squared degrees of the Mercator map, is too small to be shown at a place.
    pub fn is_speck(&self, area: f64, place: Coord) -> bool {
        area < self.island * self.tolerance(place).powi(2)
    }
}

/// Web Mercator with the equator's degree as its unit; as on the screen, north is as long as east.
pub fn mercator(place: Coord) -> Coord {
    let latitude = place.y.clamp(-85.0, 85.0).to_radians();
    Coord { x: place.x, y: latitude.tan().asinh().to_degrees() }
}

/// Removes what rounding to the grid has made superfluous: repeated cells, and cells on the straight line between their
/// neighbours.
pub fn tidy(cells: &[Cell]) -> Vec<Cell> {
    let mut tidy: Vec<Cell> = Vec::with_capacity(cells.len());
    for &cell in cells {
        if tidy.last() == Some(&cell) {
            continue;
        }
        while let [.., before, last] = tidy[..] {
            if !is_between(before, last, cell) {
                break;
            }
            tidy.pop();
        }
        tidy.push(cell);
    }
    tidy
}

/// Whether `middle` lies on the straight way from one cell to another.
fn is_between(from: Cell, middle: Cell, to: Cell) -> bool {
    let step = |a: Cell, b: Cell| (i64::from(b[0] - a[0]), i64::from(b[1] - a[1]));
    let (first, second) = (step(from, middle), step(middle, to));
    first.0 * second.1 == first.1 * second.0 && first.0 * second.0 + first.1 * second.1 > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    const DETAIL: Detail = Detail {
        foci: &[Focus { middle: [0.0, 0.0], radius: 5.0, coarseness: 1.0 }],
        finest: 0.1,
        growth: 1.0,
        coarsest: 4.0,
        island: 2.0,
    };

    #[test]
    fn the_tolerance_grows_away_from_a_focus() {
        let at = |x| DETAIL.tolerance(Coord { x, y: 0.0 });
        assert!((at(0.0) - 0.1).abs() < 1e-9);
        assert!((at(5.0) - 0.1).abs() < 1e-9);
        assert!((at(15.0) - 1.1).abs() < 1e-9);
        assert!((at(150.0) - 4.0).abs() < 1e-9);
    }

    #[test]
    fn a_zigzag_is_kept_at_home_and_straightened_far_away() {
        let zigzag: Vec<Coord> =
            (0..=60_i32).map(|step| Coord { x: f64::from(step), y: f64::from(step % 2) }).collect();
        let simple = DETAIL.simplify(&zigzag);
        let within = |from: f64, to: f64| {
            let inside = simple.iter().filter(|vertex| (from..to).contains(&vertex.x));
            inside.count()
        };
        assert_eq!(within(0.0, 5.0), 5);
        assert!(within(50.0, 60.0) < 4);
        assert_eq!(simple.first(), zigzag.first());
        assert_eq!(simple.last(), zigzag.last());
    }

    #[test]
    fn mercator_stretches_the_north() {
        let north = mercator(Coord { x: 19.0, y: 60.0 });
        assert!((north.x - 19.0).abs() < 1e-9);
        assert!((north.y - 75.456).abs() < 1e-3);
    }

    #[test]
    fn rounding_leaves_no_superfluous_cells() {
        let cells = [[0, 0], [0, 0], [1, 1], [2, 2], [2, 2], [3, 2], [2, 2]];
        assert_eq!(tidy(&cells), vec![[0, 0], [2, 2], [3, 2], [2, 2]]);
    }
}
