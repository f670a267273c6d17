//! The words of sharing a view, and of the files that are made of it (see `crate::export`): they come with that part.

/// Words of one language. Functions take what varies.
pub struct ShareWords {
    /// A file of meetings, in its name.
    pub file_meetings: &'static str,
    /// A file of cities.
    pub file_cities: &'static str,
    /// A file of guests.
    pub file_guests: &'static str,
    /// A file of sources.
    pub file_sources: &'static str,
    /// A file of everything.
    pub file_data: &'static str,
    /// A file of dates.
    pub file_calendar: &'static str,
    /// A picture of the map.
    pub file_map: &'static str,
    /// Before the last year of what a file holds, in its name.
    pub up_to: &'static str,
    /// Before the number of an edition, in a file's name.
    pub edition: &'static str,
    /// What is cited.
    pub citation_kind: &'static str,
    /// Before the day on which it was read.
    pub accessed: &'static str,
    /// The language's name in LaTeX.
    pub langid: &'static str,
    /// Whose the coordinates are, and on which terms.
    pub coordinates: &'static str,
    /// Whose the parts are, and on which terms: a line for a caption.
    pub licence_line: &'static str,

    /// The dialog's title.
    pub title: &'static str,
    /// The tabs together.
    pub ways: &'static str,
    /// The tab of the address.
    pub link: &'static str,
    /// The tab of the code for another page.
    pub embed: &'static str,
    /// The tab of pictures.
    pub picture: &'static str,
    /// The tab of data.
    pub data: &'static str,
    /// The tab of citations.
    pub citation: &'static str,
    /// Copies something.
    pub copy: &'static str,
    /// Copies this: its name.
    pub copy_what: fn(&str) -> String,
    /// It was copied, in a word.
    pub copied_short: &'static str,
    /// It was copied: its name.
    pub copied: fn(&str) -> String,
    /// The browser did not let it be copied; it is selected.
    pub not_copied: &'static str,
    /// Saves a file of a format.
    pub download: &'static str,
    /// It was saved: the file's name.
    pub saved: fn(&str) -> String,
    /// It could not be made.
    pub not_saved: &'static str,
    /// Hands the address to another app.
    pub share_via: &'static str,
    /// What the address holds.
    pub link_lead: &'static str,
    /// The address.
    pub address: &'static str,
    /// A QR code of an address.
    pub qr_code: &'static str,
    /// The address is longer than a QR code can hold.
    pub too_long_for_code: &'static str,
    /// Others cannot open this copy, so there is no address to share.
    pub no_address: &'static str,
    /// This copy cannot show how a frame looks.
    pub no_preview: &'static str,
    /// What stands out in a picture: its name.
    pub stands_out: fn(&str) -> String,
    /// Opens the view by itself.
    pub open_view: &'static str,

    /// What an embed shows: the heading of the choices.
    pub what_to_show: &'static str,
    /// The choice of years.
    pub years: &'static str,
    /// The choice of a city or topic.
    pub focus: &'static str,
    /// Neither.
    pub no_focus: &'static str,
    /// Cities, among the choices.
    pub cities: &'static str,
    /// Topics, among the choices.
    pub topics: &'static str,
    /// Begins to play the years.
    pub start_playing: &'static str,
    /// How it looks: the heading of the choices.
    pub looks: &'static str,
    /// Theme that follows the reader's system.
    pub theme_auto: &'static str,
    /// Light theme.
    pub theme_light: &'static str,
    /// Dark theme.
    pub theme_dark: &'static str,
    /// Which parts show.
    pub parts: &'static str,
    /// The title with the campaign's name.
    pub part_title: &'static str,
    /// The lists.
    pub part_lists: &'static str,
    /// The height.
    pub height: &'static str,
    /// As high as what it holds.
    pub height_auto: &'static str,
    /// As high as is said.
    pub height_fixed: &'static str,
    /// What the height needs where only the frame is used.
    pub height_needs_script: &'static str,
    /// The kind of code.
    pub code_kind: &'static str,
    /// A frame.
    pub code_frame: &'static str,
    /// An element with a script.
    pub code_element: &'static str,
    /// Whether it changes with the campaign's data.
    pub version: &'static str,
    /// It does.
    pub version_current: &'static str,
    /// It does not.
    pub version_frozen: &'static str,
    /// What that means.
    pub version_lead: &'static str,
    /// What a frame is good for.
    pub code_frame_lead: &'static str,
    /// What the element is good for.
    pub code_element_lead: &'static str,
    /// The code.
    pub code: &'static str,
    /// The preview.
    pub preview: &'static str,
    /// As wide as a phone.
    pub width_phone: &'static str,
    /// As wide as a column of an article.
    pub width_column: &'static str,
    /// As wide as can be.
    pub width_full: &'static str,
    /// The title of the frame: the campaign, and what of it is shown.
    pub frame_title: fn(&str) -> String,
    /// The link that stands in for the frame.
    pub frame_fallback: fn(&str) -> String,

    /// The choice of a picture's size.
    pub size: &'static str,
    /// Sixteen to nine.
    pub size_wide: &'static str,
    /// A square.
    pub size_square: &'static str,
    /// Sixteen to nine, upright.
    pub size_tall: &'static str,
    /// How fine a picture of pixels is.
    pub scale: &'static str,
    /// What a picture holds.
    pub picture_lead: &'static str,
    /// The preview of the picture.
    pub picture_preview: &'static str,
    /// Saves the vector picture.
    pub save_svg: &'static str,
    /// Saves the picture of pixels.
    pub save_png: &'static str,
    /// Saves the film.
    pub save_film: &'static str,
    /// The film is being made: which picture of how many.
    pub filming: fn(usize, usize) -> String,
    /// What the film shows: its format.
    pub film_lead: fn(&str) -> String,
    /// Before the day on which a picture was made.
    pub made_on: &'static str,
    /// The browser makes no films.
    pub no_film: &'static str,
    /// The picture is being made.
    pub drawing: &'static str,

    /// How much is saved.
    pub extent: &'static str,
    /// What is displayed.
    pub extent_shown: &'static str,
    /// Everything.
    pub extent_all: &'static str,
    /// So many meetings, in so many cities.
    pub amount: fn(usize, usize) -> String,
    /// Which table.
    pub table: &'static str,
    /// What tables are for.
    pub csv_lead: &'static str,
    /// What parts the cells of a table.
    pub separator: &'static str,
    /// Commas.
    pub commas: &'static str,
    /// Semicolons.
    pub semicolons: &'static str,
    /// Whether spreadsheets in this language mostly expect semicolons.
    pub expects_semicolons: bool,
    /// What `GeoJSON` is for.
    pub geojson_lead: &'static str,
    /// What JSON is for.
    pub json_lead: &'static str,
    /// How many of the meetings have a day, of how many.
    pub calendar_lead: fn(usize, usize) -> String,
    /// The calendar's format in words.
    pub calendar: &'static str,

    /// A sentence for a footnote.
    pub cite_plain: &'static str,
    /// The line of licences.
    pub licence: &'static str,
    /// What else is to be named.
    pub cite_lead: &'static str,
    /// Everything is there.
    pub close: &'static str,
}
