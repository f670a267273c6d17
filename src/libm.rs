//! The trigonometry of the C library, as the browser has it.
//!
//! WebAssembly has no instruction for it, so Rust links functions in its place whose tables weigh 3.5 kB of compressed
//! WebAssembly. Every browser brings the same: a function of that name defined here takes the place of the linked one.
//! Nothing calls these by name; [`f64::sin`] and the others do.
#![expect(unsafe_code, reason = "to define a symbol of the C library; each does what the standard asks of that name")]

use js_sys::Math;

macro_rules! from_browser {
    ($($name:ident($($argument:ident),+) => $value:expr),+ $(,)?) => {$(
        #[unsafe(no_mangle)]
        extern "C" fn $name($($argument: f64),+) -> f64 {
            $value
        }
    )+};
}

from_browser! {
    sin(x) => Math::sin(x),
    cos(x) => Math::cos(x),
    asin(x) => Math::asin(x),
    atan2(y, x) => Math::atan2(y, x),
    log(x) => Math::log(x),
    exp2(x) => Math::pow(2.0, x),
}
