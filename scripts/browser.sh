# Finds the browsers and their drivers: source it. A value that the user gave stays; empty means there is none.
#   ENGINES                              the engines of the end-to-end tests, of: chromium firefox webkit
#   CHROMIUM CHROMEDRIVER                Chromium; the tests of the components need it as well
#   FIREFOX GECKODRIVER                  Firefox
#   WEBKIT_BROWSER WEBKIT_DRIVER XVFB    WebKitGTK's MiniBrowser, its driver, and the screen that is not there
# shellcheck shell=bash

first_command() {
  local name
  for name in "$@"; do
    if command -v "$name"; then return 0; fi
  done
  return 0
}

# MiniBrowser is in no folder of PATH: distributions put it beside the library's own helpers.
first_program() {
  local file
  for file in "$@"; do
    if [ -x "$file" ]; then echo "$file" && return 0; fi
  done
  return 0
}

find_browsers() {
  CHROMIUM=${CHROMIUM:-$(first_command chromium chromium-browser google-chrome google-chrome-stable)}
  CHROMEDRIVER=${CHROMEDRIVER:-$(first_command chromedriver chromium.chromedriver)}
  FIREFOX=${FIREFOX:-$(first_command firefox-esr firefox)}
  GECKODRIVER=${GECKODRIVER:-$(first_command geckodriver firefox.geckodriver)}
  WEBKIT_DRIVER=${WEBKIT_DRIVER:-$(first_command WebKitWebDriver)}
  WEBKIT_BROWSER=${WEBKIT_BROWSER:-$(first_program /usr/lib{,64,exec}{,/*}/webkit{2,}gtk-*/MiniBrowser)}
  XVFB=${XVFB:-$(first_command Xvfb)}
  export CHROMIUM CHROMEDRIVER FIREFOX GECKODRIVER WEBKIT_DRIVER WEBKIT_BROWSER XVFB
}

# macOS has WebKit in Safari, but to let Safari be driven takes a person, a password and a window in front.
default_engines() {
  if [ "$(uname -s)" = Darwin ]; then echo chromium firefox; else echo chromium firefox webkit; fi
}

ENGINES=${ENGINES:-$(default_engines)}
for engine in $ENGINES; do
  case $engine in
    chromium | firefox | webkit) ;;
    *) die "ENGINES names '$engine': it may name chromium, firefox and webkit" ;;
  esac
done
export ENGINES

tests_engine() {
  case " $ENGINES " in *" $1 "*) return 0 ;; *) return 1 ;; esac
}

find_browsers
