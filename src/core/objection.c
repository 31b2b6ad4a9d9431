/* SPDX-License-Identifier: MIT */
#include "unhunch/routine.h"

static const uh_message needs[UH_EQUIPMENT_COUNT] = {
    [UH_EQUIPMENT_CHAIR] = UH_MSG_NEEDS_CHAIR,
    [UH_EQUIPMENT_STURDY_CHAIR] = UH_MSG_NEEDS_STURDY_CHAIR,
    [UH_EQUIPMENT_DOORWAY] = UH_MSG_NEEDS_DOORWAY,
    [UH_EQUIPMENT_FLOOR] = UH_MSG_NEEDS_FLOOR,
    [UH_EQUIPMENT_TOWEL] = UH_MSG_NEEDS_TOWEL,
    [UH_EQUIPMENT_FOAM_ROLLER] = UH_MSG_NEEDS_FOAM_ROLLER,
    [UH_EQUIPMENT_LONG_FOAM_ROLLER] = UH_MSG_NEEDS_LONG_FOAM_ROLLER,
};

static const uh_message limits[UH_LIMIT_COUNT] = {
    [UH_LIMIT_GENTLE] = UH_MSG_LIMIT_GENTLE,
    [UH_LIMIT_NO_NECK] = UH_MSG_LIMIT_NO_NECK,
    [UH_LIMIT_NO_ROLLER] = UH_MSG_LIMIT_NO_ROLLER,
    [UH_LIMIT_NO_SHOULDER_END_RANGE] = UH_MSG_LIMIT_NO_SHOULDER_END_RANGE,
    [UH_LIMIT_NO_KNEELING] = UH_MSG_LIMIT_NO_KNEELING,
    [UH_LIMIT_NO_PRONE_OR_LONG_SUPINE] = UH_MSG_LIMIT_NO_PRONE_OR_LONG_SUPINE,
    [UH_LIMIT_NO_LOADED_FLEXION_TWIST] = UH_MSG_LIMIT_NO_LOADED_FLEXION_TWIST,
    [UH_LIMIT_NO_HEAD_DOWN] = UH_MSG_LIMIT_NO_HEAD_DOWN,
    [UH_LIMIT_NO_NECK_EXTENSION] = UH_MSG_LIMIT_NO_NECK_EXTENSION,
    [UH_LIMIT_CLINICIAN_FIRST] = UH_MSG_LIMIT_CLINICIAN_FIRST,
    [UH_LIMIT_EMERGENCY] = UH_MSG_LIMIT_EMERGENCY,
};

static const uh_message opt_ins[UH_OPT_IN_COUNT] = {
    [UH_OPT_IN_OVERPRESSURE] = UH_MSG_OPT_IN_OVERPRESSURE,
    [UH_OPT_IN_ROLLER] = UH_MSG_OPT_IN_ROLLER,
    [UH_OPT_IN_CHIN_LIFT] = UH_MSG_OPT_IN_CHIN_LIFT,
    [UH_OPT_IN_LONG_HOLD] = UH_MSG_OPT_IN_LONG_HOLD,
};

static const uh_message places[UH_CONTEXT_COUNT] = {
    [UH_CONTEXT_ANY] = UH_MSG_PLACE_ANY,
    [UH_CONTEXT_DESK] = UH_MSG_PLACE_DESK,
    [UH_CONTEXT_FLOOR] = UH_MSG_PLACE_FLOOR,
    [UH_CONTEXT_MORNING] = UH_MSG_PLACE_MORNING,
    [UH_CONTEXT_POST_WORKOUT] = UH_MSG_PLACE_POST_WORKOUT,
    [UH_CONTEXT_BEDTIME] = UH_MSG_PLACE_BEDTIME,
    [UH_CONTEXT_TRAVEL] = UH_MSG_PLACE_TRAVEL,
};

/* The message of the lowest bit of a set that is not empty. */
static uh_message first_of(const uh_message *messages, uint32_t bits)
{
    return messages[__builtin_ctz(bits)];
}

static uh_phrase equipment_phrase(uh_argument name, uint32_t missing)
{
    uh_argument first = uh_message_argument(first_of(needs, missing));
    uint32_t others = missing & (missing - 1);
    if (others == 0) {
        return uh_say2(UH_MSG_OBJECTION_EQUIPMENT, name, first);
    }
    uh_argument second = uh_message_argument(first_of(needs, others));
    return uh_say3(UH_MSG_OBJECTION_EQUIPMENT_TWO, name, first, second);
}

/* Which of the three numbers is too high: hold, repetitions or sets. The objection says only how
 * high it may be, so the one that is above comes first, as in the gate. */
static uh_phrase dose_phrase(uh_argument name, const uh_dose *dose, const uh_dose *bound,
                             const uh_message *messages)
{
    if (dose->hold_ms > bound->hold_ms) {
        return uh_say2(messages[0], uh_seconds(bound->hold_ms), name);
    }
    if (dose->repetitions > bound->repetitions) {
        return uh_say2(messages[1], uh_number(bound->repetitions), name);
    }
    return uh_say2(messages[2], uh_number(bound->sets), name);
}

static uh_phrase ceiling_phrase(uh_argument name, const uh_dose *dose, const uh_variant *variant)
{
    static const uh_message messages[] = {UH_MSG_OBJECTION_CEILING_HOLD,
                                          UH_MSG_OBJECTION_CEILING_REPETITIONS,
                                          UH_MSG_OBJECTION_CEILING_SETS};
    uh_dose bound = uh_dose_ceiling(variant);
    return dose_phrase(name, dose, &bound, messages);
}

