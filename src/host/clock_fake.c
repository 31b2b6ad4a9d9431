/* SPDX-License-Identifier: MIT */
/* Takes the place of clock.c in test programs: the same names, a clock that moves by waiting. */
#include "host/clock.h"

#include <poll.h>

/* 2026-01-05 09:00 UTC, a Monday, an hour after boot. */
static int64_t boot_now_ms = 3600000;
static const int64_t unix_at_boot_ms = 1767603600000 - 3600000;

uh_boot_ms uh_clock_boot(void)
{
    return (uh_boot_ms){boot_now_ms};
}

uh_unix_ms uh_clock_unix(void)
{
    return (uh_unix_ms){unix_at_boot_ms + boot_now_ms};
}

int uh_clock_wait(struct pollfd *fds, uint32_t count, uh_boot_ms until)
{
    const bool forever = until.ms == UH_NEVER.ms;
    const int ready = poll(fds, count, forever ? -1 : 0);
    if (ready == 0 && until.ms > boot_now_ms) {
        boot_now_ms = until.ms;
    }
    return ready;
}
