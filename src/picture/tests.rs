use super::*;
use crate::data::Ground;
use crate::domain::{Filter, Lang, Period, View, sample};
use crate::markup::{Element, Node, to_html};
use crate::scene::{Frame, compose};
use crate::text::{self, Reader};

fn ground() -> Ground {
    let read = |name: &str| {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public/basemap").join(name);
        std::fs::read(path).expect("the base map that ships")
    };
    Ground::read(Some(&read("first.topo.json")), Some(&read("names.json")))
}

fn drawing(ground: &Ground, colours: Colours) -> Drawing<'_> {
    Drawing {
        ground,
        frame: Frame::Home,
        size: (800.0, 600.0),
        scale: 1.0,
        exactness: Exactness { tolerance: 0.4, steps: 10.0 },
        colours,
        address: None,
    }
}

/// Hands over a reader of the sample, what it shows of 2017, and what is to be drawn of that.
fn told<T>(tell: impl FnOnce(Reader<'_>, &View, crate::scene::Scene) -> T) -> T {
    let catalog = sample::catalog();
    let view = View::of(&catalog, Period::Year(2017), Filter::default());
    let scene = compose(&catalog, &view, None, Lang::Pl);
    tell(text::sample(&catalog, Lang::Pl), &view, scene)
}

fn count(element: &Element, tag: &str) -> usize {
    let parts = element.parts();
    let below = parts.children.iter().map(|child| match child {
        Node::Element(element) => count(element, tag),
        Node::Text(_) => 0,
    });
    usize::from(parts.tag == tag) + below.sum::<usize>()
}

#[test]
fn hosts_are_circles_guests_are_not_and_all_are_named() {
    let ground = Ground::default();
    let (hosts, map) =
        told(|reader, view, scene| (view.hosts.len(), map(reader, scene, &drawing(&ground, Colours::Light), "Mapa")));
    assert_eq!(count(&map, "circle"), hosts);
    let text = Node::from(map).text_content();
    for name in ["Poznań", "Amsterdam", "Tel Awiw"] {
        assert!(text.contains(name), "{name} in {text}");
    }
}

#[test]
fn every_value_of_the_page_is_written_out_where_the_picture_stands_alone() {
    let ground = ground();
    for (colours, wanted) in [(Colours::Page, true), (Colours::Light, false), (Colours::Dark, false)] {
        let svg = told(|reader, view, scene| {
            let texts = Texts::of(reader, view, Period::Year(2017), "", "https://example.org/");
            to_html(&[picture(reader, scene, &drawing(&ground, colours), &texts).into()])
        });
        assert_eq!(svg.contains("var(--"), wanted, "{colours:?}");
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{colours:?}");
    }
}

#[test]
fn a_picture_says_what_it_is_what_it_is_known_from_and_whose_its_map_is() {
    let ground = ground();
    let (svg, text) = told(|reader, view, scene| {
        let texts = Texts::of(reader, view, Period::Year(2017), "Edycja", "https://example.org/");
        let picture = picture(reader, scene, &drawing(&ground, Colours::Light), &texts);
        (to_svg(picture.clone()), Node::from(picture).text_content())
    });
    for part in ["Edycja · 2017", "Natural Earth", "https://example.org/", "miasto gości"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(svg.starts_with("<?xml") && svg.contains("xmlns=\"http://www.w3.org/2000/svg\""));
}

#[test]
fn a_hostile_text_stays_a_text() {
    let ground = Ground::default();
    let hostile = "</text><script>alert(1)</script>\u{0}\"'&";
    let svg = told(|reader, _, mut scene| {
        scene.markers[0].name = hostile.to_owned();
        let texts = Texts { title: hostile.to_owned(), address: hostile.to_owned(), ..Texts::default() };
        to_svg(picture(reader, scene, &drawing(&ground, Colours::Light), &texts))
    });
    assert!(!svg.contains("<script") && !svg.contains('\u{0}'), "{svg}");
    assert!(svg.contains("&lt;script&gt;"));
}

#[test]
fn the_ground_is_as_small_as_can_be_seen() {
    let ground = ground();
    let size = |exactness| {
        told(|reader, _, scene| {
            let drawing = Drawing { exactness, ..drawing(&ground, Colours::Page) };
            to_html(&[map(reader, scene, &drawing, "Mapa").into()]).len()
        })
    };
    let fine = size(Exactness { tolerance: 0.1, steps: 10.0 });
    let coarse = size(Exactness { tolerance: 0.8, steps: 1.0 });
    assert!(coarse * 3 < fine * 2, "{coarse} bytes against {fine}");
}

#[cfg(feature = "cli")]
#[test]
fn the_code_leads_to_the_address_in_light_and_dark() {
    use resvg::tiny_skia::{Pixmap, Transform};
    use resvg::usvg::{Options, Tree};

    let ground = ground();
    let long = format!("https://example.org/map/?year=2017&meeting=rzeszow-2017&q={}", "ż".repeat(60));
    for (address, colours) in [("https://example.org/map/?year=2017", Colours::Light), (&long, Colours::Dark)] {
        let texts = Texts { address: address.to_owned(), ..Texts::default() };
        let svg = told(|reader, _, scene| to_svg(picture(reader, scene, &drawing(&ground, colours), &texts)));
        let tree = Tree::from_str(&svg, &Options::default()).expect("an SVG");
        let mut pixels = Pixmap::new(1600, 1200).expect("room");
        resvg::render(&tree, Transform::from_scale(2.0, 2.0), &mut pixels.as_mut());
        let luminance = |x: usize, y: usize| pixels.pixels()[y * 1600 + x].green();
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(1600, 1200, luminance);
        let read: Vec<String> = image.detect_grids().iter().filter_map(|grid| Some(grid.decode().ok()?.1)).collect();
        assert_eq!(read, [address]);
    }
}
