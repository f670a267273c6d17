//! Languages, colours, sizes.

use serde_json::json;

use super::harness::{Answer, BROKEN, DESKTOP, PHONE, Page, Setup, browse};

#[test]
fn the_language_is_switched_in_place() {
    browse(DESKTOP, async |page| {
        page.open("?year=2017&meeting=rzeszow-2017").await;
        page.expect("document.documentElement.lang", "pl").await;
        page.run::<()>("window.here = true; window.kept = $('.slider'); return null").await;
        page.click(".languages button[lang=en]").await;
        page.expect("document.documentElement.lang", "en").await;
        page.expect_query("?year=2017&meeting=rzeszow-2017&lang=en").await;
        page.expect("texts('#meetings-title, #guests-title')", json!(["Meetings", "Guest experts"])).await;
        page.expect("$('.slider').getAttribute('aria-label')", "Year").await;
        page.expect("text({ textContent: document.title }).startsWith('Rzeszów, 29 March 2017')", true).await;
        page.expect("$$('.map-canvas .city.guest .name').map(text).includes('Tel Aviv')", true).await;
        page.expect("window.here === true && window.kept === $('.slider')", true).await;
        page.click(".languages button[lang=pl]").await;
        page.expect("document.documentElement.lang", "pl").await;
        page.expect_query("?year=2017&meeting=rzeszow-2017").await;
    });
}

#[test]
fn no_polish_word_is_left_in_english() {
    browse(DESKTOP, async |page| {
        page.open("?year=2017&lang=en").await;
        page.expect(
            "/spotkan|goście|miasto|źródł|wydanie|kampania/i.test($('.stage').innerText + $('header').innerText)",
            false,
        )
        .await;
    });
}

#[test]
fn the_colours_can_be_chosen_and_are_in_the_address() {
    browse(DESKTOP, async |page| {
        page.open("").await;
        let paper = "getComputedStyle(document.body).backgroundColor";
        let light: String = page.run(&format!("return {paper}")).await;
        page.click(".themes .dark").await;
        page.expect("document.documentElement.dataset.theme", "dark").await;
        page.expect_query("?theme=dark").await;
        page.expect(&format!("{paper} !== '{light}'"), true).await;
        page.click(".themes .light").await;
        page.expect_query("?theme=light").await;
        page.expect(paper, light).await;
        page.click(".themes .auto").await;
        page.expect_query("").await;
    });
}

/// Whether the page is dark or light.
const SCHEME: &str = "(() => {
    const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number);
    return r + g + b < 384 ? 'dark' : 'light';
})()";

#[test]
fn the_colours_are_the_systems_unless_chosen() {
    for (dark, system, other) in [(true, "dark", "light"), (false, "light", "dark")] {
        browse(Setup { dark, ..DESKTOP }, async |page| {
            page.open("").await;
            page.expect(SCHEME, system).await;
            page.open(&format!("?theme={other}")).await;
            page.expect(SCHEME, other).await;
        });
    }
}

needs! { preferences: the_colours_follow_the_system_when_it_changes }

fn the_colours_follow_the_system_when_it_changes() {
    browse(Setup { dark: true, ..DESKTOP }, async |page| {
        page.open("").await;
        page.expect(SCHEME, "dark").await;
        page.prefer(false, false).await;
        page.expect(SCHEME, "light").await;
    });
}

#[test]
fn nothing_scrolls_sideways_on_the_narrowest_phone() {
    browse(Setup { size: (320, 640), ..DESKTOP }, async |page| {
        for query in [
            "",
            "?year=2014",
            "?year=2016",
            "?year=2017&meeting=rzeszow-2017",
            "?expert=huub-droogh&lang=en",
            "?city=skarzysko-kamienna",
        ] {
            page.open(query).await;
            page.expect("document.documentElement.scrollWidth", 320).await;
            let wide: Vec<String> = page
                .run(
                    "return $$('header *, .timeline *, .panel *, footer *, .edge-name')
                       .filter((node) => node.checkVisibility() && node.getBoundingClientRect().right > 321)
                       .map((node) => `${node.tagName}.${node.className}: ${text(node).slice(0, 60)}`)",
                )
                .await;
            assert_eq!(wide, Vec::<String>::new(), "beyond the right edge of {query:?}");
        }
    });
}

