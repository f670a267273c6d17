//! When something is wrong: said in plain words, and all that is valid is still shown.

use serde_json::{Value, json};

use super::harness::{Answer, BROKEN, Page, browse, dist};

const MEETINGS: &str = "$$('.panel ul.meetings > li').length";
const PROGRAMME: &str = "data/programme.json";
const CITIES: &str = "data/cities.geojson";

fn shipped(path: &str) -> Value {
    let bytes = std::fs::read(dist().join(path)).expect("a data file in the built app");
    serde_json::from_slice(&bytes).expect("JSON")
}

/// The data file with the value at a JSON pointer replaced.
fn spoiled(path: &str, pointer: &str, value: Value) -> Value {
    let mut file = shipped(path);
    *file.pointer_mut(pointer).expect("something at this place") = value;
    file
}

/// The page lists exactly one problem, with this file and place, in Polish and in English.
async fn names_the_problem(page: &Page, file: &str, place: (&str, &str), words: (&str, &str)) {
    for (lang, place, words) in [("pl", place.0, words.0), ("en", place.1, words.1)] {
        page.open_raw(&format!("?lang={lang}")).await;
        page.expect("$$('.problems li').length", 1).await;
        page.expect("texts('.problems li code')", json!([file, place])).await;
        let said: String = page.run("return text($('.problems li'))").await;
        assert!(said.contains(words), "{said:?} says {words:?}");
    }
}

/// The same for a file that could not be read at all.
async fn names_the_file(page: &Page, file: &str, words: (&str, &str)) {
    names_the_problem(page, file, ("cały plik", "the whole file"), words).await;
}

async fn shows(page: &Page, meetings: usize, hosts: usize) {
    page.is_ready().await;
    page.expect(MEETINGS, meetings).await;
    page.expect("$$('.map-canvas .city.host').length", hosts).await;
}

#[test]
fn a_missing_programme_is_named_and_the_page_stands() {
    browse(BROKEN, async |page| {
        page.server.replace(PROGRAMME, Answer::Status(404));
        names_the_file(page, PROGRAMME, ("404", "404")).await;
        page.expect("['ready', 'failed'].includes(document.documentElement.dataset.app)", true).await;
        page.expect("$$('.problems button').length", 1).await;
    });
}

#[test]
fn missing_cities_leave_the_lists() {
    browse(BROKEN, async |page| {
        page.server.replace(CITIES, Answer::Status(500));
        names_the_file(page, CITIES, ("500", "500")).await;
        page.expect(MEETINGS, 15).await;
    });
}

#[test]
fn a_web_page_in_place_of_the_programme_is_recognised() {
    browse(BROKEN, async |page| {
        page.server.replace(PROGRAMME, "<!doctype html><title>Not found</title>");
        names_the_file(page, PROGRAMME, ("strona HTML", "web page")).await;
    });
}

#[test]
fn broken_json_is_named_with_its_line() {
    browse(BROKEN, async |page| {
        page.server.replace(PROGRAMME, "{\n  \"version\": 1,\n  \"meetings\": [}\n");
        names_the_file(page, PROGRAMME, ("wiersz 3", "line 3")).await;
    });
}

#[test]
fn an_unknown_version_is_not_guessed_at() {
    browse(BROKEN, async |page| {
        page.server.replace(PROGRAMME, &spoiled(PROGRAMME, "/version", json!(2)));
        names_the_problem(page, PROGRAMME, ("/version", "/version"), ("wersj", "version")).await;
    });
}

#[test]
fn a_dangling_city_costs_a_marker_and_no_meeting() {
    browse(BROKEN, async |page| {
        page.server.replace(PROGRAMME, &spoiled(PROGRAMME, "/meetings/1/city", json!("atlantis")));
        let place = "/meetings/1/city";
        names_the_problem(page, PROGRAMME, (place, place), ("atlantis", "atlantis")).await;
        shows(page, 15, 10).await;
        page.expect("texts('.panel ul.meetings .place').filter((name) => name === 'atlantis').length", 1).await;
    });
}

#[test]
fn an_impossible_coordinate_costs_one_marker_and_no_meeting() {
    browse(BROKEN, async |page| {
        page.server.replace(CITIES, &spoiled(CITIES, "/features/0/geometry/coordinates", json!([17.03, 951.1])));
        let place = "/features/0/geometry/coordinates";
        names_the_problem(page, CITIES, (place, place), ("951", "951")).await;
        shows(page, 15, 10).await;
    });
}

#[test]
fn all_problems_are_named_and_not_the_first_alone() {
    browse(BROKEN, async |page| {
        page.server.replace(CITIES, &spoiled(CITIES, "/features/3/geometry/coordinates/0", json!("21")));
        let mut programme = spoiled(PROGRAMME, "/meetings/0/when", json!("2015-02-30"));
        programme["experts"][0]["city"] = json!("nowhere");
        page.server.replace(PROGRAMME, &programme);
        page.open("").await;
        // File by file, from top to bottom: in JSON written by this test, the tables are in the order of the alphabet.
        page.expect(
            "texts('.problems li code')",
            json!([
                CITIES,
                "/features/3/geometry/coordinates/0",
                PROGRAMME,
                "/experts/0/city",
                PROGRAMME,
                "/meetings/0/when"
            ]),
        )
        .await;
    });
}

