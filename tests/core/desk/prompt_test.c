/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/desk/desk.h"

static desk at;

/* -- when a prompt comes -- */

static void a_prompt_waits_for_a_pause_in_typing(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(45));
    assert_int_equal(desk_look(&at).phase, UH_SCHEDULE_DUE);
    assert_true(desk_look(&at).wants_still);
    desk_pass(&at, 40000);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 0);
    desk_still(&at);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_NOW)->at.boot.ms, at.boot_ms);
    assert_false(desk_look(&at).wants_still);
}

static void who_types_on_is_asked_after_two_minutes(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(47) - 1);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 0);
    desk_pass(&at, 1);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 1);
}

static void a_prompt_waits_for_a_free_moment(void **state)
{
    desk_open(&at, NULL);
    at.busy = 1U << UH_BUSY_MICROPHONE;
    desk_pass(&at, MINUTES(45));
    desk_still(&at);
    desk_pass(&at, MINUTES(20));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 0);
    assert_int_equal(desk_look(&at).busy, at.busy);
    at.busy = 0;
    desk_pass(&at, UH_SCHEDULE_LOOK_MS);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 1);
}

static void a_call_that_begins_under_a_prompt_takes_it_away(void **state)
{
    desk_open(&at, NULL);
    desk_until_shown(&at);
    at.busy = 1U << UH_BUSY_MICROPHONE;
    desk_pass(&at, UH_SCHEDULE_LOOK_MS);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_WITHDRAW)->why, UH_WITHDRAW_BUSY);
    assert_int_equal(desk_look(&at).phase, UH_SCHEDULE_DUE);
    assert_false(desk_look(&at).missed);
    desk_pass(&at, HOURS(1));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 1);
    at.busy = 0;
    desk_pass(&at, UH_SCHEDULE_LOOK_MS);
    desk_still(&at);
    assert_true(desk_last(&at, UH_SCHEDULE_NOW)->again);
    assert_int_equal(desk_look(&at).today.prompts, 1);
    assert_int_equal(desk_look(&at).put_offs, 0);
}

static void two_calls_under_one_prompt_are_enough(void **state)
{
    desk_open(&at, NULL);
    for (uint32_t times = 0; times < 2; times++) {
        desk_until_shown(&at);
        at.busy = 1U << UH_BUSY_FULL_SCREEN;
        desk_pass(&at, UH_SCHEDULE_LOOK_MS);
        at.busy = 0;
    }
    assert_int_equal(desk_look(&at).phase, UH_SCHEDULE_WAITING);
    const uint32_t looks = at.looks;
    desk_pass(&at, MINUTES(44));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 2);
    assert_int_equal(at.looks, looks);
}

static void a_hint_under_which_a_call_begins_is_not_owed(void **state)
{
    uh_schedule_settings settings = desk_plain();
    settings.posture_ms = MINUTES(20);
    desk_open(&at, &settings);
    desk_until_shown(&at);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_NOW)->prompt, UH_PROMPT_POSTURE);
    const uh_schedule_input call = {
        .kind = UH_TELL_BUSY, .at = desk_now(&at), .busy = 1U << UH_BUSY_CAMERA};
    assert_int_equal(desk_tell_all(&at, call), UH_OK);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_WITHDRAW)->why, UH_WITHDRAW_BUSY);
    assert_int_equal(desk_look(&at).phase, UH_SCHEDULE_WAITING);
}

static void looks_are_thirty_seconds_apart_and_only_while_due(void **state)
{
    desk_open(&at, NULL);
    at.busy = 1U << UH_BUSY_FULL_SCREEN;
    desk_pass(&at, MINUTES(45) - 1);
    assert_int_equal(at.looks, 0);
    desk_pass(&at, MINUTES(10));
    assert_int_equal(at.looks, 20);
    at.busy = 0;
    desk_pass(&at, MINUTES(3));
    const uint32_t looks = at.looks;
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 1);
    desk_tell(&at, UH_TELL_CLOSED);
    desk_pass(&at, MINUTES(30));
    assert_int_equal(at.looks, looks);
}

