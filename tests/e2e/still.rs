//! The pages that stand without scripts: they are read without any, and with them they stand in the places of the app until that
//! is there.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::{Value, json};

use super::accessibility::Report;
use super::harness::{Answer, BROKEN, DESKTOP, Page, Setup, browse};

/// One of each kind, in both languages.
const PAGES: [&str; 10] = [
    "",
    "en/",
    "year/2016/",
    "en/year/2014/",
    "edition/3/",
    "city/kutno/",
    "en/city/nijmegen/",
    "expert/marc-de-wit/",
    "en/topic/ecology/",
    "topic/film-and-social-media/",
];

/// A phone, a tablet, a laptop and a large screen.
const SIZES: [(u32, u32); 4] = [(360, 740), (768, 1024), (1280, 800), (1920, 1080)];

/// Keeps where the parts of a page stand, frame by frame, until the app has taken their place.
const WITNESS: &str = "
    window.boxes = (root) => Object.fromEntries(['.masthead', '.map', '.timeline', '.panel'].flatMap((css) => {
      const node = document.querySelector(root + ' ' + css);
      const { left, top, width, height } = node?.getBoundingClientRect() ?? {};
      return width ? [[css, [left, top, width, height]]] : [];
    }));
    window.cities = (css, symbol, name) => Object.fromEntries([...document.querySelectorAll(css)].flatMap((node) => {
      const { left, top, width, height } = node.querySelector(symbol)?.getBoundingClientRect() ?? {};
      return width ? [[node.querySelector(name)?.textContent ?? '', [left + width / 2, top + height / 2]]] : [];
    }));
    window.before = null;
    const look = () => {
      const isThere = document.querySelector('#still footer') && document.documentElement.dataset.app === 'loading';
      if (isThere) window.before = { boxes: boxes('#still'), cities: cities('#still .picture-map a', 'circle', 'text') };
      if (isThere || !window.before) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);";

#[derive(Deserialize)]
struct Places {
    boxes: BTreeMap<String, Vec<f64>>,
    cities: BTreeMap<String, Vec<f64>>,
}

/// How far two lists of numbers are apart, at most.
fn apart(a: &[f64], b: &[f64]) -> f64 {
    assert_eq!(a.len(), b.len());
    a.iter().zip(b).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max)
}

async fn becomes_the_app(page: &Page, path: &str) {
    page.open_raw(path).await;
    page.is_ready().await;
    page.until("the map is named", "return !!document.documentElement.dataset.map").await;
    page.expect("$('#still')", Value::Null).await;
    page.calm().await;
}

/// The page as it was read, and the app, stand in the same boxes, and cities at the same points.
async fn takes_over(page: &Page, path: &str, size: (u32, u32)) {
    becomes_the_app(page, path).await;
    let before: Option<Places> = page.run("return window.before").await;
    let before = before.unwrap_or_else(|| panic!("{path}: nothing was there before the app"));
    let after: Places =
        page.run("return { boxes: boxes('#app'), cities: cities('.map-canvas .city', '.symbol', '.name') }").await;
    let is_whole = !path.contains("hide=");
    assert_eq!(before.boxes.len(), if is_whole { 4 } else { before.boxes.len() }, "{path}");
    for (name, place) in &before.boxes {
        let now = after.boxes.get(name).unwrap_or_else(|| panic!("{path} at {size:?}: the app has no {name}"));
        let mut moved = apart(place, now);
        if name == ".panel" {
            // What scrolls with the page may be longer: it begins at the same place, and is as wide.
            moved = apart(&place[..3], &now[..3]);
        }
        assert!(moved < 1.0, "{path} at {size:?}: {name} was {place:?} and is {now:?}");
    }
    let mut compared = 0;
    for (name, place) in &before.cities {
        let Some(now) = after.cities.get(name) else { continue };
        // Cities that would hide each other are moved apart in px, which the picture of the page scales; on a map as low as
        // a phone on its side has it, most of those in the south are.
        let is_apart = size.1 < 400 || ["Skarżysko-Kamienna", "Starachowice", "Sandomierz"].contains(&name.as_str());
        let tolerance = if is_apart { 14.0 } else { 5.0 };
        let moved = apart(place, now);
        assert!(moved < tolerance, "{path} at {size:?}: {name} was at {place:?} and is at {now:?}");
        compared += 1;
    }
    assert!(compared >= 4, "{path} at {size:?}: only {compared} cities");
}

fn it_takes_over(paths: &[&str], sizes: &[(u32, u32)]) {
    browse(DESKTOP, async |page| {
        page.server.run_first(WITNESS);
        page.server.replace("pracownia-app-*.wasm", Answer::Late(500));
        for &size in sizes {
            page.resize(size).await;
            for path in paths {
                takes_over(page, path, size).await;
            }
        }
    });
}

