/* SPDX-License-Identifier: MIT */
/* schedule.h: has this person sat too long, and is now a good moment to say so?
 *
 * A schedule is a plain value of fixed size: the caller owns it, tells it what happens at the desk,
 * takes events out and arms one timer at the deadline. Equal inputs give equal events on every
 * machine; a copy goes on like its original. It never polls: where it needs to know whether the
 * moment is free, it asks by a LOOK event.
 *
 * Time at the desk is boot time, which also runs in suspend and which no clock setting moves. Wall
 * time is used only where people mean it: office hours, chosen moments, days, "until tomorrow".
 * Each input brings both.
 *
 * Sitting is being at the desk, reading included. Away is no input for `away_ms`, a lock or sleep,
 * as of the last input. Five minutes away are a break; less only stops the count. */
#ifndef UNHUNCH_SCHEDULE_H
#define UNHUNCH_SCHEDULE_H

#include "unhunch/session.h"
#include "unhunch/zone.h"

/* A moment on both clocks. */
typedef struct uh_instant {
    uh_boot_ms boot;
    uh_unix_ms wall;
} uh_instant;

/* "mission" is the project's reading of the evidence (docs/decisions.md, D-31 to D-40). */
enum {
    /* Sitting before a break. 20 min helped most in McLean 2001, prompts every 45 min were used in
     * Cooley and Pedersen 2013, an hour is the longest in use; between them nothing is known to be
     * better, certainty is low (Luger 2019). */
    UH_SCHEDULE_INTERVAL_MS = 45 * 60000,
    UH_SCHEDULE_INTERVAL_MIN_MS = 20 * 60000,
    UH_SCHEDULE_INTERVAL_MAX_MS = 60 * 60000,

    UH_SCHEDULE_AWAY_MS = 2 * 60000, /* no input for so long is being away (D-31) */
    UH_SCHEDULE_AWAY_MIN_MS = 60000, /* for those who read without touching anything: up to 15 */
    UH_SCHEDULE_AWAY_MAX_MS = 15 * 60000,

    UH_SCHEDULE_REST_MS = 5 * 60000, /* away for so long is a break (Galinsky 2007: 5 min breaks) */
    UH_SCHEDULE_WALK_MS = 2 * 60000, /* in answer to a prompt a short walk is one (mission 3.2) */
    UH_SCHEDULE_ANSWER_MS = 2 * 60000, /* leaving so soon after a prompt answers it */

    /* A person is at the desk without input while microphone or camera are in use or something
     * keeps the screen awake; but not for longer than a long film, because some leave it on. */
    UH_SCHEDULE_ENGAGED_MS = 2 * 3600000,

    UH_SCHEDULE_STILL_MS = 3000,       /* no input for so long is a pause in typing (D-32) */
    UH_SCHEDULE_TYPING_MS = 2 * 60000, /* a prompt waits for such a pause at most so long */
    UH_SCHEDULE_LOOK_MS = 30000,       /* looks for a free moment are so far apart */
    UH_SCHEDULE_UNANSWERED_MS = 10000, /* after so long nobody answers: it is free */

    UH_SCHEDULE_SOON_MS = 60000,      /* "soon" comes so long before a break is due */
    UH_SCHEDULE_SETTLE_MS = 60000,    /* nobody who comes back or wakes the machine is met by one */
    UH_SCHEDULE_ACCIDENT_MS = 2000,   /* closed or skipped so soon: not meant (D-33) */
    UH_SCHEDULE_AGAIN_MS = 60000,     /* one that vanished unseen comes back no sooner */
    UH_SCHEDULE_SHOWN_MS = 5 * 60000, /* a prompt that nobody answers is taken away */
    UH_SCHEDULE_POSTURE_SHOWN_MS = 30000,     /* a hint to sit differently, sooner */
    UH_SCHEDULE_STARTED_MS = 10 * 60000,      /* a stretch that nobody ended is over */
    UH_SCHEDULE_STARTED_LONG_MS = 40 * 60000, /* so is a session */

