/* SPDX-License-Identifier: MIT */
#include "unhunch/own.h"

#include <string.h>

#include "unhunch/schema.h"

/* -- the two tables; own.h tells them in words -- */

#define FAMILY(name) (1U << UH_FAMILY_##name)
#define REGION(name) (1U << UH_REGION_##name)
#define POSITION(name) (1U << UH_POSITION_##name)
#define EQUIPMENT(name) (1U << UH_EQUIPMENT_##name)
#define OPT_IN(name) (1U << UH_OPT_IN_##name)
#define LIMIT(name) (1U << UH_LIMIT_##name)

static const uh_own_ceiling ceilings[] = {
    {.bound = UH_OWN_HOLD, .value = 60000, .reason = "AMB-34"},
    {.bound = UH_OWN_HOLD, .value = 30000, .unless = OPT_IN(LONG_HOLD), .reason = "AMB-34"},
    {.bound = UH_OWN_HOLD, .value = 10000, .kinds = 1U << UH_KIND_ACTIVATION, .reason = "AMB-06"},
    {.bound = UH_OWN_REPETITIONS, .value = 20, .reason = "A:25"},
    {.bound = UH_OWN_REPETITIONS, .value = 10, .families = FAMILY(NECK), .reason = "AMB-24"},
    {.bound = UH_OWN_SETS, .value = 3, .reason = "B:59"},
    {.bound = UH_OWN_PER_DAY, .value = 3, .reason = "AMB-01"},
    {.bound = UH_OWN_SESSION, .value = 240000, .reason = "D-14"},
    {.bound = UH_OWN_PART, .value = 2000, .reason = "D-01"},
    {.bound = UH_OWN_PART, .value = 2500, .families = FAMILY(ROTATION), .reason = "D-01"},
    {.bound = UH_OWN_PART,
     .value = 3000,
     .families = FAMILY(CHEST_OPEN) | FAMILY(EXTENSION) | FAMILY(NECK),
     .reason = "D-01"},
    {.bound = UH_OWN_PART, .value = 4000, .families = FAMILY(FLEX_EXT), .reason = "D-01"},
    {.bound = UH_OWN_BREATH, .value = 4000, .reason = "D-20"},
    {.bound = UH_OWN_REPETITION,
     .value = 6000,
     .families = FAMILY(ROTATION) | FAMILY(EXTENSION) | FAMILY(FLEX_EXT) | FAMILY(NECK),
     .reason = "D-10"},
};

static const uh_own_limit limits[] = {
    {.families = FAMILY(NECK),
     .limits = LIMIT(NO_NECK) | LIMIT(NO_NECK_EXTENSION),
     .reason = "D-12"},
    {.regions = REGION(NECK),
     .limits = LIMIT(NO_NECK) | LIMIT(NO_NECK_EXTENSION),
     .reason = "D-12"},
    {.families = FAMILY(CHEST_OPEN), .limits = LIMIT(NO_SHOULDER_END_RANGE), .reason = "D-16"},
    {.regions = REGION(SHOULDERS), .limits = LIMIT(NO_SHOULDER_END_RANGE), .reason = "D-16"},
    {.families = FAMILY(FLEX_EXT),
     .limits = LIMIT(NO_LOADED_FLEXION_TWIST) | LIMIT(NO_HEAD_DOWN),
     .reason = "D-16"},
    /* lying down or on hands and knees, no weight of the trunk is turned with it */
    {.families = FAMILY(ROTATION),
     .positions = POSITION(STANDING) | POSITION(SITTING) | POSITION(FLOOR_SITTING),
     .limits = LIMIT(NO_LOADED_FLEXION_TWIST),
     .reason = "D-16"},
    {.positions = POSITION(HANDS_KNEES), .limits = LIMIT(NO_KNEELING), .reason = "D-16"},
    {.positions = POSITION(PRONE) | POSITION(SUPINE),
     .limits = LIMIT(NO_PRONE_OR_LONG_SUPINE),
     .reason = "D-16"},
    {.equipment = EQUIPMENT(FOAM_ROLLER) | EQUIPMENT(LONG_FOAM_ROLLER),
     .limits = LIMIT(NO_ROLLER),
     .reason = "D-16"},
    {.opt_in = OPT_IN(ROLLER), .limits = LIMIT(NO_ROLLER), .reason = "AMB-18"},
    {.opt_in = OPT_IN(CHIN_LIFT),
     .limits = LIMIT(NO_NECK) | LIMIT(NO_NECK_EXTENSION),
     .reason = "D-12"},
    {.opt_in = OPT_IN(OVERPRESSURE),
     .limits = LIMIT(GENTLE) | LIMIT(NO_NECK_EXTENSION),
     .reason = "AMB-24"},
};

const uh_own_ceiling *uh_own_ceiling_at(uint32_t index)
{
    return index < UH_COUNT(ceilings) ? &ceilings[index] : NULL;
}

