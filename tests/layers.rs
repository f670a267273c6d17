//! Reads the source, and fails when a room names what it must not (see `ARCHITECTURE.md`).
//!
//! Files are parsed, not searched: texts and comments do not count, `use crate::{a, b}` and `super::super` do, and of
//! macros every token does.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::visit::{self, Visit};

/// Each room with the rooms and the crates that it may name. A file or folder of `src` that is no room here fails the
/// test.
const ROOMS: &[(&str, &[&str], &[&str])] = &[
    ("domain", &[], &["geo", "thiserror"]),
    ("data", &["domain"], &[]),
    ("scene", &["domain"], &[]),
    ("url", &["domain", "scene"], &[]),
    ("text", &["domain", "data", "screen"], &[]),
    ("export", &["domain", "data", "text"], &[]),
    ("screen", &[], &[]),
    ("markup", &["domain", "scene", "screen", "url"], &[]),
    ("picture", &["domain", "data", "scene", "text", "markup"], &["geo", "qrcodegen"]),
    ("libm", &[], &["js_sys"]),
    ("state", &["domain", "data", "scene", "screen", "url", "text", "markup"], &["leptos"]),
    ("browser", &[], &["gloo", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "web_sys"]),
    ("twins", &["browser"], &["wasm_bindgen", "web_sys"]),
    ("layout", &["screen", "browser"], &[]),
    ("paint", &["domain", "text", "markup", "state", "browser"], &["gloo", "leptos", "wasm_bindgen", "web_sys"]),
    (
        "panel",
        &["domain", "data", "scene", "screen", "url", "text", "markup", "picture", "state", "browser", "paint"],
        &["leptos", "wasm_bindgen", "web_sys"],
    ),
    ("timeline", &["domain", "text", "markup", "state", "browser", "paint"], &["leptos"]),
    (
        "map",
        &["domain", "data", "scene", "url", "text", "markup", "state", "browser", "paint"],
        &["gloo", "js_sys", "leaflet", "leptos", "thiserror", "wasm_bindgen", "web_sys"],
    ),
    (
        "embed",
        &["domain", "data", "url", "text", "markup", "state", "browser", "paint", "panel"],
        &["leptos", "wasm_bindgen"],
    ),
    (
        "share",
        &["domain", "data", "scene", "url", "text", "markup", "export", "picture", "state", "browser", "paint"],
        &["leptos", "wasm_split_helpers"],
    ),
    (
        "present",
        &["domain", "data", "scene", "url", "text", "markup", "picture", "state", "browser", "paint", "panel"],
        &["leptos", "wasm_split_helpers"],
    ),
    (
        "extras",
        &[
            "domain", "scene", "markup", "state", "browser", "twins", "paint", "panel", "timeline", "map", "embed",
            "share", "present",
        ],
        &["leptos", "wasm_split_helpers"],
    ),
    (
        "app",
        &[
            "domain", "data", "url", "text", "markup", "state", "browser", "paint", "panel", "timeline", "map",
            "layout", "extras",
        ],
        &["leptos", "wasm_bindgen_futures"],
    ),
];

