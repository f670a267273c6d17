//! What goes into each file: the numbers to turn when a file is too heavy or too coarse.

use crate::detail::{Detail, Focus};
use crate::grid::Grid;

/// ISO 3166-1 numeric of the country that is drawn finest.
pub const HOME: &str = "616";

/// The world atlas's file that both are made from. With one source nothing moves when the fine file takes the place of the
/// first, and the source's coarser file (1:50m) knows neither Usedom's shore nor the Hel peninsula.
pub const SOURCE: &str = "countries-10m.json";

/// How to make one file.
#[derive(Debug)]
pub struct Recipe {
    /// The file's name.
    pub file: &'static str,
    /// What is kept of a line.
    pub detail: Detail,
    /// What coordinates are rounded to.
    pub grid: Grid,
}

/// Poland, then where the guests come from: the Netherlands and Belgium, Austria, Glasgow, Tel Aviv.
const FOCI: [Focus; 5] = [
    focus(19.2, 52.1, 5.5, 1.0),
    focus(4.8, 51.6, 2.0, 1.6),
    focus(14.5, 47.7, 2.5, 1.6),
    focus(-4.3, 55.9, 1.5, 1.6),
    focus(34.9, 31.9, 1.5, 1.6),
];

const fn focus(lon: f64, lat: f64, radius: f64, coarseness: f64) -> Focus {
    Focus { middle: [lon, lat], radius, coarseness }
}

/// South-western corner of the map's area.
const ORIGIN: [f64; 2] = [-32.0, 12.0];

/// Its width and height in degrees.
const EXTENT: [i32; 2] = [94, 61];

/// The map of the first view, then the one that is loaded later.
pub const RECIPES: [Recipe; 2] = [
    Recipe {
        file: "first.topo.json",
        detail: Detail { foci: &FOCI, finest: 0.028, growth: 0.95, coarsest: 0.45, island: 2.0 },
        grid: Grid { origin: ORIGIN, cells_per_degree: [100, 125], extent: EXTENT },
    },
    Recipe {
        file: "fine.topo.json",
        detail: Detail { foci: &FOCI, finest: 0.0052, growth: 2.1, coarsest: 0.45, island: 2.5 },
        grid: Grid { origin: ORIGIN, cells_per_degree: [500, 800], extent: EXTENT },
    },
];
