//! The lists are the keyboard's and the screen reader's way to all that the map shows.

use super::harness::{Accessible, DESKTOP, Page, browse};

/// Roles that make something a list or a part of the page.
const PARTS: [&str; 8] = ["list", "region", "navigation", "complementary", "group", "form", "search", "main"];

async fn exactly_one_list_is_named(page: &Page, name: &str, items: usize) {
    // Firefox has what has just been shown in its tree only some time later, and on a busy machine it may miss a part of it
    // until that is shown anew.
    let mut named: Vec<Accessible> = Vec::new();
    for attempt in 0..40 {
        if attempt == 20 {
            page.run::<()>("document.body.hidden = true; await frames(2); document.body.hidden = false; return null")
                .await;
        }
        named = page.accessibility_tree().await;
        named.retain(|node| PARTS.contains(&node.role.as_str()) && node.name.starts_with(name));
        if named.len() == 1 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    assert_eq!(named.len(), 1, "lists and parts whose name begins with {name}: {named:?}");
    // WebKit calls an empty list a group.
    let role = if items == 0 && named[0].role == "group" { "group" } else { "list" };
    assert_eq!((named[0].role.as_str(), named[0].name.as_str()), (role, name));
    assert_eq!(named[0].items, items, "items of the list {name}");
}

#[test]
fn exactly_one_list_names_the_meetings_and_one_the_guests_in_every_year() {
    browse(DESKTOP, async |page| {
        for (query, meetings, guests) in
            [("", 15, 7), ("?year=2014", 0, 0), ("?year=2015", 1, 0), ("?year=2016", 10, 1), ("?year=2017", 4, 6)]
        {
            page.open(query).await;
            exactly_one_list_is_named(page, "Spotkania", meetings).await;
            exactly_one_list_is_named(page, "Goście", guests).await;
        }
    });
}

#[test]
fn the_lists_have_english_names_in_english() {
    browse(DESKTOP, async |page| {
        page.open("?year=2017&lang=en").await;
        exactly_one_list_is_named(page, "Meetings", 4).await;
        exactly_one_list_is_named(page, "Guest experts", 6).await;
    });
}

#[test]
fn an_open_detail_adds_no_second_list_of_these_names() {
    browse(DESKTOP, async |page| {
        for detail in ["meeting=rzeszow-2017", "city=sandomierz", "expert=paul-goedknegt"] {
            page.open(&format!("?year=2017&{detail}")).await;
            page.until("the detail is open", "return !!$('.detail')").await;
            exactly_one_list_is_named(page, "Spotkania", 4).await;
            exactly_one_list_is_named(page, "Goście", 6).await;
        }
    });
}

#[test]
fn the_page_has_one_main_part_a_map_and_a_slider_with_their_names() {
    browse(DESKTOP, async |page| {
        page.open("").await;
        let tree = page.accessibility_tree().await;
        let count = |role: &str, name: &str| {
            tree.iter().filter(|node| (node.role.as_str(), node.name.as_str()) == (role, name)).count()
        };
        assert_eq!(tree.iter().filter(|node| node.role == "main").count(), 1);
        assert_eq!(count("region", "Mapa"), 1);
        assert_eq!(count("slider", "Rok"), 1);
        assert_eq!(count("link", "Przejdź do listy spotkań"), 1);
    });
}
