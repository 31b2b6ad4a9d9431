#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# page-tools.sh: fetches what checks and tests the page (web/package-lock.json), where it is not there yet.
#
# No script of a package is run. The page itself needs none of it.
set -euo pipefail
cd "$(dirname "$0")/../web"

stamp=node_modules/.package-lock.json
if [ -f "$stamp" ] && [ "$stamp" -nt package-lock.json ]; then
    exit 0
fi
npm ci --fetch-retries=5 --ignore-scripts --no-audit --no-fund >/dev/null
touch "$stamp"
