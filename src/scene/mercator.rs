//! Web Mercator (EPSG:3857) in CSS pixels, as Leaflet and web tiles use it.

use std::f64::consts::PI;

use crate::domain::Place;

use super::{Bounds, Rect};

/// The edge of the world at zoom 0, in CSS px.
const TILE: f64 = 256.0;

/// The latitude at which the square world ends, in degrees.
const MAX_LATITUDE: f64 = 85.051_128_78;

/// A point in CSS px, x to the right, y down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pixel {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// Where the map looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// Longitude of the centre in degrees.
    pub lon: f64,
    /// Latitude of the centre in degrees.
    pub lat: f64,
    /// Zoom level; each step doubles the scale. Fractions are allowed.
    pub zoom: f64,
}

/// A camera and the size of the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// Where it looks.
    pub camera: Camera,
    /// Width in CSS px.
    pub width: f64,
    /// Height in CSS px.
    pub height: f64,
    /// How large a reader's text is, as a multiple of 16 CSS px.
    pub text_scale: f64,
}

impl Pixel {
    /// Projects degrees to px of the whole world at `zoom`; latitudes beyond the square world are clamped.
    #[must_use]
    pub fn project(lon: f64, lat: f64, zoom: f64) -> Self {
        let scale = TILE * zoom.exp2();
        let sin = lat.clamp(-MAX_LATITUDE, MAX_LATITUDE).to_radians().sin();
        let y = 0.5 - ((1.0 + sin) / (1.0 - sin)).ln() / (4.0 * PI);
        Self { x: (lon / 360.0 + 0.5) * scale, y: y * scale }
    }

    /// Projects a place at `zoom`.
    #[must_use]
    pub fn of(place: Place, zoom: f64) -> Self {
        Self::project(place.lon(), place.lat(), zoom)
    }

    /// The degrees (longitude, latitude) that are projected to it at `zoom`.
    #[must_use]
    pub fn unproject(self, zoom: f64) -> (f64, f64) {
        let scale = TILE * zoom.exp2();
        let lat = (PI * (1.0 - 2.0 * self.y / scale)).sinh().atan().to_degrees();
        ((self.x / scale - 0.5) * 360.0, lat)
    }
}

impl Viewport {
    /// The whole picture.
    #[must_use]
    pub fn frame(&self) -> Rect {
        Rect { x: 0.0, y: 0.0, width: self.width, height: self.height }
    }

    /// The place's position in the picture, in px from its upper left corner; may lie outside.
    #[must_use]
    pub fn position(&self, place: Place) -> Pixel {
        self.project(place.lon(), place.lat())
    }

    /// The same for degrees.
    #[must_use]
    pub fn project(&self, lon: f64, lat: f64) -> Pixel {
        let Camera { lon: middle_lon, lat: middle_lat, zoom } = self.camera;
        let (centre, point) = (Pixel::project(middle_lon, middle_lat, zoom), Pixel::project(lon, lat, zoom));
        Pixel { x: point.x - centre.x + self.width / 2.0, y: point.y - centre.y + self.height / 2.0 }
    }

