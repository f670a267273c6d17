//! Views that follow each other, what is announced, and the help.

use fantoccini::key::Key;
use serde_json::json;

use super::harness::{DESKTOP, browse};

/// What is lit up, by kind.
const LIT: &str = "[...new Set($$('[data-lit]').map((node) => ['city', 'choice', 'mark', 'line', 'edge-name'].find((name) => node.classList.contains(name))))].sort()";

#[test]
fn what_has_the_focus_lights_up_everywhere() {
    browse(DESKTOP, async |page| {
        page.open("?year=2017").await;
        page.expect("$$('[data-lit]').length", 0).await;
        page.run::<()>("$$('ul.meetings .choice').find((node) => text(node).startsWith('Kutno')).focus(); return null")
            .await;
        page.expect(LIT, json!(["choice", "city", "mark"])).await;
        page.expect("$$('.city[data-lit] .name').map(text)", json!(["Kutno"])).await;
        page.expect("$$('.mark[data-lit]').map((node) => node.id)", json!(["mark-kutno-2017"])).await;
        // Of a city both its meetings and its lines.
        page.focus(".city[data-city=rzeszow]").await;
        page.expect("$$('.line[data-lit]').length", 6).await;
        page.expect("$$('ul.meetings [data-lit]').length", 1).await;
        page.run::<()>("document.activeElement.blur(); return null").await;
        page.expect("$$('[data-lit]').length", 0).await;
    });
}

#[test]
fn what_the_pointer_is_on_lights_up_everywhere() {
    browse(DESKTOP, async |page| {
        page.open("?year=2017").await;
        let over = |css: &str| {
            format!("$(\"{css}\").dispatchEvent(new PointerEvent('pointerover', {{ bubbles: true }})); return null")
        };
        page.run::<()>(&over(".city[data-city=sandomierz] .symbol")).await;
        page.expect("$$('ul.meetings [data-lit] .place').map(text)", json!(["Sandomierz"])).await;
        page.run::<()>(&over("h1")).await;
        page.expect("$$('[data-lit]').length", 0).await;
    });
}

#[test]
fn views_light_up_together_at_once() {
    browse(DESKTOP, async |page| {
        page.open("").await;
        // From the pointer's event until the page is laid out anew; the middle of many, for the machine may be busy.
        let (all_lit, median): (bool, f64) = page
            .run(
                "const times = [];
                 let allLit = true;
                 for (const choice of $$('ul.meetings .choice')) {
                   const begun = performance.now();
                   choice.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
                   allLit &&= !!$('.city[data-lit]') && !!$('.mark[data-lit]');
                   $('.city[data-lit]')?.getBoundingClientRect();
                   times.push(performance.now() - begun);
                   await frames(1);
                 }
                 times.sort((a, b) => a - b);
                 return [allLit && times.length === 15, times[7]]",
            )
            .await;
        assert!(all_lit && median < 50.0, "{all_lit}, {median} ms");
    });
}

#[test]
fn a_new_year_is_announced_once_and_not_while_the_slider_is_dragged() {
    const SAID: &str = "text($('[role=status].unseen'))";
    browse(DESKTOP, async |page| {
        page.open("?year=2015").await;
        page.expect(SAID, "").await;
        page.run::<()>(
            "const slider = $('.slider');
             slider.value = 2016; slider.dispatchEvent(new Event('input', { bubbles: true }));
             return null",
        )
        .await;
        page.expect("texts('.summary h2')", json!(["2016"])).await;
        page.expect(SAID, "").await;
        page.run::<()>("$('.slider').dispatchEvent(new Event('change', { bubbles: true })); return null").await;
        page.expect(SAID, "2016: 10 spotkań w 10 miastach, 1 ekspert wymieniony z nazwiska").await;
        page.run::<()>("choose(2014); return null").await;
        page.expect(SAID, "2014: brak udokumentowanych spotkań").await;
    });
}

#[test]
fn the_help_opens_with_a_key_or_a_button_and_gives_the_focus_back() {
    const OPEN: &str = "$('dialog.help').open";
    browse(DESKTOP, async |page| {
        page.open("?year=2017&city=kutno").await;
        page.focus(".help-button").await;
        page.press(Key::Enter).await;
        page.expect(OPEN, true).await;
        page.expect("$('dialog.help').contains(document.activeElement)", true).await;
        page.press(Key::Escape).await;
        page.expect(OPEN, false).await;
        page.expect("document.activeElement.className", "help-button").await;
        // Only the dialog was closed.
        page.expect_query("?year=2017&city=kutno").await;
        let question = "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true })); return null";
        page.run::<()>(question).await;
        page.expect(OPEN, true).await;
        // The key can be switched off (WCAG 2.1.4).
        page.click(".help [type=checkbox]").await;
        page.click(".help .close").await;
        page.expect(OPEN, false).await;
        page.run::<()>(question).await;
        page.run::<()>("await frames(3); return null").await;
        page.expect(OPEN, false).await;
    });
}
