/* SPDX-License-Identifier: MIT */
/* host/zone.c against the zones of this machine. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "host/clock.h"

/* ms since 1970 of a day and hour UTC */
static uh_unix_ms utc(int64_t days, int64_t hours)
{
    return (uh_unix_ms){(days * 24 + hours) * 3600000};
}

static uh_zone zone_in(const char *name, uh_unix_ms at)
{
    assert_int_equal(setenv("TZ", name, 1), 0);
    const uh_zone zone = uh_clock_zone(at);
    assert_int_equal(uh_zone_check(&zone), UH_OK);
    return zone;
}

static void a_zone_without_changes_has_its_offset(void **state)
{
    const uh_zone zone = zone_in("Asia/Kolkata", utc(20454, 0));
    assert_int_equal(zone.offset_s, 19800);
    assert_int_equal(zone.count, 0);
}

/* 2026-03-29 01:00 UTC and 2026-10-25 01:00 UTC in Berlin */
static void both_changes_of_a_year_are_found_to_the_second(void **state)
{
    const uh_zone spring = zone_in("Europe/Berlin", utc(20535, 3)); /* 2026-03-23 */
    assert_int_equal(spring.offset_s, 3600);
    assert_int_equal(spring.count, 1);
    assert_int_equal(spring.changes[0].at.ms, utc(20541, 1).ms);
    assert_int_equal(spring.changes[0].offset_s, 7200);
    const uh_zone autumn = zone_in("Europe/Berlin", utc(20750, 3)); /* 2026-10-24 */
    assert_int_equal(autumn.offset_s, 7200);
    assert_int_equal(autumn.count, 1);
    assert_int_equal(autumn.changes[0].at.ms, utc(20751, 1).ms);
}

static void a_change_of_half_an_hour_is_one(void **state)
{
    const uh_zone zone = zone_in("Australia/Lord_Howe", utc(20540, 0)); /* 2026-04-04 15:00 UTC */
    assert_int_equal(zone.count, 1);
    assert_int_equal(zone.offset_s - zone.changes[0].offset_s, 1800);
}

static void a_traveller_is_in_the_new_zone_at_the_next_look(void **state)
{
    assert_int_equal(zone_in("UTC", utc(20454, 0)).offset_s, 0);
    assert_int_equal(zone_in("America/New_York", utc(20454, 0)).offset_s, -18000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_zone_without_changes_has_its_offset),
        cmocka_unit_test(both_changes_of_a_year_are_found_to_the_second),
        cmocka_unit_test(a_change_of_half_an_hour_is_one),
        cmocka_unit_test(a_traveller_is_in_the_new_zone_at_the_next_look),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
