//! The app in articles of another origin: as a frame and as `<pracownia-map>`, many at once, under a strict policy, beside a
//! hostile neighbour.

use serde_json::{Value, json};

use super::harness::{Answer, DESKTOP, Page, Server, Setup, browse, dist};

/// An article's window: high enough for a map.
const ARTICLE: Setup = Setup { size: (1340, 900), ..DESKTOP };

/// An article that is left while its frames still load, which they may complain about.
const LEFT_EARLY: Setup = Setup { may_log_errors: true, ..ARTICLE };

/// What the article keeps of what happens to it. It stands in a file, for the policy forbids all else.
const HOST_SCRIPT: &str = "
    window.told = [];
    window.violations = [];
    window.shifts = [];
    addEventListener('message', ({ data, origin, source }) => told.push({ data, origin, frame: [...document.querySelectorAll('iframe')].findIndex((frame) => frame.contentWindow === source) }));
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => violations.push(effectiveDirective + ' ' + blockedURI));
    if (PerformanceObserver.supportedEntryTypes?.includes('layout-shift')) {
      new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: 'layout-shift', buffered: true });
    }";

const HOST_STYLES: &str = "
    body { margin: 0 auto; max-width: 1280px; font: 18px/1.5 serif; }
    iframe.plain { display: block; width: 100%; height: 700px; border: 0; }
    .narrow { width: 280px; } .column { width: 640px; } .far { height: 4000px; }";

/// The policy of an article that allows styles in its text.
const LAX: &str = "default-src * 'unsafe-inline' data: blob:";

/// An article on a server of its own, which frames the app of the page's.
struct Article {
    host: Server,
    app: String,
}

impl Article {
    fn new(page: &Page) -> Self {
        let host = Server::start(&dist(), "/");
        host.replace("host.js", HOST_SCRIPT);
        host.replace("host.css", HOST_STYLES);
        let app = page.server.url();
        let origin = app.trim_end_matches('/');
        host.set_policy(&format!(
            "default-src 'none'; script-src 'self' {origin}; style-src 'self'; frame-src {origin}; base-uri 'none'; form-action 'none'"
        ));
        Self { host, app }
    }

    /// The origin of the article.
    fn origin(&self) -> String {
        self.host.url().trim_end_matches('/').to_owned()
    }

    /// Opens the article with this in it; `{app}` is where the app is.
    async fn open(&self, page: &Page, body: &str) {
        let body = body.replace("{app}", &self.app).replace("{origin}", &self.origin());
        let html = format!(
            "<!doctype html><html lang=en><meta charset=utf-8><title>An article</title>
             <link rel=stylesheet href=host.css><script src=host.js></script><script src={}embed.js></script><body>{body}",
            self.app
        );
        self.host.replace("article.html", html.as_str());
        page.open_at(&format!("{}article.html", self.host.url())).await;
    }
}

/// Waits until the app in a frame is complete.
async fn is_ready(page: &Page, css: &str) {
    page.until("there is a frame", &format!("return !!$({})", json!(css))).await;
    page.enter(css).await;
    page.until(
        "the app in it is ready",
        "return document.documentElement.dataset.app === 'ready' && !!$('.embed-bar')",
    )
    .await;
    page.leave().await;
}

/// What a frame has for an expression.
async fn inside<T: serde::de::DeserializeOwned>(page: &Page, css: &str, expression: &str) -> T {
    page.enter(css).await;
    let value = page.run(&format!("return {expression}")).await;
    page.leave().await;
    value
}

async fn expect_inside(page: &Page, css: &str, expression: &str, expected: impl Into<Value>) {
    page.enter(css).await;
    page.expect(expression, expected).await;
    page.leave().await;
}

#[test]
fn an_embed_is_as_high_as_the_element_that_waits_for_it() {
    browse(ARTICLE, async |page| {
        let article = Article::new(page);
        article.open(page, "<pracownia-map lang=en></pracownia-map>").await;
        is_ready(page, "iframe").await;
        for (width, hide) in [
            (280, ""),
            (300, "title"),
            (360, "list"),
            (640, "timeline,list"),
            (704, ""),
            (705, ""),
            (760, "legend"),
            (800, ""),
            (801, "title,list"),
            (1280, ""),
        ] {
            page.run::<()>(&format!(
                "const map = $('pracownia-map'); map.style.width = '{width}px'; map.setAttribute('hide', '{hide}'); return null"
            ))
            .await;
            let hidden = hide.replace(',', " ");
            expect_inside(
                page,
                "iframe",
                "[innerWidth, document.documentElement.dataset.hide]",
                json!([width, hidden]),
            )
            .await;
            is_ready(page, "iframe").await;
            let inner: f64 = inside(page, "iframe", "document.body.getBoundingClientRect().height").await;
            let outer: f64 = page.run("return $('pracownia-map').getBoundingClientRect().height").await;
            assert!((inner - outer).abs() < 1.5, "{width} px, hiding {hide:?}: {inner} px in {outer}");
            expect_inside(page, "iframe", "document.documentElement.scrollWidth <= innerWidth", true).await;
        }
    });
}

