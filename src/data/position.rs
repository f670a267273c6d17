//! What a pair of numbers from a file means as a point on the Earth.

use super::fault::Fault;
use crate::domain::{Place, PlaceError, sort_by};

/// Two numbers in the order of `GeoJSON`: longitude, latitude.
pub(super) type Position = (f64, f64);

/// How far from the middle of the other cities, in degrees, a city is still near them.
const NEAR: f64 = 15.0;
/// Fewer cities have no middle to speak of.
const ENOUGH: usize = 3;
/// No angle is as great, and no coordinate in metres of a national grid as small.
const METRES: f64 = 1000.0;

/// The median longitude and latitude of the positions that are possible.
pub(super) fn middle(positions: &[Option<Position>]) -> Option<Position> {
    let possible = positions.iter().flatten().filter(|(lon, lat)| Place::from_lon_lat(*lon, *lat).is_ok());
    let (mut lons, mut lats): (Vec<f64>, Vec<f64>) = possible.copied().unzip();
    if lons.len() < ENOUGH {
        return None;
    }
    sort_by(&mut lons, f64::total_cmp);
    sort_by(&mut lats, f64::total_cmp);
    Some((lons[lons.len() / 2], lats[lats.len() / 2]))
}

/// The place, what is wrong with it, or both.
pub(super) fn judge((lon, lat): Position, middle: Option<Position>) -> (Option<Place>, Option<Fault>) {
    let is_near = |lon: f64, lat: f64| middle.is_none_or(|(x, y)| (lon - x).abs() <= NEAR && (lat - y).abs() <= NEAR);
    let is_swapped = || Place::from_lon_lat(lat, lon).is_ok() && is_near(lat, lon);
    match Place::from_lon_lat(lon, lat) {
        Ok(place) if is_near(lon, lat) || !is_swapped() => (Some(place), None),
        Ok(_) => (None, Some(Fault::Swapped { lon, lat })),
        Err(_) if lon.abs() >= METRES || lat.abs() >= METRES => (None, Some(Fault::Projected { x: lon, y: lat })),
        Err(_) if is_swapped() => (None, Some(Fault::Swapped { lon, lat })),
        Err(PlaceError::Longitude(lon)) => (None, Some(Fault::Longitude(lon))),
        Err(PlaceError::Latitude(lat)) => (None, Some(Fault::Latitude(lat))),
    }
}
