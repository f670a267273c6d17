//! The pages that stand without scripts: every record of the data is in them, in each language, and they hang together.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use serde_json::Value;

const SITE: &str = "https://example.org/map/";

/// A page as it is built, in short.
const BUILT: &str = "<!doctype html><html data-app=loading lang=pl><meta charset=utf-8><title>x</title>\
    <link as=fetch crossorigin href=data/programme.json rel=preload><link href=./styles-0.css rel=stylesheet>\
    <script src=./boot-0.js></script></head><body><div id=app><a href=data/cities.geojson>x</a></div></body></html>";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    _ = fs::remove_dir_all(&folder);
    for (from, to) in [("data", "data"), ("public/basemap", "basemap")] {
        fs::create_dir_all(folder.join(to)).expect("a folder");
        for entry in fs::read_dir(root().join(from)).expect("files") {
            let path = entry.expect("a file").path();
            if path.is_file() {
                fs::copy(&path, folder.join(to).join(path.file_name().expect("a name"))).expect("a copy");
            }
        }
    }
    fs::write(folder.join("index.html"), BUILT).expect("a page");
    folder
}

fn pracownia(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_pracownia")).args(arguments).output().expect("the command")
}

/// Every file of the rendered site by its name.
fn site() -> &'static BTreeMap<String, Vec<u8>> {
    static SITE_FILES: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    SITE_FILES.get_or_init(|| {
        let folder = folder("site");
        let done = pracownia(&["render", folder.to_str().expect("a path"), "--site-url", SITE]);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        let mut files = BTreeMap::new();
        collect(&folder, &folder, &mut files);
        files
    })
}

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name = path.strip_prefix(root).expect("below").to_string_lossy().replace('\\', "/");
            files.insert(name, fs::read(&path).expect("a file"));
        }
    }
}

fn pages() -> impl Iterator<Item = (&'static str, &'static str)> {
    let html = site().iter().filter(|(name, _)| name.ends_with("index.html"));
    html.map(|(name, bytes)| (name.as_str(), std::str::from_utf8(bytes).expect("UTF-8")))
}

/// What a reader sees of a page: its text, with each run of spaces of any kind as one.
fn text(html: &str) -> String {
    let body = html.split("<div id=\"still\">").nth(1).expect("what is read without scripts");
    let mut text = String::new();
    let mut is_tag = false;
    for char in body.chars() {
        match char {
            '<' => is_tag = true,
            '>' => is_tag = false,
            char if !is_tag => text.push(char),
            _ => {}
        }
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    plain(&text)
}

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn data(name: &str) -> Value {
    serde_json::from_slice(&fs::read(root().join("data").join(name)).expect("a data file")).expect("JSON")
}

/// Every text of a record in a language, and every name and title, which are the same in all.
fn texts(value: &Value, lang: &str, key: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) if members.contains_key("pl") && members.contains_key("en") => {
            texts(&members[lang], lang, "text", found);
        }
        Value::Object(members) => members.iter().for_each(|(key, value)| texts(value, lang, key, found)),
        Value::Array(items) => items.iter().for_each(|item| texts(item, lang, key, found)),
        Value::String(text) if matches!(key, "text" | "name" | "title" | "publisher" | "role") => {
            found.push(plain(text));
        }
        _ => {}
    }
}

#[test]
fn every_record_is_in_the_pages_of_each_language() {
    let programme = data("programme.json");
    for lang in ["pl", "en"] {
        let is_of = |name: &str| name.starts_with("en/") == (lang == "en");
        let all: String = pages().filter(|(name, _)| is_of(name)).map(|(_, html)| text(html) + "\n").collect();
        let folded = all.to_lowercase();
        let mut wanted = Vec::new();
        for table in ["editions", "meetings", "topics", "experts", "totals", "awards", "sources"] {
            texts(&programme[table], lang, table, &mut wanted);
        }
        for feature in data("cities.geojson")["features"].as_array().expect("cities") {
            texts(&feature["properties"]["name"], lang, "name", &mut wanted);
        }
        assert!(wanted.len() > 150, "only {} texts", wanted.len());
        let missing: Vec<_> = wanted.iter().filter(|text| !folded.contains(&text.to_lowercase())).collect();
        assert!(missing.is_empty(), "{lang}: {missing:#?}");
    }
}

