//! What the first view does without is a file of its own: the page stands without it, and says so where it is missed.

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
        let at = |end: &str| {
            let found: Vec<usize> = (0..log.len()).filter(|&index| log[index].ends_with(end)).collect();
            assert_eq!(found.len(), 1, "{end} in {log:?}");
            found[0]
        };
        assert!(at(&part()) > at("basemap/first.topo.json"), "{log:?}");
    });
}

#[test]
fn a_link_that_needs_the_part_is_ready_with_it() {
    browse(DESKTOP, async |page| {
        page.open_raw("?meeting=rzeszow-2017").await;
        page.until("the app is ready", "return document.documentElement.dataset.app === 'ready'").await;
        page.expect("$$('.detail .steps').length", 1).await;
        page.open_raw("?view=table").await;
        page.until("the app is ready", "return document.documentElement.dataset.app === 'ready'").await;
        page.expect("$$('.board tbody tr').length", 15).await;
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
        // What is chosen has its name, and the same sentence in place of what is known of it.
        page.run::<()>("$('.panel ul.meetings button').click(); return null").await;
        page.expect("[text($('#detail-title')), $$('.detail .missing').length]", json!(["Rzeszów, 29 marca 2017", 1]))
            .await;
        page.expect("document.activeElement?.id", "detail-title").await;

        page.server.mend(PART);
        page.run::<()>("$('.detail .retry').click(); return null").await;
        page.expect("[$$('.detail .steps').length, $$('.missing').length]", json!([1, 0])).await;
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
