//! The names upon the base map: the file `names.json` that the command `basemap` writes.

use super::json::{Value, parse};
use super::topology::{list, pair};
use crate::domain::{Landmark, LandmarkName, Localized, Place, Row, Site};

/// Reads the file of names, in the order in which they are to be placed; absent where it is none. Without it the map
/// has no names but the campaign's own.
#[must_use]
pub fn landmarks(bytes: &[u8]) -> Option<Vec<Landmark>> {
    let file = parse(std::str::from_utf8(bytes).ok()?).ok()?;
    let mut all = list(file.get("seas")?, &|sea| Some(Landmark { name: given(sea)?, site: Site::Sea(rows(sea)?) }))?;
    all.extend(list(file.get("countries")?, &|country| {
        let code = country.get("code")?.as_text()?.parse().ok()?;
        Some(Landmark { name: LandmarkName::Country(code), site: Site::Country(rows(country)?) })
    })?);
    all.extend(list(file.get("cities")?, &|city| {
        let (lon, lat) = pair(city.get("at")?)?;
        let place = Place::from_lon_lat(lon, lat).ok()?;
        let rank = u8::try_from(city.get("rank")?.as_whole()?).ok()?;
        Some(Landmark { name: given(city)?, site: Site::City { place, rank } })
    })?);
    Some(all)
}

/// A name that is the same in all languages is given once.
fn given(value: &Value<'_>) -> Option<LandmarkName> {
    Localized::new(&|lang| Some(value.get(lang.tag())?.as_text()?.to_owned())).map(LandmarkName::Given)
}

/// Rows are written in tenths of a degree: latitude, western end, eastern end.
fn rows(value: &Value<'_>) -> Option<Vec<Row>> {
    list(value.get("rows")?, &|row| match row.as_list()? {
        [lat, west, east] => {
            let degrees = |tenths: &Value<'_>| tenths.as_f64().map(|tenths| tenths / 10.0);
            Some(Row { lat: degrees(lat)?, west: degrees(west)?, east: degrees(east)? })
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;

    /// The file that ships.
    fn shipped() -> Vec<Landmark> {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/public/basemap/names.json");
        landmarks(&std::fs::read(path).expect("the file")).expect("landmarks")
    }

    fn named(all: &[Landmark], pl: &str) -> Option<(String, Site)> {
        all.iter().find_map(|landmark| match &landmark.name {
            LandmarkName::Given(name) if name.get(Lang::Pl) == pl => {
                Some((name.get(Lang::En).to_owned(), landmark.site.clone()))
            }
            _ => None,
        })
    }

    #[test]
    fn the_shipped_names_are_read() {
        let all = shipped();
        for (pl, en) in [("Wilno", "Vilnius"), ("Praga", "Prague"), ("Drezno", "Dresden"), ("Łódź", "Łódź")] {
            assert_eq!(named(&all, pl).expect(pl).0, en);
        }
        for sea in ["Bałtyckie", "Północne", "Śródziemne", "Czarne", "Adriatyckie"] {
            let (_, site) = named(&all, &format!("Morze {sea}")).expect(sea);
            assert!(matches!(site, Site::Sea(rows) if !rows.is_empty()), "{sea}");
        }
        for code in ["DE", "CZ", "SK", "UA", "BY", "LT", "RU", "PL", "NL", "GB", "AT", "IL"] {
            let is = |landmark: &&Landmark| matches!(landmark.name, LandmarkName::Country(it) if it.as_str() == code);
            assert_eq!(all.iter().filter(is).count(), 1, "{code}");
        }
    }

    #[test]
    fn no_name_is_there_twice() {
        let mut names: Vec<String> = shipped().iter().map(|landmark| format!("{:?}", landmark.name)).collect();
        names.sort();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]));
    }

    #[test]
    fn the_file_is_as_the_recipe_wants_it() {
        let all = shipped();
        let (_, site) = named(&all, "Berlin").expect("Berlin");
        let Site::City { place, rank } = site else { panic!("no city: {site:?}") };
        assert_eq!(rank, 1);
        assert!(place.distance_km(Place::from_lon_lat(13.405, 52.52).expect("valid")) < 2.0);
        let (_, site) = named(&all, "Morze Bałtyckie").expect("the Baltic");
        let Site::Sea(rows) = site else { panic!("no sea: {site:?}") };
        assert!(rows.iter().all(|row| row.west < row.east && (53.0..61.0).contains(&row.lat)), "{rows:?}");
        // On a map of Poland no more is seen of it.
        assert!(rows.iter().any(|row| row.lat < 54.9 && row.east - row.west > 3.0), "{rows:?}");
    }

    #[test]
    fn what_is_no_such_file_is_none() {
        for bad in ["", "{}", "<html>", r#"{"seas":[],"countries":[{"code":"de","rows":[]}],"cities":[]}"#] {
            assert!(landmarks(bad.as_bytes()).is_none(), "{bad}");
        }
        assert_eq!(landmarks(br#"{"seas":[],"countries":[],"cities":[]}"#), Some(Vec::new()));
    }
}