#[test]
fn no_name_on_the_map_covers_another_or_is_cut() {
    const SIZES: [(u32, u32); 5] = [(320, 640), (360, 740), (768, 1024), (1280, 800), (1920, 1080)];
    browse(DESKTOP, async |page| {
        for size in SIZES {
            page.resize(size).await;
            for query in
                ["", "?year=2015", "?year=2016", "?year=2017", "?year=2017&meeting=rzeszow-2017", "?city=kutno&lang=en"]
            {
                page.open(query).await;
                let wrong: Vec<String> = page
                    .run(
                        "const map = $('.map-canvas').getBoundingClientRect();
                         const box = (node) => ({ node, name: text(node), rect: node.getBoundingClientRect() });
                         const isIn = ({ rect }) => rect.right > map.left && rect.left < map.right && rect.bottom > map.top && rect.top < map.bottom;
                         const names = $$('.map-canvas .city:not(.unnamed):not(.leaving) .name').map(box).filter(isIn);
                         const others = $$('.edge-name, .map-controls, .legend summary').filter((node) => node.checkVisibility()).map(box);
                         const symbols = $$('.map-canvas .city:not(.leaving) .symbol').map(box);
                         const overlap = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
                             && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
                         const wrong = names.filter(({ node, rect }) => {
                             const [x, y] = centre($('.symbol', node.parentElement));
                             const isSeen = x >= map.left && x <= map.right && y >= map.top && y <= map.bottom;
                             return isSeen && (rect.left < map.left - 1 || rect.right > map.right + 1);
                         }).map(({ name }) => `${name} is cut`);
                         for (const a of names)
                           for (const b of [...names, ...others])
                             if (a.node !== b.node && overlap(a.rect, b.rect)) wrong.push(`${a.name} and ${b.name}`);
                         for (const a of names)
                           for (const b of symbols)
                             if (b.node.parentElement !== a.node.parentElement && overlap(a.rect, b.rect)) wrong.push(`${a.name} and a symbol`);
                         return names.length ? wrong : ['no names']",
                    )
                    .await;
                assert_eq!(wrong, Vec::<String>::new(), "at {size:?} of {query:?}");
            }
        }
    });
}

#[test]
fn every_host_is_named_on_a_desktop() {
    browse(DESKTOP, async |page| {
        for query in ["", "?year=2015", "?year=2016", "?year=2017"] {
            page.open(query).await;
            page.expect("$$('.map-canvas .city.host.unnamed .name').map(text)", json!([])).await;
        }
    });
}

#[test]
fn no_name_at_the_edge_stands_under_what_lies_upon_the_map() {
    const SIZES: [(u32, u32); 4] = [(320, 640), (360, 740), (768, 1024), (1280, 800)];
    browse(DESKTOP, async |page| {
        for size in SIZES {
            page.resize(size).await;
            for query in
                ["", "?camera=7,49,27", "?camera=7,47.5,26", "?camera=7.5,54.5,21", "?year=2017&camera=8,52,10"]
            {
                page.open(query).await;
                let wrong: Vec<String> = page
                    .run(
                        "const boxes = (css) => $$(css).filter((node) => node.checkVisibility())
                           .map((node) => ({ name: text(node), rect: node.getBoundingClientRect() }));
                         const overlap = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
                           && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
                         return boxes('.edge-name').flatMap((a) => boxes('.map-controls, .legend summary')
                           .filter((b) => overlap(a.rect, b.rect)).map((b) => `${a.name} under ${b.name}`))",
                    )
                    .await;
                assert_eq!(wrong, Vec::<String>::new(), "at {size:?} of {query:?}");
            }
        }
    });
}

