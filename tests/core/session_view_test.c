/* SPDX-License-Identifier: MIT */
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

static void start(void)
{
    assert_int_equal(uh_session_start(&catalogue, &routine, uh_session_default_options(),
                                      (uh_boot_ms){0}, &session),
                     UH_OK);
}

static uh_session_view look_at(int64_t ms)
{
    uh_session_event event;
    while (uh_session_next(&session, (uh_boot_ms){ms}, &event)) {
    }
    return uh_session_look(&session, (uh_boot_ms){ms});
}

static void assert_near(double value, double expected)
{
    if (value < expected - 1e-12 || value > expected + 1e-12) {
        fail_msg("%.15f, expected %.15f", value, expected);
    }
}

/* What the step says now; "" where there is none. */
static const char *cue_at(int64_t ms)
{
    uh_session_view view = look_at(ms);
    if (view.step == UINT32_MAX) {
        return "";
    }
    const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, view.exercise);
    return uh_catalogue_text(&catalogue,
                             uh_exercise_step(&catalogue, exercise, view.variant, view.step)->cue);
}

static const uh_step *step_of(const char *key, uint32_t index)
{
    const uh_exercise *exercise =
        uh_catalogue_exercise(&catalogue, exercise_index(&catalogue, key));
    return uh_exercise_step(&catalogue, exercise, 0, index);
}

static const char *cue_of(const char *key, uint32_t index)
{
    return uh_catalogue_text(&catalogue, step_of(key, index)->cue);
}

/* -- time
 * --------------------------------------------------------------------------------------------------------
 */

static void a_view_knows_how_far_phase_and_session_are(void **state)
{
    add("doorway-stretch");
    start();
    uh_session_view view = look_at(25500);
    assert_int_equal(view.phase, UH_PHASE_HOLD);
    assert_int_equal(view.phase_length_ms, 10000);
    assert_int_equal(view.phase_elapsed_ms, 2500);
    assert_int_equal(view.phase_remaining_ms, 7500);
    assert_near(view.phase_progress, 0.25);
    assert_int_equal(view.session_elapsed_ms, 25500);
    assert_int_equal(view.session_remaining_ms, 34500);
    assert_near(view.session_progress, 25.5 / 60);
    assert_int_equal(view.repetition, 1);
    assert_int_equal(view.repetitions, 1);
    assert_int_equal(view.set, 1);
    assert_int_equal(view.sets, 1);
    assert_int_equal(view.side, UH_SIDE_LEFT);
    assert_int_equal(view.side_count, 2);
    assert_int_equal(view.entries, 1);
}

static void looking_changes_nothing(void **state)
{
    add("doorway-stretch");
    start();
    (void)look_at(25500);
    uint64_t hash = uh_session_hash(&session);
    (void)uh_session_look(&session, (uh_boot_ms){1});
    (void)uh_session_look(&session, (uh_boot_ms){99999});
    assert_int_equal(uh_session_hash(&session), hash);
}

static void a_view_before_its_phase_or_after_it_stays_within_it(void **state)
{
    add("doorway-stretch");
    start();
    (void)look_at(25500);
    assert_int_equal(uh_session_look(&session, (uh_boot_ms){0}).phase_elapsed_ms, 0);
    assert_int_equal(uh_session_look(&session, (uh_boot_ms){999999}).phase_elapsed_ms, 10000);
}

static void done_is_all_of_it(void **state)
{
    add("doorway-stretch");
    start();
    uh_session_view view = look_at(100000);
    assert_int_equal(view.state, UH_SESSION_DONE);
    assert_near(view.phase_progress, 1);
    assert_near(view.session_progress, 1);
    assert_int_equal(view.session_remaining_ms, 0);
    assert_false(view.has_next);
}

