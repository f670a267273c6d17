//! What a step says, in words: on stage, at the desk and on paper.

use crate::domain::{
    Award, City, Edition, Expert, Facet, Filter, Key, Lang, Meeting, Mode, Own, Period, Provenance, Slide, Source,
    StoryStep, Total, View, Visitor, each_once,
};
use crate::panel::{facet_name, shares, total_name};
use crate::text::{self, PresentWords, Reader, join, typeset};

/// A line of a step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// What it says first.
    pub text: String,
    /// And what of less weight.
    pub beside: String,
    /// Whether it is about a guest.
    pub is_guest: bool,
}

/// What a step says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Caption {
    /// What kind of step it is, for the style sheet.
    pub kind: &'static str,
    /// What it belongs to.
    pub over: String,
    /// The years that it shows.
    pub year: String,
    /// Its heading.
    pub title: String,
    /// What it says below that.
    pub lead: String,
    /// And in lines.
    pub lines: Vec<Line>,
    /// A picture: the file, and what it shows.
    pub picture: Option<(String, String)>,
    /// What of it is not certain.
    pub doubt: String,
}

fn line(text: impl Into<String>, beside: impl Into<String>) -> Line {
    Line { text: text.into(), beside: beside.into(), is_guest: false }
}

fn guest(text: impl Into<String>, beside: impl Into<String>) -> Line {
    Line { is_guest: true, ..line(text, beside) }
}

/// The words of a talk in a reader's language.
pub(super) fn words_of(lang: Lang) -> &'static PresentWords {
    PresentWords::of(lang)
}

impl Caption {
    /// What a step says to a reader.
    pub(super) fn of(reader: Reader<'_>, step: &StoryStep) -> Self {
        let words = words_of(reader.lang);
        let years = reader.years(step.period).unwrap_or_default();
        let all = || View::of(reader.catalog, Period::All, Filter::default());
        let caption = match &step.slide {
            Slide::Title => Self {
                kind: "title",
                year: years,
                title: reader.campaign().to_owned(),
                lead: reader.words.lead.to_owned(),
                ..Self::default()
            },
            Slide::Campaign => campaign(reader, words, years, &all()),
            &Slide::Edition(key) => edition(reader, key),
            &Slide::Meeting(key) => meeting(reader, key),
            Slide::Guests => guests(reader, words, years, &all()),
            &Slide::Home(key) => home(reader, words, years, key, &all()),
            Slide::Totals => totals(reader, words),
            Slide::Awards => awards(reader, words),
            Slide::Sources => sources(reader, words),
            Slide::Thanks => Self {
                kind: "thanks",
                title: words.thanks.to_owned(),
                lead: reader.campaign().to_owned(),
                ..Self::default()
            },
            Slide::Own(own) => own_step(reader, step, years, own),
        };
        caption.set(reader.lang)
    }

    /// All of it, set for the screen.
    fn set(mut self, lang: Lang) -> Self {
        let set = |text: &mut String| *text = typeset(lang, text).into_owned();
        for text in [&mut self.over, &mut self.title, &mut self.lead, &mut self.doubt] {
            set(text);
        }
        for line in &mut self.lines {
            set(&mut line.text);
            set(&mut line.beside);
        }
        self
    }
}

fn campaign(reader: Reader<'_>, words: &PresentWords, years: String, all: &View) -> Caption {
    let (ours, more) = (reader.words, reader.more_words());
    let mut lines = vec![line(reader.held(all), "")];
    if !all.homes.is_empty() {
        lines.push(guest((ours.guest_cities_count)(all.homes.len()), ""));
    }
    if all.named_experts() > 0 {
        lines.push(guest((ours.experts_count)(all.named_experts()), ""));
    }
    let shares = shares(reader);
    let doubt = if shares.is_empty() { String::new() } else { (more.documented_shares)(&join(", ", shares)) };
    Caption {
        kind: "campaign",
        title: words.campaign_title.to_owned(),
        lead: (words.campaign_is)(Some(years.as_str()).filter(|years| !years.is_empty())),
        year: years,
        lines,
        doubt,
        ..Caption::default()
    }
}

