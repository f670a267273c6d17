//! A detailed map of another server: offered where one is set, asked for only after a yes, and never needed.

use serde_json::{Value, json};

use super::harness::{Answer, BROKEN, DESKTOP, Page, Server, Setup, browse, dist};

/// A picture of one grey point.
const PNG: [u8; 67] = [
    137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 58, 126, 155,
    85, 0, 0, 0, 10, 73, 68, 65, 84, 120, 156, 99, 152, 9, 0, 0, 155, 0, 154, 173, 46, 72, 180, 0, 0, 0, 0, 73, 69, 78,
    68, 174, 66, 96, 130,
];

/// A server of tiles, of another origin than the page.
fn tile_server() -> Server {
    let server = Server::start(&dist(), "/");
    server.replace("*.png", Answer::Contents(PNG.to_vec()));
    server
}

fn source(server: &Server, whose: &str) -> Value {
    json!({
        "url": format!("{}{{z}}/{{x}}/{{y}}.png", server.url()),
        "maxZoom": 18,
        "attribution": { "text": whose, "url": "https://example.org/copyright" },
    })
}

fn configure(page: &Page, tiles: &[Value]) {
    page.server.replace("data/config.json", &json!({ "version": 1, "tiles": tiles }));
}

fn asked(server: &Server) -> usize {
    server.log().iter().filter(|path| path.rsplit('.').next() == Some("png")).count()
}

async fn agree(page: &Page) {
    page.click(".detailed summary").await;
    page.click(".detailed button").await;
}

#[test]
fn without_a_configured_server_nothing_is_offered() {
    browse(DESKTOP, async |page| {
        page.open("").await;
        page.expect("$$('.detailed, .tiles-of').length", 0).await;
        assert!(page.server.log().iter().all(|path| !path.contains("tiles.js")));
    });
}

#[test]
fn tiles_are_asked_for_only_after_a_yes_and_no_more_after_a_no() {
    browse(DESKTOP, async |page| {
        let tiles = tile_server();
        configure(page, &[source(&tiles, "© Mapy & <b>Przyjaciele</b>")]);
        page.open("").await;
        page.click(".detailed summary").await;
        let host = tiles.url().replace("http://", "").replace('/', "");
        page.expect(&format!("text($('.detailed')).includes('{host}')"), true).await;
        page.click(".frame-all").await;
        page.calm().await;
        assert_eq!(asked(&tiles), 0, "before the reader has agreed");
        page.expect("$$('.tiles-of').length", 0).await;

        page.click(".detailed button").await;
        page.until("tiles are drawn", "return $$('.leaflet-tile-loaded').length > 3").await;
        assert!(asked(&tiles) > 3);
        page.expect("text($('.tiles-of'))", "Mapa: © Mapy & <b>Przyjaciele</b>").await;
        page.expect("$('.tiles-of a').href", "https://example.org/copyright").await;
        page.expect("$('footer').textContent.includes('Natural Earth')", false).await;
        page.expect("getComputedStyle($('.leaflet-names-pane')).display", "none").await;
        // No link carries a consent, and nothing else does.
        page.expect("location.search.includes('tiles')", false).await;
        page.expect("document.cookie.length + localStorage.length + sessionStorage.length", 0).await;

        page.click(".detailed button").await;
        page.expect("$$('.leaflet-tile, .tiles-of').length", 0).await;
        let before = asked(&tiles);
        page.click(".zoom-in").await;
        page.calm().await;
        assert_eq!(asked(&tiles), before, "after the reader has gone back");
        page.expect("$('footer').textContent.includes('Natural Earth')", true).await;
        page.open("").await;
        page.calm().await;
        assert_eq!(asked(&tiles), before, "another visit asks anew");
    });
}

#[test]
fn a_dead_server_is_left_for_the_next_one_and_that_for_the_bundled_map() {
    browse(BROKEN, async |page| {
        let (dead, alive) = (tile_server(), tile_server());
        dead.replace("*.png", Answer::Status(503));
        configure(page, &[source(&dead, "© Martwy"), source(&alive, "© Żywy")]);
        page.open("").await;
        agree(page).await;
        page.until("tiles are drawn", "return $$('.leaflet-tile-loaded').length > 3").await;
        page.expect("text($('.tiles-of'))", "Mapa: © Żywy").await;
        page.expect("text($('.map-notice[role=status]')).startsWith('Serwer map nie odpowiada')", true).await;

        alive.replace("*.png", Answer::Status(503));
        page.open("").await;
        agree(page).await;
        page.expect("text($('.map-notice')).startsWith('Szczegółowa mapa jest teraz niedostępna')", true).await;
        page.expect("$$('.leaflet-tile, .tiles-of').length", 0).await;
        page.expect("$$('.leaflet-base-pane path').length >= 4 && $$('.map-canvas .city.host').length === 11", true)
            .await;
        page.expect("text($('.detailed button'))", "Zgadzam się, pokaż").await;
    });
}

