//! Every word of the interface, in each language.
//!
//! A language is one value of [`Words`] in a file or folder of its own: a word that is missing does not compile. Which
//! languages there are is said in one place, `domain/lang.rs`.

mod dates;
mod join;
mod more;
mod present;
mod reader;
mod share;
mod typography;

pub use dates::{date, years};
pub use join::{capitalised, join};
pub use more::MoreWords;
pub use present::PresentWords;
#[cfg(test)]
pub(crate) use reader::sample;
pub use reader::{Reader, campaign};
pub use share::ShareWords;
pub use typography::typeset;

use crate::domain::{Claim, DoubtKind, Lang, MeetingKind, Mode, Wind, languages};
use crate::screen::Height;

/// The words of one language. Functions take what varies: counts, names, numbers.
pub struct Words {
    /// The language's name for itself.
    pub name: &'static str,
    /// Stands for the campaign's name where the data gives none.
    pub untitled: &'static str,
    /// What the page is, below its title.
    pub lead: &'static str,
    /// The link over the header to the lists.
    pub skip_to_lists: &'static str,
    /// The button that shows the rest of the header, on a narrow screen.
    pub menu: &'static str,
    /// The handle of a phone's drawer, and how far that stands open.
    pub drawer: fn(Height) -> &'static str,
    /// Group of language buttons.
    pub language: &'static str,
    /// Group of theme buttons.
    pub theme: &'static str,
    /// Theme that follows the system.
    pub theme_auto: &'static str,
    /// Light theme.
    pub theme_light: &'static str,
    /// Dark theme.
    pub theme_dark: &'static str,

    /// The slider.
    pub year: &'static str,
    /// The timeline's region.
    pub timeline: &'static str,
    /// The button that shows all years.
    pub whole_campaign: &'static str,
    /// The button that shows one year alone.
    pub one_year: &'static str,
    /// The button that shows all years up to one.
    pub up_to: &'static str,
    /// The button that shows a window of years.
    pub window: &'static str,
    /// The slider of the first year of a window.
    pub first_year: &'static str,
    /// The slider of its last year.
    pub last_year: &'static str,
    /// The group of buttons that say which years are shown.
    pub years_shown: &'static str,
    /// What the slider says: the years shown, their number of meetings, and the themes of their editions.
    pub slider_value: fn(&str, usize, &[String]) -> String,
    /// What it calls all years together: first and last.
    pub slider_all: fn(i32, i32) -> String,
    /// The list of the meetings' marks; must not begin as the list of meetings does.
    pub marks: &'static str,
    /// Of a date without a day.
    pub day_unknown: &'static str,
    /// Of a date that sources contradict or leave open.
    pub date_uncertain: &'static str,
    /// The group of the editions' bands.
    pub edition_bands: &'static str,
    /// How many meetings are documented, of how many that sources claim.
    pub documented_of: fn(usize, Option<Claim>) -> String,
    /// The same claim beside the number that is documented, in as few signs as can be.
    pub of_claim: fn(Claim) -> String,
    /// The group of buttons that play through the years.
    pub playing: &'static str,
    /// Begins to play.
    pub play: &'static str,
    /// Stops playing for now.
    pub pause: &'static str,
    /// One year back.
    pub previous_year: &'static str,
    /// One year on.
    pub next_year: &'static str,
    /// How fast the years are played: "2×".
    pub speed: fn(&str) -> String,
    /// Plays on from the first year after the last.
    pub loop_years: &'static str,
    /// Shows the rest of these buttons, on a narrow screen.
    pub more_playing: &'static str,
    /// An edition's short name.
    pub edition: fn(u16) -> String,

