//! Guests' home cities that lie outside the map, named at its edge.

use crate::domain::{City, Key, sort_by};

use super::{Marker, Pixel, Rect, Role, Scene, Stress, Viewport, estimated_width};

/// A city beyond the map's edge.
#[derive(Clone, Debug, PartialEq)]
pub struct EdgeHint {
    /// Which city.
    pub city: Key<City>,
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is on the map.
    pub role: Role,
    /// The edge of the map that it stands at.
    pub edge: Edge,
    /// The middle of the hint along that edge, in CSS px from the map's upper left corner.
    pub along: f64,
    /// Where it stands in the picture; its width is an estimate on the generous side.
    pub rect: Rect,
    /// Where the city lies, seen from the middle of the map: degrees clockwise from up, -180..=180.
    pub direction: f64,
    /// The city that its first line leads to.
    pub host: Option<Key<City>>,
    /// Great-circle kilometres to that city.
    pub distance_km: Option<f64>,
}

/// An edge of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// The upper one.
    Top,
    /// The right one.
    Right,
    /// The lower one.
    Bottom,
    /// The left one.
    Left,
}

/// How a hint looks, in CSS px where a reader's text is 16 px large: the measures of `.edge-name` in the style sheet.
struct Look {
    /// Of the letters.
    font: f64,
    /// What stands beside the letters: arrow, gap, padding, border.
    around: f64,
    height: f64,
    /// Between the map's edge and the hint.
    offset: f64,
    has_distance: bool,
}

/// No hint is wider.
const MOST: f64 = 10.5 * 16.0;

/// A part of an edge, from where to where.
type Stretch = (f64, f64);

impl Look {
    /// On a map of this width.
    fn on(width: f64) -> Self {
        /// Up to here the hints touch the edge.
        const NARROW: f64 = 36.0 * 16.0;
        /// Up to here there is no room for the distance.
        const NARROWEST: f64 = 26.0 * 16.0;
        if width > NARROW {
            Self { font: 12.0, around: 40.4, height: 36.0, offset: 9.6, has_distance: true }
        } else if width > NARROWEST {
            Self { font: 11.0, around: 31.4, height: 36.0, offset: 0.0, has_distance: true }
        } else {
            Self { font: 11.0, around: 31.4, height: 28.0, offset: 0.0, has_distance: false }
        }
    }

    fn width(&self, name: &str) -> f64 {
        /// A distance such as "2 530 km" in letters of 12 px.
        const DISTANCE: f64 = 52.0;
        // Names are estimated in letters of 13 px.
        let name = estimated_width(name) * self.font / 13.0;
        let distance = if self.has_distance { DISTANCE * self.font / 12.0 } else { 0.0 };
        (self.around + name.max(distance)).min(MOST)
    }

    /// What a finger needs of a hint that has its place, with the gap to the next.
    fn target(&self, hint: &EdgeHint, scale: f64) -> Rect {
        const TARGET: f64 = 44.0;
        const GAP: f64 = 8.0;
        let Rect { x, y, width, height } = hint.rect;
        if hint.is_upright() {
            let more = (TARGET - self.height) * scale;
            Rect { x, y: y - more / 2.0, width, height: height + more }
        } else {
            let more = GAP * scale;
            Rect { x: x - more / 2.0, y, width: width + more, height }
        }
    }
}

