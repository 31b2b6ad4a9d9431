/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/pasts.h"
#include "unhunch/planner.h"
#include "unhunch/today.h"

static uh_catalogue catalogue;
static uh_today today;

static uh_moment noon(void)
{
    return (uh_moment){{(PAST_TODAY * INT64_C(24) + 12) * 3600000}, 0, {PAST_TODAY}};
}

static int begin(void **state)
{
    (void)state;
    catalogue = builtin_catalogue();
    uh_today_begin(noon(), UH_PLAN_DAYS, &today);
    return 0;
}

static void take(uh_fact fact)
{
    uh_today_take(&today, &catalogue, &fact);
}

static void take_session(const char *id, int32_t days_ago)
{
    take(past_session(id, days_ago));
    take(past_set(&catalogue, id, "chin-tuck", UH_SIDE_BOTH));
}

static uh_fact setting(const char *name, const char *value)
{
    uh_fact fact = {.kind = UH_FACT_SETTING};
    PAST_NAME(fact.is.setting.name, name);
    PAST_NAME(fact.is.setting.value, value);
    return fact;
}

static uh_fact answer(const char *question)
{
    uh_fact fact = {.kind = UH_FACT_ANSWER, .is.answer = {.at = noon(), .yes = true}};
    PAST_NAME(fact.is.answer.question, question);
    return fact;
}

static void nobody_known_is_asked_first(void **state)
{
    (void)state;
    uh_today_end(&today, &catalogue, false);
    assert_int_equal(today.screening.state, UH_SCREENING_NEVER);
    assert_int_equal(today.person.equipment, 1U << UH_EQUIPMENT_CHAIR);
    assert_string_equal(today.last.id, "");
}

static void person_and_limits_follow_from_settings_and_answers(void **state)
{
    (void)state;
    take(setting("profile", "stiff"));
    take(answer("kneeling"));
    uh_today_end(&today, &catalogue, false);
    assert_int_equal(today.person.profile, UH_PROFILE_STIFF);
    assert_true((today.screening.limits & 1U << UH_LIMIT_NO_KNEELING) != 0);
    assert_false((today.screening.limits & 1U << UH_LIMIT_GENTLE) != 0);
}

static void what_could_not_be_read_makes_it_gentle(void **state)
{
    (void)state;
    uh_today_end(&today, &catalogue, true);
    assert_true((today.screening.limits & 1U << UH_LIMIT_GENTLE) != 0);
}

static void only_the_window_counts_as_done(void **state)
{
    (void)state;
    take_session("old", UH_PLAN_DAYS);
    take_session("first", UH_PLAN_DAYS - 1);
    take_session("now", 0);
    take_session("flight", -1);
    take_session("ahead", -2);
    uh_today_end(&today, &catalogue, false);
    assert_int_equal(today.history.sessions, 3);
}

static void what_hurt_long_ago_stays_set_aside(void **state)
{
    (void)state;
    take(past_pain("chin-tuck", UH_SIDE_BOTH, 300));
    take(past_pain("chin-tuck", UH_SIDE_BOTH, 299));
    uh_today_end(&today, &catalogue, false);
    assert_true(uh_history_is_parked(&today.history, &catalogue,
                                     exercise_index(&catalogue, "chin-tuck"), UH_SIDE_BOTH));
}

static void a_demonstration_is_never_the_last_session(void **state)
{
    (void)state;
    take_session("real", 1);
    uh_fact demo = past_session("demo", 0);
    demo.is.session.simulated = true;
    take(demo);
    uh_today_end(&today, &catalogue, false);
    assert_string_equal(today.last.id, "real");
}

static void only_the_pain_of_today_keeps_from_stretching(void **state)
{
    static const struct {
        int32_t days_ago;
        bool is_sore;
    } cases[] = {{1, false}, {0, true}, {-1, true}, {-2, false}};
    (void)state;
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        uh_today_begin(noon(), UH_PLAN_DAYS, &today);
        take(past_rating(cases[i].days_ago, UH_RATING_TOO_MUCH, 0));
        uh_today_end(&today, &catalogue, false);
        assert_int_equal(today.screening.sore_today, cases[i].is_sore);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(nobody_known_is_asked_first, begin),
        cmocka_unit_test_setup(person_and_limits_follow_from_settings_and_answers, begin),
        cmocka_unit_test_setup(what_could_not_be_read_makes_it_gentle, begin),
        cmocka_unit_test_setup(only_the_window_counts_as_done, begin),
        cmocka_unit_test_setup(what_hurt_long_ago_stays_set_aside, begin),
        cmocka_unit_test_setup(a_demonstration_is_never_the_last_session, begin),
        cmocka_unit_test_setup(only_the_pain_of_today_keeps_from_stretching, begin),
    };
    return cmocka_run_group_tests_name("today", tests, NULL, NULL);
}
