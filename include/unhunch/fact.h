/* SPDX-License-Identifier: MIT */
/* fact.h: what is remembered, as plain records.
 *
 * A fact names stretches by key, so that it outlives every catalogue, and carries its moment three
 * times: UTC, the offset of local time, and the local day (date.h). Its members are described once,
 * in uh_fact_fields(): database columns, JSON, CSV and the data dictionary all walk that table.
 * Two facts of one kind whose identity fields are equal are one fact; of the two the one that was
 * changed later stands, which makes writing, importing and draining a journal the same act, and
 * doing it twice the same as once.
 *
 * All texts are NUL-terminated UTF-8 inside the record; "" is "not stated". Enumerations are
 * uint32_t, spelled in files as their name function says. */
#ifndef UNHUNCH_FACT_H
#define UNHUNCH_FACT_H

#include "unhunch/date.h"
#include "unhunch/session.h"

enum {
    UH_FACT_ID_SIZE = 40,    /* a UUID in text, made by whoever makes the fact */
    UH_FACT_KEY_SIZE = 48,   /* of a stretch, form, routine, question or setting */
    UH_FACT_VALUE_SIZE = 512 /* of a setting */
};

#define UH_NO_TIME ((uh_unix_ms){0}) /* not yet, or not known */

/* Nobody was asked, or nobody answered within 20 s: never 0, which is an answer. */
#define UH_NOT_ASKED (-1)

typedef enum uh_fact_kind {
    UH_FACT_SESSION,
    UH_FACT_ENTRY,   /* one entry of a session's routine, as it was planned */
    UH_FACT_COMMAND, /* what the person told the session, and when: with the entries, all that is
                        needed to go on after a crash (architecture: snapshot) */
    UH_FACT_SET,     /* one side of one set, as it was done */
    UH_FACT_RATING,  /* pain and stiffness from 0 to 10 */
    UH_FACT_BREAK,   /* away from the desk, with or without a stretch */
    UH_FACT_MARK,    /* something that holds from a day on, or for a day */
    UH_FACT_ANSWER,  /* of the screening, by question */
    UH_FACT_SETTING,
    UH_FACT_KIND_COUNT
} uh_fact_kind;

typedef enum uh_ending {
    UH_ENDING_OPEN,       /* it plays, or its program died: see lease */
    UH_ENDING_COMPLETE,   /* to the end of its routine */
    UH_ENDING_EARLY,      /* ended by the person */
    UH_ENDING_STOPPED,    /* stopped by the person: reason */
    UH_ENDING_INTERRUPTED /* closed by the host, or by the lease rule */
} uh_ending;

/* Why something was stopped or skipped: one list, so that a column can say it by name. The first
 * ones are those of uh_stop_reason. */
typedef enum uh_reason {
    UH_REASON_NONE,
    UH_REASON_PAIN,
    UH_REASON_NERVE,
    UH_REASON_DIZZY,
    UH_REASON_OTHER,
    UH_REASON_NOT_NOW, /* from here on those of uh_skip_reason */
    UH_REASON_NO_ROOM,
    UH_REASON_UNCOMFORTABLE,
    UH_REASON_DONE_ALREADY,
    UH_REASON_COUNT
} uh_reason;

typedef enum uh_origin {
    UH_ORIGIN_PLAN,   /* the planner chose */
    UH_ORIGIN_RECIPE, /* a stored routine, by name */
    UH_ORIGIN_NAMES,  /* stretches by name */
    UH_ORIGIN_BREAK   /* the planner chose for a break at the desk */
} uh_origin;

/* What the person says at the end about what was recorded. The sets stay as they were measured. */
typedef enum uh_correction {
    UH_CORRECTION_NONE,
    UH_CORRECTION_ALL,
    UH_CORRECTION_PART,
    UH_CORRECTION_STOPPED
} uh_correction;

typedef enum uh_helped {
    UH_HELPED_NOT_ASKED,
    UH_HELPED_BETTER,
    UH_HELPED_SAME,
    UH_HELPED_WORSE
} uh_helped;

typedef enum uh_command_kind {
    UH_COMMAND_READY,
    UH_COMMAND_PAUSE,
    UH_COMMAND_RESUME,
    UH_COMMAND_INTERRUPT,
    UH_COMMAND_EASE,
    UH_COMMAND_STOP, /* with a reason */
    UH_COMMAND_UNDO_STOP,
    UH_COMMAND_SKIP, /* with a reason */
    UH_COMMAND_BACK,
    UH_COMMAND_REPEAT,
    UH_COMMAND_MORE,
    UH_COMMAND_LESS,
    UH_COMMAND_END
} uh_command_kind;

typedef enum uh_rating_moment {
    UH_RATING_DAY,    /* once a day, outside sessions */
    UH_RATING_BEFORE, /* a session of over five minutes */
    UH_RATING_AFTER
} uh_rating_moment;

