//! What a button does when it is pressed.

use super::{Present, Share};
use crate::domain::{Criterion, Facet, Lang, Period, Speed, Subject, Target};
use crate::scene::Frame;
use crate::screen::Pull;
use crate::url::{Display, Sheet, Sorting, Theme};

/// An intention of a person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Look closely at something, or no more.
    Select(Subject),
    /// Go to something, selected or not.
    Visit(Subject),
    /// Look closely at nothing.
    Close,
    /// Look at another time.
    Show(Period),
    /// Look at a year in the way in which the present one is.
    Choose(i32),
    /// The same for a year that the slider passes while it is held.
    Scrub(i32),
    /// Of a window: begin with another year.
    ChooseFirst(i32),
    /// The same for a year that its slider passes while it is held.
    ScrubFirst(i32),
    /// Let go of the slider.
    Release,
    /// What was taken for a hand on the slider was one that scrolls the page.
    Withdraw,
    /// Look only at what this is about, or at everything again.
    Narrow(Facet),
    /// Print what is seen.
    Print,
    /// Look only at what this is about, and closely at that.
    Explore(Facet),
    /// Look at this no more than at others.
    Leave(Facet),
    /// Ask for this no more.
    Drop(Criterion),
    /// Look at everything that the period has.
    Widen,
    /// Go so many years on, or back.
    Go(i32),
    /// Type a digit of a year.
    Type(char),
    /// Play through the years, or stop it.
    Play,
    /// Stop playing.
    Pause,
    /// Of playing: the present year was shown long enough.
    Advance,
    /// Play at another speed.
    Pace(Speed),
    /// Play on from the first year after the last, or end there.
    Loop,
    /// Point at something, or at nothing any more: a pointer or the focus is on it.
    Point(Option<Subject>),
    /// Point at another meeting.
    PointTo(Neighbour),
    /// Look closely at what is pointed at.
    Take,
    /// Look at all years, whatever is asked for besides.
    AllYears,
    /// Unfold the filters, or fold them.
    Unfold,
    /// Look for what the search field holds, which whoever tells of the event adds.
    Seek,
    /// Go to another suggestion.
    Suggest(Suggestion),
    /// Take the suggestion that the keys are on; without one, keep the text.
    Accept,
    /// Go to what was found.
    Find(Target),
    /// Look only at what has the text of the search field.
    Keep,
    /// Close the suggestions; closed already, empty the field.
    Unseek,
    /// Close the suggestions.
    Shut,
    /// Empty the search field.
    Clear,
    /// Leave the focus where it is, though a pointer is pressed elsewhere.
    KeepFocus,
    /// Move the map.
    LookAt(Frame),
    /// Zoom the map by a number of levels.
    Zoom(f64),
    /// Display the map, a table or what is said of the data.
    Display(Display),
    /// Display another table.
    Sheet(Sheet),
    /// Sort the table.
    Sort(Sorting),
    /// Open the drawer of a phone further, or close it.
    Pull(Pull),
    /// Show the help, or close it.
    Help(bool),
    /// Share the view.
    Share(Share),
    /// Present it, and what is done meanwhile.
    Present(Present),
    /// Let the question mark open the help, or no more.
    AllowShortcut,
    /// Have the detailed base map from another server, or no more.
    Detail(bool),
    /// Speak another language.
    Speak(Lang),
    /// Wear other colours.
    Wear(Theme),
    /// Ask again for what the first view does without, where it did not arrive.
    Retry,
    /// Load the page again.
    Reload,
    /// Stay with the version of the app that is here.
    Stay,
}

/// Which meeting, in the order of time, seen from the one that is pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Neighbour {
    /// None yet: the one that is selected, or the first that the period shows.
    Chosen,
    /// The one before it.
    Previous,
    /// The one after it.
    Next,
    /// The first of all.
    First,
    /// The last of all.
    Last,
}

/// Which suggestion, seen from the one that the keys are on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suggestion {
    /// The next one; after the last one the field itself.
    Next,
    /// The one before; before the first one the field itself.
    Previous,
    /// The first of all.
    First,
    /// The last of all.
    Last,
}

impl Action {
    /// Whether a button with this action stays pressed while its choice is in force.
    #[must_use]
    pub fn is_choice(self) -> bool {
        matches!(
            self,
            Self::Select(_)
                | Self::Show(_)
                | Self::Narrow(_)
                | Self::Loop
                | Self::Display(_)
                | Self::Sheet(_)
                | Self::Speak(_)
                | Self::Wear(_)
        )
    }

    /// Whether the years play on when a person does this; anything else stops them.
    #[must_use]
    pub fn lets_play(self) -> bool {
        matches!(
            self,
            Self::Play
                | Self::Advance
                | Self::Pace(_)
                | Self::Loop
                | Self::Release
                | Self::Withdraw
                | Self::Point(_)
                | Self::Speak(_)
                | Self::Wear(_)
        )
    }
}
