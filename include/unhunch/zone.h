/* SPDX-License-Identifier: MIT */
/* zone.h: local time, as far as the next two weeks need it. The core knows no zone; a host that
 * does gives the offset that holds and the changes to come. */
#ifndef UNHUNCH_ZONE_H
#define UNHUNCH_ZONE_H

#include "unhunch/date.h"

enum {
    UH_ZONE_DAYS = 14,       /* how far ahead a host looks for changes */
    UH_ZONE_CHANGES_MAX = 4, /* no zone of the IANA database has more than two in so short a time */
    UH_DAY_MINUTES = 24 * 60
};

typedef struct uh_zone_change {
    uh_unix_ms at;
    int32_t offset_s; /* from then on */
} uh_zone_change;

/* The offset holds from ever up to the first change, and the last one for ever. */
typedef struct uh_zone {
    int32_t offset_s; /* seconds by which local time is ahead of UTC, +-UH_OFFSET_MAX_S */
    uint32_t count;
    uh_zone_change changes[UH_ZONE_CHANGES_MAX]; /* in their order */
} uh_zone;

/* UTC for ever. */
uh_zone uh_zone_utc(void);

/* UH_ERR_RANGE: an offset that no zone has, too many changes, or not in their order. */
UH_MUST_USE uh_status uh_zone_check(const uh_zone *zone);

int32_t uh_zone_offset_s(const uh_zone *zone, uh_unix_ms at);

/* The day (from 04:00) and the calendar day (from midnight) of a moment. */
uh_date uh_zone_date(const uh_zone *zone, uh_unix_ms at);
uh_date uh_zone_calendar_date(const uh_zone *zone, uh_unix_ms at);

/* When a clock on the wall first shows so many minutes after midnight of a calendar day, or, where
 * an hour is left out in spring, goes past it. In autumn, when an hour comes twice, it is the first
 * time. Every reading of the clock is reached once. Minutes may be more than a day. */
uh_unix_ms uh_zone_reach(const uh_zone *zone, uh_date calendar_date, uint32_t minutes);

#endif
