/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/builtin.h"
#include "unhunch/choice.h"

static uh_catalogue catalogue;
static uh_person person;
static uh_screening screening;
static uh_day day;

static int begin(void **state)
{
    catalogue = builtin_catalogue();
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(who_says_nothing_gets_about_five_minutes_at_the_desk, begin),
        cmocka_unit_test_setup(the_longest_within_the_minutes_is_chosen, begin),
        cmocka_unit_test_setup(what_is_not_there_is_not_chosen, begin),
        cmocka_unit_test_setup(a_tour_is_never_chosen, begin),
        cmocka_unit_test_setup(who_must_be_seen_first_is_offered_nothing, begin),
        cmocka_unit_test_setup(the_duration_is_that_of_the_timeline, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
