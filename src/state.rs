//! What a person chose, and everything that follows from it.
//!
//! The only place that creates the app's signals. A *choice* is a signal, and together they are exactly what the
//! address holds; all else follows from them. Views call intentions such as [`State::select`], never a setter.

mod extras;
mod play;
mod presenting;
mod seeking;
mod sharing;
#[cfg(test)]
mod tests;

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use crate::data::{Config, Ground, Problem};
use crate::domain::{
    Catalog, City, CountryCode, Filter, Index, Key, Landmark, Lang, Meeting, Period, Playback, Query, Subject,
    TileSource, TypedYear, View, place_of,
};
use crate::markup::Action;
use crate::scene::{Camera, Direction, EdgeHint, Frame, Rect, Scene, Viewport, arrange, compose, edge_hints, toward};
use crate::screen::{Height, Pull};
use crate::text::Words;
use crate::url::{Address, Display, Embedding, FilterIds, Presenting, Sorting, SubjectId, Theme};

pub use extras::{Delivery, Extras};
pub use presenting::{PresentPart, PresentTable, Stage};
pub use seeking::{Landing, Seeking};
pub use sharing::{Embed, File as ExportedFile, Outcome, Picture, SharePart, ShareTable, Sharing};

/// A signal, chosen by a person or by the map. All of it that knows Leptos' graph is the trigger, which has no type
/// parameter: ten types of `RwSignal` and three of `Memo` weigh 5 kB of compressed WebAssembly more.
struct Choice<T> {
    value: RefCell<T>,
    trigger: ArcTrigger,
}

impl<T: Clone> Choice<T> {
    fn new(value: T) -> Self {
        Self { value: RefCell::new(value), trigger: ArcTrigger::new() }
    }

    fn get(&self) -> T {
        self.trigger.track();
        self.get_untracked()
    }

    fn get_untracked(&self) -> T {
        self.value.borrow().clone()
    }

    fn set(&self, value: T) {
        self.value.replace(value);
        self.trigger.notify();
    }

    /// The same, but what has this value already is told to nobody.
    fn change(&self, value: T)
    where
        T: PartialEq,
    {
        if *self.value.borrow() != value {
            self.set(value);
        }
    }
}

impl Choice<bool> {
    fn toggle(&self) {
        self.set(!self.get_untracked());
    }
}

/// A wish, and a count that tells two equal wishes apart.
impl<T: Clone> Choice<(T, u32)> {
    fn wish(&self, value: T) {
        let (_, count) = self.get_untracked();
        self.set((value, count + 1));
    }
}

/// The app's state: cheap to copy, and shared by all views.
#[derive(Clone, Copy)]
pub struct State(StoredValue<Rc<Shared>, LocalStorage>);

struct Shared {
    catalog: Arc<Catalog>,
    /// What is wrong with the data files; of the configuration it comes later.
    problems: Choice<Arc<[Problem]>>,

    period: Choice<Period>,
    filter: Choice<Filter>,
    subject: Choice<Option<Subject>>,
    display: Choice<Display>,
    sorting: Choice<Sorting>,
    lang: Choice<Lang>,
    theme: Choice<Theme>,
    camera: Choice<Option<Camera>>,

