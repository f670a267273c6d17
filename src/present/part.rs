//! Where the app is cut once more (see `crate::extras`): what is reached from here alone comes when somebody presents.

use crate::state::PresentTable;

use super::deeds;

/// Where the app is cut, nothing but `load` may name it.
static PRESENT_TABLE: PresentTable =
    PresentTable { start: deeds::start, make_steps: deeds::make_steps, body: deeds::body, perform: deeds::perform };

#[cfg(not(feature = "split"))]
#[expect(clippy::unused_async, reason = "as the one that loads a file")]
pub(super) async fn load() -> Result<&'static PresentTable, std::convert::Infallible> {
    Ok(&PRESENT_TABLE)
}

#[cfg(feature = "split")]
pub(super) use split::load;

#[cfg(feature = "split")]
#[allow(unsafe_code, clippy::all, clippy::pedantic, reason = "what the macro makes of it")]
mod split {
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    use super::{PRESENT_TABLE, PresentTable};

    #[wasm_split(present, fallible)]
    pub(crate) fn load() -> Result<&'static PresentTable, SplitLoaderError> {
        Ok(&PRESENT_TABLE)
    }
}
