//! The whole page: fetches the data, makes the state, puts the rooms together.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser;
use crate::data::{self, File, FileName, Loaded};
use crate::domain::{Facet, Lang, Period, Subject};
use crate::extras;
use crate::layout;
use crate::map::MapView;
use crate::markup::tags::{a, article, button, div, h1, header, p, span};
use crate::markup::{Action, Element, Node, Present, Share};
use crate::paint::{outward, region, tell};
use crate::panel::{
    Find, HELP_ID, PAGE_ID, PANEL_ID, Panel, attribution, facet_name, missing_words, news, subject_name, told_by,
};
use crate::state::{Delivery, Extras, State};
use crate::text::{self, Reader, Words};
use crate::timeline::Timeline;
use crate::url::{self, Address, Display, Theme};

/// The id of the element that the app is mounted in; until then it says that the page is loading.
const ROOT: &str = "app";

/// The id of what is read until the app is ready, where the page has it.
const STILL: &str = "still";

/// The id of what of the header a narrow screen shows on demand.
const MENU_ID: &str = "menu";

/// Starts the app in the page: the only thing that `main` does.
pub fn start() {
    std::panic::set_hook(Box::new(|info| browser::report_panic(&info.to_string())));
    wasm_bindgen_futures::spawn_local(async {
        // Both are asked for before one is awaited.
        let (cities, programme) = (browser::fetch(FileName::Cities.path()), browser::fetch(FileName::Programme.path()));
        let (cities, programme) = (cities.await, programme.await);
        let loaded = data::load(file(&cities), file(&programme));
        let Some(root) = browser::emptied_element(ROOT) else { return };
        if loaded.catalog.is_empty() {
            browser::set_root_attribute("data-app", "failed");
            if browser::element(STILL).is_some() {
                make_room(&root);
                mount_to(root, move || view! { <Trouble loaded /> }).forget();
                return;
            }
        }
        mount_to(root, move || view! { <App loaded /> }).forget();
    });
}

/// What can be read without the app stays, below the app's message: in its own layout, all of it.
fn make_room(root: &browser::Element) {
    browser::remove_root_attribute("data-still");
    if browser::find("[data-embed]").is_none() {
        browser::remove_root_attribute("data-layout");
    }
    browser::set_attribute(root, "role", "alert");
    browser::move_first(root);
}

/// What is wrong with the data, where none of it can be shown by the app.
#[component]
fn Trouble(
    /// The data, of which there is none.
    loaded: Loaded,
) -> impl IntoView {
    let state = State::new(Arc::new(loaded.catalog), loaded.problems.into(), &url::parse(&query()).address);
    extras::follow(state);
    problems(state, true)
}

fn problems(state: State, has_still: bool) -> AnyView {
    extra(
        state,
        move || !state.problems().is_empty(),
        move |extras, reader| (extras.problems)(reader, &state.problems(), has_still),
    )
}

fn file(fetched: &Result<Vec<u8>, Option<u16>>) -> File<'_> {
    match fetched {
        Ok(bytes) => File::Bytes(bytes),
        &Err(status) => File::Unavailable { status },
    }
}

