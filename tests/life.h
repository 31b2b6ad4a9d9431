/* SPDX-License-Identifier: MIT */
/* life.h: facts of a made-up person, for tests. Every moment is UTC; a day is told by its number.
 */
#ifndef UNHUNCH_TESTS_LIFE_H
#define UNHUNCH_TESTS_LIFE_H

#include <stdio.h>
#include <string.h>

#include "unhunch/fact.h"

#define LIFE_DAY_MS INT64_C(86400000)
#define LIFE_MINUTE_MS INT64_C(60000)

/* 2026-01-05 12:00 UTC, a Monday, and `minute` minutes later, `days_ago` days before. */
static inline uh_moment life_moment(int32_t days_ago, int32_t minute)
{
    const int64_t noon_ms = INT64_C(1767614400000);
    const int64_t at_ms = noon_ms - days_ago * LIFE_DAY_MS + minute * LIFE_MINUTE_MS;
    return uh_moment_at((uh_unix_ms){at_ms}, 0);
}

static inline uh_date life_today(void)
{
    return life_moment(0, 0).day;
}

/* Ids in the order in which they are made: the first eight letters tell them apart. */
static inline void life_name(uint32_t number, char id[UH_FACT_ID_SIZE])
{
    (void)snprintf(id, UH_FACT_ID_SIZE, "%08x-0000-7000-8000-000000000000", 0xa0000000U + number);
}

static inline uh_fact life_fact(uh_fact_kind kind, uh_moment at)
{
    return (uh_fact){.kind = kind, .changed = at.at};
}

/* To its end, at real speed. */
static inline uh_fact life_session(uint32_t number, uh_moment at, uh_helped helped)
{
    uh_fact fact = life_fact(UH_FACT_SESSION, at);
    uh_session_fact *session = &fact.is.session;
    life_name(number, session->id);
    session->began = at;
    session->ended = (uh_unix_ms){at.at.ms + 2 * LIFE_MINUTE_MS};
    session->end = UH_ENDING_COMPLETE;
    session->origin = UH_ORIGIN_NAMES;
    session->context = UH_CONTEXT_DESK;
    session->planned_ms = 2 * LIFE_MINUTE_MS;
    session->speed_percent = 100;
    session->helped = helped;
    return fact;
}

/* One side of a stretch, whole: two holds of half of `hold_ms` each. */
static inline uh_fact life_set(const uh_fact *session, uint32_t entry,
                               const uh_catalogue *catalogue, const char *key, uh_side side,
                               uint32_t hold_ms)
{
    uh_fact fact = life_fact(UH_FACT_SET, session->is.session.began);
    uh_set_fact *set = &fact.is.set;
    memcpy(set->session, session->is.session.id, sizeof set->session);
    set->entry = entry;
    set->set = 1;
    set->side = side;
    set->attempt = 1;
    (void)snprintf(set->exercise, sizeof set->exercise, "%s", key);
    (void)snprintf(set->variant, sizeof set->variant, "standard");
    uint32_t exercise = 0;
    if (uh_catalogue_find_exercise(catalogue, key, &exercise) == UH_OK) {
        set->family = uh_catalogue_exercise(catalogue, exercise)->family;
    }
    set->began = session->is.session.began;
    set->ended = (uh_unix_ms){set->began.at.ms + hold_ms};
    set->planned_hold_ms = set->actual_hold_ms = hold_ms;
    set->planned_repetitions = set->actual_repetitions = 2;
    set->duration_ms = hold_ms;
    return fact;
}

static inline uh_fact life_break(uint32_t number, uh_moment at, uh_break_kind kind)
{
    uh_fact fact = life_fact(UH_FACT_BREAK, at);
    life_name(number, fact.is.pause.id);
    fact.is.pause.began = at;
    fact.is.pause.kind = kind;
    return fact;
}

static inline uh_fact life_mark(uint32_t number, uh_moment at, uh_mark_kind mark)
{
    uh_fact fact = life_fact(UH_FACT_MARK, at);
    life_name(number, fact.is.mark.id);
    fact.is.mark.at = at;
    fact.is.mark.mark = mark;
    return fact;
}

static inline uh_fact life_rating(uint32_t number, uh_moment at, int32_t pain, int32_t stiffness)
{
    uh_fact fact = life_fact(UH_FACT_RATING, at);
    life_name(number, fact.is.rating.id);
    fact.is.rating.moment = UH_RATING_DAY;
    fact.is.rating.at = at;
    fact.is.rating.pain = pain;
    fact.is.rating.stiffness = stiffness;
    return fact;
}

/* A fixed course of chance (xorshift, Marsaglia 2003). */
static inline uint32_t life_chance(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

#endif
