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
    for layer in ["sea", "base-map", "names", "ways", "cities", "beyond"] {
        assert_eq!(svg.matches(&format!(" id=\"{layer}\"")).count(), 1, "{layer} in {svg}");
    }
    assert!(svg.starts_with("<?xml") && svg.contains("xmlns=\"http://www.w3.org/2000/svg\""));
}

#[test]
fn no_name_at_the_edge_lies_upon_a_host() {
    use crate::scene::{Role, edge_hints, move_apart};
    let ground = ground();
    for size in [(1200.0, 380.0), (1200.0, 675.0), (1080.0, 1080.0)] {
        for shown in [0.0, 49.6] {
            told(|_, _, mut scene| {
                // A host in the south, as far down as a host may be.
                if shown > 0.0 {
                    let host = scene.markers.iter_mut().find(|it| it.role != Role::Guest).expect("a host");
                    host.place = crate::domain::Place::from_lon_lat(21.0, shown).expect("a place");
                }
                let drawing = Drawing { size, scale: 1.4, ..drawing(&ground, Colours::Light) };
                let viewport = drawing.viewport(&scene);
                move_apart(&mut scene.markers, viewport.camera.zoom, viewport.text_scale);
                let hints = edge_hints(&scene, &viewport, &[]);
                assert!(hints.iter().any(|hint| hint.id == "tel-aviv"), "{size:?}: {hints:?}");
                for host in scene.markers.iter().filter(|marker| marker.role != Role::Guest) {
                    let at = viewport.position(host.place);
                    let symbol = crate::scene::Rect::around(at, host.role.radius() * viewport.text_scale);
                    let upon = hints.iter().find(|hint| hint.rect.overlaps(&symbol));
                    assert!(upon.is_none(), "{size:?}: {upon:?} upon {}", host.id);
                }
            });
        }
    }
}

#[test]
fn no_edge_cuts_a_symbol() {
    use crate::scene::Rect;
    let ground = ground();
    for width in (600..2400).step_by(4) {
        told(|_, _, scene| {
            let drawing = Drawing { size: (f64::from(width), 560.0), ..drawing(&ground, Colours::Light) };
            let viewport = drawing.viewport(&scene);
            for marker in &scene.markers {
                let at = viewport.position(marker.place);
                let symbol = Rect::around(at, marker.role.radius());
                let is_cut = viewport.frame().contains(at) && !symbol.is_within(&viewport.frame());
                assert!(!is_cut, "{} in a picture of {width} px: {at:?}", marker.id);
            }
        });
    }
}

#[test]
fn a_wide_picture_ends_before_the_base_map_does() {
    use crate::domain::Subject;
    use crate::scene::WORLD;
    let ground = ground();
    let catalog = sample::catalog();
    let view = View::of(&catalog, Period::All, Filter::default());
    let city = catalog.find("tel-aviv").expect("a city");
    let scene = compose(&catalog, &view, Some(Subject::City(city)), Lang::Pl);
    for size in [(1200.0, 380.0), (1080.0, 1720.0)] {
        let drawing = Drawing { size, frame: Frame::Selection, ..drawing(&ground, Colours::Light) };
        let viewport = drawing.viewport(&scene);
        let (west, south) = (viewport.project(WORLD.west, WORLD.south), viewport.project(WORLD.east, WORLD.north));
        assert!(west.x < 0.5 && south.x > size.0 - 0.5 && west.y > size.1 - 0.5 && south.y < 0.5, "{viewport:?}");
        let at = viewport.position(catalog.get(city).place.expect("a place"));
        assert!(viewport.frame().contains(at), "{at:?}");
    }
}

#[test]
fn what_stands_out_has_its_name_even_where_there_is_no_room() {
    use crate::domain::{Place, Subject};
    let catalog = sample::catalog();
    let view = View::of(&catalog, Period::All, Filter::default());
    let city = catalog.find("lublin").expect("a city");
    let mut scene = compose(&catalog, &view, Some(Subject::City(city)), Lang::Pl);
    let lublin = scene.markers.iter().find(|marker| marker.city == city).expect("a host").clone();
    let poznan = scene.markers.iter().find(|marker| marker.id == "poznan").expect("a host").clone();
    // Others wherever its name or a line to it could stand.
    for index in (0..19 * 19).filter(|index| *index != 180) {
        let (lon, lat) = (f64::from(index % 19 - 9) * 0.4, f64::from(index / 19 - 9) * 0.25);
        let place = Place::from_lon_lat(lublin.place.lon() + lon, lublin.place.lat() + lat).expect("a place");
        let id = index.to_string();
        scene.markers.push(crate::scene::Marker { name: id.clone(), id, place, ..poznan.clone() });
    }
    let ground = ground();
    let catalog = &catalog;
    let map = map(text::sample(catalog, Lang::Pl), scene, &drawing(&ground, Colours::Light), "Mapa");
    assert!(Node::from(map).text_content().contains("Lublin"));
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
