/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unhunch/date.h"

enum { HOUR_MS = 3600 * 1000 };

static uh_date read_date(const char *text)
{
    uh_date date = UH_NO_DATE;
    assert_int_equal(uh_date_read(text, &date), UH_OK);
    return date;
}

static void a_day_begins_at_four_in_the_morning(void **state)
{
    const uh_unix_ms midnight = {INT64_C(1795737600000)}; /* 2026-11-27 00:00 UTC */
    const uh_date before = read_date("2026-11-26");
    assert_int_equal(uh_date_at(midnight, 0).days, before.days);
    assert_int_equal(uh_date_at((uh_unix_ms){midnight.ms + 4 * HOUR_MS - 1}, 0).days, before.days);
    assert_int_equal(uh_date_at((uh_unix_ms){midnight.ms + 4 * HOUR_MS}, 0).days, before.days + 1);
}

static void the_offset_moves_the_day(void **state)
{
    const uh_unix_ms evening = {INT64_C(1795737600000)}; /* 2026-11-27 00:00 UTC */
    assert_int_equal(uh_date_at(evening, 9 * 3600).days, read_date("2026-11-27").days);
    assert_int_equal(uh_date_at(evening, -8 * 3600).days, read_date("2026-11-26").days);
}

static void days_before_1970_count_down(void **state)
{
    assert_int_equal(uh_date_at((uh_unix_ms){-1}, 0).days, -1);
    assert_int_equal(read_date("1969-12-31").days, -1);
    assert_int_equal(read_date("1970-01-01").days, 0);
}

static void every_day_of_ten_thousand_years_reads_back_as_written(void **state)
{
    const uh_date last = read_date("9999-12-31");
    for (uh_date date = read_date("0001-01-01"); date.days <= last.days; date.days++) {
        char text[UH_DATE_TEXT_SIZE];
        uh_date_write(date, text);
        assert_int_equal(read_date(text).days, date.days);
    }
}

static void what_is_no_day_is_refused(void **state)
{
    static const char *const no_days[] = {"",           "2026",        "2026-13-01", "2026-00-10",
                                          "2026-02-29", "2026-04-31",  "2026-01-00", "26-01-01",
                                          "2026/01/01", "2026-01-01x", "2026-1-01",  "0000-01-01",
                                          "2026-01-0x", "2026-0x-01",  "x026-01-01", "2100-02-29"};
    for (size_t i = 0; i < UH_COUNT(no_days); i++) {
        uh_date date = {7};
        assert_int_equal(uh_date_read(no_days[i], &date), UH_ERR_FORMAT);
        assert_int_equal(date.days, 7);
    }
    assert_int_equal(read_date("2000-02-29").days + 1, read_date("2000-03-01").days);
}

static void a_week_begins_on_monday(void **state)
{
    assert_int_equal(uh_date_weekday(read_date("2026-11-27")), 4);
    assert_int_equal(uh_date_weekday(read_date("2026-11-23")), 0);
    assert_int_equal(uh_date_weekday(read_date("1969-12-28")), 6);
}

static void no_date_is_longer_ago_than_anything(void **state)
{
    char text[UH_DATE_TEXT_SIZE];
    const uh_date date = read_date("2026-11-27");
    assert_int_equal(uh_date_between(UH_NO_DATE, date), INT32_MAX);
    assert_int_equal(uh_date_between(uh_date_add(date, -3), date), 3);
    uh_date_write(UH_NO_DATE, text);
    assert_string_equal(text, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_begins_at_four_in_the_morning),
        cmocka_unit_test(the_offset_moves_the_day),
        cmocka_unit_test(days_before_1970_count_down),
        cmocka_unit_test(every_day_of_ten_thousand_years_reads_back_as_written),
        cmocka_unit_test(what_is_no_day_is_refused),
        cmocka_unit_test(a_week_begins_on_monday),
        cmocka_unit_test(no_date_is_longer_ago_than_anything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
