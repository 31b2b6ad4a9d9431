/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/builtin.h"
#include "unhunch/words.h"

static uint32_t match_in(const char *tag, const char *key, const char *words)
{
    const uh_catalogue catalogue = builtin_catalogue();
    const uint32_t index = exercise_index(&catalogue, key);
    return uh_words_match(uh_language_find(tag), &catalogue,
                          uh_catalogue_exercise(&catalogue, index), words);
}

static uint32_t match(const char *key, const char *words)
{
    return match_in("en", key, words);
}

static void names_that_people_know_are_found_exactly(void **state)
{
    static const struct {
        const char *words;
        const char *key;
    } cases[] = {
        {"neck rolls", "neck-flexion-extension"}, {"neck rolls", "seated-cervical-rotation"},
        {"door squats", "doorway-stretch"},       {"Doorway Stretch", "doorway-stretch"},
        {"doorway-stretch", "doorway-stretch"},   {"s09B", "thoracic-extension-roller"},
        {"  chin   tuck!", "chin-tuck"},          {"{chin}~tuck|", "chin-tuck"},
    };
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        assert_int_equal(match(cases[i].key, cases[i].words), 100);
    }
}

static void words_of_body_place_and_things_find_stretches(void **state)
{
    static const struct {
        const char *words;
        const char *key;
        bool found;
    } cases[] = {
        {"upper back", "doorway-stretch", true},
        {"neck", "chin-tuck", true},
        {"roller", "foam-roller-ity", true},
        {"roller", "chin-tuck", false},
        {"floor", "cat-cow", true},
        {"bedtime", "cat-cow", true},
        {"kneeling", "cat-cow", true},
        {"neck kneeling doorway", "cat-cow", false},
        {"chairs", "thoracic-extension", true},
        {"door", "doorway-stretch", true},
        {"", "chin-tuck", false},
        {" - ", "chin-tuck", false},
        {"handstand", "chin-tuck", false},
        {"Z", "chin-tuck", false},
        {"caf\xc3\xa9", "chin-tuck", false},
    };
    for (size_t i = 0; i < UH_COUNT(cases); i++) {
        if ((match(cases[i].key, cases[i].words) > 0) != cases[i].found) {
            fail_msg("%s: %s", cases[i].words, cases[i].key);
        }
    }
}

static void a_name_counts_more_than_a_trait_and_a_trait_more_than_a_moment(void **state)
{
    assert_true(match("doorway-stretch", "door") > match("doorway-stretch", "standing"));
    assert_true(match("cat-cow", "kneeling") > match("cat-cow", "bedtime"));
    assert_true(match("chin-tuck", "chin") < 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_that_people_know_are_found_exactly),
        cmocka_unit_test(words_of_body_place_and_things_find_stretches),
        cmocka_unit_test(a_name_counts_more_than_a_trait_and_a_trait_more_than_a_moment),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
