//! The map of a picture.

use crate::data::{BaseMap, Ground};
use crate::domain::{City, Key};
use crate::markup::svg::{circle, g, link, path, rect, svg, text};
use crate::markup::{Element, Node};
use crate::scene::{
    BackgroundKind, BackgroundName, Bounds, Camera, Edge, EdgeHint, Frame, Leader, Line, Marker, Nameless, Pixel, Rect,
    Role, Scene, Side, Stress, Viewport, WORLD, arrange, background, edge_hints, estimated_width, lead,
};
use crate::text::Reader;

use super::path::{Exactness, Plotter, number};
use super::{Colours, Ink};

/// How a map is to be drawn.
#[derive(Clone, Copy)]
pub struct Drawing<'a> {
    /// What everything stands on.
    pub ground: &'a Ground,
    /// What is shown of the Earth.
    pub frame: Frame,
    /// Its width and height in px.
    pub size: (f64, f64),
    /// How large text and symbols are, as a multiple of those on the page.
    pub scale: f64,
    /// How exact its lines are.
    pub exactness: Exactness,
    /// Where its colours come from.
    pub colours: Colours,
    /// Where a city leads to, if anywhere.
    pub address: Option<&'a dyn Fn(Key<City>) -> String>,
}

/// How much more than its size a map that stands in a page draws on each side, across and down in px: the box that it stands
/// in may have other proportions. Of a map that is not scaled the box may be larger as well.
const BEYOND: (f64, f64) = (250.0, 30.0);
const BEYOND_A_PLACE: (f64, f64) = (320.0, 120.0);

/// How far beyond the symbol of a city that stands out its ring is, in px where text is of its usual size.
const RING: f64 = 3.5;

/// The closest look at what is chosen, as the page's own map has it (`map/view.rs`).
const CLOSEST: f64 = 6.75;

impl Drawing<'_> {
    fn ink(&self, ink: Ink) -> &'static str {
        ink.value(self.colours)
    }

    /// What is seen, where text is of its usual size: framed as on the page, with room for symbols and names.
    pub(super) fn viewport(&self, scene: &Scene) -> Viewport {
        /// No closer, lest a single city stand on empty ground.
        const CLOSEST_ALONE: f64 = 7.5;
        let closest = if self.address.is_some() { CLOSEST } else { CLOSEST_ALONE };
        let inset = self.scale
            * match self.frame {
                Frame::Home => 14.0,
                Frame::All | Frame::Selection if self.address.is_some() => 48.0,
                Frame::All | Frame::Selection => 34.0,
            };
        let bounds = self.bounds(scene);
        let mut insets = [inset; 4];
        let fitting = |insets| Viewport::fitting(bounds, self.size, insets, closest, self.scale);
        let mut viewport = fitting(insets);
        // A page's own map is moved by whoever looks at it; of a picture all must be seen as it is.
        if self.address.is_some() {
            return viewport;
        }
        for _ in 0..4 {
            if let Some((edge, depth)) = in_the_way(scene, &viewport) {
                insets[edge] = insets[edge].max(depth + inset);
            } else if let Some((edge, missing)) = cut(scene, &viewport) {
                insets[edge] += missing;
            } else {
                break;
            }
            viewport = fitting(insets);
        }
        within_world(viewport, bounds)
    }

    fn bounds(&self, scene: &Scene) -> Bounds {
        let home = self.ground.base.as_ref().and_then(BaseMap::home_corners).map(Bounds::between);
        self.frame.bounds(scene, home).or(home).unwrap_or(WORLD)
    }
}

