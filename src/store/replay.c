/* SPDX-License-Identifier: MIT */
/* Tells facts as they happened: one stream for each kind that has a day, merged by moment; what
 * belongs to a session is read when its session is told. */
#include <stdio.h>
#include <string.h>

#include "store/database.h"
#include "store/inside.h"
#include "store/statement.h"

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
    return uh_statement_select(replay->database->connection, kind, rest, &stream->statement);
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
    return code == SQLITE_DONE || code == SQLITE_OK ? SQLITE_OK : code & 0xff;
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
        code = code == SQLITE_OK ? give_all(replay, part) : code & 0xff;
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
    return code & 0xff;
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
    int code = sqlite3_exec(database->connection, "BEGIN", NULL, NULL, NULL) & 0xff;
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
