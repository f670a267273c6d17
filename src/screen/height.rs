//! How far the drawer of a phone stands open.

/// How much of the screen the drawer takes, which holds the lists and details.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Height {
    /// Its heading: the map has the screen.
    Peek,
    /// Map and lists share it.
    Half,
    /// All below the search: the lists have it.
    Full,
}

/// What a person does with the drawer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pull {
    /// Opens it further.
    Up,
    /// Closes it further.
    Down,
    /// Opens it further, and from there closes it.
    Round,
    /// Leaves it so.
    To(Height),
}

impl Height {
    /// All of them, the lowest first.
    pub const ALL: [Self; 3] = [Self::Peek, Self::Half, Self::Full];

    /// Its name for the style sheet.
    #[must_use]
    pub fn tag(self) -> &'static str {
        ["peek", "half", "full"][self as usize]
    }

    /// Where it stands after that.
    #[must_use]
    pub fn pulled(self, pull: Pull) -> Self {
        let up = if self == Self::Peek { Self::Half } else { Self::Full };
        match pull {
            Pull::Down if self == Self::Full => Self::Half,
            Pull::Down => Self::Peek,
            Pull::Round if self == Self::Full => Self::Peek,
            Pull::Up | Pull::Round => up,
            Pull::To(height) => height,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Height::{Full, Half, Peek};

    #[test]
    fn it_goes_up_and_down_by_one_and_stops_at_the_ends() {
        assert_eq!(Height::ALL.map(|height| height.pulled(Pull::Up)), [Half, Full, Full]);
        assert_eq!(Height::ALL.map(|height| height.pulled(Pull::Down)), [Peek, Peek, Half]);
    }

    #[test]
    fn it_goes_round_through_all_of_them() {
        assert_eq!(Height::ALL.map(|height| height.pulled(Pull::Round)), [Half, Full, Peek]);
        assert_eq!(Full.pulled(Pull::To(Half)), Half);
    }

    #[test]
    fn each_has_a_name_of_its_own() {
        assert_eq!(Height::ALL.map(Height::tag), ["peek", "half", "full"]);
    }
}
