/* SPDX-License-Identifier: MIT */
/* What the store does when the world says no: facts wait, are told, and arrive. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/exchange.h"
#include "store/machine.h"
#include "store/made.h"
#include "store/sqlite.h"

enum { NOBODY = 65534, FEW = 10 };

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

static uh_store *open_at(int64_t later_ms, uint32_t most, uh_store_report *ret_report)
{
    uh_sqlite_options options = uh_sqlite_usual();
    uh_store *store = NULL;
    options.busy_ms = 0;
    options.waiting_max = most;
    assert_int_equal(uh_sqlite_open(made_path("h"), (uh_unix_ms){MADE_NOON_MS + later_ms}, &options,
                                    ret_report, &store),
                     UH_OK);
    return store;
}

static uh_store *open_sound(void)
{
    uh_store_report report;
    uh_store *store = open_at(0, UH_STORE_WAITING_MAX, &report);
    assert_int_equal(report.trouble, UH_STORE_SOUND);
    return store;
}

static void assert_put(uh_store *store, uh_fact fact, uh_status wanted)
{
    assert_int_equal(uh_store_put(store, &fact), wanted);
}

static void assert_dump(uh_store *store, const char *wanted)
{
    char *dump = made_dump(store);
    assert_non_null(dump);
    assert_string_equal(dump, wanted);
    free(dump);
}

static bool is_there(uh_store *store, uh_fact fact)
{
    return uh_store_get(store, &fact) == UH_OK;
}

/* A store that has a session, whose disk then takes nothing more. */
static uh_store *open_on_a_full_disk(void)
{
    uh_store *store = open_sound();
    assert_put(store, made_session("a", 0), UH_OK);
    machine_fail(MACHINE_WRITE, 1, true, ENOSPC);
    return store;
}

/* -- waiting and arriving -- */

static void on_a_full_disk_facts_wait_and_are_read_with_the_others(void **state)
{
    uh_store *store = open_on_a_full_disk();
    assert_put(store, made_set("a", 0, 0, 1), UH_ERR_PENDING);
    uh_fact later = made_session("a", 0);
    later.changed.ms++;
    later.is.session.helped = UH_HELPED_BETTER;
    assert_put(store, later, UH_ERR_PENDING);
    assert_put(store, made_session("b", 3), UH_ERR_PENDING);
    assert_int_equal(uh_store_trouble_of(store), UH_STORE_FULL);
    assert_int_equal(uh_store_waiting(store), 3);
    assert_int_equal(uh_store_unsafe(store), 3); /* the journal's disk is as full */
    assert_false(uh_store_is_kept(store, UH_ERR_PENDING));
    assert_false(uh_store_is_kept(store, UH_ERR_FULL));

    uh_fact got = made_session("a", 0);
    assert_int_equal(uh_store_get(store, &got), UH_OK);
    assert_int_equal(got.is.session.helped, UH_HELPED_BETTER);
    assert_true(is_there(store, made_set("a", 0, 0, 1)));
    uh_session_fact last;
    assert_int_equal(uh_store_last_session(store, &last), UH_OK);
    assert_string_equal(last.id, "b");
    const uh_fact gone = made_set("a", 0, 0, 1);
    assert_int_equal(uh_store_delete(store, &gone), UH_ERR_STATE);

    char *waiting = made_dump(store);
    (void)machine_heal();
    assert_put(store, made_session("b", 3), UH_OK); /* all of it */
    assert_int_equal(uh_store_trouble_of(store), UH_STORE_SOUND);
    assert_int_equal(uh_store_waiting(store), 0);
    assert_dump(store, waiting);
    uh_store_close(store);
    store = open_sound();
    assert_dump(store, waiting);
    free(waiting);
    uh_store_close(store);
}

/* The disk of the database is the same as the journal's; here only SQLite's part of it fails. */
static void fail_the_database(void)
{
    machine_fail(MACHINE_SYNC | MACHINE_DATABASE, 1, true, EIO);
}

