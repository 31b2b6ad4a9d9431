/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdlib.h>

#include "core/builtin.h"
#include "life.h"
#include "unhunch/progress.h"

static uh_catalogue catalogue;
static uh_history history;
static uh_progress progress;
static uint32_t number; /* of the fact that was made last */

static void begin_anew(void)
{
    uh_history_begin(life_today(), &history);
    number = 0;
}

static int begin(void **state)
{
    catalogue = builtin_catalogue();
    begin_anew();
    return 0;
}

static void take(uh_fact fact)
{
    uh_history_take(&history, &catalogue, &fact);
}

static void look(uint32_t days, uint32_t goal)
{
    uh_history_end(&history);
    uh_progress_look(&history, days, goal, &progress);
}

static void stretch(int32_t days_ago, const char *key, uh_side side, uint32_t hold_ms)
{
    const uh_fact session = life_session(number++, life_moment(days_ago, 0), UH_HELPED_NOT_ASKED);
    take(session);
    take(life_set(&session, 0, &catalogue, key, side, hold_ms));
}

/* One letter a day, the last one is today. */
static void live(const char *days)
{
    const int32_t count = (int32_t)strlen(days);
    for (int32_t i = 0; i < count; i++) {
        const uh_moment at = life_moment(count - 1 - i, 0);
        switch (days[i]) {
        case 's':
        case 'S': /* on a rest day */
            stretch(count - 1 - i, "chin-tuck", UH_SIDE_BOTH, 20000);
            break;
        case 'b':
            take(life_break(number++, at, UH_BREAK_STOOD));
            break;
        case 'a':
            take(life_break(number++, at, UH_BREAK_AWAY));
            break;
        default:
            break;
        }
        if (days[i] == 'r' || days[i] == 'S') {
            take(life_mark(number++, at, UH_MARK_REST));
        }
        if (days[i] == 'f') {
            take(life_mark(number++, at, UH_MARK_FLARE));
        }
    }
}

/* -- days -- */

static void done_of_planned_follows_the_table(void **state)
{
    static const struct {
        const char *days;
        uint32_t goal, known, planned, done, stretched;
    } cases[] = {
        {"", 3, 0, 0, 0, 0},
        {".......", 3, 0, 0, 0, 0},               /* nothing is known before the first day */
        {"s", 3, 1, 0, 1, 1},                     /* the first day owes nothing */
        {"s......", 3, 7, 2, 1, 1},               /* today is not over: six days */
        {"s.....s", 3, 7, 3, 2, 2},               /* now it is done */
        {"s.s.s.s", 3, 7, 3, 4, 4},               /* more than planned is told as it is */
        {"sssssss", 7, 7, 7, 7, 7},               /* a stiff person's week */
        {"ssssss.", 7, 7, 6, 6, 6},               /* the same in the morning */
        {"sbsbsbs", 3, 7, 3, 7, 4},               /* a plain break is a full success */
        {"saaaaaa", 3, 7, 2, 1, 1},               /* lunch is none: nobody took it on purpose */
        {"srrrrrr", 3, 7, 0, 1, 1},               /* six days of rest: one day is left */
        {"s.f.f..", 3, 7, 1, 1, 1},               /* flare days lower the plan, too */
        {"S.....s", 3, 7, 2, 2, 2},               /* done on a rest day is done */
        {"..b....", 3, 5, 1, 1, 0},               /* a break is a beginning */
        {"r.s....", 3, 5, 1, 1, 1},               /* a mark is not */
        {"sssssss", 0, 7, 0, 7, 7},               /* as needed */
        {"s.........s.s", 3, 13, 5, 3, 3},        /* an absence is days like others, and no more */
        {"ssssssssssssss......", 3, 14, 5, 8, 8}, /* only the window counts */
    };
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        begin_anew();
        live(cases[i].days);
        look(14, cases[i].goal);
        assert_int_equal(progress.known, cases[i].known);
        assert_int_equal(progress.planned, cases[i].planned);
        assert_int_equal(progress.done, cases[i].done);
        assert_int_equal(progress.stretched, cases[i].stretched);
        assert_int_equal(uh_progress_is_empty(&progress), cases[i].known == 0);
        const uint32_t whole = progress.week_planned;
        assert_int_equal(progress.week_planned, uh_history_week(&history, cases[i].goal).planned);
        look(7, cases[i].goal);
        assert_int_equal(progress.planned, whole); /* one week, one number */
        assert_int_equal(progress.done, progress.week_done);
    }
}

