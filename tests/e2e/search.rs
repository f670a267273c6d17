//! The search field: what it finds, by keyboard, mouse and finger.

use fantoccini::key::Key;
use serde_json::json;

use super::harness::{DESKTOP, PHONE, Page, Setup, browse};

const FIELD: &str = ".search-field";
const OFFERED: &str = "texts('.option .name')";
const TITLE: &str = "text($('.detail header h3'))";
const ACTIVE: &str = "text($(`#${$('.search-field').getAttribute('aria-activedescendant')} .name`))";

async fn type_in_field(page: &Page, text: &str) {
    page.focus(FIELD).await;
    page.type_text(text).await;
}

#[test]
fn kutno_is_found_from_a_year_without_it() {
    browse(PHONE, async |page| {
        page.open("?year=2014").await;
        // Without scrolling: the field is at the top of the page.
        page.click(FIELD).await;
        page.type_text("kutn").await;
        page.expect(OFFERED, json!(["Kutno", "Kutno, 2017", "Pokaż wszystko, co pasuje do „kutn”"])).await;
        page.expect("text($('.option .context'))", ", Polska, 1 spotkanie, 2017").await;
        page.click(".option").await;
        page.expect(TITLE, "Kutno").await;
        page.expect_query("?year=2017&city=kutno").await;
        page.expect("$('.search-field').value", "").await;
        page.expect("document.activeElement.id", "detail-title").await;
        page.expect("(() => { const { top, bottom } = $('#detail-title').getBoundingClientRect(); return top > 0 && bottom <= innerHeight + 1; })()", true).await;
    });
}

needs! { touch: a_finger_takes_a_suggestion }

fn a_finger_takes_a_suggestion() {
    browse(PHONE, async |page| {
        page.open("?year=2014").await;
        type_in_field(page, "nijm").await;
        page.expect("$$('.option').length > 0", true).await;
        let at: (f64, f64) = page.run("return centre($('.option'))").await;
        page.tap(at).await;
        page.expect(TITLE, "Nijmegen").await;
        page.expect_query("?year=2017&city=nijmegen").await;
        page.expect("document.activeElement.id", "detail-title").await;
    });
}

#[test]
fn names_are_found_without_polish_letters_with_errors_and_in_the_other_language() {
    browse(DESKTOP, async |page| {
        page.open("").await;
        for (typed, first) in [
            ("walbrzych", "Wałbrzych"),
            ("SKARZYSKO", "Skarżysko-Kamienna"),
            ("kamienna skar", "Skarżysko-Kamienna"),
            ("krakow", "Kraków"),
            ("Krakowie", "Kraków"),
            ("wrcolaw", "Wrocław"),
            ("vienna", "Wiedeń"),
            ("brussels", "Bruksela"),
            ("goedk", "Paul Goedknegt"),
            ("springer", "Filip Springer"),
            // Where a city lies, before a person who has the letters within a name.
            ("lodz", "Kutno"),
            ("podkarpackie", "Rzeszów"),
            ("edycja 3", "3. edycja"),
        ] {
            page.run::<()>("$('.search-field').focus(); $('.search-field').select(); return null").await;
            page.type_text(typed).await;
            page.expect("$('.search-field').value", typed).await;
            page.expect("texts('.option .name')[0]", first).await;
        }
        page.expect("texts('.group-name')", json!(["Edycje"])).await;
    });
}

#[test]
fn the_field_is_operated_by_keyboard_alone() {
    browse(DESKTOP, async |page| {
        page.open("?year=2016").await;
        type_in_field(page, "rzesz").await;
        page.expect("$('.search-field').getAttribute('aria-expanded')", "true").await;
        page.expect("$('.search-field').hasAttribute('aria-activedescendant')", false).await;
        page.press(Key::Down).await;
        page.expect(ACTIVE, "Rzeszów").await;
        page.expect("$$('.option[aria-selected=true]').length", 1).await;
        page.press(Key::Down).await;
        page.expect(ACTIVE, "Rzeszów, 2016").await;
        page.press(Key::End).await;
        page.expect(ACTIVE, "Pokaż wszystko, co pasuje do „rzesz”").await;
        page.press(Key::Home).await;
        page.expect(ACTIVE, "Rzeszów").await;
        page.press(Key::Up).await;
        page.expect("$('.search-field').hasAttribute('aria-activedescendant')", false).await;
        page.press(Key::Escape).await;
        page.expect("$$('.popup').length", 0).await;
        page.expect("$('.search-field').value", "rzesz").await;
        page.press(Key::Down).await;
        page.press(Key::Down).await;
        page.press(Key::Down).await;
        page.expect(ACTIVE, "Rzeszów, 29 marca 2017").await;
        page.press(Key::Enter).await;
        page.expect(TITLE, "Rzeszów, 29 marca 2017").await;
        page.expect_query("?year=2017&meeting=rzeszow-2017").await;
        page.expect("document.activeElement.id", "detail-title").await;
        // And back to where it began.
        page.press(Key::Escape).await;
        page.expect("document.activeElement === $('.search-field')", true).await;
    });
}

