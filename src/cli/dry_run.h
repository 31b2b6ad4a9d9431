/* SPDX-License-Identifier: MIT */
/* dry_run.h: the timetable of a session that nobody plays. */
#ifndef UNHUNCH_CLI_DRY_RUN_H
#define UNHUNCH_CLI_DRY_RUN_H

#include "cli/cli.h"

void uh_dry_run_print(const uh_cli *cli, const uh_routine *routine);

/* {duration_ms, events: [{at_ms, kind, exercise, side, set, repetition, text}]} */
void uh_dry_run_print_json(const uh_cli *cli, const uh_routine *routine);

#endif
