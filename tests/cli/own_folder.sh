# SPDX-License-Identifier: MIT
# own_folder.sh [FILE...]: sourced in an empty folder. From then on these files of tests/data/own are one's own; without
# names, all of them. What is kept is kept here, too.
mkdir -p unhunch/stretches
(cd "$ROOT/tests/data/own" && cp ${*:-*.yaml} "$OLDPWD/unhunch/stretches")
export XDG_DATA_HOME=$PWD XDG_STATE_HOME=$PWD/state
