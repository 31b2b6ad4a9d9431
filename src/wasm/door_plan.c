/* SPDX-License-Identifier: MIT */
/* door_plan.c: the plan of today with what the person wants of it, in words; and routines by name.
 * What comes out is the routine that a session plays next. */
#include "unhunch/plan_edit.h"
#include "unhunch/plan_show.h"
#include "wasm/door.h"
#include "wasm/door_inside.h"
#include "wasm/door_today.h"

static uh_plan_request request;
static bool is_asked; /* for anything at all */
static uh_plan_edits edits;
static uh_plan_workspace workspace;
static uh_plan_refused refused;
static uh_phrase left_out[UH_OBJECTIONS_MAX]; /* of a stored routine, and why */
static uint32_t left_out_count;

static const uh_exercise *exercise_at(uint32_t exercise)
{
    const uh_catalogue *catalogue = uh_door_the_catalogue();
    UH_ASSERT(catalogue && exercise < uh_catalogue_exercise_count(catalogue));
    return uh_catalogue_exercise(catalogue, exercise);
}

/* Where somebody is who does not say it, and how long it usually is. */
UH_DOOR(uint32_t, uh_door_usual_context, void)
{
    return uh_settings_context(&uh_door_the_today()->settings);
}

UH_DOOR(uint32_t, uh_door_usual_minutes, void)
{
    return uh_door_the_today()->settings.minutes;
}

/* -- a request, its edits, its plan -- */

/* UH_CONTEXT_COUNT, 0: it is not said. */
UH_DOOR(void, uh_door_plan_request, uint32_t context, uint32_t minutes, uint32_t micro)
{
    UH_ASSERT(context <= UH_CONTEXT_COUNT && minutes <= UH_PLAN_MINUTES_MAX);
    const uh_settings *usual = &uh_door_the_today()->settings;
    is_asked = context < UH_CONTEXT_COUNT || minutes > 0 || micro != 0;
    request = (uh_plan_request){
        .context = context < UH_CONTEXT_COUNT ? (uh_context)context : uh_settings_context(usual),
        .minutes = minutes > 0 ? minutes : usual->minutes,
        .micro = micro != 0,
    };
    edits = (uh_plan_edits){0};
}

UH_DOOR(void, uh_door_plan_leave_out, uint32_t exercise)
{
    (void)exercise_at(exercise);
    is_asked = true;
    uh_plan_leave_out(&edits, exercise);
}

UH_DOOR(void, uh_door_plan_put_in, uint32_t exercise)
{
    (void)exercise_at(exercise);
    is_asked = true;
    uh_plan_put_in(&edits, exercise);
}

/* A status of uh_plan_make_edited(), or of uh_plan_make_unasked() where nothing was asked for; the
 * plan is then the routine. */
UH_DOOR(int32_t, uh_door_plan_make, void)
{
    UH_ASSERT(uh_door_the_catalogue() && request.minutes > 0);
    const uh_today *today = uh_door_the_today();
    const uh_person person = today->person;
    *uh_door_the_person() = person;
    refused.count = 0;
    const uh_status status =
        is_asked ? uh_plan_make_edited(uh_door_the_catalogue(), &person, uh_door_the_screening(),
                                       uh_door_the_history(), &request, &edits, &workspace,
                                       &refused, uh_door_the_plan())
                 : uh_plan_make_unasked(uh_door_the_catalogue(), &person, uh_door_the_screening(),
                                        &today->settings, uh_door_the_history(), &request,
                                        &workspace, uh_door_the_plan());
    *uh_door_the_routine() = uh_door_the_plan()->routine;
    left_out_count = 0;
    return status;
}

/* -- in words -- */

static void write_refusal(uh_json *json, const uh_plan *plan)
{
    if (plan->refusal.kind == UH_PLAN_POSSIBLE) {
        uh_json_null(json, "refused");
        return;
    }
    uh_json_object(json, "refused");
    uh_json_text(json, "reason", uh_plan_refusal_name(plan->refusal.kind));
    uh_door_say(json, "text", uh_plan_refusal_phrase(plan));
    uh_door_say(json, "nearest", uh_plan_nearest_phrase(uh_door_the_catalogue(), plan));
    uh_json_end_object(json);
}

static void write_notes(uh_json *json, const uh_plan *plan)
{
    uh_json_list(json, "notes");
    for (uint32_t note = 0; note < UH_PLAN_NOTE_COUNT; note++) {
        if ((plan->notes & 1U << note) != 0) {
            uh_door_say(json, NULL, uh_plan_note_phrase((uh_plan_note)note));
        }
    }
    uh_json_end_list(json);
}

