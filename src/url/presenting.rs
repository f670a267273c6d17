//! The keys of an address that presents: `present` and those that count beside it alone.

/// Which window of a talk a page is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Presents {
    /// None: it is explored.
    #[default]
    Nothing,
    /// What the room sees: `present=1`, or `kiosk=1`.
    Stage,
    /// What the speaker sees: `present=notes`.
    Notes,
}

/// How a page presents; the default is one that does not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Presenting {
    /// `present`
    pub window: Presents,
    /// `step`: the token of a step, or its number, counted from 1.
    pub step: Option<String>,
    /// `seconds`: how long a step is shown when they follow each other by themselves.
    pub seconds: Option<u16>,
    /// `loop=1`: whether the first follows the last.
    pub is_looping: bool,
    /// `minutes`: how long the talk is planned to be.
    pub minutes: Option<u16>,
    /// `kiosk=1`: nobody is led elsewhere, steps follow each other, and after a while alone it begins anew.
    pub is_kiosk: bool,
    /// `idle`: after how many seconds alone.
    pub idle: Option<u16>,
}

/// Seconds that a step may be shown.
const SECONDS: (u16, u16) = (2, 600);

/// Minutes that a talk may be planned for.
const MINUTES: (u16, u16) = (1, 600);

/// Seconds after which a kiosk is alone.
const IDLE: (u16, u16) = (5, 3600);

impl Presenting {
    /// How long a kiosk shows a step, in seconds, where the address says nothing.
    const KIOSK_SECONDS: u16 = 12;

    /// After how many seconds alone it begins anew, where the address says nothing.
    const KIOSK_IDLE: u16 = 60;

    /// Whether it presents.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.window != Presents::Nothing
    }

    /// How steps follow each other by themselves: seconds a step, and whether the first follows the last.
    #[must_use]
    pub fn autoplay(&self) -> Option<(u16, bool)> {
        let seconds = self.seconds.or(self.is_kiosk.then_some(Self::KIOSK_SECONDS))?;
        Some((seconds, self.is_looping || self.is_kiosk))
    }

    /// After how many seconds alone it begins anew; a page that is no kiosk never does.
    #[must_use]
    pub fn idle_seconds(&self) -> Option<u16> {
        self.is_kiosk.then(|| self.idle.unwrap_or(Self::KIOSK_IDLE))
    }

    /// Reads a value of a key. `None` if it is none of these keys, else whether the value is valid.
    pub(super) fn read(&mut self, key: &str, value: &str) -> Option<bool> {
        let number = |(least, most): (u16, u16)| value.parse().ok().filter(|it| (least..=most).contains(it));
        let understood = match key {
            "present" => match value {
                "1" => self.open(Presents::Stage),
                "notes" => self.open(Presents::Notes),
                _ => false,
            },
            "kiosk" if value == "1" => {
                self.is_kiosk = true;
                true
            }
            "loop" if value == "1" => {
                self.is_looping = true;
                true
            }
            "step" => set(&mut self.step, super::id(value)),
            "seconds" => set(&mut self.seconds, number(SECONDS)),
            "minutes" => set(&mut self.minutes, number(MINUTES)),
            "idle" => set(&mut self.idle, number(IDLE)),
            "kiosk" | "loop" => false,
            _ => return None,
        };
        Some(understood)
    }

    fn open(&mut self, window: Presents) -> bool {
        self.window = window;
        true
    }

    /// What counts of what was read: `kiosk` alone presents, and without either nothing does. Tells what does not count.
    pub(super) fn settled(mut self, mut ignored: impl FnMut(&str, &str)) -> Self {
        if self.is_kiosk {
            self.window = Presents::Stage;
        }
        if !self.is_on() {
            self.tell(&mut ignored);
            return Self::default();
        }
        if let Some(idle) = self.idle.take_if(|_| !self.is_kiosk) {
            ignored("idle", &idle.to_string());
        }
        self
    }

    /// Its keys and values, in their order in an address.
    pub(super) fn tell(&self, mut append: impl FnMut(&str, &str)) {
        match self.window {
            Presents::Stage if !self.is_kiosk => append("present", "1"),
            Presents::Notes => append("present", "notes"),
            Presents::Stage | Presents::Nothing => {}
        }
        if self.is_kiosk {
            append("kiosk", "1");
        }
        if let Some(step) = &self.step {
            append("step", step);
        }
        for (key, value) in [("seconds", self.seconds), ("minutes", self.minutes), ("idle", self.idle)] {
            if let Some(value) = value {
                append(key, &value.to_string());
            }
        }
        if self.is_looping {
            append("loop", "1");
        }
    }
}

fn set<T>(target: &mut Option<T>, value: Option<T>) -> bool {
    let understood = value.is_some();
    *target = value.or(target.take());
    understood
}

#[cfg(test)]
mod tests {
    use super::super::{Address, parse, to_query};
    use super::*;

    #[test]
    fn an_address_that_presents_is_read_back() {
        for query in [
            "?present=1",
            "?lang=en&present=1&step=meeting-rzeszow-2017",
            "?present=notes&step=guests&minutes=8",
            "?present=1&step=3&seconds=10&loop=1",
            "?kiosk=1",
            "?kiosk=1&step=title&seconds=5&idle=30",
        ] {
            let reading = parse(query);
            assert_eq!(reading.ignored, [""; 0], "{query}");
            assert!(reading.address.presenting.is_on(), "{query}");
            assert_eq!(to_query(&reading.address), query);
        }
    }

    #[test]
    fn what_is_wrong_or_counts_for_nothing_is_told() {
        for (query, ignored) in [
            ("?present=yes", vec!["present=yes"]),
            ("?step=title&seconds=9", vec!["step=title", "seconds=9"]),
            ("?present=1&seconds=1&minutes=0&idle=60&loop=no", vec!["seconds=1", "minutes=0", "loop=no", "idle=60"]),
            ("?kiosk=1&idle=2&step=../x", vec!["idle=2", "step=../x"]),
            ("?embed=1&present=1&step=title", vec!["present=1", "step=title"]),
        ] {
            assert_eq!(parse(query).ignored, ignored, "{query}");
        }
    }

    #[test]
    fn a_kiosk_is_a_stage_that_plays_in_a_loop() {
        let kiosk = parse("?kiosk=1").address.presenting;
        assert_eq!(
            (kiosk.window, kiosk.autoplay(), kiosk.idle_seconds()),
            (Presents::Stage, Some((12, true)), Some(60))
        );
        let talk = parse("?present=1&seconds=20").address.presenting;
        assert_eq!((talk.autoplay(), talk.idle_seconds()), (Some((20, false)), None));
        assert_eq!(Address::default().presenting.autoplay(), None);
    }
}
