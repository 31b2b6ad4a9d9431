#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# files.sh UNHUNCH: what a session leaves behind: the record, the acknowledgement, and nothing where it may not.
# UNHUNCH is the program with the fake clock: a session plays in no time.
set -uo pipefail

unhunch=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_STATE_HOME=$work/state XDG_DATA_HOME=$work/data HOME=$work/home
failed=0
fail() {
    echo "FAILED: $*"
    failed=1
}
# No stretch is played more than three times a day: what was done is forgotten, and what was answered.
forget() {
    rm -rf "$work/data"
}
# Forgets, and none of the safety questions is so.
anew() {
    forget
    "$unhunch" screen --none >/dev/null || fail 'answering the questions'
}
# plays WANTED ARGUMENT... : the exit code of a session
plays() {
    local wanted=$1 got
    shift
    "$unhunch" stretch "$@" </dev/null >"$work/out" 2>"$work/err"
    got=$?
    [ "$got" = "$wanted" ] || fail "stretch $*: wanted $wanted, got $got"
}
# expect WANTED GOT WHAT
expect() {
    [ "$1" = "$2" ] || fail "$3: wanted '$1', got '$2'"
}
# The record without the spaces between its members.
flat() {
    sed 's/": /":/g; s/, "/,"/g' "$record"
}
state=$work/state/unhunch/precautions

echo '# without a terminal a first session needs answers'
! grep -q 'session goes on' "$work/err" || fail 'a session is spoken of where there is none'
plays 3 chin-tuck
grep -q 'tingling, numbness or weakness down an arm' "$work/out" || fail 'the questions were not printed'
grep -q 'unhunch screen --none' "$work/err" || fail 'the way out was not named'
"$unhunch" screen --json >"$work/json"
grep -q '"state": "never"' "$work/json" || fail 'something was kept although nobody answered'

echo '# the flag admits one session, and never counts as answers'
plays 0 chin-tuck --acknowledge
"$unhunch" log --json >"$work/json"
grep -q '"mark": "acknowledged"' "$work/json" || fail 'the flag was not kept'
grep -q '"mark": "screened"' "$work/json" && fail 'the flag counted as a screening'
grep -q '"acknowledged": true' "$work/json" || fail 'the session does not say how it was admitted'
! grep -q 'session goes on' "$work/err" || fail 'a session is spoken of where there is none'
plays 3 chin-tuck
for _ in 1 2; do
    plays 0 doorway-stretch --acknowledge
done
plays 3 doorway-stretch
expect 600 "$(stat -c %a "$work/data/unhunch/history.db")" 'mode of the history'
expect 700 "$(stat -c %a "$work/data/unhunch")" 'mode of its folder'

echo '# the flag lifts nothing that was answered'
"$unhunch" screen --yes kneeling >/dev/null
plays 3 cat-cow --acknowledge
"$unhunch" screen --yes disc >/dev/null
plays 3 chin-tuck --acknowledge
grep -q 'unhunch screen --seen disc' "$work/err" || fail 'the way back was not named'
plays 3 chin-tuck --acknowledge --speed 400

echo '# none of them is so, and every session is admitted'
anew
plays 0 chin-tuck
plays 0 doorway-stretch

echo '# what an earlier version kept: precautions that were read, and never answers'
for text in 'unhunch precautions 1\nshown 2026-01-01T08:00:00Z\n' 'unhunch precautions 2\nshown 2026-01-01T08:00:00Z\n' \
    'unhunch precautions 1\nshown 2026' 'unhunch precautions 1\nflag 2026-01-01T08:00:00Z\n' '' 'shown\n'; do
    forget
    mkdir -p "${state%/*}"
    printf "$text" >"$state"
    ! grep -q 'session goes on' "$work/err" || fail 'a session is spoken of where there is none'
plays 3 chin-tuck
    [ ! -e "$state" ] || fail "left behind: $text"
    "$unhunch" screen --json >"$work/json"
    grep -q '"state": "never"' "$work/json" || fail "counted as answers: $text"
    read_before=$(grep -c '"precautions_read": true' "$work/json")
    case $text in
    'unhunch precautions 1\nshown '*Z*) expect 1 "$read_before" "$text" ;;
    *) expect 0 "$read_before" "$text" ;;
    esac
done

anew
echo '# each set of each side is one line of the record, true to what was done'
record=$work/record.jsonl
"$unhunch" stretch doorway-stretch shoulder-blade-squeeze --record "$record" </dev/null >/dev/null 2>&1
expect 0 $? 'recorded session'
expect 3 "$(wc -l <"$record")" 'lines'
wanted='{"exercise":"doorway-stretch","variant":"standard","side":"left","set":1,"attempt":1,"planned":{"hold_ms":10000,"repetitions":1},"actual":{"hold_ms":10000,"repetitions":1,"duration_ms":21000},"ended":"complete","reason":null,"eased":false,"uneven":false,"simulated":false,"at":"2026-01-05T09:00:'
line=$(flat | head -1)
[ "${line#"$wanted"}" != "$line" ] || fail "first line: $line"
flat | grep -q '"side":"right"' || fail 'no right side'
left=$(sed -n 's/.*"side":"left".*"actual":\({[^}]*}\).*/\1/p' <(flat))
right=$(sed -n 's/.*"side":"right".*"actual":\({[^}]*}\).*/\1/p' <(flat))
expect "$left" "$right" 'both sides'
"$unhunch" stretch chin-tuck --record "$record" --speed 2 </dev/null >/dev/null 2>&1
expect 4 "$(wc -l <"$record")" 'lines after a second session: appended'
flat | tail -1 | grep -q '"simulated":true' || fail 'a faster session is not marked'
expect 600 "$(stat -c %a "$record")" 'mode of the record'

