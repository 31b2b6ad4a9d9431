#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# fresh-debian.sh: proves on a new Debian 12 (made by debootstrap, nothing added but make, git and
# certificates) what README promises: `make run` and `make test` do all the set-up by themselves.
#
# Needs root. The bare system is kept in build/fresh/base.tar; remove it to make it anew.
set -euo pipefail
cd "$(dirname "$0")/.."

source_dir=$PWD
fresh=$source_dir/build/fresh
root=$fresh/root
suite=bookworm

# What a person sees first, and what comes once none of it applies.
card='none of these'
first_session='stretches to begin with'

if [ "$(id -u)" -ne 0 ]; then
    echo "fresh-debian: making a new Debian needs root" >&2
    exit 1
fi

failed=0
verdict() { # verdict WORD SENTENCE
    printf '%-4s %s\n' "$1" "$2"
    [ "$1" = PASS ] || failed=1
}
check() { # check SENTENCE COMMAND...
    local sentence=$1
    shift
    if "$@"; then verdict PASS "$sentence"; else verdict FAIL "$sentence"; fi
}

# A terminal with a screen that can be read.
terminal() {
    tmux -L "unhunch-fresh-$$" -f /dev/null "$@"
}

leave() {
    local place process
    process=$(page_process)
    [ -z "$process" ] || kill "$process" 2>/dev/null || true
    terminal kill-server 2>/dev/null || true
    for place in dev/pts proc; do
        mountpoint -q "$root/$place" && umount --lazy "$root/$place"
    done
    return 0
}
trap leave EXIT

# The new system asks the servers that this one asks, where this one is a Debian of the same suite.
mirror() {
    apt-get indextargets --format '$(REPO_URI)' "Created-By: Packages" "Codename: $suite" \
        "Component: main" 2>/dev/null | head -n 1
}

make_base() {
    rm -rf --one-file-system "$root"
    echo "Making a new Debian ($suite); this is done once"
    # shellcheck disable=SC2046 # no mirror means no argument
    debootstrap --include=make,git,ca-certificates "$suite" "$root" $(mirror) \
        >"$fresh/debootstrap.log" 2>&1 || {
        tail -n 20 "$fresh/debootstrap.log" >&2
        exit 1
    }
    if [ -n "$(mirror)" ]; then
        rm -f "$root/etc/apt/sources.list"
        cp -r /etc/apt/sources.list* "$root/etc/apt/" 2>/dev/null || true
    fi
    # proxies and the like, and the certificates they need
    grep -lE '^ *Acquire' /etc/apt/apt.conf.d/* /etc/apt/apt.conf 2>/dev/null |
        xargs -r cp -t "$root/etc/apt/apt.conf.d/" || true
    cp /usr/share/keyrings/*.gpg "$root/usr/share/keyrings/" 2>/dev/null || true
    cp /usr/local/share/ca-certificates/*.crt "$root/usr/local/share/ca-certificates/" 2>/dev/null || true
    chroot "$root" update-ca-certificates >>"$fresh/debootstrap.log" 2>&1
    rm -rf "$root"/var/cache/apt/archives/*.deb
    tar -C "$root" -cf "$fresh/base.tar.new" .
    mv "$fresh/base.tar.new" "$fresh/base.tar"
}

unpack_base() {
    leave
    rm -rf --one-file-system "$root"
    mkdir -p "$root"
    tar -C "$root" -xf "$fresh/base.tar"
    cp /etc/resolv.conf /etc/hosts "$root/etc/"
    mount -t proc proc "$root/proc"
    mount -t devpts -o newinstance,ptmxmode=0666,mode=0620,gid=5 devpts "$root/dev/pts"
    rm -f "$root/dev/ptmx"
    ln -s pts/ptmx "$root/dev/ptmx"
    git clone -q "$source_dir" "$root/root/unhunch"
    git -C "$root/root/unhunch" remote remove origin
}

# A login of root with an empty environment: no locale, no cache, only the proxies.
login=(env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=xterm-256color
    ${http_proxy:+"http_proxy=$http_proxy"} ${https_proxy:+"https_proxy=$https_proxy"}
    chroot "$root")
inside() { # inside COMMAND
    "${login[@]}" sh -c "cd /root/unhunch && $1"
}

# `make run` goes on until it is ended: its address is looked at from outside, for the system has no client.
run_without_terminal() {
    local tries=9000 address=
    inside 'exec make run' </dev/null >"$fresh/run.log" 2>&1 &
    running=$!
    while [ "$tries" -gt 0 ] && [ -z "$address" ] && kill -0 "$running" 2>/dev/null; do
        tries=$((tries - 1))
        sleep 0.2
        address=$(grep -o 'http://127.0.0.1:[0-9]*/?token=[0-9a-f]*' "$fresh/run.log") || true
    done
    [ -n "$address" ] && fetch "$address" | grep -q '303 See Other'
}
# fetch ADDRESS: the head of the answer, by bash alone
fetch() {
    local place=${1#http://}
    local host=${place%%/*}
    exec 9<>"/dev/tcp/127.0.0.1/${host#*:}"
    printf 'GET /%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n' "${place#*/}" "$host" >&9
    cat <&9
    exec 9>&-
}
terminal_is_named() {
    grep -q 'unhunch stretch' "$fresh/run.log"
}
# The page's own process: the one of that name that lives in the new system.
page_process() {
    local process
    for process in /proc/[0-9]*; do
        if [ "$(readlink "$process/root")" = "$root" ] && [ "$(cat "$process/comm")" = unhunch-web ]; then
            basename "$process"
        fi
    done 2>/dev/null
}
ends_by_ctrl_c() {
    kill -INT "$(page_process)" && wait "$running"
}

# seen PATTERN SECONDS: the terminal shows PATTERN before the time is over
seen() {
    local tries=$(($2 * 5))
    while [ "$tries" -gt 0 ]; do
        terminal capture-pane -p >"$fresh/screen.log"
        grep -qE "$1" "$fresh/screen.log" && return 0
        tries=$((tries - 1))
        sleep 0.2
    done
    return 1
}
run_in_terminal() {
    terminal new-session -d -x 100 -y 40 "${login[@]}" sh -c 'cd /root/unhunch && make terminal; read end'
    seen "$card" 60 || return 1
    for _ in emergency health; do
        terminal send-keys Enter
        if seen "$first_session" 3; then return 0; fi
    done
    return 1
}

run_tests() {
    inside 'make test' </dev/null >"$fresh/test.log" 2>&1
}

mkdir -p "$fresh"
[ -f "$fresh/base.tar" ] || make_base
unpack_base

begin=$SECONDS
check "\`make run\` prints an address, and the page is there" run_without_terminal
echo "     (with packages and build: $((SECONDS - begin)) s)"
check "without a browser it names the terminal" terminal_is_named
check "and it ends cleanly" ends_by_ctrl_c
check "\`make terminal\` reaches the first session, a key a card" run_in_terminal
begin=$SECONDS
check "\`make test\` passes" run_tests
echo "     (with packages and build: $((SECONDS - begin)) s)"
grep -E 'tests passed|tests failed' "$fresh/test.log" || true
[ "$failed" = 0 ] || echo "The logs are in ${fresh#"$source_dir"/}"
exit "$failed"
