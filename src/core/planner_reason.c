/* SPDX-License-Identifier: MIT */
/* planner_reason.c: why each exercise is in or out, and what would be possible where nothing is. */
#include "core/planner_inside.h"

enum { MINUTE_MS = 60000 };

#define NONE UINT32_MAX

/* -- in -- */

static int32_t days_since_family(const uh_planning *of, uint32_t exercise)
{
    const uint32_t family = uh_catalogue_exercise(of->catalogue, exercise)->family;
    return uh_date_between(of->history->family_last[family], of->history->today);
}

static uh_wish strongest(const int32_t *by_wish)
{
    uh_wish best = UH_WISH_MOVES;
    for (uint32_t wish = UH_WISH_FIRST; wish <= UH_WISH_LIKED; wish++) {
        if (by_wish[wish] > (best == UH_WISH_MOVES ? 0 : by_wish[best])) {
            best = (uh_wish)wish;
        }
    }
    return best;
}

/* "Nothing of its kind for a day" would be no reason that a person sees. */
static uh_plan_reason reason_in(const uh_planning *of, const uh_routine_entry *entry, uh_wish wish)
{
    const uh_exercise *exercise = uh_catalogue_exercise(of->catalogue, entry->exercise);
    const uh_exercise_past *past = &of->history->exercises[entry->exercise];
    const int32_t days = days_since_family(of, entry->exercise);
    switch (wish) {
    case UH_WISH_FIRST:
        return (uh_plan_reason){.code = UH_PLAN_IN_FIRST};
    case UH_WISH_STIFF:
        return (uh_plan_reason){.code = UH_PLAN_IN_STIFF,
                                .bits = exercise->regions & of->person->stiff_regions};
    case UH_WISH_DISCREET:
        return (uh_plan_reason){.code = UH_PLAN_IN_DISCREET};
    case UH_WISH_LATELY:
        return (uh_plan_reason){.code = days == 1 ? UH_PLAN_IN_FITS : UH_PLAN_IN_LATELY,
                                .count = days == 1 || days == INT32_MAX ? 0 : (uint32_t)days};
    case UH_WISH_HELPED:
        return (uh_plan_reason){
            .code = UH_PLAN_IN_HELPED, .count = past->relief, .of = past->relief_asked};
    case UH_WISH_LIKED:
        return (uh_plan_reason){.code = UH_PLAN_IN_LIKED};
    case UH_WISH_MOVES:
    case UH_WISH_DOWN:
    case UH_WISH_EVIDENCE:
    case UH_WISH_TIME:
    case UH_WISH_STANDARD:
    case UH_WISH_SECOND:
    case UH_WISH_AGAIN:
    case UH_WISH_LAST:
    case UH_WISH_ENOUGH:
    case UH_WISH_FLOOR:
    case UH_WISH_PLACE:
    case UH_WISH_COUNT:
        break;
    }
    return (uh_plan_reason){.code = UH_PLAN_IN_FITS};
}

/* Whatever else speaks for it: that it is eased is what has to be said. */
static uh_plan_reason reason_return(const uh_planning *of, uint32_t exercise)
{
    return (uh_plan_reason){.code = UH_PLAN_IN_RETURN,
                            .count = of->history->exercises[exercise].return_reason,
                            .other = uh_plan_stopped_of(of, exercise)};
}

static void explain_entries(const uh_planning *of, uh_plan *plan)
{
    int32_t sums[UH_WISH_COUNT] = {0};
    for (uint32_t i = 0; i < plan->routine.count; i++) {
        const uh_routine_entry *entry = &plan->routine.entries[i];
        uh_plan_weight weight;
        uh_plan_weigh(of->catalogue, of->person, of->history, of->request->context, entry, &weight);
        const uh_wish wish = strongest(weight.by_wish);
        uh_plan_reason *reason = &plan->reasons[entry->exercise];
        *reason = uh_history_is_returning(of->history, entry->exercise)
                      ? reason_return(of, entry->exercise)
                      : reason_in(of, entry, wish);
        reason->entry = i;
        const bool silent = reason->code == UH_PLAN_IN_FITS || reason->code == UH_PLAN_IN_RETURN;
        sums[wish] += silent ? 0 : weight.by_wish[wish];
    }
    plan->wish = strongest(sums);
}

/* -- out, though it could be done -- */

