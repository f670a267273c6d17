//! What a button does when it is pressed.

use crate::domain::{City, Facet, Key, Lang, Period, Subject};
use crate::scene::Frame;
use crate::url::Theme;

/// An intention of a person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Look closely at something, or no more.
    Select(Subject),
    /// Go to something, selected or not.
    Visit(Key<City>),
    /// Look closely at nothing.
    Close,
    /// Look at another time.
    Show(Period),
    /// Look at a year in the way in which the present one is.
    Choose(i32),
    /// The same for a year that the slider passes while it is held.
    Scrub(i32),
    /// Let go of the slider.
    Release,
    /// Look only at what this is about, or at everything again.
    Narrow(Facet),
    /// Look at everything that the period has.
    Widen,
    /// Move the map.
    LookAt(Frame),
    /// Zoom the map by a number of levels.
    Zoom(f64),
    /// Speak another language.
    Speak(Lang),
    /// Wear other colours.
    Wear(Theme),
    /// Load the page again.
    Reload,
}

impl Action {
    /// Whether a button with this action stays pressed while its choice is in force.
    #[must_use]
    pub fn is_choice(self) -> bool {
        matches!(self, Self::Select(_) | Self::Show(_) | Self::Narrow(_) | Self::Speak(_) | Self::Wear(_))
    }
}
