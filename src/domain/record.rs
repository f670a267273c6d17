//! The records of the programme and what is known of how well they are known.

use std::ops::RangeInclusive;
use std::str::FromStr;

use super::{Edtf, Key, Localized, Place, Slug};

/// Gives the cases of an enumeration their words in the data file (those of [`MeetingKind`] are in the address, too).
macro_rules! tagged {
    ($name:ident: $($case:ident = $tag:literal),+) => {
        impl $name {
            /// Each of them, in the order in which they are offered.
            pub const ALL: [Self; [$($tag),+].len()] = [$(Self::$case),+];

            /// Their words in the data file, in the order of [`Self::ALL`].
            pub const TAGS: [&str; Self::ALL.len()] = [$($tag),+];

            /// Its word in the data file.
            #[must_use]
            pub fn tag(self) -> &'static str {
                match self {
                    $(Self::$case => $tag),+
                }
            }
        }
    };
}

/// An ISO 3166-1 alpha-2 country code, such as `PL`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryCode([u8; 2]);

/// Why a text is no [`CountryCode`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a country code is two capital letters (ISO 3166-1 alpha-2), such as PL")]
pub struct CountryCodeError;

impl CountryCode {
    /// The two capital letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Two ASCII letters by construction, so the fallback is never taken.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl FromStr for CountryCode {
    type Err = CountryCodeError;

    fn from_str(text: &str) -> Result<Self, CountryCodeError> {
        match text.as_bytes() {
            &[a, b] if a.is_ascii_uppercase() && b.is_ascii_uppercase() => Ok(Self([a, b])),
            _ => Err(CountryCodeError),
        }
    }
}

/// Where a record is known from, and what about it is doubtful.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Provenance {
    /// The sources, most important first.
    pub sources: Vec<Key<Source>>,
    /// A remark for the reader.
    pub note: Option<Localized>,
    /// What is not certain, field by field.
    pub doubts: Vec<Doubt>,
}

/// One field of a record that is not certain.
#[derive(Clone, Debug, PartialEq)]
pub struct Doubt {
    /// The name of the field in the data file, such as `edition`.
    pub field: String,
    /// In which way it is doubtful.
    pub kind: DoubtKind,
    /// The explanation for the reader.
    pub note: Localized,
    /// Where the doubt is known from; may be empty for an inference of the editors.
    pub sources: Vec<Key<Source>>,
}

/// In which way a field is doubtful.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DoubtKind {
    /// The sources leave it open.
    Uncertain,
    /// The sources disagree.
    Contradicted,
    /// No source says it; it follows from what they say.
    Inferred,
    /// It was announced, and no source seen says that it took place.
    Announced,
}

tagged! { DoubtKind: Uncertain = "uncertain", Contradicted = "contradicted", Inferred = "inferred", Announced = "announced" }

/// A town or city that hosted a meeting or from which a guest came.
#[derive(Clone, Debug, PartialEq)]
pub struct City {
    /// Unique among cities.
    pub id: Slug,
    /// Its name.
    pub name: Localized,
    /// Its country; absent only where the data file has none that is valid.
    pub country: Option<CountryCode>,
    /// Its region (in Poland the voivodeship), where given.
    pub region: Option<Localized>,
    /// Where it lies: the town's point, not a venue's. Absent only where the data file has none that is valid:
    /// such a city is listed, but not on the map.
    pub place: Option<Place>,
}

/// A numbered round of the campaign; it may span years.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    /// Unique among editions.
    pub id: Slug,
    /// Its number, counted from 1; unique among editions.
    pub number: u16,
    /// Its time, as far as known.
    pub when: Edtf,
    /// Its theme, where one is known.
    pub theme: Option<Localized>,
    /// Where it is known from.
    pub provenance: Provenance,
}

/// A theme of meetings.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// Unique among topics.
    pub id: Slug,
    /// Its name.
    pub name: Localized,
    /// Where it is known from.
    pub provenance: Provenance,
}

/// A guest expert: a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Expert {
    /// Unique among experts.
    pub id: Slug,
    /// The name as the source spells it.
    pub name: String,
    /// What they are or were, as the source gives it.
    pub role: Option<Localized>,
    /// The home city, where a source states one: without it no line is drawn.
    pub city: Option<Key<City>>,
    /// The country; where `city` is given, that city's.
    pub country: Option<CountryCode>,
    /// Where it is known from.
    pub provenance: Provenance,
}