    /// While the slider is held: the address is written when it is let go.
    scrubbing: Choice<bool>,
    /// What was shown when it was taken.
    scrubbed: Cell<Scrubbed>,
    /// How the years are played.
    playback: Choice<Playback>,
    /// Whether they are being played.
    playing: Choice<bool>,
    /// The year that is being typed.
    typed: RefCell<TypedYear>,
    /// What a pointer or the focus is on.
    pointed: Choice<Option<Subject>>,
    /// The last meeting that was pointed at: whence the keys go on.
    last_pointed: Cell<Option<Key<Meeting>>>,
    /// A text that the address asks for, until the extras are here to look for it.
    sought: Choice<Option<Query>>,
    /// What the first view does without.
    delivery: Choice<Delivery>,
    /// Whether a newer version of the app is there, and offered.
    newer: Choice<bool>,
    /// Whether there is a base map under the cities; nothing before the map is drawn.
    base: Choice<Option<bool>>,
    /// What is being looked for.
    seeking: Choice<Seeking>,
    /// Whether the filters are unfolded.
    unfolded: Choice<bool>,
    /// The last wish for the focus, and a count that tells two equal wishes apart; 0 is no wish.
    landing: Choice<(Landing, u32)>,
    /// The names of everything, made when the first is looked for.
    index: OnceCell<Index>,
    /// How far the drawer of a phone stands open.
    drawer: Choice<Height>,
    /// Whether the help is open.
    help: Choice<bool>,
    /// Whether the question mark opens it.
    shortcut: Choice<bool>,
    /// The dialog that shares the view, once it was opened.
    sharing: Choice<Option<Rc<Sharing>>>,
    /// Whether it is to be opened as soon as it can be.
    awaits_dialog: Cell<bool>,
    /// How the page presents.
    presenting: Choice<Presenting>,
    /// The talk.
    stage: Choice<Rc<Stage>>,
    /// Whether it is to begin as soon as it can.
    awaits_stage: Cell<bool>,
    /// The last wish to see a part of the map, and a count that tells two equal wishes apart.
    frame: Choice<(Frame, u32)>,
    /// The last wish to zoom by some levels, and a count as above.
    zoom: Choice<(f64, u32)>,
    /// The city on the map that the keyboard was at last.
    cursor: Choice<Option<Key<City>>>,
    /// Which base map is drawn. It is kept nowhere: each visit asks anew.
    tiling: Choice<Tiling>,
    /// Where a detailed one may be had from.
    tile_sources: Choice<Rc<[TileSource]>>,
    /// Whether the address wants none of them.
    is_bundled: Choice<bool>,
    /// How the page stands within another one.
    embedding: Embedding,
    /// What a reader should know of the tiles.
    notice: Choice<Option<Notice>>,
    /// Whether a reader was told how the map is moved.
    has_hinted: Cell<bool>,
    /// What the map shows at this moment; absent before there is a map.
    viewport: Choice<Option<Viewport>>,
    /// What the map showed when it last came to rest: names are placed for it.
    rest: Choice<Option<Viewport>>,
    /// What lies upon the map there.
    covered: RefCell<Vec<Rect>>,

    /// What pictures stand on; nothing before it has been asked for and arrived.
    ground: Choice<Option<Rc<Ground>>>,
    /// What the base map names; nothing before the file of names has arrived.
    landmarks: RefCell<Rc<[Landmark]>>,
    /// Their names in the language that was last asked for.
    landmark_names: RefCell<Option<(Lang, Rc<[String]>)>>,
    /// Names a country: the browser knows them all.
    country_name: Cell<Option<CountryNames>>,

    /// What the period shows: made whenever that changes.
    view: RefCell<Arc<View>>,
    /// The last scene that was asked for, and what it was made from.
    scene: RefCell<Option<(SceneOf, Arc<Scene>)>>,
}

/// What becomes of a hand on the slider.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Scrubbed {
    /// Nothing that could be undone.
    #[default]
    Nothing,
    /// It moved the slider; before, this was shown and selected.
    From(Period, Option<Subject>),
    /// That was undone.
    Withdrawn,
}

/// What a reader should know of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// There is nothing under the cities: the file of the base map did not arrive.
    NoBaseMap,
    /// A server of tiles did not answer, and another stands in for it.
    OtherTiles,
    /// No server of tiles answered.
    NoTiles,
    /// Two fingers move the map, one scrolls the page.
    TwoFingers,
    /// The wheel zooms the map together with a key, alone it scrolls the page.
    WheelWithKey,
}

impl Notice {
    /// Whether it is only shown for a moment.
    #[must_use]
    pub fn is_passing(self) -> bool {
        matches!(self, Self::TwoFingers | Self::WheelWithKey)
    }
}

/// Which base map is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tiling {
    /// The one that ships.
    Bundled,
    /// That of a server, by its number.
    Tiles(usize),
}

/// The name of a country in a language.
pub type CountryNames = fn(Lang, CountryCode) -> String;

/// The signals that a scene is made from.
type SceneOf = (Period, Filter, Option<Subject>, Lang, Option<Viewport>, Option<Key<City>>);

impl Shared {
    /// Both at once, for the view is of both: whoever follows one of them finds the other as new.
    fn set_view(&self, period: Period, filter: Filter) {
        self.view.replace(Arc::new(View::of(&self.catalog, period, filter.clone())));
        let (has_period, has_filter) = (self.period.get_untracked() == period, self.filter.get_untracked() == filter);
        self.period.value.replace(period);
        self.filter.value.replace(filter);
        if !has_period {
            self.period.trigger.notify();
        }
        if !has_filter {
            self.filter.trigger.notify();
        }
    }

