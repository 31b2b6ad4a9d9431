/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/builtin.h"
#include "unhunch/words.h"

enum { TEXT_MAX = 4096 };

static const char *in(const char *tag, uh_phrase phrase)
{
    static char text[TEXT_MAX];
    size_t length = uh_words(uh_language_find(tag), NULL, &phrase, text, sizeof text);
    assert_int_equal(length, strlen(text));
    return text;
}

static const char *english(uh_phrase phrase)
{
    return in("en", phrase);
}

static void arguments_stand_where_the_text_names_them(void **state)
{
    assert_string_equal(english(uh_say2(UH_MSG_CUE_COUNT_OF, uh_number(6), uh_number(15))),
                        "6 of 15.");
}

static void argument_0_decides_between_one_and_many(void **state)
{
    assert_string_equal(english(uh_say1(UH_MSG_CHECK_BAD, uh_number(1))), "1 mistake.");
    assert_string_equal(english(uh_say1(UH_MSG_CHECK_BAD, uh_number(0))), "0 mistakes.");
    assert_string_equal(english(uh_say1(UH_MSG_CHECK_BAD, uh_number(2))), "2 mistakes.");
    assert_string_equal(english(uh_say1(UH_MSG_CUE_SECONDS, uh_seconds(1000))), "1 second.");
    assert_string_equal(english(uh_say1(UH_MSG_CUE_SECONDS, uh_seconds(1500))), "1.5 seconds.");
}

static void times_and_numbers_are_written_as_people_read_them(void **state)
{
    static const struct {
        uh_argument argument;
        const char *text;
    } rows[] = {
        {{UH_ARGUMENT_DURATION, {.number = 45000}}, "0:45."},
        {{UH_ARGUMENT_DURATION, {.number = 725000}}, "12:05."},
        {{UH_ARGUMENT_DURATION, {.number = 0}}, "0:00."},
        {{UH_ARGUMENT_DURATION, {.number = 59500}}, "1:00."},
        {{UH_ARGUMENT_DURATION, {.number = 3600000}}, "60:00."},
        {{UH_ARGUMENT_SECONDS, {.number = 10000}}, "10."},
        {{UH_ARGUMENT_SECONDS, {.number = 2500}}, "2.5."},
        {{UH_ARGUMENT_SECONDS, {.number = 2549}}, "2.5."},
        {{UH_ARGUMENT_SECONDS, {.number = -2500}}, "-2.5."},
        {{UH_ARGUMENT_HUNDREDTHS, {.number = 250}}, "2.5."},
        {{UH_ARGUMENT_HUNDREDTHS, {.number = 205}}, "2.05."},
        {{UH_ARGUMENT_HUNDREDTHS, {.number = 20000}}, "200."},
        {{UH_ARGUMENT_HUNDREDTHS, {.number = -7}}, "-0.07."},
        {{UH_ARGUMENT_NUMBER, {.number = INT64_MIN}}, "-9223372036854775808."},
        {{UH_ARGUMENT_NUMBER, {.number = 1000000}}, "1000000."},
        {{UH_ARGUMENT_LITERAL, {.literal = "S09b"}}, "S09b."},
        {{UH_ARGUMENT_MESSAGE, {.message = UH_MSG_DOCTOR_LESS}}, "less."},
    };
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        assert_string_equal(english(uh_say1(UH_MSG_CUE_SENTENCE, rows[i].argument)), rows[i].text);
    }
}

static void every_message_has_a_text(void **state)
{
    char text[TEXT_MAX];
    for (uint32_t i = 0; i < UH_MESSAGE_COUNT; i++) {
        uh_phrase phrase =
            uh_say4((uh_message)i, uh_number(2), uh_number(3), uh_number(4), uh_number(5));
        size_t length = uh_words(uh_language_find("en"), NULL, &phrase, text, sizeof text);
        assert_true(length < sizeof text);
        assert_true(length > 0 || i == UH_MSG_USAGE_NOTHING);
        assert_null(strchr(text, '{'));
    }
}

static void the_pseudo_language_changes_letters_and_nothing_else(void **state)
{
    assert_string_equal(in("qps", uh_say2(UH_MSG_CUE_COUNT_OF, uh_number(6), uh_number(15))),
                        "⟦6 öƒ 15.⟧");
    assert_string_equal(in("qps", uh_say1(UH_MSG_CUE_SENTENCE, uh_literal("cat-cow"))),
                        "⟦cat-cow.⟧");
    assert_string_equal(
        in("qps", uh_say1(UH_MSG_CUE_SENTENCE, uh_message_argument(UH_MSG_DOCTOR_LESS))),
        "⟦⟦ļéšš⟧.⟧");
}

