#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# mistakes.sh WORDC MSGFMT IMAGE: what wordc says of a .po file that is not right.
set -euo pipefail

wordc=$1
msgfmt=$2
image=$3
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
failed=0

head='msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
'
rule='"Plural-Forms: nplurals=2; plural=n != 1;\n"
'

# compile TEXT: compiles a .po file with this text behind the header
compile() {
    printf '%s%s\n%s\n' "$head" "$rule" "$1" >x.po
    rm -f x.c x.bin
    "$msgfmt" --output-file=x.mo x.po
    said=$("$wordc" compile x x.mo x.po x.c x.bin 2>&1) && status=0 || status=$?
}
expect() { # expect SENTENCE STATUS PATTERN
    if [ "$status" != "$2" ] || ! grep -qE "$3" <<<"$said"; then
        printf 'not so: %s (ended with %s)\n%s\n' "$1" "$status" "$said"
        failed=1
    fi
}
entry() { # entry CONTEXT ID TEXT
    printf '\nmsgctxt "%s"\nmsgid "%s"\nmsgstr "%s"\n' "$@"
}

compile "$(entry CUE_NEXT 'Next: {0}.' 'Danach: {0}.')"
expect "a good file says nothing" 0 '^$'
[ -s x.c ] && [ -s x.bin ] || { echo "not so: a good file gives an image and its C" && failed=1; }

compile "$(entry CUE_NEXT 'Next: {0}.' 'Danach.')"
expect "a lost placeholder is named with file, line and entry" 1 \
    '^x.po:7: CUE_NEXT: a placeholder of the English text is missing$'
[ ! -e x.c ] && [ ! -e x.bin ] || { echo "not so: a bad file leaves no image" && failed=1; }

compile "$(entry CUE_NEXT 'Next: {0}.' '{0} nach {1}.')"
expect "a placeholder too many is named" 1 '^x.po:7: CUE_NEXT: a placeholder or brace that the English'
compile "$(entry CUE_REST 'Rest.' 'Pause {.')"
expect "a stray brace is named" 1 '^x.po:7: CUE_REST: a placeholder or brace'
compile "$(entry chin-tuck.name 'Chin tuck' 'Kinn {0}')"
expect "texts of the catalogue have no placeholders" 1 '^x.po:7: chin-tuck.name: a placeholder or brace'

compile "$(entry a.b 'Hold' 'Halten')
$(entry c.d 'Hold' 'Bleiben')"
expect "one text with two translations is named" 1 'a.b: the same English text has two translations: here'
expect "and so is the other place" 1 '^x.po:[0-9]+: c.d: and here$'

compile "$(entry CUE_SECONDS '{0} second.' '{0} Sekunde.')"
expect "a message with other English is none of today" 0 '^$'
compile 'msgctxt "CUE_SECONDS"
msgid "{0} second."
msgid_plural "{0} seconds."
msgstr[0] "{0} Sekunde."
msgstr[1] "Sekunden."'
expect "each form has the placeholders" 1 '^x.po:6: CUE_SECONDS: a placeholder of the English'
compile 'msgctxt "CUE_SECONDS"
msgid "{0} second."
msgid_plural "{0} seconds."
msgstr[0] "{0} Sekunde."
msgstr[1] "{0} Sekunden."
msgstr[2] "{0} Sekunden."'
expect "a form too many is named" 1 '^x.po:6: CUE_SECONDS: as many forms'
compile 'msgid "Rest."
msgstr "Pause."'
expect "an entry without a context is named" 1 'without a msgctxt'

rule=
compile ""
expect "a header without a rule for plurals is named" 1 'no Plural-Forms'
rule='"Plural-Forms: nplurals=2; plural=system(1);\n"
'
compile ""
expect "a rule that is no rule never becomes C" 1 'no Plural-Forms'
rule='"Plural-Forms: nplurals=5; plural=n;\n"
'
compile ""
expect "five forms are too many" 1 'no Plural-Forms'

# -- what is missing --

