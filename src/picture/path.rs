//! Shapes of the Earth as the data of SVG paths: projected, cut to the picture, and without what cannot be seen.

use geo::{Coord, LineString, Simplify};

use crate::data::Path;
use crate::scene::{Pixel, Rect, Viewport};

/// A point in px.
type Point = (f64, f64);

/// How exact a picture is.
#[derive(Clone, Copy, Debug)]
pub struct Exactness {
    /// What is off by less is left out, in px.
    pub tolerance: f64,
    /// Positions are whole multiples of 1/`steps` px: 1 or 10.
    pub steps: f64,
}

/// Where paths are drawn.
pub struct Plotter<'a> {
    viewport: &'a Viewport,
    /// What is drawn ends here: a little outside the picture, so that no edge of it is seen.
    window: Rect,
    exactness: Exactness,
}

impl<'a> Plotter<'a> {
    pub(super) fn new(viewport: &'a Viewport, exactness: Exactness) -> Self {
        const MARGIN: f64 = 4.0;
        let window = Rect {
            x: -MARGIN,
            y: -MARGIN,
            width: viewport.width + 2.0 * MARGIN,
            height: viewport.height + 2.0 * MARGIN,
        };
        Self { viewport, window, exactness }
    }

    /// The value of `d` for polygons, each an outer ring and its holes.
    pub(super) fn areas<'p>(&self, polygons: impl IntoIterator<Item = &'p Vec<Path>>) -> String {
        let mut data = Data::new(self.exactness.steps);
        for ring in polygons.into_iter().flatten() {
            let cut = cut_ring(&self.project(ring), &self.window);
            let points = self.simplified(cut);
            if points.len() > 3 {
                // The last point is the first one.
                data.line(&points[..points.len() - 1]);
                data.text.push('z');
            }
        }
        data.text
    }

    /// The value of `d` for lines.
    pub(super) fn lines<'p>(&self, lines: impl IntoIterator<Item = &'p Path>) -> String {
        let mut data = Data::new(self.exactness.steps);
        for line in lines {
            for piece in cut_line(&self.project(line), &self.window) {
                data.line(&self.simplified(piece));
            }
        }
        data.text
    }

    fn project(&self, path: &[(f64, f64)]) -> Vec<Point> {
        let point = |&(lon, lat): &(f64, f64)| {
            let Pixel { x, y } = self.viewport.project(lon, lat);
            (x, y)
        };
        path.iter().map(point).collect()
    }

    /// By the algorithm of Ramer, Douglas and Peucker.
    fn simplified(&self, points: Vec<Point>) -> Vec<Point> {
        let line: LineString = points.into_iter().map(|(x, y)| Coord { x, y }).collect();
        line.simplify(self.exactness.tolerance).into_iter().map(|Coord { x, y }| (x, y)).collect()
    }
}

/// The data of a path as it grows: steps from point to point, which are shorter to write than positions.
struct Data {
    text: String,
    steps: f64,
    /// Where the pen is, in steps.
    at: (i64, i64),
}

impl Data {
    fn new(steps: f64) -> Self {
        Self { text: String::new(), steps, at: (0, 0) }
    }

    #[expect(clippy::cast_possible_truncation, reason = "positions within a picture")]
    fn line(&mut self, points: &[Point]) {
        let at = |&(x, y): &Point| ((x * self.steps).round() as i64, (y * self.steps).round() as i64);
        let mut spots: Vec<(i64, i64)> = points.iter().map(at).collect();
        spots.dedup();
        let [first, rest @ ..] = &spots[..] else { return };
        if rest.is_empty() {
            return;
        }
        self.text.push('M');
        self.pair(*first);
        self.text.push('l');
        let mut last = *first;
        for (index, spot) in rest.iter().enumerate() {
            if index > 0 && spot.0 >= last.0 {
                self.text.push(' ');
            }
            self.pair((spot.0 - last.0, spot.1 - last.1));
            last = *spot;
        }
        self.at = last;
    }

    fn pair(&mut self, (x, y): (i64, i64)) {
        self.number(x);
        if y >= 0 {
            self.text.push(' ');
        }
        self.number(y);
    }

    #[expect(clippy::cast_possible_truncation, reason = "1 or 10")]
    fn number(&mut self, number: i64) {
        self.text.push_str(&fraction(number, self.steps as i64));
    }
}

/// So many tenths, or wholes, as short as it can be written.
fn fraction(number: i64, steps: i64) -> String {
    let (sign, size) = (if number < 0 { "-" } else { "" }, number.abs());
    match (size / steps, size % steps) {
        (whole, 0) => format!("{sign}{whole}"),
        (0, rest) => format!("{sign}.{rest}"),
        (whole, rest) => format!("{sign}{whole}.{rest}"),
    }
}

/// A length or position in px, to a tenth.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "positions within a picture")]
pub fn number(value: f64) -> String {
    fraction((value * 10.0).round() as i64, 10)
}

/// The edges of a window: how far inside a point is, negative outside.
fn edges(window: &Rect) -> [Box<dyn Fn(Point) -> f64>; 4] {
    let (left, top) = (window.x, window.y);
    let (right, bottom) = (window.x + window.width, window.y + window.height);
    [
        Box::new(move |(x, _)| x - left),
        Box::new(move |(x, _)| right - x),
        Box::new(move |(_, y)| y - top),
        Box::new(move |(_, y)| bottom - y),
    ]
}

