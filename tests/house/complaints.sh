#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# complaints.sh ROOT: every test that docs/complaints.md names is there, and every row names one or says why not.
set -euo pipefail
cd "$1"

page=docs/complaints.md
failed=0
miss() {
    printf '%s: %s\n' "$page" "$1"
    failed=1
}

rows=$(grep -E '^\| [0-9]+ \|' "$page")
[ "$(wc -l <<<"$rows")" = 15 ] || miss 'there are not fifteen rows'
while IFS= read -r row; do
    shown=$(awk -F'|' '{ print $5 }' <<<"$row")
    names=$(grep -oE '`[^`]+`' <<<"$shown" | tr -d '`') || true
    [ -n "$names" ] || grep -qE 'no test: .+|stories' <<<"$shown" || miss "nothing shows: $row"
    for name in $names; do
        case $name in
        test_*) grep -qE "^    def $name\(self" tests/desktop/*_test.py || miss "no test is named $name" ;;
        *.* | */*) found=$(find "tests/desktop/$name" "tests/core/desk/$name" "$name" -maxdepth 0 2>/dev/null) || true
            [ -n "$found" ] || miss "there is no $name" ;;
        *) grep -q "cmocka_unit_test($name)" tests/core/desk/*.c || miss "no test is named $name" ;;
        esac
    done
done <<<"$rows"

# Bugs of the others, each with a test of its own that is also run.
tests=$(grep -oE '^static void (workrave|stretchly|safeeyes|breaktimer)_[a-z0-9_]+' tests/core/desk/peers_test.c | awk '{ print $3 }')
[ "$(wc -l <<<"$tests")" -ge 30 ] || miss 'fewer than thirty bugs have a test in peers_test.c'
for name in $tests; do
    grep -q "cmocka_unit_test($name)" tests/core/desk/peers_test.c || miss "$name is never run"
done
exit "$failed"
