/* SPDX-License-Identifier: MIT */
/* The store on a disk. A fact goes into the database; where that is not to be, it waits in memory
 * and in a journal, and every later put tries the database first. */
#include "store/sqlite.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/archive.h"

enum { FIRST_CAPACITY = 64, BUSY_MS = 2000 };

uh_sqlite_options uh_sqlite_usual(void)
{
    return (uh_sqlite_options){uh_schema_now(), BUSY_MS, UH_STORE_WAITING_MAX};
}

static uh_sqlite *sqlite_of(uh_store *store)
{
    return (uh_sqlite *)store;
}

/* -- what waits -- */

static bool grow(uh_sqlite *sqlite)
{
    if (sqlite->waiting_count < sqlite->waiting_capacity) {
        return true;
    }
    const uint32_t capacity =
        sqlite->waiting_capacity != 0 ? sqlite->waiting_capacity * 2 : FIRST_CAPACITY;
    uh_fact **waiting = realloc(sqlite->waiting, capacity * sizeof(void *));
    if (waiting == NULL) {
        return false;
    }
    sqlite->waiting = waiting;
    sqlite->waiting_capacity = capacity;
    return true;
}

static bool append(uh_sqlite *sqlite, const uh_fact *fact)
{
    if (sqlite->waiting_count >= sqlite->options.waiting_max || !grow(sqlite)) {
        return false;
    }
    const size_t size = uh_fact_size(fact->kind);
    uh_fact *copy = malloc(size);
    if (copy == NULL) {
        return false;
    }
    memcpy(copy, fact, size);
    sqlite->waiting[sqlite->waiting_count++] = copy;
    return true;
}

void uh_sqlite_drop(uh_sqlite *sqlite, uint32_t count)
{
    while (sqlite->waiting_count > count) {
        free(sqlite->waiting[--sqlite->waiting_count]);
    }
    sqlite->journaled = sqlite->journaled < count ? sqlite->journaled : count;
}

/* The latest one of that identity; NULL: none waits. */
static const uh_fact *find_waiting(const uh_sqlite *sqlite, const uh_fact *fact)
{
    const uh_fact *found = NULL;
    for (uint32_t i = 0; i < sqlite->waiting_count; i++) {
        const uh_fact *one = sqlite->waiting[i];
        if (uh_fact_same(one, fact) && (found == NULL || one->changed.ms >= found->changed.ms)) {
            found = one;
        }
    }
    return found;
}

/* -- writing -- */

static void reached_disk(uh_sqlite *sqlite)
{
    sqlite->trouble = UH_STORE_SOUND;
    if (sqlite->patience_ms != sqlite->options.busy_ms) {
        sqlite->patience_ms = sqlite->options.busy_ms;
        uh_database_wait(&sqlite->database, sqlite->patience_ms);
    }
}

/* All that waits, in one transaction. What belongs to a session that is gone is left out. */
static int write_waiting(uh_sqlite *sqlite, bool *ret_last_refused)
{
    uh_database *database = &sqlite->database;
    int code = uh_database_begin(database);
    for (uint32_t i = 0; i < sqlite->waiting_count && code == SQLITE_OK; i++) {
        code = uh_database_put(database, sqlite->waiting[i]);
        *ret_last_refused = code == SQLITE_CONSTRAINT;
        code = code == SQLITE_CONSTRAINT ? SQLITE_OK : code;
    }
    code = code == SQLITE_OK ? uh_database_commit(database) : code;
    uh_database_rollback(database);
    return code;
}

static void write_journal(uh_sqlite *sqlite)
{
    const uint32_t count = sqlite->waiting_count - sqlite->journaled;
    if (count > 0 && sqlite->folder[0] != '\0' &&
        uh_journal_append(&sqlite->journal, sqlite->folder, sqlite->waiting + sqlite->journaled,
                          count) == UH_OK) {
        sqlite->journaled = sqlite->waiting_count;
    }
}

/* Tries the disk, then the journal. */
static uh_status settle(uh_sqlite *sqlite)
{
    bool last_refused = false;
    if (!uh_sqlite_is_writable(sqlite)) {
        uh_sqlite_connect(sqlite);
    }
    int code = SQLITE_READONLY;
    if (uh_sqlite_is_writable(sqlite)) {
        code = write_waiting(sqlite, &last_refused);
        if (code != SQLITE_OK && uh_sqlite_failed(sqlite, code)) {
            code = write_waiting(sqlite, &last_refused);
        }
    }
    if (code == SQLITE_OK) {
        uh_sqlite_drop(sqlite, 0);
        uh_journal_end(&sqlite->journal);
        reached_disk(sqlite);
        return last_refused ? UH_ERR_UNKNOWN : UH_OK;
    }
    write_journal(sqlite);
    return UH_ERR_PENDING;
}

