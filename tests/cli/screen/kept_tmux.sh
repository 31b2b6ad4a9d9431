#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# kept_tmux.sh UNHUNCH: a session is rated, killed, and goes on where it was.
set -uo pipefail

work=$(mktemp -d)
unhunch=$work/unhunch # its path is typed, and looked for: no space in it, and nobody else's
ln -s "$1" "$unhunch"
socket=unhunch-kept-$$
tm() {
    tmux -L "$socket" -f /dev/null "$@"
}
trap 'tm kill-server 2>/dev/null; rm -rf "$work" 2>/dev/null' EXIT
env -i HOME="$work" "$unhunch" screen --none >/dev/null
failed=0
tm new-session -d -s s -x 80 -y 24 \
    "env -i PATH='$PATH' HOME='$work' TERM=tmux-256color LC_ALL=C.UTF-8 \
     SPEECHD_ADDRESS=unix_socket:/nonexistent PS1='ready> ' bash --norc --noprofile -i"
keys() {
    tm send-keys -t s "$@"
}
show() {
    tm capture-pane -p -t s
}
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
run() {
    keys "clear; $unhunch $*; echo code \$?" Enter
}

echo '# a session of over five minutes is rated first; a key is an answer'
await 'ready>'
run stretch seated-cervical-rotation cat-cow prone-w --level usual --mute
await 'Pain in neck'
keys 3
await 'Stiffness in neck'
keys Enter
await 'key start'
keys Space
await 'turning left'
keys r
sleep 0.3

echo '# killed, it is offered again, and goes on with the side that was begun'
pkill -KILL -f -- "^$unhunch stretch seated-cervical"
await 'code 137'
keys reset Enter
run stretch
await 'A session was left open'
keys g
await 'Neck rotation'
await 'Space pause' # in a chair one is in place: it runs

echo '# broken off, it says what is kept and how it goes on'
keys C-c
await 'Kept up to here.'
keys reset Enter
run stretch --continue
await 'Space pause'

echo '# ended by its person, it is over; how it was is asked at the end'
keys q
await 'Done' # standing already: there is no way up
await 'nothing is owed'
keys Enter
await 'code 0'
run stretch chin-tuck --mute
sleep 0.5
show | grep -qF 'left open' && { echo 'FAILED: a session that is over was offered'; failed=1; }

kept() {
    env -i HOME="$work" "$unhunch" export csv --kind "$1" 2>/dev/null
}

echo '# stopped and left in the same breath, the set that was stopped is kept, with the stop'
tm kill-server
socket=$socket-again # a server that is still going would take the new session with it
tm new-session -d -s s -x 80 -y 24 \
    "env -i PATH='$PATH' HOME='$work' TERM=tmux-256color LC_ALL=C.UTF-8 XDG_STATE_HOME='$work/state' \
     SPEECHD_ADDRESS=unix_socket:/nonexistent PS1='ready> ' bash --norc --noprofile -i"
await 'ready>'
run stretch chin-tuck --mute
await 'key start'
keys Space
await 'Space pause'
keys s
await 'dizzy'
keys -l 4q
await 'code 0'
kept set | grep 'chin-tuck' | grep -q 'stopped' || { echo 'FAILED: the set that was stopped is not kept'; failed=1; }
kept mark | grep -q 'stop' || { echo 'FAILED: the stop is not marked'; failed=1; }

echo '# ended on the way up and killed there, it is ended early and not complete'
run stretch cat-cow --mute
await 'key start'
keys Space
await 'Space pause'
keys r
await '1 of 5'
keys q
await 'stand up'
pkill -KILL -f -- "^$unhunch stretch cat-cow --mute$"
await 'code 137'
keys reset Enter
run stretch doorway-stretch --context desk # refused, which is no reason to leave the open one alone
await 'A session was left open'
keys g
await 'Paused'
keys Space
await 'Space pause'
keys r
await 'Done'
keys Enter
await 'code 0'
kept session | tail -1 | grep -q ',early,' || { echo 'FAILED: not ended early'; kept session; failed=1; }

exit "$failed"
