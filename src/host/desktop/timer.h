/* SPDX-License-Identifier: MIT */
/* timer.h: the one timer of a loop.
 *
 * It is of its own file, because a test replaces it together with host/clock.c: timer_fake.c moves
 * the clock on command. No shipped program links that. */
#ifndef UNHUNCH_HOST_DESKTOP_TIMER_H
#define UNHUNCH_HOST_DESKTOP_TIMER_H

#include "unhunch/base.h"

struct sd_event;
typedef struct uh_timer uh_timer;

/* NULL: the system has no timers left. */
uh_timer *uh_timer_open(struct sd_event *event, void (*due)(void *user), void *user);

/* Calls `due` once, when the boot clock has reached `at`; UH_NEVER: not at all. */
void uh_timer_arm(uh_timer *timer, uh_boot_ms at);

void uh_timer_close(uh_timer *timer); /* NULL is fine */

/* How long the machine has slept since it was started, in milliseconds. */
int64_t uh_timer_slept_ms(void);

#endif
