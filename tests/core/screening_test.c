/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/builtin.h"
#include "unhunch/screener.h"

#define OUT(limit) (1U << UH_LIMIT_##limit)

static uh_catalogue catalogue;
static uh_answers answers;
static const uh_date today = {20514}; /* 2026-03-02 */

static int begin(void **state)
{
    catalogue = builtin_catalogue();
    answers = uh_answers_none();
    return 0;
}

static uh_moment at_hour(uh_date day, int hour)
{
    return uh_moment_at((uh_unix_ms){(int64_t)day.days * 86400000 + (int64_t)hour * 3600000}, 0);
}

static uint32_t index_of(const char *key)
{
    uint32_t index = UINT32_MAX;
    assert_int_equal(uh_question_find(key, &index), UH_OK);
    return index;
}

static void say(uint32_t question, bool yes, uh_moment at, bool seen)
{
    uh_fact fact = {.kind = UH_FACT_ANSWER};
    strcpy(fact.is.answer.question, uh_question_at(question)->key);
    fact.is.answer.yes = yes;
    fact.is.answer.at = at;
    fact.is.answer.seen = seen ? at.at : UH_NO_TIME;
    uh_answers_take(&answers, &fact);
}

static void mark(uh_mark_kind kind, uh_reason reason, uh_moment at)
{
    uh_fact fact = {.kind = UH_FACT_MARK};
    fact.is.mark.mark = kind;
    fact.is.mark.reason = reason;
    fact.is.mark.at = at;
    uh_answers_take(&answers, &fact);
}

/* Makes a row of the table so, whatever raises it. */
static void raise_question(uint32_t question, int hour)
{
    const uh_question *row = uh_question_at(question);
    if (row->stop != UH_REASON_NONE) {
        mark(UH_MARK_STOP, row->stop, at_hour(today, hour));
    } else {
        say(question, true, at_hour(today, hour), false);
    }
}

static uint32_t limits_today(void)
{
    return uh_screening_of(&answers, today).limits;
}

/* -- the table, row by row -- */

#define V OUT(CLINICIAN_FIRST)
#define E OUT(EMERGENCY)
#define N OUT(NO_NECK)
#define X OUT(NO_NECK_EXTENSION)
#define R OUT(NO_ROLLER)
#define S OUT(NO_SHOULDER_END_RANGE)
#define P OUT(NO_PRONE_OR_LONG_SUPINE)
#define T OUT(NO_LOADED_FLEXION_TWIST)
#define H OUT(NO_HEAD_DOWN)
#define K OUT(NO_KNEELING)
#define G OUT(GENTLE)

/* Written a second time, by hand: what each answer does, and what stays once it was seen. */
static const struct {
    const char *key;
    uint32_t limits;
    uint32_t after;
} wanted[] = {
    {"chest-pain", E | R, R},
    {"tearing-pain", E | R, R},
    {"worst-pain", E | N | R, N | R},
    {"brain-signs", E | N | H | R, N | H | R},
    {"bladder-bowel", E | T | R, T | R},
    {"weak-legs", E | N | T | R, N | T | R},
    {"recent-injury", V | R, R},
    {"recent-surgery", V | P | S | R, P | S | R},
    {"new-pacemaker", V | P | S | R, P | S | R},
    {"osteoporosis", V | T | R, T | R},
    {"cancer", V | R, R},
    {"weight-loss", V | R, R},
    {"infection", V | R, R},
    {"immune", V | R, R},
    {"injected-drugs", V | R, R},
    {"constant-pain", V | R, R},
    {"breathing-pain", V | R, R},
    {"band-pain", V | R, R},
    {"arm-signs", V | N | R, N | R},
    {"clumsy-hands", V | N | T | R, N | T | R},
    {"electric-shock", V | N | T | R, N | T | R},
    {"disc", V | T | R, T | R},
    {"spine-surgery", V | N | T | R, N | T | R},
    {"inflamed-spine", V | N | T | R, N | T | R},
    {"rheumatoid-arthritis", V | N | R, N | R},
    {"blood-thinners", N | R, N | R},
    {"vessels", V | N | H | R, N | H | R},
    {"dizziness", V | X | H | R, X | H | R},
    {"head-up", H, H},
    {"flexible-joints", G, G},
    {"connective-tissue", V | G | N | R, G | N | R},
    {"shoulder", S, S},
    {"kneeling", K, K},
    {"pregnancy", P | R, P | R},
    {"age-65", X, X},
    {"first-pain", 0, 0},
    {"stop-pain", 0, 0},
    {"stop-nerve", V | X | R, X | R},
    {"stop-dizzy", V | X | H | R, X | H | R},
    {"stop-emergency", E | N | R, N | R},
};

