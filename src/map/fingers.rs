//! Who gets the fingers on the map: the map, or the page that it stands in.
//!
//! Within another page one finger scrolls that page, as it would beside the map, and two move the map. Whoever has had
//! two fingers on the map and lifts one means the map still: Leaflet, which would wait for a new touch, is told of one.

/// Whose the fingers are that touch the map at this moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fingers {
    /// The page's: the map is told nothing of them.
    #[default]
    Page,
    /// The map's, two or more.
    Two,
    /// The map's, one that it drags with.
    Map,
}

/// What a finger tried that only does something else here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tried {
    /// To move the map with one finger.
    Finger,
    /// To zoom it with the wheel alone.
    Wheel,
}

impl Fingers {
    /// So many fingers touch the map since one came; `is_shared` is whether one is the page's.
    #[must_use]
    pub fn begun(fingers: u32, is_shared: bool) -> Self {
        match fingers {
            0 | 1 if is_shared => Self::Page,
            0 | 1 => Self::Map,
            _ => Self::Two,
        }
    }

    /// Whether the map must be told that one finger has come, because the others went.
    #[must_use]
    pub fn is_left_with(self, fingers: u32) -> bool {
        self == Self::Two && fingers == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_finger_is_the_pages_only_where_the_map_stands_in_another_page() {
        assert_eq!(Fingers::begun(1, true), Fingers::Page);
        assert_eq!(Fingers::begun(1, false), Fingers::Map);
        for is_shared in [true, false] {
            assert_eq!(Fingers::begun(2, is_shared), Fingers::Two);
            assert_eq!(Fingers::begun(3, is_shared), Fingers::Two);
        }
    }

    #[test]
    fn the_map_keeps_the_last_of_two_fingers() {
        assert!(Fingers::Two.is_left_with(1));
        assert!(!Fingers::Two.is_left_with(2));
        assert!(!Fingers::Map.is_left_with(1));
        assert!(!Fingers::Page.is_left_with(1));
    }
}