static void only_what_the_person_wants_defers(void **state)
{
    uh_schedule_settings settings = desk_plain();
    desk_open(&at, &settings);
    at.busy = 1U << UH_BUSY_BATTERY;
    desk_pass(&at, MINUTES(50));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 1);
    settings.defer |= 1U << UH_BUSY_BATTERY;
    desk_open(&at, &settings);
    at.busy = 1U << UH_BUSY_BATTERY;
    desk_pass(&at, MINUTES(50));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 0);
}

static void the_two_minutes_begin_with_the_free_moment(void **state)
{
    desk_open(&at, NULL);
    at.busy = 1U << UH_BUSY_DO_NOT_DISTURB;
    desk_pass(&at, MINUTES(60));
    at.busy = 0;
    desk_pass(&at, MINUTES(1));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 0);
    desk_pass(&at, MINUTES(2));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 1);
}

static void nobody_who_comes_back_is_met_by_a_prompt(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(44));
    desk_leave_for(&at, MINUTES(3));
    desk_still(&at);
    desk_pass(&at, MINUTES(1) - 1);
    desk_still(&at);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 0);
    desk_pass(&at, 1);
    desk_still(&at);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 1);
}

static void soon_comes_a_minute_before(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(44));
    assert_int_equal(desk_last(&at, UH_SCHEDULE_SOON)->sitting_ms, MINUTES(44));
    desk_leave_for(&at, MINUTES(3));
    desk_pass(&at, MINUTES(5));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_SOON), 1);
}

static void the_interval_is_from_twenty_to_sixty_minutes(void **state)
{
    static const struct {
        int64_t interval_ms;
        uh_status status;
    } cases[] = {{MINUTES(20), UH_OK},
                 {MINUTES(60), UH_OK},
                 {MINUTES(20) - 1, UH_ERR_RANGE},
                 {MINUTES(60) + 1, UH_ERR_RANGE},
                 {0, UH_ERR_RANGE},
                 {-1, UH_ERR_RANGE}};
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        uh_schedule_settings settings = desk_plain();
        settings.interval_ms = cases[i].interval_ms;
        assert_int_equal(uh_schedule_check_settings(&settings), cases[i].status);
    }
    uh_schedule_settings settings = desk_plain();
    settings.interval_ms = MINUTES(20);
    desk_open(&at, &settings);
    desk_until_shown(&at);
    assert_int_equal(desk_sitting_ms(&at) / 60000, 20);
}

static void other_settings_out_of_range_are_refused(void **state)
{
    for (int i = 0; i < 10; i++) {
        uh_schedule_settings bad = desk_plain();
        bad.away_ms = i == 0 ? 59999 : i == 1 ? MINUTES(15) + 1 : bad.away_ms;
        bad.posture_ms = i == 2 ? MINUTES(10) - 1 : i == 3 ? MINUTES(60) + 1 : 0;
        bad.defer = i == 4 ? 1U << UH_BUSY_COUNT : 0;
        bad.moment_count = i == 5 ? UH_SCHEDULE_MOMENTS_MAX + 1 : 1;
        bad.moments[0].minute = i == 6 ? 1440 : 0;
        bad.hours_count[6] = i == 7 ? UH_SCHEDULE_HOURS_MAX + 1 : 1;
        bad.hours[6][0] = (uh_schedule_hours){i == 8 ? 1440 : 0, i == 9 ? 1441 : 1440};
        assert_int_equal(uh_schedule_check_settings(&bad), UH_ERR_RANGE);
    }
}

static void new_settings_count_from_the_same_break(void **state)
{
    uh_schedule_settings settings = desk_plain();
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(15));
    settings.interval_ms = MINUTES(30);
    assert_int_equal(uh_schedule_set_settings(&at.schedule, &settings, desk_now(&at)), UH_OK);
    desk_pass(&at, MINUTES(15));
    assert_int_equal(desk_look(&at).phase, UH_SCHEDULE_DUE);
    settings.interval_ms = 0;
    assert_int_equal(uh_schedule_set_settings(&at.schedule, &settings, desk_now(&at)),
                     UH_ERR_RANGE);
}

/* -- what it offers -- */