static void a_stop_can_be_undone_for_half_a_minute(void **state)
{
    add("doorway-stretch");
    start();
    assert_false(look_at(25000).can_undo);
    assert_int_equal(uh_session_stop(&session, UH_STOP_PAIN, (uh_boot_ms){25000}), UH_OK);
    uh_session_view view = look_at(55000);
    assert_int_equal(view.state, UH_SESSION_STOPPED);
    assert_int_equal(view.stop_reason, UH_STOP_PAIN);
    assert_true(view.can_undo);
    assert_int_equal(view.phase_elapsed_ms, 2000);
    assert_false(look_at(55001).can_undo);
    assert_int_equal(uh_session_end(&session, (uh_boot_ms){55001}), UH_OK);
    assert_int_equal(look_at(55001).stop_reason, UH_STOP_PAIN);
}

static void a_stop_in_a_pause_can_be_undone_from_the_stop_on(void **state)
{
    add("doorway-stretch");
    start();
    (void)look_at(25000);
    assert_int_equal(uh_session_pause(&session, (uh_boot_ms){25000}), UH_OK);
    (void)look_at(100000);
    assert_int_equal(uh_session_stop(&session, UH_STOP_PAIN, (uh_boot_ms){100000}), UH_OK);
    assert_true(look_at(130000).can_undo);
    assert_int_equal(look_at(130000).phase_elapsed_ms, 2000);
}

static void an_undone_stop_leaves_no_reason(void **state)
{
    add("doorway-stretch");
    start();
    (void)look_at(25000);
    assert_int_equal(uh_session_stop(&session, UH_STOP_PAIN, (uh_boot_ms){25000}), UH_OK);
    (void)look_at(25000);
    assert_int_equal(uh_session_undo_stop(&session, (uh_boot_ms){26000}), UH_OK);
    assert_int_equal(look_at(26000).stop_reason, UH_STOP_NONE);
}

static void a_view_shows_that_it_was_eased(void **state)
{
    add("doorway-stretch");
    start();
    assert_false(look_at(16000).eased);
    assert_int_equal(uh_session_ease(&session, (uh_boot_ms){16000}), UH_OK);
    assert_true(look_at(16000).eased);
}

/* -- breath
 * --------------------------------------------------------------------------------------------------------
 */

static void a_hold_is_guided_four_seconds_in_and_six_out(void **state)
{
    static const struct {
        int64_t ms; /* into the hold */
        uh_breath guide;
        double fill;
    } rows[] = {{0, UH_BREATH_IN, 0},     {2000, UH_BREATH_IN, 0.5},  {3000, UH_BREATH_IN, 0.84375},
                {4000, UH_BREATH_OUT, 1}, {7000, UH_BREATH_OUT, 0.5}, {10000, UH_BREATH_IN, 0}};
    add("thoracic-rotation");
    start();
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        uh_session_view view = look_at(39000 + rows[i].ms);
        assert_int_equal(view.breath, UH_BREATH_FREE);
        assert_int_equal(view.guide, rows[i].guide);
        assert_near(view.guide_fill, rows[i].fill);
        assert_near(view.breath_progress, 0);
    }
}

static void a_paced_breath_is_its_own_guide(void **state)
{
    add("lying-arm-extension"); /* 0:25 out, 0:29 in */
    start();
    uh_session_view view = look_at(27000);
    assert_int_equal(view.breath, UH_BREATH_OUT);
    assert_int_equal(view.guide, UH_BREATH_OUT);
    assert_near(view.breath_progress, 0.5);
    assert_near(view.guide_fill, 0.5);
    view = look_at(30000);
    assert_int_equal(view.breath, UH_BREATH_IN);
    assert_near(view.guide_fill, 0.15625);
}

static void elsewhere_no_breath_is_drawn(void **state)
{
    add("doorway-stretch");
    start();
    uh_session_view view = look_at(16000);
    assert_int_equal(view.guide, UH_BREATH_FREE);
    assert_near(view.guide_fill, 0);
}

/* -- steps
 * -----------------------------------------------------------------------------------------------------------
 */

