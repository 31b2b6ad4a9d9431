/* SPDX-License-Identifier: MIT */
/* kill -9 at random moments of a real program that writes a session: no set that was acknowledged
 * is lost, and nobody has to repair anything. Dozens of times as a test, 500 times by `make kill`.
 */
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/cell.h"
#include "store/killed.h"

enum {
    KILLS = 60,
    KILLS_ALL = 500,
    RUNS_A_FOLDER = 25, /* then another one, so that its making is killed, too */
    RUNS_A_DAY = 3,     /* then the next day, with its backup and its lapsed sessions */
    ACTS_READ = 40,
    TURNS = 3000000 /* some milliseconds: into the middle of any write */
};

static uint64_t seed = 41;

static pid_t start(const char *folder, int64_t now_ms, unsigned run, int *ret_acks)
{
    int ends[2];
    char now[32];
    char number[32];
    assert_int_equal(pipe(ends), 0);
    (void)snprintf(now, sizeof now, "%lld", (long long)now_ms);
    (void)snprintf(number, sizeof number, "%u", run);
    const pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        (void)dup2(ends[1], STDOUT_FILENO);
        (void)close(ends[0]);
        (void)close(ends[1]);
        (void)execl(WRITER, WRITER, folder, now, number, (char *)NULL);
        _exit(127);
    }
    (void)close(ends[1]);
    *ret_acks = ends[0];
    return child;
}

/* Reads what was acknowledged until enough was, or for ever; each byte is an act. */
static uint32_t read_acks(int acks, uint32_t most)
{
    uint32_t count = 0;
    char byte;
    while (count < most) {
        const ssize_t got = read(acks, &byte, 1);
        if (got == 0) {
            break;
        }
        count += got == 1;
        assert_true(got == 1 || errno == EINTR);
    }
    return count;
}

/* Lets it play for a random while, then kills it. */
static uint32_t play_and_kill(const char *folder, int64_t now_ms, unsigned run)
{
    int acks = -1;
    int how = 0;
    const pid_t child = start(folder, now_ms, run, &acks);
    uint32_t count = read_acks(acks, made_below(&seed, ACTS_READ));
    for (volatile uint32_t turns = made_below(&seed, TURNS); turns > 0; turns--) {
    }
    assert_int_equal(kill(child, SIGKILL), 0);
    count += read_acks(acks, UINT32_MAX);
    (void)close(acks);
    assert_int_equal(waitpid(child, &how, 0), child);
    assert_true(WIFSIGNALED(how) && WTERMSIG(how) == SIGKILL);
    return count;
}

static void assert_kept(uh_store *store, uh_fact fact, unsigned run, uint32_t act)
{
    uh_fact got = fact;
    if (uh_store_get(store, &got) != UH_OK || !uh_fact_equal(&got, &fact)) {
        fail_msg("run %u: act %u is gone", run, (unsigned)act);
    }
}

static void look_at(const char *folder, int64_t now_ms, unsigned run, uint32_t acts)
{
    uh_store *store = NULL;
    uh_store_report report;
    assert_int_equal(uh_store_open(folder, (uh_unix_ms){now_ms}, &report, &store), UH_OK);
    if (report.trouble != UH_STORE_SOUND) {
        fail_msg("run %u: trouble %d %s", run, (int)report.trouble, report.detail);
    }
    if (acts > 0) {
        assert_kept(store, killed_entry(run), run, 0);
    }
    for (uint32_t act = 1; act < acts; act++) {
        assert_kept(store, killed_set(run, act - 1), run, act);
    }
    uh_fact session = killed_session(run, now_ms, 0);
    assert_true(uh_store_get(store, &session) == UH_OK || acts == 0);
    assert_true(acts == 0 || session.is.session.seen_ms + 1 >= acts); /* the last sign of life */
    uh_store_close(store);
}

static void a_killed_program_loses_nothing_that_was_acknowledged(void **state)
{
    const unsigned runs = getenv("UNHUNCH_TEST_ALL") != NULL ? KILLS_ALL : KILLS;
    uint32_t acts = 0;
    char folder[4096] = "";
    for (unsigned run = 0; run < runs; run++) {
        if (run % RUNS_A_FOLDER == 0) {
            (void)snprintf(folder, sizeof folder, "%s/history", made_folder());
        }
        const int64_t now_ms = MADE_NOON_MS + run / RUNS_A_DAY * MADE_DAY_MS;
        const uint32_t acknowledged = play_and_kill(folder, now_ms, run);
        look_at(folder, now_ms, run, acknowledged);
        acts += acknowledged;
    }
    print_message("  %u kills, %u acknowledged acts\n", runs, (unsigned)acts);
    assert_true(acts > runs);
    made_folder_end();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_killed_program_loses_nothing_that_was_acknowledged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
