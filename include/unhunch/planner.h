/* SPDX-License-Identifier: MIT */
/* planner.h: which stretches, in which order, with which dose; and why each one is in or out.
 *
 * Hard rules take out (uh_routine_admit() of routine.h, and those told below); soft wishes weigh
 * what is left, and of all that may be done the plan of the highest score is found, not a good one
 * near it. The order is canonical and not searched: standing, sitting, then the places on the floor
 * once each, in one order (D-43); in one place what moves before what holds; then the catalogue's
 * order. Of plans with one score the shorter one wins, then the one whose stretches come first in
 * the catalogue. Equal input gives an equal plan on every machine.
 *
 * Hard rules beside the gate's:
 *   - nothing on a day with too much pain (rating.h, screening.h): breaks and walking only (AMB-02)
 *   - what is parked after pain is left out, on one side where it was one (mission §1.8)
 *   - what was stopped today for a complaint, and all of a session after which it felt worse, rests
 *     until tomorrow, and comes back at its start dose and in its form of half the way, until it
 *     went well once on a later day (mission §1.8, D-46); what happened to one of two names of one
 *     movement happened to the other
 *   - what the person dislikes is left out; by name they still get it
 *   - no dose above the step that the history has reached (D-41); gentle people: the start dose
 *   - a form that makes a stretch stronger only where the usual dose was reached, and for gentle
 *     people no form that holds where the standard form moves (D-42)
 *   - a neck stretch in its form of half the way until it went well once, where it has one that may
 *     be done here (mission §1.8, D-12). Nothing went well in a session after which it felt worse
 */
#ifndef UNHUNCH_PLANNER_H
#define UNHUNCH_PLANNER_H

#include "unhunch/progress.h"
#include "unhunch/rating.h"
#include "unhunch/timeline.h"

enum {
    UH_PLAN_MINUTES_MAX = 60,
    UH_PLAN_MINUTES_USUAL = 5,             /* where nobody says how long */
    UH_PLAN_MICRO_MS = UH_RATING_MICRO_MS, /* a micro-break (mission §1.8) */
    UH_PLAN_FLEXIBLE_WEEK = 3,             /* sessions a week; beyond, only as needed (AMB-01) */
    UH_PLAN_EVIDENCE_MS = 60000,           /* a muscle group and session (ACSM: Garber 2011) */
    UH_PLAN_LATELY_DAYS = 3,               /* days after which a family is as new */
    UH_PLAN_HELPED_LEAST = 3,              /* answers, below which nothing is made of them */
    UH_PLAN_OPTIONS_MAX = UH_EXERCISES_MAX * UH_VARIANTS_MAX * UH_DOSE_STEPS,
    UH_PLAN_FLOOR_PLACES = UH_PLACE_COUNT - 2,
    UH_PLAN_PAIR_VALUE_MAX = 320, /* of what one family adds; planner_weigh.c proves it */
    UH_PLAN_GROUP = 3             /* families whose choices are joined first */
};

/* The first two of the very first session, by key (D-27): small, easily felt, to be done anywhere
 * (mission §1.8). The planner prefers them then, and who asks for nothing gets just these. */
enum { UH_FIRST_STRETCHES = 2 };
const char *uh_first_stretch(uint32_t index);

/* -- wishes: what speaks for a plan -- */

typedef enum uh_wish {
    UH_WISH_FIRST,    /* the first session ever begins with S03 and S14 */
    UH_WISH_STIFF,    /* reaches a region that feels stiff */
    UH_WISH_DISCREET, /* goes unnoticed, where that was asked for */
    UH_WISH_LATELY,   /* each day since its family was last done, up to UH_PLAN_LATELY_DAYS */
    UH_WISH_HELPED,   /* felt better after it more often than usual */
    UH_WISH_LIKED,
    UH_WISH_MOVES,    /* something is done at all */
    UH_WISH_DOWN,     /* it is done on the floor, where the floor was chosen */
    UH_WISH_EVIDENCE, /* up to UH_PLAN_EVIDENCE_MS of work for a family and side */
    UH_WISH_TIME,     /* no minute is wasted */
    UH_WISH_STANDARD, /* the form that the article describes */
    UH_WISH_SECOND,   /* the second of a family */
    UH_WISH_AGAIN,    /* was done today, each time */
    UH_WISH_LAST,     /* was done the last time, on another day */
    UH_WISH_ENOUGH,   /* its family is past UH_FAMILY_ENOUGH_MS this week */
    UH_WISH_FLOOR,    /* down to the floor and up again */
    UH_WISH_PLACE,    /* each further place on the floor */
    UH_WISH_COUNT
} uh_wish;

