//! Where the app is cut once more (see `crate::extras`): what is reached from here alone comes when the dialog is opened.

use crate::state::ShareTable;

use super::{body, deeds};

/// Where the app is cut, nothing but `load` may name it.
static SHARE_TABLE: ShareTable =
    ShareTable { start: deeds::start, body: body::body, perform: deeds::perform, export: deeds::export };

#[cfg(not(feature = "split"))]
#[expect(clippy::unused_async, reason = "as the one that loads a file")]
pub(super) async fn load() -> Result<&'static ShareTable, std::convert::Infallible> {
    Ok(&SHARE_TABLE)
}

#[cfg(feature = "split")]
pub(super) use split::load;

#[cfg(feature = "split")]
#[allow(unsafe_code, clippy::all, clippy::pedantic, reason = "what the macro makes of it")]
mod split {
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    use super::{SHARE_TABLE, ShareTable};

    #[wasm_split(share, fallible)]
    pub(crate) fn load() -> Result<&'static ShareTable, SplitLoaderError> {
        Ok(&SHARE_TABLE)
    }
}
