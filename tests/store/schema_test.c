/* SPDX-License-Identifier: MIT */
/* The layout of the database: what the table of fields says, and the way from an older one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store/cell.h"
#include "store/made.h"
#include "store/sqlite.h"
#include "store/statement.h"

static const uh_unix_ms now = {MADE_NOON_MS};

static int folder_before(void **state)
{
    (void)made_folder();
    return 0;
}

static int folder_after(void **state)
{
    made_folder_end();
    return 0;
}

static sqlite3 *newest_layout(void)
{
    sqlite3 *connection = NULL;
    assert_int_equal(sqlite3_open(":memory:", &connection), SQLITE_OK);
    assert_int_equal(uh_schema_migrate(connection, uh_schema_now(), 0), SQLITE_OK);
    return connection;
}

/* -- the newest one -- */

static const char *type_of(const uh_fact_field *field)
{
    return uh_field_cell_type_of(field) == UH_CELL_TEXT ? "TEXT" : "INTEGER";
}

static void assert_column(sqlite3_stmt *row, const char *name, const char *type, bool nothing,
                          bool identity)
{
    assert_string_equal((const char *)sqlite3_column_text(row, 1), name);
    assert_string_equal((const char *)sqlite3_column_text(row, 2), type);
    assert_int_equal(sqlite3_column_int(row, 3), !nothing);
    assert_int_equal(sqlite3_column_int(row, 5) > 0, identity);
}

static void the_newest_layout_and_the_table_of_fields_agree(void **state)
{
    sqlite3 *connection = newest_layout();
    for (uint32_t kind = 0; kind < UH_FACT_KIND_COUNT; kind++) {
        char sql[64];
        sqlite3_stmt *rows = NULL;
        uint32_t count = 0;
        const uh_fact_field *fields = uh_fact_fields((uh_fact_kind)kind, &count);
        (void)snprintf(sql, sizeof sql, "PRAGMA table_info(\"%s\")", uh_fact_kind_name(kind));
        assert_int_equal(sqlite3_prepare_v2(connection, sql, -1, &rows, NULL), SQLITE_OK);
        for (uint32_t i = 0; i < count; i++) {
            assert_int_equal(sqlite3_step(rows), SQLITE_ROW);
            assert_column(rows, fields[i].name, type_of(&fields[i]),
                          uh_field_cell_may_be_nothing(&fields[i]), fields[i].identity);
        }
        assert_int_equal(sqlite3_step(rows), SQLITE_ROW);
        assert_column(rows, "sum", "INTEGER", false, false);
        assert_int_equal(sqlite3_step(rows), SQLITE_DONE);
        sqlite3_finalize(rows);
    }
    sqlite3_close(connection);
}

static int count_rows(void *to, int columns, char **values, char **names)
{
    (void)columns;
    (void)values;
    (void)names;
    ++*(int *)to;
    return 0;
}

static int count(sqlite3 *connection, const char *sql)
{
    int found = 0;
    assert_int_equal(sqlite3_exec(connection, sql, count_rows, &found, NULL), SQLITE_OK);
    return found;
}

static void every_table_is_strict(void **state)
{
    sqlite3 *connection = newest_layout();
    assert_int_equal(count(connection, "SELECT 1 FROM pragma_table_list"
                                       " WHERE type = 'table' AND schema = 'main' AND strict = 0"
                                       " AND name NOT LIKE 'sqlite_%'"),
                     0);
    assert_int_equal(count(connection, "SELECT 1 FROM pragma_table_list WHERE strict = 1"),
                     UH_FACT_KIND_COUNT + 1);
    sqlite3_close(connection);
}

static void what_belongs_to_a_session_says_so_with_a_key(void **state)
{
    static const char *const parts[] = {"entry", "command", "set"};
    sqlite3 *connection = newest_layout();
    for (size_t i = 0; i < UH_COUNT(parts); i++) {
        char sql[160];
        (void)snprintf(sql, sizeof sql,
                       "SELECT 1 FROM pragma_foreign_key_list('%s')"
                       " WHERE \"table\" = 'session' AND on_delete = 'CASCADE'",
                       parts[i]);
        assert_int_equal(count(connection, sql), 1);
    }
    sqlite3_close(connection);
}

