//! Without a network: after one visit everything works, a newer version is offered and never forced, and no page is made of
//! two versions.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde_json::{Value, json};

use super::harness::{Answer, BROKEN, DESKTOP, Page, browse, dist, target};

const PROGRAMME: &str = "data/programme.json";

/// The versions that are whole, and what the caches of this app are.
const VERSIONS: &str = "
    const ours = (await caches.keys()).filter((name) => name.startsWith('pracownia '));
    const whole = [];
    for (const cacheName of ours) {
      const record = await caches.match(new URL('version.record', document.documentElement.dataset.base), { cacheName });
      if (record) whole.push((await record.json()).name);
    }
";

/// Which version a page is of: by its data, its code, and what it says itself.
const IS_OF: &str = "[text($('.masthead h1')), document.documentElement.dataset.build ?? '1']";

/// A folder that is removed when it is no longer needed.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let thread = std::thread::current().name().unwrap_or_default().replace("::", "-");
        let folder = target("e2e-offline").join(format!("{thread}-{name}"));
        _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        _ = fs::remove_dir_all(&self.0);
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            // What was frozen is no part of a version.
            if !path.ends_with("frozen") {
                found.extend(files(&path));
            }
        } else {
            found.push(path);
        }
    }
    found
}

/// What another build would have made: other code, by another name, and other data.
fn built_again(number: u32) -> Folder {
    let folder = Folder::new(&format!("version-{number}"));
    let from = dist();
    for path in files(&from) {
        let to = folder.0.join(path.strip_prefix(&from).expect("below"));
        fs::create_dir_all(to.parent().expect("a folder")).expect("a folder");
        fs::copy(&path, to).expect("a copy");
    }
    let boot = files(&folder.0)
        .into_iter()
        .find(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("boot-")))
        .expect("boot.js");
    let old = boot.file_name().expect("a name").to_string_lossy().into_owned();
    let new = format!("boot-{number:016x}.js");
    let mut code = fs::read_to_string(&boot).expect("a script");
    let mark = format!(";document.documentElement.dataset.build = \"{number}\";");
    code.push_str(&mark);
    fs::remove_file(&boot).expect("removed");
    fs::write(folder.0.join(&new), code).expect("written");
    for page in files(&folder.0).into_iter().filter(|path| path.ends_with("index.html")) {
        let html = fs::read_to_string(&page).expect("a page");
        fs::write(&page, html.replace(&old, &new)).expect("written");
    }
    let programme = folder.0.join(PROGRAMME);
    let mut data: Value = serde_json::from_slice(&fs::read(&programme).expect("data")).expect("JSON");
    data["title"] = json!({ "pl": format!("Wersja {number}"), "en": format!("Version {number}") });
    fs::write(&programme, data.to_string()).expect("written");
    listed(&folder.0);
    folder
}

