/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/builtin.h"
#include "core/pasts.h"
#include "core/plan_worlds.h"
#include "unhunch/plan_edit.h"

enum { WORLDS = 300 };

static uh_catalogue catalogue;
static uh_person person;
static uh_screening screening;
static uh_history history;
static uh_plan_request request;
static uh_plan_edits edits;
static uh_plan_refused refused;
static uh_plan plan;
static uh_plan_workspace space;
static uh_fact facts[WORLD_FACTS_MAX];

static int begin(void **state)
{
    (void)state;
    catalogue = builtin_catalogue();
    person = uh_person_unknown();
    screening = (uh_screening){0};
    uh_history_begin((uh_date){WORLD_TODAY}, &history);
    request = (uh_plan_request){.context = UH_CONTEXT_DESK, .minutes = 5};
    edits = (uh_plan_edits){0};
    return 0;
}

static uh_status make(void)
{
    return uh_plan_make_edited(&catalogue, &person, &screening, &history, &request, &edits, &space,
                               &refused, &plan);
}

static uint32_t index_of(const char *key)
{
    return exercise_index(&catalogue, key);
}

static uint32_t times_in(uint32_t exercise)
{
    uint32_t times = 0;
    for (uint32_t i = 0; i < plan.routine.count; i++) {
        times += plan.routine.entries[i].exercise == exercise;
    }
    return times;
}

static bool is_refused(uint32_t exercise)
{
    for (uint32_t i = 0; i < refused.count; i++) {
        if (refused.items[i].exercise == exercise) {
            return true;
        }
    }
    return false;
}

static void draw_world(uint64_t *seed)
{
    person = world_person(world_random(seed, WORLD_PEOPLE),
                          world_equipment(world_random(seed, WORLD_EQUIPMENTS)));
    screening = world_screening(world_random(seed, WORLD_SCREENINGS));
    request = world_request(world_random(seed, WORLD_REQUESTS),
                            (uh_context)world_random(seed, UH_CONTEXT_COUNT));
    const size_t count = world_facts(&catalogue, world_random(seed, WORLD_HISTORIES), facts);
    world_history(&catalogue, facts, count, &history);
    edits = (uh_plan_edits){0};
}

static void draw_edits(uint64_t *seed)
{
    const uint32_t count = uh_catalogue_exercise_count(&catalogue);
    for (uint32_t i = world_random(seed, 4); i > 0; i--) {
        uh_plan_put_in(&edits, world_random(seed, count));
    }
    for (uint32_t i = world_random(seed, 4); i > 0; i--) {
        uh_plan_leave_out(&edits, world_random(seed, count));
    }
}

/* -- the tests -- */

static void without_edits_it_is_the_plan(void **state)
{
    static uh_plan plain;
    uint64_t seed = 1;
    (void)state;
    for (uint32_t i = 0; i < WORLDS; i++) {
        draw_world(&seed);
        const uh_status status =
            uh_plan_make(&catalogue, &person, &screening, &history, &request, &space, &plain);
        assert_int_equal(make(), status);
        assert_true(uh_plan_hash(0, &plan) == uh_plan_hash(0, &plain));
        assert_int_equal(refused.count, 0);
    }
}

static void whatever_is_wished_for_passes_the_gate(void **state)
{
    uint64_t seed = 2;
    uint32_t made = 0;
    (void)state;
    for (uint32_t i = 0; i < WORLDS; i++) {
        uh_verdict verdict;
        draw_world(&seed);
        draw_edits(&seed);
        if (make() != UH_OK) {
            assert_int_equal(plan.routine.count, 0);
            continue;
        }
        made++;
        assert_int_equal(uh_routine_admit(&catalogue, &person, &screening, &history.done,
                                          &plan.routine, &verdict),
                         UH_OK);
        assert_int_equal(plan.duration_ms, uh_timeline_total_ms(&catalogue, &plan.routine));
    }
    assert_true(made > WORLDS / 4);
}

static void what_is_put_in_is_in_once_or_its_reason_is_told(void **state)
{
    uint64_t seed = 3;
    (void)state;
    for (uint32_t i = 0; i < WORLDS; i++) {
        draw_world(&seed);
        draw_edits(&seed);
        const uh_status status = make();
        for (uint32_t at = 0; at < uh_catalogue_exercise_count(&catalogue); at++) {
            const bool is_wanted = uh_plan_is_put_in(&edits, at);
            assert_true(times_in(at) <= 1);
            assert_false(is_wanted && status == UH_OK && (times_in(at) == 1) == is_refused(at));
            assert_false(uh_plan_is_left_out(&edits, at) && times_in(at) > 0);
            const bool is_told_in = uh_plan_group_of(plan.reasons[at].code) == UH_PLAN_GROUP_IN;
            assert_false(status == UH_OK && (times_in(at) == 1) != is_told_in);
        }
    }
}