/// Everything on the page.
#[component]
pub fn App(
    /// The data.
    loaded: Loaded,
) -> impl IntoView {
    let reading = url::parse(&query());
    for ignored in &reading.ignored {
        browser::note(&format!("ignored in the address: {ignored}"));
    }
    let state = State::new(Arc::new(loaded.catalog), loaded.problems.into(), &reading.address);
    let is_known = |address: Address| {
        let years = state.catalog().years();
        let period = years.and_then(|years| address.period.within(&years)).unwrap_or(address.period);
        untrack(|| state.address()) == Address { period, ..address }
    };
    if !is_known(reading.address) {
        browser::note(
            "ignored in the address: a year, an id or a country that is not in the data, or a year without what is chosen",
        );
    }
    tell_the_browser(state);
    layout::tell();
    let following = StoredValue::new_local(None);
    request_animation_frame(move || following.set_value(Some(layout::follow("#app .masthead"))));
    let has_data = !state.catalog().is_empty();

    view! {
        {region(state, move || {
            let skip_link = has_data.then(|| skip_link(state));
            skip_link.into_iter().chain([tell(state, masthead)]).collect()
        })}
        <main>
            {problems(state, false)}
            {has_data.then(|| view! {
                <Find state />
                <div class="stage">
                    <MapView state />
                    {extra(state, move || state.display() == Display::Table, move |extras, reader| {
                        vec![(extras.board)(reader, &state.view(), state.period(), state.sorting())]
                    })}
                    <Timeline state />
                </div>
                <Panel state />
                {region(state, move || {
                    let is_page = state.display().is_page() && !state.presenting().is_on();
                    if is_page { vec![page(state)] } else { Vec::new() }
                })}
                {region(state, move || stage(state))}
            })}
        </main>
        {announcer(state)}
        {region(state, move || state.extras().map(|extras| (extras.dialogs)(state)).unwrap_or_default())}
        <footer>{region(state, move || vec![attribution(state).into()])}</footer>
    }
}

/// What stands in place of all.
fn page(state: State) -> Node {
    let content = tell(state, |reader| told_by(reader, state.delivery(), |extras| (extras.page)(state)));
    article()
        .class(state.display().tag())
        .attr("id", PAGE_ID)
        .attr("tabindex", "-1")
        .attr("aria-label", page_name(state))
        .with_all(content)
        .into()
}

/// The talk, or that it is on its way: of a page that opens with one nothing else is seen.
fn stage(state: State) -> Vec<Node> {
    match state.delivery() {
        Delivery::Here(extras) => (extras.stage)(state),
        Delivery::Awaited if state.presenting().is_on() => {
            vec![p().class("loading").text(state.words().awaited).into()]
        }
        Delivery::Awaited | Delivery::AwaitedAgain | Delivery::Missing => Vec::new(),
    }
}

fn page_name(state: State) -> &'static str {
    let words = state.words();
    if state.display() == Display::Poster { words.poster } else { words.about }
}

