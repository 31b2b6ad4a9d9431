/* SPDX-License-Identifier: MIT */
/* Gets the database open, and keeps it sound: new, restored and migrated files are made by one
 * process alone, everything else happens side by side with others. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "store/backup.h"
#include "store/repair.h"
#include "store/sqlite.h"

enum { ATTEMPTS = 3, LAPSED_AT_ONCE = 64 };

/* What has to be done before the database can be used. */
typedef enum need {
    NEED_NOTHING, /* it is open, or cannot be helped: see trouble */
    NEED_REPAIR,  /* missing, damaged or foreign */
    NEED_MIGRATION
} need;

bool uh_sqlite_is_writable(const uh_sqlite *sqlite)
{
    const uh_database *database = &sqlite->database;
    return database->connection != NULL && !database->read_only && !database->newer;
}

static void say(uh_sqlite *sqlite, uh_store_trouble trouble, const char *words)
{
    sqlite->trouble = trouble;
    (void)snprintf(sqlite->report.detail, sizeof sqlite->report.detail, "%s", words);
    if (trouble == UH_STORE_BUSY) {
        sqlite->patience_ms = 0; /* once is enough: nobody waits at the end of each set */
    }
}

static bool is_damage(int code)
{
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
}

/* -- opening -- */

static int open_database(uh_sqlite *sqlite, uh_database_mode mode, uh_database_fault *fault)
{
    return uh_database_open(sqlite->report.path, mode, sqlite->options.schema, sqlite->patience_ms,
                            fault, &sqlite->database);
}

/* What cannot be written may still be read. */
static void open_to_read(uh_sqlite *sqlite, uh_store_trouble trouble, const char *words)
{
    uh_database_fault fault = {0};
    say(sqlite, trouble, words);
    if (open_database(sqlite, UH_DATABASE_READ, &fault) == SQLITE_OK && sqlite->database.older) {
        uh_database_close(&sqlite->database);
    }
}

static need look(uh_sqlite *sqlite)
{
    uh_database_fault fault = {0};
    if (sqlite->damaged || !uh_file_is_there(sqlite->report.path)) {
        return NEED_REPAIR;
    }
    const int code = open_database(sqlite, UH_DATABASE_WRITE, &fault);
    if (is_damage(code)) {
        return NEED_REPAIR;
    }
    if (code != SQLITE_OK) {
        open_to_read(sqlite, uh_trouble_of_code(code, fault.system_errno), fault.words);
        return NEED_NOTHING;
    }
    if (sqlite->database.older && !sqlite->database.read_only) {
        uh_database_close(&sqlite->database);
        return NEED_MIGRATION;
    }
    if (sqlite->database.newer || sqlite->database.read_only) {
        const uh_store_trouble trouble =
            sqlite->database.newer ? UH_STORE_NEWER : UH_STORE_READ_ONLY;
        uh_database_close(&sqlite->database);
        open_to_read(sqlite, trouble, "");
    }
    return NEED_NOTHING;
}

/* -- what one process does alone -- */

static const char *suspicion(const uh_sqlite *sqlite, char out[UH_STORE_PATH_SIZE])
{
    return uh_folder_path(sqlite->folder, UH_SUSPECT_NAME, out);
}

static void clear_suspicion(const uh_sqlite *sqlite)
{
    char path[UH_STORE_PATH_SIZE];
    (void)uh_file_remove(suspicion(sqlite, path));
}

/* Does a full look agree that it is damaged? Somebody else may have repaired it meanwhile. Where it
 * could not be taken, whoever comes next is to look. */
static bool is_damaged_still(uh_sqlite *sqlite)
{
    uh_database_fault fault = {0};
    int code = open_database(sqlite, UH_DATABASE_WRITE, &fault);
    if (code == SQLITE_OK) {
        code = uh_database_check(&sqlite->database);
        uh_database_close(&sqlite->database);
    }
    if (code == SQLITE_OK) {
        clear_suspicion(sqlite);
    }
    return is_damage(code);
}

static bool repair(uh_sqlite *sqlite)
{
    const bool was_there = uh_file_is_there(sqlite->report.path);
    const bool deep = sqlite->damaged;
    sqlite->damaged = false;
    if (deep && was_there && !is_damaged_still(sqlite)) {
        return true;
    }
    uh_store_report report;
    const int code = uh_repair(sqlite->folder, sqlite->options.schema, sqlite->now, &report);
    report.drained = sqlite->report.drained;
    report.waiting = sqlite->report.waiting;
    sqlite->report = report;
    sqlite->trouble = report.trouble;
    sqlite->made = code == SQLITE_OK && !was_there;
    sqlite->damaged = deep && code != SQLITE_OK;
    if (code == SQLITE_OK) {
        clear_suspicion(sqlite);
    }
    return code == SQLITE_OK;
}

