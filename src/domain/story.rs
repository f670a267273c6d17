//! The steps of a talk about the campaign: made from the data, in an order that an organiser may change.

use super::{
    Award, Catalog, City, Edition, Facet, Filter, Key, Localized, Meeting, Period, Place, Subject, Total, View, sort_by,
};

/// What a step tells.
#[derive(Clone, Debug, PartialEq)]
pub enum Slide {
    /// The campaign's name.
    Title,
    /// What the campaign is.
    Campaign,
    /// An edition: its theme, and its cities one after the other.
    Edition(Key<Edition>),
    /// A documented meeting, with its guests.
    Meeting(Key<Meeting>),
    /// The cities abroad from which guests came.
    Guests,
    /// One of these cities, and what it brought.
    Home(Key<City>),
    /// What the sources claim in total, and how much of it is documented.
    Totals,
    /// Prizes.
    Awards,
    /// Where all of it is known from.
    Sources,
    /// The end, with the address as a QR code.
    Thanks,
    /// A step of the organiser's own.
    Own(Box<Own>),
}

/// A step that an organiser has written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Own {
    /// Its heading.
    pub title: Option<Localized>,
    /// Its text.
    pub text: Option<Localized>,
    /// A picture.
    pub picture: Option<StoryPicture>,
}

/// A picture of a step.
#[derive(Clone, Debug, PartialEq)]
pub struct StoryPicture {
    /// The name of a file in the folder of the data.
    pub file: String,
    /// What it shows, for those who do not see it.
    pub alt: Localized,
}

/// Where the map looks during a step that says so.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// The middle of the map.
    pub place: Place,
    /// The zoom of Web Mercator: 0 shows the Earth in 256 CSS px.
    pub zoom: f64,
}

/// How wide a step looks where no [`Spot`] is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breadth {
    /// The host country.
    Home,
    /// Every city shown.
    All,
    /// What is selected.
    Selection,
}

/// One step of a talk.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its name in the address and in `data/story.json`, of small letters, digits and hyphens; no other step has it.
    pub token: String,
    /// What it tells.
    pub slide: Slide,
    /// The time that is looked at.
    pub period: Period,
    /// What of the programme is looked at.
    pub filter: Filter,
    /// What is selected.
    pub subject: Option<Subject>,
    /// How wide the map looks.
    pub breadth: Breadth,
    /// Where it looks, if the organiser says so.
    pub spot: Option<Spot>,
    /// What the organiser has noted for the speaker.
    pub notes: Option<Localized>,
}

/// What an organiser changes of the steps that the data makes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Script {
    /// How many minutes the talk is planned to take.
    pub minutes: Option<u16>,
    /// Tokens of steps in the order in which they are told. A step that is not among them stays behind the one that it
    /// would follow without this.
    pub order: Vec<String>,
    /// Tokens of steps that are left out.
    pub dropped: Vec<String>,
    /// Notes for the speaker, by token.
    pub notes: Vec<(String, Localized)>,
    /// Further steps, each with the token of the step that it follows; without one they come before the sources.
    pub added: Vec<(Option<String>, Step)>,
}

impl Step {
    fn new(token: impl Into<String>, slide: Slide) -> Self {
        Self {
            token: token.into(),
            slide,
            period: Period::All,
            filter: Filter::default(),
            subject: None,
            breadth: Breadth::Home,
            spot: None,
            notes: None,
        }
    }

    /// A step of the organiser's own by its id, which shows a city and a year if these are given.
    #[must_use]
    pub fn own(id: &str, own: Own, city: Option<Key<City>>, year: Option<i32>, spot: Option<Spot>) -> Self {
        let step = Self::new(format!("own-{id}"), Slide::Own(Box::new(own)));
        Self {
            period: year.map_or(Period::All, Period::Year),
            subject: city.map(Subject::City),
            breadth: if city.is_some() { Breadth::Selection } else { Breadth::Home },
            spot,
            ..step
        }
    }
}

