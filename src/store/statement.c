/* SPDX-License-Identifier: MIT */
#include "store/statement.h"

#include <string.h>

#include "store/cell.h"
#include "unhunch/out.h"

/* -- SQL -- */

/* Some names are words of SQL, so all of them are quoted. */
static void write_name(uh_out out, const char *name)
{
    uh_out_text(out, "\"");
    uh_out_text(out, name);
    uh_out_text(out, "\"");
}

/* The names of the first fields, as many as belong to the identity or all. */
static void write_columns(uh_out out, uh_fact_kind kind, bool identity_only)
{
    uint32_t count = 0;
    const uh_fact_field *fields = uh_fact_fields(kind, &count);
    for (uint32_t i = 0; i < count && (!identity_only || fields[i].identity); i++) {
        uh_out_text(out, i > 0 ? ", " : "");
        write_name(out, fields[i].name);
    }
    if (!identity_only) {
        uh_out_text(out, ", \"sum\"");
    }
}

static void write_parameters(uh_out out, uint32_t count)
{
    for (uint32_t i = 1; i <= count; i++) {
        uh_out_text(out, i > 1 ? ", ?" : "?");
        uh_out_number(out, i);
    }
}

static void write_assignment(uh_out out, const char *name)
{
    write_name(out, name);
    uh_out_text(out, " = excluded.");
    write_name(out, name);
}

void uh_sql_put(uh_fact_kind kind, char out[UH_SQL_SIZE])
{
    uint32_t count = 0;
    const uh_fact_field *fields = uh_fact_fields(kind, &count);
    uh_buffer buffer = {out, UH_SQL_SIZE, 0};
    uh_out sql = uh_out_to_buffer(&buffer);
    uh_out_text(sql, "INSERT INTO ");
    write_name(sql, uh_fact_kind_name(kind));
    uh_out_text(sql, " (");
    write_columns(sql, kind, false);
    uh_out_text(sql, ") VALUES (");
    write_parameters(sql, count + 1);
    uh_out_text(sql, ") ON CONFLICT (");
    write_columns(sql, kind, true);
    uh_out_text(sql, ") DO UPDATE SET ");
    for (uint32_t i = 0; i < count; i++) {
        if (!fields[i].identity) {
            write_assignment(sql, fields[i].name);
            uh_out_text(sql, ", ");
        }
    }
    write_assignment(sql, "sum");
    uh_out_text(sql, " WHERE excluded.\"changed\" >= ");
    write_name(sql, uh_fact_kind_name(kind));
    uh_out_text(sql, ".\"changed\"");
    UH_ASSERT(buffer.length < UH_SQL_SIZE);
}

void uh_sql_select(uh_fact_kind kind, const char *rest, char out[UH_SQL_SIZE])
{
    uh_buffer buffer = {out, UH_SQL_SIZE, 0};
    uh_out sql = uh_out_to_buffer(&buffer);
    uh_out_text(sql, "SELECT ");
    write_columns(sql, kind, false);
    uh_out_text(sql, " FROM ");
    write_name(sql, uh_fact_kind_name(kind));
    uh_out_text(sql, " ");
    uh_out_text(sql, rest);
    UH_ASSERT(buffer.length < UH_SQL_SIZE);
}

void uh_sql_where_identity(uh_fact_kind kind, char out[UH_SQL_SIZE])
{
    uint32_t count = 0;
    const uh_fact_field *fields = uh_fact_fields(kind, &count);
    uh_buffer buffer = {out, UH_SQL_SIZE, 0};
    uh_out sql = uh_out_to_buffer(&buffer);
    for (uint32_t i = 0; i < count && fields[i].identity; i++) {
        uh_out_text(sql, i == 0 ? "WHERE " : " AND ");
        write_name(sql, fields[i].name);
        uh_out_text(sql, " = ?");
        uh_out_number(sql, i + 1);
    }
}

int uh_statement_select(sqlite3 *connection, uh_fact_kind kind, const char *rest,
                        sqlite3_stmt **ret_statement)
{
    char sql[UH_SQL_SIZE];
    uh_sql_select(kind, rest, sql);
    return sqlite3_prepare_v2(connection, sql, -1, ret_statement, NULL) & 0xff;
}

/* -- binding -- */

/* `fact` must live until the statement is reset, because texts are borrowed; a date is not in it.
 */
static int bind_cell(sqlite3_stmt *statement, int at, const uh_field_cell *cell)
{
    switch (cell->type) {
    case UH_CELL_NOTHING:
    case UH_CELL_OTHER:
        return sqlite3_bind_null(statement, at);
    case UH_CELL_NUMBER:
    case UH_CELL_BOOL:
        return sqlite3_bind_int64(statement, at, cell->number);
    case UH_CELL_TEXT:
        return cell->text != NULL
                   ? sqlite3_bind_text(statement, at, cell->text, -1, SQLITE_STATIC)
                   : sqlite3_bind_text(statement, at, cell->date, -1, SQLITE_TRANSIENT);
    }
    __builtin_unreachable();
}