static void each_row_of_the_table_does_what_was_agreed(void **state)
{
    assert_int_equal(UH_COUNT(wanted), uh_question_count());
    for (uint32_t i = 0; i < UH_COUNT(wanted); i++) {
        begin(state);
        const uint32_t question = index_of(wanted[i].key);
        assert_int_equal(question, i);
        raise_question(question, 9);
        assert_int_equal(limits_today(), wanted[i].limits);
        say(question, true, at_hour(today, 10), true);
        assert_int_equal(limits_today(), wanted[i].after);
    }
}

static void each_row_has_words_a_source_and_a_key_of_its_own(void **state)
{
    for (uint32_t i = 0; i < uh_question_count(); i++) {
        const uh_question *question = uh_question_at(i);
        assert_true(strlen(question->key) < UH_FACT_KEY_SIZE);
        assert_string_not_equal(question->cite, "");
        assert_string_not_equal(question->key, UH_PRECAUTIONS_KEY);
        for (uint32_t other = 0; other < i; other++) {
            assert_string_not_equal(question->key, uh_question_at(other)->key);
            assert_int_not_equal(question->text, uh_question_at(other)->text);
        }
    }
    uint32_t index = 0;
    assert_int_equal(uh_question_find("chest", &index), UH_ERR_UNKNOWN);
}

/* Who says "seen" is never freer than the table; a visit lifts the visit and nothing else. */
static void a_visit_lifts_the_visit_and_leaves_the_rest(void **state)
{
    for (uint32_t i = 0; i < uh_question_count(); i++) {
        const uh_question *question = uh_question_at(i);
        assert_int_equal(question->after, question->limits & ~(V | E));
        assert_true(!uh_question_needs_visit(question) || (question->after & R) != 0);
    }
}

/* The cards hold every question that is asked, each once, and fit their pages. */
static void every_question_stands_on_one_card(void **state)
{
    uint64_t seen = 0;
    for (uh_card card = 0; card < UH_CARD_COUNT; card++) {
        assert_int_equal(seen & uh_card_questions(card), 0);
        seen |= uh_card_questions(card);
        assert_string_not_equal(uh_card_name(card), "");
    }
    assert_int_equal(seen, (UINT64_C(1) << uh_question_count()) - 1);
    uint64_t health = 0;
    for (uh_health_line line = 0; line < UH_HEALTH_LINE_COUNT; line++) {
        const uint64_t behind = uh_health_line_questions(line);
        assert_int_not_equal(behind, 0);
        assert_true(__builtin_popcountll(behind) <= UH_SCREENER_ROWS);
        health |= behind;
    }
    assert_int_equal(health, uh_card_questions(UH_CARD_HEALTH));
    assert_true(UH_HEALTH_LINE_COUNT <= 9); /* keys 1 to 9 */
    assert_true(__builtin_popcountll(uh_card_questions(UH_CARD_EMERGENCY)) <= 9);
}

/* -- every tick, and every two of them -- */

