//! The year slider, by keys, mouse and finger.

use fantoccini::key::Key;
use serde_json::json;

use super::harness::{DESKTOP, PHONE, Page, browse};

const SPOKEN: &str = "text({ textContent: $('.slider').getAttribute('aria-valuetext') })";
const HEADING: &str = "text($('.summary h2'))";

async fn shows_year(page: &Page, year: u16) {
    page.expect(HEADING, year.to_string()).await;
    page.expect("$('.slider').value", year.to_string()).await;
    page.expect_query(&format!("?year={year}")).await;
}

async fn shows_all(page: &Page) {
    page.expect(HEADING, "2014–2017").await;
    page.expect("$('.whole-campaign').getAttribute('aria-pressed')", "true").await;
    page.expect_query("").await;
}

/// The middle of the upper part of a year's column: farther down are marks and bands, which are pressed for themselves.
async fn column(page: &Page, year: u16) -> (f64, f64) {
    page.run(&format!(
        "return centre($('.plot', $$('.column').find((column) => text($('.year', column)) === '{year}')))"
    ))
    .await
}

#[test]
fn it_is_named_and_says_what_it_shows_in_both_languages() {
    browse(DESKTOP, async |page| {
        page.open("?year=2016").await;
        page.expect("$('.slider').getAttribute('aria-label')", "Rok").await;
        page.expect(SPOKEN, "2016: 10 spotkań, temat: innowacje i ekologia").await;
        page.open("?lang=en").await;
        page.expect("$('.slider').getAttribute('aria-label')", "Year").await;
        page.expect(SPOKEN, "whole campaign, 2014–2017: 15 meetings, theme: innovation and ecology").await;
        let slider: Vec<String> = page
            .accessibility_tree()
            .await
            .into_iter()
            .filter(|node| node.role == "slider")
            .map(|node| node.name)
            .collect();
        assert_eq!(slider, ["Year"]);
    });
}

#[test]
fn keys_move_it_as_they_move_every_slider() {
    browse(DESKTOP, async |page| {
        page.open("?year=2015").await;
        page.focus(".slider").await;
        for (key, year) in [
            (Key::Right, 2016),
            (Key::Up, 2017),
            (Key::Right, 2017),
            (Key::Left, 2016),
            (Key::Down, 2015),
            (Key::End, 2017),
            (Key::Home, 2014),
            (Key::Left, 2014),
            (Key::PageUp, 2015),
            (Key::PageDown, 2014),
        ] {
            page.press(key).await;
            shows_year(page, year).await;
        }
        page.expect("document.activeElement === $('.slider')", true).await;
    });
}

#[test]
fn from_the_whole_campaign_every_key_leads_to_a_year() {
    browse(DESKTOP, async |page| {
        for (key, year) in [
            (Key::Right, 2014),
            (Key::Up, 2014),
            (Key::Home, 2014),
            (Key::Left, 2017),
            (Key::Down, 2017),
            (Key::End, 2017),
        ] {
            page.open("").await;
            page.focus(".slider").await;
            page.press(key).await;
            shows_year(page, year).await;
        }
    });
}

#[test]
fn dragging_shows_every_year_on_the_way_and_makes_one_entry_in_the_history() {
    browse(DESKTOP, async |page| {
        page.open("?year=2014").await;
        page.run::<()>(
            "window.seen = [];
             new MutationObserver(() => { const year = text($('.summary h2')); if (seen.at(-1) !== year) seen.push(year); })
               .observe($('.panel'), { subtree: true, childList: true, characterData: true });
             window.entries = history.length; return null",
        )
        .await;
        let mut way = Vec::new();
        for year in 2014..=2017 {
            way.push(column(page, year).await);
        }
        page.drag(&way).await;
        shows_year(page, 2017).await;
        page.expect("seen", json!(["2015", "2016", "2017"])).await;
        page.expect("history.length - entries", 1).await;
        page.back().await;
        shows_year(page, 2014).await;
    });
}

#[test]
fn the_address_stays_while_the_slider_is_held() {
    browse(DESKTOP, async |page| {
        page.open("?year=2014").await;
        page.run::<()>(
            "window.held = [];
             $('.slider').addEventListener('input', () => setTimeout(() => held.push(location.search), 0)); return null",
        )
        .await;
        let way = [column(page, 2014).await, column(page, 2015).await, column(page, 2016).await];
        page.drag(&way).await;
        shows_year(page, 2016).await;
        page.expect("held.length >= 2 && held.slice(0, -1).every((query) => query === '?year=2014')", true).await;
    });
}

#[test]
fn a_click_on_a_years_column_chooses_that_year() {
    browse(DESKTOP, async |page| {
        page.open("").await;
        for year in [2015, 2017, 2014, 2016] {
            let point = column(page, year).await;
            page.click_at(point).await;
            shows_year(page, year).await;
        }
    });
}

needs! { touch: a_tap_on_a_years_column_chooses_that_year_on_a_phone }

fn a_tap_on_a_years_column_chooses_that_year_on_a_phone() {
    browse(PHONE, async |page| {
        page.open("").await;
        for year in [2016, 2014, 2017, 2015] {
            let point = column(page, year).await;
            page.tap(point).await;
            shows_year(page, year).await;
        }
    });
}

#[test]
fn a_tap_on_the_last_year_chooses_it_even_from_the_whole_campaign() {
    browse(DESKTOP, async |page| {
        page.open("").await;
        let point = column(page, 2017).await;
        page.click_at(point).await;
        shows_year(page, 2017).await;
    });
}

#[test]
fn a_button_leads_back_to_the_whole_campaign() {
    browse(DESKTOP, async |page| {
        page.open("?year=2016").await;
        page.expect("$('.whole-campaign').getAttribute('aria-pressed')", "false").await;
        page.click(".whole-campaign").await;
        shows_all(page).await;
        page.expect(SPOKEN, "cała kampania, 2014–2017: 15 spotkań, temat: innowacje i ekologia").await;
        page.back().await;
        shows_year(page, 2016).await;
    });
}

#[test]
fn from_the_start_shows_all_up_to_the_year_and_the_slider_keeps_to_that() {
    browse(DESKTOP, async |page| {
        page.open("?year=2016&mode=upto").await;
        page.expect("$$('ul.meetings > li').length", 11).await;
        page.expect("text($('.summary h2'))", "2014–2016").await;
        page.expect(SPOKEN, "2014–2016: 11 spotkań, temat: innowacje i ekologia").await;
        page.expect("$$('.column.within').length", 3).await;
        page.focus(".slider").await;
        page.press(Key::Right).await;
        page.expect_query("?year=2017&mode=upto").await;
        page.expect("$$('ul.meetings > li').length", 15).await;
        page.run::<()>("$$('.mode').find((button) => text(button) === 'Jeden rok').click(); return null").await;
        page.expect_query("?year=2017").await;
        page.expect("$$('ul.meetings > li').length", 4).await;
        page.back().await;
        page.expect("text($('.mode[aria-pressed=true]'))", "Od początku").await;
        page.click(".whole-campaign").await;
        page.expect_query("").await;
    });
}
