/* SPDX-License-Identifier: MIT */
/* session.h: plays one routine, hold by hold.
 *
 * A session is a plain value: the caller owns it, tells it the time, takes events out and shows the
 * view. Equal inputs give equal events on every machine, browser included; a copy is a snapshot and
 * plays on like its original. It is O(1) in size: records are pulled as sets end. Time between two
 * calls never matters, only the times given. */
#ifndef UNHUNCH_SESSION_H
#define UNHUNCH_SESSION_H

#include "unhunch/timeline.h"

typedef struct uh_session_options {
    uint32_t speed_percent; /* 100; other speeds mark every record as simulated. 10 to 100000 */
    bool gentle;            /* more time never goes above the start dose (rule 2) */
    bool long_holds;        /* more time may go above UH_LONG_HOLD_MS, to the ceiling (AMB-34) */
    uint32_t held_ms[UH_FAMILY_COUNT]; /* held today before: more time counts it (rule 7) */
} uh_session_options;

/* Speed 100, not gentle, no long holds. */
uh_session_options uh_session_default_options(void);

/* The same with what the person's profile, opt-ins and screening say. */
uh_session_options uh_session_options_for(const uh_person *person, const uh_screening *screening);

/* On a bad day, and with something that comes back after a stop, more time never goes above the
 * start dose either; nor above what the day has left for a family. */
void uh_session_options_fit_day(const uh_day *day, const uh_routine *routine,
                                uh_session_options *options);

typedef enum uh_session_state {
    UH_SESSION_RUNNING,
    UH_SESSION_PAUSED,
    UH_SESSION_STOPPED, /* by the person; can be undone for UH_UNDO_MS */
    UH_SESSION_DONE
} uh_session_state;

enum {
    UH_UNDO_MS = 30000,     /* a wrong press of stop can be taken back so long */
    UH_GAP_MS = 2000,       /* a host that saw no tick for longer tells uh_session_interrupt() */
    UH_TIME_STEP_MS = 5000, /* more and less time change a hold by this */
    UH_EASE_PERCENT = 67,   /* ease leaves two thirds of hold or repetitions */
    UH_EASE_HOLD_MIN_MS = 2000,
    UH_WINDOW_MAX_MS = 60000
};

/* In the order in which events of the same instant are given out.
 *
 * Every phase begins with START and CUE and ends with END. SIDE comes with each get ready and
 * switch side of a stretch that has sides. A command that moves on adds its own cue (skipped, back,
 * resumed) before that of the phase it leads to, at the same instant. The last three seconds are
 * counted in holds of at least 5 s, and in get ready, switch side and rest of at least 8 s: a
 * shorter pause belongs to what is said in it. BREATH comes with each paced part. HALFWAY comes
 * with the first rest or pause before a stretch that starts between half and two thirds of the
 * whole, if there is one; LAST_STRETCH with the pause before the last of several stretches, DONE at
 * the end.
 *
 * At another speed, session time runs speed_percent / 100 times as fast as boot time. A phase
 * begins at a whole boot millisecond; what is due `offset` session milliseconds later is due
 * ceil(offset * 100 / speed_percent) boot milliseconds later. All lengths and counts are session
 * time; at, began, ended and window_ms are boot time. */
typedef enum uh_event_kind {
    UH_EVENT_END,        /* a phase ended */
    UH_EVENT_RECORD,     /* a set and side ended: uh_session_record() has it until the next call */
    UH_EVENT_START,      /* a phase began */
    UH_EVENT_SIDE,       /* the side changed */
    UH_EVENT_CUE,        /* something to say: the longest text that fits its window */
    UH_EVENT_COUNT_DOWN, /* three, two, one: `count` */
    UH_EVENT_BREATH,     /* breathe in or out now: `breath` */
    UH_EVENT_MILESTONE,  /* halfway, last stretch, done: `milestone` */
    UH_EVENT_KIND_COUNT
} uh_event_kind;

const char *uh_event_kind_name(
    uint32_t kind); /* "end", "record", "start", "side", "cue", "count", "breath", "milestone" */

typedef enum uh_milestone {
    UH_MILESTONE_NONE,
    UH_MILESTONE_HALFWAY,
    UH_MILESTONE_LAST_STRETCH,
    UH_MILESTONE_DONE
} uh_milestone;

