#!/usr/bin/env bash
# Prints what each dependency weighs in the WebAssembly.
set -euo pipefail
here=$(dirname "$0")
. "$here/lib.sh"
cd "$ROOT"

bash "$here/build.sh"
work=$(mktemp -d)
clean_up() { rm -rf "$work"; }
target=$(cargo metadata --format-version 1 --no-deps --offline | node -e '
  const chunks = []; process.stdin.on("data", (chunk) => chunks.push(chunk));
  process.stdin.on("end", () => console.log(JSON.parse(Buffer.concat(chunks)).target_directory));')
wasm-bindgen --target web --no-typescript --out-dir "$work" \
  "$target/wasm32-unknown-unknown/release/pracownia-app.wasm"
node "$here/crates.mjs" "$work/pracownia-app_bg.wasm" dist/*_bg.wasm
