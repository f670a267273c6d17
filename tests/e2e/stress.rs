//! A campaign larger and longer-winded than any: nothing scrolls sideways, and what is cut can be read.

use serde_json::{Value, json};

use super::harness::{DESKTOP, Page, Setup, browse};

/// A word that no line has room for, and a name of the usual words.
const WORD: &str = "Konstantynopolitańczykowianeczkowskiewiczówieńkowatościowość";
const NAME: &str = "Stowarzyszenie Miłośników Niezmiernie Długich Nazw Urzędowych Ziemi Przemyskiej";

fn both(text: &str) -> Value {
    json!({ "pl": text, "en": text })
}

fn cities() -> Value {
    let city = |id: &str, name: &str, country: &str, lon: f64, lat: f64| {
        json!({ "type": "Feature", "properties": { "id": id, "name": both(name), "country": country, "region": both(NAME) },
                "geometry": { "type": "Point", "coordinates": [lon, lat] } })
    };
    let mut cities = vec![
        city("word", WORD, "PL", 19.0, 52.0),
        city("name", NAME, "PL", 21.5, 50.5),
        city("often", "Często", "PL", 17.0, 51.1),
        city("empty", "Pusto", "PL", 22.6, 51.2),
    ];
    for index in 0..40_u8 {
        // All over the map, and beyond its edges.
        let (column, row) = (f64::from(index % 8), f64::from(index / 8));
        let name = if index % 10 == 0 { format!("{WORD} {index}") } else { format!("Miasto {index}") };
        cities.push(city(&format!("home-{index}"), &name, "DE", column * 5.5 - 10.0, row * 5.0 + 36.0));
    }
    json!({ "type": "FeatureCollection", "features": cities })
}

fn programme() -> Value {
    let topics = (0..12).map(|index| {
        let name = if index == 0 { WORD.to_owned() } else { format!("{NAME} {index}") };
        json!({ "id": format!("topic-{index}"), "name": both(&name), "sources": ["s"] })
    });
    let experts = (0..40).map(|index| {
        let name = if index == 0 {
            WORD.to_owned()
        } else {
            format!("Maria Anna {index} Brzęczyszczykiewicz-Grzegżółkowska")
        };
        json!({ "id": format!("expert-{index}"), "name": name, "role": both(NAME), "city": format!("home-{index}"),
                "sources": ["s"] })
    });
    let guests: Vec<Value> = (0..40)
        .map(|index| {
            json!({ "expert": format!("expert-{index}"), "mode": "present", "talk": both(WORD), "sources": ["s"] })
        })
        .collect();
    let topic_ids: Vec<String> = (0..12).map(|index| format!("topic-{index}")).collect();
    let mut meetings = vec![
        json!({ "id": "great", "city": "word", "when": "2016-03-01/2016-03-02", "edition": "1",
                "kinds": ["meeting", "conference", "workshop"], "title": both(WORD), "venue": both(&format!("{WORD} {NAME}")),
                "topics": topic_ids, "guests": guests, "sources": ["s"], "note": both(WORD),
                "participants": [{ "name": WORD, "role": both(WORD), "mode": "present", "sources": ["s"] }],
                "doubts": [{ "field": "when", "kind": "uncertain", "note": both(WORD), "sources": ["s"] }] }),
        json!({ "id": "long", "city": "name", "when": "2017", "kinds": ["meeting"], "title": both(NAME), "sources": ["s"] }),
        json!({ "id": "lonely", "city": "empty", "when": "2015-05", "kinds": ["meeting"], "sources": ["s"] }),
    ];
    meetings.extend((1..=15).map(|day| {
        json!({ "id": format!("often-{day}"), "city": "often", "when": format!("2016-05-{day:02}"), "kinds": ["meeting"], "sources": ["s"] })
    }));
    json!({
        "version": 1, "title": both(&format!("{WORD} {NAME}")), "span": "2014/2017",
        "editions": [{ "id": "1", "number": 1, "when": "2016", "theme": both(WORD), "sources": ["s"] }],
        "topics": topics.collect::<Vec<_>>(), "experts": experts.collect::<Vec<_>>(), "meetings": meetings,
        "totals": [{ "id": "t", "quantity": "meetings", "value": 4_000_000, "bound": "more-than", "sources": ["s"] }],
        "awards": [{ "id": "a", "name": both(WORD), "result": both(WORD), "when": "2017", "sources": ["s"] }],
        "sources": [{ "id": "s", "title": WORD, "publisher": WORD, "description": both(WORD), "seen": both(WORD),
                      "url": format!("https://example.org/{WORD}") }],
    })
}

