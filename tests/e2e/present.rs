//! The campaign on stage, and the speaker's desk beside it.

use fantoccini::key::Key;
use serde_json::json;

use super::accessibility::Report;
use super::harness::{Answer, BROKEN, DESKTOP, Page, Setup, browse};

needs! { devtools: the_handout_has_two_steps_a_page_and_the_sources_at_the_end, nothing_of_a_step_is_lost_on_paper }
needs! { touch: a_tap_on_a_third_and_a_swipe_turn_the_page }
needs! { preferences: the_map_travels_and_jumps_where_less_motion_is_wanted }

/// A projector, a wide one.
const WIDE: Setup = Setup { size: (1920, 1080), ..DESKTOP };

/// An old one.
const OLD: Setup = Setup { size: (1024, 768), ..DESKTOP };

/// A screen that stands upright in a hall.
const UPRIGHT: Setup = Setup { size: (1080, 1920), ..DESKTOP };

/// What the caption says: the step's heading, once it is all there.
pub const HEADING: &str = "text($('.narration h1'))";

/// Which step of how many.
pub const AT: &str = "text($('.narration-at'))";

pub async fn open(page: &Page, query: &str) {
    page.open(query).await;
    page.until(
        "the stage is there",
        "return !!$('.narration h1') && document.documentElement.dataset.present === 'stage'",
    )
    .await;
    page.calm().await;
}

pub async fn steps(page: &Page) -> usize {
    page.run("return +text($('.narration-at')).split('/')[1]").await
}

/// Which step is shown, as its number and theirs.
pub fn at(step: usize, of: usize) -> String {
    format!("{step} / {of}")
}

#[test]
fn a_talk_is_given_with_the_keys_of_a_clicker_alone() {
    browse(DESKTOP, async |page| {
        open(page, "?present=1").await;
        let of = steps(page).await;
        assert!(of > 20, "{of} steps");
        page.expect(HEADING, "Pracownia miast").await;
        let mut headings = Vec::new();
        for step in 1..=of {
            page.expect(AT, at(step, of)).await;
            headings.push(page.run::<String>(&format!("return {HEADING}")).await);
            page.press(Key::PageDown).await;
        }
        // Beyond the last there is nothing.
        page.calm().await;
        page.expect(AT, at(of, of)).await;
        for heading in ["Pracownia miast", "Rzeszów", "Kutno", "Wiedeń", "Tel Awiw", "Źródła"] {
            assert!(headings.iter().any(|known| known == heading), "{heading} is not in {headings:?}");
        }
        // All other keys for the same.
        for (key, step) in [
            (Key::PageUp, of - 1),
            (Key::Left, of - 2),
            (Key::Up, of - 3),
            (Key::Backspace, of - 4),
            (Key::Home, 1),
            (Key::Right, 2),
            (Key::Down, 3),
            (Key::Space, 4),
            (Key::Enter, 5),
            (Key::End, of),
        ] {
            page.press(key).await;
            page.expect(AT, at(step, of)).await;
        }
    });
}

#[test]
fn map_timeline_and_address_go_with_the_step_and_it_survives_a_reload() {
    browse(DESKTOP, async |page| {
        open(page, "?present=1&step=meeting-kutno-2017").await;
        page.expect(HEADING, "Kutno").await;
        page.expect("marker('Kutno').classList.contains('strong')", true).await;
        page.expect("text($('.column.chosen .year'))", "2017").await;
        let before: String = page.run(&format!("return {AT}")).await;
        page.press(Key::PageDown).await;
        page.until("another step is there", &format!("return {AT} !== {}", json!(before))).await;
        let (now, query): (String, String) = page.run(&format!("return [{AT}, location.search]")).await;
        assert!(query.contains("present=1") && query.contains("step="), "{query}");
        // As F5 does, which many clickers send.
        page.run::<()>("setTimeout(() => location.reload()); return null").await;
        page.until(
            "it is there again",
            &format!(
                "return performance.getEntriesByType('navigation')[0].type === 'reload' && {AT} === {}",
                json!(now)
            ),
        )
        .await;
        page.expect("location.search", query).await;
        // No step is a step of the history.
        page.expect("history.length <= 3", true).await;
    });
}

#[test]
fn black_white_and_the_code_cover_the_stage_until_any_key_is_pressed() {
    browse(DESKTOP, async |page| {
        open(page, "?present=1&step=3").await;
        let before: String = page.run(&format!("return {AT}")).await;
        for (keys, class) in [("b.", "black"), ("w,", "white"), ("q", "code")] {
            for key in keys.chars() {
                page.type_text(&key.to_string()).await;
                page.expect(&format!("$$('.cover.{class}').length"), 1).await;
                page.expect(
                    "document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('.cover') !== null",
                    true,
                )
                .await;
                page.press(Key::PageDown).await;
                page.expect("$$('.cover').length", 0).await;
                page.expect(AT, before.as_str()).await;
            }
        }
        // The code leads to what is shown.
        page.type_text("q").await;
        page.expect("text($('.cover .address'))?.startsWith('127.0.0.1')", true).await;
        page.expect("$$('.cover svg[role=img] path').length", 1).await;
    });
}

