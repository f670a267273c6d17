//! The query string: what a link says of a view, as text.
//!
//! A total function: any string is read, what is unknown or of a wrong form is left out and named in
//! [`Reading::ignored`]. Whether an id exists is known to the catalog, not here.

mod display;
mod embedding;
mod folder;
mod presenting;

pub use display::{Column, Display, Sheet, Sorting};
pub use embedding::{Embedding, Part};
pub use folder::{folder, to_link, upon};
pub use presenting::{Presenting, Presents};

use crate::domain::{CountryCode, Lang, MeetingKind, Period, Query, decimal, parse_decimal};
use crate::scene::Camera;

/// The colours that a reader chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Every theme, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// Its word in the address and in the document's `data-theme`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// What is looked at closely, by id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SubjectId {
    /// `city`
    City(String),
    /// `meeting`
    Meeting(String),
    /// `expert`
    Expert(String),
}

/// What of the programme is looked at, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilterIds {
    /// `edition`
    pub edition: Option<String>,
    /// `topic`
    pub topic: Option<String>,
    /// `country`: of guests.
    pub country: Option<CountryCode>,
    /// `kind`: of meetings.
    pub kind: Option<MeetingKind>,
    /// `q`: a text that is looked for.
    pub text: Option<Query>,
}

/// All that an address holds; the default is the address without a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Address {
    /// `year` and, with one, `mode`; without, `from` and `to`.
    pub period: Period,
    /// `city`, `meeting` or `expert`.
    pub subject: Option<SubjectId>,
    /// `edition`, `topic`, `country`, `kind` and `q`.
    pub filter: FilterIds,
    /// `camera`: zoom, latitude, longitude; only once a person moved the map.
    pub camera: Option<Camera>,
    /// `view`
    pub display: Display,
    /// `table` and `sort`, beside `view=table` only.
    pub sorting: Sorting,
    /// `lang`
    pub lang: Lang,
    /// `theme`
    pub theme: Theme,
    /// `tiles=bundled`: no other base map than the one that ships is offered.
    pub is_bundled: bool,
    /// `embed=1`: the page stands within another one; `hide`, `play`, `height` and `origin` beside it only.
    pub embedding: Embedding,
    /// `present` and `kiosk`, and what counts beside them alone; never of a page within another one.
    pub presenting: Presenting,
}

/// An address as far as it could be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// What was understood.
    pub address: Address,
    /// `key=value` of what was not.
    pub ignored: Vec<String>,
}

