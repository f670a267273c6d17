#!/usr/bin/env bash
# Prints what the built app costs in browsers: a year change (script, style, layout, and writes to the DOM and to Leaflet),
# starts without a server, and the frames of a map that travels. One at a time, for each takes what the machine has.
set -euo pipefail
here=$(dirname "$0")
. "$here/lib.sh"
. "$here/browser.sh"
cd "$ROOT"

bash "$here/build.sh"
step "compiling the benchmark" cargo test --quiet --locked --features e2e --test e2e --no-run
DIST=dist exec cargo test --quiet --locked --features e2e --test e2e -- --ignored --nocapture --test-threads=1 bench