static void any_two_answers_together_limit_as_much_as_both(void **state)
{
    uint32_t pairs = 0;
    for (uint32_t a = 0; a < uh_question_count(); a++) {
        for (uint32_t b = 0; b < uh_question_count(); b++) {
            for (uint32_t seen = 0; seen < 4; seen++) {
                begin(state);
                raise_question(a, 9);
                raise_question(b, 9);
                if ((seen & 1) != 0) {
                    say(a, true, at_hour(today, 10), true);
                }
                if (a != b && (seen & 2) != 0) {
                    say(b, true, at_hour(today, 10), true);
                }
                const uint32_t by_a =
                    (seen & 1) != 0 ? uh_question_at(a)->after : uh_question_at(a)->limits;
                const uint32_t by_b =
                    (seen & 2) != 0 ? uh_question_at(b)->after : uh_question_at(b)->limits;
                assert_int_equal(limits_today(), a == b ? by_a : by_a | by_b);
                pairs++;
            }
        }
    }
    assert_int_equal(pairs, 4 * uh_question_count() * uh_question_count());
}

/* Ticks `a` and `b` on whatever page has them and answers the rest with no. */
static void screen_with(uint32_t a, uint32_t b, bool seen)
{
    uh_screener screener = uh_screener_start(&answers, today, true);
    for (int page = 0; screener.page != UH_SCREENER_OUTCOME; page++) {
        assert_true(page < 20);
        for (uint32_t row = 0; row < screener.count; row++) {
            const uint32_t at = screener.rows[row];
            const bool line = screener.page == UH_SCREENER_HEALTH;
            const uint64_t set =
                line ? uh_health_line_questions((uh_health_line)at) : UINT64_C(1) << at;
            const bool meant = (set >> a & 1) != 0 || (set >> b & 1) != 0;
            if (screener.page == UH_SCREENER_SEEN ? seen : meant) {
                uh_screener_turn(&screener, row);
            }
        }
        uh_screener_next(&screener, at_hour(today, 9));
    }
    uh_fact fact;
    for (uint32_t i = 0; uh_screener_fact(&screener, i, at_hour(today, 9), "id", &fact); i++) {
        uh_answers_take(&answers, &fact);
    }
}

static void any_two_ticks_on_the_cards_lead_to_the_limits_of_both(void **state)
{
    for (uint32_t a = 0; a < uh_question_count(); a++) {
        for (uint32_t b = a; b < uh_question_count(); b++) {
            const uh_question *one = uh_question_at(a);
            const uh_question *other = uh_question_at(b);
            if (one->card == UH_CARD_SESSION || other->card == UH_CARD_SESSION) {
                continue;
            }
            for (int seen = 0; seen < 2; seen++) {
                begin(state);
                screen_with(a, b, seen == 1);
                const bool grave =
                    one->card == UH_CARD_EMERGENCY || other->card == UH_CARD_EMERGENCY;
                uint32_t limits = one->limits | other->limits;
                if (grave) { /* the health card is not asked then */
                    limits = (one->card == UH_CARD_EMERGENCY ? one->limits : 0) |
                             (other->card == UH_CARD_EMERGENCY ? other->limits : 0);
                } else if (seen == 1) {
                    limits = one->after | other->after;
                }
                assert_int_equal(limits_today(), limits);
                assert_int_equal(uh_screening_of(&answers, today).state,
                                 grave ? UH_SCREENING_NEVER : UH_SCREENING_VALID);
            }
        }
    }
}

/* -- days -- */

static void the_answers_hold_for_90_days(void **state)
{
    assert_int_equal(uh_screening_of(&answers, today).state, UH_SCREENING_NEVER);
    assert_int_equal(uh_screening_due(&answers, today).days, UH_NO_DATE.days);
    screen_with(UH_QUESTIONS_MAX - 1, UH_QUESTIONS_MAX - 1, false);
    assert_int_equal(uh_screening_of(&answers, today).state, UH_SCREENING_VALID);
    assert_int_equal(uh_screening_of(&answers, uh_date_add(today, 89)).state, UH_SCREENING_VALID);
    assert_int_equal(uh_screening_of(&answers, uh_date_add(today, 90)).state, UH_SCREENING_DUE);
    assert_int_equal(uh_screening_due(&answers, today).days, today.days + 90);
}