/* The usual way of a fact: nothing waits, and no memory is asked for. */
static int put_directly(uh_sqlite *sqlite, const uh_fact *fact)
{
    if (sqlite->waiting_count > 0 || !uh_sqlite_is_writable(sqlite)) {
        return SQLITE_BUSY;
    }
    int code = uh_database_put(&sqlite->database, fact);
    if (code != SQLITE_OK && code != SQLITE_CONSTRAINT && uh_sqlite_failed(sqlite, code)) {
        code = uh_database_put(&sqlite->database, fact);
    }
    if (code == SQLITE_OK) {
        reached_disk(sqlite);
    }
    return code;
}

/* Within an act a fact goes into the transaction, and is kept beside it in case that fails. */
static uh_status put_in_act(uh_sqlite *sqlite, const uh_fact *fact)
{
    if (sqlite->act_on_disk) {
        const int code = uh_database_put(&sqlite->database, fact);
        if (code == SQLITE_CONSTRAINT) {
            return UH_ERR_UNKNOWN;
        }
        if (code == SQLITE_OK) {
            if (!sqlite->act_unkept && !append(sqlite, fact)) {
                uh_sqlite_drop(sqlite, sqlite->act_from);
                sqlite->act_unkept = true;
            }
            return UH_OK;
        }
        uh_database_rollback(&sqlite->database);
        (void)uh_sqlite_failed(sqlite, code);
        sqlite->act_on_disk = false;
        sqlite->act_lost = sqlite->act_unkept;
    }
    return !sqlite->act_lost && append(sqlite, fact) ? UH_OK : UH_ERR_FULL;
}

static uh_status put(uh_store *store, const uh_fact *fact)
{
    uh_sqlite *sqlite = sqlite_of(store);
    if (store->in_act) {
        return put_in_act(sqlite, fact);
    }
    const int code = put_directly(sqlite, fact);
    if (code == SQLITE_OK || code == SQLITE_CONSTRAINT) {
        return code == SQLITE_OK ? UH_OK : UH_ERR_UNKNOWN;
    }
    return append(sqlite, fact) ? settle(sqlite) : UH_ERR_FULL;
}

static uh_status begin(uh_store *store)
{
    uh_sqlite *sqlite = sqlite_of(store);
    sqlite->act_from = sqlite->waiting_count;
    sqlite->act_on_disk = false;
    sqlite->act_unkept = false;
    sqlite->act_lost = false;
    if (sqlite->waiting_count == 0 && uh_sqlite_is_writable(sqlite)) {
        const int code = uh_database_begin(&sqlite->database);
        sqlite->act_on_disk = code == SQLITE_OK;
        if (code != SQLITE_OK) {
            (void)uh_sqlite_failed(sqlite, code);
        }
    }
    return UH_OK;
}

static void rollback(uh_store *store)
{
    uh_sqlite *sqlite = sqlite_of(store);
    if (sqlite->act_on_disk) {
        uh_database_rollback(&sqlite->database);
    }
    uh_sqlite_drop(sqlite, sqlite->act_from);
}

static uh_status commit(uh_store *store)
{
    uh_sqlite *sqlite = sqlite_of(store);
    if (sqlite->act_on_disk) {
        const int code = uh_database_commit(&sqlite->database);
        if (code == SQLITE_OK) {
            uh_sqlite_drop(sqlite, sqlite->act_from);
            reached_disk(sqlite);
            return UH_OK;
        }
        uh_database_rollback(&sqlite->database);
        (void)uh_sqlite_failed(sqlite, code);
        sqlite->act_lost = sqlite->act_unkept;
    }
    if (sqlite->act_lost) {
        uh_sqlite_drop(sqlite, sqlite->act_from);
        return UH_ERR_STATE;
    }
    if (sqlite->waiting_count == sqlite->act_from) {
        return UH_OK;
    }
    return settle(sqlite) == UH_ERR_PENDING ? UH_ERR_PENDING : UH_OK;
}

/* -- reading -- */

/* After a failure it may be closed; perhaps it can be read again. */
static bool is_open(uh_sqlite *sqlite)
{
    if (sqlite->database.connection == NULL) {
        const uh_store_trouble trouble = sqlite->trouble;
        uh_sqlite_connect(sqlite);
        sqlite->trouble = trouble == UH_STORE_SOUND ? sqlite->trouble : trouble;
    }
    return sqlite->database.connection != NULL;
}

