//! What goes into each file: the numbers to turn when a file is too heavy or too coarse.

use pracownia::scene::WORLD;

use crate::detail::{Detail, Focus};
use crate::grid::Grid;

/// ISO 3166-1 numeric of the country that is drawn finest.
pub const HOME: &str = "616";

/// The world atlas's file that both are made from. With one source nothing moves when the fine file takes the place of the
/// first, and the source's coarser file (1:50m) knows neither Usedom's shore nor the Hel peninsula.
pub const SOURCE: &str = "countries-10m.json";

/// How to make one file.
#[derive(Debug)]
pub struct Recipe {
    /// The file's name.
    pub file: &'static str,
    /// What is kept of a line.
    pub detail: Detail,
    /// What coordinates are rounded to.
    pub grid: Grid,
}

/// Poland, then where the guests come from: the Netherlands and Belgium, Austria, Glasgow, Tel Aviv.
const FOCI: [Focus; 5] = [
    focus(19.2, 52.1, 5.5, 1.0),
    focus(4.8, 51.6, 2.0, 1.6),
    focus(14.5, 47.7, 2.5, 1.6),
    focus(-4.3, 55.9, 1.5, 1.6),
    focus(34.9, 31.9, 1.5, 1.6),
];

const fn focus(lon: f64, lat: f64, radius: f64, coarseness: f64) -> Focus {
    Focus { middle: [lon, lat], radius, coarseness }
}

/// South-western corner of the map's area.
const ORIGIN: [f64; 2] = [-32.0, 12.0];

/// Its width and height in degrees.
const EXTENT: [i32; 2] = [94, 61];

/// The map of the first view, then the one that is loaded later.
pub const RECIPES: [Recipe; 2] = [
    Recipe {
        file: "first.topo.json",
        detail: Detail { foci: &FOCI, finest: 0.028, growth: 0.95, coarsest: 0.45, island: 2.0 },
        grid: Grid { origin: ORIGIN, cells_per_degree: [100, 125], extent: EXTENT },
    },
    Recipe {
        file: "fine.topo.json",
        detail: Detail { foci: &FOCI, finest: 0.0052, growth: 2.1, coarsest: 0.45, island: 2.5 },
        grid: Grid { origin: ORIGIN, cells_per_degree: [500, 800], extent: EXTENT },
    },
];

/// West, south, east and north of what the map reaches, in degrees: names stand nowhere else.
pub const REACH: [f64; 4] = [WORLD.west, WORLD.south, WORLD.east, WORLD.north];

/// A sea and where to look for it: all of the frame that is no land is taken for it.
#[derive(Debug)]
pub struct Sea {
    /// Its Polish name.
    pub pl: &'static str,
    /// Its English name.
    pub en: &'static str,
    /// West, south, east and north, in degrees.
    pub frame: [f64; 4],
    /// From one row to the next, in degrees of latitude.
    pub step: f64,
}

const fn sea(pl: &'static str, en: &'static str, frame: [f64; 4], step: f64) -> Sea {
    Sea { pl, en, frame, step }
}

/// A city that is named for orientation: its number at `GeoNames`, its Polish and its English name. The Polish names are
/// those of the Commission on Standardization of Geographical Names.
#[derive(Debug)]
pub struct NamedCity(pub u32, pub &'static str, pub &'static str);

/// The seas that are named.
pub const SEAS: [Sea; 17] = [
    sea("Morze Bałtyckie", "Baltic Sea", [13.0, 54.3, 22.0, 60.0], 0.6),
    // More rows for a map of Poland, at whose upper edge no more than this is seen.
    sea("Morze Bałtyckie", "Baltic Sea", [13.0, 54.4, 19.5, 55.3], 0.1),
    sea("Zatoka Botnicka", "Gulf of Bothnia", [17.0, 60.8, 25.0, 65.4], 0.8),
    sea("Morze Północne", "North Sea", [-3.5, 51.8, 8.7, 60.5], 1.0),
    sea("Kanał La Manche", "English Channel", [-4.5, 49.0, 1.0, 50.8], 0.3),
    sea("Morze Norweskie", "Norwegian Sea", [-8.0, 63.0, 14.0, 71.0], 1.3),
    sea("Morze Irlandzkie", "Irish Sea", [-6.2, 53.2, -3.2, 54.6], 0.3),
    sea("Ocean Atlantycki", "Atlantic Ocean", [-29.5, 16.0, -6.5, 62.0], 5.5),
    sea("Zatoka Biskajska", "Bay of Biscay", [-8.0, 43.6, -1.2, 47.5], 0.7),
    sea("Morze Śródziemne", "Mediterranean Sea", [-1.0, 31.2, 36.0, 42.0], 1.0),
    sea("Morze Tyrreńskie", "Tyrrhenian Sea", [9.8, 38.3, 15.8, 42.0], 0.6),
    sea("Morze Adriatyckie", "Adriatic Sea", [12.2, 41.0, 19.6, 45.4], 0.6),
    sea("Morze Jońskie", "Ionian Sea", [16.6, 36.4, 21.5, 39.4], 0.6),
    sea("Morze Egejskie", "Aegean Sea", [23.2, 35.9, 27.2, 40.3], 0.7),
    sea("Morze Czarne", "Black Sea", [27.6, 41.3, 41.6, 46.3], 0.7),
    sea("Morze Kaspijskie", "Caspian Sea", [47.0, 37.0, 54.0, 46.0], 1.3),
    sea("Morze Czerwone", "Red Sea", [34.0, 16.0, 43.0, 27.5], 1.7),
];

