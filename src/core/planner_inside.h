/* SPDX-License-Identifier: MIT */
/* planner_inside.h: what the files of the planner share. */
#ifndef UNHUNCH_CORE_PLANNER_INSIDE_H
#define UNHUNCH_CORE_PLANNER_INSIDE_H

#include "unhunch/planner.h"

/* A question, with what follows from it at once. */
typedef struct uh_planning {
    const uh_catalogue *catalogue;
    const uh_person *person;
    const uh_screening *screening;
    const uh_history *history;
    const uh_plan_request *request;
    uh_plan_workspace *space;
    uint32_t limit_ms;
    uint32_t most; /* stretches; UH_ROUTINE_MAX: any number */
    bool gentle;
} uh_planning;

/* Bits of a set; a built-in would call the compiler's library. */
static inline uint32_t uh_plan_bits(uint32_t set)
{
    uint32_t count = 0;
    for (; set != 0; set &= set - 1) {
        count++;
    }
    return count;
}

/* -- order and time (planner_order.c) -- */

/* The place of a form as a bit; 0: not on the floor. */
uint32_t uh_plan_floor_bit(const uh_variant *variant);

/* The ways to a set of places on the floor, between them and up again; without any, the breath at
 * the end. */
uint32_t uh_plan_places_ms(uh_pace pace, uint32_t floor);

/* The pause between two stretches. */
uint32_t uh_plan_pause_ms(uh_pace pace);

/* An entry with its set-up and the pause before it. */
uint32_t uh_plan_entry_ms(const uh_catalogue *catalogue, uh_pace pace,
                          const uh_routine_entry *entry);

/* -- points (planner_weigh.c) -- */

/* What an entry weighs by itself. */
typedef struct uh_plan_weight {
    int32_t base;
    uint32_t work_ms;               /* a side */
    int32_t by_wish[UH_WISH_COUNT]; /* what `base` is the sum of */
} uh_plan_weight;

void uh_plan_weigh(const uh_catalogue *catalogue, const uh_person *person,
                   const uh_history *history, uh_context context, const uh_routine_entry *entry,
                   uh_plan_weight *ret_weight);

int32_t uh_plan_evidence(uint32_t work_ms);

/* For a set of places on the floor; 0 or negative. */
int32_t uh_plan_floor_points(uint32_t floor);

/* -- what may be done (planner_options.c) -- */

/* Fills space->options in the order of the catalogue, and for each exercise without any the nearest
 * reason. */
void uh_plan_gather(const uh_planning *of, uh_plan_reason *reasons);

/* Which of the two names of a movement was stopped: this one, where it has no twin. */
uint32_t uh_plan_stopped_of(const uh_planning *of, uint32_t exercise);

/* The option as an entry of a routine. */
uh_routine_entry uh_plan_entry(const uh_catalogue *catalogue, const uh_plan_option *option);

/* -- the best of it (planner_search.c) -- */

/* May these two options of one family stand in one plan? */
bool uh_plan_is_pair(const uh_planning *of, const uh_plan_option *a, const uh_plan_option *b);

/* Writes the entries of the best plan, unsorted; false: nothing fits. */
bool uh_plan_search(const uh_planning *of, uh_routine *routine);

/* -- why (planner_reason.c) -- */

/* Completes the reasons, once the routine stands. */
void uh_plan_explain(const uh_planning *of, uh_plan *plan);

/* What would be the nearest possible request, where nothing is. */
uh_plan_refusal uh_plan_nearest(const uh_plan *plan);

#endif