static void what_is_put_in_comes_before_what_was_chosen(void **state)
{
    (void)state;
    request = (uh_plan_request){.context = UH_CONTEXT_FLOOR, .minutes = 3};
    person = well_equipped_person();
    uh_plan_put_in(&edits, index_of("cat-cow"));
    assert_int_equal(make(), UH_OK);
    assert_int_equal(times_in(index_of("cat-cow")), 1);
    assert_true(plan.duration_ms <= 3 * 60000);
}

static void a_long_wish_is_as_long_as_it_is(void **state)
{
    (void)state;
    person = well_equipped_person();
    request = (uh_plan_request){.context = UH_CONTEXT_FLOOR, .minutes = 1};
    uh_plan_put_in(&edits, index_of("cat-cow"));
    uh_plan_put_in(&edits, index_of("quadruped-rotation"));
    assert_int_equal(make(), UH_OK);
    assert_int_equal(plan.routine.count, 2);
    assert_true(plan.duration_ms > 60000);
}

static void a_stretch_for_another_place_is_refused_with_its_reason(void **state)
{
    (void)state;
    uh_plan_put_in(&edits, index_of("cat-cow"));
    assert_int_equal(make(), UH_OK);
    assert_int_equal(refused.count, 1);
    assert_int_equal(refused.items[0].exercise, index_of("cat-cow"));
    assert_int_equal(plan.reasons[index_of("cat-cow")].code, refused.items[0].reason.code);
    assert_int_not_equal(refused.items[0].reason.code, UH_PLAN_OUT_DISLIKED);
    assert_true(plan.routine.count > 0);
}

static void two_names_of_one_stretch_do_not_both_get_in(void **state)
{
    (void)state;
    person = well_equipped_person();
    request.context = UH_CONTEXT_ANY;
    uh_plan_put_in(&edits, index_of("chest-expansion"));
    uh_plan_put_in(&edits, index_of("backward-shoulder-rolls"));
    assert_int_equal(make(), UH_OK);
    assert_int_equal(times_in(index_of("chest-expansion")) +
                         times_in(index_of("backward-shoulder-rolls")),
                     refused.count == 1 ? 1 : 2);
}

/* -- by name -- */

static void a_name_says_that_what_it_needs_is_there(void **state)
{
    const uint32_t all = (1U << UH_EQUIPMENT_COUNT) - 1;
    (void)state;
    assert_int_equal(uh_named_person(&person, 0, true, false).equipment, all);
    assert_int_equal(uh_named_person(&person, 0, true, true).equipment, person.equipment);
    assert_int_equal(uh_named_person(&person, 0, false, false).equipment, person.equipment);
    assert_int_equal(uh_named_person(&person, 4, true, false).equipment, 4);
}

/* -- unasked -- */

static uh_status make_unasked(void)
{
    const uh_settings settings = uh_settings_usual();
    return uh_plan_make_unasked(&catalogue, &person, &screening, &settings, &history, &request,
                                &space, &plan);
}

static void assert_is_plan_made(uh_status status)
{
    static uh_plan made;
    assert_int_equal(
        uh_plan_make(&catalogue, &person, &screening, &history, &request, &space, &made), status);
    assert_false(plan.first);
    assert_true(uh_plan_hash(0, &plan) == uh_plan_hash(0, &made));
}

static void the_first_session_is_two_small_ones(void **state)
{
    (void)state;
    assert_int_equal(make_unasked(), UH_OK);
    assert_true(plan.first);
    assert_int_equal(plan.routine.count, 2);
    assert_true(plan.duration_ms < 3 * 60000);
    assert_int_equal(plan.duration_ms, uh_timeline_total_ms(&catalogue, &plan.routine));
    assert_int_equal(plan.wish, UH_WISH_FIRST);
    assert_int_equal(plan.reasons[index_of("shoulder-blade-squeeze")].code, UH_PLAN_IN_FIRST);
    assert_int_equal(plan.reasons[index_of("chin-tuck")].entry, 1);
    assert_int_equal(plan.reasons[index_of("chest-expansion")].code, UH_PLAN_OUT_NOT_YET);
    assert_int_equal(plan.reasons[index_of("cat-cow")].code, UH_PLAN_NEEDS_PLACE);
}

static void the_first_session_leaves_out_what_may_not_be(void **state)
{
    (void)state;
    screening.limits = 1U << UH_LIMIT_NO_NECK;
    assert_int_equal(make_unasked(), UH_OK);
    assert_true(plan.first);
    assert_int_equal(plan.routine.count, 1);
    assert_int_equal(plan.reasons[index_of("chin-tuck")].code, UH_PLAN_OUT_LIMIT);
    screening.limits = 1U << UH_LIMIT_CLINICIAN_FIRST;
    assert_is_plan_made(make_unasked());
    assert_int_equal(plan.refusal.kind, UH_PLAN_NO_CLINICIAN);
}

