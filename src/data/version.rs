//! The versions of the programme file.

use super::fault::Whole;
use super::json::Value;
use super::node::literal;

/// The programme in the newest version, whichever one it is written in.
///
/// A change that old files do not follow gets the next number, and a step here that turns a document of
/// the version before into the new form: `0 => current(from_0_to_1(root))`. The readers know the newest only.
pub(super) fn current(root: Value<'_>) -> Result<Value<'_>, Whole> {
    let version = root.get("version");
    match version.and_then(Value::as_whole) {
        Some(1) => Ok(root),
        _ => Err(Whole::Version { found: version.map(literal) }),
    }
}
