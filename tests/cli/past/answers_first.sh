#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# answers_first.sh UNHUNCH: a command's whole answer is out before it makes the day's backup. The backup is held up at
# the making of its draft: a pipe stands in that place, and opening it waits for a reader.
# UNHUNCH is the program with the fake clock: answers do not change while they are looked at.
set -uo pipefail

unhunch=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_STATE_HOME=$work/state XDG_DATA_HOME=$work/data XDG_CONFIG_HOME=$work/config HOME=$work
backups=$work/data/unhunch/backups
failed=0
fail() {
    echo "FAILED: $*"
    failed=1
}

"$unhunch" screen --none >/dev/null 2>&1
"$unhunch" log --stood >/dev/null 2>&1
"$unhunch" log --pain 3 >/dev/null 2>&1

# answers ARGUMENT...: all of its answer is read while it waits to make the backup; the next one makes it
answers() {
    "$unhunch" "$@" >"$work/wanted"
    rm -rf "$backups" && mkdir "$backups" && mkfifo "$backups/backup.new"
    exec 3< <(exec "$unhunch" "$@")
    local program=$!
    timeout 20 head -c "$(stat -c %s "$work/wanted")" <&3 | cmp - "$work/wanted" ||
        fail "unhunch $*: not the whole answer before the backup"
    timeout 20 cat "$backups/backup.new" >/dev/null || fail "unhunch $*: no backup was begun"
    wait "$program" || fail "unhunch $*: exit code $?" # a pipe is no place for a backup, and nobody's trouble
    exec 3<&-
    [ -z "$(ls "$backups" | grep -v lock)" ] || fail "unhunch $*: left behind: $(ls "$backups")"
    "$unhunch" "$@" >/dev/null
    [ -e "$backups/history-2026-01-05.db" ] || fail "unhunch $*: no backup by the next one"
}

answers
answers plan
answers plan --json
answers progress
answers log
answers profile
answers screen
answers export jsonl
answers stretch --dry-run
exit "$failed"