    /* Stretches at chosen moments (mission 1.8: two or three a day at first). */
    UH_SCHEDULE_MOMENTS_MAX = 8,
    UH_SCHEDULE_MOMENT_SITTING_MS = 20 * 60000, /* sat at least so long since the last prompt */
    UH_SCHEDULE_MOMENT_LAPSE_MS = 90 * 60000,   /* what was not possible by then is not owed */

    /* Hints to shift posture (Waongenngarm 2021), an option. */
    UH_SCHEDULE_POSTURE_MIN_MS = 10 * 60000,
    UH_SCHEDULE_POSTURE_MAX_MS = 60 * 60000,
    UH_SCHEDULE_POSTURE_APART_MS = 5 * 60000, /* none so near before a break */

    /* No prompt of any kind before so much sitting after a break. */
    UH_SCHEDULE_MINIMUM_MS = 10 * 60000,

    UH_SCHEDULE_SNOOZE_MIN_MS = 60000, /* 5, 10 and 20 minutes are offered */
    UH_SCHEDULE_SNOOZE_MAX_MS = 20 * 60000,
    UH_SCHEDULE_CONFIRM_MS = 60000, /* said again within this, it counts (friction) */

    UH_SCHEDULE_QUIET_MIN_MS = 60000,
    UH_SCHEDULE_QUIET_MAX_MS = 7 * 24 * 3600000,

    UH_SCHEDULE_LATE_MS = 60000, /* a host that is so late was not there */
    UH_SCHEDULE_CLOCK_MS = 1000, /* a clock that moved by less was only trimmed */

    UH_SCHEDULE_HOURS_MAX = 3, /* ranges a weekday */
    UH_SCHEDULE_BOOT_ID_SIZE = 40,
    UH_SCHEDULE_TEXT_SIZE = 4096
};

/* -- what the person wants -- */

/* Why the moment is not free. */
typedef enum uh_busy {
    UH_BUSY_DO_NOT_DISTURB, /* the desktop's own switch */
    UH_BUSY_FULL_SCREEN,    /* a window fills the screen */
    UH_BUSY_INHIBITED,      /* something keeps the screen awake: a film, a presentation */
    UH_BUSY_MICROPHONE,
    UH_BUSY_CAMERA,
    UH_BUSY_BATTERY, /* no mains; deferred only where the person wants that */
    UH_BUSY_COMMAND, /* the person's own command says so */
    UH_BUSY_COUNT
} uh_busy;

const char *uh_busy_name(uint32_t busy); /* "do-not-disturb", "full-screen", "inhibited" ... */

/* Office hours of a weekday: minutes from midnight; an end at or before the begin is on the day
 * after. */
typedef struct uh_schedule_hours {
    uint32_t begin; /* 0 to 1439 */
    uint32_t end;   /* 0 to 1440 */
} uh_schedule_hours;

/* A moment of the day at which a stretch is welcome. Before 04:00 it belongs to the evening. */
typedef struct uh_schedule_moment {
    uint32_t minute; /* from midnight, 0 to 1439 */
    bool is_long;    /* a session rather than one stretch */
} uh_schedule_moment;

typedef struct uh_schedule_settings {
    int64_t interval_ms; /* UH_SCHEDULE_INTERVAL_MIN_MS to _MAX_MS */
    int64_t away_ms;     /* UH_SCHEDULE_AWAY_MIN_MS to _MAX_MS */
    int64_t posture_ms;  /* 0: no hints; else UH_SCHEDULE_POSTURE_MIN_MS to _MAX_MS */
    bool stretch_always; /* a stretch with every break, not at the moments only */
    /* flexible, hypermobile or flagged: breaks, no stretches, nothing shown twice, no friction */
    bool gentle;
    uint32_t defer; /* bit set of uh_busy: what a prompt waits for */
    uint32_t moment_count;
    uh_schedule_moment moments[UH_SCHEDULE_MOMENTS_MAX];
    /* By weekday from Monday. All empty: always open. Else a day without hours is closed. */
    uint32_t hours_count[7];
    uh_schedule_hours hours[7][UH_SCHEDULE_HOURS_MAX];
} uh_schedule_settings;

