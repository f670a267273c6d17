//! On a phone: the drawer with the lists, the menu, a phone on its side, and the same at a large zoom or with large
//! letters.

use fantoccini::key::Key;
use serde_json::json;

use super::harness::{DESKTOP, PHONE, PHONE_ON_ITS_SIDE, Page, Setup, browse};

const DRAWER: &str = "document.documentElement.dataset.drawer";
const LAYOUT: &str = "document.documentElement.dataset.layout";
const TITLE: &str = "text($('.detail header h3'))";

/// The smallest phone, and the tallest.
const PHONES: [(u32, u32); 3] = [(320, 640), (360, 740), (390, 844)];

/// Where a finger takes the handle.
async fn handle(page: &Page) -> (f64, f64) {
    page.run("return centre($('.handle'))").await
}

/// What of the map, the slider and the lists cannot be used because something lies upon it or it is out of sight.
const OUT_OF_REACH: &str = "['.map-canvas', '.slider', '.handle'].filter((css) => {
    const { left, top, width, height } = $(css).getBoundingClientRect();
    const at = document.elementFromPoint(left + width / 2, top + height - 10);
    return height < 40 || !(at === $(css) || $(css).contains(at));
})";

// ---- the drawer --------------------------------------------------------------------------------------

#[test]
fn the_drawer_shares_the_screen_with_map_and_slider() {
    browse(DESKTOP, async |page| {
        for size in PHONES {
            page.resize(size).await;
            page.open("?year=2016").await;
            page.expect(DRAWER, "half").await;
            page.expect(OUT_OF_REACH, json!([])).await;
            page.expect("$('.map-canvas').offsetHeight >= 0.2 * innerHeight", true).await;
            page.expect("$('.summary').getBoundingClientRect().bottom <= innerHeight", true).await;
            page.run::<()>("$('.handle').click(); $('.handle').click(); return null").await;
            page.expect(DRAWER, "peek").await;
            page.expect(OUT_OF_REACH, json!([])).await;
            page.expect("$('.map-canvas').offsetHeight >= 0.4 * innerHeight", true).await;
            page.expect("$('.summary h2').getBoundingClientRect().bottom <= innerHeight", true).await;
            // All of it is the screen: nothing scrolls but the lists.
            page.expect("document.documentElement.scrollHeight - innerHeight", 0).await;
        }
    });
}

#[test]
fn the_keyboard_opens_and_closes_the_drawer_and_its_name_says_how_far() {
    browse(PHONE, async |page| {
        page.open("?lang=en").await;
        page.focus(".handle").await;
        let name = "$('.handle').getAttribute('aria-label').replaceAll('\u{a0}', ' ')";
        for (key, height, named) in [
            (Key::Up, "full", "Height of the lists: full screen"),
            (Key::Up, "full", "Height of the lists: full screen"),
            (Key::Down, "half", "Height of the lists: half the screen"),
            (Key::Down, "peek", "Height of the lists: heading only"),
            (Key::Enter, "half", "Height of the lists: half the screen"),
            (Key::Enter, "full", "Height of the lists: full screen"),
            (Key::Enter, "peek", "Height of the lists: heading only"),
            (Key::End, "full", "Height of the lists: full screen"),
            (Key::Home, "peek", "Height of the lists: heading only"),
        ] {
            page.press(key).await;
            page.expect(DRAWER, height).await;
            page.expect(name, named).await;
            page.expect("document.activeElement === $('.handle')", true).await;
        }
        // It is no part of a link.
        page.expect_query("?lang=en").await;
        // What gets the focus is seen.
        page.press(Key::Tab).await;
        page.expect(DRAWER, "half").await;
        page.expect("(() => { const { top, bottom } = document.activeElement.getBoundingClientRect(); return $('.panel').contains(document.activeElement) && top > 0 && bottom <= innerHeight; })()", true).await;
    });
}

#[test]
fn a_mouse_drags_the_drawer_and_a_press_is_no_drag() {
    browse(PHONE, async |page| {
        page.open("?year=2016").await;
        let (x, y) = handle(page).await;
        // Slowly, up to a little below the search.
        page.drag(&[(x, y), (x, y - 60.0), (x, y - 150.0), (x, y - 280.0), (x, 180.0), (x, 150.0), (x, 150.0)]).await;
        page.expect(DRAWER, "full").await;
        page.expect("$('.panel').getBoundingClientRect().top - $('.find').getBoundingClientRect().bottom < 2", true)
            .await;
        page.calm().await;
        page.click(".handle").await;
        page.expect(DRAWER, "peek").await;
        page.click(".handle").await;
        page.expect(DRAWER, "half").await;
    });
}

