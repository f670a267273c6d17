//! axe-core finds nothing to object to, in every view.

use std::collections::BTreeMap;

use fantoccini::key::Key;
use serde::Deserialize;

use super::harness::{Answer, BROKEN, DESKTOP, PHONE, Page, Setup, browse};

/// WCAG 2.0 to 2.2, A and AA, and axe's own advice. The size of targets is off unless asked for.
const OPTIONS: &str = "{
    resultTypes: ['violations'],
    runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    rules: { 'target-size': { enabled: true } },
}";

#[derive(Deserialize)]
struct Violation {
    id: String,
    help: String,
    nodes: Vec<Offender>,
}

#[derive(Deserialize)]
struct Offender {
    target: serde_json::Value,
    summary: String,
}

/// What axe finds in the present view, worded for a person.
async fn violations(page: &Page) -> Vec<String> {
    let path = std::env::var("AXE_JS").expect("AXE_JS: the path of axe.min.js, which 'make test' installs");
    let axe = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let present: bool = page.run("return typeof axe === 'object'").await;
    if !present {
        page.run::<()>(&format!("{axe}\nwindow.axe = axe; return null")).await;
    }
    let found: Vec<Violation> = page
        .run(&format!(
            "const {{ violations }} = await axe.run(document, {OPTIONS});
             return violations.map(({{ id, help, nodes }}) => ({{ id, help,
               nodes: nodes.map(({{ target, failureSummary }}) => ({{ target, summary: failureSummary }})) }}))"
        ))
        .await;
    let worded = found.iter().flat_map(|violation| {
        violation.nodes.iter().map(|node| {
            let summary = node.summary.replace('\n', "\n    ");
            format!("{}: {}\n    {}\n    {summary}", violation.id, violation.help, node.target)
        })
    });
    worded.collect()
}

/// Violations, each with the views that have it.
#[derive(Default)]
pub(super) struct Report(BTreeMap<String, Vec<String>>);

impl Report {
    pub(super) async fn check(&mut self, page: &Page, view: &str) {
        for violation in violations(page).await {
            self.0.entry(violation).or_default().push(view.to_owned());
        }
    }

    pub(super) fn assert_empty(&self) {
        let worded: Vec<String> =
            self.0.iter().map(|(violation, views)| format!("{violation}\n    in: {}", views.join("; "))).collect();
        assert!(worded.is_empty(), "{} violations:\n  {}", worded.len(), worded.join("\n  "));
    }
}

fn no_violations(setup: Setup, views: &[&str]) {
    browse(setup, async |page| {
        let mut report = Report::default();
        for view in views {
            page.open(view).await;
            // Folded parts are views too.
            for folded in [true, false] {
                page.run::<()>(&format!(
                    "$$('details').forEach((node) => {{ node.open = {}; }}); await frames(2); return null",
                    !folded
                ))
                .await;
                report.check(page, &format!("{view:?}, {}", if folded { "folded" } else { "unfolded" })).await;
            }
        }
        report.assert_empty();
    });
}

const YEARS: [&str; 3] = ["", "?year=2014", "?year=2016"];
const DETAILS: [&str; 3] =
    ["?year=2017&meeting=rzeszow-2017", "?year=2017&city=sandomierz", "?year=2017&expert=paul-goedknegt"];

#[test]
fn the_years_are_accessible() {
    no_violations(DESKTOP, &YEARS);
}

#[test]
fn the_details_are_accessible() {
    no_violations(DESKTOP, &DETAILS);
}

#[test]
fn search_and_filters_are_accessible() {
    for setup in [DESKTOP, PHONE, Setup { dark: true, size: (320, 640), ..DESKTOP }] {
        browse(setup, async |page| {
            let mut report = Report::default();
            page.open("?year=2017&country=NL&kind=conference&q=rzesz").await;
            report.check(page, "filters in force").await;
            page.click(".unfold").await;
            page.calm().await;
            report.check(page, "filters unfolded").await;
            page.open("?year=2015&topic=ecology").await;
            report.check(page, "nothing left").await;
            for text in ["po", "xyzzy"] {
                page.open("").await;
                page.focus(".search-field").await;
                page.type_text(text).await;
                page.press(Key::Down).await;
                page.calm().await;
                report.check(page, &format!("{text} typed")).await;
            }
            report.assert_empty();
        });
    }
}

