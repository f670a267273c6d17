//! The painter that draws a [`Scene`] with Leaflet: the only file that names `leaflet`.
//!
//! Everything is created once, changed by the [`diff`] of two scenes, and given back when the engine is dropped.
//! No text of the data reaches Leaflet, which would take it for HTML: names are set as text nodes.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use js_sys::{Array, Object, Reflect};
use leaflet::{
    DivIconOptions, Event, Evented, EventedHandle, Icon, LatLng, LatLngBounds, Layer, Map, MapOptions, MarkerOptions,
    MouseEvent, Point, Polygon, Polyline, PolylineOptions, Svg, SvgOptions, TileLayer,
};
use std::cell::Cell;
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, TouchEvent};

use crate::browser::{is_embedded, is_full_screen, nearest, prefers_reduced_motion, text_scale};
use crate::data::BaseMap;
use crate::domain::{City, Key, Place, Subject, TileSource};
use crate::scene::{
    BackgroundKind, BackgroundName, Bounds, Camera, Lead, Line, Marker, Patch, Role, Scene, Side, Stress, Viewport,
    WORLD, diff,
};

use super::fingers::{Fingers, Tried};

/// Around cities beyond it, in degrees.
const MARGIN: f64 = 6.0;

/// The closest look, at which the finer base map is still smooth.
pub const MAX_ZOOM: f64 = 9.0;

/// The same with the tiles of a server, where they go so far: houses can be told apart.
const MAX_TILE_ZOOM: f64 = 17.0;

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

    #[wasm_bindgen(method, getter)]
    fn options(this: &Zoomable) -> MapOptions;

    // While a zoom is animated, Leaflet takes no other wish.
    #[wasm_bindgen(method, getter, js_name = _animatingZoom)]
    fn is_zooming(this: &Zoomable) -> Option<bool>;
}

/// The steps of the zoom.
const SNAP: f64 = 0.25;

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
    /// A person tried to move the map in a way that scrolls the page instead.
    pub tried: Rc<dyn Fn(Tried)>,
    /// The server of the tiles shown does not answer.
    pub tiles_failed: Rc<dyn Fn()>,
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
    names: Layers<NameLayer>,
    base: Vec<Layer>,
    tiles: Option<Tiles>,
    handlers: Rc<Handlers>,
    /// Set while a person's gesture may still be moving the map.
    by_person: Rc<Cell<bool>>,
    /// What the map shows, or travels to, unless a person moved it since.
    framed: Rc<Cell<Option<Framed>>>,
    /// A wish that waits until a zoom has ended.
    waiting: Rc<Cell<Option<Wish>>>,
    /// How large the text is; read anew when the map's size changes, as it does with the text's.
    text_scale: Rc<Cell<f64>>,
    /// How far the map can be moved.
    reach: Bounds,
    _map_events: Vec<EventedHandle<Event>>,
    _gestures: Vec<EventListener>,
    _shared: Vec<EventListener>,
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
    max_zoom: f64,
    width: f64,
    height: f64,
}

/// Where the map is to go.
#[derive(Clone, Copy)]
enum Wish {
    Frame(Framed, Travel),
    Look(Camera, Travel),
}

struct MarkerLayer {
    layer: leaflet::Marker,
    element: Element,
    name: Element,
    _click: EventedHandle<MouseEvent>,
}