typedef enum uh_break_kind {
    UH_BREAK_AWAY,    /* seen by the desk: five minutes or more without input */
    UH_BREAK_STOOD,   /* the person said so: stood up, walked */
    UH_BREAK_POSTURE, /* sat differently */
    UH_BREAK_BREATHS  /* five slow breaths */
} uh_break_kind;

typedef enum uh_mark_kind {
    UH_MARK_REST,         /* a day off, planned or not */
    UH_MARK_FLARE,        /* a bad day: start doses, nothing is owed */
    UH_MARK_TRY_AGAIN,    /* a parked stretch and side may be offered again */
    UH_MARK_SCREENED,     /* every question was answered */
    UH_MARK_ACKNOWLEDGED, /* one session by --acknowledge: never a screening (rule 2) */
    UH_MARK_STOP          /* a stop in a session that feeds the screening: reason */
} uh_mark_kind;

const char *uh_fact_kind_name(uint32_t kind); /* "session", "entry" ... */
const char *uh_ending_name(uint32_t end);
const char *uh_reason_name(uint32_t reason);
const char *uh_origin_name(uint32_t origin);
const char *uh_correction_name(uint32_t correction);
const char *uh_helped_name(uint32_t helped);
const char *uh_command_kind_name(uint32_t command);
const char *uh_rating_moment_name(uint32_t moment);
const char *uh_break_kind_name(uint32_t kind);
const char *uh_mark_kind_name(uint32_t mark);

/* A moment, in the three forms. */
typedef struct uh_moment {
    uh_unix_ms at;
    int32_t offset_s; /* of local time from UTC, then and there */
    uh_date day;
} uh_moment;

/* The reason of a set that ended so, as uh_set_record has it. */
uh_reason uh_reason_of(uh_set_end end, uint32_t reason);

/* The day follows from the other two. */
uh_moment uh_moment_at(uh_unix_ms at, int32_t offset_s);

typedef struct uh_session_fact {
    char id[UH_FACT_ID_SIZE];
    uh_moment began;
    uh_unix_ms ended;               /* UH_NO_TIME while it is open */
    uint32_t end;                   /* uh_ending */
    uint32_t reason;                /* uh_stop_reason */
    uint32_t origin;                /* uh_origin */
    char routine[UH_FACT_KEY_SIZE]; /* key of the recipe; "" for others */
    uint32_t context;               /* uh_context */
    uint32_t minutes;               /* asked for; 0: none */
    int64_t planned_ms;             /* announced duration */
    uint32_t speed_percent;
    uint32_t pace; /* uh_pace: with it the routine is as long as it was */
    bool gentle;
    bool long_holds;
    bool simulated;      /* not at speed 100: shown in the log, never counted */
    bool acknowledged;   /* admitted by --acknowledge only */
    uint32_t correction; /* uh_correction */
    uint32_t helped;     /* uh_helped */
    int64_t seen_ms;     /* boot time since the start when it was last known to play */
    uh_unix_ms lease;    /* until then it is somebody's; renewed at each set */
} uh_session_fact;

typedef struct uh_entry_fact {
    char session[UH_FACT_ID_SIZE];
    uint32_t entry; /* index in the routine */
    char exercise[UH_FACT_KEY_SIZE];
    char variant[UH_FACT_KEY_SIZE];
    uint32_t hold_ms;
    uint32_t repetitions;
    uint32_t sets;
    uint32_t first_side; /* uh_side */
    bool one_side_only;
} uh_entry_fact;

typedef struct uh_command_fact {
    char session[UH_FACT_ID_SIZE];
    uint32_t number;  /* from 0, in their order */
    int64_t at_ms;    /* boot time since the start of the session */
    uint32_t command; /* uh_command_kind */
    uint32_t reason;  /* uh_reason */
} uh_command_fact;

typedef struct uh_set_fact {
    char session[UH_FACT_ID_SIZE];
    uint32_t entry;
    uint32_t set;     /* from 1 */
    uint32_t side;    /* uh_side */
    uint32_t attempt; /* from 1; session.h */
    char exercise[UH_FACT_KEY_SIZE];
    char variant[UH_FACT_KEY_SIZE];
    uint32_t family; /* uh_family, as it was then */
    uh_moment began;
    uh_unix_ms ended;
    uint32_t planned_hold_ms; /* of all repetitions together */
    uint32_t planned_repetitions;
    uint32_t actual_hold_ms;
    uint32_t actual_repetitions;
    int64_t duration_ms; /* get ready to the end, pauses left out */
    uint32_t end;        /* uh_set_end */
    uint32_t reason;     /* uh_reason */
    bool eased;
    bool uneven;
    bool simulated;
} uh_set_fact;

typedef struct uh_rating_fact {
    char id[UH_FACT_ID_SIZE];
    char session[UH_FACT_ID_SIZE]; /* "" for UH_RATING_DAY */
    uint32_t moment;               /* uh_rating_moment */
    uh_moment at;
    int32_t pain; /* 0 to 10, or UH_NOT_ASKED */
    int32_t stiffness;
} uh_rating_fact;

