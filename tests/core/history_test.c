/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/pasts.h"
#include "unhunch/planner.h"

static uh_catalogue catalogue;
static uh_history history;

static int begin(void **state)
{
    catalogue = builtin_catalogue();
    uh_history_begin((uh_date){PAST_TODAY}, &history);
    return 0;
}

static void take(uh_fact fact)
{
    uh_history_take(&history, &catalogue, &fact);
}

/* Chin tucks, so many days ago; the set may be changed. */
static uh_fact tucks(void)
{
    return past_set(&catalogue, "", "chin-tuck", UH_SIDE_BOTH);
}

static uh_fact turn(uh_side side)
{
    return past_set(&catalogue, "", "seated-cervical-rotation", side);
}

static void done(int32_t days_ago, uh_fact set)
{
    past_take(&history, &catalogue, past_session("s", days_ago), set);
}

static const uh_exercise_past *past_of(const char *key)
{
    return &history.exercises[exercise_index(&catalogue, key)];
}

static uint32_t step_of(const char *key)
{
    uh_history_end(&history);
    return uh_history_step(&history, exercise_index(&catalogue, key));
}

static uh_fact stopped_for_pain(uh_fact set)
{
    set.is.set.end = UH_ENDED_STOPPED;
    set.is.set.reason = UH_REASON_PAIN;
    return set;
}

/* A session in which it hurt, with what a stop leaves: the set and the mark. */
static void hurt(int32_t days_ago, uh_fact set)
{
    done(days_ago, stopped_for_pain(set));
    take(past_pain(set.is.set.exercise, (uh_side)set.is.set.side, days_ago));
}

static bool is_parked(const char *key, uh_side side)
{
    return uh_history_is_parked(&history, &catalogue, exercise_index(&catalogue, key), side);
}

/* -- sessions and days -- */

static void nothing_is_known_at_the_beginning(void **state)
{
    assert_int_equal(history.sessions, 0);
    assert_int_equal(uh_history_away(&history), INT32_MAX);
    assert_int_equal(uh_history_sessions(&history, UH_HISTORY_DAYS), 0);
    assert_int_equal(history.days[0].pain, UH_NOT_ASKED);
    assert_int_equal(history.days[UH_HISTORY_DAYS - 1].stiffness, UH_NOT_ASKED);
    assert_int_equal(step_of("chin-tuck"), 0);
    assert_false(is_parked("chin-tuck", UH_SIDE_BOTH));
}

static void a_session_counts_on_its_day_with_what_was_worked(void **state)
{
    done(3, tucks());
    done(3, turn(UH_SIDE_LEFT));
    done(0, turn(UH_SIDE_RIGHT));
    uh_history_end(&history);
    assert_int_equal(history.sessions, 3);
    assert_int_equal(history.first.days, PAST_TODAY - 3);
    assert_int_equal(history.last.days, PAST_TODAY);
    assert_int_equal(uh_history_away(&history), 0);
    assert_int_equal(history.days[3].sessions, 2);
    assert_int_equal(uh_history_sessions(&history, 3), 1);
    assert_int_equal(uh_history_sessions(&history, 4), 3);
    assert_int_equal(uh_history_days_done(&history, 4), 2);
    assert_int_equal(uh_history_family_ms(&history, UH_FAMILY_NECK, 4), 30000);
    assert_int_equal(uh_history_family_ms(&history, UH_FAMILY_NECK, 3), 10000);
    assert_int_equal(history.days[3].left_ms, 10000);
    assert_int_equal(history.days[0].right_ms, 10000);
    assert_int_equal(past_of("seated-cervical-rotation")->left_ms, 10000);
    assert_int_equal(past_of("seated-cervical-rotation")->right_ms, 10000);
    assert_int_equal(past_of("chin-tuck")->times, 1);
    assert_int_equal(past_of("chin-tuck")->last.days, PAST_TODAY - 3);
    assert_int_equal(history.family_last[UH_FAMILY_NECK].days, PAST_TODAY);
}

static void what_was_done_today_is_there_for_the_gate(void **state)
{
    done(1, tucks());
    done(0, tucks());
    done(0, tucks());
    uh_history_end(&history);
    assert_int_equal(history.done.sessions[exercise_index(&catalogue, "chin-tuck")], 2);
    assert_int_equal(history.done.family_hold_ms[UH_FAMILY_NECK], 20000);
}

static void several_sets_of_one_session_are_one_time(void **state)
{
    take(past_session("s", 0));
    take(past_set(&catalogue, "s", "chin-tuck", UH_SIDE_BOTH));
    take(past_set(&catalogue, "s", "chin-tuck", UH_SIDE_BOTH));
    uh_history_end(&history);
    assert_int_equal(past_of("chin-tuck")->times, 1);
    assert_int_equal(history.done.sessions[exercise_index(&catalogue, "chin-tuck")], 1);
}

static void a_session_in_which_nothing_was_worked_is_none(void **state)
{
    uh_fact skipped = tucks();
    skipped.is.set.actual_hold_ms = 0;
    skipped.is.set.actual_repetitions = 0;
    skipped.is.set.end = UH_ENDED_SKIPPED;
    done(0, skipped);
    take(past_session("empty", 0));
    uh_history_end(&history);
    assert_int_equal(history.sessions, 0);
    assert_int_equal(history.done.sessions[exercise_index(&catalogue, "chin-tuck")], 0);
    assert_int_equal(past_of("chin-tuck")->last.days, UH_NO_DATE.days);
}