/// Names the cities of `scene` that lie outside `viewport`.
///
/// A hint stands where the straight line from the picture's middle to the city leaves the picture, or as near to that on the same
/// edge as it covers no other hint, no city's symbol and nothing that is `covered`, or else on the edge beside it. The nearest
/// cities choose first; for which there is no room left are left out; they are in the lists.
#[must_use]
pub fn edge_hints(scene: &Scene, viewport: &Viewport, covered: &[Rect]) -> Vec<EdgeHint> {
    // While something is selected, only what belongs to it.
    let wanted = |marker: &&Marker| match marker.stress {
        Stress::Strong => true,
        Stress::Normal => marker.role == Role::Guest,
        Stress::Weak => false,
    };
    let look = Look::on(viewport.width / viewport.text_scale);
    let mut hints: Vec<EdgeHint> =
        scene.markers.iter().filter(wanted).filter_map(|marker| hint(marker, scene, viewport)).collect();
    let symbols = scene.markers.iter().map(|marker| symbol(marker, viewport));
    let mut taken: Vec<Rect> = covered.iter().copied().chain(symbols).collect();
    let mut order: Vec<&mut EdgeHint> = hints.iter_mut().collect();
    let far = |hint: &EdgeHint| hint.distance_km.unwrap_or_default();
    sort_by(&mut order, |a, b| far(a).total_cmp(&far(b)));
    for hint in order {
        let mut along = free(hint, &look, viewport, &taken);
        if along.is_none() {
            hint.turn(viewport);
            along = free(hint, &look, viewport, &taken);
        }
        hint.along = along.unwrap_or(f64::NAN);
        if along.is_some() {
            hint.rect = rect(hint, &look, viewport);
            taken.push(look.target(hint, viewport.text_scale));
        }
    }
    hints.retain(|hint| !hint.along.is_nan());
    hints
}

/// The free place on its edge that is nearest to where a hint wants to be.
fn free(hint: &EdgeHint, look: &Look, viewport: &Viewport, taken: &[Rect]) -> Option<f64> {
    let is_upright = hint.is_upright();
    let own = rect(hint, look, viewport);
    let length = if is_upright { viewport.height } else { viewport.width };
    let strip = if is_upright { Rect { y: 0.0, height: length, ..own } } else { Rect { x: 0.0, width: length, ..own } };
    let target = look.target(&EdgeHint { rect: own, ..hint.clone() }, viewport.text_scale);
    let half = if is_upright { target.height } else { target.width } / 2.0;
    let taken = taken.iter().filter(|it| it.overlaps(&strip));
    let taken: Vec<Stretch> =
        taken.map(|it| if is_upright { (it.y, it.y + it.height) } else { (it.x, it.x + it.width) }).collect();
    nearest(hint.along, half, length, &taken)
}

impl EdgeHint {
    fn is_upright(&self) -> bool {
        matches!(self.edge, Edge::Right | Edge::Left)
    }

    /// Goes to the nearer end of the edge beside its own that lies the city's way.
    fn turn(&mut self, viewport: &Viewport) {
        let is_east = self.direction > 0.0;
        let is_south = self.direction.abs() > 90.0;
        (self.edge, self.along) = if self.is_upright() {
            (if is_south { Edge::Bottom } else { Edge::Top }, if is_east { viewport.width } else { 0.0 })
        } else {
            (if is_east { Edge::Right } else { Edge::Left }, if is_south { viewport.height } else { 0.0 })
        };
    }
}

/// What a city's symbol takes of the picture, with a little air; of one beyond it that is nothing in it.
fn symbol(marker: &Marker, viewport: &Viewport) -> Rect {
    const AIR: f64 = 4.0;
    let Pixel { x, y } = viewport.position(marker.place);
    let centre = Pixel { x: x + marker.shift.0, y: y + marker.shift.1 };
    Rect::around(centre, (marker.role.radius() + AIR) * viewport.text_scale)
}

fn rect(hint: &EdgeHint, look: &Look, viewport: &Viewport) -> Rect {
    let scale = viewport.text_scale;
    let (width, height, offset) = (look.width(&hint.name) * scale, look.height * scale, look.offset * scale);
    let (x, y) = match hint.edge {
        Edge::Top => (hint.along - width / 2.0, offset),
        Edge::Bottom => (hint.along - width / 2.0, viewport.height - offset - height),
        Edge::Left => (offset, hint.along - height / 2.0),
        Edge::Right => (viewport.width - offset - width, hint.along - height / 2.0),
    };
    Rect { x, y, width, height }
}

