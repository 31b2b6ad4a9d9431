/* SPDX-License-Identifier: MIT */
#include "host/clock.h"

#include <time.h>

int32_t uh_clock_offset_s(uh_unix_ms at)
{
    const time_t seconds = (time_t)(at.ms / 1000);
    struct tm local = {0};
    return localtime_r(&seconds, &local) != NULL ? (int32_t)local.tm_gmtoff : 0;
}

void uh_clock_timestamp(uh_unix_ms at, char out[UH_TIMESTAMP_SIZE])
{
    const time_t seconds = (time_t)(at.ms / 1000);
    struct tm utc = {0};
    (void)gmtime_r(&seconds, &utc);
    if (strftime(out, UH_TIMESTAMP_SIZE, "%Y-%m-%dT%H:%M:%SZ", &utc) == 0) {
        out[0] = '\0';
    }
}