static void a_moving_stretch_counts_the_time_that_it_took(void **state)
{
    uh_fact moved = past_set(&catalogue, "", "quadruped-rotation", UH_SIDE_LEFT);
    moved.is.set.planned_hold_ms = moved.is.set.actual_hold_ms = 0;
    done(0, moved);
    uh_history_end(&history);
    assert_int_equal(uh_history_family_ms(&history, UH_FAMILY_ROTATION, 1), 30000);
    assert_int_equal(history.done.family_hold_ms[UH_FAMILY_ROTATION], 0);
}

static void a_set_of_another_session_is_passed_over(void **state)
{
    take(past_set(&catalogue, "before", "chin-tuck", UH_SIDE_BOTH));
    take(past_session("s", 0));
    take(past_set(&catalogue, "other", "chin-tuck", UH_SIDE_BOTH));
    uh_history_end(&history);
    assert_int_equal(history.sessions, 0);
}

static void the_last_session_counts_only_at_the_end(void **state)
{
    done(0, tucks());
    assert_int_equal(history.sessions, 0);
    uh_history_end(&history);
    assert_int_equal(history.sessions, 1);
    uh_history_end(&history);
    assert_int_equal(history.sessions, 1);
}

static void days_far_ahead_and_before_the_ring_are_passed_over(void **state)
{
    uh_fact again = past_mark(UH_MARK_TRY_AGAIN, -2);
    PAST_NAME(again.is.mark.exercise, "chin-tuck");
    done(-2, tucks());
    done(UH_HISTORY_DAYS, tucks());
    take(past_rating(-2, 9, 9));
    take(past_mark(UH_MARK_FLARE, -2));
    take(past_pain("cat-cow", UH_SIDE_BOTH, -2));
    hurt(2, tucks());
    hurt(1, tucks());
    take(again);
    uh_history_end(&history);
    assert_int_equal(history.sessions, 2);
    assert_int_equal(history.days[0].pain, UH_NOT_ASKED);
    assert_false(uh_history_is_marked(&history, 0, UH_MARK_FLARE));
    assert_true(is_parked("chin-tuck", UH_SIDE_BOTH));
    assert_int_equal(past_of("cat-cow")->pains[UH_SIDE_BOTH], 0);
    done(UH_HISTORY_DAYS - 1, tucks());
    uh_history_end(&history);
    assert_int_equal(history.days[UH_HISTORY_DAYS - 1].sessions, 1);
}

static void more_days_than_there_are_is_all_of_them(void **state)
{
    done(UH_HISTORY_DAYS - 1, tucks());
    uh_history_end(&history);
    assert_int_equal(uh_history_sessions(&history, UH_HISTORY_DAYS + 50), 1);
    assert_int_equal(uh_history_days_done(&history, UINT32_MAX), 1);
    assert_false(uh_history_is_marked(&history, UH_HISTORY_DAYS, UH_MARK_REST));
}

static void simulated_sessions_and_what_comes_with_them_are_left_out(void **state)
{
    uh_fact session = past_session("quick", 0);
    uh_fact rating = past_rating(0, 8, 8);
    session.is.session.simulated = true;
    rating.is.rating.moment = UH_RATING_BEFORE;
    PAST_NAME(rating.is.rating.session, "quick");
    past_take(&history, &catalogue, session, stopped_for_pain(tucks()));
    take(rating);
    uh_fact set = tucks();
    set.is.set.simulated = true;
    done(0, set);
    uh_history_end(&history);
    assert_int_equal(history.sessions, 0);
    assert_int_equal(past_of("chin-tuck")->pains[UH_SIDE_BOTH], 0);
    assert_int_equal(history.days[0].pain, UH_NOT_ASKED);
}

static void an_unknown_stretch_counts_for_its_family(void **state)
{
    uh_fact set = past_set(&catalogue, "", "my-own", UH_SIDE_BOTH);
    set.is.set.family = UH_FAMILY_SCAPULAR;
    done(2, set);
    uh_history_end(&history);
    assert_int_equal(history.sessions, 1);
    assert_int_equal(uh_history_family_ms(&history, UH_FAMILY_SCAPULAR, 7), 10000);
    assert_int_equal(history.family_last[UH_FAMILY_SCAPULAR].days, PAST_TODAY - 2);
}

/* -- ratings, breaks, marks -- */

static void the_days_first_rating_stands_and_one_after_a_session_does_not(void **state)
{
    uh_fact after = past_rating(0, 1, 1);
    after.is.rating.moment = UH_RATING_AFTER;
    take(after);
    take(past_rating(0, 4, UH_NOT_ASKED));
    take(past_rating(0, 7, 6));
    assert_int_equal(history.days[0].pain, 4);
    assert_int_equal(history.days[0].stiffness, 6);
}

static void breaks_are_counted_by_day(void **state)
{
    uh_fact pause = {.kind = UH_FACT_BREAK};
    pause.is.pause.began.day = (uh_date){PAST_TODAY - 1};
    take(pause);
    take(pause);
    pause.is.pause.began.day = (uh_date){PAST_TODAY + 2};
    take(pause);
    assert_int_equal(history.days[1].breaks, 2);
    assert_int_equal(history.days[0].breaks, 0);
}

static void kinds_that_say_nothing_change_nothing(void **state)
{
    static const uh_fact_kind kinds[] = {UH_FACT_ENTRY, UH_FACT_COMMAND, UH_FACT_ANSWER,
                                         UH_FACT_SETTING};
    uh_history before = history;
    for (size_t i = 0; i < UH_COUNT(kinds); i++) {
        take((uh_fact){.kind = kinds[i]});
    }
    assert_int_equal(history.sessions, before.sessions);
    assert_int_equal(history.days[0].marks, 0);
}

