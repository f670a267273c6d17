//! From one city to the next in a direction, for the arrow keys.

use crate::domain::{City, Key};

use super::{Marker, Pixel};

/// A direction on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To the top.
    North,
    /// To the right.
    East,
    /// To the bottom.
    South,
    /// To the left.
    West,
}

impl Direction {
    /// The direction of an arrow key, as `KeyboardEvent.key` names it.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        match key {
            "ArrowUp" => Some(Self::North),
            "ArrowRight" => Some(Self::East),
            "ArrowDown" => Some(Self::South),
            "ArrowLeft" => Some(Self::West),
            _ => None,
        }
    }

    /// The unit vector on the screen: x to the right, y down.
    #[must_use]
    pub fn vector(self) -> (f64, f64) {
        match self {
            Self::North => (0.0, -1.0),
            Self::East => (1.0, 0.0),
            Self::South => (0.0, 1.0),
            Self::West => (-1.0, 0.0),
        }
    }
}

/// The nearest city from `from` in a direction: of those in the quarter that lies that way, or, where it is empty, of
/// those in that half.
#[must_use]
pub fn toward(markers: &[Marker], from: Key<City>, direction: Direction) -> Option<Key<City>> {
    // At any zoom the order of distances is the same.
    let start = Pixel::of(markers.iter().find(|marker| marker.city == from)?.place, 0.0);
    let (ux, uy) = direction.vector();
    let mut nearest: Option<(bool, f64, Key<City>)> = None;
    for marker in markers {
        let Pixel { x, y } = Pixel::of(marker.place, 0.0);
        let (dx, dy) = (x - start.x, y - start.y);
        let (ahead, aside) = (dx * ux + dy * uy, (dx * uy - dy * ux).abs());
        if marker.city == from || ahead <= 0.0 {
            continue;
        }
        let (is_aside, distance) = (aside > ahead, dx.hypot(dy));
        let is_nearer = nearest.is_none_or(|(was_aside, least, _)| (is_aside, distance) < (was_aside, least));
        if is_nearer {
            nearest = Some((is_aside, distance, marker.city));
        }
    }
    nearest.map(|(_, _, city)| city)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Catalog, Filter, Lang, Period, View, sample};
    use crate::scene::compose;

    fn markers(catalog: &Catalog) -> Vec<Marker> {
        compose(catalog, &View::of(catalog, Period::All, Filter::default()), None, Lang::Pl).markers
    }

    fn walk(from: &str, direction: Direction) -> Option<String> {
        let catalog = sample::catalog();
        let city = toward(&markers(&catalog), catalog.find(from)?, direction)?;
        Some(catalog.get(city).id.to_string())
    }

    #[test]
    fn arrows_lead_to_the_nearest_city_that_way() {
        assert_eq!(walk("poznan", Direction::East).as_deref(), Some("lublin"));
        assert_eq!(walk("poznan", Direction::West).as_deref(), Some("amsterdam"));
        assert_eq!(walk("lublin", Direction::South).as_deref(), Some("tel-aviv"));
        assert_eq!(walk("amsterdam", Direction::West), None, "nothing lies further west");
        assert_eq!(walk("amsterdam", Direction::South).as_deref(), Some("lublin"), "aside, but in the southern half");
    }

    #[test]
    fn every_city_can_be_reached_from_every_other() {
        let catalog = sample::catalog();
        let markers = markers(&catalog);
        for start in &markers {
            let mut reached = vec![start.city];
            let mut at = 0;
            while let Some(&city) = reached.get(at) {
                for direction in [Direction::North, Direction::East, Direction::South, Direction::West] {
                    reached.extend(toward(&markers, city, direction).filter(|next| !reached.contains(next)));
                }
                at += 1;
            }
            assert_eq!(reached.len(), markers.len());
        }
    }
}