rule='"Plural-Forms: nplurals=1; plural=0;\n"
'
compile "$(entry CUE_REST 'Rest.' 'Pause.')
$(entry elsewhere.name 'Cat and cow' 'Katze und Kuh')
$(entry NO_SUCH_MESSAGE 'Rest.' 'Pause.')
#, fuzzy
$(entry CUE_DONE 'Done.' 'Fertig.')"
said=$("$wordc" missing "$image" x.mo) && status=0 || status=$?
expect "what is not translated is named" 1 '^not translated: CUE_LESS: A little less\.$'
expect "a translation that is not sure is none" 1 '^not translated: CUE_DONE: '
expect "texts of the catalogue too" 1 '^not translated: cat-cow\.steps\.0\.cue: '
expect "a translation of nothing is left over" 1 '^left over: NO_SUCH_MESSAGE: Rest\.$'
expect "a place that does not have the text is left over" 1 '^left over: elsewhere\.name: Cat and cow$'
for word in 'CUE_REST: ' 'cat-cow\.name' 'cat-cow\.id' 'passing'; do
    grep -q "^not translated: $word" <<<"$said" && echo "not so: $word has no translation" && failed=1
done

compile "$(entry CUE_REST 'Old rest.' 'Ruhe.')
$(entry cat-cow.steps.0.cue 'Old cue.' 'Alt.')
$(entry cat-cow.steps.1.cue 'Cat and cow' 'Katze und Kuh')"
"$wordc" known "$image" x.mo known.po
said=$(paste -sd' ' known.po) status=0
expect "a text that moved keeps its words" 0 ' msgctxt "cat-cow.name" msgid "Cat and cow" msgstr "Katze und Kuh"'
expect "a changed message keeps its words as not sure" 0 \
    '#, fuzzy #\| msgid "Old rest." msgctxt "CUE_REST" msgid "Rest." msgstr "Ruhe."'
expect "a changed text of the catalogue too" 0 '#, fuzzy #\| msgid "Old cue." msgctxt "cat-cow.steps.0.cue" '
grep -q 'ctxt "cat-cow.steps.1.cue' known.po && echo "not so: what is said elsewhere was no older text" && failed=1
"$wordc" template "$image" all.pot
"$msgfmt" --output-file=all.mo all.pot
said=$(cat all.pot)
expect "placeholders are marked for those who check them" 0 '^#, python-brace-format$'
expect "each text stands once, with all its places" 0 '^#: doorway-stretch\.variants\.1\.steps\.0\.cue$'

# -- what the page names --

cat >page.js <<'JS'
say('CUE_REST', 1); const words = "CUE_NEXT"; // 'NO_MESSAGE' is no mistake of say()
h(`CONTEXT_${place}`, 'rest', 'CUE_');
JS
"$wordc" named page.def page.js
said=$(grep -v CONTEXT_ page.def | paste -sd' ') status=0
expect "names in quotes are found, in the order of the messages" 0 ' UH_NAMED\([0-9]+, CUE_NEXT, CUE_NEXT\) UH_NAMED\([0-9]+, CUE_REST, CUE_NEXT\)$'
said=$(grep -c CONTEXT_ page.def) status=0
expect "a name made of pieces stands for all that begin so" 0 '^[1-9][0-9]*$'
rm page.def
printf "\nsay('CUE_RSET')" >page.js
said=$("$wordc" named page.def page.js 2>&1) && status=0 || status=$?
expect "what is said but is no message is named" 1 '^page.js:2: the page has no message CUE_RSET$'
echo "say('CHECK_BAD')" >page.js
said=$("$wordc" named page.def page.js 2>&1) && status=0 || status=$?
expect "nor can the page say what only the programs have" 1 '^page.js:1: the page has no message CHECK_BAD$'
[ ! -e page.def ] || { echo "not so: a mistake leaves no list" && failed=1; }

said=$("$wordc" compile x 2>&1) && status=0 || status=$?
expect "wrong usage is said" 2 '^usage: wordc'
said=$("$wordc" missing "$image" x.po 2>&1) && status=0 || status=$?
expect "what is no .mo file is named" 1 '^x.po: is no \.mo file$'
said=$("$wordc" missing x.mo x.mo 2>&1) && status=0 || status=$?
expect "what is no image is named" 1 '^x.mo: is no catalogue image$'
exit "$failed"
