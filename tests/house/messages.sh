#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# messages.sh ROOT: every message is said somewhere. A table of messages is reached by its first one, so that one counts
# for all.
set -euo pipefail

cd "$1"
tables='AMB|BOUND|BUSY|COMPLAINT|CONTEXT|D|EQUIPMENT|FAMILY|KIND|MODE|NEEDS|PHASE|POSITION|REGION|SIDES|TROUBLE|WEEKDAY|WHY_SKIP|WHY_STOP'
tables="$tables|SAID_(CONTEXT|EQUIPMENT|FAMILY|KIND|POSITION|REGION)"

ids() {
    grep -ohE '\bUH_MSG_[A-Z0-9_]+' "$@" | sort -u
}
# the first of each table stands for it
said=$(sed -nE 's/^UH_(MESSAGE|PLURAL)\((UH_MSG_[A-Z0-9_]+).*/\2/p' include/unhunch/messages/*.def |
    awk -v tables="^UH_MSG_($tables)_" '
        match($0, tables) { table = substr($0, 1, RLENGTH); if (first[table]++) next }
        { print }' | sort)
# the page names its own without the prefix, and makes those of settings and their values of two parts (web/settings.js)
composed='UH_MSG_WEB_((PACE|PLACES|PROFILE|SETTING|TIGHT_SIDE)_[A-Z_]+|YES|NO)'
in_page() {
    grep -ohE "'[A-Z][A-Z0-9_]+'" web/*.js | tr -d "'" | sed 's/^/UH_MSG_/'
}
in_code() {
    find src include -name '*.[ch]' -print0 | xargs -0 cat | ids -
}
unsaid=$(comm -23 <(grep -vxE "$composed" <<<"$said") <({ in_code; in_page; } | sort -u))
[ -z "$unsaid" ] || echo "no code says: $unsaid"
[ -z "$unsaid" ]
