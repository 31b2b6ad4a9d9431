/* SPDX-License-Identifier: MIT */
/* The k-th write, sync, read or piece of memory fails, for every k: what was promised is kept, what
 * was not is told, and the next opening finds a sound history. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "store/cell.h"
#include "store/machine.h"
#include "store/made.h"
#include "store/sqlite.h"

enum { SETS = 6, FACTS_MAX = 32, MEMORY_STEP = 23 };

/* What a run was told about each fact that it put. */
typedef struct told {
    uh_fact fact;
    uh_status status;
} told;

typedef struct script_run {
    told facts[FACTS_MAX];
    uint32_t count;
} script_run;

static int folder_before(void **state)
{
    (void)made_folder();
    return 0;
}

static int folder_after(void **state)
{
    (void)machine_heal();
    made_folder_end();
    return 0;
}

static uh_unix_ms day(int number)
{
    return (uh_unix_ms){MADE_NOON_MS + number * MADE_DAY_MS};
}

static uh_status open_on(int number, uh_store_report *ret_report, uh_store **ret_store)
{
    uh_sqlite_options options = uh_sqlite_usual();
    options.busy_ms = 0;
    return uh_sqlite_open(made_path("h"), day(number), &options, ret_report, ret_store);
}

static void put(uh_store *store, script_run *run, uh_fact fact)
{
    assert_true(run->count < FACTS_MAX);
    run->facts[run->count] = (told){fact, uh_store_put(store, &fact)};
    run->count++;
}

/* Puts an act; what the commit answered counts for all of it. */
static void put_act(uh_store *store, script_run *run, const uh_fact *facts, uint32_t count)
{
    const uint32_t from = run->count;
    uh_status status = uh_store_begin(store);
    for (uint32_t i = 0; i < count; i++) {
        run->facts[run->count++] =
            (told){facts[i], status == UH_OK ? uh_store_put(store, &facts[i]) : status};
    }
    status = status == UH_OK ? uh_store_commit(store) : status;
    for (uint32_t i = from; i < run->count; i++) {
        run->facts[i].status = run->facts[i].status == UH_OK ? status : run->facts[i].status;
    }
}

static bool take_nothing(void *to, const uh_fact *fact)
{
    ++*(uint32_t *)to;
    return true;
}

/* Some days of somebody's life with the program. */
static void play(script_run *run, int number)
{
    uh_store *store = NULL;
    uh_store_report report;
    char id[16];
    run->count = 0;
    if (open_on(number, &report, &store) != UH_OK) {
        return;
    }
    (void)snprintf(id, sizeof id, "s%d", number);
    const uh_fact act[] = {made_session(id, number), made_entry(id, 0), made_entry(id, 1)};
    put_act(store, run, act, UH_COUNT(act));
    for (uint32_t i = 0; i < SETS; i++) {
        put(store, run, made_set(id, number, i, 1));
    }
    uint32_t seen = 0;
    const uh_status told_all = uh_store_replay(store, UH_STORE_ALL_KINDS, UH_FIRST_DATE,
                                               UH_LAST_DATE, take_nothing, &seen);
    assert_true(told_all == UH_OK || told_all == UH_ERR_STATE);
    uh_fact got = made_session(id, number);
    const uh_status read = uh_store_get(store, &got);
    assert_true(read == UH_OK || read == UH_ERR_UNKNOWN || read == UH_ERR_STATE);
    put(store, run, made_rating(id, id, number, 3));
    uh_store_close(store);
}

static bool is_kept(uh_store *store, const uh_fact *fact)
{
    uh_fact got = *fact;
    return uh_store_get(store, &got) == UH_OK && uh_fact_equal(&got, fact);
}

/* Where the machine fails once and is well again before the end, what waits arrives, too. */
static void assert_kept(const script_run *run, bool lasting, int number, uint64_t k)
{
    uh_store *store = NULL;
    uh_store_report report;
    assert_int_equal(open_on(number, &report, &store), UH_OK);
    if (report.trouble != UH_STORE_SOUND) {
        fail_msg("k %llu: trouble %d %s", (unsigned long long)k, (int)report.trouble,
                 report.detail);
    }
    bool session_lost = false;
    for (uint32_t i = 0; i < run->count; i++) {
        const told *one = &run->facts[i];
        const bool promised = one->status == UH_OK || (one->status == UH_ERR_PENDING && !lasting);
        if (promised && !session_lost && !is_kept(store, &one->fact)) {
            fail_msg("k %llu: fact %u, answered %d, is gone", (unsigned long long)k, (unsigned)i,
                     (int)one->status);
        }
        session_lost = session_lost || (!promised && one->fact.kind == UH_FACT_SESSION);
    }
    uh_store_close(store);
}