/* What stands in the plan, as far as another entry would meet it. */
typedef struct company {
    const uh_planning *of;
    const uh_plan *plan;
    uint32_t floor;
    uint32_t sum_ms; /* entries with their pauses */
} company;

static bool is_option_of(const uh_planning *of, const uh_plan_option *option,
                         const uh_routine_entry *entry)
{
    const uh_routine_entry would = uh_plan_entry(of->catalogue, option);
    return would.exercise == entry->exercise && would.variant == entry->variant &&
           would.dose.hold_ms == entry->dose.hold_ms &&
           would.dose.repetitions == entry->dose.repetitions && would.dose.sets == entry->dose.sets;
}

/* Every entry was one. */
static const uh_plan_option *option_of(const uh_planning *of, const uh_routine_entry *entry)
{
    const uh_plan_option *option = of->space->options;
    while (!is_option_of(of, option, entry)) {
        option++;
    }
    return option;
}

static company company_of(const uh_planning *of, const uh_plan *plan)
{
    company with = {.of = of, .plan = plan};
    for (uint32_t i = 0; i < plan->routine.count; i++) {
        const uh_plan_option *option = option_of(of, &plan->routine.entries[i]);
        with.floor |= option->floor;
        with.sum_ms += option->cost_ms;
    }
    return with;
}

static uint32_t alone_ms(const uh_planning *of, const uh_plan_option *option)
{
    const uh_pace pace = of->person->pace;
    return option->cost_ms - uh_plan_pause_ms(pace) + uh_plan_places_ms(pace, option->floor);
}

/* By how much the plan would grow. */
static uint32_t beside_ms(const company *with, const uh_plan_option *option)
{
    const uh_pace pace = with->of->person->pace;
    return option->cost_ms + uh_plan_places_ms(pace, with->floor | option->floor) -
           uh_plan_places_ms(pace, with->floor);
}

static uint32_t left_ms(const company *with)
{
    return with->of->limit_ms - with->plan->duration_ms;
}

/* The entries of the plan that an exercise meets. */
typedef struct meeting {
    uint32_t family;  /* entries of its family */
    uint32_t first;   /* of these, as an entry */
    uint32_t clasped; /* the entry with clasped hands; NONE */
} meeting;

static meeting meet(const company *with, const uh_exercise *exercise)
{
    const uh_catalogue *catalogue = with->of->catalogue;
    const uh_routine *routine = &with->plan->routine;
    meeting found = {.clasped = NONE};
    for (uint32_t i = routine->count; i-- > 0;) {
        const uh_exercise *other = uh_catalogue_exercise(catalogue, routine->entries[i].exercise);
        if (other->family == exercise->family) {
            found.family++;
            found.first = i;
        }
        if (uh_exercise_clasps_hands(catalogue, other)) {
            found.clasped = i;
        }
    }
    return found;
}

/* What could be done of it, in the fewest milliseconds; NONE where it could not. */
typedef struct shortest {
    uint32_t alone_ms;
    uint32_t pair_ms; /* beside the plan, as far as the day's four minutes go */
} shortest;

static shortest shortest_of(const company *with, uint32_t exercise, const meeting *found)
{
    const uh_planning *of = with->of;
    const uh_plan_option *mate =
        found->family > 0 ? option_of(of, &with->plan->routine.entries[found->first]) : NULL;
    shortest out = {NONE, NONE};
    for (uint32_t i = 0; i < of->space->option_count; i++) {
        const uh_plan_option *option = &of->space->options[i];
        if (option->exercise != exercise) {
            continue;
        }
        out.alone_ms = alone_ms(of, option) < out.alone_ms ? alone_ms(of, option) : out.alone_ms;
        if ((!mate || uh_plan_is_pair(of, mate, option)) && beside_ms(with, option) < out.pair_ms) {
            out.pair_ms = beside_ms(with, option);
        }
    }
    return out;
}

static uh_plan_reason reason_beside(const company *with, const meeting *found,
                                    const shortest *length)
{
    const uint32_t mate = with->plan->routine.entries[found->first].exercise;
    if (found->family >= UH_FAMILY_PER_SESSION) {
        return (uh_plan_reason){.code = UH_PLAN_OUT_FAMILY, .other = mate};
    }
    if (found->family > 0) {
        return length->pair_ms == NONE
                   ? (uh_plan_reason){.code = UH_PLAN_OUT_FAMILY_DAY}
                   : (uh_plan_reason){.code = UH_PLAN_OUT_BETTER, .other = mate};
    }
    if (with->plan->routine.count >= with->of->most) {
        return (uh_plan_reason){.code = UH_PLAN_OUT_MOST, .count = with->of->most};
    }
    if (length->pair_ms > left_ms(with)) {
        return (uh_plan_reason){.code = UH_PLAN_OUT_ROOM, .ms = length->pair_ms};
    }
    /* it would fit and be worth something: only a further place costs more than that */
    return (uh_plan_reason){.code = UH_PLAN_OUT_FLOOR};
}

