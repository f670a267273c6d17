//! Polish.

mod fault;
mod present;
mod share;

use crate::domain::{Bound, Claim, Criterion, DoubtKind, Group, MeetingKind, Mode, Quantity};
use crate::screen::Height;

use super::dates::DateWords;
use super::{MoreWords, Words};

pub(super) use present::PRESENT;
pub(super) use share::SHARE;

/// The plural form of a Polish noun for `n`: 1 spotkanie, 2 spotkania, 5 spotkań (CLDR plural rules).
fn plural<'a>(n: usize, one: &'a str, few: &'a str, many: &'a str) -> &'a str {
    match (n, n % 10, n % 100) {
        (1, ..) => one,
        (_, 2..=4, last_two) if !(12..=14).contains(&last_two) => few,
        _ => many,
    }
}

fn count(n: usize, one: &str, few: &str, many: &str) -> String {
    format!("{n}\u{a0}{}", plural(n, one, few, many))
}

fn meetings(n: usize) -> String {
    count(n, "spotkanie", "spotkania", "spotkań")
}

/// A claimed number in the genitive, as it follows "z": only the words before it show that.
fn claimed(claim: Claim) -> String {
    let number = WORDS.number(claim.value);
    match claim.bound {
        Bound::MoreThan => format!("ponad\u{a0}{number}"),
        Bound::About => format!("około\u{a0}{number}"),
        Bound::Exact if claim.is_early => format!("co\u{a0}najmniej\u{a0}{number}"),
        Bound::Exact => number,
    }
}

/// A meeting of some years, or of all, as it follows "żadne".
fn known_meeting(years: Option<&str>) -> String {
    match years {
        None => "znane nam spotkanie".to_owned(),
        Some(years) if years.contains('–') => format!("znane nam spotkanie z\u{a0}lat {years}"),
        Some(year) => format!("znane nam spotkanie z\u{a0}{year}\u{a0}roku"),
    }
}

