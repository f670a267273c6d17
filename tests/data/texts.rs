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
        let (pl, en) = (text.get(Lang::Pl), text.get(Lang::En));
        assert_eq!(pl.matches('„').count(), pl.matches('”').count(), "{pl}");
        assert!(!pl.contains('“'), "{pl}");
        assert_eq!(en.matches('“').count(), en.matches('”').count(), "{en}");
        assert!(!en.contains('„'), "{en}");
    });
    assert!(count > 80, "{count}");
}

fn for_each_text(value: &serde_json::Value, look: &mut impl FnMut(&Localized)) {
    if Lang::REQUIRED.iter().all(|lang| value[lang.tag()].is_string()) {
        look(&Localized::new(&|lang| value[lang.tag()].as_str().map(str::to_owned)).unwrap());
    }
    let items = value.as_array().into_iter().flatten();
    for inner in items.chain(value.as_object().into_iter().flat_map(|members| members.values())) {
        for_each_text(inner, look);
    }
}

#[test]
fn the_schema_knows_every_language() {
    let schema: serde_json::Value = serde_json::from_slice(include_bytes!("../../data/programme.schema.json")).unwrap();
    let text = &schema["$defs"]["text"];
    for lang in Lang::ALL {
        assert!(text["properties"][lang.tag()].is_object(), "data/programme.schema.json, text: {}", lang.tag());
        let is_required = text["required"].as_array().unwrap().iter().any(|tag| tag == lang.tag());
        assert_eq!(is_required, Lang::REQUIRED.contains(&lang), "{}", lang.tag());
    }
    assert_eq!(text["properties"].as_object().unwrap().len(), Lang::ALL.len());
}