static int get_from_disk(uh_sqlite *sqlite, uh_fact *fact)
{
    if (!is_open(sqlite)) {
        return SQLITE_NOTFOUND;
    }
    int code = uh_database_get(&sqlite->database, fact);
    if (code != SQLITE_OK && code != SQLITE_NOTFOUND && uh_sqlite_failed(sqlite, code)) {
        code = uh_database_get(&sqlite->database, fact);
    }
    return code;
}

static uh_status get(uh_store *store, uh_fact *fact)
{
    uh_sqlite *sqlite = sqlite_of(store);
    const uh_fact *waiting = find_waiting(sqlite, fact);
    const int code = get_from_disk(sqlite, fact);
    if (waiting != NULL && (code != SQLITE_OK || waiting->changed.ms >= fact->changed.ms)) {
        memcpy(fact, waiting, uh_fact_size(waiting->kind));
        return UH_OK;
    }
    return code == SQLITE_OK ? UH_OK : code == SQLITE_NOTFOUND ? UH_ERR_UNKNOWN : UH_ERR_STATE;
}

static bool put_into(void *to, const uh_fact *fact)
{
    return uh_store_put(to, fact) == UH_OK;
}

/* What is on the disk and what waits for it, as one: facts that wait may be about a session that is
 * on the disk. */
static uh_status join(uh_sqlite *sqlite, uh_date from, uh_date to, uh_store *memory)
{
    if (is_open(sqlite) && uh_database_replay(&sqlite->database, UH_STORE_ALL_KINDS, from, to,
                                              put_into, memory) != SQLITE_OK) {
        return UH_ERR_STATE;
    }
    for (uint32_t i = 0; i < sqlite->waiting_count; i++) {
        if (uh_store_put(memory, sqlite->waiting[i]) == UH_ERR_FULL) {
            return UH_ERR_STATE;
        }
    }
    return UH_OK;
}

static uh_status replay_joined(uh_sqlite *sqlite, uint32_t kinds, uh_date from, uh_date to,
                               uh_store_take *take, void *context)
{
    uh_store *memory = NULL;
    if (uh_store_open_memory(&memory) != UH_OK) {
        return UH_ERR_STATE;
    }
    uh_status status = join(sqlite, from, to, memory);
    status = status == UH_OK ? uh_store_replay(memory, kinds, from, to, take, context) : status;
    uh_store_close(memory);
    return status;
}

static uh_status replay(uh_store *store, uint32_t kinds, uh_date from, uh_date to,
                        uh_store_take *take, void *context)
{
    uh_sqlite *sqlite = sqlite_of(store);
    if (sqlite->waiting_count > 0) {
        return replay_joined(sqlite, kinds, from, to, take, context);
    }
    if (!is_open(sqlite)) { /* what cannot be read is not nothing */
        return uh_file_is_there(uh_store_report_of(store)->path) ? UH_ERR_STATE : UH_OK;
    }
    const int code = uh_database_replay(&sqlite->database, kinds, from, to, take, context);
    if (code != SQLITE_OK) {
        (void)uh_sqlite_failed(sqlite, code);
    }
    return code == SQLITE_OK ? UH_OK : UH_ERR_STATE;
}

static bool began_later(const uh_session_fact *a, const uh_session_fact *b)
{
    return a->began.at.ms > b->began.at.ms ||
           (a->began.at.ms == b->began.at.ms && strcmp(a->id, b->id) >= 0);
}

static uh_status last_session(uh_store *store, uh_session_fact *ret_session)
{
    uh_sqlite *sqlite = sqlite_of(store);
    uh_fact last = {.kind = UH_FACT_SESSION};
    int code = SQLITE_NOTFOUND;
    if (is_open(sqlite)) {
        code = uh_database_last_session(&sqlite->database, &last.is.session);
        if (code != SQLITE_OK && code != SQLITE_NOTFOUND && uh_sqlite_failed(sqlite, code)) {
            code = uh_database_last_session(&sqlite->database, &last.is.session);
        }
    }
    bool found = code == SQLITE_OK;
    for (uint32_t i = 0; i < sqlite->waiting_count; i++) {
        const uh_fact *one = sqlite->waiting[i];
        if (one->kind == UH_FACT_SESSION &&
            (!found || began_later(&one->is.session, &last.is.session))) {
            last.is.session = one->is.session;
            found = true;
        }
    }
    if (found) {
        *ret_session = last.is.session;
        return UH_OK;
    }
    return code == SQLITE_NOTFOUND ? UH_ERR_UNKNOWN : UH_ERR_STATE;
}