needs! {
    touch:
    a_finger_pulls_the_drawer_to_the_nearest_height,
    a_finger_moves_the_drawer_and_the_timeline_upon_it,
    the_drawer_opens_for_what_is_chosen_on_the_map
}

fn a_finger_pulls_the_drawer_to_the_nearest_height() {
    browse(PHONE, async |page| {
        page.open("?year=2016").await;
        for (to, height) in [(690.0, "peek"), (430.0, "half"), (150.0, "full"), (440.0, "half"), (460.0, "half")] {
            let (x, y) = handle(page).await;
            let step = (to - y) / 4.0;
            let path: Vec<(f64, f64)> = (0..=4).map(|n| (x, y + step * f64::from(n))).collect();
            page.swipe(&[&path], 300).await;
            page.expect(DRAWER, height).await;
            page.calm().await;
        }
    });
}

/// A driver's finger is as slow as the machine, so the events are made here, a hundredth of a second apart.
#[test]
fn the_drawer_is_thrown_to_the_next_height() {
    browse(PHONE, async |page| {
        page.open("?year=2016").await;
        for (by, height) in [(-70, "full"), (70, "half"), (70, "peek"), (70, "peek"), (-70, "half")] {
            page.run::<()>(&format!(
                "const [x, y] = centre($('.handle'));
                 let time = performance.now();
                 const send = (kind, clientY) => {{
                   const button = kind === 'pointermove' ? -1 : 0;
                   const event = new PointerEvent(kind,
                     {{ pointerId: 9, isPrimary: true, button, clientX: x, clientY, bubbles: true }});
                   // As fast on a busy machine as on any.
                   Object.defineProperty(event, 'timeStamp', {{ value: time += 10 }});
                   $('.handle').dispatchEvent(event);
                 }};
                 send('pointerdown', y);
                 for (let n = 1; n <= 5; n++) send('pointermove', y + {by} * n / 5);
                 send('pointerup', y + {by});
                 await frames(2);
                 return null"
            ))
            .await;
            page.expect(DRAWER, height).await;
        }
    });
}

fn a_finger_moves_the_drawer_and_the_timeline_upon_it() {
    browse(PHONE, async |page| {
        page.open("?year=2016").await;
        page.run::<()>(
            "window.seen = [];
             $('.handle').addEventListener('pointermove', () => requestAnimationFrame(() => {
               const [panel, timeline] = ['.panel', '.timeline'].map((css) => $(css).getBoundingClientRect());
               window.seen.push([panel.top, timeline.bottom]);
             }));
             return null",
        )
        .await;
        let (x, y) = handle(page).await;
        page.swipe(&[&[(x, y), (x, y + 40.0), (x, y + 80.0), (x, y + 40.0), (x, y - 60.0), (x, y - 120.0)]], 80).await;
        let seen: Vec<(f64, f64)> = page.run("return window.seen").await;
        assert!(seen.len() > 4, "{seen:?}");
        let start = seen[0].0;
        for (panel, timeline) in &seen {
            // Downwards the timeline comes along; upwards the drawer goes over it.
            assert!((timeline - panel).abs() < 4.0 || panel < timeline, "{seen:?}");
        }
        assert!(seen.iter().any(|(panel, _)| *panel > start + 20.0), "{seen:?}");
        assert!(seen.iter().any(|(panel, timeline)| *panel < timeline - 50.0), "{seen:?}");
    });
}

fn the_drawer_opens_for_what_is_chosen_on_the_map() {
    browse(PHONE, async |page| {
        page.open("?year=2016").await;
        page.focus(".handle").await;
        page.press(Key::Home).await;
        page.expect(DRAWER, "peek").await;
        page.calm().await;
        let at: (f64, f64) = page.run("return centre($('.symbol', marker('Poznań')))").await;
        page.tap(at).await;
        page.expect(TITLE, "Poznań").await;
        page.expect(DRAWER, "half").await;
        page.expect("(() => { const { top, bottom } = $('.detail header h3').getBoundingClientRect(); const panel = $('.panel').getBoundingClientRect(); return top >= panel.top && bottom <= innerHeight; })()", true).await;
        // Whoever reads on the whole screen goes on reading there.
        page.focus(".handle").await;
        page.press(Key::End).await;
        page.run::<()>("$('.panel .meetings .choice').click(); return null").await;
        page.expect("!!$('.detail')", true).await;
        page.expect(DRAWER, "full").await;
    });
}