/* What a cue says. The texts themselves come from uh_cue_text() of words.h at three lengths. */
typedef enum uh_cue {
    UH_CUE_NONE,
    UH_CUE_NEXT,      /* "Next: doorway stretch" */
    UH_CUE_WAY_IN,    /* how to get into the position, then the set-up steps */
    UH_CUE_GET_READY, /* name, side, set-up steps */
    UH_CUE_SIDE,      /* change sides: which one now, and the switch step */
    UH_CUE_MOVE,      /* the part's step or, in later repetitions, its label */
    UH_CUE_HOLD,
    UH_CUE_RELEASE,
    UH_CUE_REST, /* rest; which set comes */
    UH_CUE_WAY_OUT,
    UH_CUE_DONE,
    UH_CUE_PAUSED,
    UH_CUE_RESUMED,
    UH_CUE_EASED, /* less range, shorter */
    UH_CUE_MORE,
    UH_CUE_LESS,
    UH_CUE_SKIPPED,
    UH_CUE_BACK,
    UH_CUE_STOPPED /* what to do now, by reason */
} uh_cue;

typedef enum uh_stop_reason {
    UH_STOP_NONE,
    UH_STOP_PAIN,  /* new, rising, sharp or spreading pain */
    UH_STOP_NERVE, /* tingling, numbness, weakness: medical advice at once (B:99) */
    UH_STOP_DIZZY, /* dizzy, sick, seeing badly, sudden headache */
    UH_STOP_OTHER  /* just stop: nothing is owed */
} uh_stop_reason;

typedef enum uh_skip_reason {
    UH_SKIP_NOT_NOW,
    UH_SKIP_NO_ROOM,
    UH_SKIP_UNCOMFORTABLE,
    UH_SKIP_DONE_ALREADY
} uh_skip_reason;

const char *uh_stop_reason_name(uint32_t reason);
const char *uh_skip_reason_name(uint32_t reason);

typedef struct uh_session_event {
    uh_event_kind kind;
    uh_boot_ms at;       /* when it was due, however late it is taken */
    uint64_t session_ms; /* the same on the session's own clock, pauses left out */
    uh_phase phase;
    uint32_t entry;    /* index into the routine */
    uint32_t exercise; /* index into the catalogue */
    uint32_t variant;
    uint32_t set; /* from 1 */
    uh_side side;
    uint32_t repetition;  /* from 1, within the set and side; 0 outside repetitions */
    uint32_t part;        /* index in the variant's parts, during a repetition */
    uint32_t repetitions; /* planned now in this set and side, after ease, more and less */
    uint32_t sets;
    uh_place place;         /* where the body is: WAY_OUT leads up from here */
    uint32_t length_ms;     /* of the phase */
    uh_cue cue;             /* CUE */
    uint32_t window_ms;     /* CUE: boot time until the next cue or count, at most a minute */
    uint32_t count;         /* COUNT_DOWN: 3, 2, 1 */
    uh_breath breath;       /* BREATH */
    uh_milestone milestone; /* MILESTONE */
    uh_stop_reason reason;  /* CUE_STOPPED */
} uh_session_event;

typedef enum uh_set_end {
    UH_ENDED_COMPLETE,
    UH_ENDED_SKIPPED,
    UH_ENDED_STOPPED,
    UH_ENDED_BACK,       /* left by back or repeat; a new attempt follows */
    UH_ENDED_EARLY,      /* the session was ended by the person in this set */
    UH_ENDED_INTERRUPTED /* the host closed it: uh_session_close() */
} uh_set_end;

const char *uh_set_end_name(uint32_t end);

/* The truth about one side of one set (rule 4). Real counts, never rounded up; ms on the session's
 * clock: what the body did. */
typedef struct uh_set_record {
    uint32_t entry;
    uint32_t exercise;
    uint32_t variant;
    uint32_t set; /* from 1 */
    uh_side side;
    /* 1 the first time, each time again a higher one, not always the next number: entry, set, side
     * and attempt name a record. Back, repeat and undo erase nothing. */
    uint32_t attempt;
    uint32_t planned_hold_ms; /* of all repetitions together, as the routine has it */
    uint32_t planned_repetitions;
    uint32_t actual_hold_ms;     /* really held, pauses left out */
    uint32_t actual_repetitions; /* completed ones: a held one once its last hold is over */
    uint64_t duration_ms;        /* get ready to the end, pauses left out */
    uh_boot_ms began;
    uh_boot_ms ended;
    uh_set_end end;
    uint32_t reason; /* uh_stop_reason or uh_skip_reason by `end` */
    bool eased;
    bool uneven;    /* changed on the second side only */
    bool simulated; /* not at speed 100 */
} uh_set_record;

