#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# asks.sh UNHUNCH: on a terminal, deleting asks once and forgetting everything asks twice, with another key.
# UNHUNCH is the program with the fake clock.
set -uo pipefail

unhunch=$1
work=$(mktemp -d)
socket=unhunch-asks-$$
tm() {
    tmux -L "$socket" -f /dev/null "$@"
}
trap 'tm kill-server 2>/dev/null; rm -rf "$work" 2>/dev/null' EXIT
failed=0

show() {
    tm capture-pane -p -t s
}
# await WORDS: until the screen shows them
await() {
    local i
    for ((i = 0; i < 100; i++)); do
        show | grep -qF -- "$1" && return 0
        sleep 0.1
    done
    printf 'FAILED: never seen: %s\n' "$1"
    show
    failed=1
    return 1
}
keys() {
    tm send-keys -t s "$@"
}
turn=0
# ask OPTION...: types the command, and waits until it has an empty screen
ask() {
    turn=$((turn + 1))
    keys "clear; echo turn-'$turn'; $unhunch log $*; echo code \$?" Enter
    await "turn-$turn"
}
noted() {
    HOME=$work "$unhunch" log | grep -c Break
}
# expect WANTED WHAT: breaks that are noted
expect() {
    local got
    got=$(noted)
    [ "$got" = "$1" ] && return
    echo "FAILED: $2: $got breaks instead of $1"
    failed=1
}

unset XDG_DATA_HOME XDG_STATE_HOME XDG_CONFIG_HOME
HOME=$work UNHUNCH_TEST_CLOCK=1767610800000 "$unhunch" log --stood 2>/dev/null
HOME=$work UNHUNCH_TEST_CLOCK=1767603600000 "$unhunch" log --stood 2>/dev/null
id=$(HOME=$work "$unhunch" log | sed -n 's/.*(\(.*\))$/\1/p' | head -1)
tm new-session -d -s s -x 80 -y 24 \
    "env -i PATH='$PATH' HOME='$work' TERM=tmux-256color LC_ALL=C.UTF-8 PS1='ready> ' bash --norc --noprofile -i"
await 'ready>'

echo '# any key but y keeps the record'
ask --delete "$id"
await 'y: delete, n: keep'
keys n
await 'Nothing was changed.'
await 'code 0'
ask --delete "$id"
await 'y: delete, n: keep'
keys Escape
await 'Nothing was changed.'
expect 2 'after n and escape'

echo '# y deletes it'
ask --delete "$id"
await 'y: delete, n: keep'
keys y
await 'Deleted.'
expect 1 'after y'

echo '# who speaks German says ja'
HOME=$work UNHUNCH_TEST_CLOCK=1767607200000 "$unhunch" log --stood 2>/dev/null
id=$(HOME=$work "$unhunch" log | sed -n 's/.*(\(.*\))$/\1/p' | head -1)
keys 'export UNHUNCH_LANGUAGE=de' Enter
ask --delete "$id"
await 'y: '
keys j
await 'Gelöscht.'
keys 'unset UNHUNCH_LANGUAGE' Enter
expect 1 'after j'

echo '# everything is asked twice, and y alone is not enough'
ask --purge-everything
await 'y: go on, n: keep'
keys y
await 'p: forget it all, n: keep'
keys y
keys n
await 'Nothing was changed.'
expect 1 'after y and n'
ask --purge-everything
await 'y: go on, n: keep'
keys n
await 'Nothing was changed.'
expect 1 'after n'
ask --purge-everything
await 'y: go on, n: keep'
keys y
await 'p: forget it all, n: keep'
keys p
await 'Everything is forgotten.'
expect 0 'after y and p'

exit "$failed"
