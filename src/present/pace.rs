//! When a presentation goes on by itself. Pure: time is an argument, and that of the clock on the wall, so that a machine that slept goes
//! on as soon as it wakes, by one step and not by all that it has missed.

use crate::domain::Autoplay;

/// How a presentation goes on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pace {
    /// How it goes on by itself, if it does.
    pub autoplay: Option<Autoplay>,
    /// After how long without anybody it begins anew, in milliseconds: a kiosk's.
    pub idle_ms: Option<f64>,
    /// When the present step came.
    pub since: f64,
    /// When somebody touched it last.
    pub touched: Option<f64>,
}

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Due {
    /// Nothing, ever.
    Never,
    /// Nothing before so many milliseconds.
    In(f64),
    /// The next step.
    Next,
    /// The first one.
    Anew,
}

impl Pace {
    /// What is due now.
    pub(super) fn due(&self, now: f64) -> Due {
        let (left, due) = match (self.idle_ms, self.touched, self.autoplay) {
            // While somebody is at a kiosk it waits for them. A clock that was put back does not make it wait for hours.
            (Some(idle), Some(touched), _) => ((idle - (now - touched)).min(idle), Due::Anew),
            (_, _, Some(autoplay)) => (autoplay.left_ms(self.since, now), Due::Next),
            _ => return Due::Never,
        };
        if left > 0.0 { Due::In(left) } else { due }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STILL: Pace = Pace { autoplay: None, idle_ms: None, since: 1000.0, touched: None };
    const AUTOPLAY: Option<Autoplay> = Some(Autoplay { seconds: 2, is_looping: false });

    #[test]
    fn it_goes_on_when_a_step_was_shown_long_enough() {
        assert_eq!(STILL.due(1e9), Due::Never);
        let playing = Pace { autoplay: AUTOPLAY, ..STILL };
        assert_eq!(playing.due(1000.0), Due::In(2000.0));
        assert_eq!(playing.due(2999.0), Due::In(1.0));
        assert_eq!(playing.due(3000.0), Due::Next);
        assert_eq!(playing.due(9e9), Due::Next, "by one step, however long it slept");
        assert_eq!(playing.due(-9e9), Due::In(2000.0), "the clock was put back");
    }

    #[test]
    fn a_kiosk_waits_for_who_touched_it_and_then_begins_anew() {
        let kiosk = Pace { autoplay: AUTOPLAY, idle_ms: Some(5000.0), since: 1000.0, touched: None };
        assert_eq!(kiosk.due(3000.0), Due::Next);
        let touched = Pace { touched: Some(1400.0), ..kiosk };
        assert_eq!(touched.due(3000.0), Due::In(3400.0));
        assert_eq!(touched.due(6400.0), Due::Anew);
        assert_eq!(touched.due(-9e9), Due::In(5000.0));
        assert_eq!(Pace { touched: Some(1400.0), ..STILL }.due(9e9), Due::Never, "no kiosk");
    }
}
