/* SPDX-License-Identifier: MIT */
/* first_run.h: what must be read before the very first session, and what is remembered of it. */
#ifndef UNHUNCH_CLI_SCREEN_FIRST_RUN_H
#define UNHUNCH_CLI_SCREEN_FIRST_RUN_H

#include "unhunch/person.h"

typedef enum uh_acknowledgement {
    UH_ACKNOWLEDGED_SHOWN, /* read here and answered by key */
    UH_ACKNOWLEDGED_FLAG   /* said with --acknowledge: admits one session, remembered as no more */
} uh_acknowledgement;

/* Were the precautions read and answered here before? A flag never counts. */
bool uh_first_run_is_over(void);

/* Remembers it, with the time. UH_ERR_STATE: see errno; the person will be asked again. */
UH_MUST_USE uh_status uh_first_run_keep(uh_acknowledgement how);

/* What the safety questions allow; every routine is judged by it. Until they can be asked there is
 * no answer, and an empty screening limits nothing: the precautions stand in for it. */
uh_screening uh_first_run_screening(void);

#endif
