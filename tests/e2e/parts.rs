//! What the first view does without is a file of its own: the page stands without it, and says so where it is missed.

use fantoccini::key::Key;
use serde_json::json;

use super::harness::{Answer, BROKEN, DESKTOP, PHONE, browse, dist};

const PART: &str = "part-extras-*.wasm";

/// What of the first WebAssembly no first view calls.
const LATER: &str = "part-later-*.wasm";

/// The path of the part in the built app.
fn part() -> String {
    built("part-extras-")
}

/// The one file of the built app whose name begins so.
fn built(start: &str) -> String {
    let names = std::fs::read_dir(dist()).expect("the built app").map(|entry| entry.expect("a file").file_name());
    let mut names = names.filter_map(|name| name.into_string().ok());
    names.find(|name| name.starts_with(start)).unwrap_or_else(|| panic!("no {start} in the built app"))
}

#[test]
fn what_comes_later_is_asked_for_once_and_after_the_base_map() {
    for setup in [DESKTOP, PHONE] {
        browse(setup, async |page| {
            page.open("").await;
            page.until("the part is here", "return !!$('.in-words')").await;
            let log = page.server.log();
            // WebKit asks again for what was preloaded.
            let all = |end: &str| -> Vec<usize> { (0..log.len()).filter(|&at| log[at].ends_with(end)).collect() };
            let base = all("basemap/first.topo.json");
            // Of the second this says, too, that the first view called nothing of it: it would have been fetched on the spot.
            for file in ["part-extras-", "part-later-", "later-"].map(built) {
                let asked = all(&file);
                assert_eq!(asked.len(), 1, "{file}: {log:?}");
                assert!(!base.is_empty() && base.iter().all(|&at| at < asked[0]), "{file}: {log:?}");
            }
        });
    }
}

#[test]
fn who_is_faster_than_the_network_gets_the_rest_of_the_code_on_the_spot() {
    browse(DESKTOP, async |page| {
        page.server.replace(LATER, Answer::Late(1500));
        page.open_raw("").await;
        page.until("the map is drawn", "return document.documentElement.dataset.app === 'ready'").await;
        page.run::<()>("$('.search-field').focus(); return null").await;
        page.type_text("a").await;
        page.expect("$$('.popup').length", 1).await;
    });
}

#[test]
fn without_the_rest_of_the_code_the_page_stands_until_it_is_needed() {
    browse(BROKEN, async |page| {
        page.server.replace(LATER, Answer::Status(503));
        page.open("").await;
        page.expect("$$('.panel > .missing .retry').length", 1).await;
        page.run::<()>("choose(2017); return null").await;
        page.expect("$$('.panel ul.meetings > li').length", 4).await;
        page.run::<()>("$('.panel ul.meetings button').click(); return null").await;
        page.expect("$$('.detail .missing').length", 1).await;
        page.run::<()>("$('.play').click(); return null").await;
        page.expect("!!$('.timeline.playing')", true).await;
        page.run::<()>("$('.search-field').focus(); return null").await;
        page.type_text("a").await;
        page.expect("text($('.failure p'))?.startsWith('Nie udało się wczytać mapy.')", true).await;
    });
}

#[test]
fn the_rest_of_the_code_is_asked_for_again_with_the_other_part() {
    browse(BROKEN, async |page| {
        page.server.replace(LATER, Answer::Status(503));
        page.open("").await;
        page.expect("$$('.panel > .missing .retry').length", 1).await;
        page.server.mend(LATER);
        page.click(".panel > .missing .retry").await;
        page.expect("[$$('.missing').length, !!$('.in-words')]", json!([0, true])).await;
    });
}

#[test]
fn what_a_part_paints_waits_for_its_style_sheet() {
    browse(DESKTOP, async |page| {
        page.server.replace("later-*.css", Answer::Late(1500));
        page.open_raw("?view=table").await;
        page.expect("[$$('.awaited').length > 0, $$('.board').length]", json!([true, 0])).await;
        page.until("the table is here", "return !!$('.board tbody tr')").await;
        // Asked once: at this moment.
        let looks: String = page.run("return getComputedStyle($('.board thead th')).position").await;
        assert_eq!(looks, "sticky");
    });
    browse(BROKEN, async |page| {
        page.server.replace("later-*.css", Answer::Status(503));
        page.open("").await;
        page.expect("$$('.panel > .missing .retry').length", 1).await;
        page.server.mend("later-*.css");
        page.click(".panel > .missing .retry").await;
        page.expect("[$$('.missing').length, !!$('.in-words')]", json!([0, true])).await;
    });
}

#[test]
fn a_link_that_needs_the_part_is_ready_with_it_and_not_before() {
    browse(DESKTOP, async |page| {
        page.server.replace(PART, Answer::Late(1500));
        for (query, css) in [("?meeting=rzeszow-2017", ".detail .steps"), ("?view=table", ".board tbody tr")] {
            page.open_raw(query).await;
            page.expect("$$('.awaited').length > 0", true).await;
            page.expect("document.documentElement.dataset.app", "loading").await;
            page.is_ready().await;
            // Asked once: at this moment.
            let found: bool = page.run(&format!("return !!$('{css}')")).await;
            assert!(found, "{query}: no {css} in a page that is ready");
        }
    });
}

