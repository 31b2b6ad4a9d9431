/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/desk/desk.h"

static desk at;

static uh_schedule_view look(void)
{
    return uh_schedule_look(&at.schedule, (uh_boot_ms){at.boot_ms});
}

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
    assert_false(look().here);
    assert_int_equal(desk_sitting_ms(&at), MINUTES(10));
    assert_int_equal(look().away_since.boot.ms, at.boot_ms - MINUTES(2));
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
    assert_int_equal(look().sitting_since.boot.ms, at.boot_ms);
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
    assert_true(look().here);
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
    assert_true(look().here);
}

/* -- calls and films -- */

static void listening_in_a_call_is_sitting(void **state)
{
    desk_open(&at, NULL);
    at.busy = 1U << UH_BUSY_MICROPHONE;
    desk_pass(&at, MINUTES(2));
    desk_idle(&at, MINUTES(2));
    assert_true(look().engaged);
    desk_pass(&at, MINUTES(30));
    assert_int_equal(desk_sitting_ms(&at), MINUTES(32));
    desk_tell(&at, UH_TELL_ACTIVE);
    assert_int_equal(desk_sitting_ms(&at), MINUTES(32));
    assert_false(look().engaged);
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
    assert_false(look().here);
    assert_int_equal(desk_sitting_ms(&at), MINUTES(12));
}

static void a_screen_kept_awake_for_ever_is_no_person(void **state)
{
    desk_open(&at, NULL);
    at.busy = 1U << UH_BUSY_INHIBITED;
    desk_pass(&at, MINUTES(12));
    desk_idle(&at, MINUTES(2));
    desk_pass(&at, HOURS(2) - MINUTES(2) - 1);
    assert_true(look().here);
    desk_pass(&at, 1);
    assert_false(look().here);
    assert_int_equal(look().away_since.boot.ms, at.boot_ms - HOURS(2));
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
    assert_false(look().here);
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
    assert_true(look().here);
    assert_int_equal(desk_sitting_ms(&at), MINUTES(8));
}

/* -- when a prompt comes -- */

static void a_prompt_waits_for_a_pause_in_typing(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(45));
    assert_int_equal(look().phase, UH_SCHEDULE_DUE);
    assert_true(look().wants_still);
    desk_pass(&at, 40000);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 0);
    desk_still(&at);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_NOW)->at.boot.ms, at.boot_ms);
    assert_false(look().wants_still);
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
    assert_int_equal(look().busy, at.busy);
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
    assert_int_equal(look().phase, UH_SCHEDULE_DUE);
    assert_false(look().missed);
    desk_pass(&at, HOURS(1));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 1);
    at.busy = 0;
    desk_pass(&at, UH_SCHEDULE_LOOK_MS);
    desk_still(&at);
    assert_true(desk_last(&at, UH_SCHEDULE_NOW)->again);
    assert_int_equal(look().today.prompts, 1);
    assert_int_equal(look().put_offs, 0);
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
    assert_int_equal(look().phase, UH_SCHEDULE_WAITING);
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
    assert_int_equal(look().phase, UH_SCHEDULE_WAITING);
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
    assert_int_equal(look().phase, UH_SCHEDULE_DUE);
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
    assert_false(look().missed);
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
    assert_int_equal(look().today.breaks, 0);
}

/* -- answers -- */

static void standing_up_is_a_break_as_soon_as_it_is_said(void **state)
{
    desk_open(&at, NULL);
    desk_until_shown(&at);
    desk_tell(&at, UH_TELL_START);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_START)->prompt, UH_PROMPT_STAND);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_BREAK)->pause, UH_PAUSE_STOOD);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_WITHDRAW)->why, UH_WITHDRAW_ANSWERED);
    assert_int_equal(desk_sitting_ms(&at), 0);
}

static void a_stretch_is_a_break_when_it_is_done(void **state)
{
    uh_schedule_settings settings = desk_plain();
    settings.stretch_always = true;
    desk_open(&at, &settings);
    desk_until_shown(&at);
    desk_tell(&at, UH_TELL_START);
    assert_int_equal(look().phase, UH_SCHEDULE_STARTED);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_BREAK), 0);
    desk_tell(&at, UH_TELL_START); /* pressed twice */
    assert_int_equal(desk_count(&at, UH_SCHEDULE_START), 1);
    desk_pass(&at, 75000);
    desk_tell(&at, UH_TELL_DONE);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_BREAK)->pause, UH_PAUSE_STRETCH);
    assert_int_equal(desk_sitting_ms(&at), 0);
    assert_int_equal(look().today.stretches, 1);
    assert_int_equal(look().phase, UH_SCHEDULE_WAITING);
}

