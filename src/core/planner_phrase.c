/* SPDX-License-Identifier: MIT */
/* planner_phrase.c: a plan in words and in names. */
#include "unhunch/planner.h"

enum { MINUTE_MS = 60000 };

typedef struct code_row {
    const char *name;
    uh_plan_group group;
    uh_message message; /* with the name alone, or with what phrase_of() adds */
} code_row;

static const code_row codes[UH_PLAN_CODE_COUNT] = {
    [UH_PLAN_IN_FIRST] = {"first", UH_PLAN_GROUP_IN, UH_MSG_PLAN_IN_FIRST},
    [UH_PLAN_IN_STIFF] = {"stiff", UH_PLAN_GROUP_IN, UH_MSG_PLAN_IN_STIFF},
    [UH_PLAN_IN_DISCREET] = {"discreet", UH_PLAN_GROUP_IN, UH_MSG_PLAN_IN_DISCREET},
    [UH_PLAN_IN_LATELY] = {"lately", UH_PLAN_GROUP_IN, UH_MSG_PLAN_IN_LATELY},
    [UH_PLAN_IN_HELPED] = {"helped", UH_PLAN_GROUP_IN, UH_MSG_PLAN_IN_HELPED},
    [UH_PLAN_IN_LIKED] = {"liked", UH_PLAN_GROUP_IN, UH_MSG_PLAN_IN_LIKED},
    [UH_PLAN_IN_FITS] = {"fits", UH_PLAN_GROUP_IN, UH_MSG_PLAN_IN_FITS},
    [UH_PLAN_IN_RETURN] = {"returning", UH_PLAN_GROUP_IN, UH_MSG_RETURN_PAIN},
    [UH_PLAN_NEEDS_EQUIPMENT] = {"needs-equipment", UH_PLAN_GROUP_COULD_BE, UH_MSG_PLAN_NEEDS},
    [UH_PLAN_NEEDS_YES] = {"needs-yes", UH_PLAN_GROUP_COULD_BE, UH_MSG_PLAN_NEEDS_YES},
    [UH_PLAN_NEEDS_PLACE] = {"needs-place", UH_PLAN_GROUP_COULD_BE, UH_MSG_PLAN_NEEDS_PLACE},
    [UH_PLAN_OUT_EMERGENCY] = {"emergency", UH_PLAN_GROUP_NOT_FOR_YOU, UH_MSG_OBJECTION_EMERGENCY},
    [UH_PLAN_OUT_CLINICIAN] = {"clinician-first", UH_PLAN_GROUP_NOT_FOR_YOU,
                               UH_MSG_OBJECTION_CLINICIAN_FIRST},
    [UH_PLAN_OUT_PAIN] = {"pain-today", UH_PLAN_GROUP_NOT_FOR_YOU, UH_MSG_PLAN_OUT_PAIN},
    [UH_PLAN_OUT_LIMIT] = {"limit", UH_PLAN_GROUP_NOT_FOR_YOU, UH_MSG_OBJECTION_LIMIT},
    [UH_PLAN_OUT_PARKED] = {"parked", UH_PLAN_GROUP_NOT_FOR_YOU,
                            UH_PROGRAM_OR_PAGE(UH_MSG_PLAN_OUT_PARKED, UH_MSG_PAGE_PARKED)},
    [UH_PLAN_OUT_RESTS] = {"rests-today", UH_PLAN_GROUP_NOT_FOR_YOU, UH_MSG_PLAN_OUT_RESTS},
    [UH_PLAN_OUT_DISLIKED] = {"disliked", UH_PLAN_GROUP_NOT_FOR_YOU, UH_MSG_PLAN_OUT_DISLIKED},
    [UH_PLAN_OUT_DOSE] = {"no-dose", UH_PLAN_GROUP_NOT_FOR_YOU, UH_MSG_OBJECTION_DOSE},
    [UH_PLAN_OUT_DONE] = {"done-today", UH_PLAN_GROUP_NO_ROOM, UH_MSG_PLAN_OUT_DONE},
    [UH_PLAN_OUT_FAMILY_DAY] = {"family-today", UH_PLAN_GROUP_NO_ROOM, UH_MSG_OBJECTION_FAMILY_DAY},
    [UH_PLAN_OUT_LONG] = {"too-long", UH_PLAN_GROUP_NO_ROOM, UH_MSG_PLAN_OUT_LONG},
    [UH_PLAN_OUT_CLASPED] = {"same-in-two-forms", UH_PLAN_GROUP_NO_ROOM,
                             UH_MSG_OBJECTION_CLASPED_HANDS},
    [UH_PLAN_OUT_FAMILY] = {"two-of-family", UH_PLAN_GROUP_NO_ROOM, UH_MSG_PLAN_OUT_FAMILY},
    [UH_PLAN_OUT_BETTER] = {"better-of-family", UH_PLAN_GROUP_NO_ROOM, UH_MSG_PLAN_OUT_BETTER},
    [UH_PLAN_OUT_MOST] = {"no-more", UH_PLAN_GROUP_NO_ROOM, UH_MSG_PLAN_OUT_MOST},
    [UH_PLAN_OUT_ROOM] = {"no-room", UH_PLAN_GROUP_NO_ROOM, UH_MSG_PLAN_OUT_ROOM},
    [UH_PLAN_OUT_FLOOR] = {"not-worth-the-floor", UH_PLAN_GROUP_NO_ROOM, UH_MSG_PLAN_OUT_FLOOR},
    [UH_PLAN_OUT_NOT_YET] = {"not-yet", UH_PLAN_GROUP_NO_ROOM, UH_MSG_PLAN_OUT_NOT_YET},
};

