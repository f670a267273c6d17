//! The same as tables: sortable, filtered, usable on a phone.

use fantoccini::key::Key;
use serde_json::json;

use super::harness::{DESKTOP, HOST_CITIES, PHONE, Setup, browse};

const CITIES: &str = "texts('.board tbody th .place')";

fn heading(name: &str) -> String {
    format!("$$('.board thead button').find((button) => text(button) === '{name}')")
}

#[test]
fn the_table_takes_the_place_of_the_map_and_the_map_comes_back_as_it_was() {
    browse(DESKTOP, async |page| {
        page.open("?year=2016").await;
        let before: (f64, f64) = page.run("return centre($('.symbol', marker('Poznań')))").await;
        page.click(".displays button:nth-child(2)").await;
        page.expect_query("?year=2016&view=table").await;
        page.expect("$$('.board tbody tr').length", 10).await;
        page.expect("$('.map').checkVisibility({ visibilityProperty: true })", false).await;
        page.expect("$$('.panel ul.meetings > li').length", 10).await;
        page.expect("$('.slider').checkVisibility()", true).await;
        page.back().await;
        page.expect_query("?year=2016").await;
        page.expect("$$('.board').length", 0).await;
        page.calm().await;
        let after: (f64, f64) = page.run("return centre($('.symbol', marker('Poznań')))").await;
        assert!((before.0 - after.0).abs() < 1.0 && (before.1 - after.1).abs() < 1.0, "{before:?} {after:?}");
    });
}

#[test]
fn a_heading_sorts_by_its_column_and_pressed_again_the_other_way_round() {
    browse(DESKTOP, async |page| {
        page.open("?view=table").await;
        page.expect(
            "$$('.board th[aria-sort]').map((th) => [text(th), th.getAttribute('aria-sort')])",
            json!([["Kiedy", "ascending"]]),
        )
        .await;
        page.expect(&format!("{CITIES}[0]"), "Poznań").await;
        page.run::<()>(&format!("{}.focus(); return null", heading("Miasto"))).await;
        page.press(Key::Enter).await;
        page.expect_query("?view=table&sort=city").await;
        page.expect(&format!("[...new Set({CITIES})]"), json!(HOST_CITIES)).await;
        page.expect(&format!("document.activeElement === {}", heading("Miasto")), true).await;
        page.press(Key::Enter).await;
        page.expect_query("?view=table&sort=-city").await;
        page.expect(&format!("{CITIES}[0]"), "Wrocław").await;
    });
}

#[test]
fn names_are_sorted_by_the_alphabet_of_the_language() {
    browse(DESKTOP, async |page| {
        page.open("?view=table&table=cities").await;
        page.expect(
            &format!("JSON.stringify({CITIES}) === JSON.stringify({CITIES}.toSorted(new Intl.Collator('pl').compare))"),
            true,
        )
        .await;
        // By code points Ś would come last of all.
        page.open("?view=table&table=cities&sort=region").await;
        page.expect(
            "(() => {
               const regions = $$('.board tbody tr').map((row) => text($('td', row))).filter((region) => region !== '–');
               return regions.indexOf('świętokrzyskie') < regions.indexOf('wielkopolskie')
                 && regions.indexOf('łódzkie') > regions.indexOf('lubelskie')
                 && regions.indexOf('łódzkie') < regions.indexOf('małopolskie');
             })()",
            true,
        )
        .await;
    });
}

#[test]
fn every_table_has_a_caption_and_rows_with_names() {
    browse(DESKTOP, async |page| {
        for (sheet, rows, caption) in [
            ("meetings", 15, "Tabela spotkań, 2014–2017 15 spotkań"),
            ("cities", 17, "Tabela miast, 2014–2017 17 miast"),
            ("experts", 7, "Tabela gości, 2014–2017 7 gości"),
            ("sources", 12, "Tabela źródeł, 2014–2017 12 źródeł"),
        ] {
            page.open(&format!("?view=table&table={sheet}")).await;
            page.expect("text($('.board caption'))", caption).await;
            page.expect("$$('.board tbody tr').length", rows).await;
            page.expect(
                "$$('.board tbody tr').every((row) => row.cells[0].scope === 'row' && text(row.cells[0]))",
                true,
            )
            .await;
            page.expect("$$('.board tbody tr').every((row) => [...row.cells].every((cell) => text(cell)))", true).await;
        }
    });
}

#[test]
fn the_table_follows_year_and_filter() {
    browse(DESKTOP, async |page| {
        page.open("?view=table").await;
        page.run::<()>("choose(2017); return null").await;
        page.expect("$$('.board tbody tr').length", 4).await;
        page.open("?view=table&edition=4").await;
        page.expect(CITIES, json!(["Sandomierz", "Kutno", "Skarżysko-Kamienna"])).await;
        page.open("?view=table&table=sources&year=2015").await;
        page.expect("$$('.board tbody tr').length >= 1 && $$('.board tbody tr').length < 12", true).await;
    });
}

#[test]
fn a_row_selects_what_it_is_about() {
    browse(DESKTOP, async |page| {
        page.open("?view=table&table=experts&year=2017").await;
        page.run::<()>(
            "$$('.board tbody th .choice').find((button) => text(button).startsWith('Paul')).focus(); return null",
        )
        .await;
        page.press(Key::Enter).await;
        page.expect_query("?year=2017&expert=paul-goedknegt&view=table&table=experts").await;
        page.expect("text($('.detail h3'))", "Paul Goedknegt").await;
        page.expect("document.activeElement.id", "detail-title").await;
    });
}

