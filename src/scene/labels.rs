//! Where names stand so that they cover neither each other nor a city.

use crate::domain::sort_by;

use super::{Marker, Pixel, Rect, Role, Stress, Viewport};

/// The side of its symbol on which a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// To the right.
    East,
    /// To the left.
    West,
    /// Above.
    North,
    /// Below.
    South,
}

impl Side {
    /// Every side, the best first.
    pub const ALL: [Self; 4] = [Self::East, Self::West, Self::North, Self::South];
}

/// The height of a name in CSS px, with the air that it needs, where text is 16 px large.
const HEIGHT: f64 = 18.0;

/// Between a symbol and its name, in CSS px.
pub(super) const GAP: f64 = 5.0;

/// Sets the `label` of each marker for a picture where `covered` is taken by other things; `width_of` gives a name's
/// width in CSS px where text is 16 px large.
///
/// Greedy point-feature labelling: the more important a city, the earlier it chooses its first free side (selected
/// before others, hosts with many meetings before hosts with few, hosts before guests, then by id). A name that then
/// fits on no side may turn one name that is in its way to another side of its city. What fits even so nowhere is left
/// out; it is still in the lists. A city outside the picture has its name outside of it, too, so that it is there when the
/// picture is moved. Gives the places that symbols and names take now.
pub fn place_labels(
    markers: &mut [Marker],
    viewport: &Viewport,
    covered: &[Rect],
    width_of: impl Fn(&str) -> f64,
) -> Vec<Rect> {
    let mut order: Vec<usize> = (0..markers.len()).collect();
    let rank = |index: usize| (importance(&markers[index]), markers[index].id.as_str());
    sort_by(&mut order, |&a, &b| rank(a).cmp(&rank(b)));
    let sites: Vec<Site> = markers.iter().map(|marker| Site::of(marker, viewport, &width_of)).collect();
    let board = Board { sites: &sites, frame: viewport.frame(), covered };
    let mut names: Vec<Name> = vec![None; markers.len()];
    for &index in &order {
        names[index] = board.free(index, &names, None);
    }
    for &index in &order {
        if names[index].is_none() {
            board.make_room(index, &mut names);
        }
    }
    for (marker, name) in markers.iter_mut().zip(&names) {
        marker.label = name.map(|(side, _)| side);
    }
    let taken = names.iter().flatten().map(|(_, rect)| *rect);
    sites.iter().map(|site| site.symbol).chain(taken).collect()
}

/// Where a name stands, if it does.
type Name = Option<(Side, Rect)>;

/// A symbol in the picture, and how large its name is.
pub(super) struct Site {
    pub(super) symbol: Rect,
    pub(super) centre: Pixel,
    pub(super) radius: f64,
    pub(super) size: (f64, f64),
}

impl Site {
    pub(super) fn of(marker: &Marker, viewport: &Viewport, width_of: &dyn Fn(&str) -> f64) -> Self {
        let scale = viewport.text_scale;
        let Pixel { x, y } = viewport.position(marker.place);
        let centre = Pixel { x: x + marker.shift.0, y: y + marker.shift.1 };
        let radius = marker.role.radius() * scale;
        let size = (width_of(&marker.name) * scale, HEIGHT * scale);
        Self { symbol: Rect::around(centre, radius), centre, radius, size }
    }
}

/// The picture in which names are placed.
struct Board<'a> {
    sites: &'a [Site],
    frame: Rect,
    covered: &'a [Rect],
}

impl Board<'_> {
    /// The place of a name on a side, if nothing but names may be in its way there.
    fn place(&self, index: usize, side: Side) -> Option<Rect> {
        let city = &self.sites[index];
        let rect = label_rect(city.centre, city.radius, city.size, side, GAP);
        let is_whole = if self.frame.contains(city.centre) {
            rect.is_within(&self.frame) && self.covered.iter().all(|it| !rect.overlaps(it))
        } else {
            !rect.overlaps(&self.frame)
        };
        let is_free = |(other, it): (usize, &Site)| other == index || !rect.overlaps(&it.symbol);
        (is_whole && self.sites.iter().enumerate().all(is_free)).then_some(rect)
    }

    /// The first side on which a name has room beside all others and beside `kept`.
    fn free(&self, index: usize, names: &[Name], kept: Option<Rect>) -> Name {
        Side::ALL.into_iter().find_map(|side| {
            let rect = self.place(index, side)?;
            let is_free = in_the_way(&rect, index, names).next().is_none() && kept.is_none_or(|it| !rect.overlaps(&it));
            is_free.then_some((side, rect))
        })
    }

    /// Names a city for which another name has to turn.
    fn make_room(&self, index: usize, names: &mut [Name]) {
        for side in Side::ALL {
            let Some(rect) = self.place(index, side) else { continue };
            let mut others = in_the_way(&rect, index, names);
            let (Some(other), None) = (others.next(), others.next()) else { continue };
            drop(others);
            if let Some(turned) = self.free(other, names, Some(rect)) {
                names[other] = Some(turned);
                names[index] = Some((side, rect));
                return;
            }
        }
    }
}