/// How high the element is, in CSS px.
const HEIGHT: &str = "$('pracownia-map').offsetHeight";

#[test]
fn years_and_cities_do_not_move_the_article_and_the_whole_list_does_on_demand() {
    browse(ARTICLE, async |page| {
        let article = Article::new(page);
        article.open(page, "<div class=column><pracownia-map lang=en></pracownia-map></div>").await;
        is_ready(page, "iframe").await;
        let before: i64 = page.run(&format!("return {HEIGHT}")).await;
        // From the first word on: what waits for the app in the frame is no higher than that.
        page.expect(HEIGHTS, json!([before])).await;
        for act in ["choose(2014)", "choose(2016)", "marker('Kraków').click()", "choose('all')"] {
            page.enter("iframe").await;
            page.run::<()>(&format!("{act}; await frames(3); return null")).await;
            page.leave().await;
            page.expect(HEIGHT, before).await;
        }
        page.enter("iframe").await;
        page.expect("$('.embed-bar button').getAttribute('aria-expanded')", "false").await;
        page.click(".embed-bar button").await;
        page.expect("$('.embed-bar button').getAttribute('aria-expanded')", "true").await;
        let inner: i64 = page.run("return document.body.offsetHeight").await;
        page.leave().await;
        assert!(inner > before + 500, "{inner} px after {before}");
        page.expect(&format!("Math.abs({HEIGHT} - {inner}) < 2"), true).await;
        // Not every driver can scroll an article to what is in a frame of another origin.
        page.run::<()>("scrollTo(0, 1e6); return null").await;
        page.enter("iframe").await;
        page.click(".embed-bar button").await;
        page.expect("$('.embed-bar button').getAttribute('aria-expanded')", "false").await;
        page.expect("document.body.offsetHeight", before).await;
        page.leave().await;
        page.expect(HEIGHT, before).await;
        // Whoever comes with the keyboard to what is not seen, sees it.
        page.enter("iframe").await;
        page.run::<()>("$('ul.guests li:last-child .choice').focus({ preventScroll: true }); return null").await;
        page.expect("document.documentElement.dataset.list", "whole").await;
        page.leave().await;
    });
}

/// Every height that a frame told, in their order.
const HEIGHTS: &str = "[...new Set(told.flatMap(({ data }) => (data.event === 'height' ? [data.height] : [])))]";

#[test]
fn a_page_that_arrives_slowly_tells_no_height_of_a_part() {
    browse(ARTICLE, async |page| {
        let article = Article::new(page);
        page.server.replace("index.html", Answer::Halves(600));
        // The page's own view, which is there to be read, and another one, which is waited for.
        for view in ["", "&lang=en"] {
            article.open(page, &format!("<iframe class=plain src='{{app}}?embed=1{view}' title=Map></iframe>")).await;
            is_ready(page, "iframe").await;
            let height: i64 = inside(page, "iframe", "Math.ceil(document.body.getBoundingClientRect().height)").await;
            page.expect(HEIGHTS, json!([height])).await;
        }
    });
}

#[test]
fn the_height_is_told_in_four_dialects() {
    browse(ARTICLE, async |page| {
        let article = Article::new(page);
        article.open(page, "<iframe class=plain src='{app}?embed=1&lang=en' title=Map></iframe>").await;
        is_ready(page, "iframe").await;
        let height: i64 = inside(page, "iframe", "Math.ceil(document.body.getBoundingClientRect().height)").await;
        let src = format!("{}?embed=1&lang=en", article.app);
        let resize = format!("{{\"context\":\"iframe.resize\",\"src\":\"{src}\",\"height\":{height}}}");
        page.expect(
            "told.slice(-4).map(({ data }) => data)",
            json!([
                { "pracownia": 1, "event": "height", "height": height },
                { "datawrapper-height": { "?embed=1&lang=en": height } },
                { "sentinel": "amp", "type": "embed-size", "height": height },
                resize.as_str(),
            ]),
        )
        .await;
        // As high a frame as it asks for, and it asks for nothing more.
        let before: usize = page.run("return told.length").await;
        page.run::<()>(&format!("$('iframe').style.height = '{height}px'; return null")).await;
        page.calm().await;
        page.run::<()>("$('iframe').style.height = '2000px'; await frames(20); return null").await;
        page.expect("told.length", before).await;
        // A frame of a fixed height is filled, and told nothing.
        article.open(page, "<iframe class=plain src='{app}?embed=1&height=fixed' title=Map></iframe>").await;
        is_ready(page, "iframe").await;
        expect_inside(page, "iframe", "document.documentElement.scrollHeight === innerHeight", true).await;
        page.expect("told.length", 0).await;
    });
}