/// The edge (top, right, bottom, left) where the name of a city beyond it lies upon a host, and how far into the picture
/// names reach there.
fn in_the_way(scene: &Scene, viewport: &Viewport) -> Option<(usize, f64)> {
    let hosts = scene.markers.iter().filter(|marker| marker.role != Role::Guest || marker.stress == Stress::Strong);
    let symbols: Vec<Rect> = hosts
        .map(|marker| {
            let Pixel { x, y } = viewport.position(marker.place);
            let centre = Pixel { x: x + marker.shift.0, y: y + marker.shift.1 };
            // With its ring, and some air.
            Rect::around(centre, (marker.role.radius() + 6.0) * viewport.text_scale)
        })
        .collect();
    let hints = edge_hints(scene, viewport, &[]);
    let hint = hints.iter().find(|hint| symbols.iter().any(|symbol| symbol.overlaps(&hint.rect)))?;
    let Rect { x, y, width, height } = hint.rect;
    Some(match hint.edge {
        Edge::Top => (0, y + height),
        Edge::Right => (1, viewport.width - x),
        Edge::Bottom => (2, viewport.height - y),
        Edge::Left => (3, x + width),
    })
}

/// The edge that cuts a symbol, and by how much: of a city whose place is in the picture.
fn cut(scene: &Scene, viewport: &Viewport) -> Option<(usize, f64)> {
    let frame = viewport.frame();
    scene.markers.iter().find_map(|marker| {
        let Pixel { x, y } = viewport.position(marker.place);
        let needed = (reach(marker) + 3.0) * viewport.text_scale;
        let missing = [needed - y, needed - (frame.width - x), needed - (frame.height - y), needed - x];
        let edge = missing.iter().position(|missing| *missing > 0.0)?;
        frame.contains(Pixel { x, y }).then_some((edge, missing[edge]))
    })
}

/// The same look, but not beyond the edge of the base map, unless what is looked at lies there.
fn within_world(viewport: Viewport, bounds: Bounds) -> Viewport {
    let Bounds { west, south, east, north } = WORLD;
    if bounds.west < west || bounds.south < south || bounds.east > east || bounds.north > north {
        return viewport;
    }
    let corners = |zoom| (Pixel::project(west, north, zoom), Pixel::project(east, south, zoom));
    let (from, to) = corners(0.0);
    let least = (viewport.width / (to.x - from.x)).max(viewport.height / (to.y - from.y)).log2();
    let zoom = viewport.camera.zoom.max(least);
    let (from, to) = corners(zoom);
    let centre = Pixel::project(viewport.camera.lon, viewport.camera.lat, zoom);
    let kept = |at: f64, from: f64, to: f64, size: f64| at.min(to - size / 2.0).max(from + size / 2.0);
    let centre =
        Pixel { x: kept(centre.x, from.x, to.x, viewport.width), y: kept(centre.y, from.y, to.y, viewport.height) };
    let (lon, lat) = centre.unproject(zoom);
    Viewport { camera: Camera { lon, lat, zoom }, ..viewport }
}

/// The map as an `svg` element that stands in a page, named by `name`. Symbols and names are put in their places here.
///
/// Where it links, its `viewBox` is no more than what is framed: with the insets of the page's map for padding, in a box of any proportions,
/// and with its overflow seen, it is framed as that map is. A place that is looked at as closely as may be is not scaled.
#[must_use]
pub fn map(reader: Reader<'_>, mut scene: Scene, drawing: &Drawing<'_>, name: &str) -> Element {
    let viewport = drawing.viewport(&scene);
    let is_near = drawing.frame == Frame::Selection && viewport.camera.zoom >= CLOSEST;
    // Cities lead somewhere: then it is more than an image, and stands where the page's own map will.
    let is_page = drawing.address.is_some();
    let (corner, (width, height)) = if is_near || !is_page {
        (Pixel { x: 0.0, y: 0.0 }, drawing.size)
    } else {
        let Bounds { west, south, east, north } = drawing.bounds(&scene);
        let (corner, end) = (viewport.project(west, north), viewport.project(east, south));
        (corner, ((end.x - corner.x).max(1.0), (end.y - corner.y).max(1.0)))
    };
    let has_guests = scene.markers.iter().any(|marker| marker.role == Role::Guest);
    let class = match drawing.frame {
        Frame::Home if has_guests => "picture-map home guests",
        Frame::Home => "picture-map home",
        _ if is_near => "picture-map near",
        _ => "picture-map",
    };
    let role = if is_page { "group" } else { "img" };
    let beyond = match (is_page, is_near) {
        (false, _) => (0.0, 0.0),
        (true, true) => BEYOND_A_PLACE,
        (true, false) => BEYOND,
    };
    let view_box = [corner.x, corner.y, width, height].map(number).join(" ");
    svg()
        .attr("class", class)
        .attr("viewBox", view_box)
        .attr("role", role)
        .attr("aria-label", name)
        .with_all(layers(reader, &mut scene, drawing, beyond).into_iter().map(|(_, layer)| layer.into()).collect())
}