const VIEWS: [&str; 16] = [
    "",
    "?year=2014",
    "?year=2015&mode=upto",
    "?meeting=great",
    "?meeting=long&lang=en",
    "?meeting=lonely",
    "?city=often",
    "?city=word",
    "?expert=expert-0",
    "?edition=1&topic=topic-0&country=DE&kind=workshop",
    "?view=about",
    "?view=poster",
    "?view=table&table=meetings",
    "?view=table&table=cities",
    "?view=table&table=experts",
    "?view=table&table=sources",
];

/// What is cut off without a way to read it: wider or higher than its box, and nobody can scroll there.
const CUT: &str = "
    // What the edge of the map has no room for is in the lists.
    const seen = (node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest('.unseen, .found, .skip, .leaflet-container, .edge-names, [hidden]');
    const cut = $$('body *').filter((node) => {
      if (!seen(node) || node.closest('svg')) return false;
      const style = getComputedStyle(node);
      // The handle opens it.
      if (node.matches('[data-drawer=peek] .panel')) return false;
      // Said in full elsewhere, or in a tooltip or an accessible name.
      if (node.closest('[title], .band, .marks, .edge-name, input')) return false;
      const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
      return hides(style.overflowX) && node.scrollWidth > node.clientWidth + 1
        || hides(style.overflowY) && node.scrollHeight > node.clientHeight + 1 && node.clientHeight > 0;
    }).map((node) => `${node.tagName}.${node.className}: ${text(node).slice(0, 40)}`);
    const beyond = $$('header *, .timeline *, .panel *, footer *, .about *').filter((node) => {
      const { left, right, width } = node.getBoundingClientRect();
      return seen(node) && width > 1 && !node.closest('.scroll') && (right > innerWidth + 1 || left < -1);
    }).map((node) => `beyond: ${node.tagName}.${node.className}: ${text(node).slice(0, 40)}`);
    const { scrollWidth } = document.scrollingElement;
    return [...cut, ...beyond, ...(scrollWidth > innerWidth ? [`the page is ${scrollWidth} px wide`] : [])].slice(0, 12);
";

async fn look(page: &Page) {
    page.server.replace("data/cities.geojson", &cities());
    page.server.replace("data/programme.json", &programme());
    let mut wrong = Vec::new();
    for query in VIEWS {
        page.open(query).await;
        page.expect("$$('.problems').length", 0).await;
        page.run::<()>("$$('.panel details').forEach((it) => { it.open = true; }); await frames(2); return null").await;
        wrong.extend(page.run::<Vec<String>>(CUT).await.into_iter().map(|it| format!("{query}: {it}")));
        let name: String = query.chars().filter(char::is_ascii_alphanumeric).collect();
        page.photograph("stress", &format!("{name}-{}", page.run::<u32>("return innerWidth").await)).await;
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_narrowest_phone_bears_forty_guests_and_the_longest_words() {
    browse(Setup { size: (320, 640), ..DESKTOP }, async |page| look(page).await);
}

#[test]
fn a_desktop_bears_forty_guests_and_the_longest_words() {
    browse(DESKTOP, async |page| look(page).await);
}

#[test]
fn all_of_them_are_there() {
    browse(DESKTOP, async |page| {
        page.server.replace("data/cities.geojson", &cities());
        page.server.replace("data/programme.json", &programme());
        page.open("?meeting=great").await;
        page.expect("$$('ul.guests > li').length", 40).await;
        page.expect(&format!("text($('.detail')).includes('{WORD}')"), true).await;
        page.open("?city=often").await;
        page.expect("$$('ul.meetings > li').length", 18).await;
    });
}
