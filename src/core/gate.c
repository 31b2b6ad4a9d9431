/* SPDX-License-Identifier: MIT */
#include "unhunch/routine.h"

#include <string.h>

#include "unhunch/own.h"

/* Everything that a judgement looks at. */
typedef struct hearing {
    const uh_catalogue *catalogue;
    const uh_person *person;
    const uh_day *day;
    const uh_routine *routine;
    uint32_t limits;    /* of the screening, and gentle where the profile says so */
    uint32_t opt_in;    /* none for a gentle person */
    uint32_t equipment; /* at this place */
    uint32_t index;     /* the entry that is judged */
    const uh_routine_entry *entry;
    const uh_exercise *exercise;
    const uh_variant *variant;
    bool accepted[UH_ROUTINE_MAX]; /* entries before this one that stay */
} hearing;

/* A judge says whether this kind of objection stands, and fills in its numbers. */
typedef bool judge(const hearing *of, uh_objection *objection);

static bool has_limit(const hearing *of, uh_limit limit)
{
    return (of->limits & (1U << limit)) != 0;
}

static bool is_missing(uint32_t wanted, uint32_t there, uh_objection *objection)
{
    objection->missing = wanted & ~there;
    return objection->missing != 0;
}

static bool judge_emergency(const hearing *of, uh_objection *objection)
{
    (void)objection;
    return has_limit(of, UH_LIMIT_EMERGENCY);
}

static bool judge_clinician_first(const hearing *of, uh_objection *objection)
{
    (void)objection;
    return has_limit(of, UH_LIMIT_CLINICIAN_FIRST);
}

static bool judge_limit(const hearing *of, uh_objection *objection)
{
    return is_missing(of->limits & (of->exercise->not_for | of->variant->not_for), 0, objection);
}

/* Rule 1 knows no exception: what a tour only shows is done all the same. */
static bool judge_parked(const hearing *of, uh_objection *objection)
{
    objection->missing = uh_day_aside(of->day, of->entry->exercise);
    const uh_routine_entry *entry = of->entry;
    const uh_side first = entry->first_side;
    bool parked = uh_day_parks(of->catalogue, of->day, entry->exercise, first);
    if (first != UH_SIDE_BOTH && !entry->one_side_only) {
        const uh_side other = first == UH_SIDE_LEFT ? UH_SIDE_RIGHT : UH_SIDE_LEFT;
        parked = parked || uh_day_parks(of->catalogue, of->day, entry->exercise, other);
    }
    return parked;
}

/* "Leave this stretch for today": rule 1, as for what is parked. */
static bool judge_rests(const hearing *of, uh_objection *objection)
{
    objection->missing = uh_day_aside(of->day, of->entry->exercise);
    return uh_day_has(of->day->rests, of->entry->exercise);
}

static bool judge_opt_in(const hearing *of, uh_objection *objection)
{
    uint32_t wanted = of->variant->opt_in;
    if (of->entry->dose.hold_ms > UH_LONG_HOLD_MS) {
        wanted |= 1U << UH_OPT_IN_LONG_HOLD;
    }
    return is_missing(wanted, of->opt_in, objection);
}

/* The first number of a dose that is above its bound. */
static bool is_above(const uh_dose *dose, const uh_dose *bound, uh_objection *objection)
{
    const uint32_t pairs[][2] = {
        {dose->hold_ms, bound->hold_ms},
        {dose->repetitions, bound->repetitions},
        {dose->sets, bound->sets},
    };
    for (uint32_t i = 0; i < UH_COUNT(pairs); i++) {
        if (pairs[i][0] > pairs[i][1]) {
            objection->limit = (int32_t)pairs[i][1];
            return true;
        }
    }
    return false;
}

static bool judge_ceiling(const hearing *of, uh_objection *objection)
{
    uh_dose ceiling = uh_dose_ceiling(of->variant);
    return is_above(&of->entry->dose, &ceiling, objection);
}

static bool judge_gentle(const hearing *of, uh_objection *objection)
{
    uh_dose start = uh_dose_at(of->variant, UH_LEVEL_START);
    return has_limit(of, UH_LIMIT_GENTLE) && is_above(&of->entry->dose, &start, objection);
}

static bool judge_dose(const hearing *of, uh_objection *objection)
{
    (void)objection;
    const uh_dose *dose = &of->entry->dose;
    bool holds = uh_variant_holds(of->catalogue, of->variant);
    return dose->repetitions == 0 || dose->repetitions > UH_REPETITIONS_MAX || dose->sets == 0 ||
           dose->sets > UH_SETS_MAX || (dose->hold_ms > 0) != holds;
}