fn edition(reader: Reader<'_>, key: Key<Edition>) -> Caption {
    let (ours, edition) = (reader.words, reader.catalog.get(key));
    let name = facet_name(reader, Facet::Edition(key));
    let meetings = reader.catalog.all::<Meeting>().filter(|(_, meeting)| meeting.edition == Some(key));
    let lines = meetings.map(|(_, meeting)| line(reader.city(meeting.city), reader.date(meeting))).collect();
    let years = edition.when.years();
    let (over, title, lead) = match &edition.theme {
        Some(theme) => (name, reader.text(theme), String::new()),
        None => (String::new(), name, ours.no_theme.to_owned()),
    };
    Caption {
        kind: "edition",
        over,
        year: text::years(*years.start(), *years.end()),
        title: capitalised(&title),
        lead,
        lines,
        doubt: doubts(reader, &edition.provenance, &["number", "when"]),
        ..Caption::default()
    }
}

fn meeting(reader: Reader<'_>, key: Key<Meeting>) -> Caption {
    const MANY: usize = 3;
    let meeting = reader.catalog.get(key);
    let edition = meeting.edition.map(|key| facet_name(reader, Facet::Edition(key))).unwrap_or_default();
    let title = reader.text_if(meeting.title.as_ref());
    let topics = reader.topics(meeting);
    let lead = if title.is_empty() { capitalised(&topics) } else { title.clone() };
    let beside = if title.is_empty() { String::new() } else { topics };
    let mut lines = vec![line(reader.date(meeting), reader.kinds(meeting))];
    if !beside.is_empty() {
        lines.push(line(capitalised(&beside), ""));
    }
    for visit in &meeting.guests {
        let how = if visit.mode == Mode::Present { "" } else { (reader.words.mode)(visit.mode) };
        // Of many guests each city tells later what they spoke of.
        let is_told = meeting.guests.len() <= MANY;
        let talk = if is_told { reader.text_if(visit.talk.as_ref()) } else { String::new() };
        let from = reader.home(visit.visitor);
        let distance = reader.distance(visit, meeting);
        lines.push(guest(reader.visitor(visit.visitor), join(", ", [from, distance, how.to_owned(), talk])));
    }
    let years = meeting.years();
    Caption {
        kind: "meeting",
        over: join(" · ", [edition, reader.text_if(reader.catalog.get(meeting.city).region.as_ref())]),
        year: text::years(*years.start(), *years.end()),
        title: reader.city(meeting.city),
        lead,
        lines,
        doubt: doubts(reader, &meeting.provenance, &["when"]),
        ..Caption::default()
    }
}

fn guests(reader: Reader<'_>, words: &PresentWords, years: String, all: &View) -> Caption {
    let countries = each_once(all.homes.iter().filter_map(|&city| reader.catalog.get(city).country));
    let lines = all.homes.iter().map(|&city| guest(reader.city(city), country(reader, city))).collect();
    Caption {
        kind: "guests",
        year: years,
        title: words.guests_title.to_owned(),
        lead: (words.guests_from)(all.homes.len(), countries.len()),
        lines,
        ..Caption::default()
    }
}