#[test]
fn a_number_and_enter_lead_to_a_step() {
    browse(DESKTOP, async |page| {
        open(page, "?present=1").await;
        let of = steps(page).await;
        page.type_text("12").await;
        page.expect("text($('.typed')).includes('12')", true).await;
        page.press(Key::Enter).await;
        page.expect(AT, at(12, of)).await;
        page.expect("$$('.typed').length", 0).await;
        page.type_text("999").await;
        page.press(Key::Enter).await;
        page.expect(AT, at(of, of)).await;
    });
}

#[test]
fn escape_leads_to_the_map_and_one_key_back_to_the_step() {
    browse(DESKTOP, async |page| {
        open(page, "?present=1&step=meeting-kutno-2017").await;
        page.press(Key::Escape).await;
        page.expect("$$('.narration').length", 0).await;
        page.expect("document.documentElement.dataset.present ?? ''", "").await;
        page.expect_query("?year=2017&meeting=kutno-2017").await;
        page.expect("$('main > .stage').inert", false).await;
        page.expect("text($('.detail'))?.includes('Kutno')", true).await;
        // Its looks have gone with it.
        page.expect("document.adoptedStyleSheets.length", 0).await;
        page.type_text("p").await;
        page.expect(HEADING, "Kutno").await;
        page.press(Key::PageUp).await;
        page.until("another step is there", &format!("return {HEADING} !== 'Kutno'")).await;
    });
}

#[test]
fn the_page_has_a_way_in() {
    browse(DESKTOP, async |page| {
        page.open("?view=about&lang=en").await;
        page.expect("texts('.about .more-about').includes('Full-screen presentation')", true).await;
        page.run::<()>("$$('.about .more-about').at(-1).click(); return null").await;
        page.expect(HEADING, "City Labs").await;
        page.expect("location.search.includes('present=1')", true).await;
    });
}

fn a_tap_on_a_third_and_a_swipe_turn_the_page() {
    browse(DESKTOP, async |page| {
        open(page, "?present=1&step=3").await;
        let of = steps(page).await;
        page.tap((1200.0, 300.0)).await;
        page.expect(AT, at(4, of)).await;
        page.tap((80.0, 300.0)).await;
        page.expect(AT, at(3, of)).await;
        page.tap((640.0, 300.0)).await;
        page.calm().await;
        page.expect(AT, at(3, of)).await;
        page.swipe(&[&[(800.0, 300.0), (700.0, 305.0), (500.0, 310.0)]], 60).await;
        page.expect(AT, at(4, of)).await;
        page.swipe(&[&[(500.0, 300.0), (600.0, 305.0), (800.0, 310.0)]], 60).await;
        page.expect(AT, at(3, of)).await;
    });
}

#[test]
fn a_light_follows_the_mouse_and_all_controls_hide_when_nobody_moves_it() {
    browse(DESKTOP, async |page| {
        open(page, "?present=1").await;
        page.hover((640.0, 300.0)).await;
        page.hover((600.0, 310.0)).await;
        page.expect("getComputedStyle($('.controls')).opacity", "1").await;
        page.type_text("l").await;
        page.hover((500.0, 320.0)).await;
        page.expect("getComputedStyle($('.spot')).display", "block").await;
        page.expect("centre($('.spot')).map(Math.round)", json!([500, 320])).await;
        page.type_text("l").await;
        page.expect("getComputedStyle($('.spot')).display", "none").await;
        // Nobody does anything for three seconds.
        page.expect("getComputedStyle($('.controls')).opacity", "0").await;
        page.expect("getComputedStyle($('.narration')).cursor", "none").await;
        page.hover((640.0, 300.0)).await;
        page.expect("getComputedStyle($('.controls')).opacity", "1").await;
    });
}

#[test]
fn it_plays_by_itself_and_stops_at_the_end() {
    browse(DESKTOP, async |page| {
        open(page, "?present=1&seconds=2").await;
        let of = steps(page).await;
        page.expect(AT, at(2, of)).await;
        page.expect(AT, at(3, of)).await;
        page.type_text("a").await;
        let before: String = page.run(&format!("return {AT}")).await;
        page.run::<()>("await new Promise((done) => setTimeout(done, 2600)); return null").await;
        page.expect(AT, before).await;
    });
}

#[test]
fn a_kiosk_plays_has_no_way_out_and_begins_anew_after_a_visitor() {
    browse(DESKTOP, async |page| {
        open(page, "?kiosk=1&seconds=2&idle=5").await;
        let of = steps(page).await;
        page.expect(AT, at(2, of)).await;
        page.press(Key::Escape).await;
        page.press(Key::End).await;
        page.expect(AT, at(of, of)).await;
        page.expect("document.documentElement.dataset.present", "stage").await;
        page.expect("$$('a[href]').filter((link) => link.checkVisibility()).length", 0).await;
        let is_blocked =
            "$('.narration').dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }))";
        page.expect(is_blocked, false).await;
        // It waits for who is here, and goes back to the beginning when they have gone.
        page.run::<()>("await new Promise((done) => setTimeout(done, 2600)); return null").await;
        page.expect(AT, at(of, of)).await;
        page.expect(AT, at(1, of)).await;
        page.expect(AT, at(2, of)).await;
    });
}

