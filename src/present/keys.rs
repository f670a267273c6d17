//! What the keys of a keyboard, and the few of a clicker, ask of a presentation. Pure: time is an argument.

use crate::domain::{Cover, Stride, TypedStep};

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// Another step.
    Go(Stride),
    /// Something that covers the stage, and back.
    Cover(Cover),
    /// Whatever covers the stage goes.
    Uncover,
    /// A spot of light that follows the mouse, or no more.
    Spot,
    /// No spot of light: its key was held, and is let go of.
    Dim,
    /// The whole screen, or the window.
    FullScreen,
    /// The speaker's view.
    Notes,
    /// What the keys do, and all steps.
    Keys,
    /// Go on by itself, or stop.
    Play,
    /// To explore.
    Leave,
    /// Nothing, but the key was meant for the presentation: a digit.
    Typed,
}

/// How long a number is remembered, in milliseconds.
const REMEMBERED: f64 = 3000.0;

/// A key that is held longer than this, in milliseconds, was not tapped.
const HELD: f64 = 400.0;

/// The keys as far as they depend on those before.
#[derive(Debug, Default)]
pub(super) struct Keyboard {
    typed: TypedStep,
    typed_at: f64,
    light_since: Option<f64>,
}

impl Keyboard {
    /// A key is pressed. While something covers the stage, any key takes that away.
    pub(super) fn press(&mut self, key: &str, now: f64, is_covered: bool) -> Option<Asked> {
        self.typed_at(now);
        if matches!(
            key,
            "Shift" | "Control" | "Alt" | "AltGraph" | "Meta" | "CapsLock" | "NumLock" | "F5" | "F11" | "F12"
        ) {
            return None;
        }
        if is_covered {
            self.typed = TypedStep::default();
            return Some(Asked::Uncover);
        }
        if let &[digit @ b'0'..=b'9'] = key.as_bytes() {
            self.typed = self.typed.with(digit - b'0');
            self.typed_at = now;
            return Some(Asked::Typed);
        }
        let typed = std::mem::take(&mut self.typed);
        let asked = match key {
            "Enter" if !typed.is_empty() => typed.stride().map_or(Asked::Typed, Asked::Go),
            // What was typed is taken back.
            "Escape" | "Backspace" if !typed.is_empty() => Asked::Typed,
            "PageDown" | "ArrowRight" | "ArrowDown" | " " | "Enter" => Asked::Go(Stride::Next),
            "PageUp" | "ArrowLeft" | "ArrowUp" | "Backspace" => Asked::Go(Stride::Previous),
            "Home" => Asked::Go(Stride::First),
            "End" => Asked::Go(Stride::Last),
            "b" | "B" | "." => Asked::Cover(Cover::Black),
            "w" | "W" | "," => Asked::Cover(Cover::White),
            "q" | "Q" => Asked::Cover(Cover::Code),
            "f" | "F" => Asked::FullScreen,
            "s" | "S" => Asked::Notes,
            "?" | "h" | "H" => Asked::Keys,
            "a" | "A" => Asked::Play,
            "l" | "L" => {
                self.light_since = Some(now);
                Asked::Spot
            }
            "Escape" => Asked::Leave,
            _ => return None,
        };
        Some(asked)
    }

    /// A key is let go of.
    pub(super) fn release(&mut self, key: &str, now: f64) -> Option<Asked> {
        if !matches!(key, "l" | "L") {
            return None;
        }
        self.light_since.take().filter(|since| now - since > HELD).map(|_| Asked::Dim)
    }

    /// The number that is being typed, as long as it is remembered.
    pub(super) fn typed_at(&mut self, now: f64) -> TypedStep {
        if now - self.typed_at > REMEMBERED {
            self.typed = TypedStep::default();
        }
        self.typed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_that_clickers_send_is_known() {
        let mut keyboard = Keyboard::default();
        for (keys, asked) in [
            (&["PageDown", "ArrowRight", "ArrowDown", " ", "Enter"][..], Asked::Go(Stride::Next)),
            (&["PageUp", "ArrowLeft", "ArrowUp", "Backspace"], Asked::Go(Stride::Previous)),
            (&["Home"], Asked::Go(Stride::First)),
            (&["End"], Asked::Go(Stride::Last)),
            (&["b", "B", "."], Asked::Cover(Cover::Black)),
            (&["w", "W", ","], Asked::Cover(Cover::White)),
            (&["q", "Q"], Asked::Cover(Cover::Code)),
            (&["f", "F"], Asked::FullScreen),
            (&["Escape"], Asked::Leave),
        ] {
            for key in keys {
                assert_eq!(keyboard.press(key, 0.0, false), Some(asked), "{key}");
            }
        }
        // Loads the page again: the browser's, as are the keys beside others.
        for key in ["F5", "Tab", "Shift", "x", "ż"] {
            assert_eq!(keyboard.press(key, 0.0, false), None, "{key}");
        }
    }

    #[test]
    fn a_number_and_enter_go_to_a_step() {
        let mut keyboard = Keyboard::default();
        let mut type_in = |keys: &[&str], at: f64| keys.iter().fold(None, |_, key| keyboard.press(key, at, false));
        let (next, to) = (Asked::Go(Stride::Next), |place| Some(Asked::Go(Stride::To(place))));
        assert_eq!(type_in(&["1", "2", "Enter"], 0.0), to(11));
        assert_eq!(type_in(&["Enter"], 0.0), Some(next), "it is not typed twice");
        assert_eq!(type_in(&["1", "2", "Backspace", "3", "Enter"], 0.0), to(2));
        assert_eq!(type_in(&["1", "ArrowRight", "Enter"], 0.0), Some(next));
        assert_eq!(type_in(&["7", "Escape"], 0.0), Some(Asked::Typed));
        assert_eq!(type_in(&["0", "Enter"], 0.0), Some(Asked::Typed), "there is no such step");
        assert_eq!(type_in(&["3"], 0.0), Some(Asked::Typed));
        assert_eq!(type_in(&["Enter"], 3001.0), Some(next), "it is forgotten");
    }

    #[test]
    fn what_covers_the_stage_goes_with_any_key() {
        let mut keyboard = Keyboard::default();
        for key in ["b", "PageDown", "x", "7", "Escape", "Enter"] {
            assert_eq!(keyboard.press(key, 0.0, true), Some(Asked::Uncover), "{key}");
        }
        assert_eq!(keyboard.press("Shift", 0.0, true), None);
        assert_eq!(keyboard.press("Enter", 0.0, false), Some(Asked::Go(Stride::Next)), "nothing was typed meanwhile");
    }

    #[test]
    fn the_light_stays_after_a_tap_and_goes_when_its_key_was_held() {
        let mut keyboard = Keyboard::default();
        assert_eq!(keyboard.press("l", 0.0, false), Some(Asked::Spot));
        assert_eq!(keyboard.release("l", 100.0), None);
        assert_eq!(keyboard.press("l", 1000.0, false), Some(Asked::Spot));
        assert_eq!(keyboard.release("l", 2000.0), Some(Asked::Dim));
        assert_eq!(keyboard.release("l", 9000.0), None);
        assert_eq!(keyboard.release("b", 9000.0), None);
    }
}
