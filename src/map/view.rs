//! The map on the page: the engine, its buttons, its legend and the names at its edge.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use leptos::html::Div;
use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::browser::{self, EventListener, SizeObserver, Timer};
use crate::data::BaseMap;
use crate::domain::{Catalog, City, Key, Subject};
use crate::markup::tags::{button, div, p, span};
use crate::markup::{Action, Node};
use crate::paint::{outward, region, tell};
use crate::scene::{Bounds, Edge, EdgeHint, Frame, Rect, Role, Scene};
use crate::state::{Notice, State};
use crate::text::{Reader, typeset};

use super::tiles::follow_tiles;
use super::{Engine, Handlers, MAX_ZOOM, Travel, Tried, keyboard, later};

/// The id of what says how the map is used by keyboard.
const MANUAL_ID: &str = "map-manual";

/// The base maps, from coarse to fine.
pub(super) const BASE_MAPS: [&str; 2] = ["basemap/first.topo.json", "basemap/fine.topo.json"];

/// The zoom from which on the first base map would look coarse: there its lines may be two CSS px off (see
/// `src/bin/basemap/recipe.rs`).
const FINE_FROM: f64 = 6.75;

/// The closest look at a selection that framing chooses by itself: a single city is shown with its region around it.
const MAX_SELECTION_ZOOM: f64 = 6.75;

/// How much closer, in levels, a step of a talk looks at one.
const STAGE_LEVELS: f64 = 0.75;

/// Everything that lives as long as the map is on the page.
pub(super) struct Mounted {
    pub(super) engine: Engine,
    /// The host country.
    home: Option<Bounds>,
    /// Whether the first view has been framed: until then the camera jumps.
    framed: bool,
    /// Whether the first base map has been drawn, or could not be.
    is_complete: bool,
    /// Which of the base maps is drawn.
    base: Option<usize>,
    /// Whether the finer one has been asked for.
    wants_fine: bool,
}

pub(super) type Shared = Rc<RefCell<Mounted>>;

/// What is given back with the view.
type Kept = (Shared, [Option<SizeObserver>; 2], [EventListener; 2], [EventListener; 2]);

/// The map with all that lies upon it.
#[component]
pub fn MapView(
    /// The app's state.
    state: State,
) -> impl IntoView {
    let element = NodeRef::<Div>::new();
    let moment = Timer::new(move || state.end_hint());
    outward(move || {
        const MILLISECONDS: u32 = 4000;
        moment.set(state.current_notice().filter(|it| it.is_passing()).map(|_| MILLISECONDS));
    });
    // Given back exactly once, when the view is taken off the page.
    let kept = StoredValue::new_local(None::<Kept>);
    outward(move || {
        let Some(element) = element.get() else { return };
        let Ok(shared) = mount(state, &element) else {
            return without_map(state);
        };
        let observer = {
            let shared = Rc::clone(&shared);
            SizeObserver::new(&element, move || resized(state, &shared))
        };
        // A notice that comes or goes moves no map, but names stand elsewhere.
        let notices = browser::find(".map-notice").and_then(|line| {
            let canvas = element.clone();
            SizeObserver::new(&line, move || state.overlaid(&covered(&canvas)))
        });
        let listeners = keyboard::listen(state, &element, &shared);
        draw(state, &shared, &element);
        lay_base_maps(state, &shared);
        follow_tiles(state, &shared);
        let printing = {
            let weak = Rc::downgrade(&shared);
            browser::on_print(move |is_printing| {
                // The style sheet gives it the width of a sheet of paper.
                browser::set_root_attribute("data-printing", if is_printing { "true" } else { "false" });
                if let Some(shared) = weak.upgrade() {
                    resized(state, &shared);
                }
            })
        };
        kept.set_value(Some((shared, [observer, notices], listeners, printing)));
    });

    view! {
        <section class="map" aria-label=move || state.words().map>
            <div class="map-canvas" role="group" aria-label=move || state.words().map aria-describedby=MANUAL_ID node_ref=element></div>
            {region(state, move || vec![
                p().class("map-missing").text(state.words().map_missing).into(),
                p().attr("id", MANUAL_ID).attr("hidden", "").text(state.words().map_keys).into(),
            ])}
            {region(state, move || vec![notice_line(state)])}
            {region(state, move || state.extras().map(|extras| (extras.tile_offer)(state)).unwrap_or_default())}
            {region(state, move || vec![tell(state, |reader| edge_names(reader, &state.edge_hints(), state.scene().entrance))])}
            {region(state, move || vec![tell(state, controls), legend(state)])}
        </section>
    }
}

