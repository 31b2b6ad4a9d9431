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
    (void)uh_words(uh_language_find(tag), NULL, &phrase, text, sizeof text);
    return text;
}

static const char *german(uh_phrase phrase)
{
    return in("de", phrase);
}

static void german_answers_to_its_tags(void **state)
{
    static const char *const tags[] = {"de", "de_DE.UTF-8", "de-AT", "de_CH@euro"};
    for (size_t i = 0; i < UH_COUNT(tags); i++) {
        assert_string_equal(uh_language_tag(uh_language_find(tags[i])), "de");
    }
    assert_string_equal(uh_language_tag(uh_language_find("den")), "en");
}

static void one_has_its_own_form_and_nought_and_many_share_one(void **state)
{
    static const struct {
        int64_t number;
        const char *seconds, *files, *stretches;
    } rows[] = {
        {0, "0 Sekunden.", "0 Dateien, keine Fehler.", "0 Übungen"},
        {1, "1 Sekunde.", "1 Datei, keine Fehler.", "1 Übung"},
        {2, "2 Sekunden.", "2 Dateien, keine Fehler.", "2 Übungen"},
        {5, "5 Sekunden.", "5 Dateien, keine Fehler.", "5 Übungen"},
    };
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        const uh_argument number = uh_number(rows[i].number);
        const uh_argument seconds = uh_seconds(rows[i].number * 1000);
        assert_string_equal(german(uh_say1(UH_MSG_CUE_SECONDS, seconds)), rows[i].seconds);
        assert_string_equal(german(uh_say1(UH_MSG_CHECK_GOOD, number)), rows[i].files);
        assert_string_equal(german(uh_say1(UH_MSG_INTRO_STRETCHES, number)), rows[i].stretches);
    }
}

static void numbers_have_a_decimal_comma(void **state)
{
    assert_string_equal(german(uh_say1(UH_MSG_CUE_SECONDS, uh_seconds(2500))), "2,5 Sekunden.");
    assert_string_equal(german(uh_say1(UH_MSG_STRETCH_SPEED, uh_hundredths(250))),
                        "Dies läuft 2,5-mal so schnell und gilt als Simulation.");
    assert_string_equal(german(uh_say1(UH_MSG_DOSE_SECONDS, uh_seconds(-1500))), "-1,5 s");
}

/* The phrase with a number for each argument: every placeholder shows. */
static uh_phrase full(uint32_t message)
{
    return uh_say4((uh_message)message, uh_number(2), uh_number(3), uh_number(4), uh_number(5));
}

static bool has_letter(const char *text)
{
    return strpbrk(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") != NULL;
}

/* Words that are the same in both, whole messages only. */
static bool is_same_word(const char *text)
{
    static const char *const words[] = {
        "NAME", "[NAME...]", "bash|zsh|fish", "Terminal", "UTF-8.", "PHASE", "N",
        "X",    "Esc",       "Enter",         "2 s",      "ID",     "2 min", "Form"};
    for (size_t i = 0; i < UH_COUNT(words); i++) {
        if (strcmp(words[i], text) == 0) {
            return true;
        }
    }
    return false;
}

static void no_message_is_left_in_english(void **state)
{
    for (uint32_t i = 0; i < UH_MESSAGE_COUNT; i++) {
        char english[TEXT_MAX];
        const uh_phrase phrase = full(i);
        (void)uh_words(uh_language_find("en"), NULL, &phrase, english, sizeof english);
        const char *text = german(phrase);
        if (has_letter(english) && strcmp(english, text) == 0 && !is_same_word(text)) {
            fail_msg("%s", text);
        }
        assert_null(strpbrk(text, "{}"));
    }
}

/* -- search -- */

static uint32_t match(const char *key, const char *words)
{
    const uh_catalogue catalogue = builtin_catalogue();
    const uint32_t index = exercise_index(&catalogue, key);
    return uh_words_match(uh_language_find("de"), &catalogue,
                          uh_catalogue_exercise(&catalogue, index), words);
}

static void names_are_found_in_german_and_in_english(void **state)
{
    static const struct {
        const char *words;
        const char *key;
    } rows[] = {
        {"Drehsitz", "seated-twist"},
        {"Dehnung im Türrahmen", "doorway-stretch"},
        {"dehnung im tuerrahmen", "doorway-stretch"},
        {"DEHNUNG IM TÜRRAHMEN", "doorway-stretch"},
        {"Tür-Kniebeugen", "doorway-stretch"},
        {"door squats", "doorway-stretch"},
        {"Nackenkreisen", "neck-flexion-extension"},
        {"Nackenkreisen", "seated-cervical-rotation"},
        {"chin tuck", "chin-tuck"},
        {"Doppelkinn", "chin-tuck"},
        {"S09b", "thoracic-extension-roller"},
    };
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        if (match(rows[i].key, rows[i].words) != 100) {
            fail_msg("%s: %s", rows[i].words, rows[i].key);
        }
    }
}

static void german_words_of_body_place_and_things_find_stretches(void **state)
{
    static const struct {
        const char *words;
        const char *key;
        bool found;
    } rows[] = {
        {"nacken", "chin-tuck", true},
        {"Nacken", "prone-w", false},
        {"oberer Rücken", "doorway-stretch", true},
        {"Ruecken", "cat-cow", true},
        {"Schulterblätter", "shoulder-blade-squeeze", true},
        {"Wirbelsäule", "thoracic-rotation", true}, /* inside of Brustwirbelsäule */
        {"Rotationen", "seated-twist", true},
        {"Stuhl", "thoracic-extension", true},
        {"Rolle", "foam-roller-ity", true},
        {"Rolle", "chin-tuck", false},
        {"Büro", "chin-tuck", true},
        {"abends", "cat-cow", true},
        {"Boden knien", "cat-cow", true},
        {"neck", "chin-tuck", true},
        {"Handstand", "chin-tuck", false},
    };
    for (size_t i = 0; i < UH_COUNT(rows); i++) {
        if ((match(rows[i].key, rows[i].words) > 0) != rows[i].found) {
            fail_msg("%s: %s", rows[i].words, rows[i].key);
        }
    }
}

static void a_name_that_leads_elsewhere_says_why_in_german_too(void **state)
{
    const uh_catalogue catalogue = builtin_catalogue();
    const uh_language *language = uh_language_find("de");
    const uh_alias *alias = uh_words_alias(
        language, &catalogue,
        uh_catalogue_exercise(&catalogue, exercise_index(&catalogue, "doorway-stretch")),
        "tür kniebeugen");
    assert_non_null(alias);
    char note[TEXT_MAX];
    (void)uh_words_text(language, &catalogue, alias->note, note, sizeof note);
    assert_non_null(strstr(note, "ohne sie zu beschreiben"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(german_answers_to_its_tags),
        cmocka_unit_test(one_has_its_own_form_and_nought_and_many_share_one),
        cmocka_unit_test(numbers_have_a_decimal_comma),
        cmocka_unit_test(no_message_is_left_in_english),
        cmocka_unit_test(names_are_found_in_german_and_in_english),
        cmocka_unit_test(german_words_of_body_place_and_things_find_stretches),
        cmocka_unit_test(a_name_that_leads_elsewhere_says_why_in_german_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