#[test]
fn the_tables_are_accessible() {
    no_violations(
        DESKTOP,
        &["?view=table", "?view=table&table=cities", "?view=table&table=experts&lang=en", "?view=table&table=sources"],
    );
}

#[test]
fn a_table_and_the_page_about_the_data_are_accessible_on_the_narrowest_phone_in_dark_colours() {
    no_violations(
        Setup { size: (320, 640), ..DESKTOP },
        &[
            "?view=table&theme=dark",
            "?view=about",
            "?view=about&lang=en&theme=dark",
            "?view=poster",
            "?view=poster&lang=en&theme=dark",
        ],
    );
}

#[test]
fn details_of_editions_and_topics_are_accessible() {
    no_violations(DESKTOP, &["?edition=2&topic=cultural-tolerance", "?topic=social-policy&theme=dark"]);
}

#[test]
fn english_is_accessible() {
    no_violations(DESKTOP, &["?lang=en", "?year=2017&meeting=rzeszow-2017&lang=en"]);
}

#[test]
fn dark_colours_are_accessible() {
    no_violations(Setup { dark: true, ..DESKTOP }, &["", "?year=2014", "?year=2017&meeting=rzeszow-2017"]);
}

#[test]
fn chosen_dark_colours_are_accessible_too() {
    no_violations(DESKTOP, &["?year=2017&expert=paul-goedknegt&theme=dark"]);
}

#[test]
fn a_phone_is_accessible() {
    no_violations(PHONE, &["", "?year=2017&meeting=rzeszow-2017"]);
}

#[test]
fn the_narrowest_phone_is_accessible() {
    no_violations(
        Setup { size: (320, 640), ..DESKTOP },
        &["", "?year=2016", "?year=2017&expert=paul-goedknegt&lang=en"],
    );
}

#[test]
fn the_pages_of_failure_are_accessible() {
    browse(BROKEN, async |page| {
        let mut report = Report::default();
        page.server.replace("data/programme.json", Answer::Status(404));
        for query in ["", "?lang=en", "?theme=dark"] {
            page.open_raw(query).await;
            page.until("the problems are listed", "return !!$('.problems')").await;
            page.calm().await;
            report.check(page, &format!("the page of problems {query:?}")).await;
        }
        page.server.replace("data/*", Answer::Status(404));
        page.open_raw("").await;
        page.until("the app gave up", "return document.documentElement.dataset.app === 'failed' && !!$('.problems')")
            .await;
        report.check(page, "the page without any data").await;
        page.server.replace("*.wasm", Answer::Status(404));
        page.open_raw("").await;
        page.until("the page gave up", "return !!$('.failure')").await;
        report.check(page, "the plain message").await;
        report.assert_empty();
    });
}

#[test]
fn the_check_finds_what_is_wrong() {
    browse(DESKTOP, async |page| {
        page.open("").await;
        page.run::<()>("$('.slider').removeAttribute('aria-label'); return null").await;
        let found = violations(page).await;
        assert!(found.iter().any(|violation| violation.starts_with("label")), "{found:?}");
    });
}

#[test]
fn a_guest_beyond_the_edge_is_met_once_and_the_map_has_a_short_name_and_a_manual() {
    browse(DESKTOP, async |page| {
        page.open("?year=2017").await;
        let inert = "$$('.city[inert]').map((city) => city.dataset.city).sort()";
        let at_edge = "$$('.edge-name').map((name) => name.dataset.city).sort()";
        page.expect(&format!("{at_edge}.length > 2 && `${{{inert}}}` === `${{{at_edge}}}`"), true).await;
        // Back in the picture its symbol is there again.
        page.click(".frame-all").await;
        page.expect("$$('.city[inert], .edge-name').length", 0).await;
        page.click(".frame-home").await;
        page.expect(&format!("{at_edge}.length > 2 && `${{{inert}}}` === `${{{at_edge}}}`"), true).await;
        page.expect("$('.map-canvas').getAttribute('aria-label')", "Mapa").await;
        page.expect("text($(`#${$('.map-canvas').getAttribute('aria-describedby')}`)).startsWith('Strzałki')", true)
            .await;
        page.expect("$$('.map-canvas svg').every((svg) => svg.closest('[aria-hidden=true]'))", true).await;
        // No name is said twice, as name and as description.
        page.expect(
            "$$('[title][aria-label]').filter((node) => node.title === node.getAttribute('aria-label')).length",
            0,
        )
        .await;
    });
}