/* A backup first: without it there is no way back to the program that came before. */
static bool migrate(uh_sqlite *sqlite)
{
    uh_database_fault fault = {0};
    int code = open_database(sqlite, UH_DATABASE_WRITE, &fault);
    if (code == SQLITE_OK && sqlite->database.older) {
        const uint32_t version = sqlite->database.version;
        code = uh_backup_make(sqlite->folder, &sqlite->database, sqlite->options.schema,
                              sqlite->now, &version);
        code = code == SQLITE_OK ? uh_database_migrate(&sqlite->database, sqlite->options.schema)
                                 : code;
    }
    if (code != SQLITE_OK) {
        say(sqlite, uh_trouble_of_code(code, fault.system_errno), sqlite3_errstr(code));
        sqlite->damaged = is_damage(code);
    }
    uh_database_close(&sqlite->database);
    return code == SQLITE_OK || sqlite->damaged;
}

/* With the lock held alone, things are looked at again: whoever had it before may have done it. */
static bool do_alone(uh_sqlite *sqlite)
{
    const need found = look(sqlite);
    uh_database_close(&sqlite->database);
    switch (found) {
    case NEED_NOTHING:
        return true;
    case NEED_REPAIR:
        return repair(sqlite);
    case NEED_MIGRATION:
        return migrate(sqlite);
    }
    __builtin_unreachable();
}

/* -- locks -- */

/* False: others hold it, or it cannot be held; `trouble` says which. */
static bool take_lock(uh_sqlite *sqlite, bool alone)
{
    const uh_status status = uh_lock_take(sqlite->lock, alone, sqlite->patience_ms);
    if (status != UH_OK) {
        const bool busy = status == UH_ERR_PENDING;
        say(sqlite, busy ? UH_STORE_BUSY : uh_trouble_of_errno(errno), busy ? "" : strerror(errno));
    }
    return status == UH_OK;
}

/* The folder and its lock. Without them nothing can be written; perhaps something can be read. */
static bool enter(uh_sqlite *sqlite)
{
    if (uh_folder_make(sqlite->folder) != UH_OK) {
        say(sqlite, uh_trouble_of_errno(errno), strerror(errno));
        return false;
    }
    if (sqlite->lock < 0) {
        sqlite->lock = uh_lock_open(sqlite->folder);
    }
    if (sqlite->lock < 0) {
        open_to_read(sqlite, uh_trouble_of_errno(errno), strerror(errno));
        return false;
    }
    return true;
}

static void connect_somehow(uh_sqlite *sqlite)
{
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        if (!take_lock(sqlite, false)) {
            return;
        }
        if (look(sqlite) == NEED_NOTHING) {
            return;
        }
        if (!take_lock(sqlite, true)) {
            const uh_status again = uh_lock_take(sqlite->lock, false, 0);
            open_to_read(sqlite, sqlite->trouble, again == UH_OK ? "" : strerror(errno));
            return;
        }
        if (!do_alone(sqlite)) {
            const uh_store_trouble trouble = sqlite->trouble;
            (void)take_lock(sqlite, false);
            sqlite->trouble = trouble;
            return;
        }
    }
}

/* -- what is seen to once, when it is open -- */

/* A journal on its way into the database. */
typedef struct drain {
    uh_sqlite *sqlite;
    uint32_t count;
    int code;
} drain;

/* What lost its session has nowhere to go: it was deleted while its journal waited. */
static uh_status drain_fact(void *to, const uh_fact *fact)
{
    drain *at = to;
    at->code = uh_database_put(&at->sqlite->database, fact);
    at->code = at->code == SQLITE_CONSTRAINT ? SQLITE_OK : at->code;
    at->count++;
    return at->code == SQLITE_OK ? UH_OK : UH_ERR_STATE;
}

static uh_status count_fact(void *to, const uh_fact *fact)
{
    (void)fact;
    ((drain *)to)->count++;
    return UH_OK;
}

static void drain_journal(void *to, uh_journal_left *journal)
{
    uh_sqlite *sqlite = to;
    drain at = {.sqlite = sqlite};
    uint32_t bad = 0;
    const bool writable = uh_sqlite_is_writable(sqlite);
    at.code = writable ? uh_database_begin(&sqlite->database) : SQLITE_READONLY;
    uh_status status =
        uh_journal_read(journal, at.code == SQLITE_OK ? drain_fact : count_fact, &at, &bad);
    if (at.code == SQLITE_OK && status == UH_OK) {
        at.code = uh_database_commit(&sqlite->database);
    }
    if (at.code == SQLITE_OK && status == UH_OK) {
        sqlite->report.drained += at.count;
        uh_journal_left_end(journal, bad);
        return;
    }
    sqlite->report.waiting += at.count;
    if (writable) {
        uh_database_rollback(&sqlite->database);
        if (at.code != SQLITE_OK) {
            (void)uh_sqlite_failed(sqlite, at.code);
        }
    }
}

