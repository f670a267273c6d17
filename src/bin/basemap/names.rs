//! The names for orientation: seas, countries, cities, each with where its name can stand.
//!
//! A country or sea is not given one point but *rows*: along a parallel, from where to where its name would lie within
//! it. The app takes the part of a row that is in the picture and writes the name where there is room.

use std::collections::BTreeMap;

use geo::Coord;
use serde::Serialize;

use crate::atlas::Atlas;
use crate::recipe::{CAPITALS, COUNTRIES, LARGE_CITIES, NamedCity, REACH, SEAS, Sea, TOWNS};
use crate::topojson::{ArcPolygon, join};
use crate::{Error, Result};

/// How far above and below a row its area must still be as wide: half the height of letters, in degrees.
const HALF_A_LINE: f64 = 0.12;

/// Rows shorter than this part of the longest one are no place for a name.
const SHORTEST: f64 = 0.4;

/// How many rows an area may have.
const MOST_ROWS: usize = 6;

/// A country with less room than this, in degrees, has no name on any map that the app shows.
const LEAST_ROOM: f64 = 0.5;

/// The whole file.
#[derive(Debug, Serialize)]
pub struct Names {
    seas: Vec<SeaName>,
    countries: Vec<CountryName>,
    cities: Vec<CityName>,
}

/// A row: latitude, western and eastern end, in tenths of a degree.
type Row = [i32; 3];

#[derive(Debug, Serialize)]
struct SeaName {
    pl: &'static str,
    en: &'static str,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct CountryName {
    code: &'static str,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct CityName {
    pl: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    en: Option<&'static str>,
    /// 1 capital, 2 large city, 3 town.
    rank: u8,
    at: [f64; 2],
}

/// Where each city of the gazetteer lies, longitude and latitude, by its number at `GeoNames`.
pub type Gazetteer = BTreeMap<u32, [f64; 2]>;

/// Makes the file of names.
pub fn make(world: &Atlas, gazetteer: &Gazetteer) -> Result<Names> {
    let land = rings(world, &world.land)?;
    let mut seas: Vec<SeaName> = Vec::new();
    for sea in &SEAS {
        let mut rows = sea_rows(sea, &land);
        match seas.iter_mut().find(|other| other.pl == sea.pl) {
            Some(other) => other.rows.append(&mut rows),
            None => seas.push(SeaName { pl: sea.pl, en: sea.en, rows }),
        }
    }
    let mut countries = Vec::new();
    for &(number, code) in &COUNTRIES {
        let area = rings(world, &world.country(number)?.polygons)?;
        let rows = country_rows(&area);
        if rows.iter().any(|[_, west, east]| f64::from(east - west) >= LEAST_ROOM * 10.0) {
            countries.push(CountryName { code, rows });
        }
    }
    let mut cities = Vec::new();
    for (rank, group) in [(1, &CAPITALS[..]), (2, &LARGE_CITIES), (3, &TOWNS)] {
        for &NamedCity(id, pl, en) in group {
            let [lon, lat] = gazetteer.get(&id).ok_or(Error::MissingCity(id, pl))?;
            let at = [lon, lat].map(|degrees| (degrees * 100.0).round() / 100.0);
            cities.push(CityName { pl, en: (en != pl).then_some(en), rank, at });
        }
    }
    Ok(Names { seas, countries, cities })
}

type Ring = Vec<Coord>;

fn rings(atlas: &Atlas, polygons: &[ArcPolygon]) -> Result<Vec<Ring>> {
    polygons.iter().flatten().map(|ring| join(&atlas.arcs, ring).ok_or(Error::UnknownArc)).collect()
}

fn country_rows(area: &[Ring]) -> Vec<Row> {
    let latitudes = || area.iter().flatten().filter(|place| in_reach(place)).map(|place| place.y);
    let (south, north) = (latitudes().fold(f64::INFINITY, f64::min), latitudes().fold(f64::NEG_INFINITY, f64::max));
    let step = ((north - south) / 9.0).max(0.2);
    rows(south, north, step, |lat| within(area, lat))
}

fn sea_rows(sea: &Sea, land: &[Ring]) -> Vec<Row> {
    let [west, south, east, north] = sea.frame;
    rows(south, north, sea.step, |lat| {
        let mut free = vec![(west, east)];
        for (from, to) in within(land, lat) {
            free =
                free.into_iter().flat_map(|(a, b)| [(a, b.min(from)), (a.max(to), b)]).filter(|(a, b)| a < b).collect();
        }
        free
    })
}

