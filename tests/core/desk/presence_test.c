/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/desk/desk.h"

static desk at;

/* -- sitting -- */

static void sitting_is_time_at_the_desk_reading_included(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(10));
    desk_still(&at); /* reads for a minute and a half */
    desk_pass(&at, 90000);
    desk_tell(&at, UH_TELL_ACTIVE);
    assert_int_equal(desk_sitting_ms(&at), MINUTES(10) + 90000);
}

static void away_counts_from_the_last_input(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(12));
    desk_idle(&at, MINUTES(2));
    assert_false(desk_look(&at).here);
    assert_int_equal(desk_sitting_ms(&at), MINUTES(10));
    assert_int_equal(desk_look(&at).away_since.boot.ms, at.boot_ms - MINUTES(2));
}

static void less_than_five_minutes_away_only_stops_the_count(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(30));
    desk_leave_for(&at, MINUTES(5) - 1);
    assert_int_equal(desk_sitting_ms(&at), MINUTES(30));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_BREAK), 0);
    desk_pass(&at, MINUTES(10));
    assert_int_equal(desk_sitting_ms(&at), MINUTES(40));
}

static void five_minutes_away_are_a_break(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(30));
    const int64_t left_ms = at.boot_ms;
    desk_leave_for(&at, MINUTES(8));
    const uh_schedule_event *seen = desk_last(&at, UH_SCHEDULE_BREAK);
    assert_int_equal(seen->at.boot.ms, left_ms + MINUTES(5));
    assert_int_equal(seen->began.boot.ms, left_ms);
    assert_int_equal(seen->sitting_ms, MINUTES(30));
    assert_int_equal(desk_last(&at, UH_SCHEDULE_BACK)->length_ms, MINUTES(8));
    assert_int_equal(desk_last(&at, UH_SCHEDULE_BACK)->sitting_ms, 0);
    assert_int_equal(desk_sitting_ms(&at), 0);
    assert_int_equal(desk_look(&at).sitting_since.boot.ms, at.boot_ms);
}

static void a_break_is_counted_once_however_long(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(30));
    desk_leave_for(&at, HOURS(14));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_BREAK), 1);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_BACK), 1);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_BACK)->length_ms, HOURS(14));
}

static void a_long_threshold_is_for_those_who_read(void **state)
{
    uh_schedule_settings settings = desk_plain();
    settings.away_ms = MINUTES(10);
    desk_open(&at, &settings);
    desk_pass(&at, MINUTES(20));
    desk_still(&at);
    desk_pass(&at, MINUTES(9));
    assert_true(desk_look(&at).here);
    desk_tell(&at, UH_TELL_ACTIVE);
    assert_int_equal(desk_sitting_ms(&at), MINUTES(29));
    /* and once that long has passed, it was a break */
    desk_leave_for(&at, MINUTES(10));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_BREAK), 1);
}

static void an_idleness_shorter_than_the_threshold_is_a_pause_in_typing(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(5));
    desk_idle(&at, MINUTES(1));
    assert_true(desk_look(&at).here);
}

/* -- calls and films -- */

static void listening_in_a_call_is_sitting(void **state)
{
    desk_open(&at, NULL);
    at.busy = 1U << UH_BUSY_MICROPHONE;
    desk_pass(&at, MINUTES(2));
    desk_idle(&at, MINUTES(2));
    assert_true(desk_look(&at).engaged);
    desk_pass(&at, MINUTES(30));
    assert_int_equal(desk_sitting_ms(&at), MINUTES(32));
    desk_tell(&at, UH_TELL_ACTIVE);
    assert_int_equal(desk_sitting_ms(&at), MINUTES(32));
    assert_false(desk_look(&at).engaged);
}

static void the_end_of_a_call_is_when_it_was_last_seen(void **state)
{
    desk_open(&at, NULL);
    at.busy = 1U << UH_BUSY_CAMERA;
    desk_pass(&at, MINUTES(2));
    desk_idle(&at, MINUTES(2));
    desk_pass(&at, MINUTES(10));
    at.busy = 0;
    desk_pass(&at, MINUTES(1));
    assert_false(desk_look(&at).here);
    assert_int_equal(desk_sitting_ms(&at), MINUTES(12));
}

static void a_screen_kept_awake_for_ever_is_no_person(void **state)
{
    desk_open(&at, NULL);
    at.busy = 1U << UH_BUSY_INHIBITED;
    desk_pass(&at, MINUTES(12));
    desk_idle(&at, MINUTES(2));
    desk_pass(&at, HOURS(2) - MINUTES(2) - 1);
    assert_true(desk_look(&at).here);
    desk_pass(&at, 1);
    assert_false(desk_look(&at).here);
    assert_int_equal(desk_look(&at).away_since.boot.ms, at.boot_ms - HOURS(2));
}

static void a_lock_ends_a_call(void **state)
{
    desk_open(&at, NULL);
    at.busy = 1U << UH_BUSY_MICROPHONE;
    desk_pass(&at, MINUTES(10));
    desk_idle(&at, MINUTES(2));
    desk_pass(&at, MINUTES(5));
    desk_tell(&at, UH_TELL_LOCK);
    assert_int_equal(desk_sitting_ms(&at), MINUTES(15));
}

static void without_an_answer_idleness_is_an_absence(void **state)
{
    desk_open(&at, NULL);
    at.mute = true;
    desk_pass(&at, MINUTES(10));
    desk_idle(&at, MINUTES(2));
    desk_pass(&at, UH_SCHEDULE_UNANSWERED_MS);
    assert_false(desk_look(&at).here);
    assert_int_equal(desk_sitting_ms(&at), MINUTES(8));
}

static void an_absence_that_ends_before_the_answer_is_one(void **state)
{
    desk_open(&at, NULL);
    at.mute = true;
    desk_pass(&at, MINUTES(10));
    desk_idle(&at, MINUTES(2));
    desk_pass(&at, 1000);
    desk_tell(&at, UH_TELL_ACTIVE);
    assert_true(desk_look(&at).here);
    assert_int_equal(desk_sitting_ms(&at), MINUTES(8));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sitting_is_time_at_the_desk_reading_included),
        cmocka_unit_test(away_counts_from_the_last_input),
        cmocka_unit_test(less_than_five_minutes_away_only_stops_the_count),
        cmocka_unit_test(five_minutes_away_are_a_break),
        cmocka_unit_test(a_break_is_counted_once_however_long),
        cmocka_unit_test(a_long_threshold_is_for_those_who_read),
        cmocka_unit_test(an_idleness_shorter_than_the_threshold_is_a_pause_in_typing),
        cmocka_unit_test(listening_in_a_call_is_sitting),
        cmocka_unit_test(the_end_of_a_call_is_when_it_was_last_seen),
        cmocka_unit_test(a_screen_kept_awake_for_ever_is_no_person),
        cmocka_unit_test(a_lock_ends_a_call),
        cmocka_unit_test(without_an_answer_idleness_is_an_absence),
        cmocka_unit_test(an_absence_that_ends_before_the_answer_is_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
