//! Moves symbols apart that would hide each other.

use super::{Marker, Pixel};

/// The distance that the middles of two symbols should have, in CSS px where text is 16 px large: two targets of 24 px
/// so far apart share at most a quarter of their areas.
const DISTANCE: f64 = 18.0;

/// How far a symbol may be moved, as a part of its radius: its city's place stays under it.
const MOST: f64 = 0.9;

/// Sets the `shift` of each marker for a map at `zoom`, where text is `text_scale` times 16 CSS px large.
///
/// Pairs that are too close push each other away along the line between them, a few times over, as in a
/// force-directed layout. What is moved depends on the zoom alone, so nothing stirs while the map is dragged.
pub fn move_apart(markers: &mut [Marker], zoom: f64, text_scale: f64) {
    const ROUNDS: usize = 12;
    let places: Vec<Pixel> = markers.iter().map(|marker| Pixel::of(marker.place, zoom)).collect();
    let mut shifts = vec![(0.0, 0.0); markers.len()];
    for _ in 0..ROUNDS {
        for b in 1..markers.len() {
            for a in 0..b {
                let radii = markers[a].role.radius() + markers[b].role.radius();
                let wanted = DISTANCE.max(0.9 * radii) * text_scale;
                let dx = places[b].x + shifts[b].0 - places[a].x - shifts[a].0;
                let dy = places[b].y + shifts[b].1 - places[a].y - shifts[a].1;
                let distance = dx.hypot(dy);
                if distance >= wanted {
                    continue;
                }
                // At the very same place any direction will do.
                let (ux, uy) = if distance > 0.01 { (dx / distance, dy / distance) } else { (1.0, 0.0) };
                let half = (wanted - distance) / 2.0;
                for (index, sign) in [(a, -1.0), (b, 1.0)] {
                    let most = MOST * markers[index].role.radius() * text_scale;
                    let (x, y) = (shifts[index].0 + sign * half * ux, shifts[index].1 + sign * half * uy);
                    let length = x.hypot(y).max(most);
                    shifts[index] = (x * most / length, y * most / length);
                }
            }
        }
    }
    for (marker, shift) in markers.iter_mut().zip(shifts) {
        marker.shift = shift;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Filter, Lang, Period, Place, View, sample};
    use crate::scene::{Role, compose};

    fn pair(degrees: f64) -> Vec<Marker> {
        let catalog = sample::catalog();
        let view = View::of(&catalog, Period::All, Filter::default());
        let mut markers = compose(&catalog, &view, None, Lang::Pl).markers;
        markers.truncate(2);
        for (marker, lon) in markers.iter_mut().zip([20.0, 20.0 + degrees]) {
            marker.place = Place::from_lon_lat(lon, 51.0).expect("valid");
            marker.role = Role::Host(1);
        }
        markers
    }

    fn distance(markers: &[Marker], zoom: f64) -> f64 {
        let at = |marker: &Marker| {
            let Pixel { x, y } = Pixel::of(marker.place, zoom);
            (x + marker.shift.0, y + marker.shift.1)
        };
        let (a, b) = (at(&markers[0]), at(&markers[1]));
        (a.0 - b.0).hypot(a.1 - b.1)
    }

    #[test]
    fn close_symbols_are_moved_apart_and_their_places_stay_under_them() {
        for degrees in [0.0, 0.05, 0.2] {
            let mut markers = pair(degrees);
            move_apart(&mut markers, 5.0, 1.0);
            let reach = 2.0 * MOST * 7.5;
            assert!(distance(&markers, 5.0) >= DISTANCE.min(reach) - 0.1, "{degrees}");
            assert!(markers.iter().all(|marker| marker.shift.0.hypot(marker.shift.1) <= MOST * 7.5 + 1e-9));
        }
    }

    #[test]
    fn what_has_room_stays_where_it_is() {
        let mut markers = pair(0.2);
        move_apart(&mut markers, 9.0, 1.0);
        assert!(markers.iter().all(|marker| marker.shift == (0.0, 0.0)));
    }
}