#[test]
fn no_name_at_the_edge_covers_a_host() {
    const EMBED: &str = "?embed=1&height=fixed";
    let views = [
        ((740, 360), ""),
        ((844, 390), ""),
        ((740, 360), "?year=2017"),
        ((844, 390), "?year=2017"),
        ((360, 740), "?year=2017"),
        ((600, 600), EMBED),
        ((700, 640), EMBED),
        ((800, 720), EMBED),
        ((1280, 800), "?year=2017"),
        ((1280, 800), "?year=2016"),
    ];
    browse(DESKTOP, async |page| {
        for (size, query) in views {
            page.resize(size).await;
            page.open(query).await;
            page.expect(
                "$$('.edge-name').flatMap((name) => $$('.map-canvas .city.host:not(.leaving) .symbol').filter((symbol) => {
                   const [a, b] = [name, symbol].map((it) => it.getBoundingClientRect());
                   return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
                     && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
                 }).map((symbol) => `${innerWidth}x${innerHeight}: ${text(name)} on ${symbol.parentNode.dataset.city}`))",
                json!([]),
            )
            .await;
        }
    });
}

#[test]
fn names_make_way_for_a_notice() {
    browse(Setup { size: (360, 740), may_log_errors: true, ..DESKTOP }, async |page| {
        page.server.replace("basemap/first.topo.json", Answer::Status(404));
        page.open("?camera=6,51,17").await;
        page.expect("text($('.map-notice')).length > 10", true).await;
        page.expect(
            "$$('.map-canvas .city:not(.unnamed):not(.leaving) .name, .edge-name').filter((node) => {
               const [a, b] = [node, $('.map-notice')].map((it) => it.getBoundingClientRect());
               return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
                 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
             }).map(text)",
            json!([]),
        )
        .await;
    });
}

#[test]
fn no_name_for_orientation_covers_anything_or_is_cut() {
    const SIZES: [(u32, u32); 5] = [(320, 640), (360, 740), (768, 1024), (1280, 800), (1920, 1080)];
    browse(DESKTOP, async |page| {
        for size in SIZES {
            page.resize(size).await;
            for query in [
                "",
                "?year=2015&lang=en",
                "?year=2017",
                "?year=2017&meeting=rzeszow-2017",
                "?camera=4,48,15",
                "?year=2017&camera=8,51.9,5.6",
            ] {
                page.open(query).await;
                // On the smallest map the campaign's own names take all the room.
                if size.0 > 320 || !query.is_empty() {
                    page.until("there are names", "return $$('.background:not(.leaving)').length > 0").await;
                }
                let wrong: Vec<String> = page
                    .run(
                        "const map = $('.map-canvas').getBoundingClientRect();
                         const boxes = (css, what) => $$(css).filter((node) => node.checkVisibility())
                           .map((node) => ({ name: `${what} ${text(node)}`, rect: node.getBoundingClientRect() }));
                         const names = boxes('.background:not(.leaving) span', 'name');
                         const others = [
                           ...boxes('.map-canvas .city:not(.unnamed):not(.leaving) .name', 'city'),
                           ...boxes('.map-canvas .city:not(.leaving) .symbol', 'symbol'),
                           ...boxes('.edge-name', 'edge'), ...boxes('.map-controls, .legend summary', 'control'),
                         ];
                         const overlap = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
                           && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
                         const isCut = ({ left, right, top, bottom }) =>
                           left < map.left - 1 || right > map.right + 1 || top < map.top - 1 || bottom > map.bottom + 1;
                         const wrong = names.filter(({ rect }) => isCut(rect)).map(({ name }) => `${name} is cut`);
                         names.forEach((a, index) => {
                           for (const b of [...names.slice(index + 1), ...others])
                             if (overlap(a.rect, b.rect)) wrong.push(`${a.name} and ${b.name}`);
                         });
                         return wrong",
                    )
                    .await;
                assert_eq!(wrong, Vec::<String>::new(), "at {size:?} of {query:?}");
            }
        }
    });
}

