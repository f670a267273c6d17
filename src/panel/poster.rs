//! A poster of the campaign: one small map for each edition, side by side on one sheet of paper.

use crate::data::Ground;
use crate::domain::{Edition, Facet, Filter, Key, Meeting, Period, View};
use crate::markup::tags::{button, div, h2, h3, li, p, section, span};
use crate::markup::{Action, Node};
use crate::picture::{Colours, Drawing, Exactness, Texts, map};
use crate::scene::{Frame, compose};
use crate::text::{self, typeset};

use super::about::shares;
use super::facts::list;
use super::reader::{Reader, facet_name, join};

/// What stands on the poster, for an app that stands at `address`. Without its ground nothing is drawn yet.
pub(super) fn poster(reader: Reader<'_>, ground: Option<&Ground>, address: &str) -> Vec<Node> {
    let (words, more, catalog) = (reader.words, reader.more_words(), reader.catalog);
    let Some(ground) = ground else { return vec![p().class("awaited").text(words.awaited).into()] };
    let all = View::of(catalog, Period::All, Filter::default());
    let texts = Texts::of(reader, &all, Period::All, "", address);
    let head = div().class("poster-head").with(h2().text(texts.title)).with(p().text(texts.lead)).with(
        div()
            .class("poster-actions")
            .with(button(Action::Print).text(more.print_poster))
            .with(span().text(typeset(reader.lang, more.paper_of_poster))),
    );
    let plates = plates(reader, &all);
    let class = format!("plates {}", columns(plates.len()));
    let maps = plates.iter().map(|plate| plate.node(reader, ground)).collect();
    let key = |class: &str, text: &str| -> Node {
        p().with(span().class(format!("key {class}")).decorative()).text(text).into()
    };
    let legend = div().class("poster-legend").with_all(vec![
        key("host", words.legend_host),
        key("guest", words.legend_guest),
        key("solid", words.legend_line),
        key("dashed", words.legend_dashed),
    ]);
    let shares = shares(reader);
    let known = if shares.is_empty() { String::new() } else { (more.documented_shares)(&shares.join(", ")) };
    let lines = std::iter::once(known).chain(texts.credits).chain([texts.address]).filter(|line| !line.is_empty());
    let lines = lines.map(|line| p().text(typeset(reader.lang, &line).into_owned()).into()).collect();
    let foot = div().class("poster-foot").with(legend).with_all(lines);
    vec![head.into(), div().class(class).with_all(maps).into(), foot.into()]
}

/// How many plates stand side by side.
fn columns(plates: usize) -> &'static str {
    match plates {
        0 | 1 => "by-1",
        2..=4 => "by-2",
        5..=9 => "by-3",
        _ => "by-4",
    }
}

/// One small map with what it shows.
struct Plate {
    name: String,
    when: String,
    theme: String,
    view: View,
}

/// One for each edition, by number, also for one of which nothing is known but that there was a later one; and one for
/// the meetings of which no edition is known.
fn plates(reader: Reader<'_>, all: &View) -> Vec<Plate> {
    let (words, catalog) = (reader.words, reader.catalog);
    let of = |edition: Option<Key<Edition>>| {
        let meetings = all.meetings.iter().copied().filter(|&key| catalog.get(key).edition == edition).collect();
        View::holding(catalog, meetings, Filter::default())
    };
    let last = all.editions.last().map_or(0, |&key| catalog.get(key).number);
    let known = |number| all.editions.iter().copied().find(|&key| catalog.get(key).number == number);
    // What is missing between the known ones is said, as long as that is a few of many.
    let is_told = |number| known(number).is_some() || (last as usize) < 2 * all.editions.len() + 1;
    let mut plates: Vec<Plate> = (1..=last)
        .filter(|&number| is_told(number))
        .map(|number| match known(number) {
            Some(key) => {
                let edition = catalog.get(key);
                Plate {
                    name: facet_name(reader, Facet::Edition(key)),
                    when: text::date(words, edition.when),
                    theme: edition.theme.as_ref().map_or_else(|| words.no_theme.to_owned(), |theme| reader.text(theme)),
                    view: of(Some(key)),
                }
            }
            None => Plate {
                name: (words.edition)(number),
                when: String::new(),
                theme: String::new(),
                view: View::default(),
            },
        })
        .collect();
    let others = of(None);
    if !others.meetings.is_empty() {
        let name = reader.more_words().no_edition.to_owned();
        plates.push(Plate { name, when: String::new(), theme: String::new(), view: others });
    }
    plates
}

