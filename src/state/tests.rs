use std::sync::OnceLock;

use super::*;
use crate::data::{File, load};
use crate::domain::{City, Criterion, Edition, Expert, Facet, Meeting, MeetingKind, Names, Suggestions, Target, Topic};
use crate::markup::Suggestion;
use crate::url::{parse, to_query};

/// What the first view does without, where no browser knows the names of countries.
static EXTRAS: Extras = Extras {
    suggest: |catalog, index, text| {
        let edition = |number| Lang::ALL.map(|lang| (Words::of(lang).edition)(number)).into();
        let kind = |kind| Lang::ALL.map(|lang| (Words::of(lang).kind)(kind).to_owned()).into();
        crate::domain::suggest(catalog, index, Names { edition: &edition, country: &country_names, kind: &kind }, text)
    },
    ..crate::extras::EXTRAS
};

fn country_names(code: CountryCode) -> Vec<String> {
    match code.as_str() {
        "NL" => vec!["Holandia".into(), "Netherlands".into()],
        code => vec![code.into()],
    }
}

/// Runs a test with the state of a link.
fn with_state<T>(query: &str, test: impl FnOnce(State) -> T) -> T {
    let owner = Owner::new();
    owner.with(|| {
        let state = State::new(catalog(), Arc::new([]), &parse(query).address);
        state.delivered(Some(&EXTRAS));
        test(state)
    })
}

/// The shipped programme.
fn catalog() -> Arc<Catalog> {
    static CATALOG: OnceLock<Arc<Catalog>> = OnceLock::new();
    let load = || {
        let cities = include_bytes!("../../data/cities.geojson");
        let programme = include_bytes!("../../data/programme.json");
        load(File::Bytes(cities), File::Bytes(programme)).catalog.into()
    };
    CATALOG.get_or_init(load).clone()
}

fn query(state: State) -> String {
    to_query(&state.address())
}

#[test]
fn a_thousand_states_taken_at_random_survive_the_way_through_a_link() {
    let catalog = catalog();
    // A linear congruential generator (Knuth, MMIX): any mixed-up numbers will do.
    let mut seed = 7_u64;
    let mut below = |most: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap_or(0) % most
    };
    let mut subjects: Vec<Subject> = catalog.all::<City>().map(|(key, _)| Subject::City(key)).collect();
    subjects.extend(catalog.all::<Meeting>().map(|(key, _)| Subject::Meeting(key)));
    subjects.extend(catalog.all::<Expert>().map(|(key, _)| Subject::Expert(key)));
    let mut facets: Vec<Facet> = catalog.all::<Topic>().map(|(key, _)| Facet::Topic(key)).collect();
    facets.extend(catalog.all::<Edition>().map(|(key, _)| Facet::Edition(key)));
    facets.extend(catalog.guest_countries().into_iter().map(Facet::Country));
    facets.extend(MeetingKind::ALL.map(Facet::Kind));
    let texts = ["Łódź", "poznań", "de wit + 100%", "?&=#", "Springer"];
    let mut links = std::collections::BTreeSet::new();
    for _ in 0..1000 {
        let address = with_state("", |state| {
            for _ in 0..below(8) {
                let year = 2014 + i32::try_from(below(4)).unwrap_or(0);
                match below(9) {
                    0 => state.perform(Action::Show(Period::Year(year))),
                    1 => state.perform(Action::Show(Period::UpTo(year))),
                    2 | 3 => state.perform(Action::Select(subjects[below(subjects.len())])),
                    4 | 5 => state.perform(Action::Narrow(facets[below(facets.len())])),
                    6 => {
                        state.seek(texts[below(texts.len())]);
                        state.perform(Action::Keep);
                    }
                    7 => state.perform(Action::Wear(Theme::ALL[below(3)])),
                    _ => state.perform(Action::Speak(Lang::ALL[below(Lang::ALL.len())])),
                }
            }
            state.address()
        });
        let link = to_query(&address);
        let again = with_state(&link, State::address);
        assert_eq!(again, address, "{link}");
        links.insert(link);
    }
    assert!(links.len() > 500, "{} different states", links.len());
}

#[test]
fn what_is_found_is_seen_from_any_state() {
    let catalog = catalog();
    let kutno = Target::City(catalog.find("kutno").expect("a city"));
    for (from, to) in [
        ("", "?city=kutno"),
        ("?year=2014", "?year=2017&city=kutno"),
        ("?year=2016&mode=upto", "?year=2017&mode=upto&city=kutno"),
        ("?year=2017&country=NL", "?year=2017&city=kutno"),
        ("?year=2016&meeting=krakow-2016&kind=meeting", "?year=2017&city=kutno&kind=meeting"),
        ("?q=poznan", "?city=kutno"),
        ("?city=kutno", "?city=kutno"),
    ] {
        let found = with_state(from, |state| {
            state.perform(Action::Find(kutno));
            query(state)
        });
        assert_eq!(found, to, "from {from}");
    }
}

