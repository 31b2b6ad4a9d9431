#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# arrows.sh ROOT: includes go one way (cli -> store, host, catalogue, present -> words -> core; wordc -> core) and a library is
# included in one room only.
set -euo pipefail
cd "$1"

failed=0
# forbid WHERE PATTERN: no file under WHERE includes PATTERN
forbid() {
    local hits
    hits=$(grep -rnE --include='*.[ch]' "^ *# *include *[<\"]($2)" $1 2>/dev/null) || return 0
    printf 'not for %s:\n%s\n' "$1" "$hits"
    failed=1
}
# only ROOM PATTERN: no file outside ROOM includes PATTERN
only() {
    local hits
    hits=$(grep -rnE --include='*.[ch]' "^ *# *include *[<\"]($2)" include src | grep -v "^$1/") || return 0
    printf 'only for %s:\n%s\n' "$1" "$hits"
    failed=1
}

forbid "include/unhunch src/core src/words src/present" \
    '(stdio|stdlib|time|locale|errno|signal|unistd|fcntl|poll|dlfcn)\.h|sys/'
forbid src/core '(wordc|words|present|catalogue|store|host|cli|wasm)/'
forbid src/wordc '(words|present|catalogue|store|host|cli|wasm)/'
forbid src/words '(wordc|present|catalogue|store|host|cli|wasm)/'
forbid src/present '(catalogue|store|host|cli|wasm)/'
forbid src/catalogue '(store|host|cli|wasm)/'
forbid src/store '(catalogue|host|cli|wasm)/'
forbid src/host '(catalogue|store|cli|wasm)/'
forbid src/wasm '(catalogue|store|host|cli)/'
only src/catalogue 'yaml\.h'
only src/store 'sqlite3\.h|jansson\.h'
only src/host 'libspeechd\.h|speech-dispatcher/'
exit "$failed"
