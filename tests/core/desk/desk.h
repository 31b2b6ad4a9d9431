/* SPDX-License-Identifier: MIT */
/* desk.h: a desk for tests: a machine with two clocks, a schedule on it, and a host that takes
 * every event, answers looks, and remembers the rest. */
#ifndef UNHUNCH_TESTS_CORE_DESK_H
#define UNHUNCH_TESTS_CORE_DESK_H

#include "unhunch/schedule.h"

enum { DESK_EVENTS_MAX = 4096 };

#define MINUTES(count) (INT64_C(60000) * (count))
#define HOURS(count) (INT64_C(3600000) * (count))
#define DESK_BOOT_ID "0b5c9a34-6f0e-4b5e-9d0a-6d1f7f7b4c11"

/* 2026-03-02 09:00 UTC, a Monday. */
#define DESK_MONDAY_MS INT64_C(1772442000000)

typedef struct desk {
    uh_schedule schedule;
    uh_schedule_settings settings;
    uh_zone zone;
    int64_t boot_ms;
    int64_t wall_ms;   /* Unix time less boot time, as the machine believes it */
    uint32_t busy;     /* what a look finds */
    bool mute;         /* looks are not answered */
    int64_t stride_ms; /* also ticks so often; 0: at deadlines only */
    bool late;         /* only so often, and never at deadlines */
    uint32_t looks;
    uint32_t count; /* events but LOOK; the earliest are dropped when there are too many */
    uh_schedule_event events[DESK_EVENTS_MAX];
} desk;

/* Somebody sits down at 09:00 on that Monday in UTC, an hour after boot. NULL: standard settings
 * without chosen moments. */
void desk_open(desk *at, const uh_schedule_settings *settings);
void desk_open_at(desk *at, const uh_schedule_settings *settings, const uh_zone *zone,
                  int64_t unix_ms);

/* Standard settings without chosen moments: a quiet "stand up" every 45 minutes. */
uh_schedule_settings desk_plain(void);

uh_instant desk_now(const desk *at);

/* Takes what is due now. */
void desk_take(desk *at);

/* Time passes, and every event that comes due is taken in its time. */
void desk_pass(desk *at, int64_t ms);

/* Nobody ticks meanwhile: a machine that sleeps, a process that is stopped. */
void desk_freeze(desk *at, int64_t ms);

/* The host looks at its clocks after that, as it does whenever it wakes up. */
void desk_thaw(desk *at, int64_t slept_ms);

/* Tells, and takes what follows. The short form is for inputs that bring nothing more. */
uh_status desk_tell_all(desk *at, uh_schedule_input input);
void desk_tell(desk *at, uh_schedule_input_kind kind);

/* No input since so long ago; away_ms where the person walked off then. */
void desk_still(desk *at);
void desk_idle(desk *at, int64_t ago_ms);

/* The person walks off now and comes back after `ms`, as an idle source sees it. */
void desk_leave_for(desk *at, int64_t ms);

/* Types on, then pauses: a prompt that waits for that comes now. */
void desk_pause_typing(desk *at);

/* Sits and types until a prompt is up; at most eight hours. */
void desk_until_shown(desk *at);

/* The daemon ends, orderly or not, and begins again after `ms`; `reboot` in between. */
void desk_restart(desk *at, bool orderly, bool reboot, int64_t ms);

/* How many events of a kind there were; and the last one, which must exist. */
uint32_t desk_count(const desk *at, uh_schedule_event_kind kind);
const uh_schedule_event *desk_last(const desk *at, uh_schedule_event_kind kind);

int64_t desk_sitting_ms(const desk *at);

/* The schedule as it is seen now. */
uh_schedule_view desk_look(const desk *at);

#endif
