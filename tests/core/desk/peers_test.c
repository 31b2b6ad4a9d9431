/* SPDX-License-Identifier: MIT */
/* What users of other break reminders suffer from, each as a test of ours. The number is that of
 * the report in the tracker of that program; "(seen)" was observed by running it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/desk/desk.h"
#include "core/desk/zones.h"

static desk at;

static uint32_t prompts(void)
{
    return desk_count(&at, UH_SCHEDULE_NOW);
}

static void sleep_for(int64_t ms)
{
    desk_tell(&at, UH_TELL_SLEEP);
    desk_freeze(&at, ms);
    desk_tell(&at, UH_TELL_WAKE);
}

static void lock_for(int64_t ms)
{
    desk_tell(&at, UH_TELL_LOCK);
    desk_pass(&at, ms);
    desk_tell(&at, UH_TELL_UNLOCK);
}

static void set_clock_by(int64_t ms)
{
    at.wall_ms += ms;
    desk_tell(&at, UH_TELL_CLOCK);
}

/* -- suspend, lock, hibernate -- */

/* "Time suspended not recognized as idle time" */
static void workrave_539_time_suspended_is_time_away(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(40));
    sleep_for(MINUTES(5));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_BREAK), 1);
    assert_int_equal(desk_sitting_ms(&at), 0);
}

/* The machine slept and nobody said so: the host sees it by its two clocks and tells it late. */
static void workrave_540_a_sleep_that_was_told_late_is_one(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(40));
    desk_freeze(&at, HOURS(9));
    desk_thaw(&at, HOURS(9));
    assert_int_equal(desk_last(&at, UH_SCHEDULE_BACK)->length_ms, HOURS(9));
    assert_int_equal(prompts(), 0);
}

static void workrave_404_no_break_is_met_on_waking_up(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(44));
    sleep_for(MINUTES(4));
    desk_pass(&at, MINUTES(1) - 1);
    desk_still(&at);
    assert_int_equal(prompts(), 0);
}

static void workrave_314_a_prompt_goes_before_the_machine_sleeps(void **state)
{
    desk_open(&at, NULL);
    desk_until_shown(&at);
    desk_tell(&at, UH_TELL_SLEEP);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_WITHDRAW)->why, UH_WITHDRAW_AWAY);
    desk_freeze(&at, HOURS(12));
    desk_tell(&at, UH_TELL_WAKE);
    desk_pass(&at, MINUTES(44));
    assert_int_equal(prompts(), 1);
}

static void workrave_567_a_lock_is_an_absence_as_of_then(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(20));
    lock_for(MINUTES(3));
    assert_int_equal(desk_sitting_ms(&at), MINUTES(20));
    lock_for(MINUTES(6));
    assert_int_equal(desk_sitting_ms(&at), 0);
}

static void workrave_682_a_night_is_one_break_and_nothing_is_owed(void **state)
{
    desk_open(&at, NULL);
    for (int night = 0; night < 3; night++) {
        desk_pass(&at, MINUTES(40));
        sleep_for(HOURS(16));
        const uint32_t before = prompts();
        desk_pass(&at, MINUTES(44));
        assert_int_equal(prompts(), before);
        desk_leave_for(&at, MINUTES(10));
    }
    assert_int_equal(desk_count(&at, UH_SCHEDULE_BREAK), 6);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_DAY), 2);
}

/* A display that slept for a second reset all. */
static void stretchly_1279_a_dark_display_resets_nothing(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(30));
    lock_for(1000);
    sleep_for(1000);
    assert_int_equal(desk_sitting_ms(&at), MINUTES(30));
    desk_until_shown(&at);
    assert_int_equal(desk_sitting_ms(&at) / 60000, 45);
}

static void stretchly_1724_a_lock_for_a_minute_resets_nothing(void **state)
{
    desk_open(&at, NULL);
    for (int i = 0; i < 4; i++) {
        desk_pass(&at, MINUTES(10));
        lock_for(MINUTES(1));
    }
    assert_int_equal(desk_sitting_ms(&at), MINUTES(40));
}

