/* SPDX-License-Identifier: MIT */
/* What is done with a database as a whole: check, copy, rescue, erase. */
#include <stdio.h>
#include <string.h>

#include "store/database.h"
#include "store/statement.h"

static int run(uh_database *database, const char *sql)
{
    return sqlite3_exec(database->connection, sql, NULL, NULL, NULL) & 0xff;
}

int uh_database_migrate(uh_database *database, const uh_schema *schema)
{
    const int code = uh_schema_migrate(database->connection, schema, database->version) & 0xff;
    if (code == SQLITE_OK) {
        database->version = schema->version;
        database->older = false;
    }
    return code;
}

/* -- check -- */

/* SQLite looks at pages and indexes. */
static int check_pages(uh_database *database)
{
    sqlite3_stmt *statement = NULL;
    int code =
        sqlite3_prepare_v2(database->connection, "PRAGMA integrity_check(1)", -1, &statement, NULL);
    code = code == SQLITE_OK ? sqlite3_step(statement) : code;
    if (code == SQLITE_ROW) {
        const char *words = (const char *)sqlite3_column_text(statement, 0);
        code = words == NULL ? SQLITE_NOMEM : strcmp(words, "ok") == 0 ? SQLITE_OK : SQLITE_CORRUPT;
    }
    (void)sqlite3_finalize(statement);
    return code & 0xff;
}

static int check_rows(uh_database *database, uh_fact_kind kind)
{
    sqlite3_stmt *statement = NULL;
    int code = uh_statement_select(database->connection, kind, "", &statement);
    while (code == SQLITE_OK && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        code = uh_statement_check(statement, kind);
    }
    (void)sqlite3_finalize(statement);
    return code == SQLITE_DONE ? SQLITE_OK : code & 0xff;
}

int uh_database_check(uh_database *database)
{
    int code = check_pages(database);
    const bool current = !database->older && !database->newer;
    for (uint32_t kind = 0; kind < UH_FACT_KIND_COUNT && code == SQLITE_OK && current; kind++) {
        code = check_rows(database, (uh_fact_kind)kind);
    }
    return code;
}

/* -- copies -- */

static int copy_pages(uh_database *database, sqlite3 *to)
{
    sqlite3_backup *backup = sqlite3_backup_init(to, "main", database->connection, "main");
    if (backup == NULL) {
        return sqlite3_errcode(to) & 0xff;
    }
    (void)sqlite3_backup_step(backup, -1);
    return sqlite3_backup_finish(backup) & 0xff;
}

/* Nothing is to be rolled back in a file that did not exist, and its one synchronizing is the
 * caller's. The copy comes with the original's write-ahead log switched on; one file alone has
 * none. */
