//! Where there is little room: what is pointed at is what is meant, and nothing lies upon a city.

use serde_json::json;

use super::accessibility::Report;
use super::harness::{DESKTOP, PHONE, Setup, browse};

/// Low maps: phones on their side, and frames of a fixed height.
const LOW: [((u32, u32), &str); 6] = [
    ((740, 360), ""),
    ((740, 360), "?year=2017"),
    ((844, 390), ""),
    ((600, 600), "?embed=1&height=fixed"),
    ((640, 720), "?embed=1&height=fixed"),
    ((800, 720), "?embed=1&height=fixed&year=2017"),
];

/// Names at the edge that lie upon a host, its name, a guest's symbol, a button of the map or each other.
const COVERED: &str = "(() => {
    const box = (node) => node.getBoundingClientRect();
    const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    const canvas = box($('.map-canvas'));
    const hosts = $$('.city').flatMap((city) => [$('.symbol', city), city.matches('.unnamed') ? null : $('.name', city)])
      .filter((node) => node && meet(box(node), canvas));
    const names = $$('.edge-name');
    const others = [...hosts, ...$$('.map-controls, .legend')];
    return names.flatMap((name, index) => [...others, ...names.slice(index + 1)].filter((other) => meet(box(name), box(other)))
      .map((other) => `${text(name)} upon ${text(other.closest('.city, .edge-name, .legend, .map-controls'))}`));
  })()";

#[test]
fn names_at_the_edge_cover_nothing_else() {
    browse(DESKTOP, async |page| {
        for (size, query) in LOW {
            page.resize(size).await;
            page.open(query).await;
            page.expect("$$('.edge-name').length > 0", true).await;
            page.expect(&format!("[{query:?}, innerWidth, {COVERED}]"), json!([query, size.0, []])).await;
        }
    });
}

#[test]
fn what_lights_up_where_symbols_are_close_is_what_a_press_selects() {
    browse(PHONE, async |page| {
        for (name, id) in [("Skarżysko-Kamienna", "skarzysko-kamienna"), ("Starachowice", "starachowice")] {
            page.open("?year=2016").await;
            let point: (f64, f64) = page.run(&format!("return centre($('.symbol', marker('{name}')))")).await;
            page.hover(point).await;
            page.expect("$$('.city[data-lit]').map((city) => text($('.name', city)))", json!([name])).await;
            page.click_at(point).await;
            page.expect_query(&format!("?year=2016&city={id}")).await;
        }
    });
}

#[test]
fn a_press_on_any_mark_of_the_timeline_selects_its_meeting() {
    browse(DESKTOP, async |page| {
        page.open("").await;
        let ids: Vec<String> = page.run("return $$('.mark.shown').map((mark) => mark.id.slice(5))").await;
        assert!(ids.len() > 8, "{ids:?}");
        for id in ids {
            // As it is for somebody who has not been in the list of marks before.
            page.open("").await;
            let point: (f64, f64) = page.run(&format!("return centre($('#mark-{id}'))")).await;
            page.click_at(point).await;
            page.expect_query(&format!("?meeting={id}")).await;
        }
    });
}

#[test]
fn frames_of_a_fixed_height_are_accessible() {
    browse(DESKTOP, async |page| {
        let mut report = Report::default();
        for size in [(640, 720), (600, 600), (800, 800), (320, 800)] {
            page.resize(size).await;
            page.open("?embed=1&height=fixed").await;
            report.check(page, &format!("{size:?}")).await;
        }
        report.assert_empty();
    });
}

/// Names and symbols under the legend, which is folded.
const LEGEND_COVERS: &str = "(() => {
    const legend = $('.legend').getBoundingClientRect();
    const meets = ({ left, right, top, bottom }) => left < legend.right - 1 && right > legend.left + 1
      && top < legend.bottom - 1 && bottom > legend.top + 1;
    return [...$$('.city:not(.unnamed) .name'), ...$$('.edge-name')].filter((name) => meets(name.getBoundingClientRect())).map(text);
  })()";

#[test]
fn a_selected_city_is_in_sight_on_a_phone_on_its_side() {
    for size in [(740, 360), (844, 390)] {
        browse(Setup { size, ..DESKTOP }, async |page| {
            for id in ["rzeszow", "poznan", "kutno", "wroclaw", "starachowice", "amsterdam", "nijmegen", "vienna"] {
                page.open(&format!("?city={id}")).await;
                page.expect(LEGEND_COVERS, json!([])).await;
                page.expect(
                    &format!(
                        "(() => {{ const city = $('.city[data-city={id}]'); const [x, y] = centre($('.symbol', city));
                           const at = document.elementFromPoint(x, y); return ['{id}', at?.closest('.city') === city]; }})()"
                    ),
                    json!([id, true]),
                )
                .await;
            }
        });
    }
}