/* Before: nothing, or a history with a backup to be made, a journal to drain and a session to
 * close. */
static void prepare(bool anew)
{
    static const char journal[] =
        "{\"record\": \"setting\", \"name\": \"a\", \"value\": \"b\", \"changed\": 5}\n";
    uh_store *store = NULL;
    uh_store_report report;
    assert_int_equal(mkdir(made_path("before"), 0700), 0);
    if (anew) {
        return;
    }
    assert_int_equal(open_on(0, &report, &store), UH_OK);
    uh_fact open = made_session("open", 0);
    open.is.session.end = UH_ENDING_OPEN;
    assert_int_equal(uh_store_put(store, &open), UH_OK);
    for (uint32_t i = 0; i < SETS; i++) {
        const uh_fact set = made_set("open", 0, i, 1);
        assert_int_equal(uh_store_put(store, &set), UH_OK);
    }
    uh_store_close(store);
    assert_int_equal(mkdir(made_path("h/journal"), 0700), 0);
    made_write(made_path("h/journal/1-0.jsonl"), journal, sizeof journal - 1);
    made_remove(made_path("before"));
    assert_int_equal(rename(made_path("h"), made_path("before")), 0);
}

/* Pieces of memory are thousands: `make kill` tries each of them. */
static uint64_t step_of(uint32_t kinds)
{
    const bool all = getenv("UNHUNCH_TEST_ALL") != NULL;
    return kinds == MACHINE_MEMORY && !all ? MEMORY_STEP : 1;
}

static void for_every_k(uint32_t kinds, int reason)
{
    const uint64_t step = step_of(kinds);
    static script_run run;
    for (int way = 0; way < 4; way++) {
        const bool lasting = way % 2 == 1;
        const bool anew = way / 2 == 1;
        (void)made_folder();
        prepare(anew);
        uint64_t k = 1;
        uint32_t failures = 0;
        for (bool failed = true; failed; k += step) {
            made_remove(made_path("h"));
            made_copy(made_path("before"), made_path("h"));
            machine_fail(kinds, k, lasting, reason);
            play(&run, 1);
            (void)machine_heal();
            failed = machine_has_failed();
            failures += failed;
            assert_kept(&run, lasting, 1, k);
        }
        print_message("  %s, %s: %u failures\n", anew ? "a new history" : "an old history",
                      lasting ? "from the k-th on" : "the k-th alone", (unsigned)failures);
        made_folder_end();
    }
}

static void each_failing_write_is_survived(void **state)
{
    for_every_k(MACHINE_WRITE, EIO);
}

static void each_write_to_a_full_disk_is_survived(void **state)
{
    for_every_k(MACHINE_WRITE, ENOSPC);
}

static void each_failing_sync_is_survived(void **state)
{
    for_every_k(MACHINE_SYNC, EIO);
}

static void each_failing_write_of_the_database_alone_is_survived(void **state)
{
    for_every_k(MACHINE_DATABASE, EIO);
}

static void each_failing_read_is_survived(void **state)
{
    for_every_k(MACHINE_READ, EIO);
}

static void each_piece_of_memory_that_is_not_there_is_survived(void **state)
{
    for_every_k(MACHINE_MEMORY, ENOMEM);
}

#define FOLDER_TEST(name) cmocka_unit_test_setup_teardown(name, folder_before, folder_after)

int main(void)
{
    machine_install();
    const struct CMUnitTest tests[] = {
        FOLDER_TEST(each_failing_write_is_survived),
        FOLDER_TEST(each_write_to_a_full_disk_is_survived),
        FOLDER_TEST(each_failing_sync_is_survived),
        FOLDER_TEST(each_failing_write_of_the_database_alone_is_survived),
        FOLDER_TEST(each_failing_read_is_survived),
        FOLDER_TEST(each_piece_of_memory_that_is_not_there_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
