//! The timeline beside its slider: playback, marks, bands, and what the sources claim.

use fantoccini::key::Key;
use serde_json::json;

use super::harness::{DESKTOP, PHONE, Page, Setup, browse};

const PLAYING: &str = "!!$('.timeline.playing')";

/// Starts to play at twice the speed.
async fn play(page: &Page) {
    page.click(".pace").await;
    page.click(".play").await;
    page.expect(PLAYING, true).await;
}

/// Waits longer than any year is shown, and says which one is then.
async fn settled(page: &Page) -> String {
    page.run("await new Promise((done) => setTimeout(done, 1600)); return $('.slider').value").await
}

// ---- playing -----------------------------------------------------------------------------------------

#[test]
fn playing_goes_through_the_years_and_stops_at_the_end() {
    browse(DESKTOP, async |page| {
        page.open("?year=2015").await;
        page.run::<()>(
            "window.seen = [];
             new MutationObserver(() => { const year = $('.slider').getAttribute('aria-valuetext').slice(0, 4); if (seen.at(-1) !== year) seen.push(year); })
               .observe($('.slider'), { attributes: true }); return null",
        )
        .await;
        play(page).await;
        page.expect("$('.control').title", "Wstrzymaj").await;
        page.expect("document.activeElement === $('.pause')", true).await;
        page.expect("$('.slider').value", "2017").await;
        page.expect(PLAYING, false).await;
        page.expect("seen", json!(["2016", "2017"])).await;
        page.expect("$('.control').title", "Odtwarzaj").await;
        page.expect_query("?year=2017").await;
        // Once more from the first year, in the same mode.
        page.click(".play").await;
        page.expect("seen[2]", "2014").await;
    });
}

#[test]
fn the_whole_campaign_is_played_from_the_start_and_back_leads_there() {
    browse(DESKTOP, async |page| {
        page.open("").await;
        page.run::<()>("window.entries = history.length; return null").await;
        play(page).await;
        page.expect_query("?year=2014&mode=upto").await;
        page.expect_query("?year=2017&mode=upto").await;
        page.expect(PLAYING, false).await;
        page.expect("$$('ul.meetings > li').length", 15).await;
        page.expect("history.length - entries", 1).await;
        page.back().await;
        page.expect_query("").await;
        page.expect("$('.whole-campaign').getAttribute('aria-pressed')", "true").await;
    });
}

#[test]
fn in_a_loop_the_first_year_follows_the_last() {
    browse(DESKTOP, async |page| {
        page.open("?year=2016").await;
        page.click(".loop").await;
        page.expect("$('.loop').getAttribute('aria-pressed')", "true").await;
        play(page).await;
        page.expect("$('.slider').value", "2017").await;
        page.expect("$('.slider').value", "2014").await;
        page.expect(PLAYING, true).await;
    });
}

#[test]
fn playing_stops_when_a_person_touches_anything_but_its_own_buttons() {
    browse(DESKTOP, async |page| {
        page.open("?year=2014").await;
        page.click(".loop").await;
        play(page).await;
        page.click(".pace").await;
        page.expect(PLAYING, true).await;
        page.click(".pace").await;
        for touch in [
            "$('.panel').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))",
            "$('.map-canvas').dispatchEvent(new WheelEvent('wheel', { bubbles: true }))",
            "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true }))",
            "$('.slider').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))",
        ] {
            page.run::<()>(&format!("{touch}; return null")).await;
            page.expect(PLAYING, false).await;
            let year = settled(page).await;
            page.expect("$('.slider').value", year).await;
            page.run::<()>("$('.play').click(); return null").await;
            page.expect(PLAYING, true).await;
        }
        page.click(".pause").await;
        page.expect(PLAYING, false).await;
        // By the mouse of a person, too, where the map keeps the event to itself.
        play(page).await;
        let point: (f64, f64) = page.run("return centre($('.map-canvas'))").await;
        page.click_at(point).await;
        page.expect(PLAYING, false).await;
    });
}

