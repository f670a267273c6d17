#!/usr/bin/env bash
# Lists anew which functions the first view does without.
set -euo pipefail
here=$(dirname "$0")
. "$here/lib.sh"
. "$here/browser.sh"
cd "$ROOT"

bash "$here/build.sh"
step "listing what the first view does without" node "$here/later.mjs" "$(built_wasm)" dist
bash "$here/build.sh"
