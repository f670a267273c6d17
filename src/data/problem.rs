//! Something that is wrong, and where.

use super::fault::Fault;

/// One thing that is wrong with a data file.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The file.
    pub file: FileName,
    /// The place in it: an RFC 6901 JSON pointer, such as `/meetings/3/when`; empty for the whole file.
    pub pointer: String,
    /// The line of that place, counted from 1; absent where the file was not read.
    pub line: Option<usize>,
    /// What is wrong there.
    pub fault: Fault,
}

/// A data file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileName {
    /// The cities, as `GeoJSON`.
    Cities,
    /// Everything else.
    Programme,
    /// What is set beside the data.
    Config,
    /// What is changed of a talk.
    Story,
}

impl FileName {
    /// Its path, relative to the page.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Self::Cities => "data/cities.geojson",
            Self::Programme => "data/programme.json",
            Self::Config => "data/config.json",
            Self::Story => "data/story.json",
        }
    }
}