#[test]
fn playing_stops_when_the_page_is_hidden() {
    browse(DESKTOP, async |page| {
        page.open("?year=2014").await;
        // Without an end of its own.
        page.click(".loop").await;
        play(page).await;
        page.run::<()>(
            "Object.defineProperty(document, 'hidden', { value: true, configurable: true });
             document.dispatchEvent(new Event('visibilitychange')); return null",
        )
        .await;
        page.expect(PLAYING, false).await;
    });
}

#[test]
fn the_spacebar_plays_only_within_the_timeline_and_once() {
    browse(DESKTOP, async |page| {
        page.open("?year=2014").await;
        page.click(".loop").await;
        let space = || Key::Space;
        page.run::<()>("document.activeElement.blur(); return null").await;
        page.press(space()).await;
        page.calm().await;
        page.expect(PLAYING, false).await;
        page.focus(".panel summary").await;
        page.press(space()).await;
        page.calm().await;
        page.expect(PLAYING, false).await;
        for (css, playing) in [(".slider", true), (".slider", false), (".control", true), (".control", false)] {
            page.focus(css).await;
            page.press(space()).await;
            page.calm().await;
            page.expect(PLAYING, playing).await;
        }
        page.focus(".slider").await;
        page.press(space()).await;
        page.expect(PLAYING, true).await;
        // Elsewhere it does what the thing there does, and stops the years as any key.
        page.focus(".panel summary").await;
        page.press(space()).await;
        page.expect(PLAYING, false).await;
    });
}

#[test]
fn nothing_plays_or_listens_by_itself() {
    browse(Setup { motion: true, ..DESKTOP }, async |page| {
        page.open("?year=2014").await;
        assert_eq!(settled(page).await, "2014");
        let count = "
            const { setTimeout: later } = window;
            let timers = 0;
            window.setTimeout = (...all) => { timers++; return later(...all); };
        ";
        let idle: u32 = page
            .run(&format!(
                "{count} await new Promise((done) => later(done, 1500)); window.setTimeout = later; return timers"
            ))
            .await;
        assert_eq!(idle, 0, "timers while nothing plays");
        // The count itself is not idle: playing makes a timer, and pausing leaves none behind.
        let playing: u32 = page
            .run(&format!(
                "{count} $('.play').click(); await frames(3); $('.pause').click(); window.setTimeout = later;
                 return timers"
            ))
            .await;
        assert_eq!(playing, 1, "timers of one year");
        assert_eq!(settled(page).await, "2014");
    });
}

#[test]
fn with_less_motion_the_years_step_and_nothing_moves_between_them() {
    browse(DESKTOP, async |page| {
        page.open("?year=2016").await;
        play(page).await;
        page.expect("document.getAnimations().length", 0).await;
        page.expect("$('.slider').value", "2017").await;
        page.expect("document.getAnimations().length", 0).await;
    });
}

#[test]
fn steps_go_one_year_and_from_the_whole_campaign_to_its_ends() {
    browse(DESKTOP, async |page| {
        for (button, year) in [(".forward", 2014), (".back", 2017)] {
            page.open("").await;
            page.click(button).await;
            page.expect_query(&format!("?year={year}")).await;
        }
        page.click(".forward").await;
        page.calm().await;
        page.expect_query("?year=2017").await;
        page.click(".back").await;
        page.expect_query("?year=2016").await;
    });
}

#[test]
fn a_year_can_be_typed() {
    browse(DESKTOP, async |page| {
        page.open("").await;
        page.focus(".slider").await;
        for digit in "12016".chars() {
            page.type_text(&digit.to_string()).await;
        }
        page.expect_query("?year=2016").await;
        for digit in "2014".chars() {
            page.type_text(&digit.to_string()).await;
        }
        page.expect_query("?year=2014").await;
    });
}

