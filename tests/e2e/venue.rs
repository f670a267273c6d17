//! A talk where it is given: from a stick, without a network, on two screens, by a machine that slept.

use std::fs;
use std::time::Duration;

use fantoccini::key::Key;
use fantoccini::wd::WindowHandle;
use serde_json::json;

use super::harness::{DESKTOP, Engine, Page, Setup, browse, dist};
use super::offline::{Folder, visit};
use super::present::{AT, HEADING, at, open, steps};

needs! { profiles: it_starts_after_the_browser_was_restarted }

// ---- from a stick ----------------------------------------------------------------------------------

/// The one file, alone in a folder.
struct Stick(Folder);

impl Stick {
    fn new() -> Self {
        let folder = Folder::new("stick");
        fs::copy(dist().join("pracownia-miast.html"), folder.0.join("pracownia-miast.html")).expect("the one file");
        Self(folder)
    }

    fn url(&self) -> String {
        format!("file://{}", self.0.0.join("pracownia-miast.html").display())
    }

    async fn open(&self, page: &Page, query: &str) {
        page.open_at(&(self.url() + query)).await;
        page.is_ready().await;
        page.until("the map is named", "return document.documentElement.dataset.map === 'complete'").await;
        page.calm().await;
    }
}

/// What was asked for beside the file itself.
const ASKED: &str =
    "performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !/^(data|blob):/.test(name))";

#[test]
fn one_file_holds_everything() {
    browse(DESKTOP, async |page| {
        let stick = Stick::new();
        let open = async |query: &str| stick.open(page, query).await;
        open("").await;
        page.expect("$$('.leaflet-base-pane path').length > 0", true).await;
        page.expect("$$('.map-canvas .city.host').length", 11).await;
        page.run::<()>("choose(2017); await frames(3); return null").await;
        page.expect("$$('.map-canvas .city.host').length", 4).await;
        page.run::<()>("$('ul.meetings .choice').click(); await frames(2); return null").await;
        page.expect("!!$('.detail')", true).await;
        page.click(".languages button[lang=en]").await;
        page.expect("document.documentElement.lang", "en").await;
        page.click(".share-button").await;
        // Nobody else can open it, and whose folder it is in is nobody's business.
        page.expect("text($('.share-panel')).includes('lies on this computer')", true).await;
        page.photograph("screenshots", "one-file").await;
        for tab in ["embed", "picture", "data", "citation", "link"] {
            page.run::<()>(&format!("$('#share-{tab}').click(); await frames(3); return null")).await;
            page.expect(&format!("$('.share [role=tabpanel]')?.id === 'share-{tab}-panel'"), true).await;
            let told =
                "$('.share-panel').innerHTML + $$('.share-panel :is(input, textarea)').map((it) => it.value).join(' ')";
            page.expect(&format!("/file:|stick/.test({told}) || !!$('.share-panel iframe')"), false).await;
        }
        // Where it is published it says so.
        page.run::<()>(
            "document.head.append(Object.assign(document.createElement('link'), { rel: 'canonical', href: 'https://example.org/map/' }));
             $('#share-embed').click(); await frames(3); return null",
        )
        .await;
        page.expect("$('#share-code').value.includes('src=\"https://example.org/map/?')", true).await;
        page.expect("!!$('.share-panel iframe')", false).await;
        page.run::<()>("$('#share-link').click(); await frames(3); return null").await;
        page.expect("$('.share-panel textarea, .share-panel .copy input, #share-address').value.startsWith('https://example.org/map/?')", true).await;
        page.run::<()>("$('.share .close').click(); return null").await;
        page.run::<()>("$$('.displays button')[1].click(); await frames(2); return null").await;
        page.expect("$$('table tbody tr').length > 2", true).await;
        open("?view=poster&lang=en").await;
        page.expect("$$('.poster svg').length > 0", true).await;
        open("?view=about").await;
        page.expect("location.href.split('?')[0]", stick.url()).await;
        open("?city=kutno&lang=en").await;
        page.expect("text($('.detail h2, .detail h3')) !== null", true).await;
        page.expect(ASKED, json!([])).await;
    });
}

