//! How the page is laid out upon a screen: pure arithmetic, which knows no browser.

mod height;
mod layout;
mod swipe;

pub use height::{Height, Pull};
pub use layout::Layout;
pub use swipe::Swipe;