#[test]
fn escape_in_the_field_closes_then_empties_and_only_then_is_the_pages() {
    browse(DESKTOP, async |page| {
        page.open("?city=kutno").await;
        type_in_field(page, "lublin").await;
        page.expect("$$('.popup').length", 1).await;
        page.press(Key::Escape).await;
        page.expect("$$('.popup').length", 0).await;
        page.press(Key::Escape).await;
        page.expect("$('.search-field').value", "").await;
        page.expect(TITLE, "Kutno").await;
        page.press(Key::Escape).await;
        page.expect("$$('.detail').length", 0).await;
    });
}

#[test]
fn tab_leaves_the_field_and_a_click_comes_back() {
    browse(DESKTOP, async |page| {
        page.open("").await;
        type_in_field(page, "lublin").await;
        page.expect("$$('.popup').length", 1).await;
        page.press(Key::Tab).await;
        page.expect("$$('.popup').length", 0).await;
        page.expect("document.activeElement !== $('.search-field')", true).await;
        page.click(FIELD).await;
        page.expect("$$('.popup').length", 1).await;
        page.click(".clear").await;
        page.expect("$('.search-field').value", "").await;
        page.expect("document.activeElement === $('.search-field')", true).await;
    });
}

#[test]
fn a_person_who_is_no_guest_leads_to_the_meeting() {
    browse(DESKTOP, async |page| {
        page.open("?year=2017").await;
        type_in_field(page, "springer").await;
        page.expect("texts('.group-name')", json!(["Osoby"])).await;
        page.expect("text($('.option .context'))", ", nazwisko w źródłach: Wałbrzych, 31 marca 2016").await;
        page.click(".option").await;
        page.expect(TITLE, "Wałbrzych, 31 marca 2016").await;
        page.expect_query("?year=2016&meeting=walbrzych-2016").await;
    });
}

#[test]
fn a_topic_leaves_its_meetings() {
    browse(DESKTOP, async |page| {
        page.open("?year=2014").await;
        type_in_field(page, "tolerancja").await;
        page.press(Key::Down).await;
        page.press(Key::Enter).await;
        page.expect_query("?topic=cultural-tolerance").await;
        page.expect("texts('.panel ul.meetings .place')", json!(["Wałbrzych"])).await;
        page.expect("texts('.chip')", json!(["Temat: tolerancja kulturowa×"])).await;
    });
}

#[test]
fn a_country_is_found_in_either_language_and_leaves_who_came_from_there() {
    browse(DESKTOP, async |page| {
        for (text, lang, name) in [
            ("holandia", "", "Holandia"),
            ("Netherlands", "", "Holandia (Netherlands)"),
            ("nether", "&lang=en", "Netherlands"),
        ] {
            page.open(&format!("?year=2014{lang}")).await;
            type_in_field(page, text).await;
            page.expect("$$('.option').map((option) => text(option).split(',')[0])", json!([name])).await;
            page.press(Key::Down).await;
            page.press(Key::Enter).await;
            page.expect_query(&format!("?country=NL{lang}")).await;
            page.expect("texts('.panel ul.guests .place')", json!(["Huub Droogh", "Paul Goedknegt", "Marc de Wit"]))
                .await;
            page.expect("document.activeElement.id", "lists").await;
        }
        page.open("").await;
        type_in_field(page, "Holandia").await;
        page.press(Key::Enter).await;
        page.expect_query("?country=NL").await;
    });
}

