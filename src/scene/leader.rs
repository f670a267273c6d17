//! Leader lines: a name that has no room beside its symbol stands where there is some, and a line leads there.

use crate::domain::sort_by;

use super::labels::{Site, importance};
use super::{Lead, Marker, Pixel, Rect, Side, Stress, Viewport, estimated_width};

/// A name at the end of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Leader {
    /// Where the line leaves the symbol.
    pub from: Pixel,
    /// Where it meets the name.
    pub to: Pixel,
    /// The side of the line on which the name stands.
    pub side: Side,
    /// Its direction in sixteenths of a turn, clockwise from the right.
    pub turn: u8,
    /// Its length in px.
    pub length: f64,
    /// The place of the name.
    pub name: Rect,
}

impl Leader {
    /// Small squares along the line, of this side and no further from each other.
    fn squares(&self, side: f64) -> Vec<Rect> {
        let Self { from, to, .. } = *self;
        let mut squares = Vec::new();
        let steps = ((to.x - from.x).hypot(to.y - from.y) / side).ceil();
        let mut step = 0.5;
        while step < steps {
            let at = |from: f64, to: f64| from + (to - from) * step / steps;
            squares.push(Rect::around(Pixel { x: at(from.x, to.x), y: at(from.y, to.y) }, side / 2.0));
            step += 1.0;
        }
        squares
    }
}

/// A symbol whose name has no room beside it, in px.
#[derive(Clone, Copy, Debug)]
pub struct Nameless {
    /// Its centre.
    pub centre: Pixel,
    /// Its radius, its ring with it.
    pub radius: f64,
    /// Width and height of its name.
    pub size: (f64, f64),
}

/// The nearest place for a name within `frame` where neither it nor the line that leads there covers any of what is `taken`,
/// its own symbol apart; what it takes is added to that. Texts are `scale` times as large as usual. None where there is no room
/// within some lines of text.
#[must_use]
pub fn lead(symbol: Nameless, frame: &Rect, taken: &mut Vec<Rect>, scale: f64) -> Option<Leader> {
    /// Lengths of the line in px where text is of its usual size.
    const LENGTHS: [f64; 9] = [6.0, 10.0, 16.0, 22.0, 30.0, 40.0, 52.0, 66.0, 82.0];
    /// Its directions: sixteenths of a turn, clockwise from the right, those first that are read most easily.
    const DIRECTIONS: [u8; 16] = [15, 1, 0, 14, 2, 13, 3, 9, 7, 8, 10, 6, 11, 5, 12, 4];
    let side = 3.0 * scale;
    let own = Rect::around(symbol.centre, symbol.radius);
    for length in LENGTHS {
        for turn in DIRECTIONS {
            let leader = symbol.leader(length * scale, turn);
            let squares = leader.squares(side);
            let is_covered =
                |it: &Rect| it.overlaps(&leader.name) || *it != own && squares.iter().any(|square| square.overlaps(it));
            if leader.name.is_within(frame) && !taken.iter().any(is_covered) {
                taken.push(leader.name);
                taken.extend(squares);
                return Some(leader);
            }
        }
    }
    None
}

/// Leads to their names those of the cities in the picture that have none and are not to stand back, the more important ones first.
/// `taken` is what is taken of the picture, symbols and names with it, and grows by what these take.
pub fn lead_names(markers: &mut [Marker], viewport: &Viewport, taken: &mut Vec<Rect>) {
    let frame = viewport.frame();
    let mut order: Vec<&mut Marker> = markers.iter_mut().collect();
    sort_by(&mut order, |a, b| importance(a).cmp(&importance(b)));
    for marker in order {
        let Site { centre, radius, size, .. } = Site::of(marker, viewport, &estimated_width);
        if marker.label.is_some() || marker.stress == Stress::Weak || !frame.contains(centre) {
            continue;
        }
        if let Some(leader) = lead(Nameless { centre, radius, size }, &frame, taken, viewport.text_scale) {
            let Leader { to, side, turn, length, .. } = leader;
            marker.label = Some(side);
            marker.lead = Some(Lead { x: to.x - centre.x, y: to.y - centre.y, turn, length });
        }
    }
}

