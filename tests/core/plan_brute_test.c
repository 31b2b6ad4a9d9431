/* SPDX-License-Identifier: MIT */
/* plan_brute_test.c: on small catalogues the planner finds what trying everything finds: every set
 * of stretches, each in every form and dose, in every order. What may be done is decided by
 * plan_rules.c, what it is worth by uh_plan_score(), and what it lasts by the timeline. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/plan_rules.h"
#include "core/plan_worlds.h"
#include "core/small_catalogue.h"
#include "unhunch/binder.h"

#ifndef UH_BRUTE_CATALOGUES
#define UH_BRUTE_CATALOGUES 2000
#endif

enum {
    STRETCHES_MAX = 6,
    CHOICES_MAX = UH_VARIANTS_MAX * UH_DOSE_STEPS,
    TIES = UH_FAMILY_COUNT * UH_FAMILY_PER_SESSION
};

static uh_catalogue catalogue;
static uh_person person;
static uh_screening screening;
static uh_history history;
static rule_past past;
static uh_plan_request request;
static uh_fact facts[WORLD_FACTS_MAX];
static uh_plan_workspace workspace;
static uh_plan plan;
static uint64_t tried;

/* -- the best by trying everything -- */

typedef struct choice {
    uh_routine_entry entry;
    uint32_t rank; /* by stretch, form and dose */
} choice;

typedef struct brute {
    rule_world rules;
    uint32_t counts[STRETCHES_MAX];
    choice choices[STRETCHES_MAX][CHOICES_MAX];
    choice picked[STRETCHES_MAX];
    uint32_t picked_count;
    bool found;
    int32_t score;
    uint64_t ms;
    uint32_t ties[TIES];
    uh_routine best;
} brute;

static void list_choices(brute *in, uint32_t exercise)
{
    const uint32_t forms = uh_catalogue_exercise(&catalogue, exercise)->variants.count;
    for (uint32_t form = 0; form < forms; form++) {
        for (uint32_t step = 0; step < UH_DOSE_STEPS; step++) {
            choice *at = &in->choices[exercise][in->counts[exercise]];
            if (rule_entry(&in->rules, exercise, form, step, &at->entry) &&
                rule_broken_by_entry(&in->rules, &at->entry) == NULL) {
                at->rank = (exercise * UH_VARIANTS_MAX + form) * UH_DOSE_STEPS + step + 1;
                in->counts[exercise]++;
            }
        }
    }
}

/* Of equal plans the one whose families, one after another, come first in the catalogue. */
static void list_ties(const brute *in, uint32_t ties[TIES])
{
    uint32_t used[UH_FAMILY_COUNT] = {0};
    for (uint32_t i = 0; i < TIES; i++) {
        ties[i] = 0;
    }
    for (uint32_t i = 0; i < in->picked_count; i++) {
        const uint32_t family =
            uh_catalogue_exercise(&catalogue, in->picked[i].entry.exercise)->family;
        ties[family * UH_FAMILY_PER_SESSION + used[family]++] = in->picked[i].rank;
    }
}

static bool is_better(const brute *in, int32_t score, uint64_t ms, const uint32_t ties[TIES])
{
    if (!in->found || score != in->score) {
        return !in->found || score > in->score;
    }
    for (uint32_t i = 0; ms == in->ms && i < TIES; i++) {
        if (ties[i] != in->ties[i]) {
            return ties[i] < in->ties[i];
        }
    }
    return ms < in->ms;
}

static void weigh_order(brute *in, const uh_routine *routine)
{
    const uint64_t limit_ms = request.micro ? UH_PLAN_MICRO_MS : (uint64_t)request.minutes * 60000;
    if (rule_broken_by_order(&in->rules, routine)) {
        return;
    }
    tried++;
    const uint64_t ms = uh_timeline_total_ms(&catalogue, routine);
    assert_int_equal(uh_plan_cost_ms(&catalogue, routine), ms);
    if (ms > limit_ms) {
        return;
    }
    const int32_t score = uh_plan_score(&catalogue, &person, &history, routine);
    uint32_t ties[TIES];
    list_ties(in, ties);
    if (is_better(in, score, ms, ties)) {
        in->found = true;
        in->score = score;
        in->ms = ms;
        in->best = *routine;
        memcpy(in->ties, ties, sizeof in->ties);
    }
}

/* Every order of what was picked. */
static void try_orders(brute *in, uh_routine *routine, uint32_t used)
{
    if (routine->count == in->picked_count) {
        weigh_order(in, routine);
        return;
    }
    for (uint32_t i = 0; i < in->picked_count; i++) {
        if ((used & 1U << i) == 0) {
            routine->entries[routine->count++] = in->picked[i].entry;
            try_orders(in, routine, used | 1U << i);
            routine->count--;
        }
    }
}

static void try_picked(brute *in)
{
    uh_routine routine = {.context = request.context, .pace = person.pace};
    for (uint32_t i = 0; i < in->picked_count; i++) {
        routine.entries[routine.count++] = in->picked[i].entry;
    }
    const uint32_t most = request.most > 0 ? request.most : request.micro ? 1 : UINT32_MAX;
    if (routine.count > 0 && routine.count <= most &&
        rule_broken_together(&in->rules, &routine) == NULL) {
        routine.count = 0;
        try_orders(in, &routine, 0);
    }
}