/// Whose names are in the way of one that is to stand here.
fn in_the_way(rect: &Rect, index: usize, names: &[Name]) -> impl Iterator<Item = usize> {
    let is_there =
        move |&(other, name): &(usize, &Name)| other != index && name.is_some_and(|(_, taken)| rect.overlaps(&taken));
    names.iter().enumerate().filter(is_there).map(|(other, _)| other)
}

/// The width of a name in CSS px, estimated for the map's label font (13 px, semi-bold) on the generous side, so
/// that no canvas has to be asked.
#[must_use]
pub fn estimated_width(name: &str) -> f64 {
    name.chars()
        .map(|letter| match letter {
            'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | ' ' | '-' | '.' | 'ł' => 5.2,
            'm' | 'w' | 'M' | 'W' => 11.5,
            'A'..='Z' | 'Ł' | 'Ś' | 'Ż' | 'Ź' | 'Ć' | 'Ó' => 9.6,
            _ => 7.8,
        })
        .sum()
}

/// Smaller is more important.
pub(super) fn importance(marker: &Marker) -> (bool, usize) {
    let rank = match marker.role {
        Role::Host(meetings) => usize::MAX - 1 - meetings.min(1000),
        Role::Guest => usize::MAX,
    };
    (marker.stress != Stress::Strong, rank)
}

