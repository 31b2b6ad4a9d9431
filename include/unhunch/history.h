/* SPDX-License-Identifier: MIT */
/* history.h: what planner and progress know of the past: a fold of fixed size, fed fact by fact
 * from any store.
 *
 * Feed facts in the order in which they happened, a session before its sets, from the first day
 * that matters on; of what is older only the marks need be read, so that cost hardly grows with the
 * age of the history. A stop for pain is the mark STOP, whatever its set says: where somebody took
 * it back the mark is gone, and a simulated session leaves none. Simulated sessions and what comes
 * with them are left out (rule 4).
 * Stretches that this catalogue does not have count for their family and are else unknown. */
#ifndef UNHUNCH_HISTORY_H
#define UNHUNCH_HISTORY_H

#include "unhunch/fact.h"
#include "unhunch/routine.h"

enum {
    UH_HISTORY_DAYS = 400, /* days that a fold can hold, today included */
    UH_WEEK_DAYS = 7,
    UH_PLAN_DAYS = 92,       /* days that the planner looks back: a screening lasts 90 */
    UH_PARK_PAINS = 2,       /* stops for pain with one stretch and side that park it (rule 1) */
    UH_DOSE_STEPS = 3,       /* start, half-way, usual (architecture: at most three dose levels) */
    UH_STEP_GOOD_DAYS = 3,   /* days on which the dose went well, before the next step */
    UH_STEP_DAYS = 7,        /* and at least so many days since the last step (D-03: first week) */
    UH_PAIN_PAUSE_DAYS = 14, /* after pain the dose steps back and stays for so long */
    UH_RESTART_DAYS = 14,    /* after so long an absence it begins at the start dose again */
    UH_FAMILY_ENOUGH_MS = 600000, /* a week; no further benefit known beyond (Ingram 2025) */
    UH_RELIEF_STRETCHES = 2       /* only of sessions so short is it asked which stretch helped */
};

/* Beside the reasons of stops, why a stretch comes back eased: it felt worse after a session with
 * it. Of which stretch nobody knows, so it holds for all that were worked in it. */
enum { UH_RETURN_WORSE = UH_REASON_COUNT };

/* What a stop can be a complaint about; in the order of uh_reason from PAIN on. */
typedef enum uh_complaint_kind {
    UH_COMPLAINT_OF_PAIN,
    UH_COMPLAINT_OF_NERVE,
    UH_COMPLAINT_OF_DIZZINESS,
    UH_COMPLAINT_KIND_COUNT
} uh_complaint_kind;

/* Stops for one of them, however long ago, with this very stretch. */
typedef struct uh_stops {
    uint32_t times;
    uh_date last; /* UH_NO_DATE: none */
} uh_stops;

/* A stretch of the catalogue, by its index. */
typedef struct uh_exercise_past {
    uh_date last;       /* the day it was last worked; UH_NO_DATE: never */
    uint32_t times;     /* sessions in which it was worked */
    bool went_well;     /* in one of them: all of it as planned, and it did not feel worse after */
    uint32_t step;      /* dose step reached, 0 to UH_DOSE_STEPS - 1; read uh_history_step() */
    uint32_t good_days; /* over, at this step */
    uh_date good_last;  /* a day that went well so far and counts once it is over */
    uh_date bad_last;   /* the last day that did not */
    uh_date step_since;
    uh_date pain_last;      /* the last stop for a complaint: pain, a nerve, dizziness */
    uh_date worse_last;     /* of the last session with it after which it felt worse */
    uh_date return_since;   /* of one of these or of TRY_AGAIN, until it went well on a later day */
    uint32_t return_reason; /* uh_reason of the stop; NONE: TRY_AGAIN; or UH_RETURN_WORSE */
    bool by_twin;           /* what was stopped was its twin, the same movement by another name */
    uh_stops stops[UH_COMPLAINT_KIND_COUNT];
    uint32_t pains[UH_SIDES]; /* marked stops for pain since TRY_AGAIN, by side */
    uint32_t relief;          /* short sessions with it after which it felt better */
    uint32_t relief_asked;    /* short sessions with it after which somebody answered */
    uint32_t left_ms;         /* worked, for evenness */
    uint32_t right_ms;
} uh_exercise_past;

/* One day. */
typedef struct uh_day_past {
    uint32_t sessions; /* in which something was worked */
    uint32_t breaks;
    uint32_t taken; /* of the breaks: those that the person took on purpose, not merely AWAY */
    uint32_t family_ms[UH_FAMILY_COUNT]; /* held, or moved where nothing is held; both sides */
    uint32_t left_ms;
    uint32_t right_ms;
    int32_t pain; /* the day's first rating outside AFTER, or UH_NOT_ASKED */
    int32_t stiffness;
    uint32_t marks; /* bit set of uh_mark_kind */
} uh_day_past;

/* A session that is being read. The fold's own. */
typedef struct uh_session_past {
    char id[UH_FACT_ID_SIZE];
    bool open;
    bool counts;
    uh_date day;
    uint32_t helped;
    uint32_t correction;
    uint32_t worked[UH_EXERCISES_MAX / 32];  /* bit sets of exercises */
    uint32_t marred[UH_EXERCISES_MAX / 32];  /* eased, stopped, skipped or left early */
    uint32_t strangers[UH_ROUTINE_MAX / 32]; /* of entries that the catalogue does not have */
    bool worked_any;
    bool whole; /* played to the end of its routine */
} uh_session_past;

