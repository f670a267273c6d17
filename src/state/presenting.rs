//! The talk: which step it is at, and what a step shows.

use std::rc::Rc;

use crate::data::Problem;
use crate::domain::{Breadth, Clock, Cover, Filter, Period, StoryStep, TypedStep, View, place_of};
use crate::markup::{Node, Present};
use crate::scene::{Camera, Frame};
use crate::url::Presenting;

use super::{Delivery, State};

/// The talk, as far as no link keeps it.
#[expect(clippy::struct_excessive_bools, reason = "each stands for a thing of its own")]
#[derive(Clone, Default)]
pub struct Stage {
    /// Its code.
    pub part: PresentPart,
    /// Every step; none before `data/story.json` was asked for.
    pub steps: Rc<[StoryStep]>,
    /// The place of the present step in them.
    pub at: usize,
    /// What covers the stage.
    pub cover: Cover,
    /// The number that is being typed.
    pub typed: TypedStep,
    /// The time that it has taken.
    pub clock: Clock,
    /// Whether steps follow each other by themselves at this moment.
    pub is_playing: bool,
    /// Whether nobody has touched anything for a while: controls and pointer are hidden.
    pub is_idle: bool,
    /// Whether the keys are shown.
    pub has_keys: bool,
    /// Whether a light follows the pointer.
    pub has_light: bool,
    /// Whether the browser did not let another window open just now.
    pub is_blocked: bool,
    /// Whether another window of the talk answers.
    pub has_partner: bool,
}

/// Whether the code of the talk has come.
pub type PresentPart = Delivery<PresentTable>;

/// What the talk is made of, as functions: nothing else may name them, or they would come before it is opened.
#[derive(Clone, Copy)]
pub struct PresentTable {
    /// Begins to listen; is called once.
    pub start: fn(State),
    /// Makes the steps, by the bytes of what the organiser says of them, where there is such a file; is called once.
    pub make_steps: fn(State, Option<Vec<u8>>),
    /// What lies upon the page.
    pub body: fn(State, &Stage) -> Vec<Node>,
    /// Does what is done.
    pub perform: fn(State, Present),
}

impl State {
    /// How the page presents.
    #[must_use]
    pub fn presenting(self) -> Presenting {
        self.shared().presenting.get()
    }

    /// Changes that; what is changed is in the address at once.
    pub fn present_with(self, change: impl FnOnce(&mut Presenting)) {
        let mut presenting = self.shared().presenting.get_untracked();
        change(&mut presenting);
        self.shared().presenting.change(presenting);
    }

    /// The talk.
    #[must_use]
    pub fn stage(self) -> Rc<Stage> {
        self.shared().stage.get()
    }

    /// Changes it.
    pub fn stage_with(self, change: impl FnOnce(&mut Stage)) {
        let mut stage = self.shared().stage.get_untracked();
        change(Rc::make_mut(&mut stage));
        self.shared().stage.set(stage);
    }

    /// The story has come, with what is wrong with its file: the step that the address names is shown, else the first.
    pub fn story_arrived(self, steps: Vec<StoryStep>, minutes: Option<u16>, problems: Vec<Problem>) {
        self.tell_problems(problems);
        let presenting = self.shared().presenting.get_untracked();
        let is_on = presenting.is_on();
        let at = presenting.step.and_then(|step| place_of(&steps, &step)).unwrap_or_default();
        self.stage_with(|stage| {
            stage.steps = steps.into();
            stage.clock.minutes = presenting.minutes.or(minutes);
        });
        if is_on {
            self.show_step(at);
        }
    }

    /// Shows a step: the map, the timeline and the address follow. Where there is none of this place, nothing.
    pub fn show_step(self, at: usize) {
        let shared = self.shared();
        let Some(step) = shared.stage.get_untracked().steps.get(at).cloned() else { return };
        self.stage_with(|stage| {
            stage.at = at;
            stage.typed = TypedStep::default();
        });
        self.present_with(|presenting| presenting.step = Some(step.token.clone()));
        let is_shown =
            |period| step.subject.is_none_or(|it| View::of(&shared.catalog, period, step.filter.clone()).shows(it));
        let years = shared.catalog.years();
        let period = years.and_then(|years| step.period.within(&years)).filter(|&period| is_shown(period));
        let (period, filter) = period.map_or((Period::All, Filter::default()), |period| (period, step.filter.clone()));
        shared.set_view(period, filter);
        shared.subject.change(step.subject);
        let frame = match step.breadth {
            Breadth::Home => Frame::Home,
            Breadth::All => Frame::All,
            Breadth::Selection => Frame::Selection,
        };
        self.look_at(frame);
        if let Some(spot) = step.spot {
            shared.camera.set(Some(Camera { lon: spot.place.lon(), lat: spot.place.lat(), zoom: spot.zoom }));
            shared.frame.wish(frame);
        }
    }

    /// Does what somebody who presents has asked for, once the code for it is here.
    pub(super) fn present(self, present: Present) {
        if let Some(extras) = self.extras_or_later(&self.shared().awaits_stage) {
            (extras.present)(self, present);
        }
    }
}
