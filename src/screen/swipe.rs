//! A finger that pulls the drawer.

use super::Height;

/// From when a finger took hold of the drawer until it lets go. Lengths are CSS px, times milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct Swipe {
    /// How high each of the [`Height`]s is.
    heights: [f64; 3],
    /// How high the drawer would be if the finger were at the top of the screen.
    reach: f64,
    start: f64,
    y: f64,
    time: f64,
    /// Upwards, in px a millisecond.
    speed: f64,
}

/// A finger that moved no farther than this pressed.
const SLIP: f64 = 6.0;

/// A finger that is as fast as this when it lets go throws the drawer.
const FLING: f64 = 0.4;

/// One that rested for so long does not.
const REST: f64 = 80.0;

impl Swipe {
    /// A finger took hold at `y` of a drawer that is `height` high.
    #[must_use]
    pub fn new(heights: [f64; 3], height: f64, y: f64, time: f64) -> Self {
        Self { heights, reach: y + height, start: y, y, time, speed: 0.0 }
    }

    /// The finger is at `y` now.
    pub fn to(&mut self, y: f64, time: f64) {
        let passed = time - self.time;
        if passed > 0.0 {
            let speed = (self.y - y) / passed;
            // Half of what it was before, for a finger trembles.
            self.speed = if passed > REST { speed } else { f64::midpoint(speed, self.speed) };
            (self.y, self.time) = (y, time);
        }
    }

    /// How high the drawer is.
    #[must_use]
    pub fn height(&self) -> f64 {
        // Not `clamp`, which brings what words a float for its panic: 6 kB.
        (self.reach - self.y).min(self.heights[2]).max(self.heights[0])
    }

    /// How high it is as far as map and timeline make room for it; further up it lies upon them.
    #[must_use]
    pub fn room(&self) -> f64 {
        self.height().min(self.heights[1])
    }

    /// Whether it was more than a press.
    #[must_use]
    pub fn has_moved(&self) -> bool {
        (self.y - self.start).abs() > SLIP
    }

    /// Where the drawer comes to rest when the finger lets go: at the nearest height, or thrown, at the next one.
    #[must_use]
    pub fn end(&self, time: f64) -> Height {
        let height = self.height();
        let speed = if time - self.time > REST { 0.0 } else { self.speed };
        let is_next = |candidate: &Height| {
            let distance = self.heights[*candidate as usize] - height;
            if speed > FLING { distance > 0.0 } else { speed >= -FLING || distance < 0.0 }
        };
        let distance = |candidate: &Height| (self.heights[*candidate as usize] - height).abs();
        let nearest = Height::ALL.into_iter().filter(is_next).min_by(|a, b| distance(a).total_cmp(&distance(b)));
        // Thrown beyond the last one.
        nearest.unwrap_or(if speed > 0.0 { Height::Full } else { Height::Peek })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Height::{Full, Half, Peek};

    const HEIGHTS: [f64; 3] = [80.0, 250.0, 630.0];

    /// A finger that goes up by some px, slowly, and rests there.
    fn slow(from: Height, up: f64) -> Height {
        let mut swipe = Swipe::new(HEIGHTS, HEIGHTS[from as usize], 400.0, 0.0);
        swipe.to(400.0 - up, 2000.0);
        swipe.end(2200.0)
    }

    /// The same in a twentieth of a second, and it lets go.
    fn fast(from: Height, up: f64) -> Height {
        let mut swipe = Swipe::new(HEIGHTS, HEIGHTS[from as usize], 400.0, 0.0);
        swipe.to(400.0 - up / 2.0, 25.0);
        swipe.to(400.0 - up, 50.0);
        swipe.end(55.0)
    }

    #[test]
    fn let_go_slowly_it_goes_to_the_nearest_height() {
        for (from, up, to) in [
            (Peek, 60.0, Peek),
            (Peek, 100.0, Half),
            (Peek, 400.0, Full),
            (Half, 20.0, Half),
            (Half, -100.0, Peek),
            (Full, -150.0, Full),
            (Full, -250.0, Half),
            (Full, -900.0, Peek),
        ] {
            assert_eq!(slow(from, up), to, "{from:?} {up}");
        }
    }

    #[test]
    fn thrown_it_goes_to_the_next_height_that_way_however_near_the_other_is() {
        for (from, up, to) in
            [(Peek, 60.0, Half), (Half, 60.0, Full), (Half, -60.0, Peek), (Full, -60.0, Half), (Peek, 300.0, Full)]
        {
            assert_eq!(fast(from, up), to, "{from:?} {up}");
        }
    }

    #[test]
    fn thrown_beyond_the_last_height_it_stays_there() {
        assert_eq!(fast(Full, 60.0), Full);
        assert_eq!(fast(Peek, -60.0), Peek);
        assert_eq!(fast(Peek, 2000.0), Full);
    }

    #[test]
    fn whoever_rests_before_letting_go_throws_nothing() {
        let mut swipe = Swipe::new(HEIGHTS, 80.0, 400.0, 0.0);
        swipe.to(340.0, 20.0);
        assert_eq!(swipe.end(30.0), Half);
        assert_eq!(swipe.end(400.0), Peek);
    }

    #[test]
    fn it_stays_between_the_lowest_and_the_highest_height() {
        let mut swipe = Swipe::new(HEIGHTS, 250.0, 400.0, 0.0);
        swipe.to(380.0, 10.0);
        assert_eq!((swipe.height(), swipe.room()), (270.0, 250.0));
        swipe.to(-900.0, 20.0);
        assert_eq!((swipe.height(), swipe.room()), (630.0, 250.0));
        swipe.to(2000.0, 30.0);
        assert_eq!((swipe.height(), swipe.room()), (80.0, 80.0));
    }

    #[test]
    fn a_press_is_no_pull() {
        let mut swipe = Swipe::new(HEIGHTS, 250.0, 400.0, 0.0);
        swipe.to(403.0, 10.0);
        assert!(!swipe.has_moved());
        swipe.to(420.0, 20.0);
        assert!(swipe.has_moved());
    }
}
