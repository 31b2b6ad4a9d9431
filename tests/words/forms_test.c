/* SPDX-License-Identifier: MIT */
/* A language with three plural forms, of which only three texts are translated: forms.po. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/builtin.h"
#include "words/language.h"

enum { TEXT_MAX = 256 };

extern const uh_translation_rule uh_translation_rule_xx;
extern const unsigned char uh_translation_xx[];

static void write_as_is(uh_pen *pen, const char *text, size_t length)
{
    uh_pen_bytes(pen, text, length);
}

static const char *const endings[] = {NULL};
static const uh_language language = {.tag = "xx",
                                     .decimal_mark = "'",
                                     .word_ms = 400,
                                     .endings = endings,
                                     .rule = &uh_translation_rule_xx,
                                     .translation = (const void *)uh_translation_xx,
                                     .write = write_as_is,
                                     .open = "",
                                     .close = ""};

static const char *said(uh_phrase phrase)
{
    static char text[TEXT_MAX];
    (void)uh_words(&language, NULL, &phrase, text, sizeof text);
    return text;
}

static void a_number_has_the_form_that_the_rule_gives_it(void **state)
{
    static const struct {
        int64_t number;
        const char *text;
    } rows[] = {
        {0, "0 many."},   {1, "1 one."},    {2, "2 few."},   {4, "4 few."},      {5, "5 many."},
        {12, "12 many."}, {21, "21 many."}, {22, "22 few."}, {112, "112 many."}, {-1, "-1 one."},
    };
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        assert_string_equal(said(uh_say1(UH_MSG_CUE_SECONDS, uh_number(rows[i].number))),
                            rows[i].text);
    }
}

static void seconds_decide_as_they_are_shown_and_fractions_take_the_last_form(void **state)
{
    assert_string_equal(said(uh_say1(UH_MSG_CUE_SECONDS, uh_seconds(1000))), "1 one.");
    assert_string_equal(said(uh_say1(UH_MSG_CUE_SECONDS, uh_seconds(1049))), "1 one.");
    assert_string_equal(said(uh_say1(UH_MSG_CUE_SECONDS, uh_seconds(2000))), "2 few.");
    assert_string_equal(said(uh_say1(UH_MSG_CUE_SECONDS, uh_seconds(2500))), "2'5 many.");
    assert_string_equal(said(uh_say1(UH_MSG_CUE_SECONDS, uh_literal("a"))), "a many.");
}

static void arguments_stand_in_the_order_of_the_language(void **state)
{
    assert_string_equal(said(uh_say2(UH_MSG_CUE_COUNT_OF, uh_number(2), uh_number(9))), "9/2.");
}

static void what_is_not_translated_is_english_with_its_own_forms(void **state)
{
    assert_string_equal(said(uh_say1(UH_MSG_CHECK_BAD, uh_number(1))), "1 mistake.");
    assert_string_equal(said(uh_say1(UH_MSG_CHECK_BAD, uh_number(2))), "2 mistakes.");
    assert_string_equal(said(uh_say(UH_MSG_USAGE_NOTHING)), "");
}

static void a_text_of_the_catalogue_is_found_by_what_it_says(void **state)
{
    const uh_catalogue catalogue = builtin_catalogue();
    char text[TEXT_MAX];
    const uh_exercise *known =
        uh_catalogue_exercise(&catalogue, exercise_index(&catalogue, "cat-cow"));
    (void)uh_words_text(&language, &catalogue, known->name, text, sizeof text);
    assert_string_equal(text, "Here");
    const uh_exercise *unknown =
        uh_catalogue_exercise(&catalogue, exercise_index(&catalogue, "chin-tuck"));
    (void)uh_words_text(&language, &catalogue, unknown->name, text, sizeof text);
    assert_string_equal(text, "Chin tuck");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_has_the_form_that_the_rule_gives_it),
        cmocka_unit_test(seconds_decide_as_they_are_shown_and_fractions_take_the_last_form),
        cmocka_unit_test(arguments_stand_in_the_order_of_the_language),
        cmocka_unit_test(what_is_not_translated_is_english_with_its_own_forms),
        cmocka_unit_test(a_text_of_the_catalogue_is_found_by_what_it_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