/// Crates and other names that only these files may use.
const GUARDED: &[(&str, &[&str])] = &[
    // Crates, within a room that may name them.
    ("leaflet", &["map/engine.rs"]),
    (
        "leptos",
        &[
            "state.rs",
            "paint.rs",
            "app.rs",
            "panel/view.rs",
            "panel/find/view.rs",
            "timeline/view.rs",
            "map/later.rs",
            "map/tiles.rs",
            "map/view.rs",
            "embed/talk.rs",
            "embed/view.rs",
            "share/deeds.rs",
            "share/dialog.rs",
            "present/deeds.rs",
            "present/frame.rs",
            "present/talk.rs",
            "extras.rs",
        ],
    ),
    ("gloo", &["browser.rs", "browser/files.rs", "browser/stage.rs", "paint.rs", "map/engine.rs"]),
    ("js_sys", &["browser.rs", "browser/files.rs", "browser/stage.rs", "libm.rs", "map/engine.rs"]),
    (
        "web_sys",
        &[
            "browser.rs",
            "browser/files.rs",
            "browser/stage.rs",
            "paint.rs",
            "map/engine.rs",
            "map/keyboard.rs",
            "map/view.rs",
            "panel/drawer.rs",
            "panel/pull.rs",
            "panel/view.rs",
            "twins.rs",
        ],
    ),
    // One language by its name: what differs from language to language belongs into its words.
    ("Pl", &["domain/lang.rs"]),
    ("En", &["domain/lang.rs"]),
    // What is not of the first view, and would come with it if anything else named it.
    ("EXTRAS", &["extras.rs"]),
    ("SHARE_TABLE", &["share/part.rs"]),
    ("PRESENT_TABLE", &["present/part.rs"]),
    (
        "more_words",
        &[
            "text/reader.rs",
            "embed/view.rs",
            "panel/about.rs",
            "panel/city.rs",
            "panel/edition.rs",
            "panel/expert.rs",
            "panel/find/filters.rs",
            "panel/find/suggestions.rs",
            "panel/help.rs",
            "panel/known.rs",
            "panel/meeting.rs",
            "panel/newer.rs",
            "panel/poster.rs",
            "panel/problems.rs",
            "panel/steps.rs",
            "panel/table.rs",
            "panel/topic.rs",
            "panel/words.rs",
            "picture/whole.rs",
            "share/dialog.rs",
            "present/caption.rs",
            "present/frame.rs",
            "timeline/key.rs",
        ],
    ),
    // What makes a signal.
    ("ArcTrigger", &["state.rs"]),
    ("Trigger", &[]),
    ("RwSignal", &[]),
    ("ArcRwSignal", &[]),
    ("signal", &[]),
    ("signal_local", &[]),
    ("arc_signal", &[]),
    // What makes an effect.
    ("RenderEffect", &["paint.rs"]),
    ("Effect", &[]),
    ("ImmediateEffect", &[]),
    // What takes text for HTML or for a program.
    ("inner_html", &[]),
    ("set_inner_html", &[]),
    ("outer_html", &[]),
    ("set_outer_html", &[]),
    ("insert_adjacent_html", &[]),
    ("create_contextual_fragment", &[]),
    ("DomParser", &[]),
    ("bind_popup", &[]),
    ("bind_popup_with_content", &[]),
    ("bind_tooltip", &[]),
    ("bind_tooltip_with_content", &[]),
    ("set_html", &[]),
    ("eval", &[]),
    ("Function", &[]),
];

/// What makes an effect of a closure.
const EFFECTS: &[&str] = &["outward", "region"];

/// The intentions of the state: an effect that calls one would write a signal.
const INTENTIONS: &[&str] = &[
    "perform",
    "share_with",
    "seek",
    "select",
    "visit",
    "explore",
    "leave",
    "deselect",
    "show_period",
    "scrub",
    "look_at",
    "go_to",
    "moved_to",
    "viewed",
    "play",
    "pause",
    "point",
    "pull",
    "hint",
    "end_hint",
    "escape",
    // What is reported back: it arrives later, when no effect runs.
    "drawn",
    "delivered",
    "rested",
    "point_at",
    "notice",
    "configured",
    "tiles_failed",
    "landmarks_arrived",
];

/// What a file names.
#[derive(Default)]
struct Names {
    /// The module that is read, as a path from the crate's root.
    module: Vec<String>,
    /// Paths, such as `crate::domain::Place` or `leptos::prelude`.
    paths: Vec<Vec<String>>,
    /// Every identifier.
    words: Vec<String>,
    /// Intentions that are called within an effect.
    called_in_effects: Vec<String>,
}

struct Source {
    /// Relative to `src`, with `/`.
    path: String,
    names: Names,
}