    /// The map's region.
    pub map: &'static str,
    /// What the keyboard does while the map itself has the focus.
    pub map_keys: &'static str,
    /// Stands where the map cannot be drawn.
    pub map_missing: &'static str,
    /// A server of tiles failed, and another stands in for it.
    pub other_tiles: &'static str,
    /// No server of tiles answered.
    pub no_tiles: &'static str,
    /// How the map is moved where one finger scrolls the page.
    pub two_fingers: &'static str,
    /// How it is zoomed where the wheel scrolls the page.
    pub wheel_with_key: &'static str,
    /// The same as `attribution`, while the map is another's.
    pub attribution_without_map: &'static str,
    /// Stands where there is no base map.
    pub no_base_map: &'static str,
    /// Zoom in.
    pub zoom_in: &'static str,
    /// Zoom out.
    pub zoom_out: &'static str,
    /// The button that frames the host country: its name.
    pub frame_home: fn(&str) -> String,
    /// The button that frames all cities shown.
    pub frame_all: &'static str,
    /// The same, on the button; part of the longer name.
    pub frame_all_short: &'static str,
    /// The group of map buttons.
    pub map_controls: &'static str,
    /// The legend's title.
    pub legend: &'static str,
    /// A host city, in the legend.
    pub legend_host: &'static str,
    /// What a host's size says, in the legend.
    pub legend_size: &'static str,
    /// A guest's home city, in the legend.
    pub legend_guest: &'static str,
    /// A line, in the legend.
    pub legend_line: &'static str,
    /// A dashed line, in the legend.
    pub legend_dashed: &'static str,
    /// A host city on the map: name and number of meetings.
    pub marker_host: fn(&str, usize) -> String,
    /// A guest city on the map.
    pub marker_guest: fn(&str) -> String,
    /// A guest city beyond the map's edge: name, kilometres, host city.
    pub beyond_edge: fn(&str, &str, &str) -> String,

    /// What stands beside the lists.
    pub displays: &'static str,
    /// The button that displays tables.
    pub table: &'static str,
    /// The page about the data, and the button that leads there.
    pub about: &'static str,

    /// The poster.
    pub poster: &'static str,
    /// The link over the header while the page about the data is displayed.
    pub skip_to_about: &'static str,

    /// The list of meetings; nothing else may have a name that begins so.
    pub meetings: &'static str,
    /// The list of guests; nothing else may have a name that begins so.
    pub guests: &'static str,
    /// The list of editions.
    pub editions: &'static str,
    /// "10 meetings in 10 cities".
    pub meetings_in_cities: fn(usize, usize) -> String,
    /// A number of guest cities.
    pub guest_cities_count: fn(usize) -> String,
    /// A number of named guest experts.
    pub experts_count: fn(usize) -> String,
    /// A year within the campaign's span without a documented meeting.
    pub no_meetings: fn(&str) -> String,
    /// A view without a documented guest.
    pub no_guests: &'static str,
    /// An edition without a known theme.
    pub no_theme: &'static str,
    /// A city that came as a guest without a named person.
    pub nobody_named: &'static str,

    /// The part of the page for searching and filtering.
    pub find: &'static str,
    /// The search field.
    pub search: &'static str,
    /// Stands in the empty field: what may be typed.
    pub search_hint: &'static str,
    /// The button that empties the field.
    pub clear_search: &'static str,
    /// The button that unfolds the filters.
    pub filter: &'static str,
    /// How many meetings the filters leave.
    pub meetings_match: fn(usize) -> String,

    /// What kind of gathering.
    pub kind: fn(MeetingKind) -> &'static str,
    /// How a guest took part.
    pub mode: fn(Mode) -> &'static str,
    /// How something is doubtful.
    pub doubt: fn(DoubtKind) -> &'static str,
    /// Marks a record with doubts, before the names of the fields that are doubtful.
    pub uncertain: &'static str,
    /// Those names, beside the fields as the data files have them.
    pub field_names: &'static [(&'static str, &'static str)],
    /// Marks a record with doubts of many fields, or of one without a name.
    pub not_all_certain: &'static str,
    /// The heading of doubts.
    pub doubts: &'static str,

    /// Closes the detail.
    pub close: &'static str,
    /// The detail's region, before the name of what is in it.
    pub detail: &'static str,
    /// Guests of a meeting, in its detail.
    pub with_guests: &'static str,
    /// Sources.
    pub sources: &'static str,
    /// How much of a source was read.
    pub seen: &'static str,
    /// Kilometres, with the number already formatted.
    pub kilometres: fn(&str) -> String,
    /// Unfolds the sources of something.
    pub sources_and_doubts: &'static str,
    /// Where the base map and the coordinates come from.
    pub attribution: &'static str,