static bool has_letter(const char *text)
{
    return strpbrk(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") != NULL;
}

static void the_pseudo_language_leaves_no_letter_of_any_message(void **state)
{
    for (uint32_t i = 0; i < UH_MESSAGE_COUNT; i++) {
        assert_false(has_letter(in("qps", uh_say4((uh_message)i, uh_number(2), uh_number(3),
                                                  uh_number(4), uh_number(5)))));
    }
}

static void a_language_answers_to_its_tag_and_unknown_ones_get_english(void **state)
{
    static const struct {
        const char *tag;
        const char *language;
    } rows[] = {
        {"en", "en"},   {"en_GB.UTF-8", "en"}, {"en-GB", "en"}, {"qps", "qps"}, {"qps-ploc", "qps"},
        {"qpsx", "en"}, {"fr_FR.UTF-8", "en"}, {"C", "en"},     {"", "en"},     {NULL, "en"},
    };
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        assert_string_equal(uh_language_tag(uh_language_find(rows[i].tag)), rows[i].language);
    }
}

static void a_text_that_does_not_fit_is_cut_between_characters(void **state)
{
    uh_phrase phrase = uh_say(UH_MSG_DOCTOR_LESS); /* "⟦ļéšš⟧": 3 + 2 + 2 + 2 + 2 + 3 bytes */
    char text[16];
    for (size_t capacity = 0; capacity < sizeof text; capacity++) {
        memset(text, '#', sizeof text);
        assert_int_equal(uh_words(uh_language_find("qps"), NULL, &phrase, text, capacity), 14);
        if (capacity > 0) {
            size_t kept = strlen(text);
            assert_true(kept < capacity);
            assert_true(kept == 0 || strncmp("⟦ļéšš⟧", text, kept) == 0);
            /* the byte after what was kept begins a character, or ends the text */
            assert_true(((unsigned char)"⟦ļéšš⟧"[kept] & 0xC0U) != 0x80U);
        }
    }
}

static void catalogue_texts_are_translated_with_the_rest(void **state)
{
    uh_catalogue catalogue = builtin_catalogue();
    const uh_exercise *exercise =
        uh_catalogue_exercise(&catalogue, exercise_index(&catalogue, "cat-cow"));
    char text[TEXT_MAX];
    (void)uh_words_text(uh_language_find("en"), &catalogue, exercise->name, text, sizeof text);
    assert_string_equal(text, "Cat and cow");
    (void)uh_words_text(uh_language_find("qps"), &catalogue, exercise->name, text, sizeof text);
    assert_string_equal(text, "⟦Çåţ åñð çöŵ⟧");
    assert_int_equal(uh_words_text(uh_language_find("qps"), &catalogue, 0, text, sizeof text), 0);
    assert_string_equal(text, "");
}

static void words_are_counted_as_they_are_spoken(void **state)
{
    assert_int_equal(uh_words_count(""), 0);
    assert_int_equal(uh_words_count("Hold."), 1);
    assert_int_equal(uh_words_count("  6 of 15 - \"left\" foot  "), 5);
    assert_int_equal(uh_words_count("⟦Çåţ åñð⟧"), 2);
    assert_int_equal(uh_words_spoken_ms(uh_language_find("en"), "Breathe in slowly."), 1200);
}

static void every_decision_has_one_sentence(void **state)
{
    for (uint32_t i = UH_MSG_AMB_01; i <= UH_MSG_D_23; i++) {
        const char *text = english(uh_say((uh_message)i));
        assert_int_equal(text[strlen(text) - 1], '.');
    }
    assert_int_equal(UH_MSG_AMB_42 - UH_MSG_AMB_01, 41);
    assert_int_equal(UH_MSG_D_01 - UH_MSG_AMB_42, 1);
    assert_int_equal(UH_MSG_D_23 - UH_MSG_D_01, 22);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arguments_stand_where_the_text_names_them),
        cmocka_unit_test(argument_0_decides_between_one_and_many),
        cmocka_unit_test(times_and_numbers_are_written_as_people_read_them),
        cmocka_unit_test(every_message_has_a_text),
        cmocka_unit_test(the_pseudo_language_changes_letters_and_nothing_else),
        cmocka_unit_test(the_pseudo_language_leaves_no_letter_of_any_message),
        cmocka_unit_test(a_language_answers_to_its_tag_and_unknown_ones_get_english),
        cmocka_unit_test(a_text_that_does_not_fit_is_cut_between_characters),
        cmocka_unit_test(catalogue_texts_are_translated_with_the_rest),
        cmocka_unit_test(words_are_counted_as_they_are_spoken),
        cmocka_unit_test(every_decision_has_one_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
