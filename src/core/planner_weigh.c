/* SPDX-License-Identifier: MIT */
/* planner_weigh.c: what speaks for an entry, in points. All weights stand in one table; each has
 * its reason in docs/decisions.md (D-45). */
#include <string.h>

#include "core/planner_inside.h"

enum {
    FIRST = 40,
    STIFF = 20,
    DISCREET = 20,
    LATELY = 12,
    HELPED = 10,
    LIKED = 8,
    MOVES = 16,
    DOWN = 14,
    EVIDENCE = 24,
    TIME = 6,
    STANDARD = 2,
    SECOND = 8,
    AGAIN = 4,
    LAST = 4,
    ENOUGH = 6,
    FLOOR = 10,
    PLACE = 4,
    TIME_UNIT_MS = 20000,
    AGAIN_TIMES = UH_EXERCISE_PER_DAY - 1,
    WORD_BITS = 32
};

/* The most of one entry, and of two of a family: the search counts by points. */
enum {
    ENTRY_MOST = FIRST + STIFF + DISCREET + LATELY + HELPED + LIKED + MOVES + DOWN + TIME + STANDARD
};
_Static_assert(2 * ENTRY_MOST - SECOND + EVIDENCE <= UH_PLAN_PAIR_VALUE_MAX,
               "the tables of the search are too narrow");
/* What was done today was not only done another day: one of AGAIN and LAST at a time. */
_Static_assert(LAST <= AGAIN && MOVES - AGAIN_TIMES * AGAIN - ENOUGH > 0,
               "an entry must be better than none");

typedef struct wish_row {
    const char *name;
    int32_t weight;
    uh_message why;
} wish_row;

static const wish_row wishes[UH_WISH_COUNT] = {
    [UH_WISH_FIRST] = {"first", FIRST, UH_MSG_WISH_FIRST},
    [UH_WISH_STIFF] = {"stiff", STIFF, UH_MSG_WISH_STIFF},
    [UH_WISH_DISCREET] = {"discreet", DISCREET, UH_MSG_WISH_DISCREET},
    [UH_WISH_LATELY] = {"lately", LATELY, UH_MSG_WISH_LATELY},
    [UH_WISH_HELPED] = {"helped", HELPED, UH_MSG_WISH_HELPED},
    [UH_WISH_LIKED] = {"liked", LIKED, UH_MSG_WISH_LIKED},
    [UH_WISH_MOVES] = {"moves", MOVES, UH_MSG_WISH_MOVES},
    [UH_WISH_DOWN] = {"down", DOWN, UH_MSG_WISH_DOWN},
    [UH_WISH_EVIDENCE] = {"evidence", EVIDENCE, UH_MSG_WISH_EVIDENCE},
    [UH_WISH_TIME] = {"time", TIME, UH_MSG_WISH_TIME},
    [UH_WISH_STANDARD] = {"standard", STANDARD, UH_MSG_WISH_STANDARD},
    [UH_WISH_SECOND] = {"second", -SECOND, UH_MSG_WISH_SECOND},
    [UH_WISH_AGAIN] = {"again", -AGAIN, UH_MSG_WISH_AGAIN},
    [UH_WISH_LAST] = {"last", -LAST, UH_MSG_WISH_LAST},
    [UH_WISH_ENOUGH] = {"enough", -ENOUGH, UH_MSG_WISH_ENOUGH},
    [UH_WISH_FLOOR] = {"floor", -FLOOR, UH_MSG_WISH_FLOOR},
    [UH_WISH_PLACE] = {"place", -PLACE, UH_MSG_WISH_PLACE},
};

int32_t uh_wish_weight(uh_wish wish)
{
    return wishes[wish].weight;
}

const char *uh_wish_name(uint32_t wish)
{
    return wish < UH_WISH_COUNT ? wishes[wish].name : "";
}

uh_message uh_wish_message(uh_wish wish)
{
    return wishes[wish].why;
}

/* What a wish looks at. */
typedef struct subject {
    const uh_catalogue *catalogue;
    const uh_person *person;
    const uh_history *history;
    const uh_routine_entry *entry;
    const uh_exercise *exercise;
    const uh_variant *variant;
    const uh_exercise_past *past;
    uh_context context;
    uint32_t work_ms; /* a side */
    uint32_t sides;
} subject;

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* -- one wish each -- */

