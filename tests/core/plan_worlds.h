/* SPDX-License-Identifier: MIT */
/* plan_worlds.h: people, places, screenings and pasts of all kinds, for the tests of the planner.
 */
#ifndef UNHUNCH_TESTS_CORE_PLAN_WORLDS_H
#define UNHUNCH_TESTS_CORE_PLAN_WORLDS_H

#include "unhunch/planner.h"

enum {
    WORLD_TODAY = 20000,
    WORLD_PEOPLE = 6,
    WORLD_EQUIPMENTS = 8,
    WORLD_SCREENINGS = 14,
    WORLD_REQUESTS = 11,
    WORLD_HISTORIES = 20,
    WORLD_FACTS_MAX = 3000
};

/* 0 to below - 1; the same row for the same seed on every machine. */
uint32_t world_random(uint64_t *seed, uint32_t below);

/* Profiles: typical, typical and discreet, stiff, stiff with every yes and with likes and dislikes,
 * flexible with every yes, with a therapist's plan. */
uh_person world_person(uint32_t index, uint32_t equipment);

/* Classes of what is there. */
uint32_t world_equipment(uint32_t index);

/* Classes of outcomes: none, each limit alone, several, all, clinician first, emergency. */
uh_screening world_screening(uint32_t index);

/* 1, 2, 3, 5, 8, 10, 15, 20 and 30 minutes, a micro-break, two stretches in five minutes. */
uh_plan_request world_request(uint32_t index, uh_context context);

/* Facts of a past, in their order; 0 is an empty one. Returns how many. */
size_t world_facts(const uh_catalogue *catalogue, uint32_t index, uh_fact *facts);

/* The fold of them. */
void world_history(const uh_catalogue *catalogue, const uh_fact *facts, size_t count,
                   uh_history *ret_history);

#endif