#[test]
fn a_talk_is_given_from_one_file_with_keys_alone() {
    browse(DESKTOP, async |page| {
        let stick = Stick::new();
        stick.open(page, "").await;
        page.type_text("p").await;
        page.until("the stage is there", "return !!$('.narration h1')").await;
        let of = whole_talk(page).await;
        // The looks of the stage are there, too: the caption stands beside the map, and is large.
        page.expect("parseFloat(getComputedStyle($('.narration h1')).fontSize) > 0.04 * innerHeight", true).await;
        page.expect(
            "$('.narration').getBoundingClientRect().right <= $('.map').getBoundingClientRect().left + 1",
            true,
        )
        .await;
        // Nobody else can open the file: no code stands there, but a sentence.
        page.expect("[$$('.narration-code svg').length, $$('.narration-code p').length]", json!([0, 1])).await;
        page.photograph("screenshots", "one-file-stage").await;
        // The place is in the address.
        reload_stage(page).await;
        page.expect(AT, at(of, of)).await;
        page.press(Key::Escape).await;
        page.expect("document.documentElement.dataset.present ?? null", json!(null)).await;
        page.expect(ASKED, json!([])).await;
    });
}

/// Loads the stage again (F5).
async fn reload_stage(page: &Page) {
    page.run::<()>("window.isOld = true; return null").await;
    page.reload().await;
    page.until("the stage is there again", "return !window.isOld && !!$('.narration h1')").await;
}

/// Runs a script in the page itself: what a driver runs is kept apart from it in Firefox.
async fn run_within(page: &Page, script: &str) {
    page.run::<()>(&format!("window.eval({}); await frames(2); return null", json!(script))).await;
}

/// From the first step to the last with the key of a clicker. Returns how many there are.
async fn whole_talk(page: &Page) -> usize {
    page.press(Key::Home).await;
    let of = steps(page).await;
    for step in 1..of {
        page.expect(AT, at(step, of)).await;
        page.press(Key::PageDown).await;
    }
    page.expect(AT, at(of, of)).await;
    of
}

// ---- on two screens --------------------------------------------------------------------------------

