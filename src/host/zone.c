/* SPDX-License-Identifier: MIT */
/* zone.c: what the C library knows of local time, as the changes of the next days. */
#include <time.h>

#include "host/clock.h"

enum { HOUR_MS = 3600000, SECOND_MS = 1000 };

/* The moment at which the offset changes, between two that differ. */
static int64_t find_change(int64_t before_ms, int64_t after_ms)
{
    const int32_t offset_s = uh_clock_offset_s((uh_unix_ms){before_ms});
    while (after_ms - before_ms > SECOND_MS) {
        const int64_t middle_ms = before_ms + (after_ms - before_ms) / 2;
        if (uh_clock_offset_s((uh_unix_ms){middle_ms}) == offset_s) {
            before_ms = middle_ms;
        } else {
            after_ms = middle_ms;
        }
    }
    return after_ms / SECOND_MS * SECOND_MS;
}

uh_zone uh_clock_zone(uh_unix_ms now)
{
    tzset(); /* the file of the zone may be another one by now */
    uh_zone zone = {.offset_s = uh_clock_offset_s(now)};
    int32_t offset_s = zone.offset_s;
    for (uint32_t hour = 1; hour <= UH_ZONE_DAYS * 24 && zone.count < UH_ZONE_CHANGES_MAX; hour++) {
        const int64_t at_ms = now.ms + (int64_t)hour * HOUR_MS;
        const int32_t later_s = uh_clock_offset_s((uh_unix_ms){at_ms});
        if (later_s != offset_s) {
            const uh_unix_ms change = {find_change(at_ms - HOUR_MS, at_ms)};
            zone.changes[zone.count++] = (uh_zone_change){change, later_s};
            offset_s = later_s;
        }
    }
    return zone;
}
