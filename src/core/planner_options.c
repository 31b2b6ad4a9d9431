/* SPDX-License-Identifier: MIT */
/* planner_options.c: what may be done here and now: forms, doses and sides, each judged by the gate
 * as a routine of its own; and why an exercise has none. */
#include <string.h>

#include "core/planner_inside.h"

enum { WORD_BITS = 32 };

/* Until these went well, at first and after a stop, it is a form of half the way. */
static const struct {
    const char *exercise;
    const char *variant;
} half_ways[] = {
    {"seated-cervical-rotation", "small"},
    {"neck-flexion-extension", "forward-only"},
};

/* One exercise that is looked at. */
typedef struct prospect {
    const uh_planning *of;
    uint32_t index;
    const uh_exercise *exercise;
    uh_side first_side;
    bool one_side;
    uh_plan_reason nearest; /* of the forms that may not be done, the one nearest to it */
    uh_objection_kind nearest_kind;
    bool has_nearest;
    uint32_t contexts; /* of forms that only the place is against */
    uh_routine alone;
} prospect;

static const uh_variant *variant_of(const prospect *at, uint32_t variant)
{
    return uh_exercise_variant(at->of->catalogue, at->exercise, variant);
}

/* -- sides -- */

/* False: all of it is set aside. */
static bool choose_sides(prospect *at)
{
    uh_routine_entry entry = {.exercise = at->index};
    const bool some =
        uh_entry_take_sides(at->of->catalogue, at->of->person, &at->of->history->done, &entry);
    at->first_side = entry.first_side;
    at->one_side = entry.one_side_only;
    return some;
}

static bool is_disliked(const prospect *at)
{
    const uint32_t *set = at->of->person->disliked;
    return (set[at->index / WORD_BITS] & 1U << at->index % WORD_BITS) != 0;
}

/* -- forms -- */

/* Could this form be done here at all, as far as place, things and limits go? */
static bool fits(const prospect *at, const uh_variant *variant)
{
    const uh_planning *of = at->of;
    const uh_context context = of->request->context;
    const uint32_t limits = of->screening->limits | (of->gentle ? 1U << UH_LIMIT_GENTLE : 0);
    return (variant->equipment & ~uh_equipment_at(of->person, context)) == 0 &&
           (context == UH_CONTEXT_ANY || (variant->contexts & 1U << context) != 0) &&
           ((at->exercise->not_for | variant->not_for) & limits) == 0;
}

/* A form that asks for a yes, or that flexible people must not do, adds to the standard form. */
static bool is_stronger(const prospect *at, uint32_t variant)
{
    const uh_variant *form = variant_of(at, variant);
    return variant > 0 && (form->opt_in != 0 || (form->not_for & 1U << UH_LIMIT_GENTLE) != 0);
}

static bool holds_more(const prospect *at, uint32_t variant)
{
    return variant_of(at, variant)->mode == UH_MODE_HOLD && variant_of(at, 0)->mode != UH_MODE_HOLD;
}

/* What comes later, or never for gentle people. */
static bool adds(const prospect *at, uint32_t variant)
{
    const bool usual = uh_history_step(at->of->history, at->index) + 1 == UH_DOSE_STEPS;
    return (is_stronger(at, variant) && !usual) || (at->of->gentle && holds_more(at, variant));
}

/* The form of half the way; UH_VARIANTS_MAX: none, or not here. */
static uint32_t half_way_of(const prospect *at)
{
    const uh_catalogue *catalogue = at->of->catalogue;
    const char *key = uh_catalogue_text(catalogue, at->exercise->key);
    for (uint32_t i = 0; i < UH_COUNT(half_ways); i++) {
        uint32_t variant = 0;
        if (strcmp(key, half_ways[i].exercise) == 0 &&
            uh_catalogue_find_variant(catalogue, at->exercise, half_ways[i].variant, &variant) ==
                UH_OK &&
            fits(at, variant_of(at, variant)) && !adds(at, variant)) {
            return variant;
        }
    }
    return UH_VARIANTS_MAX;
}

/* Is this form for this person by now? The gate knows nothing of it. */
static bool is_in_place(const prospect *at, uint32_t variant, uint32_t half_way)
{
    const bool half = !at->of->history->exercises[at->index].went_well ||
                      uh_history_is_returning(at->of->history, at->index);
    return half && half_way < UH_VARIANTS_MAX ? variant == half_way : !adds(at, variant);
}

