//! The timeline's intentions: playing, stepping, typing a year, pointing at a meeting.

use crate::domain::{Key, Meeting, Playback, Step, Subject};
use crate::markup::Neighbour;

use super::State;

impl State {
    /// While the years are being played: how long the present one stays, in milliseconds, from when it came.
    #[must_use]
    pub fn advances_in(self) -> Option<u32> {
        let (playback, period) = (self.playback(), self.period());
        let years = self.catalog().years().filter(|_| self.is_playing())?;
        match playback.step(period, &years, 0) {
            Step::Wait(ms) => Some(ms),
            Step::Show(_) | Step::End => None,
        }
    }

    /// So many years on; from the whole campaign on into its first year, and back into its last.
    pub(super) fn go_by(self, years: i32) {
        let shared = self.shared();
        let (period, Some(span)) = (shared.period.get_untracked(), shared.catalog.years()) else { return };
        self.show_period(period.moved_by(years, &span));
    }

    pub(super) fn type_year(self, digit: char) {
        let shared = self.shared();
        let year = shared.catalog.years().and_then(|years| shared.typed.borrow_mut().push(digit, &years));
        if let Some(year) = year {
            self.show_period(shared.period.get_untracked().with_year(year));
        }
    }

    /// Plays the years from the present one on, or stops.
    pub fn play(self) {
        let shared = self.shared();
        if shared.playing.get_untracked() {
            return self.pause();
        }
        let period = shared.period.get_untracked();
        if let Some(first) = shared.catalog.years().and_then(|years| Playback::begin(period, &years)) {
            shared.playing.set(true);
            self.show_period(first);
        }
    }

    /// Stops playing.
    pub fn pause(self) {
        self.shared().playing.change(false);
    }

    /// Shows what comes after the present year in play, and stops where nothing comes after that.
    pub(super) fn advance(self) {
        let shared = self.shared();
        let (playback, Some(years)) = (shared.playback.get_untracked(), shared.catalog.years()) else { return };
        let next = |period| playback.step(period, &years, playback.speed.year_ms());
        match next(shared.period.get_untracked()) {
            _ if !shared.playing.get_untracked() => {}
            Step::Show(period) => {
                self.show_period(period);
                if next(period) == Step::End {
                    self.pause();
                }
            }
            Step::Wait(_) | Step::End => self.pause(),
        }
    }

    pub(super) fn set_playback(self, change: impl FnOnce(&mut Playback)) {
        let mut playback = self.shared().playback.get_untracked();
        change(&mut playback);
        self.shared().playback.set(playback);
    }

    /// A pointer or the focus comes upon something, or leaves it.
    pub fn point(self, subject: Option<Subject>) {
        let shared = self.shared();
        if let Some(Subject::Meeting(meeting)) = subject {
            shared.last_pointed.set(Some(meeting));
        }
        shared.pointed.change(subject);
    }

    pub(super) fn point_to(self, neighbour: Neighbour) {
        let shared = self.shared();
        let all: Vec<Key<Meeting>> = shared.catalog.all::<Meeting>().map(|(key, _)| key).collect();
        let selected = match shared.subject.get_untracked() {
            Some(Subject::Meeting(meeting)) => Some(meeting),
            _ => None,
        };
        let from = match neighbour {
            // A press brings the focus as well: what the pointer is on stays pointed at.
            Neighbour::Chosen if shared.pointed.get_untracked().is_some() => return,
            Neighbour::Chosen => selected.or_else(|| shared.view.borrow().meetings.first().copied()),
            _ => shared.last_pointed.get(),
        };
        let last = all.len().saturating_sub(1);
        let at = from.and_then(|from| all.iter().position(|&key| key == from)).unwrap_or(0);
        let to = match neighbour {
            Neighbour::Chosen => at,
            Neighbour::Previous => at.saturating_sub(1),
            Neighbour::Next => (at + 1).min(last),
            Neighbour::First => 0,
            Neighbour::Last => last,
        };
        self.point(all.get(to).copied().map(Subject::Meeting));
    }

    /// Takes back the last thing that came up: what is pointed at, or what is selected.
    pub fn escape(self) {
        if self.shared().help.get_untracked() {
            // It is still on its way.
            self.show_help(false);
        } else if self.shared().pointed.get_untracked().is_some() {
            self.point(None);
        } else {
            self.deselect();
        }
    }
}
