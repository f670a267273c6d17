//! Choosing a meeting, a city or an expert, in the lists and on the map.

use fantoccini::key::Key;
use serde_json::json;

use super::harness::{DESKTOP, PHONE, Page, Setup, browse};

const TITLE: &str = "text($('.detail header h3'))";
const FOCUS_IN_TITLE: &str = "document.activeElement === $('#detail-title')";

/// The accessible buttons of a list by the name that they begin with.
fn choice(list: &str, name: &str) -> String {
    format!("$$('.panel ul.{list} > li > .choice').find((button) => text(button).startsWith('{name}'))")
}

async fn focus_and_enter(page: &Page, button: &str) {
    page.run::<()>(&format!("{button}.focus(); return null")).await;
    page.press(Key::Enter).await;
}

async fn strong_markers(page: &Page, names: &[&str]) {
    page.expect("$$('.map-canvas .city.strong .name').map(text).sort()", json!(names)).await;
}

#[test]
fn a_meeting_chosen_in_the_list_opens_with_the_focus_on_its_heading_and_escape_leads_back() {
    browse(DESKTOP, async |page| {
        page.open("?year=2016").await;
        let kutno = choice("meetings", "Kraków");
        focus_and_enter(page, &kutno).await;
        page.expect(TITLE, "Kraków, 2016").await;
        page.expect(FOCUS_IN_TITLE, true).await;
        page.expect_query("?year=2016&meeting=krakow-2016").await;
        page.expect(&format!("{kutno}.getAttribute('aria-pressed')"), "true").await;
        strong_markers(page, &["Kraków"]).await;

        page.press(Key::Escape).await;
        page.expect("$$('.detail').length", 0).await;
        page.expect(&format!("document.activeElement === {kutno}"), true).await;
        page.expect_query("?year=2016").await;
        strong_markers(page, &[]).await;
    });
}

#[test]
fn the_close_button_leads_back_to_the_list_as_well() {
    browse(DESKTOP, async |page| {
        page.open("?year=2017").await;
        let rzeszow = choice("meetings", "Rzeszów");
        focus_and_enter(page, &rzeszow).await;
        page.expect(FOCUS_IN_TITLE, true).await;
        page.click(".detail .close").await;
        page.expect("$$('.detail').length", 0).await;
        page.expect(&format!("document.activeElement === {rzeszow}"), true).await;
    });
}

#[test]
fn a_meeting_stands_out_with_all_its_guests() {
    browse(DESKTOP, async |page| {
        page.open("?year=2017&meeting=rzeszow-2017").await;
        strong_markers(page, &["Amsterdam", "Bruksela", "Glasgow", "Nijmegen", "Rzeszów", "Tel Awiw", "Wiedeń"]).await;
        page.expect("$$('.map-canvas path.line.strong').length", 6).await;
        page.expect("document.title.startsWith('Rzeszów')", true).await;
    });
}

#[test]
fn a_click_on_a_marker_chooses_its_city() {
    browse(DESKTOP, async |page| {
        page.open("?year=2016").await;
        let at: (f64, f64) = page.run("return centre($('.symbol', marker('Poznań')))").await;
        page.click_at(at).await;
        page.expect(TITLE, "Poznań").await;
        page.expect_query("?year=2016&city=poznan").await;
        strong_markers(page, &["Poznań"]).await;
        // The same click again lets it go. The map has moved meanwhile.
        page.calm().await;
        let at: (f64, f64) = page.run("return centre($('.symbol', marker('Poznań')))").await;
        page.click_at(at).await;
        page.expect("$$('.detail').length", 0).await;
        page.expect_query("?year=2016").await;
    });
}

needs! { touch: a_finger_chooses_a_city_on_the_map_of_a_phone }

fn a_finger_chooses_a_city_on_the_map_of_a_phone() {
    browse(PHONE, async |page| {
        page.open("?year=2016").await;
        let at: (f64, f64) = page.run("return centre($('.symbol', marker('Poznań')))").await;
        page.tap(at).await;
        page.expect(TITLE, "Poznań").await;
        page.expect_query("?year=2016&city=poznan").await;
    });
}

#[test]
fn an_experts_detail_has_its_sources_as_https_links() {
    browse(DESKTOP, async |page| {
        page.open("?year=2017").await;
        focus_and_enter(page, &choice("guests", "Paul Goedknegt")).await;
        page.expect(TITLE, "Paul Goedknegt").await;
        page.expect(FOCUS_IN_TITLE, true).await;
        page.expect_query("?year=2017&expert=paul-goedknegt").await;
        page.expect("$$('.detail .sources a').length >= 2", true).await;
        page.expect("$$('.detail .sources a').every((a) => a.protocol === 'https:' && /noopener/.test(a.rel))", true)
            .await;
        strong_markers(page, &["Nijmegen", "Rzeszów"]).await;
    });
}