impl Source {
    fn new(path: &str, text: &str) -> Self {
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        let module = path.trim_end_matches(".rs").trim_end_matches("/mod");
        let mut names = Names { module: module.split('/').map(str::to_owned).collect(), ..Names::default() };
        names.visit_file(&file);
        Self { path: path.to_owned(), names }
    }

    fn room(&self) -> &str {
        &self.names.module[0]
    }

    fn has_word(&self, word: &str) -> bool {
        self.names.words.iter().any(|other| other == word)
    }
}

impl<'ast> Visit<'ast> for Names {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        if module.attrs.iter().any(is_for_tests) {
            return;
        }
        self.module.push(module.ident.to_string());
        visit::visit_item_mod(self, module);
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.add_use(&mut Vec::new(), &item.tree);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.add(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.visit_path(&call.path);
        self.add_tokens(call.tokens.clone());
    }

    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        if !attribute.path().is_ident("doc") {
            self.add_tokens(attribute.meta.to_token_stream());
        }
    }

    fn visit_ident(&mut self, ident: &'ast proc_macro2::Ident) {
        self.words.push(ident.to_string());
    }

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        let is_effect = |name: &syn::Ident| EFFECTS.contains(&name.to_string().as_str());
        if let syn::Expr::Path(path) = &*call.func
            && path.path.segments.last().is_some_and(|segment| is_effect(&segment.ident))
        {
            let called = Calls::of(&call.args);
            self.called_in_effects.extend(called.into_iter().filter(|name| INTENTIONS.contains(&name.as_str())));
        }
        visit::visit_expr_call(self, call);
    }
}

impl Names {
    fn add_use(&mut self, before: &mut Vec<String>, tree: &syn::UseTree) {
        let mut named = |name: String| {
            let path = before.iter().cloned().chain([name]).collect();
            self.add(path);
        };
        match tree {
            syn::UseTree::Name(name) => named(name.ident.to_string()),
            syn::UseTree::Rename(rename) => named(rename.ident.to_string()),
            syn::UseTree::Glob(_) => named("*".to_owned()),
            syn::UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.add_use(before, &path.tree);
                before.pop();
            }
            syn::UseTree::Group(group) => group.items.iter().for_each(|tree| self.add_use(before, tree)),
        }
    }

    /// Takes a path with `self` and `super` resolved.
    fn add(&mut self, path: Vec<String>) {
        self.words.extend(path.iter().cloned());
        let supers = path.iter().take_while(|segment| *segment == "super").count();
        let path = if supers > 0 {
            let parents = self.module.len().saturating_sub(supers);
            let kept = self.module.iter().take(parents).chain(path.iter().skip(supers));
            std::iter::once("crate".to_owned()).chain(kept.cloned()).collect()
        } else {
            path
        };
        self.paths.push(path);
    }

    /// Takes the paths in the tokens of a macro.
    fn add_tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => {
                    if colons != 2 {
                        self.add(std::mem::take(&mut path));
                    }
                    path.push(ident.to_string());
                    colons = 0;
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' => colons += 1,
                TokenTree::Group(group) => {
                    // `crate::{a, b}`: each of them with what stands before it.
                    let before = if colons == 2 { path.clone() } else { Vec::new() };
                    for token in group.stream() {
                        if let (TokenTree::Ident(ident), false) = (&token, before.is_empty()) {
                            self.add(before.iter().cloned().chain([ident.to_string()]).collect());
                        }
                    }
                    self.add_tokens(group.stream());
                    colons = 0;
                }
                _ => colons = 0,
            }
        }
        self.add(path);
    }
}

/// The names of all functions and methods that are called somewhere in it.
#[derive(Default)]
struct Calls(Vec<String>);