fn hint(marker: &Marker, scene: &Scene, viewport: &Viewport) -> Option<EdgeHint> {
    let position = viewport.position(marker.place);
    if viewport.frame().contains(position) {
        return None;
    }
    let (half_width, half_height) = (viewport.width / 2.0, viewport.height / 2.0);
    let (dx, dy) = (position.x - half_width, position.y - half_height);
    // Which edge the line meets first: at least one of dx and dy goes beyond it.
    let (edge, along) = if dx.abs() * half_height > dy.abs() * half_width {
        (if dx < 0.0 { Edge::Left } else { Edge::Right }, half_height + dy * half_width / dx.abs())
    } else {
        (if dy < 0.0 { Edge::Top } else { Edge::Bottom }, half_width + dx * half_height / dy.abs())
    };
    let line = scene.lines.iter().find(|line| line.home == marker.city);
    Some(EdgeHint {
        city: marker.city,
        id: marker.id.clone(),
        name: marker.name.clone(),
        role: marker.role,
        edge,
        along,
        rect: viewport.frame(),
        direction: dx.atan2(-dy).to_degrees(),
        host: line.map(|line| line.host),
        distance_km: line.map(|line| line.from.distance_km(line.to)),
    })
}

/// What touches does not overlap, whatever the last digits of the numbers say.
const TOUCH: f64 = 0.01;

/// Whether a hint stands off what is taken.
fn is_free(along: f64, half: f64, taken: &[Stretch]) -> bool {
    taken.iter().all(|&(from, to)| along + half <= from + TOUCH || along - half >= to - TOUCH)
}

