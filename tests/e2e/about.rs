//! The page about the data.

use serde_json::json;

use super::harness::{DESKTOP, browse};

#[test]
fn it_says_how_much_is_known_and_lists_every_source_and_every_doubt() {
    browse(DESKTOP, async |page| {
        page.open("?view=about").await;
        page.expect("texts('.shares li')", json!(["15 z ponad 30 spotkań", "11 z 18 miast"])).await;
        let data = "(await (await fetch('data/programme.json')).json())";
        page.expect(&format!("(async () => $$('.about .all-sources > li').length === {data}.sources.length)()"), true)
            .await;
        page.expect(
            &format!(
                "(async () => {{
                   let doubts = 0;
                   JSON.stringify({data}, (key, value) => {{ if (key === 'doubts') doubts += value.length; return value; }});
                   return doubts > 10 && $$('.all-doubts li li').length === doubts;
                 }})()"
            ),
            true,
        )
        .await;
        page.expect("texts('.about section p').some((text) => text.includes('2014'))", true).await;
        page.expect("text($('.citation')).includes(location.origin + location.pathname)", true).await;
        page.expect("document.title.startsWith('O\\u00a0danych')", true).await;
    });
}

#[test]
fn it_takes_the_place_of_everything_else() {
    browse(DESKTOP, async |page| {
        page.open("").await;
        // By a person's click: WebKit goes back over steps that a script made.
        page.click(".more-about").await;
        page.expect_query("?view=about").await;
        page.expect("document.activeElement.id", "page").await;
        page.expect(
            "['.map', '.panel', '.slider'].some((css) => $(css).checkVisibility({ visibilityProperty: true }))",
            false,
        )
        .await;
        page.expect("$('.skip').hash", "#page").await;
        page.back().await;
        page.expect("$$('.about').length", 0).await;
        page.expect("$('.map').checkVisibility({ visibilityProperty: true })", true).await;
    });
}

#[test]
fn a_doubt_leads_to_its_record() {
    browse(DESKTOP, async |page| {
        page.open("?view=about").await;
        page.run::<()>("$$('.all-doubts .go').find((link) => text(link).startsWith('Wałbrzych')).click(); return null")
            .await;
        page.expect_query("?meeting=walbrzych-2016").await;
        page.expect("text($('.detail h3'))", "Wałbrzych, 31 marca 2016").await;
        page.expect("document.activeElement.id", "detail-title").await;
    });
}