    fn scene(&self) -> Arc<Scene> {
        let (period, filter, subject) = (self.period.get(), self.filter.get(), self.subject.get());
        let (lang, rest, cursor) = (self.lang.get(), self.rest.get(), self.cursor.get());
        let of = (period, filter, subject, lang, rest, cursor);
        if let Some((last, scene)) = &*self.scene.borrow()
            && *last == of
        {
            return Arc::clone(scene);
        }
        let mut scene = compose(&self.catalog, &self.view.borrow(), subject, lang);
        scene.enter_at(cursor);
        if let Some(viewport) = rest {
            let extras = self.delivery.get_untracked().table();
            // Nobody in a room can point at a city to be told its name.
            let lead = extras.filter(|_| self.presenting.get_untracked().is_on()).map(|extras| extras.lead_names);
            let (_, mut taken) = arrange(&mut scene, &viewport, &self.covered.borrow(), lead);
            let landmarks = self.landmarks.borrow();
            if let Some(extras) = extras {
                let names = self.landmark_names(lang);
                scene.names = (extras.background)(&landmarks, &names, &scene.markers, &viewport, &mut taken);
            }
        }
        let scene = Arc::new(scene);
        self.scene.replace(Some((of, Arc::clone(&scene))));
        scene
    }

    /// Kept, for a browser takes its time to look up a name.
    fn landmark_names(&self, lang: Lang) -> Rc<[String]> {
        if let Some((last, names)) = &*self.landmark_names.borrow()
            && *last == lang
        {
            return Rc::clone(names);
        }
        let country_name = self.country_name.get().unwrap_or(|_, code| code.as_str().to_owned());
        let name = |landmark: &Landmark| landmark.name.get(lang, country_name);
        let names: Rc<[String]> = self.landmarks.borrow().iter().map(name).collect();
        self.landmark_names.replace(Some((lang, Rc::clone(&names))));
        names
    }
}

impl State {
    /// The state that `address` describes; what the catalog does not know is left out.
    #[must_use]
    pub fn new(catalog: Arc<Catalog>, problems: Arc<[Problem]>, address: &Address) -> Self {
        let chosen = resolve(&catalog, address, None);
        let frame = if chosen.subject.is_some() { Frame::Selection } else { Frame::Home };
        let view = RefCell::new(Arc::new(View::of(&catalog, chosen.period, chosen.filter.clone())));
        Self(StoredValue::new_local(Rc::new(Shared {
            catalog,
            problems: Choice::new(problems),
            period: Choice::new(chosen.period),
            filter: Choice::new(chosen.filter),
            subject: Choice::new(chosen.subject),
            display: Choice::new(address.display),
            sorting: Choice::new(address.sorting),
            lang: Choice::new(address.lang),
            theme: Choice::new(address.theme),
            camera: Choice::new(address.camera),
            scrubbing: Choice::new(false),
            scrubbed: Cell::default(),
            playback: Choice::new(Playback::default()),
            playing: Choice::new(false),
            typed: RefCell::default(),
            pointed: Choice::new(None),
            last_pointed: Cell::new(None),
            delivery: Choice::new(Delivery::Awaited),
            sought: Choice::new(address.filter.text.clone()),
            newer: Choice::new(false),
            base: Choice::new(None),
            seeking: Choice::new(Seeking::default()),
            unfolded: Choice::new(false),
            landing: Choice::new((Landing::Field, 0)),
            index: OnceCell::new(),
            drawer: Choice::new(if address.display == Display::Table { Height::Peek } else { Height::Half }),
            help: Choice::new(false),
            shortcut: Choice::new(true),
            sharing: Choice::new(None),
            awaits_dialog: Cell::new(false),
            presenting: Choice::new(address.presenting.clone()),
            stage: Choice::new(Rc::default()),
            awaits_stage: Cell::new(address.presenting.is_on()),
            frame: Choice::new((frame, 0)),
            zoom: Choice::new((0.0, 0)),
            cursor: Choice::new(None),
            tiling: Choice::new(Tiling::Bundled),
            tile_sources: Choice::new(Rc::default()),
            is_bundled: Choice::new(address.is_bundled),
            embedding: address.embedding.clone(),
            notice: Choice::new(None),
            has_hinted: Cell::new(false),
            viewport: Choice::new(None),
            rest: Choice::new(None),
            covered: RefCell::default(),
            ground: Choice::new(None),
            landmarks: RefCell::new(Rc::default()),
            landmark_names: RefCell::new(None),
            country_name: Cell::new(None),
            view,
            scene: RefCell::new(None),
        })))
    }