/// The free place for a hint that is nearest to the one that it wants.
fn nearest(wanted: f64, half: f64, length: f64, taken: &[Stretch]) -> Option<f64> {
    let ends = taken.iter().flat_map(|&(from, to)| [from - half, to + half]);
    let mut best: Option<f64> = None;
    for along in ends.chain([wanted.min(length - half).max(half)]) {
        let is_within = along - half >= -TOUCH && along + half <= length + TOUCH;
        let is_better = best.is_none_or(|best| (along - wanted).abs() < (best - wanted).abs());
        if is_within && is_better && is_free(along, half, taken) {
            best = Some(along);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Filter, Lang, Period, Place, View, sample};
    use crate::scene::{Camera, Line, compose};

    fn hints(width: f64, height: f64, zoom: f64) -> Vec<EdgeHint> {
        let catalog = sample::catalog();
        let scene = compose(&catalog, &View::of(&catalog, Period::All, Filter::default()), None, Lang::Pl);
        let camera = Camera { lon: 19.0, lat: 52.0, zoom };
        edge_hints(&scene, &Viewport { camera, width, height, text_scale: 1.0 }, &[])
    }

    #[test]
    fn a_guest_city_outside_is_named_at_the_edge_with_its_distance() {
        let found = hints(800.0, 600.0, 6.0);
        let ids: Vec<_> = found.iter().map(|hint| hint.id.as_str()).collect();
        assert_eq!(ids, ["amsterdam", "tel-aviv"]);
        let amsterdam = &found[0];
        assert_eq!(amsterdam.edge, Edge::Left);
        assert!((200.0..350.0).contains(&amsterdam.along), "a little north of the middle");
        assert!((amsterdam.distance_km.expect("a distance") - 1218.5).abs() < 1.0, "to Lublin");
        assert!((-95.0..-80.0).contains(&amsterdam.direction));
        let tel_aviv = &found[1];
        assert_eq!(tel_aviv.edge, Edge::Bottom);
    }

    #[test]
    fn a_hint_has_its_place_at_the_edge() {
        for (width, height) in [(320.0, 260.0), (500.0, 400.0), (1600.0, 900.0)] {
            for hint in hints(width, height, 6.0) {
                let Rect { x, y, width: wide, height: high } = hint.rect;
                let at_edge = match hint.edge {
                    Edge::Left => x,
                    Edge::Top => y,
                    Edge::Right => width - x - wide,
                    Edge::Bottom => height - y - high,
                };
                assert!((0.0..10.0).contains(&at_edge), "{hint:?}");
                assert!(hint.rect.is_within(&Rect { x: 0.0, y: 0.0, width, height }), "{hint:?}");
            }
        }
    }

    #[test]
    fn a_city_inside_has_no_hint() {
        assert_eq!(hints(800.0, 600.0, 3.0), []);
    }

    #[test]
    fn hints_of_one_side_do_not_cover_each_other() {
        let catalog = sample::catalog();
        let mut scene = compose(&catalog, &View::of(&catalog, Period::All, Filter::default()), None, Lang::Pl);
        let amsterdam = scene.markers.iter().find(|marker| marker.id == "amsterdam").expect("a guest").clone();
        scene.markers.extend(["b", "c"].map(|id| Marker { id: id.into(), ..amsterdam.clone() }));
        let camera = Camera { lon: 19.0, lat: 52.0, zoom: 6.0 };
        let found = edge_hints(&scene, &Viewport { camera, width: 800.0, height: 600.0, text_scale: 1.0 }, &[]);
        let mut all: Vec<f64> = found.iter().filter(|hint| hint.edge == Edge::Left).map(|hint| hint.along).collect();
        all.sort_by(f64::total_cmp);
        assert_eq!(all.len(), 3, "{found:?}");
        assert!(
            all.windows(2).all(|pair| (pair[1] - pair[0] - 44.0).abs() < 0.1),
            "side by side, for fingers: {all:?}"
        );
    }

    #[test]
    fn a_hint_stands_beside_what_is_taken_of_its_edge() {
        let place = |along: f64, taken: &[Stretch]| nearest(along, 20.0, 600.0, taken);
        assert_eq!(place(30.0, &[(10.0, 50.0)]), Some(70.0), "below the legend");
        assert_eq!(place(30.0, &[(60.0, 90.0), (10.0, 50.0)]), Some(110.0), "below both");
        assert_eq!(place(590.0, &[(560.0, 590.0)]), Some(540.0), "above what stands at the end");
        assert_eq!(place(80.0, &[(60.0, 110.0)]), Some(40.0), "on the side that is nearer");
        assert_eq!(place(300.0, &[(10.0, 50.0)]), Some(300.0), "where nothing is taken it stays");
        assert_eq!(place(5.0, &[]), Some(20.0), "within the picture");
        assert_eq!(place(300.0, &[(30.0, 570.0)]), None, "or nowhere");
    }

    #[test]
    fn an_edge_too_short_for_all_names_the_nearest_and_nothing_leaves_the_picture() {
        let catalog = sample::catalog();
        let mut scene = compose(&catalog, &View::of(&catalog, Period::All, Filter::default()), None, Lang::Pl);
        let far = scene.markers.iter().find(|marker| marker.id == "tel-aviv").expect("a guest").clone();
        let line = scene.lines.iter().find(|line| line.home == far.city).expect("its line").clone();
        // Forty guests from beyond the lower edge, the first from nearest.
        for index in 0..40_u8 {
            let place = Place::from_lon_lat(19.0 + f64::from(index % 2) * 0.2, 30.0 - f64::from(index)).expect("valid");
            let city =
                catalog.find(["lublin", "poznan", "amsterdam", "tel-aviv"][usize::from(index % 4)]).expect("one");
            scene.markers.push(Marker { id: format!("home-{index}"), city, place, ..far.clone() });
            scene.lines.push(Line { home: city, from: place, ..line.clone() });
        }
        let camera = Camera { lon: 19.0, lat: 52.0, zoom: 6.0 };
        let viewport = Viewport { camera, width: 320.0, height: 260.0, text_scale: 1.0 };
        let legend = Rect { x: 0.0, y: 220.0, width: 60.0, height: 40.0 };
        let found = edge_hints(&scene, &viewport, &[legend]);
        assert!((2..10).contains(&found.len()), "{found:?}");
        for (index, hint) in found.iter().enumerate() {
            assert!(hint.rect.is_within(&viewport.frame()) && !hint.rect.overlaps(&legend), "{hint:?}");
            assert!(found[index + 1..].iter().all(|other| !other.rect.overlaps(&hint.rect)), "{hint:?}");
        }
    }

    #[test]
    fn no_hint_covers_a_host_and_where_its_edge_has_no_room_it_goes_to_the_one_beside_it() {
        let catalog = sample::catalog();
        let mut scene = compose(&catalog, &View::of(&catalog, Period::All, Filter::default()), None, Lang::Pl);
        let host = scene.markers.iter().find(|marker| marker.id == "lublin").expect("a host").clone();
        let camera = Camera { lon: 19.0, lat: 52.0, zoom: 5.0 };
        let viewport = Viewport { camera, width: 740.0, height: 220.0, text_scale: 1.0 };
        let tel_aviv = |scene: &Scene, covered: &[Rect]| {
            let mut found = edge_hints(scene, &viewport, covered).into_iter().filter(|hint| hint.id == "tel-aviv");
            found.next().expect("Tel Aviv is named")
        };
        let free = tel_aviv(&scene, &[]);
        assert_eq!(free.edge, Edge::Bottom);
        // A host where it would stand.
        let zoom = viewport.camera.zoom;
        let middle = Pixel::project(19.0, 52.0, zoom);
        let at = |x: f64, y: f64| {
            let (lon, lat) = Pixel { x: middle.x + x - 370.0, y: middle.y + y - 110.0 }.unproject(zoom);
            Marker { place: Place::from_lon_lat(lon, lat).expect("valid"), ..host.clone() }
        };
        scene.markers.push(at(free.rect.x + 20.0, free.rect.y + 10.0));
        let beside = tel_aviv(&scene, &[]);
        assert_eq!(beside.edge, Edge::Bottom);
        assert!((1.0..120.0).contains(&(beside.along - free.along).abs()), "as near as it can: {beside:?}");
        // A row of them.
        for x in 1..13_u8 {
            scene.markers.push(at(f64::from(x) * 60.0, 200.0));
        }
        let aside = tel_aviv(&scene, &[]);
        assert_eq!(aside.edge, Edge::Right, "the short edge that lies its way");
        assert!(aside.along > 110.0, "{aside:?}");
        for hint in [&beside, &aside] {
            let hosts = scene.markers[4..].iter().map(|marker| symbol(marker, &viewport));
            assert!(hosts.take(if hint.edge == Edge::Right { 20 } else { 1 }).all(|it| !it.overlaps(&hint.rect)));
        }
        let corner = Rect { x: 640.0, y: 60.0, width: 100.0, height: 160.0 };
        let higher = tel_aviv(&scene, &[corner]);
        assert!(!higher.rect.overlaps(&corner) && higher.edge == Edge::Right, "{higher:?}");
    }

    #[test]
    fn no_hint_stands_under_what_covers_the_map() {
        let catalog = sample::catalog();
        let scene = compose(&catalog, &View::of(&catalog, Period::All, Filter::default()), None, Lang::Pl);
        let camera = Camera { lon: 19.0, lat: 52.0, zoom: 6.0 };
        for (width, height) in [(320.0, 260.0), (800.0, 600.0)] {
            let viewport = Viewport { camera, width, height, text_scale: 1.0 };
            let free = edge_hints(&scene, &viewport, &[]);
            let covered: Vec<Rect> = free.iter().map(|hint| Rect { width: 60.0, height: 20.0, ..hint.rect }).collect();
            let moved = edge_hints(&scene, &viewport, &covered);
            assert_eq!(moved.len(), free.len());
            for hint in moved {
                assert!(covered.iter().all(|it| !it.overlaps(&hint.rect)), "{hint:?}");
                assert!(hint.rect.is_within(&viewport.frame()), "{hint:?}");
            }
        }
    }
}
