//! A change costs no more than what changed, and nothing is left behind.

use serde_json::json;

use super::harness::{DESKTOP, Page, Setup, browse};

needs! { devtools: the_heap_does_not_grow_over_200_year_changes }

/// The allocator takes memory in steps of 64 kB, one of which a fragmented heap may need at any time: over 4,000
/// changes (`make bench`) it takes none.
const STEP_OF_WASM: f64 = 65_536.0;

fn the_heap_does_not_grow_over_200_year_changes() {
    browse(DESKTOP, async |page| {
        page.open("").await;
        // The first rounds fill caches and compile what is hot.
        page.walk_through_years(500).await;
        let before = page.footprint().await;
        page.walk_through_years(200).await;
        let after = page.footprint().await;
        let told = format!("before: {before:?}\nafter:  {after:?}");
        // A third of a kilobyte a change: less than the smallest thing that could be forgotten on the page.
        assert!(after.heap < before.heap + 64e3, "the heap grew\n{told}");
        assert!(after.wasm <= before.wasm + STEP_OF_WASM, "the memory of the wasm grew\n{told}");
        assert!(after.nodes <= before.nodes + 20.0, "nodes of the page are kept\n{told}");
        assert!(after.listeners <= before.listeners, "listeners are kept\n{told}");
    });
}

#[test]
fn neither_the_page_nor_the_wasm_grows_over_200_year_changes() {
    browse(DESKTOP, async |page| {
        let nodes = async || page.run::<usize>("return $$('*').length").await;
        page.open("").await;
        // Enough to fill what is kept, and not more: WebKit draws slowly.
        page.walk_through_years(60).await;
        let before = (nodes().await, page.wasm_memory().await);
        page.walk_through_years(200).await;
        let after = (nodes().await, page.wasm_memory().await);
        assert_eq!(after.0, before.0, "elements of the page");
        assert!(after.1 <= before.1 + STEP_OF_WASM, "the memory of the wasm grew from {} to {}", before.1, after.1);
    });
}

#[test]
fn a_year_change_keeps_the_markers_and_lines_of_cities_that_stay() {
    browse(DESKTOP, async |page| {
        page.open("").await;
        page.expect(
            "(async () => {
               const names = ['Kraków', 'Lublin', 'Tarnów', 'Wrocław', 'Starachowice', 'Wałbrzych'];
               const before = names.map(marker);
               choose(2016);
               await frames(3);
               const after = names.map(marker);
               return before.map((node, index) => !!node && node === after[index]);
             })()",
            json!([true, true, true, true, true, true]),
        )
        .await;
        page.open("?year=2017").await;
        page.expect(
            "(async () => {
               const before = $$('path.line');
               choose('all');
               await frames(3);
               return before.map((node) => node.isConnected);
             })()",
            json!([true, true, true, true, true, true]),
        )
        .await;
    });
}

#[test]
fn cities_that_leave_fade_and_are_gone_then() {
    browse(Setup { motion: true, ..DESKTOP }, async |page| {
        page.open("?year=2017").await;
        // However long a frame takes: everything that ever left is counted.
        page.run::<()>(
            "window.left = new Set();
             new MutationObserver((changes) => {
               for (const { target } of changes) if (target.classList.contains('leaving')) left.add(target);
             }).observe($('.map-canvas'), { subtree: true, attributeFilter: ['class'] });
             choose(2015); return null",
        )
        .await;
        page.until(
            "only Poznań is left",
            "return $$('.map-canvas .city').length === 1 && $$('path.line').length === 0",
        )
        .await;
        page.expect("left.size > 4", true).await;
    });
}

/// Walks through all years and counts how often a part of the base map was drawn anew.
const REDRAWN: &str = "
    const base = $$('.leaflet-base-pane path');
    if (base.length < 4) throw Error('no base map');
    let redrawn = 0;
    const watch = new MutationObserver((changes) => { redrawn += changes.length; });
    for (const path of base) watch.observe(path, { attributes: true });
    for (const period of [2014, 2015, 2016, 2017, 'all', 2016]) {
      choose(period);
      await frames(wait);
    }
    return redrawn + base.filter((path) => !path.isConnected).length;
