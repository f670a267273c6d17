//! The painter that draws a [`Scene`] with Leaflet: the only file that names `leaflet`.
//!
//! Everything is created once, changed by the [`diff`] of two scenes, and given back when the engine is dropped.
//! No text of the data reaches Leaflet, which would take it for HTML: names are set as text nodes.

use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Array, Object, Reflect};
use leaflet::{
    DivIconOptions, Event, Evented, EventedHandle, Icon, LatLng, LatLngBounds, Layer, Map, MapOptions, MarkerOptions,
    MouseEvent, Point, Polygon, Polyline, PolylineOptions, Svg, SvgOptions,
};
use std::cell::Cell;
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use crate::browser::prefers_reduced_motion;
use crate::data::BaseMap;
use crate::domain::{City, Key};
use crate::scene::{Bounds, Camera, Line, Marker, Patch, Role, Scene, Side, Stress, Viewport, diff};

/// The part of the Earth that the shipped base map covers, less a margin.
const WORLD: Bounds = Bounds { west: -30.0, south: 14.0, east: 60.0, north: 71.5 };

/// The closest look, at which the finer base map is still smooth.
const MAX_ZOOM: f64 = 10.0;

/// The closest look that framing chooses by itself: a single city is shown with its region around it.
const MAX_FRAME_ZOOM: f64 = 7.5;

/// How long the camera travels, in seconds.
const TRAVEL_SECONDS: f64 = 0.8;

// What the crate lacks.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = Layer)]
    type Drawn;

    /// The element of a layer that is on the map: SVG for a path, HTML for a marker.
    #[wasm_bindgen(method, js_name = getElement)]
    fn element(this: &Drawn) -> Option<Element>;

    // The crate's `DivIcon::new` calls `L.Icon`, which wants an image.
    #[wasm_bindgen(js_namespace = L, js_name = divIcon)]
    fn div_icon(options: &DivIconOptions) -> Icon;

    #[wasm_bindgen(extends = Map)]
    type Zoomable;

    #[wasm_bindgen(method, js_name = getBoundsZoom)]
    fn bounds_zoom(this: &Zoomable, bounds: &LatLngBounds, inside: bool) -> f64;
}

/// Why there is no map: the script of Leaflet did not arrive or does not run here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Leaflet could not make a map")]
pub struct NoMap;

/// What the engine tells; it knows no state of the app.
pub struct Handlers {
    /// The map shows another part, or is of another size. With `true` it has come to rest.
    pub viewed: Box<dyn Fn(Viewport, bool)>,
    /// A person, and not [`Engine::frame`], moved it there.
    pub moved: Box<dyn Fn(Camera)>,
    /// A person chose a city.
    pub chosen: Box<dyn Fn(Key<City>)>,
}

/// Whether the camera travels or jumps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Travel {
    /// It travels.
    Calm,
    /// It jumps: the first view, and where a person prefers reduced motion.
    None,
}

/// A map on the page.
pub struct Engine {
    map: Map,
    drawn: Arc<Scene>,
    markers: Layers<MarkerLayer>,
    lines: Layers<Polyline>,
    base: Vec<Layer>,
    handlers: Rc<Handlers>,
    /// Set while a person's gesture may still be moving the map.
    by_person: Rc<Cell<bool>>,
    /// What the map shows, or travels to, unless a person moved it since.
    framed: Rc<Cell<Option<Framed>>>,
    _map_events: Vec<EventedHandle<Event>>,
    _gestures: Vec<EventListener>,
}

/// Layers by id. There are a few dozen: looking through them costs less than a map's code.
struct Layers<T>(Vec<(String, T)>);

impl<T> Layers<T> {
    fn get(&self, id: &str) -> Option<&T> {
        self.0.iter().find(|(other, _)| other == id).map(|(_, layer)| layer)
    }

    fn remove(&mut self, id: &str) -> Option<T> {
        let index = self.0.iter().position(|(other, _)| other == id)?;
        Some(self.0.swap_remove(index).1)
    }
}

/// A part of the Earth as it fills a map of a certain size.
#[derive(Clone, Copy, PartialEq)]
struct Framed {
    bounds: Bounds,
    insets: [f64; 4],
    width: f64,
    height: f64,
}

struct MarkerLayer {
    layer: leaflet::Marker,
    element: Element,
    name: Element,
    _click: EventedHandle<MouseEvent>,
}

