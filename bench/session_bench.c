/* SPDX-License-Identifier: MIT */
/* What a session costs: one event taken, one look, a whole routine announced. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "catalogue/builtin.h"
#include "unhunch/session.h"

enum { ROUNDS = 200 };

static double now_ns(void)
{
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static uh_catalogue catalogue;
static uh_routine routine;

static uh_session started(void)
{
    uh_session session;
    if (uh_session_start(&catalogue, &routine, uh_session_default_options(), (uh_boot_ms){0},
                         &session) != UH_OK) {
        abort();
    }
    return session;
}

static void time_events(void)
{
    uint64_t events = 0;
    double began_ns = now_ns();
    for (int round = 0; round < ROUNDS; round++) {
        uh_session session = started();
        uh_session_event event;
        while (uh_session_next(&session, (uh_boot_ms){INT64_MAX - 1}, &event)) {
            events++;
        }
    }
    (void)printf("session_event %.0f ns\n", (now_ns() - began_ns) / (double)events);
}

/* Thirty frames a second through the whole routine. */
static void time_looks(void)
{
    uint64_t looks = 0;
    double sum = 0;
    uh_session session = started();
    int64_t end_ms = (int64_t)uh_timeline_total_ms(&catalogue, &routine);
    double began_ns = now_ns();
    for (int64_t ms = 0; ms < end_ms; ms += 33) {
        uh_session_event event;
        while (uh_session_next(&session, (uh_boot_ms){ms}, &event)) {
        }
        sum += uh_session_look(&session, (uh_boot_ms){ms}).session_progress;
        looks++;
    }
    double frame_ns = (now_ns() - began_ns) / (double)looks;
    (void)printf("session_frame %.0f ns\n", sum > 0 ? frame_ns : 0);
}

static void time_totals(void)
{
    uint64_t sum = 0;
    double began_ns = now_ns();
    for (int round = 0; round < ROUNDS; round++) {
        sum += uh_timeline_total_ms(&catalogue, &routine);
    }
    (void)printf("timeline_total %.0f ns\n", sum > 0 ? (now_ns() - began_ns) / ROUNDS : 0);
}

int main(void)
{
    uint32_t recipe = 0;
    uh_person person = uh_person_unknown();
    if (uh_catalogue_open(uh_builtin_catalogue, uh_builtin_catalogue_size, &catalogue) != UH_OK ||
        uh_catalogue_find_recipe(&catalogue, "whole-catalogue", &recipe) != UH_OK ||
        uh_routine_from_recipe(&catalogue, &person, &(uh_screening){0}, recipe, &routine) !=
            UH_OK) {
        return 1;
    }
    time_events();
    time_looks();
    time_totals();
    (void)printf("session_size %zu bytes\n", sizeof(uh_session));
    return 0;
}
