//! An address as a QR code (ISO/IEC 18004), for whoever meets a picture on paper or on a screen far away.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};

use crate::markup::Element;
use crate::markup::svg::{path, rect, svg};

use super::path::number;

/// The light margin that readers need, in modules.
const QUIET: i32 = 4;

/// Draws it as a square with sides of `side` px at `x`, `y`; nothing where the address is longer than a code can hold. Black on white
/// whatever the colours around it: not every reader takes it the other way round.
pub fn qr(address: &str, (x, y): (f64, f64), side: f64) -> Option<Element> {
    let code = QrCode::encode_text(address, QrCodeEcc::Medium).ok()?;
    let mut dark = String::new();
    for row in 0..code.size() {
        for column in (0..code.size()).filter(|&column| code.get_module(column, row)) {
            _ = write!(dark, "M{} {}h1v1h-1z", column + QUIET, row + QUIET);
        }
    }
    let across = (code.size() + 2 * QUIET).to_string();
    let element = svg()
        .attr("x", number(x))
        .attr("y", number(y))
        .attr("width", number(side))
        .attr("height", number(side))
        .attr("viewBox", format!("0 0 {across} {across}"))
        .attr("shape-rendering", "crispEdges")
        .with(rect().attr("width", across.as_str()).attr("height", across).attr("fill", "#fff"))
        .with(path().attr("d", dark).attr("fill", "#000"));
    Some(element)
}
