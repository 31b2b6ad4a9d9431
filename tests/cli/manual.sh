#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# manual.sh UNHUNCH: the manual pages say what the program says of itself, and their examples run.
set -euo pipefail

unhunch=$(cd "$(dirname "$1")" && pwd)/unhunch
cd "$(dirname "$0")/../../docs/man"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# part PAGE NAME: the lines between the marks are what `unhunch help --man NAME` prints
part() {
    UNHUNCH_LANGUAGE=en "$unhunch" help --man "$2" >"$work/wanted"
    sed -n "/^; $2 begin/,/^; $2 end/p" "$1" | sed '1,2d;$d' >"$work/got"
    if ! diff -u --label "unhunch help --man $2" --label "$1" "$work/wanted" "$work/got"; then
        failed=1
    fi
}
part unhunch.1.scd commands
part unhunch.5.scd formats
part unhunch.5.scd own
part unhunch.5.scd records
part unhunch.5.scd settings

# A first session without a terminal is refused (3): that is what the page says, too. Each example is the first.
export HOME=$work XDG_CONFIG_HOME=$work/config XDG_STATE_HOME=$work/state
while read -r line; do
    code=0
    export XDG_DATA_HOME=$work/first
    rm -rf "$work/first"
    (cd "$work" && PATH=$(dirname "$unhunch"):$PATH bash -c "$line" </dev/null >"$work/out" 2>&1) || code=$?
    if [ "$code" != 0 ] && [ "$code" != 3 ]; then
        echo "exit code $code of the example: $line"
        cat "$work/out"
        failed=1
    fi
done < <(sed -n '/^# EXAMPLES/,/^# SEE/p' unhunch.1.scd | sed -n 's/^\t\(unhunch\)/\1/p')

# The example of settings is a good one.
sed -n '/^# SETTINGS/,/^# EXAMPLES/p' unhunch.5.scd | sed -n '/^```/,/^```/p' | sed '/^```/d; s/^\t//' >"$work/config.yaml"
grep -q '^minutes: 8$' "$work/config.yaml" || failed=1
"$unhunch" check "$work/config.yaml" || failed=1

# The examples of files are good files: they join the catalogue and play.
export XDG_DATA_HOME=$work/data
mkdir -p "$XDG_DATA_HOME/unhunch/stretches"
sed -n '/^# EXAMPLES/,/^# THE RECORD/p' unhunch.5.scd |
    awk -v folder="$XDG_DATA_HOME/unhunch/stretches/" '
        match($0, /[a-z-]+\.yaml_/) { name = substr($0, RSTART, RLENGTH - 1) }
        /^```/ { inside = !inside; next }
        inside { print >(folder name) }'
[ "$(ls "$XDG_DATA_HOME/unhunch/stretches" | wc -l)" = 2 ] || {
    echo 'an example has no file name'
    failed=1
}
"$unhunch" check "$XDG_DATA_HOME"/unhunch/stretches/*.yaml || failed=1
"$unhunch" stretch tea --dry-run >"$work/out" || failed=1
grep -q 'Therapist Anna Weber, 2026-03-01' "$work/out" || {
    echo 'the therapist of the example is not named'
    failed=1
}
# the example needs its therapist
sed -i '/^therapist:/,/^  date:/d' "$XDG_DATA_HOME/unhunch/stretches/wall-slide.yaml"
"$unhunch" check "$XDG_DATA_HOME/unhunch/stretches/wall-slide.yaml" >"$work/out" 2>/dev/null && failed=1
grep -q 'without a therapist' "$work/out" || {
    echo 'the example is within its ceilings'
    failed=1
}
exit "$failed"