/// A part of the page that the extras tell, where it is wanted.
fn extra(
    state: State,
    is_wanted: impl Fn() -> bool + Send + 'static,
    nodes: impl Fn(&Extras, Reader<'_>) -> Vec<Node> + Send + 'static,
) -> AnyView {
    region(state, move || {
        if !is_wanted() {
            return Vec::new();
        }
        tell(state, |reader| told_by(reader, state.delivery(), |extras| nodes(extras, reader)))
    })
}

/// A polite live region. While years fly by, dragged or played, it keeps what it said last; of the first view it says
/// nothing, unless a part of the app is missing.
fn announcer(state: State) -> AnyView {
    let announced = RefCell::new((None, String::new()));
    let was_missing = Cell::new(false);
    region(state, move || {
        let now = (state.period(), state.filter());
        let is_missing = matches!(state.delivery(), Delivery::Missing);
        if !was_missing.replace(is_missing) && is_missing {
            tell(state, missing_words).clone_into(&mut announced.borrow_mut().1);
        }
        // A step that is presented is told by itself.
        if !state.is_scrubbing() && !state.is_playing() && !state.presenting().is_on() {
            let (before, text) = &mut *announced.borrow_mut();
            if before.as_ref().is_some_and(|before| *before != now) {
                let why_nothing = state.extras().map(|extras| extras.why_nothing);
                *text = tell(state, |reader| news(reader, &state.view(), now.0, why_nothing));
            }
            *before = Some(now);
        }
        vec![div().class("unseen").attr("role", "status").text(announced.borrow().1.as_str()).into()]
    })
}

fn skip_link(state: State) -> Node {
    let words = state.words();
    let (id, name) = match state.display() {
        Display::About => (PAGE_ID, words.skip_to_about),
        Display::Poster => (PAGE_ID, words.poster),
        Display::Map | Display::Table => (PANEL_ID, words.skip_to_lists),
    };
    a().class("skip").attr("href", format!("#{id}")).text(name).into()
}

/// The campaign's name, and what a reader may choose of language and colours.
fn masthead(reader: Reader<'_>) -> Node {
    let words = reader.words;
    let group = |class: &'static str, name: &str, buttons: Vec<Node>| {
        div().class(class).attr("role", "group").attr("aria-label", name).with_all(buttons)
    };
    let languages = Lang::ALL.map(|lang| {
        button(Action::Speak(lang))
            .attr("lang", lang.tag())
            .attr("aria-label", format!("{} – {}", lang.tag().to_ascii_uppercase(), Words::of(lang).name))
            .text(lang.tag().to_ascii_uppercase())
            .into()
    });
    let themes = Theme::ALL.map(|theme| {
        let name = match theme {
            Theme::Auto => words.theme_auto,
            Theme::Light => words.theme_light,
            Theme::Dark => words.theme_dark,
        };
        button(Action::Wear(theme))
            .class(theme.tag())
            // A sign alone is in it, so its title is its name, for the eye and aloud.
            .attr("title", name)
            .with(span().class("icon").decorative())
            .into()
    });
    let names =
        div().class("names").with(h1().text(reader.campaign())).with(p().text(text::typeset(reader.lang, words.lead)));
    let displays = [(Display::Map, words.map), (Display::Table, words.table), (Display::About, words.about)];
    let displays = displays.map(|(display, name)| {
        // Where the menu is open, the choice closes it.
        button(Action::Display(display))
            .attr("popovertarget", MENU_ID)
            .attr("popovertargetaction", "hide")
            .text(name)
            .into()
    });
    let displays = group("displays", words.displays, displays.into());
    let help = button(Action::Help(true))
        .class("help-button")
        .attr("title", words.help_short)
        .attr("aria-haspopup", "dialog")
        .with(span().decorative().text("?"));
    let share =
        button(Action::Share(Share::Open)).class("share-button").attr("aria-haspopup", "dialog").text(words.share);
    let present = button(Action::Present(Present::Open))
        .class("stage-button")
        .attr("popovertarget", MENU_ID)
        .attr("popovertargetaction", "hide")
        .text(words.present);
    let settings = div()
        .class("settings")
        .with(present)
        .with(share)
        .with(group("languages", words.language, languages.into()))
        .with(group("themes", words.theme, themes.into()))
        .with(help);
    // A popover of the browser's own, on a narrow screen alone.
    let open = Element::new("BUTTON")
        .attr("type", "button")
        .class("menu-button")
        .attr("aria-label", words.menu)
        .attr("popovertarget", MENU_ID)
        .with(span().class("icon").decorative());
    let menu = div().class("menu").attr("id", MENU_ID).attr("popover", "auto").with(displays).with(settings);
    header().class("masthead").with(names).with(open).with(menu).into()
}

