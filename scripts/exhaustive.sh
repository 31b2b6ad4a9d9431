#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# exhaustive.sh BUILD: has every plan built and checked, in two processes, and prints how many there were.
set -euo pipefail
cd "$(dirname "$0")/.."

log=$1/exhaustive.log
if ! ctest --test-dir "$1" -R core_plan_exhaustive -j2 --verbose >"$log" 2>&1; then
    cat "$log" >&2
    exit 1
fi
sed -n 's/^[0-9]*: \([0-9]* plans, .*\)/\1/p' "$log"
