//! Tells the style sheet how the page is laid out, whenever the window or the text gets another size.

use crate::browser::{self, EventListener, SizeObserver, Timer};
use crate::screen::Layout;

/// Says it now.
pub fn tell() {
    let (width, height) = browser::viewport();
    // An embed is as high as it is wide, and no higher for the room that a frame has.
    let height = if browser::find("[data-embed]").is_some() { 0.0 } else { height };
    browser::set_root_attribute("data-layout", Layout::of(width, height, browser::text_scale()).tags());
    if browser::is_embedded() {
        browser::set_root_attribute("data-embedded", "");
    }
}

/// Says it again whenever it may have changed, until this is dropped. Where nothing matches `selector` the window alone
/// is followed; otherwise also that element, whose size changes with the text's.
pub fn follow(selector: &str) -> (EventListener, Option<SizeObserver>) {
    // Not within the turn in which sizes are observed: others observe what this changes.
    let soon = Timer::new(tell);
    let observer = browser::find(selector).and_then(|element| SizeObserver::new(&element, move || soon.set(Some(0))));
    (browser::on_resize(tell), observer)
}
