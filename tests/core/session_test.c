/* SPDX-License-Identifier: MIT */
/* Cues, counts, breaths, milestones, records and answers; what happens when is told in stories/. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/patch.h"

static uh_catalogue catalogue;
static uh_routine routine;
static uh_session session;

static int begin(void **state)
{
    catalogue = patchable_catalogue();
    routine = (uh_routine){0};
    return 0;
}

static uh_routine_entry *add(const char *key)
{
    return add_stretch(&catalogue, &routine, key, UH_LEVEL_START);
}

static void start_at(uint32_t speed_percent, int64_t ms)
{
    uh_session_options options = uh_session_default_options();
    options.speed_percent = speed_percent;
    assert_int_equal(uh_session_start(&catalogue, &routine, options, (uh_boot_ms){ms}, &session),
                     UH_OK);
}

static void start(void)
{
    start_at(100, 0);
}

static uh_boot_ms at(int64_t ms)
{
    return (uh_boot_ms){ms};
}

static uint32_t take_until(int64_t ms)
{
    uh_session_event event;
    uint32_t count = 0;
    while (uh_session_next(&session, at(ms), &event)) {
        count++;
    }
    return count;
}

/* The next event of a kind, whenever it is due. */
static uh_session_event next_of(uh_event_kind kind)
{
    uh_session_event event = {0};
    do {
        assert_true(uh_session_next(&session, at(INT64_MAX - 1), &event));
    } while (event.kind != kind);
    return event;
}

static uh_session_event start_of(uh_phase phase)
{
    uh_session_event event = next_of(UH_EVENT_START);
    while (event.phase != phase) {
        event = next_of(UH_EVENT_START);
    }
    return event;
}

static uh_session_event next_event(void)
{
    uh_session_event event = {0};
    assert_true(uh_session_next(&session, at(INT64_MAX - 1), &event));
    return event;
}

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

typedef uh_status command(uh_session *, uh_boot_ms);

static uh_status press_stop(uh_session *of, uh_boot_ms now)
{
    return uh_session_stop(of, UH_STOP_OTHER, now);
}

static uh_status press_skip(uh_session *of, uh_boot_ms now)
{
    return uh_session_skip(of, UH_SKIP_NOT_NOW, now);
}

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

static void press_at(command *press, int64_t ms, uh_status expected)
{
    (void)take_until(ms);
    assert_int_equal(press(&session, at(ms)), expected);
    (void)take_until(ms);
}

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

/* -- records
 * -------------------------------------------------------------------------------------------------------------------
 */

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
        cmocka_unit_test_setup(a_repetition_counts_once_its_hold_is_over, begin),
        cmocka_unit_test_setup(a_moving_repetition_counts_once_it_is_whole, begin),
        cmocka_unit_test_setup(a_pair_of_holds_counts_once_both_are_over, begin),
        cmocka_unit_test_setup(a_pause_is_in_no_number_of_the_record, begin),
        cmocka_unit_test_setup(a_stop_while_paused_counts_to_the_pause, begin),
        cmocka_unit_test_setup(a_pause_that_was_stopped_and_undone_keeps_its_remaining_time, begin),
        cmocka_unit_test_setup(every_attempt_of_a_side_has_its_own_number, begin),
        cmocka_unit_test_setup(closing_records_what_was_begun, begin),
        cmocka_unit_test_setup(closing_a_pause_between_stretches_records_nothing, begin),
        cmocka_unit_test_setup(the_hash_tells_sessions_apart_and_copies_not, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
