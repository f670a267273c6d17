//! The colours of the style sheet: readable, and told apart by those who see fewer of them.
//!
//! Contrast is that of WCAG 2.2 (success criteria 1.4.3 and 1.4.11). Colour blindness is simulated as in Machado,
//! Oliveira, Fernandes: "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), in its full
//! severity; distances are those of CIE 1976 L*a*b* (ΔE*ab).

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::HashMap;

type Tokens = HashMap<String, Rgb>;

/// Linear sRGB, each 0..=1.
type Rgb = [f64; 3];

const STYLES: &str = include_str!("../public/styles.css");

/// The colours of a theme, by the names of their tokens: those of the light one, and what another sets anew.
fn theme(selector: Option<&str>) -> Tokens {
    let mut tokens = declared(":root {");
    if let Some(selector) = selector {
        tokens.extend(declared(selector));
    }
    tokens
}

/// The colours that a rule declares.
fn declared(selector: &str) -> Tokens {
    let start = STYLES.find(selector).unwrap_or_else(|| panic!("no rule {selector}")) + selector.len();
    let body = STYLES[start..].split('}').next().unwrap();
    let declarations = body.split(';').filter_map(|declaration| declaration.trim().split_once(": #"));
    declarations
        .filter_map(|(name, hex)| Some((name.trim().trim_start_matches("--").to_owned(), colour(hex)?)))
        .collect()
}

/// A colour in hexadecimal digits; none where it is translucent.
fn colour(hex: &str) -> Option<Rgb> {
    let digits: Vec<f64> = hex.chars().map(|digit| f64::from(digit.to_digit(16).expect("a digit"))).collect();
    let channels = match *digits.as_slice() {
        [red, green, blue] => [red * 17.0, green * 17.0, blue * 17.0],
        [r1, r2, g1, g2, b1, b2] => [r1 * 16.0 + r2, g1 * 16.0 + g2, b1 * 16.0 + b2],
        _ => return None,
    };
    Some(channels.map(|channel| {
        let channel = channel / 255.0;
        if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
    }))
}

fn luminance([r, g, b]: Rgb) -> f64 {
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn lab(rgb: Rgb) -> [f64; 3] {
    const TO_XYZ: [[f64; 3]; 3] =
        [[0.412_456, 0.357_576, 0.180_438], [0.212_673, 0.715_152, 0.072_175], [0.019_334, 0.119_192, 0.950_304]];
    const WHITE: [f64; 3] = [0.950_47, 1.0, 1.088_83];
    let xyz = times(&TO_XYZ, rgb);
    let f = |index: usize| {
        let t: f64 = xyz[index] / WHITE[index];
        if t > 216.0 / 24389.0 { t.cbrt() } else { (24389.0 / 27.0 * t + 16.0) / 116.0 }
    };
    [116.0 * f(1) - 16.0, 500.0 * (f(0) - f(1)), 200.0 * (f(1) - f(2))]
}

fn distance(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (lab(a), lab(b));
    a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

fn times(matrix: &[[f64; 3]; 3], [x, y, z]: [f64; 3]) -> [f64; 3] {
    matrix.map(|[a, b, c]| a * x + b * y + c * z)
}

/// How people see who lack one sort of cones.
const DEFICIENCIES: [(&str, [[f64; 3]; 3]); 3] = [
    (
        "protanopia",
        [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    ),
    (
        "deuteranopia",
        [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    ),
    (
        "tritanopia",
        [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
    ),
];

fn seen(matrix: &[[f64; 3]; 3], rgb: Rgb) -> Rgb {
    times(matrix, rgb).map(|channel| channel.clamp(0.0, 1.0))
}

fn themes() -> [(&'static str, Tokens); 3] {
    [
        ("light", theme(None)),
        ("dark", theme(Some(":root[data-theme=\"dark\"] {"))),
        ("dark by the system", theme(Some(":root:not([data-theme=\"light\"]) {"))),
    ]
}

#[test]
fn the_known_values_of_the_definitions_come_out() {
    let (white, black) = (colour("fff").unwrap(), colour("000000").unwrap());
    assert!((contrast(white, black) - 21.0).abs() < 1e-9);
    assert!((contrast(white, colour("777777").unwrap()) - 4.48).abs() < 0.01);
    // sRGB red in L*a*b* (D65), from any colour calculator.
    let red = lab(colour("ff0000").unwrap());
    assert!((red[0] - 53.24).abs() < 0.05 && (red[1] - 80.09).abs() < 0.1 && (red[2] - 67.20).abs() < 0.1, "{red:?}");
    for (name, matrix) in &DEFICIENCIES {
        assert!(distance(seen(matrix, white), white) < 0.1, "{name}: white stays white");
    }
}

#[test]
fn both_dark_themes_have_the_same_colours() {
    let [_, (_, chosen), (_, by_system)] = themes();
    assert_eq!(chosen, by_system);
    assert_ne!(chosen, theme(None));
}

#[test]
fn text_and_signs_stand_out_from_what_they_stand_on() {
    const TEXT: f64 = 4.5;
    const SIGN: f64 = 3.0;
    const PAIRS: &[(&str, &[&str], f64)] = &[
        ("ink", &["paper", "surface", "host-soft", "guest-soft", "land", "home", "sea"], TEXT),
        ("ink-soft", &["paper", "surface", "host-soft", "land", "home"], TEXT),
        ("water", &["sea"], TEXT),
        ("guest", &["paper", "surface"], TEXT),
        ("host", &["paper", "surface", "home", "land", "sea"], SIGN),
        ("guest", &["home", "land", "sea"], SIGN),
        ("paper", &["ink"], TEXT),
    ];
    let mut poor = Vec::new();
    for (theme, tokens) in themes() {
        for (front, backs, least) in PAIRS {
            for back in *backs {
                let contrast = contrast(tokens[*front], tokens[*back]);
                if contrast < *least {
                    poor.push(format!("{theme}: {front} on {back} has {contrast:.2}:1, less than {least}:1"));
                }
            }
        }
    }
    assert_eq!(poor, Vec::<String>::new());
}

#[test]
fn hosts_and_guests_are_told_apart_by_the_colour_blind() {
    const LEAST: f64 = 20.0;
    let mut close = Vec::new();
    for (theme, tokens) in themes() {
        for (name, matrix) in &DEFICIENCIES {
            for (a, b) in [("host", "guest"), ("host", "home"), ("guest", "home"), ("guest", "sea"), ("host", "land")] {
                let distance = distance(seen(matrix, tokens[a]), seen(matrix, tokens[b]));
                if distance < LEAST {
                    close.push(format!("{theme}, {name}: {a} and {b} are {distance:.1} apart, less than {LEAST}"));
                }
            }
        }
    }
    assert_eq!(close, Vec::<String>::new());
}