/* -- forgetting -- */

static bool goes_with(const uh_fact *fact, const uh_fact *gone)
{
    const char *owner =
        fact->kind == UH_FACT_RATING ? fact->is.rating.session : uh_fact_session(fact);
    return uh_fact_same(fact, gone) || (gone->kind == UH_FACT_SESSION && owner != NULL &&
                                        strcmp(owner, gone->is.session.id) == 0);
}

/* Where there is no disk at all, what waits is all there is. */
static uh_status forget_waiting(uh_sqlite *sqlite, const uh_fact *gone)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < sqlite->waiting_count; i++) {
        uh_fact *one = sqlite->waiting[i];
        if (goes_with(one, gone)) {
            free(one);
        } else {
            sqlite->waiting[kept++] = one;
        }
    }
    const bool found = kept < sqlite->waiting_count;
    sqlite->waiting_count = kept;
    return found ? UH_OK : UH_ERR_UNKNOWN;
}

static uh_status forget(uh_store *store, const uh_fact *fact)
{
    uh_sqlite *sqlite = sqlite_of(store);
    if ((sqlite->waiting_count > 0 || !uh_sqlite_is_writable(sqlite)) &&
        settle(sqlite) == UH_ERR_PENDING) {
        return sqlite->database.connection == NULL && sqlite->journaled == 0
                   ? forget_waiting(sqlite, fact)
                   : UH_ERR_STATE;
    }
    int code = uh_database_forget(&sqlite->database, fact);
    if (code != SQLITE_OK && code != SQLITE_NOTFOUND && uh_sqlite_failed(sqlite, code)) {
        code = uh_database_forget(&sqlite->database, fact);
    }
    return code == SQLITE_OK ? UH_OK : code == SQLITE_NOTFOUND ? UH_ERR_UNKNOWN : UH_ERR_STATE;
}

static uh_status purge(uh_store *store, uh_store_report *ret_report)
{
    return uh_sqlite_purge(sqlite_of(store), ret_report);
}

/* -- the whole -- */

static uh_store_trouble trouble(const uh_store *store)
{
    return ((const uh_sqlite *)store)->trouble;
}

static const uh_store_report *report(const uh_store *store)
{
    return &((const uh_sqlite *)store)->report;
}

static uint32_t waiting(const uh_store *store)
{
    return ((const uh_sqlite *)store)->waiting_count;
}

static uint32_t unsafe(const uh_store *store)
{
    const uh_sqlite *sqlite = (const uh_sqlite *)store;
    return sqlite->waiting_count - sqlite->journaled;
}

static void close_sqlite(uh_store *store)
{
    uh_sqlite *sqlite = sqlite_of(store);
    if (store->in_act) {
        rollback(store);
    }
    if (sqlite->waiting_count > 0) {
        (void)settle(sqlite);
    }
    uh_sqlite_drop(sqlite, 0);
    uh_journal_leave(&sqlite->journal);
    uh_sqlite_back_up(sqlite);
    uh_database_close(&sqlite->database);
    if (sqlite->lock >= 0) {
        (void)close(sqlite->lock);
    }
    free(sqlite->waiting);
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
    .unsafe = unsafe,
};

uh_status uh_sqlite_open(const char *folder, uh_unix_ms now, const uh_sqlite_options *options,
                         uh_store_report *ret_report, uh_store **ret_store)
{
    uh_sqlite *sqlite = calloc(1, sizeof *sqlite);
    if (sqlite == NULL) {
        return UH_ERR_FULL;
    }
    sqlite->store.methods = &methods;
    sqlite->options = *options;
    sqlite->now = now;
    sqlite->lock = -1;
    sqlite->patience_ms = options->busy_ms;
    sqlite->journal = uh_journal_none();
    if (folder != NULL && strlen(folder) < sizeof sqlite->folder - UH_NAME_SIZE) {
        memcpy(sqlite->folder, folder, strlen(folder) + 1);
        (void)uh_folder_path(folder, UH_DATABASE_NAME, sqlite->report.path);
    }
    uh_sqlite_connect(sqlite);
    if (sqlite->trouble != UH_STORE_SOUND) {
        sqlite->report.trouble = sqlite->trouble;
    }
    *ret_report = sqlite->report;
    *ret_store = &sqlite->store;
    return UH_OK;
}

uh_status uh_store_open(const char *folder, uh_unix_ms now, uh_store_report *ret_report,
                        uh_store **ret_store)
{
    const uh_sqlite_options usual = uh_sqlite_usual();
    return uh_sqlite_open(folder, now, &usual, ret_report, ret_store);
}