impl Calls {
    fn of(arguments: &syn::punctuated::Punctuated<syn::Expr, syn::Token![,]>) -> Vec<String> {
        let mut calls = Self::default();
        arguments.iter().for_each(|argument| calls.visit_expr(argument));
        calls.0
    }
}

impl<'ast> Visit<'ast> for Calls {
    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        self.0.push(call.method.to_string());
        visit::visit_expr_method_call(self, call);
    }

    fn visit_expr_path(&mut self, path: &'ast syn::ExprPath) {
        self.0.extend(path.path.segments.last().map(|segment| segment.ident.to_string()));
    }
}

fn is_for_tests(attribute: &syn::Attribute) -> bool {
    attribute.path().is_ident("cfg") && attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test"))
}

/// The crates in `[dependencies]`, as they are named in Rust.
fn crates() -> Vec<String> {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let after = manifest.split("\n[dependencies]\n").nth(1).unwrap();
    let table = after.split("\n[").next().unwrap();
    let names = table.lines().filter_map(|line| line.split_once('=').map(|(name, _)| name.trim().replace('-', "_")));
    names.collect()
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    let relative = |file: &PathBuf| file.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
    files
        .iter()
        .map(|file| (relative(file), file))
        // The native commands stand outside, and what is compiled for tests alone may name more.
        .filter(|(path, _)| !path.starts_with("bin/") && path != "domain/sample.rs")
        .filter(|(path, _)| !path.split(['/', '.']).any(|part| part == "tests"))
        .filter(|(path, _)| path != "lib.rs" && path != "main.rs")
        .map(|(path, file)| Source::new(&path, &fs::read_to_string(file).unwrap()))
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

/// What the rule forbids in a file, in words.
fn breaches(source: &Source, crates: &[String]) -> Vec<String> {
    let (here, file) = (source.room(), &source.path);
    let Some((_, rooms, allowed)) = ROOMS.iter().find(|(name, ..)| *name == here) else {
        return vec![format!("{file}: no room of this name is known")];
    };
    let is_room = |room: &str| ROOMS.iter().any(|(name, ..)| *name == room);
    let mut found = Vec::new();
    for path in &source.names.paths {
        match path.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            ["crate", room, ..] if is_room(room) && room != here && !rooms.contains(&room) => {
                found.push(format!("{file}: {here} must not name {room}"));
            }
            [name, _, ..] if crates.iter().any(|known| known == name) && !allowed.contains(&name) => {
                found.push(format!("{file}: {here} must not name the crate {name}"));
            }
            _ => {}
        }
    }
    for (name, files) in GUARDED {
        if source.has_word(name) && !files.contains(&file.as_str()) {
            found.push(format!("{file}: `{name}` does not belong here"));
        }
    }
    found.extend(source.names.called_in_effects.iter().map(|name| format!("{file}: an effect calls `{name}`")));
    found
}

#[test]
fn every_room_names_only_the_rooms_and_crates_below_it() {
    let (sources, crates) = (sources(), crates());
    assert!(sources.len() > 40, "only {} files were read", sources.len());
    for (name, ..) in ROOMS {
        assert!(sources.iter().any(|source| source.room() == *name), "nothing was read of {name}");
    }
    let found: Vec<String> = sources.iter().flat_map(|source| breaches(source, &crates)).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn the_rules_are_not_idle() {
    let (sources, crates) = (sources(), crates());
    for (name, files) in GUARDED {
        for file in *files {
            let source = sources.iter().find(|source| source.path == *file);
            let source = source.unwrap_or_else(|| panic!("there is no {file}"));
            assert!(source.has_word(name), "{file} does not name {name}: it need not be allowed to");
        }
    }
    for (room, _, allowed) in ROOMS {
        for name in *allowed {
            assert!(crates.iter().any(|known| known == name), "{name} is no dependency");
            let is_named = |source: &Source| source.room() == *room && source.has_word(name);
            assert!(sources.iter().any(is_named), "{room} does not name {name}: it need not be allowed to");
        }
    }
    let effects = sources.iter().filter(|source| source.has_word("outward")).count();
    assert!(effects >= 4, "effects are made in {effects} files");
}

#[test]
fn the_page_scripts_write_no_html() {
    for name in ["boot.js", "embed.js", "embedded.js"] {
        let script = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("public").join(name)).unwrap();
        for sink in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("] {
            assert!(!script.contains(sink), "{name}: {sink}");
        }
    }
}

