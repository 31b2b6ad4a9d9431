/* SPDX-License-Identifier: MIT */
/* What commands say, when they take effect, which are possible, and what ease, more and less do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/session_stage.h"

/* -- cues of commands
 * ------------------------------------------------------------------------------------------------
 */

static void a_command_says_what_it_did(void **state)
{
    static const struct {
        uh_status (*press)(uh_session *, uh_boot_ms);
        uh_cue cue;
    } rows[] = {{uh_session_pause, UH_CUE_PAUSED},
                {uh_session_resume, UH_CUE_RESUMED},
                {uh_session_ease, UH_CUE_EASED},
                {uh_session_more, UH_CUE_MORE},
                {uh_session_less, UH_CUE_LESS}};
    add("doorway-stretch");
    start();
    (void)take_until(16000);
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        assert_int_equal(rows[i].press(&session, at(16000)), UH_OK);
        assert_int_equal(uh_session_deadline(&session).ms, 16000);
        uh_session_event event;
        assert_true(uh_session_next(&session, at(16000), &event));
        assert_int_equal(event.kind, UH_EVENT_CUE);
        assert_int_equal(event.cue, rows[i].cue);
        assert_int_equal(event.at.ms, 16000);
        assert_int_equal(event.session_ms, 16000);
        assert_int_equal(event.window_ms, i == 0 ? UH_WINDOW_MAX_MS : 4000);
        assert_int_equal(event.reason, UH_STOP_NONE);
    }
}

static void a_command_that_moves_on_is_said_before_the_phase_it_leads_to(void **state)
{
    add("doorway-stretch");
    add("chin-tuck");
    start();
    (void)take_until(24000);
    assert_int_equal(uh_session_skip(&session, UH_SKIP_NO_ROOM, at(24000)), UH_OK);
    static const uh_event_kind kinds[] = {UH_EVENT_END, UH_EVENT_RECORD, UH_EVENT_START,
                                          UH_EVENT_CUE, UH_EVENT_CUE};
    uh_session_event event = {0};
    for (size_t i = 0; i < UH_COUNT(kinds); i++) {
        event = next_event();
        assert_int_equal(event.kind, kinds[i]);
        assert_int_equal(event.at.ms, 24000);
        if (i == 3) {
            assert_int_equal(event.cue, UH_CUE_SKIPPED);
            assert_int_equal(event.window_ms, 0);
        }
    }
    assert_int_equal(event.cue, UH_CUE_NEXT);
    assert_int_equal(event.window_ms, 5000);
    assert_int_equal(uh_session_record(&session)->end, UH_ENDED_SKIPPED);
    assert_int_equal(uh_session_record(&session)->reason, UH_SKIP_NO_ROOM);
}

static void a_stop_says_its_reason(void **state)
{
    add("doorway-stretch");
    start();
    (void)take_until(24000);
    assert_int_equal(uh_session_stop(&session, UH_STOP_NERVE, at(24000)), UH_OK);
    uh_session_event event = next_event();
    assert_int_equal(event.kind, UH_EVENT_RECORD);
    event = next_event();
    assert_int_equal(event.cue, UH_CUE_STOPPED);
    assert_int_equal(event.reason, UH_STOP_NERVE);
    assert_int_equal(event.window_ms, UH_WINDOW_MAX_MS);
    assert_int_equal(uh_session_record(&session)->reason, UH_STOP_NERVE);
    assert_int_equal(uh_session_deadline(&session).ms, UH_NEVER.ms);
}

static void back_repeat_and_undo_say_so(void **state)
{
    add("doorway-stretch");
    start();
    (void)take_until(24000);
    assert_int_equal(uh_session_back(&session, at(24000)), UH_OK);
    assert_int_equal(next_of(UH_EVENT_CUE).cue, UH_CUE_BACK);
    (void)take_until(25000);
    assert_int_equal(uh_session_repeat(&session, at(25000)), UH_OK);
    assert_int_equal(next_of(UH_EVENT_CUE).cue, UH_CUE_BACK);
    (void)take_until(26000);
    assert_int_equal(uh_session_stop(&session, UH_STOP_OTHER, at(26000)), UH_OK);
    (void)take_until(26000);
    assert_int_equal(uh_session_undo_stop(&session, at(27000)), UH_OK);
    assert_int_equal(next_of(UH_EVENT_CUE).cue, UH_CUE_RESUMED);
}

