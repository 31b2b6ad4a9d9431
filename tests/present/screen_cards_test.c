/* SPDX-License-Identifier: MIT */
/* The safety questions as pages: in full on an ordinary terminal, read in a minute and a half. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "present/stage.h"
#include "unhunch/present.h"

static const uh_date today = {20514}; /* 2026-03-02 */
static uh_answers answers;
static uh_screener screener;

static int begin_cards(void **state)
{
    begin(state);
    answers = uh_answers_none();
    screen = (uh_screen){.language = uh_language_find("en"),
                         .catalogue = &catalogue,
                         .routine = &routine,
                         .has_keys = true};
    return 0;
}

static uh_moment noon(void)
{
    return uh_moment_at((uh_unix_ms){(int64_t)today.days * 86400000 + 12 * 3600000}, 0);
}

static void look(void)
{
    screen.screener = &screener;
    screen.page = screener.page == UH_SCREENER_OUTCOME ? UH_SCREEN_OUTCOME : UH_SCREEN_CARD;
}

static void ask(void)
{
    screener = uh_screener_start(&answers, today, true);
    look();
}

static void tick(const char *key)
{
    for (uint32_t row = 0; row < screener.count; row++) {
        if (strcmp(uh_screener_row_key(&screener, row), key) == 0) {
            uh_screener_turn(&screener, row);
            return;
        }
    }
    fail_msg("%s is not on this page", key);
}

static void go_on(void)
{
    uh_screener_next(&screener, noon());
    look();
}

/* As if it had been answered with this list some time ago. */
static void answered(const char *key, bool seen)
{
    uint32_t index = 0;
    uh_fact fact;
    const uh_moment then = uh_moment_at((uh_unix_ms){noon().at.ms - INT64_C(95) * 86400000}, 0);
    screener = uh_screener_start(&answers, then.day, true);
    assert_int_equal(uh_question_find(key, &index), UH_OK);
    const uint64_t set = UINT64_C(1) << index;
    uh_screener_answer(&screener, set, seen ? set : 0, then);
    for (uint32_t i = 0; uh_screener_fact(&screener, i, then, "id", &fact); i++) {
        uh_answers_take(&answers, &fact);
    }
}

static void compare_page(const char *name)
{
    compare_screen(name, 80, 24, false);
}

static void the_cards_look_as_agreed(void **state)
{
    ask();
    compare_page("card-emergency");
    go_on();
    screen.can_go_back = true;
    compare_page("card-health");
    compare_screen("card-health", 120, 40, false);
    compare_screen("card-health", 40, 12, false);
    tick("spine");
    go_on();
    const uh_screener first = screener;
    go_on();
    compare_page("card-follow-up-again");
    screener = first;
    tick("disc");
    compare_page("card-follow-up");
    go_on();
    compare_page("card-seen");
}

static void what_was_said_before_is_shown_as_that(void **state)
{
    answered("disc", true);
    ask();
    compare_page("card-emergency-again");
    go_on();
    compare_page("card-health-again");
    tick("spine");
    assert_true(shows(80, 24, "6 [+]"));
    assert_true(shows(80, 24, "Enter as ticked"));
}

static void who_was_sent_to_somebody_is_told_when_that_was(void **state)
{
    answered("cancer", false);
    ask();
    compare_page("card-seen-before");
}

static void every_outcome_is_one_clear_page(void **state)
{
    static const struct {
        const char *line, *key, *name;
    } rows[] = {
        {"bones", "cancer", "outcome-visit"},
        {"nerves", "clumsy-hands", "outcome-visit-soon"},
        {"vessels", "blood-thinners", "outcome-limited"},
        {"joints", "flexible-joints", "outcome-gentle"},
        {"life", "first-pain", "outcome-free-note"},
    };
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        begin_cards(state);
        ask();
        go_on();
        tick(rows[i].line);
        go_on();
        tick(rows[i].key);
        go_on();
        if (screener.page == UH_SCREENER_SEEN) {
            go_on();
        }
        screen.before_session = true;
        compare_page(rows[i].name);
    }
    begin_cards(state);
    ask();
    tick("brain-signs");
    go_on();
    compare_page("outcome-emergency");
    begin_cards(state);
    ask();
    go_on();
    go_on();
    compare_page("outcome-free");
}

