#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# symbols.sh NM LIBRARY...: what the pure rooms call and what they are called, read from their archives.
set -euo pipefail

nm=$1
shift
calls='mem(chr|cmp|cpy|move|set)|str(chr|cmp|len|ncmp|rchr|spn|cspn|str)|sqrt|floor|fabs'

wants=$("$nm" -u "$@" | sed -n 's/^ *U //p' | sort -u |
    grep -vE "^(uh_.*|_GLOBAL_OFFSET_TABLE_|$calls)\$" || true)
offers=$("$nm" -g --defined-only "$@" | sed -n 's/.* [TDBRC] //p' | sort -u | grep -v '^uh_' || true)
# the last column is the section; constant tables of pointers are in .data.rel.ro
changes=$("$nm" -f sysv --defined-only "$@" | awk -F'|' '$7 ~ /^\.(t?data|t?bss)/ && $7 !~ /rel\.ro/ {print $1}')

[ -z "$wants" ] || echo "a pure room calls: $wants"
[ -z "$offers" ] || echo "a public name without uh_: $offers"
[ -z "$changes" ] || echo "a pure room keeps something that can change: $changes"
[ -z "$wants$offers$changes" ]
