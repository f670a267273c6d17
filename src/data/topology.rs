//! The base map: the part of `TopoJSON` that the command `basemap` writes.
//!
//! Format: <https://github.com/topojson/topojson-specification>. It is read from a [`Value`], as the data files are:
//! a derived decoder weighs 9 kB of WebAssembly more. A base map that cannot be read is left out, and the data is
//! drawn on plain ground.

use super::json::{Value, parse};

/// A line or the ring of a polygon, as (longitude, latitude) pairs in degrees.
pub type Path = Vec<(f64, f64)>;

/// The shapes under the data.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BaseMap {
    /// Land: polygons, each an outer ring and its holes.
    pub land: Vec<Vec<Path>>,
    /// The host country: polygons as for `land`.
    pub home: Vec<Vec<Path>>,
    /// Shores.
    pub coast: Vec<Path>,
    /// Borders between countries, on land only.
    pub borders: Vec<Path>,
    /// Borders between the host country's regions.
    pub regions: Vec<Path>,
}

impl BaseMap {
    /// Reads a base map file; absent where it is no `TopoJSON` of the expected objects. A reference to an arc that
    /// does not exist is left out.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let topology = parse(std::str::from_utf8(bytes).ok()?).ok()?;
        let transform = Transform::of(topology.get("transform")?)?;
        let arcs = list(topology.get("arcs")?, &|arc| transform.decode(arc))?;
        let line = |parts: &Value<'_>| stitch(&arcs, parts);
        let rings = |rings: &Value<'_>| list(rings, &line);
        let object = |name: &str| topology.get("objects")?.get(name)?.get("arcs");
        Some(Self {
            land: list(object("land")?, &rings)?,
            home: list(object("home")?, &rings)?,
            coast: rings(object("coast")?)?,
            borders: rings(object("borders")?)?,
            regions: rings(object("regions")?)?,
        })
    }

    /// The corners of the host country, as (longitude, latitude) pairs: south-west and north-east.
    #[must_use]
    pub fn home_corners(&self) -> Option<((f64, f64), (f64, f64))> {
        let points = self.home.iter().flatten().flatten().copied();
        points.map(|point| (point, point)).reduce(|(low, high), (point, _)| {
            ((low.0.min(point.0), low.1.min(point.1)), (high.0.max(point.0), high.1.max(point.1)))
        })
    }
}

/// From steps between the points of a grid to degrees.
struct Transform {
    scale: (f64, f64),
    translate: (f64, f64),
}

impl Transform {
    fn of(value: &Value<'_>) -> Option<Self> {
        Some(Self { scale: pair(value.get("scale")?)?, translate: pair(value.get("translate")?)? })
    }

    fn decode(&self, arc: &Value<'_>) -> Option<Path> {
        let mut path = Path::new();
        let mut sum = (0.0, 0.0);
        for step in arc.as_list()? {
            let (dx, dy) = pair(step)?;
            sum = (sum.0 + dx, sum.1 + dy);
            path.push((sum.0 * self.scale.0 + self.translate.0, sum.1 * self.scale.1 + self.translate.1));
        }
        Some(path)
    }
}

pub(super) fn pair(value: &Value<'_>) -> Option<(f64, f64)> {
    match value.as_list()? {
        [first, second] => Some((first.as_f64()?, second.as_f64()?)),
        _ => None,
    }
}

/// Each item of a list as `read` has it; absent where one cannot be read.
pub(super) fn list<T>(value: &Value<'_>, read: &dyn Fn(&Value<'_>) -> Option<T>) -> Option<Vec<T>> {
    value.as_list()?.iter().map(read).collect()
}

/// Joins arcs end to end; `!n` is arc `n` backwards. The point that two of them share is kept once.
fn stitch(arcs: &[Path], parts: &Value<'_>) -> Option<Path> {
    let mut path = Path::new();
    for part in parts.as_list()? {
        let part = part.as_whole()?;
        let index = usize::try_from(if part < 0 { !part } else { part }).unwrap_or(usize::MAX);
        let Some(arc) = arcs.get(index) else { continue };
        path.pop();
        if part < 0 { path.extend(arc.iter().rev()) } else { path.extend(arc) }
    }
    Some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: &str = r#"{"type":"Topology","transform":{"scale":[0.5,0.5],"translate":[10,50]},
        "arcs":[[[0,0],[2,0],[0,2]],[[0,0],[0,2],[2,0]]],
        "objects":{"land":{"type":"MultiPolygon","arcs":[[[0,-2]]]},"home":{"type":"MultiPolygon","arcs":[[[0,-2]]]},
        "coast":{"type":"MultiLineString","arcs":[[0]]},"borders":{"type":"MultiLineString","arcs":[[1],[7]]},
        "regions":{"type":"MultiLineString","arcs":[]}}}"#;

    #[test]
    fn arcs_are_decoded_and_joined_forwards_and_backwards() {
        let base = BaseMap::read(SQUARE.as_bytes()).expect("a base map");
        let ring = [(10.0, 50.0), (11.0, 50.0), (11.0, 51.0), (10.0, 51.0), (10.0, 50.0)];
        assert_eq!(base.land, [[ring.to_vec()]]);
        assert_eq!(base.coast, [ring[..3].to_vec()]);
        assert_eq!(base.borders[1], [], "an arc that does not exist");
        assert_eq!(base.home_corners(), Some(((10.0, 50.0), (11.0, 51.0))));
    }

    #[test]
    fn what_is_no_base_map_is_none() {
        for bad in ["", "{}", "[]", "<html>", r#"{"transform":1}"#] {
            assert!(BaseMap::read(bad.as_bytes()).is_none(), "{bad}");
        }
    }
}