/* -- commands and time
 * --------------------------------------------------------------------------------------------------
 */

static void a_command_waits_until_what_is_due_was_taken(void **state)
{
    add("doorway-stretch");
    start();
    assert_int_equal(uh_session_pause(&session, at(0)), UH_ERR_PENDING);
    assert_int_equal(uh_session_ease(&session, at(0)), UH_ERR_PENDING);
    (void)take_until(14999);
    assert_int_equal(uh_session_pause(&session, at(15000)), UH_ERR_PENDING);
    assert_int_equal(uh_session_pause(&session, at(14999)), UH_OK);
    assert_int_equal(uh_session_resume(&session, at(20000)), UH_ERR_PENDING);
    (void)take_until(14999);
    assert_int_equal(uh_session_resume(&session, at(20000)), UH_OK);
}

static void a_paused_hold_keeps_its_remaining_time(void **state)
{
    add("doorway-stretch");
    start();
    (void)take_until(26000);
    assert_int_equal(uh_session_pause(&session, at(26000)), UH_OK);
    (void)take_until(90000);
    assert_int_equal(uh_session_look(&session, at(90000)).phase_remaining_ms, 7000);
    assert_int_equal(uh_session_resume(&session, at(90000)), UH_OK);
    assert_int_equal(uh_session_look(&session, at(90000)).phase_remaining_ms, 7000);
    (void)take_until(90000);
    assert_int_equal(next_of(UH_EVENT_COUNT_DOWN).at.ms, 94000);
}

static void a_count_that_was_said_is_said_again_only_for_a_new_end(void **state)
{
    add("doorway-stretch");
    start();
    (void)take_until(31500); /* three, two */
    assert_int_equal(uh_session_more(&session, at(31500)), UH_OK);
    (void)take_until(31500);
    uh_session_event event = next_of(UH_EVENT_COUNT_DOWN);
    assert_int_equal(event.count, 3);
    assert_int_equal(event.at.ms, 35000);
}

static void what_is_shortened_past_its_counts_counts_on(void **state)
{
    add("doorway-stretch")->dose.hold_ms = 15000;
    start();
    (void)take_until(31500); /* 8.5 s of 15 */
    assert_int_equal(uh_session_less(&session, at(31500)), UH_OK);
    (void)take_until(31500);
    uh_session_event event = next_of(UH_EVENT_COUNT_DOWN);
    assert_int_equal(event.count, 1);
    assert_int_equal(event.at.ms, 32000);
    assert_int_equal(next_of(UH_EVENT_END).at.ms, 33000);
}

static void time_never_goes_back(void **state)
{
    add("doorway-stretch");
    start_at(100, 1000);
    (void)take_until(27000);
    assert_int_equal(uh_session_ease(&session, at(27000)), UH_OK);
    (void)take_until(27000);
    /* an earlier moment counts as the latest one */
    assert_int_equal(uh_session_pause(&session, at(500)), UH_OK);
    uh_session_event event = next_event();
    assert_int_equal(event.cue, UH_CUE_PAUSED);
    assert_int_equal(event.at.ms, 27000);
}

static void a_gap_pauses_where_it_was_last_seen(void **state)
{
    add("doorway-stretch");
    start();
    (void)take_until(25000);
    assert_int_equal(uh_session_interrupt(&session, at(25000)), UH_OK);
    uh_session_event event = next_event();
    assert_int_equal(event.cue, UH_CUE_PAUSED);
    assert_int_equal(event.at.ms, 25000);
    assert_int_equal(uh_session_interrupt(&session, at(25000)), UH_ERR_STATE);
    assert_int_equal(uh_session_look(&session, at(900000)).phase_elapsed_ms, 2000);
}