pub(super) static WORDS: Words = Words {
    name: "Polski",
    untitled: "Mapa i oś czasu",
    lead: "Mapa i oś czasu spotkań o życiu w miastach",
    skip_to_lists: "Przejdź do listy spotkań",
    menu: "Menu",
    drawer: |height| match height {
        Height::Peek => "Wysokość list: tylko nagłówek",
        Height::Half => "Wysokość list: pół ekranu",
        Height::Full => "Wysokość list: cały ekran",
    },
    language: "Język",
    theme: "Wygląd",
    theme_auto: "Jak w\u{a0}systemie",
    theme_light: "Jasny",
    theme_dark: "Ciemny",
    year: "Rok",
    timeline: "Oś czasu",
    whole_campaign: "Cała kampania",
    one_year: "Jeden rok",
    window: "Zakres lat",
    first_year: "Rok początkowy",
    last_year: "Rok końcowy",
    up_to: "Od początku",
    years_shown: "Pokazywane lata",
    slider_value: |years, n, themes| {
        let count = format!("{years}: {}", meetings(n));
        match themes {
            [] => count,
            [theme] => format!("{count}, temat: {theme}"),
            themes => format!("{count}, tematy: {}", themes.join("; ")),
        }
    },
    slider_all: |first, last| format!("cała kampania, {}", super::years(first, last)),
    marks: "Daty spotkań",
    day_unknown: "dzień nieznany",
    date_uncertain: "data niepewna",
    edition_bands: "Czas edycji",
    documented_of: |n, claim| match claim {
        Some(claim) => format!("Udokumentowano {n}\u{a0}z\u{a0}{} spotkań", claimed(claim)),
        None if n == 0 => "Brak udokumentowanych spotkań".to_owned(),
        None => format!("Udokumentowano {}", meetings(n)),
    },
    of_claim: |claim| format!(" z\u{a0}{}{}", claim.value, if claim.is_open() { "+" } else { "" }),
    playing: "Odtwarzanie",
    play: "Odtwarzaj",
    pause: "Wstrzymaj",
    previous_year: "Poprzedni rok",
    next_year: "Następny rok",
    speed: |factor| format!("Tempo: {factor}"),
    loop_years: "Zapętl",
    more_playing: "Więcej opcji odtwarzania",
    edition: |number| format!("{number}.\u{a0}edycja"),
    map: "Mapa",
    map_keys: "Strzałki prowadzą od miasta do miasta, a\u{a0}z\u{a0}klawiszem Shift przesuwają mapę; + przybliża, − oddala",
    map_missing: "Nie udało się narysować mapy. Wszystko, co na niej widać, jest też na listach obok.",
    other_tiles: "Serwer map nie odpowiada. Mapa pochodzi teraz z\u{a0}innego.",
    no_tiles: "Szczegółowa mapa jest teraz niedostępna. Widać zwykłą.",
    two_fingers: "Mapę przesuwa się dwoma palcami.",
    wheel_with_key: "Aby powiększyć mapę, przytrzymaj Ctrl lub ⌘ i obracaj kółkiem myszy.",
    attribution_without_map: "Współrzędne: GeoNames, CC BY 4.0. Biblioteka map: Leaflet.",
    no_base_map: "Nie udało się wczytać tła mapy. Miasta i linie są na swoich miejscach.",
    zoom_in: "Przybliż",
    zoom_out: "Oddal",
    frame_home: |country| format!("Pokaż: {country}"),
    frame_all: "Pokaż wszystkie miasta",
    frame_all_short: "Wszystkie",
    map_controls: "Widok mapy",
    legend: "Legenda",
    legend_host: "miasto spotkań",
    legend_size: "im większe koło, tym więcej spotkań",
    legend_guest: "miasto gości",
    legend_line: "skąd i\u{a0}dokąd przyjechał gość",
    legend_dashed: "nagranie wideo albo udział niepotwierdzony",
    marker_host: |name, n| format!("{name}, {}", meetings(n)),
    marker_guest: |name| format!("{name}, miasto gości"),
    beyond_edge: |name, km, host| format!("{name} {km} do miasta {host}, poza mapą"),
    displays: "Widok",
    table: "Tabela",
    about: "O\u{a0}danych",
    poster: "Plakat",
    skip_to_about: "Przejdź do strony o\u{a0}danych",
    meetings: "Spotkania",
    guests: "Goście",
    editions: "Edycje",
    meetings_in_cities: |m, c| {
        format!("{} w\u{a0}{c}\u{a0}{}", meetings(m), if c == 1 { "mieście" } else { "miastach" })
    },
    guest_cities_count: |n| count(n, "miasto gości", "miasta gości", "miast gości"),
    experts_count: |n| {
        count(
            n,
            "ekspert wymieniony z\u{a0}nazwiska",
            "eksperci wymienieni z\u{a0}nazwiska",
            "ekspertów wymienionych z\u{a0}nazwiska",
        )
    },
    no_meetings: |years| {
        let of = if years.contains('–') { format!("lat {years}") } else { format!("{years}\u{a0}roku") };
        format!(
            "Kampania już trwała, ale żadne znane nam źródło nie wymienia spotkania z\u{a0}{of}. \
             To nie znaczy, że go nie było."
        )
    },
    no_guests: "Źródła nie wymieniają tu gości z\u{a0}innych miast.",
    no_theme: "Temat nieznany",
    nobody_named: "źródło nie podaje nazwiska",
    find: "Szukaj i\u{a0}filtruj",
    search: "Szukaj miast, krajów, osób, tematów i\u{a0}wydarzeń",
    search_hint: "Szukaj",
    clear_search: "Wyczyść pole wyszukiwania",
    filter: "Filtruj",
    meetings_match: |n| format!("{} {}", plural(n, "Pasuje", "Pasują", "Pasuje"), meetings(n)),
    kind: |kind| match kind {
        MeetingKind::Meeting => "spotkanie",
        MeetingKind::Conference => "konferencja",
        MeetingKind::Workshop => "warsztaty",
    },
    mode: |mode| match mode {
        Mode::Present => "na miejscu",
        Mode::Video => "nagranie wideo",
        Mode::Announced => "zapowiedziany udział",
        Mode::Unknown => "forma udziału nieznana",
    },
    doubt: |kind| match kind {
        DoubtKind::Uncertain => "Niepewne",
        DoubtKind::Contradicted => "Sprzeczne dane",
        DoubtKind::Inferred => "Wniosek redakcji",
        DoubtKind::Announced => "Tylko zapowiedź",
    },
    uncertain: "niepewne: ",
    field_names: &[
        ("city", "miasto"),
        ("when", "data"),
        ("edition", "edycja"),
        ("kinds", "forma"),
        ("title", "tytuł"),
        ("topics", "tematy"),
        ("venue", "miejsce"),
        ("number", "numer"),
        ("theme", "temat"),
        ("expert", "osoba"),
        ("mode", "udział"),
        ("value", "liczba"),
        ("as_of", "okres"),
        ("result", "wynik"),
    ],
    not_all_certain: "nie wszystko jest pewne",
    doubts: "Czego nie wiemy na pewno",
    close: "Zamknij",
    detail: "Wybrane",
    with_guests: "Z\u{a0}udziałem",
    sources: "Źródła",
    seen: "Przeczytano",
    kilometres: |number| format!("{number}\u{a0}km"),
    sources_and_doubts: "Skąd to wiemy",
    attribution: "Mapa: Natural Earth. Współrzędne: GeoNames, CC BY 4.0. Biblioteka map: Leaflet.",
    nothing_here: "brak udokumentowanych spotkań",
    help_short: "Pomoc",
    share: "Udostępnij",
    present: "Prezentacja",
    nothing_arrived: "Nie udało się wczytać danych kampanii ani części strony, która mówi dlaczego. Możliwe, że zabrakło połączenia z\u{a0}siecią.",
    awaited: "Wczytywanie…",
    extras_missing: "Nie udało się wczytać części strony: szczegółów, tabel i\u{a0}wyszukiwarki. Mapa, oś czasu i\u{a0}listy działają bez nich.",
    retry: "Spróbuj ponownie",
    thousands: '\u{a0}',
    decimal_mark: ',',
    no_break_after: "ul. al. pl. nr dr prof. św. im. ok. godz. a i o u w z A I O U W Z",
    no_break_before: "r. w. km % –",
    winds: [
        "na\u{a0}północ",
        "na\u{a0}północny wschód",
        "na\u{a0}wschód",
        "na\u{a0}południowy wschód",
        "na\u{a0}południe",
        "na\u{a0}południowy zachód",
        "na\u{a0}zachód",
        "na\u{a0}północny zachód",
    ],
    dates: DateWords {
        months_after_day: [
            "stycznia",
            "lutego",
            "marca",
            "kwietnia",
            "maja",
            "czerwca",
            "lipca",
            "sierpnia",
            "września",
            "października",
            "listopada",
            "grudnia",
        ],
        months_alone: [
            "styczeń",
            "luty",
            "marzec",
            "kwiecień",
            "maj",
            "czerwiec",
            "lipiec",
            "sierpień",
            "wrzesień",
            "październik",
            "listopad",
            "grudzień",
        ],
        uncertain: " (niepewne)",
        approximate: "około ",
        decade: |year| format!("lata {year}–{}", year + 9),
        from: "od ",
        day_mark: "",
    },
};