static void stretchly_1445_two_sleeps_in_a_row_are_one_absence(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(30));
    desk_tell(&at, UH_TELL_LOCK);
    sleep_for(MINUTES(10));
    sleep_for(MINUTES(10)); /* woken by its lid, still locked */
    assert_int_equal(desk_count(&at, UH_SCHEDULE_BACK), 0);
    desk_tell(&at, UH_TELL_UNLOCK);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_BREAK), 1);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_BACK)->length_ms, MINUTES(20));
}

static void stretchly_1464_a_short_sleep_is_no_way_out(void **state)
{
    desk_open(&at, NULL);
    desk_until_shown(&at);
    sleep_for(MINUTES(1));
    assert_true(desk_look(&at).has_next);
    desk_until_shown(&at);
    assert_int_equal(prompts(), 2);
}

static void stretchly_121_an_hour_lost_in_sleep_is_not_caught_up(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(10));
    sleep_for(HOURS(24 * 3));
    assert_int_equal(prompts(), 0);
    assert_int_equal(desk_look(&at).next.boot.ms, at.boot_ms + MINUTES(45));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_DAY), 1);
}

static void safeeyes_324_asleep_in_a_break_is_still_a_break(void **state)
{
    desk_open(&at, NULL);
    desk_until_shown(&at);
    desk_tell(&at, UH_TELL_START);
    sleep_for(MINUTES(30));
    assert_int_equal(desk_look(&at).phase, UH_SCHEDULE_WAITING);
    assert_int_equal(desk_sitting_ms(&at), 0);
}

/* A process that was stopped while the person sat on: nothing is made up for. */
static void safeeyes_351_a_frozen_process_catches_nothing_up(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(10));
    desk_freeze(&at, HOURS(6));
    desk_thaw(&at, 0);
    assert_int_equal(prompts(), 0);
    assert_int_equal(desk_sitting_ms(&at), 0);
    desk_pass(&at, MINUTES(10));
    desk_freeze(&at, MINUTES(1)); /* a minute late is only slow */
    desk_thaw(&at, 0);
    assert_int_equal(desk_sitting_ms(&at), MINUTES(11));
}

static void breaktimer_53_a_sleep_is_no_sitting(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(20));
    sleep_for(MINUTES(4));
    assert_int_equal(desk_sitting_ms(&at), MINUTES(20));
    assert_int_equal(desk_look(&at).today.sitting_ms, MINUTES(20));
}

static void breaktimer_148_asleep_with_a_prompt_up_and_awake_without(void **state)
{
    desk_open(&at, NULL);
    desk_until_shown(&at);
    sleep_for(HOURS(1));
    assert_int_equal(desk_look(&at).phase, UH_SCHEDULE_WAITING);
    desk_until_shown(&at); /* and breaks come again */
    assert_int_equal(prompts(), 2);
}

/* -- clocks -- */

static void workrave_345_a_clock_set_back_lengthens_no_wait(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(30));
    const int64_t next_ms = desk_look(&at).next.boot.ms;
    set_clock_by(-HOURS(5));
    assert_int_equal(desk_look(&at).next.boot.ms, next_ms);
    assert_int_equal(desk_sitting_ms(&at), MINUTES(30));
}

/* A gap of ten seconds on the wall was taken for a suspend. */
static void workrave_a_clock_set_forward_is_no_suspend(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(30));
    set_clock_by(HOURS(1));
    assert_int_equal(desk_sitting_ms(&at), MINUTES(30));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_BREAK), 0);
}

/* The absolute value of a gap: a clock set back counted as sleep, too. */
static void breaktimer_a_clock_set_back_is_no_sleep(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(30));
    set_clock_by(-HOURS(24 * 365));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_BREAK), 0);
    desk_until_shown(&at);
    assert_int_equal(desk_sitting_ms(&at) / 60000, 45);
}

/* Seconds were counted in heartbeats (seen in Safe Eyes: breaks of 61.1 s). */
static void workrave_a_late_tick_costs_no_time(void **state)
{
    desk_open(&at, NULL);
    at.stride_ms = 1700;
    desk_pass(&at, MINUTES(44) + 59999);
    assert_int_equal(desk_look(&at).phase, UH_SCHEDULE_WAITING);
    desk_pass(&at, 1);
    assert_int_equal(desk_look(&at).phase, UH_SCHEDULE_DUE);
}