#[test]
fn frames_taken_away_while_they_load_leave_the_article_alive() {
    browse(LEFT_EARLY, async |page| {
        let article = Article::new(page);
        article.open(page, "<div class=column></div>").await;
        page.run::<()>(&format!(
            "for (let index = 0; index < 12; index++) {{
               const frame = Object.assign(document.createElement('iframe'), {{ className: 'plain', title: 'Map' }});
               frame.src = {} + '?embed=1&lang=en&year=' + (2014 + index % 4);
               $('.column').replaceChildren(frame);
               await new Promise((done) => setTimeout(done, 100));
             }}
             return null",
            json!(article.app)
        ))
        .await;
        is_ready(page, "iframe").await;
    });
}

/// Ten of each kind in narrow and wide columns.
fn long_article() -> String {
    let ten = |embed: &dyn Fn(usize) -> String| -> String {
        let column = |index: usize| {
            let class = ["narrow", "column", "wide"][index % 3];
            format!("<div class={class}>{}</div><p>Between</p>", embed(index))
        };
        (0..10).map(column).collect()
    };
    let elements = ten(&|index| {
        let year = 2014 + index % 4;
        let link = format!("<a href='{{app}}?year={year}'>The map of {year}</a>");
        format!("<pracownia-map year={year} lang=en>{link}</pracownia-map>")
    });
    let frames = ten(&|_| {
        "<iframe class=plain title=Map loading=lazy allow=fullscreen sandbox='allow-scripts allow-same-origin'
            src='{app}?embed=1&height=fixed&lang=en'></iframe>"
            .to_owned()
    });
    format!("<p>Before</p>{elements}<div class=far></div>{frames}<p>After</p>")
}

needs! {
    devtools:
    nothing_moves_around_ten_embeds_of_each_kind,
    on_paper_there_is_the_map_or_what_stands_in_for_it
}

fn nothing_moves_around_ten_embeds_of_each_kind() {
    browse(ARTICLE, async |page| {
        let article = Article::new(page);
        article.open(page, &long_article()).await;
        is_ready(page, "iframe").await;
        let step = "scrollBy(0, innerHeight / 2); await frames(4); await new Promise((done) => setTimeout(done, 120));
            return scrollY + innerHeight >= document.documentElement.scrollHeight - 2";
        for _ in 0..100 {
            if page.run::<bool>(step).await {
                break;
            }
        }
        page.expect("$$('iframe').length", 20).await;
        for index in [3, 9, 19] {
            let css = format!("iframe[data-index='{index}']");
            page.run::<()>(&format!("$$('iframe')[{index}].dataset.index = {index}; return null")).await;
            is_ready(page, &css).await;
        }
        page.calm().await;
        page.expect("shifts.reduce((sum, shift) => sum + shift, 0)", 0).await;
        page.expect("violations", json!([])).await;
    });
}

#[test]
fn below_the_fold_an_element_asks_for_one_file() {
    browse(ARTICLE, async |page| {
        let article = Article::new(page);
        article.open(page, "<div class=far></div><pracownia-map><a href='{app}'>The map</a></pracownia-map>").await;
        page.calm().await;
        page.calm().await;
        assert_eq!(page.server.log(), ["/embed.js"]);
        page.expect("$$('iframe').length", 0).await;
        page.expect("text($('pracownia-map a'))", "The map").await;
        let before: i64 = page.run("return document.documentElement.scrollHeight").await;
        page.run::<()>("scrollTo(0, 4000); return null").await;
        is_ready(page, "iframe").await;
        page.expect("document.documentElement.scrollHeight", before).await;
        page.expect("[...$('iframe').sandbox].join(' ') + ' ' + $('iframe').allow + ' ' + $('iframe').title", {
            "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox fullscreen Pracownia miast"
        })
        .await;
    });
}