#[test]
fn on_a_phone_the_other_buttons_are_one_press_away() {
    browse(PHONE, async |page| {
        page.open("?year=2016").await;
        page.expect("$('.forward').checkVisibility()", false).await;
        page.click(".more").await;
        page.expect("$('.forward').checkVisibility()", true).await;
        let sizes = "$$('.control, .mode').every((button) => button.offsetWidth >= 44 && button.offsetHeight >= 44)";
        page.expect(sizes, true).await;
        page.click(".forward").await;
        page.expect_query("?year=2017").await;
        // Escape closes them, and nothing else.
        page.open("?year=2017&meeting=rzeszow-2017").await;
        page.click(".more").await;
        page.focus(".pace").await;
        page.press(Key::Escape).await;
        page.expect("$('.forward').checkVisibility()", false).await;
        page.expect_query("?year=2017&meeting=rzeszow-2017").await;
    });
}

needs! { touch: a_tap_on_a_mark_of_a_phone_chooses_its_year }

fn a_tap_on_a_mark_of_a_phone_chooses_its_year() {
    browse(PHONE, async |page| {
        page.open("?year=2016").await;
        // Where a finger touches a mark it chooses the year.
        let point: (f64, f64) = page.run("return centre($('.mark'))").await;
        page.tap(point).await;
        page.expect_query("?year=2015").await;
    });
}

// ---- marks and bands ---------------------------------------------------------------------------------

#[test]
fn each_meeting_has_a_mark_at_its_time() {
    browse(DESKTOP, async |page| {
        page.open("?year=2016").await;
        page.expect("$$('.mark').length", 15).await;
        page.expect("$$('.mark.shown').length", 10).await;
        // Those without a day are as wide as their year, and no two cover each other.
        page.expect(
            "(() => {
               const column = $$('.column')[2].getBoundingClientRect();
               const boxes = $$('.mark.shown.soft').map((mark) => mark.getBoundingClientRect());
               const fits = boxes.every((box) => Math.abs(box.left - column.left) < 3 && Math.abs(box.right - column.right) < 3);
               const tops = new Set(boxes.map((box) => Math.round(box.top)));
               return [boxes.length, fits, tops.size];
             })()",
            json!([9, true, 9]),
        )
        .await;
        page.expect("$('#mark-rzeszow-2016').ariaLabel", "Rzeszów, 2016, dzień nieznany, data niepewna").await;
        page.expect("$('#mark-rzeszow-2017').ariaLabel.replaceAll('\\u00a0', ' ')", "Rzeszów, 29 marca 2017").await;
        page.expect("$('#mark-rzeszow-2016').classList.contains('doubtful')", true).await;
    });
}

#[test]
fn marks_are_one_tab_stop_and_keys_go_from_one_to_the_next() {
    browse(DESKTOP, async |page| {
        page.open("?year=2016").await;
        let active = "$('.marks').getAttribute('aria-activedescendant')";
        page.focus(".slider").await;
        page.press(Key::Tab).await;
        page.expect("document.activeElement === $('.marks')", true).await;
        page.expect(active, "mark-walbrzych-2016").await;
        page.expect("text($('.tip'))", "Wałbrzych31 marca 2016").await;
        page.press(Key::Left).await;
        page.expect(active, "mark-poznan-2015").await;
        page.press(Key::End).await;
        page.expect("$$('.mark').at(-1).id === $('.marks').getAttribute('aria-activedescendant')", true).await;
        page.press(Key::Home).await;
        page.press(Key::Escape).await;
        page.expect("$('.tip')", json!(null)).await;
        page.press(Key::Right).await;
        page.expect(active, "mark-walbrzych-2016").await;
        page.press(Key::Enter).await;
        page.expect_query("?year=2016&meeting=walbrzych-2016").await;
        page.expect("$('#mark-walbrzych-2016').getAttribute('aria-selected')", "true").await;
        page.press(Key::Tab).await;
        page.expect("document.activeElement.className.startsWith('band')", true).await;
        page.expect("$('.tip')", json!(null)).await;
    });
}