/* 04:00 came twice on the day in autumn, and the totals were split (seen). */
static void workrave_the_autumn_day_ends_once(void **state)
{
    uh_zone_change changes[2];
    (void)zones_changes(ZONES_AMSTERDAM, 2026, changes);
    const int64_t evening_ms = changes[1].at.ms - HOURS(6);
    const uh_zone zone = zones_at(ZONES_AMSTERDAM, (uh_unix_ms){evening_ms});
    desk_open_at(&at, NULL, &zone, evening_ms);
    desk_pass(&at, HOURS(12));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_DAY), 1);
    /* 04:00 winter time is three hours after 02:00 summer time was 01:00 UTC */
    assert_int_equal(desk_last(&at, UH_SCHEDULE_DAY)->at.wall.ms, changes[1].at.ms + HOURS(2));
    assert_int_equal(desk_last(&at, UH_SCHEDULE_DAY)->day.sitting_ms, HOURS(8));
}

/* The reset set for 04:00 came at 05:00 on the day in spring (seen). */
static void workrave_the_spring_day_ends_at_four(void **state)
{
    uh_zone_change changes[2];
    (void)zones_changes(ZONES_AMSTERDAM, 2026, changes);
    const int64_t evening_ms = changes[0].at.ms - HOURS(6);
    const uh_zone zone = zones_at(ZONES_AMSTERDAM, (uh_unix_ms){evening_ms});
    desk_open_at(&at, NULL, &zone, evening_ms);
    desk_pass(&at, HOURS(12));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_DAY), 1);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_DAY)->at.wall.ms, changes[0].at.ms + HOURS(1));
}

/* Idle credit was a difference of local wall times. */
static void safeeyes_summer_time_while_idle_moves_no_break(void **state)
{
    uh_zone_change changes[2];
    (void)zones_changes(ZONES_NEW_YORK, 2026, changes);
    for (int i = 0; i < 2; i++) {
        const int64_t before_ms = changes[i].at.ms - MINUTES(31);
        const uh_zone zone = zones_at(ZONES_NEW_YORK, (uh_unix_ms){before_ms});
        desk_open_at(&at, NULL, &zone, before_ms);
        desk_pass(&at, MINUTES(30));
        desk_leave_for(&at, MINUTES(3)); /* over the change */
        assert_int_equal(desk_look(&at).next.boot.ms, at.boot_ms + MINUTES(15));
    }
}

static void stretchly_two_clocks_never_part(void **state)
{
    desk_open(&at, NULL);
    for (int i = 0; i < 40; i++) {
        desk_pass(&at, MINUTES(1));
        set_clock_by(i % 2 == 0 ? HOURS(7) : -HOURS(7));
        assert_int_equal(desk_look(&at).next.boot.ms, HOURS(1) + MINUTES(45));
        assert_int_equal(desk_look(&at).next.wall.ms - desk_now(&at).wall.ms,
                         desk_look(&at).next.boot.ms - at.boot_ms);
    }
}

/* -- twice, negative, never -- */

static void stretchly_1597_no_break_comes_twice(void **state)
{
    desk_open(&at, NULL);
    desk_until_shown(&at);
    for (int i = 0; i < 3; i++) { /* whatever arrives late */
        desk_tell(&at, UH_TELL_START);
        desk_tell(&at, UH_TELL_DONE);
        desk_tell(&at, UH_TELL_CLOSED);
        desk_tell(&at, UH_TELL_EXPIRED);
    }
    desk_pass(&at, MINUTES(44));
    assert_int_equal(prompts(), 1);
}

static void stretchly_739_no_time_is_ever_negative(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(10));
    desk_idle(&at, HOURS(5)); /* a source that claims idleness from before the desk */
    assert_int_equal(desk_sitting_ms(&at), 0);
    desk_tell(&at, UH_TELL_ACTIVE);
    const uh_schedule_input ahead = {.kind = UH_TELL_LOCK, .since = {at.boot_ms + HOURS(1)}};
    assert_int_equal(desk_tell_all(&at, ahead), UH_OK);
    assert_int_equal(desk_sitting_ms(&at), 0);
    assert_true(desk_look(&at).today.sitting_ms >= 0);
}

