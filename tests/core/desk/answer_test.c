/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/desk/desk.h"

static desk at;

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
    assert_int_equal(desk_look(&at).phase, UH_SCHEDULE_STARTED);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_BREAK), 0);
    desk_tell(&at, UH_TELL_START); /* pressed twice */
    assert_int_equal(desk_count(&at, UH_SCHEDULE_START), 1);
    desk_pass(&at, 75000);
    desk_tell(&at, UH_TELL_DONE);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_BREAK)->pause, UH_PAUSE_STRETCH);
    assert_int_equal(desk_sitting_ms(&at), 0);
    assert_int_equal(desk_look(&at).today.stretches, 1);
    assert_int_equal(desk_look(&at).phase, UH_SCHEDULE_WAITING);
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
    assert_int_equal(desk_look(&at).today.breaks, 1);
    assert_int_equal(desk_look(&at).today.stretches, 1);
}

static void a_stretch_that_nobody_ended_is_over_some_time(void **state)
{
    uh_schedule_settings settings = desk_plain();
    settings.stretch_always = true;
    desk_open(&at, &settings);
    desk_until_shown(&at);
    desk_tell(&at, UH_TELL_START);
    desk_pass(&at, UH_SCHEDULE_STARTED_MS);
    assert_int_equal(desk_look(&at).phase, UH_SCHEDULE_WAITING);
    assert_int_equal(desk_look(&at).put_offs, 0);
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
        assert_int_equal(desk_look(&at).next.boot.ms, at.boot_ms + lengths_ms[i]);
        desk_pass(&at, lengths_ms[i]);
        assert_int_equal(desk_look(&at).phase, UH_SCHEDULE_DUE);
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
    assert_int_equal(desk_look(&at).next.boot.ms, at.boot_ms + MINUTES(25));
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
        assert_int_equal(desk_look(&at).confirming, i >= 3);
        if (i >= 3) {
            assert_int_equal(desk_last(&at, UH_SCHEDULE_CONFIRM)->put_offs, i);
            assert_int_equal(desk_look(&at).phase, UH_SCHEDULE_SHOWN);
            assert_int_equal(put_off(MINUTES(20)), UH_OK);
        }
        assert_int_equal(desk_look(&at).next.boot.ms, at.boot_ms + expected_ms);
        desk_until_shown(&at);
    }
    assert_int_equal(desk_count(&at, UH_SCHEDULE_CONFIRM), 9);
    desk_leave_for(&at, MINUTES(5));
    assert_int_equal(desk_look(&at).put_offs, 0);
}

static void what_is_said_again_too_late_is_asked_again(void **state)
{
    desk_open(&at, NULL);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(skip_it(UH_SKIP_NOT_NOW, true), UH_OK);
    }
    assert_int_equal(desk_look(&at).put_offs, 3);
    assert_int_equal(skip_it(UH_SKIP_NOT_NOW, true), UH_OK);
    desk_pass(&at, UH_SCHEDULE_CONFIRM_MS + 1);
    assert_false(desk_look(&at).confirming);
    assert_int_equal(skip_it(UH_SKIP_NOT_NOW, true), UH_OK);
    assert_int_equal(put_off(MINUTES(5)), UH_OK); /* another wish is not the same one */
    assert_int_equal(desk_look(&at).put_offs, 3);
    assert_int_equal(put_off(MINUTES(5)), UH_OK);
    assert_int_equal(desk_look(&at).put_offs, 4);
}

static void a_new_day_forgets_what_was_put_off(void **state)
{
    desk_open(&at, NULL);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(skip_it(UH_SKIP_NO_ROOM, true), UH_OK);
    }
    desk_pass(&at, HOURS(19));
    assert_int_equal(desk_look(&at).put_offs, 0);
}

static void a_skipped_break_comes_after_a_whole_interval(void **state)
{
    desk_open(&at, NULL);
    desk_until_shown(&at);
    desk_pass(&at, UH_SCHEDULE_ACCIDENT_MS + 1);
    assert_int_equal(skip_it(UH_SKIP_NOT_NOW, false), UH_OK);
    assert_int_equal(desk_look(&at).next.boot.ms, at.boot_ms + MINUTES(45));
    assert_int_equal(desk_look(&at).today.skips, 1);
}

static void done_already_is_a_break(void **state)
{
    desk_open(&at, NULL);
    desk_pass(&at, MINUTES(30));
    assert_int_equal(skip_it(UH_SKIP_DONE_ALREADY, true), UH_OK);
    assert_int_equal(desk_last(&at, UH_SCHEDULE_BREAK)->pause, UH_PAUSE_STOOD);
    assert_int_equal(desk_look(&at).today.skips, 0);
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
        assert_int_equal(desk_look(&at).today.skips, 0);
        desk_pass(&at, 10000);
        assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 1); /* still types */
        desk_pause_typing(&at);
        assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 2);
        assert_true(desk_last(&at, UH_SCHEDULE_NOW)->again);
        assert_int_equal(desk_look(&at).today.prompts, 1);
        /* the second time it is meant */
        desk_tell(&at, UH_TELL_CLOSED);
        assert_int_equal(desk_look(&at).today.skips, 1);
        desk_pass(&at, MINUTES(44));
        assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 2);
    }
}

static void a_typed_skip_is_never_an_accident(void **state)
{
    desk_open(&at, NULL);
    desk_until_shown(&at);
    assert_int_equal(skip_it(UH_SKIP_NOT_NOW, true), UH_OK);
    assert_int_equal(desk_look(&at).today.skips, 1);
}

static void one_that_vanished_unseen_stays_and_is_shown_once_more(void **state)
{
    desk_open(&at, NULL);
    desk_until_shown(&at);
    desk_pass(&at, 10000);
    desk_tell(&at, UH_TELL_EXPIRED);
    assert_true(desk_look(&at).missed);
    desk_pass(&at, MINUTES(1));
    desk_pause_typing(&at);
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 2);
    assert_true(desk_last(&at, UH_SCHEDULE_NOW)->again);
    desk_tell(&at, UH_TELL_EXPIRED);
    assert_true(desk_look(&at).missed);
    desk_pass(&at, MINUTES(44));
    assert_int_equal(desk_count(&at, UH_SCHEDULE_NOW), 2);
    desk_leave_for(&at, MINUTES(5));
    assert_false(desk_look(&at).missed);
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
    assert_int_equal(desk_look(&at).phase, UH_SCHEDULE_DUE);
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
    assert_true(desk_look(&at).missed);
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
    assert_false(desk_look(&at).here);
    desk_tell(&at, UH_TELL_START);
    assert_true(desk_look(&at).here);
    assert_int_equal(desk_look(&at).phase, UH_SCHEDULE_STARTED);
}

static void a_started_stretch_can_still_be_put_off(void **state)
{
    uh_schedule_settings settings = desk_plain();
    settings.stretch_always = true;
    desk_open(&at, &settings);
    desk_until_shown(&at);
    desk_tell(&at, UH_TELL_START);
    assert_int_equal(put_off(MINUTES(10)), UH_OK);
    assert_int_equal(desk_look(&at).next.boot.ms, at.boot_ms + MINUTES(10));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
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
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