#[test]
fn an_element_has_the_options_of_an_address_and_says_which_are_wrong() {
    browse(ARTICLE, async |page| {
        let article = Article::new(page);
        let body =
            "<pracownia-map year=2016 mode=upto lang=en theme=dark hide=legend topic='<b>' kind=party></pracownia-map>
            <script src='{app}embed.js'></script>";
        article.host.replace(
            "host.js",
            format!("{HOST_SCRIPT} window.warned = []; console.warn = (text) => warned.push(text);").as_str(),
        );
        article.open(page, body).await;
        is_ready(page, "iframe").await;
        let query = "location.search";
        expect_inside(page, "iframe", query, "?year=2016&mode=upto&lang=en&theme=dark&embed=1&hide=legend").await;
        page.expect(
            "warned.some((text) => text.includes('topic=')) && warned.some((text) => text.includes('kind='))",
            true,
        )
        .await;
        page.run::<()>("window.before = history.length; $('pracownia-map').setAttribute('year', '2017'); return null")
            .await;
        expect_inside(page, "iframe", query, "?year=2017&mode=upto&lang=en&theme=dark&embed=1&hide=legend").await;
        is_ready(page, "iframe").await;
        page.run::<()>("$('pracownia-map').removeAttribute('mode'); return null").await;
        page.enter("iframe").await;
        page.expect(query, "?year=2017&lang=en&theme=dark&embed=1&hide=legend").await;
        page.leave().await;
        page.expect("history.length === window.before", true).await;
        page.run::<()>(
            "const map = $('pracownia-map');
             const more = { view: 'table', table: 'cities', sort: '-country', q: 'ku ł', camera: '8,51.2,22.5', tiles: 'bundled' };
             for (const name in more) map.setAttribute(name, more[name]);
             return null",
        )
        .await;
        page.enter("iframe").await;
        page.expect(query, "?year=2017&q=ku+%C5%82&view=table&table=cities&sort=-country&lang=en&theme=dark&tiles=bundled&camera=8,51.2,22.5&embed=1&hide=legend").await;
        page.leave().await;
        page.run::<()>("$('pracownia-map').setAttribute('height', '480'); return null").await;
        page.expect("$('pracownia-map').getBoundingClientRect().height", 480).await;
        page.enter("iframe").await;
        page.expect("location.search.endsWith('embed=1&hide=legend&height=fixed')", true).await;
        page.leave().await;
    });
}

#[test]
fn what_stands_in_an_element_may_come_after_the_script() {
    browse(ARTICLE, async |page| {
        let article = Article::new(page);
        article.open(page, "<p>Text</p>").await;
        let height = "$('pracownia-map').getBoundingClientRect().height";
        let link = "<a href=\"{app}\">The map</a>".replace("{app}", &article.app);
        page.run::<()>(&format!(
            "const map = document.createElement('pracownia-map');
             map.setAttribute('height', '480');
             document.body.append(map);
             map.append('Text ', new DOMParser().parseFromString({}, 'text/html').querySelector('a'));
             await frames(1);
             return null",
            json!(link)
        ))
        .await;
        page.expect(height, 480).await;
        is_ready(page, "iframe").await;
        page.expect("text($('pracownia-map'))", "").await;
        page.run::<()>("$('pracownia-map').append('Late'); await frames(1); return null").await;
        page.expect("text($('pracownia-map'))", "").await;
        page.expect(height, 480).await;
    });
}

#[test]
fn the_code_of_the_dialog_keeps_its_place_until_the_script_has_come() {
    browse(LEFT_EARLY, async |page| {
        page.open("?year=2016&lang=en").await;
        for (what, act) in [
            ("a dialog", "$('.masthead .share-button').click(); return true"),
            ("its tabs", "$('#share-embed')?.click(); return !!$('#share-embed-panel')"),
            (
                "its code",
                "$$('.share label').find((it) => text(it) === 'Script').querySelector('input').click(); return true",
            ),
            ("code", "return $('#share-code').value.includes('<script')"),
        ] {
            page.until(what, act).await;
        }
        let code: String = page.run("return $('#share-code').value").await;
        let (element, script) = code.split_once("<script").expect("an element and its script");
        let article = Article::new(page);
        // Inline styles are allowed, and the script comes when the article has long been read.
        article.host.set_policy(LAX);
        for width in [280, 320, 640, 884, 1280] {
            article.host.replace(
                "slow.html",
                format!(
                    "<!doctype html><meta charset=utf-8><title>An article</title><link rel=icon href='data:,'>
                     <link rel=stylesheet href=host.css><script src=host.js></script><div style='width: {width}px'>{element}</div><p id=after>After"
                )
                .as_str(),
            );
            page.open_at(&format!("{}slow.html", article.host.url())).await;
            let top: f64 = page.run("return $('#after').getBoundingClientRect().top").await;
            assert!(top > 600.0, "{width} px: {top}");
            page.expect("$('pracownia-map a').getBoundingClientRect().height > 0", true).await;
            let src = script.split('"').nth(1).expect("an address");
            page.run::<()>(&format!(
                "document.body.append(Object.assign(document.createElement('script'), {{ src: {} }})); return null",
                json!(src)
            ))
            .await;
            is_ready(page, "iframe").await;
            page.calm().await;
            let after: f64 = page.run("return $('#after').getBoundingClientRect().top").await;
            assert!((after - top).abs() < 1.0, "{width} px: {top} px, then {after}");
        }
    });
}

