/* SPDX-License-Identifier: MIT */
/* German as an image that is opened later, as the page does: whole and of this build, or refused.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/builtin.h"
#include "words/language.h"

enum { TEXT_MAX = 4096 };

extern const uh_translation_rule uh_translation_rule_de;
extern const unsigned char uh_translation_de[];

static size_t german_size(void)
{
    uh_translation header;
    memcpy(&header, uh_translation_de, sizeof header);
    return header.size;
}

/* A piece of exactly that size, so that the first byte too far is seen. */
static unsigned char *copy(size_t size)
{
    unsigned char *image = malloc(size > 0 ? size : 1);
    assert_non_null(image);
    memcpy(image, uh_translation_de, size);
    return image;
}

static uh_translation *header_of(unsigned char *image)
{
    void *start = image;
    return start;
}

static void say_all(const uh_language *language, const uh_catalogue *catalogue)
{
    char text[TEXT_MAX];
    for (uint32_t i = 0; i < UH_MESSAGE_COUNT; i++) {
        for (int64_t number = 0; number < 3; number++) {
            const uh_argument argument = uh_number(number);
            const uh_phrase phrase = uh_say4((uh_message)i, argument, argument, argument, argument);
            (void)uh_words(language, catalogue, &phrase, text, sizeof text);
        }
    }
    for (uint32_t i = 0; i < uh_catalogue_exercise_count(catalogue); i++) {
        (void)uh_words_text(language, catalogue, uh_catalogue_exercise(catalogue, i)->name, text,
                            sizeof text);
    }
}

static void an_opened_language_says_what_the_built_in_one_says(void **state)
{
    unsigned char *image = copy(german_size());
    const uh_catalogue catalogue = builtin_catalogue();
    const uh_language *built_in = uh_language_find("de");
    uh_language language;
    assert_int_equal(uh_language_open(image, german_size(), &language), UH_OK);
    assert_string_equal(uh_language_tag(&language), "de");
    assert_true(uh_language_is_here(&language));
    for (uint32_t i = 0; i < UH_MESSAGE_COUNT; i++) {
        char texts[2][TEXT_MAX];
        const uh_phrase phrase =
            uh_say4((uh_message)i, uh_number(1), uh_number(2), uh_number(3), uh_number(4));
        (void)uh_words(&language, NULL, &phrase, texts[0], TEXT_MAX);
        (void)uh_words(built_in, NULL, &phrase, texts[1], TEXT_MAX);
        assert_string_equal(texts[0], texts[1]);
    }
    assert_int_equal(
        uh_words_match(&language, &catalogue, uh_catalogue_exercise(&catalogue, 0), "Nacken"),
        uh_words_match(built_in, &catalogue, uh_catalogue_exercise(&catalogue, 0), "Nacken"));
    free(image);
}

static void what_is_not_whole_is_refused(void **state)
{
    uh_language language;
    for (size_t size = 0; size < german_size(); size += size < 256 ? 1 : 997) {
        unsigned char *image = copy(size);
        assert_int_equal(uh_language_open(image, size, &language), UH_ERR_FORMAT);
        free(image);
    }
    unsigned char *longer = calloc(german_size() + 8, 1);
    assert_non_null(longer);
    memcpy(longer, uh_translation_de, german_size());
    assert_int_equal(uh_language_open(longer, german_size() + 8, &language), UH_ERR_FORMAT);
    header_of(longer)->size += 8;
    assert_int_equal(uh_language_open(longer, german_size() + 8, &language), UH_ERR_FORMAT);
    free(longer);
}

static void an_image_of_another_build_is_refused_and_so_is_an_unknown_language(void **state)
{
    uh_language language;
    unsigned char *image = copy(german_size());
    uh_translation *header = header_of(image);
    header->english ^= 1;
    assert_int_equal(uh_language_open(image, german_size(), &language), UH_ERR_VERSION);
    header->english ^= 1;
    header->version++;
    assert_int_equal(uh_language_open(image, german_size(), &language), UH_ERR_VERSION);
    header->version--;
    header->forms++;
    assert_int_equal(uh_language_open(image, german_size(), &language), UH_ERR_VERSION);
    header->forms--;
    header->message_count--;
    assert_int_equal(uh_language_open(image, german_size(), &language), UH_ERR_VERSION);
    header->message_count++;
    memcpy(header->tag, "xx\0", 3);
    assert_int_equal(uh_language_open(image, german_size(), &language), UH_ERR_UNKNOWN);
    memcpy(header->tag, "en\0", 3);
    assert_int_equal(uh_language_open(image, german_size(), &language), UH_ERR_UNKNOWN);
    memcpy(header->tag, "dededede", sizeof header->tag);
    assert_int_equal(uh_language_open(image, german_size(), &language), UH_ERR_FORMAT);
    memcpy(header->tag, "de\0", 3);
    header->magic[3] = 'a';
    assert_int_equal(uh_language_open(image, german_size(), &language), UH_ERR_FORMAT);
    free(image);
}

/* The catalogue's image is the other kind that the page fetches. */
static void a_catalogue_is_no_translation(void **state)
{
    const uh_catalogue catalogue = builtin_catalogue();
    uh_language language;
    assert_int_equal(uh_language_open(catalogue.image, catalogue.size, &language), UH_ERR_FORMAT);
}

static void a_flipped_bit_is_refused_or_stays_inside(void **state)
{
    const uh_catalogue catalogue = builtin_catalogue();
    unsigned char *image = copy(german_size());
    uint32_t opened = 0;
    uint32_t refused = 0;
    for (size_t at = 0; at < german_size(); at += at < sizeof(uh_translation) ? 1 : 797) {
        const unsigned char bit = (unsigned char)(1U << at % 8);
        uh_language language;
        image[at] ^= bit;
        if (uh_language_open(image, german_size(), &language) == UH_OK) {
            say_all(&language, &catalogue);
            opened++;
        } else {
            refused++;
        }
        image[at] ^= bit;
    }
    assert_true(opened > 0);
    assert_true(refused >= sizeof(uh_translation));
    free(image);
}

static const char *forms_of(unsigned char *image, uint32_t message, uint32_t form)
{
    const uh_translation *translation;
    assert_int_equal(
        uh_translation_open(image, german_size(), &uh_translation_rule_de, &translation), UH_OK);
    return uh_translation_message(translation, (uh_message)message, form);
}

static void a_placeholder_that_english_has_not_is_refused(void **state)
{
    unsigned char *image = copy(german_size());
    uh_language language;
    const char *text = forms_of(image, UH_MSG_CUE_SECONDS, 1);
    const char *placeholder = strstr(text, "{0}");
    assert_non_null(placeholder);
    unsigned char *digit = image + ((const unsigned char *)placeholder - image) + 1;
    *digit = '1';
    assert_int_equal(uh_language_open(image, german_size(), &language), UH_ERR_FORMAT);
    *digit = '0';
    assert_int_equal(uh_language_open(image, german_size(), &language), UH_OK);
    free(image);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_opened_language_says_what_the_built_in_one_says),
        cmocka_unit_test(what_is_not_whole_is_refused),
        cmocka_unit_test(an_image_of_another_build_is_refused_and_so_is_an_unknown_language),
        cmocka_unit_test(a_catalogue_is_no_translation),
        cmocka_unit_test(a_flipped_bit_is_refused_or_stays_inside),
        cmocka_unit_test(a_placeholder_that_english_has_not_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
