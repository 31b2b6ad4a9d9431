/* SPDX-License-Identifier: MIT */
#include "store/database.h"

#include <stdio.h>
#include <string.h>

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
        [UH_DATABASE_READ] = {SQLITE_OPEN_READONLY, ""},
        [UH_DATABASE_SINGLE] = {SQLITE_OPEN_READONLY, "?immutable=1"},
    };
    char uri[URI_SIZE];
    UH_ASSERT(strlen(path) < UH_STORE_PATH_SIZE);
    write_uri(path, modes[mode].query, uri);
    return sqlite3_open_v2(uri, &database->connection,
                           modes[mode].flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
}

/* What holds for a connection, not for the file. Big pages of memory are not needed. */
static int set_up(uh_database *database, uh_database_mode mode, int busy_ms)
{
    (void)sqlite3_busy_timeout(database->connection, busy_ms);
    int code = run(database, "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;"
                             "PRAGMA cell_size_check = ON; PRAGMA synchronous = FULL;");
    if (code == SQLITE_OK && mode == UH_DATABASE_WRITE) {
        code = run(database, "PRAGMA journal_mode = WAL;");
    }
    return code;
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
    database->newer = version > schema->version;
    return code;
}

static int create(uh_database *database, const uh_schema *schema)
{
    database->version = schema->version;
    return primary(uh_schema_migrate(database->connection, schema, 0));
}

