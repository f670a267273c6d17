//! `data/story.json`: what an organiser changes of the steps of a talk.

use std::cell::RefCell;

use super::document::File;
use super::fault::{Expected, Fault, Table, shorten};
use super::load::Reading;
use super::node::Node;
use super::position::judge;
use super::problem::{FileName, Problem};
use crate::domain::{Catalog, Localized, Own, Script, Spot, StoryPicture, StoryStep, story as steps};

/// What could be read of the story.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StoryFile {
    /// What is changed.
    pub script: Script,
    /// All that is not valid.
    pub problems: Vec<Problem>,
    /// Of each picture what is wrong if its file is not there ([`Fault::NoPicture`]), which no one can tell who reads only this.
    pub pictures: Vec<Problem>,
}

/// No talk is planned for longer, in minutes.
const LONGEST: u32 = 600;

/// The zoom of the map goes so far.
const CLOSEST: f64 = 9.0;

/// Reads the story of a catalog. It may be absent: then the steps are those that the data makes.
#[must_use]
pub fn story(file: File<'_>, catalog: &Catalog) -> StoryFile {
    if let File::Unavailable { .. } = file {
        return StoryFile::default();
    }
    let mut reading = Reading::of(FileName::Story, file);
    reading.migrate();
    let pictures = RefCell::default();
    let script = reading.root().map(|root| script(&root, catalog, &pictures)).unwrap_or_default();
    StoryFile { script, problems: reading.into_problems(), pictures: pictures.into_inner() }
}

fn script(root: &Node<'_>, catalog: &Catalog, pictures: &RefCell<Vec<Problem>>) -> Script {
    root.knows(&["version", "minutes", "order", "drop", "notes", "steps", "$schema"]);
    let minutes = root.may("minutes", |minutes| minutes.whole(1, LONGEST)).and_then(|minutes| minutes.try_into().ok());
    let mut known: Vec<String> = steps(catalog, &Script::default()).into_iter().map(|step| step.token).collect();
    let mut added: Vec<(Option<String>, StoryStep)> = Vec::new();
    if let Some(list) = root.member("steps").filter(Node::is_list) {
        for item in list.items() {
            let Some((after, step)) = own_step(&item, catalog, pictures) else { continue };
            if known.contains(&step.token) {
                let id = step.token.trim_start_matches("own-").to_owned();
                item.report_at("id", Fault::DuplicateId { table: Table::Steps, id });
                continue;
            }
            known.push(step.token.clone());
            added.push((after, step));
        }
    } else {
        root.list("steps", |_| None::<()>);
    }
    // What a step follows may stand below it in the file.
    if let Some(list) = root.member("steps").filter(Node::is_list) {
        for item in list.items() {
            item.may("after", |after| token(after, &known));
        }
    }
    let order = tokens(root, "order", &known);
    let dropped = tokens(root, "drop", &known);
    let already = RefCell::default();
    let notes = root.list("notes", |item| {
        if !item.is_object() {
            return None;
        }
        item.knows(&["step", "text"]);
        let text = item.need("text", Node::localized);
        let step = item.need("step", |step| once(step, token(step, &known)?, &already));
        Some((step?, text?))
    });
    Script { minutes, order, dropped, notes, added }
}

/// Tokens of steps, each once.
fn tokens(root: &Node<'_>, name: &'static str, known: &[String]) -> Vec<String> {
    let found = RefCell::default();
    root.list(name, |item| once(item, token(item, known)?, &found))
}

/// A token, if it was not among those `found` before.
fn once(node: &Node<'_>, token: String, found: &RefCell<Vec<String>>) -> Option<String> {
    let mut found = found.borrow_mut();
    if found.contains(&token) {
        node.report(Fault::DuplicateId { table: Table::Steps, id: shorten(&token) });
        return None;
    }
    found.push(token.clone());
    Some(token)
}

/// A token that some step has.
fn token(node: &Node<'_>, known: &[String]) -> Option<String> {
    let text = node.text()?;
    let is_known = known.iter().any(|token| token == text);
    if !is_known {
        node.report(Fault::UnknownId { table: Table::Steps, id: shorten(text) });
    }
    is_known.then(|| text.to_owned())
}