static void what_waits_is_in_a_journal_that_the_next_process_drains(void **state)
{
    uh_store_report report;
    uh_store *store = open_sound();
    assert_put(store, made_session("a", 0), UH_OK);
    fail_the_database();
    assert_put(store, made_set("a", 0, 0, 1), UH_ERR_PENDING);
    assert_int_equal(uh_store_begin(store), UH_OK);
    assert_put(store, made_set("a", 0, 1, 1), UH_OK);
    assert_put(store, made_entry("a", 1), UH_OK);
    assert_int_equal(uh_store_commit(store), UH_ERR_PENDING);
    assert_int_equal(uh_store_trouble_of(store), UH_STORE_FAILING);
    assert_string_not_equal(made_find(made_path("h/journal"), ""), "");
    assert_int_equal(uh_store_waiting(store), 3);
    assert_int_equal(uh_store_unsafe(store), 0);
    assert_true(uh_store_is_kept(store, UH_ERR_PENDING));
    assert_false(uh_store_is_kept(store, UH_ERR_UNKNOWN));

    (void)machine_heal(); /* this process is still alive: its journal is its own */
    uh_store *other = open_at(0, UH_STORE_WAITING_MAX, &report);
    assert_int_equal(report.drained, 0);
    assert_false(is_there(other, made_set("a", 0, 0, 1)));
    uh_store_close(other);
    char *all = made_dump(store);
    fail_the_database();
    uh_store_close(store);

    store = open_at(0, UH_STORE_WAITING_MAX, &report); /* it fails still */
    assert_int_equal(report.waiting, 3);
    uh_store_close(store);
    (void)machine_heal();
    store = open_at(0, UH_STORE_WAITING_MAX, &report);
    assert_int_equal(report.trouble, UH_STORE_SOUND);
    assert_int_equal(report.drained, 3);
    assert_int_equal(report.waiting, 0);
    assert_dump(store, all);
    free(all);
    assert_string_equal(made_find(made_path("h/journal"), ""), "");
    uh_store_close(store);
}

static void an_act_that_cannot_be_written_waits_as_a_whole_or_not_at_all(void **state)
{
    uh_store *store = open_sound();
    assert_put(store, made_session("a", 0), UH_OK);
    char *before = made_dump(store);
    fail_the_database();
    assert_int_equal(uh_store_begin(store), UH_OK);
    assert_put(store, made_set("a", 0, 0, 1), UH_OK);
    assert_true(is_there(store, made_set("a", 0, 0, 1)));
    uh_store_rollback(store);
    assert_int_equal(uh_store_waiting(store), 0);
    assert_dump(store, before);

    assert_int_equal(uh_store_begin(store), UH_OK);
    assert_put(store, made_set("a", 0, 0, 1), UH_OK);
    assert_put(store, made_set("a", 0, 1, 1), UH_OK);
    assert_int_equal(uh_store_commit(store), UH_ERR_PENDING);
    assert_int_equal(uh_store_waiting(store), 2);
    (void)machine_heal();
    assert_int_equal(uh_store_begin(store), UH_OK);
    assert_put(store, made_set("a", 0, 2, 1), UH_OK);
    assert_int_equal(uh_store_commit(store), UH_OK);
    assert_int_equal(uh_store_waiting(store), 0);
    assert_int_equal(uh_store_begin(store), UH_OK); /* an empty one */
    assert_int_equal(uh_store_commit(store), UH_OK);
    free(before);
    uh_store_close(store);
}

static void a_journal_that_was_cut_off_loses_only_what_was_never_promised(void **state)
{
    static const char line[] =
        "{\"record\": \"setting\", \"name\": \"a\", \"value\": \"b\", \"changed\": 5}\n";
    char text[1024];
    uh_store_report report;
    uh_store_close(open_sound());
    assert_int_equal(mkdir(made_path("h/journal"), 0700), 0);
    const int length = snprintf(text, sizeof text, "%s%.40s", line, line);
    made_write(made_path("h/journal/1-0.jsonl"), text, (size_t)length);
    uh_store *store = open_at(0, UH_STORE_WAITING_MAX, &report);
    assert_int_equal(report.drained, 1);
    assert_true(is_there(store, made_setting("a", "")));
    assert_string_equal(made_find(made_path("h/journal"), ""), "");
    uh_store_close(store);
}