static void breaktimer_206_a_lost_window_stops_nothing(void **state)
{
    desk_open(&at, NULL);
    for (int i = 0; i < 8; i++) { /* no answer is ever heard of */
        desk_until_shown(&at);
        desk_pass(&at, MINUTES(10));
    }
    assert_int_equal(prompts(), 8);
}

static void breaktimer_143_a_stretch_whose_end_is_lost_stops_nothing(void **state)
{
    uh_schedule_settings settings = desk_plain();
    settings.stretch_always = true;
    desk_open(&at, &settings);
    for (int i = 0; i < 5; i++) {
        desk_until_shown(&at);
        desk_tell(&at, UH_TELL_START); /* and its window crashes */
        desk_pass(&at, MINUTES(11));
    }
    assert_int_equal(prompts(), 5);
}

static void breaktimer_230_a_look_that_nobody_answers_stops_nothing(void **state)
{
    desk_open(&at, NULL);
    at.mute = true;
    desk_pass(&at, MINUTES(60));
    assert_true(prompts() > 0);
}

static void breaktimer_256_after_a_quit_in_a_break_breaks_come_again(void **state)
{
    desk_open(&at, NULL);
    desk_until_shown(&at);
    desk_tell(&at, UH_TELL_START);
    desk_restart(&at, true, false, HOURS(1));
    desk_until_shown(&at);
    assert_int_equal(prompts(), 2);
}

/* A break under a full screen did not show, and its state stuck. */
static void breaktimer_398_a_full_screen_holds_back_and_lets_go(void **state)
{
    desk_open(&at, NULL);
    at.busy = 1U << UH_BUSY_FULL_SCREEN;
    desk_pass(&at, HOURS(3));
    assert_int_equal(prompts(), 0);
    assert_int_equal(desk_look(&at).busy, 1U << UH_BUSY_FULL_SCREEN); /* and says why */
    at.busy = 0;
    desk_pass(&at, MINUTES(3));
    assert_int_equal(prompts(), 1); /* one, not four */
    assert_int_equal(desk_count(&at, UH_SCHEDULE_SOON), 1);
}

/* Short absences pushed every break away, for ever. */
static void safeeyes_410_short_absences_push_no_break_away(void **state)
{
    desk_open(&at, NULL);
    for (int i = 0; i < 9; i++) {
        desk_pass(&at, MINUTES(5));
        desk_leave_for(&at, MINUTES(4));
    }
    desk_pass(&at, MINUTES(4));
    assert_int_equal(prompts(), 1);
}

/* A controller that moves for ever: there is never a pause in typing, and never idleness. */
static void workrave_245_a_restless_device_does_not_stop_breaks(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(47));
    assert_int_equal(prompts(), 1);
}

/* -- idle -- */

/* Five seconds of thought stopped the clock. */
static void workrave_318_thinking_is_sitting(void **state)
{
    desk_open(&at, NULL);
    for (int i = 0; i < 20; i++) {
        desk_leave_for(&at, 100000);
    }
    assert_int_equal(desk_sitting_ms(&at), 20 * 100000);
}

static void workrave_625_the_threshold_is_the_persons(void **state)
{
    uh_schedule_settings settings = desk_plain();
    settings.away_ms = MINUTES(4);
    desk_open(&at, &settings);
    desk_leave_for(&at, MINUTES(3));
    assert_int_equal(desk_sitting_ms(&at), MINUTES(3));
    desk_leave_for(&at, MINUTES(4));
    assert_int_equal(desk_sitting_ms(&at), MINUTES(3));
}

/* One threshold for all: what stops the count was also what counts as a break. */
static void stretchly_1820_stopping_and_resting_are_two_things(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(30));
    desk_leave_for(&at, MINUTES(4));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_BREAK), 0);
    desk_leave_for(&at, MINUTES(5));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_BREAK), 1);
}

