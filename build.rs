//! Keeps in the WebAssembly what `wasm-split` reads, where the app is to be cut in two (see `src/extras.rs`).

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    if std::env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        println!("cargo:rustc-link-arg-bin=pracownia-app=--emit-relocs");
    }
}
