/* SPDX-License-Identifier: MIT */
/* pasts.h: feeds a history as a store would, a session and a set at a time. */
#ifndef UNHUNCH_TESTS_CORE_PASTS_H
#define UNHUNCH_TESTS_CORE_PASTS_H

#include <stdio.h>
#include <string.h>

#include "core/builtin.h"
#include "unhunch/history.h"

enum { PAST_TODAY = 20000 };

/* A text into a field of a fact. */
#define PAST_NAME(field, text) ((void)snprintf((field), sizeof(field), "%s", (text)))

/* A session that went well, so many days ago; its fields may be changed before past_take(). */
static inline uh_fact past_session(const char *id, int32_t days_ago)
{
    uh_fact fact = {.kind = UH_FACT_SESSION};
    PAST_NAME(fact.is.session.id, id);
    fact.is.session.began.day = (uh_date){PAST_TODAY - days_ago};
    fact.is.session.end = UH_ENDING_COMPLETE;
    fact.is.session.speed_percent = 100;
    return fact;
}

/* One side of one set, held for 10 s in 2 repetitions and finished. */
static inline uh_fact past_set(const uh_catalogue *catalogue, const char *session, const char *key,
                               uh_side side)
{
    uh_fact fact = {.kind = UH_FACT_SET};
    uint32_t index = 0;
    PAST_NAME(fact.is.set.session, session);
    PAST_NAME(fact.is.set.exercise, key);
    if (uh_catalogue_find_exercise(catalogue, key, &index) == UH_OK) {
        fact.is.set.family = uh_catalogue_exercise(catalogue, index)->family;
    }
    fact.is.set.set = 1;
    fact.is.set.attempt = 1;
    fact.is.set.side = side;
    fact.is.set.planned_hold_ms = fact.is.set.actual_hold_ms = 10000;
    fact.is.set.planned_repetitions = fact.is.set.actual_repetitions = 2;
    fact.is.set.duration_ms = 30000;
    fact.is.set.end = UH_ENDED_COMPLETE;
    return fact;
}

static inline uh_fact past_mark(uh_mark_kind mark, int32_t days_ago)
{
    uh_fact fact = {.kind = UH_FACT_MARK};
    fact.is.mark.mark = mark;
    fact.is.mark.at.day = (uh_date){PAST_TODAY - days_ago};
    return fact;
}

/* Somebody stopped because it hurt. */
static inline uh_fact past_pain(const char *key, uh_side side, int32_t days_ago)
{
    uh_fact fact = past_mark(UH_MARK_STOP, days_ago);
    strcpy(fact.is.mark.exercise, key);
    fact.is.mark.side = side;
    fact.is.mark.reason = UH_REASON_PAIN;
    return fact;
}

static inline uh_fact past_rating(int32_t days_ago, int32_t pain, int32_t stiffness)
{
    uh_fact fact = {.kind = UH_FACT_RATING};
    fact.is.rating.moment = UH_RATING_DAY;
    fact.is.rating.at.day = (uh_date){PAST_TODAY - days_ago};
    fact.is.rating.pain = pain;
    fact.is.rating.stiffness = stiffness;
    return fact;
}

/* A whole session of one set and side of one stretch. */
static inline void past_take(uh_history *history, const uh_catalogue *catalogue, uh_fact session,
                             uh_fact set)
{
    PAST_NAME(set.is.set.session, session.is.session.id);
    uh_history_take(history, catalogue, &session);
    uh_history_take(history, catalogue, &set);
}

#endif
