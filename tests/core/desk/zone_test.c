/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/desk/zones.h"

static uh_date read_date(const char *text)
{
    uh_date date = UH_NO_DATE;
    assert_int_equal(uh_date_read(text, &date), UH_OK);
    return date;
}

/* Minutes after midnight UTC of that date. */
static uh_unix_ms utc(const char *date, int64_t minutes)
{
    return (uh_unix_ms){read_date(date).days * INT64_C(86400000) + minutes * 60000};
}

static void a_clock_is_reached_where_it_shows_the_time(void **state)
{
    static const struct {
        zones_name zone;
        const char *date;
        uint32_t minutes; /* local */
        const char *utc_date;
        int64_t utc_minutes;
    } cases[] = {
        {ZONES_AMSTERDAM, "2026-03-28", 540, "2026-03-28", 480},
        {ZONES_AMSTERDAM, "2026-03-29", 119, "2026-03-29", 59},
        {ZONES_AMSTERDAM, "2026-03-29", 150, "2026-03-29", 60}, /* 02:30 is left out */
        {ZONES_AMSTERDAM, "2026-03-29", 180, "2026-03-29", 60},
        {ZONES_AMSTERDAM, "2026-03-29", 240, "2026-03-29", 120},
        {ZONES_AMSTERDAM, "2026-10-25", 150, "2026-10-25", 30}, /* 02:30 comes twice */
        {ZONES_AMSTERDAM, "2026-10-25", 179, "2026-10-25", 59},
        {ZONES_AMSTERDAM, "2026-10-25", 180, "2026-10-25", 120},
        {ZONES_AMSTERDAM, "2026-10-25", 240, "2026-10-25", 180},
        {ZONES_NEW_YORK, "2026-03-08", 150, "2026-03-08", 420},
        {ZONES_NEW_YORK, "2026-11-01", 90, "2026-11-01", 330},
        {ZONES_NEW_YORK, "2026-11-01", 1440 + 60, "2026-11-02", 360},
        {ZONES_LORD_HOWE, "2026-10-04", 135, "2026-10-03", 15 * 60 + 30},
        {ZONES_LORD_HOWE, "2026-04-05", 105, "2026-04-04", 14 * 60 + 45},
        {ZONES_KATHMANDU, "2026-01-01", 0, "2025-12-31", 1440 - 345},
    };
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        const uh_zone zone = zones_at(cases[i].zone, utc(cases[i].date, -4 * 1440));
        assert_int_equal(uh_zone_check(&zone), UH_OK);
        assert_int_equal(uh_zone_reach(&zone, read_date(cases[i].date), cases[i].minutes).ms,
                         utc(cases[i].utc_date, cases[i].utc_minutes).ms);
    }
}

/* Of all minutes of a fortnight around each change. */
static void what_is_reached_is_the_first_moment_that_shows_it(void **state)
{
    for (uint32_t name = 0; name < ZONES_COUNT; name++) {
        uh_zone_change changes[2];
        const uint32_t count = zones_changes((zones_name)name, 2026, changes);
        for (uint32_t i = 0; i < count; i++) {
            const uh_unix_ms from = {changes[i].at.ms - 7 * INT64_C(86400000)};
            const uh_zone zone = zones_at((zones_name)name, from);
            const uh_date date = uh_zone_calendar_date(&zone, changes[i].at);
            int64_t before_ms = INT64_MIN;
            for (uint32_t minute = 0; minute < 2 * UH_DAY_MINUTES; minute++) {
                const uh_unix_ms at = uh_zone_reach(&zone, date, minute);
                const int64_t wanted_ms = date.days * INT64_C(86400000) + minute * INT64_C(60000);
                const int64_t shown_ms = at.ms + uh_zone_offset_s(&zone, at) * INT64_C(1000);
                const uh_unix_ms just_before = {at.ms - 1};
                assert_true(shown_ms >= wanted_ms);
                assert_true(just_before.ms + uh_zone_offset_s(&zone, just_before) * INT64_C(1000) <
                            wanted_ms);
                assert_true(at.ms >= before_ms);
                before_ms = at.ms;
            }
        }
    }
}

static void a_day_begins_at_four_by_the_local_clock(void **state)
{
    const uh_zone zone = zones_at(ZONES_AMSTERDAM, utc("2026-03-27", 0));
    assert_int_equal(uh_zone_date(&zone, utc("2026-03-29", 119)).days,
                     read_date("2026-03-28").days);
    assert_int_equal(uh_zone_date(&zone, utc("2026-03-29", 120)).days,
                     read_date("2026-03-29").days);
    assert_int_equal(uh_zone_calendar_date(&zone, utc("2026-03-28", 1380)).days,
                     read_date("2026-03-29").days);
}

static void the_changes_are_the_tz_databases(void **state)
{
    static const struct {
        zones_name zone;
        const char *first;
        int64_t first_minutes;
        const char *second;
        int64_t second_minutes;
    } cases[] = {
        {ZONES_AMSTERDAM, "2026-03-29", 60, "2026-10-25", 60},
        {ZONES_NEW_YORK, "2026-03-08", 420, "2026-11-01", 360},
        {ZONES_LORD_HOWE, "2026-04-04", 900, "2026-10-03", 930},
    };
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        uh_zone_change changes[2];
        assert_int_equal(zones_changes(cases[i].zone, 2026, changes), 2);
        assert_int_equal(changes[0].at.ms, utc(cases[i].first, cases[i].first_minutes).ms);
        assert_int_equal(changes[1].at.ms, utc(cases[i].second, cases[i].second_minutes).ms);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_clock_is_reached_where_it_shows_the_time),
        cmocka_unit_test(what_is_reached_is_the_first_moment_that_shows_it),
        cmocka_unit_test(a_day_begins_at_four_by_the_local_clock),
        cmocka_unit_test(the_changes_are_the_tz_databases),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
