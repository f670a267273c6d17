//! Trigonometry in few words of WebAssembly, which has no instruction for it.
//!
//! The functions of the standard library serve angles of any size to the last bit, and bring tables of 9 kB for it.
//! On the Earth angles are small, and 1e-12 of a radian is less than a hundredth of a millimetre.

use std::f64::consts::{FRAC_PI_2, PI};

/// The sine of an angle of a few turns, in radians.
#[must_use]
pub fn sin(angle: f64) -> f64 {
    let half_turns = (angle / PI).round_ties_even();
    let rest = angle - half_turns * PI;
    // The Taylor series; for a right angle its last term here is 1e-18.
    let (mut term, mut sum) = (rest, rest);
    for order in 1..11_u32 {
        let order = f64::from(2 * order);
        term *= -rest * rest / (order * (order + 1.0));
        sum += term;
    }
    let is_even = (half_turns / 2.0).fract() == 0.0;
    if is_even { sum } else { -sum }
}

/// The cosine of an angle of a few turns, in radians.
#[must_use]
pub fn cos(angle: f64) -> f64 {
    sin(angle + FRAC_PI_2)
}

/// The angle from the x axis to a point, in radians, as [`f64::atan2`] has it; 0 for the origin.
#[must_use]
pub fn atan2(y: f64, x: f64) -> f64 {
    if x < 0.0 {
        return PI.copysign(y) - atan2(y, -x);
    }
    let length = (x * x + y * y).sqrt();
    if length == 0.0 {
        return 0.0;
    }
    // The tangent of half the angle, and halved three times more: now it is less than 0.1.
    let mut tangent = y / (length + x);
    for _ in 0..3 {
        tangent /= 1.0 + (1.0 + tangent * tangent).sqrt();
    }
    // The Taylor series; its last term here is below 1e-18.
    let (mut power, mut sum) = (tangent, tangent);
    for order in 1..9_u32 {
        power *= -tangent * tangent;
        sum += power / f64::from(2 * order + 1);
    }
    16.0 * sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_what_the_standard_library_says() {
        for step in -900..=900_i32 {
            let angle = f64::from(step) / 100.0;
            assert!((sin(angle) - angle.sin()).abs() < 1e-14, "{angle}");
            assert!((cos(angle) - angle.cos()).abs() < 1e-14, "{angle}");
            let (y, x) = (3.0 * angle.sin(), 3.0 * angle.cos());
            assert!((atan2(y, x) - y.atan2(x)).abs() < 1e-14, "{angle}");
        }
        for (y, x) in [(0.0, 0.0), (0.0, 1.0), (0.0, -1.0), (1.0, 0.0), (-1.0, 0.0), (1e-9, -1.0), (-1e-9, -1.0)] {
            assert!((atan2(y, x) - f64::atan2(y, x)).abs() < 1e-14, "{y} {x}");
        }
    }
}