static void a_day_looks_like_the_strongest_thing_on_it(void **state)
{
    live("f.rabsS");
    look(10, 3);
    static const uh_day_look looks[] = {UH_DAY_STRETCHED, UH_DAY_STRETCHED, UH_DAY_BREAK,
                                        UH_DAY_FREE,      UH_DAY_REST,      UH_DAY_UNKNOWN,
                                        UH_DAY_FLARE,     UH_DAY_UNKNOWN};
    for (size_t i = 0; i < UH_COUNT(looks); i++) {
        assert_int_equal(progress.day[i], looks[i]);
    }
    assert_int_equal(progress.rest, 2);
    assert_int_equal(progress.flare, 1);
    assert_int_equal(progress.breaks, 2);
    assert_int_equal(progress.taken, 1);
    assert_int_equal(progress.sessions, 2);
}

static void today_is_due_while_the_week_is_short_of_its_goal(void **state)
{
    static const struct {
        const char *days;
        uint32_t goal;
        bool is_due;
    } cases[] = {
        {"", 3, true},
        {"s.s....", 3, true},
        {"s.s.s..", 3, false},
        {"......s", 3, false},
        {"......b", 3, false},
        {"s.....r", 3, false},
        {"s.....f", 3, false},
        {".......", 0, false},
        {"ss.....", 7, true},
        {"ssssss.", 7, true},
        {"sssssss", 7, false},
        {"s.s.rr.", 3, false},
        {"s...rr.", 3, true},
        {".....s.", 3, false},
        {".....b.", 3, true},
        {".....s.", 7, true},
        {"s.....s", 7, false},
        {".....s.", 4, true},
        {"ssss.......", 3, true},
    };
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        begin_anew();
        live(cases[i].days);
        look(14, cases[i].goal);
        assert_int_equal(uh_progress_is_due(&progress), cases[i].is_due);
        assert_int_equal(uh_history_week(&history, cases[i].goal).is_due, cases[i].is_due);
    }
}

static void random_days(uint32_t *chance, char days[43])
{
    static const char letters[] = "s.b.r.f.a.s.";
    for (uint32_t i = 0; i < 42; i++) {
        days[i] = letters[life_chance(chance) % (sizeof letters - 1)];
    }
    days[42] = '\0';
}

static void a_rest_day_never_lowers_what_was_done(void **state)
{
    uint32_t chance = 2463534242;
    for (uint32_t round = 0; round < 2000; round++) {
        char days[43];
        random_days(&chance, days);
        begin_anew();
        live(days);
        const uint32_t goal = life_chance(&chance) % 8;
        look(42, goal);
        const uh_progress before = progress;
        const int32_t day = (int32_t)(life_chance(&chance) % 42);
        take(life_mark(number++, life_moment(day, 30),
                       round % 2 == 0 ? UH_MARK_REST : UH_MARK_FLARE));
        look(42, goal);
        assert_int_equal(progress.done, before.done);
        assert_int_equal(progress.stretched, before.stretched);
        assert_int_equal(progress.known, before.known);
        assert_true(progress.planned <= before.planned);
        assert_true(uh_progress_is_due(&before) || !uh_progress_is_due(&progress));
    }
}

static void another_session_never_takes_anything_away(void **state)
{
    uint32_t chance = 88675123;
    for (uint32_t round = 0; round < 2000; round++) {
        char days[43];
        random_days(&chance, days);
        begin_anew();
        live(days);
        look(42, 3);
        const uh_progress before = progress;
        stretch((int32_t)(life_chance(&chance) % before.known), "cat-cow", UH_SIDE_BOTH, 10000);
        look(42, 3);
        const uint32_t more = progress.done - before.done;
        assert_true(progress.done >= before.done && more <= 1);
        assert_true(progress.planned - before.planned <= more);
        assert_int_equal(progress.sessions, before.sessions + 1);
    }
}

