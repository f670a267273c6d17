#!/usr/bin/env bash
# Prints what each dependency weighs in the WebAssembly of the first view.
set -euo pipefail
here=$(dirname "$0")
. "$here/lib.sh"
cd "$ROOT"

bash "$here/build.sh"
node "$here/crates.mjs" "$(built_wasm)" dist/*_bg.wasm