#[test]
fn the_start_page_names_every_meeting_city_guest_topic_and_source() {
    let programme = data("programme.json");
    for (page, lang) in [("index.html", "pl"), ("en/index.html", "en")] {
        let html = std::str::from_utf8(&site()[page]).expect("UTF-8");
        let text = text(html).to_lowercase();
        let names = |value: &Value| value.as_str().unwrap_or_else(|| value[lang].as_str().expect("a name")).to_owned();
        let mut wanted: Vec<String> = data("cities.geojson")["features"]
            .as_array()
            .expect("cities")
            .iter()
            .map(|city| names(&city["properties"]["name"]))
            .collect();
        wanted.extend(programme["experts"].as_array().expect("experts").iter().map(|expert| names(&expert["name"])));
        wanted.extend(programme["topics"].as_array().expect("topics").iter().map(|topic| names(&topic["name"])));
        wanted.extend(programme["sources"].as_array().expect("sources").iter().map(|source| names(&source["title"])));
        for name in wanted {
            assert!(text.contains(&plain(&name).to_lowercase()), "{page}: {name}");
        }
        let meetings = html.matches("<ul role=\"list\" class=\"meetings\"").count();
        assert_eq!(meetings, 1, "{page}");
    }
}

#[test]
fn there_is_a_page_for_everything_in_both_languages() {
    let programme = data("programme.json");
    let ids = |table: &str, key: &str| -> Vec<String> {
        let id = |record: &Value| record[key].as_str().map_or_else(|| record[key].to_string(), str::to_owned);
        programme[table].as_array().expect("a table").iter().map(id).collect()
    };
    let cities = data("cities.geojson");
    let cities = cities["features"].as_array().expect("cities").iter();
    let mut wanted = vec![String::new()];
    wanted.extend((2014..=2017).map(|year| format!("year/{year}/")));
    wanted.extend(ids("editions", "number").iter().map(|number| format!("edition/{number}/")));
    wanted.extend(ids("experts", "id").iter().map(|id| format!("expert/{id}/")));
    wanted.extend(ids("topics", "id").iter().map(|id| format!("topic/{id}/")));
    wanted.extend(cities.map(|city| format!("city/{}/", city["properties"]["id"].as_str().expect("an id"))));
    let wanted: BTreeSet<String> =
        wanted.iter().flat_map(|folder| [format!("{folder}index.html"), format!("en/{folder}index.html")]).collect();
    let found: BTreeSet<String> = pages().map(|(name, _)| name.to_owned()).collect();
    assert_eq!(found, wanted);
}

#[test]
fn every_link_within_the_site_leads_to_something() {
    let mut checked = 0;
    for (name, html) in pages() {
        let folder: Vec<&str> = name.split('/').collect::<Vec<_>>()[..name.matches('/').count()].to_vec();
        for part in html.split("href=\"").skip(1) {
            let href = part.split('"').next().expect("an end").replace("&amp;", "&");
            if href.contains("://") || href.starts_with('#') {
                continue;
            }
            let (path, anchor) = href.split_once('#').unwrap_or((&href, ""));
            let path = path.split('?').next().expect("a path");
            let mut steps = folder.clone();
            for step in path.split('/') {
                match step {
                    ".." => assert!(steps.pop().is_some(), "{name}: {href} leads out of the site"),
                    "." | "" => {}
                    step => steps.push(step),
                }
            }
            let mut file = steps.join("/");
            if path.ends_with('/') || file.is_empty() {
                file = format!("{file}/index.html").trim_start_matches('/').to_owned();
            }
            if !file.starts_with("styles") && !file.starts_with("data/") {
                let target = site().get(&file).unwrap_or_else(|| panic!("{name}: {href} leads nowhere ({file})"));
                let has_it = anchor.is_empty() || String::from_utf8_lossy(target).contains(&format!("id=\"{anchor}\""));
                assert!(has_it, "{name}: {href} leads to no element");
            }
            checked += 1;
        }
    }
    assert!(checked > 1000, "only {checked} links");
}

/// Whether any meeting is known of what a page is about.
fn holds_something(folder: &str) -> bool {
    let plain = folder.trim_start_matches("en/").trim_end_matches('/');
    let programme = data("programme.json");
    let meetings = programme["meetings"].as_array().expect("a list");
    match plain.split_once('/') {
        Some(("year", year)) => meetings.iter().any(|it| it["when"].as_str().is_some_and(|when| when.contains(year))),
        Some(("topic", id)) => {
            meetings.iter().filter_map(|it| it["topics"].as_array()).flatten().any(|topic| topic == id)
        }
        _ => true,
    }
}

