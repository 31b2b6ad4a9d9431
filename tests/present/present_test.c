/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/builtin.h"
#include "unhunch/present.h"

enum { TEXT_MAX = 1 << 20 };

static char text[TEXT_MAX];

static uh_out fresh(uh_buffer *buffer)
{
    *buffer = (uh_buffer){text, sizeof text, 0};
    return uh_out_to_buffer(buffer);
}

/* -- out -- */

static void reals_are_short_and_never_minus_zero(void **state)
{
    static const struct {
        double value;
        int decimals;
        const char *text;
    } rows[] = {
        {0, 3, "0"},          {2.5, 3, "2.5"},   {-2.5, 3, "-2.5"}, {-0.0004, 3, "0"},
        {1.0005, 3, "1.001"}, {0.05, 2, "0.05"}, {10, 0, "10"},     {123456789.5, 1, "123456789.5"},
        {0.999999, 3, "1"},
    };
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        uh_buffer buffer;
        uh_out_real(fresh(&buffer), rows[i].value, rows[i].decimals);
        assert_string_equal(text, rows[i].text);
    }
}

static void a_buffer_counts_what_does_not_fit_and_stays_terminated(void **state)
{
    char small[4];
    uh_buffer buffer = {small, sizeof small, 0};
    uh_out out = uh_out_to_buffer(&buffer);
    uh_out_text(out, "ab");
    uh_out_text(out, "cdef");
    uh_out_number(out, INT64_MIN);
    assert_int_equal(buffer.length, 6 + 20);
    assert_string_equal(small, "abc");
    uh_buffer none = {NULL, 0, 0};
    uh_out_text(uh_out_to_buffer(&none), "abc");
    assert_int_equal(none.length, 3);
}

/* -- JSON -- */

static void json_keeps_commas_and_nesting(void **state)
{
    uh_buffer buffer;
    uh_json json = uh_json_to(fresh(&buffer), false);
    uh_json_object(&json, NULL);
    uh_json_list(&json, "empty");
    uh_json_end_list(&json);
    uh_json_list(&json, "list");
    uh_json_number(&json, NULL, -1);
    uh_json_bool(&json, NULL, true);
    uh_json_real(&json, NULL, 0.25, 2);
    uh_json_end_list(&json);
    uh_json_known(&json, "unknown", UH_UNKNOWN);
    uh_json_known_seconds(&json, "seconds", 2500);
    uh_json_text(&json, "none", "");
    uh_json_end_object(&json);
    assert_string_equal(text, "{\"empty\": [], \"list\": [-1, true, 0.25], \"unknown\": null, "
                              "\"seconds\": 2.5, \"none\": null}\n");
}

static void pretty_json_has_a_line_for_each_value(void **state)
{
    uh_buffer buffer;
    uh_json json = uh_json_to(fresh(&buffer), true);
    uh_json_object(&json, NULL);
    uh_json_list(&json, "a");
    uh_json_number(&json, NULL, 1);
    uh_json_end_list(&json);
    uh_json_object(&json, "b");
    uh_json_end_object(&json);
    uh_json_end_object(&json);
    assert_string_equal(text, "{\n  \"a\": [\n    1\n  ],\n  \"b\": {}\n}\n");
}

static void json_escapes_what_must_be_and_nothing_else(void **state)
{
    uh_buffer buffer;
    uh_json json = uh_json_to(fresh(&buffer), false);
    uh_json_text(&json, NULL, "\"\\/\n\t\x01\x1f é ⟦");
    assert_string_equal(text, "\"\\\"\\\\/\\n\\t\\u0001\\u001f é ⟦\"");
}

/* -- pages -- */

static void columns_are_those_of_a_terminal(void **state)
{
    assert_int_equal(uh_text_columns("abc"), 3);
    assert_int_equal(uh_text_columns("é⟦"), 2);
    assert_int_equal(uh_text_columns("e\xCC\x81"), 1); /* a combining accent */
    assert_int_equal(uh_text_columns("伸展"), 4);
    assert_int_equal(uh_text_columns("🙂"), 2);
}

