#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# deps.sh ROOT: scripts/deps.sh on machines made of a few false commands.
set -euo pipefail

deps=$1/scripts/deps.sh
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
failed=0

command_says() { # command_says MACHINE NAME SCRIPT
    printf '#!/bin/bash\n%s\n' "$3" >"$place/$1/$2"
    chmod +x "$place/$1/$2"
}
# machine NAME: a machine with a shell and nothing else
machine() {
    local tool
    mkdir "$place/$1"
    for tool in bash sed cut sort env mktemp rm tail cat; do
        ln -s "$(command -v "$tool")" "$place/$1/$tool"
    done
    command_says "$1" id 'echo 0'
}
# on MACHINE LEVEL: what the script says and how it ends
on() {
    said=$(PATH=$place/$1 bash "$deps" "$2" 2>&1 </dev/null) && status=0 || status=$?
}
expect() { # expect SENTENCE STATUS PATTERN
    if [ "$status" != "$2" ] || ! grep -qE "$3" <<<"$said"; then
        printf 'not so: %s (ended with %s)\n%s\n' "$1" "$status" "$said"
        failed=1
    fi
}

machine debian
command_says debian dpkg-query 'echo "installed libc6-dev"; exit 1'
command_says debian apt-get 'echo "$*" >>'"$place"'/calls'
for tool in gcc make cmake ninja pkg-config msgfmt brotli esbuild clang wasm-ld wasm-opt; do command_says debian $tool ''; done
on debian run
expect "a missing package is named with its reason" 0 'libyaml-dev \(reads the catalogue\)'
expect "only what is missing is named" 0 '^unhunch: missing for `run`:$'
grep -q 'install --no-install-recommends libyaml-dev libsqlite3-dev libjansson-dev libmicrohttpd-dev nettle-dev wasi-libc libclang-rt-dev-wasm32$' "$place/calls" || {
    echo "not so: only the missing packages are installed"
    cat "$place/calls"
    failed=1
}

rm "$place/calls"
command_says debian dpkg-query 'printf "installed libc6-dev\ninstalled libyaml-dev\ninstalled libsqlite3-dev\ninstalled libjansson-dev\ninstalled libmicrohttpd-dev\ninstalled nettle-dev\ninstalled wasi-libc\ninstalled libclang-rt-dev-wasm32\n"'
on debian run
expect "nothing missing is nothing said" 0 '^$'
[ ! -e "$place/calls" ] || {
    echo "not so: nothing missing leaves apt-get alone"
    failed=1
}

command_says debian dpkg-query 'exit 1'
command_says debian apt-get 'echo "no such server"; exit 100'
on debian run
expect "what apt-get said is shown when it fails" 1 'no such server'

command_says debian id 'echo 1000'
on debian run
expect "without root and sudo the command is named" 1 'apt-get install libc6-dev libyaml-dev libsqlite3-dev libjansson-dev libmicrohttpd-dev nettle-dev wasi-libc libclang-rt-dev-wasm32'

machine other
command_says other pkg-config 'exit 1'
on other run
expect "elsewhere the packages are named and it stops" 1 'Debian names'
expect "a library is looked up where pkg-config is" 1 'libyaml-dev'

on debian everything
expect "an unknown level is wrong usage" 2 '^usage'
exit "$failed"