fn home(reader: Reader<'_>, words: &PresentWords, years: String, city: Key<City>, all: &View) -> Caption {
    let mut lines = Vec::new();
    let mut distances = Vec::new();
    let (mut held_in, mut has_talks) = (Vec::new(), false);
    for appearance in &all.guests {
        if reader.catalog.home_of(appearance.visitor) != Some(city) {
            continue;
        }
        for &(key, index) in &appearance.at {
            let held = reader.catalog.get(key);
            let visit = &held.guests[index];
            let who = match visit.visitor {
                Visitor::Expert(expert) => {
                    let Expert { name, role, .. } = reader.catalog.get(expert);
                    join(", ", [name.clone(), reader.text_if(role.as_ref())])
                }
                Visitor::City(_) => reader.words.nobody_named.to_owned(),
            };
            let how = if visit.mode == Mode::Present { "" } else { (reader.words.mode)(visit.mode) };
            let place = join(", ", [reader.city(held.city), reader.date(held)]);
            let talk = reader.text_if(visit.talk.as_ref());
            lines.push(guest(who, join(" · ", [place, how.to_owned(), talk])));
            has_talks |= visit.talk.is_some();
            held_in.extend([*held.years().start(), *held.years().end()]);
            distances.push(reader.distance(visit, held));
        }
    }
    let years = match (held_in.iter().min(), held_in.iter().max()) {
        (Some(&first), Some(&last)) => text::years(first, last),
        _ => years,
    };
    let distances = join(", ", each_once(distances));
    Caption {
        kind: "home",
        over: join(" · ", [country(reader, city), distances]),
        year: years,
        title: reader.city(city),
        lead: if has_talks { words.brought.to_owned() } else { String::new() },
        lines,
        ..Caption::default()
    }
}

fn totals(reader: Reader<'_>, words: &PresentWords) -> Caption {
    let more = reader.more_words();
    // What the same sources say of the same time is one line.
    let mut claims: Vec<(&Total, Vec<String>)> = Vec::new();
    for (key, total) in reader.catalog.all::<Total>() {
        let name = total_name(reader, key);
        match claims.last_mut() {
            Some((last, names)) if last.as_of == total.as_of && last.provenance.sources == total.provenance.sources => {
                names.push(name);
            }
            _ => claims.push((total, vec![name])),
        }
    }
    let is_doubtful = reader.catalog.all::<Total>().any(|(_, total)| !total.provenance.doubts.is_empty());
    let lines = claims.into_iter().map(|(total, names)| {
        let as_of = total.as_of.map(|when| (more.as_of)(&text::date(reader.words, when))).unwrap_or_default();
        let publishers = total.provenance.sources.iter().map(|&key| reader.catalog.get(key).publisher.clone());
        line(join(", ", names), join(", ", [as_of, join(", ", each_once(publishers))]))
    });
    let shares = shares(reader);
    Caption {
        kind: "totals",
        title: words.totals_title.to_owned(),
        lead: if shares.is_empty() { String::new() } else { (more.documented_shares)(&join(", ", shares)) },
        lines: lines.collect(),
        doubt: if is_doubtful { reader.words.not_all_certain.to_owned() } else { String::new() },
        ..Caption::default()
    }
}

fn awards(reader: Reader<'_>, words: &PresentWords) -> Caption {
    let awards = || reader.catalog.all::<Award>().map(|(_, award)| award);
    let lines: Vec<Line> = awards()
        .map(|award| {
            let category = reader.text_if(award.category.as_ref());
            let rest = [reader.text(&award.name), category, text::date(reader.words, award.when)];
            line(capitalised(&reader.text(&award.result)), join(", ", rest))
        })
        .collect();
    let doubts = awards().flat_map(|award| award.provenance.doubts.iter().map(|doubt| reader.text(&doubt.note)));
    let doubt = join(" ", each_once(doubts));
    Caption { kind: "awards", title: (words.awards_title)(lines.len()).to_owned(), lines, doubt, ..Caption::default() }
}

