# Shared by every script here: source it. Says what happens and how long it takes,
# pins the versions of the tools, and puts the tools' folders into PATH.
# shellcheck shell=bash disable=SC2034 # its names are for the scripts that source it

# ---- versions ----------------------------------------------------------------------------------

TRUNK_VERSION=0.21.14
# Of the npm package `binaryen`, which carries wasm-opt. An older one does not know all that rustc emits:
# a wasm-opt in PATH serves from WASM_OPT_OLDEST on.
BINARYEN_VERSION=132.0.0
WASM_OPT_OLDEST=123
# Cuts the WebAssembly in parts; it must know what the crate wasm_split_helpers leaves in it.
WASM_SPLIT_VERSION=0.2.4
TERSER_VERSION=5.51.2
AXE_VERSION=4.14.1
# The newest that Node.js 20 runs.
HTML_VALIDATE_VERSION=10.17.0
# Drives the Firefox of its time and older ones.
GECKODRIVER_VERSION=0.37.1

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# The command line tool and the library must be the very same version, so the lock file decides.
wasm_bindgen_version() {
  awk -F'"' '/^name = "wasm-bindgen"$/ { getline; print $2; exit }' "$ROOT/Cargo.lock"
}
WASM_BINDGEN_VERSION=$(wasm_bindgen_version)

# ---- where the tools are -----------------------------------------------------------------------

# One folder per tool and version, shared by all clones. The user's own cargo bin is left alone:
# another project there may want another version.
TOOLS=${XDG_CACHE_HOME:-$HOME/.cache}/pracownia-miast/tools
TRUNK_HOME=$TOOLS/trunk-$TRUNK_VERSION
WASM_BINDGEN_HOME=$TOOLS/wasm-bindgen-$WASM_BINDGEN_VERSION
BINARYEN_HOME=$TOOLS/binaryen-$BINARYEN_VERSION
WASM_SPLIT_HOME=$TOOLS/wasm-split-$WASM_SPLIT_VERSION
TERSER_HOME=$TOOLS/terser-$TERSER_VERSION
AXE_HOME=$TOOLS/axe-core-$AXE_VERSION
HTML_VALIDATE_HOME=$TOOLS/html-validate-$HTML_VALIDATE_VERSION
GECKODRIVER_HOME=$TOOLS/geckodriver-$GECKODRIVER_VERSION

PATH=$TRUNK_HOME/bin:$WASM_BINDGEN_HOME/bin:$WASM_SPLIT_HOME/bin:$BINARYEN_HOME/bin:$GECKODRIVER_HOME/bin:$PATH
AXE_JS=$AXE_HOME/node_modules/axe-core/axe.min.js
HTML_VALIDATE=$HTML_VALIDATE_HOME/node_modules/html-validate/bin/html-validate.mjs
export PATH AXE_JS

# ---- words -------------------------------------------------------------------------------------

say() { printf '%s\n' "$*"; }

# Ends with a sentence that says what to do.
die() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# step TEXT COMMAND...: announces, runs, says how many seconds it took. A failure ends the script (`set -e`), and
# `finish` says which step it was. So never write `step ... ||` or `if step`: bash would then go on after a failure
# inside the command. That is what `try` is for.
STEP=
step() {
  STEP=$1
  STEP_START=$SECONDS
  shift
  say "==> $STEP"
  "$@"
  say "<== $((SECONDS - STEP_START)) s: $STEP"
  STEP=
}

# try TEXT COMMAND...: the same for what may fail because there is another way.
try() {
  local text=$1 start=$SECONDS
  shift
  say "==> $text"
  if "$@"; then
    say "<== $((SECONDS - start)) s: $text"
  else
    say "<== $((SECONDS - start)) s: $text: did not work"
    return 1
  fi
}

# A script that leaves something behind defines its own.
clean_up() { :; }

