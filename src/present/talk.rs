//! The talk while it is given in this window: its listeners, its clocks and what it tells other windows of the same talk. Effects carry
//! outward what the state says; everything that a person or another window does comes back as an action.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::{mount_to, request_animation_frame, untrack};

use crate::browser::stage::{self as hall, Dress, Point, Pressed as Key, Touch, Wake, Wire};
use crate::browser::{self, EventListener, Timer};
use crate::domain::{Autoplay, Cover, Stride};
use crate::markup::{Action, Present};
use crate::paint::{outward, region};
use crate::state::State;
use crate::url::{Presenting, Presents};

use super::gesture::{HELD, Pressed};
use super::keys::{Asked, Keyboard};
use super::looks::LOOKS;
use super::message::{self, Message, Place, Word};
use super::pace::{Due, Pace};
use super::{desk, handout};

/// The name by which the windows of one talk know each other, before where the page stands.
const CHANNEL: &str = "pracownia-talk ";

/// After how long without anybody controls and pointer are hidden, in milliseconds.
const IDLE_MS: u32 = 3000;

/// How often the desk looks at the clock and for the stage, in milliseconds.
const TICK_MS: u32 = 500;

/// For so long a window that does not answer is not missed, in milliseconds.
const PATIENCE_MS: f64 = 5000.0;

/// How long a step is shown where nobody has said it, in seconds.
pub(super) const SECONDS: u16 = 12;

/// What fits: type becomes smaller by these steps until all of a step is seen.
const FITS: [&str; 12] = ["1", "0.92", "0.85", "0.78", "0.72", "0.66", "0.6", "0.55", "0.5", "0.46", "0.42", "0.38"];

thread_local! {
    /// The talk in this window, while there is one.
    static TALK: RefCell<Option<Rc<Talk>>> = const { RefCell::new(None) };
}

/// What a window of a talk keeps beside the state.
struct Talk {
    state: State,
    is_stage: bool,
    is_kiosk: bool,
    me: u32,
    wire: RefCell<Option<Wire>>,
    word: Cell<Word>,
    /// Whether a word of another window has counted.
    has_heard: Cell<bool>,
    /// Whether this one has gone on by itself.
    has_moved: Cell<bool>,
    /// What the others know, or what was theirs.
    told: Cell<Option<Place>>,
    keyboard: RefCell<Keyboard>,
    pressed: Cell<Option<Pressed>>,
    pointer: Cell<(f64, f64)>,
    has_held_light: Cell<bool>,
    /// The step that was seen last, and whether it went on by itself.
    step: Cell<Option<(usize, bool)>>,
    since: Cell<f64>,
    touched: Cell<Option<f64>>,
    partner: Cell<f64>,
    ticks: Cell<u32>,
    paper: RefCell<Option<Box<dyn Any>>>,
    timers: RefCell<Option<Timers>>,
    kept: RefCell<Vec<Box<dyn Any>>>,
}

struct Timers {
    idle: Timer,
    hold: Timer,
    pace: Timer,
    tick: Timer,
    typed: Timer,
}

/// Follows the state from now on: begins a talk whenever the page presents, and ends it when it does no more.
pub(super) fn follow(state: State) {
    let Some(root) = browser::element("app") else { return };
    // What is followed stays as long as the page: its effects need an owner, which an empty view is.
    mount_to(root, move || carry(state)).forget();
}