/// Reads a query string, with or without its `?`. Of a repeated key the last valid value counts; of `meeting`,
/// `expert` and `city` the most precise one, in this order.
#[must_use]
pub fn parse(query: &str) -> Reading {
    let mut reading = Reading::default();
    let (mut city, mut meeting, mut expert) = (None, None, None);
    let mut is_cumulative = false;
    let mut window = (None, None);
    let (mut sheet, mut sort) = (None, None);
    let (mut embedding, mut presenting) = (Embedding::default(), Presenting::default());
    for pair in query.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (key, value) = (decode(key), decode(value));
        let address = &mut reading.address;
        let understood = match key.as_str() {
            "year" => read(&mut address.period, period(&value)),
            "mode" => read(&mut is_cumulative, mode(&value)),
            "from" => read(&mut window.0, year(&value).map(Some)),
            "to" => read(&mut window.1, year(&value).map(Some)),
            "city" => read(&mut city, id(&value).map(|id| Some(SubjectId::City(id)))),
            "meeting" => read(&mut meeting, id(&value).map(|id| Some(SubjectId::Meeting(id)))),
            "expert" => read(&mut expert, id(&value).map(|id| Some(SubjectId::Expert(id)))),
            "edition" => read(&mut address.filter.edition, id(&value).map(Some)),
            "topic" => read(&mut address.filter.topic, id(&value).map(Some)),
            "country" => read(&mut address.filter.country, value.parse().ok().map(Some)),
            "kind" => read(&mut address.filter.kind, kind(&value).map(Some)),
            "q" => read(&mut address.filter.text, Query::new(&value).map(Some)),
            "camera" => read(&mut address.camera, camera(&value).map(Some)),
            "view" => read(&mut address.display, Display::ALL.into_iter().find(|display| display.tag() == value)),
            "table" => read(&mut sheet, Sheet::ALL.into_iter().find(|sheet| sheet.tag() == value).map(Some)),
            // Which columns there are is known once the table is.
            "sort" => read(&mut sort, Some(Some(value.clone()))),
            "lang" => read(&mut address.lang, Lang::from_tag(&value)),
            "theme" => read(&mut address.theme, Theme::ALL.into_iter().find(|theme| theme.tag() == value)),
            "tiles" => read(&mut address.is_bundled, (value == "bundled").then_some(true)),
            _ if let Some(understood) = presenting.read(&key, &value) => understood,
            _ => {
                embedding.read(&key, &value, |word| reading.ignored.push(format!("{key}={word}")));
                true
            }
        };
        if !understood {
            reading.ignored.push(format!("{key}={value}"));
        }
    }
    if let (Period::Year(year), true) = (reading.address.period, is_cumulative) {
        reading.address.period = Period::UpTo(year);
    }
    reading.address.period = between(&mut reading, window);
    reading.address.subject = meeting.or(expert).or(city);
    sorting(&mut reading, sheet, sort.as_deref());
    if embedding.is_embedded() {
        presenting.tell(|key, value| reading.ignored.push(format!("{key}={value}")));
        reading.address.embedding = embedding;
    } else {
        embedding.tell(|key, value| reading.ignored.push(format!("{key}={value}")));
        reading.address.presenting = presenting.settled(|key, value| reading.ignored.push(format!("{key}={value}")));
    }
    reading
}

/// Reads a window of years. Without its beginning or end it is open there; beside a year, and back in time, it says nothing.
fn between(reading: &mut Reading, window: (Option<i32>, Option<i32>)) -> Period {
    let (from, to) = match window {
        (None, None) => return reading.address.period,
        (from, to) => (from.unwrap_or(FIRST_YEAR), to.unwrap_or(LAST_YEAR)),
    };
    if reading.address.period == Period::All && from <= to {
        return Period::Between(from, to);
    }
    let ignored = [("from", window.0), ("to", window.1)];
    let ignored = ignored.into_iter().filter_map(|(key, year)| Some(format!("{key}={}", year?)));
    reading.ignored.extend(ignored);
    reading.address.period
}

/// Reads which table is displayed in which order.
fn sorting(reading: &mut Reading, sheet: Option<Sheet>, sort: Option<&str>) {
    let is_table = reading.address.display == Display::Table;
    if let Some(sheet) = sheet.filter(|_| !is_table) {
        reading.ignored.push(format!("table={}", sheet.tag()));
    }
    let sheet = sheet.unwrap_or_default();
    let sorting = sort.and_then(|sort| Sorting::from_value(sheet, sort)).filter(|_| is_table);
    if let Some(sort) = sort.filter(|_| sorting.is_none()) {
        reading.ignored.push(format!("sort={sort}"));
    }
    if is_table {
        reading.address.sorting = sorting.unwrap_or_else(|| sheet.sorted());
    }
}

