/* SPDX-License-Identifier: MIT */
#include "unhunch/date.h"

enum {
    DAY_MS = 24 * 3600 * 1000,
    ERA_DAYS = 146097, /* 400 years of the Gregorian calendar, after which it repeats */
    ERA_YEARS = 400,
    EPOCH_DAYS = 719468, /* from 0000-03-01 to 1970-01-01 */
    FIRST_YEAR = 1,
    LAST_YEAR = 9999
};

static int64_t divide_down(int64_t value, int64_t by)
{
    return value >= 0 ? value / by : -((-value + by - 1) / by);
}

uh_date uh_date_at(uh_unix_ms at, int32_t offset_s)
{
    const int64_t local_ms = at.ms + (int64_t)offset_s * 1000 - UH_DAY_BEGINS_MS;
    return (uh_date){(int32_t)divide_down(local_ms, DAY_MS)};
}

uh_date uh_date_add(uh_date date, int32_t count)
{
    return (uh_date){date.days + count};
}

int32_t uh_date_between(uh_date from, uh_date to)
{
    return from.days == UH_NO_DATE.days ? INT32_MAX : to.days - from.days;
}

uint32_t uh_date_weekday(uh_date date)
{
    /* 1970-01-01 was a Thursday */
    return (uint32_t)(((int64_t)date.days % 7 + 7 + 3) % 7);
}

/* A year that begins in March ends with the leap day: then months follow one rule. After Howard
 * Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
uh_calendar uh_date_calendar(uh_date date)
{
    const int64_t days = (int64_t)date.days + EPOCH_DAYS;
    const int64_t era = divide_down(days, ERA_DAYS);
    const int64_t of_era = days - era * ERA_DAYS;
    const int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    const int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    const int64_t month = (5 * of_year + 2) / 153; /* from March */
    const uint32_t calendar_month = (uint32_t)(month < 10 ? month + 3 : month - 9);
    return (uh_calendar){
        .year = (int32_t)(year + era * ERA_YEARS + (calendar_month <= 2 ? 1 : 0)),
        .month = calendar_month,
        .day = (uint32_t)(of_year - (153 * month + 2) / 5 + 1),
    };
}

static uh_date date_of(int32_t year, uint32_t month, uint32_t day)
{
    const int64_t from_march = year - (month <= 2 ? 1 : 0);
    const int64_t era = divide_down(from_march, ERA_YEARS);
    const int64_t of_era = from_march - era * ERA_YEARS;
    const int64_t of_year = (153 * ((int64_t)month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int64_t days = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    return (uh_date){(int32_t)(era * ERA_DAYS + days - EPOCH_DAYS)};
}

static void write_digits(char *out, uint32_t value, uint32_t digits)
{
    for (uint32_t i = digits; i > 0; i--) {
        out[i - 1] = (char)('0' + value % 10);
        value /= 10;
    }
}

void uh_date_write(uh_date date, char out[UH_DATE_TEXT_SIZE])
{
    const uh_calendar calendar = uh_date_calendar(date);
    out[0] = '\0';
    if (calendar.year < FIRST_YEAR || calendar.year > LAST_YEAR) {
        return;
    }
    write_digits(out, (uint32_t)calendar.year, 4);
    out[4] = '-';
    write_digits(out + 5, calendar.month, 2);
    out[7] = '-';
    write_digits(out + 8, calendar.day, 2);
    out[10] = '\0';
}

/* The number of exactly `digits` digits; UINT32_MAX: they are not all digits. */
static uint32_t read_digits(const char *text, uint32_t digits)
{
    uint32_t value = 0;
    for (uint32_t i = 0; i < digits; i++) {
        if (text[i] < '0' || text[i] > '9') {
            return UINT32_MAX;
        }
        value = value * 10 + (uint32_t)(text[i] - '0');
    }
    return value;
}

uh_status uh_date_read(const char *text, uh_date *ret_date)
{
    const uint32_t year = read_digits(text, 4);
    if (year == UINT32_MAX || year < FIRST_YEAR || text[4] != '-') {
        return UH_ERR_FORMAT;
    }
    const uint32_t month = read_digits(text + 5, 2);
    if (month == UINT32_MAX || text[7] != '-') {
        return UH_ERR_FORMAT;
    }
    const uint32_t day = read_digits(text + 8, 2);
    if (day == UINT32_MAX || text[10] != '\0' || month < 1 || month > 12 || day < 1) {
        return UH_ERR_FORMAT;
    }
    const uh_date date = date_of((int32_t)year, month, day);
    const uh_calendar back = uh_date_calendar(date);
    if (back.month != month || back.day != day) { /* the 31st of a month of 30 days */
        return UH_ERR_FORMAT;
    }
    *ret_date = date;
    return UH_OK;
}
