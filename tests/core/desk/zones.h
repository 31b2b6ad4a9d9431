/* SPDX-License-Identifier: MIT */
/* zones.h: three zones with their summer time, by rule, for tests of whole years. */
#ifndef UNHUNCH_TESTS_CORE_DESK_ZONES_H
#define UNHUNCH_TESTS_CORE_DESK_ZONES_H

#include "unhunch/zone.h"

typedef enum zones_name {
    ZONES_AMSTERDAM, /* UTC+1, an hour more from the last Sunday of March, 01:00 UTC */
    ZONES_NEW_YORK,  /* UTC-5, an hour more from the second Sunday of March, 02:00 local */
    ZONES_LORD_HOWE, /* UTC+10:30, half an hour more from the first Sunday of October */
    ZONES_KATHMANDU, /* UTC+5:45, always */
    ZONES_COUNT
} zones_name;

/* What a host would give: the offset now, and the changes of the next 14 days. */
uh_zone zones_at(zones_name name, uh_unix_ms now);

/* The changes of a year, first to last; how many. */
uint32_t zones_changes(zones_name name, int32_t year, uh_zone_change ret_changes[2]);

#endif