static void a_stretch_begun_by_oneself_is_a_break(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(40));
    desk_tell(&at, UH_TELL_DONE);
    desk_pass(&at, MINUTES(30));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 0);
    assert_int_equal(desk_sitting_ms(&at), MINUTES(30));
}

static void a_session_without_input_is_one_break(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(40));
    desk_pass(&at, MINUTES(2));
    desk_idle(&at, MINUTES(2));
    desk_pass(&at, MINUTES(6));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_BREAK), 1); /* looks like an absence */
    desk_tell(&at, UH_TELL_DONE);
    desk_tell(&at, UH_TELL_ACTIVE);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_BREAK), 1);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_BACK), 0); /* and is none */
    assert_int_equal(look().today.breaks, 1);
    assert_int_equal(look().today.stretches, 1);
}

static void a_stretch_that_nobody_ended_is_over_some_time(void **state)
{
    uh_schedule_settings settings = desk_plain();
    settings.stretch_always = true;
    desk_open(&at, &settings);
    desk_until_shown(&at);
    desk_tell(&at, UH_TELL_START);
    desk_pass(&at, UH_SCHEDULE_STARTED_MS);
    assert_int_equal(look().phase, UH_SCHEDULE_WAITING);
    assert_int_equal(look().put_offs, 0);
    desk_until_shown(&at);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 2);
}

static void a_short_walk_in_answer_to_a_prompt_is_a_break(void **state)
{
    desk_open(&at, NULL);
    desk_until_shown(&at);
    desk_leave_for(&at, MINUTES(2));
    assert_int_equal(desk_last(&at, UH_SCHEDULE_WITHDRAW)->why, UH_WITHDRAW_AWAY);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_BREAK)->pause, UH_PAUSE_AWAY);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_BACK)->length_ms, MINUTES(2));
    assert_int_equal(desk_sitting_ms(&at), 0);
}

static void a_walk_long_after_a_prompt_is_no_answer(void **state)
{
    desk_open(&at, NULL);
    desk_until_shown(&at);
    desk_tell(&at, UH_TELL_EXPIRED);
    desk_until_shown(&at);
    desk_tell(&at, UH_TELL_EXPIRED);
    desk_pass(&at, MINUTES(3));
    desk_leave_for(&at, MINUTES(4));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_BREAK), 0);
}

static void a_short_walk_after_a_posture_hint_is_no_break(void **state)
{
    uh_schedule_settings settings = desk_plain();
    settings.posture_ms = MINUTES(15);
    desk_open(&at, &settings);
    desk_until_shown(&at);
    desk_leave_for(&at, MINUTES(3));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_BREAK), 0);
}

static uh_status put_off(int64_t length_ms)
{
    return desk_tell_all(&at, (uh_schedule_input){.kind = UH_TELL_SNOOZE, .length_ms = length_ms});
}

static uh_status skip_it(uh_skip_reason reason, bool typed)
{
    return desk_tell_all(
        &at, (uh_schedule_input){.kind = UH_TELL_SKIP, .reason = reason, .typed = typed});
}

static void a_prompt_can_be_put_off(void **state)
{
    static const int64_t lengths_ms[] = {MINUTES(5), MINUTES(10), MINUTES(20)};
    for (size_t i = 0; i < UH_COUNT(lengths_ms); i++) {
        desk_open(&at, NULL);
        desk_until_shown(&at);
        assert_int_equal(put_off(lengths_ms[i]), UH_OK);
        assert_int_equal(look().next.boot.ms, at.boot_ms + lengths_ms[i]);
        desk_pass(&at, lengths_ms[i]);
        assert_int_equal(look().phase, UH_SCHEDULE_DUE);
        desk_pause_typing(&at);
        assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 2);
        assert_false(desk_last(&at, UH_SCHEDULE_NOW)->again);
    }
    assert_int_equal(put_off(UH_SCHEDULE_SNOOZE_MAX_MS + 1), UH_ERR_RANGE);
    assert_int_equal(put_off(0), UH_ERR_RANGE);
}

