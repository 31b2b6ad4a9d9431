/* SPDX-License-Identifier: MIT */
#include "unhunch/plan_edit.h"

enum { WORD_BITS = 32, MINUTE_MS = 60000 };

/* -- edits -- */

static bool is_in(const uint32_t *set, uint32_t exercise)
{
    return (set[exercise / WORD_BITS] & 1U << exercise % WORD_BITS) != 0;
}

static void put(uint32_t *set, uint32_t exercise)
{
    UH_ASSERT(exercise < UH_EXERCISES_MAX);
    set[exercise / WORD_BITS] |= 1U << exercise % WORD_BITS;
}

void uh_plan_leave_out(uh_plan_edits *edits, uint32_t exercise)
{
    put(edits->left_out, exercise);
}

void uh_plan_put_in(uh_plan_edits *edits, uint32_t exercise)
{
    put(edits->put_in, exercise);
}

bool uh_plan_is_left_out(const uh_plan_edits *edits, uint32_t exercise)
{
    return is_in(edits->left_out, exercise) && !uh_plan_is_put_in(edits, exercise);
}

bool uh_plan_is_put_in(const uh_plan_edits *edits, uint32_t exercise)
{
    return is_in(edits->put_in, exercise);
}

/* -- the plan -- */

typedef struct editing {
    const uh_catalogue *catalogue;
    const uh_person *person;
    const uh_screening *screening;
    const uh_history *history;
    const uh_plan_request *request;
    const uh_plan_edits *edits;
    uh_plan_workspace *space;
    uh_plan_refused *refused;
    uh_plan *plan; /* also room for the plan of one stretch alone */
    uh_routine wanted;
    uh_plan_reason reasons[UH_EXERCISES_MAX]; /* of what is wanted: as it would be in alone */
} editing;

static uh_status make(editing *at, const uh_person *person, const uh_plan_request *request)
{
    return uh_plan_make(at->catalogue, person, at->screening, at->history, request, at->space,
                        at->plan);
}

static void refuse(editing *at, uint32_t exercise, uh_plan_reason reason, uh_phrase why)
{
    if (at->refused->count < UH_ROUTINE_MAX) {
        at->refused->items[at->refused->count].exercise = exercise;
        at->refused->items[at->refused->count].reason = reason;
        at->refused->items[at->refused->count].why = why;
        at->refused->count++;
    }
}

/* What the gate says of an entry, as a plan says it. */
static uh_plan_reason reason_of(const uh_routine *routine, const uh_objection *objection)
{
    return (uh_plan_reason){.code =
                                objection->kind == UH_OBJECTION_CLASPED_HANDS ? UH_PLAN_OUT_CLASPED
                                : objection->kind == UH_OBJECTION_FAMILY      ? UH_PLAN_OUT_FAMILY
                                                                         : UH_PLAN_OUT_FAMILY_DAY,
                            .other = routine->entries[objection->other].exercise};
}

/* The planner gives form, dose and sides: it is asked for this one, all others being disliked. */
static void want(editing *at, uint32_t exercise)
{
    uh_person only = *at->person;
    for (uint32_t i = 0; i < UH_EXERCISES_MAX / WORD_BITS; i++) {
        only.disliked[i] = UINT32_MAX;
    }
    only.disliked[exercise / WORD_BITS] &= ~(1U << exercise % WORD_BITS);
    const uh_plan_request alone = {
        .context = at->request->context, .minutes = UH_PLAN_MINUTES_MAX, .most = 1};
    if (make(at, &only, &alone) == UH_OK && at->wanted.count < UH_ROUTINE_MAX) {
        at->wanted.entries[at->wanted.count++] = at->plan->routine.entries[0];
        at->reasons[exercise] = at->plan->reasons[exercise];
    } else {
        refuse(at, exercise, at->plan->reasons[exercise],
               uh_plan_reason_phrase(at->catalogue, at->plan, exercise));
    }
}

/* Those that are put in, judged against each other: the first of two that do not go together
 * stays. */
static void want_all(editing *at)
{
    const uint32_t count = uh_catalogue_exercise_count(at->catalogue);
    uh_verdict verdict;
    at->wanted = (uh_routine){.context = at->request->context, .pace = at->person->pace};
    for (uint32_t exercise = 0; exercise < count; exercise++) {
        if (uh_plan_is_put_in(at->edits, exercise)) {
            want(at, exercise);
        }
    }
    if (at->wanted.count == 0) {
        return;
    }
    const uh_routine asked = at->wanted;
    if (uh_routine_trim(at->catalogue, at->person, at->screening, &at->history->done, &at->wanted,
                        &verdict) != UH_OK) {
        at->wanted.count = 0;
    }
    for (uint32_t i = 0; i < verdict.count; i++) {
        const uh_objection *objection = &verdict.objections[i];
        refuse(at, asked.entries[objection->entry].exercise, reason_of(&asked, objection),
               uh_objection_phrase(at->catalogue, &asked, objection));
    }
    uh_plan_sort(at->catalogue, &at->wanted);
}