const uh_own_limit *uh_own_limit_at(uint32_t index)
{
    return index < UH_COUNT(limits) ? &limits[index] : NULL;
}

/* -- whose it is -- */

bool uh_exercise_is_own(const uh_exercise *exercise)
{
    return exercise->id == 0;
}

bool uh_exercise_has_therapist(const uh_exercise *exercise)
{
    return exercise->therapist.name != 0 && exercise->therapist.reason != 0;
}

uh_phrase uh_therapist_phrase(const uh_exercise *exercise)
{
    const uh_therapist *therapist = &exercise->therapist;
    UH_ASSERT(uh_exercise_has_therapist(exercise));
    const uh_argument name = uh_catalogue_argument(therapist->name);
    const uh_argument reason = uh_catalogue_argument(therapist->reason);
    return therapist->date ? uh_say3(UH_MSG_THERAPIST_DATED, name, reason,
                                     uh_catalogue_argument(therapist->date))
                           : uh_say2(UH_MSG_THERAPIST, name, reason);
}

/* -- what is exceeded -- */

/* A form that is measured, and what was found so far. */
typedef struct measuring {
    const uh_catalogue *catalogue;
    const uh_exercise *exercise;
    const uh_variant *variant;
    uh_own_excess *excesses;
    uint32_t count;
} measuring;

static bool is_at_least(uh_own_bound bound)
{
    return bound == UH_OWN_PART || bound == UH_OWN_BREATH || bound == UH_OWN_REPETITION;
}

static bool holds_for(const uh_own_ceiling *ceiling, const measuring *of)
{
    return (ceiling->families == 0 || (ceiling->families >> of->exercise->family & 1U) != 0) &&
           (ceiling->kinds == 0 || (ceiling->kinds >> of->exercise->kind & 1U) != 0) &&
           (ceiling->unless & of->variant->opt_in) == 0;
}

static bool is_stricter(const uh_own_ceiling *a, const uh_own_ceiling *b)
{
    return is_at_least(a->bound) ? a->value > b->value : a->value < b->value;
}

/* NULL: no row of this bound holds for the form. */
static const uh_own_ceiling *strictest(const measuring *of, uh_own_bound bound)
{
    const uh_own_ceiling *found = NULL;
    for (size_t i = 0; i < UH_COUNT(ceilings); i++) {
        const uh_own_ceiling *ceiling = &ceilings[i];
        if (ceiling->bound == bound && holds_for(ceiling, of) &&
            (found == NULL || is_stricter(ceiling, found))) {
            found = ceiling;
        }
    }
    return found;
}

/* `value` 0 or UH_UNKNOWN: the form leaves it open. */
static void measure(measuring *of, uh_own_bound bound, uint32_t part, int32_t value)
{
    const uh_own_ceiling *ceiling = strictest(of, bound);
    if (value <= 0 || ceiling == NULL) {
        return;
    }
    if (is_at_least(bound) ? value < ceiling->value : value > ceiling->value) {
        of->excesses[of->count++] = (uh_own_excess){bound, part, value, ceiling};
    }
}

static int32_t known_or_one(int32_t number)
{
    return number == UH_UNKNOWN ? 1 : number;
}

typedef int32_t level(const uh_design_range *design);

static int32_t ceiling_of(const uh_design_range *design)
{
    return design->ceiling;
}

static int32_t start_of(const uh_design_range *design)
{
    return design->start;
}

/* The schema keeps it below 120 s * 8 parts * 30 * 5 * 2 sides. */
static int32_t session_ms(const measuring *of, level *number)
{
    const uh_dose_range *dose = &of->variant->dose;
    const int32_t sides = of->exercise->sides.kind == UH_SIDES_BOTH ? 1 : 2;
    int32_t holds = 0;
    for (uint32_t i = 0; i < of->variant->parts.count; i++) {
        holds += uh_variant_part(of->catalogue, of->variant, i)->kind == UH_PART_HOLD;
    }
    const int32_t hold_ms = number(&dose->hold.design);
    return hold_ms <= 0
               ? 0
               : hold_ms * holds * sides * known_or_one(number(&dose->repetitions.design)) *
                     known_or_one(number(&dose->sets.design));
}

static void measure_dose(measuring *of, level *number)
{
    const uh_dose_range *dose = &of->variant->dose;
    measure(of, UH_OWN_HOLD, 0, number(&dose->hold.design));
    measure(of, UH_OWN_REPETITIONS, 0, number(&dose->repetitions.design));
    measure(of, UH_OWN_SETS, 0, number(&dose->sets.design));
    measure(of, UH_OWN_PER_DAY, 0, number(&dose->per_day.design));
    measure(of, UH_OWN_SESSION, 0, session_ms(of, number));
}