    /// Of years without anything.
    pub nothing_here: &'static str,
    /// The button that opens it.
    pub help_short: &'static str,
    /// The button that opens what shares the view.
    pub share: &'static str,
    /// The button that presents the campaign on stage.
    pub present: &'static str,
    /// Stands where neither the data nor the part of the app that says why has arrived.
    pub nothing_arrived: &'static str,
    /// Stands where a part of the app has not arrived yet.
    pub awaited: &'static str,
    /// Stands where it did not arrive.
    pub extras_missing: &'static str,
    /// Tries again.
    pub retry: &'static str,

    /// Directions as they follow a distance, clockwise from north.
    pub winds: [&'static str; 8],
    /// Separates thousands.
    pub thousands: char,
    /// Separates the fraction of a number.
    pub decimal_mark: char,
    /// A line does not end in these, which stand here with a space between them: words so short that they hang in the air there, abbreviations before a name.
    pub no_break_after: &'static str,
    /// Nor does a line begin with these, written in the same way: what is short and belongs to what is before it.
    pub no_break_before: &'static str,
    /// How dates are worded.
    pub(crate) dates: dates::DateWords,
}

macro_rules! words {
    ($($lang:ident $tag:literal $words:ident),+ $(,)?) => {
        $(mod $words;)+

        impl Words {
    /// What a field of a record is called, if it has a name.
    #[must_use]
    pub fn field_name(&self, field: &str) -> Option<&'static str> {
        self.field_names.iter().find(|(known, _)| *known == field).map(|(_, name)| *name)
    }

            /// The words of `lang`.
            #[must_use]
            pub fn of(lang: Lang) -> &'static Self {
                match lang {
                    $(Lang::$lang => &$words::WORDS,)+
                }
            }
        }

        impl MoreWords {
            /// The words of `lang`.
            #[must_use]
            pub fn of(lang: Lang) -> &'static Self {
                match lang {
                    $(Lang::$lang => &$words::MORE,)+
                }
            }
        }

        impl ShareWords {
            /// The words of `lang`.
            #[must_use]
            pub fn of(lang: Lang) -> &'static Self {
                match lang {
                    $(Lang::$lang => &$words::SHARE,)+
                }
            }
        }

        impl PresentWords {
            /// The words of `lang`.
            #[must_use]
            pub fn of(lang: Lang) -> &'static Self {
                match lang {
                    $(Lang::$lang => &$words::PRESENT,)+
                }
            }
        }
    };
}
// `cargo fmt` does not find a module that a macro names: `scripts/check.sh` hands it these.
languages!(words);

impl Words {
    /// A distance in kilometres: "1 146 km". Short ones have a decimal.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most half the Earth's girth")]
    pub fn distance_km(&self, km: f64) -> String {
        const SHORT: f64 = 100.0;
        let distance = if km < SHORT {
            let tenths = (km * 10.0).round() as u32;
            format!("{}{}{}", tenths / 10, self.decimal_mark, tenths % 10)
        } else {
            self.number(km.round() as u32)
        };
        (self.kilometres)(&distance)
    }

    /// A distance and a bearing in degrees: "123 km na zachód (275°)".
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0..=360")]
    pub fn way(&self, km: f64, bearing: f64) -> String {
        let degrees = bearing.round() as u32 % 360;
        let wind = self.winds[Wind::of(bearing) as usize];
        format!("{} {wind} ({degrees}°)", self.distance_km(km))
    }

