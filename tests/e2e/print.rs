//! What paper shows.

use serde_json::json;

use super::harness::{DESKTOP, browse};

needs! { devtools: paper_shows_the_map_the_lists_the_sources_and_the_address }

fn paper_shows_the_map_the_lists_the_sources_and_the_address() {
    browse(DESKTOP, async |page| {
        page.open("?year=2017&lang=en").await;
        page.expect("$('.print-only').checkVisibility()", false).await;
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        page.run::<()>("dispatchEvent(new Event('beforeprint')); await frames(3); return null").await;
        let is_seen = |css: &str| format!("$$(\"{css}\").some((node) => node.checkVisibility())");
        for css in [".map-canvas", "ul.meetings", "ul.guests", ".print-only .sources li", ".timeline"] {
            page.expect(&is_seen(css), true).await;
        }
        for css in [".find", ".map-controls", ".settings", ".displays", ".player", ".modes"] {
            page.expect(&is_seen(css), false).await;
        }
        // The whole of the year is on the sheet: the map has its width, and every host is within it.
        page.expect("$('.map').getBoundingClientRect().width < 700", true).await;
        page.expect(
            "(() => { const map = $('.map').getBoundingClientRect();
               return $$('.city.host').every((city) => { const [x, y] = centre(city);
                 return x > map.left && x < map.right && y > map.top && y < map.bottom; }); })()",
            true,
        )
        .await;
        page.expect("$$('.panel details').every((details) => details.open)", true).await;
        page.expect(
            "getComputedStyle(document.documentElement, '::after').content.includes('?year=2017&lang=en')",
            true,
        )
        .await;
        page.run::<()>("dispatchEvent(new Event('afterprint')); return null").await;
        page.expect("$$('.panel details').some((details) => details.open)", false).await;
    });
}
