#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# arrows.sh ROOT: includes go one way (cli, web -> shell -> store, host, catalogue, present -> words -> core; wordc -> core) and a library is
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
forbid src/core '(wordc|words|present|catalogue|store|host|shell|cli|web|wasm)/'
forbid src/wordc '(words|present|catalogue|store|host|shell|cli|web|wasm)/'
forbid src/words '(wordc|present|catalogue|store|host|shell|cli|web|wasm)/'
forbid src/present '(catalogue|store|host|shell|cli|web|wasm)/'
forbid src/catalogue '(store|host|shell|cli|web|wasm)/'
forbid src/store '(catalogue|host|shell|cli|web|wasm)/'
forbid src/host '(catalogue|store|shell|cli|web|daemon|wasm)/'
forbid src/daemon '(catalogue|store|shell|cli|web|present|wasm)/'
forbid 'src/cli src/shell' 'daemon/|host/desktop/'
forbid src/shell '(cli|web|wasm)/'
forbid src/cli '(web|wasm)/'
forbid src/web '(cli|wasm)/'
forbid src/wasm '(catalogue|store|host|shell|cli|web)/'
only src/catalogue 'yaml\.h'
only src/store 'sqlite3\.h'
only 'src/\(store\|web\)' 'jansson\.h'
only src/web 'microhttpd\.h|nettle/'
only src/host/desktop 'systemd/|xcb/|wayland-|sys/inotify\.h|sys/timerfd\.h'
only src/host 'libspeechd\.h|speech-dispatcher/'
exit "$failed"
