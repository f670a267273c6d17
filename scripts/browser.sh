# Finds the browser and its driver: source it. Sets CHROMIUM and CHROMEDRIVER, empty if there is none;
# a value that the user gave stays.
# shellcheck shell=bash

first_command() {
  local name
  for name in "$@"; do
    if command -v "$name"; then return 0; fi
  done
  return 0
}

find_browser() {
  CHROMIUM=${CHROMIUM:-$(first_command chromium chromium-browser google-chrome google-chrome-stable)}
  CHROMEDRIVER=${CHROMEDRIVER:-$(first_command chromedriver chromium.chromedriver)}
  export CHROMIUM CHROMEDRIVER
}

find_browser
