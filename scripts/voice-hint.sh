#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Says how to get a voice where there is none.
command -v speech-dispatcher >/dev/null ||
    echo 'No voice on this machine: `make voice` installs one (speech-dispatcher with espeak-ng)'