#[test]
fn a_table_in_an_article_scrolls_the_article() {
    browse(ARTICLE, async |page| {
        let article = Article::new(page);
        article.open(page, "<div class=column><pracownia-map view=table lang=en></pracownia-map></div>").await;
        is_ready(page, "iframe").await;
        let before: i64 = page.run(&format!("return {HEIGHT}")).await;
        page.enter("iframe").await;
        page.expect("$('.board .scroll').scrollHeight > $('.board .scroll').clientHeight + 200", true).await;
        page.expect("getComputedStyle($('.board .scroll')).overflowY", "hidden").await;
        page.click(".embed-bar button").await;
        page.expect("$('.board .scroll').scrollHeight <= $('.board .scroll').clientHeight", true).await;
        page.click(".embed-bar button").await;
        // Whoever comes there with the keyboard sees it as well.
        page.run::<()>("$('.board tbody tr:last-child :is(button, a)').focus({ preventScroll: true }); return null")
            .await;
        page.expect("document.documentElement.dataset.list", "whole").await;
        page.leave().await;
        page.until("the element is higher", &format!("return {HEIGHT} > {before} + 200")).await;
    });
}

#[test]
fn an_element_is_as_wide_as_it_may_be_in_whatever_it_stands() {
    browse(LEFT_EARLY, async |page| {
        let article = Article::new(page);
        article.host.set_policy(LAX);
        article
            .host
            .replace("host.css", "body > div { width: 700px } .centred { display: flex; flex-direction: column; align-items: center } .row { display: flex }");
        let map = "<pracownia-map lang=en height=640></pracownia-map>";
        for (css, body, least) in [
            ("centred", format!("<div class=centred>{map}</div>"), 700),
            ("row", format!("<div class=row>{map}</div>"), 700),
            ("row", format!("<div class=row>{map}<p>Beside</div>"), 500),
            ("cell", format!("<table><tr><td>{map}<td>Beside</table>"), 240),
            ("float", format!("<div><span style='float: left'>{map}</span></div>"), 240),
        ] {
            article.open(page, &body).await;
            page.expect(&format!("$('pracownia-map').offsetWidth >= {least}"), true).await;
            page.until(css, "return $('iframe')?.offsetWidth === $('pracownia-map').offsetWidth").await;
        }
    });
}

#[test]
fn an_element_tells_its_frame_another_title_and_its_script_may_be_a_module() {
    browse(ARTICLE, async |page| {
        let article = Article::new(page);
        article.open(page, "<pracownia-map lang=en title=First></pracownia-map>").await;
        page.until("there is a frame", "return $('iframe')?.title === 'First'").await;
        page.run::<()>("$('pracownia-map').title = 'Second'; return null").await;
        page.expect("$('iframe').title", "Second").await;
        // What is left while it loads may complain of that.
        is_ready(page, "iframe").await;
        article.host.replace(
            "module.html",
            format!(
                "<!doctype html><meta charset=utf-8><title>An article</title><link rel=icon href='data:,'><pracownia-map lang=en></pracownia-map>
                 <script type=module src={}embed.js></script>",
                article.app
            )
            .as_str(),
        );
        article.host.set_policy(LAX);
        page.server.share();
        page.open_at(&format!("{}module.html", article.host.url())).await;
        is_ready(page, "iframe").await;
    });
}

