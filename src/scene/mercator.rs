//! Web Mercator (EPSG:3857) in CSS pixels, as Leaflet and web tiles use it.

use std::f64::consts::PI;

use crate::domain::Place;

use super::Rect;

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
        let Camera { lon, lat, zoom } = self.camera;
        let (centre, point) = (Pixel::project(lon, lat, zoom), Pixel::of(place, zoom));
        Pixel { x: point.x - centre.x + self.width / 2.0, y: point.y - centre.y + self.height / 2.0 }
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
    fn the_camera_looks_at_the_middle_of_the_picture() {
        let camera = Camera { lon: 19.0, lat: 52.0, zoom: 6.0 };
        let viewport = Viewport { camera, width: 800.0, height: 600.0, text_scale: 1.0 };
        let place = Place::from_lon_lat(19.0, 52.0).expect("valid");
        let Pixel { x, y } = viewport.position(place);
        assert!((x - 400.0).abs() < 1e-6 && (y - 300.0).abs() < 1e-6);
    }
}