const char *uh_plan_code_name(uint32_t code)
{
    return code < UH_PLAN_CODE_COUNT ? codes[code].name : "";
}

uh_plan_group uh_plan_group_of(uh_plan_code code)
{
    return codes[code].group;
}

const char *uh_plan_refusal_name(uint32_t kind)
{
    static const char *const names[UH_PLAN_REFUSAL_COUNT] = {
        [UH_PLAN_POSSIBLE] = "possible",
        [UH_PLAN_NO_EMERGENCY] = "emergency",
        [UH_PLAN_NO_CLINICIAN] = "clinician-first",
        [UH_PLAN_NO_PAIN] = "pain-today",
        [UH_PLAN_NO_MINUTES] = "minutes",
        [UH_PLAN_NO_EQUIPMENT] = "equipment",
        [UH_PLAN_NO_YES] = "yes",
        [UH_PLAN_NO_PLACE] = "place",
        [UH_PLAN_NO_TODAY] = "done-today",
        [UH_PLAN_NO_CHOICE] = "nothing-left",
    };
    return kind < UH_PLAN_REFUSAL_COUNT ? names[kind] : "";
}

const char *uh_plan_note_name(uint32_t note)
{
    static const char *const names[UH_PLAN_NOTE_COUNT] = {
        [UH_PLAN_NOTE_AS_NEEDED] = "as-needed",
        [UH_PLAN_NOTE_ENOUGH] = "enough",
        [UH_PLAN_NOTE_FLARE] = "flare",
        [UH_PLAN_NOTE_AWAY] = "away",
    };
    return note < UH_PLAN_NOTE_COUNT ? names[note] : "";
}

/* -- reasons -- */

static uh_argument name_of(const uh_catalogue *catalogue, uint32_t exercise)
{
    return uh_catalogue_argument(uh_catalogue_exercise(catalogue, exercise)->name);
}

/* The word of the lowest bit of a set that is not empty. */
static uh_argument first_of(uh_message first, uint32_t bits)
{
    return uh_message_argument((uh_message)((uint32_t)first + (uint32_t)__builtin_ctz(bits)));
}

static uh_phrase needs_phrase(uh_argument name, uint32_t missing)
{
    const uint32_t others = missing & (missing - 1);
    const uh_argument first = first_of(UH_MSG_NEEDS_CHAIR, missing);
    return others == 0
               ? uh_say2(UH_MSG_PLAN_NEEDS, name, first)
               : uh_say3(UH_MSG_PLAN_NEEDS_TWO, name, first, first_of(UH_MSG_NEEDS_CHAIR, others));
}

/* By what it comes back from (return_reason of history.h). */
static uh_phrase return_phrase(const uh_catalogue *catalogue, uint32_t exercise, uint32_t stopped,
                               uint32_t reason)
{
    static const uh_message messages[] = {
        [UH_REASON_NONE] = UH_MSG_RETURN_AGAIN,
        [UH_REASON_PAIN] = UH_MSG_RETURN_PAIN,
        [UH_REASON_NERVE] = UH_MSG_RETURN_NERVE,
        [UH_REASON_DIZZY] = UH_MSG_RETURN_DIZZY,
    };
    if (reason == UH_RETURN_WORSE) { /* of either name: nobody knows of which stretch it came */
        return uh_say1(UH_MSG_RETURN_WORSE, name_of(catalogue, exercise));
    }
    if (stopped != exercise) {
        return uh_say2(UH_MSG_RETURN_TWIN, name_of(catalogue, exercise),
                       name_of(catalogue, stopped));
    }
    UH_ASSERT(reason < UH_COUNT(messages));
    return uh_say1(messages[reason], name_of(catalogue, exercise));
}

