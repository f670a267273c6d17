//! The poster: a sheet of paper with a map for each edition.

use serde_json::json;

use super::harness::{BROKEN, DESKTOP, PHONE, browse};

needs! { devtools: on_paper_there_is_nothing_but_the_poster_and_all_of_it }

#[test]
fn it_has_a_map_for_each_edition_and_every_meeting_on_one_of_them() {
    browse(DESKTOP, async |page| {
        page.open("?view=poster").await;
        page.expect("texts('.plate h3').map((text) => text.slice(0, 2))", json!(["1.", "2.", "3.", "4."])).await;
        page.expect("$$('.plate svg[role=img][aria-label]').length", 4).await;
        let data = "(await (await fetch('data/programme.json')).json())";
        page.expect(&format!("(async () => $$('.plate-meetings > li').length === {data}.meetings.length)()"), true)
            .await;
        // The base map is there, in the page's colours, and names in the namespace of SVG.
        page.expect("$$('.plate svg').every((svg) => svg.querySelector('path').getBBox().width > 100)", true).await;
        page.expect("getComputedStyle($('.plate circle[r=\"7.5\"]')).fill", "rgb(179, 38, 30)").await;
        page.expect("texts('.plate:nth-child(3) svg text').includes('Rzeszów')", true).await;
        page.expect("text({ textContent: document.title })", "Plakat – Pracownia miast").await;
    });
}

#[test]
fn the_page_about_the_data_leads_to_it_and_back_again() {
    browse(PHONE, async |page| {
        page.open("?view=about").await;
        page.click(".about .more-about").await;
        page.expect_query("?view=poster").await;
        page.expect("document.activeElement.id", "page").await;
        page.expect("$$('.plate').length", 4).await;
        page.expect("document.documentElement.scrollWidth <= innerWidth", true).await;
        page.back().await;
        page.expect("$$('.poster').length", 0).await;
        page.expect("$$('.about').length", 1).await;
    });
}

#[test]
fn it_speaks_the_language_and_wears_the_colours_that_are_chosen() {
    browse(DESKTOP, async |page| {
        page.open("?view=poster&lang=en&theme=dark").await;
        page.expect("$$('.plate').length", 4).await;
        page.expect("texts('.plate-count')[2]", "10 meetings in 9 cities").await;
        page.expect("getComputedStyle($('.plate circle[r=\"7.5\"]')).fill", "rgb(255, 138, 120)").await;
    });
}

fn on_paper_there_is_nothing_but_the_poster_and_all_of_it() {
    browse(BROKEN, async |page| {
        // What is wrong with the data is for who mends it.
        page.server.replace("data/config.json", "{ \"version\": 1, ");
        page.open("?view=poster").await;
        page.expect("$$('.plate').length", 4).await;
        page.expect("$$('.problems').length", 1).await;
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        let is_seen = |css: &str| format!("$$(\"{css}\").some((node) => node.checkVisibility())");
        for css in [".masthead", "footer", ".problems", ".map", ".panel", ".poster-actions"] {
            page.expect(&is_seen(css), false).await;
        }
        page.expect("$$('.plate').every((plate) => plate.checkVisibility())", true).await;
        let pdf = page.devtools("Page.printToPDF", json!({ "preferCSSPageSize": true })).await;
        let bytes = format!("atob({})", pdf["data"]);
        // A3 is 297 x 420 mm: 842 x 1191 points. The colon of a dictionary's entry does not stand in the text of a page.
        page.expect(&format!("{bytes}.match(/[/]Type [/]Page\\b/g).length"), 1).await;
        page.expect(&format!("/MediaBox \\[0 0 84[12][.\\d]* 119[01]/.test({bytes})"), true).await;
    });
}
