//! The looks of a presentation. They come with it: a page that is never presented does not carry them.

/// What `public/present.css` says.
pub(super) const LOOKS: &str = include_str!("../../public/present.css");