/* -- doses -- */

static void put_option(const prospect *at, const uh_routine_entry *entry, uint32_t step)
{
    const uh_planning *of = at->of;
    uh_plan_weight weight;
    uh_plan_weigh(of->catalogue, of->person, of->history, of->request->context, entry, &weight);
    UH_ASSERT(of->space->option_count < UH_PLAN_OPTIONS_MAX);
    of->space->options[of->space->option_count++] = (uh_plan_option){
        .cost_ms = uh_plan_entry_ms(of->catalogue, of->person->pace, entry),
        .work_ms = weight.work_ms,
        .hold_ms = uh_entry_hold_ms(of->catalogue, entry),
        .base = weight.base,
        .exercise = (uint16_t)at->index,
        .variant = (uint8_t)entry->variant,
        .step = (uint8_t)step,
        .family = (uint8_t)at->exercise->family,
        .floor = (uint8_t)uh_plan_floor_bit(variant_of(at, entry->variant)),
        .clasped = uh_exercise_clasps_hands(of->catalogue, at->exercise),
        .first_side = (uint8_t)entry->first_side,
        .one_side = entry->one_side_only,
    };
}

uint32_t uh_plan_stopped_of(const uh_planning *of, uint32_t exercise)
{
    return of->history->exercises[exercise].by_twin ? uh_exercise_twin(of->catalogue, exercise)
                                                    : exercise;
}

static uh_plan_reason reason_of(const prospect *at, const uh_objection *objection)
{
    static const uh_plan_code codes[] = {
        [UH_OBJECTION_EMERGENCY] = UH_PLAN_OUT_EMERGENCY,
        [UH_OBJECTION_CLINICIAN_FIRST] = UH_PLAN_OUT_CLINICIAN,
        [UH_OBJECTION_LIMIT] = UH_PLAN_OUT_LIMIT,
        [UH_OBJECTION_PARKED] = UH_PLAN_OUT_PARKED,
        [UH_OBJECTION_RESTS] = UH_PLAN_OUT_RESTS,
        [UH_OBJECTION_OPT_IN] = UH_PLAN_NEEDS_YES,
        [UH_OBJECTION_CEILING] = UH_PLAN_OUT_DOSE,
        [UH_OBJECTION_GENTLE] = UH_PLAN_OUT_DOSE,
        [UH_OBJECTION_DOSE] = UH_PLAN_OUT_DOSE,
        [UH_OBJECTION_SIDES] = UH_PLAN_OUT_DOSE,
        [UH_OBJECTION_CONTEXT] = UH_PLAN_NEEDS_PLACE,
        [UH_OBJECTION_EQUIPMENT] = UH_PLAN_NEEDS_EQUIPMENT,
        [UH_OBJECTION_CLASPED_HANDS] = UH_PLAN_OUT_CLASPED,
        [UH_OBJECTION_FAMILY] = UH_PLAN_OUT_FAMILY,
        [UH_OBJECTION_FAMILY_DAY] = UH_PLAN_OUT_FAMILY_DAY,
        [UH_OBJECTION_EXERCISE_DAY] = UH_PLAN_OUT_DONE,
    };
    return (uh_plan_reason){
        .code = codes[objection->kind],
        .bits = objection->missing,
        .other = uh_plan_stopped_of(at->of, at->index),
        .count = objection->kind == UH_OBJECTION_EXERCISE_DAY
                     ? at->of->history->done.sessions[at->index]
                     : 0,
    };
}

/* A yes that is missing is of no use where the place or a thing is missing too: these come first,
 * the place before the thing. */
static uh_objection first_to_mend(const prospect *at, uint32_t variant, uh_objection objection)
{
    const uh_variant *form = variant_of(at, variant);
    const uh_context context = at->alone.context;
    const uint32_t things = form->equipment & ~uh_equipment_at(at->of->person, context);
    if (objection.kind != UH_OBJECTION_OPT_IN) {
        return objection;
    }
    if (context != UH_CONTEXT_ANY && (form->contexts & 1U << context) == 0) {
        return (uh_objection){.kind = UH_OBJECTION_CONTEXT};
    }
    return things == 0 ? objection
                       : (uh_objection){.kind = UH_OBJECTION_EQUIPMENT, .missing = things};
}

