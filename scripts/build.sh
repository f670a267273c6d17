#!/usr/bin/env bash
# Builds the release app into dist/.
set -euo pipefail
here=$(dirname "$0")
. "$here/lib.sh"
cd "$ROOT"

# Trunk tells cargo to stay offline, so on a new machine the crates are fetched before.
step "fetching the crates" cargo fetch --quiet --locked --target wasm32-unknown-unknown
step "building the release app into dist/" trunk build
