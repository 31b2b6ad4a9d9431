/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "core/patch.h"

static uh_catalogue catalogue;
static uh_routine routine;

static int open_catalogue(void **state)
{
    catalogue = patchable_catalogue();
    routine = (uh_routine){0};
    return 0;
}

static uh_routine_entry *add(const char *key)
{
    return add_stretch(&catalogue, &routine, key, UH_LEVEL_START);
}

static void assert_phase(const uh_timeline *timeline, uh_phase phase, uint32_t length_ms)
{
    if (timeline->phase != phase || timeline->length_ms != length_ms) {
        fail_msg("%s of %u ms, expected %s of %u ms", uh_phase_name(timeline->phase),
                 timeline->length_ms, uh_phase_name(phase), length_ms);
    }
}

static void go_to(uh_timeline *timeline, uh_phase phase)
{
    while (timeline->phase != phase) {
        assert_true(uh_timeline_next(timeline));
    }
}

/* -- places
 * -----------------------------------------------------------------------------------------------
 */

static void the_way_between_places_takes_what_the_table_says(void **state)
{
    static const struct {
        uh_place from;
        uh_place to;
        uint32_t seconds;
    } rows[] = {
        {UH_PLACE_STANDING, UH_PLACE_STANDING, 0},
        {UH_PLACE_STANDING, UH_PLACE_CHAIR, 0},
        {UH_PLACE_CHAIR, UH_PLACE_STANDING, 0},
        {UH_PLACE_STANDING, UH_PLACE_FLOOR_SITTING, 20},
        {UH_PLACE_CHAIR, UH_PLACE_HANDS_KNEES, 20},
        {UH_PLACE_STANDING, UH_PLACE_PRONE, 30},
        {UH_PLACE_STANDING, UH_PLACE_SIDE_LYING, 20},
        {UH_PLACE_STANDING, UH_PLACE_SUPINE, 20},
        {UH_PLACE_STANDING, UH_PLACE_LONG_ROLLER, 30},
        {UH_PLACE_HANDS_KNEES, UH_PLACE_PRONE, 10},
        {UH_PLACE_HANDS_KNEES, UH_PLACE_SIDE_LYING, 0},
        {UH_PLACE_HANDS_KNEES, UH_PLACE_SUPINE, 20},
        {UH_PLACE_PRONE, UH_PLACE_HANDS_KNEES, 10},
        {UH_PLACE_PRONE, UH_PLACE_SIDE_LYING, 10},
        {UH_PLACE_PRONE, UH_PLACE_SUPINE, 30},
        {UH_PLACE_SIDE_LYING, UH_PLACE_HANDS_KNEES, 15},
        {UH_PLACE_SIDE_LYING, UH_PLACE_SUPINE, 20},
        {UH_PLACE_SUPINE, UH_PLACE_LONG_ROLLER, 30},
        {UH_PLACE_SUPINE, UH_PLACE_SUPINE, 0},
        {UH_PLACE_TOWEL, UH_PLACE_SUPINE, 20},
        {UH_PLACE_TOWEL, UH_PLACE_CROSS_ROLLER, 20},
        {UH_PLACE_CROSS_ROLLER, UH_PLACE_LONG_ROLLER, 30},
        {UH_PLACE_LONG_ROLLER, UH_PLACE_TOWEL, 20},
        {UH_PLACE_TOWEL, UH_PLACE_STANDING, 20},
        {UH_PLACE_FLOOR_SITTING, UH_PLACE_CHAIR, 20},
        {UH_PLACE_HANDS_KNEES, UH_PLACE_STANDING, 20},
        {UH_PLACE_PRONE, UH_PLACE_STANDING, 30},
        {UH_PLACE_SIDE_LYING, UH_PLACE_CHAIR, 35},
        {UH_PLACE_SUPINE, UH_PLACE_STANDING, 20},
        {UH_PLACE_LONG_ROLLER, UH_PLACE_STANDING, 20},
    };
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        uint32_t ms = uh_place_change_ms(rows[i].from, rows[i].to);
        if (ms != rows[i].seconds * 1000) {
            fail_msg("row %zu: %u ms", i, ms);
        }
    }
}