/* Fields are the session's own; read them through the functions below. */
typedef struct uh_session {
    const uh_catalogue *catalogue;
    const uh_routine *routine;
    uh_session_options options;
    uh_timeline timeline;
    uh_session_state state;
    uh_stop_reason stop_reason;
    int64_t phase_began_ms;  /* boot time of the phase's start, moved on by each pause */
    int64_t paused_at_ms;    /* boot time, while paused or stopped */
    int64_t stopped_at_ms;   /* boot time, while stopped */
    int64_t latest_ms;       /* boot time of the last event or command: time never goes back */
    uint64_t played_ms;      /* session time of all phases before this one */
    uint64_t total_after_ms; /* of all phases after this one */
    uint32_t given;          /* events of this phase already given out */
    uint32_t milestones;     /* bit set: which ones come with this phase */
    uh_cue arrival;          /* cue of the command that led to this phase */
    uint32_t halfway_given;
    uint32_t attempt;
    uint32_t attempts_most; /* the highest number so far */
    uint32_t furthest;      /* how far the routine was reached, counted in sides */
    uint32_t eased;         /* of the current stretch */
    uint32_t uneven;
    uint32_t last_entry; /* the entry in which something was last begun, from 1; 0: none yet */
    uint32_t side_open;  /* a side was begun and has no record yet */
    int64_t side_began_ms;
    uint64_t side_played_ms; /* session time when this side's attempt began */
    uint32_t side_hold_ms;   /* held so far in this side, phases that are over */
    uint32_t side_repetitions;
    uint32_t held_ms[UH_FAMILY_COUNT]; /* in this session so far, phases that are over */
    uint64_t worked;                   /* bit set: entries of which a repetition was completed */
    uh_set_record record;
    uint32_t urgent_count; /* events of commands and records, given out before the phase's own */
    uh_session_event urgent[4];
} uh_session;

/* Starts `routine`, which has passed the gate; catalogue and routine must outlive the session.
 * UH_ERR_EMPTY: it has no entries. UH_ERR_RANGE: speed. */
UH_MUST_USE uh_status uh_session_start(const uh_catalogue *catalogue, const uh_routine *routine,
                                       uh_session_options options, uh_boot_ms now,
                                       uh_session *ret_session);

/* Takes the earliest event due at or before `now`; false when none is left. */
bool uh_session_next(uh_session *session, uh_boot_ms now, uh_session_event *ret_event);

/* When to call uh_session_next() again: UH_NEVER while nothing is to come (paused, stopped, done).
 */
uh_boot_ms uh_session_deadline(const uh_session *session);

/* The record that the last RECORD event announced. Valid until the next RECORD. */
const uh_set_record *uh_session_record(const uh_session *session);

/* Commands. All answer UH_ERR_PENDING, and change nothing, while events due at or before `now` were
 * not taken; UH_ERR_STATE where they make no sense (pause while paused, anything after done). A
 * `now` before the latest event or command counts as that moment. A side that was begun (its get
 * ready started) gets a record whenever it is left. */

/* Goes on early: from next stretch, way in, get ready, switch side, rest, way out. */
UH_MUST_USE uh_status uh_session_ready(uh_session *session, uh_boot_ms now);

UH_MUST_USE uh_status uh_session_pause(uh_session *session, uh_boot_ms now);
UH_MUST_USE uh_status uh_session_resume(uh_session *session, uh_boot_ms now);

/* The host saw no tick between last_seen and now: pauses as of last_seen, so that nothing is
 * counted that nobody did. */
UH_MUST_USE uh_status uh_session_interrupt(uh_session *session, uh_boot_ms last_seen);

/* Two thirds of the hold, down to the half second, from this repetition on (never below
 * UH_EASE_HOLD_MIN_MS; a running hold that is past it ends now). Where nothing is held, or the hold
 * is that short already: two thirds of the repetitions, the present one finished. On side one it
 * carries over to side two; on side two it is recorded as uneven. Again eases again. */
UH_MUST_USE uh_status uh_session_ease(uh_session *session, uh_boot_ms now);

