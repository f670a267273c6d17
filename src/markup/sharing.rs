//! What is done in the dialog that shares a view.

use crate::domain::Lang;
use crate::url::{Part, Sheet, Theme};

/// An intention of a person who shares a view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Share {
    /// Open the dialog.
    Open,
    /// Close it.
    Close,
    /// Ask again for its code, where that did not arrive.
    Retry,
    /// Look at another way to share.
    Tab(Tab),
    /// Go from tab to tab.
    Go(Turn),
    /// Of an embed: show the years that their field says.
    Years,
    /// Show the city or topic that its field says.
    Focus,
    /// Speak another language.
    Speak(Lang),
    /// Wear other colours.
    Wear(Theme),
    /// Begin to play, or wait to be told.
    Play,
    /// Show a part of the page, or hide it.
    Part(Part),
    /// Be as high as is said, or as what is shown.
    Fix(bool),
    /// Be as high as its field says.
    Height,
    /// Stay as it is today, or follow the data.
    Freeze(bool),
    /// Make code of another kind.
    Code(Code),
    /// Preview it at another width.
    Width(Width),
    /// Of a picture: another format.
    Size(Size),
    /// So many pixels for each.
    Scale(u8),
    /// Other colours.
    Paint(Theme),
    /// Of data: all of it, or what is displayed.
    All(bool),
    /// Another table.
    Sheet(Sheet),
    /// Of a table: semicolons between its cells, or commas.
    Semicolons(bool),
    /// Make a QR code of what its field says.
    Encode,
    /// Copy a text.
    Copy(Copied),
    /// Save a file.
    Save(Saved),
    /// Hand the address to another app.
    Via,
}

/// A way to share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// An address.
    #[default]
    Link,
    /// Code for another page.
    Embed,
    /// A picture of the map.
    Picture,
    /// Files of data.
    Data,
    /// A citation.
    Citation,
}

impl Tab {
    /// Every way, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Link, Self::Embed, Self::Picture, Self::Data, Self::Citation];
}

/// Which tab, seen from the present one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// The next one; after the last one the first.
    Next,
    /// The one before; before the first one the last.
    Previous,
    /// The first of all.
    First,
    /// The last of all.
    Last,
}

/// A kind of code for another page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Code {
    /// A frame.
    #[default]
    Frame,
    /// An element with a script.
    Element,
}

/// How wide a preview is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// As a phone.
    Phone,
    /// As a column of an article.
    #[default]
    Column,
    /// As wide as can be.
    Full,
}

/// A picture's format.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    /// Sixteen to nine.
    #[default]
    Wide,
    /// A square.
    Square,
    /// Nine to sixteen.
    Tall,
}

/// A text to copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// The address.
    Address,
    /// The code.
    Code,
    /// A sentence for a footnote.
    Plain,
    /// An entry for BibTeX.
    Bibtex,
    /// An item of CSL.
    Csl,
    /// The line of licences.
    Licence,
}

/// A file to save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// The table that is chosen.
    Csv,
    /// A map.
    Geojson,
    /// Everything.
    Json,
    /// A calendar.
    Calendar,
    /// A picture of lines.
    Svg,
    /// A picture of pixels.
    Png,
    /// A film.
    Film,
}