/// Two windows of one talk, as two frames: a channel of the browser's reaches both.
async fn both(page: &Page) {
    open(page, "?present=1&step=3").await;
    page.run::<()>(
        "window.desk = () => {
           const frame = Object.assign(document.createElement('iframe'), { src: '?present=notes&step=1&minutes=8' });
           frame.style = 'position: fixed; inset: 0 auto auto 0; width: 900px; height: 700px; z-index: 9999';
           document.body.append(frame);
         };
         window.inside = (css) => $('iframe').contentDocument?.querySelector(css);
         desk(); return null",
    )
    .await;
    page.until("the desk is there", "return !!inside('.desk-notes .now')").await;
}

const DESK_AT: &str = "$('iframe').contentDocument.querySelector('.jump[aria-current] .number')?.textContent";

#[test]
fn two_windows_stay_in_step_and_one_goes_on_without_the_other() {
    browse(DESKTOP, async |page| {
        both(page).await;
        let of = steps(page).await;
        // The desk joins where the stage is.
        page.expect(DESK_AT, "3").await;
        page.press(Key::PageDown).await;
        page.expect(AT, at(4, of)).await;
        page.expect(DESK_AT, "4").await;
        page.run::<()>("inside('.desk-does button:nth-child(2)').click(); return null").await;
        page.expect(AT, at(5, of)).await;
        page.run::<()>("inside('.desk-does button:nth-child(3)').click(); return null").await;
        page.expect("$$('.cover.black').length", 1).await;
        page.press(Key::Space).await;
        page.expect("inside('.desk-does button:nth-child(3)').ariaPressed", "false").await;
        page.expect("inside('.desk-lost') === null", true).await;
        // The clock runs since the first step was left, in both.
        page.expect("/^0:[0-5]\\d$/.test(inside('#desk-elapsed').textContent)", true).await;
        page.expect("/^7:[0-5]\\d$/.test(inside('#desk-remaining').textContent)", true).await;
        // The desk is lost: the stage goes on, and a new desk joins it there.
        page.run::<()>("$('iframe').remove(); return null").await;
        page.press(Key::PageDown).await;
        page.expect(AT, at(6, of)).await;
        page.run::<()>("desk(); return null").await;
        page.until("the desk is there", "return !!inside('.desk-notes .now')").await;
        page.expect(DESK_AT, "6").await;
    });
}

#[test]
fn a_desk_that_is_alone_says_so_and_works() {
    browse(DESKTOP, async |page| {
        page.open("?present=notes&step=2&lang=en").await;
        page.until("the desk is there", "return !!$('.desk-notes .now')").await;
        page.expect("text($('.desk-lost'))", "The other window does not answer; this one works alone.").await;
        page.press(Key::PageDown).await;
        page.expect("text($('.jump[aria-current] .number'))", "3").await;
        page.run::<()>("$$('.jump')[9].click(); return null").await;
        page.expect("text($('.jump[aria-current] .number'))", "10").await;
        page.expect("$$('.desk-next svg[role=img] path').length > 3", true).await;
        page.expect("$('.map-canvas').getBoundingClientRect().width > 200", true).await;
        page.expect("location.search.includes('present=notes')", true).await;
    });
}

fn the_map_travels_and_jumps_where_less_motion_is_wanted() {
    browse(Setup { motion: true, ..DESKTOP }, async |page| {
        open(page, "?present=1&step=guests").await;
        let moves = "(async () => { const places = new Set(); const end = performance.now() + 1500;
            while (performance.now() < end) { places.add($('.leaflet-map-pane').style.transform + ($('.city')?.style.transform ?? '')); await frames(1); }
            return places.size; })()";
        page.run::<()>(
            "setTimeout(() => dispatchEvent(new KeyboardEvent('keydown', { key: 'End' })), 50); return null",
        )
        .await;
        let travelled: usize = page.run(&format!("return await {moves}")).await;
        assert!(travelled > 8, "it was seen in {travelled} places");
    });
    browse(DESKTOP, async |page| {
        open(page, "?present=1&step=guests").await;
        page.run::<()>("window.seen = new Set(); const watch = () => { seen.add($('.leaflet-map-pane').style.transform + ($('.city')?.style.transform ?? '')); requestAnimationFrame(watch); }; watch(); return null").await;
        page.press(Key::PageDown).await;
        page.run::<()>("await new Promise((done) => setTimeout(done, 1200)); return null").await;
        let places: usize = page.run("return seen.size").await;
        assert!(places <= 4, "it was seen in {places} places");
    });
}

fn the_handout_has_two_steps_a_page_and_the_sources_at_the_end() {
    browse(DESKTOP, async |page| {
        open(page, "?present=1").await;
        let of = steps(page).await;
        // What pictures stand on arrives later.
        page.until("it can be drawn", "dispatchEvent(new Event('beforeprint')); const drawn = !!$('.handout svg path'); dispatchEvent(new Event('afterprint')); return drawn").await;
        page.expect("$$('.handout').length", 0).await;
        let pdf = page
            .devtools("Page.printToPDF", json!({ "preferCSSPageSize": true, "paperWidth": 8.27, "paperHeight": 11.69 }))
            .await;
        let sheets: usize =
            page.run(&format!("return atob({}).match(/\\/Type \\/Page\\b/g).length", pdf["data"])).await;
        // All steps but the sources, two a page where they fit; what has more to say takes more, the sources one or two.
        let pages = (of - 1).div_ceil(2);
        assert!((pages + 1..=pages + 5).contains(&sheets), "{sheets} sheets for {of} steps");
        page.run::<()>("dispatchEvent(new Event('beforeprint')); return null").await;
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        page.expect("$$('.handout-step').length", of - 1).await;
        page.expect("$('.handout').lastElementChild.className", "handout-sources").await;
        page.expect("$$('.narration, .map, .controls, .timeline').some((node) => node.checkVisibility())", false).await;
        page.expect(CUT, json!([])).await;
    });
}