/// Everything on the map, from below to above, each layer with its name; the ground goes on for `beyond` px on each side.
pub(super) fn layers(
    reader: Reader<'_>,
    scene: &mut Scene,
    drawing: &Drawing<'_>,
    beyond: (f64, f64),
) -> Vec<(&'static str, Element)> {
    let viewport = drawing.viewport(scene);
    let (hints, mut taken) = arrange(scene, &viewport, &[], None);
    let names: Vec<String> = drawing.ground.landmarks.iter().map(|landmark| reader.landmark(landmark)).collect();
    let mut painter = Painter { drawing, viewport: &viewport, leaders: Vec::new() };
    if drawing.address.is_none() {
        taken.extend(painter.lead_names(scene, &hints));
        painter.name_what_stands_out(scene);
    }
    let names = background(&drawing.ground.landmarks, &names, &scene.markers, &viewport, &mut taken);
    let mut layers = vec![("sea", painter.sea(beyond))];
    layers.extend(painter.base(beyond).map(|base| ("base-map", base)));
    layers.push(("names", painter.names(&names)));
    layers.push(("ways", painter.lines(&scene.lines, beyond)));
    layers.push(("cities", painter.markers(&scene.markers)));
    if !hints.is_empty() {
        let hints = hints.iter().map(|hint| painter.hint(reader, hint)).collect();
        layers.push(("beyond", g().class("hints").with_all(hints)));
    }
    layers
}

struct Painter<'a> {
    drawing: &'a Drawing<'a>,
    viewport: &'a Viewport,
    /// The names that have room on no side of their symbols.
    leaders: Vec<(Key<City>, Leader)>,
}

/// Which end of a name on this side is given, as `text-anchor` has it.
fn anchor(side: Side) -> &'static str {
    match side {
        Side::East => "start",
        Side::West => "end",
        Side::North | Side::South => "middle",
    }
}