static uh_plan_reason reason_out(const company *with, uint32_t exercise)
{
    const uh_exercise *what = uh_catalogue_exercise(with->of->catalogue, exercise);
    const meeting found = meet(with, what);
    const shortest length = shortest_of(with, exercise, &found);
    if (length.alone_ms > with->of->limit_ms) {
        return (uh_plan_reason){.code = UH_PLAN_OUT_LONG, .ms = length.alone_ms};
    }
    if (found.clasped != NONE && uh_exercise_clasps_hands(with->of->catalogue, what)) {
        return (uh_plan_reason){.code = UH_PLAN_OUT_CLASPED,
                                .other = with->plan->routine.entries[found.clasped].exercise};
    }
    return reason_beside(with, &found, &length);
}

static bool is_in(const uh_routine *routine, uint32_t exercise)
{
    for (uint32_t i = 0; i < routine->count; i++) {
        if (routine->entries[i].exercise == exercise) {
            return true;
        }
    }
    return false;
}

void uh_plan_explain(const uh_planning *of, uh_plan *plan)
{
    const company with = company_of(of, plan);
    uint32_t last = NONE;
    for (uint32_t i = 0; i < of->space->option_count; i++) {
        const uint32_t exercise = of->space->options[i].exercise;
        if (exercise != last && !is_in(&plan->routine, exercise)) {
            plan->reasons[exercise] = reason_out(&with, exercise);
        }
        last = exercise;
    }
    explain_entries(of, plan);
}

/* -- nothing at all -- */

/* Is `a` nearer to being possible than `b`? The fewest things that are missing, the shortest. */
static bool is_nearer(const uh_plan_reason *a, const uh_plan_reason *b)
{
    if (a->code == UH_PLAN_OUT_LONG) {
        return a->ms < b->ms;
    }
    return uh_plan_bits(a->bits) < uh_plan_bits(b->bits);
}

/* The nearest of the exercises with this reason; NONE: no exercise has it. */
static uint32_t nearest_with(const uh_plan *plan, uh_plan_code code)
{
    uint32_t best = NONE;
    for (uint32_t i = 0; i < plan->reason_count; i++) {
        if (plan->reasons[i].code == code &&
            (best == NONE || is_nearer(&plan->reasons[i], &plan->reasons[best]))) {
            best = i;
        }
    }
    return best;
}

uh_plan_refusal uh_plan_nearest(const uh_plan *plan)
{
    static const struct {
        uh_plan_code code;
        uh_plan_refusal_kind kind;
    } rows[] = {
        /* what is nearest first */
        {UH_PLAN_OUT_LONG, UH_PLAN_NO_MINUTES},     {UH_PLAN_OUT_DONE, UH_PLAN_NO_TODAY},
        {UH_PLAN_OUT_FAMILY_DAY, UH_PLAN_NO_TODAY}, {UH_PLAN_NEEDS_EQUIPMENT, UH_PLAN_NO_EQUIPMENT},
        {UH_PLAN_NEEDS_PLACE, UH_PLAN_NO_PLACE},    {UH_PLAN_NEEDS_YES, UH_PLAN_NO_YES},
    };
    for (uint32_t i = 0; i < UH_COUNT(rows); i++) {
        const uint32_t exercise = nearest_with(plan, rows[i].code);
        const uint32_t ms = exercise == NONE ? NONE : plan->reasons[exercise].ms;
        const uint32_t minutes = ms / MINUTE_MS + (ms % MINUTE_MS > 0);
        if (exercise != NONE && minutes <= UH_PLAN_MINUTES_MAX) {
            return (uh_plan_refusal){.kind = rows[i].kind,
                                     .minutes = minutes,
                                     .exercise = exercise,
                                     .bits = plan->reasons[exercise].bits};
        }
    }
    return (uh_plan_refusal){.kind = UH_PLAN_NO_CHOICE};
}
