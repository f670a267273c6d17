//! What stands beside the lists: the map, a table, or what is said of the data.

/// What is displayed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Display {
    /// The map.
    #[default]
    Map,
    /// A table in its place.
    Table,
    /// The page about the data, in place of all.
    About,
    /// A poster to be printed, in place of all.
    Poster,
}

/// Of what the table is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sheet {
    /// Meetings.
    #[default]
    Meetings,
    /// Cities, of meetings and of guests.
    Cities,
    /// Guests: experts, and cities for which nobody is named.
    Experts,
    /// Sources.
    Sources,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The name of a city.
    City,
    /// A date.
    Date,
    /// The number of an edition.
    Edition,
    /// The kind of gathering.
    Kind,
    /// Themes.
    Topics,
    /// Guests.
    Guests,
    /// The country.
    Country,
    /// The region.
    Region,
    /// How many meetings.
    Meetings,
    /// A person's name.
    Name,
    /// What a person is.
    Role,
    /// A person's meetings.
    Part,
    /// The title of a source.
    Title,
    /// Who published it.
    Publisher,
    /// How many facts name it.
    Facts,
    /// How much of it was read.
    Seen,
    /// Where something is known from.
    Sources,
}

/// Which table, and in which order its rows are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sorting {
    /// Which table.
    pub sheet: Sheet,
    /// By which of its columns.
    pub column: Column,
    /// Whether from the last to the first.
    pub is_descending: bool,
}

impl Display {
    /// Each of them.
    pub const ALL: [Self; 4] = [Self::Map, Self::Table, Self::About, Self::Poster];

    /// Whether it is a page of its own, with neither map nor lists beside it.
    #[must_use]
    pub fn is_page(self) -> bool {
        matches!(self, Self::About | Self::Poster)
    }

    /// Its word in the address and in the document's `data-view`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Table => "table",
            Self::About => "about",
            Self::Poster => "poster",
        }
    }
}

impl Sheet {
    /// Each of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Meetings, Self::Cities, Self::Experts, Self::Sources];

    /// Its word in the address.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Meetings => "meetings",
            Self::Cities => "cities",
            Self::Experts => "experts",
            Self::Sources => "sources",
        }
    }

    /// Its columns; the first one names the row.
    #[must_use]
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Meetings => &[
                Column::City,
                Column::Date,
                Column::Edition,
                Column::Kind,
                Column::Topics,
                Column::Guests,
                Column::Sources,
            ],
            Self::Cities => {
                &[Column::City, Column::Region, Column::Country, Column::Meetings, Column::Guests, Column::Sources]
            }
            Self::Experts => {
                &[Column::Name, Column::Role, Column::City, Column::Country, Column::Part, Column::Sources]
            }
            Self::Sources => &[Column::Title, Column::Publisher, Column::Date, Column::Facts, Column::Seen],
        }
    }

    /// The order that it has by itself: meetings by time, everything else by name.
    #[must_use]
    pub fn sorted(self) -> Sorting {
        let column = if self == Self::Meetings { Column::Date } else { self.columns()[0] };
        Sorting { sheet: self, column, is_descending: false }
    }
}

impl Column {
    /// Its word in the address; none where there is no order in it.
    #[must_use]
    pub fn tag(self) -> Option<&'static str> {
        let tag = match self {
            Self::City => "city",
            Self::Date => "date",
            Self::Edition => "edition",
            Self::Kind => "kind",
            Self::Topics => "topics",
            Self::Guests => "guests",
            Self::Country => "country",
            Self::Region => "region",
            Self::Meetings => "meetings",
            Self::Name => "name",
            Self::Role => "role",
            Self::Title => "title",
            Self::Publisher => "publisher",
            Self::Facts => "facts",
            Self::Part | Self::Seen | Self::Sources => return None,
        };
        Some(tag)
    }
}

impl Default for Sorting {
    fn default() -> Self {
        Sheet::default().sorted()
    }
}

impl Sorting {
    /// The order after the heading of `column` was pressed: by it, or the other way round.
    #[must_use]
    pub fn pressed(self, column: Column) -> Self {
        let is_descending = self.column == column && !self.is_descending;
        Self { column, is_descending, ..self }
    }

    /// The value of `sort`, such as `city` or `-date`.
    #[must_use]
    pub fn to_value(self) -> String {
        let sign = if self.is_descending { "-" } else { "" };
        format!("{sign}{}", self.column.tag().unwrap_or_default())
    }

    /// The order of a table that a value of `sort` names; none where it has no such column.
    #[must_use]
    pub fn from_value(sheet: Sheet, value: &str) -> Option<Self> {
        let (is_descending, tag) = value.strip_prefix('-').map_or((false, value), |tag| (true, tag));
        let column = sheet.columns().iter().copied().find(|column| column.tag() == Some(tag))?;
        Some(Self { sheet, column, is_descending })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_survives_the_way_through_a_link() {
        for sheet in Sheet::ALL {
            for &column in sheet.columns().iter().filter(|column| column.tag().is_some()) {
                for is_descending in [false, true] {
                    let sorting = Sorting { sheet, column, is_descending };
                    assert_eq!(Sorting::from_value(sheet, &sorting.to_value()), Some(sorting));
                }
            }
            assert_eq!(Sorting::from_value(sheet, &sheet.sorted().to_value()), Some(sheet.sorted()));
        }
        for bad in ["", "-", "--city", "facts", "sources", "City"] {
            assert_eq!(Sorting::from_value(Sheet::Meetings, bad), None, "{bad}");
        }
    }

    #[test]
    fn a_heading_pressed_twice_turns_the_order_round() {
        let by_city = Sorting::default().pressed(Column::City);
        assert_eq!(by_city.to_value(), "city");
        assert_eq!(by_city.pressed(Column::City).to_value(), "-city");
        assert_eq!(by_city.pressed(Column::City).pressed(Column::City), by_city);
        assert_eq!(Sorting::default().pressed(Column::Date).to_value(), "-date");
    }
}