/// The style sheet shows the sentence that stands in for the map; nothing else is to be waited for.
fn without_map(state: State) {
    browser::set_root_attribute("data-map", "missing");
    leptos::task::spawn_local(async move { state.drawn(true) });
}

fn mount(state: State, element: &HtmlElement) -> Result<Shared, super::NoMap> {
    let canvas = element.clone();
    let handlers = Handlers {
        viewed: Box::new(move |viewport, at_rest| {
            state.viewed(viewport);
            if at_rest {
                state.rested(viewport, &covered(&canvas));
            }
        }),
        moved: Box::new(move |camera| state.moved_to(camera)),
        tried: Rc::new(move |tried| {
            state.hint(match tried {
                Tried::Finger => Notice::TwoFingers,
                Tried::Wheel => Notice::WheelWithKey,
            });
        }),
        chosen: Box::new(move |city| state.select(Subject::City(city))),
        tiles_failed: Rc::new(move || state.tiles_failed()),
    };
    let places = |catalog: &Catalog| Bounds::around(catalog.all::<City>().filter_map(|(_, city)| city.place));
    let engine = Engine::mount(element, places(&state.catalog()), handlers)?;
    Ok(Rc::new(RefCell::new(Mounted {
        engine,
        home: None,
        framed: false,
        is_complete: false,
        base: None,
        wants_fine: false,
    })))
}

/// Where its buttons and its legend lie upon the map.
fn covered(canvas: &HtmlElement) -> Vec<Rect> {
    let (left, top, ..) = browser::place_of(canvas);
    let within = |(x, y, width, height): (f64, f64, f64, f64)| Rect { x: x - left, y: y - top, width, height };
    // The page that is read until the app is there has a legend as well.
    let legend = "#app .legend:not([open]), #app .legend summary";
    let elements = [".map-controls", legend, ".map-notice", ".detailed summary", ".tiles-of"]
        .into_iter()
        .filter_map(browser::find);
    elements.map(|element| within(browser::place_of(&element))).filter(|rect| rect.width > 0.0).collect()
}

/// Keeps the map in step with the state, outward only.
fn draw(state: State, shared: &Shared, canvas: &HtmlElement) {
    let weak = Rc::downgrade(shared);
    let canvas = canvas.clone();
    outward(move || {
        let scene = state.scene();
        let view = state.view();
        // Without a city nothing in it can have the focus.
        browser::set_attribute(&canvas, "tabindex", if scene.markers.is_empty() { "0" } else { "-1" });
        if let Some(mounted) = weak.upgrade() {
            mounted.borrow_mut().engine.draw(&scene);
            tell(state, |reader| {
                mounted.borrow().engine.name_markers(&|marker| reader.spoken_city(&view, marker.city));
            });
        }
    });
    let weak = Rc::downgrade(shared);
    outward(move || {
        _ = state.frame();
        if let Some(mounted) = weak.upgrade() {
            let travel =
                if mounted.borrow().framed && !browser::prefers_reduced_motion() { Travel::Calm } else { Travel::None };
            mounted.borrow_mut().framed = true;
            frame(state, &mounted, travel);
        }
    });
    let weak = Rc::downgrade(shared);
    outward(move || {
        let (levels, wishes) = state.zoom();
        if let Some(mounted) = weak.upgrade().filter(|_| wishes > 0) {
            mounted.borrow().engine.zoom_by(levels);
        }
    });
}

