//! What is wrong with a data file, in Polish: what was found, and what to do.

use crate::data::{Expected, Fault, Format, Table, Whole};
use crate::domain::{EdtfError, decimal};

pub(super) fn fault(fault: &Fault) -> String {
    match fault {
        Fault::File(whole) => file(whole),
        Fault::Missing { field } => format!("Brakuje pola „{field}”. Trzeba je dopisać."),
        Fault::NotExactlyOne { fields } => {
            format!("Powinno tu być dokładnie jedno z pól: {}.", fields.join(", "))
        }
        Fault::MissingLanguage(lang) => format!("Brakuje tekstu w języku „{}”; pokazujemy go w innym.", lang.tag()),
        Fault::WrongType { expected, found } => format!("Powinien tu być {}, a jest: {found}", thing(*expected)),
        Fault::Blank => "Tekst jest pusty. Trzeba go wpisać albo usunąć pole.".into(),
        Fault::DamagedText { found } => {
            format!("Tekst został uszkodzony przy zapisie: „{found}”. Trzeba wpisać go na nowo.")
        }
        Fault::Id { found } => format!(
            "„{found}” nie jest identyfikatorem. Składa się on z małych liter a–z i cyfr, z łącznikami pomiędzy, \
             jak „skarzysko-kamienna”."
        ),
        Fault::Date { error, found } => match error {
            EdtfError::Form => {
                format!("„{found}” nie jest datą. Przykłady: 2016, 2016-03, 2016-03-31, 2017-04-26/2017-04-27.")
            }
            EdtfError::NoSuchDay => format!("Dnia „{found}” nie ma w kalendarzu."),
            EdtfError::EndBeforeStart => format!("W przedziale „{found}” koniec jest przed początkiem."),
        },
        Fault::Country { found } => {
            format!("„{found}” nie jest kodem kraju. To dwie wielkie litery (ISO 3166-1), jak PL.")
        }
        Fault::UnknownWord { found, allowed } => {
            format!("Nieznana wartość „{found}”. Możliwe: {}.", allowed.join(", "))
        }
        Fault::Url { found } => {
            format!("„{found}” nie jest adresem strony. Adres zaczyna się od https:// i nie ma spacji.")
        }
        Fault::TileUrl { found } => format!(
            "„{found}” nie jest adresem kafelków mapy. Adres zaczyna się od https:// i nazwy serwera, a dalej ma {{z}}, {{x}} i {{y}}."
        ),
        Fault::UnknownMember { found, allowed } => {
            format!("Nieznane pole „{found}”, pomijamy je. Możliwe: {}.", allowed.join(", "))
        }
        Fault::NoPicture { found } => format!(
            "Obok danych nie ma obrazu „{found}” albo nie da się go pokazać; zastępuje go tekst alternatywny. Trzeba położyć tam ten plik."
        ),
        Fault::FileName { found } => format!(
            "„{found}” nie jest nazwą obrazu w folderze z danymi. Nazwa ma litery bez znaków polskich, cyfry, „-”, „_”, i kończy się na .jpg, .png, .webp, .avif albo .svg."
        ),
        Fault::Position { count } => {
            format!("Położenie to dwie liczby, długość i szerokość geograficzna, a liczb jest: {count}.")
        }
        Fault::Longitude(lon) => {
            format!("Długość geograficzna {} nie mieści się w przedziale od −180° do 180°.", decimal(*lon))
        }
        Fault::Latitude(lat) => {
            format!("Szerokość geograficzna {} nie mieści się w przedziale od −90° do 90°.", decimal(*lat))
        }
        Fault::Swapped { lon, lat } => {
            let (lon, lat) = (decimal(*lon), decimal(*lat));
            format!(
                "Współrzędne {lon}, {lat} wyglądają na zamienione miejscami. W GeoJSON najpierw jest długość, \
             potem szerokość: [{lat}, {lon}]."
            )
        }
        Fault::Projected { x, y } => {
            let (x, y) = (decimal(*x), decimal(*y));
            format!(
                "Liczby {x} i {y} to nie stopnie, lecz metry układu płaskiego, np. PL-1992 (EPSG:2180). \
             Trzeba je przeliczyć na WGS 84."
            )
        }
        Fault::Crs { found } => format!(
            "Plik podaje układ współrzędnych „{found}”. GeoJSON zna tylko WGS 84: trzeba przeliczyć współrzędne \
             i usunąć pole „crs”."
        ),
        Fault::Geometry { found } => format!("Miasto powinno być punktem („Point”), a jest: „{found}”."),
        Fault::DuplicateId { table, id } => {
            format!("Identyfikator „{id}” powtarza się ({}); liczy się pierwszy wpis.", table_name(*table))
        }
        Fault::DuplicateNumber(number) => format!("Edycja numer {number} już jest; liczy się pierwsza."),
        Fault::UnknownId { table, id } => {
            format!("Nie ma wpisu „{id}” ({}). Trzeba go dopisać albo poprawić odwołanie.", table_name(*table))
        }
        Fault::OutsideSpan => "Ta data leży poza czasem całej kampanii („span”).".into(),
        Fault::OutsideEdition => "Data spotkania leży poza czasem jego edycji.".into(),
        Fault::CountryMismatch { city, expert } => format!(
            "Kraj gościa ({}) jest inny niż kraj jego miasta ({}); pokazujemy kraj miasta.",
            expert.as_str(),
            city.as_str()
        ),
    }
}

