//! What paper shows.

use serde_json::json;

use super::harness::{DESKTOP, Page, Setup, browse};

needs! { devtools:
    paper_shows_the_map_the_lists_the_sources_and_the_address,
    paper_shows_what_the_view_shows_and_no_more,
    a_table_on_paper_has_its_headings_and_its_sources_and_no_lists,
    the_sheets_are_a4,
    paper_is_whole_where_the_browser_prints_no_backgrounds,
    a_detail_begins_where_there_is_room_and_no_heading_stands_alone_at_the_foot,
    the_name_of_the_mark_that_the_focus_is_on_is_not_on_paper,
    without_scripts_paper_has_the_name_and_the_sources_and_no_ways_to_other_pages,
}

async fn on_paper(page: &Page, query: &str) {
    page.open(query).await;
    page.until("the extras are here", "return !!$('.in-words')").await;
    page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
    page.run::<()>("dispatchEvent(new Event('beforeprint')); await frames(3); return null").await;
}

/// How many sheets the page takes.
async fn sheets(page: &Page) -> usize {
    let pdf = page.devtools("Page.printToPDF", json!({ "preferCSSPageSize": true })).await;
    page.run(&format!("return atob({}).match(/\\/Type \\/Page\\b/g).length", pdf["data"])).await
}

/// Their width and height in points, each kind once.
async fn sizes(page: &Page) -> Vec<String> {
    let pdf = page.devtools("Page.printToPDF", json!({ "preferCSSPageSize": true })).await;
    let boxes = "[...new Set([...atob(PDF).matchAll(/\\/MediaBox \\[0 0 ([\\d.]+) ([\\d.]+)\\]/g)]
        .map(([, ...size]) => size.map(Math.round).join(' x ')))]";
    page.run(&format!("return {}", boxes.replace("PDF", &pdf["data"].to_string()))).await
}

/// The headings, each with the number of its sheet and how far above its lower edge it begins, in points.
async fn headings(page: &Page) -> Vec<(String, usize, f64)> {
    let options = json!({ "preferCSSPageSize": true, "generateDocumentOutline": true, "generateTaggedPDF": true });
    let pdf = page.devtools("Page.printToPDF", options).await;
    page.run(&format!(
        "const pdf = atob({});
         const sheets = pdf.match(/\\/Kids \\[([^\\]]*)\\]/)[1].match(/\\d+ 0 R/g);
         const words = (title) => title.startsWith('(') ? title.slice(1, -1)
           : title.slice(5, -1).match(/.{{4}}/g).map((code) => String.fromCharCode(parseInt(code, 16))).join('');
         return [...pdf.matchAll(/\\/Title (<[^>]*>|\\([^)]*\\))\\s*\\/Dest \\[(\\d+ 0 R) \\/XYZ \\S+ (\\S+)/g)]
           .map(([, title, sheet, above]) => [words(title), sheets.indexOf(sheet), Number(above)])",
        pdf["data"]
    ))
    .await
}

fn a_detail_begins_where_there_is_room_and_no_heading_stands_alone_at_the_foot() {
    browse(DESKTOP, async |page| {
        on_paper(page, "?year=2017&city=rzeszow").await;
        let headings = headings(page).await;
        assert!(headings.iter().filter(|heading| heading.0 == "Czego nie wiemy na pewno").count() > 1, "{headings:?}");
        assert!(headings.iter().any(|(title, sheet, _)| title == "Rzeszów" && *sheet == 0), "{headings:?}");
        // The margin is 40 points high, and a line of text below a heading ends 30 points below its upper edge.
        let alone: Vec<_> = headings.iter().filter(|(_, _, above)| *above < 70.0).collect();
        assert!(alone.is_empty(), "{alone:?}");
    });
}

/// What is painted by a background that the browser leaves out if nobody asks for it; and what would lie white upon it.
const NOT_PAINTED: &str = "(() => {
    const inks = /^rgba\\(0, 0, 0, 0\\)$/;
    const signs = $$('.timeline *, .legend *, .city, .city *, .background, .edge-name *').filter((node) => node.checkVisibility());
    const left = signs.flatMap((node) => ['', '::before', '::after'].map((part) => [node.className + part, getComputedStyle(node, part || null)]))
      .filter(([name, style]) => (!name.includes('::') || style.content !== 'none')
        && (!inks.test(style.backgroundColor) || style.backgroundImage !== 'none') && style.printColorAdjust !== 'exact');
    const upon = $$('.slider').filter((slider) => {
      const { backgroundColor, printColorAdjust } = getComputedStyle(slider);
      return !inks.test(backgroundColor) || printColorAdjust !== 'exact';
    });
    return [...new Set([...left.map(([name]) => name), ...upon.map((slider) => slider.className)])];
  })()";

