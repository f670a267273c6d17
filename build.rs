//! Keeps in the WebAssembly what `wasm-split` reads, where the app is to be cut in two (see `src/extras.rs`), and takes out of the looks of
//! a presentation, which are part of it, what is there for who reads them.

use std::error::Error;
use std::path::Path;

const LOOKS: &str = "public/present.css";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed={LOOKS}");
    if std::env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        println!("cargo:rustc-link-arg-bin=pracownia-app=--emit-relocs");
    }
    let looks = std::fs::read_to_string(LOOKS)?;
    let folder = std::env::var_os("OUT_DIR").ok_or("cargo names no folder")?;
    std::fs::write(Path::new(&folder).join("present.css"), bare(&looks))?;
    Ok(())
}

/// A style sheet without comments, indents and the spaces beside its signs.
fn bare(css: &str) -> String {
    let mut without = String::new();
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        without.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    without.push_str(rest);
    let mut out = without.split_whitespace().collect::<Vec<_>>().join(" ");
    for (from, to) in
        [(" {", "{"), ("{ ", "{"), ("; ", ";"), (" }", "}"), ("} ", "}"), (", ", ","), (": ", ":"), (";}", "}")]
    {
        out = out.replace(from, to);
    }
    out
}
