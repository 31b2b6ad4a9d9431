/* SPDX-License-Identifier: MIT */
#include "unhunch/routine.h"

enum { WORD_BITS = 32 };

/* A number that the design layer leaves open is 0 for a hold and 1 for a count. */
static uint32_t known_or(int32_t number, uint32_t otherwise)
{
    return number == UH_UNKNOWN ? otherwise : (uint32_t)number;
}

uh_dose uh_dose_at(const uh_variant *variant, uh_level level)
{
    const uh_design_range *hold = &variant->dose.hold.design;
    const uh_design_range *repetitions = &variant->dose.repetitions.design;
    const uh_design_range *sets = &variant->dose.sets.design;
    bool start = level == UH_LEVEL_START;
    return (uh_dose){
        .hold_ms = known_or(start ? hold->start : hold->usual, 0),
        .repetitions = known_or(start ? repetitions->start : repetitions->usual, 1),
        .sets = known_or(start ? sets->start : sets->usual, 1),
    };
}

uh_dose uh_dose_ceiling(const uh_variant *variant)
{
    return (uh_dose){
        .hold_ms = known_or(variant->dose.hold.design.ceiling, 0),
        .repetitions = known_or(variant->dose.repetitions.design.ceiling, 1),
        .sets = known_or(variant->dose.sets.design.ceiling, 1),
    };
}

static uint32_t hold_parts(const uh_catalogue *catalogue, const uh_variant *variant)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < variant->parts.count; i++) {
        count += uh_variant_part(catalogue, variant, i)->kind == UH_PART_HOLD;
    }
    return count;
}

bool uh_variant_holds(const uh_catalogue *catalogue, const uh_variant *variant)
{
    return hold_parts(catalogue, variant) > 0;
}

uint32_t uh_entry_hold_ms(const uh_catalogue *catalogue, const uh_routine_entry *entry)
{
    const uh_exercise *exercise = uh_catalogue_exercise(catalogue, entry->exercise);
    const uh_variant *variant = uh_exercise_variant(catalogue, exercise, entry->variant);
    uint32_t sides = exercise->sides.kind == UH_SIDES_BOTH || entry->one_side_only ? 1 : 2;
    return entry->dose.hold_ms * hold_parts(catalogue, variant) * entry->dose.repetitions *
           entry->dose.sets * sides;
}

bool uh_is_gentle(const uh_person *person, const uh_screening *screening)
{
    return person->profile == UH_PROFILE_FLEXIBLE || person->profile == UH_PROFILE_PLAN ||
           (screening->limits & (1U << UH_LIMIT_GENTLE)) != 0;
}

uint32_t uh_equipment_at(const uh_person *person, uh_context context)
{
    /* what the first is, the second is too */
    static const uh_equipment is_also[][2] = {
        {UH_EQUIPMENT_STURDY_CHAIR, UH_EQUIPMENT_CHAIR},
        {UH_EQUIPMENT_LONG_FOAM_ROLLER, UH_EQUIPMENT_FOAM_ROLLER},
    };
    static const uint32_t comes_with[UH_CONTEXT_COUNT] = {
        [UH_CONTEXT_DESK] = 1U << UH_EQUIPMENT_CHAIR,
        [UH_CONTEXT_FLOOR] = 1U << UH_EQUIPMENT_FLOOR,
    };
    uint32_t equipment = person->equipment | comes_with[context];
    for (uint32_t i = 0; i < UH_COUNT(is_also); i++) {
        if (equipment & (1U << is_also[i][0])) {
            equipment |= 1U << is_also[i][1];
        }
    }
    return equipment;
}

static uh_side first_side(const uh_person *person, const uh_exercise *exercise)
{
    if (exercise->sides.kind == UH_SIDES_BOTH) {
        return UH_SIDE_BOTH;
    }
    return person->easier_side == UH_SIDE_RIGHT ? UH_SIDE_RIGHT : UH_SIDE_LEFT;
}

