/* SPDX-License-Identifier: MIT */
/* plan_json.c: a plan for programs; its sentences stay English. */
#include "unhunch/plan_show.h"

static const char *key_of(const uh_catalogue *catalogue, uint32_t exercise)
{
    return uh_catalogue_text(catalogue, uh_catalogue_exercise(catalogue, exercise)->key);
}

static void sentence(uh_json *json, const uh_catalogue *catalogue, const char *key,
                     uh_phrase phrase)
{
    char text[UH_PAGE_TEXT_MAX];
    (void)uh_words(uh_language_find("en"), catalogue, &phrase, text, sizeof text);
    uh_json_text(json, key, text);
}

static void entry(uh_json *json, const uh_catalogue *catalogue, const uh_routine_entry *of)
{
    const uh_exercise *exercise = uh_catalogue_exercise(catalogue, of->exercise);
    const uh_variant *variant = uh_exercise_variant(catalogue, exercise, of->variant);
    uh_json_object(json, NULL);
    uh_json_text(json, "exercise", uh_catalogue_text(catalogue, exercise->key));
    uh_json_text(json, "variant", uh_catalogue_text(catalogue, variant->key));
    uh_json_object(json, "dose");
    if (of->dose.hold_ms > 0) {
        uh_json_real(json, "hold_s", of->dose.hold_ms / 1000.0, 3);
    } else {
        uh_json_null(json, "hold_s");
    }
    uh_json_number(json, "repetitions", of->dose.repetitions);
    uh_json_number(json, "sets", of->dose.sets);
    uh_json_end_object(json);
    uh_json_text(json, "first_side", uh_side_name(of->first_side));
    uh_json_bool(json, "one_side_only", of->one_side_only);
    uh_json_end_object(json);
}

static void routine(uh_json *json, const uh_catalogue *catalogue, const uh_plan *plan)
{
    uh_json_list(json, "routine");
    for (uint32_t i = 0; i < plan->routine.count; i++) {
        entry(json, catalogue, &plan->routine.entries[i]);
    }
    uh_json_end_list(json);
    uh_json_number(json, "duration_ms", plan->duration_ms);
    uh_json_number(json, "score", plan->score);
}

static void notes(uh_json *json, const uh_plan *plan)
{
    uh_json_list(json, "notes");
    for (uint32_t note = 0; note < UH_PLAN_NOTE_COUNT; note++) {
        if ((plan->notes & 1U << note) != 0) {
            uh_json_text(json, NULL, uh_plan_note_name(note));
        }
    }
    uh_json_end_list(json);
}

static void things(uh_json *json, uint32_t equipment)
{
    uh_json_list(json, "equipment");
    for (uint32_t thing = 0; thing < UH_EQUIPMENT_COUNT; thing++) {
        if ((equipment & 1U << thing) != 0) {
            uh_json_text(json, NULL, uh_equipment_name(thing));
        }
    }
    uh_json_end_list(json);
}

static void refused(uh_json *json, const uh_catalogue *catalogue, const uh_plan *plan)
{
    const uh_plan_refusal *refusal = &plan->refusal;
    if (refusal->kind == UH_PLAN_POSSIBLE) {
        uh_json_null(json, "refused");
        return;
    }
    uh_json_object(json, "refused");
    uh_json_text(json, "reason", uh_plan_refusal_name(refusal->kind));
    if (refusal->kind == UH_PLAN_NO_MINUTES) {
        uh_json_number(json, "minutes", refusal->minutes);
        uh_json_text(json, "exercise", key_of(catalogue, refusal->exercise));
    } else if (refusal->kind == UH_PLAN_NO_EQUIPMENT) {
        things(json, refusal->bits);
        uh_json_text(json, "exercise", key_of(catalogue, refusal->exercise));
    }
    sentence(json, catalogue, "text", uh_plan_refusal_phrase(plan));
    sentence(json, catalogue, "nearest", uh_plan_nearest_phrase(catalogue, plan));
    uh_json_end_object(json);
}

static void explain(uh_json *json, const uh_catalogue *catalogue, const uh_plan *plan)
{
    static const char *const groups[UH_PLAN_GROUP_COUNT] = {
        [UH_PLAN_GROUP_IN] = "in",
        [UH_PLAN_GROUP_COULD_BE] = "could-be",
        [UH_PLAN_GROUP_NOT_FOR_YOU] = "not-for-you",
        [UH_PLAN_GROUP_NO_ROOM] = "no-room",
    };
    uh_json_list(json, "explain");
    for (uint32_t i = 0; i < plan->reason_count; i++) {
        const uh_plan_group group = uh_plan_group_of(plan->reasons[i].code);
        uh_json_object(json, NULL);
        uh_json_text(json, "exercise", key_of(catalogue, i));
        uh_json_bool(json, "in", group == UH_PLAN_GROUP_IN);
        uh_json_text(json, "reason", uh_plan_code_name(plan->reasons[i].code));
        uh_json_text(json, "group", groups[group]);
        sentence(json, catalogue, "text", uh_plan_reason_phrase(catalogue, plan, i));
        uh_json_end_object(json);
    }
    uh_json_end_list(json);
}

void uh_plan_show_json(uh_json *json, const uh_catalogue *catalogue, const uh_plan_request *request,
                       const uh_plan *plan)
{
    uh_json_text(json, "context", uh_context_name(request->context));
    uh_json_number(json, "minutes", request->minutes);
    uh_json_bool(json, "micro", request->micro);
    routine(json, catalogue, plan);
    notes(json, plan);
    refused(json, catalogue, plan);
    explain(json, catalogue, plan);
}

void uh_plan_week_json(uh_json *json, const uh_catalogue *catalogue, uh_date date,
                       const uh_plan_request *request, const uh_plan *plan)
{
    char day[UH_DATE_TEXT_SIZE];
    uh_date_write(date, day);
    uh_json_object(json, NULL);
    uh_json_text(json, "date", day);
    if (plan) {
        uh_json_object(json, "plan");
        uh_plan_show_json(json, catalogue, request, plan);
        uh_json_end_object(json);
    } else {
        uh_json_null(json, "plan");
    }
    uh_json_end_object(json);
}
