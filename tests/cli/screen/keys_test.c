/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/screen/keys.h"

enum { KEYS_MAX = 16 };

/* The keys of some bytes, an ESC at the end being one. */
static void assert_keys(const char *bytes, const uh_key *wanted, size_t count)
{
    uh_keys keys = {0};
    uh_key got[KEYS_MAX] = {UH_KEY_NONE};
    size_t taken = 0;
    for (; *bytes != '\0' && taken < KEYS_MAX; bytes++) {
        got[taken] = uh_keys_byte(&keys, (unsigned char)*bytes);
        taken += got[taken] != UH_KEY_NONE ? 1 : 0;
    }
    if (uh_keys_waiting(&keys) && taken < KEYS_MAX) {
        got[taken++] = uh_keys_timeout(&keys);
    }
    assert_int_equal(taken, count);
    assert_memory_equal(got, wanted, count * sizeof got[0]);
}

#define ASSERT_KEYS(bytes, ...)                                                                    \
    do {                                                                                           \
        static const uh_key wanted[] = {__VA_ARGS__};                                              \
        assert_keys(bytes, wanted, sizeof wanted / sizeof wanted[0]);                              \
    } while (0)

static void letters_are_themselves(void **state)
{
    ASSERT_KEYS("sq ?+", 's', 'q', ' ', '?', '+');
}

static void both_ends_of_a_line_are_enter(void **state)
{
    ASSERT_KEYS("\r", UH_KEY_ENTER);
    ASSERT_KEYS("\n", UH_KEY_ENTER);
}

static void an_escape_alone_is_the_escape_key(void **state)
{
    ASSERT_KEYS("\033", UH_KEY_ESCAPE);
    ASSERT_KEYS("\033\033", UH_KEY_ESCAPE, UH_KEY_ESCAPE);
}

static void arrows_and_pages_scroll(void **state)
{
    ASSERT_KEYS("\033[A\033[B\033OA\033[5~\033[6~", UH_KEY_UP, UH_KEY_DOWN, UH_KEY_UP,
                UH_KEY_PAGE_UP, UH_KEY_PAGE_DOWN);
}

static void any_other_sequence_is_one_key(void **state)
{
    ASSERT_KEYS("\033[15~", UH_KEY_OTHER);
    ASSERT_KEYS("\033[1;5C", UH_KEY_OTHER);
    ASSERT_KEYS("\033x", UH_KEY_OTHER);
    ASSERT_KEYS("\t", UH_KEY_OTHER);
}

static void a_character_of_many_bytes_is_one_key(void **state)
{
    ASSERT_KEYS("\xc3\xa4", UH_KEY_OTHER);
    ASSERT_KEYS("\xe8\x83\xb8", UH_KEY_OTHER);
}

static void no_bytes_get_it_stuck(void **state)
{
    uint32_t random = 1;
    uh_keys keys = {0};
    for (int i = 0; i < 100000; i++) {
        random = random * 1664525U + 1013904223U;
        (void)uh_keys_byte(&keys, (unsigned char)(random >> 24));
    }
    (void)uh_keys_timeout(&keys);
    assert_int_equal(uh_keys_byte(&keys, 's'), 's');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_are_themselves),
        cmocka_unit_test(both_ends_of_a_line_are_enter),
        cmocka_unit_test(an_escape_alone_is_the_escape_key),
        cmocka_unit_test(arrows_and_pages_scroll),
        cmocka_unit_test(any_other_sequence_is_one_key),
        cmocka_unit_test(a_character_of_many_bytes_is_one_key),
        cmocka_unit_test(no_bytes_get_it_stuck),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
