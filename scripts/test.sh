#!/usr/bin/env bash
# Runs every test: the logic and the shipped data on the host, the components in a real browser, the rendered pages
# by html-validate, the built app end to end in each of ENGINES. The end-to-end tests come last and silently, so that
# the last words are the test runner's.
set -euo pipefail
here=$(dirname "$0")
. "$here/lib.sh"
. "$here/browser.sh"
cd "$ROOT"

# What chromedriver is to start for the component tests. The runner adds headless and no-sandbox itself; the rest
# keeps the browser from talking to its maker's servers.
webdriver_json() {
  mkdir -p target
  cat >target/webdriver.json <<JSON
{
  "goog:chromeOptions": {
    "binary": "$CHROMIUM",
    "args": [
      "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking",
      "disable-component-update", "disable-sync"
    ]
  }
}
JSON
}

# The limits are for a slow and busy machine: the runner's own, 20 s for all tests and 5 s for the driver, are not.
# Of several drivers in the environment it would take Firefox'.
in_the_browser() {
  env -u GECKODRIVER WASM_BINDGEN_TEST_TIMEOUT=300 WASM_BINDGEN_TEST_DRIVER_TIMEOUT=60 \
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
    WASM_BINDGEN_TEST_WEBDRIVER_JSON=$ROOT/target/webdriver.json \
    cargo test --locked --target wasm32-unknown-unknown --test components
}

webdriver_json
step "tests on the host: logic, shipped data, layers" cargo test --locked --features cli
step "tests of the components in a browser" in_the_browser
bash "$here/build.sh"
# Every page that was rendered, by the rules of tests/html-validate.config.mjs.
pages_are_valid() {
  find dist -name index.html -not -path 'dist/frozen/*' -print0 |
    xargs -0 node "$HTML_VALIDATE" --config tests/html-validate.config.mjs
}
step "the rendered pages are valid HTML" pages_are_valid
step "compiling the end-to-end tests" cargo test --quiet --locked --features e2e --test e2e --no-run
for engine in chromium firefox webkit; do
  if tests_engine "$engine"; then continue; fi
  reason="ENGINES is '$ENGINES'"
  if [ "$engine" = webkit ] && [ "$(system_id)" = macos ]; then
    reason="WebKitGTK does not run here, and Safari lets itself be driven only after a person has allowed it"
  fi
  say "NOT tested: the app in $engine: $reason"
done
say "==> tests of the built app, end to end, in $ENGINES (all before them took $SECONDS s)"
# Each test's name begins with its engine.
filters=()
for engine in $ENGINES; do filters+=("$engine::"); done
# A failed test says what the page showed; where in the test's runtime that was helps nobody.
RUST_BACKTRACE=0 DIST=dist exec cargo test --locked --features e2e --test e2e -- "${filters[@]}"