/* A full-screen film reset the timers. */
static void stretchly_909_a_film_resets_nothing(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(30));
    at.busy = 1U << UH_BUSY_INHIBITED | 1U << UH_BUSY_FULL_SCREEN;
    desk_pass(&at, MINUTES(2));
    desk_idle(&at, MINUTES(2));
    desk_pass(&at, MINUTES(88));
    at.busy = 0;
    desk_tell(&at, UH_TELL_ACTIVE);
    assert_int_equal(desk_sitting_ms(&at), HOURS(2));
    desk_pass(&at, MINUTES(1));
    desk_pause_typing(&at);
    assert_int_equal(prompts(), 1);
}

static void safeeyes_658_a_natural_break_counts_at_once(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(43));
    desk_leave_for(&at, MINUTES(5));
    desk_pass(&at, MINUTES(44));
    assert_int_equal(prompts(), 0);
}

/* -- meetings -- */

static void stretchly_969_no_break_while_the_camera_is_on(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(40));
    at.busy = 1U << UH_BUSY_CAMERA;
    desk_pass(&at, HOURS(1));
    assert_int_equal(prompts(), 0);
}

static void workrave_339_a_call_is_no_rest_and_no_place_for_a_break(void **state)
{
    desk_open(&at, NULL);
    at.busy = 1U << UH_BUSY_MICROPHONE;
    desk_pass(&at, MINUTES(2));
    desk_idle(&at, MINUTES(2));
    desk_pass(&at, MINUTES(58));
    assert_int_equal(prompts(), 0);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_BREAK), 0);
    assert_int_equal(desk_sitting_ms(&at), MINUTES(60));
}

/* A chat program that stays open paused it for ever: only a call in progress counts, and the status
 * says what is waited for. */
static void stretchly_1366_what_is_waited_for_is_said(void **state)
{
    desk_open(&at, NULL);
    at.busy = 1U << UH_BUSY_COMMAND;
    desk_pass(&at, MINUTES(50));
    assert_int_equal(desk_look(&at).busy, 1U << UH_BUSY_COMMAND);
    desk_tell(&at, UH_TELL_START); /* the person may, all the same */
    assert_int_equal(desk_count(&at, UH_SCHEDULE_START), 1);
}

/* Every pause, lock and do-not-disturb ended in a reset. */
static void stretchly_1248_being_held_back_costs_no_progress(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(20));
    assert_int_equal(
        desk_tell_all(&at, (uh_schedule_input){.kind = UH_TELL_QUIET, .length_ms = MINUTES(10)}),
        UH_OK);
    desk_pass(&at, MINUTES(10));
    at.busy = 1U << UH_BUSY_DO_NOT_DISTURB;
    desk_pass(&at, MINUTES(10));
    at.busy = 0;
    assert_int_equal(desk_sitting_ms(&at), MINUTES(40));
    assert_int_equal(desk_look(&at).next.boot.ms, at.boot_ms + MINUTES(5));
}

/* -- accidents and friction -- */

static void breaktimer_340_nothing_appears_in_the_middle_of_a_word(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(45));
    desk_pass(&at, 90000); /* types on */
    assert_int_equal(prompts(), 0);
    desk_pause_typing(&at);
    assert_int_equal(prompts(), 1);
}

/* Ctrl+X was a skip key for the whole desktop; Space pressed a button that had just appeared. */
static void stretchly_594_a_key_meant_for_something_else_skips_nothing(void **state)
{
    desk_open(&at, NULL);
    desk_until_shown(&at);
    desk_pass(&at, 150);
    assert_int_equal(desk_tell_all(&at, (uh_schedule_input){.kind = UH_TELL_SKIP}), UH_OK);
    desk_pause_typing(&at);
    assert_int_equal(prompts(), 2);
}

static void stretchly_942_skipping_gets_dearer(void **state)
{
    desk_open(&at, NULL);
    for (int i = 0; i < 3; i++) {
        desk_until_shown(&at);
        desk_pass(&at, 5000);
        assert_int_equal(desk_tell_all(&at, (uh_schedule_input){.kind = UH_TELL_SKIP}), UH_OK);
        assert_int_equal(desk_look(&at).phase, UH_SCHEDULE_WAITING);
    }
    desk_until_shown(&at);
    desk_pass(&at, 5000);
    assert_int_equal(desk_tell_all(&at, (uh_schedule_input){.kind = UH_TELL_SKIP}), UH_OK);
    assert_int_equal(desk_look(&at).phase, UH_SCHEDULE_SHOWN);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_CONFIRM), 1);
}