/* What is left out for this once, and what is in already, is not chosen. */
static uh_status choose_rest(editing *at, uint32_t spent_ms)
{
    uh_person person = *at->person;
    uh_plan_request rest = *at->request;
    const uint32_t spent_minutes = (spent_ms + MINUTE_MS - 1) / MINUTE_MS;
    for (uint32_t i = 0; i < UH_EXERCISES_MAX / WORD_BITS; i++) {
        person.disliked[i] |= at->edits->left_out[i] | at->edits->put_in[i];
    }
    rest.minutes = rest.minutes > spent_minutes ? rest.minutes - spent_minutes : 1;
    if (rest.most > at->wanted.count) {
        rest.most -= at->wanted.count;
    }
    return make(at, &person, &rest);
}

static bool is_full(const editing *at)
{
    const uint32_t most = at->request->micro && at->request->most == 0 ? 1 : at->request->most;
    return most > 0 && at->wanted.count >= most;
}

static bool has_room(const editing *at, uint32_t spent_ms)
{
    return !is_full(at) && !at->request->micro &&
           spent_ms + MINUTE_MS <= at->request->minutes * MINUTE_MS;
}

/* What would have been chosen has no room beside what is wanted. */
static void leave_rest(editing *at)
{
    uh_plan *plan = at->plan;
    for (uint32_t i = 0; i < plan->routine.count; i++) {
        uh_routine alone = plan->routine;
        alone.count = 1;
        alone.entries[0] = plan->routine.entries[i];
        plan->reasons[alone.entries[0].exercise] =
            is_full(at) ? (uh_plan_reason){.code = UH_PLAN_OUT_MOST, .count = at->wanted.count}
                        : (uh_plan_reason){.code = UH_PLAN_OUT_ROOM,
                                           .ms = uh_plan_cost_ms(at->catalogue, &alone)};
    }
    plan->routine.count = 0;
}

/* The wanted ones first, so that the gate objects to the others. */
static uh_status join(editing *at)
{
    uh_routine joined = at->wanted;
    uh_verdict verdict;
    for (uint32_t i = 0; i < at->plan->routine.count; i++) {
        if (joined.count < UH_ROUTINE_MAX) {
            joined.entries[joined.count++] = at->plan->routine.entries[i];
        }
    }
    const uh_routine before = joined;
    const uh_status status = uh_routine_trim(at->catalogue, at->person, at->screening,
                                             &at->history->done, &joined, &verdict);
    if (status != UH_OK) {
        return status;
    }
    for (uint32_t i = 0; i < verdict.count; i++) {
        const uh_objection *objection = &verdict.objections[i];
        at->plan->reasons[before.entries[objection->entry].exercise] =
            reason_of(&before, objection);
    }
    uh_plan_sort(at->catalogue, &joined);
    at->plan->routine = joined;
    return UH_OK;
}

static void tell_refused(editing *at)
{
    for (uint32_t i = 0; i < at->refused->count; i++) {
        at->plan->reasons[at->refused->items[i].exercise] = at->refused->items[i].reason;
    }
}

static void tell_entries(editing *at)
{
    uh_plan *plan = at->plan;
    for (uint32_t i = 0; i < plan->routine.count; i++) {
        const uint32_t exercise = plan->routine.entries[i].exercise;
        if (uh_plan_is_put_in(at->edits, exercise)) {
            plan->reasons[exercise] = at->reasons[exercise];
        }
        plan->reasons[exercise].entry = i;
    }
    plan->refusal = (uh_plan_refusal){.kind = UH_PLAN_POSSIBLE};
    plan->duration_ms = (uint32_t)uh_timeline_total_ms(at->catalogue, &plan->routine);
    plan->score = uh_plan_score(at->catalogue, at->person, at->history, &plan->routine);
}

uh_status uh_plan_make_edited(const uh_catalogue *catalogue, const uh_person *person,
                              const uh_screening *screening, const uh_history *history,
                              const uh_plan_request *request, const uh_plan_edits *edits,
                              uh_plan_workspace *workspace, uh_plan_refused *ret_refused,
                              uh_plan *ret_plan)
{
    editing at = {.catalogue = catalogue,
                  .person = person,
                  .screening = screening,
                  .history = history,
                  .request = request,
                  .edits = edits,
                  .space = workspace,
                  .refused = ret_refused,
                  .plan = ret_plan};
    ret_refused->count = 0;
    want_all(&at);
    if (at.wanted.count == 0) {
        const uh_status status = choose_rest(&at, 0);
        tell_refused(&at);
        return status;
    }
    const uint32_t spent_ms = (uint32_t)uh_timeline_total_ms(catalogue, &at.wanted);
    (void)choose_rest(&at, spent_ms); /* where nothing fits, it has no entries */
    if (!has_room(&at, spent_ms)) {
        leave_rest(&at);
    }
    tell_refused(&at);
    const uh_status joined = join(&at);
    if (joined == UH_OK) {
        tell_entries(&at);
    }
    return joined;
}

