/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/cli.h"
#include "unhunch/person.h"

static const char *equipment_at(const void *from, uint32_t index)
{
    (void)from;
    return uh_equipment_name(index);
}

static const char *near(const char *typed)
{
    return uh_nearest_name(typed, equipment_at, NULL, UH_EQUIPMENT_COUNT);
}

static void a_name_that_begins_with_the_word_beats_one_with_fewer_other_letters(void **state)
{
    assert_string_equal(near("door"), "doorway");
    assert_string_equal(near("Door"), "doorway"); /* as if typed in lower case */
    assert_string_equal(near("long"), "long-foam-roller");
}

static void else_the_fewest_other_letters_decide(void **state)
{
    assert_string_equal(near("flor"), "floor");
    assert_string_equal(near("towl"), "towel");
}

static void two_letters_are_too_few_to_guess(void **state)
{
    assert_null(near("fl"));
    assert_null(near(""));
}

static void what_is_near_to_nothing_has_no_nearest(void **state)
{
    assert_null(near("upper-back"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_that_begins_with_the_word_beats_one_with_fewer_other_letters),
        cmocka_unit_test(else_the_fewest_other_letters_decide),
        cmocka_unit_test(two_letters_are_too_few_to_guess),
        cmocka_unit_test(what_is_near_to_nothing_has_no_nearest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