/// CVE-2025-69993 is of `bindPopup`: Leaflet as it is vendored does not define it. (`Marker.setIcon` calls it, of a popup that
/// there cannot be.)
#[test]
fn leaflet_has_neither_popups_nor_tooltips() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/vendor/leaflet");
    for name in ["leaflet.js", "tiles.js"] {
        let script = fs::read_to_string(folder.join(name)).unwrap();
        let trace = [
            "bindPopup:",
            "openPopup",
            "bindTooltip",
            "leaflet-popup",
            "leaflet-tooltip",
            "_contentNode",
            "setContent",
        ];
        for trace in trace {
            assert!(!script.contains(trace), "{name}: {trace}");
        }
    }
    // What makes HTML of a text in it is the content of an icon, and the app's icons have none.
    let script = fs::read_to_string(folder.join("leaflet.js")).unwrap();
    assert_eq!(script.matches("innerHTML").count(), 3, "of which two find out what the browser can do");
}

#[test]
fn a_breach_is_found() {
    let crates = crates();
    let breached = |path: &str, text: &str| !breaches(&Source::new(path, text), &crates).is_empty();
    for (path, text) in [
        ("domain/date.rs", "use crate::data::File;"),
        ("domain/date.rs", "use crate::{data::File, domain::Place};"),
        ("domain/date.rs", "use super::super::data;"),
        ("domain/catalog/tests_of.rs", "use super::super::super::{data};"),
        ("domain/date.rs", "use leptos::prelude::*;"),
        ("domain/date.rs", "type Json = serde_json::Value;"),
        ("scene/edge.rs", "fn f() { crate::state::g() }"),
        ("scene/edge.rs", "fn f() { panic!(\"{}\", crate::state::g()) }"),
        ("scene/edge.rs", "fn f() { run!(use crate::{state, app};) }"),
        ("map/view.rs", "use leaflet::Map;"),
        ("map/view.rs", "use leaflet;"),
        ("panel/facts.rs", "fn f() { let x = RwSignal::new(1); }"),
        ("panel/view.rs", "fn f() { let (x, set_x) = signal_local(1); }"),
        ("app.rs", "fn f() { Effect::watch(a, b, true); }"),
        ("app.rs", "fn f() { outward(move || { state.select(x) }); }"),
        ("app.rs", "fn f() { outward(move || State::perform(state, x)); }"),
        ("app.rs", "fn f() { crate::paint::outward(move || state.select(x)); }"),
        ("panel/view.rs", "fn f() { region(state, move || { state.deselect(); Vec::new() }); }"),
        ("panel/facts.rs", "fn f() { element.set_inner_html(text) }"),
        ("panel/facts.rs", "fn f() { element.set_inner_html(\"http://\") }"),
        ("cellar.rs", ""),
    ] {
        assert!(breached(path, text), "{path}: {text}");
    }
    for (path, text) in [
        ("domain/date.rs", "// use crate::data::File;"),
        ("domain/date.rs", "const TEXT: &str = \"use leptos::prelude; // innerHTML\";"),
        ("domain/date.rs", "#[cfg(test)] mod tests { use crate::data::File; }"),
        ("app.rs", "fn f() { outward(move || { browser::set_title(x) }); on_history(move || state.go_to(x)); }"),
        ("data/load.rs", "use crate::domain::Catalog;"),
        ("data/load.rs", "use super::{document::File, json};"),
    ] {
        assert!(!breached(path, text), "{path}: {text}");
    }
}
