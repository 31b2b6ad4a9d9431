/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/pasts.h"
#include "unhunch/glance.h"

static uh_catalogue catalogue;
static uh_history history;
static uh_screening screening;
static uint32_t goal;
static bool goes_on;

static int begin(void **state)
{
    (void)state;
    catalogue = builtin_catalogue();
    uh_history_begin((uh_date){PAST_TODAY}, &history);
    screening = (uh_screening){0};
    goal = 3;
    goes_on = false;
    return 0;
}

static void take(uh_fact fact)
{
    uh_history_take(&history, &catalogue, &fact);
}

static void done(int32_t days_ago)
{
    past_take(&history, &catalogue, past_session("s", days_ago),
              past_set(&catalogue, "", "chin-tuck", UH_SIDE_BOTH));
}

static uh_progress look(void)
{
    uh_progress progress;
    uh_history_end(&history);
    uh_progress_look(&history, UH_PROGRESS_DAYS, goal, &progress);
    return progress;
}

static uh_message message(void)
{
    const uh_progress progress = look();
    return uh_glance_message(&screening, &history, &progress, goes_on);
}

static void the_gravest_comes_first(void **state)
{
    (void)state;
    done(0);
    take(past_mark(UH_MARK_FLARE, 0));
    screening.sore_today = true;
    screening.limits = 1U << UH_LIMIT_CLINICIAN_FIRST | 1U << UH_LIMIT_EMERGENCY;
    assert_int_equal(message(), UH_MSG_OBJECTION_EMERGENCY);
    screening.limits = 1U << UH_LIMIT_CLINICIAN_FIRST;
    assert_int_equal(message(), UH_MSG_OBJECTION_CLINICIAN_FIRST);
    screening.limits = 0;
    assert_int_equal(message(), UH_MSG_GLANCE_TOO_MUCH);
    screening.sore_today = false;
    assert_int_equal(message(), UH_MSG_GLANCE_FLARE);
}

static void what_was_done_today_is_said_before_what_would_fit(void **state)
{
    (void)state;
    take(past_mark(UH_MARK_REST, 0));
    assert_int_equal(message(), UH_MSG_GLANCE_REST);
    done(0);
    assert_int_equal(message(), UH_MSG_GLANCE_STRETCHED);
}

static void nothing_is_enough_while_a_session_waits(void **state)
{
    (void)state;
    goes_on = true;
    assert_int_equal(message(), UH_MSG_GLANCE_OPEN); /* nothing of it was done yet */
    done(0);
    assert_int_equal(message(), UH_MSG_GLANCE_OPEN);
    take(past_mark(UH_MARK_FLARE, 0));
    assert_int_equal(message(), UH_MSG_GLANCE_FLARE);
    goes_on = false;
    screening.sore_today = true;
    assert_int_equal(message(), UH_MSG_GLANCE_TOO_MUCH);
}

static void what_would_fit_follows_from_the_aim(void **state)
{
    (void)state;
    done(3);
    assert_int_equal(message(), UH_MSG_GLANCE_DUE);
    goal = 0;
    assert_int_equal(message(), UH_MSG_GLANCE_NEEDED);
    goal = 1;
    assert_int_equal(message(), UH_MSG_GLANCE_NOT_DUE);
}

static void who_was_away_is_welcome(void **state)
{
    (void)state;
    done(UH_RESTART_DAYS + 20);
    assert_int_equal(message(), UH_MSG_GLANCE_AWAY);
}

static void more_than_planned_is_said_as_it_is(void **state)
{
    (void)state;
    done(6);
    done(1);
    uh_progress progress = look();
    assert_int_equal(uh_glance_week_phrase(&progress).message, UH_MSG_GLANCE_WEEK);
    assert_int_equal(progress.week_planned, 2); /* today is not over */
    done(3);
    progress = look();
    assert_int_equal(uh_glance_week_phrase(&progress).message, UH_MSG_GLANCE_WEEK_MORE);
    goal = 0;
    progress = look();
    assert_int_equal(uh_glance_week_phrase(&progress).message, UH_MSG_GLANCE_WEEK_NEEDED);
}

static void only_what_is_graver_keeps_from_stretching(void **state)
{
    const uh_date today = {PAST_TODAY};
    uh_answers answers = uh_answers_none();
    (void)state;
    assert_true(uh_glance_may_stretch(&answers, today));
    uh_fact fact = {.kind = UH_FACT_ANSWER, .is.answer = {.at = {.day = today}, .yes = true}};
    PAST_NAME(fact.is.answer.question, "kneeling");
    uh_answers_take(&answers, &fact);
    assert_true(uh_glance_may_stretch(&answers, today));
    PAST_NAME(fact.is.answer.question, "chest-pain");
    uh_answers_take(&answers, &fact);
    assert_false(uh_glance_may_stretch(&answers, today));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(the_gravest_comes_first, begin),
        cmocka_unit_test_setup(what_was_done_today_is_said_before_what_would_fit, begin),
        cmocka_unit_test_setup(nothing_is_enough_while_a_session_waits, begin),
        cmocka_unit_test_setup(what_would_fit_follows_from_the_aim, begin),
        cmocka_unit_test_setup(who_was_away_is_welcome, begin),
        cmocka_unit_test_setup(more_than_planned_is_said_as_it_is, begin),
        cmocka_unit_test_setup(only_what_is_graver_keeps_from_stretching, begin),
    };
    return cmocka_run_group_tests_name("glance", tests, NULL, NULL);
}
