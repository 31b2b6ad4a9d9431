/* SPDX-License-Identifier: MIT */
/* statement.h: the SQL of facts, made from the table of their fields, and the way of a fact into a
 * statement and out of a row. Every table has the fields of its kind as columns, in their order,
 * and "sum", the sum of them all: SQLite does not notice a changed bit within a value. */
#ifndef UNHUNCH_STORE_STATEMENT_H
#define UNHUNCH_STORE_STATEMENT_H

#include <sqlite3.h>

#include "unhunch/fact.h"

enum { UH_SQL_SIZE = 4096 };

/* INSERT .. ON CONFLICT (identity) DO UPDATE .. WHERE it was not changed later: all fields and the
 * sum are bound, from 1. */
void uh_sql_put(uh_fact_kind kind, char out[UH_SQL_SIZE]);

/* SELECT all columns FROM the kind's table, then `rest`: "WHERE .. ORDER BY ..". */
void uh_sql_select(uh_fact_kind kind, const char *rest, char out[UH_SQL_SIZE]);

/* "WHERE" the identity is what is bound from 1 on, for a SELECT or a DELETE. */
void uh_sql_where_identity(uh_fact_kind kind, char out[UH_SQL_SIZE]);

/* Prepares such a SELECT for a few uses. SQLITE_OK or what SQLite said, as a primary code. */
int uh_statement_select(sqlite3 *connection, uh_fact_kind kind, const char *rest,
                        sqlite3_stmt **ret_statement);

/* Bind all fields and the sum, or those of the identity only. SQLITE_OK, SQLITE_NOMEM. Texts are
 * not copied: the fact must live until the statement is reset. */
int uh_statement_bind(sqlite3_stmt *statement, const uh_fact *fact);
int uh_statement_bind_identity(sqlite3_stmt *statement, const uh_fact *fact);

/* The row of a SELECT as a fact. SQLITE_CORRUPT: a value is not what the table allows, or the sum
 * does not agree (not asked where `any_sum`). */
int uh_statement_row(sqlite3_stmt *statement, uh_fact_kind kind, bool any_sum, uh_fact *ret_fact);

/* Is the row of such a SELECT what was written? Its sum alone says so: a third of the work of
 * reading it. SQLITE_OK, SQLITE_CORRUPT, SQLITE_NOMEM. */
int uh_statement_check(sqlite3_stmt *statement, uh_fact_kind kind);

#endif
