//! The app in a frame of another page: its map does not keep that page from being scrolled.

use serde_json::json;

use super::harness::{Page, Setup, browse};

/// A phone on which an article is read.
const READER: Setup = Setup { size: (390, 844), ..super::harness::PHONE };

const ARTICLE: &str = "<!doctype html><html lang=en><meta charset=utf-8><title>An article</title>
    <link rel=icon href='data:,'>
    <body style='margin:0'><p style='height:300px;margin:0'>Before</p>
    <iframe title='Map' src='./?year=2016&lang=en' style='display:block;width:100%;height:700px;border:0'></iframe>
    <p style='height:3000px'>After</p>";

/// Opens the article, and waits until the app in it is complete.
async fn open(page: &Page) {
    page.server.replace("article.html", ARTICLE);
    page.open_raw("article.html").await;
    page.until(
        "the app in the article is ready",
        "const root = $('iframe')?.contentDocument?.documentElement; return root?.dataset.app === 'ready' && !!root.dataset.map",
    )
    .await;
    page.calm().await;
}

/// The same as `$`, in the frame.
fn inner(css: &str) -> String {
    format!("$('iframe').contentDocument.querySelector('{css}')")
}

/// Where a point of the map is in the window: so many CSS px from its left and top.
async fn on_map(page: &Page, (x, y): (f64, f64)) -> (f64, f64) {
    let at = format!(
        "const frame = $('iframe').getBoundingClientRect(); const map = {}.getBoundingClientRect();
         return [frame.left + map.left + {x}, frame.top + map.top + {y}]",
        inner(".map-canvas")
    );
    page.run(&at).await
}

/// Where the map shows Poznań within the frame.
fn poznan() -> String {
    "(() => { const city = [...$('iframe').contentDocument.querySelectorAll('.map-canvas .city')].find((city) => text($('.name', city)) === 'Poznań');
       return centre(city).map(Math.round); })()".to_owned()
}

fn hint() -> String {
    format!("text({})", inner(".map-notice"))
}

#[test]
fn the_app_knows_that_it_stands_in_another_page() {
    browse(READER, async |page| {
        open(page).await;
        page.expect("'embedded' in $('iframe').contentDocument.documentElement.dataset", true).await;
        page.expect(&format!("getComputedStyle({}).touchAction", inner(".map-canvas")), "pan-y").await;
        page.open("?year=2016").await;
        page.expect("'embedded' in document.documentElement.dataset", false).await;
        page.expect("getComputedStyle($('.map-canvas')).touchAction", "none").await;
    });
}

needs! {
    touch:
    one_finger_leaves_the_map_alone_and_is_told_once_how_it_moves,
    two_fingers_move_the_map_and_the_last_one_goes_on,
    on_a_page_of_its_own_one_finger_moves_the_map,
    the_wheel_scrolls_the_page_and_zooms_with_a_key
}
needs! { devtools: one_finger_on_the_map_scrolls_the_article, one_finger_on_the_timeline_scrolls_the_article_and_chooses_no_year }

fn one_finger_on_the_map_scrolls_the_article() {
    browse(READER, async |page| {
        open(page).await;
        let (x, y) = on_map(page, (200.0, 150.0)).await;
        let path: Vec<(f64, f64)> = (0..=12).map(|n| (x, y - 20.0 * f64::from(n))).collect();
        page.swipe(&[&path], 30).await;
        page.expect("scrollY > 200 && scrollY < 260", true).await;
    });
}

fn one_finger_on_the_timeline_scrolls_the_article_and_chooses_no_year() {
    browse(READER, async |page| {
        open(page).await;
        let at = format!(
            "const frame = $('iframe').getBoundingClientRect(); const slider = {}.getBoundingClientRect();
             return [frame.left + slider.left + 20, frame.top + slider.top + slider.height / 2]",
            inner(".slider")
        );
        let (x, y): (f64, f64) = page.run(&at).await;
        let path: Vec<(f64, f64)> = (0..=12).map(|n| (x, y - 15.0 * f64::from(n))).collect();
        page.swipe(&[&path], 30).await;
        page.expect("scrollY > 100", true).await;
        page.calm().await;
        page.expect(&format!("{}.value", inner(".slider")), "2016").await;
        page.expect("$('iframe').contentWindow.location.search", "?year=2016&lang=en").await;
        // A tap still chooses.
        let (x, y): (f64, f64) = page.run(&at).await;
        page.tap((x, y)).await;
        page.expect("$('iframe').contentWindow.location.search", "?year=2014&lang=en").await;
    });
}