static void stretches_come_at_chosen_moments_and_stand_up_otherwise(void **state)
{
    uh_schedule_settings settings = desk_plain();
    settings.moment_count = 2;
    settings.moments[0] = (uh_schedule_moment){.minute = 10 * 60 + 30};
    settings.moments[1] = (uh_schedule_moment){.minute = 15 * 60, .is_long = true};
    desk_open(&at, &settings); /* 09:00 */
    desk_until_shown(&at);     /* 09:45 */
    assert_int_equal(desk_last(&at, UH_SCHEDULE_NOW)->prompt, UH_PROMPT_STAND);
    assert_true(desk_last(&at, UH_SCHEDULE_NOW)->quiet);
    desk_leave_for(&at, MINUTES(6));
    desk_until_shown(&at); /* 10:30, after more than 20 minutes of sitting */
    const uh_schedule_event *now = desk_last(&at, UH_SCHEDULE_NOW);
    assert_int_equal(now->prompt, UH_PROMPT_STRETCH);
    assert_false(now->quiet);
    assert_int_equal((now->at.wall.ms - DESK_MONDAY_MS) / 60000, 90);
    desk_leave_for(&at, HOURS(3));
    desk_pass(&at, HOURS(1));
    desk_leave_for(&at, MINUTES(6));
    desk_until_shown(&at);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_NOW)->prompt, UH_PROMPT_LONG);
}

static void a_moment_needs_twenty_minutes_of_sitting(void **state)
{
    uh_schedule_settings settings = desk_plain();
    settings.moment_count = 1;
    settings.moments[0] = (uh_schedule_moment){.minute = 9 * 60 + 5};
    desk_open(&at, &settings);
    desk_until_shown(&at);
    assert_int_equal(desk_sitting_ms(&at) / 60000, 20);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_NOW)->prompt, UH_PROMPT_STRETCH);
}

static void a_moment_that_was_not_possible_is_not_owed(void **state)
{
    uh_schedule_settings settings = desk_plain();
    settings.moment_count = 1;
    settings.moments[0] = (uh_schedule_moment){.minute = 9 * 60 + 5};
    desk_open(&at, &settings);
    desk_leave_for(&at, HOURS(2));
    desk_until_shown(&at);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_NOW)->prompt, UH_PROMPT_STAND);
    assert_int_equal(desk_sitting_ms(&at) / 60000, 45);
}

static void of_two_moments_the_earlier_is_not_owed(void **state)
{
    uh_schedule_settings settings = desk_plain();
    settings.moment_count = 2;
    settings.moments[0] = (uh_schedule_moment){.minute = 9 * 60 + 20, .is_long = true};
    settings.moments[1] = (uh_schedule_moment){.minute = 9 * 60 + 10};
    desk_open(&at, &settings);
    at.busy = 1U << UH_BUSY_CAMERA;
    desk_pass(&at, MINUTES(30));
    at.busy = 0;
    desk_until_shown(&at);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_NOW)->prompt, UH_PROMPT_LONG);
    desk_leave_for(&at, MINUTES(10));
    desk_until_shown(&at);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_NOW)->prompt, UH_PROMPT_STAND);
}

static void a_person_may_want_a_stretch_every_time(void **state)
{
    uh_schedule_settings settings = desk_plain();
    settings.stretch_always = true;
    desk_open(&at, &settings);
    desk_until_shown(&at);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_NOW)->prompt, UH_PROMPT_STRETCH);
}

static void gentle_people_get_breaks_and_no_push(void **state)
{
    uh_schedule_settings settings = uh_schedule_default_settings();
    settings.stretch_always = true;
    settings.gentle = true;
    desk_open(&at, &settings);
    for (int i = 0; i < 6; i++) {
        desk_until_shown(&at);
        const uh_schedule_event *now = desk_last(&at, UH_SCHEDULE_NOW);
        assert_int_equal(now->prompt, UH_PROMPT_STAND);
        assert_true(now->quiet);
        assert_false(now->again);
        assert_int_equal(now->snooze_ms, UH_SCHEDULE_SNOOZE_MAX_MS);
        desk_tell(&at, UH_TELL_EXPIRED);
        desk_pass(&at, MINUTES(10));
    }
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 6);
    desk_tell(&at, UH_TELL_START);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_START)->prompt, UH_PROMPT_STAND);
}

