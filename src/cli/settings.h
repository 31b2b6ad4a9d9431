/* SPDX-License-Identifier: MIT */
/* settings.h: settings as a person reads, types and changes them. */
#ifndef UNHUNCH_CLI_SETTINGS_H
#define UNHUNCH_CLI_SETTINGS_H

#include "cli/cli.h"
#include "shell/past.h"

/* What a setting is, what it may be, and what it usually is. Returns `buffer`
 * (UH_PAGE_TEXT_MAX bytes). */
const char *uh_setting_help(const uh_page *page, uh_setting setting, char *buffer);

/* All of them, for --help. */
void uh_settings_help_print(const uh_page *page);

/* Complains about a value that was typed. UH_EXIT_USAGE. */
int uh_setting_complain(const uh_cli *cli, uh_setting setting, uh_setting_problem problem,
                        const char *value);

/* "KEY=VALUE" into `settings`, which is a draft: nothing is kept yet. An empty value is the
 * default. UH_EXIT_GO_ON, and which setting; else the exit code after one complaint. */
int uh_setting_read(const uh_cli *cli, const char *word, uh_settings *draft,
                    uh_setting *ret_setting);

/* Keeps a setting as it stands in the draft, and says what is in force now. False after a
 * complaint: it is not kept, and stays what it was. */
bool uh_setting_keep(uh_cli *cli, uh_past *past, const uh_settings *draft, uh_setting setting);

/* One line of it: its value and where that comes from. */
void uh_setting_print(const uh_cli *cli, const uh_past *past, uh_setting setting);

#endif
