#!/usr/bin/env bash
# Installs what is missing, and only that.
#   setup.sh build   what the release build needs: wasm target, trunk, wasm-bindgen, wasm-opt, terser
#   setup.sh test    that, and what the tests need: browsers, their drivers, axe-core, html-validate
set -euo pipefail
here=$(dirname "$0")
. "$here/lib.sh"

if ! have cargo || ! have rustc; then die "Rust is missing: install it with rustup, then run this again"; fi

case ${1:-} in
  build) parts="wasm-target node tools" ;;
  test) parts="wasm-target node tools browser" ;;
  *) die "usage: $0 build|test" ;;
esac
for part in $parts; do
  bash "$here/setup-$part.sh"
done
say "==> every tool is here: trunk $TRUNK_VERSION, wasm-bindgen $WASM_BINDGEN_VERSION, wasm-split $WASM_SPLIT_VERSION, wasm-opt, terser $TERSER_VERSION"