static void a_mark_stands_at_its_day(void **state)
{
    take(past_mark(UH_MARK_REST, 2));
    take(past_mark(UH_MARK_FLARE, 2));
    assert_true(uh_history_is_marked(&history, 2, UH_MARK_REST));
    assert_true(uh_history_is_marked(&history, 2, UH_MARK_FLARE));
    assert_false(uh_history_is_marked(&history, 1, UH_MARK_REST));
}

/* -- steps of the dose -- */

static void three_good_days_within_a_week_are_too_early(void **state)
{
    done(7, tucks());
    done(4, tucks());
    done(1, tucks());
    assert_int_equal(step_of("chin-tuck"), 0);
    done(0, tucks());
    assert_int_equal(step_of("chin-tuck"), 0);
    assert_int_equal(past_of("chin-tuck")->good_days, 3);
}

static void three_good_days_and_a_week_raise_the_dose(void **state)
{
    done(8, tucks());
    done(3, tucks());
    done(1, tucks());
    assert_int_equal(step_of("chin-tuck"), 1);
}

static void a_day_counts_once_it_is_over(void **state)
{
    done(8, tucks());
    done(3, tucks());
    done(0, tucks());
    assert_int_equal(step_of("chin-tuck"), 0);
    uh_history_move(&history, (uh_date){PAST_TODAY + 1});
    assert_int_equal(step_of("chin-tuck"), 1);
}

static void two_good_days_do_not(void **state)
{
    done(9, tucks());
    done(1, tucks());
    assert_int_equal(step_of("chin-tuck"), 0);
}

static void the_dose_goes_up_a_step_at_a_time_to_the_usual_one(void **state)
{
    for (int32_t days_ago = 40; days_ago >= 0; days_ago--) {
        done(days_ago, tucks());
        uh_history_end(&history);
        const uint32_t step = past_of("chin-tuck")->step;
        assert_int_equal(step, days_ago > 32 ? 0 : days_ago > 25 ? 1 : 2);
    }
}

static void a_day_counts_once_however_often_it_was_done(void **state)
{
    done(10, tucks());
    for (int i = 0; i < 5; i++) {
        done(2, tucks());
    }
    assert_int_equal(step_of("chin-tuck"), 0);
    done(1, tucks());
    assert_int_equal(step_of("chin-tuck"), 1);
}

/* What makes a day no good day. */
static void assert_no_good_day(uh_fact session, uh_fact set)
{
    begin(NULL);
    done(9, tucks());
    done(8, tucks());
    past_take(&history, &catalogue, session, set);
    assert_int_equal(step_of("chin-tuck"), 0);
    done(0, tucks());
    assert_int_equal(step_of("chin-tuck"), 0);
    assert_true(past_of("chin-tuck")->good_days <= 2);
}

static void what_did_not_go_well_is_no_good_day(void **state)
{
    uh_fact session = past_session("s", 1);
    uh_fact set = tucks();
    set.is.set.eased = true;
    assert_no_good_day(session, set);
    static const uh_set_end ends[] = {UH_ENDED_SKIPPED, UH_ENDED_STOPPED, UH_ENDED_EARLY,
                                      UH_ENDED_INTERRUPTED};
    for (size_t i = 0; i < UH_COUNT(ends); i++) {
        set = tucks();
        set.is.set.end = ends[i];
        assert_no_good_day(session, set);
    }
    session.is.session.correction = UH_CORRECTION_PART;
    assert_no_good_day(session, tucks());
    session.is.session.correction = UH_CORRECTION_STOPPED;
    assert_no_good_day(session, tucks());
    session.is.session.correction = UH_CORRECTION_ALL;
    session.is.session.helped = UH_HELPED_WORSE;
    assert_no_good_day(session, tucks());
}

static void a_side_done_again_is_no_fault_and_all_says_that_all_was_done(void **state)
{
    uh_fact session = past_session("s", 1);
    uh_fact back = tucks();
    back.is.set.end = UH_ENDED_BACK;
    session.is.session.correction = UH_CORRECTION_ALL;
    done(9, tucks());
    done(8, tucks());
    past_take(&history, &catalogue, session, back);
    assert_int_equal(step_of("chin-tuck"), 1);
}

static void one_session_that_did_not_go_well_takes_its_day_out(void **state)
{
    uh_fact eased = tucks();
    eased.is.set.eased = true;
    done(19, tucks());
    done(18, tucks());
    done(17, tucks());
    done(17, eased);
    done(17, tucks());
    done(16, eased);
    done(16, tucks());
    assert_int_equal(step_of("chin-tuck"), 0);
    done(10, tucks());
    assert_int_equal(step_of("chin-tuck"), 1);
}

static void pain_on_the_day_of_a_step_takes_the_step_too(void **state)
{
    for (int32_t days_ago = 20; days_ago > 8; days_ago--) {
        done(days_ago, tucks());
    }
    assert_int_equal(step_of("chin-tuck"), 1);
    done(6, tucks());
    uh_fact at_once = tucks();
    at_once.is.set.actual_hold_ms = at_once.is.set.actual_repetitions = 0;
    hurt(6, at_once);
    assert_int_equal(step_of("chin-tuck"), 0);
}

static void a_flare_day_is_no_good_day_and_takes_the_start_dose(void **state)
{
    done(9, tucks());
    done(8, tucks());
    take(past_mark(UH_MARK_FLARE, 3));
    done(3, tucks());
    assert_int_equal(step_of("chin-tuck"), 0);
    done(1, tucks());
    assert_int_equal(step_of("chin-tuck"), 1);
    take(past_mark(UH_MARK_FLARE, 0));
    assert_int_equal(step_of("chin-tuck"), 0);
    uh_history_move(&history, (uh_date){PAST_TODAY + 1});
    assert_int_equal(step_of("chin-tuck"), 1);
}