const char *uh_first_stretch(uint32_t index)
{
    static const char *const keys[UH_FIRST_STRETCHES] = {"shoulder-blade-squeeze", "chin-tuck"};
    UH_ASSERT(index < UH_FIRST_STRETCHES);
    return keys[index];
}

static bool is_first(const subject *of)
{
    const char *key = uh_catalogue_text(of->catalogue, of->exercise->key);
    bool named = false;
    for (uint32_t i = 0; i < UH_FIRST_STRETCHES; i++) {
        named = named || strcmp(key, uh_first_stretch(i)) == 0;
    }
    return named && uh_history_is_new(of->history);
}

static int32_t weigh_first(const subject *of)
{
    return is_first(of) ? FIRST : 0;
}

static int32_t weigh_stiff(const subject *of)
{
    return (of->exercise->regions & of->person->stiff_regions) != 0 ? STIFF : 0;
}

static int32_t weigh_discreet(const subject *of)
{
    return of->person->discreet && of->variant->discreet != 0 ? DISCREET : 0;
}

static int32_t weigh_lately(const subject *of)
{
    const int32_t days =
        uh_date_between(of->history->family_last[of->exercise->family], of->history->today);
    return LATELY * (days < UH_PLAN_LATELY_DAYS ? days : UH_PLAN_LATELY_DAYS) / UH_PLAN_LATELY_DAYS;
}

/* How far it lies above the base rate: half as often again as usual and more is all of it. */
static int32_t weigh_helped(const subject *of)
{
    const uh_history *history = of->history;
    if (of->past->relief_asked < UH_PLAN_HELPED_LEAST) {
        return 0;
    }
    const int64_t here = (int64_t)of->past->relief * history->relief_asked;
    const int64_t usual = (int64_t)history->relief * of->past->relief_asked;
    const int64_t whole = (int64_t)of->past->relief_asked * history->relief_asked;
    const int64_t points = (here - usual) * 2 * HELPED / whole;
    return points <= 0 ? 0 : (int32_t)(points < HELPED ? points : HELPED);
}

static int32_t weigh_liked(const subject *of)
{
    const uint32_t exercise = of->entry->exercise;
    return (of->person->liked[exercise / WORD_BITS] & 1U << exercise % WORD_BITS) != 0 ? LIKED : 0;
}

static int32_t weigh_moves(const subject *of)
{
    (void)of;
    return MOVES;
}

/* Who chose the floor did not mean one stretch of seven. */
static int32_t weigh_down(const subject *of)
{
    return of->context == UH_CONTEXT_FLOOR && uh_plan_floor_bit(of->variant) != 0 ? DOWN : 0;
}

static int32_t weigh_time(const subject *of)
{
    return (int32_t)least(of->work_ms * of->sides / TIME_UNIT_MS, TIME);
}

static int32_t weigh_standard(const subject *of)
{
    return of->entry->variant == 0 ? STANDARD : 0;
}

static int32_t weigh_again(const subject *of)
{
    return -AGAIN * (int32_t)least(of->history->done.sessions[of->entry->exercise], AGAIN_TIMES);
}

static int32_t weigh_last(const subject *of)
{
    const uh_date last = of->history->last;
    return last.days != UH_NO_DATE.days && last.days != of->history->today.days &&
                   of->past->last.days == last.days
               ? -LAST
               : 0;
}

static int32_t weigh_enough(const subject *of)
{
    return uh_history_is_enough(of->history, (uh_family)of->exercise->family) ? -ENOUGH : 0;
}

typedef int32_t weigher(const subject *of);

