/* SPDX-License-Identifier: MIT */
/* planner_week.c: days ahead: what the past would be if a plan were done. */
#include <string.h>

#include "unhunch/planner.h"

static void copy_key(const uh_catalogue *catalogue, uh_text key, char out[UH_FACT_KEY_SIZE])
{
    const char *text = uh_catalogue_text(catalogue, key);
    const size_t length = strlen(text);
    UH_ASSERT(length < UH_FACT_KEY_SIZE);
    memcpy(out, text, length + 1);
}

/* One side of an entry, all of its sets as one. */
static void pretend_side(const uh_catalogue *catalogue, const uh_routine_entry *entry, uh_side side,
                         uh_history *history)
{
    const uh_exercise *exercise = uh_catalogue_exercise(catalogue, entry->exercise);
    const uh_routine_entry alone = {.exercise = entry->exercise,
                                    .variant = entry->variant,
                                    .dose = entry->dose,
                                    .first_side = side,
                                    .one_side_only = side != UH_SIDE_BOTH};
    const uint32_t repetitions = entry->dose.repetitions * entry->dose.sets;
    const uint32_t hold_ms = uh_entry_hold_ms(catalogue, &alone);
    uh_fact fact = {.kind = UH_FACT_SET};
    fact.is.set = (uh_set_fact){
        .set = 1,
        .side = side,
        .attempt = 1,
        .family = exercise->family,
        .began = {.day = history->today},
        .planned_hold_ms = hold_ms,
        .planned_repetitions = repetitions,
        .actual_hold_ms = hold_ms,
        .actual_repetitions = repetitions,
        .duration_ms = (int64_t)uh_timeline_side_ms(catalogue, entry) * entry->dose.sets,
        .end = UH_ENDED_COMPLETE,
    };
    copy_key(catalogue, exercise->key, fact.is.set.exercise);
    uh_history_take(history, catalogue, &fact);
}

static void pretend_entry(const uh_catalogue *catalogue, const uh_routine_entry *entry,
                          uh_history *history)
{
    pretend_side(catalogue, entry, entry->first_side, history);
    if (entry->first_side != UH_SIDE_BOTH && !entry->one_side_only) {
        const uh_side other = entry->first_side == UH_SIDE_LEFT ? UH_SIDE_RIGHT : UH_SIDE_LEFT;
        pretend_side(catalogue, entry, other, history);
    }
}

void uh_plan_pretend(const uh_catalogue *catalogue, const uh_plan *plan, uh_history *history)
{
    uh_fact fact = {.kind = UH_FACT_SESSION};
    fact.is.session = (uh_session_fact){
        .began = {.day = history->today}, .end = UH_ENDING_COMPLETE, .origin = UH_ORIGIN_PLAN};
    uh_history_take(history, catalogue, &fact);
    for (uint32_t i = 0; i < plan->routine.count; i++) {
        pretend_entry(catalogue, &plan->routine.entries[i], history);
    }
    uh_history_end(history);
}
