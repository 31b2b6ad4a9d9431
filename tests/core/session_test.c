/* SPDX-License-Identifier: MIT */
/* Cues, counts, breaths, milestones; what happens when is told in stories/. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/session_stage.h"

/* -- names
 * ----------------------------------------------------------------------------------------------------
 */

static void every_word_of_the_session_has_a_name(void **state)
{
    static const struct {
        const char *(*name)(uint32_t);
        uint32_t count;
        const char *last;
    } lists[] = {{uh_event_kind_name, UH_EVENT_KIND_COUNT, "milestone"},
                 {uh_stop_reason_name, UH_STOP_OTHER + 1, "other"},
                 {uh_skip_reason_name, UH_SKIP_DONE_ALREADY + 1, "done-already"},
                 {uh_set_end_name, UH_ENDED_INTERRUPTED + 1, "interrupted"}};
    for (size_t i = 0; i < UH_COUNT(lists); i++) {
        for (uint32_t word = 0; word < lists[i].count; word++) {
            assert_true(strlen(lists[i].name(word)) > 0);
        }
        assert_string_equal(lists[i].name(lists[i].count - 1), lists[i].last);
        assert_string_equal(lists[i].name(lists[i].count), "");
    }
    assert_string_equal(uh_event_kind_name(UH_EVENT_COUNT_DOWN), "count");
}

/* -- starting
 * ---------------------------------------------------------------------------------------------------
 */

static void an_empty_routine_is_not_started(void **state)
{
    session.attempt = 77;
    assert_int_equal(
        uh_session_start(&catalogue, &routine, uh_session_default_options(), at(0), &session),
        UH_ERR_EMPTY);
    assert_int_equal(session.attempt, 77);
}

static void a_speed_out_of_range_is_refused(void **state)
{
    static const uint32_t speeds[] = {0, 9, 100001};
    add("chin-tuck");
    for (size_t i = 0; i < UH_COUNT(speeds); i++) {
        uh_session_options options = {.speed_percent = speeds[i]};
        assert_int_equal(uh_session_start(&catalogue, &routine, options, at(0), &session),
                         UH_ERR_RANGE);
    }
}

static void nothing_is_due_before_the_session_begins(void **state)
{
    add("chin-tuck");
    start_at(100, 5000);
    assert_int_equal(take_until(4999), 0);
    assert_int_equal(uh_session_deadline(&session).ms, 5000);
    assert_true(take_until(5000) > 0);
}

static void options_follow_the_person(void **state)
{
    uh_person person = well_equipped_person();
    uh_screening screening = {0};
    uh_session_options options = uh_session_options_for(&person, &screening);
    assert_int_equal(options.speed_percent, 100);
    assert_false(options.gentle);
    assert_true(options.long_holds);
    screening.limits = 1U << UH_LIMIT_GENTLE;
    options = uh_session_options_for(&person, &screening);
    assert_true(options.gentle);
    assert_false(options.long_holds);
}

/* -- what a phase gives out
 * ---------------------------------------------------------------------------------------- */

static void events_of_one_instant_come_in_their_order(void **state)
{
    add("seated-twist");
    start();
    (void)start_of(UH_PHASE_RELEASE);
    uh_event_kind kinds[5] = {UH_EVENT_CUE};
    uh_session_event event = next_of(UH_EVENT_END);
    kinds[0] = event.kind;
    int64_t instant_ms = event.at.ms;
    for (int i = 1; i < 5; i++) {
        event = next_event();
        assert_int_equal(event.at.ms, instant_ms);
        kinds[i] = event.kind;
    }
    static const uh_event_kind expected[] = {UH_EVENT_END, UH_EVENT_RECORD, UH_EVENT_START,
                                             UH_EVENT_SIDE, UH_EVENT_CUE};
    assert_memory_equal(kinds, expected, sizeof(expected));
}

static void every_phase_begins_with_its_cue(void **state)
{
    static const uh_cue cues[UH_PHASE_COUNT] = {
        [UH_PHASE_NEXT_STRETCH] = UH_CUE_NEXT,   [UH_PHASE_WAY_IN] = UH_CUE_WAY_IN,
        [UH_PHASE_GET_READY] = UH_CUE_GET_READY, [UH_PHASE_SWITCH_SIDE] = UH_CUE_SIDE,
        [UH_PHASE_MOVE_IN] = UH_CUE_MOVE,        [UH_PHASE_HOLD] = UH_CUE_HOLD,
        [UH_PHASE_RELEASE] = UH_CUE_RELEASE,     [UH_PHASE_MOVE] = UH_CUE_MOVE,
        [UH_PHASE_REST] = UH_CUE_REST,           [UH_PHASE_WAY_OUT] = UH_CUE_WAY_OUT,
        [UH_PHASE_DONE] = UH_CUE_DONE,
    };
    add("thoracic-rotation");
    add("lying-arm-extension");
    start();
    uint32_t seen = 0;
    uh_session_event event = next_event();
    while (event.phase != UH_PHASE_DONE) {
        assert_int_equal(event.kind, UH_EVENT_START);
        uh_phase phase = event.phase;
        event = next_of(UH_EVENT_CUE);
        assert_int_equal(event.cue, cues[phase]);
        seen |= 1U << phase;
        (void)next_of(UH_EVENT_END);
        event = next_event();
        if (event.kind == UH_EVENT_RECORD) {
            event = next_event();
        }
    }
    assert_int_equal(next_event().cue, UH_CUE_DONE);
    assert_int_equal(seen, (1U << UH_PHASE_DONE) - 1);
}