#[test]
fn hostile_texts_stay_texts() {
    browse(BROKEN, async |page| {
        let hostile = "<img src=x onerror=\"window.hit=1\"><script>window.hit=1</script>";
        let both = json!({ "pl": hostile, "en": hostile });
        let mut cities = shipped(CITIES);
        for feature in cities["features"].as_array_mut().expect("a list") {
            feature["properties"]["name"] = both.clone();
            feature["properties"]["region"] = both.clone();
        }
        let mut programme = shipped(PROGRAMME);
        for (table, fields) in [
            ("meetings", &["title", "venue", "note"][..]),
            ("experts", &["role", "note"]),
            ("topics", &["name"]),
            ("editions", &["theme", "note"]),
            ("sources", &["seen"]),
        ] {
            for record in programme[table].as_array_mut().expect("a list") {
                for field in fields {
                    record[*field] = both.clone();
                }
            }
        }
        for source in programme["sources"].as_array_mut().expect("a list") {
            source["title"] = hostile.into();
            source["publisher"] = hostile.into();
        }
        programme["title"] = both;
        page.server.replace(CITIES, &cities);
        page.server.replace(PROGRAMME, &programme);
        for query in
            ["", "?year=2017&meeting=rzeszow-2017", "?year=2017&city=nijmegen&lang=en", "?expert=paul-goedknegt"]
        {
            page.open(query).await;
            page.expect("$$('#app img, #app script, #app iframe').length", 0).await;
            page.expect("window.hit === undefined", true).await;
            page.expect("$('#app').textContent.includes('<img src=x')", true).await;
        }
        assert!(page.server.log().iter().all(|path| path != "/x"), "nothing asked for the image");
    });
}

#[test]
fn with_both_files_missing_the_page_says_what_it_looked_for() {
    browse(BROKEN, async |page| {
        page.server.replace("data/*", Answer::Status(404));
        page.open_raw("").await;
        page.until("the app gave up", "return document.documentElement.dataset.app === 'failed'").await;
        page.expect("texts('.problems li code:first-child')", json!([CITIES, PROGRAMME])).await;
        page.expect("$$('main').length", 1).await;
    });
}

#[test]
fn with_both_files_missing_what_the_page_says_by_itself_is_still_read() {
    browse(BROKEN, async |page| {
        page.server.replace("data/*", Answer::Status(404));
        for (path, heading, lang) in [("", "Pracownia miast", "pl"), ("en/city/kutno/?theme=dark", "Kutno", "en")] {
            page.open_raw(path).await;
            page.until("the app gave up", "return document.documentElement.dataset.app === 'failed'").await;
            page.expect("texts('.problems li code:first-child')", json!([CITIES, PROGRAMME])).await;
            // The page is full: it must not be said that nothing could be read.
            let told = "texts('.problems > p').map((it) => it.replace(/\\u00a0/g, ' '))";
            let words = if lang == "pl" {
                "Danych nie udało się wczytać, więc mapy"
            } else {
                "The data could not be read, so"
            };
            page.expect(&format!("{told}.map((it) => it.startsWith('{words}'))"), json!([true])).await;
            // Below the message, in the page's own language and layout.
            page.expect(
                "$('#app').getBoundingClientRect().bottom <= $('#still').getBoundingClientRect().top + 1",
                true,
            )
            .await;
            page.expect("!!($('#app').compareDocumentPosition($('#still')) & Node.DOCUMENT_POSITION_FOLLOWING)", true)
                .await;
            page.expect("document.documentElement.lang", lang).await;
            page.expect("texts('#still h1')", json!([heading])).await;
            page.expect("$('#still .picture-map').getBoundingClientRect().height > 200", true).await;
            page.expect("$$('#still ul.meetings > li, #still section.detail').every((node) => node.getBoundingClientRect().height > 20)", true)
                .await;
            page.expect("[$$('main').length, $$('h1').length, $$('header').length > 0]", json!([1, 1, true])).await;
            page.expect(
                "(() => { const ids = $$('[id]').map(({ id }) => id); return ids.filter((id, index) => ids.indexOf(id) !== index); })()",
                json!([]),
            )
            .await;
            // So the way of its links is what it was.
            page.expect("location.pathname + location.search", format!("/{path}")).await;
        }
    });
}