static void assert_same(const uh_progress *a, const uh_progress *b)
{
    assert_int_equal(a->known, b->known);
    assert_int_equal(a->planned, b->planned);
    assert_int_equal(a->done, b->done);
    assert_int_equal(a->rest, b->rest);
    assert_int_equal(a->flare, b->flare);
    assert_int_equal(a->breaks, b->breaks);
    assert_int_equal(a->left_ms, b->left_ms);
    assert_int_equal(a->right_ms, b->right_ms);
    assert_memory_equal(a->family_ms, b->family_ms, sizeof a->family_ms);
    assert_memory_equal(a->day, b->day, sizeof a->day);
    assert_int_equal(a->relief_asked, b->relief_asked);
    assert_int_equal(a->relief_better, b->relief_better);
    for (uint32_t i = 0; i < UH_COMPLAINT_COUNT; i++) {
        assert_int_equal(a->courses[i].ratings, b->courses[i].ratings);
        assert_memory_equal(a->courses[i].median, b->courses[i].median,
                            sizeof a->courses[i].median);
    }
}

/* What belongs to a session stays behind it; all else of a day in any order. */
static void the_order_within_a_day_does_not_matter(void **state)
{
    const uh_moment at = life_moment(0, 0);
    const uh_fact one = life_session(1, at, UH_HELPED_BETTER);
    const uh_fact two = life_session(2, life_moment(0, 20), UH_HELPED_SAME);
    const uh_fact facts[][3] = {
        {one, life_set(&one, 0, &catalogue, "doorway-stretch", UH_SIDE_LEFT, 10000),
         life_set(&one, 0, &catalogue, "doorway-stretch", UH_SIDE_RIGHT, 9000)},
        {two, life_set(&two, 0, &catalogue, "cat-cow", UH_SIDE_BOTH, 50000)},
        {life_break(3, at, UH_BREAK_STOOD)},
        {life_mark(4, at, UH_MARK_REST)},
        {life_rating(5, at, 3, 4)},
        {life_break(6, at, UH_BREAK_AWAY)},
    };
    uint32_t order[UH_COUNT(facts)] = {0, 1, 2, 3, 4, 5};
    uint32_t chance = 521288629;
    static uh_progress first;
    for (uint32_t round = 0; round < 200; round++) {
        begin_anew();
        for (uint32_t i = 0; i < UH_COUNT(facts); i++) {
            for (uint32_t k = 0; k < 3 && (k == 0 || facts[order[i]][k].kind == UH_FACT_SET); k++) {
                take(facts[order[i]][k]);
            }
        }
        look(7, 3);
        first = round == 0 ? progress : first;
        assert_same(&progress, &first);
        for (uint32_t i = UH_COUNT(facts) - 1; i > 0; i--) {
            const uint32_t other = life_chance(&chance) % (i + 1);
            const uint32_t kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }
    assert_int_equal(first.sessions, 2);
    assert_int_equal(first.left_ms, 10000);
}

/* -- minutes -- */

static void minutes_are_those_of_the_last_seven_days(void **state)
{
    stretch(7, "chin-tuck", UH_SIDE_BOTH, 50000);
    stretch(6, "chin-tuck", UH_SIDE_BOTH, 30000);
    stretch(0, "seated-twist", UH_SIDE_LEFT, 10000);
    stretch(0, "seated-twist", UH_SIDE_RIGHT, 8000);
    look(42, 3);
    assert_int_equal(progress.family_ms[UH_FAMILY_NECK], 30000);
    assert_int_equal(progress.family_ms[UH_FAMILY_ROTATION], 18000);
    assert_int_equal(progress.family_ms[UH_FAMILY_CHEST_OPEN], 0);
    assert_int_equal(progress.left_ms, 10000);
    assert_int_equal(progress.right_ms, 8000);
}

static void the_word_comes_at_ten_minutes_and_not_before(void **state)
{
    stretch(3, "chin-tuck", UH_SIDE_BOTH, 599999);
    look(7, 3);
    assert_false(uh_progress_is_enough(&progress, UH_FAMILY_NECK));
    assert_int_equal(uh_progress_family_phrase(&progress, UH_FAMILY_NECK).message,
                     UH_MSG_PROGRESS_FAMILY);
    stretch(2, "chin-tuck", UH_SIDE_BOTH, 1);
    look(7, 3);
    assert_true(uh_progress_is_enough(&progress, UH_FAMILY_NECK));
    assert_int_equal(uh_progress_family_phrase(&progress, UH_FAMILY_NECK).message,
                     UH_MSG_PROGRESS_FAMILY_ENOUGH);
}

static void a_simulated_session_counts_for_nothing(void **state)
{
    uh_fact session = life_session(1, life_moment(0, 0), UH_HELPED_BETTER);
    session.is.session.simulated = true;
    take(session);
    take(life_set(&session, 0, &catalogue, "chin-tuck", UH_SIDE_BOTH, 20000));
    look(7, 3);
    assert_true(uh_progress_is_empty(&progress));
    assert_int_equal(progress.sessions, 0);
    assert_int_equal(progress.family_ms[UH_FAMILY_NECK], 0);
    assert_int_equal(progress.relief_asked, 0);
}

/* -- ratings -- */

/* Oldest first, the last one today; 'x' is a day on which nobody was asked. */
static const uh_course *rate(const char *digits)
{
    begin_anew();
    const int32_t count = (int32_t)strlen(digits);
    for (int32_t i = 0; i < count; i++) {
        const int32_t pain = digits[i] == 'X' ? 10 : digits[i] - '0';
        if (digits[i] != 'x') {
            take(life_rating(number++, life_moment(count - 1 - i, 0), pain, UH_NOT_ASKED));
        }
    }
    look(UH_PROGRESS_DAYS, 3);
    return &progress.courses[UH_COMPLAINT_PAIN];
}

static void medians_and_their_change_follow_the_table(void **state)
{
    static const struct {
        const char *ratings;
        uint32_t count;
        int32_t first, last;
        bool is_told;
        int32_t change;
    } cases[] = {
        {"", 0, -1, -1, false, 0},
        {"555555", 6, -1, -1, false, 0},
        {"1234567", 7, 4, 4, false, 0},
        {"5555555000000", 13, 5, 0, false, 0}, /* one rating too few */
        {"55555553333333", 14, 5, 3, true, -2},
        {"5555555x3x333333", 14, 5, 3, true, -2},
        {"55555554444444", 14, 5, 4, true, 0}, /* a point is noise */
        {"33333335555555", 14, 3, 5, true, 2},
        {"2255599"
         "2233399",
         14, 5, 3, true, 0}, /* two apart, but the sevens overlap */
        {"XXXXXXX0000000", 14, 10, 0, true, -10},
        {"55555559999999"
         "9999999"
         "5555555",
         28, 5, 5, true, 0},
        /* U is 8 of 49: still told; then 9 */
        {"4455566"
         "3333455",
         14, 5, 3, true, -2},
        {"4455566"
         "3333447",
         14, 5, 3, true, 0},
    };
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        const uh_course *course = rate(cases[i].ratings);
        assert_int_equal(course->ratings, cases[i].count);
        assert_int_equal(course->first, cases[i].first);
        assert_int_equal(course->last, cases[i].last);
        assert_int_equal(course->is_told, cases[i].is_told);
        assert_int_equal(course->change, cases[i].change);
    }
}

