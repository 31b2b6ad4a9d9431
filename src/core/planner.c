/* SPDX-License-Identifier: MIT */
#include "core/planner_inside.h"

enum { MINUTE_MS = 60000 };

/* -- what is asked -- */

static uint32_t limit_of(const uh_plan_request *request)
{
    const uint32_t limit_ms = request->minutes * MINUTE_MS;
    return request->micro && limit_ms > UH_PLAN_MICRO_MS ? UH_PLAN_MICRO_MS : limit_ms;
}

static uint32_t most_of(const uh_plan_request *request)
{
    const uint32_t any = request->micro ? 1 : UH_ROUTINE_MAX;
    return request->most > 0 ? request->most : any;
}

/* -- refusals for safety -- */

/* For which rule nothing may be planned, and what then stands at each exercise. */
typedef struct barrier {
    uh_plan_refusal_kind kind;
    uh_plan_code code;
} barrier;

bool uh_day_is_too_sore(const uh_screening *screening, const uh_history *history)
{
    return screening->sore_today || uh_rating_is_too_much(uh_rating_of_day(history));
}

static barrier barrier_of(const uh_planning *of)
{
    if ((of->screening->limits & 1U << UH_LIMIT_EMERGENCY) != 0) {
        return (barrier){UH_PLAN_NO_EMERGENCY, UH_PLAN_OUT_EMERGENCY};
    }
    if ((of->screening->limits & 1U << UH_LIMIT_CLINICIAN_FIRST) != 0) {
        return (barrier){UH_PLAN_NO_CLINICIAN, UH_PLAN_OUT_CLINICIAN};
    }
    if (uh_day_is_too_sore(of->screening, of->history)) {
        return (barrier){UH_PLAN_NO_PAIN, UH_PLAN_OUT_PAIN};
    }
    return (barrier){UH_PLAN_POSSIBLE, UH_PLAN_IN_FITS};
}

static void refuse_all(uh_plan *plan, const barrier *by)
{
    plan->refusal.kind = by->kind;
    for (uint32_t i = 0; i < plan->reason_count; i++) {
        plan->reasons[i] = (uh_plan_reason){.code = by->code};
    }
}

/* -- notes -- */

/* "Sparingly, gently, only as needed" is said of flexible people, not of who has a plan (B:89). */
static bool is_flexible(const uh_planning *of)
{
    return of->person->profile == UH_PROFILE_FLEXIBLE ||
           (of->screening->limits & 1U << UH_LIMIT_GENTLE) != 0;
}

static void add_note(uh_plan *plan, bool applies, uh_plan_note note)
{
    plan->notes |= applies ? 1U << note : 0;
}

static void take_notes(const uh_planning *of, uh_plan *plan)
{
    const uh_history *history = of->history;
    for (uint32_t i = 0; i < plan->routine.count; i++) {
        const uint32_t family =
            uh_catalogue_exercise(of->catalogue, plan->routine.entries[i].exercise)->family;
        plan->enough |= uh_history_is_enough(history, (uh_family)family) ? 1U << family : 0;
    }
    add_note(plan,
             is_flexible(of) && uh_history_sessions(history, UH_WEEK_DAYS) >= UH_PLAN_FLEXIBLE_WEEK,
             UH_PLAN_NOTE_AS_NEEDED);
    add_note(plan, plan->enough != 0, UH_PLAN_NOTE_ENOUGH);
    add_note(plan, uh_history_is_marked(history, 0, UH_MARK_FLARE), UH_PLAN_NOTE_FLARE);
    add_note(plan, uh_history_was_away(history), UH_PLAN_NOTE_AWAY);
}

/* -- the plan -- */

static uh_status answer(const uh_planning *of, uh_plan *plan)
{
    uh_plan_gather(of, plan->reasons);
    const bool found = uh_plan_search(of, &plan->routine);
    if (found) {
        uh_plan_sort(of->catalogue, &plan->routine);
        plan->duration_ms = (uint32_t)uh_timeline_total_ms(of->catalogue, &plan->routine);
        plan->score = uh_plan_score(of->catalogue, of->person, of->history, &plan->routine);
        take_notes(of, plan);
    }
    uh_plan_explain(of, plan);
    if (found) {
        return UH_OK;
    }
    plan->refusal = uh_plan_nearest(plan);
    return plan->refusal.kind == UH_PLAN_NO_MINUTES ? UH_ERR_RANGE : UH_ERR_EMPTY;
}

uh_status uh_plan_make(const uh_catalogue *catalogue, const uh_person *person,
                       const uh_screening *screening, const uh_history *history,
                       const uh_plan_request *request, uh_plan_workspace *workspace,
                       uh_plan *ret_plan)
{
    UH_ASSERT(request->minutes >= 1 && request->minutes <= UH_PLAN_MINUTES_MAX);
    const uh_planning of = {
        .catalogue = catalogue,
        .person = person,
        .screening = screening,
        .history = history,
        .request = request,
        .space = workspace,
        .limit_ms = limit_of(request),
        .most = most_of(request),
        .gentle = uh_is_gentle(person, screening),
    };
    *ret_plan = (uh_plan){.routine = {.context = request->context, .pace = person->pace},
                          .reason_count = uh_catalogue_exercise_count(catalogue)};
    const barrier by = barrier_of(&of);
    if (by.kind != UH_PLAN_POSSIBLE) {
        refuse_all(ret_plan, &by);
        return UH_ERR_REFUSED;
    }
    return answer(&of, ret_plan);
}
