//! What everything stands on in a picture.

use crate::domain::Landmark;

use super::{BaseMap, landmarks};

/// A base map and what is named on it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ground {
    /// The base map; without one, plain ground.
    pub base: Option<BaseMap>,
    /// What is named for orientation.
    pub landmarks: Vec<Landmark>,
}

impl Ground {
    /// Reads both files. What did not arrive or cannot be read is not there.
    #[must_use]
    pub fn read(base: Option<&[u8]>, names: Option<&[u8]>) -> Self {
        let base = base.and_then(BaseMap::read);
        // On plain ground names would only confuse.
        let names = names.filter(|_| base.is_some());
        Self { base, landmarks: names.and_then(landmarks).unwrap_or_default() }
    }
}
