//! What stands on the page, as pure data: elements, texts, and what a button does.
//!
//! The views build a [`Node`] from the catalog and the choices; [`crate::paint`] puts it on the page. One painter for
//! all of them costs a fraction of the WebAssembly that a type for each element would, and what a view says can be
//! tested without a browser.

mod action;
mod html;
mod links;
mod node;
mod presenting;
mod sharing;

pub use action::{Action, Neighbour, Suggestion};
pub use html::to_html;
pub use links::linked;
pub use node::{Element, Input, Listener, Node, Parts, svg, tags};
pub use presenting::Present;
pub use sharing::{Code, Copied, Saved, Share, Size, Tab, Turn, Width};
