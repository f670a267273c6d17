//! What can be wrong with a data file, as data: the interface finds the words.

use crate::domain::{CountryCode, EdtfError, Lang};

/// What is wrong. A `found` text is a piece of the file, at most 80 characters long.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// The file as a whole: nothing of it could be read.
    File(Whole),
    /// A member that must be there is not, or is null or empty.
    Missing {
        /// Its name.
        field: &'static str,
    },
    /// Exactly one of these members must be there; none or several are.
    NotExactlyOne {
        /// Their names.
        fields: &'static [&'static str],
    },
    /// A text is not given in this language; the other one is shown instead.
    MissingLanguage(Lang),
    /// A value of another type or range than expected.
    WrongType {
        /// What belongs there.
        expected: Expected,
        /// The value as JSON, lists and objects abridged.
        found: String,
    },
    /// A text without a visible character.
    Blank,
    /// A text that was damaged on its way: it holds the replacement character U+FFFD or half a surrogate pair.
    /// It is shown as it is.
    DamagedText {
        /// The text.
        found: String,
    },
    /// No id such as `skarzysko-kamienna`.
    Id {
        /// The text.
        found: String,
    },
    /// No date.
    Date {
        /// Why not.
        error: EdtfError,
        /// The text.
        found: String,
    },
    /// No ISO 3166-1 alpha-2 country code such as `PL`.
    Country {
        /// The text.
        found: String,
    },
    /// Not one of the words known here.
    UnknownWord {
        /// The text.
        found: String,
        /// The words known.
        allowed: &'static [&'static str],
    },
    /// An address that does not begin with `https://` or `http://`, or that holds a space.
    Url {
        /// The text.
        found: String,
    },
    /// No address of map tiles.
    TileUrl {
        /// The text.
        found: String,
    },
    /// A member that nothing reads: misspelt, or in a wrong place.
    UnknownMember {
        /// Its name.
        found: String,
        /// Those that are read there.
        allowed: &'static [&'static str],
    },
    /// A picture that is not there, or is none.
    NoPicture {
        /// The name of its file.
        found: String,
    },
    /// No name of a picture that lies beside the data.
    FileName {
        /// The text.
        found: String,
    },
    /// A position without both longitude and latitude.
    Position {
        /// How many numbers there are.
        count: usize,
    },
    /// A longitude outside -180..=180 degrees.
    Longitude(f64),
    /// A latitude outside -90..=90 degrees.
    Latitude(f64),
    /// Longitude and latitude look swapped: the other way round they are possible and near the other cities.
    /// They are not used: a city far away would move the whole map.
    Swapped {
        /// The first number.
        lon: f64,
        /// The second number.
        lat: f64,
    },
    /// Not degrees, but metres of a map projection such as EPSG:2180.
    Projected {
        /// The first number.
        x: f64,
        /// The second number.
        y: f64,
    },
    /// The file says that its coordinates are in another system than WGS 84, the only one of `GeoJSON`.
    Crs {
        /// The system's name.
        found: String,
    },
    /// Another geometry than a Point.
    Geometry {
        /// Its type.
        found: String,
    },
    /// A second record with an id of an earlier one; the earlier is used.
    DuplicateId {
        /// The table of both.
        table: Table,
        /// The id.
        id: String,
    },
    /// A second edition with a number of an earlier one; the earlier is used.
    DuplicateNumber(u16),
    /// A reference to a record that does not exist.
    UnknownId {
        /// The table where it should be.
        table: Table,
        /// The id.
        id: String,
    },
    /// A date that lies wholly outside the time of the whole campaign.
    OutsideSpan,
    /// The date of a meeting lies wholly outside the time of its edition.
    OutsideEdition,
    /// The country of an expert is another than that of the home city, which is used.
    CountryMismatch {
        /// Of the home city.
        city: CountryCode,
        /// Of the expert.
        expert: CountryCode,
    },
}

/// Why a whole file could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whole {
    /// Fetching it failed.
    Unavailable {
        /// The HTTP status, if there was an answer.
        status: Option<u16>,
    },
    /// There is nothing in it.
    Empty,
    /// It is something else than JSON.
    LooksLike(Format),
    /// Not in UTF-8, the only encoding of JSON. The line is that of the first wrong byte.
    NotUtf8,
    /// Not JSON. The line is where reading stopped.
    NotJson {
        /// The character in that line, counted from 1.
        column: usize,
        /// The end of what was understood and the beginning of what was not; empty at the end of the file.
        near: String,
    },
    /// Lists and objects in each other, more than 127 deep.
    TooDeep,
    /// A version of the format that is not known here.
    Version {
        /// The version as JSON; absent where the file has none.
        found: Option<String>,
    },
}

/// A kind of file that is taken for JSON by mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// A web page, often an error page of the server, or other XML.
    Html,
    /// Compressed by gzip.
    Gzip,
    /// A zip archive, or a spreadsheet or text document, which are such.
    Zip,
    /// Text in UTF-16.
    Utf16,
}

/// What belongs in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// An object.
    Object,
    /// A list.
    List,
    /// A text.
    Text,
    /// A text in each language that is required, `{"pl": …, "en": …}`.
    Localized,
    /// A number.
    Number,
    /// A number in this range, both ends included; it may have decimals.
    Within {
        /// The least.
        min: u32,
        /// The greatest.
        max: u32,
    },
    /// A whole number in this range, both ends included.
    Whole {
        /// The least.
        min: u32,
        /// The greatest.
        max: u32,
    },
}

/// A table of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// The features of the cities file.
    Cities,
    /// `editions`
    Editions,
    /// `topics`
    Topics,
    /// `experts`
    Experts,
    /// `meetings`
    Meetings,
    /// `totals`
    Totals,
    /// `awards`
    Awards,
    /// `sources`
    Sources,
    /// The steps of a talk.
    Steps,
}

/// At most the first 80 characters of a text.
pub(super) fn shorten(text: &str) -> String {
    const LONGEST: usize = 80;
    match text.char_indices().nth(LONGEST) {
        // One less, for the ellipsis.
        Some(_) => text.chars().take(LONGEST - 1).chain(['…']).collect(),
        None => text.to_owned(),
    }
}