static void answers_from_the_future_are_due(void **state)
{
    screen_with(UH_QUESTIONS_MAX - 1, UH_QUESTIONS_MAX - 1, false);
    const uh_date before = uh_date_add(today, -1);
    assert_int_equal(uh_screening_of(&answers, before).state, UH_SCREENING_DUE);
    assert_int_equal(uh_screening_due(&answers, before).days, before.days);
    assert_int_equal(uh_screening_of(&answers, uh_date_add(today, -400)).state, UH_SCREENING_DUE);
}

static void answers_from_the_future_are_asked_once(void **state)
{
    const uh_date wrong = uh_date_add(today, 400);
    screen_with(UH_QUESTIONS_MAX - 1, UH_QUESTIONS_MAX - 1, false);
    answers.screened[0].day = UH_NO_DATE;
    for (int hour = 1; hour < UH_SCREENED_KEPT; hour++) {
        mark(UH_MARK_SCREENED, UH_REASON_NONE, at_hour(wrong, hour));
    }
    assert_int_equal(uh_screening_of(&answers, today).state, UH_SCREENING_DUE);
    mark(UH_MARK_SCREENED, UH_REASON_NONE, at_hour(today, 9));
    assert_int_equal(uh_screening_of(&answers, today).state, UH_SCREENING_VALID);
    assert_int_equal(uh_screening_of(&answers, uh_date_add(today, 90)).state, UH_SCREENING_DUE);
    assert_int_equal(uh_screening_due(&answers, today).days, today.days + 90);
}

static void the_order_of_screenings_does_not_matter(void **state)
{
    static const int days[] = {3, 0, 400, 3, 2, 401, 1, 4, 5, 6, 7, 8, 9};
    screen_with(UH_QUESTIONS_MAX - 1, UH_QUESTIONS_MAX - 1, false);
    for (size_t i = 0; i < UH_COUNT(days); i++) {
        mark(UH_MARK_SCREENED, UH_REASON_NONE, at_hour(uh_date_add(today, days[i]), 9));
    }
    for (int32_t day = 4; day <= 9; day++) {
        const uh_date then = uh_date_add(today, day);
        assert_int_equal(uh_answers_screened(&answers, then).day.days, then.days);
    }
    assert_int_equal(uh_answers_screened(&answers, uh_date_add(today, 500)).day.days,
                     today.days + 401);
}

static void a_visit_after_the_true_screening_is_news(void **state)
{
    const uh_date wrong = uh_date_add(today, 400);
    screen_with(index_of("disc"), index_of("disc"), false);
    mark(UH_MARK_SCREENED, UH_REASON_NONE, at_hour(wrong, 9));
    say(index_of("disc"), true, at_hour(today, 10), true);
    assert_int_equal(uh_screening_of(&answers, today).state, UH_SCREENING_CHANGED);
}

static void a_question_that_is_new_is_asked(void **state)
{
    screen_with(UH_QUESTIONS_MAX - 1, UH_QUESTIONS_MAX - 1, false);
    answers.asked &= ~(UINT64_C(1) << index_of("kneeling"));
    assert_int_equal(uh_screening_of(&answers, today).state, UH_SCREENING_CHANGED);
    screen_with(index_of("kneeling"), index_of("kneeling"), false);
    assert_int_equal(uh_screening_of(&answers, today).state, UH_SCREENING_VALID);
    assert_int_equal(limits_today(), K);
}

static void acknowledging_counts_as_nothing(void **state)
{
    mark(UH_MARK_ACKNOWLEDGED, UH_REASON_NONE, at_hour(today, 9));
    assert_int_equal(uh_screening_of(&answers, today).state, UH_SCREENING_NEVER);
    for (uint32_t i = 0; i < uh_question_count(); i++) {
        begin(state);
        raise_question(i, 9);
        const uh_screening before = uh_screening_of(&answers, today);
        mark(UH_MARK_ACKNOWLEDGED, UH_REASON_NONE, at_hour(today, 10));
        const uh_screening after = uh_screening_of(&answers, today);
        assert_int_equal(before.limits, after.limits);
        assert_int_equal(before.state, after.state);
    }
}