static void text_is_broken_at_spaces_and_hangs(void **state)
{
    uh_buffer buffer;
    uh_page page = {fresh(&buffer), uh_language_find("en"), NULL, 20};
    uh_page_item(&page, 2, "1.", 5, "The quick brown fox jumps over abcdefghijklmnopqrstuvwxyz.");
    assert_string_equal(text, "  1. The quick brown\n     fox jumps over\n"
                              "     abcdefghijklmnopqrstuvwxyz.\n");
}

static void a_narrow_page_gives_an_item_lines_of_its_own(void **state)
{
    uh_buffer buffer;
    uh_page page = {fresh(&buffer), uh_language_find("en"), NULL, 30};
    uh_page_item(&page, 2, "a-mark", 28, "The quick brown fox jumps.");
    assert_string_equal(text, "  a-mark\n      The quick brown fox\n      jumps.\n");
    page.out = fresh(&buffer);
    uh_page_item(&page, 2, "", 28, "The quick brown fox jumps.");
    assert_string_equal(text, "      The quick brown fox\n      jumps.\n");
    page.width = 80;
    page.out = fresh(&buffer);
    uh_page_item(&page, 2, "a-mark", 12, "The quick brown fox jumps.");
    assert_string_equal(text, "  a-mark    The quick brown fox jumps.\n");
}

static void see_no_line_is_wider(uint32_t width)
{
    for (char *line = text; *line;) {
        char *end = strchr(line, '\n');
        assert_non_null(end);
        *end = '\0';
        if (uh_text_columns(line) > width) {
            print_error("wider than %u: %s\n", width, line);
            fail();
        }
        line = end + 1;
    }
}

static void no_line_of_any_stretch_is_wider_than_the_page(void **state)
{
    static const char *const tags[] = {"en", "qps"};
    uh_catalogue catalogue = builtin_catalogue();
    for (uint32_t width = 60; width <= 100; width += 20) {
        for (uint32_t i = 0; i < 2 * uh_catalogue_exercise_count(&catalogue); i++) {
            uh_buffer buffer;
            uh_page page = {fresh(&buffer), uh_language_find(tags[i % 2]), &catalogue, width};
            uh_show_exercise(&page, i / 2, NULL);
            uh_show_why(&page, i / 2);
            assert_true(buffer.length < sizeof text);
            see_no_line_is_wider(width);
        }
    }
}

/* -- citations -- */

static void every_citation_of_the_catalogue_has_a_source_that_is_known(void **state)
{
    uh_catalogue catalogue = builtin_catalogue();
    uh_buffer buffer;
    uh_page page = {fresh(&buffer), uh_language_find("en"), &catalogue, 80};
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(&catalogue); i++) {
        uh_show_why(&page, i);
    }
    for (uint32_t i = 0; i < uh_catalogue_topic_count(&catalogue); i++) {
        uh_learn_topic(&page, i);
    }
    assert_true(buffer.length > 0);
    /* what is neither an article nor a decision would be a person's own file */
    assert_null(strstr(text, "your own file"));
}

static void decisions_are_found_by_their_id(void **state)
{
    assert_int_equal(uh_decision_message("AMB-06", 6), UH_MSG_AMB_06);
    assert_int_equal(uh_decision_message("AMB-42", 6), UH_MSG_AMB_42);
    assert_int_equal(uh_decision_message("D-03", 4), UH_MSG_D_03);
    assert_int_equal(uh_decision_message("D-24", 4), UH_MSG_D_24);
    static const char *const none[] = {"AMB-43", "AMB-00", "AMB-", "D-25",
                                       "X-01",   "AMB-1x", "",     "plan"};
    for (size_t i = 0; i < UH_COUNT(none); i++) {
        assert_int_equal(uh_decision_message(none[i], strlen(none[i])), UH_MESSAGE_COUNT);
    }
}

/* -- finding -- */