static void the_last_three_seconds_of_a_hold_are_counted(void **state)
{
    add("doorway-stretch");
    start();
    uh_session_event hold = start_of(UH_PHASE_HOLD);
    assert_int_equal(hold.at.ms, 23000);
    for (uint32_t count = 3; count > 0; count--) {
        uh_session_event event = next_of(UH_EVENT_COUNT_DOWN);
        assert_int_equal(event.count, count);
        assert_int_equal(event.at.ms, 33000 - count * 1000);
        assert_int_equal(event.phase, UH_PHASE_HOLD);
    }
}

static void counted_is_what_is_long_enough(void **state)
{
    static const struct {
        const char *key;
        uint32_t set;
        uint32_t counted; /* phases, bit set */
    } rows[] = {
        /* get ready 5, holds 2, rests 3 */
        {"chin-tuck", 1, 0},
        /* get ready 15 both sides, holds 15 */
        {"thoracic-rotation", 1,
         1U << UH_PHASE_GET_READY | 1U << UH_PHASE_SWITCH_SIDE | 1U << UH_PHASE_HOLD},
        /* holds of 2 s, half a minute between sets */
        {"prone-w", 2, 1U << UH_PHASE_REST},
    };
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        begin(state);
        add(rows[i].key)->dose.sets = rows[i].set;
        start();
        uint32_t counted = 0;
        uh_session_event event;
        while (uh_session_next(&session, at(INT64_MAX - 1), &event)) {
            counted |= event.kind == UH_EVENT_COUNT_DOWN ? 1U << event.phase : 0;
        }
        assert_int_equal(counted, rows[i].counted);
    }
}

static void a_paced_part_asks_for_its_breath(void **state)
{
    add("lying-arm-extension");
    start();
    uh_session_event event = next_of(UH_EVENT_BREATH);
    assert_int_equal(event.breath, UH_BREATH_OUT);
    assert_int_equal(event.phase, UH_PHASE_MOVE);
    assert_int_equal(event.at.ms, 25000);
    event = next_of(UH_EVENT_BREATH);
    assert_int_equal(event.breath, UH_BREATH_IN);
    assert_int_equal(event.at.ms, 29000);
}

static void the_window_of_a_cue_reaches_to_the_next_cue_or_count(void **state)
{
    add("doorway-stretch");
    start();
    static const uint32_t windows[] = {15000, 5000, 3000, 7000, 3000, 5000};
    for (size_t i = 0; i < UH_COUNT(windows); i++) {
        assert_int_equal(next_of(UH_EVENT_CUE).window_ms, windows[i]);
    }
    (void)start_of(UH_PHASE_DONE);
    assert_int_equal(next_of(UH_EVENT_CUE).window_ms, UH_WINDOW_MAX_MS);
}

static void a_window_is_time_on_the_wall_whatever_the_speed(void **state)
{
    add("doorway-stretch");
    start_at(1000, 0);
    assert_int_equal(next_of(UH_EVENT_CUE).window_ms, 1500);
    start_at(10, 0);
    assert_int_equal(next_of(UH_EVENT_CUE).window_ms, UH_WINDOW_MAX_MS);
}

static void milestones_are_halfway_the_last_stretch_and_done(void **state)
{
    add("chin-tuck");
    add("chest-expansion");
    start();
    static const uh_milestone expected[] = {UH_MILESTONE_HALFWAY, UH_MILESTONE_LAST_STRETCH,
                                            UH_MILESTONE_DONE};
    uint64_t half_ms = uh_timeline_total_ms(&catalogue, &routine) / 2;
    for (size_t i = 0; i < UH_COUNT(expected); i++) {
        uh_session_event event = next_of(UH_EVENT_MILESTONE);
        assert_int_equal(event.milestone, expected[i]);
        if (event.milestone == UH_MILESTONE_HALFWAY) {
            assert_true(event.session_ms >= half_ms);
            assert_true(event.session_ms - half_ms < 10000);
        }
    }
}

static void halfway_is_said_in_a_rest_or_between_stretches_and_near_the_half(void **state)
{
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(&catalogue); i++) {
        routine = (uh_routine){0};
        add(uh_catalogue_text(&catalogue, uh_catalogue_exercise(&catalogue, i)->key));
        add("chin-tuck");
        start();
        uint64_t total_ms = uh_timeline_total_ms(&catalogue, &routine);
        uh_session_event event = next_of(UH_EVENT_MILESTONE);
        if (event.milestone == UH_MILESTONE_HALFWAY) {
            assert_true(event.phase == UH_PHASE_REST || event.phase == UH_PHASE_NEXT_STRETCH);
            assert_true(event.session_ms * 2 >= total_ms && event.session_ms * 3 <= total_ms * 2);
        }
    }
}

