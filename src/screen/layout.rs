//! Which parts of the page stand beside each other, and which below each other.

/// How the page is laid out. What counts is how much text fits on the screen: a small screen, a large zoom and large
/// letters come to the same. Media queries know the first two alone, so the style sheet is told by this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// The page is the screen, and the panel beside the map scrolls.
    Wide,
    /// A phone on its side: the same on less room.
    Side,
    /// A phone held upright: the panel is a drawer below the map.
    Drawer,
    /// A tablet held upright: map and slider stay in sight above the lists.
    Tall,
    /// Too small for any of these: one thing below the other.
    Flow,
}

/// The size of text that most browsers begin with, in CSS px.
const LETTER: f64 = 16.0;

impl Layout {
    /// The layout for a window of so many CSS px, with text of a scale (1 for 16 px).
    #[must_use]
    pub fn of(width: f64, height: f64, text_scale: f64) -> Self {
        let (width, height) = (width / LETTER / text_scale, height / LETTER / text_scale);
        if width >= 60.0 && height >= 34.0 {
            Self::Wide
        } else if width > height {
            if width >= 34.0 && height >= 18.0 { Self::Side } else { Self::Flow }
        } else if height < 34.0 {
            Self::Flow
        } else if width < 45.0 {
            Self::Drawer
        } else {
            Self::Tall
        }
    }

    /// Its names for the style sheet.
    #[must_use]
    pub fn tags(self) -> &'static str {
        match self {
            Self::Wide => "wide",
            Self::Side => "narrow side",
            Self::Drawer => "narrow drawer",
            Self::Tall => "narrow tall",
            Self::Flow => "narrow flow",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_screen_has_the_layout_that_fits() {
        for (width, height, layout) in [
            (1280.0, 800.0, Layout::Wide),
            (3840.0, 2160.0, Layout::Wide),
            (768.0, 1024.0, Layout::Tall),
            (390.0, 844.0, Layout::Drawer),
            (360.0, 740.0, Layout::Drawer),
            (320.0, 640.0, Layout::Drawer),
            (740.0, 360.0, Layout::Side),
            (568.0, 320.0, Layout::Side),
            (320.0, 480.0, Layout::Flow),
            (320.0, 200.0, Layout::Flow),
        ] {
            assert_eq!(Layout::of(width, height, 1.0), layout, "{width} by {height}");
        }
    }

    #[test]
    fn large_letters_are_a_small_screen() {
        assert_eq!(Layout::of(1280.0, 800.0, 2.0), Layout::of(640.0, 400.0, 1.0));
        assert_eq!(Layout::of(1280.0, 800.0, 2.0), Layout::Side);
        assert_eq!(Layout::of(360.0, 740.0, 2.0), Layout::Flow);
        assert_eq!(Layout::of(1280.0, 800.0, 4.0), Layout::Flow);
    }
}