/* Stops and stays: then only undo_stop, end and close are possible. */
UH_MUST_USE uh_status uh_session_stop(uh_session *session, uh_stop_reason reason, uh_boot_ms now);

/* Whom a stop at this moment, or the one that was pressed, is charged to: it counts towards parking
 * (rule 1). The stretch that is done or, once its way in began, that is to come; in the pause
 * between two and on the way up the one just left. Of a side that is not begun, or over, nobody
 * knows whether it was this one: UH_SIDE_BOTH, either may be. False: nothing was begun yet. */
typedef struct uh_stop_charge {
    uint32_t exercise;
    uint32_t variant;
    uh_side side;
} uh_stop_charge;

bool uh_session_charge(const uh_session *session, uh_stop_charge *ret_charge);

/* Within UH_UNDO_MS: the side is done again; where none was begun, it goes on where it was.
 * UH_ERR_STATE: too late. */
UH_MUST_USE uh_status uh_session_undo_stop(uh_session *session, uh_boot_ms now);

/* To the next stretch; one that was not begun yet gets a record too, of nothing done. Skip, back
 * and repeat also end a pause. */
UH_MUST_USE uh_status uh_session_skip(uh_session *session, uh_skip_reason reason, uh_boot_ms now);

/* This side again where its work was begun, else the side, set or stretch before. UH_ERR_STATE:
 * nothing is before. */
UH_MUST_USE uh_status uh_session_back(uh_session *session, uh_boot_ms now);

/* This side again, or the one before where none is begun. UH_ERR_STATE: nothing is before. */
UH_MUST_USE uh_status uh_session_repeat(uh_session *session, uh_boot_ms now);

/* From this repetition on holds 5 s longer or shorter, within UH_EASE_HOLD_MIN_MS and the ceiling;
 * a repetition more or less where the form is counted in repetitions (moving, breath-paced,
 * alternating holds). Sides as with ease. More only as far as the day's holding of the family goes
 * with what was held and what is to come (rule 7); a side that is done again is not measured.
 * UH_ERR_RANGE: at the end already, nothing changed. */
UH_MUST_USE uh_status uh_session_more(uh_session *session, uh_boot_ms now);
UH_MUST_USE uh_status uh_session_less(uh_session *session, uh_boot_ms now);

/* Ends kindly: the way up is still led, on a way down as from where it leads; from the way up at
 * once. Also after a stop. */
UH_MUST_USE uh_status uh_session_end(uh_session *session, uh_boot_ms now);

/* The host has to go: done at once, without a way up; what was begun is recorded as interrupted. */
UH_MUST_USE uh_status uh_session_close(uh_session *session, uh_boot_ms now);

/* What to show now. Pure: calling it changes nothing. */
typedef struct uh_session_view {
    uh_session_state state;
    uh_stop_reason stop_reason;
    bool can_undo; /* stopped, and still within UH_UNDO_MS */
    uh_phase phase;
    uint32_t entry, entries; /* entry from 0 */
    uint32_t entries_worked; /* of which at least one repetition was completed so far */
    uint32_t exercise, variant;
    uint32_t set, sets;
    uh_side side;
    uint32_t side_number, side_count; /* from 0; 1 or 2 */
    uint32_t repetition, repetitions;
    uint32_t part;
    uh_text pose;
    uh_place place;   /* where the body is: the way in begins there, the way out leads up from it */
    uh_breath breath; /* asked for now; UH_BREATH_FREE: slow and deep, at the person's own pace */
    double breath_progress; /* 0..1 within this breath */
    uh_breath guide;   /* the breath guide to draw: the paced breath, else 4 s in, 6 s out through
                          holds (D-20) */
    double guide_fill; /* 0 empty .. 1 full lungs */
    bool eased;
    uint32_t phase_length_ms, phase_elapsed_ms, phase_remaining_ms;
    double phase_progress; /* 0..1 */
    uint64_t session_elapsed_ms, session_remaining_ms;
    double session_progress; /* 0..1 */
    uint32_t step;           /* index of the step to show (uh_exercise_step), UINT32_MAX: none */
    bool has_next;           /* another side, set or stretch follows */
    uint32_t next_exercise, next_variant;
    uh_side next_side;
    uint32_t next_set;
} uh_session_view;

uh_session_view uh_session_look(const uh_session *session, uh_boot_ms now);

/* A hash of the session's meaning (never of its bytes), equal on every machine. */
uint64_t uh_session_hash(const uh_session *session);

#endif