#[test]
fn an_embed_stores_nothing_and_leaves_no_history_and_its_links_open_elsewhere() {
    browse(ARTICLE, async |page| {
        let article = Article::new(page);
        article.open(page, "<pracownia-map year=2016 lang=en></pracownia-map>").await;
        is_ready(page, "iframe").await;
        let before: usize = page.run("return history.length").await;
        page.enter("iframe").await;
        page.run::<()>("choose(2017); await frames(2); marker('Kutno').click(); await frames(2); choose('all'); await frames(2); return null").await;
        page.expect("location.search", "?city=kutno&lang=en&embed=1").await;
        page.run::<()>("$$('details').forEach((node) => { node.open = true; }); await frames(2); return null").await;
        page.expect("$$('a[href^=http]').length > 1", true).await;
        page.expect(
            "$$('a[href]:not([href^=\"#\"])').filter((a) => a.target !== '_blank' || !a.rel.includes('noopener')).map((a) => a.href)",
            json!([]),
        )
        .await;
        page.expect("$('.embed-bar a').href.split('?')[1]", "city=kutno&lang=en").await;
        page.expect("document.cookie", "").await;
        page.expect("localStorage.length + sessionStorage.length", 0).await;
        page.leave().await;
        page.expect("history.length", before).await;
    });
}

/// Posts a command into the frame, and gives what was told since.
async fn ask(page: &Page, command: Value) -> Value {
    page.run::<()>(&format!("window.told = []; $('iframe').contentWindow.postMessage({command}, '*'); return null"))
        .await;
    page.until("it is answered", "return told.some(({ data }) => data.reply)").await;
    page.run("return told.find(({ data }) => data.reply).data").await
}

#[test]
fn a_page_that_is_allowed_to_drives_the_map() {
    browse(ARTICLE, async |page| {
        let article = Article::new(page);
        article.open(page, "<pracownia-map lang=en origin={origin}></pracownia-map>").await;
        is_ready(page, "iframe").await;
        page.expect("told.some(({ data }) => data.event === 'ready' && data.pracownia === 1)", true).await;
        let ack = |id: u32, command: &str| json!({ "pracownia": 1, "reply": "ack", "id": id, "command": command });
        let order = |id: u32, command: &str, more: Value| {
            let mut order = json!({ "pracownia": 1, "id": id, "command": command });
            order.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
            order
        };
        assert_eq!(ask(page, order(1, "set-year", json!({ "year": 2016, "mode": "upto" }))).await, ack(1, "set-year"));
        page.expect(
            "told.filter(({ data }) => data.event === 'year-changed').map(({ data }) => [data.year, data.mode])",
            json!([[2016, "upto"]]),
        )
        .await;
        assert_eq!(ask(page, order(2, "select-city", json!({ "city": "krakow" }))).await, ack(2, "select-city"));
        page.expect(
            "told.filter(({ data }) => data.event === 'city-selected').map(({ data }) => data.city)",
            json!(["krakow"]),
        )
        .await;
        expect_inside(page, "iframe", "text($('.detail h3'))", "Kraków").await;
        assert_eq!(ask(page, order(3, "set-filter", json!({ "country": "NL" }))).await, ack(3, "set-filter"));
        expect_inside(page, "iframe", "location.search.includes('country=NL')", true).await;
        assert_eq!(ask(page, order(4, "set-theme", json!({ "theme": "dark" }))).await, ack(4, "set-theme"));
        expect_inside(page, "iframe", "document.documentElement.dataset.theme", "dark").await;
        assert_eq!(ask(page, order(5, "set-filter", json!({}))).await, ack(5, "set-filter"));
        assert_eq!(ask(page, order(6, "play", json!({}))).await, ack(6, "play"));
        expect_inside(page, "iframe", "$$('.timeline.playing').length", 1).await;
        assert_eq!(ask(page, order(7, "pause", json!({}))).await, ack(7, "pause"));
        expect_inside(page, "iframe", "$$('.timeline.playing').length", 0).await;
        for (format, name, kind) in [
            ("csv", "meetings.csv", "text/csv;charset=utf-8"),
            ("svg", "map.svg", "image/svg+xml"),
            ("ics", "calendar.ics", "text/calendar;charset=utf-8"),
        ] {
            let answer = ask(page, order(8, "export", json!({ "format": format }))).await;
            assert_eq!((&answer["reply"], &answer["type"]), (&json!("ack"), &json!(kind)), "{answer}");
            assert!(answer["name"].as_str().is_some_and(|found| found.ends_with(name)), "{answer}");
        }
        for (order, error) in [
            (json!({ "pracownia": 9, "command": "play" }), "version"),
            (json!({ "pracownia": 1, "command": "explode" }), "command"),
            (order(8, "set-year", json!({ "year": "never" })), "value"),
            (order(8, "select-city", json!({ "city": "atlantis" })), "unknown"),
            (order(8, "export", json!({ "format": "gif" })), "not available"),
        ] {
            let answer = ask(page, order).await;
            assert_eq!((&answer["reply"], &answer["error"]), (&json!("error"), &json!(error)), "{answer}");
            assert!(answer["message"].as_str().is_some_and(|message| message.len() > 10), "{answer}");
        }
    });
}

