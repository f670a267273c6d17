//! The looks of a presentation. They come with it: a page that is never presented does not carry them.

/// What `public/present.css` says, without its comments and indents (`build.rs`).
pub(super) const LOOKS: &str = include_str!(concat!(env!("OUT_DIR"), "/present.css"));