/* 45 minutes, 2 minutes, no posture hints, moments 10:30 and 15:00, always open, everything defers
 * but the battery. */
uh_schedule_settings uh_schedule_default_settings(void);

/* UH_ERR_RANGE: something is outside of what stands above. */
UH_MUST_USE uh_status uh_schedule_check_settings(const uh_schedule_settings *settings);

/* What cannot be read: bytes of the text. */
typedef struct uh_times_fault {
    uint32_t at;
    uint32_t length;
} uh_times_fault;

/* Office hours as they are typed: "mon-fri: 9:00-12:00 13:00-17:00; sat: 10:00-12:00", or "always".
 * Days may be joined by commas, ranges too. UH_ERR_FORMAT: see the fault; nothing was changed. */
UH_MUST_USE uh_status uh_schedule_hours_read(const char *text, uh_schedule_settings *settings,
                                             uh_times_fault *ret_fault);

/* Moments of stretches as they are typed: "10:30, 15:00 long", "none", or "always" for every break.
 * UH_ERR_FORMAT: see the fault; nothing was changed. */
UH_MUST_USE uh_status uh_schedule_moments_read(const char *text, uh_schedule_settings *settings,
                                               uh_times_fault *ret_fault);

/* The same as text, terminated, from which they can be read again. Return the length, also where it
 * does not fit. */
size_t uh_schedule_hours_write(const uh_schedule_settings *settings, char *out, size_t capacity);
size_t uh_schedule_moments_write(const uh_schedule_settings *settings, char *out, size_t capacity);

/* -- what happens -- */

typedef enum uh_schedule_input_kind {
    /* seen at the desk */
    UH_TELL_ACTIVE, /* input again, after STILL or IDLE */
    UH_TELL_STILL,  /* none since `since`, UH_SCHEDULE_STILL_MS or longer; see wants_still */
    UH_TELL_IDLE,   /* none since `since`, away_ms or longer (a shorter one counts as STILL) */
    UH_TELL_LOCK,   /* `since`: last input, or the present moment */
    UH_TELL_UNLOCK,
    UH_TELL_SLEEP, /* `since` as with LOCK */
    UH_TELL_WAKE,
    UH_TELL_CLOCK, /* the wall clock was set; any other input notices it, too */
    UH_TELL_BUSY,  /* `busy`: the answer to LOOK; may also come unasked */
    /* how the prompt or what it led to ended */
    UH_TELL_CLOSED,  /* the person closed the prompt */
    UH_TELL_EXPIRED, /* it vanished by itself */
    UH_TELL_DONE,    /* a stretch or a session was done, by whatever way it began */
    /* commands of the person */
    UH_TELL_START,          /* yes to the prompt; without one as NOW */
    UH_TELL_NOW,            /* a break right now; `prompt`: STAND, STRETCH or LONG */
    UH_TELL_SNOOZE,         /* `length_ms`: UH_SCHEDULE_SNOOZE_MIN_MS to _MAX_MS */
    UH_TELL_SKIP,           /* `reason`; DONE_ALREADY is a break */
    UH_TELL_QUIET,          /* `length_ms`: UH_SCHEDULE_QUIET_MIN_MS to _MAX_MS */
    UH_TELL_QUIET_TOMORROW, /* until the next day begins, at 04:00 */
    UH_TELL_RESUME,         /* ends quiet */
    UH_TELL_COUNT
} uh_schedule_input_kind;

const char *uh_schedule_input_name(uint32_t kind); /* "active", "still", "idle" ... */

/* What is offered. */
typedef enum uh_prompt {
    UH_PROMPT_STAND,   /* quietly: stand up, walk a little */
    UH_PROMPT_STRETCH, /* one stretch at the desk, at most 75 s */
    UH_PROMPT_LONG,    /* a session of some minutes */
    UH_PROMPT_POSTURE, /* quietly: sit differently */
    UH_PROMPT_COUNT
} uh_prompt;

const char *uh_prompt_name(uint32_t prompt); /* "stand", "stretch", "long", "posture" */