/// The steps of which not everything is on paper.
const CUT: &str = "$$('.handout-step').filter((step) => { const box = step.getBoundingClientRect();
    return getComputedStyle(step).overflow === 'hidden' || [...step.querySelectorAll('*')].some((node) => node.getBoundingClientRect().bottom > box.bottom + 1);
  }).map((step) => text(step.querySelector('h2')))";

/// A picture of one colour.
const PICTURE: &str =
    "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='300'><rect width='400' height='300'/></svg>";

fn nothing_of_a_step_is_lost_on_paper() {
    browse(DESKTOP, async |page| {
        let long = |word: &str| format!("{} END", format!("{word} ").repeat(300));
        let story = json!({
            "version": 1,
            "notes": [{ "step": "meeting-walbrzych-2016", "text": { "pl": long("notatka"), "en": long("note") } }],
            "steps": [{ "id": "hall", "title": { "pl": "Sala", "en": "The hall" }, "text": { "pl": long("słowo"), "en": long("text") },
                        "picture": { "file": "hall.svg", "alt": { "pl": "Sala", "en": "Hall" } } }],
        });
        page.server.replace("data/story.json", &story);
        page.server.replace("data/hall.svg", PICTURE);
        open(page, "?present=1&lang=pl").await;
        page.until("it can be drawn", "dispatchEvent(new Event('beforeprint')); const drawn = !!$('.handout svg path'); dispatchEvent(new Event('afterprint')); return drawn").await;
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        // Nobody was at the step of the picture; a browser that prints waits for nothing.
        page.expect("dispatchEvent(new Event('beforeprint')) && $('.handout-picture img').complete && $('.handout-picture img').naturalWidth > 0", true).await;
        page.expect(CUT, json!([])).await;
        let of = "(title) => $$('.handout-step').find((step) => text(step.querySelector('h2')) === title)";
        page.expect(&format!("text(({of})('Wałbrzych')).includes('END')"), true).await;
        page.expect(&format!("text(({of})('Sala')).match(/słowo/g).length"), 300).await;
        // "3. 2. edycja" is nonsense.
        page.expect(&format!("text(({of})('2. edycja').querySelector('.number'))"), "3 / 32").await;
    });
}

#[test]
fn whoever_prepares_a_talk_is_told_what_is_wrong_where_they_are() {
    browse(BROKEN, async |page| {
        let story = json!({
            "version": 1, "order": ["gusets"],
            "steps": [{ "id": "hall", "after": "title", "tilte": "?", "text": { "pl": "Tu.", "en": "Here." },
                        "picture": { "file": "lost.png", "alt": { "pl": "Sala od środka", "en": "The hall from within" } } }],
        });
        page.server.replace("data/story.json", &story);
        page.server.replace("data/lost.png", Answer::Status(404));
        open(page, "?present=1&lang=pl").await;
        page.hover((640.0, 300.0)).await;
        page.expect("text($('.faults'))", "W plikach danych są 3 błędy").await;
        page.run::<()>("$('.faults').click(); return null").await;
        for told in ["data/story.json", "/order/0", "/steps/0/tilte", "/steps/0/picture/file", "lost.png", "wiersz"] {
            page.expect(&format!("text($('dialog[open] .wrong')).includes({})", json!(told)), true).await;
        }
        page.press(Key::Escape).await;
        page.expect("$$('dialog[open]').length", 0).await;
        // The audience does not see it.
        page.expect("getComputedStyle($('.faults')).opacity", "0").await;
        page.press(Key::PageDown).await;
        page.expect("$$('.faults').length", 0).await;
        page.expect("[$$('.narration img').length, text($('.narration-picture'))]", json!([0, "Sala od środka"])).await;
        page.open("?present=notes&lang=en").await;
        page.until("the desk is there", "return !!$('.desk-notes .now')").await;
        page.expect("text($('.desk-list .wrong'))?.startsWith('The data files have 3 errors')", true).await;
    });
}

#[test]
fn a_text_of_the_length_that_is_promised_has_room_on_every_stage() {
    for setup in [WIDE, OLD, UPRIGHT, Setup { size: (1366, 768), ..DESKTOP }] {
        browse(setup, async |page| {
            let text = |words: usize| {
                let text = "tekstu ".repeat(words);
                json!({ "pl": text.trim(), "en": text.trim() })
            };
            let picture = json!({ "file": "hall.svg", "alt": { "pl": "Sala", "en": "Hall" } });
            let title = json!({ "pl": "Bardzo długi tytuł własnego kroku", "en": "A very long title of a step" });
            let step = |id: &str, text, picture| json!({ "id": id, "title": title, "text": text, "picture": picture });
            let steps = [
                step("long", text(114), json!(null)),
                step("picture", text(57), picture),
                step("longer", text(400), json!(null)),
            ];
            page.server.replace("data/story.json", &json!({ "version": 1, "steps": steps }));
            page.server.replace("data/hall.svg", PICTURE);
            for (id, is_whole) in [("long", true), ("picture", true), ("longer", false)] {
                open(page, &format!("?present=1&lang=pl&step=own-{id}")).await;
                page.expect("$$('.narration img').every((image) => image.naturalWidth > 0)", true).await;
                page.run::<()>("await frames(4); return null").await;
                page.expect(UNSEEN, json!([])).await;
                page.expect("text($('.narration-lead')).endsWith('…')", !is_whole).await;
                let size = "parseFloat(getComputedStyle($('.narration-lead')).fontSize) / Math.min(innerHeight, innerWidth * 1.1)";
                page.expect(&format!("{size} > 0.018"), true).await;
            }
            // The rest is for the speaker.
            page.open("?present=notes&lang=pl&step=own-longer").await;
            page.until("the desk is there", "return !!$('.desk-notes .now')").await;
            page.expect("text($('.desk-notes .note')).startsWith('Dalszy ciąg tekstu: … tekstu')", true).await;
        });
    }
}