int uh_database_copy(uh_database *database, const char *path)
{
    sqlite3 *to = NULL;
    int code = sqlite3_open_v2(
        path, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
    code = code == SQLITE_OK
               ? sqlite3_exec(to, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", NULL, NULL,
                              NULL)
               : code;
    code = code == SQLITE_OK ? copy_pages(database, to) : code;
    code = code == SQLITE_OK ? sqlite3_exec(to, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL)
                             : code;
    const int closed = sqlite3_close(to);
    return (code == SQLITE_OK ? closed : code) & 0xff;
}

int uh_database_copy_to_memory(uh_database *database, const uh_schema *schema,
                               uh_database *ret_memory)
{
    uh_database memory = {.version = database->version, .older = database->older};
    int code =
        sqlite3_open_v2(":memory:", &memory.connection,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
    code = code == SQLITE_OK ? copy_pages(database, memory.connection) : code;
    code = code == SQLITE_OK ? uh_database_migrate(&memory, schema) : code;
    if (code == SQLITE_OK) {
        *ret_memory = memory;
    } else {
        uh_database_close(&memory);
    }
    return code & 0xff;
}

/* -- rescue -- */

typedef int take_row(void *to, const uh_fact *fact);

/* Reads all rows of a kind that are good, from one end or the other. */
static int read_rows(uh_database *database, uh_fact_kind kind, const char *order, take_row *take,
                     void *to)
{
    sqlite3_stmt *statement = NULL;
    int code = uh_statement_select(database->connection, kind, order, &statement);
    while (code == SQLITE_OK && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        uh_fact fact;
        code = uh_statement_row(statement, kind, database->newer, &fact);
        if (code == SQLITE_OK) {
            code = take(to, &fact);
        } else if (code == SQLITE_CORRUPT) {
            code = SQLITE_OK;
        }
    }
    (void)sqlite3_finalize(statement);
    return code == SQLITE_DONE ? SQLITE_OK : code & 0xff;
}

typedef struct rescue {
    uh_database *to;
    int code; /* of `to` */
} rescue;

/* What lost its session cannot be put; the rest can. */
static int take_good(void *to, const uh_fact *fact)
{
    rescue *at = to;
    const int code = uh_database_put(at->to, fact);
    at->code = code == SQLITE_CONSTRAINT ? SQLITE_OK : code;
    return at->code;
}

static int count_all(uh_database *database, uint64_t *ret_count)
{
    int code = SQLITE_OK;
    *ret_count = 0;
    for (uint32_t kind = 0; kind < UH_FACT_KIND_COUNT && code == SQLITE_OK; kind++) {
        uint64_t count = 0;
        code = uh_database_count(database, (uh_fact_kind)kind, &count);
        *ret_count += count;
    }
    return code;
}

/* Where a page is damaged, what lies behind it can still be reached from the other end. */
static int take_all_good(uh_database *damaged, uh_database *to)
{
    rescue at = {.to = to};
    for (uint32_t kind = 0; kind < UH_FACT_KIND_COUNT && at.code == SQLITE_OK; kind++) {
        const uh_fact_kind one = (uh_fact_kind)kind;
        if (read_rows(damaged, one, "ORDER BY 1", take_good, &at) != SQLITE_OK &&
            at.code == SQLITE_OK) {
            (void)read_rows(damaged, one, "ORDER BY 1 DESC", take_good, &at);
        }
    }
    return at.code;
}

int uh_database_salvage(uh_database *damaged, uh_database *to, uint32_t *ret_count)
{
    uint64_t before = 0;
    uint64_t after = 0;
    int code = uh_database_begin(to);
    code = code == SQLITE_OK ? count_all(to, &before) : code;
    code = code == SQLITE_OK ? take_all_good(damaged, to) : code;
    code = code == SQLITE_OK ? count_all(to, &after) : code;
    code = code == SQLITE_OK ? uh_database_commit(to) : code;
    uh_database_rollback(to);
    *ret_count = code == SQLITE_OK ? (uint32_t)(after - before) : 0;
    return code;
}

/* -- the end -- */

int uh_database_purge(uh_database *database)
{
    int code = run(database, "PRAGMA secure_delete = ON");
    code = code == SQLITE_OK ? uh_database_begin(database) : code;
    for (uint32_t kind = 0; kind < UH_FACT_KIND_COUNT && code == SQLITE_OK; kind++) {
        char sql[64];
        (void)snprintf(sql, sizeof sql, "DELETE FROM \"%s\"", uh_fact_kind_name(kind));
        code = run(database, sql);
    }
    code = code == SQLITE_OK ? uh_database_commit(database) : code;
    uh_database_rollback(database);
    /* the log still has the old pages until it is emptied, before and after */
    code = code == SQLITE_OK ? run(database, "PRAGMA wal_checkpoint(TRUNCATE); VACUUM;"
                                             "PRAGMA wal_checkpoint(TRUNCATE)")
                             : code;
    return code;
}

int uh_database_count(uh_database *database, uh_fact_kind kind, uint64_t *ret_count)
{
    char sql[64];
    (void)snprintf(sql, sizeof sql, "SELECT count(*) FROM \"%s\"", uh_fact_kind_name(kind));
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(database->connection, sql, -1, &statement, NULL);
    code = code == SQLITE_OK ? sqlite3_step(statement) : code;
    if (code == SQLITE_ROW) {
        *ret_count = (uint64_t)sqlite3_column_int64(statement, 0);
        code = SQLITE_OK;
    }
    (void)sqlite3_finalize(statement);
    return code & 0xff;
}
