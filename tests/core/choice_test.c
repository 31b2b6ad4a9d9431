/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/patch.h"
#include "unhunch/choice.h"

static uh_catalogue catalogue;
static uh_person person;
static uh_screening screening;
static uh_day day;

static int begin(void **state)
{
    catalogue = patchable_catalogue();
    person = uh_person_unknown();
    screening = (uh_screening){0};
    day = (uh_day){0};
    return 0;
}

static uh_status choose(uh_context context, uint32_t minutes, uh_choice *ret_choice)
{
    return uh_choose_recipe(&catalogue, &person, &screening, &day, context, minutes, ret_choice);
}

static const uh_routine_recipe *recipe_of(const uh_choice *choice)
{
    return uh_catalogue_recipe(&catalogue, choice->recipe);
}

static void who_says_nothing_gets_about_five_minutes_at_the_desk(void **state)
{
    uh_choice choice;
    assert_int_equal(choose(UH_CONTEXT_ANY, 0, &choice), UH_OK);
    assert_int_equal(recipe_of(&choice)->context, UH_CONTEXT_DESK);
    assert_in_range(choice.duration_ms, 4 * 60000, 6 * 60000);
}

static void the_longest_within_the_minutes_is_chosen(void **state)
{
    uint64_t last = 0;
    for (uint32_t minutes = 1; minutes <= 60; minutes++) {
        uh_choice choice;
        const uh_status status = choose(UH_CONTEXT_DESK, minutes, &choice);
        if (status == UH_OK) {
            assert_true(choice.duration_ms <= (uint64_t)minutes * 60000);
            assert_true(choice.duration_ms >= last);
            last = choice.duration_ms;
        } else {
            assert_int_equal(status, UH_ERR_RANGE);
            assert_true(choice.duration_ms > (uint64_t)minutes * 60000);
            assert_int_equal(last, 0);
        }
    }
    assert_true(last > 0);
}

static void what_is_not_there_is_not_chosen(void **state)
{
    uh_choice choice;
    assert_int_equal(choose(UH_CONTEXT_FLOOR, 0, &choice), UH_ERR_EMPTY);
    person.equipment |= 1U << UH_EQUIPMENT_TOWEL;
    assert_int_equal(choose(UH_CONTEXT_FLOOR, 0, &choice), UH_OK);
    assert_int_equal(recipe_of(&choice)->context, UH_CONTEXT_FLOOR);
}

static void a_tour_is_never_chosen(void **state)
{
    person.equipment = (1U << UH_EQUIPMENT_COUNT) - 1;
    person.opt_in = (1U << UH_OPT_IN_COUNT) - 1;
    for (uint32_t context = 0; context < UH_CONTEXT_COUNT; context++) {
        uh_choice choice;
        if (choose((uh_context)context, 60, &choice) == UH_OK) {
            assert_int_equal(recipe_of(&choice)->tour, 0);
        }
    }
}

static void who_must_be_seen_first_is_offered_nothing(void **state)
{
    uh_choice choice;
    screening.limits = 1U << UH_LIMIT_CLINICIAN_FIRST;
    assert_int_equal(choose(UH_CONTEXT_ANY, 0, &choice), UH_ERR_EMPTY);
}

static void the_duration_is_that_of_the_timeline(void **state)
{
    uh_choice choice;
    uh_routine routine;
    assert_int_equal(choose(UH_CONTEXT_ANY, 0, &choice), UH_OK);
    assert_int_equal(
        uh_routine_from_recipe(&catalogue, &person, &(uh_screening){0}, choice.recipe, &routine),
        UH_OK);
    assert_int_equal(choice.duration_ms, uh_timeline_total_ms(&catalogue, &routine));
}

/* How long each routine that is no tour would take whoever has everything; 0: a tour. */
static uint64_t duration_of(uint32_t recipe)
{
    uh_routine routine;
    if (uh_catalogue_recipe(&catalogue, recipe)->tour) {
        return 0;
    }
    assert_int_equal(uh_routine_from_recipe(&catalogue, &person, &screening, recipe, &routine),
                     UH_OK);
    return uh_timeline_total_ms(&catalogue, &routine);
}

