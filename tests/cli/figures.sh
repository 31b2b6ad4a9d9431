#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# figures.sh UNHUNCH NODE: the page of `make figures` has every stretch, and a browser opens it without a complaint.
set -euo pipefail

unhunch=$1 node=$2
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
    echo "FAILED: $1"
    exit 1
}

page=$work/index.html
"$node" "$root/scripts/figures.mjs" "$unhunch" "$page"
wanted=$("$unhunch" list --json | grep -c '"id"')
[ "$(grep -c '<article ' "$page")" -eq "$wanted" ] || fail "not $wanted stretches"
! grep -qE '>(undefined|null|NaN)' "$page" || fail 'something has no words'

chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
if [ -z "$chromium" ]; then
    echo 'skipped: there is no Chromium here to open the page'
    exit 77
fi
timeout 100 "$chromium" --headless --no-sandbox --disable-gpu --user-data-dir="$work/profile" \
    --enable-logging=stderr --dump-dom "file://$page" >"$work/dom" 2>"$work/log" || fail 'it does not open'
! grep 'CONSOLE' "$work/log" || fail 'the console has complaints'
[ "$(grep -c '<article ' "$work/dom")" -eq "$wanted" ] || fail 'stretches were lost on the way'