static void pain_takes_a_step_back_and_stays_there_for_two_weeks(void **state)
{
    for (int32_t days_ago = 60; days_ago > 40; days_ago--) {
        done(days_ago, tucks());
    }
    hurt(40, tucks());
    uh_history_end(&history);
    assert_int_equal(past_of("chin-tuck")->step, 1);
    for (int32_t days_ago = 39; days_ago >= 24; days_ago--) {
        done(days_ago, tucks());
        uh_history_end(&history);
        assert_int_equal(past_of("chin-tuck")->step, 1);
    }
    done(23, tucks());
    uh_history_end(&history);
    assert_int_equal(past_of("chin-tuck")->step, 2);
}

static void pain_at_the_start_dose_stays_at_the_start_dose(void **state)
{
    hurt(1, tucks());
    assert_int_equal(step_of("chin-tuck"), 0);
    assert_int_equal(past_of("chin-tuck")->pain_last.days, PAST_TODAY - 1);
}

static void another_reason_to_stop_is_no_pain(void **state)
{
    uh_fact other = tucks();
    other.is.set.end = UH_ENDED_STOPPED;
    other.is.set.reason = UH_REASON_OTHER;
    done(2, other);
    uh_fact skipped = tucks();
    skipped.is.set.end = UH_ENDED_SKIPPED;
    skipped.is.set.reason = UH_REASON_UNCOMFORTABLE;
    done(1, skipped);
    uh_history_end(&history);
    assert_int_equal(past_of("chin-tuck")->pains[UH_SIDE_BOTH], 0);
}

static void after_two_weeks_away_it_begins_at_the_start_dose_again(void **state)
{
    for (int32_t days_ago = 40; days_ago >= 14; days_ago--) {
        done(days_ago, tucks());
    }
    assert_int_equal(step_of("chin-tuck"), 0);
    assert_int_equal(past_of("chin-tuck")->step, 2);
    assert_int_equal(uh_history_away(&history), 14);
    done(0, tucks());
    assert_int_equal(step_of("chin-tuck"), 0);
    assert_int_equal(past_of("chin-tuck")->step, 0);
    assert_int_equal(past_of("chin-tuck")->step_since.days, PAST_TODAY);
}

static void thirteen_days_away_change_nothing(void **state)
{
    for (int32_t days_ago = 40; days_ago >= 13; days_ago--) {
        done(days_ago, tucks());
    }
    assert_int_equal(step_of("chin-tuck"), 2);
}

/* -- parking -- */

static void pain_twice_parks_a_stretch_on_its_side(void **state)
{
    hurt(5, turn(UH_SIDE_LEFT));
    assert_false(is_parked("seated-cervical-rotation", UH_SIDE_LEFT));
    done(3, turn(UH_SIDE_LEFT));
    hurt(2, turn(UH_SIDE_LEFT));
    assert_true(is_parked("seated-cervical-rotation", UH_SIDE_LEFT));
    assert_false(is_parked("seated-cervical-rotation", UH_SIDE_RIGHT));
    assert_false(is_parked("seated-cervical-rotation", UH_SIDE_BOTH));
    assert_false(is_parked("chin-tuck", UH_SIDE_BOTH));
    hurt(1, turn(UH_SIDE_RIGHT));
    hurt(0, turn(UH_SIDE_RIGHT));
    assert_true(is_parked("seated-cervical-rotation", UH_SIDE_BOTH));
}

static void a_stretch_without_sides_is_parked_as_a_whole(void **state)
{
    hurt(5, tucks());
    hurt(2, tucks());
    assert_true(is_parked("chin-tuck", UH_SIDE_BOTH));
}

static void pain_before_anything_was_worked_counts_too(void **state)
{
    uh_fact at_once = tucks();
    at_once.is.set.actual_hold_ms = at_once.is.set.actual_repetitions = 0;
    hurt(5, at_once);
    hurt(2, at_once);
    assert_true(is_parked("chin-tuck", UH_SIDE_BOTH));
}

static void a_wish_to_try_again_lifts_it_for_its_side(void **state)
{
    for (int i = 0; i < 2; i++) {
        hurt(3, turn(UH_SIDE_LEFT));
        hurt(3, turn(UH_SIDE_RIGHT));
    }
    uh_fact again = past_mark(UH_MARK_TRY_AGAIN, 1);
    PAST_NAME(again.is.mark.exercise, "seated-cervical-rotation");
    again.is.mark.side = UH_SIDE_LEFT;
    take(again);
    assert_false(is_parked("seated-cervical-rotation", UH_SIDE_LEFT));
    assert_true(is_parked("seated-cervical-rotation", UH_SIDE_RIGHT));
    again.is.mark.side = UH_SIDE_BOTH;
    take(again);
    assert_false(is_parked("seated-cervical-rotation", UH_SIDE_RIGHT));
    PAST_NAME(again.is.mark.exercise, "no-such-stretch");
    take(again);
}

static void what_is_set_aside_stays_so_however_long_ago_it_was(void **state)
{
    take(past_pain("chin-tuck", UH_SIDE_BOTH, 3 * UH_HISTORY_DAYS));
    take(past_pain("chin-tuck", UH_SIDE_BOTH, UH_HISTORY_DAYS));
    assert_true(is_parked("chin-tuck", UH_SIDE_BOTH));
    for (uint32_t day = 0; day < UH_HISTORY_DAYS; day++) {
        assert_int_equal(history.days[day].marks, 0);
    }
    assert_int_equal(history.since.days, UH_NO_DATE.days);
}