static void set_up_steps_share_the_way_in_and_the_get_ready(void **state)
{
    add("doorway-stretch"); /* two set-up steps; way in to 0:15, get ready to 0:20 */
    start();
    assert_string_equal(cue_at(0), cue_of("doorway-stretch", 0));
    assert_string_equal(cue_at(7499), cue_of("doorway-stretch", 0));
    assert_string_equal(cue_at(7600), cue_of("doorway-stretch", 1));
    assert_string_equal(cue_at(14999), cue_of("doorway-stretch", 1));
    assert_string_equal(cue_at(15000), cue_of("doorway-stretch", 0));
    assert_string_equal(cue_at(19000), cue_of("doorway-stretch", 1));
}

static void each_phase_shows_its_step(void **state)
{
    add("doorway-stretch");
    start();
    assert_string_equal(cue_at(21000), cue_of("doorway-stretch", 2));
    assert_string_equal(cue_at(24000), cue_of("doorway-stretch", 3));
    assert_string_equal(cue_at(34000), cue_of("doorway-stretch", 4));
    /* other side: the switch, then the two of the set-up */
    assert_string_equal(cue_at(36000), cue_of("doorway-stretch", 5));
    assert_string_equal(cue_at(38500), cue_of("doorway-stretch", 0));
    assert_string_equal(cue_at(40500), cue_of("doorway-stretch", 1));
    assert_string_equal(cue_at(58000), "");
}

static void a_step_that_names_a_pose_is_shown_in_it(void **state)
{
    add("cat-cow"); /* 0:25 to cat, 0:29 stay, 0:34 to cow, 0:38 stay */
    start();
    int64_t times[] = {26000, 30000, 35000, 39000};
    static const char *const poses[] = {"cat", "cat", "cow", "cow"};
    for (size_t i = 0; i < UH_COUNT(times); i++) {
        uh_session_view view = look_at(times[i]);
        const uh_step *step = step_of("cat-cow", view.step);
        assert_string_equal(uh_catalogue_text(&catalogue, step->pose), poses[i]);
        assert_string_equal(uh_catalogue_text(&catalogue, view.pose), poses[i]);
        assert_int_equal(step->at, i % 2 ? UH_STEP_HOLD : UH_STEP_MOVE);
    }
}

static void several_steps_of_a_hold_take_turns_every_ten_seconds(void **state)
{
    add("thoracic-rotation");
    const uh_exercise *exercise =
        uh_catalogue_exercise(&catalogue, exercise_index(&catalogue, "thoracic-rotation"));
    uint32_t count = uh_exercise_step_count(&catalogue, exercise, 0);
    /* the set-up steps become steps of the hold */
    uint32_t holds[UH_STEPS_MAX] = {0};
    uint32_t hold_count = 0;
    for (uint32_t i = 0; i < count; i++) {
        uh_step *step = (uh_step *)patch_of(uh_exercise_step(&catalogue, exercise, 0, i));
        step->at = step->at == UH_STEP_SET_UP ? UH_STEP_HOLD : step->at;
        if (step->at == UH_STEP_HOLD) {
            step->pose = 0;
            holds[hold_count++] = i;
        }
    }
    assert_true(hold_count >= 2);
    start();
    assert_int_equal(look_at(39000).step, holds[0]);
    assert_int_equal(look_at(48999).step, holds[0]);
    assert_int_equal(look_at(49000).step, holds[1]);
}

static void a_rest_shows_no_step(void **state)
{
    add("chin-tuck");
    start();
    uh_session_view view = look_at(12000);
    assert_int_equal(view.phase, UH_PHASE_REST);
    assert_int_equal(view.step, UINT32_MAX);
}

/* -- next
 * -------------------------------------------------------------------------------------------------------------
 */

