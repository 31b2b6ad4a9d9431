#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# words.sh: brings po/*.po up to the messages and the catalogue of today, and lists what has no translation.
#
# New texts are put in without a translation, changed ones keep their old one marked fuzzy, and those that only moved
# keep it as it is. Ends with 1 where something is left to translate.
set -euo pipefail
cd "$(dirname "$0")/.."

build=build/dev
mkdir -p build/dev/web
gen=$build/gen
cmake --preset dev >"$build.log" 2>&1 || {
    cat "$build.log" >&2
    exit 1
}
# the texts of today, whatever the translations say
cmake --build --preset dev --target wordc >>"$build.log" 2>&1
wordc=$build/bin/wordc

left=0
for po in po/*.po; do
    tag=$(basename "$po" .po)
    msgfmt --output-file="$gen/$tag.mo" "$po"
    # a mistake in the file would stop the build that compiles the catalogue: it is told here, with its line
    "$wordc" compile "$tag" "$gen/$tag.mo" "$po" "$gen/translation_$tag.c" "$build/web/$tag.bin" || exit 1
done
cmake --build --preset dev --target uh_builtin >>"$build.log" 2>&1 || {
    grep -v '^\[[0-9]*/[0-9]*\]' "$build.log" >&2
    exit 1
}
"$wordc" template "$gen/catalogue.bin" "$gen/unhunch.pot"

for po in po/*.po; do
    tag=$(basename "$po" .po)
    "$wordc" known "$gen/catalogue.bin" "$gen/$tag.mo" "$gen/$tag-known.po"
    msgmerge --quiet --no-fuzzy-matching --previous --backup=none --compendium="$gen/$tag-known.po" --update "$po" "$gen/unhunch.pot"
    msgattrib --no-obsolete --output-file="$po" "$po"
    msgfmt --output-file="$gen/$tag.mo" "$po"
    "$wordc" missing "$gen/catalogue.bin" "$gen/$tag.mo" | sed "s|^|$po: |" || left=1
done
exit "$left"
