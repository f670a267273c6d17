//! The campaign itself, as plain Rust: no JSON, no JavaScript, no interface.
//!
//! A value of these types is valid once it exists; what is not valid cannot be built.

mod catalog;
mod change;
mod claim;
mod date;
mod decimal;
mod evidence;
mod filter;
mod landmark;
mod lang;
mod localized;
mod order;
mod place;
mod playback;
mod record;
#[cfg(test)]
pub(crate) mod sample;
mod search;
mod slug;
mod story;
mod telling;
mod tiles;
mod typed;
mod view;
mod wind;

pub use catalog::{Builder, Catalog, CityTally, DuplicateId, Key, Record};
pub use change::{Change, changes};
pub use claim::Claim;
pub use date::{CalendarDate, Edtf, EdtfError, Qualifier};
pub use decimal::{decimal, parse_decimal};
pub use evidence::Fact;
pub use filter::{Criterion, Facet, Filter};
pub use landmark::{Landmark, LandmarkName, Row, Site};
pub use lang::Lang;
pub(crate) use lang::languages;
pub use localized::Localized;
pub use order::{each_once, sort_by};
pub use place::{Place, PlaceError};
pub use playback::{Playback, Speed, Step};
pub use record::{
    Award, Bound, City, CountryCode, CountryCodeError, Doubt, DoubtKind, Edition, Expert, Guest, Meeting, MeetingKind,
    Mode, Participant, Provenance, Quantity, Source, Topic, Total, Visitor,
};
pub use search::{Group, Index, Names, Occurrences, Query, Suggestions, Target, fold, suggest};
pub use slug::{Slug, SlugError};
pub use story::{Breadth, Own, Script, Slide, Spot, Step as StoryStep, StoryPicture, place_of, story};
pub use telling::{Autoplay, Clock, Cover, Stride, TypedStep, minutes_seconds};
pub use tiles::{TileSource, tile_host};
pub use typed::TypedYear;
pub use view::{Appearance, Focus, Period, Subject, View};
pub use wind::Wind;
