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
}

/// Names the cities of `scene` that lie outside `viewport`.
///
/// A hint stands where the straight line from the picture's middle to the city leaves the picture; hints that would
/// cover each other at the same edge, or a host's symbol, or stand under what is `covered`, are pushed along it. Where an
/// edge has no room for all beside the symbols, they may cover these; where it has none even so, the farthest are left
/// out; they are in the lists.
#[must_use]
pub fn edge_hints(scene: &Scene, viewport: &Viewport, covered: &[Rect]) -> Vec<EdgeHint> {
    /// What a finger needs.
    const TARGET: f64 = 44.0;
    /// Between two hints side by side.
    const GAP: f64 = 8.0;
    // While something is selected, only what belongs to it.
    let wanted = |marker: &&Marker| match marker.stress {
        Stress::Strong => true,
        Stress::Normal => marker.role == Role::Guest,
        Stress::Weak => false,
    };
    let scale = viewport.text_scale;
    let look = Look::on(viewport.width / scale);
    let mut hints: Vec<EdgeHint> =
        scene.markers.iter().filter(wanted).filter_map(|marker| hint(marker, scene, viewport)).collect();
    let symbols: Vec<Rect> = scene.markers.iter().filter_map(|marker| symbol(marker, viewport)).collect();
    for edge in [Edge::Top, Edge::Right, Edge::Bottom, Edge::Left] {
        let is_upright = matches!(edge, Edge::Right | Edge::Left);
        let length = if is_upright { viewport.height } else { viewport.width };
        let room = |hint: &EdgeHint| if is_upright { TARGET * scale } else { look.width(&hint.name) * scale + GAP };
        let mut there: Vec<&mut EdgeHint> = hints.iter_mut().filter(|hint| hint.edge == edge).collect();
        let widest = there.iter().map(|hint| look.width(&hint.name)).fold(0.0, f64::max);
        let (depth, span) = (look.offset * scale, if is_upright { widest } else { look.height } * scale);
        let strip = match edge {
            Edge::Top => Rect { x: 0.0, y: depth, width: length, height: span },
            Edge::Bottom => Rect { x: 0.0, y: viewport.height - depth - span, width: length, height: span },
            Edge::Left => Rect { x: depth, y: 0.0, width: span, height: length },
            Edge::Right => Rect { x: viewport.width - depth - span, y: 0.0, width: span, height: length },
        };
        let stretches = |rects: &mut dyn Iterator<Item = &Rect>| -> Vec<Stretch> {
            let taken = rects.filter(|rect| rect.overlaps(&strip));
            let mut taken: Vec<Stretch> =
                taken.map(|it| if is_upright { (it.y, it.y + it.height) } else { (it.x, it.x + it.width) }).collect();
            sort_by(&mut taken, |a, b| a.0.total_cmp(&b.0));
            taken
        };
        let wanted: Vec<f64> = there.iter().map(|hint| hint.along).collect();
        if spread(&mut there, length, &stretches(&mut covered.iter().chain(&symbols)), &room) {
            continue;
        }
        for (hint, along) in there.iter_mut().zip(wanted) {
            hint.along = along;
        }
        let taken = stretches(&mut covered.iter());
        while !spread(&mut there, length, &taken, &room) {
            let far = |hint: &EdgeHint| hint.distance_km.unwrap_or_default();
            sort_by(&mut there, |a, b| far(a).total_cmp(&far(b)));
            if let Some(farthest) = there.pop() {
                farthest.along = f64::NAN;
            }
        }
    }
    hints.retain(|hint| !hint.along.is_nan());
    for hint in &mut hints {
        hint.rect = rect(hint, &look, viewport);
    }
    hints
}

/// Where the symbol of a host stands that is seen.
fn symbol(marker: &Marker, viewport: &Viewport) -> Option<Rect> {
    if marker.role == Role::Guest && marker.stress != Stress::Strong {
        return None;
    }
    let (Pixel { x, y }, radius) = (viewport.position(marker.place), marker.role.radius() * viewport.text_scale);
    let (x, y) = (x + marker.shift.0, y + marker.shift.1);
    Some(Rect { x: x - radius, y: y - radius, width: 2.0 * radius, height: 2.0 * radius })
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

/// Moves hints along their edge of `length`, off what is `taken` of it (in order), until each has its room. Tells whether
/// all are within the picture: where it is too short, they are not.
fn spread(hints: &mut [&mut EdgeHint], length: f64, taken: &[Stretch], room: &dyn Fn(&EdgeHint) -> f64) -> bool {
    /// What touches does not overlap, whatever the last digits of the numbers say.
    const TOUCH: f64 = 0.01;
    sort_by(hints, |a, b| a.along.total_cmp(&b.along));
    let mut least = 0.0;
    for hint in hints.iter_mut() {
        let half = room(hint) / 2.0;
        hint.along = hint.along.max(least + half);
        for &(from, to) in taken {
            if hint.along + half > from + TOUCH && hint.along - half < to - TOUCH {
                hint.along = to + half;
            }
        }
        least = hint.along + half;
    }
    let mut most = length;
    for hint in hints.iter_mut().rev() {
        let half = room(hint) / 2.0;
        hint.along = hint.along.min(most - half);
        for &(from, to) in taken.iter().rev() {
            if hint.along + half > from + TOUCH && hint.along - half < to - TOUCH {
                hint.along = from - half;
            }
        }
        most = hint.along - half;
    }
    hints.is_empty() || most > -TOUCH
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
        let mut a = hints(800.0, 600.0, 6.0).remove(0);
        let mut b = EdgeHint { id: "b".into(), ..a.clone() };
        let mut c = EdgeHint { id: "c".into(), ..a.clone() };
        spread(&mut [&mut a, &mut b, &mut c], 600.0, &[], &|_| 30.0);
        let mut all = [a.along, b.along, c.along];
        all.sort_by(f64::total_cmp);
        assert!(all.windows(2).all(|pair| pair[1] - pair[0] >= 30.0 - 1e-9));
        assert!(all.iter().all(|along| (15.0..=585.0).contains(along)));
    }

    #[test]
    fn a_hint_stands_beside_what_is_taken_of_its_edge() {
        let hint = hints(800.0, 600.0, 6.0).remove(0);
        let spread_to = |along: &[f64], taken: &[Stretch]| -> Vec<f64> {
            let mut hints: Vec<EdgeHint> = along.iter().map(|&along| EdgeHint { along, ..hint.clone() }).collect();
            spread(&mut hints.iter_mut().collect::<Vec<_>>(), 600.0, taken, &|_| 40.0);
            hints.iter().map(|hint| hint.along).collect()
        };
        assert_eq!(spread_to(&[30.0], &[(10.0, 50.0)]), [70.0], "below the legend");
        assert_eq!(spread_to(&[30.0, 60.0], &[(10.0, 50.0), (60.0, 90.0)]), [110.0, 150.0], "below both");
        assert_eq!(spread_to(&[590.0], &[(560.0, 590.0)]), [540.0], "above what stands at the end");
        assert_eq!(spread_to(&[300.0], &[(10.0, 50.0)]), [300.0], "where nothing is taken it stays");
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
        assert!((2..6).contains(&found.len()), "{found:?}");
        for (index, hint) in found.iter().enumerate() {
            assert!(hint.rect.is_within(&viewport.frame()) && !hint.rect.overlaps(&legend), "{hint:?}");
            assert!(found[index + 1..].iter().all(|other| !other.rect.overlaps(&hint.rect)), "{hint:?}");
        }
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