/// The place of a name of this size on a side of a symbol, with `gap` CSS px between them (above and below, half of it).
pub(super) fn label_rect(centre: Pixel, radius: f64, (width, height): (f64, f64), side: Side, gap: f64) -> Rect {
    let (x, y) = match side {
        Side::East => (centre.x + radius + gap, centre.y - height / 2.0),
        Side::West => (centre.x - radius - gap - width, centre.y - height / 2.0),
        Side::North => (centre.x - width / 2.0, centre.y - radius - gap / 2.0 - height),
        Side::South => (centre.x - width / 2.0, centre.y + radius + gap / 2.0),
    };
    Rect { x, y, width, height }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Filter, Lang, Period, Place, View, sample};
    use crate::scene::compose;

    use crate::scene::Camera;

    fn viewport(zoom: f64) -> Viewport {
        let camera = Camera { lon: 12.0, lat: 50.0, zoom };
        Viewport { camera, width: 1000.0, height: 600.0, text_scale: 1.0 }
    }

    fn width(name: &str) -> f64 {
        8.0 * f64::from(u32::try_from(name.chars().count()).expect("a short name"))
    }

    /// A row of `n` cities, `step` degrees of longitude apart.
    fn row(n: u32, step: f64) -> Vec<Marker> {
        let catalog = sample::catalog();
        let sample =
            compose(&catalog, &View::of(&catalog, Period::All, Filter::default()), None, Lang::Pl).markers.remove(0);
        let at = |index: u32| Marker {
            id: format!("city-{index:02}"),
            place: Place::from_lon_lat(10.0 + f64::from(index) * step, 50.0).expect("valid"),
            role: Role::Guest,
            ..sample.clone()
        };
        (0..n).map(at).collect()
    }

    /// Two cities beside each other in a picture, the second where the first has its name, and where both would be.
    fn corner() -> (Vec<Marker>, Viewport, Pixel) {
        let (mut markers, view) = (row(2, 0.0), viewport(6.0));
        markers[1].shift = (90.0, 0.0);
        markers[0].name = "12345678".into();
        markers[1].name = "12345".into();
        let at = view.position(markers[1].place);
        (markers, view, at)
    }

    #[test]
    fn a_lone_city_is_named_to_its_right() {
        let mut markers = row(1, 1.0);
        place_labels(&mut markers, &viewport(6.0), &[], width);
        assert_eq!(markers[0].label, Some(Side::East));
    }

    #[test]
    fn no_two_names_overlap_at_any_zoom() {
        for step in [0.01, 0.1, 0.5, 1.0] {
            for zoom in [3.0, 5.0, 6.5, 9.0] {
                let mut markers = row(30, step);
                place_labels(&mut markers, &viewport(zoom), &[], width);
                let rects: Vec<Rect> = markers
                    .iter()
                    .filter_map(|marker| {
                        let centre = viewport(zoom).position(marker.place);
                        Some(label_rect(
                            centre,
                            marker.role.radius(),
                            (width(&marker.name), HEIGHT),
                            marker.label?,
                            GAP,
                        ))
                    })
                    .collect();
                assert!(!rects.is_empty());
                for (index, a) in rects.iter().enumerate() {
                    assert!(rects[index + 1..].iter().all(|b| !a.overlaps(b)), "step {step}, zoom {zoom}");
                }
            }
        }
    }

    #[test]
    fn a_name_in_the_way_turns_to_another_side() {
        let (mut markers, view, Pixel { x, y }) = corner();
        // Covered on three sides.
        let right = Rect { x: x + 100.0, y: y - 40.0, width: 200.0, height: 80.0 };
        let above = Rect { x: x + 60.0, y: y - 60.0, width: 100.0, height: 50.0 };
        let below = Rect { x: x + 60.0, y: y + 10.0, width: 100.0, height: 50.0 };
        let taken = place_labels(&mut markers, &view, &[right, above, below], width);
        assert_eq!(markers[1].label, Some(Side::West));
        assert_eq!(markers[0].label, Some(Side::West), "to the right it would be in the way");
        assert_eq!(taken.len(), 4);
        assert!(!taken[2].overlaps(&taken[3]));
        let again = place_labels(&mut markers, &view, &[right, above, below], width);
        assert_eq!(taken, again);
    }

    #[test]
    fn no_name_turns_where_both_would_not_have_room() {
        let (mut markers, view, Pixel { x, y }) = corner();
        let right = Rect { x: x + 100.0, y: y - 40.0, width: 200.0, height: 80.0 };
        let above = Rect { x: x - 160.0, y: y - 60.0, width: 320.0, height: 50.0 };
        let below = Rect { x: x - 160.0, y: y + 10.0, width: 320.0, height: 50.0 };
        let left = Rect { x: x - 160.0, y: y - 10.0, width: 140.0, height: 20.0 };
        place_labels(&mut markers, &view, &[right, above, below, left], width);
        assert_eq!((markers[0].label, markers[1].label), (Some(Side::East), None));
    }

    #[test]
    fn the_more_important_city_keeps_its_name() {
        let mut markers = row(12, 0.001);
        markers[7].stress = Stress::Strong;
        markers[3].role = Role::Host(1);
        place_labels(&mut markers, &viewport(5.0), &[], width);
        assert_eq!(markers[7].label, Some(Side::East));
        assert!(markers[3].label.is_some());
        assert!(markers.iter().any(|marker| marker.label.is_none()), "there is no room for all");
    }

    #[test]
    fn a_name_turns_away_from_what_covers_its_place() {
        let mut markers = row(1, 1.0);
        let view = viewport(6.0);
        let Pixel { x, y } = view.position(markers[0].place);
        let right = Rect { x: x + 10.0, y: y - 15.0, width: 80.0, height: 30.0 };
        place_labels(&mut markers, &view, &[right], width);
        assert_eq!(markers[0].label, Some(Side::West));
        let all = Rect { x: x - 100.0, y: y - 100.0, width: 200.0, height: 200.0 };
        place_labels(&mut markers, &view, &[all], width);
        assert_eq!(markers[0].label, None);
    }

    #[test]
    fn a_name_is_not_cut_by_the_edge_of_the_picture() {
        let mut markers = row(1, 1.0);
        let mut view = viewport(6.0);
        view.camera.lon = 10.0;
        // The city stands in the middle of a picture in which its name has room on neither side of it.
        view.width = 2.0 * width(&markers[0].name);
        place_labels(&mut markers, &view, &[], width);
        assert_eq!(markers[0].label, Some(Side::North));
        // Out of the picture nothing cuts it.
        view.camera.lon = 60.0;
        place_labels(&mut markers, &view, &[], width);
        assert_eq!(markers[0].label, Some(Side::East));
    }
}