static void a_stop_that_was_taken_back_parks_nothing(void **state)
{
    done(5, stopped_for_pain(tucks()));
    done(2, stopped_for_pain(tucks()));
    uh_history_end(&history);
    assert_false(is_parked("chin-tuck", UH_SIDE_BOTH));
    assert_int_equal(past_of("chin-tuck")->pain_last.days, UH_NO_DATE.days);
}

static bool rests(const char *key)
{
    uh_history_end(&history);
    return uh_day_has(history.done.rests, exercise_index(&catalogue, key));
}

static bool is_returning(const char *key)
{
    uh_history_end(&history);
    return uh_history_is_returning(&history, exercise_index(&catalogue, key));
}

/* 30 days that went well, up to ten days ago. */
static void reach_the_usual_dose(const char *key)
{
    for (int32_t day = 40; day >= 10; day--) {
        done(day, past_set(&catalogue, "s", key, UH_SIDE_BOTH));
    }
}

static void what_was_stopped_today_rests_until_tomorrow(void **state)
{
    (void)state;
    hurt(0, past_set(&catalogue, "s", "chin-tuck", UH_SIDE_BOTH));
    assert_true(rests("chin-tuck"));
    assert_false(rests("cat-cow"));
    const uint32_t chin_tuck = exercise_index(&catalogue, "chin-tuck");
    uh_phrase why;
    assert_true(uh_day_rests(&catalogue, &history.done, chin_tuck, &why));
    assert_int_equal(why.message, UH_MSG_PLAN_OUT_RESTS);
    uh_history_move(&history, uh_date_add(history.today, 1));
    assert_false(rests("chin-tuck"));
    assert_false(uh_day_rests(&catalogue, &history.done, chin_tuck, &why));
    assert_true(is_returning("chin-tuck"));
    assert_true(uh_day_has(history.done.returns, chin_tuck));
}

static void what_hurt_is_eased_until_it_went_well_on_a_later_day(void **state)
{
    (void)state;
    reach_the_usual_dose("chin-tuck");
    hurt(9, past_set(&catalogue, "s", "chin-tuck", UH_SIDE_BOTH));
    assert_int_equal(step_of("chin-tuck"), 0);
    uh_fact eased = past_set(&catalogue, "s", "chin-tuck", UH_SIDE_BOTH);
    eased.is.set.eased = true;
    done(7, eased);
    assert_true(is_returning("chin-tuck"));
    done(5, past_set(&catalogue, "s", "chin-tuck", UH_SIDE_BOTH));
    assert_false(is_returning("chin-tuck"));
    assert_int_equal(step_of("chin-tuck"), 1);
}

static void after_dizziness_a_stretch_begins_at_its_start_dose(void **state)
{
    (void)state;
    reach_the_usual_dose("chin-tuck");
    uh_fact mark = past_pain("chin-tuck", UH_SIDE_BOTH, 9);
    mark.is.mark.reason = UH_REASON_DIZZY;
    take(mark);
    assert_true(is_returning("chin-tuck"));
    assert_int_equal(past_of("chin-tuck")->return_reason, UH_REASON_DIZZY);
    assert_false(is_parked("chin-tuck", UH_SIDE_BOTH));
    done(5, past_set(&catalogue, "s", "chin-tuck", UH_SIDE_BOTH));
    assert_int_equal(step_of("chin-tuck"), 0);
}

/* A session of one set each of these, which felt so afterwards. */
static void felt(uh_helped helped, int32_t days_ago, const char *one, const char *other)
{
    uh_fact session = past_session("s", days_ago);
    session.is.session.helped = helped;
    past_take(&history, &catalogue, session, past_set(&catalogue, "s", one, UH_SIDE_BOTH));
    take(past_set(&catalogue, "s", other, UH_SIDE_BOTH));
}

static uh_message why_rests(const char *key)
{
    uh_phrase why;
    uh_history_end(&history);
    const uint32_t exercise = exercise_index(&catalogue, key);
    return uh_day_rests(&catalogue, &history.done, exercise, &why) ? why.message : UH_MESSAGE_COUNT;
}

static void all_of_a_session_that_felt_worse_rests_until_tomorrow(void **state)
{
    (void)state;
    felt(UH_HELPED_WORSE, 0, "chin-tuck", "chest-expansion");
    assert_int_equal(why_rests("chin-tuck"), UH_MSG_RESTS_WORSE);
    assert_int_equal(why_rests("chest-expansion"), UH_MSG_RESTS_WORSE);
    assert_int_equal(why_rests("backward-shoulder-rolls"), UH_MSG_RESTS_WORSE); /* its twin */
    assert_false(rests("cat-cow"));
    const uint32_t tuck = exercise_index(&catalogue, "chin-tuck");
    assert_int_equal(uh_return_phrase(&catalogue, &history, tuck).message, UH_MSG_RETURN_WORSE);
    uh_history_move(&history, uh_date_add(history.today, 1));
    assert_false(rests("chin-tuck"));
    assert_true(is_returning("chin-tuck"));
    assert_true(is_returning("backward-shoulder-rolls"));
    assert_false(is_returning("cat-cow"));
}

static void what_felt_worse_is_eased_until_it_went_well_on_a_later_day(void **state)
{
    (void)state;
    reach_the_usual_dose("chin-tuck");
    felt(UH_HELPED_WORSE, 3, "chin-tuck", "cat-cow");
    done(3, tucks());
    assert_true(is_returning("chin-tuck"));
    assert_int_equal(step_of("chin-tuck"), 0);
    felt(UH_HELPED_SAME, 2, "chin-tuck", "prone-w");
    assert_false(is_returning("chin-tuck"));
    assert_true(is_returning("cat-cow"));
    assert_int_equal(step_of("chin-tuck"), 2); /* no pain: what was reached stays */
    assert_int_equal(past_of("chin-tuck")->pain_last.days, UH_NO_DATE.days);
    assert_false(is_parked("chin-tuck", UH_SIDE_BOTH));
}