#[test]
fn the_pointer_names_a_mark_and_may_go_upon_the_name() {
    browse(DESKTOP, async |page| {
        page.open("?year=2016").await;
        let mark: (f64, f64) = page.run("return centre($('#mark-lublin-2016'))").await;
        page.hover(mark).await;
        page.expect("text($('.tip'))", "Lublin2016, dzień nieznany").await;
        // Out of the mark past its end, and up to what names it: there is no other mark on that way.
        let (tip, start): ((f64, f64), f64) =
            page.run("return [centre($('.tip')), $('#mark-lublin-2016').getBoundingClientRect().left]").await;
        for point in [(start + 2.0, mark.1), (start - 6.0, mark.1), (start - 6.0, tip.1), tip] {
            page.hover(point).await;
            page.calm().await;
            page.expect("text($('.tip'))", "Lublin2016, dzień nieznany").await;
            page.expect("!!$('#mark-lublin-2016[data-lit=is]')", true).await;
        }
        // Beyond both it goes, and is there again.
        page.hover((tip.0 - 300.0, tip.1)).await;
        page.expect("$('.tip')", json!(null)).await;
        page.hover(mark).await;
        page.expect("text($('.tip'))", "Lublin2016, dzień nieznany").await;
        page.run::<()>(
            "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })); return null",
        )
        .await;
        page.expect("$('.tip')", json!(null)).await;
        page.click_at(mark).await;
        page.expect_query("?year=2016&meeting=lublin-2016").await;
        // What the year does not show is gone to.
        let other: (f64, f64) = page.run("return centre($('#mark-kutno-2017'))").await;
        page.click_at(other).await;
        page.expect_query("?year=2017&meeting=kutno-2017").await;
    });
}

#[test]
fn what_names_a_mark_covers_no_other_and_takes_no_press() {
    browse(DESKTOP, async |page| {
        page.open("").await;
        let marks: Vec<(String, (f64, f64))> =
            page.run("return $$('.mark').map((mark) => [mark.id, centre(mark)])").await;
        for (id, (x, y)) in &marks {
            // Along the height of the mark from the left: another is there before it, and is named.
            for left in [150.0, 120.0, 90.0, 60.0, 40.0, 24.0, 12.0, 0.0] {
                page.hover((x - left, *y)).await;
            }
            page.expect("$('.mark.pointed')?.id", id.as_str()).await;
            page.expect(
                "(() => { const tip = $('.tip').getBoundingClientRect(); return $$('.mark').filter((mark) => {
                   const box = mark.getBoundingClientRect();
                   return box.top < tip.bottom - 1 && box.bottom > tip.top + 1 && box.left < tip.right && box.right > tip.left;
                 }).map((mark) => mark.id); })()",
                json!([]),
            )
            .await;
        }
        // The bar under it is pressed, and not the mark.
        page.open("?year=2015").await;
        let mark: (f64, f64) = page.run("return centre($('#mark-poznan-2015'))").await;
        page.hover(mark).await;
        page.expect("text($('.tip-city'))", "Poznań").await;
        let under: (f64, f64) = page
            .run(
                "const [tip, year] = [$('.tip'), $$('.column')[2]].map((node) => node.getBoundingClientRect());
                 return [Math.max(tip.left, year.left) + 6, (tip.top + tip.bottom) / 2]",
            )
            .await;
        page.hover(under).await;
        page.expect("text($('.tip-city'))", "Poznań").await;
        page.click_at(under).await;
        page.expect_query("?year=2016").await;
    });
}

#[test]
fn a_band_narrows_to_its_edition_and_the_bars_follow() {
    browse(DESKTOP, async |page| {
        page.open("").await;
        let counts = "$$('.count').map((count) => text(count))";
        page.expect(counts, json!(["0", "1", "10", "4"])).await;
        page.expect("text($('.readout .documented'))", "Udokumentowano 15 z ponad 30 spotkań").await;
        let band = "$$('.band').find((band) => text(band).startsWith('3. edycja'))";
        page.expect(&format!("text({band})"), "3. edycja: innowacje i ekologia").await;
        page.run::<()>(&format!("{band}.click(); return null")).await;
        page.expect_query("?edition=3").await;
        page.expect(&format!("{band}.getAttribute('aria-pressed')"), "true").await;
        page.expect(counts, json!(["0", "0", "9", "1"])).await;
        page.expect("text($('.readout .documented'))", "Pasuje 10 spotkań").await;
        page.run::<()>(&format!("{band}.click(); return null")).await;
        page.expect_query("").await;
    });
}

