/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "unhunch/schedule.h"

typedef uh_status reader(const char *text, uh_schedule_settings *settings, uh_times_fault *fault);
typedef size_t writer(const uh_schedule_settings *settings, char *out, size_t capacity);

static void assert_taken(reader *read, writer *write, const char *typed, const char *written)
{
    char text[512];
    uh_times_fault fault;
    uh_schedule_settings settings = uh_schedule_default_settings();
    assert_int_equal(read(typed, &settings, &fault), UH_OK);
    assert_int_equal(uh_schedule_check_settings(&settings), UH_OK);
    assert_int_equal(write(&settings, text, sizeof text), strlen(written));
    assert_string_equal(text, written);
    const uh_schedule_settings once = settings;
    assert_int_equal(read(text, &settings, &fault), UH_OK);
    assert_memory_equal(&once, &settings, sizeof once);
}

static void assert_refused(reader *read, const char *typed, const char *word)
{
    uh_times_fault fault = {99, 99};
    uh_schedule_settings settings = uh_schedule_default_settings();
    const uh_schedule_settings before = settings;
    assert_int_equal(read(typed, &settings, &fault), UH_ERR_FORMAT);
    assert_int_equal(fault.length, strlen(word));
    assert_memory_equal(typed + fault.at, word, fault.length);
    assert_memory_equal(&before, &settings, sizeof before);
}

static void office_hours_are_read_and_written(void **state)
{
    static const char *const cases[][2] = {
        {"always", "always"},
        {"mon-fri: 9:00-17:00", "mon-fri: 9:00-17:00"},
        {"mon-fri:09:00-12:00,13:00-17:30;sat: 10:00 - 12:00",
         "mon-fri: 9:00-12:00 13:00-17:30; sat: 10:00-12:00"},
        {"mon, wed, fri: 8:00-12:00", "mon: 8:00-12:00; wed: 8:00-12:00; fri: 8:00-12:00"},
        {"sat-mon: 0:00-24:00", "mon: 0:00-24:00; sat-sun: 0:00-24:00"},
        {"fri: 22:00-6:00 ; ", "fri: 22:00-6:00"},
        {"mon: 9:00-10:00; mon: 11:00-12:00", "mon: 9:00-10:00 11:00-12:00"},
    };
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        assert_taken(uh_schedule_hours_read, uh_schedule_hours_write, cases[i][0], cases[i][1]);
    }
}

static void wrong_hours_name_their_word(void **state)
{
    static const char *const cases[][2] = {
        {"", ""},
        {"mon", ""},
        {"monday: 9:00-17:00", "day"},
        {"mon-: 9:00-17:00", ""},
        {"mon: 9-17", "9-17"},
        {"mon: 9:00", "9"},
        {"mon: 25:00-26:00", "25"},
        {"mon: 9:60-10:00", "9"},
        {"mon: 24:00-24:00", "24"},
        {"mon: 9:5-10:00", "9"},
        {"mon: 1:00-2:00 3:00-4:00 5:00-6:00 7:00-8:00", "7"},
        {"always sometimes", "sometimes"},
        {"mon: 9:00-10:00; soon", "soon"},
    };
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        assert_refused(uh_schedule_hours_read, cases[i][0], cases[i][1]);
    }
}

static void moments_are_read_and_written(void **state)
{
    static const char *const cases[][2] = {
        {"none", "none"},
        {"always", "always"},
        {"10:30", "10:30"},
        {"10:30,15:00 long , 0:15", "10:30, 15:00 long, 0:15"},
        {"1:00,2:00,3:00,4:00,5:00,6:00,7:00,8:00",
         "1:00, 2:00, 3:00, 4:00, 5:00, 6:00, 7:00, 8:00"},
    };
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        assert_taken(uh_schedule_moments_read, uh_schedule_moments_write, cases[i][0], cases[i][1]);
    }
}

static void wrong_moments_name_their_word(void **state)
{
    static const char *const cases[][2] = {
        {"", ""},
        {"noon", "noon"},
        {"24:00", "24"},
        {"10:30,", ""},
        {"10:30 short", "short"},
        {"10:30, 10:30 long", "10"},
        {"none, 10:30", ""},
        {"1:00,2:00,3:00,4:00,5:00,6:00,7:00,8:00,9:00", "9"},
    };
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        assert_refused(uh_schedule_moments_read, cases[i][0], cases[i][1]);
    }
}

static void what_does_not_fit_is_counted(void **state)
{
    char small[8];
    uh_times_fault fault;
    uh_schedule_settings settings = uh_schedule_default_settings();
    assert_int_equal(uh_schedule_hours_read("mon-fri: 9:00-17:00", &settings, &fault), UH_OK);
    assert_int_equal(uh_schedule_hours_write(&settings, small, sizeof small), 19);
    assert_int_equal(uh_schedule_moments_write(&settings, small, sizeof small), 12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(office_hours_are_read_and_written),
        cmocka_unit_test(wrong_hours_name_their_word),
        cmocka_unit_test(moments_are_read_and_written),
        cmocka_unit_test(wrong_moments_name_their_word),
        cmocka_unit_test(what_does_not_fit_is_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
