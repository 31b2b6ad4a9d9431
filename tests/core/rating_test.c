/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unhunch/rating.h"

static uh_history history;

static int begin(void **state)
{
    uh_history_begin((uh_date){20000}, &history);
    return 0;
}

static void a_session_over_five_minutes_is_rated_before_and_after(void **state)
{
    history.days[0].pain = 2; /* also where the day was rated already */
    assert_true(uh_rating_is_due_before(&history, 300001));
    assert_true(uh_rating_is_due_after(300001));
    assert_false(uh_rating_is_due_before(&history, 300000));
    assert_false(uh_rating_is_due_after(300000));
}

static void a_shorter_session_is_rated_once_a_day(void **state)
{
    assert_true(uh_rating_is_due_before(&history, 120000));
    history.days[0].stiffness = 0;
    assert_false(uh_rating_is_due_before(&history, 120000));
    history.days[0].stiffness = UH_NOT_ASKED;
    history.days[1].pain = 3; /* yesterday's does not count */
    assert_true(uh_rating_is_due_before(&history, 120000));
}

static void a_micro_break_is_never_rated(void **state)
{
    assert_false(uh_rating_is_due_before(&history, 75000));
    assert_true(uh_rating_is_due_before(&history, 75001));
}

static void pain_of_six_or_more_leaves_breaks_and_walking(void **state)
{
    assert_false(uh_rating_is_too_much((uh_rating){5, 10}));
    assert_true(uh_rating_is_too_much((uh_rating){6, UH_NOT_ASKED}));
    assert_false(uh_rating_is_too_much((uh_rating){UH_NOT_ASKED, 9}));
    history.days[0].pain = 7;
    assert_true(uh_rating_is_too_much(uh_rating_of_day(&history)));
}

static void a_rise_is_the_worse_of_the_two_and_needs_both_answers(void **state)
{
    assert_int_equal(uh_rating_rise((uh_rating){2, 3}, (uh_rating){3, 5}), UH_RATING_STOP_RISE);
    assert_int_equal(uh_rating_rise((uh_rating){2, 3}, (uh_rating){3, 1}), UH_RATING_EASE_RISE);
    assert_int_equal(uh_rating_rise((uh_rating){2, UH_NOT_ASKED}, (uh_rating){1, 9}), 0);
    assert_int_equal(uh_rating_rise((uh_rating){2, 2}, (uh_rating){UH_NOT_ASKED, 2}), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_session_over_five_minutes_is_rated_before_and_after, begin),
        cmocka_unit_test_setup(a_shorter_session_is_rated_once_a_day, begin),
        cmocka_unit_test_setup(a_micro_break_is_never_rated, begin),
        cmocka_unit_test_setup(pain_of_six_or_more_leaves_breaks_and_walking, begin),
        cmocka_unit_test_setup(a_rise_is_the_worse_of_the_two_and_needs_both_answers, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
