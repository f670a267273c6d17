//! Leader lines: a name that has no room beside its symbol stands where there is some, and a line leads there.

use crate::scene::{Pixel, Rect};

/// A name at the end of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Leader {
    /// Where the line leaves the symbol.
    pub(super) from: Pixel,
    /// Where it meets the name.
    pub(super) to: Pixel,
    /// Which end of the name that is, as `text-anchor` has it.
    pub(super) anchor: &'static str,
    /// The place of the name.
    pub(super) name: Rect,
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
pub(super) struct Nameless {
    /// Its centre.
    pub(super) centre: Pixel,
    /// Its radius, its ring with it.
    pub(super) radius: f64,
    /// Width and height of its name.
    pub(super) size: (f64, f64),
}

/// The nearest place for a name within `frame` where neither it nor the line that leads there covers any of what is `taken`,
/// its own symbol apart; what it takes is added to that. Texts are `scale` times as large as usual. None where there is no room
/// within some lines of text.
pub(super) fn lead(symbol: Nameless, frame: &Rect, taken: &mut Vec<Rect>, scale: f64) -> Option<Leader> {
    /// Lengths of the line in px where text is of its usual size.
    const LENGTHS: [f64; 9] = [6.0, 10.0, 16.0, 22.0, 30.0, 40.0, 52.0, 66.0, 82.0];
    /// Its directions: sixteenths of a turn, clockwise from the right, those first that are read most easily.
    const DIRECTIONS: [f64; 16] =
        [15.0, 1.0, 0.0, 14.0, 2.0, 13.0, 3.0, 9.0, 7.0, 8.0, 10.0, 6.0, 11.0, 5.0, 12.0, 4.0];
    let side = 3.0 * scale;
    let own = Rect::around(symbol.centre, symbol.radius);
    for length in LENGTHS {
        for turn in DIRECTIONS {
            let leader = symbol.leader(length * scale, turn / 16.0);
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

impl Nameless {
    /// Its name at the end of a line of this length, `turn` turns (clockwise) from the right.
    fn leader(&self, length: f64, turn: f64) -> Leader {
        /// Of less it is as good as upright, and meets the middle of the name.
        const ASIDE: f64 = 0.3;
        let (width, height) = self.size;
        let (sin, cos) = (turn * std::f64::consts::TAU).sin_cos();
        let at = |reach: f64| Pixel { x: self.centre.x + reach * cos, y: self.centre.y + reach * sin };
        let (from, to) = (at(self.radius), at(self.radius + length));
        let (anchor, x, y) = if cos > ASIDE {
            ("start", to.x, to.y - height / 2.0)
        } else if cos < -ASIDE {
            ("end", to.x - width, to.y - height / 2.0)
        } else {
            ("middle", to.x - width / 2.0, if sin > 0.0 { to.y } else { to.y - height })
        };
        Leader { from, to, anchor, name: Rect { x, y, width, height } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Rect = Rect { x: 0.0, y: 0.0, width: 400.0, height: 300.0 };
    const SYMBOL: Nameless = Nameless { centre: Pixel { x: 200.0, y: 150.0 }, radius: 8.0, size: (80.0, 18.0) };

    fn symbol() -> Vec<Rect> {
        vec![Rect::around(SYMBOL.centre, SYMBOL.radius)]
    }

    #[test]
    fn a_name_stands_as_near_as_there_is_room() {
        let near = lead(SYMBOL, &FRAME, &mut symbol(), 1.0).expect("room");
        assert_eq!(near.anchor, "start");
        // A wall on the right, too high to be passed.
        let wall = Rect { x: 212.0, y: 0.0, width: 20.0, height: 300.0 };
        let mut taken = [symbol(), vec![wall]].concat();
        let left = lead(SYMBOL, &FRAME, &mut taken, 1.0).expect("room");
        assert!(left.anchor == "end" && left.name.x + left.name.width < SYMBOL.centre.x, "{left:?}");
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
}
