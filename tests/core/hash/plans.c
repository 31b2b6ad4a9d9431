/* SPDX-License-Identifier: MIT */
/* plans.c: plans for a row of people, places and pasts, all from a seed, and prints a hash of each;
 * plans.mjs does the same through the door. */
#include "core/builtin.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "unhunch/planner.h"

enum { WORLDS = 400, TODAY = 20000, DAYS = 40 };

static uh_catalogue catalogue;
static uh_person person;
static uh_screening screening;
static uh_history history;
static uh_plan_workspace workspace;
static uh_plan plan;
static uint32_t seed = 1;

/* Any language can say this one. */
static uint32_t draw(uint32_t below)
{
    seed = seed * 1664525 + 1013904223;
    return (seed >> 8) % below;
}

static void take_set(const char *session, uint32_t entry)
{
    uh_fact fact = {.kind = UH_FACT_SET};
    uh_set_fact *set = &fact.is.set;
    const uint32_t index = draw(uh_catalogue_exercise_count(&catalogue));
    const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, index);
    (void)snprintf(set->session, sizeof set->session, "%s", session);
    (void)snprintf(set->exercise, sizeof set->exercise, "%s",
                   uh_catalogue_text(&catalogue, exercise->key));
    set->entry = entry;
    set->family = exercise->family;
    set->side = exercise->sides.kind == UH_SIDES_BOTH ? UH_SIDE_BOTH : 1 + draw(2);
    set->planned_hold_ms = set->actual_hold_ms = draw(40) * 1000;
    set->actual_repetitions = draw(10);
    set->duration_ms = 1000 + draw(90000);
    set->end = draw(12) == 0 ? UH_ENDED_STOPPED : UH_ENDED_COMPLETE;
    set->reason = set->end == UH_ENDED_STOPPED ? UH_REASON_PAIN : UH_REASON_NONE;
    uh_history_take(&history, &catalogue, &fact);
}

static void take_day(int32_t day)
{
    char id[UH_FACT_ID_SIZE];
    uh_fact rating = {.kind = UH_FACT_RATING,
                      .is.rating = {.at = {.day = {day}},
                                    .pain = (int32_t)draw(7),
                                    .stiffness = (int32_t)draw(11)}};
    uh_history_take(&history, &catalogue, &rating);
    if (draw(20) == 0) {
        const uh_fact mark = {.kind = UH_FACT_MARK,
                              .is.mark = {.at = {.day = {day}}, .mark = UH_MARK_FLARE}};
        uh_history_take(&history, &catalogue, &mark);
    }
    uh_fact session = {
        .kind = UH_FACT_SESSION,
        .is.session = {.began = {.day = {day}}, .end = UH_ENDING_COMPLETE, .helped = draw(4)}};
    (void)snprintf(id, sizeof id, "%d", day);
    (void)snprintf(session.is.session.id, sizeof session.is.session.id, "%s", id);
    uh_history_take(&history, &catalogue, &session);
    const uint32_t sets = draw(5);
    for (uint32_t i = 0; i < sets; i++) {
        take_set(id, i);
    }
}

static void draw_world(void)
{
    person =
        (uh_person){.profile = (uh_profile)draw(4), .equipment = draw(128), .opt_in = draw(16)};
    person.discreet = draw(4) == 0;
    person.easier_side = (uh_side)draw(3);
    person.stiff_regions = draw(64);
    screening.limits = draw(3) == 0 ? 1U << draw(UH_LIMIT_COUNT) : 0;
    uh_history_begin((uh_date){TODAY}, &history);
    const uint32_t days = draw(DAYS);
    for (uint32_t i = 0; i < days; i++) {
        if (draw(3) > 0) {
            take_day(TODAY - (int32_t)(days - 1 - i));
        }
    }
    uh_history_end(&history);
}

int main(void)
{
    catalogue = builtin_catalogue();
    for (uint32_t i = 0; i < WORLDS; i++) {
        draw_world();
        uh_plan_request request = {.context = (uh_context)draw(UH_CONTEXT_COUNT)};
        request.minutes = 1 + draw(UH_PLAN_MINUTES_MAX);
        request.most = draw(4) == 0 ? 1 + draw(4) : 0;
        request.micro = draw(8) == 0;
        const uh_status status =
            uh_plan_make(&catalogue, &person, &screening, &history, &request, &workspace, &plan);
        (void)printf("%d %u %016" PRIx64 "\n", status, plan.routine.count, uh_plan_hash(0, &plan));
    }
    return 0;
}