/// The countries that are named, by ISO 3166-1 numeric (as the source has them) and alpha-2 (as browsers know their
/// names in every language).
#[rustfmt::skip]
pub const COUNTRIES: [(&str, &str); 67] = [
    ("008", "AL"), ("051", "AM"), ("040", "AT"), ("031", "AZ"), ("070", "BA"), ("056", "BE"), ("100", "BG"),
    ("112", "BY"), ("756", "CH"), ("196", "CY"), ("203", "CZ"), ("276", "DE"), ("208", "DK"), ("012", "DZ"),
    ("233", "EE"), ("818", "EG"), ("732", "EH"), ("724", "ES"), ("246", "FI"), ("250", "FR"), ("826", "GB"),
    ("268", "GE"), ("300", "GR"), ("191", "HR"), ("348", "HU"), ("372", "IE"), ("376", "IL"), ("368", "IQ"),
    ("364", "IR"), ("352", "IS"), ("380", "IT"), ("400", "JO"), ("414", "KW"), ("398", "KZ"), ("422", "LB"),
    ("440", "LT"), ("442", "LU"), ("428", "LV"), ("434", "LY"), ("504", "MA"), ("498", "MD"), ("499", "ME"),
    ("807", "MK"), ("466", "ML"), ("478", "MR"), ("562", "NE"), ("528", "NL"), ("578", "NO"), ("512", "OM"),
    ("616", "PL"), ("275", "PS"), ("620", "PT"), ("634", "QA"), ("642", "RO"), ("688", "RS"), ("643", "RU"),
    ("682", "SA"), ("729", "SD"), ("752", "SE"), ("705", "SI"), ("703", "SK"), ("760", "SY"), ("148", "TD"),
    ("795", "TM"), ("788", "TN"), ("792", "TR"), ("804", "UA"),
];

/// Capitals.
#[rustfmt::skip]
pub const CAPITALS: [NamedCity; 53] = [
    NamedCity(756_135, "Warszawa", "Warsaw"), NamedCity(2_950_159, "Berlin", "Berlin"),
    NamedCity(3_067_696, "Praga", "Prague"), NamedCity(3_060_972, "Bratysława", "Bratislava"),
    NamedCity(703_448, "Kijów", "Kyiv"), NamedCity(625_144, "Mińsk", "Minsk"),
    NamedCity(593_116, "Wilno", "Vilnius"), NamedCity(456_172, "Ryga", "Riga"),
    NamedCity(588_409, "Tallinn", "Tallinn"), NamedCity(658_225, "Helsinki", "Helsinki"),
    NamedCity(2_673_730, "Sztokholm", "Stockholm"), NamedCity(3_143_244, "Oslo", "Oslo"),
    NamedCity(2_618_425, "Kopenhaga", "Copenhagen"), NamedCity(2_761_369, "Wiedeń", "Vienna"),
    NamedCity(3_054_643, "Budapeszt", "Budapest"), NamedCity(3_196_359, "Lublana", "Ljubljana"),
    NamedCity(3_186_886, "Zagrzeb", "Zagreb"), NamedCity(792_680, "Belgrad", "Belgrade"),
    NamedCity(3_191_281, "Sarajewo", "Sarajevo"), NamedCity(3_193_044, "Podgorica", "Podgorica"),
    NamedCity(3_183_875, "Tirana", "Tirana"), NamedCity(785_842, "Skopje", "Skopje"),
    NamedCity(727_011, "Sofia", "Sofia"), NamedCity(683_506, "Bukareszt", "Bucharest"),
    NamedCity(618_426, "Kiszyniów", "Chișinău"), NamedCity(264_371, "Ateny", "Athens"),
    NamedCity(3_169_070, "Rzym", "Rome"), NamedCity(2_661_552, "Berno", "Bern"),
    NamedCity(2_988_507, "Paryż", "Paris"), NamedCity(2_800_866, "Bruksela", "Brussels"),
    NamedCity(2_759_794, "Amsterdam", "Amsterdam"), NamedCity(2_643_743, "Londyn", "London"),
    NamedCity(2_964_574, "Dublin", "Dublin"), NamedCity(3_117_735, "Madryt", "Madrid"),
    NamedCity(2_267_057, "Lizbona", "Lisbon"), NamedCity(3_413_829, "Reykjavík", "Reykjavík"),
    NamedCity(524_901, "Moskwa", "Moscow"), NamedCity(323_786, "Ankara", "Ankara"),
    NamedCity(146_268, "Nikozja", "Nicosia"), NamedCity(276_781, "Bejrut", "Beirut"),
    NamedCity(170_654, "Damaszek", "Damascus"), NamedCity(250_441, "Amman", "Amman"),
    NamedCity(98_182, "Bagdad", "Baghdad"), NamedCity(112_931, "Teheran", "Tehran"),
    NamedCity(108_410, "Rijad", "Riyadh"), NamedCity(360_630, "Kair", "Cairo"),
    NamedCity(2_210_247, "Trypolis", "Tripoli"), NamedCity(2_464_470, "Tunis", "Tunis"),
    NamedCity(2_507_480, "Algier", "Algiers"), NamedCity(2_538_475, "Rabat", "Rabat"),
    NamedCity(611_717, "Tbilisi", "Tbilisi"), NamedCity(616_052, "Erywań", "Yerevan"),
    NamedCity(587_084, "Baku", "Baku"),
];

