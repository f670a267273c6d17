//! A further language is a file of words and a line that registers it. This is proven with one that does not exist: what
//! the files of `src` make of it is compiled and run, and what is missing in it does not compile.
//!
//! Only the rooms are compiled that know one language from another; `tests/layers.rs` keeps the others from it.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const ROOMS: [&str; 5] = ["domain", "data", "scene", "screen", "text"];

/// The line after which the new one is put, and the new one: all of the code that changes.
const LAST_LINE: &str = r#"En "en" en,"#;
const NEW_LINE: &str = r#"Toy "qtx" toy,"#;

/// Stands in for the app: what it asks of a language.
const PROGRAM: &str = r##"
use toy::data::{Fault, File, load};
use toy::domain::{Lang, Topic};
use toy::text::{Words, date};

fn main() {
    let toy = Lang::from_tag("qtx").unwrap();
    assert_eq!((toy.tag(), Lang::ALL.len(), Lang::ALL[2]), ("qtx", 3, toy));
    assert_eq!((Words::of(toy).name, Words::of(Lang::En).name), ("Toy", "English"));
    assert_eq!(date(Words::of(toy), "2017-04-26/2017-04-27".parse().unwrap()), "26.–27.\u{a0}April\u{a0}2017");

    let programme = br#"{"version": 1, "title": {"pl": "a", "en": "b"}, "meetings": [], "sources": [], "topics": [
        {"id": "given", "name": {"pl": "a", "en": "b", "qtx": "c"}},
        {"id": "not-given", "name": {"pl": "a", "en": "b"}},
        {"id": "polish", "name": {"pl": "a"}},
        {"id": "alone", "name": {"qtx": "c"}}]}"#;
    let loaded = load(File::Bytes(br#"{"type": "FeatureCollection", "features": []}"#), File::Bytes(programme));
    let names = loaded.catalog.all::<Topic>().map(|(_, topic)| Lang::ALL.map(|lang| topic.name.get(lang).to_owned()));
    assert_eq!(names.collect::<Vec<_>>(), [["a", "b", "c"], ["a", "b", "b"], ["a", "a", "a"], ["c", "c", "c"]]);

    let missing = loaded.problems.iter().filter_map(|problem| match problem.fault {
        Fault::MissingLanguage(lang) => Some((problem.pointer.as_str(), lang)),
        _ => None,
    });
    let expected = [("/topics/2/name", Lang::En), ("/topics/3/name", Lang::Pl), ("/topics/3/name", Lang::En)];
    assert_eq!(missing.collect::<Vec<_>>(), expected);
}
"##;

struct Package(PathBuf);

impl Package {
    /// The rooms of the app with the new language registered, whose words are not there yet.
    fn new() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let package = Self(Path::new(env!("CARGO_TARGET_TMPDIR")).join("third-language"));
        // Its own target folder stays: the crates that it needs are compiled once.
        let _ = fs::remove_dir_all(package.path("src"));
        for room in ROOMS {
            copy(&root.join("src").join(room), &package.path("src").join(room));
        }
        let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
        let needed = manifest.lines().filter(|line| line.starts_with("geo = ") || line.starts_with("thiserror = "));
        let dependencies: Vec<&str> = needed.collect();
        package.write(
            "Cargo.toml",
            &format!(
                "[package]\nname = \"toy\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n{}\n",
                dependencies.join("\n")
            ),
        );
        fs::copy(root.join("Cargo.lock"), package.path("Cargo.lock")).unwrap();
        package.write("src/lib.rs", &ROOMS.map(|room| format!("pub mod {room};\n")).concat());
        package.write("src/main.rs", PROGRAM);
        package.edit("src/domain/lang.rs", LAST_LINE, &format!("{LAST_LINE}{NEW_LINE}"));
        package
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.path(path), text).unwrap();
    }

    fn edit(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(path)).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{path}: {from}");
        self.write(path, &text.replace(from, to));
    }

    fn cargo(&self, command: &str) -> Output {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args([command, "--quiet", "--offline"]).current_dir(&self.0);
        cargo.env("CARGO_TARGET_DIR", self.path("target")).output().unwrap()
    }

    fn does_not_compile_because(&self, reason: &str) {
        let output = self.cargo("build");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && said.contains(reason), "{reason}: {said}");
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(&from, &to).unwrap();
        }
    }
}

#[test]
fn a_third_language_is_one_file_of_words_and_one_line() {
    let package = Package::new();
    package.does_not_compile_because("file not found for module `toy`");

    copy(&package.path("src/text/en"), &package.path("src/text/toy"));
    package.edit("src/text/toy/mod.rs", r#"name: "English""#, r#"name: "Toy""#);
    package.edit("src/text/toy/mod.rs", r#"day_mark: """#, r#"day_mark: ".""#);
    let output = package.cargo("run");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    // A word that is missing, a form of one, a month, and a fault of the data that is not worded.
    for (file, from, to, reason) in [
        ("mod", "    legend: \"Legend\",\n", "", "missing field `legend`"),
        ("mod", "        Mode::Video => \"by video\",\n", "", "`Mode::Video` not covered"),
        ("mod", "    \"December\",\n", "", "expected an array with a size of 12"),
        (
            "fault",
            "        Fault::OutsideEdition",
            "        #[cfg(any())]\n        Fault::OutsideEdition",
            "not covered",
        ),
    ] {
        let path = format!("src/text/toy/{file}.rs");
        let whole = fs::read_to_string(package.path(&path)).unwrap();
        package.edit(&path, from, to);
        package.does_not_compile_because(reason);
        package.write(&path, &whole);
    }
}