/// The steps that the data makes, and what `script` changes of them. Tokens that no step has are passed over.
#[must_use]
pub fn story(catalog: &Catalog, script: &Script) -> Vec<Step> {
    let mut steps = made(catalog);
    insert(&mut steps, &script.added);
    steps.retain(|step| !script.dropped.contains(&step.token));
    let mut steps = ordered(steps, &script.order);
    for step in &mut steps {
        let notes = script.notes.iter().find(|(token, _)| *token == step.token).map(|(_, notes)| notes.clone());
        step.notes = notes.or(step.notes.take());
    }
    steps
}

/// Puts further steps where they belong. Those that follow the same step stay in their order; one that follows no step that
/// there is, or that leads in a circle, comes before the sources.
fn insert(steps: &mut Vec<Step>, added: &[(Option<String>, Step)]) {
    let place = |steps: &[Step], token: &str| steps.iter().position(|step| step.token == token);
    let last = |steps: &mut Vec<Step>, step: &Step| {
        let at = place(steps, "sources").unwrap_or(steps.len());
        steps.insert(at, step.clone());
    };
    added.iter().filter(|(after, _)| after.is_none()).for_each(|(_, step)| last(steps, step));
    // From the last to the first, each directly behind the one that it follows; again, as long as one comes to its place,
    // for a step may follow one that stands below it.
    let mut waiting: Vec<(&str, &Step)> =
        added.iter().rev().filter_map(|(after, step)| Some((after.as_deref()?, step))).collect();
    loop {
        let count = waiting.len();
        waiting.retain(|(after, step)| {
            let at = place(steps, after);
            if let Some(at) = at {
                steps.insert(at + 1, (*step).clone());
            }
            at.is_none()
        });
        if waiting.len() == count {
            break;
        }
    }
    waiting.into_iter().rev().for_each(|(_, step)| last(steps, step));
}

/// The place of the step that an address names, by its token or by its number, counted from 1.
#[must_use]
pub fn place_of(steps: &[Step], name: &str) -> Option<usize> {
    let by_number = || name.parse::<usize>().ok()?.checked_sub(1).filter(|at| *at < steps.len());
    steps.iter().position(|step| step.token == name).or_else(by_number)
}

fn made(catalog: &Catalog) -> Vec<Step> {
    let mut steps = vec![Step::new("title", Slide::Title), Step::new("campaign", Slide::Campaign)];
    // Editions with their meetings, and meetings of no edition, by their time.
    let mut chapters: Vec<(i32, Vec<Step>)> = catalog
        .all::<Edition>()
        .map(|(key, edition)| {
            let meetings = catalog.all::<Meeting>().filter(|(_, meeting)| meeting.edition == Some(key));
            let chapter =
                std::iter::once(edition_step(key, edition)).chain(meetings.map(|(key, it)| meeting_step(key, it)));
            (edition.when.days().0, chapter.collect())
        })
        .collect();
    let others = catalog.all::<Meeting>().filter(|(_, meeting)| meeting.edition.is_none());
    chapters.extend(others.map(|(key, meeting)| (meeting.when.days().0, vec![meeting_step(key, meeting)])));
    sort_by(&mut chapters, |a, b| a.0.cmp(&b.0));
    steps.extend(chapters.into_iter().flat_map(|(_, steps)| steps));
    let all = View::of(catalog, Period::All, Filter::default());
    if !all.homes.is_empty() {
        steps.push(guests_step(catalog, &all));
    }
    let homes = all.homes;
    steps.extend(homes.into_iter().map(|key| Step {
        subject: Some(Subject::City(key)),
        breadth: Breadth::Selection,
        ..Step::new(format!("city-{}", catalog.get(key).id), Slide::Home(key))
    }));
    let is_any = [catalog.all::<Total>().next().is_some(), catalog.all::<Award>().next().is_some()];
    for (is_there, token, slide) in [(is_any[0], "totals", Slide::Totals), (is_any[1], "awards", Slide::Awards)] {
        if is_there {
            steps.push(Step::new(token, slide));
        }
    }
    steps.push(Step::new("sources", Slide::Sources));
    steps.push(Step::new("thanks", Slide::Thanks));
    steps
}

fn edition_step(key: Key<Edition>, edition: &Edition) -> Step {
    let (from, to) = edition.when.years().into_inner();
    Step {
        period: if from == to { Period::Year(from) } else { Period::Between(from, to) },
        filter: Filter::default().with(Facet::Edition(key)),
        ..Step::new(format!("edition-{}", edition.id), Slide::Edition(key))
    }
}

