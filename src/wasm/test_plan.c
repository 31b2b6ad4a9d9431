/* SPDX-License-Identifier: MIT */
/* test_plan.c: the planner for the tests of the module: what was done is told in numbers and in its
 * order, then planned on; days since 1970-01-01. The page tells facts (door_facts.c). */
#include "unhunch/history.h"
#include "wasm/door.h"
#include "wasm/door_inside.h"

static uint32_t open_session; /* its number, which is its name */

UH_DOOR(void, uh_door_history_begin, int32_t today)
{
    uh_history_begin((uh_date){today}, uh_door_the_history());
}

static void name_session(char id[UH_FACT_ID_SIZE])
{
    for (uint32_t i = 0; i < 8; i++) {
        id[i] = (char)('a' + (open_session >> 4 * i & 15));
    }
}

/* The sets that follow belong to it. */
UH_DOOR(void, uh_door_history_session, int32_t date, uint32_t helped)
{
    UH_ASSERT(uh_door_the_catalogue() && helped <= UH_HELPED_WORSE);
    open_session++;
    uh_fact fact = {
        .kind = UH_FACT_SESSION,
        .is.session = {.began = {.day = {date}}, .end = UH_ENDING_COMPLETE, .helped = helped}};
    name_session(fact.is.session.id);
    uh_history_take(uh_door_the_history(), uh_door_the_catalogue(), &fact);
}

/* One side of an entry as it was done; `end` is uh_set_end, `reason` uh_reason. */
UH_DOOR(void, uh_door_history_set, uint32_t entry, uint32_t exercise, uint32_t side,
        uint32_t hold_ms, uint32_t repetitions, uint32_t duration_ms, uint32_t end, uint32_t reason)
{
    UH_ASSERT(entry < UH_ROUTINE_MAX && side <= UH_SIDE_RIGHT && end <= UH_ENDED_INTERRUPTED);
    uh_fact fact = {
        .kind = UH_FACT_SET,
        .is.set = {.entry = entry,
                   .side = side,
                   .family = uh_catalogue_exercise(uh_door_the_catalogue(), exercise)->family,
                   .planned_hold_ms = hold_ms,
                   .actual_hold_ms = hold_ms,
                   .actual_repetitions = repetitions,
                   .duration_ms = duration_ms,
                   .end = end,
                   .reason = reason}};
    const char *key = uh_catalogue_text(
        uh_door_the_catalogue(), uh_catalogue_exercise(uh_door_the_catalogue(), exercise)->key);
    for (uint32_t i = 0; key[i] != '\0' && i + 1 < UH_FACT_KEY_SIZE; i++) {
        fact.is.set.exercise[i] = key[i];
    }
    name_session(fact.is.set.session);
    uh_history_take(uh_door_the_history(), uh_door_the_catalogue(), &fact);
}

/* Pain and stiffness of a day, 0 to 10 or -1. */
UH_DOOR(void, uh_door_history_rating, int32_t date, int32_t pain, int32_t stiffness)
{
    const uh_fact fact = {
        .kind = UH_FACT_RATING,
        .is.rating = {.at = {.day = {date}}, .pain = pain, .stiffness = stiffness}};
    uh_history_take(uh_door_the_history(), uh_door_the_catalogue(), &fact);
}

UH_DOOR(void, uh_door_history_mark, int32_t date, uint32_t mark)
{
    UH_ASSERT(mark <= UH_MARK_STOP);
    const uh_fact fact = {.kind = UH_FACT_MARK, .is.mark = {.at = {.day = {date}}, .mark = mark}};
    uh_history_take(uh_door_the_history(), uh_door_the_catalogue(), &fact);
}

UH_DOOR(void, uh_door_history_end, void)
{
    uh_history_end(uh_door_the_history());
}

/* A status of uh_plan_make(); the plan is then the routine. */
UH_DOOR(int32_t, uh_door_plan, uint32_t context, uint32_t minutes, uint32_t most, uint32_t micro)
{
    static uh_plan_workspace workspace;
    uh_plan *plan = uh_door_the_plan();
    UH_ASSERT(uh_door_the_catalogue() && context < UH_CONTEXT_COUNT);
    const uh_plan_request request = {
        .context = (uh_context)context, .minutes = minutes, .most = most, .micro = micro != 0};
    const uh_status status =
        uh_plan_make(uh_door_the_catalogue(), uh_door_the_person(), uh_door_the_screening(),
                     uh_door_the_history(), &request, &workspace, plan);
    *uh_door_the_routine() = plan->routine;
    return status;
}

UH_DOOR(uint32_t, uh_door_plan_count, void)
{
    return uh_door_the_plan()->routine.count;
}

/* uh_plan_group: in, could be, not for you now, no room today. */
UH_DOOR(uint32_t, uh_door_plan_group, uint32_t exercise)
{
    const uh_plan *plan = uh_door_the_plan();
    UH_ASSERT(exercise < plan->reason_count);
    return uh_plan_group_of(plan->reasons[exercise].code);
}

/* Why it is in or out, in a sentence. */
UH_DOOR(const char *, uh_door_plan_reason, uint32_t exercise)
{
    static char text[2048];
    const uh_plan *plan = uh_door_the_plan();
    UH_ASSERT(exercise < plan->reason_count);
    const uh_phrase phrase = uh_plan_reason_phrase(uh_door_the_catalogue(), plan, exercise);
    (void)uh_words(uh_door_the_language(), uh_door_the_catalogue(), &phrase, text, sizeof text);
    return text;
}
