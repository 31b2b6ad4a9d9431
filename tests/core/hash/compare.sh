#!/bin/sh
# SPDX-License-Identifier: MIT
# compare.sh PROGRAM SCRIPT GOLDEN: the program plays the script and prints exactly the golden text.
set -eu
"$1" "$2" | diff "$3" -
