#!/usr/bin/env bash
# The standard library of the wasm32-unknown-unknown target, for the compiler in use.
#
# The ordinary way is `rustup target add`. Where rustup's server is out of reach, the same library is built
# from Rust's own source, of exactly the compiler's version, and put where rustup would have put it;
# so the project needs no flags of its own and stays with stable Rust.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

TARGET=wasm32-unknown-unknown
SYSROOT=$(rustc --print sysroot)
LIBRARIES=$SYSROOT/lib/rustlib/$TARGET/lib
SOURCE=$SYSROOT/lib/rustlib/src/rust/library
RUST=$(rustc --version | awk '{ print $2 }')

present() { compgen -G "$LIBRARIES/libstd-*.rlib" >/dev/null; }

# Seconds that rustup may take. Out of reach it fails at once; this is for a connection that hangs.
PATIENCE=300

target_by_rustup() { RUSTUP_MAX_RETRIES=1 limited "$PATIENCE" rustup target add "$TARGET"; }

# ---- where the source comes from; each leaves it in $SOURCE or fails ----------------------------
# They are tried in turn, where bash does not stop at an error by itself: so each line says what follows from one.

source_by_rustup() { have rustup && RUSTUP_MAX_RETRIES=1 limited "$PATIENCE" rustup component add rust-src; }

# Debian's package is for every architecture and every release, so it can be unpacked without installing it. It is
# fetched with an apt whose lists and sources are in a temporary folder: signatures are checked as ever and the
# system's own apt is left as it was. The archive is the one that this machine has for its own packages.
source_by_apt() {
  local release archive suite
  have apt-get && [ "$(system_id)" = debian ] || return 1
  release=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
  # shellcheck disable=SC2016 # apt's placeholders, not the shell's
  archive=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE)' 'Created-By: Packages' 2>/dev/null |
    awk -v release="$release" '$2 == release { print $1; exit }')
  [ -n "$archive" ] || return 1

  local apt=$TEMPORARY/apt
  mkdir -p "$apt/etc" "$apt/lists/partial" "$apt/cache/archives/partial" || return 1
  local options=(-qq -o "Dir::Etc::sourcelist=/dev/null" -o "Dir::Etc::sourceparts=$apt/etc"
    -o "Dir::State::lists=$apt/lists" -o "Dir::Cache=$apt/cache" -o "APT::Sandbox::User=root"
    -o "Acquire::Retries=0" -o "Acquire::http::Timeout=20")
  for suite in trixie-backports testing unstable; do
    printf 'Types: deb\nURIs: %s\nSuites: %s\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n' \
      "$archive" "$suite" >"$apt/etc/rust-src.sources"
    if limited 120 apt-get "${options[@]}" update &&
      (cd "$apt" && limited 120 apt-get "${options[@]}" download "rust-src=$RUST*"); then
      dpkg-deb -x "$apt"/rust-src_*.deb "$apt/tree" && put_source "$apt/tree/usr/src/rustc-$RUST/library"
      return
    fi
    say "no rust-src $RUST in $suite"
  done
  return 1
}

# An optional local copy: a tar archive that holds Rust's folder `library`.
source_by_archive() {
  local archive=${RUST_LIBRARY_ARCHIVE:-$ROOT/../shared/toolchain/rust-library-$RUST.tar.xz}
  [ -f "$archive" ] || return 1
  mkdir -p "$TEMPORARY/archive" && tar -xf "$archive" -C "$TEMPORARY/archive" || return 1
  put_source "$(find "$TEMPORARY/archive" -maxdepth 3 -type d -name library | head -n 1)"
}

put_source() {
  [ -f "$1/std/Cargo.toml" ] || return 1
  # Ours for the build only: what rustup did not put there would be in its way later.
  SOURCE_IS_OURS=1
  mkdir -p "$(dirname "$SOURCE")" && rm -rf "$SOURCE" && cp -R "$1" "$SOURCE"
}

fetch_source() {
  [ -f "$SOURCE/std/Cargo.toml" ] && return 0
  source_by_rustup && return 0
  say "rustup cannot give the source: trying Debian's package"
  source_by_apt && return 0
  say "Debian's package cannot be had: looking for a local archive"
  source_by_archive
}

build_from_source() {
  local empty=$TEMPORARY/empty
  mkdir -p "$empty/src"
  printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2024"\n[workspace]\n' >"$empty/Cargo.toml"
  : >"$empty/src/lib.rs"
  # `test` is for wasm-bindgen-test. Without the embedded bitcode, link time optimisation of the app fails.
  # RUSTC_BOOTSTRAP lets the stable compiler take -Zbuild-std, for this one library.
  (cd "$empty" && RUSTC_BOOTSTRAP=1 RUSTFLAGS="-Cembed-bitcode=yes" CARGO_TARGET_DIR="$empty/target" \
    cargo build --quiet --release -Zbuild-std=std,panic_abort,proc_macro,test --target "$TARGET") ||
    die "$HELP"
  rm -f "$empty/target/$TARGET"/release/deps/libempty-*
  rm -rf "$LIBRARIES.part"
  mkdir -p "$LIBRARIES.part"
  cp "$empty/target/$TARGET"/release/deps/*.rlib "$LIBRARIES.part/"
  # In one move, so that an interrupted build never looks like a whole one.
  rm -rf "$LIBRARIES"
  mv "$LIBRARIES.part" "$LIBRARIES"
}

TEMPORARY=
SOURCE_IS_OURS=
clean_up() {
  if [ -n "$SOURCE_IS_OURS" ]; then rm -rf "$SOURCE"; fi
  if [ -n "$TEMPORARY" ]; then rm -rf "$TEMPORARY"; fi
}

if present; then exit 0; fi

if have rustup; then
  if try "installing the target $TARGET with rustup" target_by_rustup && present; then exit 0; fi
  say "rustup cannot give the target: building its standard library from source"
fi

HELP="the target $TARGET is missing: run 'rustup target add $TARGET' where rustup's server can be reached"
HELP="$HELP, or install your distribution's package of it (Fedora: rust-std-static-$TARGET, Arch: rust-wasm)"
HELP="$HELP, or set RUST_LIBRARY_ARCHIVE to a tar archive of the folder 'library' of Rust $RUST; then run this again"
[ -w "$SYSROOT/lib/rustlib" ] || die "$HELP"

TEMPORARY=$(mktemp -d)
try "fetching the source of Rust's library $RUST" fetch_source || die "$HELP"
step "building the standard library for $TARGET" build_from_source
present || die "$HELP"