#[test]
fn a_table_has_the_screen_and_the_drawer_leaves_it() {
    browse(PHONE, async |page| {
        page.open("?year=2016").await;
        page.click(".menu-button").await;
        page.click(".displays button:nth-child(2)").await;
        page.expect_query("?year=2016&view=table").await;
        page.expect(DRAWER, "peek").await;
        page.expect("$('.menu').checkVisibility()", false).await;
        page.expect("$('.board .scroll').offsetHeight > 0.3 * innerHeight", true).await;
        page.expect("document.documentElement.scrollHeight - innerHeight", 0).await;
    });
}

#[test]
fn there_is_no_drawer_on_paper_nor_where_the_screen_is_large_or_very_small() {
    browse(DESKTOP, async |page| {
        for size in [(1280, 800), (768, 1024), (740, 360), (320, 480), (320, 200)] {
            page.resize(size).await;
            page.open("?year=2016").await;
            page.expect("$('.handle').checkVisibility()", false).await;
            page.expect("document.documentElement.scrollWidth - innerWidth", 0).await;
        }
    });
}

needs! { devtools: paper_has_no_drawer }

fn paper_has_no_drawer() {
    browse(PHONE, async |page| {
        page.open("?year=2017").await;
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        page.run::<()>("dispatchEvent(new Event('beforeprint')); await frames(3); return null").await;
        page.expect("$$('.handle, .menu-button, .settings, .displays').some((node) => node.checkVisibility())", false)
            .await;
        page.expect("$('.panel').scrollHeight - $('.panel').clientHeight", 0).await;
        page.expect("$('.panel').getBoundingClientRect().top >= $('.timeline').getBoundingClientRect().bottom", true)
            .await;
    });
}

// ---- the header --------------------------------------------------------------------------------------

#[test]
fn the_header_is_one_row_and_its_menu_has_the_rest() {
    browse(DESKTOP, async |page| {
        for size in [(320, 640), (360, 740), (740, 360)] {
            page.resize(size).await;
            page.open("?year=2016").await;
            page.expect("$('.masthead').offsetHeight <= 56", true).await;
            page.expect("$('.languages').checkVisibility()", false).await;
            page.click(".menu-button").await;
            page.expect("$$('.displays button, .settings button').every((node) => { const { left, right, top, bottom } = node.getBoundingClientRect(); return node.checkVisibility() && left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight; })", true).await;
            page.click(".languages button[lang=en]").await;
            page.expect_query("?year=2016&lang=en").await;
            page.press(Key::Escape).await;
            page.expect("$('.languages').checkVisibility()", false).await;
            page.expect("document.activeElement === $('.menu-button')", true).await;
            page.click(".menu-button").await;
            page.click(".help-button").await;
            page.expect("$('.help').open && !$('.languages').checkVisibility()", true).await;
        }
    });
}

// ---- targets -----------------------------------------------------------------------------------------

/// What can be pressed and is lower or narrower than 44 px, but for links within a text and for marks and bands of the
/// timeline, which the filters stand in for. A target may be larger than what is seen of it.
const SMALL: &str = "$$('button, summary, input, [role=button], [role=option]').filter((node) => {
    if (!node.checkVisibility() || node.matches('.go, .mark, .band')) return false;
    const after = [node, $('.symbol', node)].filter(Boolean).map((part) => getComputedStyle(part, '::after'));
    const grown = after.filter(({ position, content }) => position === 'absolute' && content !== 'none');
    const { width, height } = node.getBoundingClientRect();
    const widest = Math.max(width, ...grown.map(({ width }) => parseFloat(width) || 0));
    const highest = Math.max(height, ...grown.map(({ height }) => parseFloat(height) || 0));
    return widest < 43.5 || highest < 43.5;
}).map((node) => `${node.className || node.tagName}: ${text(node).slice(0, 30)}`)";

#[test]
fn every_target_of_a_phone_is_as_large_as_a_finger() {
    browse(DESKTOP, async |page| {
        for size in [(320, 640), (360, 740), (740, 360)] {
            page.resize(size).await;
            for query in
                ["?year=2016", "?year=2017&meeting=rzeszow-2017", "?view=table", "?view=about&lang=en", "?view=poster"]
            {
                page.open(query).await;
                page.expect(SMALL, json!([])).await;
                page.run::<()>("$('.unfold')?.click(); await frames(3); return null").await;
                page.click(".menu-button").await;
                page.expect(SMALL, json!([])).await;
            }
        }
    });
}

// ---- on its side, large zoom, large letters ----------------------------------------------------------

