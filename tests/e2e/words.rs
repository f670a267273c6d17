//! The map as text, in step with the year, the filters and the language.

use serde_json::json;

use super::harness::{DESKTOP, browse};

const WORDS: &str = "texts('.in-words .told li')";

#[test]
fn the_text_has_the_years_and_cities_that_are_shown() {
    browse(DESKTOP, async |page| {
        page.open("?year=2017").await;
        page.expect(
            &format!("{WORDS}[0]"),
            "Z 2017 roku znamy 4 spotkania w 4 miastach, o 6 spotkań mniej niż z poprzedniego. \
             Po raz pierwszy wśród znanych spotkań: Kutno; \
             ponownie: Rzeszów, Sandomierz, Skarżysko-Kamienna; goście z miast: Amsterdam, Bruksela, Glasgow, \
             Nijmegen, Tel Awiw, Wiedeń.",
        )
        .await;
        page.expect(&format!("{WORDS}.length"), 11).await;
        page.run::<()>("choose(2015); return null").await;
        page.expect(&format!("{WORDS}.length"), 2).await;
        page.run::<()>("choose('all'); return null").await;
        page.expect(&format!("{WORDS}.length"), 4 + 17).await;
        page.open("?topic=cultural-tolerance&lang=en").await;
        page.expect(
            &format!("{WORDS}.slice(1, 3)"),
            json!([
                "No known meeting of 2015 fits the filters.",
                "What fits the filters of 2016: 1 meeting in 1 city, 1 more than of the year before. For the first time \
                 among the known meetings: Wałbrzych; guests whose city the sources do not state: Huub Droogh.",
            ]),
        )
        .await;
        page.expect(&format!("{WORDS}.slice(4)"), json!(["Wałbrzych, Lower Silesia Voivodeship."])).await;
    });
}

#[test]
fn a_city_is_told_with_region_neighbours_and_the_way_from_the_selected_one() {
    browse(DESKTOP, async |page| {
        page.open("?year=2017&city=kutno").await;
        page.expect(
            &format!("{WORDS}.find((text) => text.startsWith('Sandomierz'))"),
            "Sandomierz, województwo świętokrzyskie. Od wybranego miasta: Kutno – 239 km na południowy wschód (135°). \
             Najbliżej: Rzeszów – 73,5 km na południe (166°); Skarżysko-Kamienna – 78,0 km na północny zachód (308°); \
             Kutno – 239 km na północny zachód (317°).",
        )
        .await;
    });
}
