//! The words of what the first view does without (see `crate::extras`): they come with it.

use crate::data::Fault;
use crate::domain::{Bound, Criterion, Group, Quantity};

/// Further words of one language. Functions take what varies: counts, names, numbers.
pub struct MoreWords {
    /// In an embed: shows all of the list, of which there is only the beginning.
    pub whole_list: &'static str,
    /// Leads from an embed to the same view on a page of its own.
    pub whole_map: &'static str,
    /// What opens the offer of a detailed base map.
    pub detailed_map: &'static str,
    /// What it costs: the servers, in the order in which they are asked.
    pub tiles_offer: fn(&[&str]) -> String,
    /// Yes to that.
    pub show_tiles: &'static str,
    /// Back to the base map that ships.
    pub hide_tiles: &'static str,
    /// Before the name of whose map is shown.
    pub tiles_of: &'static str,
    /// The group of buttons that say which table.
    pub which_table: &'static str,
    /// A year's bar on the timeline.
    pub key_bars: &'static str,
    /// The same where bars are running totals.
    pub key_running: &'static str,
    /// The outline behind such a bar.
    pub key_ghost: &'static str,
    /// The mark of a meeting of which the day is known.
    pub key_day: &'static str,
    /// The mark of one of which it is not.
    pub key_vague: &'static str,
    /// The table of cities, on its button.
    pub cities: &'static str,
    /// The table of meetings; does not begin as the list does.
    pub table_of_meetings: &'static str,
    /// The table of cities.
    pub table_of_cities: &'static str,
    /// The table of guests.
    pub table_of_guests: &'static str,
    /// The table of sources.
    pub table_of_sources: &'static str,
    /// How many meetings a city had.
    pub meetings_count_label: &'static str,
    /// How many guests came from a city.
    pub guests_count_label: &'static str,
    /// A person's name.
    pub name_label: &'static str,
    /// Who published a source.
    pub publisher_label: &'static str,
    /// When a source was published.
    pub published: &'static str,
    /// How many facts name a source.
    pub facts_label: &'static str,
    /// What no source says.
    pub not_known: &'static str,
    /// A number of cities.
    pub cities_count: fn(usize) -> String,
    /// A number of guests, with a name or without.
    pub guests_count: fn(usize) -> String,
    /// A number of sources.
    pub sources_count: fn(usize) -> String,
    /// What the page about the data is.
    pub about_lead: &'static str,
    /// Leads from the panel to the page about the data.
    pub more_about: &'static str,
    /// Years without a documented meeting.
    pub gaps: &'static str,
    /// There is no such year.
    pub no_gaps: &'static str,
    /// How to cite the data.
    pub how_to_cite: &'static str,
    /// Leads to the citation.
    pub cite_lead: &'static str,
    /// What is cited.
    pub citation_kind: &'static str,
    /// The data files.
    pub files: &'static str,
    /// Licences of the data.
    pub licences: &'static str,
    /// What follows from them.
    pub licences_of_data: &'static str,
    /// A newer version of the app is there.
    pub newer_version: &'static str,
    /// Goes on with that.
    pub take_newer: &'static str,
    /// Privacy.
    pub privacy: &'static str,
    /// What is asked of nobody.
    pub privacy_text: &'static str,
    /// Coordinates.
    pub place_label: &'static str,
    /// The map as text.
    pub map_in_words: &'static str,
    /// What changed in each year.
    pub year_by_year: &'static str,
    /// Where each city lies.
    pub city_by_city: &'static str,
    /// After a year without a meeting.
    pub none_known_only: &'static str,
    /// Cities of which no earlier meeting is known, within a sentence.
    pub for_the_first_time: &'static str,
    /// Cities with one.
    pub again: &'static str,
    /// Home cities of guests.
    pub guests_from_cities: &'static str,
    /// Guests whose home city is not known.
    pub guests_from_nowhere: &'static str,
    /// A year without guests.
    pub no_guests_in_year: &'static str,
    /// The way from the selected city.
    pub seen_from_chosen: &'static str,
    /// The nearest cities.
    pub nearest: &'static str,
    /// Home cities of the guests of a city.
    pub its_guests_from: &'static str,
    /// A region within a sentence.
    pub in_region: fn(&str) -> String,
    /// How much is documented of what is claimed: "15 of more than 30 meetings".
    pub share: fn(Quantity, usize, Bound, u32) -> String,
    /// The same, of all shares.
    pub documented_shares: fn(&str) -> String,
    /// How many facts of how many have a source, and in percent.
    pub coverage: fn(usize, usize, usize) -> String,
    /// How many facts are known from a source.
    pub facts_known_from: fn(usize) -> String,
    /// A sentence on a year: the year, its meetings, its cities, the meetings of the year before, and whether all these are
    /// only those that fit the filters.
    pub year_meetings: fn(i32, usize, usize, Option<usize>, bool) -> String,
    /// An expert whose home city no source states.
    pub no_home_city: &'static str,
    /// The list of suggestions.
    pub suggestions: &'static str,
    /// How many suggestions there are.
    pub suggestions_count: fn(usize) -> String,
    /// A group of suggestions. None may begin as the lists of meetings and guests do.
    pub found_group: fn(Group) -> &'static str,
    /// Nothing has this text, and what to do.
    pub nothing_found: fn(&str) -> String,
    /// The suggestion to look at everything that has this text.
    pub keep_text: fn(&str) -> String,
    /// Where a person who is no guest is named: the meeting.
    pub named_at: fn(&str) -> String,
    /// A number of meetings.
    pub meetings_count: fn(usize) -> String,
    /// What a filter asks for.
    pub criterion: fn(Criterion) -> &'static str,
    /// A text in quotation marks.
    pub quoted: fn(&str) -> String,
    /// The list of filters in force.
    pub filters_chosen: &'static str,
    /// Lets go of one filter.
    pub drop_filter: fn(&str) -> String,
    /// Lets go of all filters.
    pub drop_filters: &'static str,
    /// The same, short; part of the longer name.
    pub drop_all: &'static str,
    /// No meeting of these years (of all, where there are none) is what one filter asks for: a name or a text, of an
    /// edition its number.
    pub no_match: fn(Option<&str>, Criterion, &str) -> String,
    /// The same for several filters together.
    pub no_match_of_all: fn(Option<&str>, &str) -> String,
    /// The ways back from an empty view.
    pub ways_back: &'static str,
    /// The way back to all years.
    pub all_years: &'static str,
    /// The button to the next one, by its name.
    pub next: fn(&str) -> String,
    /// The button to the one before, by its name.
    pub previous: fn(&str) -> String,
    /// Which one it is of how many of its sort.
    pub position: fn(usize, usize, Group) -> String,
    /// How many meetings a city had, and when: the beginning of what is told of it.
    pub city_held: fn(usize, &str) -> String,
    /// From how many other cities guests came to them.
    pub city_received: fn(usize) -> String,
    /// How many guests came from a city; then who, and to which meetings.
    pub city_sent: fn(usize, &str) -> String,
    /// Labels of facts in the detail.
    pub when: &'static str,
    /// The city of a meeting.
    pub city: &'static str,
    /// The building.
    pub venue: &'static str,
    /// The kind of gathering.
    pub kind_label: &'static str,
    /// The edition.
    pub edition_label: &'static str,
    /// The theme of an edition.
    pub theme_label: &'static str,
    /// What of an edition is documented.
    pub documented_label: &'static str,
    /// The meetings of an edition, in its detail.
    pub cities_in_order: &'static str,
    /// The meetings on a topic, in its detail.
    pub topic_meetings: &'static str,
    /// A topic without a meeting.
    pub no_topic_meetings: &'static str,
    /// The guests of an edition or topic, in its detail.
    pub who_came: &'static str,
    /// The home cities of a city's guests, in its detail.
    pub guests_from: &'static str,
    /// The themes.
    pub topics: &'static str,
    /// Opens the presentation.
    pub present_it: &'static str,
    /// In an embed: shows all
    pub participants: &'static str,
    /// Meetings of a city, in its detail.
    pub held_here: &'static str,
    /// Guests from a city, in its detail.
    pub came_from_here: &'static str,
    /// An expert's home city.
    pub home_city: &'static str,
    /// An expert's meetings, in the detail.
    pub took_part: &'static str,
    /// The country.
    pub country: &'static str,
    /// The region of a Polish city.
    pub region: &'static str,
    /// The title or motto of a meeting.
    pub title: &'static str,
    /// What an expert is or was.
    pub role: &'static str,
    /// The heading of totals and completeness.
    pub known: &'static str,
    /// What is documented beside what is claimed: documented meetings and cities.
    pub documented: fn(usize, usize) -> String,
    /// Leads to the totals.
    pub claimed: &'static str,
    /// A total as a source claims it: what, how, how many.
    pub total: fn(Quantity, Bound, u32) -> String,
    /// The time up to which a total was counted: a date in words.
    pub as_of: fn(&str) -> String,
    /// Awards.
    pub awards: &'static str,
    /// All topics, with meetings or without.
    pub all_topics: &'static str,
    /// All sources.
    pub all_sources: &'static str,
    /// The title of the help.
    pub help: &'static str,
    /// The part of the help on keys that work everywhere.
    pub help_page: &'static str,
    /// The switch of the key that opens the help.
    pub help_shortcut: &'static str,
    /// Keys on the map, and what they do.
    pub help_map: &'static [(&'static [&'static str], &'static str)],
    /// Keys in the timeline.
    pub help_timeline: &'static [(&'static [&'static str], &'static str)],
    /// The keys of the search field: their names, and what they do.
    pub help_find: &'static [(&'static [&'static str], &'static str)],
    /// Keys everywhere.
    pub help_everywhere: &'static [(&'static [&'static str], &'static str)],
    /// What shares a view did not arrive.
    pub share_missing: &'static str,
    /// The heading of problems in the data files.
    pub problems: fn(usize) -> String,
    /// What follows from them.
    pub problems_lead: &'static str,
    /// The same where nothing could be read.
    pub problems_nothing: &'static str,
    /// The same where what was written when the site was made can be read all the same.
    pub problems_still: &'static str,
    /// Place of a problem: a JSON pointer, and a line.
    pub at_line: fn(usize) -> String,
    /// The file as a whole.
    pub whole_file: &'static str,
    /// What is wrong, and what to do.
    pub fault: fn(&Fault) -> String,
    /// Whose the map of a picture is.
    pub picture_credits: &'static str,
    /// Prints the poster.
    pub print_poster: &'static str,
    /// On which paper.
    pub paper_of_poster: &'static str,
    /// The plate of meetings of which no edition is known.
    pub no_edition: &'static str,
    /// Leads to the poster.
    pub to_poster: &'static str,
}