static void the_way_out_is_a_breath_or_the_way_up(void **state)
{
    assert_int_equal(uh_place_way_out_ms(UH_PLACE_STANDING), 3000);
    assert_int_equal(uh_place_way_out_ms(UH_PLACE_CHAIR), 3000);
    assert_int_equal(uh_place_way_out_ms(UH_PLACE_HANDS_KNEES), 20000);
    assert_int_equal(uh_place_way_out_ms(UH_PLACE_SIDE_LYING), 35000);
}

static void every_place_says_its_ways(void **state)
{
    for (uint32_t a = 0; a < UH_PLACE_COUNT; a++) {
        for (uint32_t b = 0; b < a; b++) {
            assert_int_not_equal(uh_place_way_in((uh_place)a), uh_place_way_in((uh_place)b));
        }
    }
    assert_int_equal(uh_place_way_in(UH_PLACE_PRONE), UH_MSG_WAY_IN_PRONE);
    assert_int_equal(uh_place_way_out(UH_PLACE_PRONE), UH_MSG_WAY_OUT_PRONE);
}

static void what_lies_under_the_back_makes_a_place_of_its_own(void **state)
{
    assert_int_equal(uh_variant_place(patch_variant(&catalogue, "foam-roller-ity")),
                     UH_PLACE_LONG_ROLLER);
    assert_int_equal(uh_variant_place(patch_variant(&catalogue, "thoracic-extension-roller")),
                     UH_PLACE_CROSS_ROLLER);
    assert_int_equal(uh_variant_place(patch_variant(&catalogue, "lying-arm-extension")),
                     UH_PLACE_TOWEL);
    uint32_t chin = exercise_index(&catalogue, "chin-tuck");
    assert_int_equal(
        uh_variant_place(uh_exercise_variant(&catalogue, uh_catalogue_exercise(&catalogue, chin),
                                             variant_index(&catalogue, chin, "supine"))),
        UH_PLACE_SUPINE);
    assert_int_equal(uh_variant_place(patch_variant(&catalogue, "seated-twist")),
                     UH_PLACE_FLOOR_SITTING);
}

/* -- phases
 * -----------------------------------------------------------------------------------------------
 */

static void every_phase_has_a_name(void **state)
{
    for (uint32_t i = 0; i < UH_PHASE_COUNT; i++) {
        assert_true(strlen(uh_phase_name(i)) > 0);
    }
    assert_string_equal(uh_phase_name(UH_PHASE_SWITCH_SIDE), "switch-side");
    assert_string_equal(uh_phase_name(UH_PHASE_COUNT), "");
}

static void sides_are_inside_sets(void **state)
{
    uh_routine_entry *entry = add("quadruped-rotation");
    entry->dose = (uh_dose){.repetitions = 1, .sets = 2};
    uh_timeline timeline = uh_timeline_start(&catalogue, &routine);
    static const struct {
        uint32_t set;
        uh_side side;
        uh_phase phase;
    } readies[] = {
        {1, UH_SIDE_LEFT, UH_PHASE_GET_READY},
        {1, UH_SIDE_RIGHT, UH_PHASE_SWITCH_SIDE},
        {2, UH_SIDE_LEFT, UH_PHASE_GET_READY},
        {2, UH_SIDE_RIGHT, UH_PHASE_SWITCH_SIDE},
    };
    for (size_t i = 0; i < UH_COUNT(readies); i++) {
        go_to(&timeline, readies[i].phase);
        assert_int_equal(timeline.set, readies[i].set);
        assert_int_equal(timeline.side, readies[i].side);
        assert_phase(&timeline, readies[i].phase, 8000);
        go_to(&timeline, UH_PHASE_MOVE);
        if (i == 1) {
            go_to(&timeline, UH_PHASE_REST);
            assert_phase(&timeline, UH_PHASE_REST, UH_REST_SET_MS);
            assert_int_equal(timeline.set, 1);
            assert_int_equal(timeline.repetition, 0);
        }
    }
    go_to(&timeline, UH_PHASE_WAY_OUT);
    assert_phase(&timeline, UH_PHASE_WAY_OUT, 20000);
    assert_true(uh_timeline_next(&timeline));
    assert_phase(&timeline, UH_PHASE_DONE, 0);
    assert_false(uh_timeline_next(&timeline));
}

