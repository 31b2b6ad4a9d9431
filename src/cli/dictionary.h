/* SPDX-License-Identifier: MIT */
/* dictionary.h: what each kind of record and each of its fields means, from the table that the
 * database, JSON and CSV are made by. */
#ifndef UNHUNCH_CLI_DICTIONARY_H
#define UNHUNCH_CLI_DICTIONARY_H

#include "cli/cli.h"

/* On stdout. */
void uh_dictionary_print(const uh_cli *cli);

/* As a part of the manual, in scdoc. */
void uh_dictionary_write_manual(const uh_page *page);

#endif