#[test]
fn a_meetings_detail_has_its_sources_too() {
    browse(DESKTOP, async |page| {
        for meeting in ["poznan-2015", "lublin-2016", "sandomierz-2017"] {
            page.open(&format!("?meeting={meeting}")).await;
            page.expect("$$('.detail .sources a').length >= 1", true).await;
        }
    });
}

#[test]
fn a_guest_without_a_named_person_is_chosen_as_the_city() {
    browse(DESKTOP, async |page| {
        page.open("?year=2017").await;
        focus_and_enter(page, &choice("guests", "Glasgow")).await;
        page.expect(TITLE, "Glasgow").await;
        page.expect_query("?year=2017&city=glasgow").await;
    });
}

#[test]
fn a_name_at_the_edge_brings_its_city_into_view() {
    browse(DESKTOP, async |page| {
        page.open("?year=2017").await;
        page.until("the name is there", "return texts('.edge-city').includes('Tel Awiw')").await;
        page.click(".edge-name[data-city='tel-aviv']").await;
        page.expect(TITLE, "Tel Awiw").await;
        page.expect_query("?year=2017&city=tel-aviv").await;
        page.expect("$$('.edge-name[data-city=\"tel-aviv\"]').length", 0).await;
        page.expect(
            "(() => {
               const frame = $('.map-canvas').getBoundingClientRect();
               const [x, y] = centre(marker('Tel Awiw'));
               return x > frame.left && x < frame.right && y > frame.top && y < frame.bottom;
             })()",
            true,
        )
        .await;
    });
}

#[test]
fn with_motion_the_map_travels_and_arrives_at_the_same_view() {
    let script = "await frames(2); return $$('.map-canvas .city').map((city) => {
        const { left, top } = city.getBoundingClientRect(); return [Math.round(left), Math.round(top)];
    })";
    let places = std::cell::RefCell::new(Vec::<Vec<(i32, i32)>>::new());
    for motion in [false, true] {
        browse(Setup { motion, ..DESKTOP }, async |page| {
            page.open("?year=2017").await;
            page.click(".edge-name[data-city='tel-aviv']").await;
            page.until(
                "the map rests",
                "const at = () => JSON.stringify(centre(marker('Tel Awiw')));
                 if ($('.edge-name[data-city=\"tel-aviv\"]')) return false;
                 const before = at(); await frames(6); return before === at();",
            )
            .await;
            let place = page.run(script).await;
            places.borrow_mut().push(place);
        });
    }
    let [jumped, travelled] = &places.borrow()[..] else { panic!("two runs") };
    assert_eq!(jumped.len(), travelled.len());
    for (jumped, travelled) in jumped.iter().zip(travelled) {
        let apart = (jumped.0 - travelled.0).abs().max((jumped.1 - travelled.1).abs());
        assert!(apart <= 2, "a city stands at {jumped:?} after a jump and at {travelled:?} after a journey");
    }
}

#[test]
fn a_selection_that_another_year_does_not_have_is_let_go() {
    browse(DESKTOP, async |page| {
        page.open("?year=2016&meeting=krakow-2016").await;
        page.expect(TITLE, "Kraków, 2016").await;
        page.focus(".slider").await;
        page.press(Key::Right).await;
        page.expect_query("?year=2017").await;
        page.expect("$$('.detail').length", 0).await;
        page.open("?year=2016&city=sandomierz").await;
        page.focus(".slider").await;
        page.press(Key::Right).await;
        page.expect_query("?year=2017&city=sandomierz").await;
        page.expect(TITLE, "Sandomierz").await;
    });
}

#[test]
fn the_buttons_of_the_map_frame_poland_and_everything() {
    browse(DESKTOP, async |page| {
        page.open("?year=2017").await;
        page.click(".frame-all").await;
        page.expect("$$('.edge-name').length", 0).await;
        page.click(".frame-home").await;
        page.expect("texts('.edge-city').includes('Tel Awiw')", true).await;
        page.expect_query("?year=2017").await;
    });
}

#[test]
fn everything_fits_after_the_map_was_wide_and_is_narrow_again() {
    browse(DESKTOP, async |page| {
        page.open("?year=2017").await;
        for size in [(2400, 500), (360, 740)] {
            page.resize(size).await;
            page.calm().await;
        }
        page.click(".frame-all").await;
        page.expect("$$('.edge-name').length", 0).await;
    });
}

