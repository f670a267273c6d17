//! What each year shows, in the lists and on the map alike.

use serde_json::json;

use super::harness::{DESKTOP, HOST_CITIES, Page, browse};

const MEETINGS: &str = "$$('.panel ul.meetings > li').length";
const HOSTS: &str = "$$('.map-canvas .city.host').length";
const GUESTS: &str = "$$('.map-canvas .city.guest').length";

async fn shows(page: &Page, query: &str, meetings: usize, hosts: usize) {
    page.open(query).await;
    page.expect(MEETINGS, meetings).await;
    page.expect(HOSTS, hosts).await;
}

#[test]
fn the_whole_campaign_has_15_meetings_in_11_polish_cities() {
    browse(DESKTOP, async |page| {
        shows(page, "", 15, 11).await;
        page.expect("text($('.summary p')).includes('15 spotkań w 11 miastach')", true).await;
        page.expect("$$('.map-canvas .city.host .name').map(text).sort()", json!(HOST_CITIES)).await;
    });
}

#[test]
fn of_2014_no_meeting_is_known_and_the_page_says_so() {
    browse(DESKTOP, async |page| {
        shows(page, "?year=2014", 0, 0).await;
        page.expect("text($('.panel .empty')).includes('2014')", true).await;
    });
}

#[test]
fn the_year_2015_has_one_meeting() {
    browse(DESKTOP, async |page| {
        shows(page, "?year=2015", 1, 1).await;
        page.expect("texts('.panel ul.meetings .place')", json!(["Poznań"])).await;
    });
}

#[test]
fn the_year_2016_has_ten_meetings_in_ten_cities() {
    browse(DESKTOP, async |page| {
        shows(page, "?year=2016", 10, 10).await;
        page.expect("new Set(texts('.panel ul.meetings .place')).size", 10).await;
    });
}

#[test]
fn the_year_2017_has_four_meetings_and_six_guest_cities() {
    browse(DESKTOP, async |page| {
        shows(page, "?year=2017", 4, 4).await;
        page.expect("$$('.panel ul.guests > li').length", 6).await;
        page.expect(GUESTS, 6).await;
        page.expect(
            "$$('.map-canvas .city.guest .name').map(text).sort()",
            json!(["Amsterdam", "Bruksela", "Glasgow", "Nijmegen", "Tel Awiw", "Wiedeń"]),
        )
        .await;
    });
}

#[test]
fn every_guest_city_is_named_in_the_frame_or_at_its_edge() {
    browse(DESKTOP, async |page| {
        page.open("?year=2017").await;
        // A marker in the frame, or a name at the edge: one of the two for each guest city, never both. Leaflet rounds
        // where it puts a marker, so one just at the edge may be either.
        page.expect(
            "(() => {
               const frame = $('.map-canvas').getBoundingClientRect();
               const inside = (slack) => $$('.map-canvas .city.guest').filter((city) => {
                 const { left, top } = city.getBoundingClientRect();
                 return left >= frame.left - slack && left <= frame.right + slack
                   && top >= frame.top - slack && top <= frame.bottom + slack;
               }).map((city) => text($('.name', city)));
               const atEdge = texts('.edge-city');
               const both = inside(-1).filter((name) => atEdge.includes(name));
               return both.length ? both : [...new Set([...atEdge, ...inside(1)])].sort();
             })()",
            json!(["Amsterdam", "Bruksela", "Glasgow", "Nijmegen", "Tel Awiw", "Wiedeń"]),
        )
        .await;
        page.expect("texts('.edge-name .edge-city').includes('Tel Awiw')", true).await;
        page.expect("$$('.edge-distance').every((node) => /\\d km$/.test(text(node)))", true).await;
    });
}

#[test]
fn each_guest_is_joined_to_the_meeting_by_a_line_and_dashed_unless_in_person() {
    browse(DESKTOP, async |page| {
        page.open("?year=2017").await;
        page.expect("$$('.map-canvas path.line').length", 6).await;
        page.expect("$$('.map-canvas path.line.dashed').length", 3).await;
    });
}