/// Cities that are named when the map is looked at more closely.
#[rustfmt::skip]
pub const LARGE_CITIES: [NamedCity; 38] = [
    NamedCity(3_093_133, "Łódź", "Łódź"), NamedCity(3_094_802, "Kraków", "Kraków"),
    NamedCity(3_081_368, "Wrocław", "Wrocław"), NamedCity(3_088_171, "Poznań", "Poznań"),
    NamedCity(3_099_434, "Gdańsk", "Gdańsk"), NamedCity(3_083_829, "Szczecin", "Szczecin"),
    NamedCity(3_102_014, "Bydgoszcz", "Bydgoszcz"), NamedCity(765_876, "Lublin", "Lublin"),
    NamedCity(3_096_472, "Katowice", "Katowice"), NamedCity(2_911_298, "Hamburg", "Hamburg"),
    NamedCity(2_867_714, "Monachium", "Munich"), NamedCity(2_886_242, "Kolonia", "Cologne"),
    NamedCity(2_935_022, "Drezno", "Dresden"), NamedCity(2_879_139, "Lipsk", "Leipzig"),
    NamedCity(3_078_610, "Brno", "Brno"), NamedCity(702_550, "Lwów", "Lviv"),
    NamedCity(706_483, "Charków", "Kharkiv"), NamedCity(698_740, "Odessa", "Odesa"),
    NamedCity(709_930, "Dniepr", "Dnipro"), NamedCity(629_634, "Brześć", "Brest"),
    NamedCity(598_316, "Kowno", "Kaunas"), NamedCity(498_817, "Petersburg", "Saint Petersburg"),
    NamedCity(745_044, "Stambuł", "Istanbul"), NamedCity(3_173_435, "Mediolan", "Milan"),
    NamedCity(3_172_394, "Neapol", "Naples"), NamedCity(3_128_760, "Barcelona", "Barcelona"),
    NamedCity(2_995_469, "Marsylia", "Marseille"), NamedCity(2_655_603, "Birmingham", "Birmingham"),
    NamedCity(2_925_533, "Frankfurt", "Frankfurt"), NamedCity(311_046, "Izmir", "Izmir"),
    NamedCity(170_063, "Aleppo", "Aleppo"), NamedCity(2_553_604, "Casablanca", "Casablanca"),
    NamedCity(2_657_896, "Zurych", "Zurich"), NamedCity(554_234, "Królewiec", "Kaliningrad"),
    NamedCity(2_650_225, "Edynburg", "Edinburgh"), NamedCity(2_643_123, "Manchester", "Manchester"),
    NamedCity(2_996_944, "Lyon", "Lyon"), NamedCity(2_711_537, "Göteborg", "Gothenburg"),
];

