//! Searching and filtering.

mod field;
mod filters;
mod suggestions;
mod view;

pub use filters::{chips, filters, no_match, why_nothing};
pub use suggestions::{offers, suggest, told};
pub use view::Find;