fn meeting_step(key: Key<Meeting>, meeting: &Meeting) -> Step {
    Step {
        period: Period::Year(*meeting.years().start()),
        subject: Some(Subject::Meeting(key)),
        breadth: Breadth::Selection,
        ..Step::new(format!("meeting-{}", meeting.id), Slide::Meeting(key))
    }
}

/// The cities of guests: in the years of the meetings where they took part, so that no other city is taken for one of these;
/// of one meeting that one is selected.
fn guests_step(catalog: &Catalog, all: &View) -> Step {
    let from_abroad = all.guests.iter().filter(|guest| catalog.home_of(guest.visitor).is_some());
    let mut held: Vec<Key<Meeting>> = from_abroad.flat_map(|guest| guest.at.iter().map(|&(key, _)| key)).collect();
    held.dedup();
    let years = || held.iter().map(|&key| catalog.get(key).years());
    let first = years().map(|years| *years.start()).min();
    let last = years().map(|years| *years.end()).max();
    let period = match (first, last) {
        (Some(first), Some(last)) if first == last => Period::Year(first),
        (Some(first), Some(last)) => Period::Between(first, last),
        _ => Period::All,
    };
    let subject = if let [key] = held[..] { Some(Subject::Meeting(key)) } else { None };
    Step { period, subject, breadth: Breadth::All, ..Step::new("guests", Slide::Guests) }
}

