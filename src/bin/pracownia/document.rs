//! A page as an HTML document, made upon the page that was built.

use std::fmt::Write as _;

use pracownia::data::Ground;
use pracownia::domain::{Focus, Lang, Subject, View};
use pracownia::map::legend;
use pracownia::markup::tags::{a, article, div, h1, h2, header, li, p, section, span, ul};
use pracownia::markup::{Action, Element, Node, linked, to_html};
use pracownia::panel::{about, appendix, content, lists, subject_name, summary};
use pracownia::picture::{Colours, Drawing, Exactness, map};
use pracownia::scene::Frame;
use pracownia::text::{Reader, Words, typeset};
use pracownia::timeline::{bands, documented};
use pracownia::url::{Display, to_query};

use super::card;
use super::describe::{description, heading, locale, title};
use super::page::{Page, target};
use super::structured::json_ld;

/// What was built: the page that starts the app, in parts.
pub struct Template {
    /// What of its head asks for files.
    assets: String,
    /// What it says of the app until that is there.
    app: String,
    /// The style sheet that the app loads later, and that a page without scripts wants at once.
    looks: Option<String>,
}

/// Around what was built of the head, so that a folder can be rendered anew, with other data.
const ASSETS: (&str, &str) = ("<!--built-->", "<!--/built-->");

/// A page in one language.
pub struct Document<'a> {
    /// What tells it.
    pub reader: Reader<'a>,
    /// Which page.
    pub page: Page,
    /// What its map stands on.
    pub ground: &'a Ground,
    /// Where the site stands, if that is known.
    pub site_url: Option<&'a str>,
}

impl Template {
    /// Takes a built `index.html` apart; `looks` is the style sheet that it loads later.
    ///
    /// # Errors
    /// Names what is not as it was built.
    pub fn read(html: &str, looks: Option<String>) -> Result<Self, String> {
        let between = |from: &str, to: &str| {
            let (_, rest) = html.split_once(from).ok_or_else(|| format!("index.html has no {from}"))?;
            rest.split_once(to).map(|(part, _)| part.to_owned()).ok_or_else(|| format!("index.html has no {to}"))
        };
        let app = between("<div id=app>", "</body>")?;
        // What was rendered before says itself what of its head was built.
        let is_built = !html.contains(ASSETS.0);
        let (from, to) = if is_built { ("</title>", "</head>") } else { ASSETS };
        Ok(Self { assets: between(from, to)?, app: format!("<div id=app>{app}"), looks })
    }
}

/// The same with the addresses of its own files seen from a folder: `up` leads from there to the root.
fn seen_from(html: &str, up: &str) -> String {
    let mut html = html.to_owned();
    for attribute in ["href", "src"] {
        for quote in ["", "\""] {
            for (start, rest) in [("./", ""), ("data/", "data/"), ("basemap/", "basemap/")] {
                let wanted = format!("{attribute}={quote}{up}{rest}");
                html = html.replace(&format!("{attribute}={quote}{start}"), &wanted);
            }
        }
    }
    html
}

/// What every link to another site has.
const OUT: &str = " rel=\"noopener noreferrer external\"";
const OUT_IN_A_TAB: &str = " rel=\"noopener noreferrer external\" target=\"_blank\"";

