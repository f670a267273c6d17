//! The `TopoJSON` format, as it is read and as it is written.
//!
//! Only what these files need is here: quantised topologies of polygons, lines and collections.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Arc references of a line or ring: `i` is arc `i`, `!i` is arc `i` backwards.
pub type ArcPath = Vec<i32>;

/// A polygon as its rings, the outer one first.
pub type ArcPolygon = Vec<ArcPath>;

/// A whole `TopoJSON` file.
#[derive(Debug, Serialize, Deserialize)]
pub struct Topology {
    /// Always `Topology`.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// From grid steps to degrees.
    pub transform: Transform,
    /// The named geometries.
    pub objects: BTreeMap<String, Object>,
    /// Lines on the grid: an absolute position, then steps.
    pub arcs: Vec<Vec<[i32; 2]>>,
}

/// The `type` of a topology.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub enum Kind {
    /// The one value that the format allows.
    #[default]
    Topology,
}

/// How a position on the grid becomes longitude and latitude.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Transform {
    /// Degrees per step, east and north.
    pub scale: [f64; 2],
    /// Longitude and latitude of the grid's origin.
    pub translate: [f64; 2],
}

impl Transform {
    /// Longitude and latitude of a position on the grid.
    pub fn degrees(&self, [x, y]: [i32; 2]) -> [f64; 2] {
        let [scale_x, scale_y] = self.scale;
        let [west, south] = self.translate;
        [f64::from(x).mul_add(scale_x, west), f64::from(y).mul_add(scale_y, south)]
    }
}

/// A geometry with what is said about it.
#[derive(Debug, Serialize, Deserialize)]
pub struct Object {
    /// Its arcs.
    #[serde(flatten)]
    pub geometry: Geometry,
    /// West, south, east, north in degrees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bbox: Option<[f64; 4]>,
    /// ISO 3166-1 numeric in the world atlas, a voivodeship's code in the Polish file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What else the source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub properties: Option<Properties>,
}

impl Object {
    /// An object that is its geometry and nothing else.
    pub fn bare(geometry: Geometry) -> Self {
        Self { geometry, bbox: None, id: None, properties: None }
    }

    /// The polygons of this object and of those within it.
    pub fn polygons(&self) -> Vec<&ArcPolygon> {
        match &self.geometry {
            Geometry::Polygon { arcs } => vec![arcs],
            Geometry::MultiPolygon { arcs } => arcs.iter().collect(),
            Geometry::MultiLineString { .. } => Vec::new(),
            Geometry::Collection { geometries } => geometries.iter().flat_map(Self::polygons).collect(),
        }
    }
}

/// The properties that are read.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Properties {
    /// An English name.
    #[serde(default)]
    pub name: String,
}

/// What is drawn, as arc references.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Geometry {
    /// Several objects.
    #[serde(rename = "GeometryCollection")]
    Collection {
        /// The objects.
        geometries: Vec<Object>,
    },
    /// One polygon.
    Polygon {
        /// Its rings.
        arcs: ArcPolygon,
    },
    /// Several polygons.
    MultiPolygon {
        /// Their rings.
        arcs: Vec<ArcPolygon>,
    },
    /// Several lines.
    MultiLineString {
        /// The arcs of each.
        arcs: Vec<ArcPath>,
    },
}

/// The objects within a collection, or the object itself.
pub fn members(object: &Object) -> &[Object] {
    match &object.geometry {
        Geometry::Collection { geometries } => geometries,
        _ => std::slice::from_ref(object),
    }
}

/// The arc that a reference means, and whether it is walked backwards.
pub fn arc_of(reference: i32) -> (usize, bool) {
    let backwards = reference < 0;
    let index = if backwards { !reference } else { reference };
    (usize::try_from(index).unwrap_or(usize::MAX), backwards)
}

/// The positions of each arc, its steps summed up.
pub fn sum_steps(arc: &[[i32; 2]]) -> Vec<[i32; 2]> {
    arc.iter()
        .scan([0, 0], |[x, y], [step_x, step_y]| {
            *x += step_x;
            *y += step_y;
            Some([*x, *y])
        })
        .collect()
}

/// The steps of a line, the inverse of [`sum_steps`].
pub fn take_steps(line: &[[i32; 2]]) -> Vec<[i32; 2]> {
    let mut last = [0, 0];
    line.iter()
        .map(|&[x, y]| {
            let step = [x - last[0], y - last[1]];
            last = [x, y];
            step
        })
        .collect()
}

/// Joins arcs to one line; where two arcs meet, the shared position is kept once.
///
/// `None` if a reference points at no arc.
pub fn join<T: Copy + PartialEq>(arcs: &[Vec<T>], path: &[i32]) -> Option<Vec<T>> {
    let mut line: Vec<T> = Vec::new();
    for &reference in path {
        let (index, backwards) = arc_of(reference);
        let arc = arcs.get(index)?;
        let skip = usize::from(!line.is_empty());
        if backwards {
            line.extend(arc.iter().rev().skip(skip));
        } else {
            line.extend(arc.iter().skip(skip));
        }
    }
    Some(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_summed_and_taken() {
        let steps = vec![[5, 5], [1, -2], [0, 3]];
        let line = sum_steps(&steps);
        assert_eq!(line, vec![[5, 5], [6, 3], [6, 6]]);
        assert_eq!(take_steps(&line), steps);
    }

    #[test]
    fn a_path_may_walk_an_arc_backwards() {
        let arcs = vec![vec![1, 2, 3], vec![5, 4, 3]];
        assert_eq!(join(&arcs, &[0, !1]), Some(vec![1, 2, 3, 4, 5]));
        assert_eq!(join(&arcs, &[2]), None);
        assert_eq!(join(&arcs, &[!2]), None);
    }

    #[test]
    fn a_written_object_says_its_type_and_no_more() {
        let object = Object::bare(Geometry::MultiLineString { arcs: vec![vec![0, -2]] });
        assert_eq!(
            serde_json::to_string(&object).ok().as_deref(),
            Some(r#"{"type":"MultiLineString","arcs":[[0,-2]]}"#)
        );
    }
}