static void a_break_that_is_not_due_can_be_put_off(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(30));
    assert_int_equal(put_off(MINUTES(10)), UH_OK);
    assert_int_equal(look().next.boot.ms, at.boot_ms + MINUTES(25));
}

static void friction_grows_and_never_locks_anybody_out(void **state)
{
    static const int64_t granted_ms[] = {MINUTES(20), MINUTES(10), MINUTES(5), MINUTES(5)};
    desk_open(&at, NULL);
    desk_until_shown(&at);
    for (size_t i = 0; i < 12; i++) {
        const int64_t expected_ms = granted_ms[i < 3 ? i : 3];
        assert_int_equal(desk_last(&at, UH_SCHEDULE_NOW)->snooze_ms, expected_ms);
        assert_int_equal(put_off(MINUTES(20)), UH_OK);
        assert_int_equal(look().confirming, i >= 3);
        if (i >= 3) {
            assert_int_equal(desk_last(&at, UH_SCHEDULE_CONFIRM)->put_offs, i);
            assert_int_equal(look().phase, UH_SCHEDULE_SHOWN);
            assert_int_equal(put_off(MINUTES(20)), UH_OK);
        }
        assert_int_equal(look().next.boot.ms, at.boot_ms + expected_ms);
        desk_until_shown(&at);
    }
    assert_int_equal(desk_count(&at, UH_SCHEDULE_CONFIRM), 9);
    desk_leave_for(&at, MINUTES(5));
    assert_int_equal(look().put_offs, 0);
}

static void what_is_said_again_too_late_is_asked_again(void **state)
{
    desk_open(&at, NULL);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(skip_it(UH_SKIP_NOT_NOW, true), UH_OK);
    }
    assert_int_equal(look().put_offs, 3);
    assert_int_equal(skip_it(UH_SKIP_NOT_NOW, true), UH_OK);
    desk_pass(&at, UH_SCHEDULE_CONFIRM_MS + 1);
    assert_false(look().confirming);
    assert_int_equal(skip_it(UH_SKIP_NOT_NOW, true), UH_OK);
    assert_int_equal(put_off(MINUTES(5)), UH_OK); /* another wish is not the same one */
    assert_int_equal(look().put_offs, 3);
    assert_int_equal(put_off(MINUTES(5)), UH_OK);
    assert_int_equal(look().put_offs, 4);
}

static void a_new_day_forgets_what_was_put_off(void **state)
{
    desk_open(&at, NULL);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(skip_it(UH_SKIP_NO_ROOM, true), UH_OK);
    }
    desk_pass(&at, HOURS(19));
    assert_int_equal(look().put_offs, 0);
}

static void a_skipped_break_comes_after_a_whole_interval(void **state)
{
    desk_open(&at, NULL);
    desk_until_shown(&at);
    desk_pass(&at, UH_SCHEDULE_ACCIDENT_MS + 1);
    assert_int_equal(skip_it(UH_SKIP_NOT_NOW, false), UH_OK);
    assert_int_equal(look().next.boot.ms, at.boot_ms + MINUTES(45));
    assert_int_equal(look().today.skips, 1);
}

static void done_already_is_a_break(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(30));
    assert_int_equal(skip_it(UH_SKIP_DONE_ALREADY, true), UH_OK);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_BREAK)->pause, UH_PAUSE_STOOD);
    assert_int_equal(look().today.skips, 0);
    assert_int_equal(desk_sitting_ms(&at), 0);
}

static void a_close_within_two_seconds_is_asked_once_more(void **state)
{
    for (int i = 0; i < 2; i++) {
        desk_open(&at, NULL);
        desk_until_shown(&at);
        desk_pass(&at, UH_SCHEDULE_ACCIDENT_MS);
        if (i == 0) {
            desk_tell(&at, UH_TELL_CLOSED);
        } else {
            assert_int_equal(skip_it(UH_SKIP_NOT_NOW, false), UH_OK);
        }
        assert_int_equal(look().today.skips, 0);
        desk_pass(&at, 10000);
        assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 1); /* still types */
        desk_pause_typing(&at);
        assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 2);
        assert_true(desk_last(&at, UH_SCHEDULE_NOW)->again);
        assert_int_equal(look().today.prompts, 1);
        /* the second time it is meant */
        desk_tell(&at, UH_TELL_CLOSED);
        assert_int_equal(look().today.skips, 1);
        desk_pass(&at, MINUTES(44));
        assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 2);
    }
}