static int bind_fields(sqlite3_stmt *statement, const uh_fact *fact, bool identity_only,
                       int *ret_next)
{
    uint32_t count = 0;
    const uh_fact_field *fields = uh_fact_fields(fact->kind, &count);
    int at = 1;
    for (uint32_t i = 0; i < count && (!identity_only || fields[i].identity); i++) {
        const uh_field_cell cell = uh_field_cell_of(fact, &fields[i]);
        const int code = bind_cell(statement, at++, &cell);
        if (code != SQLITE_OK) {
            return code;
        }
    }
    *ret_next = at;
    return SQLITE_OK;
}

int uh_statement_bind(sqlite3_stmt *statement, const uh_fact *fact)
{
    int next = 0;
    const int code = bind_fields(statement, fact, false, &next);
    return code == SQLITE_OK ? sqlite3_bind_int64(statement, next, uh_fact_sum(fact)) : code;
}

int uh_statement_bind_identity(sqlite3_stmt *statement, const uh_fact *fact)
{
    int next = 0;
    return bind_fields(statement, fact, true, &next);
}

/* -- rows -- */

/* SQLITE_NOMEM: the text could not be had. */
static int read_cell(sqlite3_stmt *statement, int at, const uh_fact_field *field,
                     uh_field_cell *ret_cell)
{
    *ret_cell = (uh_field_cell){.type = uh_field_cell_type_of(field)};
    switch (sqlite3_column_type(statement, at)) {
    case SQLITE_NULL:
        ret_cell->type = UH_CELL_NOTHING;
        return SQLITE_OK;
    case SQLITE_INTEGER:
        ret_cell->number = sqlite3_column_int64(statement, at);
        return ret_cell->type != UH_CELL_TEXT ? SQLITE_OK : SQLITE_CORRUPT;
    case SQLITE_TEXT:
        ret_cell->text = (const char *)sqlite3_column_text(statement, at);
        if (ret_cell->text == NULL) {
            return SQLITE_NOMEM;
        }
        /* a zero byte in the middle would hide what comes after it */
        return ret_cell->type == UH_CELL_TEXT &&
                       strlen(ret_cell->text) == (size_t)sqlite3_column_bytes(statement, at)
                   ? SQLITE_OK
                   : SQLITE_CORRUPT;
    default:
        return SQLITE_CORRUPT;
    }
}

/* A right sum says that this is what was written, and that was checked then. */
static bool is_good(sqlite3_stmt *statement, uint32_t count, bool any_sum, uint64_t sum,
                    const uh_fact *fact)
{
    const uh_fact_field *bad = NULL;
    return any_sum ? uh_fact_check(fact, &bad) == UH_OK
                   : sqlite3_column_int64(statement, (int)count) == uh_sum_end(sum);
}

int uh_statement_row(sqlite3_stmt *statement, uh_fact_kind kind, bool any_sum, uh_fact *ret_fact)
{
    uint32_t count = 0;
    const uh_fact_field *fields = uh_fact_fields(kind, &count);
    uint64_t sum = uh_sum_begin();
    uh_fact fact = {.kind = kind};
    for (uint32_t i = 0; i < count; i++) {
        uh_field_cell cell;
        const int code = read_cell(statement, (int)i, &fields[i], &cell);
        if (code != SQLITE_OK) {
            return code;
        }
        if (uh_field_cell_into(&cell, &fields[i], &fact) != UH_OK) {
            return SQLITE_CORRUPT;
        }
        sum = uh_sum_add(sum, &cell);
    }
    if (!is_good(statement, count, any_sum, sum, &fact)) {
        return SQLITE_CORRUPT;
    }
    *ret_fact = fact;
    return SQLITE_OK;
}

int uh_statement_check(sqlite3_stmt *statement, uh_fact_kind kind)
{
    uint32_t count = 0;
    const uh_fact_field *fields = uh_fact_fields(kind, &count);
    uint64_t sum = uh_sum_begin();
    for (uint32_t i = 0; i < count; i++) {
        uh_field_cell cell;
        const int code = read_cell(statement, (int)i, &fields[i], &cell);
        if (code != SQLITE_OK) {
            return code;
        }
        sum = uh_sum_add(sum, &cell);
    }
    return sqlite3_column_int64(statement, (int)count) == uh_sum_end(sum) ? SQLITE_OK
                                                                          : SQLITE_CORRUPT;
}
