/* SPDX-License-Identifier: MIT */
/* routine.h: the ordered doses of one session, and the one gate that every routine passes.
 *
 * A routine can come from names, from a stored recipe, from the planner or from a therapist's plan;
 * whatever its origin, uh_routine_admit() judges it. The gate judges and never edits: what to do
 * about an objection is decided by uh_routine_trim() (leave the objected entries out) or by the
 * person. */
#ifndef UNHUNCH_ROUTINE_H
#define UNHUNCH_ROUTINE_H

#include "unhunch/person.h"

enum {
    UH_ROUTINE_MAX = 64,
    UH_SIDES = 3, /* by uh_side */
    UH_OBJECTIONS_MAX = 64,
    UH_FAMILY_PER_SESSION = 2,          /* at most two of one family (rule 7) */
    UH_FAMILY_HOLD_PER_DAY_MS = 240000, /* 4 minutes of holding (Ingram 2025, rule 7) */
    UH_LONG_HOLD_MS = 30000,            /* a longer hold needs UH_OPT_IN_LONG_HOLD (AMB-34) */
    UH_EXERCISE_PER_DAY = 3 /* sessions per exercise and day (AMB-01); a therapist may set more */
};

/* What to do: exact numbers, per side. */
typedef struct uh_dose {
    uint32_t hold_ms;     /* 0 where the form has no hold */
    uint32_t repetitions; /* 1 to UH_REPETITIONS_MAX, per set and side */
    uint32_t sets;        /* 1 to UH_SETS_MAX */
} uh_dose;

typedef struct uh_routine_entry {
    uint32_t exercise; /* index in the catalogue */
    uint32_t variant;  /* index in the exercise */
    uh_dose dose;
    uh_side first_side; /* UH_SIDE_BOTH where the stretch has no sides */
    bool one_side_only; /* the other side is parked, or a therapist planned one side (rule 3) */
} uh_routine_entry;

/* A plain value. */
typedef struct uh_routine {
    uint32_t count;
    uh_context context;
    uh_pace pace; /* of the person for whom it is */
    bool tour; /* whole-catalogue: exempt from equipment and, with each stretch once, from rule 7 */
    uh_routine_entry entries[UH_ROUTINE_MAX];
} uh_routine;

/* What was already done today, for the daily caps, and what today is set aside. Zero: nothing. */
typedef struct uh_day {
    uint32_t sessions[UH_EXERCISES_MAX];      /* per exercise index */
    uint32_t family_hold_ms[UH_FAMILY_COUNT]; /* held, both sides together */
    /* after pain, bit sets of exercises by uh_side; UH_SIDE_BOTH: of those without sides (rule 1)
     */
    uint32_t parked[UH_SIDES][UH_EXERCISES_MAX / 32];
    /* stopped today for a complaint, or of a session that felt worse: not again today */
    uint32_t rests[UH_EXERCISES_MAX / 32];
    uint32_t worse[UH_EXERCISES_MAX / 32];   /* of these: it was not stopped, it felt worse */
    uint32_t returns[UH_EXERCISES_MAX / 32]; /* after one of these, or set aside: start doses */
    uint32_t by_twin[UH_EXERCISES_MAX / 32]; /* of what was stopped or parked: its twin was */
    bool flare;                              /* a bad day: start doses */
} uh_day;

/* Why something is set aside or rests: bit set. */
enum uh_aside {
    UH_ASIDE_TWIN = 1, /* it was its twin that was stopped */
    UH_ASIDE_WORSE = 2 /* nothing was stopped today: it felt worse after a session with it */
};

/* Of what is parked or rests: bit set of uh_aside. */
uint32_t uh_day_aside(const uh_day *day, uint32_t exercise);

/* Is this side set aside after pain? Side BOTH of a sided stretch: both sides are. */
bool uh_day_parks(const uh_catalogue *catalogue, const uh_day *day, uint32_t exercise,
                  uh_side side);

/* Gentle: a flexible person, or a screening that says so. Start doses, and no opt-in counts (rule
 * 2). */
bool uh_is_gentle(const uh_person *person, const uh_screening *screening);

/* What can be used in a context: what the person said, and what goes with it. A sturdy chair is a
 * chair, a long foam roller is a foam roller, a desk has a chair, the context floor has floor. */
uint32_t uh_equipment_at(const uh_person *person, uh_context context);

/* What a form can be raised to: the ceiling of the design layer; counts that the form does not
 * state are 1. */
uh_dose uh_dose_ceiling(const uh_variant *variant);

/* Two names, one stretch with the hands clasped behind the back (AMB-12): is it one of them? */
bool uh_exercise_clasps_hands(const uh_catalogue *catalogue, const uh_exercise *exercise);

/* The same movement by another name: what one of them did to a person the other would do too, so
 * that a stop counts for both. UINT32_MAX: it has none. */
uint32_t uh_exercise_twin(const uh_catalogue *catalogue, uint32_t exercise);

/* Is this bit set of exercises, by index, of the day one of these? */
bool uh_day_has(const uint32_t *set, uint32_t exercise);

/* Whether a form holds at all. */
bool uh_variant_holds(const uh_catalogue *catalogue, const uh_variant *variant);

/* What an entry holds in all: every hold of every repetition, set and side. */
uint32_t uh_entry_hold_ms(const uh_catalogue *catalogue, const uh_routine_entry *entry);

/* The dose of a form at a level: start doses for the first weeks and for gentle people, else the
 * usual ones. */
uh_dose uh_dose_at(const uh_variant *variant, uh_level level);

/* Appends a form at a level, sides in the person's order. UH_ERR_FULL; UH_ERR_RANGE: no such
 * exercise or variant. */
