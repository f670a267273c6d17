//! The query string: what a link says of a view, as text.
//!
//! A total function: any string is read, what is unknown or of a wrong form is left out and named in
//! [`Reading::ignored`]. Whether an id exists is known to the catalog, not here.

use crate::domain::{CountryCode, Lang, MeetingKind, Period, decimal, parse_decimal};
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
}

/// All that an address holds; the default is the address without a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Address {
    /// `year` and, with one, `mode`.
    pub period: Period,
    /// `city`, `meeting` or `expert`.
    pub subject: Option<SubjectId>,
    /// `edition`, `topic`, `country` and `kind`.
    pub filter: FilterIds,
    /// `camera`: zoom, latitude, longitude; only once a person moved the map.
    pub camera: Option<Camera>,
    /// `lang`
    pub lang: Lang,
    /// `theme`
    pub theme: Theme,
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
    for pair in query.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (key, value) = (decode(key), decode(value));
        let address = &mut reading.address;
        let understood = match key.as_str() {
            "year" => read(&mut address.period, period(&value)),
            "mode" => read(&mut is_cumulative, mode(&value)),
            "city" => read(&mut city, id(&value).map(|id| Some(SubjectId::City(id)))),
            "meeting" => read(&mut meeting, id(&value).map(|id| Some(SubjectId::Meeting(id)))),
            "expert" => read(&mut expert, id(&value).map(|id| Some(SubjectId::Expert(id)))),
            "edition" => read(&mut address.filter.edition, id(&value).map(Some)),
            "topic" => read(&mut address.filter.topic, id(&value).map(Some)),
            "country" => read(&mut address.filter.country, value.parse().ok().map(Some)),
            "kind" => read(&mut address.filter.kind, kind(&value).map(Some)),
            "camera" => read(&mut address.camera, camera(&value).map(Some)),
            "lang" => read(&mut address.lang, Lang::from_tag(&value)),
            "theme" => read(&mut address.theme, Theme::ALL.into_iter().find(|theme| theme.tag() == value)),
            _ => false,
        };
        if !understood {
            reading.ignored.push(format!("{key}={value}"));
        }
    }
    if let (Period::Year(year), true) = (reading.address.period, is_cumulative) {
        reading.address.period = Period::UpTo(year);
    }
    reading.address.subject = meeting.or(expert).or(city);
    reading
}

/// The canonical query string, with its `?`, or nothing for the default address. `parse` reads it back.
#[must_use]
pub fn to_query(address: &Address) -> String {
    let mut query = String::new();
    // Nothing of this needs an escape: ids are slugs, and a link that people read should have none.
    let mut append = |key: &str, value: &str| {
        query.push(if query.is_empty() { '?' } else { '&' });
        query.push_str(key);
        query.push('=');
        query.push_str(value);
    };
    if let Some(year) = address.period.year() {
        append("year", &year.to_string());
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
    let FilterIds { edition, topic, country, kind } = &address.filter;
    for (key, value) in [
        ("edition", edition.as_deref()),
        ("topic", topic.as_deref()),
        ("country", country.as_ref().map(CountryCode::as_str)),
        ("kind", kind.map(MeetingKind::tag)),
    ] {
        if let Some(value) = value {
            append(key, value);
        }
    }
    if address.lang != Lang::default() {
        append("lang", address.lang.tag());
    }
    if address.theme != Theme::default() {
        append("theme", address.theme.tag());
    }
    if let Some(Camera { lon, lat, zoom }) = address.camera {
        let round = |value: f64, digits: f64| decimal((value * digits).round() / digits);
        let (zoom, lat, lon) = (round(zoom, 1e2), round(lat, 1e4), round(lon, 1e4));
        append("camera", &format!("{zoom},{lat},{lon}"));
    }
    query
}

/// A text of a query without its escapes; as it stands where they do not make UTF-8.
fn decode(text: &str) -> String {
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
        year => year.parse().ok().filter(|year| (1..=9999).contains(year)).map(Period::Year),
    }
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
        };
        for period in [Period::All, Period::Year(2016), Period::UpTo(2016)] {
            for subject in &subjects {
                for lang in Lang::ALL {
                    for theme in Theme::ALL {
                        for camera in [None, Some(Camera { lon: -4.25, lat: 55.5, zoom: 6.25 })] {
                            for filter in [FilterIds::default(), filter.clone()] {
                                let address = Address { period, subject: subject.clone(), filter, camera, lang, theme };
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
