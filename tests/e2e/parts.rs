//! What the first view does without is a file of its own: the page stands without it, and says so where it is missed.

use fantoccini::key::Key;
use serde_json::json;

use super::harness::{Answer, BROKEN, DESKTOP, browse, dist};

const PART: &str = "part-extras-*.wasm";

/// The path of the part in the built app.
fn part() -> String {
    let names = std::fs::read_dir(dist()).expect("the built app").map(|entry| entry.expect("a file").file_name());
    let mut names = names.filter_map(|name| name.into_string().ok());
    names.find(|name| name.starts_with("part-extras-")).expect("the app is cut in two")
}

#[test]
fn the_part_is_asked_for_once_and_after_the_base_map() {
    browse(DESKTOP, async |page| {
        page.open("").await;
        let log = page.server.log();
        // WebKit asks again for what was preloaded.
        let all = |end: &str| -> Vec<usize> { (0..log.len()).filter(|&at| log[at].ends_with(end)).collect() };
        let (base, part) = (all("basemap/first.topo.json"), all(&part()));
        assert_eq!(part.len(), 1, "{log:?}");
        assert!(!base.is_empty() && base.iter().all(|&at| at < part[0]), "{log:?}");
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
            page.until("the app is ready", "return document.documentElement.dataset.app === 'ready'").await;
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
        page.expect("text($('main'))?.startsWith('Nie udało się wczytać danych kampanii ani')", true).await;
        page.server.mend("data/*");
        page.server.mend(PART);
        page.click("main .missing button").await;
        page.expect("$$('.panel ul.meetings > li').length", 15).await;
    });
}