/// The canonical query string, with its `?`, or nothing for the default address. `parse` reads it back.
#[must_use]
pub fn to_query(address: &Address) -> String {
    let mut query = String::new();
    // Nothing but a text needs an escape: ids are slugs, and a link that people read should have none.
    let mut append = |key: &str, value: &str| {
        query.push(if query.is_empty() { '?' } else { '&' });
        query.push_str(key);
        query.push('=');
        query.push_str(value);
    };
    match address.period {
        Period::All => {}
        Period::Year(year) | Period::UpTo(year) => append("year", &year.to_string()),
        Period::Between(from, to) => {
            append("from", &from.to_string());
            append("to", &to.to_string());
        }
    }
    if let Period::UpTo(_) = address.period {
        append("mode", "upto");
    }
    match &address.subject {
        Some(SubjectId::City(id)) => append("city", id),
        Some(SubjectId::Meeting(id)) => append("meeting", id),
        Some(SubjectId::Expert(id)) => append("expert", id),
        None => {}
    }
    let FilterIds { edition, topic, country, kind, text } = &address.filter;
    let text = text.as_ref().map(|text| encode(text.as_str()));
    for (key, value) in [
        ("edition", edition.as_deref()),
        ("topic", topic.as_deref()),
        ("country", country.as_ref().map(CountryCode::as_str)),
        ("kind", kind.map(MeetingKind::tag)),
        ("q", text.as_deref()),
    ] {
        if let Some(value) = value {
            append(key, value);
        }
    }
    if address.display != Display::default() {
        append("view", address.display.tag());
    }
    if address.display == Display::Table {
        if address.sorting.sheet != Sheet::default() {
            append("table", address.sorting.sheet.tag());
        }
        if address.sorting != address.sorting.sheet.sorted() {
            append("sort", &address.sorting.to_value());
        }
    }
    if address.lang != Lang::default() {
        append("lang", address.lang.tag());
    }
    if address.theme != Theme::default() {
        append("theme", address.theme.tag());
    }
    if address.is_bundled {
        append("tiles", "bundled");
    }
    if let Some(Camera { lon, lat, zoom }) = address.camera {
        let round = |value: f64, digits: f64| decimal((value * digits).round() / digits);
        let (zoom, lat, lon) = (round(zoom, 1e2), round(lat, 1e4), round(lon, 1e4));
        append("camera", &format!("{zoom},{lat},{lon}"));
    }
    address.embedding.tell(&mut append);
    address.presenting.tell(append);
    query
}

/// A text as a query may hold it: all escaped but unreserved characters (RFC 3986) and a few that mean nothing in a query; a
/// space as `+`.
#[must_use]
pub fn encode(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b':' | b'/' => {
                out.push(char::from(byte));
            }
            b' ' => out.push('+'),
            _ => out.extend([b'%', DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]].map(char::from)),
        }
    }
    out
}

/// A text of a query without its escapes; as it stands where they do not make UTF-8.
#[must_use]
pub fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let digit = |at: usize| char::from(*after.get(at)?).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        let escaped = digit(0).zip(digit(1)).filter(|_| first == b'%');
        let (byte, length) = match (first, escaped) {
            (_, Some((high, low))) => (high * 16 + low, 3),
            (b'+', _) => (b' ', 1),
            (byte, _) => (byte, 1),
        };
        bytes.push(byte);
        rest = rest.get(length..).unwrap_or_default();
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

fn read<T>(target: &mut T, value: Option<T>) -> bool {
    value.map(|value| *target = value).is_some()
}

fn period(value: &str) -> Option<Period> {
    match value {
        "all" => Some(Period::All),
        value => year(value).map(Period::Year),
    }
}

/// The years that an address can name, as EDTF has them: four digits, and no year 0.
const FIRST_YEAR: i32 = 1;
const LAST_YEAR: i32 = 9999;

fn year(value: &str) -> Option<i32> {
    value.parse().ok().filter(|year| (FIRST_YEAR..=LAST_YEAR).contains(year))
}

/// Whether a year is looked at with all before it.
fn mode(value: &str) -> Option<bool> {
    match value {
        "only" => Some(false),
        "upto" => Some(true),
        _ => None,
    }
}

fn kind(value: &str) -> Option<MeetingKind> {
    MeetingKind::ALL.into_iter().find(|kind| kind.tag() == value)
}

