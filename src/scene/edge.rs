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
    /// Where that would be if nothing were in the way.
    wanted: f64,
    /// Between where it must be: of an edge that is not its own, the two thirds that lie the city's way.
    within: Stretch,
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
        if width > NARROW {
            Self { font: 12.0, around: 40.4, height: 36.0, offset: 9.6 }
        } else {
            Self { font: 11.0, around: 31.4, height: 36.0, offset: 0.0 }
        }
    }

    fn width(&self, name: &str) -> f64 {
        /// A distance such as "2 530 km" in letters of 12 px.
        const DISTANCE: f64 = 52.0;
        // Names are estimated in letters of 13 px.
        let name = estimated_width(name) * self.font / 13.0;
        (self.around + name.max(DISTANCE * self.font / 12.0)).min(MOST)
    }

    /// What a finger needs of a hint that has its place, with the gap to the next.
    fn target(&self, hint: &EdgeHint, scale: f64) -> Rect {
        const TARGET: f64 = 44.0;
        const GAP: f64 = 8.0;
        let Rect { x, y, width, height } = hint.rect;
        let (more, gap) = ((TARGET - self.height) * scale, GAP * scale);
        match hint.edge {
            Edge::Left | Edge::Right => Rect { x, y: y - more / 2.0, width, height: height + more },
            Edge::Top => Rect { x: x - gap / 2.0, y, width: width + gap, height: height + more },
            Edge::Bottom => Rect { x: x - gap / 2.0, y: y - more, width: width + gap, height: height + more },
        }
    }
}

/// Names the cities of `scene` that lie outside `viewport`, the nearest first.
///
/// A hint stands where the straight line from the picture's middle to the city leaves the picture, or as near to that on the same
/// edge as it covers no other hint, no city's symbol and nothing that is `covered`, or else on the edge beside it. Those of one edge
/// make room for each other, in the order of what they name. Where there is no room for all, the farthest cities are left out; they
/// are in the lists.
#[must_use]
pub fn edge_hints(scene: &Scene, viewport: &Viewport, covered: &[Rect]) -> Vec<EdgeHint> {
    // While something is selected, only what belongs to it.
    let wanted = |marker: &&Marker| match marker.stress {
        Stress::Strong => true,
        Stress::Normal => marker.role == Role::Guest,
        Stress::Weak => false,
    };
    let look = Look::on(viewport.width / viewport.text_scale);
    let symbols = scene.markers.iter().map(|marker| symbol(marker, viewport));
    let covered: Vec<Rect> = covered.iter().copied().chain(symbols).collect();
    let mut hints: Vec<EdgeHint> =
        scene.markers.iter().filter(wanted).filter_map(|marker| hint(marker, scene, viewport)).collect();
    let far = |hint: &EdgeHint| hint.distance_km.unwrap_or_default();
    sort_by(&mut hints, |a, b| far(a).total_cmp(&far(b)));
    let mut placed: Vec<EdgeHint> = Vec::new();
    for mut hint in hints {
        if !join(&mut placed, &hint, &look, viewport, &covered) {
            hint.turn(viewport);
            join(&mut placed, &hint, &look, viewport, &covered);
        }
    }
    sort_by(&mut placed, |a, b| far(a).total_cmp(&far(b)));
    placed
}

/// Adds a hint to those that have their place, if those of its edge can make room for it.
fn join(placed: &mut Vec<EdgeHint>, hint: &EdgeHint, look: &Look, viewport: &Viewport, covered: &[Rect]) -> bool {
    let scale = viewport.text_scale;
    let others = placed.iter().filter(|it| it.edge != hint.edge).map(|it| look.target(it, scale));
    let taken: Vec<Rect> = covered.iter().copied().chain(others).collect();
    let mut row: Vec<EdgeHint> = placed.iter().filter(|it| it.edge == hint.edge).cloned().collect();
    row.push(hint.clone());
    sort_by(&mut row, |a, b| a.wanted.total_cmp(&b.wanted));
    let spaces: Vec<Space> = row.iter().map(|hint| space(hint, look, viewport, &taken)).collect();
    let Some(along) = pack(&spaces) else { return false };
    for (hint, along) in row.iter_mut().zip(along) {
        hint.along = along;
        hint.rect = rect(hint, look, viewport);
    }
    placed.retain(|it| it.edge != hint.edge);
    placed.extend(row);
    true
}

/// What a hint needs of its edge.
struct Space {
    wanted: f64,
    /// Half of its length.
    half: f64,
    within: Stretch,
    taken: Vec<Stretch>,
}

fn space(hint: &EdgeHint, look: &Look, viewport: &Viewport, taken: &[Rect]) -> Space {
    let is_upright = hint.is_upright();
    let target = look.target(&EdgeHint { rect: rect(hint, look, viewport), ..hint.clone() }, viewport.text_scale);
    let length = if is_upright { viewport.height } else { viewport.width };
    let strip =
        if is_upright { Rect { y: 0.0, height: length, ..target } } else { Rect { x: 0.0, width: length, ..target } };
    let taken = taken.iter().filter(|it| it.overlaps(&strip));
    Space {
        wanted: hint.wanted,
        half: if is_upright { target.height } else { target.width } / 2.0,
        within: hint.within,
        taken: taken.map(|it| if is_upright { (it.y, it.y + it.height) } else { (it.x, it.x + it.width) }).collect(),
    }
}

impl EdgeHint {
    fn is_upright(&self) -> bool {
        matches!(self.edge, Edge::Right | Edge::Left)
    }