fn own_step(
    item: &Node<'_>,
    catalog: &Catalog,
    pictures: &RefCell<Vec<Problem>>,
) -> Option<(Option<String>, StoryStep)> {
    if !item.is_object() {
        return None;
    }
    item.knows(&["id", "after", "title", "text", "picture", "city", "year", "camera", "notes"]);
    let id = item.need("id", Node::slug);
    let title = item.may("title", Node::localized);
    let text = item.may("text", Node::localized);
    let picture = item.may("picture", |node| picture(node, pictures));
    if [title.is_some(), text.is_some(), picture.is_some()] == [false; 3] {
        // What is there, and wrong, has been told of.
        if ["title", "text", "picture"].iter().all(|name| item.member(name).is_none()) {
            item.report(Fault::Missing { field: "text" });
        }
        return None;
    }
    let city = item.may("city", |node| {
        let id = node.text()?;
        let city = catalog.find(id);
        if city.is_none() {
            node.report(Fault::UnknownId { table: Table::Cities, id: shorten(id) });
        }
        city
    });
    let year = item.may("year", |year| {
        let (first, last) = catalog.years().map_or((1, 9999), std::ops::RangeInclusive::into_inner);
        let range = (u32::try_from(first).unwrap_or(1), u32::try_from(last).unwrap_or(9999));
        year.whole(range.0, range.1).and_then(|year| i32::try_from(year).ok())
    });
    let camera = item.may("camera", camera);
    let notes: Option<Localized> = item.may("notes", Node::localized);
    let after = item.may("after", |after| after.raw_text().map(str::to_owned));
    let step = StoryStep::own(id?.as_str(), Own { title, text, picture }, city, year, camera);
    Some((after, StoryStep { notes, ..step }))
}

fn picture(node: &Node<'_>, pictures: &RefCell<Vec<Problem>>) -> Option<StoryPicture> {
    if !node.is_object() {
        return None;
    }
    node.knows(&["file", "alt"]);
    let file = node.need("file", |file| {
        let name = file.text()?;
        if !is_file_name(name) {
            file.report(Fault::FileName { found: shorten(name) });
        }
        let (pointer, line) = file.place();
        is_file_name(name).then(|| {
            let fault = Fault::NoPicture { found: name.to_owned() };
            pictures.borrow_mut().push(Problem { file: FileName::Story, pointer, line: Some(line), fault });
            name.to_owned()
        })
    });
    let alt = node.need("alt", Node::localized);
    Some(StoryPicture { file: file?, alt: alt? })
}

/// Whether a picture of this name can lie beside the data: no path leads elsewhere, and every host serves it.
fn is_file_name(name: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let end = name.rsplit_once('.').map(|(start, end)| (start.is_empty(), end.to_ascii_lowercase()));
    name.chars().all(is_plain)
        && !name.starts_with('.')
        && end.is_some_and(|(is_bare, end)| {
            !is_bare && ["avif", "jpeg", "jpg", "png", "svg", "webp"].contains(&end.as_str())
        })
}

