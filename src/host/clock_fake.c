/* SPDX-License-Identifier: MIT */
/* Takes the place of clock.c in test programs: the same names, a clock that moves by waiting.
 *
 * It is 2026-01-05 09:00 UTC, a Monday, an hour after boot, unless UNHUNCH_TEST_CLOCK says another
 * moment: milliseconds since 1970 UTC. */
#include "host/clock.h"

#include <poll.h>
#include <stdlib.h>

static const int64_t boot_begins_ms = 3600000;
static int64_t waited_ms;

static int64_t unix_begins_ms(void)
{
    const char *given = getenv("UNHUNCH_TEST_CLOCK");
    return given != NULL ? strtoll(given, NULL, 10) : INT64_C(1767603600000);
}

uh_boot_ms uh_clock_boot(void)
{
    return (uh_boot_ms){boot_begins_ms + waited_ms};
}

uh_unix_ms uh_clock_unix(void)
{
    return (uh_unix_ms){unix_begins_ms() + waited_ms};
}

int uh_clock_wait(struct pollfd *fds, uint32_t count, uh_boot_ms until)
{
    const bool forever = until.ms == UH_NEVER.ms;
    const int ready = poll(fds, count, forever ? -1 : 0);
    if (ready == 0 && until.ms > boot_begins_ms + waited_ms) {
        waited_ms = until.ms - boot_begins_ms;
    }
    return ready;
}