fn id(value: &str) -> Option<String> {
    value.parse::<crate::domain::Slug>().ok().map(|id| id.to_string())
}

fn camera(value: &str) -> Option<Camera> {
    let mut numbers = value.split(',').map(parse_decimal);
    let (zoom, lat, lon) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let valid = numbers.next().is_none()
        && (0.0..=20.0).contains(&zoom)
        && (-85.0..=85.0).contains(&lat)
        && (-180.0..=180.0).contains(&lon);
    valid.then_some(Camera { lon, lat, zoom })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_query_is_the_whole_campaign_in_polish() {
        assert_eq!(parse(""), Reading::default());
        assert_eq!(parse("?year=all&mode=only&lang=pl&theme=auto"), Reading::default());
        assert_eq!(parse("?mode=upto"), Reading::default(), "the whole campaign has nothing before it");
        assert_eq!(to_query(&Address::default()), "");
    }

    #[test]
    fn every_address_survives_the_way_through_a_link() {
        let subjects = [
            None,
            Some(SubjectId::City("kutno".into())),
            Some(SubjectId::Meeting("kutno-2017".into())),
            Some(SubjectId::Expert("marc-de-wit".into())),
        ];
        let filter = FilterIds {
            edition: Some("3".into()),
            topic: Some("film-i-media".into()),
            country: Some("NL".parse().expect("a code")),
            kind: Some(MeetingKind::Workshop),
            text: Query::new("Łódź & „100%” +1 #?=/"),
        };
        for period in [Period::All, Period::Year(2016), Period::UpTo(2016), Period::Between(2015, 2016)] {
            for subject in &subjects {
                for lang in Lang::ALL {
                    for theme in Theme::ALL {
                        for camera in [None, Some(Camera { lon: -4.25, lat: 55.5, zoom: 6.25 })] {
                            for filter in [FilterIds::default(), filter.clone()] {
                                let subject = subject.clone();
                                let address =
                                    Address { period, subject, filter, camera, lang, theme, ..Address::default() };
                                let reading = parse(&to_query(&address));
                                assert_eq!(reading, Reading { address, ignored: vec![] });
                            }
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn so_does_each_of_a_thousand_addresses_taken_at_random() {
        // A linear congruential generator (Knuth, MMIX): any mixed-up numbers will do.
        let mut seed = 1_u64;
        let mut below = |most: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(seed >> 33).unwrap_or(0) % most
        };
        let letters: Vec<char> = "aZ09-._~ +&=%?#/ąŁß„”😀\u{301}\u{a0}".chars().collect();
        let ids = ["a", "tel-aviv", "skarzysko-kamienna-2017", "3"].map(str::to_owned);
        for _ in 0..1000 {
            let mut id = || ids[below(ids.len())].clone();
            let subject =
                [None, Some(SubjectId::City(id())), Some(SubjectId::Meeting(id())), Some(SubjectId::Expert(id()))];
            let (edition, topic) = (Some(id()), Some(id()));
            let year = i32::try_from(1 + below(9999)).unwrap_or(1);
            let period = [Period::All, Period::Year(year), Period::UpTo(year), Period::Between(year - 1, year)];
            let text: String = (0..below(100)).map(|_| letters[below(letters.len())]).collect();
            #[expect(clippy::cast_precision_loss, reason = "small numbers")]
            let mut number = |most: usize, digits: f64| below(most) as f64 / digits;
            let camera = Camera {
                lon: number(3_600_000, 1e4) - 180.0,
                lat: number(1_700_000, 1e4) - 85.0,
                zoom: number(2000, 1e2),
            };
            let address = Address {
                period: period[below(3)],
                subject: subject[below(4)].clone(),
                filter: FilterIds {
                    edition: edition.filter(|_| below(2) == 0),
                    topic: topic.filter(|_| below(2) == 0),
                    country: [None, "NL".parse().ok(), "PL".parse().ok()][below(3)],
                    kind: [None, Some(MeetingKind::Meeting), Some(MeetingKind::Workshop)][below(3)],
                    text: Query::new(&text),
                },
                camera: Some(camera).filter(|_| below(2) == 0),
                lang: Lang::ALL[below(Lang::ALL.len())],
                theme: Theme::ALL[below(3)],
                ..Address::default()
            };
            let query = to_query(&address);
            assert!(query.bytes().all(|byte| byte.is_ascii_graphic()), "{query}");
            let reading = parse(&query);
            assert_eq!(to_query(&reading.address), query);
            let close = |a: f64, b: f64| (a - b).abs() < 1e-9;
            let is_same = |a: Camera, b: Camera| close(a.lon, b.lon) && close(a.lat, b.lat) && close(a.zoom, b.zoom);
            assert_eq!(reading.address.camera.is_some(), address.camera.is_some(), "{query}");
            assert!(reading.address.camera.zip(address.camera).is_none_or(|(a, b)| is_same(a, b)), "{query}");
            let expected = Address { camera: reading.address.camera, ..address };
            assert_eq!(reading, Reading { address: expected, ignored: vec![] }, "{query}");
        }
    }

    #[test]
    fn a_text_is_escaped_and_without_letters_ignored() {
        let text = |query: &str| parse(query).address.filter.text.map(|text| text.as_str().to_owned());
        assert_eq!(text("?q=Tel%20Awiw"), Some("Tel Awiw".to_owned()));
        assert_eq!(text("?q=++Tel+Awiw+"), Some("Tel Awiw".to_owned()));
        assert_eq!(to_query(&parse("?q=%c5%81%C3%B3d%C5%BA%2C+a%26b").address), "?q=%C5%81%C3%B3d%C5%BA%2C+a%26b");
        assert_eq!(parse("?q=+&q=%E2%80%93").ignored, ["q= ", "q=–"]);
    }

    #[test]
    fn a_table_and_its_order_belong_to_the_view_that_has_them() {
        for display in Display::ALL {
            for sheet in Sheet::ALL.into_iter().take(if display == Display::Table { 4 } else { 1 }) {
                let address = Address { display, sorting: sheet.sorted(), ..Address::default() };
                assert_eq!(parse(&to_query(&address)), Reading { address, ignored: vec![] });
            }
        }
        let table = |query| (to_query(&parse(query).address), parse(query).ignored);
        assert_eq!(table("?sort=-date&view=table"), ("?view=table&sort=-date".to_owned(), vec![]));
        assert_eq!(table("?view=table&table=cities&sort=city"), ("?view=table&table=cities".into(), vec![]));
        assert_eq!(table("?view=table&sort=facts"), ("?view=table".into(), vec!["sort=facts".to_owned()]));
        assert_eq!(
            table("?table=cities&sort=city"),
            (String::new(), vec!["table=cities".to_owned(), "sort=city".to_owned()])
        );
    }

    #[test]
    fn bad_values_and_unknown_keys_are_left_out_and_named() {
        let reading =
            parse("?year=MMXVI&city=%C5%81%c3%B3dź&lang=tlh&camera=1,2&utm_source=x&year=2016&camera=NaN,1,1");
        assert_eq!(reading.address, Address { period: Period::Year(2016), ..Address::default() });
        assert_eq!(
            reading.ignored,
            ["year=MMXVI", "city=Łódź", "lang=tlh", "camera=1,2", "utm_source=x", "camera=NaN,1,1"]
        );
    }

    #[test]
    fn reading_what_was_written_changes_nothing() {
        for query in ["", "?", "?&&&", "?year=2016&year=all", "?%ff%00=1&city=kutno&expert=x", "??year=2014", "?a=b=c"]
        {
            let canonical = to_query(&parse(query).address);
            assert_eq!(to_query(&parse(&canonical).address), canonical, "{query}");
        }
    }
}
