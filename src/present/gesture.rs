//! What a finger or a mouse asks of a presentation: a tap on its right or left third, or a swipe. Pure.

use crate::domain::Stride;

/// A pointer that is held longer than this, in milliseconds, or moved, has not tapped.
pub(super) const HELD: f64 = 350.0;

/// How far, in CSS px, a finger that taps may move.
const STEADY: f64 = 12.0;

/// How far it must move to turn the page.
const SWIPED: f64 = 48.0;

/// A pointer that is pressed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pressed {
    /// Where, in CSS px.
    pub x: f64,
    /// And from the top.
    pub y: f64,
    /// When, in milliseconds.
    pub at: f64,
}

impl Pressed {
    /// What is asked for by whoever lets go of it at `end`, in a window of this width. A mouse does not swipe: held, it
    /// shows a light.
    pub(super) fn released(self, end: Self, width: f64, is_mouse: bool) -> Option<Stride> {
        let (across, down) = (end.x - self.x, end.y - self.y);
        if !is_mouse && across.abs() >= SWIPED && across.abs() > 1.5 * down.abs() {
            return Some(if across < 0.0 { Stride::Next } else { Stride::Previous });
        }
        let is_tap = across.hypot(down) <= STEADY && end.at - self.at <= HELD;
        if !is_tap {
            return None;
        }
        if self.x < width / 3.0 {
            Some(Stride::Previous)
        } else if self.x > width * 2.0 / 3.0 {
            Some(Stride::Next)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(from: (f64, f64), to: (f64, f64), ms: f64, is_mouse: bool) -> Option<Stride> {
        Pressed { x: from.0, y: from.1, at: 5.0 }.released(Pressed { x: to.0, y: to.1, at: 5.0 + ms }, 900.0, is_mouse)
    }

    #[test]
    fn the_thirds_and_swipes_turn_the_page() {
        for is_mouse in [false, true] {
            assert_eq!(asked((700.0, 50.0), (702.0, 50.0), 80.0, is_mouse), Some(Stride::Next));
            assert_eq!(asked((200.0, 50.0), (200.0, 55.0), 80.0, is_mouse), Some(Stride::Previous));
            assert_eq!(asked((450.0, 50.0), (450.0, 50.0), 80.0, is_mouse), None);
            assert_eq!(asked((700.0, 50.0), (700.0, 50.0), 900.0, is_mouse), None, "held");
            assert_eq!(asked((700.0, 50.0), (700.0, 90.0), 80.0, is_mouse), None, "moved");
        }
        assert_eq!(asked((700.0, 50.0), (500.0, 80.0), 600.0, false), Some(Stride::Next));
        assert_eq!(asked((200.0, 50.0), (500.0, 20.0), 600.0, false), Some(Stride::Previous));
        assert_eq!(asked((200.0, 50.0), (300.0, 400.0), 600.0, false), None, "it goes down");
        assert_eq!(asked((700.0, 50.0), (500.0, 80.0), 600.0, true), None, "a mouse");
    }
}
