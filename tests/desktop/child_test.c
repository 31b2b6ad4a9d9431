/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "host/desktop/child.h"

static uh_loop *loop;
static int code;
static char output[UH_CHILD_OUTPUT_MAX];
static int answers;

static void nothing(void *user)
{
}

static void no_file(void *user, const char *name)
{
}

static void on_end(void *user, int ended, const char *text)
{
    code = ended;
    answers++;
    assert_true(strlen(text) < sizeof output);
    memcpy(output, text, strlen(text) + 1);
    uh_loop_end(loop);
}

static int begin(void **state)
{
    const uh_loop_hearing hearing = {nothing, nothing, no_file, NULL};
    answers = 0;
    return uh_loop_open(&hearing, &loop) == UH_OK ? 0 : 1;
}

static int end(void **state)
{
    uh_loop_close(loop);
    return 0;
}

static void run(const char *script, int64_t at_most_ms, const char *const *environment)
{
    const char *const argv[] = {"/bin/sh", "-c", script, NULL};
    const uh_child_order order = {.argv = argv,
                                  .environment = environment,
                                  .at_most_ms = at_most_ms,
                                  .listens = true,
                                  .ended = on_end};
    assert_non_null(uh_child_start(loop, &order, NULL));
    uh_loop_run(loop);
    assert_int_equal(answers, 1);
}

static void what_it_writes_and_how_it_ends_is_told(void **state)
{
    run("echo hello; exit 3", 60000, NULL);
    assert_string_equal(output, "hello\n");
    assert_int_equal(code, 3);
}

static void a_variable_replaces_ours_of_the_same_name(void **state)
{
    static const char *const environment[] = {"HOME=/elsewhere", "EXTRA=1", NULL};
    run("echo $HOME $EXTRA; env | grep -c ^HOME=", 60000, environment);
    assert_string_equal(output, "/elsewhere 1\n1\n");
}

static void one_that_is_too_slow_is_killed_with_all_that_it_started(void **state)
{
    run("echo begun; sleep 1000 & sleep 1000", 1, NULL);
    assert_int_equal(code, -1);
}

static void one_that_leaves_something_running_is_over_when_it_ends(void **state)
{
    run("sleep 1000 & echo $!", 60000, NULL);
    assert_int_equal(code, 0);
    const pid_t left = (pid_t)strtol(output, NULL, 10);
    assert_true(left > 1);
    assert_int_equal(kill(left, SIGTERM), 0); /* it was not killed with it: that was its own wish */
}

static void more_than_there_is_room_for_is_cut(void **state)
{
    run("i=0; while [ $i -lt 4000 ]; do echo 0123456789abcdef; i=$((i+1)); done", 60000, NULL);
    assert_int_equal(strlen(output), UH_CHILD_OUTPUT_MAX - 1);
    assert_int_equal(code, 0);
}

static void one_that_is_not_there_is_none(void **state)
{
    static const char *const argv[] = {"/no/such/program", NULL};
    const uh_child_order order = {.argv = argv, .at_most_ms = 1000, .ended = on_end};
    int pid = 0;
    assert_null(uh_child_start(loop, &order, &pid));
    assert_int_equal(pid, -1);
    assert_int_equal(answers, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_it_writes_and_how_it_ends_is_told, begin, end),
        cmocka_unit_test_setup_teardown(a_variable_replaces_ours_of_the_same_name, begin, end),
        cmocka_unit_test_setup_teardown(one_that_is_too_slow_is_killed_with_all_that_it_started,
                                        begin, end),
        cmocka_unit_test_setup_teardown(one_that_leaves_something_running_is_over_when_it_ends,
                                        begin, end),
        cmocka_unit_test_setup_teardown(more_than_there_is_room_for_is_cut, begin, end),
        cmocka_unit_test_setup_teardown(one_that_is_not_there_is_none, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
