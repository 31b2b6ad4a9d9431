/* SPDX-License-Identifier: MIT */
/* plan_rules.h: does a plan break a rule? Written from the text of the rules (docs/architecture.md
 * and docs/decisions.md), and not from planner, gate or the fold of the history: it reads the
 * catalogue and the facts by itself. Of the core it calls only the catalogue and the timeline. */
#ifndef UNHUNCH_TESTS_CORE_PLAN_RULES_H
#define UNHUNCH_TESTS_CORE_PLAN_RULES_H

#include "unhunch/planner.h"

/* What the facts say of a stretch and of today, by this checker's own reading. */
typedef struct rule_stretch {
    uint32_t times;       /* sessions in which it was done */
    uint32_t times_today; /* of these, today */
    bool went_well;       /* at least one of them */
    uint32_t pains[3];    /* by side, since somebody wanted to try again */
    uint32_t most_step;   /* of the dose: 0 start, 1 half-way, 2 usual */
    bool rests;           /* stopped today for a complaint, or it felt worse after it */
    bool returns;         /* after a stop, or set aside: not done well on a day since */
} rule_stretch;

typedef struct rule_past {
    rule_stretch stretches[UH_EXERCISES_MAX];
    uint64_t held_today_ms[UH_FAMILY_COUNT];
    uint64_t week_ms[UH_FAMILY_COUNT]; /* of seven days */
    uint32_t week_sessions;
    uint32_t sessions;
    int32_t away_days; /* since the last one; -1: none */
    int32_t pain_today;
    bool flare_today;
} rule_past;

/* Facts in the order in which they happened. */
void rule_past_read(const uh_catalogue *catalogue, const uh_fact *facts, size_t count,
                    uh_date today, rule_past *ret_past);

typedef struct rule_world {
    const uh_catalogue *catalogue;
    const uh_person *person;
    const uh_screening *screening;
    const rule_past *past;
    uh_context context;
} rule_world;

/* The rule that an entry breaks by itself; NULL: none. */
const char *rule_broken_by_entry(const rule_world *world, const uh_routine_entry *entry);

/* The rule that the entries break together, the order aside; NULL: none. */
const char *rule_broken_together(const rule_world *world, const uh_routine *routine);

/* The rule about the order that they break; NULL: none. */
const char *rule_broken_by_order(const rule_world *world, const uh_routine *routine);

/* The rule that stands against any plan; NULL: none. */
const char *rule_against_all(const rule_world *world);

/* The entry of a form at a dose step, with the sides that are left; false: there are none. */
bool rule_entry(const rule_world *world, uint32_t exercise, uint32_t variant, uint32_t step,
                uh_routine_entry *ret_entry);

/* The rule that an answer of the planner breaks; NULL: none. */
const char *rule_broken_by_plan(const rule_world *world, const uh_plan_request *request,
                                uh_status status, const uh_plan *plan);

#endif