/// Opens the speaker's window with its key, and goes on in it.
async fn to_the_desk(page: &Page, stage: &WindowHandle) -> WindowHandle {
    page.type_text("s").await;
    let mut others = Vec::new();
    for _ in 0..100 {
        others = page.windows().await.into_iter().filter(|window| window != stage).collect();
        if !others.is_empty() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let [desk] = others.try_into().expect("one further window");
    page.look_at(&desk).await;
    page.until("the desk is there", "return !!$('.desk-notes .now')").await;
    desk
}

/// The step that the desk has.
const DESK_AT: &str = "$('.jump[aria-current] .number')?.textContent";

/// Either window leads the other; each goes on when the other is lost, and a new desk joins the stage.
async fn two_windows(page: &Page) {
    let stage = page.window().await;
    let of = steps(page).await;
    let desk = to_the_desk(page, &stage).await;
    page.expect(DESK_AT, "4").await;
    page.press(Key::PageDown).await;
    page.expect(DESK_AT, "5").await;
    page.look_at(&stage).await;
    page.expect(AT, at(5, of)).await;
    page.type_text("b").await;
    page.expect("!!$('.cover.black')", true).await;
    page.look_at(&desk).await;
    page.expect("$('.desk-does button:nth-child(3)').getAttribute('aria-pressed')", "true").await;
    page.type_text("b").await;
    page.look_at(&stage).await;
    page.expect("!!$('.cover.black')", false).await;
    // F5 in either does not part them.
    reload_stage(page).await;
    page.press(Key::PageDown).await;
    page.expect(AT, at(6, of)).await;
    page.look_at(&desk).await;
    page.expect(DESK_AT, "6").await;
    page.close_window(&stage).await;
    page.press(Key::PageUp).await;
    page.expect(AT, at(5, of)).await;
    let desk = to_the_desk(page, &stage).await;
    page.expect(DESK_AT, "5").await;
    // The stage is lost.
    page.look_at(&stage).await;
    page.open_at("about:blank").await;
    page.look_at(&desk).await;
    page.press(Key::PageDown).await;
    page.expect(DESK_AT, "6").await;
    page.expect("document.documentElement.dataset.present", "desk").await;
    // The next test gets the browser's own window, not one that was opened by a page.
    page.close_window(&stage).await;
}

#[test]
fn two_windows_are_one_talk() {
    browse(DESKTOP, async |page| {
        open(page, "?present=1&step=4").await;
        two_windows(page).await;
    });
}

#[test]
fn two_windows_of_one_file_are_one_talk() {
    browse(DESKTOP, async |page| {
        let stick = Stick::new();
        stick.open(page, "?present=1&step=4").await;
        page.until("the stage is there", "return !!$('.narration h1')").await;
        two_windows(page).await;
    });
}

#[test]
fn the_stage_fills_the_screen_and_stays_awake() {
    browse(DESKTOP, async |page| {
        page.open("").await;
        run_within(
            page,
            "window.asked = []; window.released = 0;
             Object.defineProperty(navigator, 'wakeLock', { value: {
               request: async (kind) => { asked.push(kind); return { release: async () => { released += 1; } }; } } });",
        )
        .await;
        page.type_text("p").await;
        page.until("the stage is there", "return !!$('.narration h1')").await;
        page.expect("document.fullscreenElement === document.documentElement", true).await;
        page.expect("asked", json!(["screen"])).await;
        // A page that was hidden has lost its lock.
        page.run::<()>("document.dispatchEvent(new Event('visibilitychange')); return null").await;
        page.expect("[asked, released]", json!([["screen", "screen"], 1])).await;
        page.type_text("f").await;
        page.expect("document.fullscreenElement", json!(null)).await;
        page.press(Key::Escape).await;
        page.expect("document.documentElement.dataset.present ?? null", json!(null)).await;
        page.expect("[asked.length, released]", json!([2, 2])).await;
    });
}

#[test]
fn after_sleep_it_goes_on_by_one_step() {
    browse(DESKTOP, async |page| {
        open(page, "?present=1&seconds=600&loop=1").await;
        let of = steps(page).await;
        page.expect(AT, at(1, of)).await;
        // Eight hours later the lid is opened.
        run_within(
            page,
            "{ const now = Date.now; Date.now = () => now() + 8 * 3600e3; }
             document.dispatchEvent(new Event('visibilitychange'));",
        )
        .await;
        page.expect(AT, at(2, of)).await;
        page.run::<()>("document.dispatchEvent(new Event('visibilitychange')); await frames(3); return null").await;
        page.expect(AT, at(2, of)).await;
    });
}

// ---- without a network -----------------------------------------------------------------------------

#[test]
fn a_talk_goes_on_when_the_network_ends() {
    browse(DESKTOP, async |page| {
        visit(page, "").await;
        open(page, "?present=1&lang=en").await;
        let of = steps(page).await;
        for step in 1..of {
            page.expect(AT, at(step, of)).await;
            if step == of / 2 {
                page.server.stop();
            }
            if step == of / 2 + 3 {
                reload_stage(page).await;
                page.expect(AT, at(step, of)).await;
            }
            page.press(Key::PageDown).await;
        }
        page.expect(HEADING, "Thank you").await;
        page.press(Key::Escape).await;
        page.expect("$$('.map-canvas .city.host').length", 11).await;
    });
}

/// Restarts the browser with the server dead, and presents the campaign in it with keys alone, so many times.
async fn restarts(page: &Page, times: usize) {
    let profile = Folder::new("profile");
    let first = page.in_another_browser(&profile.0).await;
    visit(&first, "").await;
    first.quit().await;
    page.server.stop();
    let mut starts = Vec::new();
    for _ in 0..times {
        let again = page.in_another_browser(&profile.0).await;
        again.open_raw("?year=2017&lang=en").await;
        starts.push(ready_at(&again, "[data-app=ready]").await);
        again.until("the map is named", "return !!document.documentElement.dataset.map").await;
        again.expect("$$('.panel ul.meetings > li').length", 4).await;
        again.expect("$$('.map-canvas .city.host').length", 4).await;
        again.type_text("p").await;
        again.until("the stage is there", "return !!$('.narration h1')").await;
        whole_talk(&again).await;
        again.quit().await;
    }
    println!("{:?}: {times} of {times} talks without a server; {}", page.engine(), summary(starts));
}

/// What starts took.
fn summary(mut starts: Vec<f64>) -> String {
    starts.sort_by(f64::total_cmp);
    let (median, longest) = (starts[starts.len() / 2], starts[starts.len() - 1]);
    format!("from a click to the whole view {median:.0} ms (median), {longest:.0} ms (longest)")
}

/// When this is there, in milliseconds since the page was asked for: at the latest, for a driver asks with some delay.
async fn ready_at(page: &Page, css: &str) -> f64 {
    page.run(&format!(
        "while (!$({})) await new Promise((done) => setTimeout(done)); return performance.now();",
        json!(css)
    ))
    .await
}

fn it_starts_after_the_browser_was_restarted() {
    browse(DESKTOP, async |page| restarts(page, 2).await);
}

#[test]
#[ignore = "a measurement, of some minutes: make bench"]
fn bench_a_hundred_restarts_without_a_server() {
    browse(Setup { limit: Duration::from_hours(1), ..DESKTOP }, async |page| {
        if page.engine() == Engine::WebKit {
            println!("WebKit: its MiniBrowser keeps nothing when it is driven, so it is the same browser each time");
            visit(page, "").await;
            page.server.stop();
            for _ in 0..100 {
                page.open_at("about:blank").await;
                open(page, "?present=1").await;
                whole_talk(page).await;
            }
            println!("WebKit: 100 of 100 talks without a server");
        } else {
            restarts(page, 100).await;
        }
    });
}

#[test]
#[ignore = "a measurement: make bench"]
fn bench_warm_starts_without_a_server() {
    browse(Setup { size: (1280, 800), ..DESKTOP }, async |page| {
        visit(page, "").await;
        page.server.stop();
        for (query, css) in [("", "[data-app=ready]"), ("?present=1", "[data-app=ready] .narration h1")] {
            let mut starts = Vec::new();
            for _ in 0..30 {
                page.open_at("about:blank").await;
                page.open_raw(query).await;
                starts.push(ready_at(page, css).await);
            }
            println!("{:?}: warm, without a server, {query:?}: {}", page.engine(), summary(starts));
        }
    });
}

#[test]
#[ignore = "a measurement: make bench"]
fn bench_frames_while_the_map_travels() {
    browse(Setup { motion: true, size: (1920, 1080), limit: Duration::from_mins(10), ..DESKTOP }, async |page| {
        open(page, "?present=1").await;
        let of = steps(page).await;
        let mut gaps: Vec<f64> = Vec::new();
        for _ in 1..of {
            let watch = "
                let last = await new Promise(requestAnimationFrame);
                dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown' }));
                const gaps = [], end = last + 1500;
                while (last < end) {
                  const now = await new Promise(requestAnimationFrame);
                  gaps.push(now - last);
                  last = now;
                }
                return gaps;";
            gaps.extend(page.run::<Vec<f64>>(watch).await);
        }
        gaps.sort_by(f64::total_cmp);
        let part = |part: usize| gaps[gaps.len() * part / 100];
        let fps = 1000.0 * f64::from(u32::try_from(gaps.len()).expect("few")) / gaps.iter().sum::<f64>();
        println!(
            "{:?}: {fps:.1} frames a second while the map travels, 1920x1080; from frame to frame {:.1} ms (median), {:.1} ms \
             (95 of 100), {:.1} ms (99), {:.1} ms (longest)",
            page.engine(),
            part(50),
            part(95),
            part(99),
            gaps[gaps.len() - 1]
        );
    });
}
