/* SPDX-License-Identifier: MIT */
#include "unhunch/zone.h"

#define DAY_MS INT64_C(86400000)

uh_zone uh_zone_utc(void)
{
    return (uh_zone){0};
}

static bool is_offset(int32_t offset_s)
{
    return offset_s >= -UH_OFFSET_MAX_S && offset_s <= UH_OFFSET_MAX_S;
}

uh_status uh_zone_check(const uh_zone *zone)
{
    if (!is_offset(zone->offset_s) || zone->count > UH_ZONE_CHANGES_MAX) {
        return UH_ERR_RANGE;
    }
    for (uint32_t i = 0; i < zone->count; i++) {
        if (!is_offset(zone->changes[i].offset_s) ||
            (i > 0 && zone->changes[i].at.ms <= zone->changes[i - 1].at.ms)) {
            return UH_ERR_RANGE;
        }
    }
    return UH_OK;
}

int32_t uh_zone_offset_s(const uh_zone *zone, uh_unix_ms at)
{
    int32_t offset_s = zone->offset_s;
    for (uint32_t i = 0; i < zone->count && zone->changes[i].at.ms <= at.ms; i++) {
        offset_s = zone->changes[i].offset_s;
    }
    return offset_s;
}

uh_date uh_zone_date(const uh_zone *zone, uh_unix_ms at)
{
    return uh_date_at(at, uh_zone_offset_s(zone, at));
}

uh_date uh_zone_calendar_date(const uh_zone *zone, uh_unix_ms at)
{
    return uh_date_at((uh_unix_ms){at.ms + UH_DAY_BEGINS_MS}, uh_zone_offset_s(zone, at));
}

uh_unix_ms uh_zone_reach(const uh_zone *zone, uh_date calendar_date, uint32_t minutes)
{
    const int64_t local_ms = calendar_date.days * DAY_MS + (int64_t)minutes * 60000;
    int64_t at_ms = local_ms - (int64_t)zone->offset_s * 1000;
    for (uint32_t i = 0; i < zone->count && at_ms >= zone->changes[i].at.ms; i++) {
        /* this offset ends before that; the next one may already begin after it */
        const int64_t after_ms = local_ms - (int64_t)zone->changes[i].offset_s * 1000;
        at_ms = after_ms > zone->changes[i].at.ms ? after_ms : zone->changes[i].at.ms;
    }
    return (uh_unix_ms){at_ms};
}
