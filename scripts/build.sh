#!/usr/bin/env bash
# Builds the release app into dist/.
set -euo pipefail
here=$(dirname "$0")
. "$here/lib.sh"
cd "$ROOT"

step "fetching the crates" fetch_crates
step "building the command that makes the pages" build_command
step "building the release app into dist/" trunk build
