//! The panel: in words, all that the map shows, and more. Pure: each file makes [`Node`](crate::markup::Node)s.

mod about;
mod awaited;
mod city;
mod detail;
mod drawer;
mod edition;
mod expert;
mod facts;
mod find;
mod help;
mod known;
mod lists;
mod meeting;
mod news;
mod print;
mod problems;
mod reader;
mod sheets;
mod steps;
mod table;
mod topic;
mod view;
mod words;

pub use about::{ABOUT_ID, about};
pub use awaited::{missing_words, told_by};
pub use detail::content;
pub use drawer::attribution;
pub use find::{Find, chips, filters, no_match, offers, told, why_nothing};
pub use help::{HELP_ID, help};
pub use news::news;
pub use problems::problems;
pub use reader::subject_name;
pub use table::board;
pub(crate) use view::PANEL_ID;
pub use view::{Panel, appendix};
