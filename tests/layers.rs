//! Reads the source, and fails when a room names what it must not (see `ARCHITECTURE.md`).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// Each room with the rooms that it may name. A file or folder of `src` that is no room here fails the test.
const ROOMS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("data", &["domain"]),
    ("scene", &["domain"]),
    ("url", &["domain", "scene"]),
    ("text", &["domain", "data"]),
    ("markup", &["domain", "scene", "url"]),
    ("state", &["domain", "data", "scene", "url", "text", "markup"]),
    ("browser", &[]),
    ("paint", &["markup", "state", "browser"]),
    ("panel", &["domain", "data", "text", "markup", "state", "browser", "paint"]),
    ("timeline", &["domain", "text", "markup", "state", "paint"]),
    ("map", &["domain", "data", "scene", "text", "markup", "state", "browser", "paint", "panel"]),
    ("app", &["domain", "data", "url", "text", "markup", "state", "browser", "paint", "panel", "timeline", "map"]),
];

/// Names that only these files may use.
const GUARDED: &[(&str, &[&str])] = &[
    ("leaflet::", &["map/engine.rs"]),
    ("leptos", &["state.rs", "paint.rs", "app.rs", "panel/view.rs", "timeline/view.rs", "map/view.rs"]),
    ("web_sys", &["browser.rs", "map/engine.rs", "map/view.rs", "panel/view.rs"]),
    ("js_sys", &["browser.rs", "map/engine.rs", "scene/mercator.rs"]),
    ("gloo", &["browser.rs", "map/engine.rs"]),
    ("RwSignal::new", &["state.rs"]),
    ("= signal(", &[]),
    ("Effect::new", &["paint.rs"]),
    ("innerHTML", &[]),
    ("outerHTML", &[]),
    ("insertAdjacentHTML", &[]),
    ("inner_html", &[]),
    ("outer_html", &[]),
    ("insert_adjacent_html", &[]),
    ("bind_popup", &[]),
    ("bind_tooltip", &[]),
    ("set_html", &[]),
    ("eval(", &[]),
];

/// The intentions of the state: an effect that calls one would write a signal.
const INTENTIONS: &[&str] = &[
    ".perform(",
    ".select(",
    ".deselect(",
    ".show_period(",
    ".scrub(",
    ".look_at(",
    ".go_to(",
    ".moved_to(",
    ".viewed(",
];

struct Source {
    /// Relative to `src`, with `/`.
    path: String,
    /// Without comments and test modules.
    code: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    let relative = |file: &PathBuf| file.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
    files
        .iter()
        .map(|file| Source { path: relative(file), code: code(&fs::read_to_string(file).unwrap()) })
        .filter(|source| !source.path.starts_with("bin/") && !source.path.contains("tests"))
        .filter(|source| !["lib.rs", "main.rs", "domain/sample.rs"].contains(&source.path.as_str()))
        .collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// The text without line comments and without the test module, which stands last in a file.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

fn room(path: &str) -> &str {
    let first = path.split('/').next().unwrap_or_default();
    first.strip_suffix(".rs").unwrap_or(first)
}

/// What the rule forbids in a file, in words.
fn breaches(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    let here = room(&source.path);
    let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == here) else {
        return vec![format!("{}: no room of this name is known", source.path)];
    };
    for (other, _) in ROOMS {
        if *other != here && !allowed.contains(other) && source.code.contains(&format!("crate::{other}")) {
            found.push(format!("{}: {here} must not name {other}", source.path));
        }
    }
    for (name, files) in GUARDED {
        if source.code.contains(name) && !files.iter().any(|file| source.path.starts_with(file)) {
            found.push(format!("{}: `{name}` does not belong here", source.path));
        }
    }
    for effect in source.code.split("outward(move ||").skip(1) {
        let body = balanced(effect);
        for intention in INTENTIONS {
            if body.contains(intention) {
                found.push(format!("{}: an effect calls `{intention}`", source.path));
            }
        }
    }
    found
}

/// The text up to the bracket that closes what was opened before it.
fn balanced(text: &str) -> &str {
    let mut depth = 1;
    for (index, letter) in text.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &text[..index];
        }
    }
    text
}

#[test]
fn every_room_names_only_the_rooms_below_it() {
    let sources = sources();
    assert!(sources.len() > 40, "only {} files were read", sources.len());
    for (name, _) in ROOMS {
        assert!(sources.iter().any(|source| room(&source.path) == *name), "nothing was read of {name}");
    }
    let found: Vec<String> = sources.iter().flat_map(breaches).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn the_page_script_writes_no_html() {
    let script = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("public/boot.js")).unwrap();
    for sink in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("] {
        assert!(!script.contains(sink), "{sink}");
    }
}

#[test]
fn the_guards_of_names_are_not_idle() {
    let sources = sources();
    for (name, files) in GUARDED.iter().filter(|(_, files)| !files.is_empty()) {
        assert!(sources.iter().any(|source| source.code.contains(name)), "`{name}` is nowhere: is it spelt right?");
        for file in *files {
            assert!(sources.iter().any(|source| source.path.starts_with(file)), "there is no {file}");
        }
    }
}

#[test]
fn a_breach_is_found() {
    let breached = |path: &str, text: &str| !breaches(&Source { path: path.into(), code: code(text) }).is_empty();
    assert!(breached("domain/date.rs", "use crate::data::File;"));
    assert!(breached("scene/edge.rs", "fn f() { crate::state::g() }"));
    assert!(breached("map/view.rs", "use leaflet::Map;"));
    assert!(breached("panel/facts.rs", "let x = RwSignal::new(1);"));
    assert!(breached("app.rs", "outward(move || { state.select(x) });"));
    assert!(breached("panel/facts.rs", "element.set_inner_html(text)"));
    assert!(breached("cellar.rs", ""));
    assert!(!breached("domain/date.rs", "// use crate::data::File;"));
    assert!(!breached("app.rs", "outward(move || { browser::set_title(x) }); on_history(move || state.go_to(x));"));
    assert!(!breached("data/load.rs", "use crate::domain::Catalog;"));
}