/// A frame that says all it can, to the article and to its neighbours.
const HOSTILE: &str = "<!doctype html><title>A neighbour</title><script>
    const lies = [{ pracownia: 1, event: 'height', height: 4000 }, { 'datawrapper-height': { x: 4000 } },
      { sentinel: 'amp', type: 'embed-size', height: 4000 }, JSON.stringify({ context: 'iframe.resize', height: 4000 }),
      { pracownia: 1, command: 'set-year', year: 2014 }, { pracownia: 1, command: 'select-city', city: 'kutno' }, null, 7, 'x', { pracownia: 1 }];
    for (const lie of lies) {
      parent.postMessage(lie, '*');
      for (let i = 0; i < parent.frames.length; i++) parent.frames[i].postMessage(lie, '*');
    }
    parent.postMessage('lied', '*');
    </script>";

#[test]
fn messages_of_strangers_change_nothing() {
    browse(ARTICLE, async |page| {
        let article = Article::new(page);
        // Of another origin than both.
        let stranger = Server::start(&dist(), "/");
        stranger.replace("hostile.html", HOSTILE);
        let origin = article.app.trim_end_matches('/').to_owned();
        let third = stranger.url();
        article.host.set_policy(&format!(
            "default-src 'none'; script-src 'self' {origin}; style-src 'self'; frame-src {origin} {third}"
        ));
        article
            .open(page, "<pracownia-map year=2016 lang=en origin={origin}></pracownia-map><pracownia-map year=2017 lang=en></pracownia-map><iframe class=stranger></iframe>")
            .await;
        is_ready(page, "pracownia-map:first-of-type iframe").await;
        page.run::<()>("scrollBy(0, 900); return null").await;
        is_ready(page, "pracownia-map:nth-of-type(2) iframe").await;
        let before: Value = page.run("return $$('pracownia-map').map((map) => map.offsetHeight)").await;
        page.run::<()>(&format!("$('.stranger').src = '{third}hostile.html'; return null")).await;
        page.until("all is said", "return told.some(({ data }) => data === 'lied')").await;
        page.run::<()>("await frames(20); return null").await;
        page.expect("$$('pracownia-map').map((map) => map.offsetHeight)", before).await;
        // Nor do they have an answer.
        page.expect("told.filter(({ data }) => data?.reply).length", 0).await;
        for (map, query) in [(1, "?year=2016"), (2, "?year=2017")] {
            let css = format!("pracownia-map:nth-of-type({map}) iframe");
            expect_inside(page, &css, "location.search.split('&')[0]", query).await;
            expect_inside(page, &css, "$$('.detail').length", 0).await;
        }
        // Nor does the article itself, of a map that does not name its origin.
        page.run::<()>("window.told = []; $('pracownia-map:nth-of-type(2) iframe').contentWindow.postMessage({ pracownia: 1, command: 'set-year', year: 2014 }, '*'); await frames(10); return null").await;
        page.expect("told.length", 0).await;
        expect_inside(page, "pracownia-map:nth-of-type(2) iframe", "location.search.split('&')[0]", "?year=2017").await;
    });
}

/// A frame in each way of sandboxing.
async fn sandboxed(page: &Page, article: &Article, sandbox: &str) {
    article
        .open(
            page,
            &format!("<iframe class=plain title=Map {sandbox} src='{{app}}?embed=1&year=2016&lang=en'></iframe>"),
        )
        .await;
}

#[test]
fn a_frame_works_without_a_sandbox_and_in_one_that_keeps_its_origin() {
    browse(ARTICLE, async |page| {
        let article = Article::new(page);
        for sandbox in ["", "sandbox='allow-scripts allow-same-origin'"] {
            sandboxed(page, &article, sandbox).await;
            is_ready(page, "iframe").await;
            expect_inside(page, "iframe", "$$('.map-canvas .city.host').length", 10).await;
        }
    });
}