#[test]
fn the_title_stays_as_good_as_that_of_the_page_when_the_app_has_come() {
    browse(DESKTOP, async |page| {
        for way in ["", "edition/3/", "topic/ecology/", "city/kutno/", "year/2016/", "en/edition/3/", "en/"] {
            page.open(way).await;
            let script = format!(
                "const html = await (await fetch('{}{way}')).text();
                 return new DOMParser().parseFromString(html, 'text/html').title.replaceAll('\\u00a0', ' ')",
                page.server.url()
            );
            let title: String = page.run(&script).await;
            page.expect("text({ textContent: document.title })", title).await;
        }
        page.open("?view=table&lang=en").await;
        page.expect("text({ textContent: document.title })", "Table – City Labs").await;
        page.open("?year=2017&meeting=rzeszow-2017&lang=en").await;
        page.expect("document.title.match(/2017/g).length", 1).await;
    });
}

#[test]
fn the_app_takes_over_without_a_jump() {
    it_takes_over(&["", "city/kutno/"], &SIZES);
}

#[test]
fn so_it_does_on_every_kind_of_page_and_on_a_phone_on_its_side() {
    it_takes_over(&["en/", "year/2016/", "en/edition/3/"], &[(360, 740), (740, 360), (1280, 800)]);
}

#[test]
fn an_embed_of_such_a_page_is_as_high_before_the_app_as_with_it() {
    let paths = ["?embed=1", "en/city/kutno/?embed=1&theme=dark", "year/2016/?embed=1&hide=list,legend"];
    it_takes_over(&paths, &[(320, 900), (700, 900), (1000, 900)]);
}

fn nothing_shifts() {
    browse(DESKTOP, async |page| {
        page.server.replace("pracownia-app-*.wasm", Answer::Late(400));
        for size in SIZES {
            page.resize(size).await;
            for path in ["", "en/", "city/kutno/", "year/2016/", "edition/3/", "?embed=1"] {
                // On a busy machine a frame may now and then be painted within a step of the take-over. What moves each time
                // is a fault.
                let mut shifts = shifts(page, path).await;
                if !is_calm(&shifts) {
                    shifts = self::shifts(page, path).await;
                }
                assert!(is_calm(&shifts), "{path} at {size:?}: {shifts:?}");
            }
        }
    });
}

fn is_calm(shifts: &[(f64, String)]) -> bool {
    shifts.iter().map(|(value, _)| value).sum::<f64>() < 0.001
}

/// What moves while a page loads and the app takes over: by how much, and from where to where.
async fn shifts(page: &Page, path: &str) -> Vec<(f64, String)> {
    becomes_the_app(page, path).await;
    page.run(
        "const found = [];
         new PerformanceObserver((list) => found.push(...list.getEntries().map((entry) =>
           [entry.value, JSON.stringify(entry.sources.map(({ node, previousRect, currentRect }) =>
             [node?.className ?? '', previousRect, currentRect]))]))).observe({ type: 'layout-shift', buffered: true });
         await new Promise((done) => setTimeout(done, 300));
         return found",
    )
    .await
}

needs! { devtools: nothing_shifts }

#[test]
fn an_embed_may_have_the_address_of_the_page() {
    browse(DESKTOP, async |page| {
        for (path, told) in [
            ("year/2016/?embed=1", json!(["pl", "auto", "auto", "2016", Value::Null])),
            ("en/city/kutno/?embed=1&theme=dark", json!(["en", "dark", "auto", "2014–2017", "Kutno"])),
            ("en/city/kutno/?embed=1&height=fixed&lang=pl", json!(["pl", "auto", "fixed", "2014–2017", "Kutno"])),
            // The query wins for what it names.
            ("year/2016/?year=2015&embed=1", json!(["pl", "auto", "auto", "2015", Value::Null])),
            ("expert/marc-de-wit/?city=kutno&embed=1", json!(["pl", "auto", "auto", "2014–2017", "Kutno"])),
        ] {
            page.open(path).await;
            page.expect(
                "[document.documentElement.lang, document.documentElement.dataset.theme, document.documentElement.dataset.embed, text($('.summary :is(h1, h2)')), text($('.detail h3'))]",
                told,
            )
            .await;
        }
        // What says the same is not spelled anew.
        page.open("en/city/kutno/?embed=1&theme=dark").await;
        page.expect("location.pathname + location.search", "/en/city/kutno/?embed=1&theme=dark").await;
        page.open("year/2016/?theme=dark").await;
        page.run::<()>("choose(2015); return null").await;
        page.expect("location.pathname + location.search", "/?year=2015&theme=dark").await;
    });
}