typedef struct uh_schedule_input {
    uh_schedule_input_kind kind;
    uh_instant at;
    uh_boot_ms since;      /* STILL, IDLE, LOCK, SLEEP: not after `at` */
    uint32_t busy;         /* BUSY: bit set of uh_busy */
    int64_t length_ms;     /* SNOOZE, QUIET */
    uh_skip_reason reason; /* SKIP */
    uh_prompt prompt;      /* NOW */
    bool typed;            /* SKIP: a typed command, which is never an accident */
} uh_schedule_input;

/* In the order in which events of the same instant are given out. */
typedef enum uh_schedule_event_kind {
    UH_SCHEDULE_LOOK,     /* is the moment free? Answer with BUSY, at once or within 10 s */
    UH_SCHEDULE_WITHDRAW, /* take the prompt away, if it is still there: `why` */
    UH_SCHEDULE_SOON,     /* a break is due in about a minute: for status bars and hooks */
    UH_SCHEDULE_NOW,      /* show the prompt */
    UH_SCHEDULE_CONFIRM,  /* what was said counts when it is said again within a minute */
    UH_SCHEDULE_START,    /* open what the prompt offers */
    UH_SCHEDULE_BREAK,    /* a break is seen: `pause` */
    UH_SCHEDULE_BACK,     /* back after a break that was seen: now its length is known */
    UH_SCHEDULE_DAY,      /* a day is over: `day`; days without anything are left out */
    UH_SCHEDULE_EVENT_COUNT
} uh_schedule_event_kind;

const char *uh_schedule_event_name(uint32_t kind); /* "look", "withdraw", "soon" ... */

/* Why a prompt is taken away. After CLOSED and EXPIRED it is gone and there is no WITHDRAW. */
typedef enum uh_withdraw {
    UH_WITHDRAW_ANSWERED, /* by a command */
    UH_WITHDRAW_AWAY,     /* the person walked away, locked the screen, or the machine sleeps */
    UH_WITHDRAW_QUIET,
    UH_WITHDRAW_CLOSED, /* office hours are over */
    UH_WITHDRAW_UNSEEN, /* nobody answered */
    UH_WITHDRAW_RESTED, /* the break was taken some other way */
    UH_WITHDRAW_BUSY    /* a call or the like began under it */
} uh_withdraw;

const char *uh_withdraw_name(uint32_t why);

typedef enum uh_pause_kind {
    UH_PAUSE_AWAY,    /* away for five minutes, or for a short walk in answer to a prompt */
    UH_PAUSE_STOOD,   /* the person says so */
    UH_PAUSE_POSTURE, /* sat differently; sitting goes on */
    UH_PAUSE_STRETCH  /* a stretch or a session; it has a record of its own */
} uh_pause_kind;

const char *uh_pause_kind_name(uint32_t pause);

/* What a day was. */
typedef struct uh_schedule_day {
    uh_date date;
    int64_t sitting_ms;
    uint32_t breaks;    /* of all kinds but POSTURE */
    uint32_t stretches; /* among them */
    uint32_t prompts;   /* shown, not counting a second showing */
    uint32_t snoozes;
    uint32_t skips;
} uh_schedule_day;

typedef struct uh_schedule_event {
    uh_schedule_event_kind kind;
    uh_instant at;       /* when it was due, however late it is taken */
    int64_t sitting_ms;  /* in this sitting, at that moment; BREAK: before it */
    uh_prompt prompt;    /* SOON, NOW, START, WITHDRAW */
    bool again;          /* NOW: for the second time */
    bool quiet;          /* NOW: no sound, low urgency */
    int64_t snooze_ms;   /* NOW, CONFIRM: the longest that may be put off */
    uint32_t put_offs;   /* NOW, CONFIRM: breaks and prompts put off since the last break */
    uh_withdraw why;     /* WITHDRAW */
    uh_pause_kind pause; /* BREAK, BACK */
    uh_instant began;    /* BREAK, BACK: of the break */
    int64_t length_ms;   /* BACK */
    uh_schedule_day day; /* DAY */
} uh_schedule_event;

/* -- the schedule -- */

