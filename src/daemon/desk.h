/* SPDX-License-Identifier: MIT */
/* desk.h: one desk: the schedule, what tells it, and what it leads to.
 *
 * Nothing is decided here about breaks: the schedule is told what happens and says what is to be
 * done (unhunch/schedule.h). */
#ifndef UNHUNCH_DAEMON_DESK_H
#define UNHUNCH_DAEMON_DESK_H

#include "daemon/hooks.h"
#include "daemon/keeping.h"
#include "daemon/offer.h"
#include "host/desktop/busy.h"
#include "host/desktop/control.h"
#include "host/desktop/idle.h"
#include "host/desktop/login.h"
#include "host/desktop/notice.h"
#include "unhunch/words.h"

/* What is said once and not again. `unhunch doctor` knows the names. */
typedef enum uh_desk_trouble {
    UH_TROUBLE_BUS,           /* no session bus */
    UH_TROUBLE_LOGIN,         /* no login manager */
    UH_TROUBLE_IDLE,          /* nobody tells of input */
    UH_TROUBLE_NOTIFICATIONS, /* no server */
    UH_TROUBLE_STATE,         /* the disk */
    UH_TROUBLE_SETTINGS,      /* `unhunch` does not answer */
    UH_TROUBLE_NAME,          /* another program has the name on the bus */
    UH_TROUBLE_COUNT
} uh_desk_trouble;

typedef struct uh_desk {
    const uh_language *language;
    uh_loop *loop;
    uh_buses buses;
    uh_idle *idle;
    uh_login *login;
    uh_notices *notices;
    uh_control *control;
    uh_busy_look *look;
    uh_hooks hooks;
    uh_keeping keeping;
    uh_offering offering;
    uh_offer offer;
    uh_schedule schedule;
    int64_t slept_ms;         /* when the clocks were read last */
    bool unsure_lock;         /* locked by a wish: input ends it */
    bool confirmed;           /* the last command has to be said again */
    bool wants_notice;        /* a prompt is there and waits for the offer */
    bool stretch_as_text;     /* the notification that is shown is a stretch */
    uh_schedule_event prompt; /* the NOW or CONFIRM that the notification shows */
    uint32_t trouble;         /* bit set: told */
    uint64_t told_hash;       /* of what the properties said last */
    char waits_for[256], troubles[256];
} uh_desk;

/* Opens everything that is there and says once what is not. UH_ERR_REFUSED: another one runs,
 * UH_ERR_UNKNOWN: there is no folder, UH_ERR_STATE: see errno; each after a line on stderr. */
UH_MUST_USE uh_status uh_desk_open(uh_desk *desk);
void uh_desk_run(uh_desk *desk);
void uh_desk_close(uh_desk *desk);

/* -- within the daemon -- */

uh_instant uh_desk_now(void);

/* Tells the schedule, does what it says, writes down what changed, arms the timer. */
uh_status uh_desk_tell(uh_desk *desk, uh_schedule_input input);

/* A line on stderr, for the journal. */
void uh_desk_log(const uh_desk *desk, uh_phrase phrase);
/* The same, once as long as it lasts. */
void uh_desk_log_once(uh_desk *desk, uh_desk_trouble trouble, uh_phrase phrase);

/* Takes note of a source of input, and of one that was lost. */
void uh_desk_choose_idle(uh_desk *desk);

/* -- desk_show.c: notifications -- */

extern const uh_notices_hearing uh_desk_notices_hearing;
void uh_desk_show(uh_desk *desk);       /* what the schedule offers: desk->prompt */
void uh_desk_show_steps(uh_desk *desk); /* the stretch as text */
void uh_desk_withdraw(uh_desk *desk);

/* -- desk_status.c: properties and commands -- */

extern const uh_control_hearing uh_desk_control_hearing;
const char *uh_trouble_name(uint32_t trouble);

#endif
