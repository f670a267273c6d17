#!/usr/bin/env bash
# Prints what each dependency weighs in the WebAssembly.
set -euo pipefail
here=$(dirname "$0")
. "$here/lib.sh"
cd "$ROOT"

bash "$here/build.sh"
work=$(mktemp -d)
clean_up() { rm -rf "$work"; }
wasm-bindgen --target web --no-typescript --out-dir "$work" "$(built_wasm)"
node "$here/crates.mjs" "$work/pracownia-app_bg.wasm" dist/*_bg.wasm