static void a_journal_with_nonsense_in_it_is_kept_and_not_read_again(void **state)
{
    static const char text[] =
        "nonsense\n"
        "{\"record\": \"setting\", \"name\": \"a\", \"value\": \"b\", \"changed\": 5}\n"
        "{\"record\": \"entry\", \"session\": \"gone\", \"entry\": 0, \"exercise\": null, "
        "\"variant\": null, \"hold_ms\": 0, \"repetitions\": 1, \"sets\": 1, \"first_side\": "
        "\"both\", \"one_side_only\": false, \"changed\": 5}\n";
    uh_store_report report;
    uh_store_close(open_sound());
    assert_int_equal(mkdir(made_path("h/journal"), 0700), 0);
    made_write(made_path("h/journal/1-0.jsonl"), text, sizeof text - 1);
    uh_store *store = open_at(0, UH_STORE_WAITING_MAX, &report);
    assert_int_equal(report.trouble, UH_STORE_SOUND);
    assert_true(is_there(store, made_setting("a", ""))); /* and its session was deleted meanwhile */
    uh_store_close(store);
    store = open_at(0, UH_STORE_WAITING_MAX, &report);
    assert_int_equal(report.drained, 0);
    assert_string_equal(made_find(made_path("h/journal"), ""), "1-0.jsonl.damaged");
    uh_store_close(store);
}

static void memory_holds_what_no_file_takes_and_has_a_bound(void **state)
{
    uh_store_report report;
    uh_store_close(open_sound());
    uh_store *store = open_at(0, FEW, &report);
    assert_put(store, made_session("a", 0), UH_OK);
    machine_fail(MACHINE_WRITE | MACHINE_SYNC, 1, true, ENOSPC);
    for (uint32_t i = 0; i < FEW; i++) {
        assert_put(store, made_set("a", 0, i, 1), UH_ERR_PENDING);
    }
    assert_put(store, made_set("a", 0, FEW, 1), UH_ERR_FULL);
    assert_false(is_there(store, made_set("a", 0, FEW, 1)));
    assert_true(is_there(store, made_set("a", 0, FEW - 1, 1)));
    assert_int_equal(uh_store_waiting(store), FEW);
    (void)machine_heal();
    assert_put(store, made_break("p", 0), UH_ERR_FULL); /* full is full ... */
    assert_int_equal(uh_store_begin(store), UH_OK);
    assert_int_equal(uh_store_commit(store), UH_OK);
    uh_store_close(store); /* ... until it is closed */
    store = open_sound();
    assert_true(is_there(store, made_set("a", 0, FEW - 1, 1)));
    uh_store_close(store);
}

static void an_act_too_long_to_wait_is_written_or_refused(void **state)
{
    uh_store_report report;
    uh_store *store = open_at(0, FEW, &report);
    assert_put(store, made_session("a", 0), UH_OK);
    for (int fails = 0; fails < 2; fails++) {
        assert_int_equal(uh_store_begin(store), UH_OK);
        for (uint32_t i = 0; i < 2 * FEW; i++) {
            assert_put(store, made_set("a", 0, i, (uint32_t)fails + 1), UH_OK);
        }
        if (fails == 1) {
            fail_the_database();
        }
        assert_int_equal(uh_store_commit(store), fails == 1 ? UH_ERR_STATE : UH_OK);
        (void)machine_heal();
        assert_true(is_there(store, made_set("a", 0, 0, 1)));
        assert_false(is_there(store, made_set("a", 0, 0, 2)));
        assert_int_equal(uh_store_waiting(store), 0);
    }
    assert_put(store, made_break("p", 0), UH_OK);
    uh_store_close(store);
}

/* -- the different troubles -- */

