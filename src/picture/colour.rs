//! The colours of a picture, by what they are for.

/// What is coloured: the page's tokens by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// What a page is printed on.
    Paper,
    /// Boxes upon the map.
    Surface,
    /// Text.
    Ink,
    /// Text of less weight.
    Soft,
    /// Thin lines between texts.
    Rule,
    /// Hosts.
    Host,
    /// Guests, and their lines.
    Guest,
    /// The sea.
    Sea,
    /// Names of seas.
    Water,
    /// Land.
    Land,
    /// The host country.
    Home,
    /// Shores.
    Coast,
    /// Borders of countries.
    Border,
    /// Borders of regions.
    Region,
    /// Around names, so that they stand out.
    Halo,
}

/// Where the colours come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// From the page that the picture stands in: its tokens.
    Page,
    /// Dark on light, written into the picture.
    Light,
    /// Light on dark, written into the picture.
    Dark,
}

impl Ink {
    /// Each of them: its token in the style sheet, and what that is in light and in dark.
    const ALL: [(Self, &'static str, &'static str, &'static str); 15] = [
        (Self::Paper, "var(--paper)", "#fbf9f5", "#161513"),
        (Self::Surface, "var(--surface)", "#fff", "#1f1d1a"),
        (Self::Ink, "var(--ink)", "#1d1b18", "#f2eee7"),
        (Self::Soft, "var(--ink-soft)", "#5c564d", "#b9b2a6"),
        (Self::Rule, "var(--rule)", "#ddd6c9", "#3b3732"),
        (Self::Host, "var(--host)", "#b3261e", "#ff8a78"),
        (Self::Guest, "var(--guest)", "#125e8a", "#86c5ee"),
        (Self::Sea, "var(--sea)", "#e3eaec", "#0f1417"),
        (Self::Water, "var(--water)", "#47646f", "#8ba6b1"),
        (Self::Land, "var(--land)", "#f0ece3", "#211f1c"),
        (Self::Home, "var(--home)", "#fffefa", "#2d2a26"),
        (Self::Coast, "var(--coast)", "#c3ccce", "#3a4145"),
        (Self::Border, "var(--border)", "#b5ab9b", "#5d564c"),
        (Self::Region, "var(--region)", "#ddd5c7", "#423d36"),
        // The page's is a little transparent, which editors of SVG do not all read.
        (Self::Halo, "var(--halo)", "#fffefa", "#211f1c"),
    ];

    /// The value of an SVG attribute such as `fill`.
    #[must_use]
    pub fn value(self, colours: Colours) -> &'static str {
        let (_, token, light, dark) = Self::ALL[self as usize];
        match colours {
            Colours::Page => token,
            Colours::Light => light,
            Colours::Dark => dark,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_ink_stands_at_its_own_place() {
        for (index, (ink, ..)) in Ink::ALL.into_iter().enumerate() {
            assert_eq!(ink as usize, index);
        }
    }

    #[test]
    fn the_colours_are_the_pages() {
        let styles = include_str!("../../public/styles.css");
        let (light, rest) = styles.split_once("@media (prefers-color-scheme: dark)").expect("a dark theme");
        let (dark, _) = rest.split_once("@media (prefers-contrast: more)").expect("more contrast");
        let token = |styles: &str, name: &str| {
            let after = styles.split_once(&format!("{name}: ")).unwrap_or_else(|| panic!("no {name}")).1;
            after.split(';').next().unwrap_or_default().to_owned()
        };
        for (ink, name, in_light, in_dark) in Ink::ALL {
            let name = name.trim_start_matches("var(").trim_end_matches(')');
            let (wanted_light, wanted_dark) = (token(light, name), token(dark, name));
            let opaque = |colour: String| if ink == Ink::Halo { colour[..7].to_owned() } else { colour };
            assert_eq!((in_light, in_dark), (&*opaque(wanted_light), &*opaque(wanted_dark)), "{name}");
        }
    }
}