static void get_ready_is_five_seconds_or_what_the_form_needs_on_both_sides(void **state)
{
    uh_variant *variant = patch_variant(&catalogue, "seated-cervical-rotation");
    add("seated-cervical-rotation");
    uint32_t cases[][2] = {{0, 5000}, {3000, 5000}, {9500, 9500}};
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        variant->side_ready_ms = (int32_t)cases[i][0];
        uh_timeline timeline = uh_timeline_start(&catalogue, &routine);
        go_to(&timeline, UH_PHASE_GET_READY);
        assert_int_equal(timeline.length_ms, cases[i][1]);
        go_to(&timeline, UH_PHASE_SWITCH_SIDE);
        assert_int_equal(timeline.length_ms, cases[i][1]);
    }
}

static void only_held_repetitions_are_rested_from(void **state)
{
    static const struct {
        const char *key;
        bool rests;
    } cases[] = {{"chin-tuck", true},
                 {"cat-cow", false},
                 {"quadruped-rotation", false},
                 {"lying-arm-extension", false},
                 {"prone-w", true},
                 {"foam-roller-ity", false}};
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        routine = (uh_routine){0};
        uint32_t repetitions = add(cases[i].key)->dose.repetitions;
        uh_timeline timeline = uh_timeline_start(&catalogue, &routine);
        uint32_t rests = 0;
        while (uh_timeline_next(&timeline)) {
            if (timeline.phase == UH_PHASE_REST) {
                assert_int_equal(timeline.length_ms, UH_REST_REPETITION_MS);
                rests++;
            }
        }
        assert_int_equal(rests, cases[i].rests ? repetitions - 1 : 0);
    }
}

static void the_last_release_of_a_side_is_outside_its_repetitions(void **state)
{
    add("cat-cow");
    uh_timeline timeline = uh_timeline_start(&catalogue, &routine);
    go_to(&timeline, UH_PHASE_RELEASE);
    assert_phase(&timeline, UH_PHASE_RELEASE, 4000);
    assert_int_equal(timeline.repetition, 0);
    assert_int_equal(timeline.part, 4);
    assert_true(uh_timeline_next(&timeline));
    assert_phase(&timeline, UH_PHASE_WAY_OUT, 20000);
}

static void a_way_in_is_there_only_where_it_takes_time(void **state)
{
    add("chin-tuck");
    add("doorway-stretch");
    add("cat-cow");
    uh_timeline timeline = uh_timeline_start(&catalogue, &routine);
    assert_phase(&timeline, UH_PHASE_GET_READY, 5000);
    go_to(&timeline, UH_PHASE_NEXT_STRETCH);
    assert_phase(&timeline, UH_PHASE_NEXT_STRETCH, 5000);
    assert_int_equal(timeline.entry, 1);
    assert_true(uh_timeline_next(&timeline));
    assert_phase(&timeline, UH_PHASE_WAY_IN, 15000);
    go_to(&timeline, UH_PHASE_NEXT_STRETCH);
    assert_int_equal(timeline.place, UH_PLACE_STANDING);
    assert_true(uh_timeline_next(&timeline));
    assert_phase(&timeline, UH_PHASE_WAY_IN, 20000);
    assert_true(uh_timeline_next(&timeline));
    assert_int_equal(timeline.place, UH_PLACE_HANDS_KNEES);
}

/* -- sums
 * --------------------------------------------------------------------------------------------------
 */

static void the_sum_of_the_phases_is_the_total(void **state)
{
    add("doorway-stretch");
    /* way in 15; get ready 5, move 3, hold 10, release 3, twice; way out 3 */
    assert_int_equal(uh_timeline_total_ms(&catalogue, &routine), 60000);
    assert_int_equal(uh_timeline_side_ms(&catalogue, &routine.entries[0]), 21000);
    uh_timeline timeline = uh_timeline_start(&catalogue, &routine);
    assert_int_equal(uh_timeline_remaining_ms(&timeline), 45000);
}

static void a_side_takes_what_its_parts_take(void **state)
{
    /* get ready 5; ten of move 2, hold 3, release 2; nine rests of 3 */
    add_stretch(&catalogue, &routine, "chin-tuck", UH_LEVEL_USUAL);
    assert_int_equal(uh_timeline_side_ms(&catalogue, &routine.entries[0]), 5000 + 70000 + 27000);
    /* get ready 15, whatever the sets; two of move 4, hold 15, release 4; one rest */
    routine = (uh_routine){0};
    add("thoracic-rotation")->dose.sets = 3;
    assert_int_equal(uh_timeline_side_ms(&catalogue, &routine.entries[0]), 15000 + 46000 + 3000);
}