    /// A number with its thousands separated, such as `2 530` in Polish.
    #[must_use]
    pub fn number(&self, value: u32) -> String {
        let digits = value.to_string();
        let mut out = String::new();
        for (index, digit) in digits.chars().enumerate() {
            // A Polish number of four digits is written together, but beside five digits a separator reads better.
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                out.push(self.thousands);
            }
            out.push(digit);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Place;

    /// Distance in kilometres and bearing in degrees by vectors in space, without a formula of the sphere's
    /// trigonometry in common with the app.
    fn by_vectors(from: (f64, f64), to: (f64, f64)) -> (f64, f64) {
        const EARTH_KM: f64 = 6371.0088;
        let unit = |(lon, lat): (f64, f64)| {
            let (lon, lat) = (lon.to_radians(), lat.to_radians());
            [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
        };
        let dot = |a: [f64; 3], b: [f64; 3]| a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
        let (a, b) = (unit(from), unit(to));
        let cross = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
        let angle = dot(cross, cross).sqrt().atan2(dot(a, b));
        let lon = from.0.to_radians();
        let east = [-lon.sin(), lon.cos(), 0.0];
        let north = [-a[2] * lon.cos(), -a[2] * lon.sin(), from.1.to_radians().cos()];
        (angle * EARTH_KM, dot(b, east).atan2(dot(b, north)).to_degrees().rem_euclid(360.0))
    }

    /// What a text says of distance and bearing.
    fn read(words: &Words, text: &str) -> (f64, f64) {
        let (km, rest) = text.split_once("\u{a0}km ").expect("a distance");
        let km: String = km.chars().filter(|&char| char.is_ascii_digit() || char == words.decimal_mark).collect();
        // A thousands separator that is the other language's decimal mark is not digits here.
        let km = km.replace(words.decimal_mark, ".").parse().expect("a number");
        let (_, bearing) = rest.split_once('(').expect("a bearing");
        (km, bearing.trim_end_matches("°)").parse().expect("degrees"))
    }

    #[test]
    fn a_way_is_told_within_a_degree_and_a_hundredth_of_the_great_circle() {
        // A linear congruential generator (Knuth, MMIX): any mixed-up numbers will do.
        let mut seed = 1_u64;
        let mut random = |from: f64, to: f64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            #[expect(clippy::cast_precision_loss, reason = "any fraction will do")]
            let fraction = (seed >> 11) as f64 / (1_u64 << 53) as f64;
            from + (to - from) * fraction
        };
        let mut told = 0;
        for round in 0..2000 {
            let from = (random(-180.0, 180.0), random(-85.0, 85.0));
            // Neighbours as well as the other side of the Earth.
            let to = if round % 2 == 0 {
                (from.0 + random(-1.0, 1.0), from.1 + random(-1.0, 1.0))
            } else {
                (random(-180.0, 180.0), random(-85.0, 85.0))
            };
            let place = |(lon, lat)| Place::from_lon_lat(lon, lat).ok();
            let Some((here, there)) = place(from).zip(place(to)) else { continue };
            let (km, bearing) = by_vectors(from, to);
            if km < 5.0 {
                continue;
            }
            told += 1;
            for lang in Lang::ALL {
                let words = Words::of(lang);
                let text = words.way(here.distance_km(there), here.bearing_to(there));
                let (told_km, told_bearing) = read(words, &text);
                assert!((told_km - km).abs() <= km * 0.01, "{text}, but {km} km");
                let apart = (told_bearing - bearing).rem_euclid(360.0);
                assert!(apart.min(360.0 - apart) <= 1.0, "{text}, but {bearing}°");
                let wind = words.winds[Wind::of(bearing.round()) as usize];
                assert!(text.contains(&format!(" {wind} (")), "{text}, but {wind}");
            }
        }
        assert!(told > 1900, "only {told} ways were told");
    }

    #[test]
    fn a_way_reads_as_a_person_would_say_it() {
        let worded = |lang, km, bearing| {
            let words = Words::of(lang);
            let way = words.way(km, bearing);
            assert!(way.starts_with(&words.distance_km(km)), "the same distance wherever it stands: {way}");
            way.replace('\u{a0}', " ")
        };
        assert_eq!(worded(Lang::Pl, 122.6, 275.2), "123 km na zachód (275°)");
        assert_eq!(worded(Lang::Pl, 16.44, 44.0), "16,4 km na północny wschód (44°)");
        assert_eq!(worded(Lang::En, 2263.0, 359.7), "2,263 km north (0°)");
    }
}
