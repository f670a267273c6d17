#!/usr/bin/env bash
# Copies the built app to dist/frozen/<hash>/, where it stays as it is: for articles that must look the same in a year. The hash
# is that of all names and contents, so the same app goes to the same folder, which is never written twice. The pages of dist/
# itself are told where it is, and the dialog that shares a view offers it.
set -euo pipefail
here=$(dirname "$0")
. "$here/lib.sh"
cd "$ROOT"
[ -f dist/index.html ] || die "there is no built app: run 'make build' first"

# macOS has no sha256sum.
sha() { if have sha256sum; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }
files() { (cd "$1" && find . -type f ! -path './frozen/*' | LC_ALL=C sort); }
# The checksums of all files, each with its name, and of these one.
hash_of() { (cd "$1" && files . | tr '\n' '\0' | xargs -0 bash -c "$(declare -f have sha); sha \"\$@\"" -- | sha | cut -c 1-16); }

# Writes every page of dist/ anew with an expression of sed.
pages() {
  (cd dist && find . -name '*.html' ! -path './frozen/*') | while IFS= read -r page; do
    sed "$1" "dist/$page" > "dist/$page.part"
    mv "dist/$page.part" "dist/$page"
  done
}

# What an earlier run told them is not of the app.
pages 's/ data-frozen="[^"]*"//'
hash=$(hash_of dist)
folder=dist/frozen/$hash
if [ -d "$folder" ]; then
  [ "$(hash_of "$folder")" = "$hash" ] || die "$folder is not what it was: remove it, or keep what is in it elsewhere"
  say "$folder is there already, and the same"
else
  mkdir -p dist/frozen
  rm -rf "$folder.part"
  mkdir "$folder.part"
  files dist | while IFS= read -r file; do
    mkdir -p "$folder.part/$(dirname "$file")"
    cp "dist/$file" "$folder.part/$file"
  done
  # A half copied folder has no name that anyone knows.
  mv "$folder.part" "$folder"
  say "$folder is made"
fi
pages "s|<html |<html data-frozen=\"frozen/$hash/\" |"
site=${SITE_URL:-https://maps.example/city-labs/}
cat <<CODE

To embed it as it is today (SITE_URL says where the site is):

  <iframe src="${site%/}/frozen/$hash/?embed=1&height=fixed" title="Pracownia miast" width="100%" height="720" loading="lazy"
    allow="fullscreen" sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>
CODE