/* Points at most; negative where it speaks against. */
int32_t uh_wish_weight(uh_wish wish);

/* "stiff", "lately" ... */
const char *uh_wish_name(uint32_t wish);

/* The reason for its weight, in one sentence. */
uh_message uh_wish_message(uh_wish wish);

/* Is today a day for breaks and walking only: six of ten or more, rated before a session or for the
 * day (AMB-02)? Whoever asks for a stretch by name hears the same. */
bool uh_day_is_too_sore(const uh_screening *screening, const uh_history *history);

/* -- a request and its answer -- */

typedef struct uh_plan_request {
    uh_context context; /* ANY: anywhere, with what the person said is there */
    uint32_t minutes;   /* 1 to UH_PLAN_MINUTES_MAX, from the first phase to the last */
    uint32_t most;      /* stretches; 0: any number */
    bool micro;         /* at most UH_PLAN_MICRO_MS, and one stretch unless `most` says more */
} uh_plan_request;

/* Why a stretch is in or out. */
typedef enum uh_plan_code {
    UH_PLAN_IN_FIRST,
    UH_PLAN_IN_STIFF,    /* bits: regions */
    UH_PLAN_IN_DISCREET, /* these are in the order of uh_wish */
    UH_PLAN_IN_LATELY,   /* count: days; 0: never */
    UH_PLAN_IN_HELPED,   /* count of `of` */
    UH_PLAN_IN_LIKED,
    UH_PLAN_IN_FITS,
    UH_PLAN_IN_RETURN,       /* comes back, eased; count: its return_reason; other: stopped one */
    UH_PLAN_NEEDS_EQUIPMENT, /* bits: what is not there */
    UH_PLAN_NEEDS_YES,       /* bits: opt-ins */
    UH_PLAN_NEEDS_PLACE,     /* bits: contexts in which it can be done */
    UH_PLAN_OUT_EMERGENCY,
    UH_PLAN_OUT_CLINICIAN,
    UH_PLAN_OUT_PAIN,
    UH_PLAN_OUT_LIMIT,  /* bits: limits */
    UH_PLAN_OUT_PARKED, /* after pain, until the person wants to try it again; other: of which */
    UH_PLAN_OUT_RESTS,  /* until tomorrow; bits: uh_aside; other: which was stopped today */
    UH_PLAN_OUT_DISLIKED,
    UH_PLAN_OUT_DOSE,       /* no dose that can be done: a file of one's own */
    UH_PLAN_OUT_DONE,       /* count: times today */
    UH_PLAN_OUT_FAMILY_DAY, /* four minutes of holding for its family today */
    UH_PLAN_OUT_LONG,       /* ms: what it takes alone; more than there is */
    UH_PLAN_OUT_CLASPED,    /* other: the same with another name is in */
    UH_PLAN_OUT_FAMILY,     /* other: two of its family are in */
    UH_PLAN_OUT_BETTER,     /* other: one of its family is in that serves better */
    UH_PLAN_OUT_MOST,       /* count: no more than so many */
    UH_PLAN_OUT_ROOM,       /* ms: what it takes beside the others; more than is left */
    UH_PLAN_OUT_FLOOR,      /* not worth another way to the floor */
    UH_PLAN_OUT_NOT_YET,    /* the very first session stays short */
    UH_PLAN_CODE_COUNT
} uh_plan_code;

/* "stiff", "needs-equipment", "no-room" ... as in JSON. */
const char *uh_plan_code_name(uint32_t code);