static void the_best_answer_comes_first(void **state)
{
    uh_catalogue catalogue = builtin_catalogue();
    uh_found found = uh_find_exercises(uh_language_find("en"), &catalogue, "cat-cow");
    assert_true(found.count >= 1);
    assert_int_equal(found.exercises[0], exercise_index(&catalogue, "cat-cow"));
    for (uint32_t i = 1; i < found.count; i++) {
        assert_true(found.scores[i] <= found.scores[i - 1]);
    }
    assert_int_equal(uh_find_exercises(uh_language_find("en"), &catalogue, "").count,
                     uh_catalogue_exercise_count(&catalogue));
    assert_int_equal(uh_find_exercises(uh_language_find("en"), &catalogue, "zzzz").count, 0);
}

static void whoever_looks_round_finds_what_answers_to_a_part(void **state)
{
    static const struct {
        const char *language, *words, *like; /* the best of what this finds */
    } asked[] = {
        {"en", "stiff neck", "neck"},
        {"en", "my stiff neck hurts", "neck"},
        {"en", "rounded shoulders", "shoulders"},
        {"de", "verspannter Nacken", "Nacken"},
    };
    uh_catalogue catalogue = builtin_catalogue();
    for (size_t i = 0; i < UH_COUNT(asked); i++) {
        const uh_language *language = uh_language_find(asked[i].language);
        const uh_found found = uh_search_exercises(language, &catalogue, asked[i].words);
        const uh_found like = uh_find_exercises(language, &catalogue, asked[i].like);
        assert_true(found.in_part);
        assert_int_equal(uh_find_exercises(language, &catalogue, asked[i].words).count, 0);
        assert_in_range(found.count, 1, like.count);
        assert_memory_equal(found.exercises, like.exercises, found.count * sizeof(uint32_t));
    }
}

static void what_nothing_answers_to_finds_nothing(void **state)
{
    uh_catalogue catalogue = builtin_catalogue();
    const uh_language *english = uh_language_find("en");
    assert_int_equal(uh_search_exercises(english, &catalogue, "zzzz qqqq").count, 0);
    assert_int_equal(uh_search_exercises(english, &catalogue, "  ").count, 0);
    assert_false(uh_search_exercises(english, &catalogue, "").in_part);
    assert_false(uh_search_exercises(english, &catalogue, "neck").in_part);
}

static void door_squats_and_neck_rolls_say_why_they_lead_elsewhere(void **state)
{
    static const struct {
        const char *key;
        const char *words;
    } rows[] = {
        {"doorway-stretch", "Door-Squats"},
        {"neck-flexion-extension", "neck rolls"},
        {"seated-cervical-rotation", "neck rolls"},
    };
    uh_catalogue catalogue = builtin_catalogue();
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        const uh_exercise *exercise =
            uh_catalogue_exercise(&catalogue, exercise_index(&catalogue, rows[i].key));
        const uh_alias *alias =
            uh_words_alias(uh_language_find("en"), &catalogue, exercise, rows[i].words);
        assert_non_null(alias);
        assert_true(alias->note != 0);
    }
    assert_null(uh_words_alias(uh_language_find("en"), &catalogue,
                               uh_catalogue_exercise(&catalogue, 0), "zzzz"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reals_are_short_and_never_minus_zero),
        cmocka_unit_test(a_buffer_counts_what_does_not_fit_and_stays_terminated),
        cmocka_unit_test(json_keeps_commas_and_nesting),
        cmocka_unit_test(pretty_json_has_a_line_for_each_value),
        cmocka_unit_test(json_escapes_what_must_be_and_nothing_else),
        cmocka_unit_test(columns_are_those_of_a_terminal),
        cmocka_unit_test(a_narrow_page_gives_an_item_lines_of_its_own),
        cmocka_unit_test(text_is_broken_at_spaces_and_hangs),
        cmocka_unit_test(no_line_of_any_stretch_is_wider_than_the_page),
        cmocka_unit_test(every_citation_of_the_catalogue_has_a_source_that_is_known),
        cmocka_unit_test(decisions_are_found_by_their_id),
        cmocka_unit_test(the_best_answer_comes_first),
        cmocka_unit_test(whoever_looks_round_finds_what_answers_to_a_part),
        cmocka_unit_test(what_nothing_answers_to_finds_nothing),
        cmocka_unit_test(door_squats_and_neck_rolls_say_why_they_lead_elsewhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