static void days_of_pause_are_no_trouble(void **state)
{
    add("doorway-stretch");
    start_at(100000, 0);
    uh_session_view view = uh_session_look(&session, at(INT64_MAX / 2));
    assert_int_equal(view.phase_elapsed_ms, 15000);
    (void)take_until(10);
    assert_int_equal(uh_session_pause(&session, at(10)), UH_OK);
    (void)take_until(10);
    int64_t year_ms = INT64_C(365) * 24 * 3600 * 1000;
    assert_int_equal(uh_session_resume(&session, at(year_ms)), UH_OK);
    (void)take_until(year_ms + 100000);
    assert_int_equal(session.state, UH_SESSION_DONE);
}

/* -- what is not possible
 * ---------------------------------------------------------------------------------------------------
 */

static command *const commands[] = {uh_session_ready,     uh_session_pause,  uh_session_resume,
                                    uh_session_interrupt, uh_session_ease,   uh_session_undo_stop,
                                    uh_session_back,      uh_session_repeat, uh_session_more,
                                    uh_session_less,      uh_session_end,    uh_session_close,
                                    press_stop,           press_skip};

static void after_done_nothing_is_possible(void **state)
{
    add("chin-tuck");
    start();
    (void)take_until(1000000);
    for (size_t i = 0; i < UH_COUNT(commands); i++) {
        assert_int_equal(commands[i](&session, at(1000000)), UH_ERR_STATE);
    }
}

static void after_a_stop_only_undo_end_and_close_are_possible(void **state)
{
    add("chin-tuck");
    for (size_t i = 0; i < UH_COUNT(commands); i++) {
        start();
        (void)take_until(1000);
        assert_int_equal(press_stop(&session, at(1000)), UH_OK);
        (void)take_until(1000);
        bool possible = commands[i] == uh_session_undo_stop || commands[i] == uh_session_end ||
                        commands[i] == uh_session_close;
        assert_int_equal(commands[i](&session, at(2000)), possible ? UH_OK : UH_ERR_STATE);
    }
}

static void while_paused_there_is_no_early_and_no_second_pause(void **state)
{
    add("doorway-stretch");
    for (size_t i = 0; i < UH_COUNT(commands); i++) {
        start();
        (void)take_until(24000);
        assert_int_equal(uh_session_pause(&session, at(24000)), UH_OK);
        (void)take_until(24000);
        bool possible = commands[i] != uh_session_ready && commands[i] != uh_session_pause &&
                        commands[i] != uh_session_interrupt && commands[i] != uh_session_undo_stop;
        assert_int_equal(commands[i](&session, at(25000)), possible ? UH_OK : UH_ERR_STATE);
    }
}

static void the_way_out_cannot_be_skipped_or_changed(void **state)
{
    add("chin-tuck");
    for (size_t i = 0; i < UH_COUNT(commands); i++) {
        start();
        int64_t ms = start_of(UH_PHASE_WAY_OUT).at.ms + 1000;
        (void)take_until(ms);
        bool possible = commands[i] != press_skip && commands[i] != uh_session_ease &&
                        commands[i] != uh_session_more && commands[i] != uh_session_less &&
                        commands[i] != uh_session_resume && commands[i] != uh_session_undo_stop;
        assert_int_equal(commands[i](&session, at(ms)), possible ? UH_OK : UH_ERR_STATE);
    }
}

static void only_pauses_can_be_cut_short(void **state)
{
    add("thoracic-rotation");
    add("lying-arm-extension");
    start();
    uint32_t cut = 0;
    uh_session_event event;
    do {
        event = next_of(UH_EVENT_START);
        while (uh_session_deadline(&session).ms <= event.at.ms) {
            (void)next_event();
        }
        uh_session copy = session;
        if (uh_session_ready(&copy, event.at) == UH_OK) {
            cut |= 1U << event.phase;
            assert_int_equal(uh_session_deadline(&copy).ms, event.at.ms);
        }
    } while (event.phase != UH_PHASE_DONE);
    assert_int_equal(cut, 1U << UH_PHASE_NEXT_STRETCH | 1U << UH_PHASE_WAY_IN |
                              1U << UH_PHASE_GET_READY | 1U << UH_PHASE_SWITCH_SIDE |
                              1U << UH_PHASE_REST | 1U << UH_PHASE_WAY_OUT);
}

/* -- doses in the session
 * ------------------------------------------------------------------------------------------------------
 */

