/* SPDX-License-Identifier: MIT */
/* Every form as a session whose person asks for less. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/motion_play.h"

static void every_form_that_is_eased_moves_as_a_body_can(void **state)
{
    every_form_moves(ASKS_AT_ONCE);
}

static void every_form_that_is_eased_on_its_way_moves_as_a_body_can(void **state)
{
    every_form_moves(ASKS_IN_THE_MIDDLE);
}

int main(int argc, char **argv)
{
    only = argc > 1 ? argv[1] : NULL;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_form_that_is_eased_moves_as_a_body_can),
        cmocka_unit_test(every_form_that_is_eased_on_its_way_moves_as_a_body_can),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