static void write_reasons(uh_json *json, const uh_plan *plan)
{
    static const char *const groups[UH_PLAN_GROUP_COUNT] = {
        [UH_PLAN_GROUP_IN] = "in",
        [UH_PLAN_GROUP_COULD_BE] = "could-be",
        [UH_PLAN_GROUP_NOT_FOR_YOU] = "not-for-you",
        [UH_PLAN_GROUP_NO_ROOM] = "no-room",
    };
    uh_json_list(json, "stretches");
    for (uint32_t i = 0; i < plan->reason_count; i++) {
        uh_json_object(json, NULL);
        uh_json_number(json, "exercise", i);
        uh_json_text(json, "group", groups[uh_plan_group_of(plan->reasons[i].code)]);
        uh_json_text(json, "reason", uh_plan_code_name(plan->reasons[i].code));
        uh_door_say(json, "text", uh_plan_reason_phrase(uh_door_the_catalogue(), plan, i));
        uh_json_bool(json, "left_out", uh_plan_is_left_out(&edits, i));
        uh_json_end_object(json);
    }
    uh_json_end_list(json);
}

static void write_not_put_in(uh_json *json)
{
    uh_json_list(json, "not_put_in");
    for (uint32_t i = 0; i < refused.count; i++) {
        uh_json_object(json, NULL);
        uh_json_number(json, "exercise", refused.items[i].exercise);
        uh_door_say(json, "text", refused.items[i].why);
        uh_json_end_object(json);
    }
    uh_json_end_list(json);
}

/* {refused {reason, text, nearest}, first, why, notes [], stretches [{exercise, group, reason,
 * text, left_out}], not_put_in [{exercise, text}]}: stretches are all of the catalogue; those that
 * are in are the routine. */
UH_DOOR(const char *, uh_door_plan_words, void)
{
    const uh_plan *plan = uh_door_the_plan();
    uh_json *json = uh_door_json();
    uh_json_object(json, NULL);
    write_refusal(json, plan);
    uh_json_bool(json, "first", plan->first);
    if (plan->refusal.kind == UH_PLAN_POSSIBLE) {
        uh_door_say(json, "why", uh_say(uh_plan_why_message(plan)));
    } else {
        uh_json_null(json, "why");
    }
    write_notes(json, plan);
    write_reasons(json, plan);
    write_not_put_in(json);
    uh_json_end_object(json);
    return uh_door_json_text();
}

/* -- the routine, whatever its origin -- */

static void write_entry(uh_json *json, const uh_routine_entry *entry)
{
    const uh_catalogue *catalogue = uh_door_the_catalogue();
    const uh_exercise *exercise = exercise_at(entry->exercise);
    const uh_variant *variant = uh_exercise_variant(catalogue, exercise, entry->variant);
    char dose[UH_PAGE_TEXT_MAX];
    uh_json_object(json, NULL);
    uh_json_number(json, "exercise", entry->exercise);
    uh_json_text(json, "key", uh_catalogue_text(catalogue, exercise->key));
    uh_door_say_text(json, "name", exercise->name);
    uh_json_number(json, "variant", entry->variant);
    uh_json_text(json, "variant_key", uh_catalogue_text(catalogue, variant->key));
    uh_json_text(json, "dose", uh_plan_render_dose(uh_door_page((uh_out){0}), entry, dose));
    uh_json_number(json, "repetitions", entry->dose.repetitions);
    uh_json_number(json, "sets", entry->dose.sets);
    uh_json_end_object(json);
}

static void write_verdict(uh_json *json)
{
    const uh_verdict *verdict = uh_door_the_verdict();
    uh_json_list(json, "objections");
    for (uint32_t i = 0; i < verdict->count; i++) {
        uh_json_object(json, NULL);
        uh_door_say(json, "text",
                    uh_objection_phrase(uh_door_the_catalogue(), uh_door_the_routine(),
                                        &verdict->objections[i]));
        uh_json_end_object(json);
    }
    uh_json_end_list(json);
}

/* A day that hurts is for breaks and walking; what is graver the gate tells. */
static bool is_too_sore(void)
{
    const uh_screening *screening = uh_door_the_screening();
    const uint32_t graver = 1U << UH_LIMIT_EMERGENCY | 1U << UH_LIMIT_CLINICIAN_FIRST;
    return (screening->limits & graver) == 0 &&
           uh_day_is_too_sore(screening, uh_door_the_history());
}

static void write_sore(uh_json *json)
{
    if (is_too_sore()) {
        uh_door_say(json, "sore", uh_say(UH_MSG_OUTCOME_SORE));
    } else {
        uh_json_null(json, "sore");
    }
}

static void write_left_out(uh_json *json)
{
    uh_json_list(json, "left_out");
    for (uint32_t i = 0; i < left_out_count; i++) {
        uh_door_say(json, NULL, left_out[i]);
    }
    uh_json_end_list(json);
}

/* {duration_ms, admitted, sore, entries [{exercise, key, name, variant, variant_key, dose,
 * repetitions, sets}], objections [{text}], left_out []}: as the gate sees it now; `left_out` of a
 * stored routine is told in words, and `sore` where today is no day to stretch. */