int uh_database_open(const char *path, uh_database_mode mode, const uh_schema *schema, int busy_ms,
                     char detail[256], uh_database *ret_database)
{
    uh_database database = {0};
    int code = primary(open_file(path, mode, &database));
    code = code == SQLITE_OK ? set_up(&database, mode, busy_ms) : code;
    if (code == SQLITE_OK) {
        code = mode == UH_DATABASE_CREATE ? create(&database, schema)
                                          : look_at_version(&database, schema);
    }
    if (code == SQLITE_OK) {
        *ret_database = database;
        return SQLITE_OK;
    }
    if (detail != NULL) {
        (void)snprintf(detail, 256, "%s",
                       database.connection != NULL ? sqlite3_errmsg(database.connection)
                                                   : sqlite3_errstr(code));
    }
    uh_database_close(&database);
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
    if (database->connection != NULL && sqlite3_get_autocommit(database->connection) == 0) {
        (void)run(database, "ROLLBACK");
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

/* A SELECT that is used once; `rest` as in uh_sql_select(). */
static int select_once(uh_database *database, uh_fact_kind kind, const char *rest,
                       sqlite3_stmt **ret_statement)
{
    char sql[UH_SQL_SIZE];
    uh_sql_select(kind, rest, sql);
    return primary(sqlite3_prepare_v2(database->connection, sql, -1, ret_statement, NULL));
}

int uh_database_last_session(uh_database *database, uh_session_fact *ret_session)
{
    sqlite3_stmt *statement = NULL;
    int code = select_once(database, UH_FACT_SESSION,
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
    int code = select_once(database, UH_FACT_SESSION,
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

/* -- replay -- */

enum { HEAD_KINDS = 4 };

static const struct {
    uh_fact_kind kind;
    const char *rest;
} head_rows[HEAD_KINDS] = {
    {UH_FACT_SESSION, "WHERE \"day\" BETWEEN ?1 AND ?2 ORDER BY \"began\", \"id\""},
    {UH_FACT_RATING, "WHERE \"day\" BETWEEN ?1 AND ?2 ORDER BY \"at\", \"id\""},
    {UH_FACT_BREAK, "WHERE \"day\" BETWEEN ?1 AND ?2 ORDER BY \"began\", \"id\""},
    {UH_FACT_MARK, "WHERE \"day\" BETWEEN ?1 AND ?2 ORDER BY \"at\", \"id\""},
};

static const struct {
    uh_fact_kind kind;
    const char *rest;
} part_rows[] = {
    {UH_FACT_ENTRY, "WHERE \"session\" = ?1 ORDER BY \"entry\""},
    {UH_FACT_COMMAND, "WHERE \"session\" = ?1 ORDER BY \"number\""},
    {UH_FACT_SET, "WHERE \"session\" = ?1"
                  " ORDER BY \"ended\", \"entry\", \"set_number\", \"attempt\", \"side\""},
};

/* One kind, as it comes from the database. */
typedef struct fact_stream {
    sqlite3_stmt *statement;
    uh_fact_kind kind;
    bool live; /* `fact` is the next one */
    uh_fact fact;
} fact_stream;

typedef struct replay_run {
    uh_database *database;
    uint32_t kinds;
    uh_date from;
    uh_date to;
    char first[UH_DATE_TEXT_SIZE];
    char last[UH_DATE_TEXT_SIZE];
    fact_stream heads[HEAD_KINDS];
    fact_stream parts[UH_COUNT(part_rows)];
    uh_store_take *take;
    void *context;
    bool ended; /* by whoever takes */
} replay_run;

static int open_stream(replay_run *replay, uh_fact_kind kind, const char *rest, fact_stream *stream)
{
    stream->kind = kind;
    return select_once(replay->database, kind, rest, &stream->statement);
}

/* An index that leads to a row of another day is damaged. */
static bool is_of_window(const replay_run *replay, const uh_fact *fact)
{
    const uh_date day = uh_fact_moment(fact).day;
    return day.days >= replay->from.days && day.days <= replay->to.days;
}

/* Reads the next fact of a stream. A later unhunch may write what this one does not know. */
static int advance(const replay_run *replay, fact_stream *stream)
{
    int code = SQLITE_OK;
    stream->live = false;
    while (!stream->live && (code = sqlite3_step(stream->statement)) == SQLITE_ROW) {
        code = uh_statement_row(stream->statement, stream->kind, replay->database->newer,
                                &stream->fact);
        if (code != SQLITE_OK && !(code == SQLITE_CORRUPT && replay->database->newer)) {
            return code;
        }
        stream->live = code == SQLITE_OK;
    }
    return code == SQLITE_DONE || code == SQLITE_OK ? SQLITE_OK : primary(code);
}

static void give(replay_run *replay, const uh_fact *fact)
{
    if ((replay->kinds & UH_KIND_BIT(fact->kind)) != 0 && !replay->ended) {
        replay->ended = !replay->take(replay->context, fact);
    }
}

static int give_all(replay_run *replay, fact_stream *stream)
{
    int code = advance(replay, stream);
    while (code == SQLITE_OK && stream->live && !replay->ended) {
        give(replay, &stream->fact);
        code = advance(replay, stream);
    }
    return code;
}

static int give_timeless(replay_run *replay, uh_fact_kind kind, const char *rest)
{
    if ((replay->kinds & UH_KIND_BIT(kind)) == 0 || replay->ended) {
        return SQLITE_OK;
    }
    fact_stream stream = {0};
    int code = open_stream(replay, kind, rest, &stream);
    code = code == SQLITE_OK ? give_all(replay, &stream) : code;
    (void)sqlite3_finalize(stream.statement);
    return code;
}

/* What belongs to a session, kind by kind. */
static int give_parts(replay_run *replay, const char *session)
{
    for (size_t i = 0; i < UH_COUNT(part_rows) && !replay->ended; i++) {
        fact_stream *part = &replay->parts[i];
        if (part->statement == NULL) {
            continue;
        }
        int code = sqlite3_bind_text(part->statement, 1, session, -1, SQLITE_STATIC);
        code = code == SQLITE_OK ? give_all(replay, part) : primary(code);
        (void)sqlite3_reset(part->statement);
        if (code != SQLITE_OK) {
            return code;
        }
    }
    return SQLITE_OK;
}

static bool is_before(const uh_fact *a, const uh_fact *b)
{
    const int64_t at = uh_fact_moment(a).at.ms;
    const int64_t other = uh_fact_moment(b).at.ms;
    return at < other || (at == other && a->kind < b->kind);
}

static fact_stream *earliest(replay_run *replay)
{
    fact_stream *found = NULL;
    for (size_t i = 0; i < HEAD_KINDS; i++) {
        fact_stream *head = &replay->heads[i];
        if (head->live && (found == NULL || is_before(&head->fact, &found->fact))) {
            found = head;
        }
    }
    return found;
}

static int give_heads(replay_run *replay)
{
    int code = SQLITE_OK;
    for (fact_stream *head = earliest(replay); head != NULL && code == SQLITE_OK && !replay->ended;
         head = earliest(replay)) {
        if (!is_of_window(replay, &head->fact)) {
            return SQLITE_CORRUPT;
        }
        give(replay, &head->fact);
        if (head->kind == UH_FACT_SESSION) {
            code = give_parts(replay, head->fact.is.session.id);
        }
        code = code == SQLITE_OK ? advance(replay, head) : code;
    }
    return code;
}

/* Sessions are read, too, where only what belongs to them is wanted. */
static bool is_needed(const replay_run *replay, uh_fact_kind kind)
{
    const uint32_t wanted =
        kind == UH_FACT_SESSION ? UH_KIND_BIT(kind) | UH_KINDS_OF_SESSION : UH_KIND_BIT(kind);
    return (replay->kinds & wanted) != 0;
}

static int open_streams(replay_run *replay)
{
    int code = SQLITE_OK;
    for (size_t i = 0; i < UH_COUNT(part_rows) && code == SQLITE_OK; i++) {
        if (is_needed(replay, part_rows[i].kind)) {
            code = open_stream(replay, part_rows[i].kind, part_rows[i].rest, &replay->parts[i]);
        }
    }
    for (size_t i = 0; i < HEAD_KINDS && code == SQLITE_OK; i++) {
        fact_stream *head = &replay->heads[i];
        if (!is_needed(replay, head_rows[i].kind)) {
            continue;
        }
        code = open_stream(replay, head_rows[i].kind, head_rows[i].rest, head);
        code = code == SQLITE_OK
                   ? sqlite3_bind_text(head->statement, 1, replay->first, -1, SQLITE_STATIC)
                   : code;
        code = code == SQLITE_OK
                   ? sqlite3_bind_text(head->statement, 2, replay->last, -1, SQLITE_STATIC)
                   : code;
        code = code == SQLITE_OK ? advance(replay, head) : code;
    }
    return primary(code);
}

static void close_stream(uh_database *database, fact_stream *stream)
{
    if (stream->statement != NULL) {
        database->steps +=
            (uint64_t)sqlite3_stmt_status(stream->statement, SQLITE_STMTSTATUS_VM_STEP, 1);
        (void)sqlite3_finalize(stream->statement);
    }
}

static void close_streams(replay_run *replay)
{
    for (size_t i = 0; i < HEAD_KINDS; i++) {
        close_stream(replay->database, &replay->heads[i]);
    }
    for (size_t i = 0; i < UH_COUNT(part_rows); i++) {
        close_stream(replay->database, &replay->parts[i]);
    }
}

/* Days are texts in the database: those without one are before or after all others. */
static void write_day(uh_date day, const char *before, const char *after,
                      char out[UH_DATE_TEXT_SIZE])
{
    uh_date_write(day, out);
    if (out[0] == '\0') {
        (void)snprintf(out, UH_DATE_TEXT_SIZE, "%s", day.days < 0 ? before : after);
    }
}

int uh_database_replay(uh_database *database, uint32_t kinds, uh_date from, uh_date to,
                       uh_store_take *take, void *context)
{
    replay_run replay = {.database = database,
                         .kinds = kinds,
                         .from = from,
                         .to = to,
                         .take = take,
                         .context = context};
    write_day(from, "0000", "9999-99", replay.first);
    write_day(to, "0000", "9999-99", replay.last);
    /* one transaction: what others write meanwhile is seen wholly or not at all */
    int code = run(database, "BEGIN");
    if (code != SQLITE_OK) {
        return code;
    }
    code = give_timeless(&replay, UH_FACT_SETTING, "ORDER BY \"name\"");
    code =
        code == SQLITE_OK ? give_timeless(&replay, UH_FACT_ANSWER, "ORDER BY \"question\"") : code;
    code = code == SQLITE_OK ? open_streams(&replay) : code;
    code = code == SQLITE_OK ? give_heads(&replay) : code;
    close_streams(&replay);
    uh_database_rollback(database); /* nothing was changed */
    return code;
}
