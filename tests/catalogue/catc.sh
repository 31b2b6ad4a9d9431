#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# catc.sh CATC SOURCE: the real compiler: what it says, how it ends, what it leaves behind.
set -euo pipefail

catc=$1
source=$2
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

# ends STATUS COMMAND...: runs it, keeps its words in out and err
ends() {
    local wanted=$1 status=0
    shift
    "$@" >out 2>err || status=$?
    [ "$status" = "$wanted" ] || { echo "exit $status instead of $wanted: $*" >&2; cat err >&2; exit 1; }
}
fail() {
    echo "$1" >&2
    cat err >&2
    exit 1
}

ends 2 "$catc"
grep -q '^usage: catc' err || fail "no usage"
ends 2 "$catc" --packed a.bin --c a.c

ends 0 "$catc" --schema
cmp out "$source/catalogue/schema.json"

mapfile -t files < <(find "$source/catalogue" -name '*.yaml' | sort -r)
ends 0 "$catc" --packed a.bin --c a.c "${files[@]}"
[ ! -s err ] || fail "words about a good catalogue"
[ "$(head -c 4 a.bin)" = uhcp ] || fail "not packed"
# the C form is the image: u, h, c, a
grep -q '^117,104,99,97,' a.c || fail "not an image"

ends 1 "$catc" --packed b.bin --c b.c "$source/tests/data/bad/three-mistakes.yaml" missing.yaml
grep -q "three-mistakes.yaml:4:12: 'first_run' must be true or false, got 'no'" err || fail "no words about the file"
[ "$(grep -c three-mistakes err)" = 3 ] || fail "not every mistake in one run"
grep -q 'missing.yaml: No such file' err || fail "no words about the missing file"
[ ! -e b.bin ] && [ ! -e b.c ] || fail "files in spite of mistakes"

head -c 300000 /dev/zero | tr '\0' '#' >large.yaml
ends 1 "$catc" --packed b.bin --c b.c large.yaml
grep -q '^large.yaml: the file is larger than' err || fail "no words about the large file"

ends 1 "$catc" --packed /nowhere/b.bin --c b.c "${files[@]}"
grep -q '^/nowhere/b.bin: No such file' err || fail "no words about the folder"
ends 1 "$catc" --packed b.bin --c b.c "$dir"
grep -q 'directory' err || fail "no words about a folder given as a file"