/// Effects that carry the state to what lies around the page: address, title, language, colours. None writes a signal.
fn tell_the_browser(state: State) {
    outward(move || {
        browser::set_root_attribute("lang", state.lang().tag());
        browser::set_root_attribute("data-theme", state.theme().tag());
        // What is presented stands on the map, wherever it was begun.
        let display = if state.presenting().is_on() { Display::Map } else { state.display() };
        browser::set_root_attribute("data-view", display.tag());
    });
    outward(move || {
        tell(state, |reader| {
            let mut parts = Vec::new();
            let (subject, filter, period) = (state.subject(), state.filter(), state.period());
            parts.extend(subject.map(|subject| subject_name(reader, subject)));
            match state.display() {
                Display::Map => {}
                Display::Table => parts.push(reader.words.table.to_owned()),
                Display::About | Display::Poster => parts.push(page_name(state).to_owned()),
            }
            let facets = [filter.edition.map(Facet::Edition), filter.topic.map(Facet::Topic)];
            parts.extend(facets.into_iter().flatten().map(|facet| facet_name(reader, facet)));
            // A meeting's name has its date.
            let is_dated = matches!(subject, Some(Subject::Meeting(_)));
            parts.extend(reader.years(period).filter(|_| period != Period::All && !is_dated));
            let campaign = reader.campaign();
            // As the pages without scripts are titled.
            let title = match parts.as_slice() {
                [] => format!("{campaign}: {}", reader.words.lead),
                parts => format!("{} – {campaign}", parts.join(" – ")),
            };
            browser::set_title(&text::typeset(reader.lang, &title));
        });
    });
    let written = RefCell::new(None::<Address>);
    let has_entry = Cell::new(false);
    outward(move || {
        let (address, is_playing) = (state.address(), state.is_playing());
        // Dragging leaves the address that it started from, so that letting go makes one new entry.
        if !state.is_scrubbing() {
            // Playing makes one with its first year, and "back" leads to where it began.
            let is_step = write_address(&address, written.borrow().as_ref(), !has_entry.get());
            has_entry.set(is_playing && (has_entry.get() || is_step));
            written.replace(Some(address));
        }
    });
    extras::follow(state);
    outward(move || {
        let is_whole = !state.needs_extras() || !matches!(state.delivery(), Delivery::Awaited);
        if is_whole && state.is_drawn() {
            browser::set_root_attribute("data-app", "ready");
            browser::remove(STILL);
        }
    });
    outward(move || {
        let (is_open, _) = (state.has_help(), state.delivery());
        // When the dialog is painted.
        request_animation_frame(move || browser::show_dialog(HELP_ID, is_open));
    });
    outward(move || {
        let (extras, pointed) = (state.extras(), state.pointed().map(Subject::token));
        if let Some(extras) = extras {
            (extras.light)(pointed.as_deref());
        }
    });
    let twins = StoredValue::new_local(None);
    outward(move || twins.set_value(state.extras().map(|extras| (extras.twins)(state))));
    StoredValue::new_local(browser::on_print(move |is_printing| {
        // Paper has no address bar, and nothing on it can be unfolded.
        let query = url::to_query(&untrack(|| state.address()));
        browser::set_root_attribute("data-address", &(browser::address() + &query));
        if let Some(extras) = untrack(|| state.extras()) {
            (extras.unfold_all)(is_printing);
        }
    }));
    let listeners = [
        browser::on_history(move || state.go_to(&url::parse(&query()).address)),
        browser::on_key("Escape", move || {
            // A dialog closes by itself.
            if browser::find("dialog[open]").is_none() {
                state.escape();
            }
        }),
        browser::on_key("p", move || {
            let is_free =
                untrack(|| state.has_shortcut() && !state.presenting().is_on() && !state.embedding().is_embedded());
            if is_free && !browser::is_occupied() {
                state.perform(Action::Present(Present::Open));
            }
        }),
        browser::on_key("?", move || {
            if untrack(|| state.has_shortcut()) && !browser::is_occupied() {
                state.perform(Action::Help(true));
            }
        }),
    ];
    // Given back with the view that this belongs to.
    StoredValue::new_local(listeners);
}

/// What the address asks for, as a query: beside a page that was made for one view that need not say all.
fn query() -> String {
    url::upon(&browser::start().unwrap_or_default(), &browser::query())
}

/// A new year or selection is a step that "back" undoes, if there may be one; anything else replaces the present entry.
/// Says whether it was a step.
fn write_address(address: &Address, before: Option<&Address>, may_be_step: bool) -> bool {
    let query = url::to_query(address);
    let present = self::query();
    let is_spelling = url::to_query(&url::parse(&present).address) == query;
    // What a page in a folder of its own says is as good, and its links lead on from there.
    if query == present || (is_spelling && browser::start().is_some()) {
        return false;
    }
    let is_step = before.is_some_and(|before| {
        (before.period, &before.subject, &before.filter, before.display)
            != (address.period, &address.subject, &address.filter, address.display)
    });
    // What lies around a frame shares its history, and "back" must leave the article.
    let is_step = is_step && !is_spelling && may_be_step && !address.embedding.is_embedded();
    browser::set_query(&query, is_step);
    is_step
}
