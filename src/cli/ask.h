/* SPDX-License-Identifier: MIT */
/* ask.h: one question in the terminal, answered by one key. */
#ifndef UNHUNCH_CLI_ASK_H
#define UNHUNCH_CLI_ASK_H

#include "cli/cli.h"

/* Says the question on stderr and waits for one of `keys` (lower-case letters). Escape, the end of
 * stdin and a signal answer with the last of them, which is to be the harmless one. stdin is a
 * terminal. */
char uh_ask_key(const uh_cli *cli, uh_phrase question, const char *keys);

/* y, or what stands for yes in the language of the person: uh_ask_key() takes it for y. */
bool uh_ask_is_yes(const uh_cli *cli, char key);

#endif
