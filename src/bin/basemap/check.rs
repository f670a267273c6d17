//! Reads a written file back and holds it against what the app relies on.

use geo::{BoundingRect, LineString, MultiPolygon, Polygon, Validation};

use crate::grid::{Cell, plane, round};
use crate::topojson::{Geometry, Object, Topology, join, sum_steps};
use crate::{Error, Result};

/// West, south, east, north of Poland.
const HOME: [f64; 4] = [14.1, 49.0, 24.15, 54.85];

/// How far the home country's frame may be off, in degrees.
const TOLERANCE: f64 = 0.1;

/// Checks a whole file.
pub fn check(topology: &Topology) -> Result<()> {
    let arcs: Vec<Vec<Cell>> = topology.arcs.iter().map(|arc| sum_steps(arc)).collect();
    if arcs.iter().any(|arc| arc.len() < 2) {
        return Err(Error::Invalid("an arc of one position".to_owned()));
    }
    for name in ["land", "home"] {
        let area = area(object(topology, name)?, &arcs)?;
        area.check_validation().map_err(|error| Error::Invalid(format!("{name}: {error}")))?;
        if name == "home" {
            check_home(&area, topology)?;
        }
    }
    for name in ["coast", "borders", "regions"] {
        check_lines(object(topology, name)?, &arcs)?;
    }
    Ok(())
}

fn object<'a>(topology: &'a Topology, name: &str) -> Result<&'a Object> {
    let object = topology.objects.get(name);
    object.ok_or_else(|| Error::MissingObject(name.to_owned()))
}

/// The polygons of an object on the grid, where positions are exact, each ring closed and of four positions at least.
fn area(object: &Object, arcs: &[Vec<Cell>]) -> Result<MultiPolygon> {
    let mut polygons = Vec::new();
    for rings in object.polygons() {
        let mut lines = Vec::new();
        for path in rings {
            let ring = join(arcs, path).ok_or(Error::UnknownArc)?;
            if ring.len() < 4 || ring.first() != ring.last() {
                return Err(Error::Invalid("a ring that is not closed".to_owned()));
            }
            lines.push(ring.into_iter().map(plane).collect::<LineString>());
        }
        let mut lines = lines.into_iter();
        let outer = lines.next().ok_or(Error::UnknownArc)?;
        polygons.push(Polygon::new(outer, lines.collect()));
    }
    Ok(polygons.into_iter().collect())
}

/// Whether the frame is written, true, and Poland's.
fn check_home(area: &MultiPolygon, topology: &Topology) -> Result<()> {
    let bounds = area.bounding_rect().ok_or_else(|| Error::Invalid("home is empty".to_owned()))?;
    let [west, south] = topology.transform.degrees(round(bounds.min()));
    let [east, north] = topology.transform.degrees(round(bounds.max()));
    let frame = [west, south, east, north];
    let bbox = object(topology, "home")?.bbox;
    let is_near =
        |frame: &[f64; 4], other: [f64; 4], by: f64| frame.iter().zip(other).all(|(a, b)| (a - b).abs() <= by);
    if !bbox.is_some_and(|bbox| is_near(&frame, bbox, 1e-3)) {
        return Err(Error::Invalid(format!("bbox {bbox:?} for {frame:?}")));
    }
    if !is_near(&frame, HOME, TOLERANCE) {
        return Err(Error::Invalid(format!("home lies at {frame:?}")));
    }
    Ok(())
}

/// Whether all lines are there, and no arc is drawn twice.
fn check_lines(object: &Object, arcs: &[Vec<Cell>]) -> Result<()> {
    let Geometry::MultiLineString { arcs: paths } = &object.geometry else {
        return Err(Error::Invalid("lines of another type".to_owned()));
    };
    let mut seen = std::collections::BTreeSet::new();
    for path in paths {
        join(arcs, path).ok_or(Error::UnknownArc)?;
        if path.is_empty() || !path.iter().all(|&arc| seen.insert(arc.max(!arc))) {
            return Err(Error::Invalid("an empty or repeated line".to_owned()));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::topojson::{Kind, Transform};

    /// The files that ship, as the app loads them.
    #[test]
    fn the_shipped_files_are_valid() -> Result<()> {
        for file in ["first", "fine"] {
            let path = format!("{}/public/basemap/{file}.topo.json", env!("CARGO_MANIFEST_DIR"));
            check(&crate::read(std::path::Path::new(&path))?)?;
        }
        Ok(())
    }

    /// A topology whose home and land are a rectangle as large as Poland.
    fn rectangle(west: f64, bbox: Option<[f64; 4]>) -> Topology {
        let area = |bbox| {
            let mut area = Object::bare(Geometry::Polygon { arcs: vec![vec![0]] });
            area.bbox = bbox;
            area
        };
        let lines = || Object::bare(Geometry::MultiLineString { arcs: Vec::new() });
        Topology {
            kind: Kind::Topology,
            transform: Transform { scale: [0.01, 0.01], translate: [west, 49.0] },
            objects: BTreeMap::from([
                ("land".to_owned(), area(None)),
                ("home".to_owned(), area(bbox)),
                ("coast".to_owned(), lines()),
                ("borders".to_owned(), lines()),
                ("regions".to_owned(), lines()),
            ]),
            arcs: vec![vec![[0, 0], [1000, 0], [0, 580], [-1000, 0], [0, -580]]],
        }
    }

    #[test]
    fn a_home_elsewhere_or_without_its_frame_is_refused() {
        assert!(check(&rectangle(14.1, Some([14.1, 49.0, 24.1, 54.8]))).is_ok());
        assert!(check(&rectangle(14.1, None)).is_err());
        assert!(check(&rectangle(4.1, Some([4.1, 49.0, 14.1, 54.8]))).is_err());
    }

    #[test]
    fn an_open_ring_and_a_repeated_line_are_refused() {
        let mut open = rectangle(14.1, Some([14.1, 49.0, 24.1, 54.8]));
        open.arcs[0].pop();
        assert!(check(&open).is_err());
        let mut repeated = rectangle(14.1, Some([14.1, 49.0, 24.1, 54.8]));
        let arcs = vec![vec![0], vec![!0]];
        let lines = Object::bare(Geometry::MultiLineString { arcs });
        repeated.objects.insert("borders".to_owned(), lines);
        assert!(check(&repeated).is_err());
    }
}
