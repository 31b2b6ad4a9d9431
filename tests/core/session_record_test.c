/* SPDX-License-Identifier: MIT */
/* What was really done. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/session_stage.h"

static void a_repetition_counts_once_its_hold_is_over(void **state)
{
    add("doorway-stretch");
    start();
    (void)take_until(34000); /* in the release */
    assert_int_equal(press_skip(&session, at(34000)), UH_OK);
    (void)next_of(UH_EVENT_RECORD);
    assert_int_equal(uh_session_record(&session)->actual_repetitions, 1);
    assert_int_equal(uh_session_record(&session)->actual_hold_ms, 10000);
}

static void a_moving_repetition_counts_once_it_is_whole(void **state)
{
    add("quadruped-rotation"); /* 0:28, four seconds each way */
    start();
    (void)take_until(43999);
    assert_int_equal(press_skip(&session, at(43999)), UH_OK);
    (void)next_of(UH_EVENT_RECORD);
    assert_int_equal(uh_session_record(&session)->actual_repetitions, 1);
    assert_int_equal(uh_session_record(&session)->actual_hold_ms, 0);
}

static void a_pair_of_holds_counts_once_both_are_over(void **state)
{
    add("cat-cow"); /* round until 0:34, hollow until 0:43 */
    start();
    (void)take_until(42999);
    assert_int_equal(press_stop(&session, at(42999)), UH_OK);
    (void)take_until(42999);
    assert_int_equal(uh_session_record(&session)->actual_repetitions, 0);
    assert_int_equal(uh_session_record(&session)->actual_hold_ms, 9999);
    assert_int_equal(uh_session_record(&session)->planned_hold_ms, 50000);
}

static void a_pause_is_in_no_number_of_the_record(void **state)
{
    add("doorway-stretch");
    start();
    press_at(uh_session_pause, 25000, UH_OK);
    press_at(uh_session_resume, 85000, UH_OK);
    (void)next_of(UH_EVENT_RECORD);
    const uh_set_record *record = uh_session_record(&session);
    assert_int_equal(record->duration_ms, 21000);
    assert_int_equal(record->actual_hold_ms, 10000);
    assert_int_equal(record->began.ms, 15000);
    assert_int_equal(record->ended.ms, 96000);
}

static void a_stop_while_paused_counts_to_the_pause(void **state)
{
    add("doorway-stretch");
    start();
    press_at(uh_session_pause, 25000, UH_OK);
    press_at(press_stop, 60000, UH_OK);
    assert_int_equal(uh_session_record(&session)->actual_hold_ms, 2000);
    assert_int_equal(uh_session_record(&session)->ended.ms, 60000);
    press_at(uh_session_undo_stop, 89000, UH_OK);
    assert_int_equal(session.timeline.phase, UH_PHASE_GET_READY);
    assert_int_equal(session.state, UH_SESSION_RUNNING);
}

static void a_pause_that_was_stopped_and_undone_keeps_its_remaining_time(void **state)
{
    add("doorway-stretch"); /* way in until 0:15 */
    start();
    press_at(uh_session_pause, 4000, UH_OK);
    press_at(press_stop, 50000, UH_OK);
    assert_int_equal(uh_session_look(&session, at(60000)).phase_elapsed_ms, 4000);
    press_at(uh_session_undo_stop, 60000, UH_OK);
    assert_int_equal(uh_session_look(&session, at(60000)).phase_elapsed_ms, 4000);
    assert_int_equal(start_of(UH_PHASE_GET_READY).at.ms, 71000);
}

static void every_attempt_of_a_side_has_its_own_number(void **state)
{
    add("doorway-stretch");
    start();
    uint32_t attempts[6];
    uint32_t count = 0;
    (void)take_until(24000);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(uh_session_repeat(&session, at(24000)), UH_OK);
        (void)next_of(UH_EVENT_RECORD);
        attempts[count++] = uh_session_record(&session)->attempt;
        (void)take_until(24000);
    }
    (void)next_of(UH_EVENT_RECORD);
    attempts[count++] = uh_session_record(&session)->attempt;
    (void)next_of(UH_EVENT_RECORD);
    attempts[count++] = uh_session_record(&session)->attempt;
    static const uint32_t expected[] = {1, 2, 3, 4, 1};
    assert_int_equal(count, UH_COUNT(expected));
    assert_memory_equal(attempts, expected, sizeof(expected));
}

static void closing_records_what_was_begun(void **state)
{
    add("doorway-stretch");
    start();
    press_at(uh_session_close, 24000, UH_OK);
    assert_int_equal(uh_session_record(&session)->end, UH_ENDED_INTERRUPTED);
    assert_int_equal(session.state, UH_SESSION_DONE);
}

static void closing_a_pause_between_stretches_records_nothing(void **state)
{
    add("doorway-stretch");
    start();
    (void)take_until(1000);
    assert_int_equal(uh_session_close(&session, at(1000)), UH_OK);
    uh_session_event event;
    while (uh_session_next(&session, at(1000), &event)) {
        assert_int_not_equal(event.kind, UH_EVENT_RECORD);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_repetition_counts_once_its_hold_is_over, begin),
        cmocka_unit_test_setup(a_moving_repetition_counts_once_it_is_whole, begin),
        cmocka_unit_test_setup(a_pair_of_holds_counts_once_both_are_over, begin),
        cmocka_unit_test_setup(a_pause_is_in_no_number_of_the_record, begin),
        cmocka_unit_test_setup(a_stop_while_paused_counts_to_the_pause, begin),
        cmocka_unit_test_setup(a_pause_that_was_stopped_and_undone_keeps_its_remaining_time, begin),
        cmocka_unit_test_setup(every_attempt_of_a_side_has_its_own_number, begin),
        cmocka_unit_test_setup(closing_records_what_was_begun, begin),
        cmocka_unit_test_setup(closing_a_pause_between_stretches_records_nothing, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