/// A gathering of the campaign in a host city.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    /// Unique among meetings.
    pub id: Slug,
    /// The host city.
    pub city: Key<City>,
    /// When, only as precise as known.
    pub when: Edtf,
    /// The edition that it belongs to, where known or inferred.
    pub edition: Option<Key<Edition>>,
    /// What kinds of gathering it was; never empty.
    pub kinds: Vec<MeetingKind>,
    /// Its own title or motto.
    pub title: Option<Localized>,
    /// Its themes.
    pub topics: Vec<Key<Topic>>,
    /// The building.
    pub venue: Option<Localized>,
    /// Guest experts, and guest cities for which nobody is named.
    pub guests: Vec<Guest>,
    /// People named who are no guest experts.
    pub participants: Vec<Participant>,
    /// Where it is known from.
    pub provenance: Provenance,
}

/// What kind of gathering a meeting was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MeetingKind {
    /// The sources say no more than that there was a meeting.
    Meeting,
    /// A conference.
    Conference,
    /// Workshops.
    Workshop,
}

tagged! { MeetingKind: Meeting = "meeting", Conference = "conference", Workshop = "workshop" }

/// A guest of one meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct Guest {
    /// Who came.
    pub visitor: Visitor,
    /// How they took part.
    pub mode: Mode,
    /// What they spoke of.
    pub talk: Option<Localized>,
    /// Where it is known from.
    pub provenance: Provenance,
}

/// A named expert, or a city for which nobody is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visitor {
    /// A person.
    Expert(Key<Expert>),
    /// A city alone.
    City(Key<City>),
}

/// How a guest took part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// In person.
    Present,
    /// By video.
    Video,
    /// Announced or invited; no source seen confirms that they came.
    Announced,
    /// Not stated.
    Unknown,
}

tagged! { Mode: Present = "present", Video = "video", Announced = "announced", Unknown = "unknown" }

/// A person named at a meeting who is no guest expert.
#[derive(Clone, Debug, PartialEq)]
pub struct Participant {
    /// The name.
    pub name: String,
    /// The function, where given.
    pub role: Option<Localized>,
    /// How they took part.
    pub mode: Mode,
    /// Where it is known from.
    pub provenance: Provenance,
}

/// What a source claims of the campaign as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Total {
    /// Unique among totals.
    pub id: Slug,
    /// What is counted.
    pub quantity: Quantity,
    /// The number claimed.
    pub value: u32,
    /// How the number is to be read.
    pub bound: Bound,
    /// The time up to which it was counted.
    pub as_of: Option<Edtf>,
    /// Where it is known from.
    pub provenance: Provenance,
}

/// What a [`Total`] counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Quantity {
    /// Meetings held.
    Meetings,
    /// Host cities.
    Cities,
    /// People who took part in conferences.
    Participants,
    /// Workshops held.
    Workshops,
}

tagged! { Quantity: Meetings = "meetings", Cities = "cities", Participants = "participants", Workshops = "workshops" }

/// How a claimed number is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// As it stands.
    Exact,
    /// About as many.
    About,
    /// More than that.
    MoreThan,
}

tagged! { Bound: Exact = "exact", About = "about", MoreThan = "more-than" }

/// A prize.
#[derive(Clone, Debug, PartialEq)]
pub struct Award {
    /// Unique among awards.
    pub id: Slug,
    /// Who gives it, and what it is called.
    pub name: Localized,
    /// The category.
    pub category: Option<Localized>,
    /// What was won.
    pub result: Localized,
    /// When.
    pub when: Edtf,
    /// Where it is known from.
    pub provenance: Provenance,
}

/// A page from which something is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Unique among sources.
    pub id: Slug,
    /// Its title.
    pub title: String,
    /// Who publishes it.
    pub publisher: String,
    /// What kind of page it is.
    pub description: Localized,
    /// Its address: http or https only.
    pub url: Option<String>,
    /// When it was published, where known.
    pub published: Option<Edtf>,
    /// How much of it was read.
    pub seen: Option<Localized>,
}

impl Provenance {
    /// Whether anything is said against a field, by its name in the data file.
    #[must_use]
    pub fn is_doubtful(&self, field: &str) -> bool {
        self.doubts.iter().any(|doubt| doubt.field == field)
    }
}

impl Meeting {
    /// Whether its date is not sure: in the words of a source, or for whoever keeps the data.
    #[must_use]
    pub fn is_date_doubtful(&self) -> bool {
        self.provenance.is_doubtful("when") || self.when.is_uncertain()
    }

    /// The calendar years that the meeting touches.
    #[must_use]
    pub fn years(&self) -> RangeInclusive<i32> {
        self.when.years()
    }
}