fn file(whole: &Whole) -> String {
    match whole {
        Whole::Unavailable { status: Some(status) } => {
            format!("Nie udało się pobrać pliku: serwer odpowiedział {status}. Czy plik leży we właściwym miejscu?")
        }
        Whole::Unavailable { status: None } => {
            "Nie udało się pobrać pliku: nie ma połączenia z serwerem. Spróbuj ponownie.".into()
        }
        Whole::Empty => "Plik jest pusty.".into(),
        Whole::LooksLike(Format::Html) => {
            "To strona HTML, a nie JSON. Serwer mógł podać stronę z komunikatem o błędzie.".into()
        }
        Whole::LooksLike(Format::Gzip) => "Plik jest spakowany (gzip). Trzeba go rozpakować.".into(),
        Whole::LooksLike(Format::Zip) => {
            "To archiwum zip albo dokument biurowy, a nie JSON. Trzeba zapisać go jako JSON.".into()
        }
        Whole::LooksLike(Format::Utf16) => "Plik jest zapisany w UTF-16. Trzeba go zapisać w UTF-8.".into(),
        Whole::NotUtf8 => "Plik nie jest zapisany w UTF-8. W edytorze trzeba wybrać „Zapisz w UTF-8”.".into(),
        Whole::NotJson { column, near } if near.is_empty() => {
            format!("To nie jest poprawny JSON: plik urywa się przy znaku {column} w tym wierszu.")
        }
        Whole::NotJson { column, near } => {
            format!("To nie jest poprawny JSON: błąd przy znaku {column} w tym wierszu, obok „{near}”.")
        }
        Whole::TooDeep => "Listy i obiekty są zagnieżdżone za głęboko.".into(),
        Whole::Version { found: Some(found) } => {
            format!("Nieznana wersja formatu: {found}. Ta aplikacja czyta wersję 1.")
        }
        Whole::Version { found: None } => {
            "Brakuje wersji formatu. Na początku pliku trzeba dopisać \"version\": 1.".into()
        }
    }
}

fn thing(expected: Expected) -> String {
    match expected {
        Expected::Object => "obiekt {…}".into(),
        Expected::List => "ciąg w nawiasach […]".into(),
        Expected::Text => "tekst w cudzysłowie".into(),
        Expected::Localized => "tekst w obu językach {\"pl\": …, \"en\": …}".into(),
        Expected::Number => "zapis liczby".into(),
        Expected::Within { min, max } => format!("zapis liczby od {min} do {max}"),
        Expected::Whole { min, max } => format!("zapis liczby całkowitej od {min} do {max}"),
    }
}

fn table_name(table: Table) -> &'static str {
    match table {
        Table::Cities => "miasta",
        Table::Editions => "edycje",
        Table::Topics => "tematy",
        Table::Experts => "eksperci",
        Table::Meetings => "spotkania",
        Table::Totals => "podsumowania",
        Table::Awards => "nagrody",
        Table::Sources => "źródła",
        Table::Steps => "kroki prezentacji",
    }
}