static void a_window_of_days_and_the_last_session_are_found_by_an_index(void **state)
{
    static const char *const questions[] = {
        "SELECT * FROM session WHERE day BETWEEN '2026-01-01' AND '2026-02-01'",
        "SELECT * FROM rating WHERE day BETWEEN '2026-01-01' AND '2026-02-01'",
        "SELECT * FROM \"break\" WHERE day BETWEEN '2026-01-01' AND '2026-02-01'",
        "SELECT * FROM mark WHERE day BETWEEN '2026-01-01' AND '2026-02-01'",
        "SELECT * FROM session ORDER BY began DESC, id DESC LIMIT 1",
        "SELECT * FROM session WHERE \"end\" = 'open' AND coalesce(lease, 0) <= 5",
        "SELECT * FROM \"set\" WHERE session = 'a' ORDER BY ended",
    };
    sqlite3 *connection = newest_layout();
    for (size_t i = 0; i < UH_COUNT(questions); i++) {
        char sql[256];
        sqlite3_stmt *plan = NULL;
        (void)snprintf(sql, sizeof sql, "EXPLAIN QUERY PLAN %s", questions[i]);
        assert_int_equal(sqlite3_prepare_v2(connection, sql, -1, &plan, NULL), SQLITE_OK);
        assert_int_equal(sqlite3_step(plan), SQLITE_ROW);
        const char *words = (const char *)sqlite3_column_text(plan, 3);
        assert_true(strstr(words, "USING INDEX") != NULL ||
                    strstr(words, "USING PRIMARY KEY") != NULL);
        sqlite3_finalize(plan);
    }
    sqlite3_close(connection);
}

/* -- from one to the next: a world with a second layout, which makes the table of sessions anew --
 */

static char second[8192];
static const char *steps[2];

static void write_steps(void)
{
    const char *first = uh_schema_now()->steps[0];
    const char *table = strstr(first, "CREATE TABLE \"session\"");
    const char *end = strstr(first, "CREATE INDEX \"session_by_day\"");
    (void)snprintf(second, sizeof second,
                   "CREATE TABLE \"kept\" AS SELECT * FROM \"session\"; DROP TABLE \"session\";"
                   "%.*s INSERT INTO \"session\" SELECT * FROM \"kept\"; DROP TABLE \"kept\";",
                   (int)(end - table), table);
    steps[0] = first;
    steps[1] = second;
}

static uh_store *open_with(const char *const *with, uint32_t version, uh_store_report *ret_report)
{
    static uh_schema schemas[4]; /* stores keep them */
    static unsigned next;
    uh_schema *schema = &schemas[next++ % UH_COUNT(schemas)];
    *schema = (uh_schema){with, version};
    uh_sqlite_options options = uh_sqlite_usual();
    uh_store *store = NULL;
    options.schema = schema;
    options.busy_ms = 0;
    assert_int_equal(uh_sqlite_open(made_path("h"), now, &options, ret_report, &store), UH_OK);
    return store;
}

static void make_old(void)
{
    uh_store_report report;
    write_steps();
    uh_store *store = open_with(steps, 1, &report);
    assert_int_equal(report.trouble, UH_STORE_SOUND);
    const uh_fact facts[] = {made_setting("voice", "off"), made_session("a", 0),
                             made_set("a", 0, 0, 1)};
    for (size_t i = 0; i < UH_COUNT(facts); i++) {
        assert_int_equal(uh_store_put(store, &facts[i]), UH_OK);
    }
    uh_store_close(store);
}