impl Plate {
    fn node(&self, reader: Reader<'_>, ground: &Ground) -> Node {
        let words = reader.words;
        let count = reader.held(&self.view);
        let drawing = Drawing {
            ground,
            frame: Frame::Home,
            size: (640.0, 490.0),
            scale: 1.0,
            exactness: Exactness { tolerance: 0.2, steps: 10.0 },
            colours: Colours::Page,
            address: None,
        };
        let scene = compose(reader.catalog, &self.view, None, reader.lang);
        let name = join(": ", [words.map.to_owned(), join(", ", [self.name.clone(), count.clone()])]);
        section()
            .class("plate")
            .with(h3().text(self.name.as_str()).text(" ").with(span().class("beside").text(self.when.as_str())))
            .with(p().class("edition-theme").text(self.theme.as_str()))
            .with(map(reader, scene, &drawing, &name))
            .with(p().class("plate-count").text(count))
            .with(list("plate-meetings", self.view.meetings.iter().map(|&key| meeting(reader, key)).collect()))
            .into()
    }
}

fn meeting(reader: Reader<'_>, key: Key<Meeting>) -> Node {
    let meeting = reader.catalog.get(key);
    let guests = meeting.guests.iter().map(|guest| reader.visitor(guest.visitor));
    let guests = join(", ", guests);
    let what = join(", ", [reader.city(meeting.city), reader.date(meeting)]);
    let who = if guests.is_empty() { String::new() } else { format!("{}: {guests}", reader.words.with_guests) };
    li().text(what).with_some((!who.is_empty()).then(|| span().class("with").text(who))).into()
}

#[cfg(test)]
mod tests {
    use super::super::reader::sample;
    use super::*;
    use crate::domain::{Lang, sample as data};

    #[test]
    fn every_meeting_stands_on_one_plate() {
        let catalog = data::catalog();
        let reader = sample(&catalog, Lang::Pl);
        let all = View::of(&catalog, Period::All, Filter::default());
        let plates = plates(reader, &all);
        let mut meetings: Vec<_> = plates.iter().flat_map(|plate| plate.view.meetings.clone()).collect();
        assert_eq!(meetings.len(), all.meetings.len());
        meetings.retain(|meeting| all.meetings.contains(meeting));
        assert_eq!(meetings.len(), all.meetings.len());
    }

    #[test]
    fn a_plate_without_meetings_says_so_and_has_its_map() {
        let catalog = data::catalog();
        let reader = sample(&catalog, Lang::Pl);
        let plate = Plate { name: "1.".into(), when: String::new(), theme: String::new(), view: View::default() };
        let html = crate::markup::to_html(&[plate.node(reader, &Ground::default())]);
        assert!(html.contains(reader.words.nothing_here) && html.contains("<svg"), "{html}");
    }

    #[test]
    fn the_poster_waits_for_its_ground_and_then_tells_all() {
        let catalog = data::catalog();
        let reader = sample(&catalog, Lang::En);
        let told = |ground: Option<&Ground>| poster(reader, ground, "https://example.org/");
        assert_eq!(told(None).len(), 1);
        let text: String = told(Some(&Ground::default())).iter().map(Node::text_content).collect();
        for part in ["https://example.org/", "Natural Earth", reader.words.legend_dashed] {
            assert!(text.contains(part), "{part} in {text}");
        }
    }
}