impl Engine {
    /// Makes a map in `element`. It shows nothing until [`Self::frame`] or [`Self::look`] is called.
    ///
    /// # Errors
    /// When Leaflet is missing.
    pub fn mount(element: &HtmlElement, handlers: Handlers) -> Result<Self, NoMap> {
        let options = MapOptions::new();
        options.set_attribution_control(false);
        options.set_zoom_control(false);
        options.set_zoom_snap(0.25);
        options.set_zoom_delta(0.5);
        options.set_max_zoom(MAX_ZOOM);
        options.set_max_bounds_viscosity(1.0);
        options.set_bounce_at_zoom_limits(false);
        let map = Map::new_with_element(element, &options).map_err(|_| NoMap)?;
        map.set_max_bounds(&lat_lng_bounds(WORLD));
        map.create_pane_by_name("base");
        // Until a map looks somewhere its layers have no elements.
        map.set_view(&LatLng::new(50.0, 15.0), 4.0);

        let handlers = Rc::new(handlers);
        let by_person = Rc::new(Cell::new(false));
        let framed = Rc::new(Cell::new(None));
        Ok(Self {
            _map_events: map_events(&map, &handlers, &by_person, &framed),
            _gestures: gestures(element, &by_person),
            map,
            drawn: Arc::default(),
            markers: Layers(Vec::new()),
            lines: Layers(Vec::new()),
            base: Vec::new(),
            handlers,
            by_person,
            framed,
        })
    }

    /// Draws what differs from the scene drawn before.
    pub fn draw(&mut self, scene: &Arc<Scene>) {
        let before = std::mem::replace(&mut self.drawn, Arc::clone(scene));
        for patch in diff(&before, scene) {
            match patch {
                Patch::AddMarker(marker) => self.add_marker(marker),
                Patch::RestyleMarker(marker) => {
                    if let Some(layer) = self.markers.get(&marker.id) {
                        layer.style(marker);
                    }
                }
                Patch::RemoveMarker(id) => {
                    if let Some(layer) = self.markers.remove(id) {
                        leave(layer.layer.into());
                    }
                }
                Patch::AddLine(line) => self.add_line(line),
                Patch::RestyleLine(line) => {
                    if let Some(element) = self.lines.get(&line.id).and_then(element_of) {
                        set_class(&element, &line_class(line));
                    }
                }
                Patch::RemoveLine(id) => {
                    if let Some(layer) = self.lines.remove(id) {
                        leave(layer.into());
                    }
                }
            }
        }
    }

    /// Lays land, borders and regions under everything, in place of the base map before.
    pub fn lay_base_map(&mut self, base: &BaseMap) {
        let renderer_options = SvgOptions::new();
        renderer_options.set_pane("base".into());
        // A drag of one picture's width shows no blank edge.
        renderer_options.set_padding(1.0);
        let renderer = Svg::with_options(&renderer_options);
        let style = |class: &str| {
            let options = PolylineOptions::new();
            options.set_class_name(format!("base-{class}"));
            options.set_interactive(false);
            options.set_smooth_factor(0.5);
            options.set_renderer(renderer.clone().into());
            options.set_pane("base".into());
            options
        };
        let nested = |polygons: &[Vec<Vec<(f64, f64)>>]| -> Array {
            polygons.iter().map(|rings| rings.iter().map(|ring| lat_lngs(ring)).collect::<Array>()).collect()
        };
        let many = |lines: &[Vec<(f64, f64)>]| -> Array { lines.iter().map(|line| lat_lngs(line)).collect() };
        let layers: Vec<Layer> = vec![
            Polygon::new_with_options(&nested(&base.land), &style("land")).into(),
            Polygon::new_with_options(&nested(&base.home), &style("home")).into(),
            Polyline::new_with_options(&many(&base.regions), &style("regions")).unchecked_into(),
            Polyline::new_with_options(&many(&base.borders), &style("borders")).unchecked_into(),
        ];
        for layer in &layers {
            layer.add_to(&self.map);
        }
        for layer in std::mem::replace(&mut self.base, layers) {
            layer.remove();
        }
    }

