//! Which part of the Earth a view should fill the map with.

use crate::domain::Place;

use super::{Role, Scene, Stress};

/// A rectangle in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Western edge, longitude.
    pub west: f64,
    /// Southern edge, latitude.
    pub south: f64,
    /// Eastern edge, longitude.
    pub east: f64,
    /// Northern edge, latitude.
    pub north: f64,
}

/// The part of the Earth that the shipped base map covers, less a margin: `src/bin/basemap/recipe.rs` is made for it. The
/// map reaches beyond it only for cities that lie there.
pub const WORLD: Bounds = Bounds { west: -30.0, south: 14.0, east: 60.0, north: 71.5 };

/// What to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// The host country, and the hosts shown.
    Home,
    /// Every city shown.
    All,
    /// What is selected and what it is joined to.
    Selection,
}

impl Bounds {
    /// The smallest rectangle around some places; absent where there are none.
    #[must_use]
    pub fn around(places: impl IntoIterator<Item = Place>) -> Option<Self> {
        places
            .into_iter()
            .map(|place| Self { west: place.lon(), south: place.lat(), east: place.lon(), north: place.lat() })
            .reduce(Self::union)
    }

    /// The rectangle between two corners, south-west and north-east, as (longitude, latitude) pairs.
    #[must_use]
    pub fn between(((west, south), (east, north)): ((f64, f64), (f64, f64))) -> Self {
        Self { west, south, east, north }
    }

    /// A rectangle with more on each side, as far as Web Mercator goes.
    #[must_use]
    pub fn widened(self, degrees: f64) -> Self {
        Self {
            west: self.west - degrees,
            south: (self.south - degrees).max(-85.0),
            east: self.east + degrees,
            north: (self.north + degrees).min(85.0),
        }
    }

    /// The smallest rectangle around both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self {
            west: self.west.min(other.west),
            south: self.south.min(other.south),
            east: self.east.max(other.east),
            north: self.north.max(other.north),
        }
    }
}

impl Frame {
    /// The rectangle to show; `home` is the host country's. Of a campaign that was held elsewhere its hosts are framed alone.
    ///
    /// The home frame never grows for guests from far away: they are named at the map's edge instead.
    #[must_use]
    pub fn bounds(self, scene: &Scene, home: Option<Bounds>) -> Option<Bounds> {
        /// Around hosts without their country, in degrees: room for their names.
        const AIR: f64 = 0.5;
        let places = |wanted: fn(&super::Marker) -> bool| {
            Bounds::around(scene.markers.iter().filter(|marker| wanted(marker)).map(|marker| marker.place))
        };
        let with_home = |found: Option<Bounds>| match (found, home) {
            (Some(found), _) if scene.is_elsewhere => Some(found.widened(AIR)),
            (Some(found), Some(home)) => Some(found.union(home)),
            (found, home) => found.or(home),
        };
        match self {
            Self::Home => with_home(places(|marker| matches!(marker.role, Role::Host(_)))),
            Self::All => with_home(places(|_| true)),
            Self::Selection => places(|marker| marker.stress == Stress::Strong),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Filter, Lang, Period, View, sample};
    use crate::scene::compose;

    const POLAND: Bounds = Bounds { west: 14.1, south: 49.0, east: 24.15, north: 54.85 };

    #[test]
    fn far_guests_do_not_widen_the_home_frame() {
        let catalog = sample::catalog();
        let scene = compose(&catalog, &View::of(&catalog, Period::Year(2017), Filter::default()), None, Lang::Pl);
        assert_eq!(Frame::Home.bounds(&scene, Some(POLAND)), Some(POLAND));
        let all = Frame::All.bounds(&scene, Some(POLAND)).expect("bounds");
        assert!(all.east > 34.0 && all.west < 5.0 && all.south < 33.0);
    }

    #[test]
    fn a_campaign_of_another_country_is_not_lost_at_the_edge_of_this_one() {
        let catalog = sample::catalog();
        let scene = compose(&catalog, &View::of(&catalog, Period::All, Filter::default()), None, Lang::Pl);
        assert!(!scene.is_elsewhere);
        let scene = crate::scene::Scene { is_elsewhere: true, ..scene };
        let bounds = Frame::Home.bounds(&scene, Some(POLAND)).expect("bounds");
        assert!(bounds.west > 16.0 && bounds.east < 24.0 && bounds.north < 54.0, "{bounds:?}");
        assert_eq!(Frame::Home.bounds(&crate::scene::Scene::default(), Some(POLAND)), Some(POLAND));
    }

    #[test]
    fn without_a_home_the_hosts_are_framed() {
        let catalog = sample::catalog();
        let scene = compose(&catalog, &View::of(&catalog, Period::All, Filter::default()), None, Lang::Pl);
        let bounds = Frame::Home.bounds(&scene, None).expect("bounds");
        assert!((bounds.west - 16.929_93).abs() < 1e-9 && (bounds.east - 22.566_67).abs() < 1e-9);
        assert_eq!(Frame::Home.bounds(&Scene::default(), None), None);
    }
}