#[test]
fn a_link_may_rule_tiles_out_and_cannot_agree_to_them() {
    browse(DESKTOP, async |page| {
        let tiles = tile_server();
        configure(page, &[source(&tiles, "© A")]);
        page.open("?tiles=bundled").await;
        page.expect_query("?tiles=bundled").await;
        page.expect("$$('.detailed').length", 0).await;
        page.open("?tiles=on").await;
        page.expect("$$('.detailed').length", 1).await;
        assert_eq!(asked(&tiles), 0);
    });
}

#[test]
fn the_history_of_a_visit_rules_tiles_out_and_in() {
    browse(DESKTOP, async |page| {
        let tiles = tile_server();
        configure(page, &[source(&tiles, "© A")]);
        page.open("?tiles=bundled").await;
        // Such an entry is made by the page that the app stands in; by a person's clicks, or WebKit passes over it on the
        // way back.
        page.run::<()>(
            "const years = [2016, 2017];
             const push = () => years.length && history.pushState(null, '', `?year=${years.shift()}`);
             $('.legend summary').addEventListener('click', push);
             return null",
        )
        .await;
        page.click(".legend summary").await;
        page.click(".legend summary").await;
        page.back().await;
        page.expect("$$('.detailed').length", 1).await;
        agree(page).await;
        page.until("tiles are drawn", "return $$('.leaflet-tile-loaded').length > 3").await;
        page.back().await;
        page.expect_query("?tiles=bundled").await;
        page.expect("$$('.detailed, .leaflet-tile, .tiles-of').length", 0).await;
        page.forward().await;
        page.expect_query("?year=2016").await;
        // A consent that was taken back is not remembered.
        page.expect("text($('.detailed button'))", "Zgadzam się, pokaż").await;
        page.expect("$$('.leaflet-tile').length", 0).await;
    });
}

/// Where the offer stands, and whether it is all there.
const OFFER: &str = "(() => {
    const [offer, map] = ['.detailed', '.map'].map((css) => $(css).getBoundingClientRect());
    const inner = $('.detailed div');
    return offer.height <= map.height * 0.7 && offer.bottom <= map.bottom && offer.right <= map.right
        && inner.scrollHeight <= inner.clientHeight + 1 && inner.scrollWidth <= inner.clientWidth + 1;
})()";

#[test]
fn the_offer_leaves_a_phone_most_of_its_map() {
    for size in [(320, 640), (360, 740)] {
        browse(Setup { size, ..DESKTOP }, async |page| {
            let (first, second) = (tile_server(), tile_server());
            configure(page, &[source(&first, "© A"), source(&second, "© B")]);
            page.open("").await;
            page.click(".detailed summary").await;
            page.expect(OFFER, true).await;
            page.photograph("screenshots", &format!("offer-{}", size.0)).await;
        });
    }
}

#[test]
fn tiles_are_dark_where_the_page_is() {
    browse(DESKTOP, async |page| {
        let tiles = tile_server();
        configure(page, &[source(&tiles, "© A")]);
        page.open("").await;
        agree(page).await;
        page.until("tiles are drawn", "return $$('.leaflet-tile-loaded').length > 3").await;
        let filter = "getComputedStyle($('.leaflet-tile-pane')).filter";
        page.click(".themes .light").await;
        page.expect(filter, "none").await;
        page.click(".themes .dark").await;
        page.expect(&format!("{filter}.startsWith('invert(')"), true).await;
    });
}

#[test]
fn a_fault_of_the_configuration_is_told_like_any_other() {
    browse(BROKEN, async |page| {
        let source =
            json!({ "url": "http://tiles.example/{z}/{x}/{y}.png", "maxZoom": 18, "attribution": { "text": "A" } });
        configure(page, &[source]);
        page.open("").await;
        page.expect("texts('.problems li code')", json!(["data/config.json", "/tiles/0/url"])).await;
        page.expect("$$('.detailed').length", 0).await;
    });
}