/* Answers with `yes` and `seen` as lists at that hour of today, and takes what is remembered. */
static void answer_by_list(uint64_t yes, uint64_t seen, int hour)
{
    uh_fact fact;
    uh_screener screener = uh_screener_start(&answers, today, true);
    uh_screener_answer(&screener, yes, seen, at_hour(today, hour));
    for (uint32_t i = 0; uh_screener_fact(&screener, i, at_hour(today, hour), "id", &fact); i++) {
        uh_answers_take(&answers, &fact);
    }
}

static void what_is_named_again_without_a_visit_is_new(void **state)
{
    for (uint32_t i = 0; i < uh_question_count(); i++) {
        const uint64_t set = UINT64_C(1) << i;
        if (uh_question_at(i)->card == UH_CARD_SESSION) {
            continue;
        }
        begin(state);
        answer_by_list(set, set, 8);
        assert_int_equal(uh_answers_blocking(&answers), 0);
        answer_by_list(set, set, 9); /* seen again: what was so keeps its date */
        assert_int_equal(answers.items[i].at.at.ms, at_hour(today, 8).at.ms);
        assert_int_equal(uh_answers_blocking(&answers), 0);
        answer_by_list(set, 0, 10);
        const bool visit = uh_question_needs_visit(uh_question_at(i));
        assert_int_equal(answers.items[i].at.at.ms, at_hour(today, visit ? 10 : 8).at.ms);
        assert_int_equal(uh_answers_blocking(&answers), visit ? set : 0);
        assert_int_equal(limits_today(), uh_question_at(i)->limits);
    }
}

static void facts_may_come_in_any_order(void **state)
{
    /* the visit is read before the stop that it was about */
    const uint32_t nerve = index_of("stop-nerve");
    say(nerve, true, at_hour(today, 12), true);
    mark(UH_MARK_STOP, UH_REASON_NERVE, at_hour(today, 9));
    assert_int_equal(limits_today(), X | R);
    /* an earlier one changes nothing, a later one does */
    mark(UH_MARK_STOP, UH_REASON_NERVE, at_hour(today, 8));
    assert_int_equal(limits_today(), X | R);
    mark(UH_MARK_STOP, UH_REASON_NERVE, at_hour(today, 13));
    assert_int_equal(limits_today(), V | X | R);
    mark(UH_MARK_SCREENED, UH_REASON_NONE, at_hour(today, 15));
    mark(UH_MARK_SCREENED, UH_REASON_NONE, at_hour(uh_date_add(today, -9), 15));
    assert_int_equal(uh_answers_screened(&answers, today).day.days, today.days);
}

static void what_a_stop_leaves_is_over_after_90_days(void **state)
{
    mark(UH_MARK_STOP, UH_REASON_DIZZY, at_hour(today, 9));
    say(index_of("stop-dizzy"), true, at_hour(today, 12), true);
    assert_int_equal(uh_screening_of(&answers, uh_date_add(today, 89)).limits, X | H | R);
    assert_int_equal(uh_screening_of(&answers, uh_date_add(today, 90)).limits, 0);
}

static void a_stop_that_nobody_has_seen_never_wears_off(void **state)
{
    mark(UH_MARK_STOP, UH_REASON_NERVE, at_hour(today, 9));
    assert_int_equal(uh_screening_of(&answers, uh_date_add(today, 4000)).limits, V | X | R);
    say(index_of("stop-nerve"), false, at_hour(today, 12), false);
    assert_int_equal(limits_today(), V | X | R);
}