#[test]
fn where_the_address_asks_for_another_view_the_page_is_not_seen() {
    const IS_SEEN: &str = "$('#still').checkVisibility({ visibilityProperty: true })";
    browse(DESKTOP, async |page| {
        page.server.replace("pracownia-app-*.wasm", Answer::Late(1500));
        for size in [(1280, 800), (360, 740)] {
            page.resize(size).await;
            for (query, is_seen) in
                [("", true), ("?theme=dark", true), ("?year=2016", false), ("?embed=1&lang=en", false)]
            {
                page.open_raw(query).await;
                let told: Value = page
                    .run(&format!(
                        "return [document.documentElement.dataset.app, {IS_SEEN}, $('.loading').checkVisibility({{ visibilityProperty: true }})]"
                    ))
                    .await;
                assert_eq!(told, json!(["loading", is_seen, !is_seen]), "{query} at {size:?}");
                page.is_ready().await;
            }
        }
    });
}

/// A browser whose page has no scripts.
const WITHOUT_SCRIPTS: Setup = Setup { size: (320, 640), ..BROKEN };

fn forbid_scripts(page: &Page) {
    page.server.set_policy("script-src 'none'");
}

#[test]
fn without_scripts_all_is_read_at_any_width() {
    browse(WITHOUT_SCRIPTS, async |page| {
        forbid_scripts(page);
        let mut links = BTreeSet::new();
        for path in PAGES {
            for size in [(page.narrowest(), 600), (320, 640), (768, 1024), (1280, 800)] {
                page.resize(size).await;
                page.open_raw(path).await;
                page.expect("document.documentElement.dataset.app", "loading").await;
                let told: Value = page
                    .run(
                        "const wide = $$('#still *').filter((node) => !node.closest('.map') && node.getBoundingClientRect().right > innerWidth + 1);
                         const map = $('#still .picture-map').closest('.map').getBoundingClientRect();
                         return [document.documentElement.scrollWidth <= innerWidth, wide.map((node) => node.outerHTML.slice(0, 80)),
                           map.top < 240 && map.height > 150 && map.width > innerWidth / 2,
                           getComputedStyle($('#app')).visibility, $$('#still main').length, text($('#still h1')).length > 2]",
                    )
                    .await;
                assert_eq!(told, json!([true, [], true, "hidden", 1, true]), "{path} at {size:?}");
            }
            let found: Vec<String> =
                page.run("return $$('#still a').map((link) => (link.href.baseVal ?? link.href) && new URL(link.href.baseVal ?? link.href, location).href).filter((href) => href.startsWith(location.origin))").await;
            links.extend(found.into_iter().map(|link| link.split('#').next().unwrap_or_default().to_owned()));
        }
        assert!(links.len() > 60, "only {} links", links.len());
        let lost: Vec<String> = page
            .run(&format!(
                "const answers = await Promise.all({}.map(async (href) => [href, (await fetch(href)).status]));
                 return answers.filter(([, status]) => status !== 200).map(([href]) => href)",
                json!(links)
            ))
            .await;
        assert!(lost.is_empty(), "{lost:?}");
    });
}

/// How many meetings are seen.
const MEETINGS: &str =
    "$$('#still ul.meetings > li').filter((item) => item.getBoundingClientRect().height > 20).length";

#[test]
fn without_scripts_every_meeting_of_the_page_is_there() {
    browse(WITHOUT_SCRIPTS, async |page| {
        forbid_scripts(page);
        for (path, meetings) in [("", 15), ("en/", 15), ("year/2016/", 10), ("en/year/2014/", 0), ("edition/3/", 10)] {
            page.open_raw(path).await;
            page.expect("$$('#still ul.meetings > li').length > 0", meetings > 0).await;
            if !path.starts_with("edition") {
                page.expect(MEETINGS, meetings).await;
            }
        }
        page.open_raw("city/kutno/").await;
        page.expect("texts('#still section.detail > h2')", json!(["Kutno, 2017"])).await;
        // Names on the map are large enough to be read.
        page.open_raw("").await;
        page.expect(
            "$$('#still .picture-map a > text').filter((node) => node.getBoundingClientRect().height > 8).length >= 11",
            true,
        )
        .await;
        page.photograph("screenshots", "without-scripts-320").await;
    });
}

fn no_violations_without_scripts(dark: bool) {
    browse(Setup { dark, ..WITHOUT_SCRIPTS }, async |page| {
        forbid_scripts(page);
        let mut report = Report::default();
        for path in PAGES {
            page.open_raw(path).await;
            report.check(page, path).await;
        }
        page.resize((1280, 800)).await;
        for path in ["", "en/city/nijmegen/"] {
            page.open_raw(path).await;
            report.check(page, path).await;
        }
        report.assert_empty();
    });
}

#[test]
fn axe_finds_nothing_in_them_in_the_light() {
    no_violations_without_scripts(false);
}

#[test]
fn axe_finds_nothing_in_them_in_the_dark() {
    no_violations_without_scripts(true);
}
