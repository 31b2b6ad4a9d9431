#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# deps.sh LEVEL: sees to it that what LEVEL needs is on this machine.
#
# On Debian and Ubuntu the missing packages are installed, and only those. Elsewhere they are named.
# LEVEL is one of: run test check fuzz bench voice figures fresh desk.
set -euo pipefail

level=${1:-}
case $level in
    run | test | check | fuzz | bench | voice | figures | fresh | desk) ;;
    *)
        echo "usage: $0 run|test|check|fuzz|bench|voice|figures|fresh|desk" >&2
        exit 2
        ;;
esac

# levels | package | how to see that it is there | why
# cmd:NAME a command, lib:NAME a pkg-config module, - only the package manager knows
needs() {
    cat <<'TABLE'
run test check fuzz bench voice figures desk|gcc|cmd:gcc|compiles the program
run test check fuzz bench voice figures desk|libc6-dev|-|headers of the C library
run test check fuzz bench voice figures desk|make|cmd:make|this front door
run test check fuzz bench voice figures desk|cmake|cmd:cmake|configures the build
run test check fuzz bench voice figures desk|ninja-build|cmd:ninja|builds
run test check fuzz bench voice figures desk|pkg-config|cmd:pkg-config|finds libraries
run test check fuzz bench voice figures desk|libyaml-dev|lib:yaml-0.1|reads the catalogue
run test check fuzz bench voice figures desk|libsqlite3-dev|lib:sqlite3|keeps the history
run test check fuzz bench voice figures desk|gettext|cmd:msgfmt|compiles the translations
run test check fuzz bench voice figures desk|libjansson-dev|lib:jansson|reads records that are imported
run test check fuzz bench voice figures desk|libmicrohttpd-dev|lib:libmicrohttpd|serves the page
run test check fuzz bench voice figures desk|nettle-dev|lib:nettle|hashes the keys of browsers
run test check fuzz bench voice figures desk|brotli|cmd:brotli|makes the files of the page small
run test check fuzz bench voice figures desk|esbuild|cmd:esbuild|joins the scripts of the page, and its styles
test check|libcmocka-dev|lib:cmocka|runs the tests
run test check fuzz|clang|cmd:clang|builds the WebAssembly module of the page, sanitizers and fuzzers
run test check|lld|cmd:wasm-ld|links the WebAssembly module
run test check|wasi-libc|-|C library of the WebAssembly module
run test check|libclang-rt-dev-wasm32|-|compiler library of the WebAssembly module
run test check|binaryen|cmd:wasm-opt|makes the WebAssembly module smaller
test check figures|nodejs|cmd:node|runs the WebAssembly tests, arranges the figures
test check|npm|cmd:npm|fetches what checks the page
test check|chromium|cmd:chromium|shows the page to the tests
test check|scdoc|cmd:scdoc|writes the man pages
check fuzz|libclang-rt-dev|-|sanitizers and libFuzzer
check|clang-format|cmd:clang-format|checks the layout
check|clang-tidy|cmd:clang-tidy|checks the code
check|gcovr|cmd:gcovr|counts what the tests reach
check fresh|git|cmd:git|lists the files
voice|speech-dispatcher|cmd:speech-dispatcher|speaks the cues
voice|speech-dispatcher-espeak-ng|-|the voice itself
voice|libspeechd-dev|lib:speech-dispatcher|talks to speech-dispatcher
desk test check|libsystemd-dev|lib:libsystemd|one loop, the buses: what notices how long you sit
desk test check|libxcb1-dev|lib:xcb|presence under X11
desk test check|libxcb-sync-dev|lib:xcb-sync|presence under X11
desk test check|libwayland-dev|lib:wayland-client|presence under Wayland
desk test check|libwayland-bin|cmd:wayland-scanner|compiles protocols of Wayland
desk test check|wayland-protocols|lib:wayland-protocols|the protocol of idleness
desk test check|plasma-wayland-protocols|-|the same of KDE
test check|dbus|cmd:dbus-daemon|private buses
test check|python3-dbusmock|-|a login manager and a notification server for tests
test check|python3-gi|-|loops of these
test check|xvfb|cmd:Xvfb|a display that nobody sees
test check|xdotool|cmd:xdotool|a hand at that display
test check|dunst|cmd:dunst|a real notification server
test check|sway|cmd:sway|a real compositor
fresh|debootstrap|cmd:debootstrap|makes a new Debian
fresh|tmux|cmd:tmux|a terminal whose screen can be read
TABLE
}

is_debian() {
    command -v apt-get >/dev/null && command -v dpkg-query >/dev/null
}

# One call for all of them: nothing missing costs some milliseconds.
missing_packages() {
    local installed=$1 levels package probe why
    while IFS='|' read -r levels package probe why; do
        case " $levels " in *" $level "*) ;; *) continue ;; esac
        case $probe in
            cmd:*) command -v "${probe#cmd:}" >/dev/null && continue ;;
            lib:*) is_debian || { pkg-config --exists "${probe#lib:}" 2>/dev/null && continue; } ;;
            -) is_debian || continue ;;
        esac
        case $'\n'"$installed"$'\n' in *$'\n'"$package"$'\n'*) continue ;; esac
        echo "$package|$why"
    done < <(needs)
}

installed=
if is_debian; then
    mapfile -t names < <(needs | cut -d'|' -f2 | sort -u)
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${names[@]}" 2>/dev/null |
        sed -n 's/^installed //p') || true # a name it has never seen is an error to it
fi
missing=$(missing_packages "$installed")
[ -n "$missing" ] || exit 0

mapfile -t packages < <(cut -d'|' -f1 <<<"$missing")
echo "unhunch: missing for \`$level\`:" >&2
sed 's/\([^|]*\)|\(.*\)/    \1 (\2)/' <<<"$missing" >&2

if ! is_debian; then
    echo "unhunch: these are the Debian names; install the same with your package manager, then try again." >&2
    exit 1
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "unhunch: installing needs root and there is no sudo. As root: apt-get install ${packages[*]}" >&2
        exit 1
    elif sudo -n true 2>/dev/null; then
        as_root=(sudo -n)
    elif [ -t 0 ]; then
        as_root=(sudo)
    else
        echo "unhunch: installing needs root. Type: sudo apt-get install ${packages[*]}" >&2
        exit 1
    fi
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 \
        apt-get -o DPkg::Lock::Timeout=300 -y "$@" >>"$log" 2>&1 </dev/null
}
echo "unhunch: installing them" >&2
if ! { apt update && apt install --no-install-recommends "${packages[@]}"; }; then
    tail -n 40 "$log" >&2
    echo "unhunch: the packages could not be installed; above is what apt-get said." >&2
    exit 1
fi
