//! Details of editions and topics, and the way from one detail to the next.

use fantoccini::key::Key;
use serde_json::json;

use super::harness::{DESKTOP, browse};

const TITLE: &str = "text($('.detail header h3'))";

#[test]
fn an_edition_named_in_a_meeting_opens_its_detail_and_closing_it_shows_everything_again() {
    browse(DESKTOP, async |page| {
        page.open("?meeting=rzeszow-2017").await;
        page.run::<()>("$$('.detail .go').find((link) => text(link) === '3. edycja').focus(); return null").await;
        page.press(Key::Enter).await;
        page.expect_query("?edition=3").await;
        page.expect(TITLE, "3. edycja").await;
        page.expect("document.activeElement.id", "edition-title").await;
        page.expect("text($('.detail dl')).includes('10 spotkań w 9 miastach')", true).await;
        page.expect("texts('.detail .inner .place').includes('Paul Goedknegt')", true).await;
        page.expect("$$('.detail .sources a').length", 2).await;
        page.click(".detail .close").await;
        page.expect_query("").await;
        page.expect("$$('.detail').length", 0).await;
    });
}

#[test]
fn a_topic_has_its_meetings_and_both_details_stand_below_each_other() {
    browse(DESKTOP, async |page| {
        page.open("?edition=2&topic=cultural-tolerance").await;
        page.expect("texts('.detail header h3')", json!(["2. edycja", "tolerancja kulturowa"])).await;
        page.expect("texts('.detail:nth-of-type(2) .inner .place').slice(0, 1)", json!(["Wałbrzych"])).await;
    });
}

#[test]
fn a_topic_without_a_meeting_says_so() {
    browse(DESKTOP, async |page| {
        page.open("?topic=social-policy").await;
        page.expect(TITLE, "polityka społeczna").await;
        page.expect("text($('.detail .empty')) !== null && $$('.detail .sources a').length === 1", true).await;
    });
}

#[test]
fn the_buttons_lead_from_each_meeting_of_the_year_to_the_next_and_stop_at_the_end() {
    browse(DESKTOP, async |page| {
        page.open("?year=2017&meeting=rzeszow-2017").await;
        page.expect("text($('.steps p'))", "1. z 4 spotkań").await;
        page.expect("$('.step.previous').disabled", true).await;
        page.expect("$('.step.next').title.replace(/\\u00a0/g, ' ')", "Dalej: Sandomierz, 26–27 kwietnia 2017").await;
        for place in 2..=4 {
            page.run::<()>("$('.step.next').focus(); return null").await;
            page.press(Key::Enter).await;
            page.expect("text($('.steps p'))", format!("{place}. z 4 spotkań")).await;
            page.expect("document.activeElement.id", "detail-title").await;
        }
        page.expect("$('.step.next').disabled", true).await;
        page.expect("$$('.step').every((step) => step.offsetWidth >= 44 && step.offsetHeight >= 44)", true).await;
    });
}

#[test]
fn cities_follow_each_other_by_name_and_editions_by_number() {
    browse(DESKTOP, async |page| {
        page.open("?year=2017&city=tel-aviv").await;
        page.expect("$('.step.next').title", "Dalej: Wiedeń").await;
        page.open("?edition=3").await;
        page.click(".step.next").await;
        page.expect(TITLE, "4. edycja").await;
        page.expect_query("?edition=4").await;
    });
}

#[test]
fn a_city_says_how_far_and_in_which_direction_its_guests_live() {
    browse(DESKTOP, async |page| {
        page.open("?city=rzeszow").await;
        page.expect("texts('.detail .plain li').includes('Wiedeń, 457 km na południowy zachód (246°)')", true).await;
        page.expect("text($('.detail > dl:last-child')).includes('50,04° N, 22° E')", true).await;
        page.expect("$$('.detail .inner .provenance').length >= 2", true).await;
    });
}

#[test]
fn an_edition_tells_who_was_not_there_in_person_and_no_order_that_nobody_knows() {
    browse(DESKTOP, async |page| {
        page.open("?edition=3").await;
        let detail = "text($('.detail'))";
        page.expect(&format!("{detail}.includes('Rzeszów, 29 marca 2017 (nagranie wideo)')"), true).await;
        page.expect(&format!("{detail}.includes('Miasta po kolei')"), false).await;
    });
}

#[test]
fn the_title_of_the_document_says_what_is_looked_at() {
    browse(DESKTOP, async |page| {
        for (query, title) in [
            ("?edition=3", "3. edycja – Pracownia miast"),
            ("?view=table", "Tabela – Pracownia miast"),
            ("?view=table&year=2016&lang=en", "Table – 2016 – City Labs"),
        ] {
            page.open(query).await;
            page.expect("text({ textContent: document.title })", title).await;
        }
    });
}
