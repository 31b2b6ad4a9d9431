/* SPDX-License-Identifier: MIT */
/* timeline.h: the phases of a routine one by one, each with its exact length.
 *
 * The only place that knows how long things take. Announced duration, dry run, planner cost and the
 * session itself walk the same iterator. Nesting: stretch, set, side, repetition, part (B:20,
 * AMB-15). */
#ifndef UNHUNCH_TIMELINE_H
#define UNHUNCH_TIMELINE_H

#include "unhunch/routine.h"

/* The rows of the time table (AMB-35, D-01; positions in D-02). Milliseconds at the usual pace; an
 * unhurried person gets half as long again to get ready, on the ways and in rests, never in the
 * moves and holds themselves (D-26). */
enum {
    UH_GET_READY_MS = 5000, /* before each side; a form may need longer, then both sides get it */
    UH_MOVE_MS = 3000,      /* move in and release, where the form does not say otherwise */
    UH_REST_REPETITION_MS = 3000, /* after held repetitions; moving ones follow each other */
    UH_REST_SET_MS = 30000,
    UH_NEXT_STRETCH_MS = 5000,
    UH_COUNT_MS = 3000 /* the last three seconds are counted */
};

typedef enum uh_phase {
    UH_PHASE_NEXT_STRETCH, /* pause between two stretches: says what comes */
    UH_PHASE_WAY_IN,       /* getting to the place or into the position; only where that changes */
    UH_PHASE_GET_READY,    /* starting position, slump to tall; first side */
    UH_PHASE_SWITCH_SIDE,  /* get ready of the second side, exactly as long as that of the first */
    UH_PHASE_MOVE_IN,
    UH_PHASE_HOLD,
    UH_PHASE_RELEASE,
    UH_PHASE_MOVE,    /* a leg of a moving repetition, with its breath where it is breath-paced */
    UH_PHASE_REST,    /* between repetitions or sets */
    UH_PHASE_WAY_OUT, /* the way up, led too; at the end of the session */
    UH_PHASE_DONE,
    UH_PHASE_COUNT
} uh_phase;

/* "get-ready", "hold", ... as in JSON and stories. */
const char *uh_phase_name(uint32_t phase);

/* Where a body is, for the ways in and out: a position, and on the back also what lies under it. */
typedef enum uh_place {
    UH_PLACE_STANDING,
    UH_PLACE_CHAIR,
    UH_PLACE_FLOOR_SITTING,
    UH_PLACE_HANDS_KNEES,
    UH_PLACE_PRONE,
    UH_PLACE_SIDE_LYING,
    UH_PLACE_SUPINE,
    UH_PLACE_TOWEL,        /* on the back, over a rolled towel */
    UH_PLACE_CROSS_ROLLER, /* on the back, over a roller that lies across */
    UH_PLACE_LONG_ROLLER,  /* on the back, along the roller */
    UH_PLACE_COUNT
} uh_place;

/* A moment of a routine: a plain value, copied freely. Public fields are read by the session and by
 * tests; only uh_timeline_* moves it. */
typedef struct uh_timeline {
    const uh_catalogue *catalogue;
    const uh_routine *routine;
    uh_phase phase;
    uint32_t length_ms; /* of this phase; may be 0 only for DONE */
    uint32_t entry;     /* index in the routine; of the coming stretch in NEXT_STRETCH and WAY_IN */
    uint32_t set;       /* from 1; in the rest between two sets, the one that is over */
    uint32_t side_number; /* 0 first, 1 second side of the set */
    uh_side side;         /* UH_SIDE_BOTH where there are none */
    uint32_t repetition;  /* from 1; 0 outside repetitions: in the rest between sets, in the last
                             release of a side */
    uint32_t part; /* index in the variant's parts, during a repetition; their count in the last
                      release of a side */
    uh_text pose;  /* pose key that this phase moves to or keeps; none: the start */
    uh_breath breath;
    /* The doses of the current stretch, changed by the session (ease, more, less) and reused for
     * side two. */
    uint32_t sets;
    uint32_t repetitions;
    uint32_t hold_ms[UH_REPETITIONS_MAX]; /* per repetition */
    uh_place place; /* where the body is; it is in a new place once the way in is over */
} uh_timeline;

/* The first phase: way in or get ready of the first stretch. The routine has passed the gate and
 * outlives the timeline. */
uh_timeline uh_timeline_start(const uh_catalogue *catalogue, const uh_routine *routine);

/* The next phase; false once DONE is reached, where it stays. */
bool uh_timeline_next(uh_timeline *timeline);

/* Skips to NEXT_STRETCH of the following entry (WAY_OUT after the last one). */
void uh_timeline_skip_stretch(uh_timeline *timeline);

/* Goes to WAY_OUT at once (to DONE from there on). */
void uh_timeline_finish(uh_timeline *timeline);

/* Goes back to the get ready (or switch side) of the current set and side; by its way in where the
 * body is elsewhere. */
void uh_timeline_restart_side(uh_timeline *timeline);

/* Goes back to the get ready of the side, set or stretch before this one; by its way in where the
 * body is elsewhere. From a rest between sets, the way in of the next stretch or the way out that
 * is the side done last. False at the very first: nothing moves. */
bool uh_timeline_previous_side(uh_timeline *timeline);

/* Everything after the current phase. */
uint64_t uh_timeline_remaining_ms(const uh_timeline *timeline);

/* The whole routine, from the first phase to DONE. */
uint64_t uh_timeline_total_ms(const uh_catalogue *catalogue, const uh_routine *routine);

/* Get ready to the last release of one side of one set, at the entry's dose and the usual pace: the
 * same for both sides. */
uint64_t uh_timeline_side_ms(const uh_catalogue *catalogue, const uh_routine_entry *entry);

/* The exercise and form of the current entry. */
const uh_exercise *uh_timeline_exercise(const uh_timeline *timeline);
const uh_variant *uh_timeline_variant(const uh_timeline *timeline);

uh_place uh_variant_place(const uh_variant *variant);

/* Time from one place to another (D-02) at the usual pace. 0 within one place and between standing
 * and chair: get ready is enough there.
 *
 *   place          down from standing   from elsewhere on the floor   up to standing
 *   floor-sitting  20                   20                            20
 *   hands-knees    20                   20                            20
 *   prone          30 = 20 + 10         10                            30 = 10 + 20
 *   side-lying     20 + get ready       0 + get ready                 35 = 15 + 20
 *   supine         20                   20                            20
 *   towel, roller  20                   20                            20
 *   long roller    30                   30                            20
 *
 * To hands and knees it is 10 s from prone and 15 s from side-lying: back the way one came.
 * Lying down on a side takes 15 s; it is played as the get ready of each side, so that both sides
 * get it, and is not counted here again. Leaving prone for another place than hands and knees takes
 * its way out (10 s) first. */
uint32_t uh_place_change_ms(uh_place from, uh_place to);

/* The way out at the end of a session: up to standing from the floor, a breath (3 s) standing or on
 * a chair. */
uint32_t uh_place_way_out_ms(uh_place place);

/* How to get there, and how to get up again; said in WAY_IN and WAY_OUT. */
uh_message uh_place_way_in(uh_place place);
uh_message uh_place_way_out(uh_place place);

#endif