#[test]
fn each_page_has_a_title_a_description_and_its_translations_of_its_own() {
    let between = |html: &str, from: &str, to: &str| -> String {
        let rest = html.split(from).nth(1).unwrap_or_else(|| panic!("no {from}"));
        rest.split(to).next().expect("an end").to_owned()
    };
    let mut titles = BTreeSet::new();
    for (name, html) in pages() {
        let folder = name.trim_end_matches("index.html");
        assert!(titles.insert(between(html, "<title>", "</title>")), "{name} has the title of another page");
        assert!(between(html, "name=\"description\" content=\"", "\"").len() > 20, "{name}");
        assert_eq!(between(html, "rel=\"canonical\" href=\"", "\""), format!("{SITE}{folder}"));
        let plain = folder.trim_start_matches("en/");
        assert_eq!(between(html, "hreflang=\"pl\" href=\"", "\""), format!("{SITE}{plain}"));
        assert_eq!(between(html, "hreflang=\"en\" href=\"", "\""), format!("{SITE}en/{plain}"));
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
        // Of a year or topic without a known meeting there is nothing to say.
        if holds_something(folder) {
            assert!(html.contains("ld+json"), "{name} has no structured data");
            let json = between(html, "<script type=\"application/ld+json\">", "</script>");
            let data: Value = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_eq!(data["@context"], "https://schema.org", "{name}");
            assert!(data["@graph"].as_array().is_some_and(|graph| !graph.is_empty()), "{name}");
        } else {
            assert!(!html.contains("ld+json"), "{name}");
        }
        assert!(html.contains("class=\"legend\""), "{name}: the signs of its map are told nowhere");
        // The files of the app are found from each folder.
        let up = if folder.is_empty() { "./".to_owned() } else { "../".repeat(folder.matches('/').count()) };
        assert!(html.contains(&format!("src={up}boot-0.js")), "{name}");
        for file in ["card.png", "oembed.json"] {
            assert!(site().contains_key(&format!("{folder}{file}")), "{folder}{file}");
        }
    }
}

#[test]
fn a_card_is_a_picture_of_the_size_that_is_asked_for() {
    for (name, bytes) in site().iter().filter(|(name, _)| name.ends_with("card.png")) {
        assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n", "{name}");
        let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
        assert_eq!((side(16), side(20)), (1200, 630), "{name}");
        assert!(bytes.len() > 20_000, "{name} is nearly empty");
    }
}

#[test]
fn a_system_finds_the_name_and_the_icons_of_the_app() {
    let manifest: Value = serde_json::from_slice(&site()["manifest.webmanifest"]).expect("JSON");
    assert_eq!(manifest["name"], data("programme.json")["title"]["pl"]);
    let icons = manifest["icons"].as_array().expect("icons");
    assert!(icons.len() >= 3, "{icons:?}");
    for icon in icons {
        let png = &site()[icon["src"].as_str().expect("a name")];
        let width = u32::from_be_bytes(png[16..20].try_into().expect("four bytes"));
        assert_eq!(icon["sizes"], format!("{width}x{width}"));
    }
}

#[test]
fn oembed_feed_and_sitemap_name_what_is_there() {
    let answer: Value = serde_json::from_slice(&site()["city/kutno/oembed.json"]).expect("JSON");
    let html = answer["html"].as_str().expect("a frame");
    assert!(html.contains(&format!("{SITE}city/kutno/?embed=1")), "{html}");
    assert!(html.contains("title=\"Kutno – Pracownia miast\""), "{html}");
    assert_eq!((&answer["version"], &answer["type"]), (&"1.0".into(), &"rich".into()));
    // A system that takes the style away keeps the width within its column.
    assert!(html.contains("width=\"100%\"") && answer["width"].is_number(), "{html}");
    let sitemap = String::from_utf8_lossy(&site()["sitemap.xml"]);
    assert_eq!(sitemap.matches("<loc>").count(), pages().count());
    for feed in ["feed.xml", "en/feed.xml"] {
        let feed = String::from_utf8_lossy(&site()[feed]).into_owned();
        assert_eq!(
            feed.matches("<entry>").count(),
            data("programme.json")["meetings"].as_array().expect("a list").len()
        );
        assert!(!feed.contains("<summary></summary>"));
        // Of a meeting of which only the year is known nobody knows that it was on its last day.
        assert!(!feed.contains("-12-31T"), "{feed}");
    }
}