static void gentle_settings_also_change_a_prompt_that_waits(void **state)
{
    uh_schedule_settings settings = desk_plain();
    settings.stretch_always = true;
    desk_open(&at, &settings);
    desk_until_shown(&at);
    desk_tell(&at, UH_TELL_EXPIRED);
    settings.gentle = true;
    assert_int_equal(uh_schedule_set_settings(&at.schedule, &settings, desk_now(&at)), UH_OK);
    desk_until_shown(&at);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_NOW)->prompt, UH_PROMPT_STAND);
}

static void posture_hints_are_an_option(void **state)
{
    uh_schedule_settings settings = desk_plain();
    settings.posture_ms = MINUTES(20);
    desk_open(&at, &settings);
    desk_until_shown(&at);
    assert_int_equal(desk_sitting_ms(&at) / 60000, 20);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_NOW)->prompt, UH_PROMPT_POSTURE);
    desk_pass(&at, UH_SCHEDULE_POSTURE_SHOWN_MS);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_WITHDRAW)->why, UH_WITHDRAW_UNSEEN);
    assert_false(desk_look(&at).missed);
    desk_until_shown(&at); /* the one at 40 min would be too near to the break */
    assert_int_equal(desk_sitting_ms(&at) / 60000, 45);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_NOW)->prompt, UH_PROMPT_STAND);
}

static void a_posture_hint_in_a_call_is_dropped(void **state)
{
    uh_schedule_settings settings = desk_plain();
    settings.posture_ms = MINUTES(10);
    desk_open(&at, &settings);
    at.busy = 1U << UH_BUSY_MICROPHONE;
    desk_pass(&at, MINUTES(19));
    assert_int_equal(at.looks, 1);
    at.busy = 0;
    desk_until_shown(&at);
    assert_int_equal(desk_sitting_ms(&at) / 60000, 20);
}

static void sitting_differently_is_no_rest(void **state)
{
    uh_schedule_settings settings = desk_plain();
    settings.posture_ms = MINUTES(15);
    desk_open(&at, &settings);
    desk_until_shown(&at);
    const int64_t sat_ms = desk_sitting_ms(&at);
    desk_tell(&at, UH_TELL_START);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_BREAK)->pause, UH_PAUSE_POSTURE);
    assert_int_equal(desk_sitting_ms(&at), sat_ms);
    assert_int_equal(desk_look(&at).today.breaks, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_prompt_waits_for_a_pause_in_typing),
        cmocka_unit_test(who_types_on_is_asked_after_two_minutes),
        cmocka_unit_test(a_prompt_waits_for_a_free_moment),
        cmocka_unit_test(a_call_that_begins_under_a_prompt_takes_it_away),
        cmocka_unit_test(two_calls_under_one_prompt_are_enough),
        cmocka_unit_test(a_hint_under_which_a_call_begins_is_not_owed),
        cmocka_unit_test(looks_are_thirty_seconds_apart_and_only_while_due),
        cmocka_unit_test(only_what_the_person_wants_defers),
        cmocka_unit_test(the_two_minutes_begin_with_the_free_moment),
        cmocka_unit_test(nobody_who_comes_back_is_met_by_a_prompt),
        cmocka_unit_test(soon_comes_a_minute_before),
        cmocka_unit_test(the_interval_is_from_twenty_to_sixty_minutes),
        cmocka_unit_test(other_settings_out_of_range_are_refused),
        cmocka_unit_test(new_settings_count_from_the_same_break),
        cmocka_unit_test(stretches_come_at_chosen_moments_and_stand_up_otherwise),
        cmocka_unit_test(a_moment_needs_twenty_minutes_of_sitting),
        cmocka_unit_test(a_moment_that_was_not_possible_is_not_owed),
        cmocka_unit_test(of_two_moments_the_earlier_is_not_owed),
        cmocka_unit_test(a_person_may_want_a_stretch_every_time),
        cmocka_unit_test(gentle_people_get_breaks_and_no_push),
        cmocka_unit_test(gentle_settings_also_change_a_prompt_that_waits),
        cmocka_unit_test(posture_hints_are_an_option),
        cmocka_unit_test(a_posture_hint_in_a_call_is_dropped),
        cmocka_unit_test(sitting_differently_is_no_rest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
