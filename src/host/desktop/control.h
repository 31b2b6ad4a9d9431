/* SPDX-License-Identifier: MIT */
/* control.h: org.unhunch.Break1 on the session bus: properties, commands, signals.
 *
 * `busctl --user introspect org.unhunch.Break1 /org/unhunch/Break1` lists them; docs/desk.md tells
 * what they mean. */
#ifndef UNHUNCH_HOST_DESKTOP_CONTROL_H
#define UNHUNCH_HOST_DESKTOP_CONTROL_H

#include <stdio.h>

#include "host/desktop/buses.h"
#include "unhunch/schedule.h"

#define UH_CONTROL_NAME "org.unhunch.Break1"
#define UH_CONTROL_PATH "/org/unhunch/Break1"

/* What the properties say. Texts are borrowed until the loop goes on. Moments are milliseconds
 * since 1970 UTC, 0 where there is none. */
typedef struct uh_control_status {
    uint32_t present, engaged, locked, open, quiet, until_tomorrow, missed, confirming; /* 0, 1 */
    const char *phase;       /* uh_schedule_phase_name() */
    const char *prompt;      /* uh_prompt_name(): shown, or the one that comes next */
    const char *stretch;     /* key of what is offered; "" none */
    const char *waits_for;   /* uh_busy_name(), joined by commas; "" nothing */
    const char *idle_source; /* uh_idle_source_name() */
    const char *trouble;     /* what does not work here, joined by commas: "bus", "login" ... */
    uint32_t sitting_s, sitting_today_s;
    uint64_t sitting_since, away_since, next, quiet_until;
    uint32_t put_offs, snooze_most_s;
    uint32_t breaks_today, stretches_today, prompts_today, snoozes_today, skips_today;
} uh_control_status;

typedef enum uh_control_outcome {
    UH_CONTROL_DONE,
    UH_CONTROL_AGAIN,  /* say it once more within a minute */
    UH_CONTROL_LOCKED, /* not behind a locked screen */
    UH_CONTROL_RANGE   /* a length that is not offered */
} uh_control_outcome;

typedef struct uh_control_hearing {
    void (*look)(void *user, uh_control_status *ret_status);
    /* `input` without its moments. */
    uh_control_outcome (*tell)(void *user, const uh_schedule_input *input);
    void (*reload)(void *user); /* settings have changed */
    void *user;
} uh_control_hearing;

typedef struct uh_control uh_control;

/* UH_ERR_STATE: no bus. UH_ERR_REFUSED: somebody has the name already. */
UH_MUST_USE uh_status uh_control_open(uh_buses *buses, const uh_control_hearing *hearing,
                                      uh_control **ret_control);

/* A signal named after the event: "Soon", "Now" ..., with a word and a length. */
void uh_control_signal(uh_control *control, uh_schedule_event_kind kind, const char *what,
                       int64_t length_ms);

/* Properties may have changed. NULL is fine, as in the call above. */
void uh_control_changed(uh_control *control);

void uh_control_close(uh_control *control); /* NULL is fine */

/* -- the other end -- */

typedef enum uh_control_answer {
    UH_CONTROL_ANSWERED, /* properties as NAME=VALUE lines, or the outcome: "done", "again" */
    UH_CONTROL_NOBODY,   /* no bus, or nobody with this name on it */
    UH_CONTROL_REFUSED,  /* the outcome: "locked", "range" */
    UH_CONTROL_WRONG     /* no such command */
} uh_control_answer;

/* Words: "status", or a command of the table in control_ask.c and its argument. Writes the answer;
 * returns when it is there, at most two seconds later. */
uh_control_answer uh_control_ask(int count, char **words, FILE *out);

#endif
