/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/desk/desk.h"

static desk at;

/* -- quiet and hours -- */

static void quiet_for_a_time_is_quiet(void **state)
{
    desk_open(&at, NULL);
    desk_until_shown(&at);
    const uh_schedule_input quiet = {.kind = UH_TELL_QUIET, .length_ms = HOURS(1)};
    assert_int_equal(desk_tell_all(&at, quiet), UH_OK);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_WITHDRAW)->why, UH_WITHDRAW_QUIET);
    assert_int_equal(desk_look(&at).quiet_until.boot.ms, at.boot_ms + HOURS(1));
    desk_pass(&at, HOURS(1) - 1);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 1);
    desk_pass(&at, 1);
    desk_pause_typing(&at);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 2);
}

static void quiet_until_tomorrow_ends_with_the_day(void **state)
{
    desk_open(&at, NULL);
    desk_tell(&at, UH_TELL_QUIET_TOMORROW);
    assert_true(desk_look(&at).until_tomorrow);
    assert_int_equal(desk_look(&at).quiet_until.wall.ms, DESK_MONDAY_MS + HOURS(19));
    desk_pass(&at, HOURS(19) - 1);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 0);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_SOON), 0);
    desk_pass(&at, 1);
    assert_false(desk_look(&at).quiet);
    desk_pause_typing(&at);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 1);
}

static void quiet_can_be_ended(void **state)
{
    desk_open(&at, NULL);
    desk_tell(&at, UH_TELL_QUIET_TOMORROW);
    desk_pass(&at, MINUTES(50));
    desk_tell(&at, UH_TELL_RESUME);
    assert_false(desk_look(&at).quiet);
    desk_pause_typing(&at);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 1);
    static const int64_t bad_ms[] = {0, UH_SCHEDULE_QUIET_MIN_MS - 1, UH_SCHEDULE_QUIET_MAX_MS + 1};
    for (size_t i = 0; i < UH_COUNT(bad_ms); i++) {
        const uh_schedule_input quiet = {.kind = UH_TELL_QUIET, .length_ms = bad_ms[i]};
        assert_int_equal(desk_tell_all(&at, quiet), UH_ERR_RANGE);
    }
}

static void a_break_counts_in_quiet_time(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(40));
    desk_tell(&at, UH_TELL_QUIET_TOMORROW);
    desk_leave_for(&at, MINUTES(7));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_BREAK), 1);
}

static uh_schedule_settings office(void)
{
    uh_schedule_settings settings = desk_plain();
    for (uint32_t day = 0; day < 5; day++) {
        settings.hours_count[day] = 2;
        settings.hours[day][0] = (uh_schedule_hours){9 * 60, 12 * 60};
        settings.hours[day][1] = (uh_schedule_hours){13 * 60, 17 * 60};
    }
    return settings;
}

static void office_hours_are_by_weekday(void **state)
{
    static const struct {
        int64_t after_ms; /* Monday 09:00 */
        bool open;
    } cases[] = {
        {0, true},
        {HOURS(3) - 1, true},
        {HOURS(3), false},
        {HOURS(4), true},
        {HOURS(8) - 1, true},
        {HOURS(8), false},
        {HOURS(23), false},
        {HOURS(24), true},
        {HOURS(24 * 5), false},
        {HOURS(24 * 6), false},
        {HOURS(24 * 7), true},
    };
    const uh_schedule_settings settings = office();
    const uh_zone zone = uh_zone_utc();
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        desk_open_at(&at, &settings, &zone, DESK_MONDAY_MS + cases[i].after_ms);
        assert_int_equal(desk_look(&at).is_open, cases[i].open);
    }
    desk_open(&at, &settings); /* and when time passes */
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        desk_pass(&at, DESK_MONDAY_MS + cases[i].after_ms - desk_now(&at).wall.ms);
        assert_int_equal(desk_look(&at).is_open, cases[i].open);
    }
}

static void nothing_is_shown_after_hours(void **state)
{
    const uh_schedule_settings settings = office();
    const uh_zone zone = uh_zone_utc();
    desk_open_at(&at, &settings, &zone, DESK_MONDAY_MS + HOURS(8));
    desk_pass(&at, HOURS(6));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 0);
    assert_int_equal(desk_sitting_ms(&at), HOURS(6)); /* it is known all the same */
}