fn carry(state: State) {
    let before = RefCell::new(None::<(Presents, bool)>);
    outward(move || {
        let Presenting { window, is_kiosk, .. } = state.presenting();
        if before.replace(Some((window, is_kiosk))) == Some((window, is_kiosk)) {
            return;
        }
        end();
        show_window(window, is_kiosk);
        if window != Presents::Nothing {
            begin(state, window == Presents::Stage, is_kiosk);
        }
    });
    outward(move || {
        let stage = state.stage();
        flag("data-idle", stage.is_idle);
        flag("data-spot", stage.has_light);
    });
    // Type is fitted when the step is painted.
    outward(move || {
        let stage = state.stage();
        _ = (stage.at, stage.steps.len(), state.lang(), state.presenting().window, state.problems());
        request_animation_frame(fit);
    });
    outward(move || {
        let stage = state.stage();
        with_talk(|talk| talk.follow_step((stage.at, stage.is_playing)));
    });
    outward(move || {
        let stage = state.stage();
        if !stage.steps.is_empty() {
            let begun = stage.clock.begun.unwrap_or_default();
            with_talk(|talk| talk.tell(Place { step: stage.at, cover: stage.cover, since: begun }));
        }
    });
    outward(move || {
        let is_open = state.stage().has_keys;
        request_animation_frame(move || browser::show_dialog(super::stage::KEYS_ID, is_open));
    });
}

fn flag(name: &str, is_set: bool) {
    if is_set {
        browser::set_root_attribute(name, "");
    } else {
        browser::remove_root_attribute(name);
    }
}

/// Lets the style sheet know which window this is. What is shown is said by the caption: the map beside it is no more than a picture.
fn show_window(window: Presents, is_kiosk: bool) {
    match window {
        Presents::Nothing => browser::remove_root_attribute("data-present"),
        Presents::Stage => browser::set_root_attribute("data-present", "stage"),
        Presents::Notes => browser::set_root_attribute("data-present", "desk"),
    }
    flag("data-kiosk", is_kiosk);
    if let Some(map) = browser::find("#app main > .stage") {
        if window == Presents::Nothing {
            browser::remove_attribute(&map, "inert");
        } else {
            browser::set_attribute(&map, "inert", "");
        }
    }
}

fn fit() {
    if let Some(told) = browser::find(".narration").and_then(hall::as_html) {
        hall::fit(&told, "--fit", &FITS);
    }
    // Of the desk: the step in the list of all.
    if let Some(step) = browser::find(".desk-list [aria-current]") {
        browser::reveal(&step);
    }
}

fn with_talk<T>(use_it: impl FnOnce(&Rc<Talk>) -> T) -> Option<T> {
    let talk = TALK.with_borrow(Option::clone);
    talk.as_ref().map(use_it)
}

fn end() {
    if let Some(talk) = TALK.with_borrow_mut(Option::take) {
        talk.say(Message::Bye(talk.is_stage));
        talk.timers.take();
        talk.kept.take();
        talk.wire.take();
        talk.paper.take();
    }
}

fn begin(state: State, is_stage: bool, is_kiosk: bool) {
    let nowhere = Place { step: 0, cover: Cover::None, since: 0.0 };
    let talk = Rc::new(Talk {
        state,
        is_stage,
        is_kiosk,
        me: hall::lot(),
        wire: RefCell::new(None),
        word: Cell::new(Word { at: 0, by: 0, place: nowhere }),
        has_heard: Cell::new(false),
        has_moved: Cell::new(false),
        told: Cell::new(None),
        keyboard: RefCell::default(),
        pressed: Cell::new(None),
        pointer: Cell::new((-1.0, -1.0)),
        has_held_light: Cell::new(false),
        step: Cell::new(None),
        since: Cell::new(hall::now()),
        touched: Cell::new(None),
        partner: Cell::new(0.0),
        ticks: Cell::new(0),
        paper: RefCell::new(None),
        timers: RefCell::new(None),
        kept: RefCell::default(),
    });
    TALK.set(Some(Rc::clone(&talk)));
    talk.listen();
}

