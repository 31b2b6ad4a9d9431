#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# tidy.sh BUILD: clang-format and clang-tidy over every C file; a complaint is an error.
# BUILD is a folder configured with clang, for its compile_commands.json.
set -euo pipefail
cd "$(dirname "$0")/.."

build=$1
git ls-files >/dev/null # no list of files is no clean bill
failed=0
complaints=$(git ls-files -z '*.c' '*.h' | xargs -0 -r clang-format --dry-run -Werror 2>&1) || {
    sed -n 's/^\([^:]*\):[0-9]*:[0-9]*: error:.*/\1: not as `make format` lays it out/p' \
        <<<"$complaints" | sort -u >&2
    failed=1
}

# BUILD/compile_commands.json does not know the door, which is compiled for WebAssembly only, nor the benches.
quiet() {
    "$@" 2>&1 | sed '/warnings\? generated\|^Suppressed\|^Use -header-filter/d'
}
# A source that several targets build would be checked once for each of them: its first command speaks for it. One file
# a call, too: in a second pass of one process clang-tidy 14 takes a va_list for uninitialised.
once=$build/tidy
mkdir -p "$once"
node -e 'const fs = require("fs"), [, build, once] = process.argv, seen = new Set();
    const all = JSON.parse(fs.readFileSync(build + "/compile_commands.json"));
    fs.writeFileSync(once + "/compile_commands.json",
        JSON.stringify(all.filter(({ file }) => !seen.has(file) && seen.add(file))));' "$build" "$once"
git ls-files -z 'src/*.c' 'tests/*.c' 'fuzz/*.c' ':!src/wasm' |
    quiet xargs -0 -r -n 1 -P 2 clang-tidy -p "$once" --quiet --warnings-as-errors='*' || failed=1
git ls-files -z 'src/wasm/*.c' |
    quiet xargs -0 -r -I{} clang-tidy --quiet --warnings-as-errors='*' {} \
        -- --target=wasm32-wasi -std=c17 -Iinclude -Isrc -I"$build/gen" || failed=1

[ "$failed" = 0 ] && echo "clang-format and clang-tidy: clean"
exit "$failed"
