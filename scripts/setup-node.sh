#!/usr/bin/env bash
# Node.js with npm: runs wasm-opt (npm's build of it needs no C++ compiler), terser and the weight table.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

if have node && have npm; then exit 0; fi

case $(system_id) in
  debian | ubuntu) step "installing Node.js and npm with apt" apt_install nodejs npm ;;
  macos) die "Node.js is missing: 'brew install node', then run this again" ;;
  fedora) die "Node.js is missing: 'sudo dnf install nodejs npm', then run this again" ;;
  arch) die "Node.js is missing: 'sudo pacman -S nodejs npm', then run this again" ;;
  *) die "Node.js and npm are missing: install them with your package manager, then run this again" ;;
esac
