//! A picture that stands alone: a map with its title, its legend and what it is known from.

use crate::domain::{Period, View, each_once};
use crate::markup::svg::{circle, desc, g, path, rect, svg, text as line_of_text, title};
use crate::markup::{Element, Node, to_html};
use crate::scene::{Scene, estimated_width};
use crate::text::Reader;

use super::Ink;
use super::map::{Drawing, SANS, SERIF, layers};
use super::path::number;
use super::qr::qr;

/// What a picture says beside its map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// What it is a picture of.
    pub title: String,
    /// Which years and what of them.
    pub lead: String,
    /// Where its facts are known from, and whose its map is.
    pub credits: Vec<String>,
    /// Where it is alive; a QR code says the same.
    pub address: String,
}

impl Texts {
    /// What is said of a view of some years; `lead` names what of them is shown. `address` is where it can be seen alive.
    #[must_use]
    pub fn of(reader: Reader<'_>, view: &View, period: Period, lead: &str, address: &str) -> Self {
        let catalog = reader.catalog;
        let years = reader.years(period).unwrap_or_default();
        let count = reader.held(view);
        let lead = [lead, &years, &count].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        let named = view.meetings.iter().flat_map(|&meeting| &catalog.get(meeting).provenance.sources);
        let mut publishers = each_once(named.map(|&source| catalog.get(source).publisher.as_str()));
        publishers.retain(|name| !name.is_empty());
        let mut credits = Vec::new();
        if !publishers.is_empty() {
            credits.push(format!("{}: {}.", reader.words.sources, publishers.join("; ")));
        }
        credits.push(reader.more_words().picture_credits.to_owned());
        Self { title: reader.campaign().to_owned(), lead, credits, address: address.to_owned() }
    }
}

/// Draws it as an `svg` element of `drawing.size`; the map takes what the texts leave.
#[must_use]
pub fn picture(reader: Reader<'_>, mut scene: Scene, drawing: &Drawing<'_>, texts: &Texts) -> Element {
    let (width, height) = drawing.size;
    let layout = Layout { drawing, texts };
    let (head, mut y) = layout.head();
    let (foot, foot_height) = layout.foot(reader, &scene);
    let map = Drawing { size: (width, (height - y - foot_height).max(height / 4.0)), ..*drawing };
    // An `svg` within another cuts off what is outside of it.
    let inner = svg().attr("y", number(y)).attr("width", number(width)).attr("height", number(map.size.1)).with_all(
        // Programs for drawing show a layer's id as its name.
        layers(reader, &mut scene, &map, (0.0, 0.0)).into_iter().map(|(id, it)| it.attr("id", id).into()).collect(),
    );
    y += map.size.1;
    svg()
        .attr("xmlns", "http://www.w3.org/2000/svg")
        .attr("width", number(width))
        .attr("height", number(height))
        .attr("viewBox", format!("0 0 {} {}", number(width), number(height)))
        .attr("lang", reader.lang.tag())
        .attr("font-family", SANS)
        .attr("role", "img")
        .with(title().text(texts.title.as_str()))
        .with(desc().text(texts.lead.as_str()))
        .with(rect().attr("width", number(width)).attr("height", number(height)).attr("fill", layout.ink(Ink::Paper)))
        .with_all(head)
        .with(inner)
        .with(g().attr("transform", format!("translate(0 {})", number(y))).with_all(foot))
}

/// The text of an SVG file.
#[must_use]
pub fn to_svg(picture: Element) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n", to_html(&[picture.into()]))
}

struct Layout<'a> {
    drawing: &'a Drawing<'a>,
    texts: &'a Texts,
}

/// At the left and right edge, where text is of its usual size.
const MARGIN: f64 = 24.0;

/// The sides of the QR code, and how far it is below the map.
const CODE: f64 = 96.0;
const CODE_TOP: f64 = 14.0;