#[test]
fn the_way_in_is_seen_at_first_glance() {
    for (size, lang) in [
        ((1366, 768), "pl"),
        ((1024, 700), "en"),
        ((1024, 768), "pl"),
        ((1280, 800), "pl"),
        ((1280, 800), "en"),
        ((960, 640), "pl"),
        ((1440, 900), "pl"),
    ] {
        browse(Setup { size, ..DESKTOP }, async |page| {
            page.open(&format!("?lang={lang}")).await;
            page.calm().await;
            let name = if lang == "pl" { "Prezentacja" } else { "Presentation" };
            page.expect("texts('.masthead .stage-button')[0]", name).await;
            page.expect("$('.masthead').getBoundingClientRect().height < 76", true).await;
            page.run::<()>("$('.masthead .stage-button').click(); return null").await;
            page.expect("document.documentElement.dataset.present", "stage").await;
            page.press(Key::Escape).await;
            page.expect("document.documentElement.dataset.present ?? ''", "").await;
        });
    }
}

#[test]
fn all_keys_are_seen_at_once_and_that_it_plays_is_too() {
    for setup in [DESKTOP, OLD, Setup { size: (1366, 768), ..DESKTOP }] {
        browse(setup, async |page| {
            open(page, "?present=1&lang=en").await;
            page.type_text("?").await;
            page.expect("$$('dialog[open]').length", 1).await;
            let unseen = "(() => { const box = $('.steps-list').getBoundingClientRect(); return $$('.steps-list kbd')
                .filter((key) => { const at = key.getBoundingClientRect(); return at.bottom > box.bottom || at.right > key.parentElement.nextElementSibling.getBoundingClientRect().left; }).map(text); })()";
            page.expect(unseen, json!([])).await;
            page.press(Key::Escape).await;
            page.expect("$$('dialog[open]').length", 0).await;
            page.type_text("a").await;
            page.expect("text($('.playing'))", "▶ every 12 s").await;
            page.type_text("a").await;
            page.expect("$$('.playing').length", 0).await;
        });
    }
}

#[test]
fn who_comes_by_leaves_a_kiosk_as_it_was() {
    browse(DESKTOP, async |page| {
        open(page, "?kiosk=1&seconds=600").await;
        for key in ["b", "w", ".", ",", "l", "a", "s"] {
            page.type_text(key).await;
            page.calm().await;
            page.expect("[$$('.cover').length, document.documentElement.dataset.spot ?? null]", json!([0, null])).await;
        }
    });
}

#[test]
fn the_code_of_a_step_leads_to_what_is_shown() {
    browse(DESKTOP, async |page| {
        for (step, leads) in [
            ("guests", "meeting=rzeszow-2017"),
            ("totals", "step=totals"),
            ("meeting-kutno-2017", "meeting=kutno-2017"),
        ] {
            open(page, &format!("?present=1&step={step}")).await;
            page.type_text("q").await;
            page.expect(&format!("text($('.cover .address')).includes({})", json!(leads)), true).await;
        }
    });
}

#[test]
fn the_years_keep_their_scale_and_the_cities_of_guests_are_named() {
    browse(OLD, async |page| {
        open(page, "?present=1&step=title").await;
        let before: Vec<String> = page.run("return $$('.bar').map((bar) => bar.style.height)").await;
        open(page, "?present=1&step=edition-2").await;
        // One meeting of 2015, one of the ten of 2016.
        let after: Vec<String> = page.run("return $$('.bar').map((bar) => bar.style.height)").await;
        assert_eq!((&after[1], &after[2]), (&before[1], &before[1]));
        for lang in ["pl", "en"] {
            open(page, &format!("?present=1&lang={lang}&step=guests")).await;
            page.expect("$$('.city.guest.unnamed').length", 0).await;
            page.expect("$$('.city.guest').length", 6).await;
            page.expect("marker('Rzeszów').classList.contains('unnamed')", false).await;
        }
    });
}