#[test]
fn without_an_address_nothing_names_one() {
    let folder = folder("nowhere");
    let done = pracownia(&["render", folder.to_str().expect("a path")]);
    assert!(done.status.success());
    let told = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(told.contains("SITE_URL"), "{told}");
    let html = fs::read_to_string(folder.join("city/kutno/index.html")).expect("a page");
    for absent in ["canonical", "og:image", "og:url", "oembed"] {
        assert!(!html.contains(absent), "{absent}");
    }
    assert!(!folder.join("sitemap.xml").exists() && !folder.join("card.png").exists());
}

#[test]
fn no_page_says_its_heading_twice() {
    for (name, html) in pages() {
        let between = |tag: &str| -> Vec<String> {
            let (from, to) = (format!("<{tag}"), format!("</{tag}>"));
            let parts = html.split(&from).skip(1).filter_map(|rest| rest.split_once('>')?.1.split_once(&to));
            parts.map(|(heading, _)| plain(heading)).collect()
        };
        let headings = [between("h1"), between("h2")].concat();
        let twice: Vec<_> = headings.iter().skip(1).filter(|heading| **heading == headings[0]).collect();
        assert!(!headings.is_empty() && twice.is_empty(), "{name}: {headings:?}");
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
    }
}

#[test]
fn a_folder_that_is_rendered_again_is_the_same() {
    let folder = folder("again");
    let path = folder.to_str().expect("a path");
    let files = |arguments: &[&str]| {
        assert!(pracownia(arguments).status.success());
        let mut files = BTreeMap::new();
        collect(&folder, &folder, &mut files);
        files
    };
    let once = files(&["render", path]);
    let again = files(&["render", path]);
    let differing: Vec<_> = once.iter().filter(|(name, bytes)| again.get(*name) != Some(bytes)).collect();
    assert!(differing.is_empty(), "{:?}", differing.iter().map(|(name, _)| name).collect::<Vec<_>>());
    assert_eq!(once.len(), again.len());
}

#[test]
fn a_hostile_text_stays_a_text() {
    let folder = folder("hostile");
    let hostile = "</script></text><script>alert(1)</script><img src=x onerror=alert(1)>";
    let path = folder.join("data/programme.json");
    let mut programme = data("programme.json");
    programme["title"] = serde_json::json!({ "pl": hostile, "en": hostile });
    programme["experts"][0]["name"] = hostile.into();
    programme["meetings"][0]["title"] = serde_json::json!({ "pl": hostile, "en": hostile });
    fs::write(&path, programme.to_string()).expect("a file");
    let done = pracownia(&["render", folder.to_str().expect("a path"), "--site-url", SITE]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let mut files = BTreeMap::new();
    collect(&folder, &folder, &mut files);
    let mut met = 0;
    for (name, bytes) in files.iter().filter(|(name, _)| matches!(name.rsplit('.').next(), Some("html" | "xml"))) {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("<script>alert") && !text.contains("<img"), "{name}");
        met += usize::from(text.contains("&lt;img"));
    }
    assert!(met > 50, "the text is in {met} files");
}

#[test]
fn what_is_wrong_is_said_and_what_is_asked_wrongly_explained() {
    let folder = folder("wrong");
    let good = pracownia(&["check", folder.join("data").to_str().expect("a path")]);
    assert!(good.status.success());
    let mut programme = data("programme.json");
    programme["meetings"][0]["date"] = "2016-13".into();
    programme["meetings"][0]["when"] = "2016-13".into();
    fs::write(folder.join("data/programme.json"), programme.to_string()).expect("a file");
    let bad = pracownia(&["check", folder.join("data").to_str().expect("a path")]);
    let told = String::from_utf8_lossy(&bad.stderr).into_owned();
    assert!(!bad.status.success() && told.contains("/meetings/0"), "{told}");
    for arguments in
        [&["render"][..], &["render", "a", "--site-url", "ftp://x"], &["paint"], &["render", "/nowhere/at/all"]]
    {
        assert!(!pracownia(arguments).status.success(), "{arguments:?}");
    }
}
