//! What a step says, in words: on stage, at the desk and on paper.

use crate::domain::{
    Award, City, Edition, Expert, Facet, Filter, Guest, Key, Lang, Meeting, Mode, Own, Period, Provenance, Slide,
    Source, StoryStep, Total, View, Visitor, each_once,
};
use crate::panel::{facet_name, shares, total_name};
use crate::text::{self, PresentWords, Reader, capitalised, join, typeset};

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
    /// What of its text the stage has no room for.
    pub rest: String,
}

/// So many characters of a step of the organiser's own have room on any stage in letters that the last row can read;
/// `docs/presenting.md` says so.
const ROOM: usize = 800;

/// The same beside a picture.
const ROOM_BESIDE_PICTURE: usize = 400;

/// The same of a heading.
const ROOM_OF_TITLE: usize = 120;

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
            &Slide::Meeting(key) => meeting(reader, words, key),
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
        let set = |text: &mut String| *text = whole_numbers(&typeset(lang, text));
        for text in [&mut self.over, &mut self.title, &mut self.lead, &mut self.doubt] {
            set(text);
        }
        for line in &mut self.lines {
            for text in [&mut line.text, &mut line.beside] {
                set(text);
            }
        }
        self
    }
}

/// A text in which no line ends within a range of numbers: "21–22".
fn whole_numbers(text: &str) -> String {
    const WORD_JOINER: char = '\u{2060}';
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for letter in text.chars() {
        if before == '–' && letter.is_ascii_digit() {
            out.push(WORD_JOINER);
        }
        out.push(letter);
        before = letter;
    }
    out
}

/// What of a text has room, up to the end of a word, and the rest.
fn cut(text: &str, room: usize) -> (String, String) {
    let Some((end, _)) = text.char_indices().nth(room) else { return (text.to_owned(), String::new()) };
    let end = text[..end].rfind([' ', '\n']).unwrap_or(end);
    let (seen, rest) = text.split_at(end);
    (format!("{seen}\u{a0}…"), format!("… {}", rest.trim_start_matches([' ', '\n'])))
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
    let lines = meetings.map(|(_, meeting)| {
        let doubt = doubts(reader, &meeting.provenance, &["when", "edition"]);
        line(reader.city(meeting.city), join(", ", [reader.date(meeting), doubt]))
    });
    let lines = lines.collect();
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
        doubt: doubts(reader, &edition.provenance, &["number", "when", "theme"]),
        ..Caption::default()
    }
}

fn meeting(reader: Reader<'_>, words: &PresentWords, key: Key<Meeting>) -> Caption {
    const MANY: usize = 3;
    let meeting = reader.catalog.get(key);
    let edition = meeting.edition.map(|key| facet_name(reader, Facet::Edition(key))).unwrap_or_default();
    let title = reader.text_if(meeting.title.as_ref());
    let topics = reader.topics(meeting);
    let lead = if title.is_empty() { capitalised(&topics) } else { title.clone() };
    let beside = if title.is_empty() { String::new() } else { topics };
    let years = meeting.years();
    let year = text::years(*years.start(), *years.end());
    let (date, kinds) = (reader.date(meeting), reader.kinds(meeting));
    // The year stands above already.
    let mut lines =
        vec![if date == year { line(capitalised(&kinds), reader.words.day_unknown) } else { line(date, kinds) }];
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
    let City { region, country, .. } = reader.catalog.get(meeting.city);
    let is_polish = country.is_some_and(|code| code.as_str() == "PL");
    let region = region.as_ref().map(|region| (words.region)(region.get(reader.lang), is_polish)).unwrap_or_default();
    Caption {
        kind: "meeting",
        over: join(" · ", [edition, region]),
        year,
        title: reader.city(meeting.city),
        lead,
        lines,
        doubt: doubts(reader, &meeting.provenance, if meeting.topics.is_empty() { &SHOWN[1..] } else { &SHOWN }),
        ..Caption::default()
    }
}

/// What a meeting's step shows, topics only if there are any.
const SHOWN: [&str; 6] = ["topics", "when", "edition", "kinds", "title", "city"];