impl Nameless {
    /// Its name at the end of a line of this length and direction.
    fn leader(&self, length: f64, turn: u8) -> Leader {
        /// Of less it is as good as upright, and meets the middle of the name.
        const ASIDE: f64 = 0.3;
        let (width, height) = self.size;
        let (sin, cos) = (f64::from(turn) * std::f64::consts::TAU / 16.0).sin_cos();
        let at = |reach: f64| Pixel { x: self.centre.x + reach * cos, y: self.centre.y + reach * sin };
        let (from, to) = (at(self.radius), at(self.radius + length));
        let (side, x, y) = if cos > ASIDE {
            (Side::East, to.x, to.y - height / 2.0)
        } else if cos < -ASIDE {
            (Side::West, to.x - width, to.y - height / 2.0)
        } else if sin > 0.0 {
            (Side::South, to.x - width / 2.0, to.y)
        } else {
            (Side::North, to.x - width / 2.0, to.y - height)
        };
        Leader { from, to, side, turn, length, name: Rect { x, y, width, height } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Filter, Lang, Period, Place, View, sample};
    use crate::scene::{Camera, Scene, arrange, compose};

    const FRAME: Rect = Rect { x: 0.0, y: 0.0, width: 400.0, height: 300.0 };
    const SYMBOL: Nameless = Nameless { centre: Pixel { x: 200.0, y: 150.0 }, radius: 8.0, size: (80.0, 18.0) };

    fn symbol() -> Vec<Rect> {
        vec![Rect::around(SYMBOL.centre, SYMBOL.radius)]
    }

    #[test]
    fn a_name_stands_as_near_as_there_is_room() {
        let near = lead(SYMBOL, &FRAME, &mut symbol(), 1.0).expect("room");
        assert_eq!(near.side, Side::East);
        // A wall on the right, too high to be passed.
        let wall = Rect { x: 212.0, y: 0.0, width: 20.0, height: 300.0 };
        let mut taken = [symbol(), vec![wall]].concat();
        let left = lead(SYMBOL, &FRAME, &mut taken, 1.0).expect("room");
        assert!(left.side == Side::West && left.name.x + left.name.width < SYMBOL.centre.x, "{left:?}");
        assert!(!left.name.overlaps(&wall) && left.name.is_within(&FRAME));
    }

    #[test]
    fn names_and_lines_leave_each_other_room() {
        let mut taken = symbol();
        let leaders: Vec<Leader> = std::iter::from_fn(|| lead(SYMBOL, &FRAME, &mut taken, 1.0)).collect();
        assert!(leaders.len() > 3, "{leaders:?}");
        for (index, a) in leaders.iter().enumerate() {
            for b in leaders.iter().skip(index + 1) {
                assert!(!a.name.overlaps(&b.name), "{a:?} {b:?}");
                assert!(b.squares(1.0).iter().all(|it| !it.overlaps(&a.name)), "{a:?} {b:?}");
                assert!(a.squares(1.0).iter().all(|it| !it.overlaps(&b.name)), "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn where_all_is_taken_nothing_is_covered() {
        let mut taken = [symbol(), vec![FRAME]].concat();
        assert_eq!(lead(SYMBOL, &FRAME, &mut taken, 1.0), None);
        let small = Rect { width: 210.0, height: 160.0, ..FRAME };
        assert!(lead(SYMBOL, &small, &mut symbol(), 1.0).is_some_and(|it| it.name.is_within(&small)));
    }

    #[test]
    fn cities_without_a_name_in_a_crowd_are_led_to_one_and_no_name_covers_another() {
        let catalog = sample::catalog();
        let mut scene = compose(&catalog, &View::of(&catalog, Period::All, Filter::default()), None, Lang::Pl);
        let first = scene.markers[0].clone();
        // In a row that is too narrow for their names.
        let beside =
            |at: u8| Place::from_lon_lat(first.place.lon() + f64::from(at) * 0.4, first.place.lat()).expect("a place");
        let city = |at: u8| Marker { id: at.to_string(), name: "Kutno".to_owned(), place: beside(at), ..first.clone() };
        scene.markers = (0..7).map(city).collect();
        scene.markers[6].stress = Stress::Weak;
        let camera = Camera { lon: first.place.lon(), lat: first.place.lat(), zoom: 6.0 };
        let viewport = Viewport { camera, width: 500.0, height: 400.0, text_scale: 1.0 };
        let (_, mut taken) = arrange(&mut scene, &viewport, &[], None);
        let before = taken.len();
        let nameless = |scene: &Scene| scene.markers.iter().filter(|marker| marker.label.is_none()).count();
        let were = nameless(&scene);
        assert!(were > 0, "{:?}", scene.markers);
        lead_names(&mut scene.markers, &viewport, &mut taken);
        let led: Vec<&Marker> = scene.markers.iter().filter(|marker| marker.lead.is_some()).collect();
        assert!(!led.is_empty() && led.iter().all(|marker| marker.label.is_some()), "{:?}", scene.markers);
        assert_eq!(nameless(&scene) + led.len(), were);
        assert!(led.iter().all(|marker| marker.stress != Stress::Weak));
        let (known, new) = taken.split_at(before);
        assert!(new.iter().filter(|it| it.width > 20.0).all(|it| known.iter().all(|other| !it.overlaps(other))));
    }
}
