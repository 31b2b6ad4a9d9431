/* SPDX-License-Identifier: MIT */
/* first_run.h: what stands before a session: the safety questions where they are due, a visit where
 * one comes first, a day of rest. */
#ifndef UNHUNCH_CLI_SCREEN_FIRST_RUN_H
#define UNHUNCH_CLI_SCREEN_FIRST_RUN_H

#include "cli/cli.h"
#include "shell/past.h"

typedef struct uh_first_run {
    bool
        acknowledge; /* said with --acknowledge: admits one session, and is remembered as no more */
    bool plain;
    bool asked; /* filled in: the questions were answered just now */
} uh_first_run;

/* Earlier versions kept a file that says that the precautions were read. It becomes a fact, and
 * never a screening. */
void uh_first_run_take_over(uh_cli *cli, uh_past *past);

/* May a session begin? UH_EXIT_GO_ON; else the exit code, after saying why not and how to go on.
 * Asks where it can; without a terminal the questions are printed and it is refused. */
int uh_first_run_check(uh_cli *cli, uh_past *past, uh_first_run *how);

#endif