static void a_median_stands_until_the_next_rating(void **state)
{
    const uh_course *course = rate("12345673xx");
    static const int32_t medians[] = {4, 4, 4, 4, -1, -1, -1, -1, -1, -1, -1};
    for (size_t i = 0; i < UH_COUNT(medians); i++) {
        assert_int_equal(course->median[i], medians[i]);
    }
    assert_int_equal(course->rating[0], UH_NOT_ASKED);
    assert_int_equal(course->rating[2], 3);
}

static void the_number_of_ratings_is_always_said(void **state)
{
    char ratings[UH_PROGRESS_DAYS + 1] = "";
    for (uint32_t n = 1; n <= UH_PROGRESS_DAYS; n++) {
        ratings[n - 1] = n % 3 == 0 ? '6' : '3';
        ratings[n] = '\0';
        (void)rate(ratings);
        const uh_phrase phrase = uh_progress_course_phrase(&progress, UH_COMPLAINT_PAIN);
        bool is_said = false;
        for (uint32_t i = 0; i < phrase.count; i++) {
            is_said = is_said || phrase.arguments[i].is.number == n;
        }
        assert_true(is_said);
    }
    (void)rate("");
    assert_int_equal(uh_progress_course_phrase(&progress, UH_COMPLAINT_PAIN).message,
                     UH_MSG_PROGRESS_COURSE_NONE);
}