typedef struct uh_break_fact {
    char id[UH_FACT_ID_SIZE];
    uh_moment began;
    int64_t length_ms; /* 0: not measured */
    uint32_t kind;     /* uh_break_kind */
} uh_break_fact;

typedef struct uh_mark_fact {
    char id[UH_FACT_ID_SIZE];
    uh_moment at;
    uint32_t mark;                   /* uh_mark_kind */
    char exercise[UH_FACT_KEY_SIZE]; /* TRY_AGAIN, STOP */
    uint32_t side;                   /* uh_side; TRY_AGAIN, STOP */
    uint32_t reason;                 /* uh_reason; STOP */
} uh_mark_fact;

typedef struct uh_answer_fact {
    char question[UH_FACT_KEY_SIZE];
    uh_moment at;
    bool yes;
    uh_unix_ms seen; /* "I was seen and may stretch", said then; UH_NO_TIME: not */
} uh_answer_fact;

typedef struct uh_setting_fact {
    char name[UH_FACT_KEY_SIZE];
    char value[UH_FACT_VALUE_SIZE]; /* "" gives the default back */
} uh_setting_fact;

typedef struct uh_fact {
    uh_fact_kind kind;
    uh_unix_ms changed; /* when this was written: of two facts with one identity the later stands */
    union {
        uh_session_fact session;
        uh_entry_fact entry;
        uh_command_fact command;
        uh_set_fact set;
        uh_rating_fact rating;
        uh_break_fact pause;
        uh_mark_fact mark;
        uh_answer_fact answer;
        uh_setting_fact setting;
    } is;
} uh_fact;

/* -- the table -- */

typedef enum uh_value_type {
    UH_VALUE_TEXT,    /* char[size] */
    UH_VALUE_NUMBER,  /* uint32_t */
    UH_VALUE_INTEGER, /* int32_t; UH_NOT_ASKED is null where it is the least */
    UH_VALUE_LONG,    /* int64_t */
    UH_VALUE_TIME,    /* uh_unix_ms; UH_NO_TIME is null */
    UH_VALUE_DATE,    /* uh_date; always one: every record has its day */
    UH_VALUE_BOOL,    /* bool */
    UH_VALUE_ENUM     /* uint32_t, spelled by `names` */
} uh_value_type;

typedef struct uh_fact_field {
    const char *name; /* of the column, the JSON key and the CSV heading */
    uh_value_type type;
    uint32_t offset; /* in uh_fact */
    uint32_t size;   /* bytes */
    int64_t min;     /* NUMBER, INTEGER, LONG, TIME, DATE: what a reader accepts */
    int64_t max;
    bool identity;                        /* part of what makes it this fact and no other */
    const char *(*names)(uint32_t value); /* ENUM; "" beyond the last */
#ifndef UH_FOR_PAGE
    uh_message help; /* one sentence for the data dictionary */
#endif
} uh_fact_field;

/* The fields of a kind, identity first; `changed` is the last one of each. */
const uh_fact_field *uh_fact_fields(uh_fact_kind kind, uint32_t *ret_count);

#ifndef UH_FOR_PAGE
/* One sentence for the data dictionary. */
uh_message uh_fact_kind_help(uh_fact_kind kind);
#endif

/* Are all fields within what the table says: text terminated and UTF-8, numbers in range,
 * enumerations known, identity not empty? Whatever comes from outside passes this before it is
 * taken. `ret_field`: the first that is not. UH_ERR_RANGE. */
UH_MUST_USE uh_status uh_fact_check(const uh_fact *fact, const uh_fact_field **ret_field);

/* Of one kind, and with equal identity fields. */
bool uh_fact_same(const uh_fact *a, const uh_fact *b);

/* May it be taken back? What is about safety stays: only a visit lifts what a stop asks for, and
 * only answers are answers. */
bool uh_fact_may_go(const uh_fact *fact);

/* -- what the lease rule says (architecture: live sessions) -- */

enum {
    UH_LEASE_MS = 5 * 60 * 1000, /* how long a shell holds a session without a sign of life */
    UH_LEASE_GRACE_MS = 15 * 60 * 1000, /* after that it is closed as interrupted */
    UH_RESUME_MS = 30 * 60 * 1000       /* so long after its last sign it may go on, in any shell */
};

/* Open, and nobody has given a sign of life for so long that it is to be closed as interrupted. */
bool uh_session_is_lapsed(const uh_session_fact *session, uh_unix_ms now);

/* Left open or interrupted, and its last sign of life (the lease less UH_LEASE_MS) is not longer
 * ago than UH_RESUME_MS: the person is asked whether to go on. */
bool uh_session_may_go_on(const uh_session_fact *session, uh_unix_ms now);

/* The lease has not run out: perhaps it still plays in another window. */
bool uh_session_is_held(const uh_session_fact *session, uh_unix_ms now);

#endif