/* -- back and forth
 * ---------------------------------------------------------------------------------------- */

static void skipping_goes_to_the_next_stretch_or_out(void **state)
{
    add("doorway-stretch");
    add("chin-tuck");
    uh_timeline timeline = uh_timeline_start(&catalogue, &routine);
    uh_timeline_skip_stretch(&timeline);
    assert_phase(&timeline, UH_PHASE_NEXT_STRETCH, 5000);
    assert_int_equal(timeline.entry, 1);
    uh_timeline_skip_stretch(&timeline);
    assert_phase(&timeline, UH_PHASE_WAY_OUT, 3000);
    uh_timeline_finish(&timeline);
    assert_phase(&timeline, UH_PHASE_DONE, 0);
    uh_timeline_finish(&timeline);
    assert_phase(&timeline, UH_PHASE_DONE, 0);
}

static void previous_goes_back_through_sides_sets_and_stretches(void **state)
{
    uh_routine_entry *entry = add("seated-cervical-rotation");
    entry->dose = (uh_dose){.hold_ms = 15000, .repetitions = 1, .sets = 2};
    add("chin-tuck");
    uh_timeline timeline = uh_timeline_start(&catalogue, &routine);
    go_to(&timeline, UH_PHASE_NEXT_STRETCH);
    go_to(&timeline, UH_PHASE_GET_READY);
    assert_true(uh_timeline_previous_side(&timeline)); /* its chair again: the whole way in */
    assert_phase(&timeline, UH_PHASE_WAY_IN, 5000);
    assert_int_equal(timeline.set, 2);
    assert_int_equal(timeline.side, UH_SIDE_RIGHT);
    assert_true(uh_timeline_next(&timeline));
    assert_phase(&timeline, UH_PHASE_SWITCH_SIDE, 5000);
    assert_true(uh_timeline_previous_side(&timeline));
    assert_phase(&timeline, UH_PHASE_GET_READY, 5000);
    assert_int_equal(timeline.set, 2);
    assert_true(uh_timeline_previous_side(&timeline));
    assert_phase(&timeline, UH_PHASE_SWITCH_SIDE, 5000);
    assert_int_equal(timeline.set, 1);
    assert_true(uh_timeline_previous_side(&timeline));
    assert_phase(&timeline, UH_PHASE_GET_READY, 5000);
    assert_false(uh_timeline_previous_side(&timeline));
    assert_phase(&timeline, UH_PHASE_GET_READY, 5000);
    assert_int_equal(timeline.set, 1);
    assert_int_equal(timeline.side, UH_SIDE_LEFT);
}

static void between_two_sets_the_side_before_is_the_one_just_done(void **state)
{
    uh_routine_entry *entry = add("seated-cervical-rotation");
    entry->dose = (uh_dose){.hold_ms = 15000, .repetitions = 1, .sets = 2};
    uh_timeline timeline = uh_timeline_start(&catalogue, &routine);
    go_to(&timeline, UH_PHASE_REST);
    assert_true(uh_timeline_previous_side(&timeline));
    assert_phase(&timeline, UH_PHASE_SWITCH_SIDE, 5000);
    assert_int_equal(timeline.set, 1);
    go_to(&timeline, UH_PHASE_WAY_OUT);
    assert_true(uh_timeline_previous_side(&timeline));
    assert_phase(&timeline, UH_PHASE_SWITCH_SIDE, 5000);
    assert_int_equal(timeline.set, 2);
}

static void in_a_rest_between_repetitions_the_side_before_is_the_other(void **state)
{
    uh_routine_entry *entry = add("seated-cervical-rotation");
    entry->dose = (uh_dose){.hold_ms = 15000, .repetitions = 2, .sets = 1};
    uh_timeline timeline = uh_timeline_start(&catalogue, &routine);
    go_to(&timeline, UH_PHASE_SWITCH_SIDE);
    go_to(&timeline, UH_PHASE_REST);
    assert_int_equal(timeline.side, UH_SIDE_RIGHT);
    assert_true(timeline.repetition > 0);
    assert_true(uh_timeline_previous_side(&timeline));
    assert_phase(&timeline, UH_PHASE_GET_READY, 5000);
    assert_int_equal(timeline.side, UH_SIDE_LEFT);
    assert_int_equal(timeline.set, 1);
}