/* -- by name -- */

uint32_t uh_named_form(const uh_catalogue *catalogue, const uh_person *person,
                       const uh_screening *screening, const uh_settings *settings,
                       uint32_t equipment, uh_context context, uint32_t exercise)
{
    uh_person careful = *person;
    const uint32_t sturdy = 1U << UH_EQUIPMENT_STURDY_CHAIR;
    if (equipment == 0 && (settings->equipment & sturdy) == 0) {
        careful.equipment &= ~sturdy;
    }
    const uint32_t form =
        uh_exercise_fitting_variant(catalogue, &careful, screening, context, exercise);
    return form > 0 ? form
                    : uh_exercise_fitting_variant(catalogue, person, screening, context, exercise);
}

uh_person uh_named_person(const uh_person *person, uint32_t equipment, bool is_named,
                          bool is_placed)
{
    uh_person named = *person;
    if (equipment != 0) {
        named.equipment = equipment;
    } else if (is_named && !is_placed) {
        named.equipment = (1U << UH_EQUIPMENT_COUNT) - 1;
    }
    return named;
}

/* -- unasked -- */

/* What the answers, a stop or a wish of the person leave out stays out. */
static bool may_be_first(const uh_history *history, const uh_plan *plan, uint32_t exercise)
{
    return uh_plan_group_of(plan->reasons[exercise].code) != UH_PLAN_GROUP_NOT_FOR_YOU &&
           !uh_history_is_returning(history, exercise);
}

/* UH_ERR_REFUSED: nothing of it may be done. */
static uh_status first_routine(const uh_catalogue *catalogue, const uh_person *person,
                               const uh_screening *screening, const uh_settings *settings,
                               const uh_history *history, const uh_plan *plan,
                               uh_routine *ret_routine)
{
    const uh_context context = plan->routine.context;
    uh_routine routine = {.context = context, .pace = person->pace};
    uh_verdict verdict;
    for (uint32_t i = 0; i < UH_FIRST_STRETCHES; i++) {
        uint32_t exercise = 0;
        if (uh_catalogue_find_exercise(catalogue, uh_first_stretch(i), &exercise) != UH_OK ||
            !may_be_first(history, plan, exercise)) {
            continue;
        }
        const uint32_t form =
            uh_named_form(catalogue, person, screening, settings, 0, context, exercise);
        if (uh_routine_add(catalogue, person, screening, exercise, form, UH_LEVEL_START,
                           &routine) != UH_OK) {
            return UH_ERR_REFUSED;
        }
    }
    uh_routine_fit_day(catalogue, person, &history->done, &routine);
    if (routine.count == 0 || uh_routine_trim(catalogue, person, screening, &history->done,
                                              &routine, &verdict) != UH_OK) {
        return UH_ERR_REFUSED;
    }
    *ret_routine = routine;
    return UH_OK;
}

/* What is missing and what is not for this person keeps its reason; the rest comes later. */
static void tell_first(uh_plan *plan)
{
    for (uint32_t i = 0; i < plan->reason_count; i++) {
        const uh_plan_group group = uh_plan_group_of(plan->reasons[i].code);
        if (group == UH_PLAN_GROUP_IN || group == UH_PLAN_GROUP_NO_ROOM) {
            plan->reasons[i] = (uh_plan_reason){.code = UH_PLAN_OUT_NOT_YET};
        }
    }
    for (uint32_t i = 0; i < plan->routine.count; i++) {
        plan->reasons[plan->routine.entries[i].exercise] =
            (uh_plan_reason){.code = UH_PLAN_IN_FIRST, .entry = i};
    }
}

uh_status uh_plan_make_unasked(const uh_catalogue *catalogue, const uh_person *person,
                               const uh_screening *screening, const uh_settings *settings,
                               const uh_history *history, const uh_plan_request *request,
                               uh_plan_workspace *workspace, uh_plan *ret_plan)
{
    uh_routine first;
    const uh_status status =
        uh_plan_make(catalogue, person, screening, history, request, workspace, ret_plan);
    if (status != UH_OK || !uh_history_is_new(history) ||
        first_routine(catalogue, person, screening, settings, history, ret_plan, &first) != UH_OK) {
        return status;
    }
    const uint64_t takes_ms = uh_timeline_total_ms(catalogue, &first);
    if (takes_ms > (uint64_t)request->minutes * MINUTE_MS) {
        return status;
    }
    ret_plan->routine = first;
    ret_plan->first = true;
    ret_plan->duration_ms = (uint32_t)takes_ms;
    ret_plan->score = uh_plan_score(catalogue, person, history, &first);
    ret_plan->wish = UH_WISH_FIRST;
    tell_first(ret_plan);
    return UH_OK;
}