    fn shared(self) -> Rc<Shared> {
        self.0.get_value()
    }

    /// The data, which never changes while the app runs.
    #[must_use]
    pub fn catalog(self) -> Arc<Catalog> {
        Arc::clone(&self.shared().catalog)
    }

    /// What is wrong with the data files.
    #[must_use]
    pub fn problems(self) -> Arc<[Problem]> {
        self.shared().problems.get()
    }

    /// The time that is looked at.
    #[must_use]
    pub fn period(self) -> Period {
        self.shared().period.get()
    }

    /// What of that time is looked at.
    #[must_use]
    pub fn filter(self) -> Filter {
        self.shared().filter.get()
    }

    /// What is looked at closely.
    #[must_use]
    pub fn subject(self) -> Option<Subject> {
        self.shared().subject.get()
    }

    /// What stands beside the lists.
    #[must_use]
    pub fn display(self) -> Display {
        self.shared().display.get()
    }

    /// Which table, in which order.
    #[must_use]
    pub fn sorting(self) -> Sorting {
        self.shared().sorting.get()
    }

    /// The language.
    #[must_use]
    pub fn lang(self) -> Lang {
        self.shared().lang.get()
    }

    /// The words of the language.
    #[must_use]
    pub fn words(self) -> &'static Words {
        Words::of(self.lang())
    }

    /// The colours.
    #[must_use]
    pub fn theme(self) -> Theme {
        self.shared().theme.get()
    }

    /// Where a person moved the map; absent while it follows the choices.
    #[must_use]
    pub fn camera(self) -> Option<Camera> {
        self.shared().camera.get()
    }

    /// Whether the slider is held.
    #[must_use]
    pub fn is_scrubbing(self) -> bool {
        self.shared().scrubbing.get()
    }

    /// How the years are played.
    #[must_use]
    pub fn playback(self) -> Playback {
        self.shared().playback.get()
    }

    /// Whether the years are being played.
    #[must_use]
    pub fn is_playing(self) -> bool {
        self.shared().playing.get()
    }

    /// What a pointer or the focus is on: its twins elsewhere are lit up.
    #[must_use]
    pub fn pointed(self) -> Option<Subject> {
        self.shared().pointed.get()
    }

    /// Whether the filters are unfolded.
    #[must_use]
    pub fn is_unfolded(self) -> bool {
        self.shared().unfolded.get()
    }

    /// How far the drawer of a phone stands open.
    #[must_use]
    pub fn drawer(self) -> Height {
        self.shared().drawer.get()
    }

    /// Whether the help is open.
    #[must_use]
    pub fn has_help(self) -> bool {
        self.shared().help.get()
    }

    /// Whether the question mark opens the help.
    #[must_use]
    pub fn has_shortcut(self) -> bool {
        self.shared().shortcut.get()
    }

    /// The last wish to see a part of the map, and its number.
    #[must_use]
    pub fn frame(self) -> (Frame, u32) {
        self.shared().frame.get()
    }

    /// The last wish to zoom by some levels, and its number; 0 is no wish.
    #[must_use]
    pub fn zoom(self) -> (f64, u32) {
        self.shared().zoom.get()
    }

    /// The zoom at which the map came to rest.
    #[must_use]
    pub fn rest_zoom(self) -> Option<f64> {
        self.shared().rest.get().map(|viewport| viewport.camera.zoom)
    }

    /// Whether a button with this action is pressed: its choice is in force.
    #[must_use]
    pub fn is_chosen(self, action: Action) -> bool {
        match action {
            Action::Select(subject) => self.subject() == Some(subject),
            Action::Show(period) => self.period() == period,
            Action::Narrow(facet) => self.filter().has(facet),
            Action::Loop => self.playback().is_looping,
            Action::Display(display) => self.display() == display,
            Action::Sheet(sheet) => self.sorting().sheet == sheet,
            Action::Speak(lang) => self.lang() == lang,
            Action::Wear(theme) => self.theme() == theme,
            _ => false,
        }
    }

    /// What the period shows.
    #[must_use]
    pub fn view(self) -> Arc<View> {
        let shared = self.shared();
        _ = (shared.period.get(), shared.filter.get());
        let view = shared.view.borrow();
        Arc::clone(&view)
    }

    /// What the map shows.
    #[must_use]
    pub fn scene(self) -> Arc<Scene> {
        self.shared().scene()
    }

    /// Guests' home cities that the map does not show at this moment, placed at its edge.
    #[must_use]
    pub fn edge_hints(self) -> Vec<EdgeHint> {
        let shared = self.shared();
        let hints = |viewport| edge_hints(&shared.scene(), &viewport, &shared.covered.borrow());
        shared.viewport.get().map(hints).unwrap_or_default()
    }

    /// What the reader should know of the map at this moment.
    #[must_use]
    pub fn current_notice(self) -> Option<Notice> {
        let shared = self.shared();
        let has_base = shared.base.get() != Some(false);
        shared.notice.get().or(if has_base { None } else { Some(Notice::NoBaseMap) })
    }

    /// All choices as the address holds them.
    #[must_use]
    pub fn address(self) -> Address {
        let shared = self.shared();
        let presenting = shared.presenting.get();
        if presenting.is_on() {
            // A step says what is shown.
            let (lang, theme, is_bundled) = (shared.lang.get(), shared.theme.get(), shared.is_bundled.get());
            return Address { lang, theme, is_bundled, presenting, ..Address::default() };
        }
        self.shown()
    }

    /// The same of what is shown, whether it is presented or not.
    #[must_use]
    pub fn shown(self) -> Address {
        let shared = self.shared();
        Address {
            period: shared.period.get(),
            subject: shared.subject.get().map(|subject| subject_id(&shared.catalog, subject)),
            filter: filter_ids(&shared.catalog, &shared.filter.get(), shared.sought.get()),
            camera: shared.camera.get(),
            display: shared.display.get(),
            // Of a table that is not displayed a link says nothing.
            sorting: if shared.display.get() == Display::Table { shared.sorting.get() } else { Sorting::default() },
            lang: shared.lang.get(),
            theme: shared.theme.get(),
            is_bundled: shared.is_bundled.get(),
            embedding: shared.embedding.clone(),
            presenting: Presenting::default(),
        }
    }

    /// How the page stands within another one. It never changes.
    #[must_use]
    pub fn embedding(self) -> Embedding {
        self.shared().embedding.clone()
    }

    /// Does what a button says.
    pub fn perform(self, action: Action) {
        if !action.lets_play() {
            self.pause();
        }
        match action {
            Action::Select(subject) => self.select(subject),
            Action::Visit(subject) => self.visit(subject),
            Action::Close => self.deselect(),
            Action::Show(period) => self.show_period(period),
            Action::Choose(year) => self.settle(self.shared().period.get_untracked().with_year(year)),
            Action::Scrub(year) => self.scrub(self.shared().period.get_untracked().with_year(year)),
            Action::ChooseFirst(year) => self.settle(self.shared().period.get_untracked().beginning_with(year)),
            Action::ScrubFirst(year) => self.scrub(self.shared().period.get_untracked().beginning_with(year)),
            Action::Release => self.release(),
            Action::Withdraw => self.withdraw(),
            Action::Narrow(facet) => self.narrow(facet),
            Action::Explore(facet) => self.explore(facet),
            Action::Leave(facet) => self.leave(facet),
            Action::Go(years) => self.go_by(years),
            Action::Type(digit) => self.type_year(digit),
            Action::Play => self.play(),
            Action::Pause => self.pause(),
            Action::Advance => self.advance(),
            Action::Pace(speed) => self.set_playback(|playback| playback.speed = speed),
            Action::Loop => self.set_playback(|playback| playback.is_looping = !playback.is_looping),
            Action::Point(subject) => self.point(subject),
            Action::PointTo(neighbour) => self.point_to(neighbour),
            Action::Take => {
                if let Some(subject) = self.shared().pointed.get_untracked() {
                    self.select(subject);
                }
            }
            Action::Drop(criterion) => self.drop_criterion(criterion),
            Action::Widen => {
                self.change_view(self.shared().period.get_untracked(), Filter::default());
                self.land(Landing::Field);
            }
            Action::AllYears => {
                self.show_period(Period::All);
                self.land(Landing::Chip(0));
            }
            Action::Unfold => self.shared().unfolded.toggle(),
            Action::Suggest(suggestion) => self.go_to_suggestion(suggestion),
            Action::Accept => self.accept(),
            Action::Find(target) => self.find(target),
            Action::Keep => self.keep(),
            Action::Unseek => self.unseek(),
            Action::Shut => self.shut(),
            Action::Clear => {
                self.shared().seeking.set(Seeking::default());
                self.land(Landing::Field);
            }
            Action::LookAt(frame) => self.look_at(frame),
            Action::Zoom(levels) => self.shared().zoom.wish(levels),
            Action::Display(display) => self.show_display(display),
            Action::Sheet(sheet) => self.shared().sorting.set(sheet.sorted()),
            Action::Sort(sorting) => self.shared().sorting.set(sorting),
            Action::Pull(pull) => self.pull(pull),
            Action::Help(is_open) => self.show_help(is_open),
            Action::Share(share) => self.share(share),
            Action::Present(present) => self.present(present),
            Action::AllowShortcut => self.shared().shortcut.toggle(),
            Action::Detail(is_wanted) => self.show_tiles(is_wanted),
            Action::Speak(lang) => self.shared().lang.set(lang),
            Action::Wear(theme) => self.shared().theme.set(theme),
            Action::Retry => self.retry(),
            Action::Stay => self.shared().newer.change(false),
            // Not a matter of the state, or not without more than this.
            Action::Reload | Action::Print | Action::KeepFocus | Action::Seek => {}
        }
    }

    /// Looks at another time; what was selected stays selected only where it is part of it.
    pub fn show_period(self, period: Period) {
        self.release();
        self.change_period(period);
    }

    /// The slider came to rest.
    fn settle(self, period: Period) {
        // A browser says so of one that was withdrawn, too.
        if self.shared().scrubbed.take() != Scrubbed::Withdrawn {
            self.show_period(period);
        }
    }

    /// The same while the slider is held.
    pub fn scrub(self, period: Period) {
        let shared = self.shared();
        if !shared.scrubbing.get_untracked() {
            shared.scrubbed.set(Scrubbed::From(shared.period.get_untracked(), shared.subject.get_untracked()));
        }
        shared.scrubbing.set(true);
        self.change_period(period);
    }

    /// What the slider was moved by is undone.
    fn withdraw(self) {
        let shared = self.shared();
        if let Scrubbed::From(period, subject) = shared.scrubbed.get() {
            shared.scrubbed.set(Scrubbed::Withdrawn);
            self.change_period(period);
            shared.subject.change(subject);
        }
        self.release();
    }

    /// The slider is let go: what it shows becomes part of the address.
    fn release(self) {
        let shared = self.shared();
        if shared.scrubbed.get() != Scrubbed::Withdrawn {
            shared.scrubbed.take();
        }
        shared.scrubbing.change(false);
    }

    fn change_period(self, period: Period) {
        self.change_view(period, self.shared().filter.get_untracked());
    }

    fn change_view(self, period: Period, filter: Filter) {
        let shared = self.shared();
        if shared.period.get_untracked() == period && shared.filter.get_untracked() == filter {
            return;
        }
        shared.set_view(period, filter);
        let subject = shared.subject.get_untracked();
        let kept = subject.filter(|&subject| shared.view.borrow().shows(subject));
        shared.subject.change(kept);
        self.look_at(if kept.is_some() { Frame::Selection } else { Frame::Home });
    }

    /// Looks closely at something; at what is selected already, no more.
    pub fn select(self, subject: Subject) {
        if self.shared().subject.get_untracked() == Some(subject) {
            self.deselect();
        } else {
            self.visit(subject);
        }
    }

    /// Goes to something, whether it is selected already or not. Where the years or the filter leave it out, they change
    /// so that it is seen.
    fn visit(self, subject: Subject) {
        self.leave_page();
        let shared = self.shared();
        let (period, filter) = (shared.period.get_untracked(), shared.filter.get_untracked());
        let revealing = View::revealing(&shared.catalog, subject, period, filter.clone());
        if revealing != (period, filter) {
            self.release();
            shared.set_view(revealing.0, revealing.1);
        }
        shared.subject.set(Some(subject));
        self.show_drawer();
        self.look_at(Frame::Selection);
    }

    /// A table needs room: the drawer has to leave it.
    fn show_display(self, display: Display) {
        let shared = self.shared();
        shared.display.set(display);
        if display == Display::Table {
            shared.drawer.change(Height::Peek);
        }
    }

    fn pull(self, pull: Pull) {
        let drawer = &self.shared().drawer;
        drawer.change(drawer.get_untracked().pulled(pull));
    }

    /// Opens the drawer as far as is needed to read in it.
    fn show_drawer(self) {
        let drawer = &self.shared().drawer;
        drawer.change(drawer.get_untracked().max(Height::Half));
    }

    /// From a page of its own to the map: what is selected there is seen beside the map.
    fn leave_page(self) {
        let display = &self.shared().display;
        if display.get_untracked().is_page() {
            display.set(Display::Map);
        }
    }

    /// Looks closely at nothing.
    pub fn deselect(self) {
        let shared = self.shared();
        if shared.subject.get_untracked().is_some() {
            shared.subject.set(None);
            // Where a person moved the map it stays.
            if shared.camera.get_untracked().is_none() {
                self.look_at(Frame::Home);
            }
        }
    }

    /// Moves the map to a part of it.
    pub fn look_at(self, frame: Frame) {
        let shared = self.shared();
        shared.camera.set(None);
        shared.frame.wish(frame);
    }

    /// The map shows another part.
    pub fn viewed(self, viewport: Viewport) {
        self.shared().viewport.set(Some(viewport));
    }

    /// What pictures stand on; nothing before it has arrived.
    #[must_use]
    pub fn ground(self) -> Option<Rc<Ground>> {
        self.shared().ground.get()
    }

    /// What pictures stand on has arrived.
    pub fn ground_arrived(self, ground: Ground) {
        self.shared().ground.set(Some(Rc::new(ground)));
    }

    /// The map has come to a stop, and these are the places in it that are taken.
    pub fn rested(self, viewport: Viewport, covered: &[Rect]) {
        let shared = self.shared();
        let is_new =
            shared.covered.replace(covered.to_vec()) != covered || shared.rest.get_untracked() != Some(viewport);
        if is_new {
            shared.scene.replace(None);
            shared.rest.set(Some(viewport));
        }
    }

    /// Something else than before lies upon the map, which is at rest.
    pub fn overlaid(self, covered: &[Rect]) {
        if let Some(viewport) = self.shared().rest.get_untracked() {
            self.rested(viewport, covered);
        }
    }

    /// The keyboard, or a finger, is at a city on the map.
    pub fn point_at(self, city: Key<City>) {
        self.shared().cursor.change(Some(city));
    }

    /// The next city on the map in a direction from the one that the keyboard is at.
    #[must_use]
    pub fn next_city(self, direction: Direction) -> Option<Key<City>> {
        let scene = untrack(|| self.scene());
        toward(&scene.markers, scene.entrance?, direction)
    }

    /// Something has happened to the map that a reader should know, or what there was is over.
    pub fn notice(self, notice: Option<Notice>) {
        self.shared().notice.change(notice);
    }

    /// A reader tried to move the map in a way that does something else here: says how it is moved, once a visit.
    pub fn hint(self, hint: Notice) {
        let shared = self.shared();
        if shared.notice.get_untracked().is_none() && !shared.has_hinted.replace(true) {
            self.notice(Some(hint));
        }
    }

    /// The moment is over for which a hint is shown.
    pub fn end_hint(self) {
        if self.shared().notice.get_untracked().is_some_and(Notice::is_passing) {
            self.notice(None);
        }
    }

    /// Which base map is drawn.
    #[must_use]
    pub fn tiling(self) -> Tiling {
        self.shared().tiling.get()
    }

    /// Where a detailed base map may be had from, in the order in which they are asked; none where the address wants
    /// none.
    #[must_use]
    pub fn tile_sources(self) -> Rc<[TileSource]> {
        let shared = self.shared();
        let sources = shared.tile_sources.get();
        if shared.is_bundled.get() { Rc::default() } else { sources }
    }

    /// The configuration has arrived.
    pub fn configured(self, config: Config) {
        self.tell_problems(config.problems);
        self.shared().tile_sources.set(config.tiles.into());
    }

    /// Something is wrong with a file that came later.
    pub fn tell_problems(self, problems: Vec<Problem>) {
        if !problems.is_empty() {
            let known = &self.shared().problems;
            known.set(known.get_untracked().iter().cloned().chain(problems).collect());
        }
    }

    fn show_tiles(self, is_wanted: bool) {
        let is_possible = !untrack(|| self.tile_sources()).is_empty();
        self.shared().tiling.set(if is_wanted && is_possible { Tiling::Tiles(0) } else { Tiling::Bundled });
        self.notice(None);
    }

    /// The server of tiles that is drawn does not answer: the next one stands in for it, or the map that ships.
    pub fn tiles_failed(self) {
        let shared = self.shared();
        let Tiling::Tiles(index) = shared.tiling.get_untracked() else { return };
        let has_next = index + 1 < shared.tile_sources.get_untracked().len();
        shared.tiling.set(if has_next { Tiling::Tiles(index + 1) } else { Tiling::Bundled });
        self.notice(Some(if has_next { Notice::OtherTiles } else { Notice::NoTiles }));
    }

    /// The names upon the base map have arrived.
    pub fn landmarks_arrived(self, landmarks: Vec<Landmark>, country_name: CountryNames) {
        let shared = self.shared();
        shared.landmarks.replace(landmarks.into());
        shared.landmark_names.replace(None);
        shared.country_name.set(Some(country_name));
        shared.scene.replace(None);
        shared.rest.trigger.notify();
    }

    /// A person moved the map.
    pub fn moved_to(self, camera: Camera) {
        self.shared().camera.set(Some(camera));
    }

    /// Goes to the view of a link: back, forward, or the first one.
    pub fn go_to(self, address: &Address) {
        let shared = self.shared();
        let extras = untrack(|| self.extras());
        let chosen = resolve(&shared.catalog, address, extras);
        shared.sought.change(address.filter.text.clone().filter(|_| extras.is_none()));
        shared.scrubbing.set(false);
        self.pause();
        shared.set_view(chosen.period, chosen.filter);
        shared.subject.set(chosen.subject);
        shared.display.set(address.display);
        shared.sorting.set(address.sorting);
        shared.lang.set(address.lang);
        shared.theme.set(address.theme);
        shared.is_bundled.change(address.is_bundled);
        if address.is_bundled {
            shared.tiling.change(Tiling::Bundled);
        }
        self.look_at(if chosen.subject.is_some() { Frame::Selection } else { Frame::Home });
        shared.camera.set(address.camera);
        shared.presenting.change(address.presenting.clone());
        let steps = Rc::clone(&shared.stage.get_untracked().steps);
        if let Some(step) = address.presenting.step.as_ref().and_then(|step| place_of(&steps, step)) {
            self.show_step(step);
        }
    }
}