/// Puts the steps named in `order` in that order; each takes those along that follow it and are not named. Sources and
/// thanks end the talk all the same, unless they are named themselves.
fn ordered(steps: Vec<Step>, order: &[String]) -> Vec<Step> {
    let (mut head, mut tail) = (Vec::new(), Vec::new());
    let mut chapters: Vec<Vec<Step>> = Vec::new();
    let mut is_end = false;
    for step in steps {
        if order.contains(&step.token) {
            is_end = false;
            chapters.push(vec![step]);
            continue;
        }
        is_end |= matches!(step.slide, Slide::Sources | Slide::Thanks);
        if is_end { &mut tail } else { chapters.last_mut().unwrap_or(&mut head) }.push(step);
    }
    let place = |chapter: &Vec<Step>| order.iter().position(|token| *token == chapter[0].token);
    sort_by(&mut chapters, |a, b| place(a).cmp(&place(b)));
    head.into_iter().chain(chapters.into_iter().flatten()).chain(tail).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::{self, text};

    fn tokens(script: &Script) -> Vec<String> {
        story(&sample::catalog(), script).into_iter().map(|step| step.token).collect()
    }

    #[test]
    fn every_edition_meeting_and_guest_city_is_told_once_and_by_time() {
        let all = [
            "title",
            "campaign",
            "edition-3",
            "meeting-lublin-2016-12",
            "meeting-lublin-2016",
            "meeting-poznan-2017",
            "guests",
            "city-amsterdam",
            "city-tel-aviv",
            "sources",
            "thanks",
        ];
        assert_eq!(tokens(&Script::default()), all);
    }

    #[test]
    fn each_step_shows_what_it_tells_of() {
        let catalog = sample::catalog();
        for step in story(&catalog, &Script::default()) {
            let view = View::of(&catalog, step.period, step.filter.clone());
            assert!(step.subject.is_none_or(|subject| view.shows(subject)), "{}", step.token);
            if let Slide::Edition(_) = step.slide {
                assert_eq!(step.period, Period::Between(2016, 2017));
                assert_eq!(view.meetings.len(), 3);
            }
        }
    }

    #[test]
    fn the_cities_of_guests_are_shown_in_the_years_of_their_meetings() {
        let catalog = sample::catalog();
        let steps = story(&catalog, &Script::default());
        let step = steps.iter().find(|step| step.slide == Slide::Guests).expect("one");
        let view = View::of(&catalog, step.period, step.filter.clone());
        let all = View::of(&catalog, Period::All, Filter::default());
        assert_eq!(view.homes, all.homes);
        assert_eq!(
            (step.period, step.subject),
            (Period::Between(2016, 2017), None),
            "of several meetings none is selected"
        );
    }

    #[test]
    fn an_organiser_orders_drops_adds_and_notes() {
        let own =
            Step::own("venue", Own { title: Some(text("Sala", "Hall")), ..Own::default() }, None, Some(2016), None);
        let script = Script {
            order: ["totals-there-are-none", "guests", "edition-3"].map(str::to_owned).to_vec(),
            dropped: ["campaign", "meeting-lublin-2016"].map(str::to_owned).to_vec(),
            notes: vec![("title".into(), text("Powitanie", "Welcome"))],
            added: vec![(Some("edition-3".into()), own.clone()), (None, Step { token: "own-last".into(), ..own })],
            ..Script::default()
        };
        let found = tokens(&script);
        assert_eq!(
            found,
            [
                "title",
                "guests",
                "city-amsterdam",
                "city-tel-aviv",
                "own-last",
                "edition-3",
                "own-venue",
                "meeting-lublin-2016-12",
                "meeting-poznan-2017",
                "sources",
                "thanks",
            ]
        );
        let steps = story(&sample::catalog(), &script);
        assert_eq!(steps[0].notes, Some(text("Powitanie", "Welcome")));
        assert_eq!(steps[6].period, Period::Year(2016));
    }

    #[test]
    fn a_step_is_found_by_its_token_or_its_number() {
        let steps = story(&sample::catalog(), &Script::default());
        for (name, at) in
            [("guests", Some(6)), ("1", Some(0)), ("11", Some(10)), ("0", None), ("12", None), ("", None), ("x", None)]
        {
            assert_eq!(place_of(&steps, name), at, "{name:?}");
        }
    }

    #[test]
    fn nothing_at_all_still_has_a_beginning_and_an_end() {
        let empty = crate::domain::Builder::new(None, None).finish();
        let tokens: Vec<_> = story(&empty, &Script::default()).into_iter().map(|step| step.token).collect();
        assert_eq!(tokens, ["title", "campaign", "sources", "thanks"]);
    }

    fn own(id: &str) -> Step {
        Step::own(id, Own { title: Some(text("Sala", "Hall")), ..Own::default() }, None, None, None)
    }

    fn added(steps: &[(Option<&str>, &str)]) -> Vec<String> {
        let added = steps.iter().map(|(after, id)| (after.map(str::to_owned), own(id))).collect();
        tokens(&Script { added, ..Script::default() })
    }

    #[test]
    fn steps_added_after_the_same_one_stay_in_the_order_of_the_file() {
        let title = Some("title");
        assert_eq!(added(&[(title, "a"), (title, "b"), (None, "c"), (None, "d")])[1..3], ["own-a", "own-b"]);
        let found = added(&[(None, "c"), (None, "d")]);
        assert_eq!(found[9..], ["own-c", "own-d", "sources", "thanks"]);
    }

    #[test]
    fn a_step_may_follow_one_that_stands_below_it_in_the_file() {
        let found = added(&[(Some("own-b"), "a"), (Some("title"), "b")]);
        assert_eq!(found[..4], ["title", "own-b", "own-a", "campaign"]);
    }

    #[test]
    fn a_step_that_follows_none_comes_before_the_sources() {
        for after in ["nowhere", "own-a"] {
            assert_eq!(added(&[(Some(after), "a")])[9..], ["own-a", "sources", "thanks"], "{after}");
        }
        let circle = added(&[(Some("own-b"), "a"), (Some("own-a"), "b")]);
        assert_eq!(circle[9..], ["own-a", "own-b", "sources", "thanks"]);
    }

    #[test]
    fn a_talk_ends_with_thanks_unless_its_organiser_names_them() {
        let ordered = |order: &[&str]| {
            tokens(&Script { order: order.iter().map(|it| (*it).to_owned()).collect(), ..Script::default() })
        };
        // The order of docs/presenting.md.
        let found = ordered(&["title", "guests", "campaign"]);
        assert_eq!(found[found.len() - 2..], ["sources", "thanks"]);
        assert_eq!(found[..3], ["title", "guests", "city-amsterdam"]);
        assert_eq!(ordered(&["thanks", "title"])[0], "thanks");
    }
}
