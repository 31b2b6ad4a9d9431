/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "host/signals.h"

static void mourn(void)
{
    const ssize_t ignored = write(STDOUT_FILENO, "", 0);
    (void)ignored;
}

static void mourn_badly(void)
{
    abort();
}

static int begin(void **state)
{
    assert_int_equal(uh_signals_open(mourn), UH_OK);
    return 0;
}

static int end(void **state)
{
    uh_signals_close();
    return 0;
}

static bool is_readable(void)
{
    struct pollfd fd = {.fd = uh_signals_fd(), .events = POLLIN};
    return poll(&fd, 1, 0) == 1;
}

static void signals_wait_to_be_taken(void **state)
{
    assert_false(is_readable());
    assert_int_equal(raise(SIGWINCH), 0);
    assert_int_equal(raise(SIGTSTP), 0);
    assert_int_equal(raise(SIGWINCH), 0);
    assert_true(is_readable());
    assert_int_equal(uh_signals_take(), UH_SIGNAL_RESIZE | UH_SIGNAL_SUSPEND);
    assert_false(is_readable());
    assert_int_equal(uh_signals_take(), 0);
    assert_false(uh_signals_quitting());
}

static void a_broken_pipe_is_no_signal(void **state)
{
    assert_int_equal(raise(SIGPIPE), 0);
    assert_int_equal(uh_signals_take(), 0);
}

static void afterwards_signals_are_what_they_were(void **state)
{
    struct sigaction found;
    uh_signals_close();
    assert_int_equal(sigaction(SIGTERM, NULL, &found), 0);
    assert_true(found.sa_handler == SIG_DFL);
}

/* What a child that does `what` died of. */
static int death_of(void (*what)(void))
{
    const pid_t child = fork();
    if (child == 0) {
        const struct rlimit none = {0};
        (void)setrlimit(RLIMIT_CORE, &none);
        what();
        _exit(0);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

static void quit_by_hup(void)
{
    if (uh_signals_open(mourn) == UH_OK && raise(SIGHUP) == 0 && uh_signals_quitting()) {
        uh_signals_die();
    }
}

static void crash(void)
{
    if (uh_signals_open(mourn) == UH_OK) {
        (void)raise(SIGSEGV);
    }
}

static void crash_while_mourning(void)
{
    if (uh_signals_open(mourn_badly) == UH_OK) {
        (void)raise(SIGSEGV);
    }
}

static void the_parent_sees_which_signal_it_was(void **state)
{
    assert_int_equal(death_of(quit_by_hup), SIGHUP);
    assert_int_equal(death_of(crash), SIGSEGV);
    assert_int_not_equal(death_of(crash_while_mourning), 0);
}

static void be_started_by_nohup(void)
{
    (void)signal(SIGHUP, SIG_IGN);
    if (uh_signals_open(mourn) == UH_OK) {
        (void)raise(SIGHUP);
        if (uh_signals_quitting()) {
            abort();
        }
    }
}

static void who_was_told_to_ignore_hup_ignores_it(void **state)
{
    assert_int_equal(death_of(be_started_by_nohup), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(signals_wait_to_be_taken, begin, end),
        cmocka_unit_test_setup_teardown(a_broken_pipe_is_no_signal, begin, end),
        cmocka_unit_test_setup_teardown(afterwards_signals_are_what_they_were, begin, end),
        cmocka_unit_test(the_parent_sees_which_signal_it_was),
        cmocka_unit_test(who_was_told_to_ignore_hup_ignores_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
