/* SPDX-License-Identifier: MIT */
#include "store/database.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/folder.h"
#include "store/inside.h"
#include "store/statement.h"

enum { URI_SIZE = 3 * UH_STORE_PATH_SIZE + 32 };

/* -- opening -- */

static int primary(int code)
{
    return code & 0xff;
}

static int run(uh_database *database, const char *sql)
{
    return primary(sqlite3_exec(database->connection, sql, NULL, NULL, NULL));
}

/* One number of one row. */
static int ask_number(uh_database *database, const char *sql, int64_t *ret_number)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(database->connection, sql, -1, &statement, NULL);
    if (code == SQLITE_OK) {
        code = sqlite3_step(statement);
        if (code == SQLITE_ROW) {
            *ret_number = sqlite3_column_int64(statement, 0);
        }
    }
    (void)sqlite3_finalize(statement);
    return code == SQLITE_ROW ? SQLITE_OK : code == SQLITE_DONE ? SQLITE_CORRUPT : primary(code);
}

/* A path as a URI: what has a meaning there is written as %XX. */
static void write_uri(const char *path, const char *query, char uri[URI_SIZE])
{
    size_t at = (size_t)snprintf(uri, URI_SIZE, "file:");
    for (; *path != '\0'; path++) {
        const bool plain = strchr("%?#", *path) == NULL;
        at += (size_t)snprintf(uri + at, URI_SIZE - at, plain ? "%c" : "%%%02x",
                               (unsigned)(unsigned char)*path);
    }
    (void)snprintf(uri + at, URI_SIZE - at, "%s", query);
}