/* How a person would sort them. */
typedef enum uh_plan_group {
    UH_PLAN_GROUP_IN,
    UH_PLAN_GROUP_COULD_BE, /* with something that is missing */
    UH_PLAN_GROUP_NOT_FOR_YOU,
    UH_PLAN_GROUP_NO_ROOM,
    UH_PLAN_GROUP_COUNT
} uh_plan_group;

uh_plan_group uh_plan_group_of(uh_plan_code code);

/* What an argument is stands at its code; the others are 0. */
typedef struct uh_plan_reason {
    uh_plan_code code;
    uint32_t entry; /* in the routine; of what is in */
    uint32_t other; /* an exercise */
    uint32_t bits;
    uint32_t count;
    uint32_t of;
    uint32_t ms;
} uh_plan_reason;

/* Words that go with a plan: bit set. */
typedef enum uh_plan_note {
    UH_PLAN_NOTE_AS_NEEDED, /* past UH_PLAN_FLEXIBLE_WEEK: only as needed */
    UH_PLAN_NOTE_ENOUGH,    /* a family in it is past its weekly ten minutes */
    UH_PLAN_NOTE_FLARE,     /* a bad day: start doses, and nothing is owed */
    UH_PLAN_NOTE_AWAY,      /* the first time after a long absence: start doses */
    UH_PLAN_NOTE_COUNT
} uh_plan_note;

/* "as-needed", "enough" ... */
const char *uh_plan_note_name(uint32_t note);

/* Why there is no plan, and what would be the nearest possible one. */
typedef enum uh_plan_refusal_kind {
    UH_PLAN_POSSIBLE,
    UH_PLAN_NO_EMERGENCY,
    UH_PLAN_NO_CLINICIAN,
    UH_PLAN_NO_PAIN,      /* breaks and walking only today */
    UH_PLAN_NO_MINUTES,   /* minutes, exercise: what would do */
    UH_PLAN_NO_EQUIPMENT, /* bits, exercise: with these it would be possible */
    UH_PLAN_NO_YES,       /* bits, exercise: opt-ins */
    UH_PLAN_NO_PLACE,     /* bits, exercise: contexts */
    UH_PLAN_NO_TODAY,     /* all that may be done here was done today; tomorrow again */
    UH_PLAN_NO_CHOICE,    /* all is set aside, disliked or out by the safety answers */
    UH_PLAN_REFUSAL_COUNT
} uh_plan_refusal_kind;

const char *uh_plan_refusal_name(uint32_t kind);

typedef struct uh_plan_refusal {
    uh_plan_refusal_kind kind;
    uint32_t minutes;
    uint32_t exercise;
    uint32_t bits;
} uh_plan_refusal;

/* A plain value. */
typedef struct uh_plan {
    uh_routine routine;   /* no entries where it is refused */
    bool first;           /* the very first session: uh_plan_make_unasked() */
    uint32_t duration_ms; /* uh_timeline_total_ms() of it */
    int32_t score;        /* uh_plan_score() of it */
    uint32_t notes;       /* bit set of uh_plan_note */
    uint32_t enough;      /* bit set of uh_family: past their weekly ten minutes */
    uh_wish wish;         /* up to LIKED: what weighed most in it; MOVES: none of these */
    uh_plan_refusal refusal;
    uint32_t reason_count; /* one for each exercise of the catalogue */
    uh_plan_reason reasons[UH_EXERCISES_MAX];
} uh_plan;

/* -- the search: private -- */

typedef struct uh_plan_option {
    uint32_t cost_ms; /* with its set-up and the pause before it */
    uint32_t work_ms; /* a side, for UH_WISH_EVIDENCE */
    uint32_t hold_ms; /* both sides, for the day's four minutes */
    int32_t base;     /* its points but those for evidence */
    uint16_t exercise;
    uint8_t variant;
    uint8_t step;
    uint8_t family;
    uint8_t floor; /* bit of its place on the floor; 0: none */
    uint8_t clasped;
    uint8_t first_side;
    uint8_t one_side;
} uh_plan_option;