/// Opens the other window of the talk: the desk from the stage, the stage from the desk. Says whether it could.
pub(super) fn open_other(state: State) -> bool {
    let address = untrack(|| state.address());
    let is_stage = address.presenting.window == Presents::Stage;
    let (window, name) = if is_stage { (Presents::Notes, "talk-desk") } else { (Presents::Stage, "talk-stage") };
    let presenting = Presenting {
        window,
        seconds: None,
        is_looping: false,
        minutes: address.presenting.minutes,
        ..address.presenting
    };
    let query = crate::url::to_query(&crate::url::Address { presenting, ..address });
    // A file has no origin that an address could begin with.
    let url = if hall::is_file() { query } else { browser::address() + &query };
    with_talk(|talk| talk.wire.borrow().as_ref().is_some_and(|wire| wire.open(&url, name))).unwrap_or_default()
}

/// Somebody is here.
pub(super) fn touched() {
    _ = with_talk(|talk| talk.touch());
}

impl Talk {
    fn listen(self: &Rc<Self>) {
        fn timer(talk: &Rc<Talk>, callback: fn(&Rc<Talk>)) -> Timer {
            let weak = Rc::downgrade(talk);
            Timer::new(move || {
                if let Some(talk) = weak.upgrade() {
                    callback(&talk);
                }
            })
        }
        let timers = Timers {
            idle: timer(self, |talk| talk.state.stage_with(|stage| stage.is_idle = true)),
            hold: timer(self, |talk| talk.light_up()),
            pace: timer(self, |talk| talk.go_on()),
            tick: timer(self, |talk| talk.tick()),
            typed: timer(self, |talk| talk.show_typed()),
        };
        self.timers.replace(Some(timers));
        let mut kept: Vec<Box<dyn Any>> = vec![Box::new(Dress::worn(LOOKS))];
        let heard = Rc::downgrade(self);
        let channel = format!("{CHANNEL}{}", browser::address());
        self.wire.replace(Some(Wire::new(&channel, move |text| {
            if let (Some(talk), Some(message)) = (heard.upgrade(), message::read(text)) {
                talk.hear(message);
            }
        })));
        let keys = Rc::downgrade(self);
        kept.push(Box::new(hall::on_keys(move |key| keys.upgrade().is_some_and(|talk| talk.key(key)))));
        if self.is_stage {
            kept.push(Box::new(Wake::new()));
            let pointed = Rc::downgrade(self);
            kept.push(Box::new(hall::on_pointer(move |touch, point, target| {
                if let Some(talk) = pointed.upgrade() {
                    talk.point(touch, point, target.as_ref());
                }
            })));
            let back = Rc::downgrade(self);
            kept.push(Box::new(hall::on_return(move || {
                if let Some(talk) = back.upgrade() {
                    talk.go_on();
                }
            })));
            kept.push(Box::new(browser::on_resize(|| {
                request_animation_frame(fit);
            })));
            // A picture takes its room when it comes.
            kept.push(Box::new(hall::on_loaded(|| {
                request_animation_frame(fit);
            })));
        }
        if self.is_kiosk {
            kept.push(Box::new(hall::without_menu()));
        }
        let printed = Rc::downgrade(self);
        kept.push(Box::new(browser::on_print(move |is_printing| {
            if let Some(talk) = printed.upgrade() {
                talk.print(is_printing);
            }
        })));
        let gone = Rc::downgrade(self);
        kept.push(Box::new(EventListener::new(&browser::window(), "pagehide", move |_| {
            if let Some(talk) = gone.upgrade() {
                talk.say(Message::Bye(talk.is_stage));
            }
        })));
        self.kept.replace(kept);
        self.say(Message::Hello(self.is_stage));
        if self.is_stage {
            self.set(|timers| timers.idle.set(Some(IDLE_MS)));
        } else {
            // The first look at the clock when there is one on the page.
            self.set(|timers| timers.tick.set(Some(0)));
        }
    }

    fn set(&self, set: impl FnOnce(&Timers)) {
        if let Some(timers) = &*self.timers.borrow() {
            set(timers);
        }
    }

    fn act(&self, present: Present) {
        self.state.perform(Action::Present(present));
    }

    // ---- other windows -------------------------------------------------------------------------------

    fn say(&self, message: Message) {
        if let Some(wire) = &*self.wire.borrow() {
            wire.send(&message::write(message));
        }
    }