uh_phrase uh_return_phrase(const uh_catalogue *catalogue, const uh_history *history,
                           uint32_t exercise)
{
    const uh_exercise_past *past = &history->exercises[exercise];
    const uint32_t stopped = past->by_twin ? uh_exercise_twin(catalogue, exercise) : exercise;
    return return_phrase(catalogue, exercise, stopped, past->return_reason);
}

/* What to type to have it back stands with what is set aside. */
static uh_phrase parked_phrase(const uh_catalogue *catalogue, uint32_t exercise, uint32_t stopped)
{
    const uh_argument name = name_of(catalogue, exercise);
    const uh_argument key =
        uh_literal(uh_catalogue_text(catalogue, uh_catalogue_exercise(catalogue, stopped)->key));
    return stopped != exercise
               ? uh_say3(UH_PROGRAM_OR_PAGE(UH_MSG_PLAN_OUT_PARKED_TWIN, UH_MSG_PAGE_PARKED_TWIN),
                         name, name_of(catalogue, stopped), key)
               : uh_say2(UH_PROGRAM_OR_PAGE(UH_MSG_PLAN_OUT_PARKED, UH_MSG_PAGE_PARKED), name, key);
}

uh_phrase uh_plan_reason_phrase(const uh_catalogue *catalogue, const uh_plan *plan,
                                uint32_t exercise)
{
    UH_ASSERT(exercise < plan->reason_count);
    const uh_plan_reason *reason = &plan->reasons[exercise];
    const uh_argument name = name_of(catalogue, exercise);
    const uh_message message = codes[reason->code].message;
    switch (reason->code) {
    case UH_PLAN_IN_FIRST:
    case UH_PLAN_IN_DISCREET:
    case UH_PLAN_IN_LIKED:
    case UH_PLAN_IN_FITS:
    case UH_PLAN_OUT_DISLIKED:
    case UH_PLAN_OUT_DOSE:
    case UH_PLAN_OUT_FLOOR:
    case UH_PLAN_OUT_NOT_YET:
        return uh_say1(message, name);
    case UH_PLAN_IN_RETURN:
        return return_phrase(catalogue, exercise, reason->other, reason->count);
    case UH_PLAN_OUT_PARKED:
        return parked_phrase(catalogue, exercise, reason->other);
    case UH_PLAN_OUT_RESTS:
        return uh_rests_phrase(catalogue, exercise, reason->bits);
    case UH_PLAN_OUT_EMERGENCY:
    case UH_PLAN_OUT_CLINICIAN:
        return uh_say(message);
    case UH_PLAN_IN_STIFF:
        return uh_say2(message, name, first_of(UH_MSG_REGION_THORACIC, reason->bits));
    case UH_PLAN_IN_LATELY:
        return reason->count == 0 ? uh_say1(UH_MSG_PLAN_IN_NEVER, name)
                                  : uh_say2(message, uh_number(reason->count), name);
    case UH_PLAN_IN_HELPED:
        return uh_say3(message, uh_number(reason->of), name, uh_number(reason->count));
    case UH_PLAN_NEEDS_EQUIPMENT:
        return needs_phrase(name, reason->bits);
    case UH_PLAN_NEEDS_YES:
        return uh_say2(message, name, first_of(UH_MSG_OPT_IN_OVERPRESSURE, reason->bits));
    case UH_PLAN_NEEDS_PLACE:
        return uh_say2(message, name, first_of(UH_MSG_CONTEXT_ANY, reason->bits));
    case UH_PLAN_OUT_LIMIT:
        return uh_say2(message, name, first_of(UH_MSG_LIMIT_GENTLE, reason->bits));
    case UH_PLAN_OUT_PAIN:
        return uh_say2(message, name, uh_number(UH_RATING_TOO_MUCH));
    case UH_PLAN_OUT_DONE:
    case UH_PLAN_OUT_MOST:
        return uh_say2(message, uh_number(reason->count), name);
    case UH_PLAN_OUT_FAMILY_DAY:
        return uh_say2(message, name, uh_duration(UH_FAMILY_HOLD_PER_DAY_MS));
    case UH_PLAN_OUT_LONG:
    case UH_PLAN_OUT_ROOM:
        return uh_say2(message, name, uh_duration(reason->ms));
    case UH_PLAN_OUT_CLASPED:
    case UH_PLAN_OUT_FAMILY:
    case UH_PLAN_OUT_BETTER:
        return uh_say2(message, name, name_of(catalogue, reason->other));
    case UH_PLAN_CODE_COUNT:
        break;
    }
    __builtin_unreachable();
}

/* -- the plan as a whole -- */