fn paper_is_whole_where_the_browser_prints_no_backgrounds() {
    browse(DESKTOP, async |page| {
        for query in ["?year=2016&lang=en&theme=dark", "?year=2017&city=rzeszow", "", "?years=2015-2016", "?view=table"]
        {
            on_paper(page, query).await;
            page.expect("$$('.bar, .slider, .swatch').length > 6", true).await;
            page.expect(&format!("[{query:?}, {NOT_PAINTED}]"), json!([query, []])).await;
        }
    });
}

fn the_name_of_the_mark_that_the_focus_is_on_is_not_on_paper() {
    browse(DESKTOP, async |page| {
        page.open("").await;
        page.focus(".marks").await;
        page.expect("$('.tip').checkVisibility()", true).await;
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        page.expect("$('.tip').checkVisibility()", false).await;
    });
}

fn the_sheets_are_a4() {
    browse(DESKTOP, async |page| {
        on_paper(page, "?year=2017").await;
        assert_eq!(sizes(page).await, ["595 x 842"]);
    });
}

fn without_scripts_paper_has_the_name_and_the_sources_and_no_ways_to_other_pages() {
    browse(Setup { may_log_errors: true, ..DESKTOP }, async |page| {
        page.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
        for path in ["year/2016/", "en/city/rzeszow/", ""] {
            page.open_raw(path).await;
            page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
            let seen = |css: &str| format!("$$('#still {css}').filter((node) => node.checkVisibility()).length");
            for css in [".languages", ".years", ".about", ".known", ".in-words"] {
                page.expect(&seen(css), 0).await;
            }
            page.expect(&seen(":is(h1, .site)"), if path.is_empty() { 1 } else { 2 }).await;
            page.expect(&format!("{} > 0", seen(".picture-map")), true).await;
            // What is folded up is told on paper, if the browser knows how.
            page.expect(
                "!CSS.supports('selector(::details-content)')
                   || $$('#still .sources li').filter((node) => !node.closest('.about, .known, .in-words')).every((node) => node.checkVisibility({ contentVisibilityAuto: true }) && node.getBoundingClientRect().height > 10)",
                true,
            )
            .await;
            assert!(sheets(page).await <= if path.is_empty() { 6 } else { 4 }, "{path}");
        }
    });
}

fn paper_shows_what_the_view_shows_and_no_more() {
    browse(DESKTOP, async |page| {
        on_paper(page, "?year=2014").await;
        for css in [".known", ".in-words", ".print-only"] {
            page.expect(&format!("$$('{css}').filter((node) => node.checkVisibility()).length"), 0).await;
        }
        assert_eq!(sheets(page).await, 1);
        on_paper(page, "?year=2017").await;
        page.expect("$$('.print-only').filter((node) => node.checkVisibility()).length", 1).await;
        assert!((2..=3).contains(&sheets(page).await));
    });
}

fn a_table_on_paper_has_its_headings_and_its_sources_and_no_lists() {
    browse(DESKTOP, async |page| {
        on_paper(page, "?view=table").await;
        for css in ["ul.meetings", ".sheets", "thead .heading", ".known"] {
            page.expect(&format!("$$('{css}').filter((node) => node.checkVisibility()).length"), 0).await;
        }
        page.expect("$$('.print-only .sources li').some((node) => node.checkVisibility())", true).await;
        page.expect(
            "$$('thead th').slice(0, 2).map((th) => getComputedStyle(th, '::after').content)",
            json!(["\"Miasto\"", "\"Kiedy\""]),
        )
        .await;
        page.expect("getComputedStyle($('.board a[href^=http]'), '::after').content", "none").await;
        // All on their side: of two kinds of sheets the first would have the page's name alone.
        assert_eq!(sizes(page).await, ["842 x 595"]);
        assert!(sheets(page).await <= 4);
    });
}

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