fn camera(node: &Node<'_>) -> Option<Spot> {
    if !node.is_object() {
        return None;
    }
    node.knows(&["zoom", "lat", "lon"]);
    let number = |name| node.need(name, Node::number);
    let zoom = node.need("zoom", |zoom| {
        let level = zoom.number()?;
        if !(0.0..=CLOSEST).contains(&level) {
            zoom.wrong_type(Expected::Within { min: 0, max: 9 });
        }
        Some(level.clamp(0.0, CLOSEST))
    });
    let (lat, lon) = (number("lat"), number("lon"));
    let (place, fault) = judge((lon?, lat?), None);
    if let Some(fault) = fault {
        node.report(fault);
    }
    Some(Spot { place: place?, zoom: zoom? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Whole;
    use crate::domain::sample::{self, text};

    fn read(text: &str) -> StoryFile {
        story(File::Bytes(text.as_bytes()), &sample::catalog())
    }

    #[test]
    fn without_a_file_the_data_makes_the_story() {
        assert_eq!(story(File::Unavailable { status: Some(404) }, &sample::catalog()), StoryFile::default());
    }

    #[test]
    fn everything_that_may_be_changed_is_read() {
        let found = read(
            r#"{"version": 1, "minutes": 8, "order": ["title", "guests"], "drop": ["campaign"],
                "notes": [{"step": "own-hall", "text": {"pl": "Tu", "en": "Here"}}],
                "steps": [{"id": "hall", "after": "edition-3", "title": {"pl": "Sala", "en": "Hall"}, "city": "lublin", "year": 2016,
                           "camera": {"zoom": 8, "lat": 51.2, "lon": 22.5}, "picture": {"file": "hall.jpg", "alt": {"pl": "a", "en": "b"}}}]}"#,
        );
        assert_eq!(found.problems, []);
        assert_eq!(found.script.minutes, Some(8));
        assert_eq!(found.script.notes, [("own-hall".to_owned(), text("Tu", "Here"))]);
        let (after, step) = &found.script.added[0];
        assert_eq!((after.as_deref(), step.token.as_str()), (Some("edition-3"), "own-hall"));
        assert!(step.spot.is_some() && step.subject.is_some());
        // Whether its file is there somebody else finds out, and knows then what to tell.
        let told: Vec<_> = found.pictures.iter().map(|it| (it.pointer.as_str(), it.line)).collect();
        assert_eq!(told, [("/steps/0/picture/file", Some(4))]);
    }

    #[test]
    fn a_member_that_nothing_reads_is_told() {
        let found = wrong(
            r#"{"version": 1, "$schema": "story.schema.json", "minuets": 8, "notes": [{"step": "title", "txt": 1, "text": {"pl": "a", "en": "b"}}],
                "steps": [{"id": "a", "tilte": 1, "text": {"pl": "a", "en": "b"}, "picture": {"file": "a.jpg", "alt": {"pl": "a", "en": "b"}, "a/b": 1},
                  "camera": {"zoom": 5, "lat": 51, "lon": 20, "long": 20}}]}"#,
        );
        assert_eq!(
            found,
            ["/minuets", "/notes/0/txt", "/steps/0/tilte", "/steps/0/picture/a~1b", "/steps/0/camera/long"]
        );
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place_and_the_rest_is_kept() {
        let found = read(
            r#"{"version": 1, "minutes": 0, "order": ["title", "nowhere"], "drop": "title",
                "notes": [{"step": "title"}, {"step": "guests", "text": {"pl": "a", "en": "b"}}],
                "steps": [7, {"id": "A b", "text": {"pl": "a", "en": "b"}}, {"id": "empty"},
                  {"id": "one", "after": "own-two", "city": "atlantis", "year": 1999, "text": {"pl": "a", "en": "b"},
                   "picture": {"file": "../x.png"}, "camera": {"zoom": 5, "lat": 99, "lon": 20}},
                  {"id": "one", "text": {"pl": "a", "en": "b"}}]}"#,
        );
        let places: Vec<_> = found.problems.iter().map(|problem| problem.pointer.as_str()).collect();
        for place in [
            "/minutes",
            "/order/1",
            "/drop",
            "/notes/0",
            "/steps/0",
            "/steps/1/id",
            "/steps/2",
            "/steps/3/after",
            "/steps/3/city",
            "/steps/3/year",
            "/steps/3/picture/file",
            "/steps/3/picture",
            "/steps/3/camera",
            "/steps/4/id",
        ] {
            assert!(places.contains(&place), "{place} among {places:?}");
        }
        assert_eq!(found.script.order, ["title"]);
        assert_eq!(found.script.notes.len(), 1);
        assert_eq!(found.script.added.len(), 1);
        assert!(found.problems.iter().all(|problem| problem.file == FileName::Story));
        assert!(matches!(read("{\"version\": 2}").problems[0].fault, Fault::File(Whole::Version { .. })));
        assert_eq!(read("[]").script, Script::default());
    }

    #[test]
    fn a_picture_lies_beside_the_data() {
        for name in ["hall.jpg", "Hall_2.WEBP", "a.b.svg"] {
            assert!(is_file_name(name), "{name}");
        }
        for name in
            ["", "hall", ".jpg", "a/b.jpg", "..\\x.png", "https://a.org/x.png", "x.html", "zdjęcie.jpg", "a b.png"]
        {
            assert!(!is_file_name(name), "{name}");
        }
    }

    /// The pointers of what is wrong.
    fn wrong(text: &str) -> Vec<String> {
        read(text).problems.into_iter().map(|problem| problem.pointer).collect()
    }

    #[test]
    fn a_zoom_that_the_map_does_not_have_is_told() {
        for zoom in ["40", "-3"] {
            let text = format!(
                r#"{{"version": 1, "steps": [{{"id": "a", "text": {{"pl": "a", "en": "b"}},
                    "camera": {{"zoom": {zoom}, "lat": 51, "lon": 20}}}}]}}"#
            );
            assert_eq!(wrong(&text), ["/steps/0/camera/zoom"], "{zoom}");
            assert!(read(&text).script.added[0].1.spot.is_some_and(|spot| (0.0..=CLOSEST).contains(&spot.zoom)));
        }
    }

    #[test]
    fn what_is_named_twice_is_told() {
        let text = r#"{"version": 1, "order": ["title", "title"], "drop": ["guests", "guests"],
            "notes": [{"step": "title", "text": {"pl": "a", "en": "b"}},
                      {"step": "title", "text": {"pl": "c", "en": "d"}}]}"#;
        assert_eq!(wrong(text), ["/order/1", "/drop/1", "/notes/1/step"]);
        assert_eq!(read(text).script.notes, [("title".to_owned(), crate::domain::sample::text("a", "b"))]);
    }

    #[test]
    fn a_step_of_a_picture_alone_without_alt_is_told_of_once() {
        let text = r#"{"version": 1, "steps": [{"id": "a", "picture": {"file": "a.jpg"}}]}"#;
        assert_eq!(wrong(text), ["/steps/0/picture"]);
    }
}
