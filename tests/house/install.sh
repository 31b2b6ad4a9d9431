#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# install.sh CMAKE BUILD: what `make install` puts where, and that the program runs from there.
set -euo pipefail

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
"$1" --install "$2" --prefix "$place" >/dev/null

failed=0
for file in bin/unhunch share/unhunch/catalogue.bin share/unhunch/schema.json \
    share/doc/unhunch/LICENSE share/bash-completion/completions/unhunch \
    share/zsh/site-functions/_unhunch share/fish/vendor_completions.d/unhunch.fish; do
    [ -s "$place/$file" ] || {
        echo "not installed: $file"
        failed=1
    }
done
# where the page is part of the build
if [ -e "$2/bin/unhunch-web" ]; then
    for file in bin/unhunch-web share/unhunch/web/files.txt share/unhunch/web/index.html \
        share/unhunch/web/catalogue.bin lib/systemd/user/unhunch-web.socket \
        lib/systemd/user/unhunch-web.service; do
        [ -s "$place/$file" ] || {
            echo "not installed: $file"
            failed=1
        }
    done
    if command -v systemd-analyze >/dev/null; then
        # units that are read without a word; the program itself stands elsewhere here
        sed "s|^ExecStart=.*|ExecStart=$place/bin/unhunch-web|" "$place/lib/systemd/user/unhunch-web.service" \
            >"$place/unhunch-web.service"
        cp "$place/lib/systemd/user/unhunch-web.socket" "$place/"
        said=$(systemd-analyze --user verify --man=no "$place"/unhunch-web.s* 2>&1 | grep unhunch-web) || true
        [ -z "$said" ] || {
            echo "systemd says: $said"
            failed=1
        }
    fi
    # the installed page is found from the installed program
    "$place/bin/unhunch" site "$place/site" >/dev/null && [ -s "$place/site/index.html" ] || {
        echo "the installed program does not find the installed page"
        failed=1
    }
fi
if command -v scdoc >/dev/null; then
    for page in man1/unhunch.1 man5/unhunch.5; do
        [ -s "$place/share/man/$page" ] || {
            echo "not installed: $page"
            failed=1
        }
    done
fi
if [ -e "$2/bin/unhunchd" ]; then
    for file in bin/unhunchd lib/systemd/user/unhunchd.service etc/xdg/autostart/unhunchd.desktop; do
        [ -s "$place/$file" ] || {
            echo "not installed: $file"
            failed=1
        }
    done
    grep -q '^ExecStart=/.*/unhunchd$' "$place/lib/systemd/user/unhunchd.service" || {
        echo 'the unit does not say where the program is'
        failed=1
    }
    "$place/bin/unhunchd" --version >/dev/null || failed=1
fi
# the program carries its catalogue: it needs none of the files beside it
"$place/bin/unhunch" list >/dev/null || failed=1
exit "$failed"
