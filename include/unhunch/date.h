/* SPDX-License-Identifier: MIT */
/* date.h: days as people live them. A day begins at 04:00 local time, so that what is done after
 * midnight still belongs to the evening. The core knows no zone: whoever knows the offset gives it.
 */
#ifndef UNHUNCH_DATE_H
#define UNHUNCH_DATE_H

#include "unhunch/base.h"

enum {
    UH_DAY_BEGINS_MS = 4 * 3600 * 1000,
    UH_DATE_TEXT_SIZE = 16,     /* "2026-11-20" and its end */
    UH_OFFSET_MAX_S = 18 * 3600 /* of local time from UTC; no zone is further off */
};

/* A local day: days since 1970-01-01. */
typedef struct uh_date {
    int32_t days;
} uh_date;

/* No day: before all others. */
#define UH_NO_DATE ((uh_date){INT32_MIN})

typedef struct uh_calendar {
    int32_t year;
    uint32_t month; /* 1 to 12 */
    uint32_t day;   /* 1 to 31 */
} uh_calendar;

/* The day to which a moment belongs where local time is offset_s ahead of UTC. */
uh_date uh_date_at(uh_unix_ms at, int32_t offset_s);

/* `count` days later; earlier where it is negative. */
uh_date uh_date_add(uh_date date, int32_t count);

/* Days from `from` to `to`. INT32_MAX where `from` is UH_NO_DATE: longer ago than anything. */
int32_t uh_date_between(uh_date from, uh_date to);

/* 0 Monday to 6 Sunday. */
uint32_t uh_date_weekday(uh_date date);

uh_calendar uh_date_calendar(uh_date date);

/* "2026-11-20"; "" for UH_NO_DATE. Years 1 to 9999. */
void uh_date_write(uh_date date, char out[UH_DATE_TEXT_SIZE]);

/* Reads that form. UH_ERR_FORMAT: it is another one, or there is no such day. */
UH_MUST_USE uh_status uh_date_read(const char *text, uh_date *ret_date);

#endif
