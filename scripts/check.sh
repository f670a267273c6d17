#!/usr/bin/env bash
# All that can be said about the code without running it, and the limits of the built app's weight.
set -euo pipefail
here=$(dirname "$0")
. "$here/lib.sh"
cd "$ROOT"

scripts_are_sound() {
  local script
  for script in scripts/*.sh .ci/run; do bash -n "$script"; done
  for script in scripts/*.mjs; do node --check "$script"; done
  # Where it is installed; the project does not ask for it.
  if have shellcheck; then shellcheck --severity=warning --external-sources --source-path=SCRIPTDIR scripts/*.sh .ci/run; fi
}

documentation() {
  RUSTDOCFLAGS="--deny warnings" cargo doc --quiet --locked --no-deps --all-features --document-private-items
}

# Of the words of each language rustfmt has to be told: a macro names their modules.
step "format" cargo fmt --check -- src/text/*/mod.rs
step "scripts" scripts_are_sound
step "clippy, for the host" cargo clippy --quiet --locked --all-targets --all-features -- --deny warnings
# Without the features of the native commands and the end-to-end tests: as the components are tested, and as the app is
# built.
for_the_browser() {
  cargo clippy --quiet --locked --target wasm32-unknown-unknown --lib --bins --tests -- --deny warnings
  cargo clippy --quiet --locked --target wasm32-unknown-unknown --lib --bins --features split -- --deny warnings
}

step "clippy, for the browser" for_the_browser
step "documentation" documentation
step "the layer rule" cargo test --quiet --locked --test layers
bash "$here/build.sh"
step "weight of the first view" node "$here/weight.mjs"