impl Document<'_> {
    /// The way from its folder to the root of the site: `./`, `../`, `../../` ...
    fn up(&self) -> String {
        let depth = self.folder().matches('/').count();
        if depth == 0 { "./".to_owned() } else { "../".repeat(depth) }
    }

    fn folder(&self) -> String {
        self.page.folder(self.reader.catalog, self.reader.lang)
    }

    /// The absolute address of a page in a language.
    fn url(&self, page: Page, lang: Lang) -> Option<String> {
        Some(format!("{}{}", self.site_url?, page.folder(self.reader.catalog, lang)))
    }

    /// Where an action leads, from this page.
    fn link(&self, action: Action) -> Option<String> {
        if action == Action::Display(Display::Poster) {
            return Some(format!("{}?view=poster", self.up()));
        }
        let (page, anchor) = target(self.reader.catalog, action)?;
        Some(format!("{}{}{anchor}", self.up(), page.folder(self.reader.catalog, self.reader.lang)))
    }

    /// The whole document. Its links to others open in a tab of their own: in an embed without scripts nobody could see to that, and
    /// most sites let no other page frame them.
    pub fn html(&self, template: &Template) -> String {
        let (reader, up) = (self.reader, self.up());
        let start = to_query(&self.page.address(reader.catalog, reader.lang));
        let looks = template.looks.as_ref().map(|looks| {
            let link = format!("<link rel=\"stylesheet\" href=\"{up}{}\">", escaped(looks));
            // A detail wants them with scripts, too; where they came later, it would move.
            if self.page.focus().is_some() { link } else { format!("<noscript>{link}</noscript>") }
        });
        let start = if start.is_empty() { start } else { format!(" data-start=\"{}\"", escaped(&start)) };
        format!(
            "<!DOCTYPE html><html lang=\"{lang}\" data-app=\"loading\" data-theme=\"auto\" data-pages{start}><head>\
             <meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1,viewport-fit=cover\">\
             <meta name=\"color-scheme\" content=\"light dark\"><title>{title}</title>{meta}{before}{assets}{after}{looks}{json_ld}</head>\
             <body>{still}{app}</body></html>\n",
            lang = reader.lang.tag(),
            title = escaped(&title(reader, self.page)),
            meta = self.meta(),
            looks = looks.unwrap_or_default(),
            before = ASSETS.0,
            after = ASSETS.1,
            assets = seen_from(&template.assets, &up),
            json_ld = json_ld(reader, self.page, &|page| self.url(page, reader.lang)),
            still = seen_from(&to_html(&[self.still().into()]), &up).replace(OUT, OUT_IN_A_TAB),
            app = seen_from(&template.app, &up),
        )
    }

    /// What the head says of the page to others.
    fn meta(&self) -> String {
        let reader = self.reader;
        let mut meta = String::new();
        let mut named = |kind: &str, name: &str, content: &str| {
            _ = write!(meta, "<meta {kind}=\"{name}\" content=\"{}\">", escaped(content));
        };
        let about = description(reader, self.page);
        named("name", "description", &about);
        named("property", "og:type", "website");
        named("property", "og:site_name", reader.campaign());
        named("property", "og:title", &title(reader, self.page));
        named("property", "og:description", &about);
        named("property", "og:locale", locale(reader.lang));
        for other in Lang::ALL.into_iter().filter(|other| *other != reader.lang) {
            named("property", "og:locale:alternate", locale(other));
        }
        let Some(url) = self.url(self.page, reader.lang) else { return meta };
        named("property", "og:url", &url);
        named("property", "og:image", &format!("{url}card.png"));
        named("property", "og:image:width", &card::SIZE.0.to_string());
        named("property", "og:image:height", &card::SIZE.1.to_string());
        named("property", "og:image:alt", &about);
        named("name", "twitter:card", "summary_large_image");
        let mut link = |rel: &str, more: &str, href: &str| {
            _ = write!(meta, "<link rel=\"{rel}\"{more} href=\"{}\">", escaped(href));
        };
        link("canonical", "", &url);
        for lang in Lang::ALL {
            let href = self.url(self.page, lang).unwrap_or_default();
            link("alternate", &format!(" hreflang=\"{}\"", lang.tag()), &href);
        }
        link("alternate", " hreflang=\"x-default\"", &self.url(self.page, Lang::default()).unwrap_or_default());
        link("alternate", " type=\"application/json+oembed\"", &format!("{url}oembed.json"));
        let feed = format!("{}feed.xml", self.url(Page::Start, reader.lang).unwrap_or_default());
        link("alternate", " type=\"application/atom+xml\"", &feed);
        meta
    }

    /// All that the page says, as it is read until the app is there, or without it.
    fn still(&self) -> Element {
        let reader = self.reader;
        let view = self.page.view(reader.catalog);
        let main = Element::new("MAIN")
            // Where the app has its search, and a row of what is filtered by.
            .with(div().class(if self.page.filter().is_empty() { "find" } else { "find filtered" }))
            .with(div().class("stage").with(self.map()).with(self.years(&view)))
            .with(div().class("panel").with_all(self.panel(&view)));
        let footer = Element::new("FOOTER").text(typeset(reader.lang, reader.words.attribution).into_owned());
        div().attr("id", "still").with(self.masthead()).with(main).with(footer)
    }

    fn masthead(&self) -> Element {
        let reader = self.reader;
        let name = match self.page {
            Page::Start => h1().text(reader.campaign()),
            // The heading of the page is another one.
            _ => {
                p().class("site").with(a().attr("href", self.way_to(Page::Start, reader.lang)).text(reader.campaign()))
            }
        };
        let lead = p().text(typeset(reader.lang, reader.words.lead).into_owned());
        let languages = Lang::ALL.map(|lang| {
            let link =
                a().attr("href", self.way_to(self.page, lang)).attr("lang", lang.tag()).attr("hreflang", lang.tag());
            let link = if lang == reader.lang { link.attr("aria-current", "true") } else { link };
            li().with(link.text(Words::of(lang).name)).into()
        });
        header().class("masthead").with(div().class("names").with(name).with(lead)).with(nav(
            "languages",
            reader.words.language,
            None,
            languages.into(),
        ))
    }

    /// Every year, and the whole campaign, in the place of the app's timeline, which is higher the more rows of editions it
    /// has.
    fn years(&self, view: &View) -> Element {
        let (reader, period) = (self.reader, self.page.period());
        let all = reader.catalog.years();
        let year = |page: Page, name: String| {
            let count = page.view(reader.catalog).meetings.len();
            let link = a().attr("href", self.way_to(page, reader.lang));
            let link = if page == self.page { link.attr("aria-current", "page") } else { link };
            let count = span().class("amount").text(format!("\u{a0}({count})"));
            li().with(link.text(name)).with(count).into()
        };
        let whole = year(Page::Start, reader.words.whole_campaign.to_owned());
        let years = all.clone().into_iter().flatten().map(|number| year(Page::Year(number), number.to_string()));
        let list = std::iter::once(whole).chain(years).collect();
        let Some(all) = all else { return nav("years", reader.words.years_shown, None, list) };
        let rows = bands(reader.catalog, &all).iter().map(|band| band.row + 1).max().unwrap_or(0);
        let told = documented(reader, view, period, &view.filter, &all);
        let told = p().class("documented").text(typeset(reader.lang, &told).into_owned());
        nav(format!("years timeline rows-{rows}"), reader.words.years_shown, Some(told), list)
    }

    fn map(&self) -> Element {
        let reader = self.reader;
        let (scene, _) = self.page.scene(reader.catalog, reader.lang);
        // As the app frames it.
        let frame = if self.page.subject().is_some() { Frame::Selection } else { Frame::Home };
        let address = |city| self.way_to(Page::City(city), reader.lang);
        let drawing = Drawing {
            ground: self.ground,
            frame,
            size: (720.0, 560.0),
            scale: 1.0,
            exactness: Exactness { tolerance: 1.25, steps: 1.0 },
            colours: Colours::Page,
            address: Some(&address),
        };
        let name = format!("{}: {}", reader.words.map, heading(reader, self.page));
        let drawn = map(reader, scene, &drawing, &name);
        section().class("map").attr("aria-label", reader.words.map).with(drawn).with(legend(reader.lang))
    }

    /// In words all that the map shows, and more.
    fn panel(&self, view: &View) -> Vec<Node> {
        let (reader, page) = (self.reader, self.page);
        let period = page.period();
        let mut nodes = Vec::new();
        // The heading of a year is that of its summary.
        if !matches!(page, Page::Start | Page::Year(_)) {
            nodes.push(h1().text(heading(reader, page)).into());
        }
        if let Some(focus) = page.focus() {
            nodes.extend(content(reader, focus, view, period));
        }
        match page {
            Page::City(_) | Page::Expert(_) => {
                for key in page.meetings(reader.catalog) {
                    let subject = Subject::Meeting(key);
                    let name = h2().text(subject_name(reader, subject));
                    let told = content(reader, Focus::Subject(subject), view, period);
                    let id = reader.catalog.get(key).id.to_string();
                    nodes.push(section().class("detail").attr("id", id).with(name).with_all(told).into());
                }
            }
            Page::Start | Page::Year(_) | Page::Edition(_) | Page::Topic(_) => {
                let summary = summary(reader, view, period);
                nodes.push(if matches!(page, Page::Year(_)) { headed(summary) } else { summary });
                nodes.extend(lists(reader, view, period));
            }
        }
        if page == Page::Start {
            nodes.extend(appendix(reader, view, period, None));
            let address = self.url(page, reader.lang).unwrap_or_default();
            nodes.push(article().class("about").attr("id", "about").with_all(about(reader, &address)).into());
        }
        levelled(linked(nodes, &|action| self.link(action)))
    }

    /// The way from this page to another one.
    fn way_to(&self, page: Page, lang: Lang) -> String {
        format!("{}{}", self.up(), page.folder(self.reader.catalog, lang))
    }
}