/* The gate tells the gravest objection of a form; of several forms the mildest one is nearest. */
static void take_objection(prospect *at, uint32_t variant, const uh_objection *told)
{
    const uh_objection mend = first_to_mend(at, variant, *told);
    const uh_objection *objection = &mend;
    const bool nearer = !at->has_nearest || objection->kind > at->nearest_kind ||
                        (objection->kind == at->nearest_kind &&
                         uh_plan_bits(objection->missing) < uh_plan_bits(at->nearest.bits));
    if (nearer) {
        at->nearest = reason_of(at, objection);
        at->nearest_kind = objection->kind;
        at->has_nearest = true;
    }
    if (objection->kind == UH_OBJECTION_CONTEXT) {
        at->contexts |= variant_of(at, variant)->contexts;
    }
}

static bool is_same_dose(const uh_dose *a, const uh_dose *b)
{
    return a->hold_ms == b->hold_ms && a->repetitions == b->repetitions && a->sets == b->sets;
}

/* What the gate refuses at a small dose it refuses at every larger one. */
static void try_doses(prospect *at, uint32_t variant)
{
    const uh_planning *of = at->of;
    const uint32_t most = of->gentle ? 0 : uh_history_step(of->history, at->index);
    uh_routine_entry *entry = &at->alone.entries[0];
    for (uint32_t step = 0; step <= most; step++) {
        const uh_dose dose = uh_dose_step(variant_of(at, variant), step);
        if (step > 0 && is_same_dose(&dose, &entry->dose)) {
            continue;
        }
        *entry = (uh_routine_entry){.exercise = at->index,
                                    .variant = variant,
                                    .dose = dose,
                                    .first_side = at->first_side,
                                    .one_side_only = at->one_side};
        uh_verdict verdict;
        if (uh_routine_admit(of->catalogue, of->person, of->screening, &of->history->done,
                             &at->alone, &verdict) != UH_OK) {
            take_objection(at, variant, &verdict.objections[0]);
            return;
        }
        put_option(at, entry, step);
    }
}

/* -- exercises -- */

static bool is_grave(const prospect *at)
{
    return at->has_nearest && at->nearest_kind <= UH_OBJECTION_LIMIT;
}

static uh_plan_reason look_at(const uh_planning *of, uint32_t exercise)
{
    prospect at = {
        .of = of,
        .index = exercise,
        .exercise = uh_catalogue_exercise(of->catalogue, exercise),
        .alone = {.count = 1, .context = of->request->context},
    };
    const uint32_t before = of->space->option_count;
    const bool whole = choose_sides(&at);
    const uint32_t half_way = half_way_of(&at);
    for (uint32_t variant = 0; variant < at.exercise->variants.count; variant++) {
        if (is_in_place(&at, variant, half_way)) {
            try_doses(&at, variant);
        }
    }
    if (at.nearest.code == UH_PLAN_NEEDS_PLACE) {
        at.nearest.bits = at.contexts;
    }
    if (!whole || is_disliked(&at)) {
        const bool grave = is_grave(&at) && of->space->option_count == before;
        of->space->option_count = before;
        if (!grave) {
            return (uh_plan_reason){.code = whole ? UH_PLAN_OUT_DISLIKED : UH_PLAN_OUT_PARKED,
                                    .other = uh_plan_stopped_of(of, exercise)};
        }
    }
    return at.nearest;
}

void uh_plan_gather(const uh_planning *of, uh_plan_reason *reasons)
{
    of->space->option_count = 0;
    const uint32_t count = uh_catalogue_exercise_count(of->catalogue);
    for (uint32_t i = 0; i < count; i++) {
        reasons[i] = look_at(of, i);
    }
}

uh_routine_entry uh_plan_entry(const uh_catalogue *catalogue, const uh_plan_option *option)
{
    const uh_exercise *exercise = uh_catalogue_exercise(catalogue, option->exercise);
    return (uh_routine_entry){
        .exercise = option->exercise,
        .variant = option->variant,
        .dose =
            uh_dose_step(uh_exercise_variant(catalogue, exercise, option->variant), option->step),
        .first_side = (uh_side)option->first_side,
        .one_side_only = option->one_side != 0,
    };
}
