//! Names of seas, countries and cities that are no part of the campaign, for orientation: they stand where everything
//! else leaves room, or not at all.

use crate::domain::{Landmark, Place, Row, Site};

use super::labels::{GAP, estimated_width, label_rect};
use super::{Line, Marker, Pixel, Rect, Side, Viewport};

/// A name upon the base map.
#[derive(Clone, Debug, PartialEq)]
pub struct BackgroundName {
    /// Stable over scenes: its number among the landmarks.
    pub id: String,
    /// The name.
    pub name: String,
    /// Of what.
    pub kind: BackgroundKind,
    /// A city's place; the middle of another name.
    pub place: Place,
}

/// What a name upon the base map belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackgroundKind {
    /// A sea.
    Sea,
    /// A country.
    Country,
    /// A city, and the side of its dot on which the name stands.
    City(Side),
}

/// How the names look, in CSS px where a reader's text is 16 px large: the measures of `.background` in the style sheet.
const HEIGHT: f64 = 16.0;

/// The radius of a city's dot.
const DOT: f64 = 2.0;

/// Between a name and what else stands on the map.
const AIR: f64 = 4.0;

/// The zoom from which on a city of rank 1, 2 or 3 is named.
const CITY_ZOOMS: [f64; 3] = [4.0, 5.25, 7.0];

/// Kilometres around a city of the campaign within which no other one is named.
const REPLACED_WITHIN_KM: f64 = 20.0;

/// The names of `landmarks` for which `taken` leaves room in the picture. Earlier ones choose first; what is placed is
/// added to `taken`. `names` has the name of each in the chosen language.
#[must_use]
pub fn background(
    landmarks: &[Landmark],
    names: &[String],
    markers: &[Marker],
    viewport: &Viewport,
    taken: &mut Vec<Rect>,
) -> Vec<BackgroundName> {
    let mut placed = Vec::new();
    for (index, (landmark, name)) in landmarks.iter().zip(names).enumerate() {
        let found = match &landmark.site {
            Site::Sea(rows) => in_rows(rows, wide_width(name), viewport, taken).map(|it| (BackgroundKind::Sea, it)),
            Site::Country(rows) => {
                in_rows(rows, capitals_width(name), viewport, taken).map(|it| (BackgroundKind::Country, it))
            }
            &Site::City { place, rank } => {
                let is_shown = CITY_ZOOMS.get(usize::from(rank).wrapping_sub(1));
                let is_shown = is_shown.is_some_and(|&zoom| viewport.camera.zoom >= zoom);
                let is_replaced = || markers.iter().any(|other| other.place.distance_km(place) < REPLACED_WITHIN_KM);
                let side = if is_shown && !is_replaced() { beside(place, name, viewport, taken) } else { None };
                side.map(|(side, rect)| (BackgroundKind::City(side), (place, rect)))
            }
        };
        if let Some((kind, (place, rect))) = found {
            taken.push(rect);
            placed.push(BackgroundName { id: index.to_string(), name: name.clone(), kind, place });
        }
    }
    placed
}

/// What lines cover in the picture: small squares along each.
#[must_use]
pub fn along(lines: &[Line], viewport: &Viewport) -> Vec<Rect> {
    const STEP_KM: f64 = 100.0;
    const STEP_PX: f64 = 12.0;
    let frame = viewport.frame();
    let mut squares = Vec::new();
    for line in lines {
        let points = line.from.great_circle_to(line.to, STEP_KM).into_iter();
        let pixels: Vec<Pixel> =
            points.filter_map(|(lon, lat)| Some(viewport.position(Place::from_lon_lat(lon, lat).ok()?))).collect();
        for pair in pixels.windows(2) {
            let (dx, dy) = (pair[1].x - pair[0].x, pair[1].y - pair[0].y);
            let steps = (dx.hypot(dy) / STEP_PX).ceil();
            let mut step = 0.0;
            while step < steps {
                let point = Pixel { x: pair[0].x + dx * step / steps, y: pair[0].y + dy * step / steps };
                if frame.contains(point) {
                    squares.push(Rect::around(point, STEP_PX / 4.0));
                }
                step += 1.0;
            }
        }
    }
    squares
}