typedef enum uh_schedule_phase {
    UH_SCHEDULE_WAITING, /* until a break is due */
    UH_SCHEDULE_DUE,     /* for a free moment and a pause in typing */
    UH_SCHEDULE_SHOWN,   /* for an answer */
    UH_SCHEDULE_STARTED  /* for the end of what was begun */
} uh_schedule_phase;

const char *uh_schedule_phase_name(uint32_t phase); /* "waiting", "due", "shown", "started" */

enum { UH_SCHEDULE_QUEUE = 4 }; /* the most that one input says */

/* Fields are the schedule's own; read them through the functions below. Times are boot ms,
 * INT64_MIN where there is none. */
typedef struct uh_schedule {
    uh_schedule_settings settings;
    uh_zone zone;
    int64_t latest_ms; /* of the last input or event: time never goes back */
    int64_t wall_ms;   /* Unix time less boot time */

    uint32_t away;           /* bit set of why: idle, locked, asleep; 0 is here */
    int64_t turned_ms;       /* here or away since */
    int64_t sat_ms;          /* in this sitting, before turned_ms */
    int64_t began_ms;        /* this sitting */
    bool rested;             /* this absence has counted as a break, */
    uh_pause_kind rested_as; /* of this kind */
    bool answering;          /* it answers a prompt */
    int64_t still_ms;        /* no input since; INT64_MIN: there is some */
    int64_t idle_ms;         /* idle since, not known yet whether away or engaged, or engaged */
    int64_t engaged_ms;      /* last seen engaged */
    int64_t asked_ms;        /* LOOK given, not answered */
    int64_t look_ms;         /* next LOOK */
    uint32_t busy;           /* last answer */

    uh_schedule_phase phase;
    uh_prompt prompt;
    bool pending;        /* a break is due and was neither taken nor let go */
    bool kept;           /* its prompt was shown: it stays the same kind */
    uint32_t showings;   /* of it, since it was put off last */
    bool missed;         /* one vanished unseen */
    int64_t vanished_ms; /* shown again only after input later than this */
    int64_t free_ms;     /* DUE: free since */
    int64_t shown_ms;    /* the last one, since the last break */
    int64_t started_ms;
    int64_t floor_ms;    /* no prompt before */
    int64_t target_ms;   /* sitting at which the next break is due */
    int64_t shift_ms;    /* sitting at which the next posture hint is due */
    int64_t prompted_ms; /* sitting at the end of the last prompt */
    bool soon;           /* was said */
    uint32_t put_offs;
    int64_t confirm_ms; /* asked to say it again */
    uh_schedule_input_kind confirm;

    int64_t quiet_ms;  /* until; INT64_MIN: not */
    uh_date quiet_day; /* until this day; UH_NO_DATE: not */
    bool open;         /* office hours */
    int64_t hours_ms;  /* they change */
    bool moment;       /* a chosen moment is there and was not served */
    bool moment_long;
    int64_t moment_ms; /* that changes */
    uint32_t served;   /* bit set of the day's moments */
    int64_t day_ms;    /* the day ends */
    int64_t day_began_ms;
    uh_schedule_day today; /* sitting_ms before turned_ms */

    uint32_t queue_count;
    uh_schedule_event queue[UH_SCHEDULE_QUEUE];
} uh_schedule;

/* Somebody sits down at a desk. UH_ERR_RANGE: settings or zone. */
UH_MUST_USE uh_status uh_schedule_begin(const uh_schedule_settings *settings, const uh_zone *zone,
                                        uh_instant now, uh_schedule *ret_schedule);

/* Takes the earliest event due at or before `now`; false when none is left. */
bool uh_schedule_next(uh_schedule *schedule, uh_boot_ms now, uh_schedule_event *ret_event);

/* When to call uh_schedule_next() again; never before the last input or event. */
uh_boot_ms uh_schedule_deadline(const uh_schedule *schedule);