";

fn leaves_the_base_map_alone(setup: Setup, wait: u32) {
    browse(setup, async |page| {
        page.open("").await;
        settle_base_map(page).await;
        let redrawn: u32 = page.run(&format!("const wait = {wait}; {REDRAWN}")).await;
        assert_eq!(redrawn, 0, "parts of the base map were drawn anew");
    });
}

#[test]
fn a_year_change_leaves_the_base_map_alone() {
    leaves_the_base_map_alone(DESKTOP, 3);
}

#[test]
fn a_year_change_with_motion_leaves_the_base_map_alone_too() {
    // As long as a journey of the camera would last.
    leaves_the_base_map_alone(Setup { motion: true, ..DESKTOP }, 60);
}

/// Waits until the base map stays as it is.
async fn settle_base_map(page: &Page) {
    page.until(
        "the base map is drawn",
        "const size = () => $$('.leaflet-base-pane path').reduce((sum, path) => sum + path.getAttribute('d').length, 0);
         const before = size(); await frames(8); return before > 1000 && before === size();",
    )
    .await;
}

#[test]
fn choosing_what_is_chosen_already_changes_nothing() {
    browse(DESKTOP, async |page| {
        page.open("?year=2016").await;
        let writes: Vec<String> = page
            .run(
                "const seen = [];
                 const watch = new MutationObserver((changes) => seen.push(...changes.map(({ type, target }) => `${type} ${target.nodeName}.${target.className}`)));
                 watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
                 const slider = $('.slider');
                 slider.dispatchEvent(new Event('input', { bubbles: true }));
                 slider.dispatchEvent(new Event('change', { bubbles: true }));
                 await frames(3);
                 return seen",
            )
            .await;
        assert_eq!(writes, Vec::<String>::new());
    });
}

#[test]
fn nothing_happens_while_nobody_does_anything() {
    browse(DESKTOP, async |page| {
        page.open("?year=2017").await;
        settle_base_map(page).await;
        let asked = page.server.log().len();
        let seen: usize = page
            .run(
                "let seen = 0;
                 const watch = new MutationObserver((changes) => { seen += changes.length; });
                 watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
                 const { requestAnimationFrame: frame, setInterval: interval } = window;
                 window.requestAnimationFrame = (callback) => { seen++; return frame(callback); };
                 window.setInterval = (...all) => { seen++; return interval(...all); };
                 await new Promise((done) => setTimeout(done, 1500));
                 Object.assign(window, { requestAnimationFrame: frame, setInterval: interval });
                 return seen",
            )
            .await;
        assert_eq!(seen, 0, "writes to the page, frames and timers");
        assert_eq!(page.server.log().len(), asked, "requests");
    });
}

#[test]
fn the_finer_base_map_comes_when_the_map_is_looked_at_closely() {
    browse(DESKTOP, async |page| {
        let asked = |page: &Page| page.server.log().iter().filter(|line| line.contains("fine.topo.json")).count();
        page.open("").await;
        settle_base_map(page).await;
        assert_eq!(asked(page), 0, "the first view does without it");
        // The fine outline of the host country has several times as many corners.
        let corners = "$('.base-home').getAttribute('d').split('L').length";
        let coarse: usize = page.run(&format!("return {corners}")).await;
        page.run::<()>("$('.zoom-in').click(); return null").await;
        page.until("the finer base map is drawn", &format!("return {corners} > {coarse} * 1.5")).await;
        page.run::<()>("$('.zoom-in').click(); await frames(9); return null").await;
        assert_eq!(asked(page), 1, "once is enough");
    });
}

#[test]
fn without_the_finer_base_map_the_first_one_stays() {
    browse(Setup { may_log_errors: true, ..DESKTOP }, async |page| {
        page.server.replace("basemap/fine.topo.json", "<!doctype html><title>404</title>");
        page.open("?camera=9,52,19").await;
        settle_base_map(page).await;
        page.expect("$$('.leaflet-base-pane path').length >= 4", true).await;
    });
}