fn one_finger_leaves_the_map_alone_and_is_told_once_how_it_moves() {
    browse(READER, async |page| {
        open(page).await;
        let before: (i64, i64) = page.run(&format!("return {}", poznan())).await;
        let (x, y) = on_map(page, (100.0, 150.0)).await;
        page.swipe(&[&[(x, y), (x + 40.0, y), (x + 90.0, y)]], 50).await;
        page.expect(&hint(), "Use two fingers to move the map.").await;
        page.expect(&format!("getComputedStyle({}).pointerEvents", inner(".map-notice")), "none").await;
        page.expect(&poznan(), json!([before.0, before.1])).await;
        page.expect("$('iframe').contentWindow.location.search", "?year=2016&lang=en").await;
        page.expect(&hint(), "").await;
        page.swipe(&[&[(x, y), (x + 40.0, y), (x + 90.0, y)]], 50).await;
        page.calm().await;
        page.expect(&hint(), "").await;
        // A tap is a tap.
        let at: (f64, f64) = page
            .run(&format!("const [x, y] = {}; const {{ left, top }} = $('iframe').getBoundingClientRect(); return [x + left, y + top]", poznan()))
            .await;
        page.tap(at).await;
        page.expect(&format!("text({})", inner(".detail header h3")), "Poznań").await;
    });
}

fn two_fingers_move_the_map_and_the_last_one_goes_on() {
    browse(READER, async |page| {
        open(page).await;
        let before: (i64, i64) = page.run(&format!("return {}", poznan())).await;
        let (x, y) = on_map(page, (120.0, 90.0)).await;
        let right = |by: f64| (x + by, y);
        let other = |by: f64| (x + 100.0 + by, y + 60.0);
        page.swipe(&[&[right(0.0), right(20.0), right(40.0)], &[other(0.0), other(20.0), other(40.0)]], 60).await;
        page.calm().await;
        let moved: (i64, i64) = page.run(&format!("return {}", poznan())).await;
        assert!(moved.0 > before.0 + 15, "two fingers moved it from {before:?} to {moved:?}");
        page.expect("scrollY", 0).await;
        page.expect(&hint(), "").await;

        // One is lifted in the middle, and the other goes on.
        let first: Vec<(f64, f64)> = (0..16).map(|n| right(f64::from(n) * 6.0)).collect();
        page.swipe(&[&first, &[other(0.0), other(6.0), other(12.0)]], 60).await;
        page.calm().await;
        let last: (i64, i64) = page.run(&format!("return {}", poznan())).await;
        assert!(last.0 > moved.0 + 40, "the last finger moved it from {moved:?} to {last:?}");
        page.expect("scrollY", 0).await;
        page.expect("$('iframe').contentWindow.location.search.includes('camera=')", true).await;
        // The next finger is the page's again.
        page.swipe(&[&[(x, y), (x + 40.0, y), (x + 90.0, y)]], 50).await;
        page.calm().await;
        page.expect(&poznan(), json!([last.0, last.1])).await;
    });
}

fn on_a_page_of_its_own_one_finger_moves_the_map() {
    browse(READER, async |page| {
        page.open("?year=2016").await;
        let place = "centre(marker('Poznań')).map(Math.round)";
        let before: (i64, i64) = page.run(&format!("return {place}")).await;
        let (x, y): (f64, f64) = page
            .run("const { left, top, height } = $('.map-canvas').getBoundingClientRect(); return [left + 60, top + height * 0.7]")
            .await;
        page.swipe(&[&[(x, y), (x + 20.0, y), (x + 60.0, y), (x + 60.0, y)]], 120).await;
        page.calm().await;
        let after: (i64, i64) = page.run(&format!("return {place}")).await;
        assert!(after.0 > before.0 + 30, "from {before:?} to {after:?}");
        page.expect("text($('.map-notice'))", "").await;
    });
}

fn the_wheel_scrolls_the_page_and_zooms_with_a_key() {
    browse(READER, async |page| {
        open(page).await;
        let before: (i64, i64) = page.run(&format!("return {}", poznan())).await;
        let at = on_map(page, (200.0, 100.0)).await;
        page.wheel(at, 120).await;
        page.expect("scrollY > 60", true).await;
        page.expect(&poznan(), json!([before.0, before.1])).await;
        page.expect(&hint(), "To zoom the map, hold Ctrl or ⌘ and scroll.").await;
        page.run::<()>("scrollTo(0, 0); return null").await;
        // With the key, as Leaflet and the browser are told of it; a driver cannot hold one while it turns the wheel.
        page.run::<()>(&format!(
            "const map = {}; const {{ left, top }} = map.getBoundingClientRect();
             const turn = new WheelEvent('wheel', {{ deltaY: -240, ctrlKey: true, clientX: left + 150, clientY: top + 100, bubbles: true, cancelable: true }});
             map.dispatchEvent(turn);
             window.isKept = turn.defaultPrevented;
             return null",
            inner(".map-canvas")
        ))
        .await;
        page.expect("window.isKept", true).await;
        page.expect("$('iframe').contentWindow.location.search.includes('camera=')", true).await;
        page.expect("scrollY", 0).await;
    });
}