/* -- what the day leaves -- */

bool uh_day_has(const uint32_t *set, uint32_t exercise)
{
    return (set[exercise / WORD_BITS] & 1U << exercise % WORD_BITS) != 0;
}

uint32_t uh_day_aside(const uh_day *day, uint32_t exercise)
{
    return (uh_day_has(day->by_twin, exercise) ? UH_ASIDE_TWIN : 0U) |
           (uh_day_has(day->worse, exercise) ? UH_ASIDE_WORSE : 0U);
}

bool uh_day_parks(const uh_catalogue *catalogue, const uh_day *day, uint32_t exercise, uh_side side)
{
    const bool sided = uh_catalogue_exercise(catalogue, exercise)->sides.kind != UH_SIDES_BOTH;
    if (sided && side == UH_SIDE_BOTH) {
        return uh_day_has(day->parked[UH_SIDE_LEFT], exercise) &&
               uh_day_has(day->parked[UH_SIDE_RIGHT], exercise);
    }
    return uh_day_has(day->parked[side], exercise);
}

bool uh_entry_take_sides(const uh_catalogue *catalogue, const uh_person *person, const uh_day *day,
                         uh_routine_entry *entry)
{
    const uh_exercise *exercise = uh_catalogue_exercise(catalogue, entry->exercise);
    const bool whole = uh_day_parks(catalogue, day, entry->exercise, UH_SIDE_BOTH);
    if (entry->one_side_only) {
        return !whole;
    }
    entry->first_side = first_side(person, exercise);
    if (whole || exercise->sides.kind == UH_SIDES_BOTH) {
        return !whole;
    }
    const bool left = uh_day_parks(catalogue, day, entry->exercise, UH_SIDE_LEFT);
    const bool right = uh_day_parks(catalogue, day, entry->exercise, UH_SIDE_RIGHT);
    entry->one_side_only = left || right;
    if (entry->one_side_only) {
        entry->first_side = left ? UH_SIDE_RIGHT : UH_SIDE_LEFT;
    }
    return true;
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

static void cap_dose(const uh_dose *most, uh_dose *dose)
{
    dose->hold_ms = least(dose->hold_ms, most->hold_ms);
    dose->repetitions = least(dose->repetitions, most->repetitions);
    dose->sets = least(dose->sets, most->sets);
}

void uh_routine_fit_day(const uh_catalogue *catalogue, const uh_person *person, const uh_day *day,
                        uh_routine *routine)
{
    for (uint32_t i = 0; i < routine->count; i++) {
        uh_routine_entry *entry = &routine->entries[i];
        const uh_exercise *exercise = uh_catalogue_exercise(catalogue, entry->exercise);
        (void)uh_entry_take_sides(catalogue, person, day, entry); /* the gate says what is parked */
        if (day->flare || uh_day_has(day->returns, entry->exercise)) {
            const uh_dose start = uh_dose_at(
                uh_exercise_variant(catalogue, exercise, entry->variant), UH_LEVEL_START);
            cap_dose(&start, &entry->dose);
        }
    }
}

/* -- names and recipes -- */

static uh_level level_for(const uh_person *person, const uh_screening *screening, uh_level level)
{
    return uh_is_gentle(person, screening) ? UH_LEVEL_START : level;
}

uh_status uh_routine_add(const uh_catalogue *catalogue, const uh_person *person,
                         const uh_screening *screening, uint32_t exercise, uint32_t variant,
                         uh_level level, uh_routine *routine)
{
    if (exercise >= uh_catalogue_exercise_count(catalogue)) {
        return UH_ERR_RANGE;
    }
    const uh_exercise *what = uh_catalogue_exercise(catalogue, exercise);
    if (variant >= what->variants.count) {
        return UH_ERR_RANGE;
    }
    if (routine->count == UH_ROUTINE_MAX) {
        return UH_ERR_FULL;
    }
    routine->pace = person->pace;
    routine->entries[routine->count++] = (uh_routine_entry){
        .exercise = exercise,
        .variant = variant,
        .dose = uh_dose_at(uh_exercise_variant(catalogue, what, variant),
                           level_for(person, screening, level)),
        .first_side = first_side(person, what),
    };
    return UH_OK;
}

/* A line's own number replaces that of its level; for a gentle person only where it is smaller. */
static void apply_number(int32_t number, bool only_smaller, uint32_t *dose)
{
    if (number != UH_UNKNOWN && (!only_smaller || (uint32_t)number < *dose)) {
        *dose = (uint32_t)number;
    }
}

static uh_status add_line(const uh_catalogue *catalogue, const uh_person *person,
                          const uh_screening *screening, const uh_routine_line *line,
                          uh_routine *routine)
{
    uint32_t exercise = 0;
    uint32_t variant = 0;
    uh_status status = uh_catalogue_find_exercise(
        catalogue, uh_catalogue_text(catalogue, line->exercise), &exercise);
    if (status == UH_OK && line->variant != 0) {
        status = uh_catalogue_find_variant(catalogue, uh_catalogue_exercise(catalogue, exercise),
                                           uh_catalogue_text(catalogue, line->variant), &variant);
    }
    if (status == UH_OK) {
        status = uh_routine_add(catalogue, person, screening, exercise, variant,
                                (uh_level)line->level, routine);
    }
    if (status == UH_OK) {
        bool gentle = uh_is_gentle(person, screening);
        uh_dose *dose = &routine->entries[routine->count - 1].dose;
        apply_number(line->hold, gentle, &dose->hold_ms);
        apply_number(line->repetitions, gentle, &dose->repetitions);
        apply_number(line->sets, gentle, &dose->sets);
    }
    return status;
}

uh_status uh_routine_from_recipe(const uh_catalogue *catalogue, const uh_person *person,
                                 const uh_screening *screening, uint32_t recipe,
                                 uh_routine *ret_routine)
{
    const uh_routine_recipe *what = uh_catalogue_recipe(catalogue, recipe);
    uh_routine routine = {.context = (uh_context)what->context, .tour = what->tour != 0};
    for (uint32_t i = 0; i < what->lines.count; i++) {
        const uh_routine_line *line = uh_catalogue_line(catalogue, what->lines, i);
        uh_status status = add_line(catalogue, person, screening, line, &routine);
        if (status != UH_OK) {
            return status;
        }
    }
    *ret_routine = routine;
    return UH_OK;
}

static bool variant_fits(const uh_person *person, const uh_screening *screening, uh_context context,
                         const uh_exercise *exercise, const uh_variant *variant)
{
    bool gentle = uh_is_gentle(person, screening);
    uint32_t limits = screening->limits | (gentle ? 1U << UH_LIMIT_GENTLE : 0);
    uint32_t opt_in = gentle ? 0 : person->opt_in;
    return (variant->equipment & ~uh_equipment_at(person, context)) == 0 &&
           (context == UH_CONTEXT_ANY || (variant->contexts & (1U << context)) != 0) &&
           (variant->opt_in & ~opt_in) == 0 &&
           ((exercise->not_for | variant->not_for) & limits) == 0;
}

uint32_t uh_exercise_fitting_variant(const uh_catalogue *catalogue, const uh_person *person,
                                     const uh_screening *screening, uh_context context,
                                     uint32_t exercise)
{
    const uh_exercise *what = uh_catalogue_exercise(catalogue, exercise);
    uint32_t first = what->variants.count;
    for (uint32_t i = 0; i < what->variants.count; i++) {
        const uh_variant *variant = uh_exercise_variant(catalogue, what, i);
        if (!variant_fits(person, screening, context, what, variant)) {
            continue;
        }
        if (!person->discreet || variant->discreet) {
            return i;
        }
        first = first < i ? first : i;
    }
    return first < what->variants.count ? first : 0;
}
