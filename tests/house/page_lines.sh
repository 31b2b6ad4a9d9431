#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The page is served without its lines of comment (cmake/UhPageFile.cmake): so no text of it may span lines.
set -euo pipefail
cd "$(dirname "$0")/../.."

# a line with an odd number of backquotes begins or ends a text that goes on
spanning=$(awk -F'`' 'NF && NF % 2 == 0 { print FILENAME ":" FNR ": " $0 }' web/*.js)
if [ -n "$spanning" ]; then
    echo "these texts span lines:"
    head <<<"$spanning"
    exit 1
fi
