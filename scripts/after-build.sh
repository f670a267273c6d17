#!/usr/bin/env bash
# Trunk calls this when it has built the app, for `build` and for `serve`: see Trunk.toml.
set -euo pipefail
here=$(dirname "$0")
. "$here/lib.sh"

if [ "$TRUNK_PROFILE" = debug ]; then exit 0; fi

# Without it the app would look for a part of itself that is not there.
if ! have node || ! have wasm-split-cli || [ ! -d "$TERSER_HOME" ]; then
  die "the WebAssembly cannot be cut in parts: 'bash scripts/setup.sh build' installs what is missing"
fi
node "$here/after-build.mjs" "$TRUNK_STAGING_DIR" "$TERSER_HOME" "$(built_wasm)"

# The pages that stand without scripts; what must name its own address needs SITE_URL. The flags are those of the
# WebAssembly.
render() {
  env -u CARGO_ENCODED_RUSTFLAGS cargo run --quiet --profile tool --features cli --bin pracownia -- \
    render "$TRUNK_STAGING_DIR" "$@"
}
if [ -n "${SITE_URL-}" ]; then render --site-url "$SITE_URL"; else render; fi

# Of what is there now: the list of all that works without a network, and all of it in one file.
node "$here/offline.mjs" "$TRUNK_STAGING_DIR" "$TERSER_HOME"
node "$here/one-file.mjs" "$TRUNK_STAGING_DIR" "$TERSER_HOME" "$(target_folder)/tool/pracownia"