#[test]
fn running_totals_stand_before_what_the_sources_claim() {
    browse(DESKTOP, async |page| {
        page.open("?year=2016&mode=upto").await;
        page.expect("$$('.count').map((count) => text(count))", json!(["0", "1", "11 z 19+", "15 z 30+"])).await;
        page.expect("text($('.readout .documented'))", "Udokumentowano 11 z co najmniej 19 spotkań").await;
        page.expect("$$('.ghost.open').length", 2).await;
        page.open("?year=2016&lang=en").await;
        page.expect("text($('.readout .documented'))", "10 meetings documented").await;
        page.expect("$$('.ghost:not(.absent)').length", 0).await;
    });
}

#[test]
fn the_timeline_leaves_room_for_the_map() {
    browse(DESKTOP, async |page| {
        for (size, most) in [((1280, 800), 200), ((360, 740), 170)] {
            page.resize(size).await;
            page.open("?year=2016").await;
            let height: u32 = page.run("return $('.timeline').offsetHeight").await;
            assert!(height <= most, "{height} px at {size:?}");
        }
    });
}

// ---- against a reference -----------------------------------------------------------------------------

/// First and last year of each meeting, read from the file that is served, in another way than the app does.
fn years_of_meetings() -> Vec<(u16, u16)> {
    let file = std::fs::read_to_string(crate::harness::dist().join("data/programme.json")).expect("the data");
    let programme: serde_json::Value = serde_json::from_str(&file).expect("JSON");
    let year = |date: &str| date[..4].parse::<u16>().expect("a year");
    let years = |meeting: &serde_json::Value| {
        let when = meeting["when"].as_str().expect("a date").to_owned();
        let (start, end) = when.split_once('/').unwrap_or((&when, &when));
        (year(start), year(end))
    };
    programme["meetings"].as_array().expect("meetings").iter().map(years).collect()
}

#[test]
fn in_each_mode_exactly_what_touches_the_time_is_listed_and_marked() {
    browse(DESKTOP, async |page| {
        let meetings = years_of_meetings();
        let expect = async |query: String, expected: usize| {
            page.open(&query).await;
            page.expect("$$('ul.meetings > li').length", expected).await;
            page.expect("$$('.mark.shown').length", expected).await;
        };
        expect(String::new(), meetings.len()).await;
        for year in 2014..=2017 {
            let only = meetings.iter().filter(|(first, last)| (*first..=*last).contains(&year)).count();
            expect(format!("?year={year}"), only).await;
            let up_to = meetings.iter().filter(|(first, _)| *first <= year).count();
            expect(format!("?year={year}&mode=upto"), up_to).await;
        }
    });
}

#[test]
fn no_time_zone_shifts_a_date() {
    // The first to have a new day, and the last.
    for zone in ["Pacific/Kiritimati", "Pacific/Pago_Pago"] {
        browse(Setup { time_zone: Some(zone), ..DESKTOP }, async |page| {
            page.open("?year=2016&meeting=walbrzych-2016").await;
            page.expect("Intl.DateTimeFormat().resolvedOptions().timeZone", zone).await;
            page.expect("text($('.detail h3, .detail h2'))", "Wałbrzych, 31 marca 2016").await;
            page.expect("$('#mark-walbrzych-2016').style.left", "56.2%").await;
        });
    }
}

