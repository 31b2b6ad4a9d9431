/* SPDX-License-Identifier: MIT */
/* rating.h: when pain and stiffness are asked for, and what an answer means.
 *
 * Both from 0 to 10 in plain words (mission §3.6: a generic numeric scale). Once a day and around
 * sessions of over five minutes, never around a micro-break (§1.8); who does not answer within 20 s
 * was not asked, so that hands stay free. */
#ifndef UNHUNCH_RATING_H
#define UNHUNCH_RATING_H

#include "unhunch/history.h"

enum {
    UH_RATING_MOST = 10,
    UH_RATING_SESSION_MS = 300000, /* longer sessions are rated before and after */
    UH_RATING_MICRO_MS = 75000,    /* up to here it is a micro-break */
    UH_RATING_ANSWER_MS = 20000,   /* then it counts as not asked */
    UH_RATING_TOO_MUCH = 6,        /* from here on breaks and walking only today (AMB-02, §1.8) */
    UH_RATING_EASE_RISE = 1,       /* above the value before: ease (AMB-02) */
    UH_RATING_STOP_RISE = 2        /* so much: stop (AMB-02) */
};

typedef struct uh_rating {
    int32_t pain; /* 0 to UH_RATING_MOST, or UH_NOT_ASKED */
    int32_t stiffness;
} uh_rating;

/* Is it asked before a session that takes so long? Long ones always, others where the day has no
 * rating yet. */
bool uh_rating_is_due_before(const uh_history *history, uint64_t planned_ms);
bool uh_rating_is_due_after(uint64_t planned_ms);

/* How the day is: what was just answered, else the day's rating so far. */
uh_rating uh_rating_of_day(const uh_history *history);

/* Only breaks and walking today. What was not asked is not too much. Stiffness alone never is: it
 * is the reason to stretch. */
bool uh_rating_is_too_much(uh_rating rating);

/* The rise from before to after, of the worse of the two; 0 where something was not asked. */
int32_t uh_rating_rise(uh_rating before, uh_rating after);

#endif