/// Moves the camera to where the state has it: where a person left it, or framing what is chosen.
fn frame(state: State, shared: &Shared, travel: Travel) {
    let is_step = untrack(move || state.presenting()).is_on();
    if let Some(camera) = untrack(move || state.camera()) {
        // A link leads to what it says; a step of a talk travels there.
        shared.borrow().engine.look(camera, if is_step { travel } else { Travel::None });
        return;
    }
    let (wanted, _) = untrack(move || state.frame());
    let scene = untrack(move || state.scene());
    let home = shared.borrow().home;
    let bounds = wanted.bounds(&scene, home).or_else(|| Frame::Home.bounds(&scene, home)).or(home);
    if let Some(bounds) = bounds {
        let engine = &shared.borrow().engine;
        // On stage all is larger, and so is what is selected.
        let closest = if is_step { MAX_SELECTION_ZOOM + STAGE_LEVELS } else { MAX_SELECTION_ZOOM };
        let max_zoom = if wanted == Frame::Selection { closest } else { MAX_ZOOM };
        let scale = engine.text_scale();
        let insets = insets(wanted, &scene, engine.width() / scale).map(|inset| inset * scale);
        engine.frame(bounds, insets, max_zoom, travel);
    }
}

/// CSS px around what is framed (top, right, bottom, left), where text is 16 px large: symbols and names need room, and on a
/// narrow map so do the names at its edge.
fn insets(frame: Frame, scene: &Scene, width: f64) -> [f64; 4] {
    const NARROW: f64 = 500.0;
    let has_guests = scene.markers.iter().any(|marker| marker.role == Role::Guest);
    match frame {
        Frame::Home if width < NARROW && has_guests => [8.0, 8.0, 8.0, 56.0],
        Frame::Home => [14.0; 4],
        // Below the buttons.
        Frame::All | Frame::Selection if width < NARROW => [76.0, 64.0, 24.0, 64.0],
        Frame::All | Frame::Selection => [44.0, 64.0, 44.0, 64.0],
    }
}

fn resized(state: State, shared: &Shared) {
    shared.borrow().engine.resize();
    if untrack(move || state.camera()).is_none() {
        frame(state, shared, Travel::None);
    }
}

/// Fetches the first base map, with which the page is complete, and the finer one when the map is looked at closely.
fn lay_base_maps(state: State, shared: &Shared) {
    let weak = Rc::downgrade(shared);
    leptos::task::spawn_local(async move {
        let has_base = lay_base_map(&weak, 0).await;
        if let Some(shared) = weak.upgrade() {
            shared.borrow_mut().is_complete = true;
            frame(state, &shared, Travel::None);
            state.drawn(has_base);
            refine(state, untrack(move || state.rest_zoom()), &weak);
        }
    });
    later::follow(state);
    let weak = Rc::downgrade(shared);
    outward(move || refine(state, state.rest_zoom(), &weak));
}

/// Fetches the finer base map once it is needed. Before the page is complete the zoom says nothing: what is to be
/// framed is not known yet.
fn refine(state: State, zoom: Option<f64>, weak: &Weak<RefCell<Mounted>>) {
    let Some(shared) = weak.upgrade() else { return };
    let is_close = zoom.is_some_and(|zoom| zoom >= FINE_FROM);
    if !is_close || !shared.borrow().is_complete || std::mem::replace(&mut shared.borrow_mut().wants_fine, true) {
        return;
    }
    let weak = Weak::clone(weak);
    leptos::task::spawn_local(async move {
        let arrived = lay_base_map(&weak, 1).await;
        if let Some(shared) = weak.upgrade() {
            // If it failed, the next zoom asks again.
            shared.borrow_mut().wants_fine = arrived;
            if arrived {
                state.drawn(true);
            }
        }
    });
}

/// Fetches one of the base maps and draws it, unless a finer one is there already. Tells whether it could be read.
async fn lay_base_map(mounted: &Weak<RefCell<Mounted>>, index: usize) -> bool {
    let path = BASE_MAPS[index];
    let base = browser::fetch(path).await.ok().and_then(|bytes| BaseMap::read(&bytes));
    let Some(base) = base else {
        browser::note(&format!("no base map: {path}"));
        return false;
    };
    if let Some(shared) = mounted.upgrade() {
        let mut mounted = shared.borrow_mut();
        if mounted.base < Some(index) {
            mounted.base = Some(index);
            mounted.engine.lay_base_map(&base);
        }
        // The finer outline differs by a hair, which is no reason to frame anew.
        mounted.home = mounted.home.or_else(|| base.home_corners().map(Bounds::between));
    }
    true
}

