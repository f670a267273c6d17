//! The picture of a page for social networks.

use std::error::Error;
use std::sync::Arc;

use pracownia::data::Ground;
use pracownia::domain::View;
use pracownia::picture::{Colours, Drawing, Exactness, Texts, picture, to_svg};
use pracownia::text::{Reader, capitalised, years};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use super::describe::heading;
use super::page::Page;

/// Its size in px, as Open Graph and Twitter want it.
pub const SIZE: (u32, u32) = (1200, 630);

/// Letters of their own, so that a card is the same on every machine.
const FONTS: [&[u8]; 5] = [
    include_bytes!("fonts/NotoSans-Regular.ttf"),
    include_bytes!("fonts/NotoSans-Bold.ttf"),
    include_bytes!("fonts/NotoSans-Italic.ttf"),
    include_bytes!("fonts/NotoSerif-Bold.ttf"),
    include_bytes!("fonts/NotoSerif-Italic.ttf"),
];

/// Paints cards.
pub struct Painter {
    options: Options<'static>,
}

impl Painter {
    /// Knows the letters.
    pub fn new() -> Self {
        let mut fonts = fontdb::Database::new();
        for font in FONTS {
            fonts.load_font_data(font.to_vec());
        }
        fonts.set_sans_serif_family("Noto Sans");
        fonts.set_serif_family("Noto Serif");
        Self { options: Options { fontdb: Arc::new(fonts), font_family: "Noto Sans".to_owned(), ..Options::default() } }
    }

    /// The card of a page as PNG.
    pub fn png(&self, reader: Reader<'_>, ground: &Ground, page: Page) -> Result<Vec<u8>, Box<dyn Error>> {
        let tree = Tree::from_str(&svg(reader, ground, page), &self.options)?;
        let mut pixmap = Pixmap::new(SIZE.0, SIZE.1).ok_or("no room for a picture")?;
        resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
        Ok(pixmap.encode_png()?)
    }
}

fn svg(reader: Reader<'_>, ground: &Ground, page: Page) -> String {
    svg_of(reader, ground, page, (f64::from(SIZE.0), f64::from(SIZE.1)), 1.4)
}

fn svg_of(reader: Reader<'_>, ground: &Ground, page: Page, size: (f64, f64), scale: f64) -> String {
    let (scene, frame) = page.scene(reader.catalog, reader.lang);
    let drawing = Drawing {
        ground,
        frame,
        size,
        scale,
        exactness: Exactness { tolerance: 0.3, steps: 10.0 },
        colours: Colours::Light,
        address: None,
    };
    let view = page.own_view(reader.catalog);
    let credits = Texts::of(reader, &view, page.period(), "", "").credits;
    let texts = Texts { title: name(reader, page), lead: lead(reader, page, &view), credits, ..Texts::default() };
    to_svg(picture(reader, scene, &drawing, &texts))
}

/// What the card is of, as a headline.
fn name(reader: Reader<'_>, page: Page) -> String {
    capitalised(&heading(reader, page))
}