uh_phrase uh_plan_note_phrase(uh_plan_note note)
{
    switch (note) {
    case UH_PLAN_NOTE_AS_NEEDED:
        return uh_say1(UH_MSG_PLAN_NOTE_AS_NEEDED, uh_number(UH_PLAN_FLEXIBLE_WEEK));
    case UH_PLAN_NOTE_ENOUGH:
        return uh_say1(UH_MSG_PLAN_NOTE_ENOUGH, uh_number(UH_FAMILY_ENOUGH_MS / MINUTE_MS));
    case UH_PLAN_NOTE_FLARE:
        return uh_say(UH_MSG_PLAN_NOTE_FLARE);
    case UH_PLAN_NOTE_AWAY:
        return uh_say(UH_MSG_PLAN_NOTE_AWAY);
    case UH_PLAN_NOTE_COUNT:
        break;
    }
    __builtin_unreachable();
}

uh_message uh_plan_why_message(const uh_plan *plan)
{
    static const uh_message messages[UH_WISH_COUNT] = {
        [UH_WISH_FIRST] = UH_MSG_PLAN_WHY_FIRST,       [UH_WISH_STIFF] = UH_MSG_PLAN_WHY_STIFF,
        [UH_WISH_DISCREET] = UH_MSG_PLAN_WHY_DISCREET, [UH_WISH_LATELY] = UH_MSG_PLAN_WHY_LATELY,
        [UH_WISH_HELPED] = UH_MSG_PLAN_WHY_HELPED,     [UH_WISH_LIKED] = UH_MSG_PLAN_WHY_LIKED,
        [UH_WISH_MOVES] = UH_MSG_PLAN_WHY_FITS,
    };
    return messages[plan->wish];
}

/* -- no plan -- */

uh_phrase uh_plan_refusal_phrase(const uh_plan *plan)
{
    static const uh_message messages[UH_PLAN_REFUSAL_COUNT] = {
        [UH_PLAN_NO_EMERGENCY] = UH_MSG_OBJECTION_EMERGENCY,
        [UH_PLAN_NO_CLINICIAN] = UH_MSG_OBJECTION_CLINICIAN_FIRST,
        [UH_PLAN_NO_PAIN] = UH_MSG_PLAN_NO_PAIN,
        [UH_PLAN_NO_MINUTES] = UH_MSG_PLAN_NO_MINUTES,
        [UH_PLAN_NO_EQUIPMENT] = UH_MSG_PLAN_NO_HERE,
        [UH_PLAN_NO_YES] = UH_MSG_PLAN_NO_HERE,
        [UH_PLAN_NO_PLACE] = UH_MSG_PLAN_NO_HERE,
        [UH_PLAN_NO_TODAY] = UH_MSG_PLAN_NO_TODAY,
        [UH_PLAN_NO_CHOICE] = UH_MSG_PLAN_NO_CHOICE,
    };
    UH_ASSERT(plan->refusal.kind != UH_PLAN_POSSIBLE);
    const uh_message message = messages[plan->refusal.kind];
    return plan->refusal.kind == UH_PLAN_NO_PAIN ? uh_say1(message, uh_number(UH_RATING_TOO_MUCH))
                                                 : uh_say(message);
}

uh_phrase uh_plan_nearest_phrase(const uh_catalogue *catalogue, const uh_plan *plan)
{
    const uh_plan_refusal *refusal = &plan->refusal;
    switch (refusal->kind) {
    case UH_PLAN_NO_MINUTES:
        return uh_say2(UH_MSG_PLAN_NEAR_MINUTES, uh_number(refusal->minutes),
                       name_of(catalogue, refusal->exercise));
    case UH_PLAN_NO_PLACE:
        return uh_say2(UH_MSG_PLAN_NEAR_PLACE, name_of(catalogue, refusal->exercise),
                       first_of(UH_MSG_CONTEXT_ANY, refusal->bits));
    case UH_PLAN_NO_EQUIPMENT:
    case UH_PLAN_NO_YES:
        return uh_plan_reason_phrase(catalogue, plan, refusal->exercise);
    case UH_PLAN_NO_TODAY:
        return uh_say(UH_MSG_PLAN_NEAR_TODAY);
    case UH_PLAN_NO_CLINICIAN:
    case UH_PLAN_NO_PAIN:
    case UH_PLAN_NO_CHOICE:
        return uh_say(UH_MSG_PLAN_NEAR_WALK);
    case UH_PLAN_NO_EMERGENCY:
        return uh_plan_refusal_phrase(plan);
    case UH_PLAN_POSSIBLE:
    case UH_PLAN_REFUSAL_COUNT:
        break;
    }
    __builtin_unreachable();
}