static void a_typed_skip_is_never_an_accident(void **state)
{
    desk_open(&at, NULL);
    desk_until_shown(&at);
    assert_int_equal(skip_it(UH_SKIP_NOT_NOW, true), UH_OK);
    assert_int_equal(look().today.skips, 1);
}

static void one_that_vanished_unseen_stays_and_is_shown_once_more(void **state)
{
    desk_open(&at, NULL);
    desk_until_shown(&at);
    desk_pass(&at, 10000);
    desk_tell(&at, UH_TELL_EXPIRED);
    assert_true(look().missed);
    desk_pass(&at, MINUTES(1));
    desk_pause_typing(&at);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 2);
    assert_true(desk_last(&at, UH_SCHEDULE_NOW)->again);
    desk_tell(&at, UH_TELL_EXPIRED);
    assert_true(look().missed);
    desk_pass(&at, MINUTES(44));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 2);
    desk_leave_for(&at, MINUTES(5));
    assert_false(look().missed);
}

static void what_nobody_saw_is_not_shown_again_to_an_empty_chair(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(45));
    desk_pass(&at, 5000);
    desk_still(&at); /* walked off at that very moment */
    desk_pass(&at, 10000);
    desk_tell(&at, UH_TELL_EXPIRED);
    desk_pass(&at, MINUTES(1));
    assert_int_equal(look().phase, UH_SCHEDULE_DUE);
    const uh_schedule_input still = {.kind = UH_TELL_STILL,
                                     .since = {at.boot_ms - MINUTES(1) - 10000}};
    assert_int_equal(desk_tell_all(&at, still), UH_OK);
    desk_pass(&at, 50000);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 1);
    desk_idle(&at, MINUTES(2));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_BREAK), 1); /* it was the answer */
}

static void a_prompt_that_nobody_answers_is_taken_away(void **state)
{
    desk_open(&at, NULL);
    desk_until_shown(&at);
    desk_pass(&at, UH_SCHEDULE_SHOWN_MS);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_WITHDRAW)->why, UH_WITHDRAW_UNSEEN);
    assert_true(look().missed);
}

static void a_break_can_be_had_right_now(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(3));
    const uh_schedule_input now = {.kind = UH_TELL_NOW, .prompt = UH_PROMPT_LONG};
    assert_int_equal(desk_tell_all(&at, now), UH_OK);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_START)->prompt, UH_PROMPT_LONG);
    desk_pass(&at, HOURS(1));
    const uh_schedule_input posture = {.kind = UH_TELL_NOW, .prompt = UH_PROMPT_POSTURE};
    assert_int_equal(desk_tell_all(&at, posture), UH_ERR_RANGE);
    desk_tell(&at, UH_TELL_LOCK);
    assert_int_equal(desk_tell_all(&at, now), UH_ERR_STATE);
    assert_int_equal(put_off(MINUTES(5)), UH_ERR_STATE);
}

static void a_hand_that_starts_a_break_is_there(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(30));
    desk_idle(&at, MINUTES(3));
    assert_false(look().here);
    desk_tell(&at, UH_TELL_START);
    assert_true(look().here);
    assert_int_equal(look().phase, UH_SCHEDULE_STARTED);
}

static void a_started_stretch_can_still_be_put_off(void **state)
{
    uh_schedule_settings settings = desk_plain();
    settings.stretch_always = true;
    desk_open(&at, &settings);
    desk_until_shown(&at);
    desk_tell(&at, UH_TELL_START);
    assert_int_equal(put_off(MINUTES(10)), UH_OK);
    assert_int_equal(look().next.boot.ms, at.boot_ms + MINUTES(10));
}

/* -- quiet and hours -- */

static void quiet_for_a_time_is_quiet(void **state)
{
    desk_open(&at, NULL);
    desk_until_shown(&at);
    const uh_schedule_input quiet = {.kind = UH_TELL_QUIET, .length_ms = HOURS(1)};
    assert_int_equal(desk_tell_all(&at, quiet), UH_OK);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_WITHDRAW)->why, UH_WITHDRAW_QUIET);
    assert_int_equal(look().quiet_until.boot.ms, at.boot_ms + HOURS(1));
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
    assert_true(look().until_tomorrow);
    assert_int_equal(look().quiet_until.wall.ms, DESK_MONDAY_MS + HOURS(19));
    desk_pass(&at, HOURS(19) - 1);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 0);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_SOON), 0);
    desk_pass(&at, 1);
    assert_false(look().quiet);
    desk_pause_typing(&at);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 1);
}

