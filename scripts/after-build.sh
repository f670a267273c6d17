#!/usr/bin/env bash
# Trunk calls this when it has built the app, for `build` and for `serve`: see Trunk.toml.
set -euo pipefail
here=$(dirname "$0")
. "$here/lib.sh"

if [ "$TRUNK_PROFILE" = debug ]; then exit 0; fi

# Without them the app is whole, only heavier: somebody may have called trunk with tools of their own.
if ! have node || [ ! -d "$TERSER_HOME" ]; then
  say "warning: the app stays heavier, because terser is not here: 'bash scripts/setup.sh build' installs it"
  exit 0
fi
exec node "$here/after-build.mjs" "$TRUNK_STAGING_DIR" "$TERSER_HOME"