/// The middle of a name of this width on the first of the rows that has room for it in the picture.
fn in_rows(rows: &[Row], width: f64, viewport: &Viewport, taken: &[Rect]) -> Option<(Place, Rect)> {
    /// Where on what is seen of a row the name may stand: in its middle, or to its sides.
    const SHARES: [f64; 5] = [0.5, 0.35, 0.65, 0.2, 0.8];
    let (width, height) = ((width + AIR) * viewport.text_scale, (HEIGHT + AIR) * viewport.text_scale);
    let frame = viewport.frame();
    rows.iter().find_map(|&Row { lat, west, east }| {
        let end = |lon: f64| Some(viewport.position(Place::from_lon_lat(lon, lat).ok()?));
        let (left, right) = (end(west)?, end(east)?);
        let (from, to) = (left.x.max(0.0), right.x.min(frame.width));
        let room = to - from - width;
        if room < 0.0 {
            return None;
        }
        SHARES.into_iter().find_map(|share| {
            // A share of the row, but with the whole of the name within it.
            let x = (from + (to - from) * share - width / 2.0).max(from).min(to - width);
            let rect = Rect { x, y: left.y - height / 2.0, width, height };
            let is_free = rect.is_within(&frame) && taken.iter().all(|it| !rect.overlaps(it));
            let lon = west + (east - west) * (x + width / 2.0 - left.x) / (right.x - left.x);
            is_free.then_some((Place::from_lon_lat(lon, lat).ok()?, rect))
        })
    })
}

/// The side of a city on which its name has room, and the room that both take.
fn beside(place: Place, name: &str, viewport: &Viewport, taken: &[Rect]) -> Option<(Side, Rect)> {
    let (scale, frame) = (viewport.text_scale, viewport.frame());
    let centre = viewport.position(place);
    let radius = DOT * scale;
    let dot = Rect::around(centre, radius + AIR);
    let is_free = |rect: &Rect| rect.is_within(&frame) && taken.iter().all(|it| !rect.overlaps(it));
    if !frame.contains(centre) || !is_free(&dot) {
        return None;
    }
    let size = (city_width(name) * scale, HEIGHT * scale);
    Side::ALL.into_iter().find_map(|side| {
        let rect = label_rect(centre, radius, size, side, GAP * 0.6);
        // Names of the campaign's cities are a little higher than they are reckoned with.
        let airy = Rect { y: rect.y - AIR * scale, height: rect.height + 2.0 * AIR * scale, ..rect };
        is_free(&airy).then(|| (side, rect.union(&dot)))
    })
}

/// The width of a city's name: letters of 11 px.
fn city_width(name: &str) -> f64 {
    estimated_width(name) * 11.0 / 13.0
}

/// The width of a sea's name: slanted letters of 12 px, apart from each other.
fn wide_width(name: &str) -> f64 {
    estimated_width(name) * 12.0 / 13.0 + 1.2 * letters(name)
}

/// The width of a country's name, which the style sheet sets in capitals of 11 px, apart from each other.
fn capitals_width(name: &str) -> f64 {
    10.0 * letters(name)
}

