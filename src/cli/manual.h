/* SPDX-License-Identifier: MIT */
/* manual.h: the parts of the manual that the program writes itself, in scdoc, from the tables that
 * it runs by. */
#ifndef UNHUNCH_CLI_MANUAL_H
#define UNHUNCH_CLI_MANUAL_H

#include "cli/cli.h"

enum {
    UH_MANUAL_NONE,
    UH_MANUAL_COMMANDS,
    UH_MANUAL_FORMATS,
    UH_MANUAL_OWN,
    UH_MANUAL_SETTINGS,
    UH_MANUAL_RECORDS
};

/* "none", "commands", "formats", "own", "settings", "records"; "" beyond. */
const char *uh_manual_name(uint32_t part);
void uh_manual_print(const uh_cli *cli, uint32_t part);

/* -- manual_own.c: the tables of own.h -- */
void uh_manual_write_own(const uh_page *page);

/* Text in which scdoc finds nothing that has a meaning of its own. */
void uh_manual_write_text(uh_out out, const char *text);

/* "## Words" and an empty line. */
void uh_manual_heading(const uh_page *page, uh_message words);

/* -- help.c: how help and manual call things -- */

enum { UH_HELP_TEXT_MAX = 512 };

/* "unhunch show [OPTIONS] NAME" */
void uh_help_write_usage(const uh_page *page, uh_out out, const uh_command *command);
/* "-m, --minutes N" */
void uh_help_write_option(const uh_page *page, uh_out out, const uh_option *option);
/* What the option does, and what it may be, into a buffer of UH_PAGE_TEXT_MAX bytes. */
const char *uh_help_option_text(const uh_page *page, const uh_option *option, char *buffer);

#endif