    /// A picture of `width` x `height` CSS px that `bounds` fill, but for `insets` at its edges (top, right, bottom, left),
    /// and no closer than at `max_zoom`.
    #[must_use]
    pub fn fitting(
        bounds: Bounds,
        (width, height): (f64, f64),
        insets: [f64; 4],
        max_zoom: f64,
        text_scale: f64,
    ) -> Self {
        let [top, right, bottom, left] = insets;
        let north_west = Pixel::project(bounds.west, bounds.north, 0.0);
        let south_east = Pixel::project(bounds.east, bounds.south, 0.0);
        let (across, down) = (south_east.x - north_west.x, south_east.y - north_west.y);
        let (room_across, room_down) = ((width - left - right).max(1.0), (height - top - bottom).max(1.0));
        // A single place has no extent: there is always room for it.
        let scale = (room_across / across).min(room_down / down).min(max_zoom.exp2());
        let zoom = scale.log2();
        let middle = Pixel {
            x: (north_west.x + across / 2.0) * scale + (right - left) / 2.0,
            y: (north_west.y + down / 2.0) * scale + (bottom - top) / 2.0,
        };
        let (lon, lat) = middle.unproject(zoom);
        Self { camera: Camera { lon, lat, zoom }, width, height, text_scale }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_world_is_one_tile_at_zoom_0() {
        let centre = Pixel::project(0.0, 0.0, 0.0);
        assert!((centre.x - 128.0).abs() < 1e-9 && (centre.y - 128.0).abs() < 1e-9);
        let corner = Pixel::project(-180.0, 85.051_128_78, 0.0);
        assert!(corner.x.abs() < 1e-9 && corner.y.abs() < 1e-6);
        assert!(Pixel::project(0.0, 90.0, 3.0).y.is_finite());
    }

    #[test]
    fn projecting_is_what_the_definition_of_web_mercator_says() {
        // EPSG:3857 divides the Earth's girth; its ordinate is the logarithm of tan(45° + half the latitude).
        for (lon, lat) in [(0.0_f64, 0.0_f64), (21.0, 52.2), (-4.26, 55.87), (179.9, -70.0)] {
            for zoom in [0.0_f64, 4.25, 10.0] {
                let Pixel { x, y } = Pixel::project(lon, lat, zoom);
                let world = 256.0 * zoom.exp2();
                let ordinate = (PI / 4.0 + lat.to_radians() / 2.0).tan().ln();
                assert!((x - world * (lon + 180.0) / 360.0).abs() < 1e-6);
                assert!((y - world * (0.5 - ordinate / (2.0 * PI))).abs() < 1e-6, "{lon} {lat} {zoom}");
            }
        }
    }

    #[test]
    fn what_is_projected_comes_back() {
        for (lon, lat) in [(0.0_f64, 0.0_f64), (21.0, 52.2), (-4.26, 55.87), (179.9, -70.0)] {
            let (lon_again, lat_again) = Pixel::project(lon, lat, 6.5).unproject(6.5);
            assert!((lon - lon_again).abs() < 1e-9 && (lat - lat_again).abs() < 1e-9, "{lon} {lat}");
        }
    }

    #[test]
    fn bounds_fill_a_picture_between_its_insets() {
        let bounds = Bounds { west: 14.0, south: 49.0, east: 24.0, north: 55.0 };
        let insets = [10.0, 20.0, 30.0, 40.0];
        for size in [(800.0, 400.0), (300.0, 900.0)] {
            let viewport = Viewport::fitting(bounds, size, insets, 20.0, 1.0);
            let (a, b) = (viewport.project(14.0, 55.0), viewport.project(24.0, 49.0));
            let spare = [a.y - 10.0, size.0 - 20.0 - b.x, size.1 - 30.0 - b.y, a.x - 40.0];
            assert!(spare.iter().all(|&spare| spare > -1e-6), "{spare:?}");
            assert!(
                (spare[0] - spare[2]).abs() < 1e-6 && (spare[1] - spare[3]).abs() < 1e-6,
                "in the middle: {spare:?}"
            );
            assert!(spare[0].abs() < 1e-6 || spare[1].abs() < 1e-6, "it fills one way: {spare:?}");
        }
        let point = Bounds { west: 20.0, south: 50.0, east: 20.0, north: 50.0 };
        let viewport = Viewport::fitting(point, (100.0, 100.0), [0.0; 4], 6.0, 1.0);
        assert!((viewport.camera.zoom - 6.0).abs() < 1e-9 && (viewport.camera.lat - 50.0).abs() < 1e-9);
    }

    #[test]
    fn the_camera_looks_at_the_middle_of_the_picture() {
        let camera = Camera { lon: 19.0, lat: 52.0, zoom: 6.0 };
        let viewport = Viewport { camera, width: 800.0, height: 600.0, text_scale: 1.0 };
        let place = Place::from_lon_lat(19.0, 52.0).expect("valid");
        let Pixel { x, y } = viewport.position(place);
        assert!((x - 400.0).abs() < 1e-6 && (y - 300.0).abs() < 1e-6);
    }
}
