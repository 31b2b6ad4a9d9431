#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# blame.sh ROOT: what tells people of their progress blames nobody: these words do not occur in it.
set -euo pipefail

cd "$1/include/unhunch/messages"
words='miss(ed|ing)?|fail(ed|ure|s)?|only|streaks?|lost|lazy|guilty?|shame|bad(ly)?|poor(ly)?|worst|should|must'
words+='|have to|ought|overdue|behind|neglect(ed)?|forgot(ten)?|unfortunately|sorry|still|yet again|finally|just'
words+='|broken?|reset|punish(ed)?|excuses?|disappoint(ed|ing)?|great job|well done|keep it up|congratulations?'

# "Everything is forgotten" and "Note a bad day" are no blame: the one is an order carried out, the other a person's own
# word for the day.
allowed='^UH_MESSAGE\(UH_MSG_LOG_(PURGED|OPTION_FLARE),'

hits=$(grep -vE "^/\*|^ \*|$allowed" progress.def | grep -inEw "$words") || hits=
[ -z "$hits" ] || printf 'words that blame:\n%s\n' "$hits"
[ -z "$hits" ]
