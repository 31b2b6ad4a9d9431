#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# first_tmux.sh UNHUNCH FAKE: the questions before the first session, and again later, on a real screen. FAKE is the
# program with the fake clock: it answered them long ago.
set -uo pipefail

fake=$2
work=$(mktemp -d)
unhunch=$work/unhunch # its path is typed, and looked for: no space in it, and nobody else's
ln -s "$1" "$unhunch"
opened=0
socket=unhunch-first-$$-0
tm() {
    tmux -L "$socket" -f /dev/null "$@"
}
trap 'tm kill-server 2>/dev/null; rm -rf "$work" 2>/dev/null' EXIT
failed=0
fail() {
    echo "FAILED: $*"
    failed=1
}
# open WIDTH HEIGHT: a shell in a terminal of this size
open() {
    tm kill-server 2>/dev/null
    opened=$((opened + 1))
    socket=unhunch-first-$$-$opened
    tm new-session -d -s s -x "$1" -y "$2" \
        "env -i PATH='$PATH' HOME='$work' TERM=tmux-256color LC_ALL=C.UTF-8 SPEECHD_ADDRESS=unix_socket:/nonexistent \
         PS1='ready> ' bash --norc --noprofile -i"
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
        show | grep -cF -- "$1" >/dev/null && return 0
        sleep 0.1
    done
    fail "never seen: $1"
    show
    return 1
}
# await_line WORDS: until a line of the screen is these words
await_line() {
    local i
    for ((i = 0; i < 100; i++)); do
        show | grep -cxF -- "$1" >/dev/null && return 0
        sleep 0.1
    done
    fail "never a line: $1"
    show
}
run() {
    keys "clear; $unhunch $*; echo code \$?" Enter
}
# The program without a terminal.
quiet() {
    env -i HOME="$work" LC_ALL=C.UTF-8 "$@" </dev/null 2>&1
}
forget() {
    rm -rf "$work/.local"
}
# state WORDS: what `unhunch screen` says now
state() {
    quiet "$unhunch" screen >"$work/state"
    grep -qF -- "$1" "$work/state" || { fail "not the state: $1"; tail -5 "$work/state"; }
}

echo '# two pages of one key each, then the first stretch at once'
open 80 24
run stretch --mute
await 'Before your first session'
await 'One key stops: s.'
await 'Legs newly weak or clumsy'
await 'Enter none of these'
keys Enter
await 'And is any of these so?'
await '9 [ ]   Pregnancy'
await 'Enter none of these'
keys Enter
await 'Shoulder blade squeeze'
await 's stop'
state 'Nothing speaks against gentle stretching'
keys k
await 'Why skip this stretch?'
keys 1
await 'Chin tuck'
keys q
await 'Enter leave'
keys Enter
await 'code 0'

echo '# who answered is not asked again'
run stretch chin-tuck --mute
await 'any key start'
keys q
await 'code 0'

echo '# ticks come and go, the way back is a key, and what a line stands for is asked behind it'
forget
run stretch --mute
await 'Before your first session'
keys n
await 'And is any of these so?'
keys 6
await '6 [x]'
keys 6
await '6 [ ]'
keys b
await 'Before your first session'
keys Enter
keys 6
await '6 [x]'
keys Enter
await 'Which of these?'
keys 1
await '1 [x]   A slipped disc'
keys Enter
await 'who then said that'
keys Enter
await 'First a visit, then stretching'
await 'Walk a few minutes'
await 'unhunch screen --questions'
keys b
await 'who then said that'
keys b
await 'Which of these?'
keys Enter
await 'who then said that'
keys Enter
await 'First a visit, then stretching'
keys Enter
await 'code 3'
await 'unhunch screen --questions'
state 'First a visit, then stretching'

echo '# it stays so, with the flag too; who was seen says so, and does what stays possible'
run stretch chin-tuck --acknowledge
await 'code 3'
run stretch --mute
await '1 [ ]   A slipped disc that a doctor found (said on'
keys 1
await '1 [x]'
keys Enter
await 'You answered on'
keys Enter
await 'And is any of these so?'
await '6 [=]'
keys Enter
await 'You can stretch, with care'
await 'bending and turning the spine'
keys Enter
await 'Shoulder blade squeeze'
state 'You can stretch, with care'
keys q
await 'Enter leave'
keys Enter
await 'code 0'

echo '# nothing is kept of questions that are left'
forget
run stretch --mute
await 'Before your first session'
keys Enter
await 'And is any of these so?'
keys 4 q
await 'code 3'
await 'Nothing of that was kept.'
state 'The safety questions were not answered yet.'

echo '# an emergency is one page, whatever else there is'
run stretch --mute
await 'Before your first session'
keys 1 Enter
await_line '  Call now: 112, 911 or your local emergency number'
await 'Chest pain or pressure'
keys Enter
await 'code 3'
await 'Call now: 112, 911'
run stretch chin-tuck --acknowledge
await 'Call now: 112, 911'
await 'code 3'

echo '# a small screen reads on before it is answered'
forget
open 40 12
run stretch --mute
await 'Enter read on'
for _ in 1 2 3 4 5 6; do
    show | grep -cF 'Enter none' >/dev/null && break
    before=$(show)
    keys Enter
    for ((i = 0; i < 100; i++)); do
        [ "$(show)" != "$before" ] && break
        sleep 0.1
    done
done
await 'Legs newly weak'
keys Enter
await 'And is any of these so?'
keys q
await 'code 3'

echo '# line by line the same questions, by the same keys'
open 80 24
run stretch --plain
await 'Legs newly weak or clumsy'
await 'none of these'
keys n
await 'And is any of these so?'
keys 9
await 'ticked'
keys Enter
await 'Which of these?'
keys 2 Enter
await 'You can stretch, with care'
keys Enter
await 'Shoulder blade squeeze'
keys q
await 'Done'
keys Enter
await 'code 0'
state 'bending the neck back'

echo '# a stop with signs of an emergency is one key, and holds from then on'
forget
quiet "$unhunch" screen --none >/dev/null
run stretch chin-tuck --mute
await 'any key start'
keys Enter
await 's stop'
keys s
await 'Why stop?'
keys 2
await 'e one of these signs'
keys e
await 'Call now: 112, 911'
keys Enter
await 'code 0'
run stretch chin-tuck
await 'Not seen yet? Call 112, 911'
await '2 [ ]   Signs of an emergency in a session'
keys Enter
await 'Call now: 112, 911'
keys Enter
await 'code 3'

echo '# after ninety days they come again, as they were answered'
forget
quiet UNHUNCH_TEST_CLOCK="$(($(date +%s) - 100 * 86400))000" "$fake" screen --yes kneeling >/dev/null
run stretch chin-tuck --mute
await 'You answered on'
keys Enter
await '8 [=]'
keys Enter
await 'You can stretch, with care'
keys Enter
await 'any key start'
state 'kneeling'
keys q
await 'code 0'

echo '# screen asks at any time, and what was answered is one key'
run screen
await 'You answered on'
keys Enter
await '8 [=]'
keys Enter
await 'Left out: kneeling.'
keys Enter
await 'code 0'
forget
run screen
await 'Now, or new in the last days'
keys Enter
await 'And is any of these so?'
keys 7
await '7 [x]'
keys Enter
await 'Which of these?'
keys 1 Enter
await 'Left out: the neck; pressure of a roller on the spine.'
keys Enter
await 'code 0'
state 'Medicine that thins the blood'
exit "$failed"