static int open_file(const char *path, uh_database_mode mode, uh_database *database)
{
    static const struct {
        int flags;
        const char *query;
    } modes[] = {
        [UH_DATABASE_WRITE] = {SQLITE_OPEN_READWRITE, ""},
        [UH_DATABASE_CREATE] = {SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, ""},
        [UH_DATABASE_ALONE] = {SQLITE_OPEN_READWRITE, ""},
        [UH_DATABASE_READ] = {SQLITE_OPEN_READONLY, ""},
        [UH_DATABASE_STILL] = {SQLITE_OPEN_READONLY, "?immutable=1"},
    };
    char uri[URI_SIZE];
    UH_ASSERT(strlen(path) < UH_STORE_PATH_SIZE);
    write_uri(path, modes[mode].query, uri);
    return sqlite3_open_v2(uri, &database->connection,
                           modes[mode].flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
}

/* What holds for a connection, not for the file. */
static int set_up(uh_database *database, int busy_ms)
{
    uh_database_wait(database, busy_ms);
    return run(database, "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;"
                         "PRAGMA cell_size_check = ON; PRAGMA synchronous = FULL;");
}

/* Whose file it is, and which layout it has. */
static int look_at_version(uh_database *database, const uh_schema *schema)
{
    int64_t id = 0;
    int64_t version = 0;
    int64_t again = 0;
    int code = ask_number(database, "PRAGMA application_id", &id);
    if (code == SQLITE_OK && id != UH_APPLICATION_ID) {
        return SQLITE_NOTADB;
    }
    code = code == SQLITE_OK ? ask_number(database, "PRAGMA user_version", &version) : code;
    code = code == SQLITE_OK ? ask_number(database, "SELECT \"version\" FROM \"about\"", &again)
                             : code;
    if (code == SQLITE_ERROR || (code == SQLITE_OK && (version != again || version < 0))) {
        return SQLITE_CORRUPT; /* no such table, too */
    }
    database->version = (uint32_t)version;
    database->older = version < schema->version;
    database->newer = version > schema->version;
    return code;
}

static int create(uh_database *database, const uh_schema *schema)
{
    database->version = schema->version;
    return primary(uh_schema_migrate(database->connection, schema, 0));
}

/* Only a file that is ours and will be written is switched to a write-ahead log. */
static int look_at_file(uh_database *database, uh_database_mode mode, const uh_schema *schema)
{
    int code = look_at_version(database, schema);
    database->read_only = mode == UH_DATABASE_READ || mode == UH_DATABASE_STILL ||
                          sqlite3_db_readonly(database->connection, "main") == 1;
    if (code == SQLITE_OK && mode == UH_DATABASE_WRITE && !database->read_only &&
        !database->newer) {
        code = run(database, "PRAGMA journal_mode = WAL");
    }
    return code;
}

static int open_as(const char *path, uh_database_mode mode, const uh_schema *schema, int busy_ms,
                   uh_database_fault *ret_fault, uh_database *ret_database)
{
    uh_database database = {0};
    int code = primary(open_file(path, mode, &database));
    code = code == SQLITE_OK ? set_up(&database, busy_ms) : code;
    if (code == SQLITE_OK) {
        code = mode == UH_DATABASE_CREATE ? create(&database, schema)
                                          : look_at_file(&database, mode, schema);
    }
    if (code == SQLITE_OK) {
        *ret_database = database;
        return SQLITE_OK;
    }
    ret_fault->system_errno = uh_database_errno(&database);
    (void)snprintf(ret_fault->words, sizeof ret_fault->words, "%s",
                   database.connection != NULL ? sqlite3_errmsg(database.connection)
                                               : sqlite3_errstr(code));
    uh_database_close(&database);
    return code;
}

static bool has_log(const char *path)
{
    char log[UH_STORE_PATH_SIZE + 8];
    (void)snprintf(log, sizeof log, "%s-wal", path);
    return uh_file_size(log) > 0;
}

/* SQLite gives -wal and -shm the mode that the database has at that moment. Made while it was
 * read-only they would keep it so for ever: they are ours, and get its mode of now. */
static void mend_companions(const char *path)
{
    static const char *const suffixes[] = {"-wal", "-shm"};
    struct stat database;
    if (stat(path, &database) != 0 || access(path, W_OK) != 0) {
        return;
    }
    for (size_t i = 0; i < UH_COUNT(suffixes); i++) {
        char companion[UH_STORE_PATH_SIZE + 8];
        struct stat state;
        (void)snprintf(companion, sizeof companion, "%s%s", path, suffixes[i]);
        const int fd = open(companion, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
        if (fd >= 0 && fstat(fd, &state) == 0 && S_ISREG(state.st_mode) &&
            state.st_uid == geteuid() && (state.st_mode & S_IWUSR) == 0) {
            (void)fchmod(fd, database.st_mode & 0666);
        }
        if (fd >= 0) {
            (void)close(fd);
        }
    }
}

/* To read a file that has a log, SQLite wants to make files beside it. Where it cannot, and there
 * is no log, nobody is writing either. */
int uh_database_open(const char *path, uh_database_mode mode, const uh_schema *schema, int busy_ms,
                     uh_database_fault *ret_fault, uh_database *ret_database)
{
    if (mode == UH_DATABASE_WRITE) {
        mend_companions(path);
    }
    const int code = open_as(path, mode, schema, busy_ms, ret_fault, ret_database);
    const bool no_companions = code == SQLITE_CANTOPEN || code == SQLITE_READONLY;
    if (no_companions && mode == UH_DATABASE_READ && !has_log(path)) {
        return open_as(path, UH_DATABASE_STILL, schema, busy_ms, ret_fault, ret_database);
    }
    return code;
}

void uh_database_close(uh_database *database)
{
    for (uint32_t kind = 0; kind < UH_FACT_KIND_COUNT; kind++) {
        (void)sqlite3_finalize(database->put[kind]);
        (void)sqlite3_finalize(database->get[kind]);
        (void)sqlite3_finalize(database->forget[kind]);
    }
    (void)sqlite3_close(database->connection);
    *database = (uh_database){0};
}

const char *uh_database_words(const uh_database *database)
{
    return database->connection != NULL ? sqlite3_errmsg(database->connection) : "";
}

int uh_database_errno(const uh_database *database)
{
    return database->connection != NULL ? sqlite3_system_errno(database->connection) : 0;
}

uh_store_trouble uh_trouble_of_code(int code, int system_errno)
{
    switch (code) {
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return UH_STORE_READ_ONLY;
    case SQLITE_FULL:
        return UH_STORE_FULL;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return UH_STORE_BUSY;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
        return uh_trouble_of_errno(system_errno);
    default:
        return UH_STORE_FAILING;
    }
}

void uh_database_wait(uh_database *database, int busy_ms)
{
    if (database->connection != NULL) {
        (void)sqlite3_busy_timeout(database->connection, busy_ms);
    }
}

/* -- single facts -- */

int uh_database_begin(uh_database *database)
{
    return run(database, "BEGIN IMMEDIATE");
}

int uh_database_commit(uh_database *database)
{
    return run(database, "COMMIT");
}

void uh_database_rollback(uh_database *database)
{
    if (database->connection == NULL || sqlite3_get_autocommit(database->connection) != 0) {
        return;
    }
    (void)run(database, "ROLLBACK");
    if (sqlite3_get_autocommit(database->connection) == 0) {
        /* there was no memory even for that; the next put would end in this transaction unseen */
        uh_database_close(database);
    }
}

typedef void write_sql(uh_fact_kind kind, char out[UH_SQL_SIZE]);

static void write_get(uh_fact_kind kind, char out[UH_SQL_SIZE])
{
    char where[UH_SQL_SIZE];
    uh_sql_where_identity(kind, where);
    uh_sql_select(kind, where, out);
}

static void write_forget(uh_fact_kind kind, char out[UH_SQL_SIZE])
{
    char where[UH_SQL_SIZE];
    uh_sql_where_identity(kind, where);
    const int length =
        snprintf(out, UH_SQL_SIZE, "DELETE FROM \"%s\" %s", uh_fact_kind_name(kind), where);
    UH_ASSERT(length > 0 && length < UH_SQL_SIZE);
}

/* The kind's statement, prepared when it is first needed. */
static int prepared(uh_database *database, sqlite3_stmt **statement, uh_fact_kind kind,
                    write_sql *write)
{
    if (*statement != NULL) {
        return SQLITE_OK;
    }
    char sql[UH_SQL_SIZE];
    write(kind, sql);
    return primary(sqlite3_prepare_v3(database->connection, sql, -1, SQLITE_PREPARE_PERSISTENT,
                                      statement, NULL));
}

/* The words of a failure would be lost by a reset that succeeds: it repeats the code instead. */
static int finish(sqlite3_stmt *statement, int code)
{
    (void)sqlite3_reset(statement);
    (void)sqlite3_clear_bindings(statement);
    return code == SQLITE_DONE || code == SQLITE_ROW ? SQLITE_OK : primary(code);
}

int uh_database_put(uh_database *database, const uh_fact *fact)
{
    sqlite3_stmt **statement = &database->put[fact->kind];
    int code = prepared(database, statement, fact->kind, uh_sql_put);
    if (code != SQLITE_OK) {
        return code;
    }
    code = uh_statement_bind(*statement, fact);
    code = code == SQLITE_OK ? sqlite3_step(*statement) : code;
    return finish(*statement, code);
}

int uh_database_get(uh_database *database, uh_fact *fact)
{
    sqlite3_stmt **statement = &database->get[fact->kind];
    int code = prepared(database, statement, fact->kind, write_get);
    if (code != SQLITE_OK) {
        return code;
    }
    const uh_fact key = *fact; /* bound while the result is written over it */
    code = uh_statement_bind_identity(*statement, &key);
    code = code == SQLITE_OK ? sqlite3_step(*statement) : code;
    if (code == SQLITE_ROW) {
        code = uh_statement_row(*statement, fact->kind, database->newer, fact);
    } else if (code == SQLITE_DONE) {
        code = SQLITE_NOTFOUND;
    }
    return finish(*statement, code);
}

int uh_database_forget(uh_database *database, const uh_fact *fact)
{
    sqlite3_stmt **statement = &database->forget[fact->kind];
    int code = prepared(database, statement, fact->kind, write_forget);
    if (code != SQLITE_OK) {
        return code;
    }
    code = uh_statement_bind_identity(*statement, fact);
    code = code == SQLITE_OK ? sqlite3_step(*statement) : code;
    if (code == SQLITE_DONE && sqlite3_changes(database->connection) == 0) {
        code = SQLITE_NOTFOUND;
    }
    return finish(*statement, code);
}

int uh_database_last_session(uh_database *database, uh_session_fact *ret_session)
{
    sqlite3_stmt *statement = NULL;
    int code = uh_statement_select(database->connection, UH_FACT_SESSION,
                                   "ORDER BY \"began\" DESC, \"id\" DESC LIMIT 1", &statement);
    code = code == SQLITE_OK ? sqlite3_step(statement) : code;
    if (code == SQLITE_ROW) {
        uh_fact fact;
        code = uh_statement_row(statement, UH_FACT_SESSION, database->newer, &fact);
        if (code == SQLITE_OK) {
            *ret_session = fact.is.session;
        }
    } else if (code == SQLITE_DONE) {
        code = SQLITE_NOTFOUND;
    }
    (void)sqlite3_finalize(statement);
    return primary(code);
}

int uh_database_lapsed(uh_database *database, uh_unix_ms before, uint32_t capacity,
                       uh_session_fact *ret_sessions, uint32_t *ret_count)
{
    sqlite3_stmt *statement = NULL;
    uint32_t count = 0;
    int code =
        uh_statement_select(database->connection, UH_FACT_SESSION,
                            "WHERE \"end\" = 'open' AND coalesce(\"lease\", 0) <= ?1", &statement);
    code = code == SQLITE_OK ? sqlite3_bind_int64(statement, 1, before.ms) : code;
    while (code == SQLITE_OK && count < capacity &&
           (code = sqlite3_step(statement)) == SQLITE_ROW) {
        uh_fact fact;
        code = uh_statement_row(statement, UH_FACT_SESSION, database->newer, &fact);
        if (code == SQLITE_OK) {
            ret_sessions[count++] = fact.is.session;
        }
    }
    (void)sqlite3_finalize(statement);
    *ret_count = count;
    return code == SQLITE_DONE ? SQLITE_OK : primary(code);
}