/// Has the list of files written, as `make build` does.
fn listed(folder: &Path) {
    let done = Command::new("node")
        .arg("scripts/offline.mjs")
        .arg(folder)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("node, which `make build` installs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

/// The version that a folder holds.
fn version_of(folder: &Path) -> Value {
    let worker = fs::read_to_string(folder.join("sw.js")).expect("a worker");
    let line = worker.lines().next().expect("a line");
    let json = line.strip_prefix("self.VERSION=").and_then(|line| line.strip_suffix(';')).expect("a version");
    serde_json::from_str(json).expect("JSON")
}

fn name_of(folder: &Path) -> String {
    version_of(folder)["name"].as_str().expect("a name").to_owned()
}

/// Waits until these versions, and no others, are there as a whole.
async fn has_versions(page: &Page, names: &[&str]) {
    let mut names = names.to_vec();
    names.sort_unstable();
    page.until(
        &format!("the versions {names:?} are kept"),
        &format!("{VERSIONS} return JSON.stringify(whole.sort()) === {:?}", json!(names).to_string()),
    )
    .await;
}

/// The first visit, until everything is kept and the page has its worker.
pub async fn visit(page: &Page, query: &str) {
    page.server.let_work_offline();
    page.open(query).await;
    has_versions(page, &[&name_of(&dist())]).await;
    page.until("the page has a worker", "return !!navigator.serviceWorker.controller").await;
}

/// Another version is deployed while the page is open, and fetched.
async fn deploy(page: &Page, folder: &Path, kept: &[&str]) {
    page.server.serve(folder);
    update(page).await;
    has_versions(page, kept).await;
}

async fn update(page: &Page) {
    page.run::<()>("await (await navigator.serviceWorker.getRegistration()).update().catch(() => {}); return null")
        .await;
}

async fn is_version(page: &Page, number: u32) {
    let name = if number == 1 { "Pracownia miast".to_owned() } else { format!("Wersja {number}") };
    page.expect(IS_OF, json!([name, number.to_string()])).await;
}

/// Uses what is loaded later: details, a table, the finer base map, what shares a view.
async fn use_everything(page: &Page) {
    page.run::<()>("choose(2017); await frames(2); $('ul.meetings .choice').click(); return null").await;
    page.expect("!!$('.detail h2, .detail h3')", true).await;
    page.click(".share-button").await;
    page.expect("!!$('.share-panel .copy')", true).await;
    page.run::<()>("$('.share .close').click(); return null").await;
    page.open("?view=table&lang=en").await;
    page.expect("$$('table tbody tr').length > 10", true).await;
    page.open("?city=kutno&camera=9,52.2,19.4").await;
    page.expect("$$('.leaflet-base-pane path').length > 0", true).await;
    page.expect("document.documentElement.dataset.map", "complete").await;
}

#[test]
fn after_one_visit_it_works_without_a_network() {
    browse(DESKTOP, async |page| {
        visit(page, "").await;
        page.server.stop();
        for query in ["", "?year=2016&lang=en", "?view=about", "index.html?year=2014"] {
            page.open(query).await;
            page.expect("$$('.leaflet-base-pane path').length > 0", true).await;
        }
        use_everything(page).await;
    });
}

#[test]
fn the_network_may_end_in_the_middle_of_the_first_visit() {
    browse(DESKTOP, async |page| {
        visit(page, "").await;
        page.until(
            "it has said which version it is",
            "return (await caches.keys()).some((name) => name.endsWith(' windows'))",
        )
        .await;
        page.server.stop();
        page.run::<()>("choose(2017); await frames(2); $('ul.meetings .choice').click(); return null").await;
        page.click(".share-button").await;
        page.expect("!!$('.share-panel .copy')", true).await;
        page.run::<()>("$('.share .close').click(); for (let n = 0; n < 4; n++) { $('.zoom-in').click(); await frames(30); } return null").await;
        page.expect(
            "(await performance.getEntriesByType('resource')).some(({ name }) => name.endsWith('fine.topo.json'))",
            true,
        )
        .await;
    });
}

#[test]
fn every_page_opens_without_a_network() {
    browse(DESKTOP, async |page| {
        visit(page, "").await;
        page.server.stop();
        let version = version_of(&dist());
        let pages: BTreeMap<String, (String, String, String)> =
            serde_json::from_value(version["pages"].clone()).expect("pages");
        assert!(pages.len() > 80, "{} pages", pages.len());
        for (folder, (lang, query, title)) in &pages {
            page.open_raw(folder).await;
            page.is_ready().await;
            page.expect("document.documentElement.lang", lang.as_str()).await;
            page.expect("location.pathname", format!("/{folder}")).await;
            let told: String = page.run("return document.title").await;
            assert!(!told.is_empty() && !title.is_empty());
            let [_, what] =
                query.split_once('=').map_or(["", ""], |(key, rest)| [key, rest.split('&').next().unwrap_or("")]);
            if query.contains("city=") || query.contains("expert=") {
                page.expect("!!$('.detail')", true).await;
            } else if query.contains("year=") {
                page.expect("$('.slider').value", what).await;
            }
        }
        // As a server would have it.
        page.open_raw("city/kutno?lang=en").await;
        page.expect("location.pathname + location.search", "/city/kutno/?lang=en").await;
    });
}

#[test]
fn a_newer_version_is_offered_and_never_forced() {
    browse(DESKTOP, async |page| {
        let second = built_again(2);
        let (old, new) = (name_of(&dist()), name_of(&second.0));
        visit(page, "").await;
        let first_window = page.window().await;
        let other_window = page.open_window().await;
        page.open("?year=2016").await;
        page.expect("$('.newer').textContent", "").await;

        deploy(page, &second.0, &[&old, &new]).await;
        page.expect("text($('.newer p'))", "Jest nowa wersja tej strony.").await;
        is_version(page, 1).await;
        page.look_at(&first_window).await;
        page.expect("!!$('.newer .take')", true).await;
        is_version(page, 1).await;

        // Taken in one window, the other keeps what it has, without a server too.
        page.server.stop();
        page.click(".newer .take").await;
        is_version(page, 2).await;
        page.expect("$('.newer')?.textContent", "").await;
        page.look_at(&other_window).await;
        is_version(page, 1).await;
        page.expect("location.search", "?year=2016").await;
        page.run::<()>("$('.share-button').click(); return null").await;
        page.expect("!!$('.share-panel .copy')", true).await;
        page.run::<()>("$('.share .close').click(); return null").await;
        page.expect(&format!("(await (await fetch('{PROGRAMME}')).json()).title.pl"), "Pracownia miast").await;

        // Until it is left; then nobody needs the older one.
        page.click(".newer .close").await;
        page.expect("$('.newer').textContent", "").await;
        is_version(page, 1).await;
        page.reload().await;
        is_version(page, 2).await;
        page.expect("location.search", "?year=2016").await;
        page.server.go_on();
        page.close_window(&first_window).await;
        page.open("?lang=pl").await;
        is_version(page, 2).await;
    });
}

#[test]
fn a_deployment_is_seen_at_the_second_navigation() {
    browse(DESKTOP, async |page| {
        let second = built_again(2);
        let (old, new) = (name_of(&dist()), name_of(&second.0));
        visit(page, "").await;
        page.server.serve(&second.0);
        page.open("").await;
        is_version(page, 1).await;
        has_versions(page, &[&old, &new]).await;
        page.open("").await;
        is_version(page, 2).await;
    });
}

#[test]
fn the_older_version_goes_when_no_window_has_it() {
    browse(DESKTOP, async |page| {
        let second = built_again(2);
        let (old, new) = (name_of(&dist()), name_of(&second.0));
        visit(page, "").await;
        deploy(page, &second.0, &[&old, &new]).await;
        let only = page.window().await;
        // Without any page the newer worker takes over, and tidies up.
        page.open_at("about:blank").await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        page.look_at(&only).await;
        page.open("").await;
        is_version(page, 2).await;
        // A window that has just gone is waited for, in case that it is only on its way.
        forget_windows(page).await;
        page.open("").await;
        has_versions(page, &[&new]).await;
    });
}

/// As if the windows that are closed had been so for some time.
async fn forget_windows(page: &Page) {
    page.run::<()>(
        "const name = (await caches.keys()).find((name) => name.endsWith(' windows'));
         const cache = await caches.open(name);
         for (const request of await cache.keys()) {
           const what = await (await cache.match(request)).json();
           await cache.put(request, new Response(JSON.stringify({ ...what, at: 0 })));
         }
         return null",
    )
    .await;
}

#[test]
fn nobody_is_asked_during_a_talk_and_it_keeps_its_version() {
    browse(DESKTOP, async |page| {
        let second = built_again(2);
        let (old, new) = (name_of(&dist()), name_of(&second.0));
        visit(page, "").await;
        let talk = page.window().await;
        page.open("?present=1").await;
        let other = page.open_window().await;
        page.open("").await;
        page.look_at(&talk).await;
        page.run::<()>(
            "history.replaceState(null, '', '?present=1'); document.title += '.'; await frames(2); return null",
        )
        .await;
        deploy(page, &second.0, &[&old, &new]).await;
        for window in [&talk, &other] {
            page.look_at(window).await;
            page.run::<()>("await new Promise((done) => setTimeout(done, 500)); return null").await;
            page.expect("$('.newer').textContent", "").await;
            is_version(page, 1).await;
        }
        // Another window may take it; the talk goes on as it was, though its page is loaded again.
        page.reload().await;
        is_version(page, 2).await;
        page.look_at(&talk).await;
        page.open("?present=1&year=2016").await;
        is_version(page, 1).await;
        // Then it is over.
        page.open("").await;
        is_version(page, 2).await;
    });
}

#[test]
fn half_a_deployment_is_none() {
    browse(BROKEN, async |page| {
        let second = built_again(2);
        let (old, new) = (name_of(&dist()), name_of(&second.0));
        visit(page, "").await;
        let old_page = fs::read(dist().join("index.html")).expect("a page");
        let halves: [(&str, Answer); 4] = [
            ("boot-*", Answer::Status(404)),
            ("boot-*", "<!doctype html><title>Not found</title>".into()),
            (PROGRAMME, "{}".into()),
            ("index.html", Answer::Contents(old_page)),
        ];
        page.server.serve(&second.0);
        for (pattern, answer) in halves {
            page.server.replace(pattern, answer);
            update(page).await;
            page.run::<()>("await new Promise((done) => setTimeout(done, 700)); return null").await;
            has_versions(page, &[&old]).await;
            page.open("").await;
            is_version(page, 1).await;
            page.expect("$('.newer').textContent", "").await;
            page.server.mend(pattern);
        }
        update(page).await;
        has_versions(page, &[&old, &new]).await;
        page.open("").await;
        is_version(page, 2).await;
    });
}

#[test]
fn half_of_the_first_deployment_is_none_either() {
    browse(BROKEN, async |page| {
        let name = name_of(&dist());
        page.server.let_work_offline();
        for (pattern, answer) in [
            ("part-share-*", Answer::Status(404)),
            ("basemap/fine.topo.json", Answer::Status(500)),
            ("vendor/tiles.js", "<!doctype html><title>Not found</title>".into()),
            ("part-chunk*", "\0asm".into()),
        ] {
            page.server.replace(pattern, answer);
            page.open("").await;
            page.run::<()>("await new Promise((done) => setTimeout(done, 1200)); return null").await;
            has_versions(page, &[]).await;
            page.server.mend(pattern);
        }
        page.open("").await;
        has_versions(page, &[&name]).await;
    });
}

#[test]
fn an_older_build_can_be_put_back() {
    browse(DESKTOP, async |page| {
        let second = built_again(2);
        let (old, new) = (name_of(&dist()), name_of(&second.0));
        visit(page, "").await;
        deploy(page, &second.0, &[&old, &new]).await;
        page.open("").await;
        is_version(page, 2).await;
        page.server.serve(&dist());
        update(page).await;
        page.expect("!!$('.newer .take')", true).await;
        page.click(".newer .take").await;
        is_version(page, 1).await;
    });
}

#[test]
fn where_the_worker_is_taken_away_it_leaves() {
    browse(BROKEN, async |page| {
        visit(page, "").await;
        page.server.replace("sw.js", Answer::Status(404));
        page.open("").await;
        // It looks once the page is there. Chromium lets go of it when the last page that has it is left.
        tokio::time::sleep(Duration::from_secs(2)).await;
        page.open_at("about:blank").await;
        page.open("").await;
        page.expect("(await navigator.serviceWorker.getRegistrations()).length", 0).await;
        page.expect(&format!("await (async () => {{ {VERSIONS} return whole.length }})()"), 0).await;
        page.expect("navigator.serviceWorker.controller", Value::Null).await;
    });
}

#[test]
fn data_that_was_changed_without_a_build_is_seen_in_the_end() {
    browse(DESKTOP, async |page| {
        visit(page, "").await;
        let mut data: Value = serde_json::from_slice(&fs::read(dist().join(PROGRAMME)).expect("data")).expect("JSON");
        data["title"]["pl"] = "Zmieniona".into();
        page.server.replace(PROGRAMME, &data);
        page.open("").await;
        // It may be half a deployment.
        page.until(
            "it is noticed",
            &format!(
                "{VERSIONS} const [cacheName] = ours.filter((name) => !name.endsWith(' windows'));
            const record = await (await caches.match(new URL('version.record', location.href), {{ cacheName }})).json();
            return record.since > 0"
            ),
        )
        .await;
        page.open("").await;
        is_version(page, 1).await;
        // A quarter of an hour later it is none.
        page.run::<()>(&format!(
            "{VERSIONS} const [cacheName] = ours.filter((name) => !name.endsWith(' windows'));
            const url = new URL('version.record', location.href);
            const cache = await caches.open(cacheName);
            const record = await (await cache.match(url)).json();
            await cache.put(url, new Response(JSON.stringify({{ ...record, since: record.since - 20 * 60000 }})));
            return null"
        ))
        .await;
        page.open("").await;
        page.expect("text($('.masthead h1'))", "Zmieniona").await;
        // Without a network what was whole is better than nothing.
        page.server.stop();
        page.open("").await;
        is_version(page, 1).await;
    });
}

#[test]
fn in_an_embed_and_in_a_frame_nothing_is_installed() {
    browse(DESKTOP, async |page| {
        page.server.let_work_offline();
        let nothing = async || {
            page.run::<()>("await new Promise((done) => setTimeout(done, 700)); return null").await;
            page.expect("(await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length", 0)
                .await;
        };
        page.open("?embed=1&year=2016").await;
        nothing().await;
        for sandbox in ["", "sandbox='allow-scripts allow-same-origin'"] {
            page.server.replace("article.html", format!("<!doctype html><title>x</title><link rel=icon href='data:,'><iframe {sandbox} src='./?year=2016' style='width:100%;height:700px'></iframe>").as_str());
            page.open_raw("article.html").await;
            page.expect("$('iframe').contentDocument?.documentElement?.dataset.app", "ready").await;
            nothing().await;
        }
        let asked = page.server.log().into_iter().filter(|path| path.ends_with("sw.js")).count();
        assert_eq!(asked, 0);
    });
}

#[test]
fn an_embed_beside_the_installed_app_writes_nothing() {
    browse(DESKTOP, async |page| {
        visit(page, "").await;
        page.server.replace("article.html", "<!doctype html><title>x</title><link rel=icon href='data:,'><iframe src='./?embed=1&year=2016' style='width:100%;height:700px'></iframe>");
        page.open_raw("article.html").await;
        page.until(
            "no window is written down",
            "return (await caches.keys()).some((name) => name.endsWith(' windows'))",
        )
        .await;
        page.expect("$('iframe').contentDocument?.documentElement?.dataset.app", "ready").await;
        let kept = "(await (await caches.open((await caches.keys()).find((name) => name.endsWith(' windows')))).keys()).length";
        let before: usize = page.run(&format!("return {kept}")).await;
        page.run::<()>("$('iframe').src = './?embed=1&year=2017'; await new Promise((done) => setTimeout(done, 1500)); return null").await;
        page.expect("$('iframe').contentDocument?.documentElement?.dataset.app", "ready").await;
        page.expect(kept, before).await;
        // The frame of the preview is one; it is there without a network.
        page.server.stop();
        page.run::<()>("$('iframe').src = './?embed=1&year=2016&lang=en'; return null").await;
        page.expect(
            "$('iframe').contentWindow.location.search + $('iframe').contentDocument?.documentElement?.dataset.app",
            "?year=2016&lang=en&embed=1ready",
        )
        .await;
        page.expect(kept, before).await;
    });
}

#[test]
fn what_is_kept_is_the_app_and_nothing_of_the_reader() {
    browse(BROKEN, async |page| {
        page.server.set_policy(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; frame-src 'self'; img-src 'self' data: blob:; \
             connect-src 'self'; font-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'",
        );
        visit(page, "?year=2016&q=kutno").await;
        page.open("?year=2017&city=glasgow").await;
        page.expect("document.cookie", "").await;
        page.expect("localStorage.length + sessionStorage.length", 0).await;
        page.expect("(await indexedDB.databases()).length", 0).await;
        let kept: Vec<String> = page
            .run(
                "const found = [];
                 for (const name of await caches.keys())
                   for (const { url } of await (await caches.open(name)).keys()) found.push(url.replace(location.origin, ''));
                 return found.map((url) => url.replace(/window.record\\?.*/, 'window.record'))",
            )
            .await;
        let files = version_of(&dist());
        let files = files["files"].as_object().expect("files");
        let strange = kept.iter().filter(|url| {
            let path = &url[1..];
            !files.contains_key(path) && path != "version.record" && path != "window.record"
        });
        assert_eq!(strange.collect::<Vec<_>>(), Vec::<&String>::new());
        // The policy of the server holds for pages that are made here, too.
        page.open_raw("city/kutno/").await;
        page.is_ready().await;
        page.run::<()>(
            "window.refused = [];
             addEventListener('securitypolicyviolation', ({ effectiveDirective }) => refused.push(effectiveDirective));
             await fetch('http://127.0.0.1:9/').catch(() => null);
             return null",
        )
        .await;
        page.expect("refused", json!(["connect-src"])).await;
    });
}

fn without_room_it_works_as_before() {
    browse(BROKEN, async |page| {
        page.server.let_work_offline();
        page.devtools(
            "Storage.overrideQuotaForOrigin",
            json!({ "origin": page.server.url().trim_end_matches('/'), "quotaSize": 200_000 }),
        )
        .await;
        page.open("").await;
        page.run::<()>("window.rejected = 0; addEventListener('unhandledrejection', () => { rejected++; }); await new Promise((done) => setTimeout(done, 2500)); return null").await;
        page.expect("rejected", 0).await;
        has_versions(page, &[]).await;
        page.open("?year=2016").await;
    });
}

needs! { devtools: without_room_it_works_as_before }