/* Was the host itself not there? `slept_ms`: by how much boot time ran ahead of the monotonic clock
 * since it last asked, which is how long the machine slept. Answers since when it was not: take the
 * events until then, tell SLEEP as of then and WAKE as of now, so that nothing of that time is made
 * up for. Also where the deadline was missed by more than a minute (a stopped process, a machine
 * that was not announced to sleep). UH_NEVER: it was there. */
uh_boot_ms uh_schedule_gap(const uh_schedule *schedule, uh_boot_ms now, int64_t slept_ms);

/* Tells what happened. Boot time before the latest input or event counts as that moment.
 * UH_ERR_PENDING: events are due that were not taken (BUSY at the moment of its
 * LOOK needs only that one); nothing changed. UH_ERR_RANGE: a length that
 * is not offered. UH_ERR_STATE: no break begins or is put off behind a locked screen. Everything
 * else is understood in every state, and twice the same is once. */
UH_MUST_USE uh_status uh_schedule_tell(uh_schedule *schedule, const uh_schedule_input *input);

/* From now on; sitting goes on. UH_ERR_PENDING, UH_ERR_RANGE. */
UH_MUST_USE uh_status uh_schedule_set_settings(uh_schedule *schedule,
                                               const uh_schedule_settings *settings,
                                               uh_instant now);
UH_MUST_USE uh_status uh_schedule_set_zone(uh_schedule *schedule, const uh_zone *zone,
                                           uh_instant now);

/* -- the view -- */

typedef struct uh_schedule_view {
    bool here;           /* at the desk, engaged included */
    bool engaged;        /* without input, but in a call or before a film */
    bool locked, asleep; /* not here because of that */
    bool sitting;        /* sitting_since and sitting_ms mean something */
    uh_instant sitting_since;
    int64_t sitting_ms;
    uh_instant away_since; /* not here */
    uh_schedule_phase phase;
    uh_prompt prompt; /* shown, started, or the one that comes next as things are */
    bool missed;      /* one vanished unseen; it stays so until the next break */
    uint32_t busy;    /* DUE: what it waits for, bit set of uh_busy */
    bool wants_still; /* tell pauses in typing now: STILL and the ACTIVE after it */
    bool has_next;
    uh_instant next; /* the next break, if the person stays; a busy moment may delay it */
    bool is_open;    /* office hours */
    bool quiet;
    bool until_tomorrow; /* quiet */
    uh_instant quiet_until;
    uint32_t put_offs;
    int64_t snooze_ms; /* the longest that may be put off */
    bool confirming;   /* waits for a command to be said again */
    uh_schedule_day today;
} uh_schedule_view;

/* How things are at `now`, not before the last input or event, and with all events taken. Pure. */
uh_schedule_view uh_schedule_look(const uh_schedule *schedule, uh_boot_ms now);

/* A hash of what the schedule means, equal on every machine. */
uint64_t uh_schedule_hash(const uh_schedule *schedule);

/* -- over restarts -- */

/* Writes all but settings and zone as lines of text, terminated, once all events due at `now` were
 * taken. The first line has version, boot id ("" where there is none), `now` and whether this is
 * the orderly end; the others stay the same as long as nothing happens. Returns its length;
 * capacity is UH_SCHEDULE_TEXT_SIZE or more. */
size_t uh_schedule_write(const uh_schedule *schedule, const char *boot_id, uh_instant now,
                         bool ending, char *out, size_t capacity);

/* Goes on from such a text. What happened in between is not known: until its next deadline (or to
 * its orderly end) the person is taken to have stayed as they were, from then on nobody was there.
 * Sitting is not lost, and five minutes of not knowing are a break. With another boot id boot times
 * mean nothing and the wall clock has to do; if it was set back, no time has passed. Afterwards
 * tell how things are: LOCK or UNLOCK, IDLE or ACTIVE.
 * UH_ERR_FORMAT: it is no such text, it says what cannot be, or it is older than 35 years.
 * UH_ERR_VERSION. UH_ERR_RANGE: settings or zone. */
UH_MUST_USE uh_status uh_schedule_read(const char *text, const char *boot_id,
                                       const uh_schedule_settings *settings, const uh_zone *zone,
                                       uh_instant now, uh_schedule *ret_schedule);

#endif
