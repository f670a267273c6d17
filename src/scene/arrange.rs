//! Puts everything of a scene in its place, for one look at the map.

use super::{EdgeHint, Marker, Rect, Scene, Viewport, along, edge_hints, estimated_width, move_apart, place_labels};

/// Leads cities that have no room for their names to where there is some: [`super::lead_names`], where it is at hand.
pub type LeadNames = fn(&mut [Marker], &Viewport, &mut Vec<Rect>);

/// Moves symbols apart, names cities beyond the edge, and then those in the picture, where none of it lies upon what is
/// `covered`; a line to a name may cross what lines of guests take. Gives the names at the edge, and what is taken now.
pub fn arrange(
    scene: &mut Scene,
    viewport: &Viewport,
    covered: &[Rect],
    lead: Option<LeadNames>,
) -> (Vec<EdgeHint>, Vec<Rect>) {
    move_apart(&mut scene.markers, viewport.camera.zoom, viewport.text_scale);
    let hints = edge_hints(scene, viewport, covered);
    let mut covered = covered.to_vec();
    covered.extend(hints.iter().map(|hint| hint.rect));
    let mut taken = place_labels(&mut scene.markers, viewport, &covered, estimated_width);
    taken.append(&mut covered);
    if let Some(lead) = lead {
        lead(&mut scene.markers, viewport, &mut taken);
    }
    taken.extend(along(&scene.lines, viewport));
    (hints, taken)
}