static void a_stretch_just_left_needs_no_way_in(void **state)
{
    add("doorway-stretch");
    add("chest-expansion");
    uh_timeline timeline = uh_timeline_start(&catalogue, &routine);
    go_to(&timeline, UH_PHASE_NEXT_STRETCH);
    assert_true(uh_timeline_previous_side(&timeline));
    assert_phase(&timeline, UH_PHASE_SWITCH_SIDE, 5000);
    go_to(&timeline, UH_PHASE_NEXT_STRETCH);
    go_to(&timeline, UH_PHASE_HOLD);
    assert_true(uh_timeline_previous_side(&timeline));
    assert_phase(&timeline, UH_PHASE_WAY_IN, 15000);
}

static bool is_paced(uh_phase phase)
{
    return phase == UH_PHASE_NEXT_STRETCH || phase == UH_PHASE_WAY_IN ||
           phase == UH_PHASE_GET_READY || phase == UH_PHASE_SWITCH_SIDE || phase == UH_PHASE_REST ||
           phase == UH_PHASE_WAY_OUT;
}

/* Phase by phase beside the usual pace, in every stored routine. */
static void who_is_unhurried_gets_half_as_long_again_where_nothing_is_stretched(void **state)
{
    uh_person person = well_equipped_person();
    for (uint32_t i = 0; i < uh_catalogue_routine_count(&catalogue); i++) {
        uh_routine unhurried;
        assert_int_equal(
            uh_routine_from_recipe(&catalogue, &person, &(uh_screening){0}, i, &routine), UH_OK);
        person.pace = UH_PACE_UNHURRIED;
        assert_int_equal(
            uh_routine_from_recipe(&catalogue, &person, &(uh_screening){0}, i, &unhurried), UH_OK);
        person.pace = UH_PACE_USUAL;
        uh_timeline usual = uh_timeline_start(&catalogue, &routine);
        uh_timeline slow = uh_timeline_start(&catalogue, &unhurried);
        uint64_t sum_ms = 0;
        bool more = false;
        do {
            assert_int_equal(usual.phase, slow.phase);
            assert_int_equal(2 * slow.length_ms,
                             is_paced(usual.phase) ? 3 * usual.length_ms : 2 * usual.length_ms);
            sum_ms += slow.length_ms;
            more = uh_timeline_next(&usual);
            assert_int_equal(uh_timeline_next(&slow), more);
        } while (more);
        assert_int_equal(slow.phase, UH_PHASE_DONE);
        assert_int_equal(uh_timeline_total_ms(&catalogue, &unhurried), sum_ms);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(the_way_between_places_takes_what_the_table_says, open_catalogue),
        cmocka_unit_test_setup(the_way_out_is_a_breath_or_the_way_up, open_catalogue),
        cmocka_unit_test_setup(every_place_says_its_ways, open_catalogue),
        cmocka_unit_test_setup(what_lies_under_the_back_makes_a_place_of_its_own, open_catalogue),
        cmocka_unit_test_setup(every_phase_has_a_name, open_catalogue),
        cmocka_unit_test_setup(sides_are_inside_sets, open_catalogue),
        cmocka_unit_test_setup(get_ready_is_five_seconds_or_what_the_form_needs_on_both_sides,
                               open_catalogue),
        cmocka_unit_test_setup(only_held_repetitions_are_rested_from, open_catalogue),
        cmocka_unit_test_setup(the_last_release_of_a_side_is_outside_its_repetitions,
                               open_catalogue),
        cmocka_unit_test_setup(a_way_in_is_there_only_where_it_takes_time, open_catalogue),
        cmocka_unit_test_setup(the_sum_of_the_phases_is_the_total, open_catalogue),
        cmocka_unit_test_setup(a_side_takes_what_its_parts_take, open_catalogue),
        cmocka_unit_test_setup(skipping_goes_to_the_next_stretch_or_out, open_catalogue),
        cmocka_unit_test_setup(previous_goes_back_through_sides_sets_and_stretches, open_catalogue),
        cmocka_unit_test_setup(between_two_sets_the_side_before_is_the_one_just_done,
                               open_catalogue),
        cmocka_unit_test_setup(in_a_rest_between_repetitions_the_side_before_is_the_other,
                               open_catalogue),
        cmocka_unit_test_setup(a_stretch_just_left_needs_no_way_in, open_catalogue),
        cmocka_unit_test_setup(who_is_unhurried_gets_half_as_long_again_where_nothing_is_stretched,
                               open_catalogue),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