    /// The width of the map in CSS px.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.map.get_size().x()
    }

    /// Moves the map so that `bounds` fill it, less `insets` of CSS px (top, right, bottom, left).
    pub fn frame(&self, bounds: Bounds, insets: [f64; 4], travel: Travel) {
        let size = self.map.get_size();
        if size.x() < 1.0 || size.y() < 1.0 {
            return;
        }
        // Even a move to the same place would have Leaflet draw every path again.
        let wish = Framed { bounds, insets, width: size.x(), height: size.y() };
        if self.framed.get() == Some(wish) {
            return;
        }
        self.framed.set(Some(wish));
        self.by_person.set(false);
        self.fit_zoom_range();
        let [top, right, bottom, left] = insets;
        let options = object(&[
            ("paddingTopLeft", Point::new(left, top).into()),
            ("paddingBottomRight", Point::new(right, bottom).into()),
            ("maxZoom", MAX_FRAME_ZOOM.into()),
            ("duration", TRAVEL_SECONDS.into()),
            ("animate", (travel == Travel::Calm).into()),
        ]);
        self.map.stop();
        match travel {
            Travel::Calm => self.map.fly_to_bounds_with_options(&lat_lng_bounds(bounds), &options),
            Travel::None => self.map.fit_bounds_with_options(&lat_lng_bounds(bounds), &options),
        };
    }

    /// Moves the map to a camera, at once.
    pub fn look(&self, camera: Camera) {
        self.framed.set(None);
        self.by_person.set(false);
        self.fit_zoom_range();
        self.map.stop();
        let options = object(&[("animate", false.into())]);
        self.map.set_view_with_options(&LatLng::new(camera.lat, camera.lon), camera.zoom, &options);
    }

    /// Zooms in by a number of levels, out by a negative one, for a person who asked for it.
    pub fn zoom_by(&self, levels: f64) {
        self.by_person.set(true);
        self.map.zoom_in(levels);
    }

    /// Takes over a changed size of the element.
    pub fn resize(&self) {
        self.map.invalidate_size(false);
        self.fit_zoom_range();
    }

    /// No farther out than the base map reaches.
    fn fit_zoom_range(&self) {
        let zoom = self.map.unchecked_ref::<Zoomable>().bounds_zoom(&lat_lng_bounds(WORLD), true);
        if zoom.is_finite() {
            self.map.set_min_zoom(zoom.min(MAX_ZOOM));
        }
    }

    fn add_marker(&mut self, marker: &Marker) {
        let icon_options = DivIconOptions::new();
        icon_options.set_class_name("city".into());
        icon_options.set_icon_size(Point::new(0.0, 0.0));
        let options = MarkerOptions::new();
        options.set_icon(div_icon(&icon_options));
        // The lists are the keyboard's way to all that the map shows.
        options.set_keyboard(false);
        options.set_alt(String::new());
        let layer = leaflet::Marker::new_with_options(&lat_lng(marker.place.lon(), marker.place.lat()), &options);
        layer.add_to(&self.map);
        let Some(element) = element_of(&layer) else { return };
        let Some(name) = fill(&element) else { return };
        let (handlers, city) = (Rc::clone(&self.handlers), marker.city);
        let click = Evented::on_leaflet_event(&layer, "click", move |_: MouseEvent| (handlers.chosen)(city));
        let marker_layer = MarkerLayer { layer, element, name, _click: click };
        marker_layer.style(marker);
        self.markers.0.push((marker.id.clone(), marker_layer));
    }

    fn add_line(&mut self, line: &Line) {
        const STEP_KM: f64 = 60.0;
        let options = PolylineOptions::new();
        options.set_class_name(line_class(line));
        options.set_interactive(false);
        let layer = Polyline::new_with_options(&lat_lngs(&line.from.great_circle_to(line.to, STEP_KM)), &options);
        layer.add_to(&self.map);
        self.lines.0.push((line.id.clone(), layer));
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        // Without `stop` a camera that still travels would go on on a map that is gone.
        self.map.stop();
        self.map.remove();
    }
}

impl MarkerLayer {
    fn style(&self, marker: &Marker) {
        let kind = match marker.role {
            Role::Host(_) => "host",
            Role::Guest => "guest",
        };
        let side = match marker.label {
            Some(Side::East) => "east",
            Some(Side::West) => "west",
            Some(Side::North) => "north",
            Some(Side::South) => "south",
            None => "unnamed",
        };
        // Leaflet's own classes stay.
        set_class(
            &self.element,
            &format!(
                "leaflet-marker-icon leaflet-zoom-animated leaflet-interactive city {kind} {side} {}",
                stress(marker.stress)
            ),
        );
        if let Some(element) = self.element.dyn_ref::<HtmlElement>() {
            _ = element.style().set_property("--radius", &px(marker.role.radius()));
        }
        if self.name.text_content().as_deref() != Some(marker.name.as_str()) {
            self.name.set_text_content(Some(&marker.name));
        }
        let z = match (marker.stress, marker.role) {
            (Stress::Strong, _) => 2000.0,
            (_, Role::Host(_)) => 1000.0,
            (_, Role::Guest) => 0.0,
        };
        self.layer.set_z_index_offset(z);
    }
}