static void easing_in_a_release_changes_only_what_comes(void **state)
{
    add("thoracic-rotation"); /* hold 0:39 to 0:54, release to 0:58 */
    start();
    press_at(uh_session_ease, 55000, UH_OK);
    assert_int_equal(session.timeline.hold_ms[0], 15000);
    assert_int_equal(session.timeline.hold_ms[1], 10000);
}

static void easing_in_a_rest_changes_only_what_comes(void **state)
{
    add("thoracic-rotation");
    start();
    press_at(uh_session_ease, 59000, UH_OK);
    assert_int_equal(session.timeline.hold_ms[0], 15000);
    assert_int_equal(session.timeline.hold_ms[1], 10000);
}

static void easing_after_the_last_hold_changes_nothing_of_this_side(void **state)
{
    add("cat-cow");
    start();
    int64_t ms = 0;
    do {
        ms = start_of(UH_PHASE_RELEASE).at.ms;
    } while (session.timeline.repetition > 0);
    press_at(uh_session_ease, ms + 500, UH_OK);
    assert_int_equal(session.timeline.repetitions, 5);
    assert_int_equal(session.timeline.hold_ms[0], 5000);
    (void)next_of(UH_EVENT_RECORD);
    assert_int_equal(uh_session_record(&session)->actual_repetitions, 5);
}

static void easing_between_two_sets_is_not_uneven(void **state)
{
    uh_routine_entry *entry = add("seated-cervical-rotation");
    entry->dose = (uh_dose){15000, 1, 2};
    start();
    press_at(uh_session_ease, start_of(UH_PHASE_REST).at.ms, UH_OK);
    for (int side = 0; side < 2; side++) {
        (void)next_of(UH_EVENT_RECORD);
        assert_int_equal(uh_session_record(&session)->actual_hold_ms, 10000);
        assert_false(uh_session_record(&session)->uneven);
        assert_true(uh_session_record(&session)->eased);
    }
}

static void easing_ends_with_the_stretch(void **state)
{
    add("chin-tuck");
    add("chest-expansion");
    start();
    press_at(uh_session_ease, 1000, UH_OK);
    (void)next_of(UH_EVENT_RECORD);
    assert_true(uh_session_record(&session)->eased);
    (void)next_of(UH_EVENT_RECORD);
    assert_false(uh_session_record(&session)->eased);
    assert_int_equal(uh_session_record(&session)->actual_hold_ms, 10000);
}

static void a_hold_at_its_least_is_eased_in_repetitions(void **state)
{
    add("chin-tuck"); /* 2 s, 5 times */
    start();
    press_at(uh_session_ease, 1000, UH_OK);
    assert_int_equal(session.timeline.repetitions, 3);
    (void)next_of(UH_EVENT_RECORD);
    assert_int_equal(uh_session_record(&session)->actual_repetitions, 3);
    assert_int_equal(uh_session_record(&session)->planned_repetitions, 5);
}

static void a_hold_is_never_eased_below_two_seconds(void **state)
{
    add("chin-tuck")->dose.hold_ms = 2900;
    start();
    press_at(uh_session_ease, 1000, UH_OK);
    assert_int_equal(session.timeline.hold_ms[0], 2000);
    assert_int_equal(session.timeline.repetitions, 5);
}

static void easing_in_the_rest_after_the_last_kept_repetition_ends_the_side(void **state)
{
    add("chin-tuck"); /* 2 s, 5 times: in the rest after the third, three are left of five */
    start();
    for (int rest = 0; rest < 3; rest++) {
        (void)start_of(UH_PHASE_REST);
    }
    (void)take_until(session.phase_began_ms);
    press_at(uh_session_ease, session.phase_began_ms + 100, UH_OK);
    (void)next_of(UH_EVENT_RECORD);
    assert_int_equal(uh_session_record(&session)->actual_repetitions, 3);
}

