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
    UH_DATABASE_CREATE, /* new, in a file that is empty: complete when it is open */
    UH_DATABASE_ALONE,  /* there, to be written, and nobody else knows of it: no log beside it */
    UH_DATABASE_READ,   /* there, and never changed */
    UH_DATABASE_STILL   /* the same, in a folder where nothing may be written and nobody does */
} uh_database_mode;

enum { UH_DETAIL_SIZE = 256 };

typedef struct uh_database {
    sqlite3 *connection;
    sqlite3_stmt *put[UH_FACT_KIND_COUNT]; /* prepared when first used */
    sqlite3_stmt *get[UH_FACT_KIND_COUNT];
    sqlite3_stmt *forget[UH_FACT_KIND_COUNT];
    uint32_t version; /* of its layout */
    bool older;       /* than `schema`: to be migrated, and not to be used before */
    bool newer;       /* than `schema`: only read, and without asking for sums */
    bool read_only;   /* asked for, or all that the system allows */
    uint64_t steps;   /* of SQLite's machine, in all replays: what reading costs */
} uh_database;

/* What is wrong with an opening that failed. */
typedef struct uh_database_fault {
    int system_errno; /* 0: not the system's doing */
    char words[UH_DETAIL_SIZE];
} uh_database_fault;

/* Opens a file. SQLITE_NOTADB: not SQLite's, or not ours (application_id). SQLITE_CORRUPT: ours,
 * but the versions in it disagree. On failure there is nothing to close, and the fault is filled
 * in. Older than `schema`: see version; only uh_database_migrate() may write then. */
int uh_database_open(const char *path, uh_database_mode mode, const uh_schema *schema, int busy_ms,
                     uh_database_fault *ret_fault, uh_database *ret_database);

/* Closing what is not open does nothing. */
void uh_database_close(uh_database *database);

/* SQLite's last words, and the system's error number behind them (0: none). */
const char *uh_database_words(const uh_database *database);
int uh_database_errno(const uh_database *database);

/* The trouble behind a code that is not about damage; system_errno as above. */
uh_store_trouble uh_trouble_of_code(int code, int system_errno);

/* How long to wait for others that write. */
void uh_database_wait(uh_database *database, int busy_ms);

int uh_database_begin(uh_database *database);
int uh_database_commit(uh_database *database);
/* Outside a transaction it does nothing. Where it cannot be done, the database is closed. */
void uh_database_rollback(uh_database *database);

/* SQLITE_CONSTRAINT: its session is not there. */
int uh_database_put(uh_database *database, const uh_fact *fact);

/* SQLITE_NOTFOUND: there is none. */
int uh_database_get(uh_database *database, uh_fact *fact);
int uh_database_forget(uh_database *database, const uh_fact *fact);
int uh_database_last_session(uh_database *database, uh_session_fact *ret_session);

/* Sessions that are open and whose lease ran out at `before` or earlier, at most `capacity`. */
int uh_database_lapsed(uh_database *database, uh_unix_ms before, uint32_t capacity,
                       uh_session_fact *ret_sessions, uint32_t *ret_count);

/* As uh_store_replay(). */
int uh_database_replay(uh_database *database, uint32_t kinds, uh_date from, uh_date to,
                       uh_store_take *take, void *context);

/* -- the whole of it (database_whole.c) -- */

/* Brings it to the newest layout. */
int uh_database_migrate(uh_database *database, const uh_schema *schema);

/* Reads everything: pages, indexes and the sum of every row. SQLITE_CORRUPT: damaged. */
int uh_database_check(uh_database *database);

/* Copies it, as it is now, into a new file of its own without a journal beside it; what stands at
 * `path` is replaced. Whoever wants it to be durable synchronizes it; on failure it is worth
 * nothing. */
int uh_database_copy(uh_database *database, const char *path);

/* Copies it into memory and brings that to the newest layout. */
int uh_database_copy_to_memory(uh_database *database, const uh_schema *schema,
                               uh_database *ret_memory);

/* Puts every fact of a damaged one that can still be read and is what was written into `to`, in one
 * transaction. *ret_count: how many. The answer is about `to` only. */
int uh_database_salvage(uh_database *damaged, uh_database *to, uint32_t *ret_count);

/* Forgets everything and leaves none of its bytes in the file (VACUUM) or in its journal. */
int uh_database_purge(uh_database *database);

/* How many rows a kind has. */
int uh_database_count(uh_database *database, uh_fact_kind kind, uint64_t *ret_count);

#endif
