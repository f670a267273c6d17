//! The address: links, back and forward, and what is no address of ours.

use fantoccini::key::Key;

use super::harness::{DESKTOP, browse};

const HEADING: &str = "text($('.summary h2'))";
const TITLE: &str = "text($('.detail header h3'))";

#[test]
fn a_link_opens_the_view_that_it_names() {
    browse(DESKTOP, async |page| {
        page.open("?year=2017&city=nijmegen&lang=en").await;
        page.expect(HEADING, "2017").await;
        page.expect(TITLE, "Nijmegen").await;
        page.expect("document.documentElement.lang", "en").await;
        page.expect("$('.map-canvas .city.strong .name') && text($('.map-canvas .city.strong .name')) !== null", true)
            .await;
        page.expect_query("?year=2017&city=nijmegen&lang=en").await;
    });
}

#[test]
fn a_linked_city_is_in_sight() {
    browse(DESKTOP, async |page| {
        page.open("?year=2017&city=glasgow").await;
        page.expect("$$('.edge-name[data-city=\"glasgow\"]').length", 0).await;
    });
}

#[test]
fn back_and_forward_walk_through_years_and_selections() {
    browse(DESKTOP, async |page| {
        page.open("").await;
        page.focus(".slider").await;
        page.press(Key::Home).await;
        page.expect_query("?year=2014").await;
        page.press(Key::End).await;
        page.expect_query("?year=2017").await;
        page.run::<()>(
            "$$('ul.meetings .choice').find((choice) => text(choice).startsWith('Rzeszów')).click(); return null",
        )
        .await;
        page.expect_query("?year=2017&meeting=rzeszow-2017").await;

        page.back().await;
        page.expect_query("?year=2017").await;
        page.expect("$$('.detail').length", 0).await;
        page.back().await;
        page.expect(HEADING, "2014").await;
        page.expect("$$('.map-canvas .city').length", 0).await;
        page.back().await;
        page.expect(HEADING, "2014–2017").await;
        page.forward().await;
        page.forward().await;
        page.forward().await;
        page.expect_query("?year=2017&meeting=rzeszow-2017").await;
        page.expect(TITLE, "Rzeszów, 29 marca 2017").await;
        page.expect("$$('.map-canvas .city.host').length", 4).await;
    });
}

#[test]
fn bad_values_and_unknown_keys_are_ignored() {
    browse(DESKTOP, async |page| {
        for query in [
            "?year=1066&city=atlantis&x=1",
            "?year=MMXVI&lang=tlh&theme=pink&camera=a,b",
            "?%ff=%00&meeting=&&=;?",
            "?lang=%F0",
        ] {
            page.open(query).await;
            page.expect(HEADING, "2014–2017").await;
            page.expect("$$('.panel ul.meetings > li').length", 15).await;
            page.expect("$$('.detail').length", 0).await;
            page.expect("document.documentElement.lang", "pl").await;
        }
    });
}

#[test]
fn what_is_valid_beside_a_bad_value_counts() {
    browse(DESKTOP, async |page| {
        page.open("?year=2016&city=atlantis&utm_source=gazeta").await;
        page.expect(HEADING, "2016").await;
        page.expect("$$('.panel ul.meetings > li').length", 10).await;
    });
}

#[test]
fn the_map_that_a_person_moved_is_in_the_link() {
    browse(DESKTOP, async |page| {
        page.open("?year=2017").await;
        let (x, y): (f64, f64) = page.run("return centre($('.map-canvas'))").await;
        page.drag(&[(x, y), (x + 40.0, y + 10.0), (x + 120.0, y + 30.0)]).await;
        page.expect("/^\\?year=2017&camera=[\\d.]+,[\\d.]+,[\\d.]+$/.test(location.search)", true).await;
        let script = "return centre(marker('Rzeszów')).map(Math.round)";
        page.calm().await;
        let before: (i32, i32) = page.run(script).await;
        let query: String = page.run("return location.search").await;
        page.open(&query).await;
        let after: (i32, i32) = page.run(script).await;
        let apart = (before.0 - after.0).abs().max((before.1 - after.1).abs());
        assert!(apart <= 3, "Rzeszów stood at {before:?}, and stands at {after:?} by the link {query}");
    });
}