impl Painter<'_> {
    fn ink(&self, ink: Ink) -> &'static str {
        self.drawing.ink(ink)
    }

    fn length(&self, px: f64) -> String {
        number(px * self.drawing.scale)
    }

    fn sea(&self, (across, down): (f64, f64)) -> Element {
        let (width, height) = self.drawing.size;
        let sea = rect()
            .attr("width", number(width + 2.0 * across))
            .attr("height", number(height + 2.0 * down))
            .attr("fill", self.ink(Ink::Sea));
        shifted(sea, (across, down))
    }

    fn base(&self, beyond: (f64, f64)) -> Option<Element> {
        let base = self.drawing.ground.base.as_ref()?;
        let viewport = self.wider(beyond);
        let plotter = Plotter::new(&viewport, self.drawing.exactness);
        let fill = |data: String, ink: Ink| path().attr("fill", self.ink(ink)).attr("d", data);
        let stroke = |element: Element, ink: Ink, width: f64| {
            element.attr("stroke", self.ink(ink)).attr("stroke-width", self.length(width))
        };
        let line = |data: String, ink: Ink, width: f64| stroke(path().attr("fill", "none").attr("d", data), ink, width);
        let shapes = [
            fill(plotter.areas(&base.land), Ink::Land),
            stroke(fill(plotter.areas(&base.home), Ink::Home), Ink::Border, 1.2),
            line(plotter.lines(&base.regions), Ink::Region, 0.9),
            line(plotter.lines(&base.borders), Ink::Border, 0.9),
            line(plotter.lines(&base.coast), Ink::Coast, 0.8),
        ];
        let has_data =
            |shape: &Element| shape.parts().attributes.iter().all(|(name, data)| *name != "d" || !data.is_empty());
        let shapes = shapes.into_iter().filter(has_data).map(Node::from).collect();
        Some(shifted(g().attr("stroke-linejoin", "round"), beyond).with_all(shapes))
    }

    /// The same view of the Earth, with more of it on both sides: what is drawn in it must be [`shifted`].
    fn wider(&self, (across, down): (f64, f64)) -> Viewport {
        let Viewport { width, height, .. } = *self.viewport;
        Viewport { width: width + 2.0 * across, height: height + 2.0 * down, ..*self.viewport }
    }

    /// Names of seas, countries and cities for orientation.
    fn names(&self, names: &[BackgroundName]) -> Element {
        let mut group = g().attr("font-size", self.length(11.0)).attr("fill", self.ink(Ink::Soft));
        for name in names {
            let centre = self.viewport.position(name.place);
            let element = match name.kind {
                BackgroundKind::Sea => self
                    .text_at(centre, "middle", name.name.as_str())
                    .attr("fill", self.ink(Ink::Water))
                    .attr("font-family", SERIF)
                    .attr("font-style", "italic")
                    .attr("font-size", self.length(12.0))
                    .attr("letter-spacing", self.length(1.2)),
                BackgroundKind::Country => {
                    let capitals = name.name.to_uppercase();
                    self.text_at(centre, "middle", capitals).attr("letter-spacing", self.length(1.4))
                }
                BackgroundKind::City(side) => {
                    group = group.with(self.dot(centre));
                    let (at, anchor) = self.beside(centre, side, 2.0, 3.0, 11.0);
                    self.text_at(at, anchor, name.name.as_str())
                }
            };
            group = group.with(element);
        }
        group
    }

    fn dot(&self, Pixel { x, y }: Pixel) -> Element {
        circle().attr("cx", number(x)).attr("cy", number(y)).attr("r", self.length(2.0)).attr("opacity", ".7")
    }

    fn lines(&self, lines: &[Line], beyond: (f64, f64)) -> Element {
        /// Between two points of a great circle.
        const STEP_KM: f64 = 50.0;
        let viewport = self.wider(beyond);
        let plotter = Plotter::new(&viewport, self.drawing.exactness);
        let group = g().attr("fill", "none").attr("stroke", self.ink(Ink::Guest)).attr("stroke-linecap", "round");
        let mut group = shifted(group, beyond);
        for line in lines {
            let data = plotter.lines([&line.from.great_circle_to(line.to, STEP_KM)]);
            let (width, opacity) = match line.stress {
                Stress::Strong => (2.5, "1"),
                Stress::Normal => (1.75, ".75"),
                Stress::Weak => (1.75, ".18"),
            };
            if data.is_empty() {
                continue;
            }
            let mut path =
                path().attr("d", data).attr("stroke-width", self.length(width)).attr("stroke-opacity", opacity);
            if line.dashed {
                path = path.attr("stroke-dasharray", format!("{0} {0}", self.length(5.0)));
            }
            group = group.with(path);
        }
        group
    }

    fn markers(&self, markers: &[Marker]) -> Element {
        let mut group =
            g().attr("font-size", self.length(13.0)).attr("stroke-linejoin", "round").attr("paint-order", "stroke");
        // Guests below hosts, what stands out above all: as on the page.
        let rank = |marker: &Marker| (marker.stress == Stress::Strong, marker.role != Role::Guest);
        for wanted in [(false, false), (false, true), (true, false), (true, true)] {
            for marker in markers.iter().filter(|marker| rank(marker) == wanted) {
                group = group.with_all(self.marker(marker));
            }
        }
        group
    }

    /// A picture cannot be moved or pointed at: names that have no room beside their symbols are led to where there is some.
    /// Gives what these and their lines take.
    fn lead_names(&mut self, scene: &Scene, hints: &[EdgeHint]) -> Vec<Rect> {
        /// Among more of them nobody finds their way.
        const MOST: usize = 12;
        let frame = self.viewport.frame();
        let scale = self.drawing.scale;
        let shown = || scene.markers.iter().filter(|marker| frame.contains(self.centre(marker)));
        let symbols = shown().map(|marker| Rect::around(self.centre(marker), reach(marker) * scale));
        let names = shown().filter_map(|marker| self.name_rect(marker));
        let mut taken: Vec<Rect> = symbols.chain(names).chain(hints.iter().map(|hint| hint.rect)).collect();
        let known = taken.len();
        let nameless = shown().filter(|marker| marker.label.is_none() && marker.stress != Stress::Weak).take(MOST);
        self.leaders = nameless
            .filter_map(|marker| {
                let radius = reach(marker) * scale;
                let symbol = Nameless { centre: self.centre(marker), radius, size: self.name_size(marker) };
                Some((marker.city, lead(symbol, &frame, &mut taken, scale)?))
            })
            .collect();
        taken.split_off(known)
    }

    fn leader(&self, marker: &Marker) -> Option<&Leader> {
        self.leaders.iter().find(|(city, _)| *city == marker.city).map(|(_, leader)| leader)
    }

    /// What stands out has its name even where that covers others, of which those that are in its way go.
    fn name_what_stands_out(&self, scene: &mut Scene) {
        let is_strong = |marker: &Marker| marker.stress == Stress::Strong;
        let is_named = |marker: &Marker| marker.label.is_some() || self.leader(marker).is_some();
        if scene.markers.iter().all(|marker| !is_strong(marker) || is_named(marker)) {
            return;
        }
        for marker in scene.markers.iter_mut().filter(|marker| is_strong(marker) && !is_named(marker)) {
            marker.label = Some(Side::East);
            if self.name_rect(marker).is_some_and(|rect| !rect.is_within(&self.viewport.frame())) {
                marker.label = Some(Side::West);
            }
        }
        let names: Vec<Rect> = scene
            .markers
            .iter()
            .filter(|marker| is_strong(marker))
            .filter_map(|marker| self.name_rect(marker))
            .collect();
        for marker in scene.markers.iter_mut().filter(|marker| !is_strong(marker)) {
            if self.name_rect(marker).is_some_and(|rect| names.iter().any(|name| name.overlaps(&rect))) {
                marker.label = None;
            }
        }
    }

    /// Where a name stands, if it does.
    fn name_rect(&self, marker: &Marker) -> Option<Rect> {
        let (at, anchor) = self.name_at(marker, marker.label?);
        let (width, height) = self.name_size(marker);
        let x = match anchor {
            "start" => at.x,
            "end" => at.x - width,
            _ => at.x - width / 2.0,
        };
        Some(Rect { x, y: at.y - height / 2.0, width, height })
    }

    fn name_size(&self, marker: &Marker) -> (f64, f64) {
        const HEIGHT: f64 = 18.0;
        let scale = self.drawing.scale;
        (estimated_width(&marker.name) * scale, HEIGHT * scale)
    }

    /// Where the middle of a name's line stands, and which of its ends is there: beside the symbol, and its ring.
    fn name_at(&self, marker: &Marker, side: Side) -> (Pixel, &'static str) {
        self.beside(self.centre(marker), side, reach(marker), 5.0, 13.0)
    }

    fn centre(&self, marker: &Marker) -> Pixel {
        let Pixel { x, y } = self.viewport.position(marker.place);
        Pixel { x: x + marker.shift.0, y: y + marker.shift.1 }
    }

    /// A city that is in the picture: its symbol and its name.
    fn marker(&self, marker: &Marker) -> Vec<Node> {
        let centre = self.centre(marker);
        if !self.viewport.frame().contains(centre) {
            return Vec::new();
        }
        let radius = marker.role.radius();
        let mut nodes = Vec::new();
        if marker.stress == Stress::Strong {
            let ring = self.symbol(centre, radius + RING, marker.role).attr("fill", "none");
            nodes
                .push(ring.attr("stroke", self.ink(ink_of(marker.role))).attr("stroke-width", self.length(2.5)).into());
        }
        nodes.extend(self.leader(marker).map(|leader| self.line_to_name(leader)));
        let symbol = self
            .symbol(centre, radius, marker.role)
            .attr("fill", self.ink(ink_of(marker.role)))
            .attr("stroke", self.ink(Ink::Surface))
            .attr("stroke-width", self.length(1.5));
        nodes.push(symbol.into());
        let led = || {
            let leader = self.leader(marker)?;
            let Rect { y, height, .. } = leader.name;
            Some((Pixel { x: leader.to.x, y: y + height / 2.0 }, anchor(leader.side)))
        };
        if let Some((at, anchor)) = marker.label.map(|side| self.name_at(marker, side)).or_else(led) {
            let style = match marker.role {
                Role::Host(_) => ("font-weight", "600"),
                Role::Guest => ("font-style", "italic"),
            };
            let name = self
                .text_at(at, anchor, marker.name.as_str())
                .attr(style.0, style.1)
                .attr("fill", self.ink(Ink::Ink))
                .attr("stroke", self.ink(Ink::Halo))
                .attr("stroke-width", self.length(3.0));
            nodes.push(name.into());
        }
        if let Some(address) = self.drawing.address {
            let link = link().attr("href", address(marker.city));
            let link = if marker.label.is_none() { link.attr("aria-label", marker.name.as_str()) } else { link };
            nodes = vec![link.with_all(nodes).into()];
        }
        if marker.stress == Stress::Weak {
            nodes = vec![g().attr("opacity", ".5").with_all(nodes).into()];
        }
        nodes
    }

    fn line_to_name(&self, leader: &Leader) -> Node {
        let Leader { from, to, .. } = leader;
        let data = format!("M{} {}L{} {}", number(from.x), number(from.y), number(to.x), number(to.y));
        path().attr("d", data).attr("stroke", self.ink(Ink::Ink)).attr("stroke-width", self.length(1.0)).into()
    }

    /// A circle for a host, a square on its tip for a guest.
    fn symbol(&self, Pixel { x, y }: Pixel, radius: f64, role: Role) -> Element {
        match role {
            Role::Host(_) => circle().attr("cx", number(x)).attr("cy", number(y)).attr("r", self.length(radius)),
            Role::Guest => {
                let reach = radius * 1.16 * self.drawing.scale;
                let tips = [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)];
                path().attr("d", closed(&tips))
            }
        }
    }

    /// Where the middle of a name's line stands, and which of its ends is there.
    fn beside(&self, centre: Pixel, side: Side, radius: f64, gap: f64, font: f64) -> (Pixel, &'static str) {
        let scale = self.drawing.scale;
        let (aside, above) = ((radius + gap) * scale, (radius + gap / 2.0 + font * 0.69) * scale);
        let Pixel { x, y } = centre;
        let at = match side {
            Side::East => Pixel { x: x + aside, y },
            Side::West => Pixel { x: x - aside, y },
            Side::North => Pixel { x, y: y - above },
            Side::South => Pixel { x, y: y + above },
        };
        (at, anchor(side))
    }

    /// A text whose line has its middle there: not by `dominant-baseline`, which not every program knows.
    fn text_at(&self, Pixel { x, y }: Pixel, anchor: &'static str, words: impl Into<String>) -> Element {
        const BASELINE: f64 = 4.4;
        let element = text().attr("x", number(x)).attr("y", number(y + BASELINE * self.drawing.scale));
        let element = if anchor == "start" { element } else { element.attr("text-anchor", anchor) };
        element.text(words)
    }

    /// A city beyond the edge: its name, how far it is, and in which direction.
    fn hint(&self, reader: Reader<'_>, hint: &EdgeHint) -> Node {
        let scale = self.drawing.scale;
        let box_ = hint.rect;
        let frame = rect()
            .attr("x", number(box_.x))
            .attr("y", number(box_.y))
            .attr("width", number(box_.width))
            .attr("height", number(box_.height))
            .attr("rx", self.length(6.0))
            .attr("fill", self.ink(Ink::Surface))
            .attr("stroke", self.ink(Ink::Rule));
        let middle = box_.y + box_.height / 2.0;
        let is_left = hint.edge != Edge::Right;
        let inner = if is_left { box_.x } else { box_.x + box_.width };
        let inward = if is_left { scale } else { -scale };
        let anchor = if is_left { "start" } else { "end" };
        let arrow = self.arrow(Pixel { x: inner + 13.0 * inward, y: middle }, hint.direction);
        let distance = hint.distance_km.map(|km| reader.words.distance_km(km));
        let distance = distance.filter(|_| box_.height >= 34.0 * scale);
        let x = inner + 24.0 * inward;
        let line = |y: f64| Pixel { x, y };
        let name = self
            .text_at(line(if distance.is_some() { middle - 6.5 * scale } else { middle }), anchor, hint.name.as_str())
            .attr("font-size", self.length(12.0))
            .attr("font-style", "italic")
            .attr("fill", self.ink(Ink::Ink));
        let distance = distance.map(|distance| {
            self.text_at(line(middle + 8.0 * scale), anchor, distance)
                .attr("font-size", self.length(10.5))
                .attr("fill", self.ink(Ink::Soft))
        });
        let group = g().with(frame).with(arrow).with(name).with_some(distance);
        match self.drawing.address {
            Some(address) => link().attr("href", address(hint.city)).with(group).into(),
            None => group.into(),
        }
    }

    /// A slim arrowhead; its direction in degrees clockwise from up.
    fn arrow(&self, Pixel { x, y }: Pixel, direction: f64) -> Element {
        let (sin, cos) = direction.to_radians().sin_cos();
        let turned = |(across, up): (f64, f64)| {
            let scale = self.drawing.scale;
            (x + (across * cos + up * sin) * scale, y + (across * sin - up * cos) * scale)
        };
        let tips = [(0.0, 7.5), (4.0, -5.5), (0.0, -3.0), (-4.0, -5.5)].map(turned);
        path().attr("d", closed(&tips)).attr("fill", self.ink(Ink::Guest))
    }
}

/// What was drawn for a picture that begins so many px further to the left and above.
fn shifted(element: Element, (across, down): (f64, f64)) -> Element {
    if across == 0.0 {
        return element;
    }
    element.attr("transform", format!("translate(-{} -{})", number(across), number(down)))
}

pub(super) const SERIF: &str = "'Source Serif 4', 'Iowan Old Style', Charter, Georgia, 'Noto Serif', serif";
pub(super) const SANS: &str = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', sans-serif";

/// The radius of a symbol, with its ring where it has one, in px where text is of its usual size.
fn reach(marker: &Marker) -> f64 {
    marker.role.radius() + if marker.stress == Stress::Strong { 2.0 * RING } else { 0.0 }
}

fn ink_of(role: Role) -> Ink {
    match role {
        Role::Host(_) => Ink::Host,
        Role::Guest => Ink::Guest,
    }
}

/// The data of a closed path through some points.
fn closed(points: &[(f64, f64)]) -> String {
    let mut data = String::new();
    for (index, &(x, y)) in points.iter().enumerate() {
        data.push(if index == 0 { 'M' } else { 'L' });
        data.push_str(&number(x));
        data.push(' ');
        data.push_str(&number(y));
    }
    data.push('z');
    data
}