UH_DOOR(const char *, uh_door_routine_words, void)
{
    const uh_routine *routine = uh_door_the_routine();
    const uh_catalogue *catalogue = uh_door_the_catalogue();
    UH_ASSERT(catalogue);
    const uh_status status =
        uh_routine_admit(catalogue, uh_door_the_person(), uh_door_the_screening(),
                         uh_door_the_day(), routine, uh_door_the_verdict());
    uh_json *json = uh_door_json();
    uh_json_object(json, NULL);
    uh_json_number(json, "duration_ms",
                   routine->count > 0 ? (int64_t)uh_timeline_total_ms(catalogue, routine) : 0);
    uh_json_bool(json, "admitted", status == UH_OK && !is_too_sore());
    write_sore(json);
    uh_json_list(json, "entries");
    for (uint32_t i = 0; i < routine->count; i++) {
        write_entry(json, &routine->entries[i]);
    }
    uh_json_end_list(json);
    write_verdict(json);
    write_left_out(json);
    uh_json_end_object(json);
    return uh_door_json_text();
}

/* The entry goes to another place in the order; the others keep theirs. */
UH_DOOR(void, uh_door_routine_move, uint32_t from, uint32_t to)
{
    uh_routine *routine = uh_door_the_routine();
    UH_ASSERT(from < routine->count && to < routine->count);
    const uh_routine_entry moved = routine->entries[from];
    for (uint32_t i = from; i < to; i++) {
        routine->entries[i] = routine->entries[i + 1];
    }
    for (uint32_t i = from; i > to; i--) {
        routine->entries[i] = routine->entries[i - 1];
    }
    routine->entries[to] = moved;
}

/* -- by name -- */

/* An empty routine for stretches that are asked for by name; UH_CONTEXT_COUNT: wherever that is. */
UH_DOOR(void, uh_door_routine_named, uint32_t context)
{
    UH_ASSERT(context <= UH_CONTEXT_COUNT);
    const bool is_placed = context < UH_CONTEXT_COUNT;
    *uh_door_the_person() = uh_named_person(&uh_door_the_today()->person, 0, true, is_placed);
    left_out_count = 0;
    *uh_door_the_routine() =
        (uh_routine){.context = is_placed ? (uh_context)context : UH_CONTEXT_ANY};
}

/* One more, in the form that is meant, at its start dose; fitted to the day. A status. */
UH_DOOR(int32_t, uh_door_routine_name, uint32_t exercise)
{
    const uh_catalogue *catalogue = uh_door_the_catalogue();
    const uh_person *person = uh_door_the_person();
    const uh_screening *screening = uh_door_the_screening();
    uh_routine *routine = uh_door_the_routine();
    (void)exercise_at(exercise);
    const uint32_t form =
        uh_named_form(catalogue, person, screening, &uh_door_the_today()->settings, 0,
                      routine->context, exercise);
    const uh_status status =
        uh_routine_add(catalogue, person, screening, exercise, form, UH_LEVEL_START, routine);
    uh_routine_fit_day(catalogue, person, uh_door_the_day(), routine);
    return status;
}

/* A stored routine as this person may do it today: fitted to the day, without what is objected to.
 * A status of uh_routine_trim(), or of uh_routine_from_recipe(). */
UH_DOOR(int32_t, uh_door_routine_stored, uint32_t recipe)
{
    const uh_catalogue *catalogue = uh_door_the_catalogue();
    uh_routine *routine = uh_door_the_routine();
    UH_ASSERT(catalogue && recipe < uh_catalogue_routine_count(catalogue));
    *uh_door_the_person() = uh_named_person(&uh_door_the_today()->person, 0, true, false);
    const uh_person *person = uh_door_the_person();
    const uh_status status =
        uh_routine_from_recipe(catalogue, person, uh_door_the_screening(), recipe, routine);
    if (status != UH_OK) {
        return status;
    }
    uh_routine_fit_day(catalogue, person, uh_door_the_day(), routine);
    const uh_routine asked = *routine;
    uh_verdict verdict;
    const uh_status trimmed = uh_routine_trim(catalogue, person, uh_door_the_screening(),
                                              uh_door_the_day(), routine, &verdict);
    left_out_count = verdict.count;
    for (uint32_t i = 0; i < verdict.count; i++) {
        left_out[i] = uh_objection_phrase(catalogue, &asked, &verdict.objections[i]);
    }
    return trimmed;
}

/* May the routine be played today, by the answers, by the gate and by how the day is? */
UH_DOOR(uint32_t, uh_door_routine_may_play, void)
{
    return !uh_screening_is_due(&uh_door_the_today()->screening) && !is_too_sore() &&
           uh_routine_admit(uh_door_the_catalogue(), uh_door_the_person(), uh_door_the_screening(),
                            uh_door_the_day(), uh_door_the_routine(),
                            uh_door_the_verdict()) == UH_OK;
}
