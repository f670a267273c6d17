//! The campaign on stage, step by step, and the speaker's desk beside it.
//!
//! Its frame belongs to what the first view does without (`crate::extras`). All else is a part of its own, which comes when
//! somebody presents; only `part` names it.

#![allow(clippy::similar_names, reason = "the state of the app, and the stage")]

mod caption;
mod deeds;
mod desk;
mod frame;
mod gesture;
mod handout;
mod keys;
mod looks;
mod message;
mod pace;
mod part;
mod stage;
mod talk;

pub use frame::{perform, stage};

use crate::domain::Breadth;
use crate::scene::Frame;

/// What a step shows of the Earth.
fn frame_of(breadth: Breadth) -> Frame {
    match breadth {
        Breadth::Home => Frame::Home,
        Breadth::All => Frame::All,
        Breadth::Selection => Frame::Selection,
    }
}
