//! The talk: of the shipped data, and of another organiser's, which nobody has written a story for.

use pracownia::data::{File, load, story as read_story};
use pracownia::domain::{
    Catalog, Edition, Filter, Lang, Meeting, Script, Slide, StoryStep, Subject, View, place_of, story,
};

use crate::{CITIES, PROGRAMME};

/// A series in another country, of one city twice, without editions for one of its meetings, without totals and awards.
const OTHER_CITIES: &str = r#"{"type": "FeatureCollection", "features": [
  {"type": "Feature", "geometry": {"type": "Point", "coordinates": [14.42, 50.09]},
   "properties": {"id": "praha", "name": {"pl": "Praga", "en": "Prague"}, "country": "CZ"}},
  {"type": "Feature", "geometry": {"type": "Point", "coordinates": [16.61, 49.19]},
   "properties": {"id": "brno", "name": {"pl": "Brno", "en": "Brno"}, "country": "CZ"}},
  {"type": "Feature", "geometry": {"type": "Point", "coordinates": [-9.14, 38.72]},
   "properties": {"id": "lisbon", "name": {"pl": "Lizbona", "en": "Lisbon"}, "country": "PT"}}]}"#;
const OTHER_PROGRAMME: &str = r#"{"version": 1, "title": {"pl": "Rozmowy", "en": "Talks"}, "span": "2021/2022",
  "editions": [{"id": "1", "number": 1, "when": "2022", "theme": {"pl": "woda", "en": "water"}, "sources": ["page"]}],
  "topics": [], "totals": [], "awards": [],
  "experts": [{"id": "ana", "name": "Ana", "city": "lisbon", "sources": ["page"]}],
  "meetings": [
    {"id": "brno-2022", "city": "brno", "when": "2022-05-01", "edition": "1", "kinds": ["meeting"], "sources": ["page"],
     "guests": [{"expert": "ana", "mode": "present", "sources": ["page"]}]},
    {"id": "praha-2021", "city": "praha", "when": "2021", "kinds": ["meeting"], "sources": ["page"]},
    {"id": "brno-2021", "city": "brno", "when": "2021-12", "kinds": ["workshop"], "sources": ["page"]}],
  "sources": [{"id": "page", "title": "Page", "publisher": "We", "description": {"pl": "strona", "en": "page"}}]}"#;

fn catalog(cities: &[u8], programme: &[u8]) -> Catalog {
    let loaded = load(File::Bytes(cities), File::Bytes(programme));
    assert_eq!(loaded.problems, []);
    loaded.catalog
}

/// Everything is told once, by a token of its own that leads back to it, and each step shows what it tells of.
fn is_whole(catalog: &Catalog, steps: &[StoryStep]) {
    for (at, step) in steps.iter().enumerate() {
        assert_eq!(place_of(steps, &step.token), Some(at), "{}", step.token);
        assert_eq!(place_of(steps, &(at + 1).to_string()), Some(at));
        let view = View::of(catalog, step.period, step.filter.clone());
        assert!(step.subject.is_none_or(|subject| view.shows(subject)), "{}", step.token);
    }
    let count = |slide: Slide| steps.iter().filter(|step| step.slide == slide).count();
    for (key, _) in catalog.all::<Meeting>() {
        assert_eq!(count(Slide::Meeting(key)), 1);
    }
    for (key, _) in catalog.all::<Edition>() {
        assert_eq!(count(Slide::Edition(key)), 1);
    }
    for city in View::of(catalog, pracownia::domain::Period::All, Filter::default()).homes {
        assert_eq!(count(Slide::Home(city)), 1);
    }
    assert_eq!((&steps[0].slide, &steps[steps.len() - 1].slide), (&Slide::Title, &Slide::Thanks));
}

#[test]
fn the_shipped_story_is_valid_and_whole() {
    let catalog = catalog(CITIES, PROGRAMME);
    let file = read_story(File::Bytes(include_bytes!("../../data/story.json")), &catalog);
    assert_eq!(file.problems, []);
    let steps = story(&catalog, &file.script);
    is_whole(&catalog, &steps);
    // Title, campaign, editions, meetings, the cities abroad together and one by one, totals, awards, sources, thanks.
    let editions = catalog.all::<Edition>().count();
    assert_eq!(steps.len(), 2 + editions + 15 + 1 + 6 + 4);
    for (token, notes) in &file.script.notes {
        let step = &steps[place_of(&steps, token).expect("a step")];
        assert_eq!(step.notes.as_ref().map(|it| it.get(Lang::En)), Some(notes.get(Lang::En)));
    }
}

#[test]
fn another_series_has_a_story_that_nobody_wrote() {
    let catalog = catalog(OTHER_CITIES.as_bytes(), OTHER_PROGRAMME.as_bytes());
    let steps = story(&catalog, &Script::default());
    is_whole(&catalog, &steps);
    let tokens: Vec<_> = steps.iter().map(|step| step.token.as_str()).collect();
    assert_eq!(
        tokens,
        [
            "title",
            "campaign",
            "meeting-praha-2021",
            "meeting-brno-2021",
            "edition-1",
            "meeting-brno-2022",
            "guests",
            "city-lisbon",
            "sources",
            "thanks",
        ]
    );
    assert!(matches!(steps[7].subject, Some(Subject::City(_))));
}
