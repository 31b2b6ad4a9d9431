/* SPDX-License-Identifier: MIT */
/* plan_exhaustive.c STRIDE PART PARTS: builds every plan over people, places, things, minutes,
 * pasts and screenings, and has each checked by plan_rules.c. STRIDE 100 takes one in a hundred,
 * drawn by a seed; PART of PARTS (from 0) shares the work among processes. Prints how many. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/builtin.h"
#include "core/plan_rules.h"
#include "core/plan_worlds.h"
#include "unhunch/words.h"

static uh_catalogue catalogue;
static uh_fact facts[WORLD_FACTS_MAX];
static uh_history history;
static rule_past past;
static uh_plan_workspace workspace;
static uh_plan plan;
static uint64_t plans;
static uint64_t refusals;
static uint64_t entries;
static uint64_t codes[UH_PLAN_CODE_COUNT];
static uint64_t kinds[UH_PLAN_REFUSAL_COUNT];
static int failures;

typedef struct world {
    uint32_t history;
    uint32_t person;
    uint32_t context;
    uint32_t equipment;
    uint32_t screening;
    uint32_t request;
} world;

static void tell(const world *at, const char *broken)
{
    (void)printf("history %u, person %u, %s, equipment %u, screening %u, request %u: %s\n",
                 at->history, at->person, uh_context_name(at->context), at->equipment,
                 at->screening, at->request, broken);
    for (uint32_t i = 0; i < plan.routine.count; i++) {
        const uh_routine_entry *entry = &plan.routine.entries[i];
        const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, entry->exercise);
        (void)printf("    %s, form %u: %u ms, %u times, %u sets, side %u%s\n",
                     uh_catalogue_text(&catalogue, exercise->key), entry->variant,
                     entry->dose.hold_ms, entry->dose.repetitions, entry->dose.sets,
                     entry->first_side, entry->one_side_only ? " only" : "");
    }
    failures++;
}

/* Every reason is a sentence, in each language. */
static bool is_told(uint32_t exercise)
{
    static const char *const tags[] = {"en", "qps"};
    const uh_phrase phrase = uh_plan_reason_phrase(&catalogue, &plan, exercise);
    for (size_t i = 0; i < UH_COUNT(tags); i++) {
        char text[512];
        const size_t length =
            uh_words(uh_language_find(tags[i]), &catalogue, &phrase, text, sizeof text);
        if (length < 10 || length >= sizeof text) {
            return false;
        }
    }
    return true;
}

static void count_up(const world *at, uh_status status)
{
    plans++;
    refusals += status != UH_OK;
    entries += plan.routine.count;
    kinds[plan.refusal.kind]++;
    for (uint32_t i = 0; i < plan.reason_count; i++) {
        codes[plan.reasons[i].code]++;
    }
    for (uint32_t i = 0; plans % 64 == 0 && i < plan.reason_count; i++) {
        if (!is_told(i)) {
            tell(at, "a reason that is no sentence");
        }
    }
}

static void try_world(const world *at)
{
    const uh_person person = world_person(at->person, world_equipment(at->equipment));
    const uh_screening screening = world_screening(at->screening);
    const uh_plan_request request = world_request(at->request, (uh_context)at->context);
    const rule_world rules = {&catalogue, &person, &screening, &past, request.context};
    const uh_status status =
        uh_plan_make(&catalogue, &person, &screening, &history, &request, &workspace, &plan);
    const char *broken = rule_broken_by_plan(&rules, &request, status, &plan);
    if (broken) {
        tell(at, broken);
    }
    count_up(at, status);
}

/* The worlds of one past by number. */
enum {
    WORLDS = WORLD_PEOPLE * UH_CONTEXT_COUNT * WORLD_EQUIPMENTS * WORLD_SCREENINGS * WORLD_REQUESTS
};

static uint32_t take(uint32_t *number, uint32_t below)
{
    const uint32_t digit = *number % below;
    *number /= below;
    return digit;
}

static void try_history(uint32_t index, uint32_t stride, uint32_t part, uint32_t parts)
{
    uint64_t seed = UINT64_C(0x2545f4914f6cdd1d) + index;
    const size_t count = world_facts(&catalogue, index, facts);
    world_history(&catalogue, facts, count, &history);
    rule_past_read(&catalogue, facts, count, (uh_date){WORLD_TODAY}, &past);
    for (uint32_t number = 0; number < WORLDS && failures < 20; number++) {
        const bool drawn = world_random(&seed, stride) == 0;
        uint32_t rest = number;
        world at = {.history = index};
        at.request = take(&rest, WORLD_REQUESTS);
        at.person = take(&rest, WORLD_PEOPLE);
        at.equipment = take(&rest, WORLD_EQUIPMENTS);
        at.context = take(&rest, UH_CONTEXT_COUNT);
        at.screening = take(&rest, WORLD_SCREENINGS);
        if (drawn && number % parts == part) {
            try_world(&at);
        }
    }
}

static void print_counts(void)
{
    (void)printf("%" PRIu64 " plans, %" PRIu64 " refused, %" PRIu64
                 " stretches in them, %d broken\n",
                 plans, refusals, entries, failures);
    for (uint32_t i = 0; i < UH_PLAN_CODE_COUNT; i++) {
        (void)printf("  %s %" PRIu64 "\n", uh_plan_code_name(i), codes[i]);
    }
    for (uint32_t i = 0; i < UH_PLAN_REFUSAL_COUNT; i++) {
        (void)printf("  %s %" PRIu64 "\n", uh_plan_refusal_name(i), kinds[i]);
    }
}

int main(int argc, char **argv)
{
    const uint32_t stride = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 1;
    const uint32_t part = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : 0;
    const uint32_t parts = argc > 3 ? (uint32_t)strtoul(argv[3], NULL, 10) : 1;
    catalogue = builtin_catalogue();
    for (uint32_t i = 0; i < WORLD_HISTORIES && failures < 20; i++) {
        try_history(i, stride, part, parts);
    }
    print_counts();
    return failures == 0 && plans > 0 ? 0 : 1;
}
