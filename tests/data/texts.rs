//! The prose of the shipped files.

use pracownia::domain::{Lang, Localized};

use crate::PROGRAMME;

#[test]
fn texts_are_there_in_both_languages_and_set_as_each_wants_it() {
    let text = std::str::from_utf8(PROGRAMME).unwrap();
    let value: serde_json::Value = serde_json::from_str(text).unwrap();
    let mut count = 0;
    for_each_text(&value, &mut |text| {
        count += 1;
        for lang in Lang::ALL {
            let text = text.get(lang);
            assert_eq!(text.trim(), text);
            assert!(!text.is_empty() && !text.contains(['"', '\'', '\u{a0}', '\u{fffd}']), "{text}");
            assert!(!text.contains("  ") && !text.contains(" - "), "{text}");
        }
        assert_eq!(text.pl.matches('„').count(), text.pl.matches('”').count(), "{}", text.pl);
        assert!(!text.pl.contains('“'), "{}", text.pl);
        assert_eq!(text.en.matches('“').count(), text.en.matches('”').count(), "{}", text.en);
        assert!(!text.en.contains('„'), "{}", text.en);
    });
    assert!(count > 80, "{count}");
}

fn for_each_text(value: &serde_json::Value, look: &mut impl FnMut(&Localized)) {
    if let (Some(pl), Some(en)) = (value["pl"].as_str(), value["en"].as_str()) {
        look(&Localized { pl: pl.to_owned(), en: en.to_owned() });
    }
    let items = value.as_array().into_iter().flatten();
    for inner in items.chain(value.as_object().into_iter().flat_map(|members| members.values())) {
        for_each_text(inner, look);
    }
}