/// Cities that are named when a country or less fills the map.
#[rustfmt::skip]
pub const TOWNS: [NamedCity; 72] = [
    NamedCity(776_069, "Białystok", "Białystok"), NamedCity(3_100_946, "Częstochowa", "Częstochowa"),
    NamedCity(760_778, "Radom", "Radom"), NamedCity(3_083_271, "Toruń", "Toruń"),
    NamedCity(769_250, "Kielce", "Kielce"), NamedCity(759_734, "Rzeszów", "Rzeszów"),
    NamedCity(763_166, "Olsztyn", "Olsztyn"), NamedCity(3_103_402, "Bielsko-Biała", "Bielsko-Biała"),
    NamedCity(3_099_424, "Gdynia", "Gdynia"), NamedCity(3_080_165, "Zielona Góra", "Zielona Góra"),
    NamedCity(3_090_048, "Opole", "Opole"), NamedCity(3_095_049, "Koszalin", "Koszalin"),
    NamedCity(3_088_825, "Płock", "Płock"), NamedCity(3_098_722, "Gorzów Wielkopolski", "Gorzów Wielkopolski"),
    NamedCity(757_718, "Suwałki", "Suwałki"), NamedCity(3_085_450, "Słupsk", "Słupsk"),
    NamedCity(3_096_880, "Kalisz", "Kalisz"), NamedCity(753_866, "Zamość", "Zamość"),
    NamedCity(759_412, "Siedlce", "Siedlce"), NamedCity(3_099_759, "Elbląg", "Elbląg"),
    NamedCity(3_081_741, "Włocławek", "Włocławek"), NamedCity(763_534, "Nowy Sącz", "Nowy Sącz"),
    NamedCity(3_093_692, "Legnica", "Legnica"), NamedCity(3_097_257, "Jelenia Góra", "Jelenia Góra"),
    NamedCity(766_027, "Łomża", "Łomża"), NamedCity(3_089_033, "Piła", "Piła"),
    NamedCity(598_098, "Kłajpeda", "Klaipėda"), NamedCity(627_904, "Grodno", "Grodno"),
    NamedCity(3_068_799, "Ostrawa", "Ostrava"), NamedCity(3_069_011, "Ołomuniec", "Olomouc"),
    NamedCity(724_443, "Koszyce", "Košice"), NamedCity(3_056_508, "Żylina", "Žilina"),
    NamedCity(2_844_588, "Rostock", "Rostock"), NamedCity(2_939_811, "Chociebuż", "Cottbus"),
    NamedCity(2_825_297, "Stuttgart", "Stuttgart"), NamedCity(2_944_388, "Brema", "Bremen"),
    NamedCity(2_910_831, "Hanower", "Hanover"), NamedCity(2_861_650, "Norymberga", "Nuremberg"),
    NamedCity(2_934_246, "Düsseldorf", "Düsseldorf"), NamedCity(2_935_517, "Dortmund", "Dortmund"),
    NamedCity(2_778_067, "Graz", "Graz"), NamedCity(2_766_824, "Salzburg", "Salzburg"),
    NamedCity(2_772_400, "Linz", "Linz"), NamedCity(2_775_220, "Innsbruck", "Innsbruck"),
    NamedCity(2_747_891, "Rotterdam", "Rotterdam"), NamedCity(2_747_373, "Haga", "The Hague"),
    NamedCity(2_745_912, "Utrecht", "Utrecht"), NamedCity(2_756_253, "Eindhoven", "Eindhoven"),
    NamedCity(2_755_251, "Groningen", "Groningen"), NamedCity(2_759_661, "Arnhem", "Arnhem"),
    NamedCity(2_751_283, "Maastricht", "Maastricht"), NamedCity(2_803_138, "Antwerpia", "Antwerp"),
    NamedCity(2_797_656, "Gandawa", "Ghent"), NamedCity(2_648_579, "Glasgow", "Glasgow"),
    NamedCity(2_644_210, "Liverpool", "Liverpool"), NamedCity(2_641_673, "Newcastle", "Newcastle"),
    NamedCity(2_657_832, "Aberdeen", "Aberdeen"), NamedCity(2_650_752, "Dundee", "Dundee"),
    NamedCity(2_655_984, "Belfast", "Belfast"), NamedCity(294_801, "Hajfa", "Haifa"),
    NamedCity(295_530, "Beer Szewa", "Beersheba"), NamedCity(2_692_969, "Malmö", "Malmö"),
    NamedCity(721_472, "Debreczyn", "Debrecen"), NamedCity(681_290, "Kluż-Napoka", "Cluj-Napoca"),
    NamedCity(695_594, "Równe", "Rivne"), NamedCity(702_569, "Łuck", "Lutsk"),
    NamedCity(691_650, "Tarnopol", "Ternopil"), NamedCity(707_471, "Iwano-Frankiwsk", "Ivano-Frankivsk"),
    NamedCity(689_558, "Winnica", "Vinnytsia"), NamedCity(2_973_783, "Strasburg", "Strasbourg"),
    NamedCity(3_165_524, "Turyn", "Turin"), NamedCity(3_164_603, "Wenecja", "Venice"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moved_to_its_end_the_map_shows_no_end_of_the_land() {
        let ends = [ORIGIN[0] + f64::from(EXTENT[0]), ORIGIN[1] + f64::from(EXTENT[1])];
        const { assert!(ORIGIN[0] < WORLD.west && ORIGIN[1] < WORLD.south) }
        assert!(ends[0] > WORLD.east && ends[1] > WORLD.north, "{ends:?}");
    }
}
