//! A detailed map of another server: offered where one is set, asked for only after a yes, and never needed.

use serde_json::{Value, json};

use super::harness::{Answer, BROKEN, DESKTOP, Page, Server, browse, dist};

/// A picture of one grey point.
const PNG: [u8; 67] = [
    137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 58, 126, 155,
    85, 0, 0, 0, 10, 73, 68, 65, 84, 120, 156, 99, 152, 9, 0, 0, 155, 0, 154, 173, 46, 72, 180, 0, 0, 0, 0, 73, 69, 78,
    68, 174, 66, 96, 130,
];

/// A server of tiles, of another origin than the page.
async fn tile_server() -> Server {
    let server = Server::start(&dist(), "/").await;
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
        let tiles = tile_server().await;
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
        let (dead, alive) = (tile_server().await, tile_server().await);
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
        let tiles = tile_server().await;
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
