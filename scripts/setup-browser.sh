#!/usr/bin/env bash
# Chromium with its driver, and axe-core: what the browser tests need.
set -euo pipefail
here=$(dirname "$0")
. "$here/lib.sh"
. "$here/browser.sh"

npm_axe() {
  rm -rf "$AXE_HOME.part"
  mkdir -p "$AXE_HOME.part"
  npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$AXE_HOME.part" "axe-core@$AXE_VERSION" ||
    die "axe-core could not be installed from npm: is its registry reachable? Try 'npm view axe-core', then run this again"
  rm -rf "$AXE_HOME"
  mv "$AXE_HOME.part" "$AXE_HOME"
}

# Noto: without a full set of fonts the screenshots show boxes and the layout is not a reader's.
fonts_missing() {
  [ "$(system_id)" = debian ] && ! dpkg-query --show --showformat='${Status}' fonts-noto-core 2>/dev/null | grep -q 'ok installed'
}

if [ -z "$CHROMIUM" ] || [ -z "$CHROMEDRIVER" ] || fonts_missing; then
  case $(system_id) in
    debian) step "installing Chromium and its driver with apt" apt_install chromium chromium-driver fonts-noto-core ;;
    ubuntu) step "installing Chromium and its driver with apt" apt_install chromium-browser chromium-chromedriver fonts-noto-core ;;
    macos) die "the tests need Chromium and its driver: 'brew install --cask chromium chromedriver', or set CHROMIUM and CHROMEDRIVER to those you have" ;;
    fedora) die "the tests need Chromium and its driver: 'sudo dnf install chromium chromedriver google-noto-sans-fonts', then run this again" ;;
    arch) die "the tests need Chromium and its driver: 'sudo pacman -S chromium noto-fonts' (it brings the driver), then run this again" ;;
    *) die "the tests need Chromium and chromedriver: install them, or set CHROMIUM and CHROMEDRIVER to those you have, then run this again" ;;
  esac
  find_browser
  if [ -z "$CHROMIUM" ] || [ -z "$CHROMEDRIVER" ]; then
    die "Chromium or chromedriver is still not in PATH: set CHROMIUM and CHROMEDRIVER to their paths, then run this again"
  fi
fi

[ -f "$AXE_JS" ] || step "installing axe-core $AXE_VERSION from npm" npm_axe