static void a_database_that_another_program_holds_is_busy_and_nobody_waits_twice(void **state)
{
    uh_store *store = open_sound();
    sqlite3 *other = NULL;
    assert_int_equal(sqlite3_open(made_path("h/history.db"), &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    assert_put(store, made_break("p", 0), UH_ERR_PENDING);
    assert_int_equal(uh_store_trouble_of(store), UH_STORE_BUSY);
    assert_put(store, made_break("q", 0), UH_ERR_PENDING);
    assert_true(is_there(store, made_break("p", 0)));
    assert_int_equal(sqlite3_exec(other, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(other);
    assert_put(store, made_break("r", 0), UH_OK);
    assert_int_equal(uh_store_waiting(store), 0);
    uh_store_close(store);
}

static void without_a_folder_everything_waits_in_memory(void **state)
{
    uh_store_report report;
    uh_store *store = NULL;
    assert_int_equal(uh_store_open(NULL, (uh_unix_ms){MADE_NOON_MS}, &report, &store), UH_OK);
    assert_int_equal(report.trouble, UH_STORE_NOWHERE);
    assert_put(store, made_session("a", 0), UH_ERR_PENDING);
    assert_put(store, made_set("a", 0, 0, 1), UH_ERR_PENDING);
    assert_put(store, made_break("p", 0), UH_ERR_PENDING);
    const uh_fact session = made_session("a", 0);
    assert_int_equal(uh_store_delete(store, &session), UH_OK);
    assert_int_equal(uh_store_delete(store, &session), UH_ERR_UNKNOWN);
    assert_false(is_there(store, made_set("a", 0, 0, 1)));
    assert_int_equal(uh_store_waiting(store), 1);
    assert_int_equal(uh_store_trouble_of(store), UH_STORE_NOWHERE);
    assert_int_equal(uh_store_purge(store, &report), UH_OK);
    assert_int_equal(uh_store_waiting(store), 0);
    uh_store_close(store);
}

/* As somebody who may not write there; root may write anywhere. */
static void leave_root(void)
{
    if (geteuid() == 0) {
        assert_int_equal(seteuid(NOBODY), 0);
    }
}

static void back_to_root(void)
{
    if (getuid() == 0) {
        assert_int_equal(seteuid(0), 0);
    }
}

static void set_modes(mode_t folder, mode_t file)
{
    assert_int_equal(chmod(made_path("h"), folder), 0);
    assert_int_equal(chmod(made_path("h/history.db"), file), 0);
}

static void in_a_folder_that_may_only_be_read_the_history_can_be_read(void **state)
{
    uh_store_report report;
    uh_store *store = open_sound();
    assert_put(store, made_break("p", 0), UH_OK);
    uh_store_close(store);
    assert_int_equal(chmod(made_path(""), 0755), 0);
    assert_int_equal(unlink(made_path("h/history.lock")), 0);
    set_modes(0555, 0444);
    leave_root();
    store = open_at(0, UH_STORE_WAITING_MAX, &report);
    assert_int_equal(report.trouble, UH_STORE_READ_ONLY);
    assert_true(is_there(store, made_break("p", 0)));
    assert_put(store, made_break("q", 0), UH_ERR_PENDING);
    assert_int_equal(uh_store_trouble_of(store), UH_STORE_READ_ONLY);
    assert_true(is_there(store, made_break("q", 0)));
    assert_int_equal(uh_store_purge(store, &report), UH_ERR_STATE);
    back_to_root();
    set_modes(0777, 0666);
    leave_root();
    assert_put(store, made_break("r", 0), UH_OK);
    assert_int_equal(uh_store_trouble_of(store), UH_STORE_SOUND);
    uh_store_close(store);
    back_to_root();
}

static void a_history_that_was_read_only_once_is_written_again(void **state)
{
    uh_store_report report;
    assert_int_equal(chmod(made_path(""), 0777), 0);
    leave_root();
    uh_store *store = open_sound();
    assert_put(store, made_break("p", 0), UH_OK);
    uh_store_close(store);
    assert_int_equal(chmod(made_path("h/history.db"), 0400), 0);
    store = open_at(0, UH_STORE_WAITING_MAX, &report);
    assert_put(store, made_break("q", 0), UH_ERR_PENDING);
    assert_int_equal(uh_store_trouble_of(store), UH_STORE_READ_ONLY);
    assert_int_equal(uh_store_unsafe(store), 0);
    uh_store_close(store);
    assert_int_equal(chmod(made_path("h/history.db"), 0600), 0);
    store = open_at(0, UH_STORE_WAITING_MAX, &report);
    assert_int_equal(report.trouble, UH_STORE_SOUND);
    assert_put(store, made_break("r", 0), UH_OK);
    assert_true(is_there(store, made_break("q", 0)));
    uh_store_close(store);
    back_to_root();
}

static void where_no_folder_can_be_made_facts_wait_in_memory(void **state)
{
    uh_store_report report;
    assert_int_equal(chmod(made_path(""), 0555), 0);
    leave_root();
    uh_store *store = open_at(0, UH_STORE_WAITING_MAX, &report);
    assert_int_equal(report.trouble, UH_STORE_READ_ONLY);
    assert_put(store, made_break("p", 0), UH_ERR_PENDING);
    assert_true(is_there(store, made_break("p", 0)));
    uh_store_close(store);
    back_to_root();
    assert_int_equal(chmod(made_path(""), 0755), 0);
}

/* -- several at once -- */

static void two_processes_write_side_by_side(void **state)
{
    uh_store *one = open_sound();
    uh_store *other = open_sound();
    assert_put(one, made_session("a", 0), UH_OK);
    assert_put(other, made_set("a", 0, 0, 1), UH_OK);
    assert_put(one, made_set("a", 0, 1, 1), UH_OK);
    char *seen = made_dump(other);
    assert_dump(one, seen);
    free(seen);
    uh_store_report report;
    assert_int_equal(uh_store_purge(one, &report), UH_ERR_STATE); /* the other would be surprised */
    assert_int_equal(report.trouble, UH_STORE_BUSY);
    assert_true(is_there(one, made_session("a", 0)));
    uh_store_close(other);
    assert_int_equal(uh_store_purge(one, &report), UH_OK);
    assert_dump(one, "");
    uh_store_close(one);
}

static void a_purge_that_is_refused_has_thrown_nothing_away(void **state)
{
    uh_store_report report;
    uh_store *one = open_sound();
    uh_store *other = open_sound();
    assert_put(one, made_session("a", 0), UH_OK);
    fail_the_database();
    assert_put(one, made_set("a", 0, 0, 1), UH_ERR_PENDING);
    assert_int_equal(uh_store_unsafe(one), 0);
    assert_int_equal(uh_store_purge(one, &report), UH_ERR_STATE);
    assert_int_equal(report.trouble, UH_STORE_BUSY);
    assert_int_equal(uh_store_waiting(one), 1);
    assert_string_not_equal(made_find(made_path("h/journal"), ""), "");
    (void)machine_heal();
    assert_put(one, made_set("a", 0, 1, 1), UH_OK);
    assert_true(is_there(other, made_set("a", 0, 0, 1)));
    uh_store_close(other);
    uh_store_close(one);
}

/* -- leases -- */

static uh_fact open_session(const char *id)
{
    uh_fact fact = made_session(id, 0);
    fact.is.session.end = UH_ENDING_OPEN;
    fact.is.session.ended = UH_NO_TIME;
    fact.is.session.lease.ms = MADE_NOON_MS + UH_LEASE_MS;
    return fact;
}

static void a_session_whose_lease_lapsed_is_closed_as_interrupted(void **state)
{
    uh_store_report report;
    uh_store *store = open_sound();
    assert_put(store, open_session("a"), UH_OK);
    assert_put(store, made_session("b", 0), UH_OK);
    uh_store_close(store);

    store = open_at(UH_LEASE_MS + UH_LEASE_GRACE_MS - 1, UH_STORE_WAITING_MAX, &report);
    uh_fact got = made_session("a", 0);
    assert_int_equal(uh_store_get(store, &got), UH_OK);
    assert_int_equal(got.is.session.end, UH_ENDING_OPEN);
    uh_store_close(store);

    store = open_at(UH_LEASE_MS + UH_LEASE_GRACE_MS, UH_STORE_WAITING_MAX, &report);
    assert_int_equal(uh_store_get(store, &got), UH_OK);
    assert_int_equal(got.is.session.end, UH_ENDING_INTERRUPTED);
    assert_int_equal(got.is.session.ended.ms, MADE_NOON_MS);
    assert_int_equal(got.changed.ms, MADE_NOON_MS + UH_LEASE_MS + UH_LEASE_GRACE_MS);
    got = made_session("b", 0);
    assert_int_equal(uh_store_get(store, &got), UH_OK);
    assert_int_equal(got.is.session.end, UH_ENDING_COMPLETE);
    uh_store_close(store);
}

/* -- purge -- */

#define MARKER "tell-nobody-of-this"

static void a_purge_leaves_no_byte_of_it_anywhere(void **state)
{
    uh_store_report report;
    uh_store *store = open_sound();
    char value[UH_FACT_VALUE_SIZE];
    (void)snprintf(value, sizeof value, MARKER MARKER MARKER MARKER MARKER MARKER MARKER MARKER);
    for (int i = 0; i < 300; i++) {
        char name[UH_FACT_KEY_SIZE];
        (void)snprintf(name, sizeof name, MARKER "-%d", i);
        assert_put(store, made_setting(name, value), UH_OK);
    }
    uh_store_close(store);
    uh_store_close(open_sound()); /* makes a backup */
    made_copy(made_path("h"), made_path("copy"));
    assert_int_equal(truncate(made_path("h/history.db"), 8192), 0);
    store = open_at(0, UH_STORE_WAITING_MAX, &report);
    assert_int_equal(report.trouble, UH_STORE_RESTORED);
    fail_the_database();
    assert_put(store, made_setting("waiting", MARKER), UH_ERR_PENDING);
    (void)machine_heal();
    made_write(made_path("h/journal/1-0.jsonl.damaged"), MARKER, sizeof MARKER);
    made_write(made_path("h/history-foreign-2020-01-01.db"), MARKER, sizeof MARKER);
    made_write(made_path("h/history.suspect"), MARKER, sizeof MARKER);
    assert_true(made_is_in(made_path("h/backups"), MARKER));
    assert_true(made_is_in(made_path("h/journal"), MARKER));
    assert_int_equal(uh_store_purge(store, &report), UH_OK);
    assert_false(made_is_in(made_path("h"), MARKER));
    assert_dump(store, "");
    assert_put(store, made_break("p", 0), UH_OK);
    uh_store_close(store);
    assert_false(made_is_in(made_path("h"), MARKER));
    assert_false(
        uh_file_is_there(made_path("h/backups"))); /* it begins anew: none on its first day */
    assert_true(made_is_in(made_path("copy"), MARKER));
}

static void a_purge_that_cannot_be_done_says_so(void **state)
{
    uh_store_report report;
    uh_store *store = open_sound();
    assert_put(store, made_break("p", 0), UH_OK);
    uh_store_close(store);
    uh_store_close(open_sound());
    store = open_sound();
    machine_fail(MACHINE_WRITE, 1, true, EIO);
    assert_int_equal(uh_store_purge(store, &report), UH_ERR_STATE);
    assert_string_not_equal(report.detail, "");
    (void)machine_heal();
    assert_put(store, made_break("q", 0), UH_OK);
    assert_true(is_there(store, made_break("p", 0)));
    uh_store_close(store);
}

/* -- import while the disk is full -- */

static void an_import_waits_with_the_rest_where_the_disk_is_full(void **state)
{
    static const char text[] = "name,value,changed\r\na,b,5\r\nc,d,5\r\n";
    uh_import import;
    uh_store *store = open_on_a_full_disk();
    made_write(made_path("a.csv"), text, sizeof text - 1);
    FILE *file = fopen(made_path("a.csv"), "rb");
    assert_non_null(file);
    assert_int_equal(uh_store_import(store, UH_EXCHANGE_CSV, file, &import), UH_ERR_PENDING);
    (void)fclose(file);
    assert_int_equal(import.fresh, 2);
    (void)machine_heal();
    uh_store_close(store); /* what waits is tried once more */
    store = open_sound();
    assert_true(is_there(store, made_setting("c", "")));
    uh_store_close(store);
}

#define FOLDER_TEST(name) cmocka_unit_test_setup_teardown(name, folder_before, folder_after)

int main(void)
{
    machine_install();
    const struct CMUnitTest tests[] = {
        FOLDER_TEST(on_a_full_disk_facts_wait_and_are_read_with_the_others),
        FOLDER_TEST(what_waits_is_in_a_journal_that_the_next_process_drains),
        FOLDER_TEST(an_act_that_cannot_be_written_waits_as_a_whole_or_not_at_all),
        FOLDER_TEST(a_journal_that_was_cut_off_loses_only_what_was_never_promised),
        FOLDER_TEST(a_journal_with_nonsense_in_it_is_kept_and_not_read_again),
        FOLDER_TEST(memory_holds_what_no_file_takes_and_has_a_bound),
        FOLDER_TEST(an_act_too_long_to_wait_is_written_or_refused),
        FOLDER_TEST(a_database_that_another_program_holds_is_busy_and_nobody_waits_twice),
        FOLDER_TEST(without_a_folder_everything_waits_in_memory),
        FOLDER_TEST(in_a_folder_that_may_only_be_read_the_history_can_be_read),
        FOLDER_TEST(a_history_that_was_read_only_once_is_written_again),
        FOLDER_TEST(where_no_folder_can_be_made_facts_wait_in_memory),
        FOLDER_TEST(two_processes_write_side_by_side),
        FOLDER_TEST(a_purge_that_is_refused_has_thrown_nothing_away),
        FOLDER_TEST(a_session_whose_lease_lapsed_is_closed_as_interrupted),
        FOLDER_TEST(a_purge_leaves_no_byte_of_it_anywhere),
        FOLDER_TEST(a_purge_that_cannot_be_done_says_so),
        FOLDER_TEST(an_import_waits_with_the_rest_where_the_disk_is_full),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