static void what_was_not_worse_after_all_rests_no_longer(void **state)
{
    (void)state;
    felt(UH_HELPED_BETTER, 0, "chin-tuck", "cat-cow"); /* the same facts, edited */
    assert_false(rests("chin-tuck"));
    assert_false(is_returning("chin-tuck"));
}

static void what_was_stopped_in_a_session_that_felt_worse_was_stopped(void **state)
{
    (void)state;
    felt(UH_HELPED_WORSE, 0, "chin-tuck", "cat-cow");
    take(past_pain("chin-tuck", UH_SIDE_BOTH, 0));
    assert_int_equal(why_rests("chin-tuck"), UH_MSG_PLAN_OUT_RESTS);
    assert_int_equal(why_rests("cat-cow"), UH_MSG_RESTS_WORSE);
    const uint32_t tuck = exercise_index(&catalogue, "chin-tuck");
    assert_int_equal(uh_return_phrase(&catalogue, &history, tuck).message, UH_MSG_RETURN_PAIN);
}

static void what_is_wanted_back_begins_at_its_start_dose(void **state)
{
    (void)state;
    reach_the_usual_dose("chin-tuck");
    uh_fact again = past_mark(UH_MARK_TRY_AGAIN, 9);
    PAST_NAME(again.is.mark.exercise, "chin-tuck");
    take(again);
    assert_true(is_returning("chin-tuck"));
    done(8, past_set(&catalogue, "s", "chin-tuck", UH_SIDE_BOTH));
    assert_false(is_returning("chin-tuck"));
    assert_int_equal(step_of("chin-tuck"), 0);
}

static void what_one_name_of_a_movement_did_counts_for_the_other(void **state)
{
    (void)state;
    hurt(5, past_set(&catalogue, "s", "chest-expansion", UH_SIDE_BOTH));
    assert_false(is_parked("backward-shoulder-rolls", UH_SIDE_BOTH));
    assert_true(is_returning("backward-shoulder-rolls"));
    hurt(0, past_set(&catalogue, "s", "backward-shoulder-rolls", UH_SIDE_BOTH));
    assert_true(rests("chest-expansion"));
    assert_true(is_parked("chest-expansion", UH_SIDE_BOTH));
    assert_true(is_parked("backward-shoulder-rolls", UH_SIDE_BOTH));
    assert_true(past_of("chest-expansion")->by_twin);
    assert_false(past_of("backward-shoulder-rolls")->by_twin);
}

static void who_broke_off_the_first_session_has_not_had_it_until_the_day_is_over(void **state)
{
    (void)state;
    uh_fact session = past_session("one", 0);
    session.is.session.end = UH_ENDING_INTERRUPTED;
    past_take(&history, &catalogue, session, tucks());
    uh_history_end(&history);
    assert_int_equal(history.sessions, 1);
    assert_true(uh_history_is_new(&history));
    uh_history tomorrow = history;
    uh_history_move(&tomorrow, uh_date_add(history.today, 1));
    assert_false(uh_history_is_new(&tomorrow));
    past_take(&history, &catalogue, past_session("two", 0), tucks());
    uh_history_end(&history);
    assert_false(uh_history_is_new(&history)); /* this one was done to its end */
}

static void who_comes_back_was_away_and_is_not_new(void **state)
{
    (void)state;
    assert_true(uh_history_is_new(&history));
    assert_false(uh_history_was_away(&history)); /* a first session that has just begun */
    uh_history_know_before(&history, uh_date_add(history.today, -365));
    assert_false(uh_history_is_new(&history));
    assert_true(uh_history_was_away(&history));
    done(14, past_set(&catalogue, "s", "chin-tuck", UH_SIDE_BOTH));
    uh_history_end(&history);
    assert_true(uh_history_was_away(&history));
    done(13, past_set(&catalogue, "s", "chin-tuck", UH_SIDE_BOTH));
    uh_history_end(&history);
    assert_false(uh_history_was_away(&history));
}

static void twins_are_each_others_and_most_have_none(void **state)
{
    (void)state;
    const uint32_t count = uh_catalogue_exercise_count(&catalogue);
    uint32_t with = 0;
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t twin = uh_exercise_twin(&catalogue, i);
        with += twin != UINT32_MAX;
        assert_true(twin == UINT32_MAX || uh_exercise_twin(&catalogue, twin) == i);
    }
    assert_int_equal(with, 2);
}

static void pain_on_a_side_that_nobody_knows_is_pain_on_either(void **state)
{
    take(past_pain("seated-cervical-rotation", UH_SIDE_BOTH, 3));
    take(past_pain("seated-cervical-rotation", UH_SIDE_LEFT, 2));
    assert_true(is_parked("seated-cervical-rotation", UH_SIDE_LEFT));
    assert_false(is_parked("seated-cervical-rotation", UH_SIDE_RIGHT));
}

static void what_is_set_aside_is_there_for_the_gate_today_and_tomorrow(void **state)
{
    const uint32_t turns = exercise_index(&catalogue, "seated-cervical-rotation");
    hurt(3, turn(UH_SIDE_LEFT));
    hurt(2, turn(UH_SIDE_LEFT));
    uh_history_end(&history);
    for (int32_t day = 0; day < 2; day++) {
        uh_history_move(&history, (uh_date){PAST_TODAY + day});
        assert_true(uh_day_parks(&catalogue, &history.done, turns, UH_SIDE_LEFT));
        assert_false(uh_day_parks(&catalogue, &history.done, turns, UH_SIDE_RIGHT));
    }
}

