/* SPDX-License-Identifier: MIT */
#include "host/clock.h"

#include <limits.h>
#include <poll.h>
#include <time.h>

static int64_t read_ms(clockid_t clock)
{
    struct timespec now = {0};
    (void)clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

uh_boot_ms uh_clock_boot(void)
{
    return (uh_boot_ms){read_ms(CLOCK_BOOTTIME)};
}

uh_unix_ms uh_clock_unix(void)
{
    return (uh_unix_ms){read_ms(CLOCK_REALTIME)};
}

static int wait_ms(uh_boot_ms until)
{
    if (until.ms == UH_NEVER.ms) {
        return -1;
    }
    const int64_t left = until.ms - uh_clock_boot().ms;
    if (left <= 0) {
        return 0;
    }
    /* both clocks are cut to whole milliseconds: one more, or the last one is spent spinning */
    return left >= INT_MAX ? INT_MAX : (int)left + 1;
}

int uh_clock_wait(struct pollfd *fds, uint32_t count, uh_boot_ms until)
{
    return poll(fds, count, wait_ms(until));
}
