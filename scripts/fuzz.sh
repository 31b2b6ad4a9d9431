#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# fuzz.sh BUILD SECONDS: runs each fuzzer for SECONDS. The first find ends it with 1.
set -euo pipefail
cd "$(dirname "$0")/.."

build=$1
seconds=$2
mkdir -p "$build/fuzz/found"
for fuzzer in "$build"/fuzz/fuzz_*; do
    [ -x "$fuzzer" ] && [ -f "$fuzzer" ] || continue
    name=${fuzzer##*/fuzz_}
    corpora=("$build/fuzz/corpus/$name")
    mkdir -p "${corpora[0]}"
    [ -d "fuzz/corpus/$name" ] && corpora+=("fuzz/corpus/$name")
    log=$build/fuzz/$name.log
    if ! "$fuzzer" -max_total_time="$seconds" -timeout=10 -print_final_stats=1 \
        -artifact_prefix="$build/fuzz/found/$name-" "${corpora[@]}" >"$log" 2>&1; then
        { grep -m 1 -A 25 'ERROR:\|runtime error:' "$log" || tail -n 25 "$log"; } >&2
        echo "$name: a find, kept in $build/fuzz/found" >&2
        exit 1
    fi
    sed -n 's/^stat::number_of_executed_units: *//p' "$log" |
        xargs -I{} echo "$name: {} runs in $seconds s, no find"
done
