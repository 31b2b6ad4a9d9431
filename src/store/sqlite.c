/* SPDX-License-Identifier: MIT */
/* Keeps facts in FOLDER/history.db. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "store/archive.h"
#include "store/database.h"
#include "store/inside.h"

enum { BUSY_MS = 2000 };

typedef struct sqlite_store {
    uh_store store;
    uh_database database;
    uh_store_report report;
    uh_store_trouble trouble;
} sqlite_store;

static sqlite_store *sqlite_of(uh_store *store)
{
    return (sqlite_store *)store;
}

static uh_status answer(sqlite_store *sqlite, int code)
{
    switch (code) {
    case SQLITE_OK:
        return UH_OK;
    case SQLITE_CONSTRAINT:
    case SQLITE_NOTFOUND:
        return UH_ERR_UNKNOWN;
    default:
        sqlite->trouble = UH_STORE_FAILING;
        return UH_ERR_STATE;
    }
}

static uh_status put(uh_store *store, const uh_fact *fact)
{
    sqlite_store *sqlite = sqlite_of(store);
    return answer(sqlite, uh_database_put(&sqlite->database, fact));
}

static uh_status begin(uh_store *store)
{
    sqlite_store *sqlite = sqlite_of(store);
    return answer(sqlite, uh_database_begin(&sqlite->database));
}

static uh_status commit(uh_store *store)
{
    sqlite_store *sqlite = sqlite_of(store);
    return answer(sqlite, uh_database_commit(&sqlite->database));
}

static void rollback(uh_store *store)
{
    uh_database_rollback(&sqlite_of(store)->database);
}

static uh_status get(uh_store *store, uh_fact *fact)
{
    sqlite_store *sqlite = sqlite_of(store);
    return answer(sqlite, uh_database_get(&sqlite->database, fact));
}

static uh_status forget(uh_store *store, const uh_fact *fact)
{
    sqlite_store *sqlite = sqlite_of(store);
    return answer(sqlite, uh_database_forget(&sqlite->database, fact));
}

static uh_status replay(uh_store *store, uint32_t kinds, uh_date from, uh_date to,
                        uh_store_take *take, void *context)
{
    sqlite_store *sqlite = sqlite_of(store);
    return answer(sqlite, uh_database_replay(&sqlite->database, kinds, from, to, take, context));
}

static uh_status last_session(uh_store *store, uh_session_fact *ret_session)
{
    sqlite_store *sqlite = sqlite_of(store);
    return answer(sqlite, uh_database_last_session(&sqlite->database, ret_session));
}

static uh_status purge(uh_store *store, uh_store_report *ret_report)
{
    sqlite_store *sqlite = sqlite_of(store);
    int code = SQLITE_OK;
    for (uint32_t kind = 0; kind < UH_FACT_KIND_COUNT && code == SQLITE_OK; kind++) {
        char sql[64];
        (void)snprintf(sql, sizeof sql, "DELETE FROM \"%s\"", uh_fact_kind_name(kind));
        code = sqlite3_exec(sqlite->database.connection, sql, NULL, NULL, NULL);
    }
    *ret_report = sqlite->report;
    return answer(sqlite, code);
}

static uh_store_trouble trouble(const uh_store *store)
{
    return ((const sqlite_store *)store)->trouble;
}

static const uh_store_report *report(const uh_store *store)
{
    return &((const sqlite_store *)store)->report;
}

static uint32_t waiting(const uh_store *store)
{
    (void)store;
    return 0;
}

static void close_sqlite(uh_store *store)
{
    sqlite_store *sqlite = sqlite_of(store);
    uh_database_close(&sqlite->database);
    free(sqlite);
}

static const uh_store_methods methods = {
    .close = close_sqlite,
    .put = put,
    .begin = begin,
    .commit = commit,
    .rollback = rollback,
    .get = get,
    .forget = forget,
    .replay = replay,
    .last_session = last_session,
    .purge = purge,
    .archive = uh_archive_write,
    .trouble = trouble,
    .report = report,
    .waiting = waiting,
};

uh_status uh_store_open(const char *folder, uh_unix_ms now, uh_store_report *ret_report,
                        uh_store **ret_store)
{
    (void)now;
    sqlite_store *sqlite = calloc(1, sizeof *sqlite);
    if (sqlite == NULL) {
        return UH_ERR_FULL;
    }
    sqlite->store.methods = &methods;
    (void)mkdir(folder, 0700);
    (void)snprintf(sqlite->report.path, sizeof sqlite->report.path, "%s/history.db", folder);
    struct stat state;
    const bool there = stat(sqlite->report.path, &state) == 0;
    int code = SQLITE_OK;
    if (!there) {
        code = uh_database_open(sqlite->report.path, UH_DATABASE_CREATE, uh_schema_now(), BUSY_MS,
                                sqlite->report.detail, &sqlite->database);
        uh_database_close(&sqlite->database);
    }
    code = code == SQLITE_OK
               ? uh_database_open(sqlite->report.path, UH_DATABASE_WRITE, uh_schema_now(), BUSY_MS,
                                  sqlite->report.detail, &sqlite->database)
               : code;
    sqlite->trouble = code == SQLITE_OK ? UH_STORE_SOUND : UH_STORE_FAILING;
    sqlite->report.trouble = sqlite->trouble;
    *ret_report = sqlite->report;
    *ret_store = &sqlite->store;
    return UH_OK;
}