/* Each page of questions fits an ordinary terminal, whatever was ticked or said before. */
static void every_card_fits_an_ordinary_terminal(void **state)
{
    for (uint32_t question = 0; question < uh_question_count(); question++) {
        if (uh_question_at(question)->card == UH_CARD_SESSION) {
            continue;
        }
        begin_cards(state);
        answered(uh_question_at(question)->key, true);
        ask();
        for (int page = 0; screen.page == UH_SCREEN_CARD; page++) {
            uh_grid grid = {cells, 80, 24, false};
            assert_int_equal(uh_screen_draw(&screen, &grid), 0);
            assert_int_equal(uh_screen_ask_from(&screen, &grid), 0);
            for (uint32_t row = 0; row < screener.count && screener.page == UH_SCREENER_HEALTH;
                 row++) {
                uh_screener_turn(&screener, row);
            }
            go_on();
            assert_true(page < 20);
        }
        uh_grid grid = {cells, 80, 24, false};
        assert_int_equal(uh_screen_draw(&screen, &grid), 0);
    }
}

static void a_small_screen_reads_on_before_it_is_answered(void **state)
{
    ask();
    const int32_t from = uh_screen_ask_from(&screen, &(uh_grid){cells, 40, 12, false});
    assert_true(from > 0);
    assert_true(shows(40, 12, "Enter read on"));
    screen.seen = from - 1;
    assert_true(shows(40, 12, "Enter read on"));
    screen.seen = from; /* and back up again */
    assert_true(shows(40, 12, "Enter none of these"));
}

static void count_words(void *to, const uh_paragraph *paragraph)
{
    *(uint32_t *)to += uh_words_count(paragraph->text);
}

/* Precautions and both cards at 200 words a minute, and the first stretch begins: 90 seconds. */
static void the_first_relief_comes_within_ninety_seconds(void **state)
{
    uint32_t words = 0;
    ask();
    uh_screen_text(&screen, count_words, &words);
    go_on();
    uh_screen_text(&screen, count_words, &words);
    add("shoulder-blade-squeeze");
    uh_timeline timeline = uh_timeline_start(&catalogue, &routine);
    uint64_t until_ms = (uint64_t)words * UH_READING_WORD_MS;
    while (timeline.phase != UH_PHASE_HOLD) {
        until_ms += timeline.length_ms;
        assert_true(uh_timeline_next(&timeline));
    }
    print_message("%u words, first hold after %u s\n", words, (unsigned)(until_ms / 1000));
    assert_true(until_ms <= 90000);
    assert_true(words > 150); /* nothing was left out to get there */
}

static void every_word_of_a_line_is_asked_behind_it(void **state)
{
    /* the line and its questions speak of the same: each question has a word of its line */
    for (uint32_t i = 0; i < uh_question_count(); i++) {
        const uh_question *question = uh_question_at(i);
        if (question->card != UH_CARD_HEALTH) {
            continue;
        }
        char line[512];
        char text[512];
        bool shared = false;
        const uh_phrase of_line = uh_say(uh_health_line_text(question->line));
        const uh_phrase of_question = uh_say(question->text);
        (void)uh_words(uh_language_find("en"), NULL, &of_line, line, sizeof line);
        (void)uh_words(uh_language_find("en"), NULL, &of_question, text, sizeof text);
        for (char *word = strtok(text, " ,:;."); word != NULL; word = strtok(NULL, " ,:;.")) {
            shared |= strlen(word) > 3 && strstr(line, word) != NULL;
        }
        if (!shared) {
            fail_msg("%s: nothing of it stands in its line", question->key);
        }
    }
}

static void lines_for_ears_say_the_tick_in_words(void **state)
{
    screen.plain = true;
    ask();
    assert_true(shows(80, 24, "1"));
    assert_false(shows(80, 24, "[ ]"));
    tick("chest-pain");
    assert_true(shows(200, 24, "jaw: ticked"));
}

/* -- on paper -- */

static size_t to_file(uh_out out, void (*write)(const uh_page *page))
{
    const uh_page page = {out, uh_language_find("en"), &catalogue, 80};
    write(&page);
    return 0;
}