/* The shortest way to a value; picks are options + 1, 0 for none. */
typedef struct uh_plan_cell {
    uint32_t ms;
    uint16_t value;
    uint16_t picks[UH_PLAN_GROUP * UH_FAMILY_PER_SESSION];
} uh_plan_cell;

enum {
    UH_PLAN_FAMILY_WIDTH = UH_PLAN_PAIR_VALUE_MAX + 1,
    UH_PLAN_GROUP_WIDTH = UH_PLAN_GROUP * UH_PLAN_PAIR_VALUE_MAX + 1,
    UH_PLAN_FAMILY_COUNTS = UH_FAMILY_PER_SESSION + 1,
    UH_PLAN_GROUP_COUNTS = UH_PLAN_GROUP * UH_FAMILY_PER_SESSION + 1
};

/* Room to work in: about half a megabyte, owned by the caller, of no meaning between calls. */
typedef struct uh_plan_workspace {
    uint32_t option_count;
    uh_plan_option options[UH_PLAN_OPTIONS_MAX];
    uint16_t order[UH_PLAN_OPTIONS_MAX]; /* by family, cheap ones first */
    uint16_t kept[UH_PLAN_OPTIONS_MAX];
    uh_plan_cell family[UH_PLAN_FAMILY_COUNTS * UH_PLAN_FAMILY_WIDTH];
    uh_plan_cell group[UH_PLAN_GROUP][UH_PLAN_GROUP_COUNTS * UH_PLAN_GROUP_WIDTH];
} uh_plan_workspace;

/* Plans. *ret_plan is always written, a reason for each exercise of the catalogue included.
 * UH_ERR_REFUSED: a safety rule says no. UH_ERR_RANGE: nothing fits the minutes. UH_ERR_EMPTY:
 * nothing can be done here and now for another reason. All three: ret_plan->refusal. */
UH_MUST_USE uh_status uh_plan_make(const uh_catalogue *catalogue, const uh_person *person,
                                   const uh_screening *screening, const uh_history *history,
                                   const uh_plan_request *request, uh_plan_workspace *workspace,
                                   uh_plan *ret_plan);

/* The points of any routine for this person: a sum over its entries, the pairs of one family and
 * the places on the floor. */
int32_t uh_plan_score(const uh_catalogue *catalogue, const uh_person *person,
                      const uh_history *history, const uh_routine *routine);

/* What the planner takes a routine to last: a sum over its entries and its places, equal to
 * uh_timeline_total_ms() where it is in the canonical order. */
uint32_t uh_plan_cost_ms(const uh_catalogue *catalogue, const uh_routine *routine);

/* Brings the entries into the canonical order. */
void uh_plan_sort(const uh_catalogue *catalogue, uh_routine *routine);

/* The dose of a step: 0 start, 1 half-way, rounded down to whole seconds and counts, 2 usual; never
 * below the start and never above the usual dose (D-41). */
uh_dose uh_dose_step(const uh_variant *variant, uint32_t step);

/* -- in words -- */

/* Why it comes back eased, for plans and for what is asked for by name; it is returning
 * (history.h).
 */
uh_phrase uh_return_phrase(const uh_catalogue *catalogue, const uh_history *history,
                           uint32_t exercise);

/* One sentence for one exercise. */
uh_phrase uh_plan_reason_phrase(const uh_catalogue *catalogue, const uh_plan *plan,
                                uint32_t exercise);

/* What a note says. */
uh_phrase uh_plan_note_phrase(uh_plan_note note);

/* Why these, in one sentence for the whole plan. */
uh_message uh_plan_why_message(const uh_plan *plan);

/* Why there is none, and the nearest that would be possible; after an emergency both are the same.
 */
uh_phrase uh_plan_refusal_phrase(const uh_plan *plan);
uh_phrase uh_plan_nearest_phrase(const uh_catalogue *catalogue, const uh_plan *plan);

/* -- days ahead -- */

/* The fold as it would be had the plan been done today, all of it and well. */
void uh_plan_pretend(const uh_catalogue *catalogue, const uh_plan *plan, uh_history *history);

/* The plan as one number: what it means, never its bytes. */
uint64_t uh_plan_hash(uint64_t hash, const uh_plan *plan);

#endif