static void measure_tempo(measuring *of)
{
    const uint32_t mode = of->variant->mode;
    int32_t repetition_ms = 0;
    for (uint32_t i = 0; i < of->variant->parts.count; i++) {
        const uh_part *part = uh_variant_part(of->catalogue, of->variant, i);
        measure(of, UH_OWN_PART, i, part->ms);
        measure(of, UH_OWN_BREATH, i, part->breath == UH_BREATH_FREE ? 0 : part->ms);
        repetition_ms += part->ms;
    }
    if (mode == UH_MODE_REPETITIONS || mode == UH_MODE_BREATH_PACED) {
        measure(of, UH_OWN_REPETITION, 0, repetition_ms);
    }
}

static measuring begin(const uh_catalogue *catalogue, const uh_exercise *exercise, uint32_t variant,
                       uh_own_excess *excesses)
{
    return (measuring){catalogue, exercise, uh_exercise_variant(catalogue, exercise, variant),
                       excesses, 0};
}

uint32_t uh_own_excesses(const uh_catalogue *catalogue, const uh_exercise *exercise,
                         uint32_t variant, uh_own_excess ret_excesses[UH_OWN_EXCESSES_MAX])
{
    measuring of = begin(catalogue, exercise, variant, ret_excesses);
    measure_dose(&of, ceiling_of);
    measure_tempo(&of);
    return of.count;
}

uint32_t uh_own_start_excesses(const uh_catalogue *catalogue, const uh_exercise *exercise,
                               uint32_t variant, uh_own_excess ret_excesses[UH_OWN_EXCESSES_MAX])
{
    measuring of = begin(catalogue, exercise, variant, ret_excesses);
    measure_dose(&of, start_of);
    return of.count;
}

/* -- limits that nobody wrote -- */

/* The stretch's own rows name nothing that only a form has. */
static bool is_of_form(const uh_own_limit *row)
{
    return (row->positions | row->equipment | row->opt_in) != 0;
}

static bool has_one(uint32_t wanted, uint32_t there)
{
    return wanted == 0 || (wanted & there) != 0;
}

uint32_t uh_own_limits(const uh_exercise *exercise)
{
    uint32_t found = 0;
    for (size_t i = 0; i < UH_COUNT(limits); i++) {
        const uh_own_limit *row = &limits[i];
        if (!is_of_form(row) && has_one(row->families, 1U << exercise->family) &&
            has_one(row->regions, exercise->regions)) {
            found |= row->limits;
        }
    }
    return found;
}

uint32_t uh_own_form_limits(const uh_exercise *exercise, const uh_variant *variant)
{
    uint32_t found = 0;
    for (size_t i = 0; i < UH_COUNT(limits); i++) {
        const uh_own_limit *row = &limits[i];
        if (is_of_form(row) && has_one(row->families, 1U << exercise->family) &&
            has_one(row->regions, exercise->regions) &&
            has_one(row->positions, 1U << variant->position) &&
            has_one(row->equipment, variant->equipment) && has_one(row->opt_in, variant->opt_in)) {
            found |= row->limits;
        }
    }
    return found;
}

/* -- all of it -- */

static bool has_inferred_limits(const uh_catalogue *catalogue, const uh_exercise *exercise)
{
    if ((uh_own_limits(exercise) & ~exercise->not_for) != 0) {
        return false;
    }
    for (uint32_t i = 0; i < exercise->variants.count; i++) {
        const uh_variant *variant = uh_exercise_variant(catalogue, exercise, i);
        if ((uh_own_form_limits(exercise, variant) & ~(variant->not_for | exercise->not_for)) !=
            0) {
            return false;
        }
    }
    return true;
}

static bool is_within(const uh_catalogue *catalogue, const uh_exercise *exercise, bool therapist)
{
    uh_own_excess excesses[UH_OWN_EXCESSES_MAX];
    uint32_t count = 0;
    for (uint32_t i = 0; i < exercise->variants.count; i++) {
        count += therapist ? uh_own_start_excesses(catalogue, exercise, i, excesses)
                           : uh_own_excesses(catalogue, exercise, i, excesses);
    }
    return count == 0;
}

static bool says_something(const uh_catalogue *catalogue, uh_text text)
{
    const char *words = uh_catalogue_text(catalogue, text);
    return uh_text_has_letter(words, (uint32_t)strlen(words));
}

bool uh_own_is_sound(const uh_catalogue *catalogue, const uh_exercise *exercise)
{
    const uh_therapist *who = &exercise->therapist;
    const bool therapist = uh_exercise_has_therapist(exercise);
    if (!uh_exercise_is_own(exercise)) {
        return who->name == 0 && who->reason == 0 && who->date == 0;
    }
    if (therapist ? !says_something(catalogue, who->name) || !says_something(catalogue, who->reason)
                  : who->name != 0 || who->reason != 0 || who->date != 0) {
        return false;
    }
    return is_within(catalogue, exercise, therapist) &&
           (therapist || has_inferred_limits(catalogue, exercise));
}