/* The sum of twelve even chances is as good as normal here. */
static double normal(uint32_t *chance)
{
    double sum = -6.0;
    for (uint32_t i = 0; i < 12; i++) {
        sum += life_chance(chance) / 4294967296.0;
    }
    return sum;
}

static char rating_around(double truth, double scatter, uint32_t *chance)
{
    const double rating = floor(truth + scatter * normal(chance) + 0.5);
    return rating >= 10.0 ? 'X' : (char)('0' + (rating < 0.0 ? 0 : (int)rating));
}

/* Of a thousand people whose true value goes from `before` to `after`, how many are shown a change.
 */
static uint32_t shown_of_1000(double before, double after, double scatter)
{
    uint32_t chance = 362436069;
    uint32_t shown = 0;
    for (uint32_t person = 0; person < 1000; person++) {
        char ratings[15];
        for (uint32_t i = 0; i < 14; i++) {
            ratings[i] = rating_around(i < 7 ? before : after, scatter, &chance);
        }
        ratings[14] = '\0';
        shown += rate(ratings)->change != 0;
    }
    return shown;
}

/* 1.44 is the scatter behind an MDC of 4.0: 4.0 / (1.96 * sqrt 2). */
static void a_true_value_that_stays_is_hardly_ever_shown_as_a_change(void **state)
{
    static const struct {
        double truth, scatter;
        uint32_t shown;
    } cases[] = {{5.0, 0.8, 5},   {5.0, 1.44, 16}, {2.5, 1.44, 15},
                 {1.0, 1.44, 14}, {5.0, 2.2, 29},  {5.0, 3.0, 32}};
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        const uint32_t shown = shown_of_1000(cases[i].truth, cases[i].truth, cases[i].scatter);
        assert_int_equal(shown, cases[i].shown);
        assert_true(shown < 50); /* 5 in 100, whatever the scatter */
    }
}

static void a_true_fall_is_mostly_shown(void **state)
{
    assert_int_equal(shown_of_1000(6.0, 3.0, 1.44), 879);
}

/* -- relief -- */

static void feel(const char *const keys[], uint32_t count, uh_helped helped)
{
    const uh_fact session = life_session(number, life_moment((int32_t)(number % 40), 0), helped);
    number++;
    take(session);
    for (uint32_t i = 0; i < count; i++) {
        take(life_set(&session, i, &catalogue, keys[i], UH_SIDE_BOTH, 10000));
    }
}

static void relief_is_told_of_short_sessions_from_five_answers_on(void **state)
{
    static const char *const keys[] = {"chin-tuck", "cat-cow", "prone-w"};
    for (uint32_t i = 0; i < 4; i++) {
        feel(keys, 2, i < 3 ? UH_HELPED_BETTER : UH_HELPED_SAME);
        feel(keys, 3, UH_HELPED_BETTER);    /* which of the three was it? */
        feel(keys, 1, UH_HELPED_NOT_ASKED); /* nobody said */
    }
    look(42, 3);
    assert_int_equal(progress.relief_asked, 4);
    assert_int_equal(progress.relief_count, 0);
    assert_int_equal(uh_progress_relief_phrase(&progress).message, UH_MSG_PROGRESS_RELIEF_FEW);
    feel(keys, 1, UH_HELPED_WORSE);
    look(42, 3);
    assert_int_equal(progress.relief_asked, 5);
    assert_int_equal(progress.relief_better, 3);
    assert_int_equal(progress.relief_count, 1);
    assert_int_equal(progress.relief[0].exercise, exercise_index(&catalogue, "chin-tuck"));
    assert_int_equal(progress.relief[0].better, 3);
    assert_int_equal(progress.relief[0].asked, 5);
    const uh_phrase phrase = uh_relief_phrase(&progress.relief[0]);
    assert_int_equal(phrase.arguments[1].is.number, 5); /* n is always said */
}

/* Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20 and 1 of 29 by Wilson's method. */
static void the_interval_is_wilsons(void **state)
{
    static const struct {
        uint32_t better, asked, low, high;
    } cases[] = {{81, 263, 25, 37}, {15, 148, 6, 17}, {0, 20, 0, 17},
                 {1, 29, 0, 18},    {5, 5, 56, 100},  {0, 5, 0, 44}};
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        begin_anew();
        history.exercises[3].relief = cases[i].better;
        history.exercises[3].relief_asked = cases[i].asked;
        look(7, 3);
        assert_int_equal(progress.relief[0].low_percent, cases[i].low);
        assert_int_equal(progress.relief[0].high_percent, cases[i].high);
    }
}

static void stretches_stand_in_the_order_of_the_catalogue(void **state)
{
    for (uint32_t i = 0; i < 10; i++) {
        history.exercises[i].relief_asked = 5 + i;
        history.exercises[i].relief = i;
    }
    look(7, 3);
    assert_int_equal(progress.relief_count, 10);
    for (uint32_t i = 0; i < 10; i++) {
        assert_int_equal(progress.relief[i].exercise, i);
    }
}

/* -- words -- */

static void every_name_is_another_one(void **state)
{
    assert_string_equal(uh_day_look_name(UH_DAY_FLARE), "flare");
    assert_string_equal(uh_day_look_name(UH_DAY_STRETCHED), "stretched");
    assert_string_equal(uh_day_look_name(UH_DAY_LOOK_COUNT), "");
    assert_string_equal(uh_complaint_name(UH_COMPLAINT_STIFFNESS), "stiffness");
    assert_string_equal(uh_complaint_name(UH_COMPLAINT_COUNT), "");
}

static void days_are_told_by_goal_and_plan(void **state)
{
    static const struct {
        const char *days;
        uint32_t goal;
        uh_message done, days_said, rest;
    } cases[] = {
        {"s.....s", 3, UH_MSG_PROGRESS_DONE, UH_MSG_PROGRESS_DAYS_STRETCHED, UH_MSG_PROGRESS_REST},
        {"s.....b", 3, UH_MSG_PROGRESS_DONE, UH_MSG_PROGRESS_DAYS, UH_MSG_PROGRESS_REST},
        {"sssssss", 3, UH_MSG_PROGRESS_DONE_MORE, UH_MSG_PROGRESS_DAYS_STRETCHED,
         UH_MSG_PROGRESS_REST},
        {"s", 3, UH_MSG_PROGRESS_DONE_SO_FAR, UH_MSG_PROGRESS_DAYS_STRETCHED, UH_MSG_PROGRESS_REST},
        {"srrrrrr", 3, UH_MSG_PROGRESS_DONE_FREE, UH_MSG_PROGRESS_DAYS_STRETCHED,
         UH_MSG_PROGRESS_REST},
        {"sssssss", 0, UH_MSG_PROGRESS_DONE_NEEDED, UH_MSG_PROGRESS_DAYS_STRETCHED,
         UH_MSG_PROGRESS_REST_NEEDED},
        {"a......", 3, UH_MSG_PROGRESS_DONE, UH_MSG_PROGRESS_DAYS_NONE, UH_MSG_PROGRESS_REST},
    };
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        begin_anew();
        live(cases[i].days);
        look(7, cases[i].goal);
        assert_int_equal(uh_progress_done_phrase(&progress).message, cases[i].done);
        assert_int_equal(uh_progress_days_phrase(&progress).message, cases[i].days_said);
        assert_int_equal(uh_progress_rest_phrase(&progress).message, cases[i].rest);
    }
    assert_int_equal(uh_progress_breaks_phrase(&progress).arguments[0].is.number, 1);
    assert_int_equal(uh_progress_sides_phrase(&progress).message, UH_MSG_PROGRESS_SIDES);
}

