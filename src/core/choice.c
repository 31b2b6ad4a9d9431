/* SPDX-License-Identifier: MIT */
#include "unhunch/choice.h"

typedef struct choice_asker {
    const uh_catalogue *catalogue;
    const uh_person *person;
    const uh_screening *screening;
    const uh_day *day;
    uh_context context;
} choice_asker;

/* How long a recipe would take this person here; 0: it does not suit. */
static uint64_t fitting_ms(const choice_asker *asker, uint32_t recipe)
{
    const uh_routine_recipe *stored = uh_catalogue_recipe(asker->catalogue, recipe);
    uh_routine routine;
    uh_verdict verdict;
    if (stored->tour != 0 || stored->context != (uint32_t)asker->context ||
        uh_routine_from_recipe(asker->catalogue, asker->person, asker->screening, recipe,
                               &routine) != UH_OK ||
        uh_routine_admit(asker->catalogue, asker->person, asker->screening, asker->day, &routine,
                         &verdict) != UH_OK) {
        return 0;
    }
    return uh_timeline_total_ms(asker->catalogue, &routine);
}

static uint64_t distance(uint64_t a, uint64_t b)
{
    return a > b ? a - b : b - a;
}

/* Is `ms` better than `best`, which is 0 where there is none yet? */
static bool is_nearer(uint64_t ms, uint64_t best, uint64_t aim)
{
    return best == 0 || distance(ms, aim) < distance(best, aim);
}

uh_status uh_choose_recipe(const uh_catalogue *catalogue, const uh_person *person,
                           const uh_screening *screening, const uh_day *day, uh_context context,
                           uint32_t minutes, uh_choice *ret_choice)
{
    const choice_asker asker = {catalogue, person, screening, day,
                                context == UH_CONTEXT_ANY ? UH_CONTEXT_DESK : context};
    const uint64_t limit_ms = minutes == 0 ? UINT64_MAX : (uint64_t)minutes * 60000;
    const uint64_t aim_ms = minutes == 0 ? UH_CHOICE_USUAL_MS : limit_ms;
    uh_choice best = {0, 0};
    uh_choice shortest = {0, 0};
    for (uint32_t i = 0; i < uh_catalogue_routine_count(catalogue); i++) {
        const uint64_t ms = fitting_ms(&asker, i);
        if (ms == 0) {
            continue;
        }
        if (ms <= limit_ms && is_nearer(ms, best.duration_ms, aim_ms)) {
            best = (uh_choice){i, ms};
        }
        if (shortest.duration_ms == 0 || ms < shortest.duration_ms) {
            shortest = (uh_choice){i, ms};
        }
    }
    if (shortest.duration_ms == 0) {
        return UH_ERR_EMPTY;
    }
    *ret_choice = best.duration_ms > 0 ? best : shortest;
    return best.duration_ms > 0 ? UH_OK : UH_ERR_RANGE;
}
