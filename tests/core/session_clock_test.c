/* SPDX-License-Identifier: MIT */
/* Commands that come with a moment before the latest one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/builtin.h"

static uh_catalogue catalogue;
static uh_routine routine;
static uh_session session;

static uh_boot_ms at(int64_t ms)
{
    return (uh_boot_ms){ms};
}

static void take_until(int64_t ms)
{
    uh_session_event event;
    while (uh_session_next(&session, at(ms), &event)) {
    }
}

static int begin(void **state)
{
    catalogue = builtin_catalogue();
    routine = (uh_routine){0};
    (void)add_stretch(&catalogue, &routine, "doorway-stretch", UH_LEVEL_START);
    assert_int_equal(
        uh_session_start(&catalogue, &routine, uh_session_default_options(), at(0), &session),
        UH_OK);
    return 0;
}

/* Else its events would be heaped up behind those of the command before. */
static void an_earlier_moment_does_not_jump_the_queue(void **state)
{
    take_until(1000);
    assert_int_equal(uh_session_pause(&session, at(1000)), UH_OK);
    for (int i = 0; i < 8; i++) {
        assert_int_equal(uh_session_resume(&session, at(999)), UH_ERR_PENDING);
    }
    take_until(1000);
    assert_int_equal(uh_session_resume(&session, at(999)), UH_OK);
}

static void a_gap_is_told_after_what_was_due_was_taken(void **state)
{
    take_until(5000);
    assert_int_equal(uh_session_ready(&session, at(5000)), UH_OK);
    assert_int_equal(uh_session_interrupt(&session, at(4000)), UH_ERR_PENDING);
    take_until(5000);
    assert_int_equal(uh_session_interrupt(&session, at(4000)), UH_OK);
    take_until(5000);
    assert_int_equal(uh_session_look(&session, at(9000)).phase_elapsed_ms, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(an_earlier_moment_does_not_jump_the_queue, begin),
        cmocka_unit_test_setup(a_gap_is_told_after_what_was_due_was_taken, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
