//! Searching and filtering.

mod field;
mod filters;
mod view;

pub use field::{popup, told};
pub(super) use filters::why_nothing;
pub use filters::{chips, filters, no_match};
pub use view::Find;