#[expect(clippy::cast_precision_loss, reason = "the length of a name")]
fn letters(name: &str) -> f64 {
    name.chars().count() as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{LandmarkName, Lang, Localized};
    use crate::scene::Camera;

    fn viewport(lon: f64, lat: f64, zoom: f64) -> Viewport {
        Viewport { camera: Camera { lon, lat, zoom }, width: 1000.0, height: 600.0, text_scale: 1.0 }
    }

    fn landmark(name: &str, site: Site) -> Landmark {
        Landmark { name: LandmarkName::Given(Localized::same(name)), site }
    }

    fn city(name: &str, lon: f64, lat: f64, rank: u8) -> Landmark {
        landmark(name, Site::City { place: Place::from_lon_lat(lon, lat).expect("valid"), rank })
    }

    fn country(name: &str, rows: &[(f64, f64, f64)]) -> Landmark {
        let rows = rows.iter().map(|&(lat, west, east)| Row { lat, west, east }).collect();
        landmark(name, Site::Country(rows))
    }

    fn placed(landmarks: &[Landmark], viewport: &Viewport, taken: &[Rect]) -> Vec<BackgroundName> {
        let name_of = |landmark: &Landmark| match &landmark.name {
            LandmarkName::Given(name) => name.get(Lang::Pl).to_owned(),
            LandmarkName::Country(_) => "?".to_owned(),
        };
        let names: Vec<String> = landmarks.iter().map(name_of).collect();
        background(landmarks, &names, &[], viewport, &mut taken.to_vec())
    }

    #[test]
    fn a_country_is_named_in_the_part_of_it_that_is_seen() {
        let germany = [country("Niemcy", &[(51.0, 6.0, 15.0), (50.0, 6.1, 12.0)])];
        let whole = placed(&germany, &viewport(10.0, 51.0, 5.0), &[]);
        assert!((whole[0].place.lon() - 10.5).abs() < 0.3, "{whole:?}");
        // At zoom 7 the picture is 11 degrees wide, and begins at 11.5 degrees: of the country it has the east.
        let east = placed(&germany, &viewport(17.0, 51.0, 7.0), &[]);
        assert!((east[0].place.lon() - 13.25).abs() < 0.1, "{east:?}");
        assert_eq!(placed(&germany, &viewport(24.0, 51.0, 7.0), &[]), []);
    }

    #[test]
    fn a_country_too_small_for_its_name_has_none() {
        let small = [country("Luksemburg", &[(49.7, 5.8, 6.4)])];
        assert_eq!(placed(&small, &viewport(6.0, 50.0, 6.0), &[]), []);
        assert_eq!(placed(&small, &viewport(6.0, 50.0, 9.0), &[]).len(), 1);
    }

    #[test]
    fn a_name_goes_to_another_row_where_the_first_is_taken() {
        let germany = [country("Niemcy", &[(51.0, 6.0, 15.0), (49.0, 7.0, 13.0)])];
        let view = viewport(10.0, 51.0, 6.0);
        let first = view.position(Place::from_lon_lat(10.0, 51.0).expect("valid"));
        let band = Rect { x: 0.0, y: first.y - 20.0, width: 1000.0, height: 40.0 };
        assert!((placed(&germany, &view, &[band])[0].place.lat() - 49.0).abs() < 1e-9);
        let all = Rect { x: 0.0, y: 0.0, width: 1000.0, height: 600.0 };
        assert_eq!(placed(&germany, &view, &[all]), []);
    }

    #[test]
    fn cities_come_with_the_zoom_by_their_rank() {
        let cities = [city("Berlin", 10.0, 50.0, 1), city("Drezno", 11.0, 50.0, 2), city("Opole", 12.0, 50.0, 3)];
        let named = |zoom: f64| -> Vec<String> {
            placed(&cities, &viewport(11.0, 50.0, zoom), &[]).into_iter().map(|it| it.name).collect()
        };
        assert_eq!(named(3.5), Vec::<String>::new());
        assert_eq!(named(5.0), ["Berlin"]);
        assert_eq!(named(6.5), ["Berlin", "Drezno"]);
        assert_eq!(named(7.0), ["Berlin", "Drezno", "Opole"]);
    }

    #[test]
    fn a_city_of_the_campaign_stands_for_one_that_is_near() {
        let catalog = crate::domain::sample::catalog();
        let view = crate::domain::View::of(&catalog, crate::domain::Period::All, crate::domain::Filter::default());
        let mut marker = crate::scene::compose(&catalog, &view, None, Lang::Pl).markers.remove(0);
        marker.place = Place::from_lon_lat(5.9, 51.9).expect("valid");
        let cities = [city("Arnhem", 5.91, 52.0, 2), city("Utrecht", 5.12, 52.09, 2)];
        let names = ["Arnhem", "Utrecht"];
        let view = viewport(5.5, 52.0, 8.0);
        let found = background(&cities, &names.map(str::to_owned), &[marker], &view, &mut Vec::new());
        assert_eq!(found.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["Utrecht"]);
    }

    #[test]
    fn a_line_is_covered_from_end_to_end() {
        let catalog = crate::domain::sample::catalog();
        let period = crate::domain::Period::Year(2017);
        let view = crate::domain::View::of(&catalog, period, crate::domain::Filter::default());
        let scene = crate::scene::compose(&catalog, &view, None, Lang::Pl);
        let line = scene.lines.first().expect("a line");
        let view = viewport(line.from.lon(), line.from.lat(), 6.0);
        let squares = along(std::slice::from_ref(line), &view);
        assert!(squares[0].contains(view.position(line.from)));
        let gap = |pair: &[Rect]| (pair[1].x - pair[0].x).hypot(pair[1].y - pair[0].y);
        assert!(squares.len() > 20 && squares.windows(2).all(|pair| gap(pair) <= 12.0 + 1e-6));
        assert!(squares.iter().all(|square| square.overlaps(&view.frame())));
    }

    #[test]
    fn no_name_covers_another_and_none_is_cut() {
        let cities: Vec<Landmark> =
            (0..40).map(|index| city("Miasto", 5.0 + f64::from(index) * 0.4, 50.0 + f64::from(index % 3), 1)).collect();
        for zoom in [4.5, 6.0, 8.0] {
            let view = viewport(11.0, 51.0, zoom);
            let mut taken = Vec::new();
            let names = background(&cities, &vec!["Miasto".to_owned(); cities.len()], &[], &view, &mut taken);
            assert!(names.len() > 2);
            for (index, a) in taken.iter().enumerate() {
                assert!(a.is_within(&view.frame()));
                assert!(taken[index + 1..].iter().all(|b| !a.overlaps(b)), "zoom {zoom}");
            }
        }
    }
}
