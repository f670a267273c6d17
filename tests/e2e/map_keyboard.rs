//! The map by keyboard alone: one stop of the tab key, arrows from city to city.

use fantoccini::key::Key;
use serde_json::json;

use super::harness::{DESKTOP, PHONE, Setup, browse};

/// What of the cities on the map the tab key stops at.
const STOPS: &str = "$$('.map-canvas, .map-canvas *, .edge-names *').filter((node) => node.tabIndex >= 0)";

const AT: &str = "document.activeElement.dataset.city ?? null";

#[test]
fn the_cities_on_the_map_are_one_stop_of_the_tab_key() {
    browse(DESKTOP, async |page| {
        for size in [(360, 740), (1280, 800)] {
            page.resize(size).await;
            for query in ["", "?year=2014", "?year=2016", "?year=2017", "?expert=marc-de-wit", "?city=glasgow"] {
                page.open(query).await;
                page.expect(&format!("{STOPS}.length"), 1).await;
            }
        }
    });
}

#[test]
fn arrows_lead_through_every_city_and_each_says_what_it_is() {
    browse(Setup { motion: false, ..DESKTOP }, async |page| {
        page.open("?lang=en").await;
        page.focus(".map-canvas .city[tabindex='0'], .edge-name[tabindex='0']").await;
        // Breadth first, by real keys: from each city in each direction.
        let unreached: Vec<String> = page
            .run(
                "const target = (id) => $(`.edge-name[data-city='${id}']`) ?? $(`.city[data-city='${id}']`);
                 const reached = [document.activeElement.dataset.city];
                 for (const id of reached) {
                   for (const key of ['ArrowUp', 'ArrowRight', 'ArrowDown', 'ArrowLeft']) {
                     target(id).focus();
                     await frames(1);
                     document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
                     await frames(1);
                     const now = document.activeElement.dataset.city;
                     if (!now) return [`lost after ${key} from ${id}`];
                     if (!reached.includes(now)) reached.push(now);
                   }
                 }
                 return $$('.map-canvas .city').map((city) => city.dataset.city).filter((id) => !reached.includes(id))",
            )
            .await;
        assert_eq!(unreached, Vec::<String>::new());
        page.expect(
            "$$('.city').map((city) => city.getAttribute('aria-label').replace('\\u00a0', ' ')).filter((name) => /Kutno|Nijmegen|Sandomierz/.test(name)).sort()",
            json!([
                "Kutno, Poland, 1 meeting, 2017",
                "Nijmegen, Netherlands, guests’ home city, Paul Goedknegt",
                "Sandomierz, Poland, 2 meetings, 2016, 2017",
            ]),
        )
        .await;
        page.expect("$$('.city').every((city) => city.getAttribute('role') === 'button')", true).await;
    });
}

#[test]
fn enter_opens_a_city_and_escape_returns_to_it() {
    browse(DESKTOP, async |page| {
        page.open("?year=2016").await;
        page.focus(".city[data-city=krakow]").await;
        page.press(Key::Right).await;
        page.expect(AT, "tarnow").await;
        page.press(Key::Enter).await;
        page.expect_query("?year=2016&city=tarnow").await;
        page.expect("document.activeElement.id", "detail-title").await;
        page.press(Key::Escape).await;
        page.expect(AT, "tarnow").await;
        page.expect_query("?year=2016").await;
        page.press(Key::Left).await;
        page.expect(AT, "krakow").await;
    });
}

#[test]
fn escape_returns_to_a_city_whose_name_stood_at_the_edge() {
    browse(DESKTOP, async |page| {
        page.open("?year=2017").await;
        page.focus(".edge-name[data-city=tel-aviv]").await;
        page.press(Key::Enter).await;
        page.expect("document.activeElement.id", "detail-title").await;
        page.until("the city is in the picture", "return !$('.edge-name[data-city=tel-aviv]')").await;
        page.press(Key::Escape).await;
        page.expect(AT, "tel-aviv").await;
    });
}

#[test]
fn a_city_that_the_focus_comes_to_is_brought_into_the_picture() {
    browse(Setup { motion: false, ..PHONE }, async |page| {
        // Close to Kraków: Tarnów lies beyond the right edge.
        page.open("?year=2016&camera=9,50.06,19.93").await;
        let inside = "(() => {
            const [x, y] = centre($('.city[data-city=tarnow]'));
            const map = $('.map').getBoundingClientRect();
            return x > map.left && x < map.right && y > map.top && y < map.bottom;
        })()";
        page.expect(inside, false).await;
        page.focus(".city[data-city=krakow]").await;
        page.press(Key::Right).await;
        page.expect(AT, "tarnow").await;
        page.expect(inside, true).await;
    });
}

#[test]
fn with_the_shift_key_arrows_move_the_map() {
    browse(Setup { motion: false, ..DESKTOP }, async |page| {
        page.open("?year=2016").await;
        page.focus(".city[data-city=krakow]").await;
        let before: f64 = page.run("return centre($('.city[data-city=krakow]'))[0]").await;
        page.run::<()>(
            "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', shiftKey: true, bubbles: true, cancelable: true })); return null",
        )
        .await;
        page.until("the map has moved", &format!("return centre($('.city[data-city=krakow]'))[0] < {before} - 50"))
            .await;
        page.expect(AT, "krakow").await;
        page.until("the address has the camera", "return location.search.includes('camera=')").await;
    });
}