static bool judge_sides(const hearing *of, uh_objection *objection)
{
    (void)objection;
    bool has_sides = of->exercise->sides.kind != UH_SIDES_BOTH;
    bool names_side = of->entry->first_side != UH_SIDE_BOTH;
    return names_side != has_sides || (of->entry->one_side_only && !has_sides);
}

static bool judge_context(const hearing *of, uh_objection *objection)
{
    (void)objection;
    uh_context context = of->routine->context;
    return context != UH_CONTEXT_ANY && (of->variant->contexts & (1U << context)) == 0;
}

static bool judge_equipment(const hearing *of, uh_objection *objection)
{
    return !of->routine->tour && is_missing(of->variant->equipment, of->equipment, objection);
}

static const uh_exercise *exercise_of(const hearing *of, uint32_t entry)
{
    return uh_catalogue_exercise(of->catalogue, of->routine->entries[entry].exercise);
}

/* How often this exercise came before in this routine. */
static uint32_t times_before(const hearing *of)
{
    uint32_t times = 0;
    for (uint32_t i = 0; i < of->index; i++) {
        times += of->accepted[i] && of->routine->entries[i].exercise == of->entry->exercise;
    }
    return times;
}

/* A tour shows each stretch once: what comes again is judged as in any routine. */
static bool is_shown(const hearing *of)
{
    return of->routine->tour && times_before(of) == 0;
}

/* The same movement by two names: the two articles describe one stretch with the hands clasped
 * behind the back (AMB-12). */
static const char *const clasped_hands[] = {"chest-expansion", "backward-shoulder-rolls"};

bool uh_exercise_clasps_hands(const uh_catalogue *catalogue, const uh_exercise *exercise)
{
    const char *key = uh_catalogue_text(catalogue, exercise->key);
    return strcmp(key, clasped_hands[0]) == 0 || strcmp(key, clasped_hands[1]) == 0;
}

uint32_t uh_exercise_twin(const uh_catalogue *catalogue, uint32_t exercise)
{
    const uh_exercise *of = uh_catalogue_exercise(catalogue, exercise);
    for (uint32_t i = 0; i < UH_COUNT(clasped_hands); i++) {
        uint32_t twin = 0;
        if (uh_exercise_clasps_hands(catalogue, of) &&
            uh_catalogue_find_exercise(catalogue, clasped_hands[i], &twin) == UH_OK &&
            twin != exercise) {
            return twin;
        }
    }
    return UINT32_MAX;
}

static bool judge_clasped_hands(const hearing *of, uh_objection *objection)
{
    if (is_shown(of) || !uh_exercise_clasps_hands(of->catalogue, of->exercise)) {
        return false;
    }
    for (uint32_t i = 0; i < of->index; i++) {
        if (of->accepted[i] && uh_exercise_clasps_hands(of->catalogue, exercise_of(of, i))) {
            objection->other = i;
            return true;
        }
    }
    return false;
}

static bool judge_family(const hearing *of, uh_objection *objection)
{
    uint32_t before = 0;
    for (uint32_t i = 0; i < of->index; i++) {
        if (of->accepted[i] && exercise_of(of, i)->family == of->exercise->family) {
            objection->other = before == 0 ? i : objection->other;
            before++;
        }
    }
    return !is_shown(of) && before >= UH_FAMILY_PER_SESSION;
}

/* A single stretch may reach its own most, even where that is over the day's four minutes: only
 * what comes on top of something else is measured. */
static bool judge_family_day(const hearing *of, uh_objection *objection)
{
    uint64_t held = of->day->family_hold_ms[of->exercise->family];
    for (uint32_t i = 0; i < of->index; i++) {
        if (of->accepted[i] && exercise_of(of, i)->family == of->exercise->family) {
            held += uh_entry_hold_ms(of->catalogue, &of->routine->entries[i]);
        }
    }
    uint64_t more = uh_entry_hold_ms(of->catalogue, of->entry);
    objection->limit = UH_FAMILY_HOLD_PER_DAY_MS;
    return !is_shown(of) && held > 0 && more > 0 && held + more > UH_FAMILY_HOLD_PER_DAY_MS;
}

