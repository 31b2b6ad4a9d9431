#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# transcript.sh UNHUNCH FILE...: runs what the transcripts say and compares what comes back.
#
#     $ unhunch show dorway      a command, run by bash; it runs in an empty folder
#     some line                  what stdout must be
#     ! some line                what stderr must be
#     ? 2                        the exit code, where it is not 0
#     # some words               a comment between commands
#     = anew                     from here on nothing that one command did is known to the next
set -uo pipefail

PATH=$(cd "$(dirname "$1")" && pwd):$PATH
shift
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
ln -s "$root" "$work/root"
export ROOT=$work/root # without a space, whatever folder this lies in
# a home of its own, kept from one command to the next
export HOME=$work/home XDG_CONFIG_HOME=$work/home/config XDG_DATA_HOME=$work/home/data XDG_STATE_HOME=$work/home/state
mkdir -p "$XDG_DATA_HOME"
# at MINUTES unhunch ...: so many minutes after noon of Monday, 2026-01-05, for the program with the fake clock
at() {
    UNHUNCH_TEST_CLOCK=$((1767614400000 + $1 * 60000)) "${@:2}"
}
export -f at
trap 'rm -rf "$work"' EXIT
failed=0
count=0
anew=

# check FILE: runs the command that was read and compares
check() {
    [ -n "$command" ] || return 0
    rm -rf "$work/in" && mkdir "$work/in"
    [ -z "$anew" ] || rm -rf "$XDG_DATA_HOME"
    (cd "$work/in" && bash -c "$command" >"$work/out" 2>"$work/err" </dev/null)
    echo "$?" >"$work/code"
    printf '%s' "$out" >"$work/out.wanted"
    printf '%s' "$err" >"$work/err.wanted"
    echo "$code" >"$work/code.wanted"
    count=$((count + 1))
    local what
    for what in out err code; do
        if ! diff -u --label wanted --label got "$work/$what.wanted" "$work/$what"; then
            printf '%s: std%s of: %s\n\n' "$1" "$what" "$command"
            failed=1
        fi
    done
}

for file in "$@"; do
    command= out= err= code=0
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in
        '$ '*)
            check "$file"
            command=${line#\$ } out= err= code=0
            ;;
        '! '*) err+=${line#! }$'\n' ;;
        '? '*) code=${line#\? } ;;
        '# '*) ;;
        '= anew') anew=1 ;;
        *) out+=$line$'\n' ;;
        esac
    done <"$file"
    check "$file"
done
echo "$count commands"
exit "$failed"