#[test]
fn a_topic_that_is_found_leaves_its_meetings() {
    let catalog = catalog();
    let ecology = Target::Topic(catalog.find("ecology").expect("a topic"));
    for (from, to) in [
        ("?year=2017", "?year=2017&topic=ecology"),
        ("?year=2014", "?topic=ecology"),
        ("?year=2017&kind=workshop", "?year=2017&topic=ecology"),
        ("?year=2015&topic=church", "?topic=ecology"),
        ("?topic=ecology", "?topic=ecology"),
    ] {
        let found = with_state(from, |state| {
            state.perform(Action::Find(ecology));
            query(state)
        });
        assert_eq!(found, to, "from {from}");
    }
}

#[test]
fn a_country_that_is_found_filters_and_lets_go_of_what_would_leave_nothing() {
    with_state("?year=2014&city=lublin&topic=ecology", |state| {
        state.seek("holandia");
        assert_eq!(state.suggestions().count(), 1);
        state.perform(Action::Accept);
        assert_eq!(query(state), "?country=NL");
        assert_eq!(state.landing().0, Landing::Lists);
    });
    with_state("?year=2017", |state| {
        state.seek("Netherlands");
        let country = Target::Country("NL".parse().expect("a code"));
        state.perform(Action::Find(country));
        assert_eq!(query(state), "?year=2017&country=NL");
        state.perform(Action::Find(country));
        assert_eq!(query(state), "?year=2017&country=NL", "not let go of");
    });
}

#[test]
fn the_keys_walk_through_the_suggestions_and_the_field() {
    with_state("", |state| {
        let active = |suggestion| {
            state.perform(Action::Suggest(suggestion));
            state.seeking().active
        };
        assert_eq!(active(Suggestion::Next), None, "of nothing");
        state.seek("kutno");
        let count = state.suggestions().count();
        assert_eq!(count, 3, "the city, the meeting, and the text itself");
        assert_eq!(active(Suggestion::Next), Some(0));
        assert_eq!(active(Suggestion::Next), Some(1));
        assert_eq!(active(Suggestion::Last), Some(2));
        assert_eq!(active(Suggestion::Next), None, "the field");
        assert_eq!(active(Suggestion::Previous), Some(2));
        assert_eq!(active(Suggestion::First), Some(0));
        assert_eq!(active(Suggestion::Previous), None);
        state.perform(Action::Shut);
        assert_eq!(state.suggestions(), Suggestions::default());
        assert_eq!(active(Suggestion::Next), Some(0), "opens them again");
        state.perform(Action::Accept);
        assert_eq!(query(state), "?city=kutno");
        assert_eq!(state.seeking(), Seeking::default());
    });
}

#[test]
fn a_text_is_kept_and_dropped() {
    with_state("?year=2016", |state| {
        state.seek("Springer  Filip ");
        state.perform(Action::Accept);
        assert_eq!(query(state), "?year=2016&q=Springer+Filip");
        assert_eq!(state.view().meetings.len(), 1);
        let count = state.landing().1;
        state.perform(Action::Drop(Criterion::Text));
        assert_eq!(query(state), "?year=2016");
        assert_eq!(state.landing(), (Landing::Field, count + 1));
        state.seek("–");
        state.perform(Action::Accept);
        assert_eq!(query(state), "?year=2016", "there is nothing to look for");
    });
}

#[test]
fn what_alone_has_just_that_name_is_gone_to() {
    for (text, expected) in [
        ("Kutno", "?city=kutno"),
        (" walbrzych ", "?city=walbrzych"),
        ("filip springer", "?meeting=walbrzych-2016"),
        ("Wien", "?q=Wien"),
        ("ekolog", "?q=ekolog"),
    ] {
        with_state("", |state| {
            state.seek(text);
            state.perform(Action::Accept);
            assert_eq!(query(state), expected, "{text}");
        });
    }
}

#[test]
fn when_a_filter_is_dropped_the_focus_goes_to_the_next_one() {
    with_state("?edition=3&topic=ecology&q=rzeszow&kind=conference", |state| {
        let landing = |criterion| {
            state.perform(Action::Drop(criterion));
            state.landing().0
        };
        assert_eq!(landing(Criterion::Edition), Landing::Chip(1), "after the text comes the topic");
        assert_eq!(landing(Criterion::Kind), Landing::Chip(1), "the last one");
        assert_eq!(landing(Criterion::Text), Landing::Chip(0));
        assert_eq!(landing(Criterion::Topic), Landing::Field);
    });
}

#[test]
fn of_a_link_what_the_programme_does_not_have_is_left_out() {
    for (link, understood) in [
        ("?country=FR&year=2017", "?year=2017"),
        ("?country=PL", ""),
        ("?topic=atlantis&edition=99", ""),
        ("?country=NL&topic=ecology", "?topic=ecology&country=NL"),
        ("?kind=workshop&q=%21", "?kind=workshop"),
    ] {
        assert_eq!(with_state(link, query), understood, "{link}");
    }
}