static int64_t version_of(const char *path)
{
    sqlite3 *connection = NULL;
    sqlite3_stmt *row = NULL;
    assert_int_equal(sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(connection, "PRAGMA user_version", -1, &row, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_step(row), SQLITE_ROW);
    const int64_t version = sqlite3_column_int64(row, 0);
    sqlite3_finalize(row);
    sqlite3_close(connection);
    return version;
}

static void an_older_layout_is_backed_up_and_brought_up_to_date(void **state)
{
    uh_store_report report;
    make_old();
    uh_store *store = open_with(steps, 2, &report);
    assert_int_equal(report.trouble, UH_STORE_SOUND);
    uh_fact session = made_session("a", 0);
    assert_int_equal(uh_store_get(store, &session), UH_OK);
    uh_fact set = made_set("a", 0, 0, 1); /* did not go with the old table */
    assert_int_equal(uh_store_get(store, &set), UH_OK);
    uh_store_close(store);
    assert_int_equal(version_of(made_path("h/history.db")), 2);
    assert_int_equal(version_of(made_path("h/backups/history-2026-11-20-version-1.db")), 1);
}

static void a_step_that_fails_changes_nothing(void **state)
{
    uh_store_report report;
    make_old();
    static const char *bad_steps[2];
    bad_steps[0] = steps[0];
    bad_steps[1] = "DROP TABLE \"setting\"; CREATE TABLE nonsense;";
    uh_store *store = open_with(bad_steps, 2, &report);
    assert_int_equal(report.trouble, UH_STORE_FAILING);
    const uh_fact fact = made_setting("voice", "on");
    assert_int_equal(uh_store_put(store, &fact), UH_ERR_PENDING);
    uh_store_close(store);
    assert_int_equal(version_of(made_path("h/history.db")), 1);

    store = open_with(steps, 2, &report); /* the right program comes */
    assert_int_equal(report.trouble, UH_STORE_SOUND);
    assert_int_equal(report.drained, 1);
    uh_fact got = made_setting("voice", "");
    assert_int_equal(uh_store_get(store, &got), UH_OK);
    assert_string_equal(got.is.setting.value, "on");
    uh_store_close(store);
}

static void without_a_backup_there_is_no_migration(void **state)
{
    uh_store_report report;
    make_old();
    made_write(made_path("h/backups"), "", 0); /* no folder can be made there */
    uh_store *store = open_with(steps, 2, &report);
    assert_int_not_equal(report.trouble, UH_STORE_SOUND);
    uh_store_close(store);
    assert_int_equal(version_of(made_path("h/history.db")), 1);
}

static void while_another_has_an_older_layout_open_nothing_is_migrated(void **state)
{
    uh_store_report report;
    make_old();
    uh_store *old = open_with(steps, 1, &report);
    uh_store *store = open_with(steps, 2, &report);
    assert_int_equal(report.trouble, UH_STORE_BUSY);
    const uh_fact fact = made_setting("pace", "slow");
    assert_int_equal(uh_store_put(store, &fact), UH_ERR_PENDING);
    uh_store_close(old);
    const uh_fact another = made_setting("large", "yes");
    assert_int_equal(uh_store_put(store, &another), UH_OK); /* now it was */
    assert_int_equal(uh_store_waiting(store), 0);
    uh_store_close(store);
    assert_int_equal(version_of(made_path("h/history.db")), 2);
}

static void a_newer_layout_is_read_and_never_written(void **state)
{
    const char *const newer_steps[2] = {uh_schema_now()->steps[0],
                                        "ALTER TABLE \"setting\" ADD COLUMN \"why\" TEXT;"};
    uh_store_report report;
    uh_store *store = open_with(newer_steps, 2, &report);
    const uh_fact fact = made_setting("voice", "off");
    assert_int_equal(uh_store_put(store, &fact), UH_OK);
    uh_store_close(store);
    size_t length = 0;
    unsigned char *before = made_read(made_path("h/history.db"), &length);

    store = open_with(newer_steps, 1, &report);
    assert_int_equal(report.trouble, UH_STORE_NEWER);
    uh_fact got = made_setting("voice", "");
    assert_int_equal(uh_store_get(store, &got), UH_OK);
    assert_string_equal(got.is.setting.value, "off");
    const uh_fact later = made_setting("pace", "slow");
    assert_int_equal(uh_store_put(store, &later), UH_ERR_PENDING);
    assert_int_equal(uh_store_delete(store, &fact), UH_ERR_STATE);
    assert_int_equal(uh_store_trouble_of(store), UH_STORE_NEWER);
    char *dump = made_dump(store);
    assert_non_null(strstr(dump, "pace"));
    assert_non_null(strstr(dump, "voice"));
    free(dump);
    uh_store_close(store);

    size_t again = 0;
    unsigned char *after = made_read(made_path("h/history.db"), &again);
    assert_int_equal(length, again);
    assert_memory_equal(before, after, length);
    free(before);
    free(after);

    store = open_with(newer_steps, 2, &report); /* what the older program kept arrives */
    assert_int_equal(report.drained, 1);
    got = made_setting("pace", "");
    assert_int_equal(uh_store_get(store, &got), UH_OK);
    uh_store_close(store);
}

#define FOLDER_TEST(name) cmocka_unit_test_setup_teardown(name, folder_before, folder_after)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_newest_layout_and_the_table_of_fields_agree),
        cmocka_unit_test(every_table_is_strict),
        cmocka_unit_test(what_belongs_to_a_session_says_so_with_a_key),
        cmocka_unit_test(a_window_of_days_and_the_last_session_are_found_by_an_index),
        FOLDER_TEST(an_older_layout_is_backed_up_and_brought_up_to_date),
        FOLDER_TEST(a_step_that_fails_changes_nothing),
        FOLDER_TEST(without_a_backup_there_is_no_migration),
        FOLDER_TEST(while_another_has_an_older_layout_open_nothing_is_migrated),
        FOLDER_TEST(a_newer_layout_is_read_and_never_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