static void try_from(brute *in, uint32_t exercise)
{
    if (exercise == uh_catalogue_exercise_count(&catalogue)) {
        try_picked(in);
        return;
    }
    try_from(in, exercise + 1);
    for (uint32_t i = 0; i < in->counts[exercise]; i++) {
        in->picked[in->picked_count++] = in->choices[exercise][i];
        try_from(in, exercise + 1);
        in->picked_count--;
    }
}

/* -- against the planner -- */

static void print_routine(const uh_routine *routine)
{
    for (uint32_t i = 0; i < routine->count; i++) {
        const uh_routine_entry *entry = &routine->entries[i];
        print_message("  stretch %u form %u: %u ms, %u, %u, side %u%s\n", entry->exercise,
                      entry->variant, entry->dose.hold_ms, entry->dose.repetitions,
                      entry->dose.sets, entry->first_side, entry->one_side_only ? " only" : "");
    }
}

static bool is_same_entry(const uh_routine_entry *a, const uh_routine_entry *b)
{
    return a->exercise == b->exercise && a->variant == b->variant &&
           a->dose.hold_ms == b->dose.hold_ms && a->dose.repetitions == b->dose.repetitions &&
           a->dose.sets == b->dose.sets && a->first_side == b->first_side &&
           a->one_side_only == b->one_side_only;
}

static bool is_same_plan(const brute *in)
{
    if (in->score != plan.score || in->ms != plan.duration_ms ||
        in->best.count != plan.routine.count) {
        return false;
    }
    for (uint32_t i = 0; i < in->best.count; i++) {
        if (!is_same_entry(&in->best.entries[i], &plan.routine.entries[i])) {
            return false;
        }
    }
    return true;
}

static void assert_as_brute(uint32_t number)
{
    static brute in;
    in = (brute){.rules = {&catalogue, &person, &screening, &past, request.context}};
    const uh_status status =
        uh_plan_make(&catalogue, &person, &screening, &history, &request, &workspace, &plan);
    const char *broken = rule_broken_by_plan(&in.rules, &request, status, &plan);
    if (broken) {
        print_routine(&plan.routine);
        fail_msg("catalogue %u: %s", number, broken);
    }
    if (rule_against_all(&in.rules)) {
        return;
    }
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(&catalogue); i++) {
        list_choices(&in, i);
    }
    try_from(&in, 0);
    if (in.found != (status == UH_OK) || (in.found && !is_same_plan(&in))) {
        print_message("wanted %d points in %llu ms\n", in.score, (unsigned long long)in.ms);
        print_routine(&in.best);
        print_message("got %d points in %u ms\n", plan.score, plan.duration_ms);
        print_routine(&plan.routine);
        fail_msg("catalogue %u: not the best plan", number);
    }
}

static void draw_world(uint64_t *seed)
{
    static const uh_context contexts[] = {UH_CONTEXT_ANY, UH_CONTEXT_DESK, UH_CONTEXT_FLOOR};
    const uint32_t pasts = world_random(seed, WORLD_HISTORIES);
    const uint32_t things =
        world_random(seed, 2) == 0 ? WORLD_EQUIPMENTS - 1 : world_random(seed, WORLD_EQUIPMENTS);
    person = world_person(world_random(seed, WORLD_PEOPLE), world_equipment(things));
    screening = world_screening(world_random(seed, 4) > 0 ? 0 : world_random(seed, 10));
    request = world_request(world_random(seed, WORLD_REQUESTS),
                            contexts[world_random(seed, UH_COUNT(contexts))]);
    const size_t count = world_facts(&catalogue, pasts, facts);
    world_history(&catalogue, facts, count, &history);
    rule_past_read(&catalogue, facts, count, (uh_date){WORLD_TODAY}, &past);
}

static void compare(uint64_t seed, uint32_t catalogues, small_kind kind)
{
    tried = 0;
    for (uint32_t number = 0; number < catalogues; number++) {
        void *image = NULL;
        const uint32_t count = 3 + world_random(&seed, 4);
        catalogue = small_catalogue(&seed, count, kind, NULL, &image);
        draw_world(&seed);
        assert_as_brute(number);
        uh_binder_free_image(image);
    }
    print_message("%u catalogues, %llu plans tried\n", catalogues, (unsigned long long)tried);
}

static void the_plan_is_the_best_of_all_that_may_be_done(void **state)
{
    compare(UINT64_C(0x5851f42d4c957f2d), UH_BRUTE_CATALOGUES, SMALL_MIXED);
}

/* Most of a crowd is beaten by others: what is left out early must not be missed. */
static void the_plan_is_the_best_of_a_crowd_that_may_not_be_together(void **state)
{
    compare(UINT64_C(0x14057b7ef767814f), UH_BRUTE_CATALOGUES / 2 * 3, SMALL_CROWDED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_plan_is_the_best_of_all_that_may_be_done),
        cmocka_unit_test(the_plan_is_the_best_of_a_crowd_that_may_not_be_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
