//! What is wrong with a data file, in English: what was found, and what to do.

use crate::data::{Expected, Fault, Format, Table, Whole};
use crate::domain::{EdtfError, decimal};

pub(super) fn fault(fault: &Fault) -> String {
    match fault {
        Fault::File(whole) => file(whole),
        Fault::Missing { field } => format!("The member “{field}” is missing. Please add it."),
        Fault::NotExactlyOne { fields } => format!("Exactly one of these belongs here: {}.", fields.join(", ")),
        Fault::MissingLanguage(lang) => {
            format!("The text in the language “{}” is missing; it is shown in another.", lang.tag())
        }
        Fault::WrongType { expected, found } => format!("Here belongs {}, but there is: {found}", thing(*expected)),
        Fault::Blank => "The text is blank. Please write it, or remove the member.".into(),
        Fault::DamagedText { found } => {
            format!("The text was damaged when it was saved: “{found}”. Please write it anew.")
        }
        Fault::Id { found } => format!(
            "“{found}” is no id. An id is made of a–z and digits with single hyphens between them, such as \
             “skarzysko-kamienna”."
        ),
        Fault::Date { error, found } => match error {
            EdtfError::Form => {
                format!("“{found}” is no date. Examples: 2016, 2016-03, 2016-03-31, 2017-04-26/2017-04-27.")
            }
            EdtfError::NoSuchDay => format!("There is no day “{found}” in the calendar."),
            EdtfError::EndBeforeStart => format!("In “{found}” the end lies before the start."),
        },
        Fault::Country { found } => {
            format!("“{found}” is no country code. That is two capital letters (ISO 3166-1), such as PL.")
        }
        Fault::UnknownWord { found, allowed } => {
            format!("“{found}” is not known. Possible: {}.", allowed.join(", "))
        }
        Fault::Url { found } => {
            format!("“{found}” is no web address. It begins with https:// and has no spaces.")
        }
        Fault::TileUrl { found } => format!(
            "“{found}” is no address of map tiles. It begins with https:// and the name of a server, and then has {{z}}, {{x}} and {{y}}."
        ),
        Fault::UnknownMember { found, allowed } => {
            format!("The member “{found}” is not known here, and is passed over. Possible: {}.", allowed.join(", "))
        }
        Fault::NoPicture { found } => format!(
            "There is no picture “{found}” beside the data, or it cannot be shown; its alternative text stands in for it. Please put the file there."
        ),
        Fault::FileName { found } => format!(
            "“{found}” is no name of a picture in the folder of the data. A name has letters from a to z, digits, “-”, “_”, and ends with .jpg, .png, .webp, .avif or .svg."
        ),
        Fault::Position { count } => {
            format!("A position is two numbers, longitude and latitude; here the count is {count}.")
        }
        Fault::Longitude(lon) => format!("The longitude {} is not between -180 and 180 degrees.", decimal(*lon)),
        Fault::Latitude(lat) => format!("The latitude {} is not between -90 and 90 degrees.", decimal(*lat)),
        Fault::Swapped { lon, lat } => {
            let (lon, lat) = (decimal(*lon), decimal(*lat));
            format!(
                "The coordinates {lon}, {lat} look swapped. GeoJSON has the longitude first, then the latitude: \
             [{lat}, {lon}]."
            )
        }
        Fault::Projected { x, y } => {
            let (x, y) = (decimal(*x), decimal(*y));
            format!(
                "{x} and {y} are not degrees but metres of a map projection such as PL-1992 (EPSG:2180). \
             Please convert them to WGS 84."
            )
        }
        Fault::Crs { found } => format!(
            "The file names the coordinate system “{found}”. GeoJSON knows WGS 84 only: please convert the \
             coordinates and remove the member “crs”."
        ),
        Fault::Geometry { found } => format!("A city should be a “Point”, but this is: “{found}”."),
        Fault::DuplicateId { table, id } => {
            format!("The id “{id}” occurs twice ({}); the first record counts.", table_name(*table))
        }
        Fault::DuplicateNumber(number) => format!("There is an edition {number} already; the first one counts."),
        Fault::UnknownId { table, id } => {
            format!("There is no record “{id}” ({}). Please add it, or mend the reference.", table_name(*table))
        }
        Fault::OutsideSpan => "This date lies outside the time of the whole campaign (“span”).".into(),
        Fault::OutsideEdition => "The date of the meeting lies outside the time of its edition.".into(),
        Fault::CountryMismatch { city, expert } => format!(
            "The guest’s country ({}) is not that of the home city ({}); the city’s is shown.",
            expert.as_str(),
            city.as_str()
        ),
    }
}

fn file(whole: &Whole) -> String {
    match whole {
        Whole::Unavailable { status: Some(status) } => {
            format!("The file could not be fetched: the server answered {status}. Is the file in its place?")
        }
        Whole::Unavailable { status: None } => {
            "The file could not be fetched: the server could not be reached. Please try again.".into()
        }
        Whole::Empty => "The file is empty.".into(),
        Whole::LooksLike(Format::Html) => {
            "This is a web page, not JSON. The server may have sent an error page.".into()
        }
        Whole::LooksLike(Format::Gzip) => "The file is compressed (gzip). Please unpack it.".into(),
        Whole::LooksLike(Format::Zip) => {
            "This is a zip archive or an office document, not JSON. Please save it as JSON.".into()
        }
        Whole::LooksLike(Format::Utf16) => "The file is in UTF-16. Please save it in UTF-8.".into(),
        Whole::NotUtf8 => "The file is not in UTF-8. Please save it in UTF-8 from your editor.".into(),
        Whole::NotJson { column, near } if near.is_empty() => {
            format!("This is not valid JSON: the file breaks off at character {column} of this line.")
        }
        Whole::NotJson { column, near } => {
            format!("This is not valid JSON: the error is at character {column} of this line, near “{near}”.")
        }
        Whole::TooDeep => "Lists and objects are nested too deeply.".into(),
        Whole::Version { found: Some(found) } => {
            format!("The version of the format, {found}, is not known. This app reads version 1.")
        }
        Whole::Version { found: None } => {
            "The version of the format is missing. Please add \"version\": 1 at the top of the file.".into()
        }
    }
}

fn thing(expected: Expected) -> String {
    match expected {
        Expected::Object => "an object {…}".into(),
        Expected::List => "a list […]".into(),
        Expected::Text => "a text in quotation marks".into(),
        Expected::Localized => "a text in both languages {\"pl\": …, \"en\": …}".into(),
        Expected::Number => "a number".into(),
        Expected::Within { min, max } => format!("a number from {min} to {max}"),
        Expected::Whole { min, max } => format!("a whole number from {min} to {max}"),
    }
}

fn table_name(table: Table) -> &'static str {
    match table {
        Table::Cities => "cities",
        Table::Editions => "editions",
        Table::Topics => "topics",
        Table::Experts => "experts",
        Table::Meetings => "meetings",
        Table::Totals => "totals",
        Table::Awards => "awards",
        Table::Sources => "sources",
        Table::Steps => "steps of the talk",
    }
}