#[test]
fn everything_shipped_is_found_by_its_name_folded_and_with_an_error_of_typing() {
    let catalog = catalog();
    let names = |target: Target| -> Vec<String> {
        let both = |text: &crate::domain::Localized| text.all().to_vec();
        match target {
            Target::City(key) => both(&catalog.get(key).name),
            Target::Country(code) => country_names(code),
            Target::Year(year) => vec![year.to_string()],
            Target::Kind(kind) => Lang::ALL.map(|lang| (Words::of(lang).kind)(kind).to_owned()).into(),
            Target::Topic(key) => both(&catalog.get(key).name),
            Target::Expert(key) => vec![catalog.get(key).name.clone()],
            Target::Participant(key, index) => vec![catalog.get(key).participants[index].name.clone()],
            Target::Meeting(key) => {
                let (city, year) = (&catalog.get(catalog.get(key).city).name, catalog.get(key).years());
                both(city).into_iter().map(|city| format!("{city} {}", year.start())).collect()
            }
            Target::Edition(key) => Lang::ALL.map(|lang| (Words::of(lang).edition)(catalog.get(key).number)).into(),
        }
    };
    let mut targets: Vec<Target> = catalog.all::<City>().map(|(key, _)| Target::City(key)).collect();
    targets.extend(catalog.all::<Topic>().map(|(key, _)| Target::Topic(key)));
    targets.extend(catalog.all::<Expert>().map(|(key, _)| Target::Expert(key)));
    targets.extend(catalog.all::<Edition>().map(|(key, _)| Target::Edition(key)));
    targets.extend(MeetingKind::ALL.map(Target::Kind));
    targets.extend(catalog.years().into_iter().flatten().map(Target::Year));
    targets.extend(catalog.guest_countries().into_iter().map(Target::Country));
    for (key, meeting) in catalog.all::<Meeting>() {
        targets.push(Target::Meeting(key));
        targets.extend((0..meeting.participants.len()).map(|index| Target::Participant(key, index)));
    }
    assert!(targets.len() > 50, "{} records", targets.len());
    with_state("", |state| {
        let is_found = |text: &str, target| state.suggest(text).targets.contains(&target);
        for target in targets {
            for name in names(target) {
                let folded = crate::domain::fold(&name);
                assert!(is_found(&name, target) && is_found(&folded, target), "{name}");
                // The first word that is long enough to be forgiven an error, even without one of its letters.
                let Some(word) = folded.split(' ').find(|word| word.len() > 4) else { continue };
                let (head, tail) = word.split_at(2);
                let tail_chars: Vec<char> = tail.chars().collect();
                let swapped: String =
                    [tail_chars[1], tail_chars[0]].into_iter().chain(tail_chars[2..].iter().copied()).collect();
                for wrong in [
                    format!("{head}x{tail}"),
                    format!("{head}x{}", &tail[1..]),
                    format!("{head}{}", &tail[1..]),
                    format!("{head}{swapped}"),
                ] {
                    let typed = folded.replacen(word, &wrong, 1);
                    assert!(is_found(&typed, target), "{name}: {typed}");
                }
            }
        }
    });
}

#[test]
fn the_drawer_opens_for_what_is_selected_and_leaves_a_table_its_room() {
    use crate::screen::{Height, Pull};
    with_state("", |state| {
        let catalog = state.catalog();
        let mut cities = catalog.all::<City>().map(|(key, _)| Subject::City(key));
        let mut select = || {
            if let Some(city) = cities.next() {
                state.perform(Action::Select(city));
            }
        };
        assert_eq!(state.drawer(), Height::Half);
        state.perform(Action::Pull(Pull::Down));
        assert_eq!(state.drawer(), Height::Peek);
        select();
        assert_eq!(state.drawer(), Height::Half);
        state.perform(Action::Pull(Pull::To(Height::Full)));
        select();
        assert_eq!(state.drawer(), Height::Full);
        state.perform(Action::Display(Display::Table));
        assert_eq!(state.drawer(), Height::Peek);
        state.perform(Action::Narrow(Facet::Kind(MeetingKind::Conference)));
        assert_eq!(state.drawer(), Height::Half);
        assert!(!query(state).contains("peek") && !query(state).contains("half"));
    });
    with_state("?view=table", |state| assert_eq!(state.drawer(), Height::Peek));
}

#[test]
fn how_the_map_is_moved_is_told_once_and_takes_the_place_of_nothing() {
    with_state("", |state| {
        state.notice(Some(Notice::NoBaseMap));
        state.hint(Notice::TwoFingers);
        assert_eq!(state.current_notice(), Some(Notice::NoBaseMap));
        state.end_hint();
        assert_eq!(state.current_notice(), Some(Notice::NoBaseMap));
        state.notice(None);
        state.hint(Notice::TwoFingers);
        assert_eq!(state.current_notice(), Some(Notice::TwoFingers));
        state.end_hint();
        assert_eq!(state.current_notice(), None);
        state.hint(Notice::WheelWithKey);
        assert_eq!(state.current_notice(), None);
    });
}

#[test]
fn a_newer_version_is_offered_until_a_reader_stays_with_this_one() {
    with_state("", |state| {
        assert!(!state.has_newer());
        state.newer_is_there(true);
        assert!(state.has_newer());
        state.perform(Action::Stay);
        assert!(!state.has_newer());
        state.newer_is_there(true);
        assert!(state.has_newer());
    });
}
