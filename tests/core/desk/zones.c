/* SPDX-License-Identifier: MIT */
#include "core/desk/zones.h"

#include <stdio.h>
#include <stdlib.h>

#define DAY_MS INT64_C(86400000)

/* A change on the n-th Sunday of a month (5: the last one), at a local time of the offset before,
 * or at a UTC time. */
typedef struct rule {
    int32_t month;
    int32_t sunday;
    int32_t minute;
    bool utc;
    int32_t offset_s; /* from then on */
} rule;

typedef struct zone_rules {
    int32_t offset_s; /* before the first change of a year */
    uint32_t count;
    rule rules[2];
} zone_rules;

static const zone_rules all[ZONES_COUNT] = {
    [ZONES_AMSTERDAM] = {3600, 2, {{3, 5, 60, true, 7200}, {10, 5, 60, true, 3600}}},
    [ZONES_NEW_YORK] = {-18000, 2, {{3, 2, 120, false, -14400}, {11, 1, 120, false, -18000}}},
    [ZONES_LORD_HOWE] = {39600, 2, {{4, 1, 120, false, 37800}, {10, 1, 120, false, 39600}}},
    [ZONES_KATHMANDU] = {20700, 0, {{0}}},
};

static uh_date date_of(int32_t year, int32_t month, int32_t day)
{
    char text[48];
    uh_date date = UH_NO_DATE;
    (void)snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
    if (uh_date_read(text, &date) != UH_OK) {
        abort();
    }
    return date;
}

static uh_date sunday_of(int32_t year, const rule *of)
{
    const int32_t first = of->sunday == 5 ? 25 : 1 + 7 * (of->sunday - 1); /* of 31 days */
    uh_date date = date_of(year, of->month, first);
    while (uh_date_weekday(date) != 6) {
        date = uh_date_add(date, 1);
    }
    return date;
}

uint32_t zones_changes(zones_name name, int32_t year, uh_zone_change ret_changes[2])
{
    int32_t before_s = all[name].offset_s;
    for (uint32_t i = 0; i < all[name].count; i++) {
        const rule *of = &all[name].rules[i];
        const int64_t local_ms = sunday_of(year, of).days * DAY_MS + of->minute * INT64_C(60000);
        ret_changes[i] = (uh_zone_change){
            {of->utc ? local_ms : local_ms - before_s * INT64_C(1000)}, of->offset_s};
        before_s = of->offset_s;
    }
    return all[name].count;
}

uh_zone zones_at(zones_name name, uh_unix_ms now)
{
    const int32_t year = uh_date_calendar(uh_date_at(now, 0)).year;
    uh_zone zone = {.offset_s = all[name].offset_s};
    for (int32_t i = year - 1; i <= year + 1; i++) {
        uh_zone_change changes[2];
        const uint32_t count = zones_changes(name, i, changes);
        for (uint32_t j = 0; j < count; j++) {
            if (changes[j].at.ms <= now.ms) {
                zone.offset_s = changes[j].offset_s;
            } else if (changes[j].at.ms <= now.ms + UH_ZONE_DAYS * DAY_MS) {
                zone.changes[zone.count++] = changes[j];
            }
        }
    }
    return zone;
}
