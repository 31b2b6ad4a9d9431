/* SPDX-License-Identifier: MIT */
/* database.h: one SQLite file with facts in it, and nothing about what to do when it fails: each
 * function answers SQLITE_OK or what SQLite said, as a primary result code. SQLITE_CORRUPT also
 * means that a row is not what was written. */
#ifndef UNHUNCH_STORE_DATABASE_H
#define UNHUNCH_STORE_DATABASE_H

#include <sqlite3.h>

#include "store/schema.h"
#include "store/store.h"

typedef enum uh_database_mode {
    UH_DATABASE_WRITE,  /* there, and to be written */
    UH_DATABASE_CREATE, /* new: one file without a journal beside it, until it is opened to write */
    UH_DATABASE_READ,   /* there, and never changed */
    UH_DATABASE_SINGLE  /* the same, where nobody else has it open and it needs no journal */
} uh_database_mode;

typedef struct uh_database {
    sqlite3 *connection;
    sqlite3_stmt *put[UH_FACT_KIND_COUNT]; /* prepared when first used */
    sqlite3_stmt *get[UH_FACT_KIND_COUNT];
    sqlite3_stmt *forget[UH_FACT_KIND_COUNT];
    uint32_t version; /* of its layout */
    bool newer;       /* than `schema`: only read, and without asking for sums */
    uint64_t steps;   /* of SQLite's machine, in all replays: what reading costs */
} uh_database;

/* Opens a file. SQLITE_NOTADB: not SQLite's, or not ours (application_id). SQLITE_CORRUPT: ours,
 * but the versions in it disagree. On failure there is nothing to close, and `detail` (may be NULL)
 * has SQLite's words. Older than `schema`: see version. */
int uh_database_open(const char *path, uh_database_mode mode, const uh_schema *schema, int busy_ms,
                     char detail[256], uh_database *ret_database);

/* Closing what is not open does nothing. */
void uh_database_close(uh_database *database);

/* SQLite's last words, and the system's error number behind them (0: none). */
const char *uh_database_words(const uh_database *database);
int uh_database_errno(const uh_database *database);

int uh_database_begin(uh_database *database);
int uh_database_commit(uh_database *database);
void uh_database_rollback(uh_database *database);

/* SQLITE_CONSTRAINT: its session is not there. */
int uh_database_put(uh_database *database, const uh_fact *fact);

/* SQLITE_NOTFOUND: there is none. */
int uh_database_get(uh_database *database, uh_fact *fact);
int uh_database_forget(uh_database *database, const uh_fact *fact);
int uh_database_last_session(uh_database *database, uh_session_fact *ret_session);

/* Sessions that are open and whose lease ran out before `before`; at most `capacity` of them. */
int uh_database_lapsed(uh_database *database, uh_unix_ms before, uint32_t capacity,
                       uh_session_fact *ret_sessions, uint32_t *ret_count);

/* As uh_store_replay(). */
int uh_database_replay(uh_database *database, uint32_t kinds, uh_date from, uh_date to,
                       uh_store_take *take, void *context);

#endif
