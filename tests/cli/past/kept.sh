#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# kept.sh COMMAND...: runs it with a home of its own, that is kept from one command of a transcript to the next. In a
# transcript, `at MINUTES unhunch ...` runs so many minutes after noon of Monday, 2026-01-05.
set -uo pipefail

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data XDG_STATE_HOME=$home/state
mkdir -p "$home/data"
at() {
    UNHUNCH_TEST_CLOCK=$((1767614400000 + $1 * 60000)) "${@:2}"
}
export -f at
"$@"