/// Guests' home cities beyond the map's edge: named, with distance, and a way there.
fn edge_names(reader: Reader<'_>, hints: &[EdgeHint], entrance: Option<Key<City>>) -> Node {
    let names = hints.iter().map(|hint| edge_name(reader, hint, entrance == Some(hint.city))).collect();
    div().class("edge-names").with_all(names).into()
}

fn edge_name(reader: Reader<'_>, hint: &EdgeHint, is_entrance: bool) -> Node {
    let words = reader.words;
    let far = hint.host.zip(hint.distance_km).map(|(host, km)| {
        let host = reader.catalog.get(host).name.get(reader.lang);
        let km = words.distance_km(km);
        ((words.beyond_edge)(&hint.name, &km, host), km)
    });
    let near = || match hint.role {
        Role::Host(meetings) => (words.marker_host)(&hint.name, meetings),
        Role::Guest => (words.marker_guest)(&hint.name),
    };
    let (label, distance) = far.unwrap_or_else(|| (near(), String::new()));
    let text = span()
        .class("edge-text")
        .with(span().class("edge-city").text(hint.name.as_str()))
        .text(" ")
        .with(span().class("edge-distance").text(distance));
    let (class, property) = match hint.edge {
        Edge::Top => ("edge-name top", "left"),
        Edge::Right => ("edge-name right", "top"),
        Edge::Bottom => ("edge-name bottom", "left"),
        Edge::Left => ("edge-name left", "top"),
    };
    button(Action::Visit(Subject::City(hint.city)))
        .key(hint.id.as_str())
        .class(class)
        .attr("data-city", hint.id.as_str())
        .attr("data-is", Subject::City(hint.city).token())
        .attr("tabindex", if is_entrance { "0" } else { "-1" })
        .attr("aria-label", label)
        .style(property, format!("{}px", whole(hint.along)))
        .with(span().class("arrow").decorative().style("rotate", format!("{}deg", whole(hint.direction))))
        .with(text)
        .into()
}

/// To whole numbers: what is finer cannot be seen, and a float's words weigh much.
#[expect(clippy::cast_possible_truncation, reason = "positions within a screen, and degrees")]
fn whole(value: f64) -> i32 {
    value.round() as i32
}

fn controls(reader: Reader<'_>) -> Node {
    let words = reader.words;
    let control = |action: Action, class: &'static str, name: &str, text: &str| -> Node {
        button(action).class(class).attr("aria-label", name).text(text).into()
    };
    let mut controls = vec![
        control(Action::Zoom(1.0), "zoom-in", words.zoom_in, "+"),
        control(Action::Zoom(-1.0), "zoom-out", words.zoom_out, "−"),
    ];
    if let Some(code) = reader.catalog.home_country() {
        let country = (reader.country_name)(reader.lang, code);
        controls.push(control(Action::LookAt(Frame::Home), "frame-home", &(words.frame_home)(&country), &country));
    }
    controls.push(control(Action::LookAt(Frame::All), "frame-all", words.frame_all, words.frame_all_short));
    div().class("map-controls").attr("role", "group").attr("aria-label", words.map_controls).with_all(controls).into()
}

/// What the reader has to know of the map at this moment. The element is always there: a screen reader tells what
/// changes in it.
fn notice_line(state: State) -> Node {
    let words = state.words();
    let notice = state.current_notice();
    let class = if notice.is_some_and(Notice::is_passing) { "map-notice passing" } else { "map-notice" };
    let text = notice.map(|notice| match notice {
        Notice::NoBaseMap => words.no_base_map,
        Notice::OtherTiles => words.other_tiles,
        Notice::NoTiles => words.no_tiles,
        Notice::TwoFingers => words.two_fingers,
        Notice::WheelWithKey => words.wheel_with_key,
    });
    let texts = text.map(|text| typeset(state.lang(), text).into_owned().into()).into_iter().collect();
    p().class(class).attr("role", "status").with_all(texts).into()
}

fn legend(state: State) -> Node {
    let signs = state.extras().map(|extras| (extras.timeline_key)(state)).unwrap_or_default();
    // Where the timeline itself has no room for them.
    super::legend(state.lang()).with(div().class("signs").decorative().with_all(signs)).into()
}