impl Engine {
    /// Makes a map in `element` that can be moved as far as the base map and `cities` reach. It shows nothing until
    /// [`Self::frame`] or [`Self::look`] is called.
    ///
    /// # Errors
    /// When Leaflet is missing.
    pub fn mount(element: &HtmlElement, cities: Option<Bounds>, handlers: Handlers) -> Result<Self, NoMap> {
        let reach = cities.map_or(WORLD, |cities| WORLD.union(cities.widened(MARGIN)));
        let options = MapOptions::new();
        options.set_attribution_control(false);
        options.set_zoom_control(false);
        // Arrow keys go from city to city: see `map/keyboard.rs`.
        options.set_keyboard(false);
        options.set_zoom_animation(!prefers_reduced_motion());
        options.set_zoom_snap(SNAP);
        options.set_zoom_delta(0.5);
        options.set_max_zoom(MAX_ZOOM);
        options.set_max_bounds_viscosity(1.0);
        options.set_bounce_at_zoom_limits(false);
        let map = Map::new_with_element(element, &options).map_err(|_| NoMap)?;
        map.set_max_bounds(&lat_lng_bounds(reach));
        map.create_pane_by_name("base");
        // They only say again what everybody may know: a screen reader would have to hear all of them.
        _ = map.create_pane_by_name("names").set_attribute("aria-hidden", "true");
        // Until a map looks somewhere its layers have no elements.
        map.set_view(&LatLng::new(50.0, 15.0), 4.0);

        let handlers = Rc::new(handlers);
        let by_person = Rc::new(Cell::new(false));
        let framed = Rc::new(Cell::new(None));
        let waiting = Rc::new(Cell::new(None));
        let text_scale = Rc::new(Cell::new(text_scale()));
        Ok(Self {
            _map_events: map_events(&map, &handlers, &by_person, &framed, &waiting, &text_scale),
            _gestures: gestures(element, &by_person, &framed),
            _shared: share(element, &handlers.tried),
            map,
            drawn: Arc::default(),
            markers: Layers(Vec::new()),
            lines: Layers(Vec::new()),
            names: Layers(Vec::new()),
            base: Vec::new(),
            tiles: None,
            handlers,
            by_person,
            framed,
            waiting,
            text_scale,
            reach,
        })
    }

