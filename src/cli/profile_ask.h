/* SPDX-License-Identifier: MIT */
/* profile_ask.h: the settings that matter most, asked one after another, a line each. */
#ifndef UNHUNCH_CLI_PROFILE_ASK_H
#define UNHUNCH_CLI_PROFILE_ASK_H

#include "cli/cli.h"
#include "shell/past.h"

/* Reads answers from stdin: numbers or names, an empty line keeps what is, q or the end of input
 * leaves. What was answered until then is kept, and that is said. */
int uh_profile_ask(uh_cli *cli, uh_past *past);

#endif
