/* SPDX-License-Identifier: MIT */
/* Where and when: the offset of local time, and names that sort by their making. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "host/clock.h"
#include "host/uuid.h"

static void in_zone(const char *zone)
{
    assert_int_equal(setenv("TZ", zone, 1), 0);
    tzset();
}

static void the_offset_is_that_of_the_zone_at_that_moment(void **state)
{
    const uh_unix_ms winter = {INT64_C(1795737600000)}; /* 2026-11-27 */
    const uh_unix_ms summer = {INT64_C(1782864000000)}; /* 2026-07-01 */
    in_zone("CET-1CEST,M3.5.0,M10.5.0/3");
    assert_int_equal(uh_clock_offset_s(winter), 3600);
    assert_int_equal(uh_clock_offset_s(summer), 7200);
    in_zone("IST-5:30");
    assert_int_equal(uh_clock_offset_s(winter), 19800);
    in_zone("UTC");
    assert_int_equal(uh_clock_offset_s(winter), 0);
}

typedef void make_uuid(uh_unix_ms now, char ret_uuid[UH_UUID_SIZE]);

static void has_the_form_of_version_7(make_uuid *make)
{
    char uuid[UH_UUID_SIZE];
    make((uh_unix_ms){INT64_C(1795737600000)}, uuid);
    assert_int_equal(strlen(uuid), UH_UUID_SIZE - 1);
    assert_int_equal(uuid[8], '-');
    assert_int_equal(uuid[13], '-');
    assert_int_equal(uuid[14], '7');
    assert_int_equal(uuid[18], '-');
    assert_non_null(strchr("89ab", uuid[19]));
    assert_int_equal(uuid[23], '-');
    assert_int_equal(strspn(uuid, "0123456789abcdef-"), UH_UUID_SIZE - 1);
}

static void sort_as_made(make_uuid *make)
{
    char before[UH_UUID_SIZE] = "";
    for (int64_t ms = 1; ms < 2000; ms += 7) {
        char uuid[UH_UUID_SIZE];
        char again[UH_UUID_SIZE];
        make((uh_unix_ms){ms << 20}, uuid);
        make((uh_unix_ms){ms << 20}, again);
        assert_true(strcmp(before, uuid) < 0);
        assert_string_not_equal(uuid, again);
        memcpy(before, uuid, sizeof before);
    }
}

static void a_uuid_has_the_form_of_version_7(void **state)
{
    has_the_form_of_version_7(uh_uuid_make);
    has_the_form_of_version_7(uh_uuid_make_counted);
}

static void later_uuids_sort_later_and_none_comes_twice(void **state)
{
    sort_as_made(uh_uuid_make);
}

static void without_random_bytes_none_comes_twice_either(void **state)
{
    sort_as_made(uh_uuid_make_counted);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_offset_is_that_of_the_zone_at_that_moment),
        cmocka_unit_test(a_uuid_has_the_form_of_version_7),
        cmocka_unit_test(later_uuids_sort_later_and_none_comes_twice),
        cmocka_unit_test(without_random_bytes_none_comes_twice_either),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
