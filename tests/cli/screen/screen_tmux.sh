#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# screen_tmux.sh UNHUNCH: the real program on a real screen: keys, sizes, Ctrl-Z, colours.
set -uo pipefail

work=$(mktemp -d)
unhunch=$work/unhunch # its path is typed, and looked for: no space in it, and nobody else's
ln -s "$1" "$unhunch"
opened=0
socket=unhunch-test-$$-0
tm() {
    tmux -L "$socket" -f /dev/null "$@"
}
trap 'tm kill-server 2>/dev/null; rm -rf "$work" 2>/dev/null' EXIT
failed=0

# open WIDTH HEIGHT: a shell in a terminal of this size
open() {
    tm kill-server 2>/dev/null
    opened=$((opened + 1))
    socket=unhunch-test-$$-$opened # a server that is still going would take the new session with it
    tm new-session -d -s s -x "$1" -y "$2" \
        "env -i PATH='$PATH' HOME='$work' TERM=tmux-256color LC_ALL=${locale:-C.UTF-8} \
         XDG_STATE_HOME='$work/state' XDG_DATA_HOME='$work/data' SPEECHD_ADDRESS=unix_socket:/nonexistent PS1='ready> ' bash --norc --noprofile -i"
    await 'ready>'
}
keys() {
    tm send-keys -t s "$@"
}
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
gone() {
    local i
    for ((i = 0; i < 50; i++)); do
        show | grep -qF -- "$1" || return 0
        sleep 0.1
    done
    printf 'FAILED: still there: %s\n' "$1"
    show
    failed=1
}
# None of the safety questions is so, and nothing was done before: or it asks whether to go on.
run() {
    find "$work/data/unhunch" -mindepth 1 ! -path "*/stretches*" -delete 2>/dev/null
    env -i HOME="$work" XDG_STATE_HOME="$work/state" XDG_DATA_HOME="$work/data" "$unhunch" screen --none >/dev/null
    keys "clear; $unhunch $*; echo code \$?" Enter
}

echo '# pause by any key, go on by space; easier, again, help'
open 80 24
run stretch doorway-stretch --mute
await 'any key start'
keys Enter
await 'left foot in front'
keys x
await 'Space go on'
keys x
await 'Space go on'
keys Space
await 'Space pause'
keys '?'
await 'this side again from its beginning'
keys x
await 'Space pause'
keys r
sleep 0.3
keys r
await 'Step one foot'
keys e
await 'easier form'
keys a
await 'r ready'

echo '# skip asks why, escape goes back'
keys k
await 'Why skip this stretch?'
keys Escape
await 'Space pause'

echo '# the help and the question about a skip stop by the same key, in every size'
for page in '? Keys' 'k Why skip'; do
    keys "${page%% *}"
    await "${page#* }"
    for size in '40 12' '20 5' '80 24'; do
        tm resize-window -t s -x "${size% *}" -y "${size#* }"
        sleep 0.3
        await 's stop'
    done
    keys s
    await 'Why stop?'
    keys Escape
    await 'Space pause'
done

echo '# the window changes its size, and the picture with it'
for size in '120 40' '40 12' '20 5' '80 24'; do
    tm resize-window -t s -x "${size% *}" -y "${size#* }"
    sleep 0.3
    await 's stop'
done

echo '# Ctrl-Z gives the shell back; afterwards it still waits'
keys C-z
await 'Stopped'
await 'ready>'
keys 'clear; fg; echo code $?' Enter
await 'Space go on'
await 'left foot in front'
keys Space
await 'Space pause'

echo '# a stopped machine counts nothing'
pid=$(pgrep -n -f "^$unhunch stretch doorway-stretch --mute$")
kill -STOP "$pid"
await 'ready>'
sleep 2.2
keys 'clear; fg; echo code $?' Enter
await 'The machine was away'
await 'Space go on'
keys Space
await 'Space pause'

echo '# stop asks why, says what to do, and can be taken back'
keys s
await 'Why stop?'
keys 2
await 'medical advice at once'
keys u
await 'Space pause'
keys s
await 'Why stop?'
keys 1
await 'Tomorrow at the earliest'
keys Enter
await 'code 0'
show | grep -q 'Tomorrow at the earliest' || { echo 'FAILED: the advice went with the screen'; failed=1; }

echo '# a whole session at speed; the last question corrects the record'
run stretch doorway-stretch --mute --speed 60 --record "$work/record"
await 'any key start'
keys Enter
await 'How much of it did you do?'
keys p
await 'code 0'
tail -1 "$work/record" | grep -q '"correction": *"part"' || { echo 'FAILED: no correction'; cat "$work/record"; failed=1; }

echo '# a stretch without a motion: its steps stand where the figure would, and that is said'
mkdir -p "$work/data/unhunch/stretches"
cp "$(dirname "$0")/../../data/own/"*.yaml "$work/data/unhunch/stretches"
open 120 40
run stretch slow-turn --mute
await 'No figure: this stretch has no motion of its own.'
keys Enter
await 'Step by step'
await 'No figure: this stretch has no motion of its'
await '→ Sit tall.'
keys r
await '→ Turn slowly.'
for size in '90 30' '80 24' '40 12' '20 5' '120 40'; do
    tm resize-window -t s -x "${size% *}" -y "${size#* }"
    sleep 0.3
    await 's stop'
done
await 'No figure: this stretch has no motion of its'
keys q
await 'Done'
keys Enter
await 'code 0'
run "stretch slow-turn --plain --speed 100 </dev/null >$work/plain"
await 'counts as simulated'
await 'code 0'
grep -q '^No figure: this stretch has no motion of its own' "$work/plain" || { echo 'FAILED: plain lines do not say it'; failed=1; }

echo '# in a routine the figure comes and goes with what has one; who answers for a stretch is named first'
open 80 24
run stretch tea --mute
for what in 'Pain in neck' 'Stiffness'; do # once a day
    await "$what"
    keys Enter
done
await 'Arm swing: Therapist Anna Weber, 2026-03-01'
await 'Slow turn: No figure'
keys Enter
await 'Step by step'
await 'No figure: this stretch'
keys k
await 'Why skip this stretch?'
keys 1
await 'Shoulder blade squeeze'
keys r
gone 'Step by step'
await '██▌'
tm resize-window -t s -x 120 -y 40
gone 'Step by step'
await '██▌'
keys k
await 'Why skip this stretch?'
keys 1
keys r
await 'Step by step'
await '→ Swing forward.'
gone '██▌'
keys q
await 'Done'
keys Enter
await 'code 0'

echo '# plain lines in a terminal take the same keys and send no escapes'
run "stretch doorway-stretch --plain"
await 'Any key starts, q leaves.'
keys Enter
await '0:00  Doorway stretch'
keys Space
await 'Paused.'
keys s
await '1: pain'
keys 4
await 'The next break is a fresh start'
keys Enter
await 'code 0'

echo '# the stretch of a break, which Start at the desk opens, begins at once'
open 80 24
run stretch --micro --mute
await 'Space pause'
keys C-c
await 'ready>'

echo '# without UTF-8 and without colour'
locale=C open 80 24
keys "export NO_COLOR=1" Enter
run stretch doorway-stretch --mute
await 'any key start'
keys Enter
keys r
await 'Space pause'
await '##'
if tm capture-pane -p -e -t s | grep -qP '\x1b\[[0-9;]*3[0-8]'; then
    echo 'FAILED: colours although NO_COLOR is set'
    failed=1
fi
keys C-c
await 'ready>'
keys 'echo code $?' Enter
await 'code 130'
exit "$failed"
