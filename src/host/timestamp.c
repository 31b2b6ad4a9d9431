/* SPDX-License-Identifier: MIT */
#include "host/clock.h"

#include <time.h>

void uh_clock_timestamp(uh_unix_ms at, char out[UH_TIMESTAMP_SIZE])
{
    const time_t seconds = (time_t)(at.ms / 1000);
    struct tm utc = {0};
    (void)gmtime_r(&seconds, &utc);
    if (strftime(out, UH_TIMESTAMP_SIZE, "%Y-%m-%dT%H:%M:%SZ", &utc) == 0) {
        out[0] = '\0';
    }
}