/* Fields may be read; they change through the functions below. */
typedef struct uh_history {
    uh_date today;
    uint32_t sessions; /* that count, in all that was fed */
    uh_date before;    /* day of a session before all that was fed; UH_NO_DATE: none is known */
    uh_date first;     /* day of the first of them */
    bool whole;        /* one of them was played to its end */
    uh_date since;     /* the first day with a session, a break or a rating; UH_NO_DATE: none */
    uh_date earlier;   /* the last such day before all that was fed; UH_NO_DATE: none is known */
    uh_date last;
    uh_date family_last[UH_FAMILY_COUNT];
    uh_exercise_past exercises[UH_EXERCISES_MAX];
    uh_day_past days[UH_HISTORY_DAYS]; /* 0 is today, 1 yesterday ... */
    uh_day done;                       /* today's, for the gate, and what is parked */
    uint32_t relief;                   /* base rate: short sessions after which it felt better */
    uint32_t relief_asked;
    uh_session_past current;
} uh_history;

/* Nothing happened yet. */
void uh_history_begin(uh_date today, uh_history *ret_history);

/* There was a session before the days that are fed, on this one. */
void uh_history_know_before(uh_history *history, uh_date day);

/* Before the days that are fed there were sessions, breaks or ratings, the last on this day. */
void uh_history_know_earlier(uh_history *history, uh_date day);

/* Takes one fact. Kinds that say nothing about the past (entry, command, setting, answer) are
 * passed over, and so are days before UH_HISTORY_DAYS, but for the marks STOP and TRY_AGAIN. After
 * a flight to the west or a step of the clock what was done lies a day ahead: it is of today, but
 * for a rest day, which may be named ahead. What lies further ahead is passed over. */
void uh_history_take(uh_history *history, const uh_catalogue *catalogue, const uh_fact *fact);

/* After the last one: what is known of the last session counts. */
void uh_history_end(uh_history *history);

/* `today` becomes a later day, on which nothing happened yet; after uh_history_end(). For a look
 * ahead: what was fed stays, but for days that fall out of UH_HISTORY_DAYS. */
void uh_history_move(uh_history *history, uh_date today);

/* -- what it says -- */

/* It comes back after a stop for a complaint, after a session that felt worse, or after it was set
 * aside: at its start dose and half as far, until it went well once on a later day (mission §1.8).
 * At most UH_PLAN_DAYS long: whatever was done before these is not known. */
bool uh_history_is_returning(const uh_history *history, uint32_t exercise);

/* The dose step that today is in place: the one reached, but 0 after UH_RESTART_DAYS without it, on
 * a day marked as flare and while it comes back. */
uint32_t uh_history_step(const uh_history *history, uint32_t exercise);

/* Set aside after pain (per stretch and side, mission §1.8). Side BOTH of a sided stretch: both
 * sides are. */
bool uh_history_is_parked(const uh_history *history, const uh_catalogue *catalogue,
                          uint32_t exercise, uh_side side);

/* Would one more stop for pain, on this side, set it aside? Side BOTH of a sided stretch: either.
 */
bool uh_history_would_park(const uh_history *history, const uh_catalogue *catalogue,
                           uint32_t exercise, uh_side side);

/* In the last `days` days, today included; at most UH_HISTORY_DAYS. */
uint32_t uh_history_sessions(const uh_history *history, uint32_t days);
uint32_t uh_history_days_done(const uh_history *history, uint32_t days);
uint64_t uh_history_family_ms(const uh_history *history, uh_family family, uint32_t days);
bool uh_history_is_marked(const uh_history *history, uint32_t day, uh_mark_kind mark);

/* How many of the last `days` days are known: since the first day of which anything is. */
uint32_t uh_history_known(const uh_history *history, uint32_t days);

/* What is planned in the last `days` days, at `goal` days a week: the share of those that are
 * known, are no rest or flare day and are over; today is, as soon as something is done. Parts of a
 * day are not owed. */
uint32_t uh_history_planned(const uh_history *history, uint32_t days, uint32_t goal);

/* The seven days that end today, against an aim of so many a week. */
typedef struct uh_week {
    uint32_t done;    /* days with stretches or a break that was taken */
    uint32_t planned; /* uh_history_planned() */
    /* Would a session today fit: nothing is done yet, today is no rest or flare day, fewer days are
     * done than a whole week without its rest and flare days has room for, and up to every other
     * day, yesterday had none. */
    bool is_due;
} uh_week;

/* `goal`: days a week, 0 to 7; see uh_settings_goal_days(). */
uh_week uh_history_week(const uh_history *history, uint32_t goal);

/* Is what comes the very first session, as far as is known? It stays so until one was played to its
 * end, or a day is over on which something was worked: who was called away after one set has not
 * had it, and who ends early each time is offered more the next day. */
bool uh_history_is_new(const uh_history *history);

/* There were sessions, and the last one is UH_RESTART_DAYS ago or more: doses begin again. */
bool uh_history_was_away(const uh_history *history);

/* Is a family past UH_FAMILY_ENOUGH_MS in the seven days that end today? */
bool uh_history_is_enough(const uh_history *history, uh_family family);

/* Days since the last session; INT32_MAX: there was none. */
int32_t uh_history_away(const uh_history *history);

#endif