#[test]
fn trying_again_after_the_files_are_back_works() {
    browse(BROKEN, async |page| {
        page.server.replace("data/*", Answer::Status(503));
        page.open_raw("").await;
        page.expect("$$('.problems button').length", 1).await;
        page.server.replace(CITIES, &shipped(CITIES));
        page.server.replace(PROGRAMME, &shipped(PROGRAMME));
        page.click(".problems button").await;
        shows(page, 15, 11).await;
        page.expect("$$('.problems').length", 0).await;
    });
}

#[test]
fn without_leaflet_the_lists_work_and_the_map_says_so() {
    browse(BROKEN, async |page| {
        page.server.replace("leaflet-*.js", Answer::Status(404));
        page.open("?year=2017").await;
        page.expect(MEETINGS, 4).await;
        page.expect("text($('.map-missing')).startsWith('Nie udało się narysować mapy')", true).await;
        page.click("ul.meetings > li:first-child > .choice").await;
        page.expect("$$('.detail').length", 1).await;
        page.click(".languages button[lang=en]").await;
        page.expect("text($('.map-missing')).startsWith('The map could not be drawn')", true).await;
        page.click(".whole-campaign").await;
        page.expect(MEETINGS, 15).await;
    });
}

#[test]
fn without_a_base_map_the_cities_are_still_there() {
    browse(BROKEN, async |page| {
        page.server.replace("basemap/*", Answer::Status(404));
        page.open("?year=2016").await;
        shows(page, 10, 10).await;
        page.expect(
            "text($('.map-notice[role=status]'))",
            "Nie udało się wczytać tła mapy. Miasta i linie są na swoich miejscach.",
        )
        .await;
        page.expect("$$('.background').length", 0).await;
        page.click(".languages button[lang=en]").await;
        page.expect("text($('.map-notice')).startsWith('The map’s background could not be loaded')", true).await;
    });
}

#[test]
fn without_the_names_the_base_map_says_nothing() {
    browse(BROKEN, async |page| {
        page.server.replace("basemap/names.json", Answer::Status(404));
        page.open("?year=2016").await;
        shows(page, 10, 10).await;
        page.expect("$$('.background').length", 0).await;
        page.expect("text($('.map-notice'))", "").await;
    });
}

/// The plain page with a message in both languages, a button and the way to the data.
async fn is_the_plain_message(page: &Page) {
    page.until("the page gave up", "return document.documentElement.dataset.app === 'failed'").await;
    page.expect("$$('.failure p[lang=pl]').length > 0 && $$('.failure p[lang=en]').length > 0", true).await;
    page.expect("$$('.failure button').length", 1).await;
    page.expect(
        "$$('.failure a').map((a) => a.href.slice(document.documentElement.dataset.base.length)).sort()",
        json!([CITIES, PROGRAMME]),
    )
    .await;
}

#[test]
fn without_its_wasm_the_page_says_so_and_the_button_tries_again() {
    browse(BROKEN, async |page| {
        page.server.replace("*.wasm", Answer::Status(404));
        page.open_raw("?year=2016").await;
        is_the_plain_message(page).await;
        page.server.mend("*.wasm");
        page.click(".failure button").await;
        shows(page, 10, 10).await;
    });
}

#[test]
fn a_damaged_wasm_or_script_ends_in_the_plain_message() {
    for file in ["*.wasm", "pracownia-app-*.js"] {
        browse(BROKEN, async |page| {
            page.server.replace(file, "<!doctype html><title>404</title>");
            page.open_raw("").await;
            is_the_plain_message(page).await;
        });
    }
}

#[test]
fn a_browser_without_webassembly_is_told() {
    browse(BROKEN, async |page| {
        page.server.run_first("delete window.WebAssembly;");
        page.open_raw("").await;
        is_the_plain_message(page).await;
        page.expect("document.body.textContent.includes('WebAssembly')", true).await;
    });
}

#[test]
fn an_error_of_a_stranger_leaves_a_page_that_waits_for_its_second_part() {
    browse(BROKEN, async |page| {
        page.server.replace("part-extras-*.wasm", Answer::Late(6000));
        page.open_raw("?year=2016&city=krakow").await;
        page.until(
            "the app has begun",
            "return !!$('#app .masthead') && document.documentElement.dataset.app === 'loading'",
        )
        .await;
        // boot.js has three seconds of patience; the part takes six.
        page.run::<()>("Promise.reject(new Error('of another script')); await new Promise((done) => setTimeout(done, 3500)); return null")
            .await;
        page.expect("$$('.failure').length", 0).await;
        shows(page, 10, 10).await;
    });
}

#[test]
fn after_a_panic_there_is_a_message_and_a_fresh_start() {
    browse(BROKEN, async |page| {
        page.open("?year=2016").await;
        page.run::<()>(
            "dispatchEvent(new CustomEvent('app-panic', { detail: 'index out of bounds <b>' })); return null",
        )
        .await;
        is_the_plain_message(page).await;
        page.expect("document.body.textContent.includes('index out of bounds <b>')", true).await;
        page.click(".failure button").await;
        shows(page, 10, 10).await;
        page.expect_query("?year=2016").await;
    });
}
