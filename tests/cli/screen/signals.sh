#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# signals.sh UNHUNCH: whatever ends a session, at whatever moment, the terminal is as it was, and the exit code is
# that of the signal.
set -uo pipefail

unhunch=$1
work=$(mktemp -d)
socket=unhunch-signals-$$
tm() {
    tmux -L "$socket" -f /dev/null "$@"
}
trap 'tm kill-server 2>/dev/null; rm -rf "$work" 2>/dev/null' EXIT
# answered, and nothing left open: a copy of it begins each session in the terminal
env -i HOME="$work" "$unhunch" screen --none >/dev/null
cp -r "$work/.local" "$work/answered"

failed=0
# whoever sends a signal in the middle of a set gets its record, and no second one
for signal in TERM HUP; do
    : >"$work/lines"
    env -i PATH="$PATH" HOME="$work" LC_ALL=C.UTF-8 XDG_STATE_HOME="$work/state" WORK="$work" UNHUNCH="$unhunch" \
        sh -c 'ulimit -c 0; echo $$ >"$WORK/one"; exec "$UNHUNCH" stretch chin-tuck --plain --speed 5 --record "$WORK/set"' \
        </dev/null >"$work/lines" 2>/dev/null &
    for ((i = 0; i < 500; i++)); do
        [ "$(wc -l <"$work/lines")" -ge 5 ] && break # beyond the way in: repetitions
        sleep 0.01
    done
    kill -s "$signal" "$(cat "$work/one")"
    wait $! 2>/dev/null
    [ "$(grep -c '"ended": *"interrupted"' "$work/set")" = 1 ] && [ "$(wc -l <"$work/set")" = 1 ] ||
        { echo "FAILED: $signal in the middle of a set"; cat "$work/lines" "$work/set"; failed=1; }
    rm -f "$work/set"
done

# Runs in the terminal: each session is ended by a signal after a random moment.
cat >"$work/inside.sh" <<'INSIDE'
signals=(INT TERM HUP QUIT SEGV ABRT)
codes=(130 143 129 131 139 134)
RANDOM=4711
ulimit -c 0
before=$(stty -g)
for ((i = 0; i < 48; i++)); do
    which=$((i % 6))
    rm -rf "$WORK/pid" "$WORK/.local" # or it asks whether to go on
    cp -r "$WORK/answered" "$WORK/.local"
    (
        while [ ! -s "$WORK/pid" ]; do sleep 0.01; done
        sleep "0.$((RANDOM % 4))$((RANDOM % 10))"
        kill -s "${signals[which]}" "$(cat "$WORK/pid")"
    ) &
    sh -c 'echo $$ >"$WORK/pid"; exec "$UNHUNCH" stretch chin-tuck doorway-stretch --mute --speed 5 --record "$WORK/record"' 2>/dev/null
    code=$?
    after=$(stty -g)
    screen=$(tmux -L "$SOCKET" display-message -p -t s '#{alternate_on} #{cursor_flag}')
    [ "$code" = "${codes[which]}" ] || echo "${signals[which]}: exit code $code" >>"$WORK/failed"
    [ "$before" = "$after" ] || echo "${signals[which]}: stty $before, then $after" >>"$WORK/failed"
    [ "$screen" = '0 1' ] || echo "${signals[which]}: alternate screen and cursor: $screen" >>"$WORK/failed"
    stty "$before"
    wait
done
touch "$WORK/ended"
INSIDE
# A sanitizer has handlers of its own, which a signal meets that comes before ours are there.
tm new-session -d -s s -x 80 -y 24 \
    "env -i ASAN_OPTIONS=handle_segv=0:handle_abort=0 PATH='$PATH' HOME='$work' TERM=tmux-256color LC_ALL=C.UTF-8 XDG_STATE_HOME='$work/state' \
     UNHUNCH='$unhunch' WORK='$work' SOCKET='$socket' bash '$work/inside.sh' 2>'$work/talk'; cat"

# Enter starts each session, pauses it and lets it go on.
for ((i = 0; i < 900; i++)); do
    [ -e "$work/ended" ] && break
    tm send-keys -t s Enter
    sleep 0.1
done
[ -e "$work/ended" ] || { echo 'FAILED: the sessions did not all end'; tm capture-pane -p -t s; failed=1; }
[ ! -e "$work/failed" ] || { echo 'FAILED:'; cat "$work/failed"; failed=1; }
# a signal that a program can answer leaves a true record of the set in progress
grep -q '"ended": *"interrupted"' "$work/record" || { echo 'FAILED: nothing was recorded as interrupted'; failed=1; }
exit "$failed"