static uh_fact closed(const uh_session_fact *session, uh_unix_ms now)
{
    uh_fact fact = {.kind = UH_FACT_SESSION, .changed = now};
    fact.is.session = *session;
    fact.is.session.end = UH_ENDING_INTERRUPTED;
    const int64_t seen_ms = session->lease.ms - UH_LEASE_MS; /* its last sign of life */
    fact.is.session.ended.ms = seen_ms > session->began.at.ms ? seen_ms : session->began.at.ms;
    return fact;
}

/* In one act, so that a sweep that fails has changed nothing. */
static void sweep(uh_sqlite *sqlite)
{
    uh_session_fact lapsed[LAPSED_AT_ONCE];
    uint32_t count = 0;
    const uh_unix_ms before = {sqlite->now.ms - UH_LEASE_GRACE_MS};
    int code = uh_database_lapsed(&sqlite->database, before, LAPSED_AT_ONCE, lapsed, &count);
    if (code == SQLITE_OK && count == 0) {
        return;
    }
    code = code == SQLITE_OK ? uh_database_begin(&sqlite->database) : code;
    for (uint32_t i = 0; i < count && code == SQLITE_OK; i++) {
        if (uh_session_is_lapsed(&lapsed[i], sqlite->now)) {
            const uh_fact fact = closed(&lapsed[i], sqlite->now);
            code = uh_database_put(&sqlite->database, &fact);
        }
    }
    code = code == SQLITE_OK ? uh_database_commit(&sqlite->database) : code;
    uh_database_rollback(&sqlite->database);
    if (code != SQLITE_OK) {
        (void)uh_sqlite_failed(sqlite, code);
    }
}

static void settle_in(uh_sqlite *sqlite)
{
    const bool writable = uh_sqlite_is_writable(sqlite);
    if (sqlite->settled || (sqlite->counted && !writable)) {
        return;
    }
    sqlite->counted = true;
    sqlite->settled = writable;
    sqlite->report.waiting = 0;
    uh_journal_find(sqlite->folder, drain_journal, sqlite);
    if (uh_sqlite_is_writable(sqlite)) {
        sweep(sqlite);
    }
}

void uh_sqlite_connect(uh_sqlite *sqlite)
{
    uh_database_close(&sqlite->database);
    if (sqlite->folder[0] == '\0') {
        sqlite->trouble = UH_STORE_NOWHERE;
        return;
    }
    sqlite->trouble = UH_STORE_SOUND;
    if (enter(sqlite)) {
        char path[UH_STORE_PATH_SIZE];
        sqlite->damaged = sqlite->damaged || uh_file_is_there(suspicion(sqlite, path));
        connect_somehow(sqlite);
    }
    settle_in(sqlite);
}

/* -- what is seen to last -- */

/* One that was made by this very opening was empty a moment ago. Damage is left to the next
 * opening: that one tells what it came to, and nobody would hear it here. */
void uh_sqlite_back_up(uh_sqlite *sqlite)
{
    char path[UH_STORE_PATH_SIZE];
    if (!uh_sqlite_is_writable(sqlite) || sqlite->made ||
        uh_backup_is_there(sqlite->folder, uh_date_at(sqlite->now, 0))) {
        return;
    }
    const int code = uh_backup_make(sqlite->folder, &sqlite->database, sqlite->options.schema,
                                    sqlite->now, NULL);
    if (is_damage(code)) {
        (void)!uh_file_make(suspicion(sqlite, path));
    }
}

/* -- when something fails -- */

/* Repairing asks for the lock alone; where another process has the file open, too, it is closed
 * here and facts wait. */
static bool mend(uh_sqlite *sqlite)
{
    sqlite->damaged = true;
    uh_database_close(&sqlite->database);
    connect_somehow(sqlite);
    return uh_sqlite_is_writable(sqlite);
}

bool uh_sqlite_failed(uh_sqlite *sqlite, int code)
{
    if (is_damage(code) && sqlite->lock >= 0) {
        say(sqlite, UH_STORE_FAILING, sqlite3_errstr(code));
        return mend(sqlite);
    }
    const char *words = uh_database_words(&sqlite->database);
    say(sqlite, uh_trouble_of_code(code, uh_database_errno(&sqlite->database)),
        words[0] != '\0' ? words : sqlite3_errstr(code));
    if (code == SQLITE_BUSY) {
        uh_database_wait(&sqlite->database, 0);
    } else if (code != SQLITE_FULL && code != SQLITE_NOMEM) {
        uh_database_close(&sqlite->database); /* the next put begins anew */
    }
    return false;
}