static void a_single_stretch_is_not_announced_as_the_last(void **state)
{
    add("chin-tuck");
    start();
    assert_int_equal(next_of(UH_EVENT_MILESTONE).milestone, UH_MILESTONE_HALFWAY);
    assert_int_equal(next_of(UH_EVENT_MILESTONE).milestone, UH_MILESTONE_DONE);
}

static void halfway_is_never_said_on_the_way_out(void **state)
{
    add("cat-cow");
    start();
    (void)take_until(30000);
    assert_int_equal(uh_session_end(&session, at(30000)), UH_OK);
    assert_int_equal(next_of(UH_EVENT_MILESTONE).milestone, UH_MILESTONE_DONE);
}

static void nothing_is_left_after_done(void **state)
{
    add("chin-tuck");
    start();
    (void)take_until(INT64_MAX - 1);
    assert_int_equal(session.state, UH_SESSION_DONE);
    assert_int_equal(uh_session_deadline(&session).ms, UH_NEVER.ms);
    uh_session_event event;
    assert_false(uh_session_next(&session, UH_NEVER, &event));
}

/* -- speed
 * --------------------------------------------------------------------------------------------------------
 */

static void a_moment_between_two_boot_milliseconds_is_due_at_the_later_one(void **state)
{
    add("doorway-stretch");
    start_at(300, 0);
    (void)next_of(UH_EVENT_START);
    uh_session_event event = next_of(UH_EVENT_START); /* after 15000 ms of session */
    assert_int_equal(event.at.ms, 5000);
    event = next_of(UH_EVENT_START); /* 5000 more: 1666.7 */
    assert_int_equal(event.at.ms, 6667);
    assert_int_equal(event.session_ms, 20000);
}

static void lengths_in_a_record_are_what_the_body_did(void **state)
{
    add("doorway-stretch");
    start_at(500, 0);
    (void)next_of(UH_EVENT_RECORD);
    const uh_set_record *record = uh_session_record(&session);
    assert_int_equal(record->duration_ms, 21000);
    assert_int_equal(record->actual_hold_ms, 10000);
    assert_int_equal(record->ended.ms - record->began.ms, 4200);
    assert_true(record->simulated);
}

/* -- the hash
 * --------------------------------------------------------------------------------------------------------------------
 */

static void the_hash_tells_sessions_apart_and_copies_not(void **state)
{
    add("doorway-stretch");
    start();
    uint64_t hash = uh_session_hash(&session);
    uh_session copy = session;
    assert_int_equal(uh_session_hash(&copy), hash);
    (void)take_until(0);
    assert_int_not_equal(uh_session_hash(&session), hash);
    hash = uh_session_hash(&session);
    (void)take_until(14999); /* nothing new */
    assert_int_equal(uh_session_hash(&session), hash);
    (void)take_until(20000);
    assert_int_not_equal(uh_session_hash(&session), hash);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(every_word_of_the_session_has_a_name, begin),
        cmocka_unit_test_setup(an_empty_routine_is_not_started, begin),
        cmocka_unit_test_setup(a_speed_out_of_range_is_refused, begin),
        cmocka_unit_test_setup(nothing_is_due_before_the_session_begins, begin),
        cmocka_unit_test_setup(options_follow_the_person, begin),
        cmocka_unit_test_setup(events_of_one_instant_come_in_their_order, begin),
        cmocka_unit_test_setup(every_phase_begins_with_its_cue, begin),
        cmocka_unit_test_setup(the_last_three_seconds_of_a_hold_are_counted, begin),
        cmocka_unit_test_setup(counted_is_what_is_long_enough, begin),
        cmocka_unit_test_setup(a_paced_part_asks_for_its_breath, begin),
        cmocka_unit_test_setup(the_window_of_a_cue_reaches_to_the_next_cue_or_count, begin),
        cmocka_unit_test_setup(a_window_is_time_on_the_wall_whatever_the_speed, begin),
        cmocka_unit_test_setup(milestones_are_halfway_the_last_stretch_and_done, begin),
        cmocka_unit_test_setup(halfway_is_said_in_a_rest_or_between_stretches_and_near_the_half,
                               begin),
        cmocka_unit_test_setup(a_single_stretch_is_not_announced_as_the_last, begin),
        cmocka_unit_test_setup(halfway_is_never_said_on_the_way_out, begin),
        cmocka_unit_test_setup(nothing_is_left_after_done, begin),
        cmocka_unit_test_setup(a_moment_between_two_boot_milliseconds_is_due_at_the_later_one,
                               begin),
        cmocka_unit_test_setup(lengths_in_a_record_are_what_the_body_did, begin),
        cmocka_unit_test_setup(the_hash_tells_sessions_apart_and_copies_not, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