/* What was stopped so many days ago. */
static void take_stop(uh_history *history, const char *key, uh_reason reason, int32_t days_ago)
{
    uh_fact fact = {.kind = UH_FACT_MARK};
    fact.is.mark.mark = UH_MARK_STOP;
    fact.is.mark.reason = reason;
    fact.is.mark.at.day = uh_date_add(today, -days_ago);
    (void)snprintf(fact.is.mark.exercise, UH_FACT_KEY_SIZE, "%s", key);
    uh_history_take(history, &catalogue, &fact);
}

static void write_visit(const uh_page *page)
{
    static uh_history history;
    uh_history_begin(today, &history);
    take_stop(&history, "chin-tuck", UH_REASON_PAIN, 200);
    take_stop(&history, "chin-tuck", UH_REASON_PAIN, 3);
    take_stop(&history, "cat-cow", UH_REASON_DIZZY, 2);
    uh_history_end(&history);
    uh_show_visit(page, &answers, &history, today);
}

static void write_questions(const uh_page *page)
{
    uh_show_cards(page);
}

static void write_standing(const uh_page *page)
{
    uh_show_screening(page, &answers, today);
}

static void compare_paper(const char *name, void (*write)(const uh_page *page))
{
    static char text[TEXT_MAX];
    uh_buffer buffer = {text, sizeof text, 0};
    (void)to_file(uh_out_to_buffer(&buffer), write);
    compare_text(name, text, buffer.length);
}

static void what_is_printed_looks_as_agreed(void **state)
{
    compare_paper("paper-questions", write_questions);
    answered("disc", false);
    compare_paper("paper-visit", write_visit);
    compare_paper("paper-standing", write_standing);
}

static void the_sheet_says_that_it_was_asked_for_only_where_it_was(void **state)
{
    static char text[TEXT_MAX];
    uh_buffer buffer = {text, sizeof text, 0};
    answered("kneeling", false);
    (void)to_file(uh_out_to_buffer(&buffer), write_visit);
    assert_non_null(strstr(text, "led by a program"));
    assert_null(strstr(text, "asked me"));
    buffer.length = 0;
    answered("disc", false);
    (void)to_file(uh_out_to_buffer(&buffer), write_visit);
    assert_non_null(strstr(text, "asked me"));
}

static void the_sheet_for_the_visit_fits_its_paper(void **state)
{
    static char text[TEXT_MAX];
    uh_buffer buffer = {text, sizeof text, 0};
    answered("disc", false);
    (void)to_file(uh_out_to_buffer(&buffer), write_visit);
    uint32_t columns = 0;
    uint32_t lines = 0;
    for (const char *at = text; *at != '\0'; at++) {
        columns = *at == '\n' ? 0 : columns + ((*at & 0xc0) != 0x80);
        lines += *at == '\n';
        assert_true(columns <= 80);
    }
    assert_true(lines <= 2 * 60); /* two pages */
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(&catalogue); i++) {
        const uh_exercise *exercise = uh_catalogue_exercise(&catalogue, i);
        assert_non_null(strstr(text, uh_catalogue_text(&catalogue, exercise->name)));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(the_cards_look_as_agreed, begin_cards),
        cmocka_unit_test_setup(what_was_said_before_is_shown_as_that, begin_cards),
        cmocka_unit_test_setup(who_was_sent_to_somebody_is_told_when_that_was, begin_cards),
        cmocka_unit_test_setup(every_outcome_is_one_clear_page, begin_cards),
        cmocka_unit_test_setup(every_card_fits_an_ordinary_terminal, begin_cards),
        cmocka_unit_test_setup(a_small_screen_reads_on_before_it_is_answered, begin_cards),
        cmocka_unit_test_setup(the_first_relief_comes_within_ninety_seconds, begin_cards),
        cmocka_unit_test_setup(every_word_of_a_line_is_asked_behind_it, begin_cards),
        cmocka_unit_test_setup(lines_for_ears_say_the_tick_in_words, begin_cards),
        cmocka_unit_test_setup(what_is_printed_looks_as_agreed, begin_cards),
        cmocka_unit_test_setup(the_sheet_for_the_visit_fits_its_paper, begin_cards),
        cmocka_unit_test_setup(the_sheet_says_that_it_was_asked_for_only_where_it_was, begin_cards),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
