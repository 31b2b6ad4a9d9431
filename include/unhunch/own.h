/* SPDX-License-Identifier: MIT */
/* own.h: how far a stretch of one's own may go, and whom it is not for although nobody wrote so.
 *
 * A stretch without an id is one of one's own: no article describes it and nobody here has looked
 * at it. Without a therapist it stays within the table below, whose rows are the bounds that the
 * built-in stretches keep to; a therapist who is named with a reason lifts them for that stretch:
 * its ceilings and its tempo. Nobody lifts what protects a person rather than a stretch: the
 * screening, the stops, the opt-ins (a hold of more than 30 s still needs its yes), and the start
 * doses, which are all that gentle people get.
 *
 * | what                      | bound       | where                          | says     |
 * | ------------------------- | ----------- | ------------------------------ | -------- |
 * | one hold                  | 30 s        | everywhere                     | AMB-34   |
 * |                           | 60 s        | forms with opt_in long-hold    | AMB-34   |
 * |                           | 10 s        | kind activation                | AMB-06   |
 * | repetitions, set and side | 20          | everywhere                     | A:25     |
 * |                           | 10          | family neck                    | AMB-24   |
 * | sets                      | 3           | everywhere                     | B:59     |
 * | sessions a day            | 3           | everywhere                     | AMB-01   |
 * | holding in one session    | 240 s       | everywhere, both sides         | D-14     |
 * | a part that moves         | 2 s or more | everywhere                     | D-01     |
 * |                           | 2.5 s       | family rotation                | D-01     |
 * |                           | 3 s         | chest-open, extension, neck    | D-01     |
 * |                           | 4 s         | family flex-ext                | D-01     |
 * | a part with a breath      | 4 s or more | everywhere                     | D-20     |
 * | a moving repetition       | 6 s or more | all but chest-open, scapular   | D-10     |
 *
 * Of several rows that hold for a form the strictest counts. The four minutes of a family and day
 * (rule 7) stay with the gate (routine.h). */
#ifndef UNHUNCH_OWN_H
#define UNHUNCH_OWN_H

#include "unhunch/catalogue.h"

/* What is bounded; the first four in the order of uh_dose_range. */
typedef enum uh_own_bound {
    UH_OWN_HOLD,        /* ms of one hold, at most */
    UH_OWN_REPETITIONS, /* of one set and side, at most */
    UH_OWN_SETS,        /* at most */
    UH_OWN_PER_DAY,     /* sessions, at most */
    UH_OWN_SESSION,     /* ms held in one session, all sides together, at most */
    UH_OWN_PART,        /* ms of a part that moves, at least */
    UH_OWN_BREATH,      /* ms of a part with a breath, at least */
    UH_OWN_REPETITION,  /* ms of a repetition in the modes repetitions and breath-paced, at least */
    UH_OWN_BOUND_COUNT
} uh_own_bound;

/* A row of the table. */
typedef struct uh_own_ceiling {
    uh_own_bound bound;
    int32_t value;
    uint32_t families;  /* bit set of uh_family for which it holds; 0: all */
    uint32_t kinds;     /* bit set of uh_kind; 0: all */
    uint32_t unless;    /* bit set of uh_opt_in: not in forms that ask for one of these */
    const char *reason; /* a line of an article or a decision, as in `cite` */
} uh_own_ceiling;

/* NULL beyond the last. */
const uh_own_ceiling *uh_own_ceiling_at(uint32_t index);

/* One of one's own: it has no id. */
bool uh_exercise_is_own(const uh_exercise *exercise);

/* A therapist is named, with a reason. */
bool uh_exercise_has_therapist(const uh_exercise *exercise);

/* "Therapist Anna Weber, 2026-03-01: ...", for an exercise that has one. */
uh_phrase uh_therapist_phrase(const uh_exercise *exercise);

/* Where a form goes further than the table. */
typedef struct uh_own_excess {
    uh_own_bound bound;
    uint32_t part; /* PART, BREATH: index in the form's parts */
    int32_t value;
    const uh_own_ceiling *ceiling;
} uh_own_excess;

enum { UH_OWN_EXCESSES_MAX = UH_OWN_BOUND_COUNT + 2 * UH_PARTS_MAX };

/* With its ceilings and its tempo; returns how many. What a form leaves open exceeds nothing. */
uint32_t uh_own_excesses(const uh_catalogue *catalogue, const uh_exercise *exercise,
                         uint32_t variant, uh_own_excess ret_excesses[UH_OWN_EXCESSES_MAX]);

/* With its start doses, which not even a therapist takes further. */
uint32_t uh_own_start_excesses(const uh_catalogue *catalogue, const uh_exercise *exercise,
                               uint32_t variant, uh_own_excess ret_excesses[UH_OWN_EXCESSES_MAX]);

/* -- limits that nobody wrote
 * ------------------------------------------------------------------------------------ */

/* A row of the table of inferred limits: a form that has one of each set that is not empty is not
 * for people with these limits (D-23). */
typedef struct uh_own_limit {
    uint32_t families;  /* bit set of uh_family */
    uint32_t regions;   /* bit set of uh_region */
    uint32_t positions; /* bit set of uh_position */
    uint32_t equipment; /* bit set of uh_equipment */
    uint32_t opt_in;    /* bit set of uh_opt_in */
    uint32_t limits;    /* bit set of uh_limit */
    const char *reason;
} uh_own_limit;

/* NULL beyond the last. */
const uh_own_limit *uh_own_limit_at(uint32_t index);

/* What follows from family and regions, for every form; and beside it from a form's position,
 * equipment and opt-ins. Bit sets of uh_limit, also for stretches that are not one's own. The
 * binder adds them to `not_for`; where a therapist is named, a `not_for` that is written stands as
 * it is. */
uint32_t uh_own_limits(const uh_exercise *exercise);
uint32_t uh_own_form_limits(const uh_exercise *exercise, const uh_variant *variant);

/* Is the stretch, where it is one's own, within all of the above? uh_catalogue_open() takes no
 * other. */
bool uh_own_is_sound(const uh_catalogue *catalogue, const uh_exercise *exercise);

#endif