static void days_without_anything_point_to_what_was_before(void **state)
{
    begin_anew();
    look(7, 3);
    assert_true(uh_progress_is_empty(&progress));
    assert_int_equal(uh_progress_empty_phrase(&progress).message, UH_MSG_PROGRESS_EMPTY);
    uh_history_know_earlier(&history, uh_date_add(life_today(), -20));
    look(7, 3);
    assert_true(uh_progress_is_empty(&progress));
    assert_int_equal(progress.known, 7);
    const uh_phrase said = uh_progress_empty_phrase(&progress);
    assert_int_equal(said.message, UH_MSG_PROGRESS_EMPTY_LATELY);
    assert_int_equal(said.arguments[0].is.number, 7);
    assert_int_equal(said.arguments[2].is.number, 21);
    live("r......");
    look(7, 3);
    assert_false(uh_progress_is_empty(&progress));
}

static void a_course_is_told_by_how_much_is_known(void **state)
{
    static const struct {
        const char *ratings;
        uh_message said;
    } cases[] = {
        {"", UH_MSG_PROGRESS_COURSE_NONE},
        {"5", UH_MSG_PROGRESS_COURSE_FEW},
        {"5555555", UH_MSG_PROGRESS_COURSE_LEVEL},
        {"55555555555555", UH_MSG_PROGRESS_COURSE_SAME},
        {"55555552222222", UH_MSG_PROGRESS_COURSE_LOWER},
        {"22222225555555", UH_MSG_PROGRESS_COURSE_HIGHER},
    };
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        (void)rate(cases[i].ratings);
        assert_int_equal(uh_progress_course_phrase(&progress, UH_COMPLAINT_PAIN).message,
                         cases[i].said);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(done_of_planned_follows_the_table, begin),
        cmocka_unit_test_setup(a_day_looks_like_the_strongest_thing_on_it, begin),
        cmocka_unit_test_setup(today_is_due_while_the_week_is_short_of_its_goal, begin),
        cmocka_unit_test_setup(a_rest_day_never_lowers_what_was_done, begin),
        cmocka_unit_test_setup(another_session_never_takes_anything_away, begin),
        cmocka_unit_test_setup(the_order_within_a_day_does_not_matter, begin),
        cmocka_unit_test_setup(minutes_are_those_of_the_last_seven_days, begin),
        cmocka_unit_test_setup(the_word_comes_at_ten_minutes_and_not_before, begin),
        cmocka_unit_test_setup(a_simulated_session_counts_for_nothing, begin),
        cmocka_unit_test_setup(medians_and_their_change_follow_the_table, begin),
        cmocka_unit_test_setup(a_median_stands_until_the_next_rating, begin),
        cmocka_unit_test_setup(the_number_of_ratings_is_always_said, begin),
        cmocka_unit_test_setup(a_true_value_that_stays_is_hardly_ever_shown_as_a_change, begin),
        cmocka_unit_test_setup(a_true_fall_is_mostly_shown, begin),
        cmocka_unit_test_setup(relief_is_told_of_short_sessions_from_five_answers_on, begin),
        cmocka_unit_test_setup(the_interval_is_wilsons, begin),
        cmocka_unit_test_setup(stretches_stand_in_the_order_of_the_catalogue, begin),
        cmocka_unit_test_setup(every_name_is_another_one, begin),
        cmocka_unit_test_setup(days_are_told_by_goal_and_plan, begin),
        cmocka_unit_test_setup(days_without_anything_point_to_what_was_before, begin),
        cmocka_unit_test_setup(a_course_is_told_by_how_much_is_known, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