/// Parts that are cut off where nothing scrolls to them, and parts that stand out of the screen sideways.
const CUT: &str = "$$('.masthead, .find, .timeline, .readout, .modes, .player, .track, .map-controls, .legend, .panel, .summary').filter((node) => {
    if (!node.checkVisibility()) return false;
    const { left, right, top, bottom } = node.getBoundingClientRect();
    if (left < -1 || right > innerWidth + 1) return true;
    for (let box = node.parentElement; box && box !== document.body; box = box.parentElement) {
      const { overflowY } = getComputedStyle(box);
      if (overflowY === 'auto' || overflowY === 'scroll') return false;
      const frame = box.getBoundingClientRect();
      if (overflowY !== 'visible' && (bottom > frame.bottom + 1 || top < frame.top - 1)) return true;
    }
    return bottom + scrollY > document.documentElement.scrollHeight + 1;
}).map((node) => node.className)";

#[test]
fn a_phone_on_its_side_has_map_and_timeline_beside_the_lists() {
    browse(PHONE_ON_ITS_SIDE, async |page| {
        for size in [(740, 360), (844, 390), (568, 320)] {
            page.resize(size).await;
            page.open("?year=2016").await;
            page.expect(CUT, json!([])).await;
            page.expect(
                "$('.panel').getBoundingClientRect().left >= $('.map').getBoundingClientRect().right - 1",
                true,
            )
            .await;
            page.expect("$('.map-canvas').offsetHeight >= 100", true).await;
            // The whole of the timeline is seen, or the column scrolls to it.
            page.run::<()>("$('.player').scrollIntoView({ block: 'nearest' }); return null").await;
            page.expect("$('.player').getBoundingClientRect().bottom <= innerHeight + 1", true).await;
            page.run::<()>("$('.panel .attribution').scrollIntoView({ block: 'nearest' }); return null").await;
            page.expect("$('.panel .attribution').getBoundingClientRect().bottom <= innerHeight + 1", true).await;
            page.expect("scrollY", 0).await;
        }
        page.open("?year=2017&meeting=rzeszow-2017").await;
        page.expect("$('.detail header h3').getBoundingClientRect().bottom <= innerHeight", true).await;
    });
}

#[test]
fn letters_twice_as_large_cut_nothing() {
    browse(DESKTOP, async |page| {
        for size in [(1280, 800), (360, 740), (740, 360)] {
            page.resize(size).await;
            page.open("?year=2016").await;
            page.run::<()>("document.documentElement.style.fontSize = '32px'; await frames(4); return null").await;
            page.expect(&format!("{LAYOUT}.startsWith('narrow')"), true).await;
            page.expect(CUT, json!([])).await;
            page.expect("document.documentElement.scrollWidth - innerWidth", 0).await;
            page.run::<()>("$('.player').scrollIntoView({ block: 'nearest' }); return null").await;
            page.expect(
                "(() => { const { top, bottom } = $('.player').getBoundingClientRect(); return top >= 0 && bottom <= innerHeight + 1; })()",
                true,
            )
            .await;
        }
        page.run::<()>("document.documentElement.style.fontSize = ''; return null").await;
        page.resize((1280, 800)).await;
        page.expect(LAYOUT, "wide").await;
    });
}

#[test]
fn at_a_zoom_of_400_percent_the_page_is_one_column_that_scrolls() {
    browse(Setup { size: (320, 200), ..DESKTOP }, async |page| {
        for query in
            ["?year=2016", "?year=2017&meeting=rzeszow-2017&lang=en", "?view=table", "?view=about", "?view=poster"]
        {
            page.open(query).await;
            page.expect(LAYOUT, "narrow flow").await;
            page.expect("document.documentElement.scrollWidth - innerWidth", 0).await;
            page.expect(CUT, json!([])).await;
        }
        page.open("?year=2016").await;
        // There is always something beside the map to scroll by.
        page.expect("$('.map').offsetHeight <= 0.8 * innerHeight", true).await;
        page.run::<()>("$('footer').scrollIntoView(); return null").await;
        page.expect("$('footer').getBoundingClientRect().bottom <= innerHeight + 1 && scrollY > 200", true).await;
    });
}

// ---- pictures ----------------------------------------------------------------------------------------

#[test]
fn pictures_are_taken_of_phones() {
    browse(DESKTOP, async |page| {
        for (width, height) in [(320, 640), (360, 740), (390, 844), (740, 360)] {
            page.resize((width, height)).await;
            for (name, query) in [("start", ""), ("2017-rzeszow-dark", "?year=2017&meeting=rzeszow-2017&theme=dark")] {
                page.open(query).await;
                page.photograph("screenshots", &format!("phone-{name}-{width}x{height}")).await;
            }
        }
    });
}
