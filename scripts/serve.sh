#!/usr/bin/env bash
# Builds the release app and serves it on this machine alone; PORT chooses the port.
set -euo pipefail
here=$(dirname "$0")
. "$here/lib.sh"
cd "$ROOT"
port=${PORT:-8080}

case $port in
  '' | *[!0-9]*) die "PORT must be a number, not '$port'" ;;
esac
# Asked now, because trunk would find out only after the build.
if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
  die "port $port is taken: choose another one, as in 'make serve PORT=$((port + 1))'"
fi

step "fetching the crates" fetch_crates
step "building the command that makes the pages" build_command
say "==> building the release app, then serving it on http://127.0.0.1:$port/ (Ctrl+C ends it)"
exec trunk serve --port "$port"
