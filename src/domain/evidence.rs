//! Everything that is claimed of the campaign, with where each of it is known from.

use super::{Award, Catalog, Edition, Expert, Key, Meeting, Provenance, Source, Topic, Total};

/// Something that is claimed, and has sources of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// An edition.
    Edition(Key<Edition>),
    /// A meeting.
    Meeting(Key<Meeting>),
    /// A guest of a meeting, by the place in its list.
    Guest(Key<Meeting>, usize),
    /// Another person named at a meeting, by the place in its list.
    Participant(Key<Meeting>, usize),
    /// An expert.
    Expert(Key<Expert>),
    /// A topic.
    Topic(Key<Topic>),
    /// A total.
    Total(Key<Total>),
    /// An award.
    Award(Key<Award>),
}

impl Catalog {
    /// Every fact with its provenance.
    #[must_use]
    pub fn facts(&self) -> Vec<(Fact, &Provenance)> {
        let mut facts = Vec::new();
        facts.extend(self.all().map(|(key, edition): (_, &Edition)| (Fact::Edition(key), &edition.provenance)));
        for (key, meeting) in self.all::<Meeting>() {
            facts.push((Fact::Meeting(key), &meeting.provenance));
            let guests = meeting.guests.iter().enumerate();
            facts.extend(guests.map(|(index, guest)| (Fact::Guest(key, index), &guest.provenance)));
            let people = meeting.participants.iter().enumerate();
            facts.extend(people.map(|(index, person)| (Fact::Participant(key, index), &person.provenance)));
        }
        facts.extend(self.all().map(|(key, expert): (_, &Expert)| (Fact::Expert(key), &expert.provenance)));
        facts.extend(self.all().map(|(key, topic): (_, &Topic)| (Fact::Topic(key), &topic.provenance)));
        facts.extend(self.all().map(|(key, total): (_, &Total)| (Fact::Total(key), &total.provenance)));
        facts.extend(self.all().map(|(key, award): (_, &Award)| (Fact::Award(key), &award.provenance)));
        facts
    }

    /// How many facts name this source, as theirs or as that of a doubt.
    #[must_use]
    pub fn facts_of(&self, source: Key<Source>) -> usize {
        self.facts().iter().filter(|(_, provenance)| provenance.names(source)).count()
    }
}

impl Provenance {
    /// Whether a source is named here, also as that of a doubt.
    #[must_use]
    pub fn names(&self, source: Key<Source>) -> bool {
        self.sources.contains(&source) || self.doubts.iter().any(|doubt| doubt.sources.contains(&source))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample;

    #[test]
    fn every_record_and_every_guest_is_a_fact() {
        let catalog = sample::catalog();
        let facts = catalog.facts();
        // An edition, three meetings, three times a guest, an expert.
        assert_eq!(facts.len(), 8);
        assert_eq!(facts.iter().filter(|(fact, _)| matches!(fact, Fact::Guest(..))).count(), 3);
        assert!(facts.iter().all(|(_, provenance)| provenance.sources.is_empty()));
    }
}
