//! Filters by topic, edition, country of guests and kind of meeting.

use fantoccini::key::Key;
use serde_json::json;

use super::harness::{DESKTOP, PHONE, Page, browse};

const MEETINGS: &str = "$$('.panel ul.meetings > li').length";
const HOSTS: &str = "$$('.map-canvas .city.host').length";

fn choice(name: &str) -> String {
    format!("$$('.filter-choice').find((node) => text(node).startsWith('{name}'))")
}

async fn press(page: &Page, node: &str) {
    page.run::<()>(&format!("{node}.focus(); return null")).await;
    page.press(Key::Enter).await;
}

#[test]
fn each_choice_says_how_many_meetings_it_leaves_and_keeps_its_word() {
    browse(DESKTOP, async |page| {
        for query in ["", "?year=2016", "?year=2017&kind=meeting", "?year=2015&mode=upto", "?country=NL"] {
            page.open(query).await;
            page.click(".unfold").await;
            page.expect("$('.unfold').getAttribute('aria-expanded')", "true").await;
            // Each one is pressed, and pressed again.
            let wrong: Vec<String> = page
                .run(
                    "const wrong = [];
                     const names = $$('.filter-choice[aria-pressed=false]:enabled').map((node) => text($('span', node)));
                     for (const name of names) {
                       const find = (start) => $$('.filter-choice').find((node) => text($('span', node)) === start);
                       const said = Number(text($('.left', find(name))));
                       const before = location.search;
                       find(name).click(); await frames(2);
                       const left = $$('.panel ul.meetings > li').length;
                       if (left !== said) wrong.push(`${name}: ${left}`);
                       history.back(); while (location.search !== before) await frames(1); await frames(2);
                     }
                     return names.length > 1 ? wrong : ['too few choices'];",
                )
                .await;
            assert_eq!(wrong, Vec::<String>::new(), "{query}");
            page.expect(
                "$$('.filter-choice:disabled').every((node) => text($('.left', node)) === '0')
                   && $$('.filter-choice:enabled[aria-pressed=false]').every((node) => text($('.left', node)) !== '0')",
                true,
            )
            .await;
        }
    });
}

#[test]
fn filters_narrow_lists_map_and_summary_and_are_in_the_link() {
    browse(DESKTOP, async |page| {
        page.open("").await;
        page.click(".unfold").await;
        press(page, &choice("Holandia")).await;
        page.expect_query("?country=NL").await;
        page.expect("texts('.panel ul.meetings .place')", json!(["Wałbrzych", "Rzeszów"])).await;
        page.expect(HOSTS, 2).await;
        page.expect("$$('.map-canvas path.line').length", 2).await;
        page.expect("text($('.summary p')).startsWith('2 spotkania w 2 miastach')", true).await;
        page.expect("text($('.readout .documented'))", "Pasują 2 spotkania").await;
        press(page, &choice("konferencja")).await;
        page.expect_query("?country=NL&kind=conference").await;
        page.expect("texts('.chip')", json!(["Kraj gości: Holandia×", "Forma: konferencja×", "Usuń wszystkie"])).await;
        page.expect("text($('.badge'))", "2").await;
        // The same again lets it go.
        press(page, &choice("Holandia")).await;
        page.expect_query("?kind=conference").await;
        page.open("?country=NL&kind=conference").await;
        page.expect("texts('.chip').length", 3).await;
    });
}

#[test]
fn a_filter_is_let_go_and_the_focus_goes_on_to_the_next() {
    browse(DESKTOP, async |page| {
        page.open("?edition=3&kind=conference&country=NL").await;
        let chip = |name: &str| format!("$$('.chip').find((node) => text(node).startsWith('{name}'))");
        press(page, &chip("Kraj gości")).await;
        page.expect_query("?edition=3&kind=conference").await;
        page.expect("text(document.activeElement)", "Forma: konferencja×").await;
        page.press(Key::Enter).await;
        page.expect_query("?edition=3").await;
        page.expect("text(document.activeElement)", "3. edycja×").await;
        page.press(Key::Enter).await;
        page.expect_query("").await;
        page.expect(MEETINGS, 15).await;
        page.expect("document.activeElement.id", "search").await;
        page.open("?kind=conference&country=NL").await;
        press(page, "$('.chip.all')").await;
        page.expect_query("").await;
        page.expect("document.activeElement.id", "search").await;
    });
}

#[test]
fn an_empty_view_says_why_and_leads_back() {
    browse(PHONE, async |page| {
        page.open("?year=2015&topic=ecology").await;
        page.expect(MEETINGS, 0).await;
        let why = "Żadne znane nam spotkanie z 2015 roku nie dotyczy tematu „ekologia”.";
        page.expect("text($('.panel > .empty'))", why).await;
        page.expect(
            "texts('.way')",
            json!(["Usuń filtr: Temat: ekologia (1 spotkanie)", "Pokaż wszystkie lata (1 spotkanie)"]),
        )
        .await;
        press(page, "$$('.way')[1]").await;
        page.expect_query("?topic=ecology").await;
        page.expect(MEETINGS, 1).await;
        page.expect("document.activeElement.id", "chip-0").await;
        page.open("?year=2015&topic=ecology&lang=en").await;
        page.expect("text($('.panel > .empty'))", "No meeting of 2015 known to us is about the topic “ecology”.").await;
        press(page, "$$('.way')[0]").await;
        page.expect_query("?year=2015&lang=en").await;
        page.expect("document.activeElement.id", "search").await;
    });
}

#[test]
fn what_is_chosen_elsewhere_lets_go_of_a_filter_that_would_hide_it() {
    browse(DESKTOP, async |page| {
        page.open("?year=2016&kind=conference").await;
        page.focus(".search-field").await;
        page.type_text("kutno").await;
        page.press(Key::Down).await;
        page.press(Key::Enter).await;
        page.expect_query("?year=2017&city=kutno").await;
        page.expect("$('.map-canvas .city.strong .name') && text($('.map-canvas .city.strong .name'))", "Kutno").await;
    });
}

#[test]
fn of_a_link_what_no_meeting_can_have_is_ignored() {
    browse(DESKTOP, async |page| {
        page.open("?country=FR&topic=atlantis&edition=99&kind=party&q=%21").await;
        page.expect(MEETINGS, 15).await;
        page.expect("$$('.chip').length", 0).await;
        page.expect_query("").await;
    });
}

#[test]
fn topics_are_in_the_order_of_the_alphabet() {
    browse(DESKTOP, async |page| {
        page.open("").await;
        page.click(".unfold").await;
        page.expect(
            "(() => {
               const groups = $$('.filter-group').map((group) => $$('.filter-choice', group));
               return groups.slice(2).every((choices) => {
                 const names = choices.filter((node) => !node.disabled).map((node) => text($('span', node)));
                 return names.length > 2 && names.every((name, at) => !at || names[at - 1].localeCompare(name, 'pl') <= 0);
               });
             })()",
            true,
        )
        .await;
    });
}