pub(super) static MORE: MoreWords = MoreWords {
    print_poster: "Drukuj plakat",
    paper_of_poster: "Kartka A3, pionowo. W\u{a0}oknie drukowania można też zapisać PDF.",
    no_edition: "Spotkania o\u{a0}nieznanej edycji",
    to_poster: "Plakat do druku: mapa każdej edycji",
    picture_credits: "Mapa: Natural Earth. Współrzędne: GeoNames, CC\u{a0}BY\u{a0}4.0.",
    present_it: "Prezentacja na pełnym ekranie",
    whole_list: "Cała lista",
    whole_map: "Otwórz całą mapę",
    detailed_map: "Mapa szczegółowa",
    tiles_offer: |hosts| {
        let instead = hosts.get(1..).unwrap_or_default().join(", ");
        let instead =
            if instead.is_empty() { String::new() } else { format!(" (a\u{a0}gdyby nie odpowiadał: {instead})") };
        format!(
            "Obrazy tej mapy pochodziłyby z\u{a0}serwera {}{instead}. Pozna on adres IP twojego urządzenia i\u{a0}to, \
             które miejsca oglądasz. Zgoda jest ważna tylko do zamknięcia tej strony.",
            hosts.first().copied().unwrap_or_default()
        )
    },
    show_tiles: "Zgadzam się, pokaż",
    hide_tiles: "Wróć do zwykłej mapy",
    tiles_of: "Mapa:",
    key_bars: "spotkania w\u{a0}roku",
    key_running: "spotkania od początku",
    key_ghost: "tyle podają źródła",
    key_day: "znany dzień",
    key_vague: "dzień nieznany",
    which_table: "Wybór tabeli",
    cities: "Miasta",
    table_of_meetings: "Tabela spotkań",
    table_of_cities: "Tabela miast",
    table_of_guests: "Tabela gości",
    table_of_sources: "Tabela źródeł",
    meetings_count_label: "Ile spotkań",
    guests_count_label: "Ilu gości",
    name_label: "Kto",
    publisher_label: "Wydawca",
    published: "Data",
    facts_label: "Ile faktów",
    not_known: "nie wiadomo",
    cities_count: |n| count(n, "miasto", "miasta", "miast"),
    guests_count: |n| count(n, "gość", "goście", "gości"),
    sources_count: |n| count(n, "źródło", "źródła", "źródeł"),
    about_lead: "Każdy fakt na tej stronie ma podane źródło. Tu zebrano wszystko, co wiadomo o samych danych: skąd pochodzą, ile z całości obejmują i co w nich jest niepewne.",
    more_about: "Więcej o\u{a0}danych i\u{a0}źródłach",
    gaps: "Lata bez znanych spotkań",
    no_gaps: "Z\u{a0}każdego roku kampanii znane jest co najmniej jedno spotkanie.",
    how_to_cite: "Jak cytować",
    cite_lead: "Proszę podać także źródło danego faktu: jest przy nim wymienione. Datę odczytu trzeba dopisać samemu, bo zbiór nie ma własnej daty.",
    citation_kind: "Mapa i\u{a0}oś czasu, zbiór danych",
    files: "Pliki z\u{a0}danymi",
    licences: "Licencje",
    licences_of_data: "Dane Natural Earth są w domenie publicznej. Danych GeoNames wolno używać na licencji CC BY 4.0, z podaniem nazwy GeoNames.",
    newer_version: "Jest nowa wersja tej strony.",
    take_newer: "Wczytaj nową wersję",
    privacy: "Prywatność",
    privacy_text: "Strona nie łączy się z żadnym innym serwerem, nie zapisuje plików cookie i niczego nie mierzy. Wszystko, co wybrano, jest tylko w jej adresie. Przeglądarka zachowuje pliki strony, żeby działała także bez sieci; w\u{a0}ramce na innej stronie nie zachowuje nic.",
    place_label: "Położenie",
    map_in_words: "Mapa w\u{a0}słowach",
    year_by_year: "Rok po roku",
    city_by_city: "Miasto po mieście",
    none_known_only: "To nie znaczy, że żadnego nie było.",
    for_the_first_time: "po raz pierwszy wśród znanych spotkań",
    again: "ponownie",
    guests_from_cities: "goście z miast",
    guests_from_nowhere: "goście, których miasta źródła nie podają",
    no_guests_in_year: "źródła nie wymieniają gości z innych miast",
    seen_from_chosen: "Od wybranego miasta",
    nearest: "Najbliżej",
    its_guests_from: "Miasta gości",
    in_region: |region| format!("województwo {region}"),
    share: |quantity, documented, bound, n| {
        let noun = match quantity {
            Quantity::Meetings => "spotkań",
            Quantity::Cities => "miast",
            Quantity::Participants => "uczestników",
            Quantity::Workshops => "warsztatów",
        };
        let how = match bound {
            Bound::Exact => "",
            Bound::About => "około ",
            Bound::MoreThan => "ponad ",
        };
        format!("{documented}\u{a0}z\u{a0}{how}{}\u{a0}{noun}", WORDS.number(n))
    },
    documented_shares: |shares| format!("Udokumentowane: {shares}."),
    coverage: |sourced, facts, percent| {
        format!("Źródło ma {sourced}\u{a0}z\u{a0}{facts} zapisanych faktów ({percent}%).")
    },
    facts_known_from: |n| format!("Podane przy {n}\u{a0}{}", if n == 1 { "fakcie" } else { "faktach" }),
    year_meetings: |year, n, cities, before, is_filtered| {
        if n == 0 && is_filtered {
            return format!("Z {year} roku nie pasuje do filtrów żadne znane spotkanie.");
        }
        if n == 0 {
            return format!("W {year} roku źródła nie wymieniają żadnego spotkania.");
        }
        let beside = match before {
            None => String::new(),
            Some(before) if before == n => ", tyle samo co z poprzedniego".to_owned(),
            Some(before) if before < n => format!(", o {} więcej niż z poprzedniego", meetings(n - before)),
            Some(before) => format!(", o {} mniej niż z poprzedniego", meetings(before - n)),
        };
        let known = if is_filtered { "do filtrów pasuje" } else { "znamy" };
        format!("Z {year} roku {known} {}{beside}.", (WORDS.meetings_in_cities)(n, cities))
    },
    no_home_city: "źródła nie podają miasta, więc na mapie nie ma linii",
    suggestions: "Podpowiedzi",
    suggestions_count: |n| count(n, "podpowiedź", "podpowiedzi", "podpowiedzi"),
    found_group: |group| match group {
        Group::Years => "Lata",
        Group::Cities => "Miasta",
        Group::Countries => "Kraje gości",
        Group::People => "Osoby",
        Group::Topics => "Tematy",
        Group::Kinds => "Formy spotkań",
        Group::Meetings => "Wydarzenia",
        Group::Editions => "Edycje",
    },
    nothing_found: |text| {
        format!("Nic nie pasuje do „{text}”. Sprawdź pisownię albo wpisz nazwę miasta lub kraju, nazwisko albo temat.")
    },
    keep_text: |text| format!("Pokaż wszystko, co pasuje do „{text}”"),
    named_at: |meeting| format!("nazwisko w\u{a0}źródłach: {meeting}"),
    meetings_count: meetings,
    criterion: |criterion| match criterion {
        Criterion::Edition => "Edycja",
        Criterion::Topic => "Temat",
        Criterion::Country => "Kraj gości",
        Criterion::Kind => "Forma",
        Criterion::Text => "Tekst",
    },
    quoted: |text| format!("„{text}”"),
    filters_chosen: "Wybrane filtry",
    drop_filter: |name| format!("Usuń filtr: {name}"),
    drop_filters: "Usuń wszystkie filtry",
    drop_all: "Usuń wszystkie",
    no_match: |years, criterion, name| {
        let meeting = known_meeting(years);
        match criterion {
            Criterion::Edition => format!("Żadne {meeting} nie należy do\u{a0}{name}.\u{a0}edycji."),
            Criterion::Topic => format!("Żadne {meeting} nie dotyczy tematu „{name}”."),
            Criterion::Country => format!("Żadne {meeting} nie miało gościa z\u{a0}kraju: {name}."),
            Criterion::Kind => format!("Żadne {meeting} nie miało formy: {name}."),
            Criterion::Text => format!("Żadne {meeting} nie pasuje do „{name}”."),
        }
    },
    no_match_of_all: |years, conditions| {
        format!("Żadne {} nie spełnia naraz wszystkich warunków: {conditions}.", known_meeting(years))
    },
    ways_back: "Co można zmienić",
    all_years: "Pokaż wszystkie lata",
    next: |name| format!("Dalej: {name}"),
    previous: |name| format!("Wstecz: {name}"),
    position: |place, count, group| {
        let sort = match group {
            Group::Years => "lat",
            Group::Cities => "miast",
            Group::Countries => "krajów",
            Group::People => "osób",
            Group::Topics => "tematów",
            Group::Kinds => "form",
            Group::Meetings => "spotkań",
            Group::Editions => "edycji",
        };
        format!("{place}.\u{a0}z\u{a0}{count}\u{a0}{sort}")
    },
    city_held: |n, when| {
        let number = match n {
            1 => "Jedno",
            2 => "Dwa",
            3 => "Trzy",
            4 => "Cztery",
            5 => "Pięć",
            _ => return format!("{}: {when}.", meetings(n)),
        };
        format!("{number}\u{a0}{}: {when}.", plural(n, "spotkanie", "spotkania", "spotkań"))
    },
    city_received: |n| {
        if n == 1 { "Goście z\u{a0}jednego miasta.".to_owned() } else { format!("Goście z\u{a0}{n}\u{a0}miast.") }
    },
    city_sent: |n, who| format!("{}: {who}.", if n == 1 { "Gość stąd" } else { "Goście stąd" }),
    when: "Kiedy",
    city: "Miasto",
    venue: "Miejsce",
    kind_label: "Forma",
    edition_label: "Edycja",
    theme_label: "Temat",
    documented_label: "Znamy",
    cities_in_order: "Miasta po kolei",
    topic_meetings: "Gdzie o\u{a0}tym mówiono",
    no_topic_meetings: "Źródło nie mówi, na którym spotkaniu poruszono ten temat.",
    who_came: "Kto wziął udział",
    guests_from: "Skąd byli goście",
    topics: "Tematy",
    participants: "Wymienieni w\u{a0}źródłach",
    held_here: "Odbyło się tutaj",
    came_from_here: "Goście stąd",
    home_city: "Skąd",
    took_part: "Udział w\u{a0}kampanii",
    country: "Kraj",
    region: "Województwo",
    title: "Tytuł",
    role: "Rola",
    known: "Ile wiemy",
    documented: |m, c| {
        format!("Udokumentowane: {} w\u{a0}{c}\u{a0}{}.", meetings(m), if c == 1 { "mieście" } else { "miastach" })
    },
    claimed: "Według źródeł kampania była większa. Oto, co podają:",
    total: |quantity, bound, n| {
        let number = WORDS.number(n);
        let n = n as usize;
        // After "ponad" and "około" a number takes the genitive; in digits only the noun shows it.
        let noun = match (quantity, bound) {
            (Quantity::Meetings, Bound::Exact) => plural(n, "spotkanie", "spotkania", "spotkań"),
            (Quantity::Meetings, _) => "spotkań",
            (Quantity::Cities, Bound::Exact) => plural(n, "miasto", "miasta", "miast"),
            (Quantity::Cities, _) => "miast",
            (Quantity::Participants, Bound::Exact) => plural(n, "uczestnik", "uczestników", "uczestników"),
            (Quantity::Participants, _) => "uczestników",
            (Quantity::Workshops, Bound::Exact) => plural(n, "warsztat", "warsztaty", "warsztatów"),
            (Quantity::Workshops, _) => "warsztatów",
        };
        match bound {
            Bound::Exact => format!("{number}\u{a0}{noun}"),
            Bound::About => format!("około {number}\u{a0}{noun}"),
            Bound::MoreThan => format!("ponad {number}\u{a0}{noun}"),
        }
    },
    as_of: |date| {
        // "Rok" is not said of what ends in words, such as "(niepewne)".
        let year = if date.bytes().last().is_some_and(|last| last.is_ascii_digit()) { "\u{a0}r." } else { "" };
        format!("stan na\u{a0}{date}{year}")
    },
    awards: "Nagroda",
    all_sources: "Wszystkie źródła",
    all_topics: "Wszystkie tematy",
    help: "Pomoc: klawiatura",
    help_page: "Na całej stronie",
    help_shortcut: "Klawisze ? i\u{a0}P działają",
    help_map: &[
        (&["←", "↑", "→", "↓"], "do najbliższego miasta w\u{a0}tę stronę"),
        (&["Enter"], "otwiera miasto"),
        (&["Esc"], "zamyka je i\u{a0}wraca na mapę"),
        (&["+", "−"], "przybliża i\u{a0}oddala"),
        (&["Shift", "← ↑ → ↓"], "przesuwa mapę"),
    ],
    help_timeline: &[
        (&["←", "→"], "rok wcześniej, rok później"),
        (&["Home", "End"], "pierwszy rok, ostatni rok"),
        (&["2016"], "wpisany rok"),
        (&["Spacja"], "odtwarza lata i\u{a0}wstrzymuje odtwarzanie"),
    ],
    help_find: &[
        (&["↓", "↑"], "do następnej i\u{a0}poprzedniej podpowiedzi"),
        (&["Enter"], "otwiera podpowiedź albo zostawia tekst jako filtr"),
        (&["Esc"], "zamyka podpowiedzi, potem czyści pole"),
    ],
    help_everywhere: &[
        (&["Tab", "Shift+Tab"], "do następnego i\u{a0}poprzedniego elementu"),
        (&["Esc"], "zamyka to, co otwarte"),
        (&["P"], "prezentacja"),
        (&["?"], "ta pomoc"),
    ],
    share_missing: "Nie udało się wczytać tej części strony. Możliwe, że zabrakło połączenia z\u{a0}siecią.",
    problems: |n| {
        format!(
            "W\u{a0}plikach danych {} {n}\u{a0}{}",
            plural(n, "jest", "są", "jest"),
            plural(n, "błąd", "błędy", "błędów")
        )
    },
    problems_lead: "Poniżej jest wszystko, co udało się odczytać poprawnie. To trzeba naprawić:",
    problems_nothing: "Nie udało się odczytać niczego, co można by pokazać. To trzeba naprawić:",
    problems_still: "Danych nie udało się wczytać, więc mapy nie można przesuwać, a\u{a0}spotkań wyszukiwać ani filtrować. Poniżej \
         jest strona w\u{a0}takiej postaci, w\u{a0}jakiej ją przygotowano. To trzeba naprawić:",
    at_line: |line| format!("wiersz {line}"),
    whole_file: "cały plik",
    fault: fault::fault,
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_take_the_polish_plural_forms() {
        let worded = |n| meetings(n).replace('\u{a0}', " ");
        assert_eq!(worded(0), "0 spotkań");
        assert_eq!(worded(1), "1 spotkanie");
        assert_eq!(worded(2), "2 spotkania");
        assert_eq!(worded(5), "5 spotkań");
        assert_eq!(worded(12), "12 spotkań");
        assert_eq!(worded(22), "22 spotkania");
        assert_eq!(worded(112), "112 spotkań");
        assert_eq!((WORDS.meetings_in_cities)(10, 10).replace('\u{a0}', " "), "10 spotkań w 10 miastach");
        assert_eq!((WORDS.meetings_in_cities)(1, 1).replace('\u{a0}', " "), "1 spotkanie w 1 mieście");
    }

    #[test]
    fn what_is_documented_is_told_beside_what_is_claimed() {
        let told = |n, claim| (WORDS.documented_of)(n, claim).replace('\u{a0}', " ");
        let claim = |value, bound, is_early| Some(Claim { value, bound, is_early });
        assert_eq!(told(15, claim(30, Bound::MoreThan, false)), "Udokumentowano 15 z ponad 30 spotkań");
        assert_eq!(told(11, claim(19, Bound::Exact, true)), "Udokumentowano 11 z co najmniej 19 spotkań");
        assert_eq!(told(11, claim(19, Bound::Exact, false)), "Udokumentowano 11 z 19 spotkań");
        assert_eq!(told(1, None), "Udokumentowano 1 spotkanie");
        assert_eq!(told(0, None), "Brak udokumentowanych spotkań");
    }

    #[test]
    fn the_slider_says_years_meetings_and_themes() {
        let said = |themes: &[String]| (WORDS.slider_value)("2016", 10, themes).replace('\u{a0}', " ");
        assert_eq!(said(&[]), "2016: 10 spotkań");
        assert_eq!(said(&["ekologia".into()]), "2016: 10 spotkań, temat: ekologia");
        assert_eq!(said(&["ekologia".into(), "ruch".into()]), "2016: 10 spotkań, tematy: ekologia; ruch");
    }

    #[test]
    fn a_claim_says_of_when_it_is() {
        let told = |date| (MORE.as_of)(date).replace('\u{a0}', " ");
        assert_eq!(told("2017"), "stan na 2017 r.");
        assert_eq!(told("29 marca 2017"), "stan na 29 marca 2017 r.");
        assert_eq!(told("2016 (niepewne)"), "stan na 2016 (niepewne)");
    }

    #[test]
    fn totals_read_as_a_pole_would_write_them() {
        let total = |q, b, n| (MORE.total)(q, b, n).replace('\u{a0}', " ");
        assert_eq!(total(Quantity::Meetings, Bound::MoreThan, 30), "ponad 30 spotkań");
        assert_eq!(total(Quantity::Meetings, Bound::Exact, 21), "21 spotkań");
        assert_eq!(total(Quantity::Cities, Bound::Exact, 13), "13 miast");
        assert_eq!(total(Quantity::Participants, Bound::About, 5000), "około 5 000 uczestników");
    }
}
