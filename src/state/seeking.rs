//! Searching and filtering.

use std::sync::Arc;

use crate::domain::{Criterion, Facet, Filter, Period, Query, Subject, Suggestions, Target};
use crate::markup::Suggestion;
use crate::scene::Frame;

use super::{Delivery, State};

/// What is being looked for in the search field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seeking {
    /// What was typed.
    pub text: Arc<str>,
    /// Whether suggestions are offered.
    pub is_open: bool,
    /// The suggestion that the keys are on, by its place: that of [`Suggestions`], or after them the offer to keep the
    /// text.
    pub active: Option<usize>,
}

/// Where the focus goes when what had it is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Landing {
    /// On what the filter asks for, by its place.
    Chip(usize),
    /// On the search field.
    Field,
    /// On the lists.
    Lists,
}

impl State {
    /// What is being looked for.
    #[must_use]
    pub fn seeking(self) -> Seeking {
        self.shared().seeking.get()
    }

    /// What is offered for it: nothing while nothing is.
    #[must_use]
    pub fn suggestions(self) -> Suggestions {
        _ = self.delivery();
        let seeking = self.seeking();
        if seeking.is_open { self.suggest(&seeking.text) } else { Suggestions::default() }
    }

    /// What is offered for a text: nothing before the extras are here.
    pub(super) fn suggest(self, text: &str) -> Suggestions {
        let shared = self.shared();
        match shared.delivery.get_untracked() {
            Delivery::Here(extras) => (extras.suggest)(&shared.catalog, &shared.index, text),
            Delivery::Awaited | Delivery::AwaitedAgain | Delivery::Missing => Suggestions::default(),
        }
    }

    /// The last wish for the focus, and its number; 0 is no wish.
    #[must_use]
    pub fn landing(self) -> (Landing, u32) {
        self.shared().landing.get()
    }

    /// Looks only at what `facet` is about; at what is looked at already, no more.
    pub(super) fn narrow(self, facet: Facet) {
        let filter = self.shared().filter.get_untracked();
        let filter = if filter.has(facet) { filter.without(facet.criterion()) } else { filter.with(facet) };
        self.change_view(self.shared().period.get_untracked(), filter);
        self.show_drawer();
    }

    /// Looks only at what `facet` is about, and closely at that: nothing else stays selected. What would leave nothing
    /// to look at, the time or the rest of the filter, is let go.
    pub(super) fn explore(self, facet: Facet) {
        self.leave_page();
        let shared = self.shared();
        if shared.subject.get_untracked().is_some() {
            shared.subject.set(None);
            self.look_at(Frame::Home);
        }
        let (period, filter) = (shared.period.get_untracked(), shared.filter.get_untracked().with(facet));
        let only = Filter::default().with(facet);
        let ways = [(period, &filter), (Period::All, &filter), (period, &only)];
        let way = ways.into_iter().find(|(period, filter)| filter.count(&shared.catalog, *period) > 0);
        let (period, filter) = way.unwrap_or((Period::All, &only));
        self.change_view(period, filter.clone());
        self.show_drawer();
    }

    /// Looks at more than what `facet` is about.
    pub(super) fn leave(self, facet: Facet) {
        let shared = self.shared();
        let filter = shared.filter.get_untracked().without(facet.criterion());
        self.change_view(shared.period.get_untracked(), filter);
    }

    pub(super) fn drop_criterion(self, criterion: Criterion) {
        let shared = self.shared();
        let filter = shared.filter.get_untracked();
        let place = filter.criteria().iter().position(|&other| other == criterion).unwrap_or(0);
        let filter = filter.without(criterion);
        let left = filter.criteria().len();
        self.change_view(shared.period.get_untracked(), filter);
        // On the next one, or on the last one where there is none.
        self.land(if left == 0 { Landing::Field } else { Landing::Chip(place.min(left - 1)) });
    }