UH_MUST_USE uh_status uh_routine_add(const uh_catalogue *catalogue, const uh_person *person,
                                     const uh_screening *screening, uint32_t exercise,
                                     uint32_t variant, uh_level level, uh_routine *routine);

/* The routine of a stored recipe. Who is gentle, by profile or by screening, gets start doses
 * throughout. UH_ERR_UNKNOWN: it names a stretch or a form that this catalogue does not have. */
UH_MUST_USE uh_status uh_routine_from_recipe(const uh_catalogue *catalogue, const uh_person *person,
                                             const uh_screening *screening, uint32_t recipe,
                                             uh_routine *ret_routine);

/* The sides of an entry in the person's order; where one is parked, only the other. An entry that
 * is of one side already keeps it. False: all of the stretch is parked, and its sides are as ever.
 */
bool uh_entry_take_sides(const uh_catalogue *catalogue, const uh_person *person, const uh_day *day,
                         uh_routine_entry *entry);

/* Fits every entry to the day, before the gate: a parked side is left to the other one, and on a
 * flare day, and of what comes back, no dose is above the start dose. Never makes an entry
 * stronger. */
void uh_routine_fit_day(const uh_catalogue *catalogue, const uh_person *person, const uh_day *day,
                        uh_routine *routine);

/* Which form of an exercise suits: the first whose position, equipment, context, opt-ins and limits
 * all fit; the standard form where none does (the gate then says why not). */
uint32_t uh_exercise_fitting_variant(const uh_catalogue *catalogue, const uh_person *person,
                                     const uh_screening *screening, uh_context context,
                                     uint32_t exercise);

typedef enum uh_objection_kind {
    UH_OBJECTION_EMERGENCY,       /* nothing but the emergency text (rule 1) */
    UH_OBJECTION_CLINICIAN_FIRST, /* no self-guided stretch (rule 1) */
    UH_OBJECTION_LIMIT,           /* a limit of the screening excludes this form (rule 1) */
    UH_OBJECTION_PARKED,          /* after pain, all of it or a side that it names (rule 1) */
    UH_OBJECTION_RESTS,           /* stopped today, or it felt worse: tomorrow again (rule 1) */
    UH_OBJECTION_OPT_IN,          /* the form needs a yes that was not given (rule 2) */
    UH_OBJECTION_CEILING,         /* a dose above its ceiling (rule 2) */
    UH_OBJECTION_GENTLE,          /* a dose above the start dose for a gentle person (rule 2) */
    UH_OBJECTION_DOSE,    /* no such dose: no repetitions, no hold where one is needed, too many */
    UH_OBJECTION_SIDES,   /* sides where there are none, or the other way round (rule 3) */
    UH_OBJECTION_CONTEXT, /* not a stretch for this place (rule 6) */
    UH_OBJECTION_EQUIPMENT,     /* needs something the person did not say is there (rule 6) */
    UH_OBJECTION_CLASPED_HANDS, /* both forms of the clasped hands (rule 7, AMB-12) */
    UH_OBJECTION_FAMILY,        /* a third one of one family (rule 7) */
    UH_OBJECTION_FAMILY_DAY,    /* over 4 minutes of holding for one family today (rule 7) */
    UH_OBJECTION_EXERCISE_DAY   /* a fourth time of one exercise today (rule 7) */
} uh_objection_kind;

typedef struct uh_objection {
    uh_objection_kind kind;
    uint32_t entry;   /* index in the routine */
    uint32_t other;   /* CLASPED_HANDS, FAMILY: the first it collides with; else = entry */
    uint32_t missing; /* EQUIPMENT: bit set; LIMIT: bit set of limits; OPT_IN: bit set; PARKED,
                         RESTS: bit set of uh_aside */
    int32_t limit;    /* CEILING, GENTLE, DAY: the number that is exceeded */
} uh_objection;

typedef struct uh_verdict {
    uint32_t count;
    /* in routine order; the gravest kind of each entry only */
    uh_objection objections[UH_OBJECTIONS_MAX];
} uh_verdict;

/* The gate. Entries are judged in order, each against those before it that were not objected to.
 * UH_OK: the routine may be played as it is. UH_ERR_REFUSED: ret_verdict names every objected
 * entry. UH_ERR_EMPTY: no entries. *ret_verdict is always written. */
UH_MUST_USE uh_status uh_routine_admit(const uh_catalogue *catalogue, const uh_person *person,
                                       const uh_screening *screening, const uh_day *day,
                                       const uh_routine *routine, uh_verdict *ret_verdict);

/* Leaves out the objected entries until the gate admits the rest; ret_verdict holds what was left
 * out and why (its entry numbers are those of the routine as it came). UH_ERR_REFUSED: nothing is
 * left; the routine is unchanged. */
UH_MUST_USE uh_status uh_routine_trim(const uh_catalogue *catalogue, const uh_person *person,
                                      const uh_screening *screening, const uh_day *day,
                                      uh_routine *routine, uh_verdict *ret_verdict);

/* The reason in words, for the person. */
uh_phrase uh_objection_phrase(const uh_catalogue *catalogue, const uh_routine *routine,
                              const uh_objection *objection);

/* Why it rests until tomorrow, in plans and by name; `aside`: bit set of uh_aside. */
uh_phrase uh_rests_phrase(const uh_catalogue *catalogue, uint32_t exercise, uint32_t aside);

/* That a stretch rests until tomorrow, in words: it, or its twin, was stopped today for a
 * complaint, or it felt worse after a session with one of them. False: it does not. */
bool uh_day_rests(const uh_catalogue *catalogue, const uh_day *day, uint32_t exercise,
                  uh_phrase *ret_why);

#endif
