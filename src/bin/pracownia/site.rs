//! All pages of a site, written into the folder that was built.

use std::error::Error;
use std::fs;
use std::path::Path;

use pracownia::data::Ground;
use pracownia::domain::{Catalog, Lang};

use super::card::Painter;
use super::document::{Document, Template};
use super::page::Page;
use super::{feeds, installed, native};

/// Writes every page in every language, and says how many.
///
/// # Errors
/// Names the file that cannot be read or written, or what is wrong with it.
pub fn render(dist: &Path, site_url: Option<&str>) -> Result<String, Box<dyn Error>> {
    let read = |name: &str| {
        let path = dist.join(name);
        fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let built = String::from_utf8(read("index.html")?)?;
    let template = Template::read(&built, looks(dist)?)?;
    let loaded = native::load(&dist.join("data"))?;
    if !loaded.problems.is_empty() {
        // The app shows what is valid, and so do the pages.
        eprintln!("warning: some of the data is left out\n{}", native::told(&loaded.problems));
    }
    let ground = Ground::read(Some(&read("basemap/fine.topo.json")?), Some(&read("basemap/names.json")?));
    let painter = Painter::new();
    let site =
        Site { dist, catalog: &loaded.catalog, ground: &ground, template: &template, painter: &painter, url: site_url };
    site.write()
}

struct Site<'a> {
    dist: &'a Path,
    catalog: &'a Catalog,
    ground: &'a Ground,
    template: &'a Template,
    painter: &'a Painter,
    url: Option<&'a str>,
}

impl Site<'_> {
    fn write(&self) -> Result<String, Box<dyn Error>> {
        let pages = Page::all(self.catalog);
        for lang in Lang::ALL {
            for &page in &pages {
                self.write_page(page, lang)?;
            }
        }
        let manifest = installed::manifest(native::reader(self.catalog, Lang::default()));
        self.put(installed::MANIFEST, manifest.as_bytes())?;
        for (name, png) in installed::icons()? {
            self.put(name, &png)?;
        }
        let count = pages.len() * Lang::ALL.len();
        let Some(url) = self.url else {
            return Ok(format!(
                "{count} pages; without SITE_URL they have no canonical links, no pictures for social networks, no \
                 sitemap, no feed and no oEmbed"
            ));
        };
        self.put("sitemap.xml", feeds::sitemap(self.catalog, url).as_bytes())?;
        for lang in Lang::ALL {
            let folder = Page::Start.folder(self.catalog, lang);
            let feed = feeds::feed(native::reader(self.catalog, lang), url);
            self.put(&format!("{folder}feed.xml"), feed.as_bytes())?;
        }
        Ok(format!("{count} pages, each with its picture and its oEmbed, a sitemap and feeds, for {url}"))
    }

    fn write_page(&self, page: Page, lang: Lang) -> Result<(), Box<dyn Error>> {
        let reader = native::reader(self.catalog, lang);
        let folder = page.folder(self.catalog, lang);
        let document = Document { reader, page, ground: self.ground, site_url: self.url };
        self.put(&format!("{folder}index.html"), document.html(self.template).as_bytes())?;
        if let Some(url) = self.url {
            let card = self.painter.png(reader, self.ground, page)?;
            self.put(&format!("{folder}card.png"), &card)?;
            self.put(&format!("{folder}oembed.json"), feeds::oembed(reader, page, url).as_bytes())?;
        }
        Ok(())
    }

    fn put(&self, name: &str, content: &[u8]) -> Result<(), Box<dyn Error>> {
        let path = self.dist.join(name);
        let written = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&path, content));
        written.map_err(|error| format!("{}: {error}", path.display()).into())
    }
}

/// The style sheet that the app loads with its later parts, if there is one: without scripts it is wanted at once.
fn looks(dist: &Path) -> Result<Option<String>, Box<dyn Error>> {
    for entry in fs::read_dir(dist)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with("later-") && Path::new(&name).extension().is_some_and(|extension| extension == "css") {
            return Ok(Some(name));
        }
    }
    Ok(None)
}