static void quiet_can_be_ended(void **state)
{
    desk_open(&at, NULL);
    desk_tell(&at, UH_TELL_QUIET_TOMORROW);
    desk_pass(&at, MINUTES(50));
    desk_tell(&at, UH_TELL_RESUME);
    assert_false(look().quiet);
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
        assert_int_equal(look().is_open, cases[i].open);
    }
    desk_open(&at, &settings); /* and when time passes */
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        desk_pass(&at, DESK_MONDAY_MS + cases[i].after_ms - desk_now(&at).wall.ms);
        assert_int_equal(look().is_open, cases[i].open);
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
    assert_int_equal(look().next.wall.ms, DESK_MONDAY_MS + HOURS(4));
}

static void hours_may_go_over_midnight(void **state)
{
    uh_schedule_settings settings = desk_plain();
    settings.hours_count[0] = 1;
    settings.hours[0][0] = (uh_schedule_hours){22 * 60, 6 * 60}; /* Monday night */
    desk_open(&at, &settings);
    assert_false(look().is_open);
    desk_pass(&at, HOURS(13));
    assert_true(look().is_open);
    desk_pass(&at, HOURS(8) - 1);
    assert_true(look().is_open);
    desk_pass(&at, 1);
    assert_false(look().is_open);
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
    assert_int_equal(look().today.sitting_ms, 0);
    assert_int_equal(look().today.breaks, 0);
}

static void sitting_goes_on_over_the_end_of_a_day(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, HOURS(20));
    assert_int_equal(desk_sitting_ms(&at), HOURS(20));
    assert_int_equal(look().today.sitting_ms, HOURS(1));
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

/* -- telling -- */

static void an_input_waits_for_the_events_before_it(void **state)
{
    desk_open(&at, NULL);
    desk_freeze(&at, MINUTES(50));
    const uint64_t before = uh_schedule_hash(&at.schedule);
    const uh_schedule_input input = {.kind = UH_TELL_LOCK, .at = desk_now(&at)};
    assert_int_equal(uh_schedule_tell(&at.schedule, &input), UH_ERR_PENDING);
    assert_int_equal(uh_schedule_set_settings(&at.schedule, &at.settings, desk_now(&at)),
                     UH_ERR_PENDING);
    assert_int_equal(uh_schedule_set_zone(&at.schedule, &at.zone, desk_now(&at)), UH_ERR_PENDING);
    assert_int_equal(uh_schedule_hash(&at.schedule), before);
}

static void twice_the_same_is_once(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(10));
    desk_tell(&at, UH_TELL_LOCK);
    desk_tell(&at, UH_TELL_LOCK);
    desk_pass(&at, MINUTES(2));
    desk_tell(&at, UH_TELL_UNLOCK);
    desk_tell(&at, UH_TELL_UNLOCK);
    desk_tell(&at, UH_TELL_WAKE);
    desk_tell(&at, UH_TELL_ACTIVE);
    desk_tell(&at, UH_TELL_RESUME);
    desk_tell(&at, UH_TELL_CLOSED);
    desk_tell(&at, UH_TELL_EXPIRED);
    assert_int_equal(desk_sitting_ms(&at), MINUTES(10));
    assert_int_equal(at.count, 0);
}

static void all_reasons_to_be_away_have_to_end(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(10));
    desk_tell(&at, UH_TELL_LOCK);
    desk_tell(&at, UH_TELL_SLEEP);
    desk_pass(&at, MINUTES(1));
    desk_tell(&at, UH_TELL_WAKE);
    assert_false(look().here);
    assert_true(look().locked);
    assert_false(look().asleep);
    desk_tell(&at, UH_TELL_ACTIVE); /* types the password */
    assert_false(look().here);
    desk_tell(&at, UH_TELL_UNLOCK);
    assert_true(look().here);
}