/// What is said of that, and of nothing else: where and when, and how many meetings.
fn lead(reader: Reader<'_>, page: Page, view: &View) -> String {
    let catalog = reader.catalog;
    let spans: Vec<_> = view.meetings.iter().map(|&key| catalog.get(key).years()).collect();
    let first = spans.iter().map(|years| *years.start()).min();
    let last = spans.iter().map(|years| *years.end()).max();
    let years = || first.zip(last).map(|(first, last)| years(first, last)).unwrap_or_default();
    // Few enough to be told one by one; of most only the year is known.
    let at = || {
        let at = view.meetings.iter().map(|&key| {
            let meeting = catalog.get(key);
            format!("{}, {}", catalog.get(meeting.city).name.get(reader.lang), reader.known_date(meeting, false))
        });
        at.collect::<Vec<_>>().join("; ")
    };
    let parts = match page {
        Page::Start => vec![reader.years(page.period()).unwrap_or_default(), reader.held(view)],
        Page::Year(_) => vec![reader.held(view)],
        Page::Edition(_) | Page::Topic(_) => vec![years(), reader.held(view)],
        Page::City(city) => {
            let country = catalog.get(city).country.map(|code| (reader.country_name)(reader.lang, code));
            let country = country.unwrap_or_default();
            let held = view.hosts.iter().find(|(host, _)| *host == city).map(|(_, held)| *held);
            match held {
                Some(held) => vec![(reader.words.marker_host)(&country, held), years()],
                None if view.meetings.is_empty() => vec![country],
                None => vec![(reader.words.marker_guest)(&country), at()],
            }
        }
        Page::Expert(key) => {
            let role = reader.text_if(catalog.get(key).role.as_ref());
            let home = catalog.get(key).city.map(|city| catalog.get(city).name.get(reader.lang).to_owned());
            vec![role, home.unwrap_or_default(), at()]
        }
    };
    let campaign = if page == Page::Start { String::new() } else { reader.campaign().to_owned() };
    let parts = std::iter::once(campaign).chain(parts);
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use pracownia::domain::{Catalog, City, Expert, Lang};
    use pracownia::scene::Stress;

    use super::*;
    use crate::native;

    fn shipped() -> Catalog {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        native::load(&folder).expect("the data that ships").catalog
    }

    #[test]
    fn a_picture_of_any_page_and_format_names_every_city() {
        let catalog = shipped();
        let read = |name: &str| {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public/basemap").join(name);
            std::fs::read(path).expect("the base map that ships")
        };
        let ground = Ground::read(Some(&read("fine.topo.json")), Some(&read("names.json")));
        let mut missing = Vec::new();
        // A card, and the three formats of the dialog.
        let formats =
            [((1200.0, 630.0), 1.4), ((1200.0, 675.0), 1.25), ((1080.0, 1080.0), 1.6), ((1080.0, 1920.0), 1.8)];
        for lang in Lang::ALL {
            let reader = native::reader(&catalog, lang);
            for page in Page::all(&catalog) {
                let view = page.own_view(&catalog);
                let cities = view.hosts.iter().map(|&(city, _)| city);
                let cities: Vec<&str> = cities.map(|city| catalog.get(city).name.get(lang)).collect();
                for (size, scale) in formats {
                    let svg = svg_of(reader, &ground, page, size, scale);
                    let nameless = cities.iter().filter(|name| !svg.contains(&format!(">{name}</text>")));
                    missing.extend(nameless.map(|name| format!("{name}, {}, {size:?}", heading(reader, page))));
                }
            }
        }
        assert!(missing.is_empty(), "{missing:#?}");
    }

    #[test]
    fn a_card_tells_its_own_page_and_nothing_of_others() {
        let catalog = shipped();
        let reader = native::reader(&catalog, Lang::Pl);
        let told = |page: Page| lead(reader, page, &page.own_view(&catalog)).replace('\u{a0}', " ");
        let city = |id: &str| Page::City(catalog.find::<City>(id).expect("a city"));
        let expert = |id: &str| Page::Expert(catalog.find::<Expert>(id).expect("an expert"));
        for (page, wanted) in [
            (Page::Start, "2014–2017 · 15 spotkań w 11 miastach"),
            (Page::Year(2016), "Pracownia miast · 10 spotkań w 10 miastach"),
            (city("krakow"), "Pracownia miast · Polska, 1 spotkanie · 2016"),
            (city("rzeszow"), "Pracownia miast · Polska, 2 spotkania · 2016–2017"),
            (city("tel-aviv"), "Pracownia miast · Izrael, miasto gości · Rzeszów, 29 marca 2017"),
            (expert("paul-goedknegt"), "Pracownia miast · planista miejski · Nijmegen · Rzeszów, 29 marca 2017"),
        ] {
            assert_eq!(told(page), wanted);
        }
        assert!(told(expert("huub-droogh")).contains("Wałbrzych, 31 marca 2016"));
    }

    #[test]
    fn on_the_card_of_every_guest_something_stands_out() {
        let catalog = shipped();
        for (key, expert) in catalog.all::<Expert>() {
            let (scene, _) = Page::Expert(key).scene(&catalog, Lang::Pl);
            let strong = scene.markers.iter().filter(|marker| marker.stress == Stress::Strong);
            assert!(strong.count() > 0, "{}", expert.id);
        }
    }

    #[test]
    fn the_letters_are_those_that_are_shipped() {
        let painter = Painter::new();
        let families: Vec<String> = painter
            .options
            .fontdb
            .faces()
            .flat_map(|face| face.families.iter().map(|(name, _)| name.clone()))
            .collect();
        assert_eq!(families.len(), FONTS.len());
        assert!(families.iter().all(|name| name == "Noto Sans" || name == "Noto Serif"), "{families:?}");
    }
}