struct Resolved {
    period: Period,
    filter: Filter,
    subject: Option<Subject>,
}

/// The choices of an address that the catalog knows; without the extras, no text.
fn resolve(catalog: &Catalog, address: &Address, extras: Option<&Extras>) -> Resolved {
    let period = catalog.years().and_then(|years| address.period.within(&years)).unwrap_or_default();
    let subject = address.subject.as_ref().and_then(|subject| match subject {
        SubjectId::City(id) => catalog.find(id).map(Subject::City),
        SubjectId::Meeting(id) => catalog.find(id).map(Subject::Meeting),
        SubjectId::Expert(id) => catalog.find(id).map(Subject::Expert),
    });
    let ids = &address.filter;
    let countries = catalog.guest_countries();
    let filter = Filter {
        topic: ids.topic.as_deref().and_then(|id| catalog.find(id)),
        edition: ids.edition.as_deref().and_then(|id| catalog.find(id)),
        country: ids.country.filter(|country| countries.contains(country)),
        kind: ids.kind,
        text: ids.text.clone().zip(extras).map(|(query, extras)| (extras.occurrences)(catalog, query).into()),
    };
    // What is selected is part of what is shown.
    let is_shown = subject.is_none_or(|subject| View::of(catalog, period, filter.clone()).shows(subject));
    let (period, filter) = if is_shown { (period, filter) } else { (Period::All, Filter::default()) };
    Resolved { period, filter, subject }
}

fn filter_ids(catalog: &Catalog, filter: &Filter, sought: Option<Query>) -> FilterIds {
    FilterIds {
        edition: filter.edition.map(|key| catalog.get(key).id.to_string()),
        topic: filter.topic.map(|key| catalog.get(key).id.to_string()),
        country: filter.country,
        kind: filter.kind,
        text: filter.text.as_ref().map(|text| text.query().clone()).or(sought),
    }
}

fn subject_id(catalog: &Catalog, subject: Subject) -> SubjectId {
    match subject {
        Subject::City(key) => SubjectId::City(catalog.get(key).id.to_string()),
        Subject::Meeting(key) => SubjectId::Meeting(catalog.get(key).id.to_string()),
        Subject::Expert(key) => SubjectId::Expert(catalog.get(key).id.to_string()),
    }
}