#[test]
fn what_is_asked_for_before_the_part_is_here_comes_with_it() {
    browse(DESKTOP, async |page| {
        page.server.replace(PART, Answer::Late(3000));
        page.open_raw("").await;
        page.until("the map is drawn", "return document.documentElement.dataset.app === 'ready'").await;
        page.run::<()>("$('.panel ul.meetings button').click(); return null").await;
        page.expect(
            "[text($('.detail .awaited')), document.activeElement?.id]",
            json!(["Wczytywanie…", "detail-title"]),
        )
        .await;
        page.expect("$$('.detail .steps').length", 1).await;
        page.expect("document.activeElement?.id", "detail-title").await;
    });
}

#[test]
fn help_wished_for_before_the_part_is_here_opens_with_it_and_not_after_escape() {
    browse(DESKTOP, async |page| {
        page.server.replace(PART, Answer::Late(2000));
        page.open_raw("").await;
        page.until("the map is drawn", "return document.documentElement.dataset.app === 'ready'").await;
        page.run::<()>("$('.help-button').click(); return null").await;
        page.expect("!!$('dialog[open]')", true).await;
        page.open_raw("").await;
        page.until("the map is drawn", "return document.documentElement.dataset.app === 'ready'").await;
        page.run::<()>("$('.help-button').click(); return null").await;
        page.press(Key::Escape).await;
        page.until("the part is here", "return !!$('.in-words')").await;
        page.expect("(async () => { await frames(5); return !!$('dialog[open]') })()", false).await;
    });
}

#[test]
fn without_the_part_the_page_stands_says_so_and_asks_again() {
    browse(BROKEN, async |page| {
        page.server.replace(PART, Answer::Status(503));
        page.open("?year=2017").await;
        page.expect("$$('.panel ul.meetings > li').length", 4).await;
        page.expect("$$('.map-canvas .city.host').length", 4).await;
        page.expect("text($('.panel > .missing p'))", "Nie udało się wczytać części strony: szczegółów, tabel i wyszukiwarki. Mapa, oś czasu i listy działają bez nich.").await;
        // It is said once, though it stands where each thing would.
        page.expect("text($('.unseen[role=status]'))?.startsWith('Nie udało się')", true).await;
        page.expect("$$('[role=alert]').length", 0).await;
        // What is chosen has its name, and the same sentence in place of what is known of it.
        page.run::<()>("$('.panel ul.meetings button').click(); return null").await;
        page.expect("[text($('#detail-title')), $$('.detail .missing').length]", json!(["Rzeszów, 29 marca 2017", 1]))
            .await;
        page.expect("document.activeElement?.id", "detail-title").await;

        page.server.mend(PART);
        page.run::<()>("$('.detail .retry').focus(); return null").await;
        page.press(Key::Enter).await;
        page.expect("[$$('.detail .steps').length, $$('.missing').length]", json!([1, 0])).await;
        page.expect("document.activeElement?.id", "detail-title").await;
        // The page is whole from here on.
        page.run::<()>("$('.displays button:nth-of-type(2)').click(); return null").await;
        page.expect("$$('.board tbody tr').length", 4).await;
    });
}

#[test]
fn a_part_that_is_broken_or_no_webassembly_is_as_good_as_none() {
    for contents in ["", "<!doctype html><title>Not found</title>"] {
        browse(BROKEN, async |page| {
            page.server.replace(PART, contents);
            page.open("").await;
            page.expect("$$('.panel > .missing .retry').length", 1).await;
            page.expect("$$('.panel ul.meetings > li').length", 15).await;
        });
    }
}

#[test]
fn a_filter_without_the_part_says_why_it_is_not_explained_and_the_part_is_asked_for_once() {
    browse(BROKEN, async |page| {
        page.server.replace(PART, Answer::Status(503));
        page.open("?q=xyzzy").await;
        page.expect("$$('.find .missing .retry').length", 1).await;
        page.expect("$$('.panel .missing').length > 0", true).await;
        let asked = page.server.log().iter().filter(|path| path.ends_with(&part())).count();
        assert_eq!(asked, 1, "{:?}", page.server.log());
        // A text cannot become a filter that nothing would explain.
        page.open("").await;
        page.run::<()>("$('.search-field').focus(); return null").await;
        page.type_text("abc").await;
        page.expect("$$('.popup .missing').length", 1).await;
        page.press(Key::Enter).await;
        page.expect("[location.search, $$('.panel ul.meetings > li').length]", json!(["", 15])).await;
    });
}

#[test]
fn without_data_and_without_the_part_the_page_says_that_nothing_came() {
    browse(BROKEN, async |page| {
        page.server.replace(PART, Answer::Status(503));
        page.server.replace("data/*", Answer::Status(503));
        page.open_raw("").await;
        page.expect("text($('#app[role=alert]'))?.startsWith('Nie udało się wczytać danych kampanii ani')", true).await;
        // What can be read without the app stays.
        page.expect("$$('main').length === 1 && !!$('#still main')", true).await;
        page.server.mend("data/*");
        page.server.mend(PART);
        page.click("#app .missing button").await;
        page.expect("$$('#app .panel ul.meetings > li').length", 15).await;
    });
}
