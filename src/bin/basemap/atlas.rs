//! The world as the source gives it: arcs, the land they enclose, and the countries they divide.

use std::collections::BTreeSet;

use geo::{Contains, Coord, LineString, Point, Polygon};

use crate::topojson::{ArcPath, ArcPolygon, Topology, arc_of, join, sum_steps};
use crate::{Error, Result};

/// Countries that the source draws apart, and the country that each belongs to on this map, by name:
/// Cyprus is one country here.
const DRAWN_AS_ONE: [(&str, &str); 4] =
    [("N. Cyprus", "Cyprus"), ("Cyprus U.N. Buffer Zone", "Cyprus"), ("Akrotiri", "Cyprus"), ("Dhekelia", "Cyprus")];

/// A place in the land that the source draws with the first country and that belongs to the second:
/// Crimea is Ukraine's.
const GIVEN_BACK: (&str, &str, Point) = ("Russia", "Ukraine", Point(Coord { x: 34.2, y: 45.2 }));

/// A country's polygons.
#[derive(Debug)]
pub struct Country {
    /// ISO 3166-1 numeric, empty where there is none; a voivodeship's code in the Polish file.
    pub id: String,
    /// English name.
    pub name: String,
    /// Its area.
    pub polygons: Vec<ArcPolygon>,
}

/// A source file, its arcs in degrees.
#[derive(Debug)]
pub struct Atlas {
    /// The lines that everything is made of.
    pub arcs: Vec<Vec<Coord>>,
    /// All countries together; empty in a file without the object `land`.
    pub land: Vec<ArcPolygon>,
    /// Each country.
    pub countries: Vec<Country>,
}

impl Atlas {
    /// Takes the areas named `areas` and, if it is there, the object `land`.
    pub fn read(topology: &Topology, areas: &str) -> Result<Self> {
        let object = |name: &str| topology.objects.get(name);
        let collection = object(areas).ok_or_else(|| Error::MissingObject(areas.to_owned()))?;
        let atlas = Self {
            arcs: topology
                .arcs
                .iter()
                .map(|arc| {
                    let places = sum_steps(arc).into_iter();
                    places.map(|cell| topology.transform.degrees(cell).into()).collect()
                })
                .collect(),
            land: object("land").map(|land| land.polygons().into_iter().cloned().collect()).unwrap_or_default(),
            countries: crate::topojson::members(collection)
                .iter()
                .map(|member| Country {
                    id: member.id.clone().unwrap_or_default(),
                    name: member.properties.as_ref().map(|properties| properties.name.clone()).unwrap_or_default(),
                    polygons: member.polygons().into_iter().cloned().collect(),
                })
                .collect(),
        };
        Ok(atlas)
    }

    /// Corrects what the source draws as it is held, not as it is recognised.
    pub fn correct_countries(&mut self) -> Result<()> {
        for (part, whole) in DRAWN_AS_ONE {
            let polygons = self.country_named(part).map(|country| std::mem::take(&mut country.polygons));
            if let Some(polygons) = polygons {
                self.named_or_error(whole)?.polygons.extend(polygons);
            }
        }
        let (from, to, place) = GIVEN_BACK;
        let arcs = std::mem::take(&mut self.arcs);
        let polygons = &mut self.named_or_error(from)?.polygons;
        let (moved, kept) = std::mem::take(polygons).into_iter().partition(|polygon| covers(&arcs, polygon, place));
        *polygons = kept;
        self.arcs = arcs;
        self.named_or_error(to)?.polygons.extend::<Vec<_>>(moved);
        Ok(())
    }

    /// The country with an id.
    pub fn country(&self, id: &str) -> Result<&Country> {
        let found = self.countries.iter().find(|country| country.id == id);
        found.ok_or_else(|| Error::MissingCountry(id.to_owned()))
    }

    /// The arcs that divide two countries, each once.
    pub fn borders(&self) -> Vec<usize> {
        self.owners().iter().enumerate().filter(|(_, owners)| owners.len() == 2).map(|(arc, _)| arc).collect()
    }

    /// The arcs with one country on one side and none on the other.
    pub fn rim(&self) -> Vec<usize> {
        self.owners().iter().enumerate().filter(|(_, owners)| owners.len() == 1).map(|(arc, _)| arc).collect()
    }

    /// The countries at each arc.
    fn owners(&self) -> Vec<BTreeSet<usize>> {
        let mut owners = vec![BTreeSet::new(); self.arcs.len()];
        for (number, country) in self.countries.iter().enumerate() {
            for reference in country.polygons.iter().flatten().flatten() {
                if let Some(owners) = owners.get_mut(arc_of(*reference).0) {
                    owners.insert(number);
                }
            }
        }
        owners
    }

    fn country_named(&mut self, name: &str) -> Option<&mut Country> {
        self.countries.iter_mut().find(|country| country.name == name)
    }

    fn named_or_error(&mut self, name: &str) -> Result<&mut Country> {
        self.country_named(name).ok_or_else(|| Error::MissingCountry(name.to_owned()))
    }
}

/// Whether a place lies within a polygon's outer ring.
fn covers(arcs: &[Vec<Coord>], polygon: &[ArcPath], place: Point) -> bool {
    polygon
        .first()
        .and_then(|ring| join(arcs, ring))
        .is_some_and(|ring| Polygon::new(LineString::new(ring), Vec::new()).contains(&place))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn country(name: &str, rings: &[&[i32]]) -> Country {
        Country {
            id: name.to_owned(),
            name: name.to_owned(),
            polygons: rings.iter().map(|ring| vec![ring.to_vec()]).collect(),
        }
    }

    fn line(points: &[(f64, f64)]) -> Vec<Coord> {
        points.iter().map(|&point| point.into()).collect()
    }

    /// Two squares side by side, and a third around Simferopol that touches the first.
    fn small_world() -> Atlas {
        Atlas {
            arcs: vec![
                line(&[(30.0, 46.0), (30.0, 48.0), (33.0, 48.0)]),
                line(&[(33.0, 48.0), (33.0, 46.0)]),
                line(&[(33.0, 46.0), (30.0, 46.0)]),
                line(&[(33.0, 48.0), (36.0, 48.0), (36.0, 46.0), (33.0, 46.0)]),
                line(&[(33.0, 46.0), (38.0, 44.0), (32.0, 44.0), (30.0, 46.0)]),
            ],
            land: Vec::new(),
            countries: vec![
                country("Ukraine", &[&[0, 1, 2]]),
                country("Russia", &[&[3, !1], &[!2, 4]]),
                country("Cyprus", &[]),
            ],
        }
    }

    #[test]
    fn a_border_has_two_countries_and_a_rim_one() {
        let atlas = small_world();
        assert_eq!(atlas.borders(), vec![1, 2]);
        assert_eq!(atlas.rim(), vec![0, 3, 4]);
    }

    #[test]
    fn crimea_is_drawn_with_ukraine() -> Result<()> {
        let mut atlas = small_world();
        atlas.correct_countries()?;
        assert_eq!(atlas.borders(), vec![1]);
        assert_eq!(atlas.country("Ukraine")?.polygons.len(), 2);
        assert_eq!(atlas.country("Russia")?.polygons.len(), 1);
        Ok(())
    }
}