static void less_time_stops_at_two_seconds_and_one_repetition(void **state)
{
    add("doorway-stretch");
    start();
    press_at(uh_session_less, 1000, UH_OK);
    assert_int_equal(session.timeline.hold_ms[0], 5000);
    press_at(uh_session_less, 1000, UH_OK);
    assert_int_equal(session.timeline.hold_ms[0], 2000);
    press_at(uh_session_less, 1000, UH_ERR_RANGE);
    begin(state);
    add("foam-roller-ity");
    start();
    press_at(uh_session_less, 1000, UH_OK);
    press_at(uh_session_less, 1000, UH_OK);
    press_at(uh_session_less, 1000, UH_ERR_RANGE);
    assert_int_equal(session.timeline.repetitions, 1);
}

static void more_goes_to_the_ceiling_exactly(void **state)
{
    add("chin-tuck"); /* 2 s, ceiling 3 s */
    start();
    press_at(uh_session_more, 1000, UH_OK);
    assert_int_equal(session.timeline.hold_ms[4], 3000);
    press_at(uh_session_more, 1000, UH_ERR_RANGE);
    begin(state);
    add("cat-cow")->dose.repetitions = 19;
    start();
    press_at(uh_session_more, 1000, UH_OK);
    press_at(uh_session_more, 1000, UH_ERR_RANGE);
    assert_int_equal(session.timeline.repetitions, 20);
    assert_int_equal(session.timeline.hold_ms[19], 5000);
}

static void a_longer_second_side_is_uneven(void **state)
{
    add("doorway-stretch");
    start();
    press_at(uh_session_more, start_of(UH_PHASE_SWITCH_SIDE).at.ms, UH_OK);
    (void)next_of(UH_EVENT_RECORD);
    assert_true(uh_session_record(&session)->uneven);
    assert_int_equal(uh_session_record(&session)->actual_hold_ms, 15000);
    assert_int_equal(uh_session_record(&session)->planned_hold_ms, 10000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_command_says_what_it_did, begin),
        cmocka_unit_test_setup(a_command_that_moves_on_is_said_before_the_phase_it_leads_to, begin),
        cmocka_unit_test_setup(a_stop_says_its_reason, begin),
        cmocka_unit_test_setup(back_repeat_and_undo_say_so, begin),
        cmocka_unit_test_setup(a_command_waits_until_what_is_due_was_taken, begin),
        cmocka_unit_test_setup(a_paused_hold_keeps_its_remaining_time, begin),
        cmocka_unit_test_setup(a_count_that_was_said_is_said_again_only_for_a_new_end, begin),
        cmocka_unit_test_setup(what_is_shortened_past_its_counts_counts_on, begin),
        cmocka_unit_test_setup(time_never_goes_back, begin),
        cmocka_unit_test_setup(a_gap_pauses_where_it_was_last_seen, begin),
        cmocka_unit_test_setup(days_of_pause_are_no_trouble, begin),
        cmocka_unit_test_setup(after_done_nothing_is_possible, begin),
        cmocka_unit_test_setup(after_a_stop_only_undo_end_and_close_are_possible, begin),
        cmocka_unit_test_setup(while_paused_there_is_no_early_and_no_second_pause, begin),
        cmocka_unit_test_setup(the_way_out_cannot_be_skipped_or_changed, begin),
        cmocka_unit_test_setup(only_pauses_can_be_cut_short, begin),
        cmocka_unit_test_setup(easing_in_a_release_changes_only_what_comes, begin),
        cmocka_unit_test_setup(easing_in_a_rest_changes_only_what_comes, begin),
        cmocka_unit_test_setup(easing_after_the_last_hold_changes_nothing_of_this_side, begin),
        cmocka_unit_test_setup(easing_between_two_sets_is_not_uneven, begin),
        cmocka_unit_test_setup(easing_ends_with_the_stretch, begin),
        cmocka_unit_test_setup(a_hold_at_its_least_is_eased_in_repetitions, begin),
        cmocka_unit_test_setup(a_hold_is_never_eased_below_two_seconds, begin),
        cmocka_unit_test_setup(easing_in_the_rest_after_the_last_kept_repetition_ends_the_side,
                               begin),
        cmocka_unit_test_setup(less_time_stops_at_two_seconds_and_one_repetition, begin),
        cmocka_unit_test_setup(more_goes_to_the_ceiling_exactly, begin),
        cmocka_unit_test_setup(a_longer_second_side_is_uneven, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