static void workrave_445_putting_off_has_an_end(void **state)
{
    desk_open(&at, NULL);
    desk_until_shown(&at);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(desk_tell_all(&at, (uh_schedule_input){.kind = UH_TELL_SNOOZE,
                                                                .length_ms = MINUTES(20)}),
                         UH_OK);
        desk_until_shown(&at);
    }
    assert_int_equal(desk_last(&at, UH_SCHEDULE_NOW)->snooze_ms, MINUTES(5));
}

static void safeeyes_320_one_real_break_makes_it_easy_again(void **state)
{
    stretchly_942_skipping_gets_dearer(state);
    desk_leave_for(&at, MINUTES(6));
    desk_until_shown(&at);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_NOW)->snooze_ms, MINUTES(20));
}

/* -- hours, records, rhythms -- */

static void stretchly_342_office_hours_by_weekday(void **state)
{
    uh_schedule_settings settings = desk_plain();
    settings.hours_count[1] = 1; /* Tuesdays */
    settings.hours[1][0] = (uh_schedule_hours){9 * 60, 17 * 60};
    desk_open(&at, &settings); /* a Monday */
    desk_pass(&at, HOURS(8));
    assert_int_equal(prompts(), 0);
    assert_int_equal(desk_look(&at).next.wall.ms, DESK_MONDAY_MS + HOURS(24));
}

static void workrave_570_hours_follow_the_traveller(void **state)
{
    uh_schedule_settings settings = desk_plain();
    settings.hours_count[0] = 1;
    settings.hours[0][0] = (uh_schedule_hours){9 * 60, 17 * 60};
    desk_open(&at, &settings);
    assert_true(desk_look(&at).is_open);
    at.zone = (uh_zone){.offset_s = 9 * 3600};
    assert_int_equal(uh_schedule_set_zone(&at.schedule, &at.zone, desk_now(&at)), UH_OK);
    assert_false(desk_look(&at).is_open); /* it is 18:00 there */
}

/* Totals were zeroed at every start (seen). */
static void safeeyes_319_totals_outlive_a_restart(void **state)
{
    desk_open(&at, NULL);
    desk_until_shown(&at);
    desk_leave_for(&at, MINUTES(10));
    desk_pass(&at, MINUTES(10));
    const uh_schedule_day before = desk_look(&at).today;
    desk_restart(&at, true, false, 0);
    desk_restart(&at, false, false, 0);
    assert_int_equal(desk_look(&at).today.breaks, before.breaks);
    assert_int_equal(desk_look(&at).today.prompts, before.prompts);
    assert_int_equal(desk_look(&at).today.sitting_ms, before.sitting_ms);
    desk_restart(&at, true, true, MINUTES(3));
    assert_int_equal(desk_look(&at).today.sitting_ms, before.sitting_ms);
}

