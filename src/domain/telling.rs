//! How a talk goes on, step by step. No clock ticks here: time is an argument, in milliseconds.

/// From one step to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stride {
    /// To the next one.
    Next,
    /// To the one before.
    Previous,
    /// To the first.
    First,
    /// To the last.
    Last,
    /// To the one of this place, counted from 0; to the last where there are fewer.
    To(usize),
}

impl Stride {
    /// The place that it leads to from another one of `count`, of which there is at least one.
    #[must_use]
    pub fn from(self, at: usize, count: usize) -> usize {
        let last = count.saturating_sub(1);
        match self {
            Self::Next => (at + 1).min(last),
            Self::Previous => at.saturating_sub(1).min(last),
            Self::First => 0,
            Self::Last => last,
            Self::To(place) => place.min(last),
        }
    }
}

/// What covers the stage, so that the room looks at the speaker or at a code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cover {
    /// Nothing.
    #[default]
    None,
    /// All is black.
    Black,
    /// All is white.
    White,
    /// A QR code of what is shown.
    Code,
}

impl Cover {
    /// Each of them, with its word in messages.
    pub const ALL: [(Self, &'static str); 4] =
        [(Self::None, "none"), (Self::Black, "black"), (Self::White, "white"), (Self::Code, "code")];

    /// What follows when another one is asked for: asked for twice, it goes.
    #[must_use]
    pub fn toggled(self, other: Self) -> Self {
        if self == other { Self::None } else { other }
    }
}

/// The digits of a step's number, while they are typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TypedStep(Option<usize>);

impl TypedStep {
    /// With one more digit; of more than three the last three count.
    #[must_use]
    pub fn with(self, digit: u8) -> Self {
        Self(Some((self.0.unwrap_or_default() * 10 + usize::from(digit)) % 1000))
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0.is_none()
    }

    /// Where it leads, if anywhere: steps are counted from 1.
    #[must_use]
    pub fn stride(self) -> Option<Stride> {
        self.0?.checked_sub(1).map(Stride::To)
    }
}

/// Steps that follow each other by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Autoplay {
    /// How long each is shown, in seconds.
    pub seconds: u16,
    /// Whether the first follows the last.
    pub is_looping: bool,
}

impl Autoplay {
    /// The step after that of a place, if one follows.
    #[must_use]
    pub fn next(self, at: usize, count: usize) -> Option<usize> {
        match (at + 1 < count, self.is_looping) {
            (true, _) => Some(at + 1),
            (false, true) => Some(0),
            (false, false) => None,
        }
    }

    /// How many milliseconds are left of a step that was begun at a time; none where the machine slept over its end.
    #[must_use]
    pub fn left_ms(self, begun: f64, now: f64) -> f64 {
        (f64::from(self.seconds) * 1000.0 - (now - begun)).clamp(0.0, f64::from(self.seconds) * 1000.0)
    }
}

/// The time that a talk has taken.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Clock {
    /// When it began.
    pub begun: Option<f64>,
    /// How many minutes it is planned to take.
    pub minutes: Option<u16>,
}

impl Clock {
    /// Whole seconds since it began.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "seconds of a talk")]
    pub fn elapsed(self, now: f64) -> i64 {
        self.begun.map_or(0, |begun| ((now - begun).max(0.0) / 1000.0) as i64)
    }

    /// Whole seconds that are left of what was planned; below 0 the talk is over time.
    #[must_use]
    pub fn remaining(self, now: f64) -> Option<i64> {
        self.minutes.map(|minutes| i64::from(minutes) * 60 - self.elapsed(now))
    }
}

/// Minutes and seconds, such as "8:05", with a minus sign (U+2212) before what is below nothing.
#[must_use]
pub fn minutes_seconds(seconds: i64) -> String {
    let (sign, seconds) = (if seconds < 0 { "\u{2212}" } else { "" }, seconds.unsigned_abs());
    format!("{sign}{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strides_stay_within_the_talk() {
        for (stride, at, to) in [
            (Stride::Next, 0, 1),
            (Stride::Next, 4, 4),
            (Stride::Previous, 0, 0),
            (Stride::Previous, 3, 2),
            (Stride::First, 3, 0),
            (Stride::Last, 0, 4),
            (Stride::To(2), 0, 2),
            (Stride::To(99), 0, 4),
        ] {
            assert_eq!(stride.from(at, 5), to, "{stride:?} from {at}");
        }
        assert_eq!(Stride::Next.from(0, 0), 0);
    }

    #[test]
    fn a_cover_asked_for_twice_goes() {
        assert_eq!(Cover::None.toggled(Cover::Black), Cover::Black);
        assert_eq!(Cover::Black.toggled(Cover::Black), Cover::None);
        assert_eq!(Cover::Black.toggled(Cover::White), Cover::White);
    }

    #[test]
    fn digits_make_a_number_counted_from_one() {
        let typed = |digits: &[u8]| digits.iter().fold(TypedStep::default(), |typed, &digit| typed.with(digit));
        assert!(typed(&[]).is_empty());
        assert_eq!(typed(&[]).stride(), None);
        assert_eq!(typed(&[0]).stride(), None);
        assert_eq!(typed(&[1, 2]).stride(), Some(Stride::To(11)));
        assert_eq!(typed(&[9, 0, 1, 2]).stride(), Some(Stride::To(11)));
    }

    #[test]
    fn a_loop_begins_again_and_sleep_ends_a_step_at_once() {
        let once = Autoplay { seconds: 5, is_looping: false };
        assert_eq!((once.next(0, 2), once.next(1, 2)), (Some(1), None));
        assert_eq!(Autoplay { is_looping: true, ..once }.next(1, 2), Some(0));
        assert!((once.left_ms(1000.0, 2500.0) - 3500.0).abs() < 1e-9);
        assert!(once.left_ms(1000.0, 3_600_000.0).abs() < 1e-9);
        assert!((once.left_ms(2000.0, 1000.0) - 5000.0).abs() < 1e-9, "a clock that was set back");
    }

    #[test]
    fn the_clock_counts_up_and_what_is_left_down_beyond_nothing() {
        let clock = Clock { begun: Some(10_000.0), minutes: Some(1) };
        assert_eq!(clock.elapsed(15_900.0), 5);
        assert_eq!(clock.remaining(15_900.0), Some(55));
        assert_eq!(clock.remaining(75_000.0), Some(-5));
        assert_eq!(Clock::default().elapsed(99.0), 0);
        assert_eq!([0, 65, -5, 3600].map(minutes_seconds), ["0:00", "1:05", "\u{2212}0:05", "60:00"]);
    }
}