/// What of a step does not fit, or is too small to be read from the last row.
const UNSEEN: &str = "(() => {
    const told = $('.narration');
    const unseen = [];
    const [width, height] = [innerWidth, innerHeight];
    if (told.scrollHeight > told.clientHeight + 1) unseen.push(`caption: ${told.scrollHeight} in ${told.clientHeight}`);
    if (told.scrollWidth > told.clientWidth + 1) unseen.push(`caption: ${told.scrollWidth} wide in ${told.clientWidth}`);
    if (document.documentElement.scrollWidth > width || document.documentElement.scrollHeight > height) unseen.push('the page scrolls');
    const range = document.createRange();
    for (const part of told.querySelectorAll('h1, p, li, svg, img')) {
      range.selectNodeContents(part);
      const box = part.matches('svg, img') ? part.getBoundingClientRect() : range.getBoundingClientRect();
      const around = told.getBoundingClientRect();
      if (box.width < 1) continue;
      if (box.left < around.left - 1 || box.right > around.right + 1 || box.top < around.top - 1 || box.bottom > around.bottom + 1)
        unseen.push(`cut: ${part.className || part.tagName} ${text(part).slice(0, 40)}`);
      const least = part.matches('h1') ? 0.028 : 0.0125;
      const size = parseFloat(getComputedStyle(part).fontSize) / Math.min(height, width * 1.1);
      if (!part.matches('svg, img, .address') && size < least) unseen.push(`small: ${(size * 100).toFixed(2)} % ${text(part).slice(0, 40)}`);
    }
    const year = $('.narration-year');
    if (year && parseFloat(getComputedStyle(year).fontSize) < 0.05 * height) unseen.push(`the year: ${getComputedStyle(year).fontSize}`);
    if ($('.map').getBoundingClientRect().height < 0.2 * height) unseen.push('the map is too low');
    return unseen;
  })()";

fn every_step_is_seen_whole(setup: Setup) {
    browse(setup, async |page| {
        for lang in ["pl", "en"] {
            open(page, &format!("?present=1&lang={lang}")).await;
            let of = steps(page).await;
            for step in 1..=of {
                page.expect(AT, at(step, of)).await;
                page.run::<()>("await frames(3); return null").await;
                let unseen: Vec<String> = page.run(&format!("return {UNSEEN}")).await;
                assert!(unseen.is_empty(), "{lang}, step {step}:\n  {}", unseen.join("\n  "));
                page.press(Key::PageDown).await;
            }
        }
    });
}

#[test]
fn every_step_is_seen_whole_on_a_wide_screen() {
    every_step_is_seen_whole(WIDE);
}

#[test]
fn every_step_is_seen_whole_on_an_old_projector() {
    every_step_is_seen_whole(OLD);
}

#[test]
fn every_step_is_seen_whole_on_a_screen_that_stands_upright() {
    every_step_is_seen_whole(UPRIGHT);
}

#[test]
fn axe_has_nothing_against_the_stage_and_the_desk() {
    browse(DESKTOP, async |page| {
        let mut report = Report::default();
        for (theme, step) in [("light", "1"), ("dark", "meeting-kutno-2017"), ("light", "thanks")] {
            let query = format!("?present=1&theme={theme}&step={step}");
            open(page, &query).await;
            page.hover((600.0, 300.0)).await;
            report.check(page, &query).await;
        }
        page.type_text("?").await;
        page.expect("$$('dialog[open]').length", 1).await;
        report.check(page, "all steps and keys").await;
        page.open("?present=notes&step=4").await;
        page.until("the desk is there", "return !!$('.desk-notes .now')").await;
        report.check(page, "the desk").await;
        report.assert_empty();
    });
}

#[test]
fn each_step_is_told_to_who_does_not_see_it() {
    browse(DESKTOP, async |page| {
        open(page, "?present=1&lang=en").await;
        page.expect(
            "[$('.narration').ariaLive, $('.narration').ariaAtomic, $('.narration').ariaLabel]",
            json!(["polite", "true", "Presentation"]),
        )
        .await;
        page.run::<()>("window.before = $('.narration'); window.step = $('.narration-step'); return null").await;
        page.press(Key::PageDown).await;
        page.until("another step is there", "return $('.narration-step') !== step").await;
        // What tells it is still there: it is heard to change.
        page.expect("$('.narration') === before", true).await;
        page.expect("$$('h1').filter((node) => node.checkVisibility()).length", 1).await;
        page.expect("$$('.controls button').every((node) => node.ariaLabel)", true).await;
    });
}

#[test]
fn totals_say_who_claims_them_and_an_award_what_is_doubtful() {
    browse(DESKTOP, async |page| {
        open(page, "?present=1&step=totals").await;
        let lines = [
            "19 spotkań, 13 miast stan na 31 marca 2016 r., dziennik.walbrzych.pl",
            "21 spotkań, 14 miast Gazeta Wyborcza",
            "ponad 30 spotkań, 18 miast, około 5 000 uczestników, ponad 50 warsztatów stan na 2017 r., Forum Odpowiedzialnego Biznesu",
        ];
        page.expect("texts('.narration-lines li')", json!(lines)).await;
        page.expect("text($('.narration-note'))", "nie wszystko jest pewne").await;
        page.press(Key::PageDown).await;
        page.expect("text($('.narration-note'))", "Drugie miejsce podaje jedno źródło, dwa inne mówią tylko o finale.")
            .await;
    });
}

