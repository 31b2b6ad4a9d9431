#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# bench.sh BUILD: runs every benchmark and the program itself; one figure a line: name value unit.
set -euo pipefail
cd "$(dirname "$0")/.."

build=$1
for bench in "$build"/bench/bench_*; do
    [ -x "$bench" ] && [ -f "$bench" ] && "$bench"
done

if [ -e "$build/web/core.wasm" ] && command -v node >/dev/null; then
    node bench/figure_bench.mjs "$build/tests/core-test.wasm" "$build/gen/catalogue.bin"
fi

# The page in a real browser, where one is.
if [ -x "$build/bin/unhunch-web" ] && command -v node npm >/dev/null && command -v chromium chromium-browser >/dev/null; then
    scripts/page-tools.sh
    node bench/page_bench.mjs "$build" . | grep ^page_
fi

unhunch=$build/bin/unhunch
size() {
    [ -e "$2" ] && echo "$1 $(stat -c %s "$2") B"
}
size unhunch_size "$unhunch" || true
size wasm_size "$build/web/core.wasm" || true
size catalogue_size "$build/gen/catalogue.bin" || true

# A start is too short for one clock reading: a hundred of them are timed.
starts=100
begin=$(date +%s%N)
for ((i = 0; i < starts; i++)); do
    "$unhunch" list >/dev/null
done
end=$(date +%s%N)
echo "unhunch_list_start $(((end - begin) / starts / 1000)) us"