fn in_reach(place: &Coord) -> bool {
    let [west, south, east, north] = REACH;
    (west..=east).contains(&place.x) && (south..=north).contains(&place.y)
}

/// The longest rows of an area, one for each step of latitude, from the longest to the shortest.
fn rows(south: f64, north: f64, step: f64, within: impl Fn(f64) -> Vec<(f64, f64)>) -> Vec<Row> {
    let mut found: Vec<(f64, f64, f64)> = Vec::new();
    let mut lat = ((south + HALF_A_LINE) * 10.0).ceil() / 10.0;
    while lat <= north - HALF_A_LINE {
        let lines = [lat - HALF_A_LINE, lat + HALF_A_LINE].map(&within);
        let common = lines.into_iter().fold(within(lat), |a, b| intersect(&a, &b));
        let longest = common.into_iter().max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)));
        found.extend(longest.map(|(west, east)| (lat, west, east)));
        lat = ((lat + step) * 10.0).round() / 10.0;
    }
    found.sort_by(|a, b| (b.2 - b.1).total_cmp(&(a.2 - a.1)));
    let most = found.first().map_or(0.0, |(_, west, east)| east - west);
    found.retain(|(_, west, east)| east - west >= most * SHORTEST);
    found.truncate(MOST_ROWS);
    #[expect(clippy::cast_possible_truncation, reason = "degrees of the globe")]
    let tenths = |degrees: f64| degrees as i32;
    let row = |(lat, west, east): (f64, f64, f64)| {
        [tenths((lat * 10.0).round()), tenths((west * 10.0).ceil()), tenths((east * 10.0).floor())]
    };
    found.into_iter().map(row).filter(|[_, west, east]| west < east).collect()
}

/// From where to where a parallel lies within an area.
fn within(area: &[Ring], lat: f64) -> Vec<(f64, f64)> {
    let edges = area.iter().flat_map(|ring| ring.windows(2));
    let crossed = edges.filter(|edge| (edge[0].y <= lat) != (edge[1].y <= lat));
    let mut at: Vec<f64> =
        crossed.map(|edge| edge[0].x + (edge[1].x - edge[0].x) * (lat - edge[0].y) / (edge[1].y - edge[0].y)).collect();
    at.sort_by(f64::total_cmp);
    let [west, _, east, _] = REACH;
    let parts = at.chunks_exact(2).map(|pair| (pair[0].max(west), pair[1].min(east)));
    parts.filter(|(from, to)| from < to).collect()
}

fn intersect(a: &[(f64, f64)], b: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let pairs = a.iter().flat_map(|a| b.iter().map(move |b| (a.0.max(b.0), a.1.min(b.1))));
    pairs.filter(|(from, to)| from < to).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(points: &[(f64, f64)]) -> Ring {
        points.iter().map(|&point| point.into()).collect()
    }

    #[test]
    fn a_row_lies_within_its_area_and_the_longest_comes_first() {
        // A triangle that stands on its base.
        let area = [ring(&[(10.0, 50.0), (20.0, 50.0), (15.0, 55.0), (10.0, 50.0)])];
        let rows = country_rows(&area);
        assert!(rows.len() > 2 && rows.len() <= MOST_ROWS);
        assert!(rows.is_sorted_by_key(|[_, west, east]| west - east));
        for [lat, west, east] in rows {
            let height = f64::from(lat) / 10.0 - 50.0;
            assert!(f64::from(west) / 10.0 >= 10.0 + height && f64::from(east) / 10.0 <= 20.0 - height, "{lat}");
        }
    }

    #[test]
    fn a_sea_is_what_the_land_leaves_of_its_frame() {
        let island = [ring(&[(12.0, 40.0), (14.0, 40.0), (14.0, 60.0), (12.0, 60.0), (12.0, 40.0)])];
        let sea = Sea { pl: "", en: "", frame: [10.0, 50.0, 20.0, 52.0], step: 1.0 };
        let rows = sea_rows(&sea, &island);
        assert!(!rows.is_empty() && rows.iter().all(|[_, west, east]| (*west, *east) == (140, 200)), "{rows:?}");
    }

    #[test]
    fn lakes_are_no_part_of_their_country() {
        let lake = ring(&[(12.0, 49.0), (13.0, 49.0), (13.0, 56.0), (12.0, 56.0), (12.0, 49.0)]);
        let country = ring(&[(10.0, 48.0), (20.0, 48.0), (20.0, 57.0), (10.0, 57.0), (10.0, 48.0)]);
        assert_eq!(within(&[country, lake], 52.0), [(10.0, 12.0), (13.0, 20.0)]);
    }
}
