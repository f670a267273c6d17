//! Searching and filtering.

mod field;
mod filters;
mod view;

pub(super) use filters::{no_match, why_nothing};
pub use view::Find;
