//! Nothing leaves the origin, nothing is stored, and the app runs under a strict policy and in any folder.

use serde_json::json;

use super::harness::{DESKTOP, Page, Setup, browse, dist};

/// Visits every year, language, colour and kind of selection, and moves the map.
async fn roam(page: &Page) {
    for query in ["", "?year=2014", "?year=2015&lang=en", "?year=2016&theme=dark", "?year=2017&city=glasgow"] {
        page.open(query).await;
        for list in ["meetings", "guests"] {
            let choices: usize = page.run(&format!("return $$('ul.{list} > li > .choice').length")).await;
            for index in 0..choices {
                page.run::<()>(&format!(
                    "$$('ul.{list} > li > .choice')[{index}].click(); await frames(1); return null"
                ))
                .await;
            }
        }
        for button in
            [".frame-all", ".zoom-in", ".zoom-out", ".frame-home", ".languages button[lang=en]", ".themes .light"]
        {
            page.click(button).await;
        }
        page.run::<()>("$$('details').forEach((node) => { node.open = true; }); await frames(2); return null").await;
        page.expect(
            "performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.startsWith(location.origin))",
            json!([]),
        )
        .await;
    }
}

/// Forbids all that leaves the origin and nothing else, so that a request to others is an error in the console.
const NO_FOREIGN: &str = "default-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' data: blob:";

#[test]
fn no_request_leaves_the_origin_and_nothing_is_stored() {
    browse(DESKTOP, async |page| {
        page.server.set_policy(NO_FOREIGN);
        roam(page).await;
        page.expect("violations", json!([])).await;
        page.expect("document.cookie", "").await;
        page.expect("localStorage.length + sessionStorage.length", 0).await;
        page.expect("(await indexedDB.databases()).length + (await caches.keys()).length", 0).await;
        page.expect("(await navigator.serviceWorker.getRegistrations()).length", 0).await;
    });
}

#[test]
fn the_check_for_foreign_requests_sees_one() {
    browse(Setup { may_log_errors: true, ..DESKTOP }, async |page| {
        page.server.set_policy(NO_FOREIGN);
        page.open("").await;
        page.run::<()>("await fetch('http://127.0.0.1:9/foreign').catch(() => null); return null").await;
        page.expect("violations.map((violation) => violation.split(':')[0])", json!(["connect-src http"])).await;
        page.expect_console_error("http://127.0.0.1:9").await;
    });
}

/// The scripts that stand in the page itself.
fn inline_scripts(html: &str) -> Vec<String> {
    let mut scripts = Vec::new();
    for part in html.split("<script").skip(1) {
        let (attributes, rest) = part.split_once('>').expect("an end of the tag");
        if !attributes.contains("src=") {
            scripts.push(rest.split("</script>").next().expect("a script").to_owned());
        }
    }
    scripts
}

/// The sources of a policy that allow exactly these texts. The browser does the arithmetic.
async fn hashes(page: &Page, texts: &[String]) -> String {
    let texts = serde_json::to_string(texts).expect("JSON");
    page.run(&format!(
        "const hash = async (text) => {{
           const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
           return `'sha256-${{btoa(String.fromCharCode(...digest))}}'`;
         }};
         return (await Promise.all({texts}.map(hash))).join(' ')"
    ))
    .await
}

async fn roams_without_a_violation(page: &Page, policy: &str) {
    page.server.set_policy(policy);
    roam(page).await;
    page.expect("$$('.map-canvas .city').length > 0", true).await;
    page.expect("violations", json!([])).await;
}

#[test]
fn the_strict_policy_of_a_newspaper_is_kept() {
    browse(DESKTOP, async |page| {
        page.open("").await;
        let html = std::fs::read_to_string(dist().join("index.html")).expect("the page");
        let hashes = hashes(page, &inline_scripts(&html)).await;
        let policy = format!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {hashes}; style-src 'self'; frame-src 'self'; \
             img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; worker-src 'self'; manifest-src 'self'; \
             base-uri 'none'; form-action 'none'"
        );
        roams_without_a_violation(page, &policy).await;
        for query in ["?embed=1&year=2016", "?embed=1&height=fixed&hide=title&theme=dark&lang=en&city=krakow"] {
            page.open(query).await;
            page.until(
                "it has its script and its row of links",
                "return !!$('script[src*=embedded]') && !!$('.embed-bar a')",
            )
            .await;
            page.expect("violations", json!([])).await;
            page.expect("localStorage.length + sessionStorage.length", 0).await;
        }
    });
}

#[test]
fn the_check_for_violations_sees_one() {
    browse(Setup { may_log_errors: true, ..DESKTOP }, async |page| {
        page.server.set_policy("script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; img-src 'none'");
        page.open("").await;
        page.run::<()>("document.body.append(Object.assign(new Image(), { src: 'x.png' })); return null").await;
        page.expect("violations.some((violation) => violation.startsWith('img-src'))", true).await;
    });
}

#[test]
fn it_works_from_a_sub_folder_and_asks_for_nothing_outside_of_it() {
    let folder = "/gazeta/2017/miasta/";
    browse(Setup { folder, ..DESKTOP }, async |page| {
        for query in ["", "?year=2017&meeting=rzeszow-2017&lang=en"] {
            page.open(query).await;
            page.expect("$$('.leaflet-base-pane path').length > 0", true).await;
        }
        page.expect("$$('.map-canvas .city.host').length", 4).await;
        page.expect("location.pathname", folder).await;
        let outside: Vec<String> = page.server.log().into_iter().filter(|path| !path.starts_with(folder)).collect();
        assert_eq!(outside, Vec::<String>::new());
    });
}
