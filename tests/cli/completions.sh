#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# completions.sh UNHUNCH: each shell can read its completions, and bash completes from them.
set -euo pipefail

unhunch=$1
PATH=$(cd "$(dirname "$unhunch")" && pwd):$PATH
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for shell in bash zsh fish; do
    "$unhunch" completions "$shell" >"$work/unhunch.$shell"
    if command -v "$shell" >/dev/null; then
        "$shell" -n "$work/unhunch.$shell"
    fi
done

# completes WORD...: what bash offers for the last word
completes() {
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    _unhunch
    echo "${COMPREPLY[*]}"
}
# offers WANTED WORD...
offers() {
    local wanted=$1 got
    shift
    got=$(completes "$@")
    if [ "$got" != "$wanted" ]; then
        echo "$*: wanted '$wanted', got '$got'"
        exit 1
    fi
}
. "$work/unhunch.bash"
offers 'show' unhunch sho
offers 'cat-cow' unhunch show cat
offers '--json' unhunch show --j
offers 'precautions' unhunch learn prec
offers 'fish' unhunch completions fi
offers 'doctor' unhunch help doc
offers 'desk-2-minutes desk-5' unhunch stretch desk
offers 'bedtime' unhunch stretch --context bed
offers '--dry-run' unhunch stretch --dr
# a letter takes the values of its word
offers 'desk' unhunch stretch -c d
offers '' unhunch stretch -m d
# the form first, then where to
cd "$work"
touch csv-file jsonl-file
offers 'csv jsonl archive' unhunch export ''
offers 'jsonl' unhunch export --kind session js
offers 'jsonl' unhunch export jsonl
offers 'csv-file' unhunch export csv csv
# what follows a word of break is that word's
offers 'skip' unhunch break sk
offers 'not-now' unhunch break skip not-n
offers 'stand' unhunch break now stan
offers '' unhunch break skip not-now ''
offers '' unhunch break resume ''