static void a_flare_is_there_for_the_day_that_it_is_on(void **state)
{
    take(past_mark(UH_MARK_FLARE, 1));
    assert_false(history.done.flare);
    take(past_mark(UH_MARK_FLARE, 0));
    assert_true(history.done.flare);
    uh_history_move(&history, (uh_date){PAST_TODAY + 1});
    assert_false(history.done.flare);
}

/* After a flight to the west. */
static void what_was_done_a_day_ahead_was_done_today(void **state)
{
    done(-1, tucks());
    take(past_rating(-1, 7, 3));
    take(past_mark(UH_MARK_FLARE, -1));
    take(past_pain("chin-tuck", UH_SIDE_BOTH, -1));
    uh_history_end(&history);
    assert_int_equal(history.done.sessions[exercise_index(&catalogue, "chin-tuck")], 1);
    assert_int_equal(history.done.family_hold_ms[UH_FAMILY_NECK], 10000);
    assert_int_equal(history.days[0].pain, 7);
    assert_true(history.done.flare);
    assert_int_equal(past_of("chin-tuck")->pain_last.days, PAST_TODAY);
    assert_int_equal(history.last.days, PAST_TODAY);
}

static void a_rest_day_that_is_named_ahead_is_not_today(void **state)
{
    take(past_mark(UH_MARK_REST, -1));
    assert_false(uh_history_is_marked(&history, 0, UH_MARK_REST));
}

/* -- relief -- */

static uh_fact helped_session(const char *id, uh_helped helped)
{
    uh_fact session = past_session(id, 1);
    session.is.session.helped = helped;
    return session;
}

/* A session of the first `count` of these stretches. */
static void relief_of(uh_helped helped, uint32_t count)
{
    static const char *const keys[] = {"chin-tuck", "chest-expansion", "prone-w", "my-own",
                                       "my-other"};
    take(helped_session("r", helped));
    for (uint32_t i = 0; i < count; i++) {
        uh_fact set = past_set(&catalogue, "r", keys[i], UH_SIDE_BOTH);
        set.is.set.entry = i;
        take(set);
    }
    uh_history_end(&history);
}

static void relief_is_told_of_short_sessions_only(void **state)
{
    relief_of(UH_HELPED_BETTER, 1);
    relief_of(UH_HELPED_SAME, 2);
    relief_of(UH_HELPED_WORSE, 1);
    relief_of(UH_HELPED_NOT_ASKED, 1);
    relief_of(UH_HELPED_BETTER, 3);
    assert_int_equal(history.relief_asked, 3);
    assert_int_equal(history.relief, 1);
    assert_int_equal(past_of("chin-tuck")->relief_asked, 3);
    assert_int_equal(past_of("chin-tuck")->relief, 1);
    assert_int_equal(past_of("chest-expansion")->relief_asked, 1);
    assert_int_equal(past_of("chest-expansion")->relief, 0);
    assert_int_equal(past_of("prone-w")->relief_asked, 0);
}

static void unknown_stretches_make_a_session_longer_each(void **state)
{
    take(helped_session("r", UH_HELPED_BETTER));
    take(past_set(&catalogue, "r", "chin-tuck", UH_SIDE_BOTH));
    for (uint32_t i = 1; i < 3; i++) {
        uh_fact set = past_set(&catalogue, "r", i == 1 ? "my-own" : "my-other", UH_SIDE_BOTH);
        set.is.set.entry = i;
        take(set);
        take(set); /* its second side */
    }
    uh_history_end(&history);
    assert_int_equal(history.relief_asked, 0);

    take(helped_session("r", UH_HELPED_BETTER));
    take(past_set(&catalogue, "r", "chin-tuck", UH_SIDE_BOTH));
    uh_fact skipped = past_set(&catalogue, "r", "my-own", UH_SIDE_BOTH);
    skipped.is.set.actual_hold_ms = skipped.is.set.actual_repetitions = 0;
    take(skipped);
    uh_history_end(&history);
    assert_int_equal(history.relief_asked, 1);
}

/* -- a look ahead -- */