static void strange_facts_are_passed_over(void **state)
{
    uh_fact fact = {.kind = UH_FACT_ANSWER};
    strcpy(fact.is.answer.question, "from-a-later-program");
    fact.is.answer.yes = true;
    uh_answers_take(&answers, &fact);
    fact = (uh_fact){.kind = UH_FACT_SETTING};
    uh_answers_take(&answers, &fact);
    mark(UH_MARK_FLARE, UH_REASON_NONE, at_hour(today, 9));
    mark(UH_MARK_STOP, UH_REASON_OTHER, at_hour(today, 9));
    assert_int_equal(answers.yes, 0);
    assert_int_equal(limits_today(), 0);
}

/* -- ratings (AMB-02) -- */

static void rate(int32_t pain, uh_rating_moment when, uh_date day)
{
    uh_fact fact = {.kind = UH_FACT_RATING};
    fact.is.rating.pain = pain;
    fact.is.rating.moment = when;
    fact.is.rating.at = at_hour(day, 9);
    uh_answers_take(&answers, &fact);
}

static void six_of_ten_before_the_start_rests_for_that_day(void **state)
{
    rate(5, UH_RATING_BEFORE, today);
    rate(9, UH_RATING_AFTER, today);
    rate(UH_NOT_ASKED, UH_RATING_DAY, today);
    assert_false(uh_screening_of(&answers, today).sore_today);
    rate(6, UH_RATING_BEFORE, today);
    rate(2, UH_RATING_BEFORE, today);
    assert_true(uh_screening_of(&answers, today).sore_today);
    assert_false(uh_screening_of(&answers, uh_date_add(today, 1)).sore_today);
}

/* -- outcomes -- */

static void nobody_meets_a_wall(void **state)
{
    const uint32_t walls = 1U << UH_OFFER_BREAKS | 1U << UH_OFFER_WALKING | 1U << UH_OFFER_POSTURE |
                           1U << UH_OFFER_QUESTIONS;
    for (uint32_t i = 0; i < uh_question_count(); i++) {
        begin(state);
        raise_question(i, 9);
        const uh_outcome outcome = uh_outcome_of(&answers, today);
        const bool stretches = (outcome.offers & 1U << UH_OFFER_STRETCHES) != 0;
        if (outcome.kind == UH_OUTCOME_EMERGENCY) {
            assert_int_equal(outcome.offers, 0); /* the emergency text, nothing else */
        } else {
            assert_int_equal(outcome.offers & walls, walls);
            assert_int_equal(stretches, outcome.kind != UH_OUTCOME_VISIT);
        }
        assert_int_equal(outcome.limits, limits_today());
        assert_true(outcome.kind == UH_OUTCOME_FREE || (outcome.because >> i & 1) != 0);
    }
}

static void an_outcome_names_only_what_made_it(void **state)
{
    raise_question(index_of("kneeling"), 9);
    raise_question(index_of("cancer"), 9);
    raise_question(index_of("first-pain"), 9);
    const uh_outcome outcome = uh_outcome_of(&answers, today);
    assert_int_equal(outcome.kind, UH_OUTCOME_VISIT);
    assert_int_equal(outcome.because, UINT64_C(1) << index_of("cancer"));
    assert_int_equal(outcome.notes, UINT64_C(1) << index_of("first-pain"));
    assert_false(outcome.soon);
    raise_question(index_of("clumsy-hands"), 9);
    assert_true(uh_outcome_of(&answers, today).soon);
}

static void names_are_told_and_end(void **state)
{
    const struct {
        const char *(*name)(uint32_t);
        uint32_t count;
    } lists[] = {
        {uh_screening_state_name, 4},
        {uh_outcome_name, 4},
        {uh_offer_name, UH_OFFER_COUNT},
        {uh_card_name, UH_CARD_COUNT},
        {uh_health_line_name, UH_HEALTH_LINE_COUNT},
        {uh_screener_page_name, UH_SCREENER_OUTCOME + 1},
    };
    for (size_t i = 0; i < UH_COUNT(lists); i++) {
        for (uint32_t value = 0; value < lists[i].count; value++) {
            assert_string_not_equal(lists[i].name(value), "");
        }
        assert_string_equal(lists[i].name(lists[i].count), "");
    }
}

