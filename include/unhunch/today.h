/* SPDX-License-Identifier: MIT */
/* today.h: what all facts together say now: who it is, what is allowed, what was done.
 *
 * A fold of fixed size, fed every fact there is in the order in which stores hand them out
 * (settings and answers first, then by moment, a session before what belongs to it). It takes of
 * each what counts today, so that a shell which cannot ask a database for days, the page, sees what
 * the command sees. */
#ifndef UNHUNCH_TODAY_H
#define UNHUNCH_TODAY_H

#include "unhunch/history.h"
#include "unhunch/screening.h"
#include "unhunch/settings.h"

/* Fields may be read; they change through the functions below. It is large: 40 KB. */
typedef struct uh_today {
    uh_moment now;
    uint32_t days; /* that the history looks back */
    uh_settings settings;
    uh_answers answers;
    uh_history history;
    uh_session_fact last; /* the last session that was real; id "": there was none */
    bool unknown;         /* not all could be read: gentle until it can */
    uh_person person;     /* these two after uh_today_end() */
    uh_screening screening;
} uh_today;

/* Nothing is known yet. `days`: 1 to UH_HISTORY_DAYS; the planner looks back UH_PLAN_DAYS. */
void uh_today_begin(uh_moment now, uint32_t days, uh_today *ret_today);

/* Takes one fact. */
void uh_today_take(uh_today *today, const uh_catalogue *catalogue, const uh_fact *fact);

/* After the last one; settings from config.yaml are put before it. `unknown`: not all facts could
 * be read. */
void uh_today_end(uh_today *today, const uh_catalogue *catalogue, bool unknown);

/* -- the rules by which a fact counts, for shells that read it part by part -- */

/* Facts up to this day are of today: after a flight to the west, or a step of the clock, what was
 * done today lies a day ahead. */
uh_date uh_today_until(uh_date today);

/* What answers make of a fact: all answers and marks there are, and today's ratings. */
void uh_today_answer(uh_answers *answers, uh_date today, const uh_fact *fact);

/* What holds today. Where nobody knows what was answered: the careful doses. */
uh_screening uh_today_screening(const uh_answers *answers, uh_date today, bool unknown);

#endif
