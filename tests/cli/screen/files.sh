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
# No stretch is played more than three times a day: what was done is forgotten.
forget() {
    rm -rf "$work/data"
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

echo '# without a terminal a first session needs the flag'
"$unhunch" stretch chin-tuck </dev/null >"$work/out" 2>"$work/err"
expect 3 $? 'first session'
grep -q 'tingling, numbness or weakness down an arm' "$work/out" || fail 'the warnings were not printed'
grep -q -- '--acknowledge' "$work/err" || fail 'the way out was not named'
[ ! -e "$state" ] || fail 'something was kept although nobody answered'

echo '# the flag admits one session and is kept as a flag'
"$unhunch" stretch chin-tuck --acknowledge </dev/null >"$work/out" 2>"$work/err"
expect 0 $? 'flagged session'
grep -q '^flag 2026-01-05T' "$state" || fail 'the flag was not kept'
grep -q '^shown' "$state" && fail 'a flag counted as read'
"$unhunch" stretch chin-tuck </dev/null >/dev/null 2>&1
expect 3 $? 'the session after a flagged one'
expect 600 "$(stat -c %a "$state")" 'mode of the state file'
expect 700 "$(stat -c %a "$work/state/unhunch")" 'mode of the state folder'

forget
echo '# precautions that were shown admit every session'
printf 'unhunch precautions 1\nshown 2026-01-01T08:00:00Z\n' >"$state"
"$unhunch" stretch chin-tuck </dev/null >/dev/null 2>&1
expect 0 $? 'a later session'
"$unhunch" stretch chin-tuck --acknowledge </dev/null >/dev/null 2>&1
grep -q '^shown 2026-01-01T08:00:00Z$' "$state" || fail 'a flag erased what was shown'

echo '# a file that is not ours, or was cut, counts as nothing'
for text in 'unhunch precautions 2\nshown 2026-01-01T08:00:00Z\n' 'unhunch precautions 1\nshown 2026' '' 'shown\n'; do
    printf "$text" >"$state"
    "$unhunch" stretch chin-tuck </dev/null >/dev/null 2>&1
    expect 3 $? "state file: $text"
done
printf 'unhunch precautions 1\nshown 2026-01-01T08:00:00Z\n' >"$state"

forget
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

forget
echo '# a full disk is said once and stops nothing'
"$unhunch" stretch doorway-stretch --record /dev/full </dev/null >"$work/out" 2>"$work/err"
expect 1 $? 'session with a full disk'
expect 1 "$(grep -c 'No space left' "$work/out")" 'complaints'
grep -q 'Done\.' "$work/out" || fail 'the session did not go on'

echo '# a record that cannot be opened is said before the start'
"$unhunch" stretch doorway-stretch --record "$work/none/there" </dev/null >"$work/out" 2>"$work/err"
expect 1 $? 'no such folder'
expect 0 "$(wc -c <"$work/out")" 'bytes of a session that did not start'

echo '# a reader that has seen enough ends the session quietly'
"$unhunch" stretch whole-catalogue --record "$work/broken.jsonl" </dev/null 2>"$work/err" | head -1 >/dev/null
expect 1 "${PIPESTATUS[0]}" 'exit code'
expect 0 "$(grep -vc 'oller' "$work/err")" 'complaints'

echo '# a full output is no reason to hang'
timeout 20 "$unhunch" stretch doorway-stretch </dev/null >/dev/full 2>/dev/null
expect 1 $? 'exit code'

forget
echo '# a state folder that cannot be written is said, and the session plays'
rm -rf "$work/state" && touch "$work/state"
"$unhunch" stretch chin-tuck --acknowledge </dev/null >"$work/out" 2>"$work/err"
expect 0 $? 'no state folder'
grep -q 'could not be kept' "$work/err" || fail 'that nothing was kept was not said'

forget
echo '# bells ring where they are asked for, to the last one, and lines hold no other control character'
"$unhunch" stretch doorway-stretch --acknowledge --sound bells </dev/null 2>/dev/null >"$work/out"
# get there, get ready 3 each; twice move 1, hold 2, three counts, release 3; side 2; way up 3; done 3
expect 32 "$(tr -cd '\a' <"$work/out" | wc -c)" 'bells'
"$unhunch" stretch doorway-stretch --acknowledge </dev/null 2>/dev/null | grep -q '[[:cntrl:]]' && fail 'a control character in plain lines'

echo '# all seventeen play, left and right alike, and it ends by itself'
record=$work/all.jsonl
timeout 60 "$unhunch" stretch whole-catalogue --plain --acknowledge --speed 200 --record "$record" </dev/null >"$work/out" 2>/dev/null
expect 0 $? 'whole catalogue'
expect 17 "$(flat | sed 's/.*"exercise":"\([^"]*\)".*/\1/' | sort -u | wc -l)" 'stretches'
sides() {
    flat | sed -n "s/.*\"exercise\":\"\([^\"]*\)\".*\"side\":\"$1\",\"set\":\([0-9]*\).*\"actual\":\({[^}]*}\).*/\1 \2 \3/p" | sort
}
expect "$(sides left)" "$(sides right)" 'left and right'
[ -n "$(sides left)" ] || fail 'no side at all'
exit "$failed"
