#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# plan_agrees.sh FAKE: what `unhunch plan` shows is what `unhunch stretch` without words plays: the same stretches in the
# same forms and order, as long. FAKE is the program with the fake clock.
set -uo pipefail

fake=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME
export HOME=$work/home
mkdir -p "$HOME"
failed=0
fail() {
    echo "FAILED: $*"
    failed=1
}
# on DAY unhunch ...: at noon of so many days after Monday, 2026-01-05
on() {
    UNHUNCH_TEST_CLOCK=$((1767614400000 + $1 * 86400000)) "$fake" "${@:2}"
}
# The pairs of exercise and variant, each once in a row, and how long they take.
entries() {
    paste -d ' ' <(grep -o '"exercise": "[^"]*"' "$1") <(grep -o '"variant": "[^"]*"' "$1") | uniq
    grep -m1 -o '"duration_ms": [0-9]*' "$1"
}
# agree DAY COUNT WHAT: the two say the same, and it is so many stretches
agree() {
    on "$1" plan --json | sed '/"explain"/,$d' >"$work/plan"
    on "$1" stretch --dry-run --json | grep -v '"exercise": null' >"$work/play"
    entries "$work/plan" >"$work/planned"
    entries "$work/play" >"$work/played"
    diff -u "$work/planned" "$work/played" || fail "$3: what is planned is not what is played"
    [ "$(grep -c exercise "$work/planned")" -eq "$2" ] || fail "$3: not $2 stretches: $(cat "$work/planned")"
}
# The names of the plan in its one line, as they stand in the week's.
week_of_today() {
    on "$1" plan --week --json | sed '/"explain"/,$d' >"$work/week"
    on "$1" plan --json | sed '/"explain"/,$d' >"$work/plan"
    diff <(entries "$work/plan") <(entries "$work/week") || fail "$2: the week's first day is another"
}

echo '# a new home, before and after the questions'
agree 0 2 'a new home'
on 0 screen --none >/dev/null
agree 0 2 'a new home, after the questions'
week_of_today 0 'a new home'
on 0 plan --all | grep -c 'Chest expansion: not yet; the very first session' >/dev/null || fail 'not told why it is short'
on 0 profile places=private-floor minutes=12 stiff=neck dislikes=chin-tuck >/dev/null
agree 0 1 'a new home, without what is set aside'
on 0 profile minutes=1 >/dev/null
agree 0 1 'a new home, one minute a day'
on 0 profile places= minutes= stiff= dislikes= >/dev/null

echo '# what was only shown at another speed was no first session'
on 0 stretch --speed 1000 </dev/null >/dev/null 2>&1
agree 0 2 'after a demonstration'

echo '# after the first session, on that day and on the next'
on 0 stretch --acknowledge </dev/null >"$work/first" 2>&1 || fail "no first session: $(cat "$work/first")"
grep -q 'Chin tuck' "$work/first" || fail 'the first session is another'
agree 0 4 'after the first session'
agree 1 4 'the day after'
week_of_today 1 'the day after'

echo '# after two weeks with a session every other day'
for day in 2 4 6 8 10 12; do
    on "$day" stretch --acknowledge </dev/null >/dev/null 2>&1 || fail "no session on day $day"
done
on 14 plan --json | grep -c '"refused": null' >/dev/null || fail 'no plan after two weeks'
agree 14 "$(on 14 plan --json | grep -c '"in": true')" 'after two weeks'
exit "$failed"