static void a_zone_that_cannot_be_is_refused(void **state)
{
    desk_open(&at, NULL);
    uh_zone zone = {.offset_s = UH_OFFSET_MAX_S + 1};
    uh_schedule schedule;
    assert_int_equal(uh_schedule_set_zone(&at.schedule, &zone, desk_now(&at)), UH_ERR_RANGE);
    assert_int_equal(uh_schedule_begin(&at.settings, &zone, desk_now(&at), &schedule),
                     UH_ERR_RANGE);
    zone = (uh_zone){.count = 2, .changes = {{{5}, 0}, {{5}, 3600}}};
    assert_int_equal(uh_schedule_set_zone(&at.schedule, &zone, desk_now(&at)), UH_ERR_RANGE);
    zone = (uh_zone){.count = UH_ZONE_CHANGES_MAX + 1};
    assert_int_equal(uh_zone_check(&zone), UH_ERR_RANGE);
}

static void every_value_has_a_name(void **state)
{
    for (uint32_t i = 0; i < UH_TELL_COUNT; i++) {
        assert_string_not_equal(uh_schedule_input_name(i), "");
    }
    assert_string_equal(uh_schedule_input_name(UH_TELL_RESUME), "resume");
    assert_string_equal(uh_schedule_input_name(UH_TELL_COUNT), "");
    assert_string_equal(uh_schedule_event_name(UH_SCHEDULE_DAY), "day");
    assert_string_equal(uh_schedule_event_name(UH_SCHEDULE_EVENT_COUNT), "");
    assert_string_equal(uh_busy_name(UH_BUSY_COMMAND), "command");
    assert_string_equal(uh_busy_name(UH_BUSY_COUNT), "");
    assert_string_equal(uh_prompt_name(UH_PROMPT_POSTURE), "posture");
    assert_string_equal(uh_prompt_name(UH_PROMPT_COUNT), "");
    assert_string_equal(uh_withdraw_name(UH_WITHDRAW_RESTED), "rested");
    assert_string_equal(uh_withdraw_name(UH_WITHDRAW_BUSY), "busy");
    assert_string_equal(uh_pause_kind_name(UH_PAUSE_STRETCH), "stretch");
    assert_string_equal(uh_schedule_phase_name(UH_SCHEDULE_STARTED), "started");
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
        cmocka_unit_test(standing_up_is_a_break_as_soon_as_it_is_said),
        cmocka_unit_test(a_stretch_is_a_break_when_it_is_done),
        cmocka_unit_test(a_stretch_begun_by_oneself_is_a_break),
        cmocka_unit_test(a_session_without_input_is_one_break),
        cmocka_unit_test(a_stretch_that_nobody_ended_is_over_some_time),
        cmocka_unit_test(a_short_walk_in_answer_to_a_prompt_is_a_break),
        cmocka_unit_test(a_walk_long_after_a_prompt_is_no_answer),
        cmocka_unit_test(a_short_walk_after_a_posture_hint_is_no_break),
        cmocka_unit_test(a_prompt_can_be_put_off),
        cmocka_unit_test(a_break_that_is_not_due_can_be_put_off),
        cmocka_unit_test(friction_grows_and_never_locks_anybody_out),
        cmocka_unit_test(what_is_said_again_too_late_is_asked_again),
        cmocka_unit_test(a_new_day_forgets_what_was_put_off),
        cmocka_unit_test(a_skipped_break_comes_after_a_whole_interval),
        cmocka_unit_test(done_already_is_a_break),
        cmocka_unit_test(a_close_within_two_seconds_is_asked_once_more),
        cmocka_unit_test(a_typed_skip_is_never_an_accident),
        cmocka_unit_test(one_that_vanished_unseen_stays_and_is_shown_once_more),
        cmocka_unit_test(what_nobody_saw_is_not_shown_again_to_an_empty_chair),
        cmocka_unit_test(a_prompt_that_nobody_answers_is_taken_away),
        cmocka_unit_test(a_break_can_be_had_right_now),
        cmocka_unit_test(a_hand_that_starts_a_break_is_there),
        cmocka_unit_test(a_started_stretch_can_still_be_put_off),
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
        cmocka_unit_test(an_input_waits_for_the_events_before_it),
        cmocka_unit_test(twice_the_same_is_once),
        cmocka_unit_test(all_reasons_to_be_away_have_to_end),
        cmocka_unit_test(a_zone_that_cannot_be_is_refused),
        cmocka_unit_test(every_value_has_a_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