/* -- purge -- */

/* What is to be removed beside the database. */
typedef struct purge_run {
    const char *folder;
    bool failed;
} purge_run;

static bool is_beside(const char *name)
{
    static const char *const prefixes[] = {UH_ASIDE_PREFIX "damaged-", UH_ASIDE_PREFIX "foreign-",
                                           UH_NEW_NAME, UH_SUSPECT_NAME};
    for (size_t i = 0; i < UH_COUNT(prefixes); i++) {
        if (strncmp(name, prefixes[i], strlen(prefixes[i])) == 0) {
            return true;
        }
    }
    return false;
}

static bool remove_beside(void *to, const char *name)
{
    purge_run *at = to;
    char path[UH_STORE_PATH_SIZE];
    if (is_beside(name) && uh_file_remove(uh_folder_path(at->folder, name, path)) != UH_OK) {
        at->failed = true;
    }
    return true;
}

static bool remove_all_beside(const char *folder)
{
    char path[UH_STORE_PATH_SIZE];
    purge_run at = {folder, false};
    const bool backups = uh_folder_remove(uh_folder_path(folder, UH_BACKUP_FOLDER, path)) == UH_OK;
    const bool journals =
        uh_folder_remove(uh_folder_path(folder, UH_JOURNAL_FOLDER, path)) == UH_OK;
    const bool listed = uh_folder_list(folder, remove_beside, &at) == UH_OK;
    return backups && journals && listed && !at.failed;
}

/* One that cannot be emptied, because it is damaged or foreign, is removed. */
static int empty_database(uh_sqlite *sqlite)
{
    static const char *const suffixes[] = {"", "-wal", "-shm", "-journal"};
    uh_database_fault fault = {0};
    int code = open_database(sqlite, UH_DATABASE_WRITE, &fault);
    if (code == SQLITE_OK && uh_sqlite_is_writable(sqlite) && !sqlite->database.older) {
        code = uh_database_purge(&sqlite->database);
    } else if (code == SQLITE_OK) {
        code = SQLITE_READONLY;
    }
    uh_database_close(&sqlite->database);
    if (!is_damage(code)) {
        return code;
    }
    code = SQLITE_OK;
    for (size_t i = 0; i < UH_COUNT(suffixes); i++) {
        char path[UH_STORE_PATH_SIZE + 16];
        (void)snprintf(path, sizeof path, "%s%s", sqlite->report.path, suffixes[i]);
        code = uh_file_remove(path) == UH_OK ? code : SQLITE_IOERR;
    }
    return code;
}

static void forget_waiting(uh_sqlite *sqlite)
{
    uh_journal_end(&sqlite->journal);
    uh_sqlite_drop(sqlite, 0);
}

/* Where others have it open it is refused as a whole: what waits here still waits. */
static bool purge_alone(uh_sqlite *sqlite)
{
    if (sqlite->folder[0] == '\0') {
        forget_waiting(sqlite);
        return true;
    }
    if (sqlite->lock < 0 || !take_lock(sqlite, true)) {
        return false;
    }
    uh_database_close(&sqlite->database);
    const int code = uh_file_is_there(sqlite->report.path) ? empty_database(sqlite) : SQLITE_OK;
    if (code == SQLITE_BUSY) {
        say(sqlite, UH_STORE_BUSY, "");
        return false;
    }
    forget_waiting(sqlite);
    errno = 0;
    const bool removed = remove_all_beside(sqlite->folder);
    if (code != SQLITE_OK || !removed) {
        say(sqlite,
            code != SQLITE_OK ? uh_trouble_of_code(code, errno) : uh_trouble_of_errno(errno),
            code != SQLITE_OK ? sqlite3_errstr(code) : strerror(errno));
        return false;
    }
    sqlite->made = true;
    return uh_folder_sync(sqlite->folder) == UH_OK;
}

uh_status uh_sqlite_purge(uh_sqlite *sqlite, uh_store_report *ret_report)
{
    sqlite->patience_ms = sqlite->options.busy_ms;
    const bool purged = purge_alone(sqlite);
    const uh_store_trouble trouble = sqlite->trouble;
    char detail[UH_DETAIL_SIZE];
    memcpy(detail, sqlite->report.detail, sizeof detail);
    uh_sqlite_connect(sqlite);
    *ret_report = sqlite->report;
    if (purged) {
        return UH_OK;
    }
    ret_report->trouble = trouble;
    memcpy(ret_report->detail, detail, sizeof detail);
    return UH_ERR_STATE;
}