impl Layout<'_> {
    fn ink(&self, ink: Ink) -> &'static str {
        ink.value(self.drawing.colours)
    }

    fn px(&self, length: f64) -> f64 {
        length * self.drawing.scale
    }

    fn room(&self) -> f64 {
        self.drawing.size.0 - 2.0 * self.px(MARGIN)
    }

    /// Lines of a text, one below the other, the first line's foot at `y`, none wider than `room`. Gives the foot of the last.
    fn write(
        &self,
        into: &mut Vec<Node>,
        words: &str,
        (y, room): (f64, f64),
        font: f64,
        style: &dyn Fn(Element) -> Element,
    ) -> f64 {
        const LEADING: f64 = 1.25;
        let mut y = y;
        for (index, line) in wrapped(words, room / self.px(font)).into_iter().enumerate() {
            if index > 0 {
                y += self.px(font * LEADING);
            }
            let element = line_of_text()
                .attr("x", number(self.px(MARGIN)))
                .attr("y", number(y))
                .attr("font-size", number(self.px(font)));
            into.push(style(element).text(line).into());
        }
        y
    }

    /// Title and lead, and how high they are.
    fn head(&self) -> (Vec<Node>, f64) {
        let mut nodes = Vec::new();
        let bold = |element: Element| {
            element.attr("font-family", SERIF).attr("font-weight", "700").attr("fill", self.ink(Ink::Ink))
        };
        let y = self.write(&mut nodes, &self.texts.title, (self.px(40.0), self.room()), 28.0, &bold);
        let soft = |element: Element| element.attr("fill", self.ink(Ink::Soft));
        let y = self.write(&mut nodes, &self.texts.lead, (y + self.px(24.0), self.room()), 15.0, &soft);
        (nodes, y + self.px(16.0))
    }

    /// Legend, credits, address and code, and how high they are.
    fn foot(&self, reader: Reader<'_>, scene: &Scene) -> (Vec<Node>, f64) {
        let mut nodes = Vec::new();
        let side = self.px(CODE);
        let at = (self.drawing.size.0 - self.px(MARGIN) - side, self.px(CODE_TOP));
        let code = Some(&self.texts.address).filter(|address| !address.is_empty()).and_then(|it| qr(it, at, side));
        let least = if code.is_some() { at.1 + side + self.px(CODE_TOP) } else { 0.0 };
        let room = self.room() - if code.is_some() { side + self.px(MARGIN) } else { 0.0 };
        let y = self.legend(reader, scene, room, &mut nodes);
        nodes.extend(code.map(Node::from));
        let soft = |element: Element| element.attr("fill", self.ink(Ink::Soft));
        let mut y = y + self.px(22.0);
        for credit in &self.texts.credits {
            y = self.write(&mut nodes, credit, (y, room), 11.5, &soft) + self.px(16.0);
        }
        let strong = |element: Element| element.attr("fill", self.ink(Ink::Guest));
        if !self.texts.address.is_empty() {
            y = self.write(&mut nodes, &self.texts.address, (y, room), 11.5, &strong) + self.px(16.0);
        }
        let y = y.max(least);
        (nodes, y)
    }

    /// What of the legend the scene has; as many in a row as there is room for.
    fn legend(&self, reader: Reader<'_>, scene: &Scene, room: f64, nodes: &mut Vec<Node>) -> f64 {
        const FONT: f64 = 13.0;
        const KEY: f64 = 30.0;
        const GAP: f64 = 22.0;
        const ROW: f64 = 22.0;
        use crate::scene::Role;
        let words = reader.words;
        let has = |is: fn(Role) -> bool| scene.markers.iter().any(|marker| is(marker.role));
        let rows = [
            (Key::Host, words.legend_host, has(|role| role != Role::Guest)),
            (Key::Guest, words.legend_guest, has(|role| role == Role::Guest)),
            (Key::Line, words.legend_line, scene.lines.iter().any(|line| !line.dashed)),
            (Key::Dashed, words.legend_dashed, scene.lines.iter().any(|line| line.dashed)),
        ];
        let (mut x, mut y) = (self.px(MARGIN), self.px(24.0));
        for (key, words, _) in rows.into_iter().filter(|(.., is_there)| *is_there) {
            let width = self.px(KEY + estimated_width(words));
            if x > self.px(MARGIN) && x + width > self.px(MARGIN) + room {
                (x, y) = (self.px(MARGIN), y + self.px(ROW));
            }
            nodes.push(self.key(key, x + self.px(KEY / 2.0 - 4.0), y - self.px(4.4)).into());
            let label = line_of_text().attr("x", number(x + self.px(KEY))).attr("y", number(y));
            nodes.push(
                label.attr("font-size", number(self.px(FONT))).attr("fill", self.ink(Ink::Ink)).text(words).into(),
            );
            x += width + self.px(GAP);
        }
        y
    }

    fn key(&self, key: Key, x: f64, y: f64) -> Element {
        let (host, guest) = (self.ink(Ink::Host), self.ink(Ink::Guest));
        let reach = self.px(7.0);
        let line = || {
            path()
                .attr("d", format!("M{} {}H{}", number(x - self.px(11.0)), number(y), number(x + self.px(11.0))))
                .attr("stroke", guest)
                .attr("stroke-width", number(self.px(2.0)))
        };
        match key {
            Key::Host => {
                circle().attr("cx", number(x)).attr("cy", number(y)).attr("r", number(reach)).attr("fill", host)
            }
            Key::Guest => {
                let (x, y, reach) = (number(x), number(y - reach), number(reach));
                path()
                    .attr("d", format!("M{x} {y}l{reach} {reach}-{reach} {reach}-{reach}-{reach}z"))
                    .attr("fill", guest)
            }
            Key::Line => line(),
            Key::Dashed => line().attr("stroke-dasharray", number(self.px(4.5))),
        }
    }
}

#[derive(Clone, Copy)]
enum Key {
    Host,
    Guest,
    Line,
    Dashed,
}

/// A text in lines no wider than `room`, a multiple of its letters' height. What is longer than a line stays whole.
fn wrapped(words: &str, room: f64) -> Vec<String> {
    /// Names are estimated in letters of 13 px.
    const ESTIMATED: f64 = 13.0;
    let mut lines: Vec<String> = Vec::new();
    for word in words.split(' ') {
        match lines.last_mut() {
            Some(line) if estimated_width(&format!("{line} {word}")) / ESTIMATED <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_wrapped_between_words() {
        assert_eq!(wrapped("aaa bbb ccc", 5.0), ["aaa bbb", "ccc"]);
        assert_eq!(wrapped("a\u{a0}bbbbbbbbbbbbbbbb c", 3.0), ["a\u{a0}bbbbbbbbbbbbbbbb", "c"]);
        assert_eq!(wrapped("", 5.0), [""]);
    }
}