#[test]
fn another_series_is_told_without_a_word_of_its_own() {
    browse(BROKEN, async |page| {
        page.server.replace("data/story.json", Answer::Status(404));
        let programme = json!({
            "version": 1, "title": { "pl": "Rzeki", "en": "Rivers" },
            "editions": [{ "number": 1, "when": "2020", "theme": { "pl": "Wisła", "en": "The Vistula" } }],
            "meetings": [{ "id": "kutno-2020", "city": "kutno", "when": "2020-05-01", "edition": "1", "kinds": ["workshop"] }],
            "topics": [], "experts": [], "totals": [], "awards": [], "sources": [],
        });
        page.server.replace("data/programme.json", &programme);
        open(page, "?present=1&lang=en").await;
        let of = steps(page).await;
        assert_eq!(of, 6, "title, campaign, edition, meeting, sources, thanks");
        page.expect(HEADING, "Rivers").await;
        page.type_text("4").await;
        page.press(Key::Enter).await;
        page.expect(HEADING, "Kutno").await;
    });
}

#[test]
fn a_series_of_another_country_is_framed_where_it_was_held() {
    browse(BROKEN, async |page| {
        page.server.replace("data/story.json", Answer::Status(404));
        let city = |id: &str, lon: f64, lat: f64| {
            json!({ "type": "Feature", "geometry": { "type": "Point", "coordinates": [lon, lat] },
                    "properties": { "id": id, "name": { "pl": id, "en": id }, "country": "CZ" } })
        };
        let cities = [city("praha", 14.42, 50.09), city("brno", 16.61, 49.2), city("ostrava", 18.28, 49.83)];
        page.server.replace("data/cities.geojson", &json!({ "type": "FeatureCollection", "features": cities }));
        let meeting = |city: &str, when: &str| json!({ "id": format!("{city}-1"), "city": city, "when": when, "edition": "1", "kinds": ["workshop"] });
        let meetings = [meeting("praha", "2020"), meeting("brno", "2020"), meeting("ostrava", "2021")];
        let programme = json!({
            "version": 1, "title": { "pl": "Rzeki", "en": "Rivers" }, "editions": [{ "number": 1, "when": "2020/2021" }],
            "meetings": meetings, "topics": [], "experts": [], "totals": [], "awards": [], "sources": [],
        });
        page.server.replace("data/programme.json", &programme);
        for step in ["title", "edition-1", "sources"] {
            open(page, &format!("?present=1&lang=en&step={step}")).await;
            let share = "(() => { const map = $('.map').getBoundingClientRect(); const at = $$('.city.host .symbol').map((it) => it.getBoundingClientRect().x);
                return (Math.max(...at) - Math.min(...at)) / map.width; })()";
            page.expect(&format!("{share} > 0.5"), true).await;
        }
    });
}

#[test]
fn an_organiser_changes_the_steps_and_is_told_what_is_wrong() {
    browse(DESKTOP, async |page| {
        let story = json!({
            "version": 1, "drop": ["campaign"],
            "steps": [{
                "id": "hall", "after": "title", "title": { "pl": "Sala", "en": "The hall" },
                "text": { "pl": "Tu się spotykamy.", "en": "Here we meet." }, "city": "kutno", "year": 2017,
                "picture": { "file": "hall.svg", "alt": { "pl": "Sala od środka", "en": "The hall from within" } },
                "camera": { "zoom": 9, "lat": 52.2, "lon": 19.4 }, "notes": { "pl": "Uśmiech.", "en": "Smile." },
            }],
        });
        page.server.replace("data/story.json", &story);
        page.server.replace(
            "data/hall.svg",
            "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='300'><rect width='400' height='300'/></svg>",
        );
        open(page, "?present=1").await;
        page.expect(HEADING, "Pracownia miast").await;
        page.press(Key::PageDown).await;
        page.expect(
            "[text($('.narration h1')), text($('.narration-lead')), text($('.narration-year'))]",
            json!(["Sala", "Tu się spotykamy.", "2017"]),
        )
        .await;
        page.expect("[$('.narration img').alt, $('.narration img').naturalWidth > 0]", json!(["Sala od środka", true]))
            .await;
        page.expect(
            "$('.narration img').getBoundingClientRect().bottom < $('.narration').getBoundingClientRect().bottom",
            true,
        )
        .await;
        page.expect("[+$('.map-canvas').dataset.zoom || 9, $$('.city.selected, .city.strong').length]", json!([9, 1]))
            .await;
        page.expect("location.search", "?present=1&step=own-hall").await;
        page.press(Key::PageDown).await;
        page.expect(HEADING, "2. edycja").await;
        page.server.replace("data/story.json", "{ \"version\": 1, ");
        open(page, "?present=1").await;
        page.expect("text($('.faults'))", "W plikach danych jest 1 błąd").await;
        page.press(Key::Escape).await;
        page.expect("text($('.problems'))?.includes('data/story.json')", true).await;
    });
}

#[test]
fn within_another_page_nothing_is_presented() {
    browse(DESKTOP, async |page| {
        page.open("?embed=1&present=1").await;
        page.calm().await;
        page.expect("$$('.stage-button').some((node) => node.checkVisibility())", false).await;
        page.expect("$$('.narration, .curtain').length", 0).await;
        page.type_text("p").await;
        page.calm().await;
        page.expect("$$('.narration, .curtain').length", 0).await;
    });
}