/* -- who is flexible -- */

/* No dose above the start, no opt-in, whatever was agreed to, for who ticked flexible joints. */
static void a_flexible_person_gets_start_doses_and_no_pressure(void **state)
{
    raise_question(index_of("flexible-joints"), 9);
    const uh_screening screening = uh_screening_of(&answers, today);
    const uh_person person = well_equipped_person();
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(&catalogue); i++) {
        const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, i);
        for (uint32_t form = 0; form < exercise->variants.count; form++) {
            const uh_variant *variant = uh_exercise_variant(&catalogue, exercise, form);
            uh_routine routine = {0};
            uh_verdict verdict;
            const uh_day day = {0};
            assert_int_equal(
                uh_routine_add(&catalogue, &person, &screening, i, form, UH_LEVEL_USUAL, &routine),
                UH_OK);
            const uh_dose start = uh_dose_at(variant, UH_LEVEL_START);
            assert_memory_equal(&routine.entries[0].dose, &start, sizeof start);
            const bool admitted = uh_routine_admit(&catalogue, &person, &screening, &day, &routine,
                                                   &verdict) == UH_OK;
            assert_true(!admitted || variant->opt_in == 0);
            routine.entries[0].dose.repetitions++;
            assert_int_equal(
                uh_routine_admit(&catalogue, &person, &screening, &day, &routine, &verdict),
                UH_ERR_REFUSED);
        }
    }
    assert_true(uh_session_options_for(&person, &screening).gentle);
    assert_false(uh_session_options_for(&person, &screening).long_holds);
}

static void two_of_the_five_questions_suggest_flexible(void **state)
{
    for (uint32_t yes = 0; yes <= UH_FIVE_QUESTIONS; yes++) {
        assert_int_equal(uh_five_questions_suggest(yes), yes >= 2);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(each_row_of_the_table_does_what_was_agreed, begin),
        cmocka_unit_test_setup(each_row_has_words_a_source_and_a_key_of_its_own, begin),
        cmocka_unit_test_setup(a_visit_lifts_the_visit_and_leaves_the_rest, begin),
        cmocka_unit_test_setup(every_question_stands_on_one_card, begin),
        cmocka_unit_test_setup(any_two_answers_together_limit_as_much_as_both, begin),
        cmocka_unit_test_setup(any_two_ticks_on_the_cards_lead_to_the_limits_of_both, begin),
        cmocka_unit_test_setup(the_answers_hold_for_90_days, begin),
        cmocka_unit_test_setup(answers_from_the_future_are_due, begin),
        cmocka_unit_test_setup(answers_from_the_future_are_asked_once, begin),
        cmocka_unit_test_setup(the_order_of_screenings_does_not_matter, begin),
        cmocka_unit_test_setup(a_visit_after_the_true_screening_is_news, begin),
        cmocka_unit_test_setup(a_question_that_is_new_is_asked, begin),
        cmocka_unit_test_setup(acknowledging_counts_as_nothing, begin),
        cmocka_unit_test_setup(what_is_named_again_without_a_visit_is_new, begin),
        cmocka_unit_test_setup(facts_may_come_in_any_order, begin),
        cmocka_unit_test_setup(what_a_stop_leaves_is_over_after_90_days, begin),
        cmocka_unit_test_setup(a_stop_that_nobody_has_seen_never_wears_off, begin),
        cmocka_unit_test_setup(strange_facts_are_passed_over, begin),
        cmocka_unit_test_setup(six_of_ten_before_the_start_rests_for_that_day, begin),
        cmocka_unit_test_setup(nobody_meets_a_wall, begin),
        cmocka_unit_test_setup(an_outcome_names_only_what_made_it, begin),
        cmocka_unit_test_setup(names_are_told_and_end, begin),
        cmocka_unit_test_setup(a_flexible_person_gets_start_doses_and_no_pressure, begin),
        cmocka_unit_test_setup(two_of_the_five_questions_suggest_flexible, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