fn map_events(
    map: &Map,
    handlers: &Rc<Handlers>,
    by_person: &Rc<Cell<bool>>,
    framed: &Rc<Cell<Option<Framed>>>,
) -> Vec<EventedHandle<Event>> {
    let viewport = {
        let map = map.clone();
        move || {
            let (centre, size) = (map.get_center(), map.get_size());
            let camera = Camera { lon: centre.lng(), lat: centre.lat(), zoom: map.get_zoom() };
            Viewport { camera, width: size.x(), height: size.y() }
        }
    };
    let on_move = {
        let (handlers, viewport) = (Rc::clone(handlers), viewport.clone());
        Evented::on_leaflet_event(&map, "move", move |_: Event| (handlers.viewed)(viewport(), false))
    };
    let on_rest = {
        let (handlers, by_person, framed) = (Rc::clone(handlers), Rc::clone(by_person), Rc::clone(framed));
        Evented::on_leaflet_event(&map, "moveend", move |_: Event| {
            let viewport = viewport();
            (handlers.viewed)(viewport, true);
            if by_person.get() {
                framed.set(None);
                (handlers.moved)(viewport.camera);
            }
        })
    };
    let on_drag = {
        let by_person = Rc::clone(by_person);
        Evented::on_leaflet_event(&map, "dragstart", move |_: Event| by_person.set(true))
    };
    vec![on_move, on_rest, on_drag]
}

/// Gestures that move the map without a `dragstart` of Leaflet.
fn gestures(element: &HtmlElement, by_person: &Rc<Cell<bool>>) -> Vec<EventListener> {
    ["wheel", "dblclick", "keydown", "touchmove"]
        .into_iter()
        .map(|kind| {
            let by_person = Rc::clone(by_person);
            EventListener::new(element, kind, move |_| by_person.set(true))
        })
        .collect()
}

/// Takes a layer off the map: calmly, or at once where a person prefers reduced motion.
fn leave(layer: Layer) {
    let Some(element) = element_of(&layer).filter(|_| !prefers_reduced_motion()) else {
        layer.remove();
        return;
    };
    _ = element.class_list().add_1("leaving");
    // The style sheet's animation ends once. If the map goes before that, so do element and listener.
    EventListener::once(&element, "animationend", move |_| {
        layer.remove();
    })
    .forget();
}

/// Puts a symbol and a name into a marker's element, and gives the name's element.
fn fill(element: &Element) -> Option<Element> {
    let document = element.owner_document()?;
    let symbol = document.create_element("span").ok()?;
    let name = document.create_element("span").ok()?;
    set_class(&symbol, "symbol");
    set_class(&name, "name");
    element.append_child(&symbol).ok()?;
    element.append_child(&name).ok()?;
    Some(name)
}

fn line_class(line: &Line) -> String {
    format!("line {} {}", if line.dashed { "dashed" } else { "solid" }, stress(line.stress))
}

fn stress(stress: Stress) -> &'static str {
    match stress {
        Stress::Strong => "strong",
        Stress::Normal => "normal",
        Stress::Weak => "weak",
    }
}

/// A length in tenths of CSS px.
#[expect(clippy::cast_possible_truncation, reason = "lengths within a screen")]
fn px(length: f64) -> String {
    format!("calc({}px / 10)", (length * 10.0).round() as i32)
}

fn element_of(layer: &impl JsCast) -> Option<Element> {
    layer.unchecked_ref::<Drawn>().element()
}

/// `className` of an SVG element is no string, so the attribute is set.
fn set_class(element: &Element, class: &str) {
    _ = element.set_attribute("class", class);
}

fn lat_lng(lon: f64, lat: f64) -> LatLng {
    LatLng::new(lat, lon)
}

fn lat_lngs(points: &[(f64, f64)]) -> Array {
    points.iter().map(|&(lon, lat)| lat_lng(lon, lat)).collect()
}

fn lat_lng_bounds(bounds: Bounds) -> LatLngBounds {
    LatLngBounds::new(&lat_lng(bounds.west, bounds.south), &lat_lng(bounds.east, bounds.north))
}

fn object(members: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (key, value) in members {
        // Setting a member of a fresh, extensible object cannot fail.
        _ = Reflect::set(&object, &JsValue::from_str(key), value);
    }
    object
}
