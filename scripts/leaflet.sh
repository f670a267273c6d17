#!/usr/bin/env bash
# Makes public/vendor/leaflet anew from Leaflet's own source, with only the parts that the app uses.
# Needed only when leaflet-entry.mjs or a version changes; the result is in the repository.
set -euo pipefail
here=$(dirname "$0")
. "$here/lib.sh"

LEAFLET_VERSION=1.9.4
ROLLUP_VERSION=4.68.7

have npm || die "npm is missing: run scripts/setup-node.sh, then this again"
work=$(mktemp -d)
clean_up() { rm -rf "$work"; }

step "fetching Leaflet $LEAFLET_VERSION and what bundles it" \
  npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$work" \
  "leaflet@$LEAFLET_VERSION" "rollup@$ROLLUP_VERSION" "terser@$TERSER_VERSION"
step "making public/vendor/leaflet" node "$here/leaflet.mjs" "$work" "$ROOT/public/vendor/leaflet"
