#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# tone.sh ROOT: words that docs/tone.md rules out, in the texts of both languages.
set -uo pipefail

cd "$1"
failed=0
# never WHY PATTERN EXCEPT FILE...: no line has the pattern, but for those that have the exception
never() {
    local why=$1 pattern=$2 except=$3 hits
    shift 3
    hits=$(grep -nHP "$pattern" "$@" | grep -vP "$except") || return 0
    printf '%s:\n%s\n' "$why" "$hits"
    failed=1
}
english=(include/unhunch/messages/*.def catalogue/advice/*.yaml catalogue/routines/*.yaml catalogue/stretches/*.yaml)
mapfile -t german < <(find po -name 'de.po')
work=$(mktemp)
trap 'rm -f "$work"' EXIT
# what is translated, without the English above it
awk '/^msgid/ {keep = 0} /^msgstr/ {keep = 1} keep' "${german[@]}" >"$work"

never "a claim to treat" '(?i)\b(heals?|healing|cures?|cured|fix(es|ed)?|treats?|treating)\b' \
    'treats nothing|not treat|claims to treat|who treats you|src/' "${english[@]}"
never "a promise" '(?i)\b(guarantee\w*|proven|always works)\b' '^$' "${english[@]}"
never "blame or pressure" '(?i)\b(failed|missed|streaks?|lazy|level up|no pain,? no gain|bad posture|try harder)\b' \
    'UH_MSG_[A-Z_]*FAILED, "(?!.*(failed|missed))' "${english[@]}"
never "a shout" '!' 'tags \(!\)' include/unhunch/messages/*.def

never "a claim to treat, in German" '(?i)\b(heilt|heilen|kuriert|behandelt|behandeln)\b' \
    'behandelt nichts|behandelt keinen|dich behandelt|will Schmerz behandeln' "$work"
never "blame or pressure, in German" '(?i)\b(versagt|verpasst|leider|Streak|fauler?)\b' '^$' "$work"
never "a shout, in German" '!' 'Tags \(!\)|Plural-Forms' "$work"
never "an address that is not du" '\b(Ihnen|Ihre?[mnrs]?)\b' '^$' "$work"
never "a capital du" '(?<=[a-zäöüß,;] )(Du|Dich|Dir|Deine?[mnrs]?)\b' '^$' "$work"
exit "$failed"
