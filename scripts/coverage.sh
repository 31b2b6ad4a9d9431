#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# coverage.sh BUILD: runs the tests of a coverage build, prints what they reach of src/core, and
# fails under 98 % of its lines or 95 % of its branches. Two sides that no correct
# program takes are not branches: an assertion's failure, and "none of these" of a switch over our own enumeration.
set -euo pipefail
cd "$(dirname "$0")/.."

build=$1
lines=98
branches=95

find "$build" -name '*.gcda' -delete
# the way from each stretch to each other one is that of core_motion many times over: four lines of its own, and minutes here
ctest --test-dir "$build" -j2 --exclude-regex '^core_motion_pairs$' --output-on-failure >"$build/ctest.log" 2>&1 || {
    cat "$build/ctest.log" >&2
    exit 1
}
sed -n '/tests passed/,$p' "$build/ctest.log"
gcovr --root . --object-directory "$build" --filter 'src/core/' \
    --exclude-unreachable-branches --exclude-throw-branches \
    --exclude-branches-by-pattern '.*(UH_ASSERT\(|switch \().*' \
    --fail-under-line "$lines" --fail-under-branch "$branches" \
    --html-details "$build/coverage.html" --print-summary "$build/src/core"