static void a_prompt_goes_with_the_office_hours(void **state)
{
    const uh_schedule_settings settings = office();
    const uh_zone zone = uh_zone_utc();
    desk_open_at(&at, &settings, &zone, DESK_MONDAY_MS + HOURS(2) + MINUTES(13));
    desk_until_shown(&at);
    desk_pass(&at, MINUTES(3));
    assert_int_equal(desk_last(&at, UH_SCHEDULE_WITHDRAW)->why, UH_WITHDRAW_CLOSED);
    assert_int_equal(desk_look(&at).next.wall.ms, DESK_MONDAY_MS + HOURS(4));
}

static void hours_may_go_over_midnight(void **state)
{
    uh_schedule_settings settings = desk_plain();
    settings.hours_count[0] = 1;
    settings.hours[0][0] = (uh_schedule_hours){22 * 60, 6 * 60}; /* Monday night */
    desk_open(&at, &settings);
    assert_false(desk_look(&at).is_open);
    desk_pass(&at, HOURS(13));
    assert_true(desk_look(&at).is_open);
    desk_pass(&at, HOURS(8) - 1);
    assert_true(desk_look(&at).is_open);
    desk_pass(&at, 1);
    assert_false(desk_look(&at).is_open);
}

/* -- days -- */

static void a_day_ends_at_four_with_its_totals(void **state)
{
    desk_open(&at, NULL);
    desk_until_shown(&at);
    desk_leave_for(&at, MINUTES(10));
    desk_pass(&at, MINUTES(20));
    desk_leave_for(&at, HOURS(20));
    const uh_schedule_event *over = desk_last(&at, UH_SCHEDULE_DAY);
    char date[UH_DATE_TEXT_SIZE];
    uh_date_write(over->day.date, date);
    assert_string_equal(date, "2026-03-02");
    assert_int_equal(over->day.sitting_ms / 60000, 65);
    assert_int_equal(over->day.breaks, 2);
    assert_int_equal(over->day.prompts, 1);
    assert_int_equal(over->at.wall.ms, DESK_MONDAY_MS + HOURS(19));
    assert_int_equal(desk_look(&at).today.sitting_ms, 0);
    assert_int_equal(desk_look(&at).today.breaks, 0);
}

static void sitting_goes_on_over_the_end_of_a_day(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, HOURS(20));
    assert_int_equal(desk_sitting_ms(&at), HOURS(20));
    assert_int_equal(desk_look(&at).today.sitting_ms, HOURS(1));
    assert_int_equal(desk_last(&at, UH_SCHEDULE_DAY)->day.sitting_ms, HOURS(19));
}

static void days_on_which_nothing_happened_are_not_told(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, HOURS(2));
    desk_tell(&at, UH_TELL_LOCK);
    desk_pass(&at, HOURS(24 * 10));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_DAY), 1);
}

static void a_zone_that_goes_back_a_day_and_a_half_ends_no_day_for_ever(void **state)
{
    const uh_zone zone = {
        .offset_s = 18 * 3600, .count = 1, .changes = {{{DESK_MONDAY_MS + HOURS(2)}, -18 * 3600}}};
    desk_open_at(&at, NULL, &zone, DESK_MONDAY_MS);
    desk_pass(&at, HOURS(3));
    desk_restart(&at, true, false, 0); /* it is two days before the day that has begun */
    desk_pass(&at, HOURS(50));
    assert_true(desk_count(&at, UH_SCHEDULE_DAY) <= 4);
    assert_true(desk_look(&at).today.sitting_ms <= HOURS(36 + 24));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quiet_for_a_time_is_quiet),
        cmocka_unit_test(quiet_until_tomorrow_ends_with_the_day),
        cmocka_unit_test(quiet_can_be_ended),
        cmocka_unit_test(a_break_counts_in_quiet_time),
        cmocka_unit_test(office_hours_are_by_weekday),
        cmocka_unit_test(nothing_is_shown_after_hours),
        cmocka_unit_test(a_prompt_goes_with_the_office_hours),
        cmocka_unit_test(hours_may_go_over_midnight),
        cmocka_unit_test(a_day_ends_at_four_with_its_totals),
        cmocka_unit_test(sitting_goes_on_over_the_end_of_a_day),
        cmocka_unit_test(days_on_which_nothing_happened_are_not_told),
        cmocka_unit_test(a_zone_that_goes_back_a_day_and_a_half_ends_no_day_for_ever),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