#[test]
fn a_window_of_years_has_a_slider_for_each_end_and_is_in_the_address() {
    browse(DESKTOP, async |page| {
        page.open("?year=2016").await;
        page.run::<()>("$$('.mode')[3].click(); return null").await;
        page.expect_query("?from=2015&to=2016").await;
        page.expect("$$('.panel ul.meetings > li').length", 11).await;
        page.expect("texts('.panel h2')[0]", "2015–2016").await;
        page.expect(
            "$$('.slider').map((slider) => [slider.ariaLabel, slider.value])",
            json!([["Rok końcowy", "2016"], ["Rok początkowy", "2015"]]),
        )
        .await;
        // The beginning goes back, then past the end, which it takes along.
        page.run::<()>("$('.slider.first').focus(); return null").await;
        page.press(Key::Left).await;
        page.expect_query("?from=2014&to=2016").await;
        page.press(Key::End).await;
        page.expect_query("?from=2017&to=2017").await;
        page.expect("$$('.panel ul.meetings > li').length", 4).await;
        page.run::<()>("$('.slider:not(.first)').focus(); return null").await;
        page.press(Key::Left).await;
        page.expect_query("?from=2016&to=2016").await;
        page.expect("$$('.panel ul.meetings > li').length", 10).await;
        page.back().await;
        page.expect("$$('.slider').map(({ value }) => value)", json!(["2017", "2017"])).await;
        // Steps keep the width.
        page.open("?from=2014&to=2015").await;
        page.run::<()>("$('.control.forward').click(); return null").await;
        page.expect_query("?from=2015&to=2016").await;
    });
}

#[test]
fn each_end_of_a_window_is_where_its_year_is_and_can_be_pressed() {
    browse(DESKTOP, async |page| {
        page.open("?from=2015&to=2016").await;
        let hit = |css: &str, share: f64| {
            format!(
                "(() => {{
                   const {{ left, width }} = $('.track').getBoundingClientRect();
                   const {{ top, height }} = $('{css}').getBoundingClientRect();
                   return document.elementFromPoint(left + width * {share}, top + height / 2) === $('{css}') && height >= 24;
                 }})()"
            )
        };
        page.expect(&hit(".slider.first", 0.375), true).await;
        page.expect(&hit(".slider.first", 0.9), true).await;
        page.expect(
            "getComputedStyle($$('.column')[1]).backgroundColor !== getComputedStyle($$('.column')[0]).backgroundColor",
            true,
        )
        .await;
    });
}

#[test]
fn the_signs_are_explained_in_place_and_nothing_moves_when_the_words_come() {
    browse(DESKTOP, async |page| {
        let signs = "texts('.key-row .sign-of')";
        page.open("").await;
        page.expect(signs, json!(["spotkania w roku", "znany dzień", "dzień nieznany", "data niepewna"])).await;
        page.open("?year=2017&mode=upto&lang=en").await;
        page.expect(
            signs,
            json!([
                "meetings since the start",
                "as many as sources claim",
                "day known",
                "day unknown",
                "date uncertain"
            ]),
        )
        .await;
        // What is shown is whole.
        page.expect("$$('.key-row .sign-of').every((sign) => sign.getBoundingClientRect().bottom <= $('.key-row').getBoundingClientRect().bottom + 1)", true)
            .await;
        let height: u32 = page.run("return $('.key-row').offsetHeight").await;
        page.run::<()>("$('.key-row').replaceChildren(); return null").await;
        page.expect("$('.key-row').offsetHeight", height).await;
        // A phone has no room for them there: they are in the legend.
        page.resize((360, 740)).await;
        page.open("").await;
        page.expect("$('.key-row').checkVisibility()", false).await;
        page.click(".legend summary").await;
        page.expect("$$('.legend .sign-of').every((sign) => sign.checkVisibility())", true).await;
    });
}

#[test]
fn a_press_on_a_mark_opens_it_whatever_was_pointed_at_before() {
    browse(DESKTOP, async |page| {
        page.open("").await;
        let marks: Vec<(String, (f64, f64))> = page
            .run(
                "return $$('.mark').map((mark) => [mark, centre(mark)])
                   .filter(([mark, at]) => document.elementFromPoint(...at)?.closest('.mark') === mark)
                   .map(([mark, at]) => [mark.id.replace('mark-', ''), at])",
            )
            .await;
        assert!(marks.len() > 5, "{marks:?}");
        for (meeting, at) in marks {
            page.open("").await;
            page.click_at(at).await;
            page.expect_query(&format!("?meeting={meeting}")).await;
        }
    });
}