#[test]
fn the_story_is_asked_for_while_the_code_of_a_talk_arrives_and_both_again_where_that_fails() {
    const PART: &str = "part-present-*.wasm";
    const CURTAIN: &str = "return !!$('.curtain')";
    browse(BROKEN, async |page| {
        page.server.replace(PART, Answer::Late(1500));
        page.open_raw("?present=1").await;
        page.until("a talk is waited for", CURTAIN).await;
        page.calm().await;
        assert!(page.server.log().iter().any(|path| path.ends_with("data/story.json")), "{:?}", page.server.log());
        assert!(page.run::<bool>(CURTAIN).await, "the code has come before it was looked at");
        page.expect(HEADING, "Pracownia miast").await;
        page.server.replace(PART, Answer::Status(503));
        page.open_raw("?present=1").await;
        page.until("it has not come", "return !!$('.curtain .retry')").await;
        page.server.mend(PART);
        page.click(".curtain .retry").await;
        page.expect(HEADING, "Pracownia miast").await;
    });
}

#[test]
fn who_opens_a_talk_by_its_address_sees_nothing_of_the_page_behind_it_until_it_is_left() {
    const EXTRAS: &str = "part-extras-*.wasm";
    const PART: &str = "part-present-*.wasm";
    const SEEN: &str =
        "['.masthead', '.panel', '.map-canvas', '.timeline', '#still'].filter((css) => $(css)?.checkVisibility())";
    const PAGE: [&str; 4] = [".masthead", ".panel", ".map-canvas", ".timeline"];
    let nothing = || json!([]);
    browse(BROKEN, async |page| {
        for query in ["?present=1", "?kiosk=1", "?present=notes"] {
            page.server.replace(EXTRAS, Answer::Late(1200));
            page.open_raw(query).await;
            page.until("the app has begun", "return !!$('#app main')").await;
            page.expect(SEEN, nothing()).await;
            page.expect("texts('main > .loading')", json!(["Wczytywanie…"])).await;
            page.until(
                "the talk is there",
                "const { app, present } = document.documentElement.dataset; return app === 'ready' && !!present",
            )
            .await;
            page.expect("$$('.loading').length", 0).await;
            page.expect("$('.map-canvas').checkVisibility()", true).await;
            page.server.mend(EXTRAS);
        }
        // What only looks like it opens none.
        for query in ["?present=0", "?q=present=1"] {
            page.open(query).await;
            page.expect(SEEN, json!(PAGE)).await;
        }
        page.open_raw("?embed=1&present=1").await;
        page.expect(
            "[document.documentElement.dataset.still, $('.map-canvas')?.checkVisibility()]",
            json!([null, true]),
        )
        .await;
        // Without its code, and left: the map fills its place.
        page.server.replace(PART, Answer::Status(503));
        page.open_raw("?present=1").await;
        page.until("it has not come", "return !!$('.curtain .retry')").await;
        page.expect(SEEN, nothing()).await;
        page.click(".curtain .ways button:last-child").await;
        page.expect(SEEN, json!(PAGE)).await;
        page.until(
            "the map is as wide as its room, with the cities in it",
            "const [map, land, city] = ['.map-canvas', '.base-home', '.city.host'].map((css) => $(css).getBoundingClientRect());
             return map.width > 300 && land.width > map.width / 4 && land.width < map.width
               && city.left > map.left && city.right < map.right && city.top > map.top && city.bottom < map.bottom",
        )
        .await;
        // Without the rest of the code there is no talk, but all else.
        page.server.replace(EXTRAS, Answer::Status(503));
        page.open("?present=1").await;
        page.expect(SEEN, json!(PAGE)).await;
        page.expect("$$('.loading').length", 0).await;
    });
}

#[test]
fn on_a_narrow_screen_a_line_leads_to_a_name_that_has_no_room() {
    const LED: &str = "$$('.city.led').length";
    browse(Setup { size: (1024, 768), ..DESKTOP }, async |page| {
        page.open("?present=1").await;
        page.until("a name is led to", &format!("return {LED} > 0")).await;
        page.expect(
            "$$('.city.host').filter((city) => city.matches('.unnamed')).map((city) => city.dataset.city)",
            json!([]),
        )
        .await;
        page.until(
            "no name covers another, or a symbol, and each line leads from its symbol to its name",
            "const box = (node) => node.getBoundingClientRect();
             const inner = ({ left, right, top, bottom }) => [left + 2, right - 2, top + 3, bottom - 3];
             const meet = (a, b) => a[0] < b[1] && b[0] < a[1] && a[2] < b[3] && b[2] < a[3];
             const hosts = $$('.city.host');
             const names = hosts.map((city) => inner(box(city.querySelector('.name'))));
             const symbols = hosts.map((city) => inner(box(city.querySelector('.symbol'))));
             const isFree = names.every((name, at) => names.every((other, it) => it <= at || !meet(name, other)) && symbols.every((symbol) => !meet(name, symbol)));
             const gap = (city) => {
               const [symbol, name] = ['.symbol', '.name'].map((css) => box(city.querySelector(css)));
               const [x, y] = [(symbol.left + symbol.right) / 2, (symbol.top + symbol.bottom) / 2];
               const away = Math.hypot(Math.max(name.left - x, 0, x - name.right), Math.max(name.top - y, 0, y - name.bottom));
               return away - symbol.width / 2 - parseFloat(getComputedStyle(city, '::before').width);
             };
             return isFree && $$('.city.led').every((city) => gap(city) < 3);",
        )
        .await;
        // Where a pointer can ask for them there are no lines.
        page.press(Key::Escape).await;
        page.expect("$$('.narration').length", 0).await;
        page.expect(LED, 0).await;
    });
}