static void the_first_session_leaves_out_what_is_set_aside(void **state)
{
    const uint32_t squeeze = index_of("shoulder-blade-squeeze");
    const uint32_t tuck = index_of("chin-tuck");
    (void)state;
    person.disliked[squeeze / 32] |= 1U << squeeze % 32;
    assert_int_equal(make_unasked(), UH_OK);
    assert_true(plan.first);
    assert_int_equal(plan.routine.count, 1);
    assert_int_equal(plan.routine.entries[0].exercise, tuck);
    assert_int_equal(plan.reasons[squeeze].code, UH_PLAN_OUT_DISLIKED);
    person.disliked[tuck / 32] |= 1U << tuck % 32;
    assert_is_plan_made(make_unasked());
}

static void who_has_no_time_for_the_first_session_gets_what_fits(void **state)
{
    (void)state;
    request.minutes = 1;
    assert_is_plan_made(make_unasked());
    assert_true(plan.duration_ms <= 60000);
}

static void after_the_first_session_the_planner_chooses(void **state)
{
    (void)state;
    uh_history_end(&history);
    assert_int_equal(make_unasked(), UH_OK);
    uh_plan_pretend(&catalogue, &plan, &history);
    assert_is_plan_made(make_unasked());
    uh_history_move(&history, uh_date_add(history.today, 14));
    assert_is_plan_made(make_unasked());
}

static void a_first_session_that_was_broken_off_is_the_first_one_again(void **state)
{
    uh_fact session = past_session("s", 0);
    (void)state;
    session.is.session.end = UH_ENDING_INTERRUPTED;
    past_take(&history, &catalogue, session,
              past_set(&catalogue, "s", "shoulder-blade-squeeze", UH_SIDE_BOTH));
    uh_history_end(&history);
    assert_int_equal(make_unasked(), UH_OK);
    assert_true(plan.first);
    assert_int_equal(plan.routine.count, 2);
    uh_history_move(&history, uh_date_add(history.today, 1));
    assert_is_plan_made(make_unasked());
}

/* Whoever it is: what is in may be done, and is what the reasons say. */
static void whatever_the_first_session_is_it_passes_the_gate(void **state)
{
    uint64_t seed = 11;
    uint32_t firsts = 0;
    (void)state;
    for (uint32_t i = 0; i < WORLDS; i++) {
        uh_verdict verdict;
        draw_world(&seed);
        if (make_unasked() != UH_OK) {
            assert_int_equal(plan.routine.count, 0);
            continue;
        }
        firsts += plan.first;
        assert_int_equal(uh_routine_admit(&catalogue, &person, &screening, &history.done,
                                          &plan.routine, &verdict),
                         UH_OK);
        for (uint32_t exercise = 0; exercise < plan.reason_count; exercise++) {
            const uh_plan_group group = uh_plan_group_of(plan.reasons[exercise].code);
            assert_int_equal(times_in(exercise), group == UH_PLAN_GROUP_IN);
        }
        assert_true(plan.duration_ms <= request.minutes * 60000);
    }
    assert_true(firsts > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(without_edits_it_is_the_plan, begin),
        cmocka_unit_test_setup(whatever_is_wished_for_passes_the_gate, begin),
        cmocka_unit_test_setup(what_is_put_in_is_in_once_or_its_reason_is_told, begin),
        cmocka_unit_test_setup(what_is_put_in_comes_before_what_was_chosen, begin),
        cmocka_unit_test_setup(a_long_wish_is_as_long_as_it_is, begin),
        cmocka_unit_test_setup(a_stretch_for_another_place_is_refused_with_its_reason, begin),
        cmocka_unit_test_setup(two_names_of_one_stretch_do_not_both_get_in, begin),
        cmocka_unit_test_setup(a_name_says_that_what_it_needs_is_there, begin),
        cmocka_unit_test_setup(the_first_session_is_two_small_ones, begin),
        cmocka_unit_test_setup(the_first_session_leaves_out_what_may_not_be, begin),
        cmocka_unit_test_setup(the_first_session_leaves_out_what_is_set_aside, begin),
        cmocka_unit_test_setup(who_has_no_time_for_the_first_session_gets_what_fits, begin),
        cmocka_unit_test_setup(after_the_first_session_the_planner_chooses, begin),
        cmocka_unit_test_setup(a_first_session_that_was_broken_off_is_the_first_one_again, begin),
        cmocka_unit_test_setup(whatever_the_first_session_is_it_passes_the_gate, begin),
    };
    return cmocka_run_group_tests_name("plan edits", tests, NULL, NULL);
}