    /// The talk is elsewhere: says so, unless that is what another window has said.
    fn tell(&self, place: Place) {
        match self.told.replace(Some(place)) {
            // Where this window began is no news to those that were there before.
            None => self.word.set(Word { place, ..self.word.get() }),
            Some(told) if told == place => {}
            Some(_) => {
                self.has_moved.set(true);
                let word = self.word.get().next(self.me, place);
                self.word.set(word);
                self.say(Message::Word(word, self.is_stage));
            }
        }
    }

    fn hear(&self, message: Message) {
        match message {
            Message::Hello(is_stage) => {
                if let Some(place) = self.told.get() {
                    if self.word.get().at == 0 {
                        self.word.set(self.word.get().next(self.me, place));
                    }
                    self.say(Message::Word(self.word.get(), self.is_stage));
                }
                self.partner(is_stage, true);
            }
            Message::Bye(is_stage) => self.partner(is_stage, false),
            Message::Word(word, is_stage) => {
                self.partner(is_stage, true);
                let ours = self.word.get();
                if word.is_after(ours) {
                    let is_first = !self.has_heard.replace(true);
                    let was_ignorant = is_first && self.has_moved.get() && word.is_of_more_than(ours);
                    self.obey(word);
                    // Whoever went on before it heard of the others stays there, and they follow.
                    if was_ignorant {
                        self.state.show_step(ours.place.step);
                    }
                } else if ours.is_after(word) {
                    // A window that was loaded again does not know what was said.
                    self.say(Message::Word(ours, self.is_stage));
                }
            }
        }
    }

    fn obey(&self, word: Word) {
        self.word.set(word);
        self.told.set(Some(word.place));
        let Place { step, cover, since } = word.place;
        let stage = untrack(|| self.state.stage());
        let begun = (since > 0.0).then_some(since);
        if stage.cover != cover || stage.clock.begun != begun {
            self.state.stage_with(|stage| {
                stage.cover = cover;
                stage.clock.begun = begun;
            });
        }
        if stage.steps.is_empty() {
            // The story is still on its way: it begins there.
            self.state.present_with(|presenting| presenting.step = Some((step + 1).to_string()));
        } else if stage.at != step {
            self.state.show_step(step);
        }
    }

    /// A window on the other side of the talk answers, or goes.
    fn partner(&self, is_stage: bool, is_here: bool) {
        if is_stage != self.is_stage {
            self.partner.set(if is_here { hall::now() } else { 0.0 });
            self.show_partner();
        }
    }

    fn show_partner(&self) {
        let has_partner = hall::now() - self.partner.get() < PATIENCE_MS;
        if untrack(|| self.state.stage()).has_partner != has_partner {
            self.state.stage_with(|stage| stage.has_partner = has_partner);
        }
    }

    /// Of the desk: the clock, and whether the stage is still there.
    fn tick(&self) {
        let (lang, stage) = untrack(|| (self.state.lang(), self.state.stage()));
        desk::show_clock(lang, &stage);
        let ticks = self.ticks.get();
        self.ticks.set(ticks.wrapping_add(1));
        // A file that was loaded again knows none of its windows until one of them speaks.
        if ticks.is_multiple_of(4) || self.partner.get() == 0.0 {
            self.say(Message::Hello(self.is_stage));
            if ticks > 0 {
                self.show_partner();
            }
        }
        self.set(|timers| timers.tick.set(Some(TICK_MS)));
    }

    // ---- by itself -----------------------------------------------------------------------------------

    /// Another step is shown, or it begins or ends to go on by itself.
    fn follow_step(&self, step: (usize, bool)) {
        if self.step.replace(Some(step)) != Some(step) {
            self.since.set(hall::now());
            self.plan();
        }
    }

