//! Decimal numbers in few words of WebAssembly: the standard library's way to print a float weighs 20 kB.

/// `value` with at most six decimals, such as `-181.5`; `e` notation is never used.
///
/// What is larger than ten million million, infinite or no number at all is only told apart by its sign.
#[must_use]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "in range as checked")]
pub fn decimal(value: f64) -> String {
    const SCALE: f64 = 1e6;
    /// Its millionths are less than 2⁶⁴: to divide 128 bits weighs more than all of this.
    const LARGEST: f64 = 1e13;
    let sign = if value < 0.0 { "-" } else { "" };
    let size = value.abs();
    if size.is_nan() || size >= LARGEST {
        return format!("{sign}∞");
    }
    let millionths = (size * SCALE).round() as u64;
    let (whole, fraction) = (millionths / 1_000_000, millionths % 1_000_000);
    if fraction == 0 {
        return format!("{sign}{whole}");
    }
    let digits = format!("{fraction:06}");
    format!("{sign}{whole}.{}", digits.trim_end_matches('0'))
}

/// Reads what [`decimal`] writes: digits with at most one point, and a sign before them.
#[must_use]
pub fn parse_decimal(text: &str) -> Option<f64> {
    let (sign, digits) = text.strip_prefix('-').map_or((1.0, text), |digits| (-1.0, digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let number = |digits: &str| if digits.is_empty() { Some(0) } else { digits.parse::<u32>().ok() };
    let is_digits = |digits: &str| digits.len() <= 9 && digits.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    let scale: f64 = (0..fraction.len()).map(|_| 10.0).product();
    Some(sign * (f64::from(number(whole)?) + f64::from(number(fraction)?) / scale))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_short_as_they_are() {
        for (value, text) in
            [(0.0, "0"), (181.0, "181"), (-4.25763, "-4.25763"), (0.1, "0.1"), (52.000_001, "52.000001"), (1e300, "∞")]
        {
            assert_eq!(decimal(value), text);
        }
        assert_eq!(decimal(f64::NAN), "∞");
        assert_eq!(decimal(f64::NEG_INFINITY), "-∞");
    }

    #[test]
    fn what_is_written_can_be_read() {
        for value in [0.0, 6.25, -4.2576, 179.9999, 0.000_001] {
            assert_eq!(parse_decimal(&decimal(value)), Some(value));
        }
        for bad in ["", "-", ".", "1e3", "NaN", "+1", "1.2.3", " 1", "12345678901", "--1", "٣"] {
            assert_eq!(parse_decimal(bad), None, "{bad}");
        }
    }
}