static void breaktimer_77_two_rhythms_at_once(void **state)
{
    uh_schedule_settings settings = desk_plain();
    settings.posture_ms = MINUTES(15);
    desk_open(&at, &settings);
    uint32_t kinds[UH_PROMPT_COUNT] = {0};
    for (int i = 0; i < 4; i++) {
        desk_until_shown(&at);
        kinds[desk_last(&at, UH_SCHEDULE_NOW)->prompt]++;
        desk_pass(&at, MINUTES(2));
        if (desk_look(&at).phase == UH_SCHEDULE_SHOWN) {
            desk_tell(&at, UH_TELL_START);
        }
    }
    assert_true(kinds[UH_PROMPT_POSTURE] >= 2);
    assert_true(kinds[UH_PROMPT_STAND] >= 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(workrave_539_time_suspended_is_time_away),
        cmocka_unit_test(workrave_540_a_sleep_that_was_told_late_is_one),
        cmocka_unit_test(workrave_404_no_break_is_met_on_waking_up),
        cmocka_unit_test(workrave_314_a_prompt_goes_before_the_machine_sleeps),
        cmocka_unit_test(workrave_567_a_lock_is_an_absence_as_of_then),
        cmocka_unit_test(workrave_682_a_night_is_one_break_and_nothing_is_owed),
        cmocka_unit_test(stretchly_1279_a_dark_display_resets_nothing),
        cmocka_unit_test(stretchly_1724_a_lock_for_a_minute_resets_nothing),
        cmocka_unit_test(stretchly_1445_two_sleeps_in_a_row_are_one_absence),
        cmocka_unit_test(stretchly_1464_a_short_sleep_is_no_way_out),
        cmocka_unit_test(stretchly_121_an_hour_lost_in_sleep_is_not_caught_up),
        cmocka_unit_test(safeeyes_324_asleep_in_a_break_is_still_a_break),
        cmocka_unit_test(safeeyes_351_a_frozen_process_catches_nothing_up),
        cmocka_unit_test(breaktimer_53_a_sleep_is_no_sitting),
        cmocka_unit_test(breaktimer_148_asleep_with_a_prompt_up_and_awake_without),
        cmocka_unit_test(workrave_345_a_clock_set_back_lengthens_no_wait),
        cmocka_unit_test(workrave_a_clock_set_forward_is_no_suspend),
        cmocka_unit_test(breaktimer_a_clock_set_back_is_no_sleep),
        cmocka_unit_test(workrave_a_late_tick_costs_no_time),
        cmocka_unit_test(workrave_the_autumn_day_ends_once),
        cmocka_unit_test(workrave_the_spring_day_ends_at_four),
        cmocka_unit_test(safeeyes_summer_time_while_idle_moves_no_break),
        cmocka_unit_test(stretchly_two_clocks_never_part),
        cmocka_unit_test(stretchly_1597_no_break_comes_twice),
        cmocka_unit_test(stretchly_739_no_time_is_ever_negative),
        cmocka_unit_test(breaktimer_206_a_lost_window_stops_nothing),
        cmocka_unit_test(breaktimer_143_a_stretch_whose_end_is_lost_stops_nothing),
        cmocka_unit_test(breaktimer_230_a_look_that_nobody_answers_stops_nothing),
        cmocka_unit_test(breaktimer_256_after_a_quit_in_a_break_breaks_come_again),
        cmocka_unit_test(breaktimer_398_a_full_screen_holds_back_and_lets_go),
        cmocka_unit_test(safeeyes_410_short_absences_push_no_break_away),
        cmocka_unit_test(workrave_245_a_restless_device_does_not_stop_breaks),
        cmocka_unit_test(workrave_318_thinking_is_sitting),
        cmocka_unit_test(workrave_625_the_threshold_is_the_persons),
        cmocka_unit_test(stretchly_1820_stopping_and_resting_are_two_things),
        cmocka_unit_test(stretchly_909_a_film_resets_nothing),
        cmocka_unit_test(safeeyes_658_a_natural_break_counts_at_once),
        cmocka_unit_test(stretchly_969_no_break_while_the_camera_is_on),
        cmocka_unit_test(workrave_339_a_call_is_no_rest_and_no_place_for_a_break),
        cmocka_unit_test(stretchly_1366_what_is_waited_for_is_said),
        cmocka_unit_test(stretchly_1248_being_held_back_costs_no_progress),
        cmocka_unit_test(breaktimer_340_nothing_appears_in_the_middle_of_a_word),
        cmocka_unit_test(stretchly_594_a_key_meant_for_something_else_skips_nothing),
        cmocka_unit_test(stretchly_942_skipping_gets_dearer),
        cmocka_unit_test(workrave_445_putting_off_has_an_end),
        cmocka_unit_test(safeeyes_320_one_real_break_makes_it_easy_again),
        cmocka_unit_test(stretchly_342_office_hours_by_weekday),
        cmocka_unit_test(workrave_570_hours_follow_the_traveller),
        cmocka_unit_test(safeeyes_319_totals_outlive_a_restart),
        cmocka_unit_test(breaktimer_77_two_rhythms_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