/// How many rows are in sight with their first line, and which boxes around or in the table have more than they show.
const ROWS_IN_SIGHT: &str = "(() => {
    const seen = $('.stage').getBoundingClientRect();
    const below = Math.min(seen.bottom, ...[...$$('.timeline'), $('.panel')].map((node) => node.getBoundingClientRect())
      .filter((box) => box.left < seen.right - 1).map((box) => box.top));
    const rows = $$('.board tbody tr').filter((row) => row.getBoundingClientRect().top + 24 < below);
    const scrolls = [$('.stage'), ...$$('.board, .board *')].filter((node) => node.scrollHeight > node.clientHeight + 1
      && /auto|scroll/.test(getComputedStyle(node).overflowY)).map((node) => node.className);
    return [rows.length, scrolls];
  })()";

#[test]
fn on_a_low_screen_table_and_timeline_scroll_as_one() {
    for size in [(740, 360), (844, 390)] {
        browse(Setup { size, ..DESKTOP }, async |page| {
            page.open("?view=table&year=2017").await;
            page.expect(ROWS_IN_SIGHT, json!([2, ["stage"]])).await;
            page.run::<()>("$('.stage').scrollTo(200, 99); return null").await;
            // The headings, the names and what chooses the year stay.
            page.expect(
                "(() => {
                   const [stage, heading, name, timeline] = ['.stage', 'thead th', 'tbody th', '.timeline']
                     .map((css) => $(css).getBoundingClientRect());
                   return [heading.top - stage.top, name.left - stage.left, timeline.left - stage.left].map(Math.round);
                 })()",
                json!([0, 0, 0]),
            )
            .await;
            page.run::<()>("$('.stage').scrollTo(0, 9999); return null").await;
            page.expect("$('.timeline').getBoundingClientRect().bottom <= innerHeight + 1", true).await;
        });
    }
}

#[test]
fn a_row_is_not_made_high_by_what_is_out_of_sight() {
    browse(PHONE, async |page| {
        page.open("?view=table&year=2017").await;
        page.expect(&format!("{ROWS_IN_SIGHT}[0]"), 3).await;
        page.expect("Math.max(...$$('.board tbody tr').map((row) => row.offsetHeight)) < 130", true).await;
    });
}

#[test]
fn on_a_phone_the_table_scrolls_within_itself_and_keeps_its_names() {
    browse(PHONE, async |page| {
        page.open("?view=table").await;
        page.expect("document.documentElement.scrollWidth <= innerWidth", true).await;
        page.expect("$('.scroll').scrollWidth > $('.scroll').clientWidth && $('.scroll').tabIndex === 0", true).await;
        page.run::<()>("$('.scroll').scrollTo(300, 200); return null").await;
        page.expect(
            "(() => {
               const frame = $('.scroll').getBoundingClientRect();
               const name = $('.board tbody tr:nth-child(4) th').getBoundingClientRect();
               const heading = $('.board thead th:first-child').getBoundingClientRect();
               return Math.abs(name.left - frame.left) < 2 && Math.abs(heading.top - frame.top) < 2;
             })()",
            true,
        )
        .await;
    });
}

#[test]
fn no_date_and_no_word_is_broken_within_a_cell() {
    browse(DESKTOP, async |page| {
        for query in ["?view=table", "?view=table&table=sources", "?view=table&lang=en"] {
            page.open(query).await;
            // One line each: a date, and whatever is a single word.
            page.expect(
                "$$('.board td.date, .board td').filter((cell) => cell.matches('.date') || !cell.children.length && /^\\p{L}+$/u.test(text(cell)))
                   .filter((cell) => {
                     const range = document.createRange();
                     range.selectNodeContents(cell);
                     return new Set([...range.getClientRects()].map(({ top }) => Math.round(top / 8))).size > 1;
                   }).map((cell) => text(cell))",
                json!([]),
            )
            .await;
        }
    });
}

#[test]
fn an_address_is_broken_between_its_parts() {
    browse(DESKTOP, async |page| {
        for query in ["?view=table&table=sources", "?view=table"] {
            page.open(query).await;
            page.until("there are rows", "return $$('.board tbody tr').length > 3").await;
            // Each part of an address, measured as a range: where one is broken, it has more than one box.
            page.expect(
                "(() => { const found = [], broken = [];
                   const texts = document.createTreeWalker($('.board tbody'), NodeFilter.SHOW_TEXT);
                   while (texts.nextNode()) {
                     const { data } = texts.currentNode;
                     for (const { index, 0: part } of data.matchAll(/[a-z]{4,}(?=[.]|$)|[a-z]{4,}[.]/g)) {
                       if (!/walbrzych|dziennik/.test(part)) continue;
                       found.push(part);
                       const range = document.createRange();
                       range.setStart(texts.currentNode, index); range.setEnd(texts.currentNode, index + part.length);
                       if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(part);
                     }
                   }
                   return [found.length > 0, broken]; })()",
                json!([true, []]),
            )
            .await;
        }
    });
}