/* Only a therapist lets a stretch be done more often. */
static bool judge_exercise_day(const hearing *of, uh_objection *objection)
{
    int32_t ceiling = of->variant->dose.per_day.design.ceiling;
    bool counts = ceiling != UH_UNKNOWN &&
                  (ceiling < UH_EXERCISE_PER_DAY || uh_exercise_has_therapist(of->exercise));
    objection->limit = counts ? ceiling : UH_EXERCISE_PER_DAY;
    uint32_t times = of->day->sessions[of->entry->exercise] + times_before(of);
    return !is_shown(of) && times >= (uint32_t)objection->limit;
}

/* The gravest first: the first that stands is the one that is told. */
static judge *const judges[] = {
    [UH_OBJECTION_EMERGENCY] = judge_emergency,
    [UH_OBJECTION_CLINICIAN_FIRST] = judge_clinician_first,
    [UH_OBJECTION_LIMIT] = judge_limit,
    [UH_OBJECTION_PARKED] = judge_parked,
    [UH_OBJECTION_RESTS] = judge_rests,
    [UH_OBJECTION_OPT_IN] = judge_opt_in,
    [UH_OBJECTION_CEILING] = judge_ceiling,
    [UH_OBJECTION_GENTLE] = judge_gentle,
    [UH_OBJECTION_DOSE] = judge_dose,
    [UH_OBJECTION_SIDES] = judge_sides,
    [UH_OBJECTION_CONTEXT] = judge_context,
    [UH_OBJECTION_EQUIPMENT] = judge_equipment,
    [UH_OBJECTION_CLASPED_HANDS] = judge_clasped_hands,
    [UH_OBJECTION_FAMILY] = judge_family,
    [UH_OBJECTION_FAMILY_DAY] = judge_family_day,
    [UH_OBJECTION_EXERCISE_DAY] = judge_exercise_day,
};

static void call_entry(hearing *of, uint32_t index)
{
    of->index = index;
    of->entry = &of->routine->entries[index];
    of->exercise = exercise_of(of, index);
    of->variant = uh_exercise_variant(of->catalogue, of->exercise, of->entry->variant);
}

static bool judge_entry(const hearing *of, uh_objection *ret_objection)
{
    for (uint32_t kind = 0; kind < UH_COUNT(judges); kind++) {
        uh_objection objection = {
            .kind = (uh_objection_kind)kind, .entry = of->index, .other = of->index};
        if (judges[kind](of, &objection)) {
            *ret_objection = objection;
            return true;
        }
    }
    return false;
}

uh_status uh_routine_admit(const uh_catalogue *catalogue, const uh_person *person,
                           const uh_screening *screening, const uh_day *day,
                           const uh_routine *routine, uh_verdict *ret_verdict)
{
    UH_ASSERT(routine->count <= UH_ROUTINE_MAX);
    bool gentle = uh_is_gentle(person, screening);
    hearing of = {
        .catalogue = catalogue,
        .person = person,
        .day = day,
        .routine = routine,
        .limits = screening->limits | (gentle ? 1U << UH_LIMIT_GENTLE : 0),
        .opt_in = gentle ? 0 : person->opt_in,
        .equipment = uh_equipment_at(person, routine->context),
    };
    ret_verdict->count = 0;
    for (uint32_t i = 0; i < routine->count; i++) {
        call_entry(&of, i);
        of.accepted[i] = !judge_entry(&of, &ret_verdict->objections[ret_verdict->count]);
        ret_verdict->count += !of.accepted[i];
    }
    if (routine->count == 0) {
        return UH_ERR_EMPTY;
    }
    return ret_verdict->count == 0 ? UH_OK : UH_ERR_REFUSED;
}

/* One pass is enough: an objected entry never weighs in the judgement of those after it. */
uh_status uh_routine_trim(const uh_catalogue *catalogue, const uh_person *person,
                          const uh_screening *screening, const uh_day *day, uh_routine *routine,
                          uh_verdict *ret_verdict)
{
    uh_status status = uh_routine_admit(catalogue, person, screening, day, routine, ret_verdict);
    if (status != UH_ERR_REFUSED || ret_verdict->count == routine->count) {
        return status;
    }
    uint32_t kept = 0;
    uint32_t objected = 0;
    for (uint32_t i = 0; i < routine->count; i++) {
        if (objected < ret_verdict->count && ret_verdict->objections[objected].entry == i) {
            objected++;
        } else {
            routine->entries[kept++] = routine->entries[i];
        }
    }
    routine->count = kept;
    return UH_OK;
}
