/* SPDX-License-Identifier: MIT */
/* choice.h: which stored routine fits a place, a time and what is there. */
#ifndef UNHUNCH_CHOICE_H
#define UNHUNCH_CHOICE_H

#include "unhunch/timeline.h"

enum { UH_CHOICE_USUAL_MS = 300000 }; /* what is aimed at where nobody says how long */

typedef struct uh_choice {
    uint32_t recipe;
    uint64_t duration_ms;
} uh_choice;

/* Of the routines for `context` (ANY: the desk's) that the gate admits as a whole, the one that
 * comes nearest to `minutes` without going above; with minutes 0 the one nearest to
 * UH_CHOICE_USUAL_MS. Ties go to the first. Tours are never chosen.
 * UH_ERR_EMPTY: none fits; UH_ERR_RANGE: some would, but all take longer, and *ret_choice is the
 * shortest of them. */
UH_MUST_USE uh_status uh_choose_recipe(const uh_catalogue *catalogue, const uh_person *person,
                                       const uh_screening *screening, const uh_day *day,
                                       uh_context context, uint32_t minutes, uh_choice *ret_choice);

#endif
