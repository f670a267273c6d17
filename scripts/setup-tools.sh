#!/usr/bin/env bash
# trunk, wasm-bindgen, wasm-split, wasm-opt and terser at the versions that lib.sh pins.
# Each: the one in our cache, else one in PATH of the right version, else a prebuilt one by
# cargo-binstall where there is such a thing, else compiled by cargo.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

# says_version VERSION COMMAND...: does the command print that version as its second word?
says_version() {
  local version=$1
  shift
  have "$1" && [ "$("$@" --version 2>/dev/null | awk '{ print $2; exit }')" = "$version" ]
}

npm_binaryen() {
  rm -rf "$BINARYEN_HOME.part"
  mkdir -p "$BINARYEN_HOME.part/bin"
  npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$BINARYEN_HOME.part" "binaryen@$BINARYEN_VERSION" ||
    die "wasm-opt could not be installed from npm: install binaryen $WASM_OPT_OLDEST or newer with your package manager, then run this again"
  cat >"$BINARYEN_HOME.part/bin/wasm-opt" <<'WRAPPER'
#!/bin/sh
exec node "$(dirname "$0")/../node_modules/binaryen/bin/wasm-opt" "$@"
WRAPPER
  chmod +x "$BINARYEN_HOME.part/bin/wasm-opt"
  # In one move, so that an interrupted installation never looks like a whole one.
  rm -rf "$BINARYEN_HOME"
  mv "$BINARYEN_HOME.part" "$BINARYEN_HOME"
}

npm_terser() {
  rm -rf "$TERSER_HOME.part"
  mkdir -p "$TERSER_HOME.part"
  npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$TERSER_HOME.part" "terser@$TERSER_VERSION" ||
    die "terser could not be installed from npm: see to it that 'npm view terser' answers, then run this again"
  rm -rf "$TERSER_HOME"
  mv "$TERSER_HOME.part" "$TERSER_HOME"
}

wasm_opt_in_path() {
  local version
  have wasm-opt || return 1
  version=$(wasm-opt --version 2>/dev/null | awk '{ print $3; exit }')
  [ "${version:-0}" -ge "$WASM_OPT_OLDEST" ] 2>/dev/null
}

if ! says_version "$TRUNK_VERSION" trunk; then
  # Without its default features trunk has no self-update and needs no OpenSSL.
  step "installing trunk $TRUNK_VERSION (compiling takes some minutes, once)" \
    cargo_tool trunk "$TRUNK_VERSION" "$TRUNK_HOME" --locked --no-default-features --features rustls
fi

if ! says_version "$WASM_BINDGEN_VERSION" wasm-bindgen || ! says_version "$WASM_BINDGEN_VERSION" wasm-bindgen-test-runner; then
  # Without --locked: its lock file may name a crate version that is no longer served.
  step "installing wasm-bindgen $WASM_BINDGEN_VERSION (compiling takes some minutes, once)" \
    cargo_tool wasm-bindgen-cli "$WASM_BINDGEN_VERSION" "$WASM_BINDGEN_HOME"
fi

# It does not tell its version, so only the one in our own folder is known to be the right one.
if [ ! -x "$WASM_SPLIT_HOME/bin/wasm-split-cli" ]; then
  step "installing wasm-split $WASM_SPLIT_VERSION (compiling takes a minute, once)" \
    cargo_tool wasm_split_cli_support "$WASM_SPLIT_VERSION" "$WASM_SPLIT_HOME" --locked --features build-binary
fi

# The file first: asking npm's wasm-opt for its version takes longer than all the rest.
if [ ! -x "$BINARYEN_HOME/bin/wasm-opt" ] && ! wasm_opt_in_path; then
  step "installing wasm-opt (binaryen $BINARYEN_VERSION from npm)" npm_binaryen
fi

# scripts/after-build.mjs calls it as a library.
if [ ! -d "$TERSER_HOME" ]; then
  step "installing terser $TERSER_VERSION from npm" npm_terser
fi
