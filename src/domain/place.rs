//! Points on the Earth and the great circles between them.

use geo::{Bearing, Distance, Haversine, InterpolatePoint, Point};

const METRES_PER_KM: f64 = 1000.0;

/// A point on the Earth (WGS 84).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    lon: f64,
    lat: f64,
}

/// Why a pair of numbers is no [`Place`].
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum PlaceError {
    /// A longitude outside -180..=180 degrees, or not a number.
    #[error("longitude {0} is not between -180 and 180 degrees")]
    Longitude(f64),
    /// A latitude outside -90..=90 degrees, or not a number.
    #[error("latitude {0} is not between -90 and 90 degrees")]
    Latitude(f64),
}

impl Place {
    /// A place from its longitude and latitude in degrees, in the order of `GeoJSON`.
    ///
    /// # Errors
    /// Names the coordinate that is out of range or not a number.
    pub fn from_lon_lat(lon: f64, lat: f64) -> Result<Self, PlaceError> {
        if !(-180.0..=180.0).contains(&lon) {
            return Err(PlaceError::Longitude(lon));
        }
        if !(-90.0..=90.0).contains(&lat) {
            return Err(PlaceError::Latitude(lat));
        }
        Ok(Self { lon, lat })
    }

    /// Longitude in degrees, -180..=180, east positive.
    #[must_use]
    pub fn lon(self) -> f64 {
        self.lon
    }

    /// Latitude in degrees, -90..=90, north positive.
    #[must_use]
    pub fn lat(self) -> f64 {
        self.lat
    }

    /// The great-circle distance to `other` in kilometres, on the mean Earth radius (haversine).
    #[must_use]
    pub fn distance_km(self, other: Self) -> f64 {
        Haversine.distance(self.point(), other.point()) / METRES_PER_KM
    }

    /// The direction in which the great circle to `other` begins: degrees clockwise from north, 0..360.
    ///
    /// The forward azimuth on a sphere (Bullock, R.: Great Circle Distances and Bearings Between Two Locations, 2007).
    #[must_use]
    pub fn bearing_to(self, other: Self) -> f64 {
        Haversine.bearing(self.point(), other.point())
    }

    /// The great circle to `other` as (longitude, latitude) pairs in degrees, both ends included, with a
    /// point at least every `step_km` kilometres.
    ///
    /// Where it crosses the antimeridian the longitudes go on beyond 180 degrees, so that the line stays in
    /// one piece.
    #[must_use]
    pub fn great_circle_to(self, other: Self, step_km: f64) -> Vec<(f64, f64)> {
        let (start, end) = (self.point(), other.point());
        let points = Haversine.points_along_line(start, end, step_km * METRES_PER_KM, true);
        let mut last = self.lon;
        points
            .map(|point| {
                last = point.x() + ((last - point.x()) / 360.0).round_ties_even() * 360.0;
                (last, point.y())
            })
            .collect()
    }

    fn point(self) -> Point {
        Point::new(self.lon, self.lat)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(lon: f64, lat: f64) -> Place {
        Place::from_lon_lat(lon, lat).expect("a valid place")
    }

    #[test]
    fn only_numbers_in_range_make_a_place() {
        assert!(Place::from_lon_lat(-180.0, 90.0).is_ok());
        assert_eq!(Place::from_lon_lat(181.0, 0.0), Err(PlaceError::Longitude(181.0)));
        assert_eq!(Place::from_lon_lat(0.0, -90.5), Err(PlaceError::Latitude(-90.5)));
        assert!(Place::from_lon_lat(f64::NAN, 0.0).is_err());
        assert!(Place::from_lon_lat(0.0, f64::INFINITY).is_err());
    }

    #[test]
    fn a_distance_is_that_of_the_great_circle() {
        // Warsaw to Rome, 1316 km (any great-circle calculator).
        let (warsaw, rome) = (place(21.0122, 52.2297), place(12.4964, 41.9028));
        assert!((warsaw.distance_km(rome) - 1316.0).abs() < 3.0);
        assert!((warsaw.distance_km(rome) - rome.distance_km(warsaw)).abs() < 1e-9);
    }

    #[test]
    fn a_bearing_is_where_the_great_circle_begins() {
        let (warsaw, rome) = (place(21.0122, 52.2297), place(12.4964, 41.9028));
        assert!((warsaw.bearing_to(rome) - 212.0).abs() < 1.0);
        assert!((place(0.0, 0.0).bearing_to(place(0.0, 10.0))).abs() < 1e-9);
        assert!((place(0.0, 0.0).bearing_to(place(-10.0, 0.0)) - 270.0).abs() < 1e-9);
        // Over the antimeridian.
        assert!((place(179.0, 0.0).bearing_to(place(-179.0, 0.0)) - 90.0).abs() < 1e-9);
    }

    #[test]
    fn a_great_circle_has_a_point_for_every_step() {
        let (a, b) = (place(-4.25763, 55.86515), place(34.78057, 32.08088));
        let line = a.great_circle_to(b, 60.0);
        let length = |w: &[(f64, f64)]| place(w[0].0, w[0].1).distance_km(place(w[1].0, w[1].1));
        assert!(line.windows(2).all(|pair| length(pair) <= 60.0 + 1e-6));
        assert_eq!(a.great_circle_to(a, 60.0).len(), 2, "a place to itself is a line all the same");
    }

    #[test]
    fn a_great_circle_starts_and_ends_at_its_ends_and_has_no_gap() {
        let (a, b) = (place(4.88969, 52.37403), place(21.99901, 50.04132));
        let line = a.great_circle_to(b, 50.0);
        assert!((line[0].0 - a.lon()).abs() < 1e-9 && (line[0].1 - a.lat()).abs() < 1e-9);
        let end = line[line.len() - 1];
        assert!((end.0 - b.lon()).abs() < 1e-9 && (end.1 - b.lat()).abs() < 1e-9);
        let total: f64 = line.windows(2).map(|w| place(w[0].0, w[0].1).distance_km(place(w[1].0, w[1].1))).sum();
        assert!((total - a.distance_km(b)).abs() < 0.1);
        // North of the straight line on a Mercator map: that is what makes it a great circle.
        assert!(line[line.len() / 2].1 > f64::midpoint(a.lat(), b.lat()));
    }

    #[test]
    fn a_great_circle_over_the_antimeridian_stays_in_one_piece() {
        let line = place(170.0, 50.0).great_circle_to(place(-170.0, 50.0), 100.0);
        assert!(line.windows(2).all(|w| (w[1].0 - w[0].0).abs() < 5.0));
        assert!((line[line.len() - 1].0 - 190.0).abs() < 1e-9);
    }
}