fn guests(reader: Reader<'_>, words: &PresentWords, years: String, all: &View) -> Caption {
    let countries = each_once(all.homes.iter().filter_map(|&city| reader.catalog.get(city).country));
    let lines = all.homes.iter().map(|&city| {
        // Of a city that nobody is known to have come from, how it took part.
        let mut told = vec![country(reader, city)];
        let visits = visits(reader, all, city);
        if visits.iter().all(|(_, visit)| visit.mode != Mode::Present) {
            told.extend(visits.iter().map(|(_, visit)| (reader.words.mode)(visit.mode).to_owned()));
        }
        guest(reader.city(city), join(", ", each_once(told)))
    });
    let lines = lines.collect();
    Caption {
        kind: "guests",
        year: years,
        title: words.guests_title.to_owned(),
        lead: (words.guests_from)(all.homes.len(), countries.len()),
        lines,
        ..Caption::default()
    }
}

/// Where guests from a city took part.
fn visits<'a>(reader: Reader<'a>, all: &View, city: Key<City>) -> Vec<(&'a Meeting, &'a Guest)> {
    let mut visits = Vec::new();
    for appearance in &all.guests {
        if reader.catalog.home_of(appearance.visitor) == Some(city) {
            for &(key, index) in &appearance.at {
                let held = reader.catalog.get(key);
                visits.push((held, &held.guests[index]));
            }
        }
    }
    visits
}