static void a_later_today_moves_what_was(void **state)
{
    done(1, turn(UH_SIDE_LEFT));
    done(0, tucks());
    take(past_rating(0, 6, 5));
    uh_history_end(&history);
    uh_history_move(&history, (uh_date){PAST_TODAY});
    assert_int_equal(history.days[0].sessions, 1);
    assert_int_equal(history.done.sessions[exercise_index(&catalogue, "chin-tuck")], 1);
    uh_history_move(&history, (uh_date){PAST_TODAY + 2});
    assert_int_equal(history.days[0].sessions, 0);
    assert_int_equal(history.days[0].pain, UH_NOT_ASKED);
    assert_int_equal(history.days[2].sessions, 1);
    assert_int_equal(history.days[2].pain, 6);
    assert_int_equal(history.days[3].sessions, 1);
    assert_int_equal(history.done.sessions[exercise_index(&catalogue, "chin-tuck")], 0);
    assert_int_equal(history.done.family_hold_ms[UH_FAMILY_NECK], 0);
    assert_int_equal(uh_history_away(&history), 2);
    uh_history_move(&history, (uh_date){PAST_TODAY + 1000});
    assert_int_equal(uh_history_sessions(&history, UH_HISTORY_DAYS), 0);
    assert_int_equal(history.days[UH_HISTORY_DAYS - 1].pain, UH_NOT_ASKED);
    assert_int_equal(history.sessions, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(nothing_is_known_at_the_beginning, begin),
        cmocka_unit_test_setup(a_session_counts_on_its_day_with_what_was_worked, begin),
        cmocka_unit_test_setup(what_was_done_today_is_there_for_the_gate, begin),
        cmocka_unit_test_setup(several_sets_of_one_session_are_one_time, begin),
        cmocka_unit_test_setup(a_session_in_which_nothing_was_worked_is_none, begin),
        cmocka_unit_test_setup(a_moving_stretch_counts_the_time_that_it_took, begin),
        cmocka_unit_test_setup(a_set_of_another_session_is_passed_over, begin),
        cmocka_unit_test_setup(the_last_session_counts_only_at_the_end, begin),
        cmocka_unit_test_setup(days_far_ahead_and_before_the_ring_are_passed_over, begin),
        cmocka_unit_test_setup(more_days_than_there_are_is_all_of_them, begin),
        cmocka_unit_test_setup(simulated_sessions_and_what_comes_with_them_are_left_out, begin),
        cmocka_unit_test_setup(an_unknown_stretch_counts_for_its_family, begin),
        cmocka_unit_test_setup(the_days_first_rating_stands_and_one_after_a_session_does_not,
                               begin),
        cmocka_unit_test_setup(breaks_are_counted_by_day, begin),
        cmocka_unit_test_setup(kinds_that_say_nothing_change_nothing, begin),
        cmocka_unit_test_setup(a_mark_stands_at_its_day, begin),
        cmocka_unit_test_setup(three_good_days_within_a_week_are_too_early, begin),
        cmocka_unit_test_setup(three_good_days_and_a_week_raise_the_dose, begin),
        cmocka_unit_test_setup(a_day_counts_once_it_is_over, begin),
        cmocka_unit_test_setup(two_good_days_do_not, begin),
        cmocka_unit_test_setup(the_dose_goes_up_a_step_at_a_time_to_the_usual_one, begin),
        cmocka_unit_test_setup(a_day_counts_once_however_often_it_was_done, begin),
        cmocka_unit_test_setup(what_did_not_go_well_is_no_good_day, begin),
        cmocka_unit_test_setup(a_side_done_again_is_no_fault_and_all_says_that_all_was_done, begin),
        cmocka_unit_test_setup(one_session_that_did_not_go_well_takes_its_day_out, begin),
        cmocka_unit_test_setup(pain_on_the_day_of_a_step_takes_the_step_too, begin),
        cmocka_unit_test_setup(a_flare_day_is_no_good_day_and_takes_the_start_dose, begin),
        cmocka_unit_test_setup(pain_takes_a_step_back_and_stays_there_for_two_weeks, begin),
        cmocka_unit_test_setup(pain_at_the_start_dose_stays_at_the_start_dose, begin),
        cmocka_unit_test_setup(another_reason_to_stop_is_no_pain, begin),
        cmocka_unit_test_setup(after_two_weeks_away_it_begins_at_the_start_dose_again, begin),
        cmocka_unit_test_setup(thirteen_days_away_change_nothing, begin),
        cmocka_unit_test_setup(pain_twice_parks_a_stretch_on_its_side, begin),
        cmocka_unit_test_setup(a_stretch_without_sides_is_parked_as_a_whole, begin),
        cmocka_unit_test_setup(what_was_stopped_today_rests_until_tomorrow, begin),
        cmocka_unit_test_setup(what_hurt_is_eased_until_it_went_well_on_a_later_day, begin),
        cmocka_unit_test_setup(after_dizziness_a_stretch_begins_at_its_start_dose, begin),
        cmocka_unit_test_setup(what_is_wanted_back_begins_at_its_start_dose, begin),
        cmocka_unit_test_setup(all_of_a_session_that_felt_worse_rests_until_tomorrow, begin),
        cmocka_unit_test_setup(what_felt_worse_is_eased_until_it_went_well_on_a_later_day, begin),
        cmocka_unit_test_setup(what_was_not_worse_after_all_rests_no_longer, begin),
        cmocka_unit_test_setup(what_was_stopped_in_a_session_that_felt_worse_was_stopped, begin),
        cmocka_unit_test_setup(what_one_name_of_a_movement_did_counts_for_the_other, begin),
        cmocka_unit_test_setup(who_broke_off_the_first_session_has_not_had_it_until_the_day_is_over,
                               begin),
        cmocka_unit_test_setup(who_comes_back_was_away_and_is_not_new, begin),
        cmocka_unit_test_setup(twins_are_each_others_and_most_have_none, begin),
        cmocka_unit_test_setup(what_is_set_aside_stays_so_however_long_ago_it_was, begin),
        cmocka_unit_test_setup(a_stop_that_was_taken_back_parks_nothing, begin),
        cmocka_unit_test_setup(pain_on_a_side_that_nobody_knows_is_pain_on_either, begin),
        cmocka_unit_test_setup(what_is_set_aside_is_there_for_the_gate_today_and_tomorrow, begin),
        cmocka_unit_test_setup(a_flare_is_there_for_the_day_that_it_is_on, begin),
        cmocka_unit_test_setup(what_was_done_a_day_ahead_was_done_today, begin),
        cmocka_unit_test_setup(a_rest_day_that_is_named_ahead_is_not_today, begin),
        cmocka_unit_test_setup(pain_before_anything_was_worked_counts_too, begin),
        cmocka_unit_test_setup(a_wish_to_try_again_lifts_it_for_its_side, begin),
        cmocka_unit_test_setup(relief_is_told_of_short_sessions_only, begin),
        cmocka_unit_test_setup(unknown_stretches_make_a_session_longer_each, begin),
        cmocka_unit_test_setup(a_later_today_moves_what_was, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