    /// Draws what differs from the scene drawn before.
    pub fn draw(&mut self, scene: &Arc<Scene>) {
        let before = std::mem::replace(&mut self.drawn, Arc::clone(scene));
        for patch in diff(&before, scene) {
            match patch {
                Patch::AddName(name) => self.add_name(name),
                Patch::MoveName(name) => {
                    if let Some(layer) = self.names.get(&name.id) {
                        layer.show(name);
                    }
                }
                Patch::RemoveName(id) => {
                    if let Some(layer) = self.names.remove(id) {
                        leave(layer.layer.into());
                    }
                }
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

    /// Gives each city on the map its accessible name.
    pub fn name_markers(&self, name_of: &dyn Fn(&Marker) -> String) {
        for marker in &self.drawn.markers {
            if let Some(layer) = self.markers.get(&marker.id) {
                let name = name_of(marker);
                if layer.element.get_attribute("aria-label").as_deref() != Some(name.as_str()) {
                    _ = layer.element.set_attribute("aria-label", &name);
                }
            }
        }
    }

    /// Moves the map, and no more than needed, so that a place is well within it.
    pub fn reveal(&self, place: Place) {
        let margin = Point::new(40.0, 40.0);
        let options = object(&[("padding", margin.into()), ("animate", (!prefers_reduced_motion()).into())]);
        self.map.pan_inside_with_options(&lat_lng(place.lon(), place.lat()), &options);
    }

    /// Moves the map by CSS px for a person who asked for it.
    pub fn pan_by(&self, x: f64, y: f64) {
        self.by_person.set(true);
        self.framed.set(None);
        self.map.pan_by(&Point::new(x, y));
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
            Polyline::new_with_options(&many(&base.coast), &style("coast")).unchecked_into(),
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

    /// How large the text is, as a multiple of 16 CSS px.
    #[must_use]
    pub fn text_scale(&self) -> f64 {
        self.text_scale.get()
    }

    /// Moves the map so that `bounds` fill it, less `insets` of CSS px (top, right, bottom, left), but no closer than
    /// `max_zoom`.
    pub fn frame(&self, bounds: Bounds, insets: [f64; 4], max_zoom: f64, travel: Travel) {
        let size = self.map.get_size();
        if size.x() < 1.0 || size.y() < 1.0 {
            return;
        }
        // Even a move to the same place would have Leaflet draw every path again.
        let wish = Framed { bounds, insets, max_zoom, width: size.x(), height: size.y() };
        if self.framed.get() == Some(wish) {
            return;
        }
        self.framed.set(Some(wish));
        self.go(Wish::Frame(wish, travel));
    }

    /// Moves the map to a camera.
    pub fn look(&self, camera: Camera, travel: Travel) {
        self.framed.set(None);
        self.go(Wish::Look(camera, travel));
    }

    fn go(&self, wish: Wish) {
        self.by_person.set(false);
        self.fit_zoom_range();
        if self.map.unchecked_ref::<Zoomable>().is_zooming() == Some(true) {
            self.waiting.set(Some(wish));
        } else {
            self.waiting.set(None);
            fulfil(&self.map, wish);
        }
    }

    /// Zooms in by a number of levels, out by a negative one, for a person who asked for it.
    pub fn zoom_by(&self, levels: f64) {
        self.by_person.set(true);
        self.framed.set(None);
        self.map.zoom_in(levels);
    }

    /// Takes over a changed size of the element.
    pub fn resize(&self) {
        self.text_scale.set(text_scale());
        self.map.invalidate_size(false);
        self.fit_zoom_range();
    }

    /// No farther out than the map reaches. The limit counts from the next move on: Leaflet's own `setMinZoom` would
    /// start one at once, and `getBoundsZoom` never goes below the limit that is set.
    fn fit_zoom_range(&self) {
        let map = self.map.unchecked_ref::<Zoomable>();
        let options = map.options();
        options.set_min_zoom(0.0);
        let zoom = map.bounds_zoom(&lat_lng_bounds(self.reach), true);
        if zoom.is_finite() {
            options.set_min_zoom(zoom.min(MAX_ZOOM));
        }
    }

    fn add_marker(&mut self, marker: &Marker) {
        let icon_options = DivIconOptions::new();
        icon_options.set_class_name("city".into());
        // The style sheet knows the size.
        _ = Reflect::set(&icon_options, &"iconSize".into(), &JsValue::NULL);
        let options = MarkerOptions::new();
        options.set_icon(div_icon(&icon_options));
        // Leaflet would make each marker a stop of the tab key.
        options.set_keyboard(false);
        let layer = leaflet::Marker::new_with_options(&lat_lng(marker.place.lon(), marker.place.lat()), &options);
        layer.add_to(&self.map);
        let Some(element) = element_of(&layer) else { return };
        let Some(name) = fill(&element) else { return };
        let (handlers, city) = (Rc::clone(&self.handlers), marker.city);
        let own = element.clone();
        let click = Evented::on_leaflet_event(&layer, "click", move |event: MouseEvent| {
            let event = event.original_event();
            // The click that is made here has no place.
            let symbol = nearest(&event, ".symbol").filter(|_| event.is_trusted());
            match symbol.and_then(|it| it.parent_element()).filter(|it| *it != own) {
                Some(other) => other.unchecked_into::<HtmlElement>().click(),
                None => (handlers.chosen)(city),
            }
        });
        _ = element.set_attribute("role", "button");
        _ = element.set_attribute("data-city", &marker.id);
        _ = element.set_attribute("data-is", &Subject::City(marker.city).token());
        let marker_layer = MarkerLayer { layer, element, name, _click: click };
        marker_layer.style(marker);
        self.markers.0.push((marker.id.clone(), marker_layer));
    }

    fn add_line(&mut self, line: &Line) {
        const STEP_KM: f64 = 60.0;
        let options = PolylineOptions::new();
        options.set_class_name(line_class(line));
        options.set_interactive(false);
        // A great circle is smooth: see `scripts/leaflet-entry.mjs`.
        options.set_smooth_factor(0.0);
        let layer = Polyline::new_with_options(&lat_lngs(&line.from.great_circle_to(line.to, STEP_KM)), &options);
        layer.add_to(&self.map);
        if let Some(element) = element_of(&layer) {
            let ends = [line.home, line.host].map(|city| Subject::City(city).token());
            _ = element.set_attribute("data-about", &ends.join(" "));
        }
        self.lines.0.push((line.id.clone(), layer));
    }
}

/// Tiles of a server over the base map, which is seen where they have not arrived.
struct Tiles {
    layer: TileLayer,
    _failures: EventedHandle<Event>,
    _arrivals: EventedHandle<Event>,
}

/// The detailed base map.
impl Engine {
    /// Whether the script that draws tiles has run.
    #[must_use]
    pub fn has_tiles() -> bool {
        let leaflet = Reflect::get(&js_sys::global(), &JsValue::from_str("L"));
        leaflet.and_then(|leaflet| Reflect::has(&leaflet, &JsValue::from_str("TileLayer"))).unwrap_or(false)
    }

    /// Shows the tiles of a server in place of those before, or none. The script that draws them must have run.
    pub fn show_tiles(&mut self, source: Option<&TileSource>) {
        /// So many failed requests show that a server does not answer.
        const FAILURES: u32 = 3;
        if let Some(tiles) = self.tiles.take() {
            tiles.layer.remove();
        }
        set_class_if(&self.map.get_container(), "tiled", false);
        let closest = source.map_or(MAX_ZOOM, |source| f64::from(source.max_zoom).clamp(MAX_ZOOM, MAX_TILE_ZOOM));
        self.map.unchecked_ref::<Zoomable>().options().set_max_zoom(closest);
        if self.map.get_zoom() > closest {
            self.map.set_zoom(closest);
        }
        let Some(source) = source else { return };
        let options = object(&[
            ("maxZoom", closest.into()),
            ("maxNativeZoom", source.max_zoom.into()),
            // The server need not know which page asks.
            ("referrerPolicy", "strict-origin-when-cross-origin".into()),
        ]);
        let layer = TileLayer::new_options(&source.url, options.unchecked_ref());
        let (failed, count) = (Rc::clone(&self.handlers.tiles_failed), Cell::new(0));
        let failures = Evented::on_leaflet_event(layer.unchecked_ref::<Layer>(), "tileerror", move |_: Event| {
            count.set(count.get() + 1);
            if count.get() == FAILURES {
                // Not within the event of a layer that this takes away.
                let failed = Rc::clone(&failed);
                Timeout::new(0, move || failed()).forget();
            }
        });
        let container = self.map.get_container();
        let arrivals = Evented::on_leaflet_event(layer.unchecked_ref::<Layer>(), "tileload", move |_: Event| {
            set_class_if(&container, "tiled", true);
        });
        layer.add_to(&self.map);
        self.tiles = Some(Tiles { layer, _failures: failures, _arrivals: arrivals });
    }
}

fn set_class_if(element: &Element, class: &str, is_set: bool) {
    _ = element.class_list().toggle_with_force(class, is_set);
}

/// The names upon the base map.
impl Engine {
    fn add_name(&mut self, name: &BackgroundName) {
        let icon_options = DivIconOptions::new();
        icon_options.set_class_name("background".into());
        icon_options.set_icon_size(Point::new(0.0, 0.0));
        let options = MarkerOptions::new();
        options.set_icon(div_icon(&icon_options));
        options.set_keyboard(false);
        options.set_interactive(false);
        options.set_pane("names".into());
        let layer = leaflet::Marker::new_with_options(&lat_lng(name.place.lon(), name.place.lat()), &options);
        layer.add_to(&self.map);
        let Some(element) = element_of(&layer) else { return };
        let Some(text) = element.owner_document().and_then(|document| document.create_element("span").ok()) else {
            return;
        };
        _ = element.append_child(&text);
        let name_layer = NameLayer { layer, element, text };
        name_layer.show(name);
        self.names.0.push((name.id.clone(), name_layer));
    }
}

struct NameLayer {
    layer: leaflet::Marker,
    element: Element,
    text: Element,
}

impl NameLayer {
    fn show(&self, name: &BackgroundName) {
        let kind = match name.kind {
            BackgroundKind::Sea => "sea",
            BackgroundKind::Country => "country",
            BackgroundKind::City(Side::East) => "town east",
            BackgroundKind::City(Side::West) => "town west",
            BackgroundKind::City(Side::North) => "town north",
            BackgroundKind::City(Side::South) => "town south",
        };
        set_class(&self.element, &format!("leaflet-marker-icon leaflet-zoom-animated background {kind}"));
        self.text.set_text_content(Some(&name.name));
        self.layer.set_lat_lng(&lat_lng(name.place.lon(), name.place.lat()));
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
                "leaflet-marker-icon leaflet-zoom-animated leaflet-interactive city {kind} {side} {} {}",
                stress(marker.stress),
                if marker.lead.is_some() { "led" } else { "" }
            ),
        );
        if let Some(element) = self.element.dyn_ref::<HtmlElement>() {
            let style = element.style();
            let (x, y) = marker.shift;
            let properties = [("--radius", scaled(marker.role.radius())), ("--x", px(x)), ("--y", px(y))];
            for (name, value) in properties {
                _ = style.set_property(name, &value);
            }
            if let Some(Lead { x, y, turn, length }) = marker.lead {
                let lengths = [("--lead-x", x), ("--lead-y", y), ("--lead", length)];
                for (name, value) in lengths {
                    _ = style.set_property(name, &px(value));
                }
                _ = style.set_property("--turn", &turn.to_string());
            }
        }
        _ = self.element.set_attribute("tabindex", if marker.is_entrance { "0" } else { "-1" });
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

/// Moves the map, now. `setView` and `flyTo` end a move that is under way.
fn fulfil(map: &Map, wish: Wish) {
    // What is framed fills the map, as it does where a page shows it before the app has come, and a link leads to the view that it
    // was made of. What a person zooms to stays a step.
    let snapping = map.unchecked_ref::<Zoomable>().options();
    snapping.set_zoom_snap(0.0);
    match wish {
        Wish::Frame(Framed { bounds, insets: [top, right, bottom, left], max_zoom, .. }, travel) => {
            let options = object(&[
                ("paddingTopLeft", Point::new(left, top).into()),
                ("paddingBottomRight", Point::new(right, bottom).into()),
                ("maxZoom", max_zoom.into()),
                ("duration", TRAVEL_SECONDS.into()),
                ("animate", (travel == Travel::Calm).into()),
            ]);
            match travel {
                Travel::Calm => map.fly_to_bounds_with_options(&lat_lng_bounds(bounds), &options),
                Travel::None => map.fit_bounds_with_options(&lat_lng_bounds(bounds), &options),
            };
        }
        Wish::Look(camera, travel) => {
            let (centre, is_calm) = (LatLng::new(camera.lat, camera.lon), travel == Travel::Calm);
            let options = object(&[("animate", is_calm.into()), ("duration", TRAVEL_SECONDS.into())]);
            if is_calm {
                map.fly_to_with_zoom_and_options(&centre, camera.zoom, &options);
            } else {
                map.set_view_with_options(&centre, camera.zoom, &options);
            }
        }
    }
    snapping.set_zoom_snap(SNAP);
}

fn map_events(
    map: &Map,
    handlers: &Rc<Handlers>,
    by_person: &Rc<Cell<bool>>,
    framed: &Rc<Cell<Option<Framed>>>,
    waiting: &Rc<Cell<Option<Wish>>>,
    text_scale: &Rc<Cell<f64>>,
) -> Vec<EventedHandle<Event>> {
    let viewport = {
        let (map, text_scale) = (map.clone(), Rc::clone(text_scale));
        move || {
            let (centre, size) = (map.get_center(), map.get_size());
            let camera = Camera { lon: centre.lng(), lat: centre.lat(), zoom: map.get_zoom() };
            Viewport { camera, width: size.x(), height: size.y(), text_scale: text_scale.get() }
        }
    };
    let on_move = {
        let (handlers, viewport) = (Rc::clone(handlers), viewport.clone());
        Evented::on_leaflet_event(&map, "move", move |_: Event| (handlers.viewed)(viewport(), false))
    };
    let on_rest = {
        let (handlers, by_person, framed) = (Rc::clone(handlers), Rc::clone(by_person), Rc::clone(framed));
        let (moved, waiting, last) = (map.clone(), Rc::clone(waiting), Cell::new(None));
        Evented::on_leaflet_event(&map, "moveend", move |_: Event| {
            let viewport = viewport();
            (handlers.viewed)(viewport, true);
            let has_moved = last.replace(Some(viewport.camera)) != Some(viewport.camera);
            if let Some(wish) = waiting.take() {
                // Not within the event, for it may cause the same one again.
                let map = moved.clone();
                Timeout::new(0, move || fulfil(&map, wish)).forget();
            } else if by_person.replace(false) && has_moved {
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
fn gestures(
    element: &HtmlElement,
    by_person: &Rc<Cell<bool>>,
    framed: &Rc<Cell<Option<Framed>>>,
) -> Vec<EventListener> {
    ["wheel", "dblclick", "touchmove"]
        .into_iter()
        .map(|kind| {
            let (by_person, framed) = (Rc::clone(by_person), Rc::clone(framed));
            EventListener::new(element, kind, move |_| {
                by_person.set(true);
                framed.set(None);
            })
        })
        .collect()
}

/// Lets the page have the gestures that would move it, were there no map: see [`Fingers`]. Leaflet's own listeners are
/// on the same element, or above it, and hear nothing of what is stopped here.
fn share(element: &HtmlElement, tried: &Rc<dyn Fn(Tried)>) -> Vec<EventListener> {
    let is_shared = || is_embedded() && !is_full_screen();
    let fingers = Rc::new(Cell::new(Fingers::default()));
    let listen = |kind: &'static str, listener: Box<dyn Fn(&web_sys::Event)>| {
        let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
        EventListener::new_with_options(element, kind, options, move |event| listener(event))
    };
    let start = {
        let fingers = Rc::clone(&fingers);
        listen(
            "touchstart",
            Box::new(move |event| {
                // The one that is made below is for Leaflet.
                if event.is_trusted() {
                    fingers.set(Fingers::begun(count(event), is_shared()));
                    if fingers.get() == Fingers::Page {
                        event.stop_propagation();
                    }
                }
            }),
        )
    };
    let moved = {
        let (tried, canvas) = (Rc::clone(tried), element.clone());
        listen(
            "touchmove",
            Box::new(move |event| {
                if fingers.get() == Fingers::Page {
                    event.stop_propagation();
                    tried(Tried::Finger);
                    return;
                }
                // Otherwise the page would move with what is left of two fingers.
                if is_shared() && event.cancelable() {
                    event.prevent_default();
                }
                if fingers.get().is_left_with(count(event)) && !is_in_zoom(&canvas) {
                    fingers.set(Fingers::Map);
                    touch_again(&canvas, event);
                }
            }),
        )
    };
    let tried = Rc::clone(tried);
    let wheel = listen(
        "wheel",
        Box::new(move |event| {
            let event: &web_sys::WheelEvent = event.unchecked_ref();
            if is_shared() && !event.ctrl_key() && !event.meta_key() {
                event.stop_propagation();
                tried(Tried::Wheel);
            }
        }),
    );
    vec![start, moved, wheel]
}

fn count(event: &web_sys::Event) -> u32 {
    event.unchecked_ref::<TouchEvent>().touches().length()
}

/// While it is, Leaflet takes no finger.
fn is_in_zoom(canvas: &HtmlElement) -> bool {
    canvas.query_selector(".leaflet-zoom-anim").ok().flatten().is_some()
}

/// Tells Leaflet of the fingers of an event as if they had just come.
fn touch_again(canvas: &HtmlElement, event: &web_sys::Event) {
    if let Ok(start) = web_sys::Event::new("touchstart") {
        _ = Reflect::set(&start, &"touches".into(), &event.unchecked_ref::<TouchEvent>().touches());
        _ = canvas.dispatch_event(&start);
    }
}

/// Takes a layer off the map: calmly, or at once where a person prefers reduced motion.
fn leave(layer: Layer) {
    /// As long as the style sheet lets it fade.
    const MILLISECONDS: u32 = 300;
    let Some(element) = element_of(&layer).filter(|_| !prefers_reduced_motion()) else {
        layer.remove();
        return;
    };
    _ = element.class_list().add_1("leaving");
    // If the map goes before that, it takes the layer with it, and removing it once more does nothing.
    Timeout::new(MILLISECONDS, move || {
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

/// A length in CSS px, to a tenth.
#[expect(clippy::cast_possible_truncation, reason = "lengths within a screen")]
fn px(length: f64) -> String {
    format!("calc({}px / 10)", (length * 10.0).round() as i32)
}

/// A length in CSS px where text is 16 px large; symbols grow with the text.
#[expect(clippy::cast_possible_truncation, reason = "lengths within a screen")]
fn scaled(length: f64) -> String {
    format!("calc({}rem / 160)", (length * 10.0).round() as i32)
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