fn home(reader: Reader<'_>, words: &PresentWords, years: String, city: Key<City>, all: &View) -> Caption {
    let mut lines = Vec::new();
    let mut distances = Vec::new();
    let (mut held_in, mut talks) = (Vec::new(), 0);
    let mut doubt = Vec::new();
    for (held, visit) in visits(reader, all, city) {
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
        talks += usize::from(visit.talk.is_some());
        held_in.extend([*held.years().start(), *held.years().end()]);
        distances.push(reader.distance(visit, held));
        doubt.push(doubts(reader, &visit.provenance, &["mode", "expert", "talk"]));
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
        lead: if talks > 0 { (words.brought)(talks).to_owned() } else { String::new() },
        lines,
        doubt: join(", ", each_once(doubt)),
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

/// More are for the handout.
const NAMED_SOURCES: usize = 7;

fn sources(reader: Reader<'_>, words: &PresentWords) -> Caption {
    let sources = reader.catalog.all::<Source>();
    let published = |source: &Source| source.published.map(|when| text::date(reader.words, when)).unwrap_or_default();
    let all: Vec<Line> = sources
        .map(|(_, source)| line(source.title.as_str(), join(", ", [source.publisher.clone(), published(source)])))
        .collect();
    let left = all.len().saturating_sub(NAMED_SOURCES);
    let mut lines: Vec<Line> = all.iter().take(NAMED_SOURCES).cloned().collect();
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
    let (title, more) = cut(&reader.text_if(own.title.as_ref()), ROOM_OF_TITLE);
    let room = if picture.is_some() { ROOM_BESIDE_PICTURE } else { ROOM };
    let (lead, rest) = cut(&reader.text_if(own.text.as_ref()), room);
    Caption { kind: "own", year, title, lead, picture, rest: join(" ", [more, rest]), ..Caption::default() }
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
/// `rest` is what its caption had no room for.
pub(super) fn notes(reader: Reader<'_>, step: &StoryStep, rest: &str) -> Vec<String> {
    let mut noted = Noted { reader, notes: Vec::new(), sources: Vec::new() };
    if !rest.is_empty() {
        noted.say(format!("{} {rest}", words_of(reader.lang).cut));
    }
    if let Some(notes) = &step.notes {
        for line in notes.get(reader.lang).lines() {
            noted.say(typeset(reader.lang, line).into_owned());
        }
        return noted.notes;
    }
    noted.by_data(&step.slide);
    noted.all()
}

/// Notes, and the sources of what they are about.
struct Noted<'a> {
    reader: Reader<'a>,
    notes: Vec<String>,
    sources: Vec<Key<Source>>,
}

impl Noted<'_> {
    fn say(&mut self, text: String) {
        if !text.is_empty() {
            self.notes.push(text);
        }
    }

    /// What is noted of something, what is doubtful of it, and where it is known from.
    fn of(&mut self, provenance: &Provenance) {
        self.say(self.reader.text_if(provenance.note.as_ref()));
        for doubt in &provenance.doubts {
            self.say(self.reader.text(&doubt.note));
        }
        self.sources.extend(&provenance.sources);
    }

    fn by_data(&mut self, slide: &Slide) {
        let reader = self.reader;
        let all = || View::of(reader.catalog, Period::All, Filter::default());
        match *slide {
            Slide::Meeting(key) => {
                let meeting = reader.catalog.get(key);
                let people = meeting.participants.iter().map(|person| {
                    let role = reader.text_if(person.role.as_ref());
                    if role.is_empty() { person.name.clone() } else { format!("{} ({role})", person.name) }
                });
                let people = join("; ", people);
                self.say(reader.text_if(meeting.venue.as_ref()));
                if !people.is_empty() {
                    self.say(format!("{}: {people}", reader.more_words().participants));
                }
                self.of(&meeting.provenance);
                for guest in &meeting.guests {
                    self.of(&guest.provenance);
                }
            }
            Slide::Edition(key) => self.of(&reader.catalog.get(key).provenance),
            Slide::Guests => {
                let view = all();
                for &city in &view.homes {
                    let mut who = Vec::new();
                    for (_, visit) in visits(reader, &view, city) {
                        if let Visitor::Expert(expert) = visit.visitor {
                            who.push(reader.catalog.get(expert).name.clone());
                        }
                    }
                    if who.is_empty() {
                        who.push(reader.words.nobody_named.to_owned());
                    }
                    self.say(format!("{}: {}", reader.city(city), join(", ", each_once(who))));
                }
            }
            Slide::Home(city) => {
                for (_, expert) in reader.catalog.all::<Expert>() {
                    if expert.city == Some(city) {
                        self.of(&expert.provenance);
                    }
                }
                for (_, visit) in visits(reader, &all(), city) {
                    self.of(&visit.provenance);
                }
            }
            Slide::Totals => reader.catalog.all::<Total>().for_each(|(_, total)| self.of(&total.provenance)),
            Slide::Awards => {
                for (_, award) in reader.catalog.all::<Award>() {
                    self.say(reader.text_if(award.provenance.note.as_ref()));
                    self.sources.extend(&award.provenance.sources);
                }
            }
            Slide::Title => self.say(reader.held(&all())),
            // Those that the stage does not name.
            Slide::Sources => {
                for (_, source) in reader.catalog.all::<Source>().skip(NAMED_SOURCES) {
                    self.say(typeset(reader.lang, &source.title).into_owned());
                }
            }
            Slide::Own(_) | Slide::Campaign | Slide::Thanks => {}
        }
    }

    fn all(self) -> Vec<String> {
        let mut notes = each_once(self.notes);
        let mut publishers = Vec::new();
        for &key in &self.sources {
            publishers.push(self.reader.catalog.get(key).publisher.clone());
        }
        if !publishers.is_empty() {
            notes.push(format!("{}: {}", self.reader.words.sources, join("; ", each_once(publishers))));
        }
        notes
    }
}

/// How much is wrong with the data.
pub(super) fn faults(reader: Reader<'_>, count: usize) -> String {
    (reader.more_words().problems)(count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{self, File};
    use crate::domain::{Script, story};
    use crate::text::sample;

    /// What each step says and notes, by its token, of the data that ships.
    fn told(lang: Lang) -> Vec<(String, Caption, Vec<String>)> {
        let file = |text: &'static str| File::Bytes(text.as_bytes());
        let cities = file(include_str!("../../data/cities.geojson"));
        let catalog = data::load(cities, file(include_str!("../../data/programme.json"))).catalog;
        let reader = sample(&catalog, lang);
        let steps = story(&catalog, &Script::default());
        let told = steps.iter().map(|step| {
            let caption = Caption::of(reader, step);
            let notes = notes(reader, step, &caption.rest);
            (step.token.clone(), caption, notes)
        });
        told.collect()
    }

    fn step(lang: Lang, token: &str) -> (Caption, Vec<String>) {
        let found = told(lang).into_iter().find(|(name, ..)| name == token);
        found.map(|(_, caption, notes)| (caption, notes)).expect("a step")
    }

    #[test]
    fn what_is_inferred_or_only_announced_is_not_told_flat() {
        for (token, pl, en) in [
            ("meeting-poznan-2015", "niepewne: edycja, forma, tematy", "uncertain: edition, form, topics"),
            ("meeting-kutno-2017", "niepewne: edycja", "uncertain: edition"),
            ("meeting-rzeszow-2016", "niepewne: data", "uncertain: date"),
            // An interview that may belong to it is no topic of it.
            ("meeting-lublin-2016", "", ""),
            ("edition-2", "niepewne: numer, data", "uncertain: number, date"),
            ("city-vienna", "niepewne: udział", "uncertain: part"),
        ] {
            assert_eq!(
                (step(Lang::Pl, token).0.doubt.as_str(), step(Lang::En, token).0.doubt.as_str()),
                (pl, en),
                "{token}"
            );
        }
        let of = |token, city: &str| {
            let lines = step(Lang::En, token).0.lines;
            lines.into_iter().find(|line| line.text == city).map(|line| line.beside).unwrap_or_default()
        };
        assert_eq!(of("edition-4", "Kutno"), "2017, uncertain: edition");
        assert_eq!(of("edition-3", "Kraków"), "2016");
        // The guests of one meeting alone are known, so no other year's cities stand beside theirs.
        assert_eq!(step(Lang::En, "guests").0.year, "2017");
        // Nobody came from there.
        assert_eq!(of("guests", "Vienna"), "AT, by video");
        assert_eq!(of("guests", "Nijmegen"), "NL");
    }

    #[test]
    fn nothing_is_said_twice_and_a_region_reads_as_one() {
        let wroclaw = step(Lang::Pl, "meeting-wroclaw-2016").0;
        assert_eq!(
            (wroclaw.year.as_str(), wroclaw.over.as_str()),
            ("2016", "3.\u{a0}edycja · województwo dolnośląskie")
        );
        assert_eq!(wroclaw.lines, [line("Spotkanie", "dzień nieznany")]);
        assert!(step(Lang::En, "meeting-kutno-2017").0.over.ends_with("· Łódź region"));
        let poznan = step(Lang::En, "meeting-poznan-2015").0;
        assert_eq!(poznan.lines[0].text, "21–\u{2060}22\u{a0}September\u{a0}2015");
    }

    #[test]
    fn the_data_makes_notes_where_the_organiser_has_written_none() {
        for lang in [Lang::Pl, Lang::En] {
            let without: Vec<_> =
                told(lang).into_iter().filter(|(.., notes)| notes.is_empty()).map(|it| it.0).collect();
            assert_eq!(without, ["campaign", "thanks"]);
        }
        let notes = step(Lang::En, "meeting-wroclaw-2016").1;
        assert_eq!(notes, ["Sources: Forum Odpowiedzialnego Biznesu; Gazeta Wyborcza"]);
    }

    #[test]
    fn what_of_a_text_has_no_room_on_stage_is_in_the_notes() {
        let text = |words: usize| crate::domain::sample::text(&"słowo ".repeat(words), "");
        let own = |words: usize| Own { text: Some(text(words)), ..Own::default() };
        let catalog = crate::domain::sample::catalog();
        let reader = sample(&catalog, Lang::Pl);
        let told = |words: usize| {
            let step = StoryStep::own("a", own(words), None, None, None);
            let caption = Caption::of(reader, &step);
            let notes = notes(reader, &step, &caption.rest).join(" ");
            (caption.lead, notes)
        };
        let count = |text: &str| text.matches("słowo").count();
        let (seen, noted) = told(120);
        assert_eq!((count(&seen), count(&noted)), (120, 0));
        let (seen, noted) = told(400);
        assert!(seen.ends_with('…') && seen.chars().count() <= ROOM + 2);
        assert_eq!(count(&seen) + count(&noted), 400, "nothing is lost");
    }
}