#[test]
fn buttons_of_the_map_pressed_one_after_the_other_end_where_the_last_one_says() {
    browse(Setup { motion: true, ..DESKTOP }, async |page| {
        page.open("?year=2017").await;
        page.run::<()>("$('.zoom-in').click(); await frames(2); $('.frame-home').click(); return null").await;
        page.until("the map has come to rest", "const at = () => JSON.stringify(centre(marker('Kutno'))); const before = at(); await frames(40); return before === at()").await;
        page.expect_query("?year=2017").await;
        page.expect("texts('.edge-city').includes('Tel Awiw') && $$('.map-canvas .city.host').every((city) => { const [x, y] = centre(city); const { left, right, top, bottom } = $('.map').getBoundingClientRect(); return x > left && x < right && y > top && y < bottom; })", true).await;
    });
}

#[test]
fn a_choice_within_the_detail_takes_the_focus_along_though_its_button_is_gone() {
    browse(DESKTOP, async |page| {
        page.open("?meeting=rzeszow-2017").await;
        focus_and_enter(page, "$$('.detail .inner .choice')[1]").await;
        page.expect(TITLE, "Gilad Uziely").await;
        page.expect("document.activeElement.id", "detail-title").await;
        page.press(Key::Escape).await;
        page.expect("document.activeElement.id", "lists").await;
        page.open("?year=2017").await;
        focus_and_enter(page, "$('.edge-name[data-city=tel-aviv]')").await;
        page.expect(TITLE, "Tel Awiw").await;
        page.expect("document.activeElement.id", "detail-title").await;
    });
}

#[test]
fn the_whole_page_can_be_used_by_keyboard_alone() {
    browse(DESKTOP, async |page| {
        page.open("").await;
        // Everything that can be operated is reached by Tab, in the order of the document, and is named.
        let stops: Vec<String> = page
            .run(
                "return $$('a[href], button, input, summary, [tabindex=\"0\"]')
                   .filter((node) => node.tabIndex >= 0 && node.checkVisibility())
                   .filter((node) => !(node.getAttribute('aria-label') || text(node) || node.title))
                   .map((node) => node.outerHTML.slice(0, 120))",
            )
            .await;
        assert_eq!(stops, Vec::<String>::new(), "these have no name");
        page.press(Key::Tab).await;
        page.expect("document.activeElement.className", "skip").await;
        page.press(Key::Enter).await;
        page.expect("document.activeElement.id", "lists").await;
        page.press(Key::Tab).await;
        page.expect("$('.panel').contains(document.activeElement)", true).await;
    });
}

#[test]
fn where_targets_overlap_the_nearest_symbol_is_lit_and_chosen() {
    for setup in [DESKTOP, PHONE] {
        browse(setup, async |page| {
            page.open("").await;
            // Those whose middle lies under the target of another one: without any, this would show nothing.
            let covered: Vec<(String, (f64, f64))> = page
                .run(
                    "return $$('.map-canvas .city.host').map((city) => [city, centre(city)])
                       .filter(([city, at]) => { const top = document.elementFromPoint(...at)?.closest('.city');
                                                 return top && top !== city; })
                       .map(([city, at]) => [city.dataset.city, at])",
                )
                .await;
            assert!(!covered.is_empty(), "no targets overlap");
            for (city, at) in covered {
                page.open("").await;
                page.hover(at).await;
                page.expect("$$('.city[data-lit=is]').map((city) => city.dataset.city)", json!([city])).await;
                page.click_at(at).await;
                page.expect_query(&format!("?city={city}")).await;
            }
        });
    }
}

#[test]
fn great_circles_have_no_kinks() {
    browse(DESKTOP, async |page| {
        for query in ["", "?city=tel-aviv", "?city=glasgow"] {
            page.open(query).await;
            page.expect("$$('path.line').length > 4", true).await;
            // The sharpest turn of each line, in degrees: all turn the same way, and a little.
            let sharpest: f64 = page
                .run(
                    "return Math.max(...$$('path.line').flatMap((line) => {
                       const points = [...line.getAttribute('d').matchAll(/(-?[\\d.e-]+) (-?[\\d.e-]+)/g)].map(([, x, y]) => [+x, +y]);
                       const apart = points.filter(([x, y], i) => !i || Math.hypot(x - points[i - 1][0], y - points[i - 1][1]) > 0.5);
                       // The first is where the line comes into the picture, or a place that lies in it.
                       const within = apart.slice(1);
                       return within.slice(2).map(([x, y], i) => {
                         const [[ax, ay], [bx, by]] = within.slice(i);
                         const turn = Math.atan2(y - by, x - bx) - Math.atan2(by - ay, bx - ax);
                         return Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn))) * 180 / Math.PI;
                       });
                     }))",
                )
                .await;
            assert!(sharpest < 2.5, "{query}: {sharpest}");
        }
    });
}
