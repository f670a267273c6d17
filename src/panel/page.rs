//! What stands in place of all.

use crate::browser;
use crate::markup::Node;
use crate::paint::tell;
use crate::state::State;
use crate::url::Display;

use super::about::about;
use super::poster::poster;

/// The page's id, where the skip link leads.
pub const PAGE_ID: &str = "page";

/// The page about the data, or the poster.
#[must_use]
pub fn page(state: State) -> Vec<Node> {
    let address = browser::address();
    tell(state, |reader| match state.display() {
        Display::Poster => poster(reader, state.ground().as_deref(), &address),
        Display::About | Display::Map | Display::Table => about(reader, &address),
    })
}