finish() {
  local status=$?
  clean_up
  if [ "$status" -ne 0 ] && [ -n "$STEP" ]; then
    say "<== FAILED after $((SECONDS - STEP_START)) s: $STEP" >&2
  fi
  exit "$status"
}
trap finish EXIT

# ---- doing -------------------------------------------------------------------------------------

# limited SECONDS COMMAND...: a server out of reach must not hold up the fallback.
# macOS has no `timeout`; there the command's own limits must do.
limited() {
  local seconds=$1
  shift
  if have timeout; then timeout "$seconds" "$@"; else "$@"; fi
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else
    have sudo || die "this needs root: run '$*' as root, then again"
    sudo "$@"
  fi
}

# Fetches the crates, since trunk tells cargo to stay offline, and takes the folder that they lie in out of what is compiled
# from here on: where a panic happened is told by paths, which would differ from machine to machine, and weigh.
fetch_crates() {
  cargo fetch --quiet --locked --target wasm32-unknown-unknown
  local folder flags=()
  for folder in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*/; do flags+=("--remap-path-prefix=$folder="); done
  CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f' && echo "${flags[*]}")
  export CARGO_ENCODED_RUSTFLAGS
}

# The native command that scripts/after-build.sh calls: here, so that it is told how long it takes.
build_command() {
  env -u CARGO_ENCODED_RUSTFLAGS cargo build --quiet --locked --profile tool --features cli --bin pracownia
}

# The folder that cargo builds into.
target_folder() {
  cargo metadata --format-version 1 --no-deps --offline | node -e '
    const chunks = []; process.stdin.on("data", (chunk) => chunks.push(chunk));
    process.stdin.on("end", () => {
      const { target_directory: target } = JSON.parse(Buffer.concat(chunks));
      console.log(target);
    });'
}

# The file that cargo made of the app, before any tool went over it.
built_wasm() {
  printf '%s\n' "$(target_folder)/wasm32-unknown-unknown/release/pracownia-app.wasm"
}

# The `ID` of the Linux distribution (debian, ubuntu, fedora, arch...), or `macos`, or `unknown`.
system_id() {
  if [ "$(uname -s)" = Darwin ]; then
    echo macos
  elif [ -r /etc/os-release ]; then
    (. /etc/os-release && echo "${ID:-unknown}")
  else
    echo unknown
  fi
}

# The package lists of a new machine are empty or old, so they are fetched first, once a run.
# One unreachable list of many is no reason to stop: the installation itself decides.
APT_UPDATED=
apt_update() {
  if [ -z "$APT_UPDATED" ]; then
    as_root apt-get -qq update || say "apt-get update had problems; going on with the lists that are there"
    APT_UPDATED=1
  fi
}

apt_install() {
  local log=$TOOLS/apt.log
  mkdir -p "$TOOLS"
  apt_update
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@" \
    </dev/null >"$log" 2>&1 || {
    cat "$log" >&2
    die "apt-get could not install: $*. Its words are above; install them yourself, then run this again"
  }
}

# cargo_tool CRATE VERSION FOLDER INSTALL-OPTIONS...
cargo_tool() {
  local crate=$1 version=$2 folder=$3 build=$3.build
  shift 3
  mkdir -p "$TOOLS"
  # Not from within the repository, whose cargo settings are for the app.
  cd "$TOOLS"
  if have cargo-binstall; then
    cargo binstall --no-confirm --disable-strategies compile --root "$folder" "$crate@$version" && return 0
    say "no prebuilt $crate to be had: compiling it"
  fi
  # Quick to compile matters here, not quick to run: a third of the time of cargo's default profile.
  # The build folder has a name of its own so that an interrupted compilation is taken up again.
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=0 \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0 CARGO_TARGET_DIR=$build \
    cargo install --quiet "$crate" --version "$version" --root "$folder" "$@" ||
    die "$crate $version could not be installed: install it yourself ('cargo install $crate --version $version') so that it is in PATH, then run this again"
  rm -rf "$build"
}
