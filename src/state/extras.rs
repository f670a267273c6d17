//! What the first view does without: its code comes in a file of its own, once the page is complete or wants it.

use std::any::Any;
use std::cell::{Cell, OnceCell};

use crate::data::Problem;
use crate::domain::{Catalog, Filter, Focus, Index, Landmark, Occurrences, Period, Query, Subject, Suggestions, View};
use crate::markup::{Action, Node, Present, Share};
use crate::scene::{BackgroundName, LeadNames, Marker, Rect, Viewport};
use crate::text::Reader;
use crate::url::{Display, Sorting};

use super::{Seeking, State};

/// All that a reader may ask for beyond the first view, as functions: where the app is split in files, nothing else may
/// name them, or they would come with the first view after all.
#[expect(clippy::type_complexity, reason = "each is named once, here")]
#[derive(Clone, Copy)]
pub struct Extras {
    /// What is known of something, with the way to the next of its sort.
    pub detail: fn(Reader<'_>, Focus, &View, Period) -> Vec<Node>,
    /// Below the lists: the map in words, how much is known, and what only paper needs.
    pub appendix: fn(Reader<'_>, &View, Period, Option<Subject>) -> Vec<Node>,
    /// The chosen table.
    pub board: fn(Reader<'_>, &View, Period, Sorting) -> Node,
    /// What stands in place of all: the page about the data, or the poster.
    pub page: fn(State) -> Vec<Node>,
    /// Fetches what pictures stand on, once.
    pub fetch_ground: fn(State),
    /// The dialogs: the help on the keyboard, and what shares the view.
    pub dialogs: fn(State) -> Vec<Node>,
    /// Does what is done in the latter.
    pub share: fn(State, Share),
    /// Does what is done while the campaign is presented.
    pub present: fn(State, Present),
    /// What stands in the main part of the page meanwhile.
    pub stage: fn(State) -> Vec<Node>,
    /// What is wrong with the data files.
    pub problems: fn(Reader<'_>, &[Problem], bool) -> Vec<Node>,
    /// Why the filters leave nothing, in a sentence.
    pub why_nothing: fn(Reader<'_>, &Filter, Period) -> String,
    /// What is offered for the text in the search field.
    pub offers: fn(Reader<'_>, &Seeking, &Suggestions) -> Vec<Node>,
    /// What a screen reader is told of it.
    pub told: fn(Reader<'_>, &Seeking, &Suggestions) -> String,
    /// Every choice of the filters.
    pub filters: fn(Reader<'_>, &Filter, Period) -> Vec<Node>,
    /// What of them is in force.
    pub chips: fn(Reader<'_>, &Filter) -> Vec<Node>,
    /// Why the filters leave nothing, and the ways back.
    pub no_match: fn(Reader<'_>, &View, Period) -> Vec<Node>,
    /// Looks for a text in an index, which is made when there is none yet.
    pub suggest: fn(&Catalog, &OnceCell<Index>, &str) -> Suggestions,
    /// Finds a text in all meetings.
    pub occurrences: fn(&Catalog, Query) -> Occurrences,
    /// Fetches the names upon the base map.
    pub name_map: fn(State),
    /// Leads cities that have no room for their names to where there is some.
    pub lead_names: LeadNames,
    /// Finds room for these names.
    pub background: fn(&[Landmark], &[String], &[Marker], &Viewport, &mut Vec<Rect>) -> Vec<BackgroundName>,
    /// Lets a screen reader meet each city of the map once, whether it is named at the edge or not.
    pub hush: fn(State),
    /// What the signs on the timeline mean.
    pub timeline_key: fn(State) -> Vec<Node>,
    /// Fetches what the organiser has set.
    pub configure: fn(State),
    /// Lights up what a pointer or the focus is on, and its twins, as long as what it gives is kept.
    pub twins: fn(State) -> Box<dyn Any>,
    /// The same for one token; without one, nothing.
    pub light: fn(Option<&str>),
    /// Unfolds whatever is folded, for paper, or folds that again.
    pub unfold_all: fn(bool),
    /// Lets a finger pull the drawer, as long as what it gives is kept.
    pub pull: fn(State) -> Box<dyn Any>,
    /// The offer of a detailed base map, and whose is shown.
    pub tile_offer: fn(State) -> Vec<Node>,
    /// What begins when all of this is here: messages, in a page that stands within another one; in any other what makes it
    /// work without a network.
    pub embed: fn(State),
}

/// Whether a part of the code has come: the extras, or what its table says.
#[derive(Clone, Copy, Default)]
pub enum Delivery<T: 'static = Extras> {
    /// It is on its way, or will be.
    #[default]
    Awaited,
    /// The same, after it had not arrived.
    AwaitedAgain,
    /// It is here.
    Here(&'static T),
    /// It did not arrive.
    Missing,
}

impl<T> Delivery<T> {
    /// What it says, once it is here.
    pub(super) fn table(self) -> Option<&'static T> {
        match self {
            Self::Here(table) => Some(table),
            Self::Awaited | Self::AwaitedAgain | Self::Missing => None,
        }
    }
}

impl State {
    /// What the first view does without, once it is here.
    #[must_use]
    pub fn extras(self) -> Option<&'static Extras> {
        self.delivery().table()
    }

    /// Whether that has come.
    #[must_use]
    pub fn delivery(self) -> Delivery {
        self.shared().delivery.get()
    }

    /// Whether the page that is looked at is not whole without it.
    #[must_use]
    pub fn needs_extras(self) -> bool {
        self.subject().is_some()
            || self.is_filtered()
            || self.display() != Display::Map
            || self.has_help()
            || self.is_unfolded()
            || self.seeking().is_open
            || self.presenting().is_on()
            || !self.problems().is_empty()
    }

    /// Whether something is asked for that not everything has.
    #[must_use]
    pub fn is_filtered(self) -> bool {
        !self.filter().is_empty() || self.shared().sought.get().is_some()
    }

    /// It has come, or it has not.
    pub fn delivered(self, extras: Option<&'static Extras>) {
        let shared = self.shared();
        if extras.is_none() {
            // There is none to be shown: it would open at some later time, unasked.
            shared.help.change(false);
        }
        shared.delivery.set(extras.map_or(Delivery::Missing, Delivery::Here));
        if extras.is_some() && shared.sought.get_untracked().is_some() {
            // Now it can be looked for.
            self.go_to(&self.address());
        }
        if extras.is_some() && shared.awaits_dialog.take() {
            self.perform(Action::Share(Share::Open));
        }
        if extras.is_some() && shared.awaits_stage.take() {
            self.perform(Action::Present(Present::Open));
        }
    }

    /// The parts that come later. Where they are not here, they are asked for anew if that failed, and that something waits for
    /// them is kept.
    pub(super) fn extras_or_later(self, is_awaited: &Cell<bool>) -> Option<&'static Extras> {
        match self.shared().delivery.get_untracked() {
            Delivery::Here(extras) => return Some(extras),
            Delivery::Missing => self.retry(),
            Delivery::Awaited | Delivery::AwaitedAgain => {}
        }
        is_awaited.set(true);
        None
    }

    /// Whether a newer version of the app is there, and offered.
    #[must_use]
    pub fn has_newer(self) -> bool {
        self.shared().newer.get()
    }

    /// There is one now, or it is to be offered no more.
    pub fn newer_is_there(self, is_there: bool) {
        self.shared().newer.change(is_there);
    }

    /// Asks for it again.
    pub(super) fn retry(self) {
        self.shared().delivery.set(Delivery::AwaitedAgain);
    }

    /// Shows the help, or closes it.
    pub(super) fn show_help(self, is_open: bool) {
        self.shared().help.change(is_open);
        if is_open && matches!(self.shared().delivery.get_untracked(), Delivery::Missing) {
            self.retry();
        }
    }

    /// Whether the map is drawn, or never will be.
    #[must_use]
    pub fn is_drawn(self) -> bool {
        self.has_base().is_some()
    }

    /// Whether there is a base map; nothing before the map is drawn.
    #[must_use]
    pub fn has_base(self) -> Option<bool> {
        self.shared().base.get()
    }

    /// The map is drawn, with or without a base map, or never will be.
    pub fn drawn(self, has_base: bool) {
        self.shared().base.change(Some(has_base));
    }
}
