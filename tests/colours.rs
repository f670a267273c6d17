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

/// The colours of the stage: those of a theme, and what the presentation sets anew.
fn on_stage(mut tokens: Tokens, is_dark: bool) -> Tokens {
    let stage = include_str!("../public/present.css");
    let start = stage.find(":root[data-present] {").expect("the tokens of the stage");
    let pairs = pairs(stage[start..].split_once("\n}").expect("its end").0, is_dark);
    assert!(pairs.len() > 8, "{pairs:?}");
    tokens.extend(pairs);
    tokens
}

/// The colours that a style sheet declares for the light or the dark theme, as `light-dark()` does.
fn pairs(body: &str, is_dark: bool) -> Vec<(String, Rgb)> {
    let pair = |declaration: &str| {
        let (name, pair) = declaration.split_once(": light-dark(")?;
        let (light, dark) = pair.trim_end_matches(')').split_once(", ")?;
        let chosen = if is_dark { dark } else { light };
        Some((name.rsplit_once("--")?.1.to_owned(), colour(chosen.trim_start_matches('#'))?))
    };
    body.split(';').filter_map(pair).collect()
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

/// The colours that are set for who asks for more contrast, of the light or the dark theme.
fn with_more_contrast(mut tokens: Tokens, is_dark: bool) -> Tokens {
    let start = STYLES.find("@media (prefers-contrast: more) {").expect("a rule for more contrast");
    let body = &STYLES[start..start + STYLES[start..].find("\n}").unwrap()];
    let pairs = pairs(body, is_dark);
    assert!(pairs.len() > 8, "{pairs:?}");
    tokens.extend(pairs);
    tokens
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

/// What stands on what, and whether it is text, which needs more contrast than a sign.
const PAIRS: &[(&str, &[&str], bool)] = &[
    ("ink", &["paper", "surface", "host-soft", "guest-soft", "land", "home", "sea"], true),
    ("ink-soft", &["paper", "surface", "host-soft", "land", "home"], true),
    ("water", &["sea"], true),
    ("guest", &["paper", "surface"], true),
    ("host", &["paper", "surface", "home", "land", "sea"], false),
    ("guest", &["home", "land", "sea"], false),
    ("paper", &["ink"], true),
];

/// Every pair whose contrast is less than that of a text or a sign must be.
fn poor(theme: &str, tokens: &Tokens, text: f64, sign: f64) -> Vec<String> {
    let mut poor = Vec::new();
    for (front, backs, is_text) in PAIRS {
        let least = if *is_text { text } else { sign };
        for back in *backs {
            let contrast = contrast(tokens[*front], tokens[*back]);
            if contrast < least {
                poor.push(format!("{theme}: {front} on {back} has {contrast:.2}:1, less than {least}:1"));
            }
        }
    }
    poor
}

#[test]
fn text_and_signs_stand_out_from_what_they_stand_on() {
    let poor: Vec<String> = themes().iter().flat_map(|(theme, tokens)| poor(theme, tokens, 4.5, 3.0)).collect();
    assert_eq!(poor, Vec::<String>::new());
}

#[test]
fn who_asks_for_more_contrast_has_it() {
    let [(_, light), (_, dark), _] = themes();
    for (name, tokens, is_dark) in [("light", light, false), ("dark", dark, true)] {
        assert_eq!(poor(name, &with_more_contrast(tokens, is_dark), 7.0, 4.5), Vec::<String>::new());
    }
}

#[test]
fn the_last_row_reads_what_is_on_stage() {
    let [(_, light), (_, dark), _] = themes();
    for (name, tokens, is_dark) in [("light", light, false), ("dark", dark, true)] {
        let tokens = on_stage(tokens, is_dark);
        // The years, captions and their colours, on the paper that they stand on.
        for front in ["ink", "ink-soft", "host", "guest"] {
            let contrast = contrast(tokens[front], tokens["paper"]);
            assert!(contrast >= 7.0, "{name}: {front} has {contrast:.2}:1");
        }
        assert_eq!(poor(name, &tokens, 4.5, 3.0), Vec::<String>::new());
        for (a, b) in [("host", "guest"), ("host", "home"), ("guest", "home")] {
            let distance = distance(washed(tokens[a]), washed(tokens[b]));
            assert!(distance >= 20.0, "{name}: {a} and {b} are {distance:.1} apart on a washed-out projection");
        }
        let washed = contrast(washed(tokens["ink"]), washed(tokens["paper"]));
        assert!(washed >= 2.5, "{name}: text has {washed:.2}:1 on a washed-out projection");
    }
}

/// What a projector shows in a lit room, which adds half as much light as the projector's white has.
fn washed(rgb: Rgb) -> Rgb {
    rgb.map(|channel| (channel + 0.5) / 1.5)
}

#[test]
fn hosts_and_guests_are_told_apart_on_a_washed_out_projection() {
    for (theme, tokens) in themes() {
        for (a, b) in [("host", "guest"), ("host", "home"), ("guest", "home")] {
            let distance = distance(washed(tokens[a]), washed(tokens[b]));
            assert!(distance >= 20.0, "{theme}: {a} and {b} are {distance:.1} apart");
        }
    }
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