anew
echo '# a full disk is said once while it plays, and at the end why it was no success; it stops nothing'
"$unhunch" stretch doorway-stretch --record /dev/full </dev/null >"$work/out" 2>"$work/err"
expect 1 $? 'session with a full disk'
expect 1 "$(grep -c 'No space left' "$work/out")" 'complaints'
expect 'unhunch: /dev/full cannot be written: No space left on device' "$(cat "$work/err")" 'why it ended so'
grep -q 'Done\.' "$work/out" || fail 'the session did not go on'

echo '# a record that cannot be opened is said before the start'
"$unhunch" stretch doorway-stretch --record "$work/none/there" </dev/null >"$work/out" 2>"$work/err"
expect 1 $? 'no such folder'
expect 0 "$(wc -c <"$work/out")" 'bytes of a session that did not start'

echo '# a reader that has gone ends the session quietly'
mkfifo "$work/pipe"
: <"$work/pipe" &
exec 4>"$work/pipe"
wait $! # from here on nobody reads
"$unhunch" stretch whole-catalogue --record "$work/broken.jsonl" </dev/null 2>"$work/err" >&4
expect 1 $? 'exit code'
exec 4>&-
expect 0 "$(grep -vc 'oller' "$work/err")" 'complaints'

echo '# a full output is no reason to hang'
timeout 20 "$unhunch" stretch doorway-stretch </dev/null >/dev/full 2>"$work/err"
expect 1 $? 'exit code'
expect 'unhunch: the output could not be written: No space left on device' "$(cat "$work/err")" 'why'

echo '# where nothing can be kept that is said, and the session plays'
rm -rf "$work/data" && touch "$work/data"
"$unhunch" screen --none >"$work/out" 2>"$work/err"
expect 1 $? 'answers that cannot be kept'
! grep -q 'session goes on' "$work/err" || fail 'a session is spoken of where there is none'
plays 3 chin-tuck
plays 0 chin-tuck --acknowledge
grep -q 'The history cannot be written. The session goes on' "$work/err" "$work/out" || fail 'that nothing was kept was not said'

anew
echo '# answers that wait in the journal are kept, and only the trouble is said'
flock "$work/data/unhunch/history.lock" "$unhunch" screen --yes kneeling >"$work/out" 2>"$work/err"
expect 0 $? 'answers that wait'
expect 'unhunch: Another program holds the history.' \
    "$(cat "$work/err")" 'what was said about it'
"$unhunch" screen 2>/dev/null | grep -q 'Kneeling hurts (said' || fail 'the answers that waited are gone'

anew
echo '# bells ring where they are asked for, to the last one, and lines hold no other control character'
"$unhunch" stretch doorway-stretch --sound bells </dev/null 2>/dev/null >"$work/out"
# get there, get ready 3 each; twice move 1, hold 2, three counts, release 3; side 2; way up 3; done 3
expect 32 "$(tr -cd '\a' <"$work/out" | wc -c)" 'bells'
"$unhunch" stretch doorway-stretch </dev/null 2>/dev/null | grep -q '[[:cntrl:]]' && fail 'a control character in plain lines'

echo '# all but the roller, which nobody gets unasked, play, left and right alike, and it ends by itself'
anew
record=$work/all.jsonl
timeout 60 "$unhunch" stretch whole-catalogue --plain --speed 200 --record "$record" </dev/null >"$work/out" 2>/dev/null
expect 0 $? 'whole catalogue'
expect 16 "$(flat | sed 's/.*"exercise":"\([^"]*\)".*/\1/' | sort -u | wc -l)" 'stretches'
# said yes to: all seventeen, up to the end of the timetable
"$unhunch" profile agreed=roller >/dev/null
expect 17 "$("$unhunch" stretch whole-catalogue --dry-run --json | sed -n 's/.*"exercise": "\([^"]*\)".*/\1/p' | sort -u | wc -l)" 'stretches with the roller'
sides() {
    flat | sed -n "s/.*\"exercise\":\"\([^\"]*\)\".*\"side\":\"$1\",\"set\":\([0-9]*\).*\"actual\":\({[^}]*}\).*/\1 \2 \3/p" | sort
}
expect "$(sides left)" "$(sides right)" 'left and right'
[ -n "$(sides left)" ] || fail 'no side at all'
exit "$failed"
