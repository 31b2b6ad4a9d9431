/* SPDX-License-Identifier: MIT */
/* clock.h: what time it is, and waiting for something to happen.
 *
 * Time and waiting are one file, because a test replaces both: with clock_fake.c a wait in which
 * no input is ready moves the clock to its deadline at once, so that a whole session plays in an
 * instant. No shipped program links it. */
#ifndef UNHUNCH_HOST_CLOCK_H
#define UNHUNCH_HOST_CLOCK_H

#include "unhunch/zone.h"

struct pollfd;

/* CLOCK_BOOTTIME: also runs while the machine sleeps. */
uh_boot_ms uh_clock_boot(void);

uh_unix_ms uh_clock_unix(void);

/* Seconds by which local time is ahead of UTC at that moment, as TZ and the system say. */
int32_t uh_clock_offset_s(uh_unix_ms at);

/* Waits until one of `count` descriptors is ready, a signal came, or `until` (UH_NEVER: for ever)
 * is reached. As poll(): the number of ready ones, 0 at the deadline, -1 with errno. */
int uh_clock_wait(struct pollfd *fds, uint32_t count, uh_boot_ms until);

/* Local time from now on, for as far ahead as the core wants to know. The system's zone is read
 * anew: people travel. */
uh_zone uh_clock_zone(uh_unix_ms now);

/* Milliseconds as "2026-11-20T17:16:39Z"; out holds 21 bytes or more. */
enum { UH_TIMESTAMP_SIZE = 24 };
void uh_clock_timestamp(uh_unix_ms at, char out[UH_TIMESTAMP_SIZE]);

#endif