/// The point between two where the distance to an edge is zero.
fn crossing(a: Point, b: Point, inside_a: f64, inside_b: f64) -> Point {
    let share = inside_a / (inside_a - inside_b);
    (a.0 + (b.0 - a.0) * share, a.1 + (b.1 - a.1) * share)
}

/// Cuts a closed ring to a window, edge by edge: the algorithm of Sutherland and Hodgman (Reentrant polygon clipping,
/// 1974). Parts may stay joined along the window's edge, which is outside of the picture.
fn cut_ring(ring: &[Point], window: &Rect) -> Vec<Point> {
    let mut ring: Vec<Point> = ring.to_vec();
    for edge in edges(window) {
        let mut cut = Vec::with_capacity(ring.len());
        for pair in ring.windows(2) {
            let (inside_a, inside_b) = (edge(pair[0]), edge(pair[1]));
            if inside_a >= 0.0 {
                cut.push(pair[0]);
            }
            if (inside_a >= 0.0) != (inside_b >= 0.0) {
                cut.push(crossing(pair[0], pair[1], inside_a, inside_b));
            }
        }
        cut.extend(cut.first().copied());
        ring = cut;
    }
    ring
}

/// Cuts a line to a window, edge by edge.
fn cut_line(line: &[Point], window: &Rect) -> Vec<Vec<Point>> {
    let mut pieces = vec![line.to_vec()];
    for edge in edges(window) {
        let mut cut: Vec<Vec<Point>> = Vec::new();
        for piece in pieces {
            let mut open: Vec<Point> = Vec::new();
            for (index, &point) in piece.iter().enumerate() {
                let inside = edge(point);
                if let Some(&before) = index.checked_sub(1).and_then(|index| piece.get(index)) {
                    let inside_before = edge(before);
                    if (inside >= 0.0) != (inside_before >= 0.0) {
                        open.push(crossing(before, point, inside_before, inside));
                    }
                    if inside < 0.0 && !open.is_empty() {
                        cut.push(std::mem::take(&mut open));
                    }
                }
                if inside >= 0.0 {
                    open.push(point);
                }
            }
            cut.push(open);
        }
        cut.retain(|piece| piece.len() > 1);
        pieces = cut;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Camera;

    const WINDOW: Rect = Rect { x: 0.0, y: 0.0, width: 10.0, height: 10.0 };

    #[test]
    fn a_ring_is_cut_at_each_edge() {
        let ring = [(-5.0, -5.0), (15.0, -5.0), (15.0, 15.0), (-5.0, 15.0), (-5.0, -5.0)];
        let cut = cut_ring(&ring, &WINDOW);
        assert!(cut.iter().all(|&(x, y)| (0.0..=10.0).contains(&x) && (0.0..=10.0).contains(&y)), "{cut:?}");
        assert_eq!(cut.first(), cut.last(), "it stays closed");
        for corner in [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)] {
            assert!(cut.contains(&corner), "{cut:?}");
        }
        let outside = [(20.0, 20.0), (30.0, 20.0), (30.0, 30.0), (20.0, 20.0)];
        assert!(cut_ring(&outside, &WINDOW).is_empty());
    }

    #[test]
    fn a_line_is_cut_into_the_pieces_that_are_seen() {
        let line = [(-5.0, 2.0), (5.0, 2.0), (5.0, 20.0), (8.0, 20.0), (8.0, 5.0)];
        let pieces = cut_line(&line, &WINDOW);
        assert_eq!(pieces, [vec![(0.0, 2.0), (5.0, 2.0), (5.0, 10.0)], vec![(8.0, 10.0), (8.0, 5.0)]]);
        assert!(cut_line(&[(20.0, 0.0), (30.0, 5.0)], &WINDOW).is_empty());
    }

    #[test]
    fn what_is_inside_stays_as_it_is() {
        let line = [(1.0, 1.0), (2.0, 3.0), (9.0, 9.0)];
        assert_eq!(cut_line(&line, &WINDOW), [line.to_vec()]);
        let ring = [(1.0, 1.0), (2.0, 3.0), (9.0, 9.0), (1.0, 1.0)];
        assert_eq!(cut_ring(&ring, &WINDOW), ring);
    }

    #[test]
    fn a_path_is_written_in_short_steps() {
        let mut data = Data::new(10.0);
        data.line(&[(1.0, 2.0), (1.04, 2.0), (1.5, 1.75), (0.0, 3.0)]);
        assert_eq!(data.text, "M1 2l.5-.2-1.5 1.2");
        let mut data = Data::new(1.0);
        data.line(&[(1.2, 2.2), (1.3, 2.3)]);
        assert_eq!(data.text, "", "a path of one point is none");
        assert_eq!((number(-0.25), number(12.0), number(3.12)), ("-.3".into(), "12".into(), "3.1".into()));
    }

    #[test]
    fn points_that_cannot_be_seen_are_left_out() {
        let viewport = Viewport {
            camera: Camera { lon: 20.0, lat: 50.0, zoom: 5.0 },
            width: 400.0,
            height: 400.0,
            text_scale: 1.0,
        };
        let plotter = Plotter::new(&viewport, Exactness { tolerance: 0.5, steps: 10.0 });
        let line: Path = vec![(19.0, 50.0), (20.0, 50.0001), (21.0, 50.0)];
        assert_eq!(plotter.lines([&line]).matches([' ', '-']).count(), 2, "its two ends");
        assert_eq!(plotter.lines([&vec![(100.0, 50.0), (110.0, 50.0)]]), "");
    }
}