/* Every routine there is becomes one for a place where all stretches may be done. */
static void gather_all_routines(uh_context context)
{
    person = well_equipped_person();
    for (uint32_t i = 0; i < uh_catalogue_routine_count(&catalogue); i++) {
        ((uh_routine_recipe *)patch_of(uh_catalogue_recipe(&catalogue, i)))->context = context;
    }
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(&catalogue); i++) {
        const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, i);
        for (uint32_t form = 0; form < exercise->variants.count; form++) {
            uh_variant *variant = patch_of(uh_exercise_variant(&catalogue, exercise, form));
            variant->contexts = (1U << UH_CONTEXT_COUNT) - 1;
        }
    }
}

static uint64_t away_from_usual(uint64_t ms)
{
    return ms > UH_CHOICE_USUAL_MS ? ms - UH_CHOICE_USUAL_MS : UH_CHOICE_USUAL_MS - ms;
}

static void without_minutes_the_nearest_to_five_is_chosen_from_above_or_below(void **state)
{
    gather_all_routines(UH_CONTEXT_FLOOR);
    uh_choice choice;
    assert_int_equal(choose(UH_CONTEXT_FLOOR, 0, &choice), UH_OK);
    bool some_longer = false;
    for (uint32_t i = 0; i < uh_catalogue_routine_count(&catalogue); i++) {
        const uint64_t ms = duration_of(i);
        if (ms > 0) {
            assert_true(away_from_usual(choice.duration_ms) <= away_from_usual(ms));
            some_longer = some_longer || ms > UH_CHOICE_USUAL_MS;
        }
    }
    assert_true(some_longer);
}

static void where_all_take_longer_the_shortest_is_shown(void **state)
{
    gather_all_routines(UH_CONTEXT_FLOOR);
    uint64_t shortest = UINT64_MAX;
    for (uint32_t i = uh_catalogue_routine_count(&catalogue); i > 0; i--) {
        const uint64_t ms = duration_of(i - 1);
        shortest = ms > 0 && ms < shortest ? ms : shortest;
    }
    assert_true(shortest > 60000);
    uh_choice choice;
    assert_int_equal(choose(UH_CONTEXT_FLOOR, 1, &choice), UH_ERR_RANGE);
    assert_int_equal(choice.duration_ms, shortest);
}

static void a_routine_whose_stretch_is_unknown_is_passed_over(void **state)
{
    uh_choice before;
    assert_int_equal(choose(UH_CONTEXT_DESK, 0, &before), UH_OK);
    const uh_list lines = recipe_of(&before)->lines;
    uh_routine_line *line = patch_of(uh_catalogue_line(&catalogue, lines, 0));
    line->exercise = recipe_of(&before)->key; /* a name, but of no stretch */
    uh_choice after;
    assert_int_equal(choose(UH_CONTEXT_DESK, 0, &after), UH_OK);
    assert_int_not_equal(after.recipe, before.recipe);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(who_says_nothing_gets_about_five_minutes_at_the_desk, begin),
        cmocka_unit_test_setup(the_longest_within_the_minutes_is_chosen, begin),
        cmocka_unit_test_setup(what_is_not_there_is_not_chosen, begin),
        cmocka_unit_test_setup(a_tour_is_never_chosen, begin),
        cmocka_unit_test_setup(who_must_be_seen_first_is_offered_nothing, begin),
        cmocka_unit_test_setup(the_duration_is_that_of_the_timeline, begin),
        cmocka_unit_test_setup(without_minutes_the_nearest_to_five_is_chosen_from_above_or_below,
                               begin),
        cmocka_unit_test_setup(where_all_take_longer_the_shortest_is_shown, begin),
        cmocka_unit_test_setup(a_routine_whose_stretch_is_unknown_is_passed_over, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