fn nav(class: impl Into<String>, name: &str, lead: Option<Element>, items: Vec<Node>) -> Element {
    let list = ul().attr("role", "list").with_all(items);
    Element::new("NAV").class(class).attr("aria-label", name).with_some(lead).with(list)
}

/// The same with its first heading as the page's.
fn headed(node: Node) -> Node {
    let Node::Element(element) = node else { return node };
    let mut parts = element.into_parts();
    parts.children = parts.children.into_iter().map(headed).collect();
    if parts.tag == "H2" {
        parts.tag = "H1";
    }
    Element::from_parts(parts).into()
}

/// Headings without gaps between their levels, below the one of the page: parts of the app stand here without what they
/// stand in there.
fn levelled(nodes: Vec<Node>) -> Vec<Node> {
    fn level(node: Node, open: &mut Vec<u8>) -> Node {
        const TAGS: [&str; 6] = ["H1", "H2", "H3", "H4", "H5", "H6"];
        let Node::Element(element) = node else { return node };
        let mut parts = element.into_parts();
        if let Some(index) = TAGS.iter().position(|tag| *tag == parts.tag) {
            let wanted = u8::try_from(index).unwrap_or(0);
            while open.last().is_some_and(|last| *last >= wanted) {
                open.pop();
            }
            open.push(wanted);
            // The heading of the whole page is there, whoever says it.
            let depth = if wanted == 0 { 0 } else { open.iter().filter(|level| **level > 0).count() };
            parts.tag = TAGS[depth.min(5)];
        }
        parts.children = parts.children.into_iter().map(|child| level(child, open)).collect();
        Element::from_parts(parts).into()
    }
    let mut open = Vec::new();
    nodes.into_iter().map(|node| level(node, &mut open)).collect()
}

/// A text as it must stand in HTML or XML.
pub fn escaped(text: &str) -> String {
    to_html(&[text.into()])
}
