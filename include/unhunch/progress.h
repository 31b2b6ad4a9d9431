/* SPDX-License-Identifier: MIT */
/* progress.h: what the history says, and nothing that it does not.
 *
 * It looks at the last `days` days of a fold (history.h), today included. Nothing here starts again
 * at nought: a day without anything is one day, and rest and flare days lower what was planned,
 * never what was done. A plain break that the person took is a full success (mission §3.2) and
 * counts as a day done. Today counts as planned as soon as something was done and not before: it is
 * not over. docs/progress.md tells all this to people. */
#ifndef UNHUNCH_PROGRESS_H
#define UNHUNCH_PROGRESS_H

#include "unhunch/history.h"
#include "unhunch/message.h"

enum {
    UH_PROGRESS_DAYS =
        42, /* unless somebody says otherwise: at three ratings a week these hold 14 */
    UH_PROGRESS_DAYS_LEAST = 7,

    UH_MEDIAN_RATINGS = 7, /* single ratings are noise: MDC 4.0 of 10 (Kovacs 2008) */
    /* A change is shown where the two medians are at least 2 apart, the next whole number above the
     * 1.3 that patients call a change (Cleland 2008), and the two sevens overlap so little that
     * chance alone gives that fewer than 5 times in 100 whatever the scatter of the ratings: U of
     * at most 8 of 49 (Mann & Whitney 1947). The 2 alone would not do: with the scatter behind an
     * MDC of 4.0 it comes by chance 12 times in 100. */
    UH_CHANGE_LEAST = 2,
    UH_CHANGE_OVERLAP = 8,

    UH_RELIEF_LEAST = 5 /* answers, below which nothing is said of a stretch */
};

/* What a day was; the strongest of what can be said of it. */
typedef enum uh_day_look {
    UH_DAY_UNKNOWN, /* before the first day of which anything is known */
    UH_DAY_FREE,
    UH_DAY_REST,
    UH_DAY_FLARE,
    UH_DAY_BREAK, /* a break that the person took */
    UH_DAY_STRETCHED,
    UH_DAY_LOOK_COUNT
} uh_day_look;

typedef enum uh_complaint {
    UH_COMPLAINT_PAIN,
    UH_COMPLAINT_STIFFNESS,
    UH_COMPLAINT_COUNT
} uh_complaint;

const char *uh_day_look_name(uint32_t look);   /* "unknown", "free" ... */
const char *uh_complaint_name(uint32_t which); /* "pain", "stiffness" */

/* The ratings of one complaint, one a day at most. */
typedef struct uh_course {
    uint32_t ratings;
    int32_t first;  /* median of the first seven; UH_NOT_ASKED: there are fewer */
    int32_t last;   /* of the last seven */
    bool is_told;   /* the two sevens do not overlap: 14 ratings or more */
    int32_t change; /* last less first where it is more than noise, else 0 */
    /* By day, 0 is today: the rating, and the median of the last seven up to that day, which stands
     * until the next rating. UH_NOT_ASKED: none. */
    int32_t rating[UH_HISTORY_DAYS];
    int32_t median[UH_HISTORY_DAYS];
} uh_course;

/* How often it felt better after short sessions with this stretch. */
typedef struct uh_relief {
    uint32_t exercise; /* index in the catalogue */
    uint32_t better;
    uint32_t asked;       /* UH_RELIEF_LEAST or more */
    uint32_t low_percent; /* what the true share could be: 95 % interval (Wilson 1927) */
    uint32_t high_percent;
} uh_relief;

/* A plain value. */
typedef struct uh_progress {
    uh_date today;
    uint32_t days;   /* that it looks at */
    uint32_t known;  /* of these, since the first day of which anything is known */
    uint32_t goal;   /* days a week; 0: as needed */
    uh_date earlier; /* where these are empty: the last day before them with anything to show;
                        UH_NO_DATE: none is known */

    uint32_t planned;   /* goal days of the known days less rest, flare and a today still open */
    uint32_t done;      /* days with stretches or a break that was taken */
    uint32_t stretched; /* of these, with stretches */
    uint32_t rest;      /* days marked so */
    uint32_t flare;
    uint32_t week_done;    /* days done of the last seven */
    uint32_t week_planned; /* as `planned`, of the last seven */
    bool is_due;           /* see uh_progress_is_due() */
    uint32_t sessions;
    uint32_t breaks;
    uint32_t taken; /* of these, on purpose */

    uint32_t family_ms[UH_FAMILY_COUNT]; /* in the last seven days */
    uint32_t enough;                     /* bit set of uh_family: uh_history_is_enough() */
    uint32_t left_ms;
    uint32_t right_ms;

    uh_course courses[UH_COMPLAINT_COUNT];

    /* Over all that the fold was fed: the base rate, and the stretches in the order of the
     * catalogue, as the numbers carry no other. */
    uint32_t relief_better;
    uint32_t relief_asked;
    uint32_t relief_count;
    uh_relief relief[UH_EXERCISES_MAX];

    uh_day_look day[UH_HISTORY_DAYS]; /* 0 is today */
} uh_progress;

/* `days`: UH_PROGRESS_DAYS_LEAST to UH_HISTORY_DAYS, of which the fold was fed at least as many.
 * `goal`: days a week that are aimed at, 0 to 7; see uh_settings_goal_days(). */
void uh_progress_look(const uh_history *history, uint32_t days, uint32_t goal,
                      uh_progress *ret_progress);

/* Is there nothing to show: nothing yet, or nothing in these days? */
bool uh_progress_is_empty(const uh_progress *progress);

/* Would a session today fit the plan? As uh_history_week(). */
bool uh_progress_is_due(const uh_progress *progress);

/* A week of this family or more: no further benefit is known. */
bool uh_progress_is_enough(const uh_progress *progress, uh_family family);

/* -- in words; each a whole sentence or two -- */

uh_phrase uh_progress_empty_phrase(const uh_progress *progress);
/* Nothing in the last `days` days, and how to see the day `ago` days ago: `command` is followed by
 * a number of days. */
uh_phrase uh_progress_lately_phrase(uint32_t days, int32_t ago, const char *command);
uh_phrase uh_progress_done_phrase(const uh_progress *progress);
uh_phrase uh_progress_days_phrase(const uh_progress *progress); /* with stretches, with a break */
uh_phrase uh_progress_rest_phrase(const uh_progress *progress); /* rest and flare days */
uh_phrase uh_progress_breaks_phrase(const uh_progress *progress);
uh_phrase uh_progress_family_phrase(const uh_progress *progress, uh_family family);
uh_phrase uh_progress_sides_phrase(const uh_progress *progress);
uh_phrase uh_progress_course_phrase(const uh_progress *progress, uh_complaint which);
uh_phrase uh_progress_relief_phrase(const uh_progress *progress); /* the base rate */
uh_phrase uh_relief_phrase(const uh_relief *relief);

#endif