static void a_view_names_the_side_set_and_stretch_that_follow(void **state)
{
    uh_routine_entry *entry = add("seated-cervical-rotation");
    entry->dose = (uh_dose){15000, 1, 2};
    uint32_t chin_tuck = add("chin-tuck")->exercise;
    uint32_t rotation = routine.entries[0].exercise;
    start();
    static const struct {
        uh_phase until;
        uh_side side;
        uint32_t set;
    } rows[] = {{UH_PHASE_GET_READY, UH_SIDE_RIGHT, 1},
                {UH_PHASE_SWITCH_SIDE, UH_SIDE_LEFT, 2},
                {UH_PHASE_GET_READY, UH_SIDE_RIGHT, 2},
                {UH_PHASE_SWITCH_SIDE, UH_SIDE_BOTH, 1}};
    uh_session_view view = {0};
    int64_t ms = 0;
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        do {
            view = look_at(ms);
            ms += 1000;
        } while (view.phase != rows[i].until);
        assert_true(view.has_next);
        assert_int_equal(view.next_side, rows[i].side);
        assert_int_equal(view.next_set, rows[i].set);
        assert_int_equal(view.next_exercise, i < 3 ? rotation : chin_tuck);
        do {
            view = look_at(ms);
            ms += 1000;
        } while (view.phase == rows[i].until);
    }
    do {
        view = look_at(ms);
        ms += 1000;
    } while (view.entry == 0);
    assert_int_equal(view.phase, UH_PHASE_NEXT_STRETCH);
    assert_false(view.has_next); /* what comes is what is shown */
}

static void the_other_side_of_right_is_left(void **state)
{
    add("seated-twist")->first_side = UH_SIDE_RIGHT;
    start();
    assert_int_equal(look_at(21000).next_side, UH_SIDE_LEFT);
    begin(state);
    add("seated-twist")->one_side_only = true;
    start();
    assert_false(look_at(21000).has_next);
    assert_int_equal(look_at(21000).side_count, 1);
}

static void only_what_was_really_done_is_counted_as_done(void **state)
{
    (void)add("shoulder-blade-squeeze");
    (void)add("chin-tuck");
    start();
    assert_int_equal(look_at(3000).entries_worked, 0);
    assert_int_equal(look_at(11999).entries_worked, 0); /* inside the first hold */
    assert_int_equal(look_at(12000).entries_worked, 1);
    assert_int_equal(look_at(600000).entries_worked, 2);
}

static void what_was_skipped_or_ended_at_once_is_not_done(void **state)
{
    (void)add("shoulder-blade-squeeze");
    (void)add("chin-tuck");
    start();
    (void)look_at(3000);
    assert_int_equal(uh_session_end(&session, (uh_boot_ms){3000}), UH_OK);
    assert_int_equal(look_at(600000).state, UH_SESSION_DONE);
    assert_int_equal(look_at(600000).entries_worked, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_view_knows_how_far_phase_and_session_are, begin),
        cmocka_unit_test_setup(looking_changes_nothing, begin),
        cmocka_unit_test_setup(a_view_before_its_phase_or_after_it_stays_within_it, begin),
        cmocka_unit_test_setup(done_is_all_of_it, begin),
        cmocka_unit_test_setup(only_what_was_really_done_is_counted_as_done, begin),
        cmocka_unit_test_setup(what_was_skipped_or_ended_at_once_is_not_done, begin),
        cmocka_unit_test_setup(a_stop_can_be_undone_for_half_a_minute, begin),
        cmocka_unit_test_setup(a_stop_in_a_pause_can_be_undone_from_the_stop_on, begin),
        cmocka_unit_test_setup(an_undone_stop_leaves_no_reason, begin),
        cmocka_unit_test_setup(a_view_shows_that_it_was_eased, begin),
        cmocka_unit_test_setup(a_hold_is_guided_four_seconds_in_and_six_out, begin),
        cmocka_unit_test_setup(a_paced_breath_is_its_own_guide, begin),
        cmocka_unit_test_setup(elsewhere_no_breath_is_drawn, begin),
        cmocka_unit_test_setup(set_up_steps_share_the_way_in_and_the_get_ready, begin),
        cmocka_unit_test_setup(each_phase_shows_its_step, begin),
        cmocka_unit_test_setup(a_step_that_names_a_pose_is_shown_in_it, begin),
        cmocka_unit_test_setup(several_steps_of_a_hold_take_turns_every_ten_seconds, begin),
        cmocka_unit_test_setup(a_rest_shows_no_step, begin),
        cmocka_unit_test_setup(a_view_names_the_side_set_and_stretch_that_follow, begin),
        cmocka_unit_test_setup(the_other_side_of_right_is_left, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
