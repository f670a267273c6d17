//! Points on the Earth and the great circles between them.

use super::math::{atan2, cos, sin};

/// The mean radius of the Earth (IUGG) in kilometres.
const EARTH_RADIUS_KM: f64 = 6_371.008_771_4;

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
        self.angle_to(other) * EARTH_RADIUS_KM
    }

    /// The bearing at which the great circle to `other` starts, in degrees clockwise from north, 0..360.
    #[must_use]
    pub fn bearing_to(self, other: Self) -> f64 {
        let (from, to) = (self.lat.to_radians(), other.lat.to_radians());
        let turn = (other.lon - self.lon).to_radians();
        let north = cos(from) * sin(to) - sin(from) * cos(to) * cos(turn);
        let bearing = atan2(sin(turn) * cos(to), north).to_degrees();
        if bearing < 0.0 { bearing + 360.0 } else { bearing }
    }

    /// The great circle to `other` as (longitude, latitude) pairs in degrees, both ends included, with a
    /// point at least every `step_km` kilometres.
    ///
    /// Where it crosses the antimeridian the longitudes go on beyond 180 degrees, so that the line stays in
    /// one piece.
    #[must_use]
    pub fn great_circle_to(self, other: Self, step_km: f64) -> Vec<(f64, f64)> {
        let angle = self.angle_to(other);
        let steps = (angle * EARTH_RADIUS_KM / step_km).ceil().max(1.0);
        let (start, end) = (self.direction(), other.direction());
        let mut line = vec![(self.lon, self.lat)];
        let mut last = self.lon;
        let mut go_to = |lon: f64, lat: f64| {
            last = lon + ((last - lon) / 360.0).round_ties_even() * 360.0;
            line.push((last, lat));
        };
        let mut step = 1.0;
        while step < steps {
            let part = angle * step / steps;
            let (before, after) = (sin(angle - part), sin(part));
            let [x, y, z] = [0, 1, 2].map(|axis| before * start[axis] + after * end[axis]);
            go_to(atan2(y, x).to_degrees(), atan2(z, (x * x + y * y).sqrt()).to_degrees());
            step += 1.0;
        }
        go_to(other.lon, other.lat);
        line
    }

    /// The angle between both, seen from the middle of the Earth, in radians.
    fn angle_to(self, other: Self) -> f64 {
        let half_sine = |from: f64, to: f64| sin((to - from).to_radians() / 2.0);
        let (north, east) = (half_sine(self.lat, other.lat), half_sine(self.lon, other.lon));
        let haversine = north * north + cos(self.lat.to_radians()) * cos(other.lat.to_radians()) * east * east;
        2.0 * atan2(haversine.sqrt(), (1.0 - haversine).max(0.0).sqrt())
    }

    /// The way there from the middle of the Earth, of length 1.
    fn direction(self) -> [f64; 3] {
        let (lon, lat) = (self.lon.to_radians(), self.lat.to_radians());
        [cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)]
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
    fn distance_and_bearing_agree_with_known_values() {
        // Warsaw to Rome, 1316 km at 220 degrees (any great-circle calculator).
        let (warsaw, rome) = (place(21.0122, 52.2297), place(12.4964, 41.9028));
        assert!((warsaw.distance_km(rome) - 1316.0).abs() < 3.0);
        assert!((warsaw.bearing_to(rome) - 212.0).abs() < 3.0, "{}", warsaw.bearing_to(rome));
        assert!((warsaw.distance_km(rome) - rome.distance_km(warsaw)).abs() < 1e-9);
    }

    #[test]
    fn it_is_the_sphere_of_the_geo_crate() {
        use geo::{Bearing, Distance, Haversine, InterpolatePoint, Point};

        let ends = [(21.0, 52.2), (-4.26, 55.87), (150.0, -33.0), (-70.0, 0.0), (0.0, 90.0)];
        for (from, to) in ends.iter().flat_map(|from| ends.iter().map(move |to| (from, to))).filter(|(a, b)| a != b) {
            let (ours, theirs) = (place(from.0, from.1), Point::from(*from));
            let distance = Haversine.distance(theirs, Point::from(*to));
            assert!((ours.distance_km(place(to.0, to.1)) - distance / 1000.0).abs() < 0.01);
            let bearing = Haversine.bearing(theirs, Point::from(*to)).rem_euclid(360.0);
            assert!((ours.bearing_to(place(to.0, to.1)) - bearing).abs() < 1e-6, "{from:?} {to:?}");
            let line = ours.great_circle_to(place(to.0, to.1), 60.0);
            let steps = f64::from(u32::try_from(line.len() - 1).expect("a short line"));
            for (step, point) in (0_u32..).zip(&line) {
                let part = f64::from(step) / steps;
                let known = Haversine.point_at_ratio_between(theirs, Point::from(*to), part);
                let turns = (point.0 - known.x()) / 360.0;
                assert!((point.1 - known.y()).abs() < 1e-6, "{from:?} {to:?}");
                assert!((turns - turns.round()).abs() < 1e-8 || known.y().abs() > 89.999, "{from:?} {to:?}");
            }
        }
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
