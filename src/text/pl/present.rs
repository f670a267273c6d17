//! A talk, in Polish.

use super::count;
use crate::text::PresentWords;

pub(in crate::text) static PRESENT: PresentWords = PresentWords {
    campaign_is: |years| match years {
        Some(year) if year.chars().all(|c| c.is_ascii_digit()) => {
            format!("Cykl spotkań o\u{a0}miastach, który w\u{a0}roku {year} wędrował z\u{a0}miasta do miasta")
        }
        Some(years) => {
            format!("Cykl spotkań o\u{a0}miastach, który w\u{a0}latach {years} wędrował z\u{a0}miasta do miasta")
        }
        None => "Cykl spotkań o\u{a0}miastach, który wędrował z\u{a0}miasta do miasta".to_owned(),
    },
    campaign_title: "Co to było",
    guests_title: "Miasta gości",
    guests_from: |cities, countries| {
        format!(
            "{} z\u{a0}{countries}\u{a0}{}",
            count(cities, "miasto", "miasta", "miast"),
            if countries == 1 { "kraju" } else { "krajów" }
        )
    },
    region: |name, is_polish| {
        // The data names a voivodeship by its adjective.
        let is_name = |c: char| c.is_ascii_uppercase() || "ĆŁÓŚŹŻ".contains(c);
        let is_adjective = is_polish && !name.contains(' ') && !name.starts_with(is_name);
        if is_adjective { format!("województwo {name}") } else { name.to_owned() }
    },
    brought: |n| if n == 1 { "Temat" } else { "Tematy" },
    totals_title: "Ile tego było",
    awards_title: |n| if n == 1 { "Nagroda" } else { "Nagrody" },
    sources_count: |n| count(n, "źródło", "źródła", "źródeł"),
    and_more: |n| format!("i\u{a0}jeszcze {n}"),
    thanks: "Dziękujemy",
    scan: "Zeskanuj kod, aby otworzyć mapę",
    scan_step: "Zeskanuj kod, aby otworzyć to, co teraz widać",
    no_code: "Ta kopia nie ma adresu, który mogliby otworzyć inni.",
    step_of: |at, count| format!("Krok {at}\u{a0}z\u{a0}{count}"),
    step_short: |at, count| format!("{at}\u{a0}/\u{a0}{count}"),
    controls: "Sterowanie prezentacją",
    next: "Następny krok",
    previous: "Poprzedni krok",
    leave: "Zakończ prezentację",
    notes_window: "Okno prelegenta",
    fill: "Pełny ekran",
    play: "Odtwarzaj",
    pause: "Wstrzymaj",
    keys: "Klawisze",
    light: "Wskaźnik światła",
    black: "Czarny ekran",
    white: "Biały ekran",
    code: "Kod QR",
    playing: |seconds| format!("▶ co {seconds}\u{a0}s"),
    cut: "Dalszy ciąg tekstu:",
    uncover: "Pokaż z\u{a0}powrotem",
    print: "Drukuj materiały",
    steps: "Wszystkie kroki",
    typed: |number| format!("Krok {number}: naciśnij Enter"),
    key_table: &[
        ("→ ↓ Page Down Spacja", "następny krok"),
        ("← ↑ Page Up Backspace", "poprzedni krok"),
        ("Home, End", "pierwszy, ostatni krok"),
        ("cyfry, Enter", "krok o\u{a0}tym numerze"),
        ("B lub .", "czarny ekran"),
        ("W lub ,", "biały ekran"),
        ("Q", "kod QR"),
        ("L", "wskaźnik światła"),
        ("F", "pełny ekran"),
        ("S", "okno prelegenta"),
        ("A", "odtwarzanie"),
        ("?", "ta lista"),
        ("Esc", "koniec; na mapie P\u{a0}wraca do kroku"),
    ],
    desk: "Okno prelegenta",
    now: "Teraz",
    coming: "Następnie",
    no_more: "To już ostatni krok.",
    notes: "Notatki",
    no_notes: "Do tego kroku nie ma notatek.",
    clock: "Godzina",
    elapsed: "Minęło",
    remaining: "Zostało",
    restart: "Licz czas od nowa",
    works_alone: "Działa bez sieci",
    needs_network: "Jeszcze nie działa bez sieci",
    linked: "Połączono z\u{a0}drugim oknem",
    alone: "Drugie okno nie odpowiada; to działa samo.",
    open_stage: "Otwórz okno dla sali",
    no_window: "Przeglądarka nie pozwoliła otworzyć okna. Zezwól tej stronie na wyskakujące okna i\u{a0}spróbuj ponownie.",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_their_forms() {
        assert_eq!((PRESENT.guests_from)(6, 5), "6\u{a0}miast z\u{a0}5\u{a0}krajów");
        assert_eq!((PRESENT.guests_from)(1, 1), "1\u{a0}miasto z\u{a0}1\u{a0}kraju");
        assert_eq!((PRESENT.sources_count)(12), "12\u{a0}źródeł");
    }

    #[test]
    fn one_year_is_no_years() {
        assert!((PRESENT.campaign_is)(Some("2014–2017")).contains("w\u{a0}latach 2014–2017"));
        assert!((PRESENT.campaign_is)(Some("2021")).contains("w\u{a0}roku 2021"));
    }
}
