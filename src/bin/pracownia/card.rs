//! The picture of a page for social networks.

use std::error::Error;
use std::sync::Arc;

use pracownia::data::Ground;
use pracownia::picture::{Colours, Drawing, Exactness, Texts, picture, to_svg};
use pracownia::text::Reader;
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
    let (scene, frame) = page.scene(reader.catalog, reader.lang);
    let drawing = Drawing {
        ground,
        frame,
        size: (f64::from(SIZE.0), f64::from(SIZE.1)),
        scale: 1.5,
        exactness: Exactness { tolerance: 0.3, steps: 10.0 },
        colours: Colours::Light,
        address: None,
    };
    let lead = if matches!(page, Page::Start | Page::Year(_)) { String::new() } else { heading(reader, page) };
    let texts = Texts::of(reader, &page.view(reader.catalog), page.period(), &lead, "");
    to_svg(picture(reader, scene, &drawing, &texts))
}

#[cfg(test)]
mod tests {
    use super::*;

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