static uh_phrase gentle_phrase(uh_argument name, const uh_dose *dose, const uh_variant *variant)
{
    static const uh_message messages[] = {UH_MSG_OBJECTION_GENTLE_HOLD,
                                          UH_MSG_OBJECTION_GENTLE_REPETITIONS,
                                          UH_MSG_OBJECTION_GENTLE_SETS};
    uh_dose bound = uh_dose_at(variant, UH_LEVEL_START);
    return dose_phrase(name, dose, &bound, messages);
}

static uh_argument name_of(const uh_catalogue *catalogue, const uh_routine_entry *entry)
{
    return uh_catalogue_argument(uh_catalogue_exercise(catalogue, entry->exercise)->name);
}

/* Of either name where it felt worse: nobody knows of which stretch it came. */
uh_phrase uh_rests_phrase(const uh_catalogue *catalogue, uint32_t exercise, uint32_t aside)
{
    const uh_argument name =
        uh_catalogue_argument(uh_catalogue_exercise(catalogue, exercise)->name);
    if ((aside & UH_ASIDE_WORSE) != 0) {
        return uh_say1(UH_MSG_RESTS_WORSE, name);
    }
    if ((aside & UH_ASIDE_TWIN) == 0) {
        return uh_say1(UH_MSG_PLAN_OUT_RESTS, name);
    }
    const uint32_t twin = uh_exercise_twin(catalogue, exercise);
    return uh_say2(UH_MSG_PLAN_OUT_RESTS_TWIN, name,
                   uh_catalogue_argument(uh_catalogue_exercise(catalogue, twin)->name));
}

/* Where its twin was stopped, that one is named, and the way to have both back. */
static uh_phrase parked_phrase(const uh_catalogue *catalogue, uint32_t index, bool twin)
{
    const uh_exercise *of = uh_catalogue_exercise(catalogue, index);
    const uh_exercise *stopped =
        twin ? uh_catalogue_exercise(catalogue, uh_exercise_twin(catalogue, index)) : of;
    const uh_argument name = uh_catalogue_argument(of->name);
    const uh_argument other = uh_catalogue_argument(stopped->name);
    const uh_argument key = uh_literal(uh_catalogue_text(catalogue, stopped->key));
    return twin ? uh_say3(UH_PROGRAM_OR_PAGE(UH_MSG_OBJECTION_PARKED_TWIN, UH_MSG_PAGE_PARKED_TWIN),
                          name, other, key)
                : uh_say2(UH_PROGRAM_OR_PAGE(UH_MSG_OBJECTION_PARKED, UH_MSG_PAGE_PARKED), name,
                          key);
}

bool uh_day_rests(const uh_catalogue *catalogue, const uh_day *day, uint32_t exercise,
                  uh_phrase *ret_why)
{
    if (!uh_day_has(day->rests, exercise)) {
        return false;
    }
    *ret_why = uh_rests_phrase(catalogue, exercise, uh_day_aside(day, exercise));
    return true;
}

uh_phrase uh_objection_phrase(const uh_catalogue *catalogue, const uh_routine *routine,
                              const uh_objection *objection)
{
    const uh_routine_entry *entry = &routine->entries[objection->entry];
    const uh_exercise *exercise = uh_catalogue_exercise(catalogue, entry->exercise);
    const uh_variant *variant = uh_exercise_variant(catalogue, exercise, entry->variant);
    uh_argument name = name_of(catalogue, entry);
    uh_argument other = name_of(catalogue, &routine->entries[objection->other]);
    uint32_t missing = objection->missing;
    switch (objection->kind) {
    case UH_OBJECTION_EMERGENCY:
        return uh_say(UH_MSG_OBJECTION_EMERGENCY);
    case UH_OBJECTION_CLINICIAN_FIRST:
        return uh_say(UH_MSG_OBJECTION_CLINICIAN_FIRST);
    case UH_OBJECTION_LIMIT:
        return uh_say2(UH_MSG_OBJECTION_LIMIT, name,
                       uh_message_argument(first_of(limits, missing)));
    case UH_OBJECTION_PARKED:
        return parked_phrase(catalogue, entry->exercise, (missing & UH_ASIDE_TWIN) != 0);
    case UH_OBJECTION_RESTS:
        return uh_rests_phrase(catalogue, entry->exercise, missing);
    case UH_OBJECTION_OPT_IN:
        return uh_say2(UH_MSG_OBJECTION_OPT_IN, name,
                       uh_message_argument(first_of(opt_ins, missing)));
    case UH_OBJECTION_CEILING:
        return ceiling_phrase(name, &entry->dose, variant);
    case UH_OBJECTION_GENTLE:
        return gentle_phrase(name, &entry->dose, variant);
    case UH_OBJECTION_DOSE:
        return uh_say1(UH_MSG_OBJECTION_DOSE, name);
    case UH_OBJECTION_SIDES:
        return uh_say1(UH_MSG_OBJECTION_SIDES, name);
    case UH_OBJECTION_CONTEXT:
        return uh_say2(UH_MSG_OBJECTION_CONTEXT, name,
                       uh_message_argument(places[routine->context]));
    case UH_OBJECTION_EQUIPMENT:
        return equipment_phrase(name, missing);
    case UH_OBJECTION_CLASPED_HANDS:
        return uh_say2(UH_MSG_OBJECTION_CLASPED_HANDS, name, other);
    case UH_OBJECTION_FAMILY:
        return uh_say2(UH_MSG_OBJECTION_FAMILY, name, other);
    case UH_OBJECTION_FAMILY_DAY:
        return uh_say2(UH_MSG_OBJECTION_FAMILY_DAY, name, uh_duration(objection->limit));
    case UH_OBJECTION_EXERCISE_DAY:
        return uh_say2(UH_MSG_OBJECTION_EXERCISE_DAY, uh_number(objection->limit), name);
    }
    __builtin_unreachable();
}