    /// Goes to the nearer end of the edge beside its own that lies the city's way.
    fn turn(&mut self, viewport: &Viewport) {
        let is_east = self.direction > 0.0;
        let is_south = self.direction.abs() > 90.0;
        let (edge, is_far, length) = if self.is_upright() {
            (if is_south { Edge::Bottom } else { Edge::Top }, is_east, viewport.width)
        } else {
            (if is_east { Edge::Right } else { Edge::Left }, is_south, viewport.height)
        };
        self.edge = edge;
        self.wanted = if is_far { length } else { 0.0 };
        self.within = if is_far { (length / 3.0, length) } else { (0.0, length / 1.5) };
        self.along = self.wanted;
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
        wanted: along,
        within: (0.0, if matches!(edge, Edge::Left | Edge::Right) { viewport.height } else { viewport.width }),
        rect: viewport.frame(),
        direction: dx.atan2(-dy).to_degrees(),
        host: line.map(|line| line.host),
        distance_km: line.map(|line| line.from.distance_km(line.to)),
    })
}

/// What touches does not overlap, whatever the last digits of the numbers say.
const TOUCH: f64 = 0.01;

impl Space {
    /// The free place that is nearest to `wanted`, of those from `least` to `most`.
    fn nearest(&self, wanted: f64, least: f64, most: f64) -> Option<f64> {
        let least = least.max(self.within.0 + self.half);
        let most = most.min(self.within.1 - self.half);
        let ends = self.taken.iter().flat_map(|&(from, to)| [from - self.half, to + self.half]);
        let mut best: Option<f64> = None;
        for along in ends.chain([wanted.min(most).max(least), least, most]) {
            let is_within = along >= least - TOUCH && along <= most + TOUCH;
            let is_better = best.is_none_or(|best| (along - wanted).abs() < (best - wanted).abs());
            if is_within && is_better && self.is_free(along) {
                best = Some(along);
            }
        }
        best
    }

    /// Whether it stands off what is taken.
    fn is_free(&self, along: f64) -> bool {
        self.taken.iter().all(|&(from, to)| along + self.half <= from + TOUCH || along - self.half >= to - TOUCH)
    }
}

/// Gives each a place, in this order and without an overlap, as near as that can be to where it wants to be; nothing where there is
/// no room for all.
fn pack(row: &[Space]) -> Option<Vec<f64>> {
    // How far along each may stand so that all behind it have room.
    let mut most: Vec<f64> = Vec::new();
    let mut end = f64::INFINITY;
    for space in row.iter().rev() {
        let last = space.nearest(space.within.1, f64::NEG_INFINITY, end - space.half)?;
        most.push(last);
        end = last - space.half;
    }
    let mut start = f64::NEG_INFINITY;
    let mut places = Vec::new();
    for (space, &most) in row.iter().zip(most.iter().rev()) {
        let along = space.nearest(space.wanted, start + space.half, most)?;
        places.push(along);
        start = along + space.half;
    }
    Some(places)
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
        let place = |wanted: f64, taken: &[Stretch]| {
            let space = Space { wanted, half: 20.0, within: (0.0, 600.0), taken: taken.to_vec() };
            pack(&[space]).map(|places| places[0])
        };
        assert_eq!(place(30.0, &[(10.0, 50.0)]), Some(70.0), "below the legend");
        assert_eq!(place(30.0, &[(60.0, 90.0), (10.0, 50.0)]), Some(110.0), "below both");
        assert_eq!(place(590.0, &[(560.0, 590.0)]), Some(540.0), "above what stands at the end");
        assert_eq!(place(80.0, &[(60.0, 110.0)]), Some(40.0), "on the side that is nearer");
        assert_eq!(place(300.0, &[(10.0, 50.0)]), Some(300.0), "where nothing is taken it stays");
        assert_eq!(place(5.0, &[]), Some(20.0), "within the picture");
        assert_eq!(place(300.0, &[(30.0, 570.0)]), None, "or nowhere");
    }

    #[test]
    fn those_of_one_edge_make_room_for_each_other() {
        let row = |length: f64, wanted: &[f64], taken: &[Stretch]| {
            let space = |&wanted: &f64| Space { wanted, half: 22.0, within: (0.0, length), taken: taken.to_vec() };
            pack(&wanted.iter().map(space).collect::<Vec<_>>())
        };
        assert_eq!(row(400.0, &[100.0, 120.0], &[]), Some(vec![100.0, 144.0]));
        // There is just room for three, though the first two alone would leave too little on either side.
        assert_eq!(row(184.0, &[110.0, 112.0, 130.0], &[(0.0, 52.0)]), Some(vec![74.0, 118.0, 162.0]));
        assert_eq!(row(183.0, &[110.0, 112.0, 130.0], &[(0.0, 52.0)]), None);
        assert_eq!(row(300.0, &[150.0, 150.0, 150.0], &[(140.0, 160.0)]), Some(vec![118.0, 182.0, 226.0]));
        assert_eq!(row(300.0, &[], &[]), Some(vec![]));
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
        let named = |scene: &Scene, covered: &[Rect]| {
            edge_hints(scene, &viewport, covered).into_iter().find(|hint| hint.id == "tel-aviv")
        };
        let tel_aviv = |scene: &Scene, covered: &[Rect]| named(scene, covered).expect("Tel Aviv is named");
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
        let corner = Rect { x: 640.0, y: 160.0, width: 100.0, height: 60.0 };
        let higher = tel_aviv(&scene, &[corner]);
        assert!(!higher.rect.overlaps(&corner) && higher.edge == Edge::Right, "{higher:?}");
        // Not on that part of the edge which lies another way.
        assert_eq!(named(&scene, &[Rect { y: 60.0, height: 160.0, ..corner }]), None);
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
