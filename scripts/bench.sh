#!/usr/bin/env bash
# Prints what a year change costs in the built app: script, style, layout, and writes to the DOM and to Leaflet.
set -euo pipefail
here=$(dirname "$0")
. "$here/lib.sh"
. "$here/browser.sh"
cd "$ROOT"

bash "$here/build.sh"
step "compiling the benchmark" cargo test --quiet --locked --features e2e --test e2e --no-run
DIST=dist exec cargo test --quiet --locked --features e2e --test e2e -- --ignored --nocapture bench
