//! Rectangles in a picture.

use super::Pixel;

/// A rectangle in CSS px, x to the right, y down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// The left edge.
    pub x: f64,
    /// The upper edge.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

impl Rect {
    /// The square around a circle.
    #[must_use]
    pub fn around(centre: Pixel, radius: f64) -> Self {
        Self { x: centre.x - radius, y: centre.y - radius, width: 2.0 * radius, height: 2.0 * radius }
    }

    /// Whether both have some area in common.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.x + other.width
            && other.x < self.x + self.width
            && self.y < other.y + other.height
            && other.y < self.y + self.height
    }

    /// Whether all of it lies in the other one.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        self.x >= other.x
            && self.y >= other.y
            && self.x + self.width <= other.x + other.width
            && self.y + self.height <= other.y + other.height
    }

    /// The smallest rectangle around both.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let right = (self.x + self.width).max(other.x + other.width);
        let bottom = (self.y + self.height).max(other.y + other.height);
        Self { x, y, width: right - x, height: bottom - y }
    }

    /// Whether a point lies in it or on its edge.
    #[must_use]
    pub fn contains(&self, point: Pixel) -> bool {
        Self { x: point.x, y: point.y, width: 0.0, height: 0.0 }.is_within(self)
    }
}
