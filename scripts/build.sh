#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# build.sh PRESET: configures and builds one preset. Quiet, unless it fails.
set -euo pipefail
cd "$(dirname "$0")/.."

preset=$1
mkdir -p build
log=build/$preset.log

if ! cmake --preset "$preset" >"$log" 2>&1; then
    cat "$log" >&2
    echo "unhunch: the preset '$preset' could not be configured" >&2
    exit 1
fi
echo "Building ($preset)"
if ! cmake --build --preset "$preset" --parallel "$(nproc)" >"$log" 2>&1; then
    grep -v '^\[[0-9]*/[0-9]*\]' "$log" >&2 || true
    echo "unhunch: the build of '$preset' failed; the whole log is $log" >&2
    exit 1
fi