    pub(super) fn land(self, landing: Landing) {
        self.shared().landing.wish(landing);
    }

    /// Looks for a text, and offers what has that name.
    pub fn seek(self, text: &str) {
        // A text without letters and digits finds nothing, which is said.
        let is_open = !text.trim().is_empty();
        self.shared().seeking.set(Seeking { text: text.into(), is_open, active: None });
    }

    pub(super) fn go_to_suggestion(self, suggestion: Suggestion) {
        let shared = self.shared();
        let mut seeking = shared.seeking.get_untracked();
        if Query::new(&seeking.text).is_none() {
            return;
        }
        let count = self.suggest(&seeking.text).count();
        let (first, last) = ((count > 0).then_some(0), count.checked_sub(1));
        seeking.active = match (suggestion, seeking.active.filter(|_| seeking.is_open)) {
            (Suggestion::First, _) | (Suggestion::Next, None) => first,
            (Suggestion::Last, _) | (Suggestion::Previous, None) => last,
            (Suggestion::Next, Some(active)) => Some(active + 1).filter(|next| *next < count),
            (Suggestion::Previous, Some(active)) => active.checked_sub(1),
        };
        seeking.is_open = true;
        shared.seeking.set(seeking);
    }

    pub(super) fn accept(self) {
        let seeking = self.shared().seeking.get_untracked();
        let suggestions = self.suggest(&seeking.text);
        let active = seeking.active.filter(|_| seeking.is_open);
        let chosen = match active {
            Some(place) => suggestions.targets.get(place).copied(),
            None => suggestions.named,
        };
        match chosen {
            Some(target) => self.find(target),
            // What nothing has as a text, but something as its name, is meant to be gone to.
            None => match suggestions.targets.first().filter(|_| suggestions.meetings == 0) {
                Some(&target) => self.find(target),
                None => self.keep(),
            },
        }
    }

    /// Goes to something that was found, and lets it be seen whatever was looked at before.
    pub(super) fn find(self, target: Target) {
        let shared = self.shared();
        shared.seeking.set(Seeking::default());
        match target {
            Target::City(city) => self.visit(Subject::City(city)),
            Target::Expert(expert) => self.visit(Subject::Expert(expert)),
            Target::Meeting(meeting) | Target::Participant(meeting, _) => self.visit(Subject::Meeting(meeting)),
            // None of these has a detail, which would take the focus.
            Target::Year(year) => {
                self.change_view(Period::Year(year), Filter::default());
                self.land(Landing::Lists);
            }
            Target::Country(country) => {
                self.explore(Facet::Country(country));
                self.land(Landing::Lists);
            }
            Target::Kind(kind) => {
                self.explore(Facet::Kind(kind));
                self.land(Landing::Lists);
            }
            Target::Topic(topic) => self.explore(Facet::Topic(topic)),
            Target::Edition(edition) => self.explore(Facet::Edition(edition)),
        }
    }

    /// Looks only at what has the text of the search field.
    pub(super) fn keep(self) {
        let shared = self.shared();
        let Some(query) = Query::new(&shared.seeking.get_untracked().text) else { return };
        // Without them nothing would say why nothing is left, nor lead back.
        let Delivery::Here(extras) = shared.delivery.get_untracked() else { return };
        shared.seeking.set(Seeking::default());
        let text = Some((extras.occurrences)(&shared.catalog, query).into());
        self.change_view(shared.period.get_untracked(), Filter { text, ..shared.filter.get_untracked() });
        self.land(Landing::Lists);
    }

    pub(super) fn unseek(self) {
        let seeking = &self.shared().seeking;
        if seeking.get_untracked().is_open {
            self.shut();
        } else {
            seeking.set(Seeking::default());
        }
    }

    pub(super) fn shut(self) {
        let seeking = &self.shared().seeking;
        let text = seeking.get_untracked().text;
        seeking.change(Seeking { text, ..Seeking::default() });
    }
}