    fn pace(&self) -> Pace {
        let (presenting, stage) = untrack(|| (self.state.presenting(), self.state.stage()));
        let (seconds, is_looping) = presenting.autoplay().unwrap_or((SECONDS, presenting.is_looping));
        let autoplay = Autoplay { seconds, is_looping };
        Pace {
            autoplay: Some(autoplay).filter(|_| self.is_stage && stage.is_playing),
            idle_ms: presenting.idle_seconds().map(|seconds| f64::from(seconds) * 1000.0),
            since: self.since.get(),
            touched: self.touched.get(),
        }
    }

    /// Waits for what is due next.
    fn plan(&self) {
        let wait = match self.pace().due(hall::now()) {
            Due::Never => None,
            Due::In(ms) => Some(ms),
            Due::Next | Due::Anew => Some(0.0),
        };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "less than an hour")]
        self.set(|timers| timers.pace.set(wait.map(|ms| ms.ceil() as u32)));
    }

    /// Does what is due: when its time has come, or when the page is seen again.
    fn go_on(&self) {
        let pace = self.pace();
        match pace.due(hall::now()) {
            Due::Next => {
                let stage = untrack(|| self.state.stage());
                let next = pace.autoplay.and_then(|autoplay| autoplay.next(stage.at, stage.steps.len()));
                match next {
                    Some(next) => {
                        self.since.set(hall::now());
                        self.state.show_step(next);
                    }
                    None => self.state.stage_with(|stage| stage.is_playing = false),
                }
            }
            Due::Anew => {
                self.touched.set(None);
                self.state.stage_with(|stage| {
                    stage.cover = Cover::None;
                    stage.has_keys = false;
                    stage.has_light = false;
                    stage.is_playing = true;
                });
                self.state.show_step(0);
            }
            Due::In(_) | Due::Never => {}
        }
        self.plan();
    }

    /// Somebody does something: controls are seen, and a kiosk waits for them.
    fn touch(&self) {
        if self.is_kiosk {
            self.touched.set(Some(hall::now()));
            self.plan();
        }
    }

    // ---- keys and pointers ---------------------------------------------------------------------------

    fn key(self: &Rc<Self>, key: &Key) -> bool {
        if key.is_up {
            if self.keyboard.borrow_mut().release(&key.key, hall::now()) == Some(Asked::Dim) {
                self.dim();
            }
            return false;
        }
        let is_button = matches!(key.key.as_str(), "Enter" | " ") && hall::is_at("button, a, summary");
        let is_in_dialog = browser::find("dialog[open]").is_some();
        if is_button || is_in_dialog || browser::is_occupied() {
            self.touch();
            return false;
        }
        let is_covered = untrack(|| self.state.stage()).cover != Cover::None && self.is_stage;
        let asked = self.keyboard.borrow_mut().press(&key.key, hall::now(), is_covered);
        let Some(asked) = asked else { return false };
        self.touch();
        self.show_typed();
        // A key that is held turns one page.
        if !key.is_repeated {
            self.obey_key(asked);
        }
        true
    }

    /// Shows the number that is being typed, as long as it is remembered.
    fn show_typed(&self) {
        const REMEMBERED_MS: u32 = 3000;
        let typed = self.keyboard.borrow_mut().typed_at(hall::now());
        if untrack(|| self.state.stage()).typed != typed {
            self.state.stage_with(|stage| stage.typed = typed);
        }
        self.set(|timers| timers.typed.set((!typed.is_empty()).then_some(REMEMBERED_MS + 10)));
    }

    fn obey_key(&self, asked: Asked) {
        match asked {
            // The desk has all steps on it, and nobody points at it.
            Asked::Keys | Asked::Spot | Asked::Dim | Asked::Leave if !self.is_stage => {}
            // A kiosk has no way out.
            // Nor does who comes by leave it dark, or in a window.
            Asked::Notes | Asked::Play | Asked::Leave | Asked::Spot | Asked::Cover(Cover::Black | Cover::White)
                if self.is_kiosk => {}
            Asked::FullScreen if self.is_kiosk && browser::is_full_screen() => {}
            Asked::Go(stride) => self.act(Present::Go(stride)),
            Asked::Cover(cover) => self.act(Present::Cover(cover)),
            Asked::Uncover => self.act(Present::Cover(Cover::None)),
            Asked::Spot => self.act(Present::Light),
            Asked::Dim => self.dim(),
            Asked::FullScreen => self.act(Present::Fill),
            Asked::Keys => self.act(Present::Keys),
            Asked::Notes => self.act(Present::Notes),
            Asked::Play => self.act(Present::Play),
            Asked::Leave => self.act(Present::Leave),
            Asked::Typed => {}
        }
    }

    fn light_up(&self) {
        self.has_held_light.set(true);
        self.state.stage_with(|stage| stage.has_light = true);
    }

    fn dim(&self) {
        self.has_held_light.set(false);
        self.state.stage_with(|stage| stage.has_light = false);
    }

    fn point(&self, touch: Touch, point: &Point, target: Option<&browser::Element>) {
        let (x, y) = self.pointer.replace((point.x, point.y));
        let has_moved = x < 0.0 || (point.x - x).hypot(point.y - y) > 1.0;
        // A browser tells of a mouse that lies still when what is below it changes.
        if touch == Touch::Move && !has_moved {
            return;
        }
        self.wake_up();
        if let Some(spot) = browser::find(".spot").and_then(hall::as_html) {
            browser::set_style(&spot, "translate", &format!("{}px {}px", point.x.round(), point.y.round()));
        }
        let now = Pressed { x: point.x, y: point.y, at: point.at };
        match touch {
            Touch::Down => {
                self.touch();
                let is_control =
                    |element: &browser::Element| browser::closest(element, "button, a, dialog, .controls").is_some();
                if target.is_some_and(is_control) {
                    return;
                }
                self.pressed.set(Some(now));
                if point.is_mouse {
                    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of a second")]
                    self.set(|timers| timers.hold.set(Some(HELD as u32)));
                }
            }
            Touch::Move => {}
            Touch::Lost => {
                self.pressed.set(None);
                self.set(|timers| timers.hold.set(None));
            }
            Touch::Up => {
                self.set(|timers| timers.hold.set(None));
                if self.has_held_light.get() {
                    self.pressed.set(None);
                    return self.dim();
                }
                let Some(pressed) = self.pressed.take() else { return };
                if untrack(|| self.state.stage()).cover != Cover::None {
                    return self.act(Present::Cover(Cover::None));
                }
                let (width, _) = browser::viewport();
                if let Some(stride) = pressed.released(now, width, point.is_mouse) {
                    self.act(Present::Go(stride));
                }
            }
        }
    }

    fn wake_up(&self) {
        self.set(|timers| timers.idle.set(Some(IDLE_MS)));
        if untrack(|| self.state.stage()).is_idle {
            self.state.stage_with(|stage| stage.is_idle = false);
        }
    }

    // ---- paper ---------------------------------------------------------------------------------------

    /// The handout is on the page only while that is printed. It must be there at once: a browser waits for nothing.
    fn print(&self, is_printing: bool) {
        self.paper.take();
        let Some(body) = browser::find("body").and_then(hall::as_html).filter(|_| is_printing) else { return };
        let state = self.state;
        let paper = mount_to(body, move || region(state, move || vec![handout::handout(state)]));
        self.paper.replace(Some(Box::new(paper)));
    }
}

/// The first step, or where it was left.
pub(super) fn go(state: State, stride: Stride) {
    let stage = untrack(|| state.stage());
    let at = stride.from(stage.at, stage.steps.len());
    let begins = stage.clock.begun.is_none() && at != stage.at;
    if stage.cover != Cover::None || stage.is_blocked || begins {
        state.stage_with(|stage| {
            stage.cover = Cover::None;
            stage.is_blocked = false;
            if begins {
                stage.clock.begun = Some(hall::now());
            }
        });
    }
    state.show_step(at);
}
