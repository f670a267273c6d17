//! What a system shows of the app where somebody installs it: a manifest and icons.

use std::error::Error;

use pracownia::text::{Reader, typeset};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use serde_json::json;

/// Its name; every page links to it.
pub const MANIFEST: &str = "manifest.webmanifest";

/// The app's own icon.
const ICON: &str = include_str!("../../../public/icon.svg");

/// The colour of the page, as `public/styles.css` has it.
const PAPER: &str = "#fbf9f5";

/// How a system may cut an icon.
#[derive(Clone, Copy, PartialEq)]
enum Shape {
    /// Not at all.
    Whole,
    /// To a circle, a square, or anything between: what matters stands within a circle of four fifths of its width.
    Any,
}

/// Name, width in px and shape of each icon. That of 180 px is for iOS, which reads no manifest for it.
const ICONS: [(&str, u16, Shape); 4] = [
    ("icon-192.png", 192, Shape::Whole),
    ("icon-512.png", 512, Shape::Whole),
    ("icon-512-maskable.png", 512, Shape::Any),
    ("icon-180.png", 180, Shape::Any),
];

/// The manifest. Its addresses are relative to it, so that any folder works.
pub fn manifest(reader: Reader<'_>) -> String {
    let icons: Vec<_> = ICONS[..3]
        .iter()
        .map(|(name, width, shape)| {
            let purpose = if *shape == Shape::Any { "maskable" } else { "any" };
            json!({ "src": name, "sizes": format!("{width}x{width}"), "type": "image/png", "purpose": purpose })
        })
        .collect();
    let manifest = json!({
        "name": reader.campaign(),
        "short_name": reader.campaign(),
        "description": typeset(reader.lang, reader.words.lead),
        "lang": reader.lang.tag(),
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": icons,
    });
    format!("{manifest}\n")
}

/// A file: its name and its bytes.
pub type Icon = (&'static str, Vec<u8>);

/// The icons by name, as PNG.
///
/// # Errors
/// When there is no room for one.
pub fn icons() -> Result<Vec<Icon>, Box<dyn Error>> {
    ICONS.iter().map(|&(name, width, shape)| Ok((name, png(width, shape)?))).collect()
}

fn png(width: u16, shape: Shape) -> Result<Vec<u8>, Box<dyn Error>> {
    let svg = match shape {
        Shape::Whole => ICON.to_owned(),
        // Its ground reaches to the edge, and what stands on it is as much smaller.
        Shape::Any => ICON
            .replace("viewBox=\"0 0 32 32\"", "viewBox=\"-3 -3 38 38\"")
            .replace("<rect width=\"32\" height=\"32\" rx=\"7\"", "<rect x=\"-3\" y=\"-3\" width=\"38\" height=\"38\""),
    };
    let tree = Tree::from_str(&svg, &Options::default())?;
    let mut pixmap = Pixmap::new(width.into(), width.into()).ok_or("no room for a picture")?;
    let scale = f32::from(width) / tree.size().width();
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    Ok(pixmap.encode_png()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_icon_that_may_be_cut_is_filled_to_its_corners_and_another_is_not() {
        for (name, width, shape) in ICONS {
            let pixmap = Pixmap::decode_png(&png(width, shape).expect("a picture")).expect("a PNG");
            assert_eq!((pixmap.width(), pixmap.height()), (width.into(), width.into()), "{name}");
            let corner = pixmap.pixel(0, 0).expect("a corner");
            assert_eq!(corner.alpha(), if shape == Shape::Any { 255 } else { 0 }, "{name}");
        }
    }
}