fn sources(reader: Reader<'_>, words: &PresentWords) -> Caption {
    /// More are for the handout.
    const MOST: usize = 7;
    let sources = reader.catalog.all::<Source>();
    let published = |source: &Source| source.published.map(|when| text::date(reader.words, when)).unwrap_or_default();
    let all: Vec<Line> = sources
        .map(|(_, source)| line(source.title.as_str(), join(", ", [source.publisher.clone(), published(source)])))
        .collect();
    let left = all.len().saturating_sub(MOST);
    let mut lines: Vec<Line> = all.iter().take(MOST).cloned().collect();
    if left > 0 {
        lines.push(line((words.and_more)(left), ""));
    }
    Caption {
        kind: "sources",
        title: reader.words.sources.to_owned(),
        lead: (words.sources_count)(all.len()),
        lines,
        ..Caption::default()
    }
}

fn own_step(reader: Reader<'_>, step: &StoryStep, years: String, own: &Own) -> Caption {
    let year = if step.period == Period::All { String::new() } else { years };
    let picture = own.picture.as_ref().map(|picture| (picture.file.clone(), reader.text(&picture.alt)));
    let title = reader.text_if(own.title.as_ref());
    let lead = reader.text_if(own.text.as_ref());
    Caption { kind: "own", year, title, lead, picture, ..Caption::default() }
}

fn country(reader: Reader<'_>, city: Key<City>) -> String {
    let code = reader.catalog.get(city).country;
    code.map(|code| (reader.country_name)(reader.lang, code)).unwrap_or_default()
}

/// What is doubtful of the fields that a step shows.
fn doubts(reader: Reader<'_>, provenance: &Provenance, fields: &[&str]) -> String {
    let shown = provenance.doubts.iter().filter(|doubt| fields.contains(&doubt.field.as_str()));
    let names =
        join(", ", each_once(shown.filter_map(|doubt| Some(reader.words.field_name(&doubt.field)?.to_owned()))));
    if names.is_empty() { String::new() } else { format!("{}{names}", reader.words.uncertain) }
}

/// What a speaker may say of a step beyond what is shown: what the organiser has noted, or else what the data knows.
pub(super) fn notes(reader: Reader<'_>, step: &StoryStep) -> Vec<String> {
    if let Some(notes) = &step.notes {
        return notes.get(reader.lang).lines().map(|line| typeset(reader.lang, line).into_owned()).collect();
    }
    let told = |provenance: &Provenance| -> Vec<String> {
        let note = reader.text_if(provenance.note.as_ref());
        let doubts = provenance.doubts.iter().map(|doubt| reader.text(&doubt.note));
        std::iter::once(note).chain(doubts).filter(|text| !text.is_empty()).collect()
    };
    match &step.slide {
        &Slide::Meeting(key) => {
            let meeting = reader.catalog.get(key);
            let people = meeting.participants.iter().map(|person| {
                let role = reader.text_if(person.role.as_ref());
                if role.is_empty() { person.name.clone() } else { format!("{} ({role})", person.name) }
            });
            let people = join("; ", people);
            let people =
                if people.is_empty() { people } else { format!("{}: {people}", reader.more_words().participants) };
            let mut notes = vec![reader.text_if(meeting.venue.as_ref()), people];
            notes.extend(told(&meeting.provenance));
            notes.extend(meeting.guests.iter().flat_map(|guest| told(&guest.provenance)));
            notes.retain(|note| !note.is_empty());
            notes
        }
        &Slide::Edition(key) => told(&reader.catalog.get(key).provenance),
        &Slide::Home(city) => {
            let experts = reader.catalog.all::<Expert>().filter(|(_, expert)| expert.city == Some(city));
            experts.flat_map(|(_, expert)| told(&expert.provenance)).collect()
        }
        Slide::Totals => each_once(reader.catalog.all::<Total>().flat_map(|(_, total)| told(&total.provenance))),
        Slide::Awards => {
            let notes = reader.catalog.all::<Award>().map(|(_, award)| reader.text_if(award.provenance.note.as_ref()));
            notes.filter(|note| !note.is_empty()).collect()
        }
        Slide::Title | Slide::Campaign | Slide::Guests | Slide::Sources | Slide::Thanks | Slide::Own(_) => Vec::new(),
    }
}

/// With a capital at its beginning.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