#[test]
fn enter_opens_what_alone_has_just_that_name() {
    browse(DESKTOP, async |page| {
        for (text, query) in
            [("kutno", "?city=kutno"), ("walbrzych", "?city=walbrzych"), ("Paul Goedknegt", "?expert=paul-goedknegt")]
        {
            page.open("").await;
            type_in_field(page, text).await;
            page.press(Key::Enter).await;
            page.expect_query(query).await;
            page.expect("document.activeElement.id", "detail-title").await;
        }
    });
}

#[test]
fn enter_keeps_the_text_as_a_filter_that_is_in_the_link() {
    browse(DESKTOP, async |page| {
        page.open("").await;
        type_in_field(page, "poznań promocja").await;
        page.press(Key::Enter).await;
        page.expect_query("?q=pozna%C5%84+promocja").await;
        page.expect("texts('.panel ul.meetings .place')", json!(["Poznań"])).await;
        page.expect("$$('.map-canvas .city.host').length", 1).await;
        page.expect("texts('.chip')", json!(["„poznań promocja”×"])).await;
        page.expect("document.activeElement.id", "lists").await;
        page.back().await;
        page.expect("$$('.panel ul.meetings > li').length", 15).await;
        page.forward().await;
        page.expect("$$('.panel ul.meetings > li').length", 1).await;
        page.open("?q=goedknegt").await;
        page.expect("$$('.panel ul.guests > li').length", 1).await;
        page.expect("$$('.map-canvas path.line').length", 1).await;
    });
}

#[test]
fn nothing_found_is_told_in_words() {
    browse(DESKTOP, async |page| {
        page.open("").await;
        type_in_field(page, "xyzzy").await;
        let told =
            "Nic nie pasuje do „xyzzy”. Sprawdź pisownię albo wpisz nazwę miasta lub kraju, nazwisko albo temat.";
        page.expect("text($('.popup'))", told).await;
        page.expect("text($('.find [role=status]'))", told).await;
        page.expect("$('.search-field').getAttribute('aria-expanded')", "false").await;
        page.click(".clear").await;
        page.type_text("kra").await;
        page.expect("text($('.find [role=status]'))", "3 podpowiedzi").await;
    });
}

#[test]
fn suggestions_are_large_enough_for_a_finger_and_fit_the_narrowest_phone() {
    browse(Setup { size: (320, 640), ..DESKTOP }, async |page| {
        page.open("?lang=en").await;
        type_in_field(page, "po").await;
        page.expect("$$('.option').length > 3", true).await;
        page.expect("$$('.option, .search-field, .clear, .unfold').every((node) => node.offsetHeight >= 44)", true)
            .await;
        page.expect("document.documentElement.scrollWidth <= innerWidth", true).await;
        page.expect("(() => { const { left, right } = $('.popup').getBoundingClientRect(); return left >= 0 && right <= innerWidth; })()", true).await;
    });
}

#[test]
fn typing_makes_no_request_and_no_entry_in_the_history() {
    browse(DESKTOP, async |page| {
        page.open("").await;
        page.calm().await;
        let entries: u32 = page.run("return history.length").await;
        let asked = page.server.log().len();
        type_in_field(page, "wroclaw").await;
        page.calm().await;
        assert_eq!(page.server.log().len(), asked, "requests");
        page.expect("history.length", entries).await;
        page.expect_query("").await;
    });
}

#[test]
fn a_text_without_letters_is_answered_and_a_year_and_a_kind_are_gone_to() {
    browse(DESKTOP, async |page| {
        page.open("?lang=en").await;
        page.focus(".search-field").await;
        page.run::<()>("const field = $('.search-field'); field.value = '😀'; field.dispatchEvent(new Event('input', { bubbles: true })); return null")
            .await;
        page.expect("text($('.popup .nothing')).includes('😀')", true).await;
        for (typed, query) in [("2016", "?year=2016&lang=en"), ("conference", "?kind=conference&lang=en")] {
            page.open("?lang=en").await;
            page.focus(".search-field").await;
            page.type_text(typed).await;
            page.until("it is offered", "return $$('.option').length > 0").await;
            page.press(Key::Down).await;
            page.press(Key::Enter).await;
            page.expect_query(query).await;
        }
    });
}