#[test]
fn a_frame_without_an_origin_works_where_its_host_shares_its_files() {
    browse(ARTICLE, async |page| {
        let article = Article::new(page);
        page.server.share();
        sandboxed(page, &article, "sandbox='allow-scripts'").await;
        is_ready(page, "iframe").await;
        expect_inside(page, "iframe", "$$('.map-canvas .city.host').length", 10).await;
        page.enter("iframe").await;
        page.run::<()>("choose(2017); await frames(2); marker('Kutno').click(); await frames(2); return null").await;
        page.expect("text($('.detail h3'))", "Kutno").await;
        page.leave().await;
    });
}

#[test]
fn a_frame_without_an_origin_and_without_that_says_so() {
    browse(LEFT_EARLY, async |page| {
        let article = Article::new(page);
        sandboxed(page, &article, "sandbox='allow-scripts'").await;
        page.enter("iframe").await;
        page.until("it says so", "return $$('.failure p').length > 1").await;
        page.expect("$$('.failure a').length", 2).await;
        page.leave().await;
    });
}

#[test]
fn a_frame_without_scripts_names_the_data() {
    // The browser says that it runs none.
    browse(Setup { may_log_errors: true, ..DESKTOP }, async |page| {
        // Of the article's own origin, so that it can be looked into.
        page.server.replace(
            "article.html",
            "<!doctype html><title>An article</title><link rel=icon href='data:,'><iframe style='width:600px;height:600px' sandbox=allow-same-origin src='./?embed=1'></iframe>",
        );
        page.open_raw("article.html").await;
        page.expect(
            "[...$('iframe').contentDocument.querySelectorAll('noscript p')].every((p) => p.offsetHeight > 10)",
            true,
        )
        .await;
        page.expect("$('iframe').contentDocument.querySelectorAll('noscript a[href$=json]').length > 1", true).await;
    });
}

fn on_paper_there_is_the_map_or_what_stands_in_for_it() {
    browse(ARTICLE, async |page| {
        let article = Article::new(page);
        let map = "<pracownia-map lang=en><a href='{app}'>The map</a></pracownia-map>";
        article.open(page, &format!("{map}<div class=far></div>{map}")).await;
        is_ready(page, "iframe").await;
        let before: Value = page.run("return $$('pracownia-map').map((map) => map.offsetHeight)").await;
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        page.calm().await;
        page.expect("$$('pracownia-map').map((map) => map.offsetHeight)", before).await;
        page.expect("$$('pracownia-map').map((map) => map.querySelectorAll('iframe').length)", json!([1, 0])).await;
        page.expect("text($('pracownia-map:last-of-type a'))", "The map").await;
    });
}

needs! { preferences: it_plays_when_it_is_seen_and_not_before }

fn it_plays_when_it_is_seen_and_not_before() {
    browse(Setup { motion: true, ..ARTICLE }, async |page| {
        let article = Article::new(page);
        let body =
            "<div class=far></div><iframe class=plain title=Map src='{app}?embed=1&play=1&height=fixed'></iframe>";
        article.open(page, body).await;
        is_ready(page, "iframe").await;
        page.calm().await;
        expect_inside(
            page,
            "iframe",
            "[location.search.includes('year'), $$('.timeline.playing').length]",
            json!([false, 0]),
        )
        .await;
        page.run::<()>("scrollTo(0, 4000); return null").await;
        expect_inside(page, "iframe", "$$('.timeline.playing').length", 1).await;
        // Nor where there is no button to stop it, nor for who wants less motion.
        article.open(page, "<iframe class=plain title=Map src='{app}?embed=1&play=1&hide=timeline'></iframe>").await;
        is_ready(page, "iframe").await;
        page.calm().await;
        expect_inside(page, "iframe", "location.search.includes('year')", false).await;
        page.prefer(false, false).await;
        article.open(page, "<iframe class=plain title=Map src='{app}?embed=1&play=1'></iframe>").await;
        is_ready(page, "iframe").await;
        page.calm().await;
        expect_inside(page, "iframe", "$$('.timeline.playing').length", 0).await;
    });
}

#[test]
fn an_embed_has_nothing_beside_what_it_is_for() {
    browse(Setup { size: (300, 700), ..DESKTOP }, async |page| {
        page.open("?embed=1&year=2016&lang=en&hide=title,legend").await;
        page.expect("$$('.masthead, .legend, .find, .menu-button, .settings, .displays').filter((node) => node.offsetHeight > 0).length", 0).await;
        page.expect("document.documentElement.scrollWidth", 300).await;
        for part in [".map", ".timeline", ".panel", ".embed-bar"] {
            page.expect(&format!("$({}).offsetHeight > 40", json!(part)), true).await;
        }
        page.expect("$$('.panel ul.meetings > li').length", 10).await;
    });
}
