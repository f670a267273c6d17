//! English.

mod fault;
mod present;
mod share;

use crate::domain::{Bound, Claim, Criterion, DoubtKind, Group, MeetingKind, Mode, Quantity};
use crate::screen::Height;

use super::dates::DateWords;
use super::{MoreWords, Words};

pub(super) use present::PRESENT;
pub(super) use share::SHARE;

fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n}\u{a0}{}", if n == 1 { one } else { many })
}

fn meetings(n: usize) -> String {
    count(n, "meeting", "meetings")
}

fn claimed(claim: Claim) -> String {
    let number = WORDS.number(claim.value);
    match claim.bound {
        Bound::MoreThan => format!("more than\u{a0}{number}"),
        Bound::About => format!("about\u{a0}{number}"),
        Bound::Exact if claim.is_early => format!("at least\u{a0}{number}"),
        Bound::Exact => number,
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A meeting of some years, or of all, as it follows "no".
fn known_meeting(years: Option<&str>) -> String {
    years.map_or_else(|| "meeting known to us".to_owned(), |years| format!("meeting of {years} known to us"))
}

pub(super) static WORDS: Words = Words {
    name: "English",
    untitled: "Map and timeline",
    lead: "A map and timeline of meetings about city life",
    skip_to_lists: "Skip to the list of meetings",
    menu: "Menu",
    drawer: |height| match height {
        Height::Peek => "Height of the lists: heading only",
        Height::Half => "Height of the lists: half the screen",
        Height::Full => "Height of the lists: full screen",
    },
    language: "Language",
    theme: "Appearance",
    theme_auto: "Match system",
    theme_light: "Light",
    theme_dark: "Dark",
    year: "Year",
    timeline: "Timeline",
    whole_campaign: "Whole campaign",
    one_year: "One year",
    window: "Range of years",
    first_year: "First year",
    last_year: "Last year",
    up_to: "From the start",
    years_shown: "Years shown",
    slider_value: |years, n, themes| {
        let count = format!("{years}: {}", meetings(n));
        match themes {
            [] => count,
            [theme] => format!("{count}, theme: {theme}"),
            themes => format!("{count}, themes: {}", themes.join("; ")),
        }
    },
    slider_all: |first, last| format!("whole campaign, {}", super::years(first, last)),
    marks: "Dates of meetings",
    day_unknown: "day unknown",
    date_uncertain: "date uncertain",
    edition_bands: "Editions over time",
    documented_of: |n, claim| match claim {
        Some(claim) => format!("{n} of {} meetings documented", claimed(claim)),
        None if n == 0 => "No documented meetings".to_owned(),
        None => format!("{} documented", meetings(n)),
    },
    of_claim: |claim| format!(" of\u{a0}{}{}", claim.value, if claim.is_open() { "+" } else { "" }),
    playing: "Playback",
    play: "Play",
    pause: "Pause",
    previous_year: "Previous year",
    next_year: "Next year",
    speed: |factor| format!("Speed: {factor}"),
    loop_years: "Loop",
    more_playing: "More playback options",
    edition: |number| format!("Edition\u{a0}{number}"),
    map: "Map",
    map_keys: "Arrow keys go from city to city, or with Shift move the map; + and − zoom",
    map_missing: "The map could not be drawn. Everything on it is in the lists, too.",
    other_tiles: "The map server does not answer. The map now comes from another one.",
    no_tiles: "The detailed map is not available at the moment. This is the plain one.",
    two_fingers: "Use two fingers to move the map.",
    wheel_with_key: "To zoom the map, hold Ctrl or ⌘ and scroll.",
    attribution_without_map: "Coordinates: GeoNames, CC BY 4.0. Map library: Leaflet.",
    no_base_map: "The map’s background could not be loaded. Cities and lines are in their right places.",
    zoom_in: "Zoom in",
    zoom_out: "Zoom out",
    frame_home: |country| format!("Show {country}"),
    frame_all: "Show all cities",
    frame_all_short: "All",
    map_controls: "Map view",
    legend: "Legend",
    legend_host: "host city",
    legend_size: "the larger the circle, the more meetings",
    legend_guest: "guests’ home city",
    legend_line: "the way a guest came",
    legend_dashed: "by video, or not confirmed",
    marker_host: |name, n| format!("{name}, {}", meetings(n)),
    marker_guest: |name| format!("{name}, guests’ home city"),
    beyond_edge: |name, km, host| format!("{name} {km} to {host}, beyond the map"),
    displays: "View",
    table: "Table",
    about: "About the data",
    poster: "Poster",
    skip_to_about: "Skip to the page about the data",
    meetings: "Meetings",
    guests: "Guest experts",
    editions: "Editions",
    meetings_in_cities: |m, c| format!("{} in {}", meetings(m), count(c, "city", "cities")),
    guest_cities_count: |n| count(n, "guest city", "guest cities"),
    experts_count: |n| count(n, "named expert", "named experts"),
    no_meetings: |years| {
        format!(
            "The campaign was under way, but no source known to us names a meeting of {years}. \
             That does not mean there was none."
        )
    },
    no_guests: "The sources name no guests from other cities here.",
    no_theme: "Theme not known",
    nobody_named: "the source names no person",
    find: "Search and filter",
    search: "Search cities, countries, people, topics and events",
    search_hint: "Search",
    clear_search: "Clear the search field",
    filter: "Filter",
    meetings_match: |n| format!("{} {}", meetings(n), if n == 1 { "matches" } else { "match" }),
    kind: |kind| match kind {
        MeetingKind::Meeting => "meeting",
        MeetingKind::Conference => "conference",
        MeetingKind::Workshop => "workshops",
    },
    mode: |mode| match mode {
        Mode::Present => "in person",
        Mode::Video => "by video",
        Mode::Announced => "announced",
        Mode::Unknown => "form not known",
    },
    doubt: |kind| match kind {
        DoubtKind::Uncertain => "Uncertain",
        DoubtKind::Contradicted => "Contradictory",
        DoubtKind::Inferred => "Inferred by the editors",
        DoubtKind::Announced => "Only announced",
    },
    uncertain: "uncertain: ",
    field_names: &[
        ("city", "city"),
        ("when", "date"),
        ("edition", "edition"),
        ("kinds", "form"),
        ("title", "title"),
        ("topics", "topics"),
        ("venue", "venue"),
        ("number", "number"),
        ("theme", "theme"),
        ("expert", "person"),
        ("mode", "part"),
        ("value", "number"),
        ("as_of", "period"),
        ("result", "result"),
    ],
    not_all_certain: "not all of it is certain",
    doubts: "What is uncertain",
    close: "Close",
    detail: "Selected",
    with_guests: "With",
    sources: "Sources",
    seen: "Read",
    kilometres: |number| format!("{number}\u{a0}km"),
    sources_and_doubts: "How this is known",
    attribution: "Map: Natural Earth. Coordinates: GeoNames, CC BY 4.0. Map library: Leaflet.",
    nothing_here: "no documented meetings",
    help_short: "Help",
    share: "Share",
    present: "Presentation",
    nothing_arrived: "Neither the data of the campaign could be loaded nor the part of the page that says why. The network connection may have been lost.",
    awaited: "Loading…",
    extras_missing: "A part of the page could not be loaded: details, tables and search. The map, the timeline and the lists work without it.",
    retry: "Try again",
    thousands: ',',
    decimal_mark: '.',
    no_break_after: "",
    no_break_before: "–",
    winds: ["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"],
    dates: DateWords {
        months_after_day: MONTHS,
        months_alone: MONTHS,
        uncertain: " (uncertain)",
        approximate: "about ",
        decade: |year| format!("{year}s"),
        from: "from ",
        day_mark: "",
    },
};

pub(super) static MORE: MoreWords = MoreWords {
    print_poster: "Print the poster",
    paper_of_poster: "A3 paper, upright. The print dialog can also save a PDF.",
    no_edition: "Meetings of an unknown edition",
    to_poster: "Poster to print: a map of each edition",
    picture_credits: "Map: Natural Earth. Coordinates: GeoNames, CC\u{a0}BY\u{a0}4.0.",
    present_it: "Full-screen presentation",
    whole_list: "Whole list",
    whole_map: "Open the whole map",
    detailed_map: "Detailed map",
    tiles_offer: |hosts| {
        let instead = hosts.get(1..).unwrap_or_default().join(", ");
        let instead =
            if instead.is_empty() { String::new() } else { format!(" (or, should it not answer, {instead})") };
        format!(
            "The pictures of this map would come from the server {}{instead}. It will see your device’s IP address and \
             which places you look at. Your consent holds only until this page is closed.",
            hosts.first().copied().unwrap_or_default()
        )
    },
    show_tiles: "I agree, show it",
    hide_tiles: "Back to the plain map",
    tiles_of: "Map:",
    key_bars: "meetings in the year",
    key_running: "meetings since the start",
    key_ghost: "as many as sources claim",
    key_day: "day known",
    key_vague: "day unknown",
    which_table: "Choice of table",
    cities: "Cities",
    table_of_meetings: "Table of meetings",
    table_of_cities: "Table of cities",
    table_of_guests: "Table of guests",
    table_of_sources: "Table of sources",
    meetings_count_label: "Number of meetings",
    guests_count_label: "Number of guests",
    name_label: "Who",
    publisher_label: "Publisher",
    published: "Date",
    facts_label: "Facts",
    not_known: "not known",
    cities_count: |n| count(n, "city", "cities"),
    guests_count: |n| count(n, "guest", "guests"),
    sources_count: |n| count(n, "source", "sources"),
    about_lead: "Every fact on this site is shown with its source. This page gathers what is known about the data: where they come from, how much of the whole they cover, and what in them is uncertain.",
    more_about: "More about the data and their sources",
    gaps: "Years without known meetings",
    no_gaps: "At least one meeting is known of every year of the campaign.",
    how_to_cite: "How to cite",
    cite_lead: "Please also cite the source of the fact itself, which is given beside it. Add the date of access: the data set has no date of its own.",
    citation_kind: "Map and timeline, data set",
    files: "Data files",
    licences: "Licences",
    licences_of_data: "Natural Earth data are in the public domain. GeoNames data may be used under the licence CC BY 4.0, naming GeoNames.",
    newer_version: "A new version of this page is there.",
    take_newer: "Load the new version",
    privacy: "Privacy",
    privacy_text: "The page connects to no other server, sets no cookie and measures nothing. What is chosen is kept in its address alone. The browser keeps the page’s files, so that it also works without a network; in a frame on another page it keeps nothing.",
    place_label: "Coordinates",
    map_in_words: "The map in words",
    year_by_year: "Year by year",
    city_by_city: "City by city",
    none_known_only: "That does not mean there was none.",
    for_the_first_time: "for the first time among the known meetings",
    again: "again",
    guests_from_cities: "guests from",
    guests_from_nowhere: "guests whose city the sources do not state",
    no_guests_in_year: "the sources name no guests from other cities",
    seen_from_chosen: "Seen from the selected city",
    nearest: "Nearest",
    its_guests_from: "Home cities of its guests",
    in_region: |region| format!("{region} Voivodeship"),
    share: |quantity, documented, bound, n| format!("{documented} of\u{a0}{}", (MORE.total)(quantity, bound, n)),
    documented_shares: |shares| format!("Documented: {shares}."),
    coverage: |sourced, facts, percent| {
        format!("{sourced} of\u{a0}{facts} recorded facts name a source ({percent}\u{a0}%).")
    },
    facts_known_from: |n| format!("Cited for {}", count(n, "fact", "facts")),
    year_meetings: |year, n, cities, before, is_filtered| {
        if n == 0 && is_filtered {
            return format!("No known meeting of {year} fits the filters.");
        }
        if n == 0 {
            return format!("The sources name no meeting of {year}.");
        }
        let beside = match before {
            None => String::new(),
            Some(before) if before == n => ", as many as of the year before".to_owned(),
            Some(before) if before < n => format!(", {} more than of the year before", n - before),
            Some(before) => format!(", {} fewer than of the year before", before - n),
        };
        let known = if is_filtered { "What fits the filters" } else { "Known" };
        format!("{known} of {year}: {}{beside}.", (WORDS.meetings_in_cities)(n, cities))
    },
    no_home_city: "the sources state no city, so the map has no line",
    suggestions: "Suggestions",
    suggestions_count: |n| count(n, "suggestion", "suggestions"),
    found_group: |group| match group {
        Group::Years => "Years",
        Group::Cities => "Cities",
        Group::Countries => "Countries of guests",
        Group::People => "People",
        Group::Topics => "Topics",
        Group::Kinds => "Forms of meeting",
        Group::Meetings => "Events",
        Group::Editions => "Editions",
    },
    nothing_found: |text| {
        format!(
            "Nothing matches “{text}”. Check the spelling, or type the name of a city, a country, a person or a topic."
        )
    },
    keep_text: |text| format!("Show everything that matches “{text}”"),
    named_at: |meeting| format!("named in the sources: {meeting}"),
    meetings_count: meetings,
    criterion: |criterion| match criterion {
        Criterion::Edition => "Edition",
        Criterion::Topic => "Topic",
        Criterion::Country => "Country of guests",
        Criterion::Kind => "Form",
        Criterion::Text => "Text",
    },
    quoted: |text| format!("“{text}”"),
    filters_chosen: "Filters chosen",
    drop_filter: |name| format!("Remove filter: {name}"),
    drop_filters: "Remove all filters",
    drop_all: "Remove all",
    no_match: |years, criterion, name| {
        let meeting = known_meeting(years);
        match criterion {
            Criterion::Edition => format!("No {meeting} belongs to edition\u{a0}{name}."),
            Criterion::Topic => format!("No {meeting} is about the topic “{name}”."),
            Criterion::Country => format!("No {meeting} had a guest from this country: {name}."),
            Criterion::Kind => format!("No {meeting} had this form: {name}."),
            Criterion::Text => format!("No {meeting} matches “{name}”."),
        }
    },
    no_match_of_all: |years, conditions| {
        format!("No {} meets all of these conditions at once: {conditions}.", known_meeting(years))
    },
    ways_back: "What you can change",
    all_years: "Show all years",
    next: |name| format!("Next: {name}"),
    previous: |name| format!("Previous: {name}"),
    position: |place, count, group| {
        let sort = match group {
            Group::Years => "years",
            Group::Cities => "cities",
            Group::Countries => "countries",
            Group::People => "people",
            Group::Topics => "topics",
            Group::Kinds => "forms",
            Group::Meetings => "meetings",
            Group::Editions => "editions",
        };
        format!("{place} of\u{a0}{count}\u{a0}{sort}")
    },
    city_held: |n, when| {
        let number = match n {
            1 => "One",
            2 => "Two",
            3 => "Three",
            4 => "Four",
            5 => "Five",
            _ => return format!("{}: {when}.", meetings(n)),
        };
        format!("{number}\u{a0}{}: {when}.", if n == 1 { "meeting" } else { "meetings" })
    },
    city_received: |n| {
        if n == 1 { "Guests from one city.".to_owned() } else { format!("Guests from {n}\u{a0}cities.") }
    },
    city_sent: |n, who| format!("{}: {who}.", if n == 1 { "A guest from here" } else { "Guests from here" }),
    when: "When",
    city: "City",
    venue: "Venue",
    kind_label: "Form",
    edition_label: "Edition",
    theme_label: "Theme",
    documented_label: "Documented",
    cities_in_order: "Cities in order",
    topic_meetings: "Where this was discussed",
    no_topic_meetings: "The source does not say at which meeting this was discussed.",
    who_came: "Who took part",
    guests_from: "Home cities of its guests",
    topics: "Topics",
    participants: "Named in the sources",
    held_here: "Held here",
    came_from_here: "Guests from here",
    home_city: "From",
    took_part: "Part in the campaign",
    country: "Country",
    region: "Voivodeship",
    title: "Title",
    role: "Role",
    known: "How much is known",
    documented: |m, c| format!("Documented: {} in {}.", meetings(m), count(c, "city", "cities")),
    claimed: "According to the sources the campaign was larger. They claim:",
    total: |quantity, bound, n| {
        let noun = match (quantity, n) {
            (Quantity::Meetings, 1) => "meeting",
            (Quantity::Meetings, _) => "meetings",
            (Quantity::Cities, 1) => "city",
            (Quantity::Cities, _) => "cities",
            (Quantity::Participants, 1) => "participant",
            (Quantity::Participants, _) => "participants",
            (Quantity::Workshops, 1) => "workshop",
            (Quantity::Workshops, _) => "workshops",
        };
        let number = WORDS.number(n);
        match bound {
            Bound::Exact => format!("{number}\u{a0}{noun}"),
            Bound::About => format!("about {number}\u{a0}{noun}"),
            Bound::MoreThan => format!("more than {number}\u{a0}{noun}"),
        }
    },
    as_of: |date| format!("as of {date}"),
    awards: "Award",
    all_sources: "All sources",
    all_topics: "All topics",
    help: "Keyboard help",
    help_page: "Everywhere on the page",
    help_shortcut: "The keys ? and P work",
    help_map: &[
        (&["←", "↑", "→", "↓"], "to the nearest city that way"),
        (&["Enter"], "opens the city"),
        (&["Esc"], "closes it and returns to the map"),
        (&["+", "−"], "zooms in and out"),
        (&["Shift", "← ↑ → ↓"], "moves the map"),
    ],
    help_timeline: &[
        (&["←", "→"], "a year back, a year on"),
        (&["Home", "End"], "the first year, the last year"),
        (&["2016"], "the year that is typed"),
        (&["Space"], "plays through the years, and pauses"),
    ],
    help_find: &[
        (&["↓", "↑"], "to the next and the previous suggestion"),
        (&["Enter"], "opens the suggestion, or keeps the text as a filter"),
        (&["Esc"], "closes the suggestions, then empties the field"),
    ],
    help_everywhere: &[
        (&["Tab", "Shift+Tab"], "to the next and the previous element"),
        (&["Esc"], "closes what is open"),
        (&["P"], "presentation"),
        (&["?"], "this help"),
    ],
    share_missing: "This part of the page could not be loaded. The network connection may have been lost.",
    problems: |n| format!("The data files have {}", count(n, "error", "errors")),
    problems_lead: "Everything that could be read is shown below. Please fix this:",
    problems_nothing: "Nothing could be read that could be shown. Please fix this:",
    problems_still: "The data could not be read, so the map cannot be moved, and nothing can be searched or filtered. The page \
         below stands as it was when the site was made. Please fix this:",
    at_line: |line| format!("line {line}"),
    whole_file: "the whole file",
    fault: fault::fault,
};
