#!/usr/bin/env bash
# What the browser tests need: the engines that ENGINES names with their drivers, axe-core, and html-validate,
# which judges the rendered pages.
# Chromium is always one, because the components are tested in it.
set -euo pipefail
here=$(dirname "$0")
. "$here/lib.sh"
. "$here/browser.sh"

# npm_package NAME VERSION FOLDER: in one move, so that an interrupted installation never looks like a whole one.
npm_package() {
  rm -rf "$3.part"
  mkdir -p "$3.part"
  npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$3.part" "$1@$2" ||
    die "$1 could not be installed from npm: is its registry reachable? Try 'npm view $1', then run this again"
  rm -rf "$3"
  mv "$3.part" "$3"
}

# Noto: without a full set of fonts the screenshots show boxes and the layout is not a reader's.
fonts_missing() {
  [ "$(system_id)" = debian ] || return 1
  case $(dpkg-query --show --showformat='${Status}' fonts-noto-core 2>/dev/null) in *'ok installed'*) return 1 ;; esac
}

chromium_missing() { [ -z "$CHROMIUM" ] || [ -z "$CHROMEDRIVER" ]; }
webkit_missing() { [ -z "$WEBKIT_BROWSER" ] || [ -z "$WEBKIT_DRIVER" ] || [ -z "$XVFB" ]; }

# The name of a package depends on the release: first_package NAME... gives the first that this one has.
first_package() {
  local name
  for name in "$@"; do
    if [ -n "$(apt-cache show "$name" 2>/dev/null)" ]; then echo "$name" && return 0; fi
  done
  echo "$1"
}

# ---- Chromium ----------------------------------------------------------------------------------

if chromium_missing || fonts_missing; then
  case $(system_id) in
    debian) step "installing Chromium and its driver with apt" apt_install chromium chromium-driver fonts-noto-core ;;
    ubuntu) step "installing Chromium and its driver with apt" apt_install chromium-browser chromium-chromedriver fonts-noto-core ;;
    macos) die "the tests need Chromium and its driver: 'brew install --cask chromium chromedriver', or set CHROMIUM and CHROMEDRIVER to those you have" ;;
    fedora) die "the tests need Chromium and its driver: 'sudo dnf install chromium chromedriver google-noto-sans-fonts', then run this again" ;;
    arch) die "the tests need Chromium and its driver: 'sudo pacman -S chromium noto-fonts' (it brings the driver), then run this again" ;;
    *) die "the tests need Chromium and chromedriver: install them, or set CHROMIUM and CHROMEDRIVER to those you have, then run this again" ;;
  esac
  find_browsers
  if chromium_missing; then
    die "Chromium or chromedriver is still not in PATH: set CHROMIUM and CHROMEDRIVER to their paths, then run this again"
  fi
fi

# ---- Firefox -----------------------------------------------------------------------------------

# Every sentence says how to go on without this engine: whoever sets ENGINES knows what is not tested.
if tests_engine firefox && [ -z "$FIREFOX" ]; then
  other="or set FIREFOX to the one you have, or choose the engines, as in ENGINES='chromium webkit'; then run this again"
  case $(system_id) in
    debian) step "installing Firefox with apt" apt_install firefox-esr ;;
    # A snap, which needs a running snapd; it brings its driver.
    ubuntu) step "installing Firefox with apt" apt_install firefox ;;
    macos) die "the tests need Firefox: 'brew install --cask firefox' and set FIREFOX to /Applications/Firefox.app/Contents/MacOS/firefox, $other" ;;
    fedora) die "the tests need Firefox: 'sudo dnf install firefox', $other" ;;
    arch) die "the tests need Firefox: 'sudo pacman -S firefox geckodriver', $other" ;;
    *) die "the tests need Firefox: install it, $other" ;;
  esac
  find_browsers
  [ -n "$FIREFOX" ] || die "Firefox is still not in PATH: install it, $other"
fi

# What the tests do below the page, such as preferring dark colours, an older one does not let through.
# (Not by `| grep -q`: it ends at the first match, the driver at its broken pipe, and `pipefail` makes that a no.)
geckodriver_serves() {
  [ -n "$GECKODRIVER" ] || return 1
  case $("$GECKODRIVER" --help 2>/dev/null) in *--allow-system-access*) return 0 ;; *) return 1 ;; esac
}

# Few distributions have a package of it.
if tests_engine firefox && ! geckodriver_serves; then
  if [ "$(system_id)" = macos ] && have brew; then
    step "installing geckodriver with Homebrew" brew install --quiet geckodriver
  else
    step "installing geckodriver $GECKODRIVER_VERSION (compiling takes a minute, once)" \
      cargo_tool geckodriver "$GECKODRIVER_VERSION" "$GECKODRIVER_HOME" --locked
  fi
  GECKODRIVER=
  find_browsers
  geckodriver_serves || die "geckodriver 0.36 or newer is still not in PATH: set GECKODRIVER to its path, then run this again"
fi

# ---- WebKit ------------------------------------------------------------------------------------

if tests_engine webkit && webkit_missing; then
  other="or set WEBKIT_BROWSER, WEBKIT_DRIVER and XVFB to those you have, or choose the engines, as in ENGINES='chromium firefox'; then run this again"
  case $(system_id) in
    debian | ubuntu)
      apt_update
      step "installing WebKit, its driver and a virtual screen with apt" \
        apt_install "$(first_package webkitgtk-webdriver webkit2gtk-driver)" libwebkit2gtk-4.1-0 xvfb ;;
    macos) die "WebKit is tested by its GTK port, which macOS does not have: leave it out of ENGINES, as is done without ENGINES" ;;
    fedora) die "the tests need WebKit, its driver and Xvfb: 'sudo dnf install webkitgtk6.0 xorg-x11-server-Xvfb', $other" ;;
    arch) die "the tests need WebKit, its driver and Xvfb: 'sudo pacman -S webkitgtk-6.0 xorg-server-xvfb', $other" ;;
    *) die "the tests need WebKitGTK's MiniBrowser, WebKitWebDriver and Xvfb: install them, $other" ;;
  esac
  find_browsers
  if webkit_missing; then
    die "of WebKit's MiniBrowser ('$WEBKIT_BROWSER'), WebKitWebDriver ('$WEBKIT_DRIVER') and Xvfb ('$XVFB') one is still missing: install it, $other"
  fi
fi

# ---- judges ------------------------------------------------------------------------------------

[ -f "$AXE_JS" ] ||
  step "installing axe-core $AXE_VERSION from npm" npm_package axe-core "$AXE_VERSION" "$AXE_HOME"
[ -f "$HTML_VALIDATE" ] ||
  step "installing html-validate $HTML_VALIDATE_VERSION from npm" \
    npm_package html-validate "$HTML_VALIDATE_VERSION" "$HTML_VALIDATE_HOME"