#[test]
fn the_surroundings_are_named_in_the_chosen_language_for_eyes_only() {
    browse(DESKTOP, async |page| {
        let has = |names: &str| format!("{names}.filter((name) => !texts('.background span').includes(name))");
        page.open("?year=2015&camera=5.5,52,17").await;
        page.expect(&has("['Niemcy', 'Czechy', 'Morze Bałtyckie', 'Warszawa', 'Praga', 'Drezno', 'Wilno']"), json!([]))
            .await;
        page.click(".languages button[lang=en]").await;
        page.expect(&has("['Germany', 'Czechia', 'Baltic Sea', 'Warsaw', 'Prague', 'Dresden', 'Vilnius']"), json!([]))
            .await;
        // Poznań is a host of that year, so it stands there once.
        page.expect("$$('.map-canvas .name, .background span').filter((node) => text(node) === 'Poznań').length", 1)
            .await;
        page.expect("$('.leaflet-names-pane').getAttribute('aria-hidden')", "true").await;
        page.expect("$$('.leaflet-names-pane [tabindex], .leaflet-names-pane [role]').length", 0).await;
        page.expect("getComputedStyle($('.background')).pointerEvents", "none").await;
    });
}

#[test]
fn map_slider_and_lists_are_all_in_sight_on_a_phone() {
    browse(PHONE, async |page| {
        page.open("?year=2016").await;
        page.expect(
            "['.map-canvas', '.slider', '.summary'].filter((css) => {
               const { top, bottom, height } = $(css).getBoundingClientRect();
               return height < 20 || top < 0 || bottom > innerHeight;
             })",
            json!([]),
        )
        .await;
        // The map and the slider stay while the lists are read.
        page.run::<()>("$('ul.guests').scrollIntoView({ block: 'end' }); return null").await;
        page.expect("$('.panel').scrollTop > 100 && $('.slider').getBoundingClientRect().top >= 0", true).await;
        page.expect("$('ul.guests').getBoundingClientRect().bottom <= innerHeight + 1", true).await;
    });
}

const SIZES: [(u32, u32); 3] = [(360, 740), (1280, 800), (1920, 1080)];

/// Pictures of each size in each language.
async fn photograph(page: &Page, kind: &str) {
    const VIEWS: [(&str, &str); 3] =
        [("start", ""), ("2016", "year=2016"), ("2017-rzeszow", "year=2017&meeting=rzeszow-2017")];
    for (size @ (width, height), lang) in SIZES.into_iter().flat_map(|size| [(size, "pl"), (size, "en")]) {
        page.resize(size).await;
        for (name, query) in VIEWS {
            page.open(&format!("?lang={lang}&{query}")).await;
            page.photograph("screenshots", &format!("{name}-{width}x{height}-{lang}{kind}")).await;
        }
    }
}

#[test]
fn pictures_are_taken_in_the_light() {
    browse(DESKTOP, async |page| photograph(page, "").await);
}

#[test]
fn pictures_are_taken_in_the_dark() {
    browse(Setup { dark: true, ..DESKTOP }, async |page| photograph(page, "-dark").await);
}

#[test]
fn pictures_are_taken_of_what_is_wrong() {
    browse(BROKEN, async |page| {
        page.server.replace("data/programme.json", "<!doctype html><title>404</title>");
        for size @ (width, height) in SIZES {
            page.resize(size).await;
            page.open_raw("").await;
            page.until("the problems are listed", "return !!$('.problems')").await;
            page.calm().await;
            page.photograph("screenshots", &format!("problems-{width}x{height}")).await;
        }
    });
}
