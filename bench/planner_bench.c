/* SPDX-License-Identifier: MIT */
/* What a plan costs: the built-in stretches, and these with a hundred of one's own, at 30 minutes
 * with everything there; the middle and the worst over people and pasts. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "core/builtin.h"
#include "core/plan_worlds.h"
#include "core/small_catalogue.h"
#include "unhunch/binder.h"

enum { OWN = 100, ROUNDS = 5, MINUTES = 30, TIMES_MAX = WORLD_PEOPLE * WORLD_HISTORIES * 2 };

static uh_fact facts[WORLD_FACTS_MAX];
static uh_history history;
static uh_plan_workspace workspace;
static uh_plan plan;
static double times_us[TIMES_MAX];
static size_t count;

/* Of this process alone: what else runs does not count. */
static double now_us(void)
{
    struct timespec now;
    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static int compare(const void *a, const void *b)
{
    const double first = *(const double *)a;
    const double second = *(const double *)b;
    return first < second ? -1 : first > second;
}

static double middle(double *values, size_t length)
{
    qsort(values, length, sizeof *values, compare);
    return values[length / 2];
}

static double time_plan(const uh_catalogue *catalogue, const uh_person *person, uh_context context)
{
    const uh_plan_request request = {.context = context, .minutes = MINUTES};
    double rounds_us[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
        const double began_us = now_us();
        const uh_status status = uh_plan_make(catalogue, person, &(uh_screening){0}, &history,
                                              &request, &workspace, &plan);
        rounds_us[round] = now_us() - began_us;
        if (status != UH_OK && status != UH_ERR_REFUSED) {
            abort();
        }
    }
    return middle(rounds_us, ROUNDS);
}

static void time_all(const uh_catalogue *catalogue, const char *name)
{
    count = 0;
    for (uint32_t past = 0; past < WORLD_HISTORIES; past++) {
        const size_t length = world_facts(catalogue, past, facts);
        world_history(catalogue, facts, length, &history);
        for (uint32_t who = 0; who < WORLD_PEOPLE; who++) {
            const uh_person person = world_person(who, world_equipment(WORLD_EQUIPMENTS - 1));
            times_us[count++] = time_plan(catalogue, &person, UH_CONTEXT_FLOOR);
            times_us[count++] = time_plan(catalogue, &person, UH_CONTEXT_ANY);
        }
    }
    (void)printf("%s_median %.0f us\n", name, middle(times_us, count));
    (void)printf("%s_worst %.0f us\n", name, times_us[count - 1]);
}

int main(void)
{
    uint64_t seed = 2024;
    void *image = NULL;
    const uh_catalogue builtin = builtin_catalogue();
    const uh_catalogue with_own = small_catalogue(&seed, OWN, SMALL_OWN, &builtin, &image);
    time_all(&builtin, "plan");
    time_all(&with_own, "plan_with_100_own");
    (void)printf("plan_workspace %zu bytes\n", sizeof(uh_plan_workspace));
    uh_binder_free_image(image);
    return 0;
}
