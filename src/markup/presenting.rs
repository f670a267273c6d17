//! What is done while the campaign is presented.

use crate::domain::{Cover, Stride};

/// An intention of somebody who presents.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Present {
    /// Present, from the step where it was left.
    Open,
    /// Present no more, and explore what the step shows.
    Leave,
    /// Ask again for the code, where it did not arrive.
    Retry,
    /// Go to another step.
    Go(Stride),
    /// Cover the stage; what covers it already goes.
    Cover(Cover),
    /// Open the speaker's window, or bring it to the front.
    Notes,
    /// Fill the screen, or no more.
    Fill,
    /// Let steps follow each other by themselves, or no more.
    Play,
    /// Begin the time of the talk anew.
    Restart,
    /// Show the keys, or no more.
    Keys,
    /// Show them no more: they were closed.
    Shut,
    /// Show a light that follows the pointer, or no more.
    Light,
    /// Print the handout.
    Print,
}
