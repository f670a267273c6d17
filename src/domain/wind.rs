//! The points of the compass.

/// One of the eight principal winds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wind {
    /// 0°
    North,
    /// 45°
    NorthEast,
    /// 90°
    East,
    /// 135°
    SouthEast,
    /// 180°
    South,
    /// 225°
    SouthWest,
    /// 270°
    West,
    /// 315°
    NorthWest,
}

impl Wind {
    /// Every wind, clockwise from north.
    pub const ALL: [Self; 8] = [
        Self::North,
        Self::NorthEast,
        Self::East,
        Self::SouthEast,
        Self::South,
        Self::SouthWest,
        Self::West,
        Self::NorthWest,
    ];

    /// The wind nearest to a bearing in degrees clockwise from north, 0..=360.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0..=8 for such a bearing")]
    pub fn of(bearing: f64) -> Self {
        Self::ALL[(bearing / 45.0).round() as usize % 8]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bearing_belongs_to_the_nearest_wind() {
        for (bearing, wind) in [
            (0.0, Wind::North),
            (22.4, Wind::North),
            (22.6, Wind::NorthEast),
            (90.0, Wind::East),
            (275.0, Wind::West),
            (337.4, Wind::NorthWest),
            (337.6, Wind::North),
            (360.0, Wind::North),
        ] {
            assert_eq!(Wind::of(bearing), wind, "{bearing}");
        }
    }
}