/* Evidence, the second of a family and the places belong to several entries together. */
static weigher *const weighers[UH_WISH_COUNT] = {
    [UH_WISH_FIRST] = weigh_first,       [UH_WISH_STIFF] = weigh_stiff,
    [UH_WISH_DISCREET] = weigh_discreet, [UH_WISH_LATELY] = weigh_lately,
    [UH_WISH_HELPED] = weigh_helped,     [UH_WISH_LIKED] = weigh_liked,
    [UH_WISH_MOVES] = weigh_moves,       [UH_WISH_DOWN] = weigh_down,
    [UH_WISH_TIME] = weigh_time,         [UH_WISH_STANDARD] = weigh_standard,
    [UH_WISH_AGAIN] = weigh_again,       [UH_WISH_LAST] = weigh_last,
    [UH_WISH_ENOUGH] = weigh_enough,
};

/* -- sums -- */

/* On one side: what lengthens works while it is held, anything else while it moves too. */
static uint32_t side_work_ms(const uh_catalogue *catalogue, const uh_exercise *exercise,
                             const uh_variant *variant, const uh_dose *dose)
{
    const bool lengthens =
        exercise->kind == UH_KIND_STRETCH && uh_variant_holds(catalogue, variant);
    uint32_t repetition_ms = 0;
    for (uint32_t i = 0; i < variant->parts.count; i++) {
        const uh_part *part = uh_variant_part(catalogue, variant, i);
        const uint32_t moved_ms = lengthens ? 0 : (uint32_t)part->ms;
        repetition_ms += part->kind == UH_PART_HOLD ? dose->hold_ms : moved_ms;
    }
    return repetition_ms * dose->repetitions * dose->sets;
}

void uh_plan_weigh(const uh_catalogue *catalogue, const uh_person *person,
                   const uh_history *history, uh_context context, const uh_routine_entry *entry,
                   uh_plan_weight *ret_weight)
{
    const uh_exercise *exercise = uh_catalogue_exercise(catalogue, entry->exercise);
    const uh_variant *variant = uh_exercise_variant(catalogue, exercise, entry->variant);
    const bool one_side = entry->first_side == UH_SIDE_BOTH || entry->one_side_only;
    const subject of = {
        .catalogue = catalogue,
        .person = person,
        .history = history,
        .entry = entry,
        .exercise = exercise,
        .variant = variant,
        .past = &history->exercises[entry->exercise],
        .context = context,
        .work_ms = side_work_ms(catalogue, exercise, variant, &entry->dose),
        .sides = one_side ? 1 : 2,
    };
    *ret_weight = (uh_plan_weight){.work_ms = of.work_ms};
    for (uint32_t wish = 0; wish < UH_WISH_COUNT; wish++) {
        ret_weight->by_wish[wish] = weighers[wish] ? weighers[wish](&of) : 0;
        ret_weight->base += ret_weight->by_wish[wish];
    }
}

int32_t uh_plan_evidence(uint32_t work_ms)
{
    return (int32_t)(EVIDENCE * least(work_ms, UH_PLAN_EVIDENCE_MS) / UH_PLAN_EVIDENCE_MS);
}

int32_t uh_plan_floor_points(uint32_t floor)
{
    return floor == 0 ? 0 : -FLOOR - PLACE * ((int32_t)uh_plan_bits(floor) - 1);
}

int32_t uh_plan_score(const uh_catalogue *catalogue, const uh_person *person,
                      const uh_history *history, const uh_routine *routine)
{
    uint32_t floor = 0;
    uint32_t work_ms[UH_FAMILY_COUNT] = {0};
    uint32_t entries[UH_FAMILY_COUNT] = {0};
    int32_t score = 0;
    for (uint32_t i = 0; i < routine->count; i++) {
        const uh_routine_entry *entry = &routine->entries[i];
        const uh_exercise *exercise = uh_catalogue_exercise(catalogue, entry->exercise);
        uh_plan_weight weight;
        uh_plan_weigh(catalogue, person, history, routine->context, entry, &weight);
        floor |= uh_plan_floor_bit(uh_exercise_variant(catalogue, exercise, entry->variant));
        work_ms[exercise->family] += weight.work_ms;
        score += weight.base - (entries[exercise->family]++ > 0 ? SECOND : 0);
    }
    for (uint32_t family = 0; family < UH_FAMILY_COUNT; family++) {
        score += uh_plan_evidence(work_ms[family]);
    }
    return score + uh_plan_floor_points(floor);
}
