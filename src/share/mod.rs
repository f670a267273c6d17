//! The dialog that shares a view.
//!
//! Its frame belongs to what the first view does without (`crate::extras`). What stands in it is a part of its own, which
//! comes when the dialog is first opened; only `part` names it.

mod body;
mod cite;
mod data;
mod deeds;
mod dialog;
mod embed;
mod link;
mod part;
mod picture;
mod snippet;
mod what;

pub use dialog::{SHARE_ID, dialog, exported, perform};
