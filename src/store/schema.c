/* SPDX-License-Identifier: MIT */
/* A layout that was released is never changed: there is a next one. The newest one and the table in
 * core/fact.c agree (tests/store/schema_test.c). */
#include "store/schema.h"

#include "store/store.h"

#include <stdio.h>

/* Days are texts, so that anybody can read them; what belongs to a session lies together, because
 * it is read together. "about" repeats the version: a flipped bit must not look like a newer
 * program. A rating may come before the session to which it belongs, so no key holds it. */
static const char version_1[] =
    "CREATE TABLE \"about\" (\"version\" INTEGER NOT NULL) STRICT;"
    "INSERT INTO \"about\" VALUES (0);"
    "CREATE TABLE \"session\" ("
    " \"id\" TEXT NOT NULL PRIMARY KEY,"
    " \"began\" INTEGER,"
    " \"offset_s\" INTEGER NOT NULL,"
    " \"day\" TEXT NOT NULL,"
    " \"ended\" INTEGER,"
    " \"end\" TEXT NOT NULL,"
    " \"reason\" TEXT NOT NULL,"
    " \"origin\" TEXT NOT NULL,"
    " \"routine\" TEXT,"
    " \"context\" TEXT NOT NULL,"
    " \"minutes\" INTEGER NOT NULL,"
    " \"planned_ms\" INTEGER NOT NULL,"
    " \"speed_percent\" INTEGER NOT NULL,"
    " \"pace\" TEXT NOT NULL,"
    " \"gentle\" INTEGER NOT NULL,"
    " \"long_holds\" INTEGER NOT NULL,"
    " \"simulated\" INTEGER NOT NULL,"
    " \"acknowledged\" INTEGER NOT NULL,"
    " \"correction\" TEXT NOT NULL,"
    " \"helped\" TEXT NOT NULL,"
    " \"seen_ms\" INTEGER NOT NULL,"
    " \"lease\" INTEGER,"
    " \"changed\" INTEGER NOT NULL,"
    " \"sum\" INTEGER NOT NULL"
    ") STRICT, WITHOUT ROWID;"
    "CREATE INDEX \"session_by_day\" ON \"session\" (\"day\");"
    "CREATE INDEX \"session_by_moment\" ON \"session\" (\"began\");"
    "CREATE INDEX \"session_open\" ON \"session\" (\"lease\") WHERE \"end\" = 'open';"
    "CREATE TABLE \"entry\" ("
    " \"session\" TEXT NOT NULL REFERENCES \"session\" (\"id\") ON DELETE CASCADE,"
    " \"entry\" INTEGER NOT NULL,"
    " \"exercise\" TEXT,"
    " \"variant\" TEXT,"
    " \"hold_ms\" INTEGER NOT NULL,"
    " \"repetitions\" INTEGER NOT NULL,"
    " \"sets\" INTEGER NOT NULL,"
    " \"first_side\" TEXT NOT NULL,"
    " \"one_side_only\" INTEGER NOT NULL,"
    " \"changed\" INTEGER NOT NULL,"
    " \"sum\" INTEGER NOT NULL,"
    " PRIMARY KEY (\"session\", \"entry\")"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE \"command\" ("
    " \"session\" TEXT NOT NULL REFERENCES \"session\" (\"id\") ON DELETE CASCADE,"
    " \"number\" INTEGER NOT NULL,"
    " \"at_ms\" INTEGER NOT NULL,"
    " \"command\" TEXT NOT NULL,"
    " \"reason\" TEXT NOT NULL,"
    " \"changed\" INTEGER NOT NULL,"
    " \"sum\" INTEGER NOT NULL,"
    " PRIMARY KEY (\"session\", \"number\")"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE \"set\" ("
    " \"session\" TEXT NOT NULL REFERENCES \"session\" (\"id\") ON DELETE CASCADE,"
    " \"entry\" INTEGER NOT NULL,"
    " \"set_number\" INTEGER NOT NULL,"
    " \"side\" TEXT NOT NULL,"
    " \"attempt\" INTEGER NOT NULL,"
    " \"exercise\" TEXT,"
    " \"variant\" TEXT,"
    " \"family\" TEXT NOT NULL,"
    " \"began\" INTEGER,"
    " \"offset_s\" INTEGER NOT NULL,"
    " \"day\" TEXT NOT NULL,"
    " \"ended\" INTEGER,"
    " \"planned_hold_ms\" INTEGER NOT NULL,"
    " \"planned_repetitions\" INTEGER NOT NULL,"
    " \"actual_hold_ms\" INTEGER NOT NULL,"
    " \"actual_repetitions\" INTEGER NOT NULL,"
    " \"duration_ms\" INTEGER NOT NULL,"
    " \"end\" TEXT NOT NULL,"
    " \"reason\" TEXT NOT NULL,"
    " \"eased\" INTEGER NOT NULL,"
    " \"uneven\" INTEGER NOT NULL,"
    " \"simulated\" INTEGER NOT NULL,"
    " \"changed\" INTEGER NOT NULL,"
    " \"sum\" INTEGER NOT NULL,"
    " PRIMARY KEY (\"session\", \"entry\", \"set_number\", \"side\", \"attempt\")"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE \"rating\" ("
    " \"id\" TEXT NOT NULL PRIMARY KEY,"
    " \"session\" TEXT,"
    " \"moment\" TEXT NOT NULL,"
    " \"at\" INTEGER,"
    " \"offset_s\" INTEGER NOT NULL,"
    " \"day\" TEXT NOT NULL,"
    " \"pain\" INTEGER,"
    " \"stiffness\" INTEGER,"
    " \"changed\" INTEGER NOT NULL,"
    " \"sum\" INTEGER NOT NULL"
    ") STRICT, WITHOUT ROWID;"
    "CREATE INDEX \"rating_by_day\" ON \"rating\" (\"day\");"
    "CREATE INDEX \"rating_by_session\" ON \"rating\" (\"session\");"
    "CREATE TRIGGER \"session_takes_its_ratings\" AFTER DELETE ON \"session\" BEGIN"
    " DELETE FROM \"rating\" WHERE \"session\" = OLD.\"id\";"
    " END;"
    "CREATE TABLE \"break\" ("
    " \"id\" TEXT NOT NULL PRIMARY KEY,"
    " \"began\" INTEGER,"
    " \"offset_s\" INTEGER NOT NULL,"
    " \"day\" TEXT NOT NULL,"
    " \"length_ms\" INTEGER NOT NULL,"
    " \"kind\" TEXT NOT NULL,"
    " \"changed\" INTEGER NOT NULL,"
    " \"sum\" INTEGER NOT NULL"
    ") STRICT, WITHOUT ROWID;"
    "CREATE INDEX \"break_by_day\" ON \"break\" (\"day\");"
    "CREATE TABLE \"mark\" ("
    " \"id\" TEXT NOT NULL PRIMARY KEY,"
    " \"at\" INTEGER,"
    " \"offset_s\" INTEGER NOT NULL,"
    " \"day\" TEXT NOT NULL,"
    " \"mark\" TEXT NOT NULL,"
    " \"exercise\" TEXT,"
    " \"side\" TEXT NOT NULL,"
    " \"reason\" TEXT NOT NULL,"
    " \"changed\" INTEGER NOT NULL,"
    " \"sum\" INTEGER NOT NULL"
    ") STRICT, WITHOUT ROWID;"
    "CREATE INDEX \"mark_by_day\" ON \"mark\" (\"day\");"
    "CREATE TABLE \"answer\" ("
    " \"question\" TEXT NOT NULL PRIMARY KEY,"
    " \"at\" INTEGER,"
    " \"offset_s\" INTEGER NOT NULL,"
    " \"day\" TEXT NOT NULL,"
    " \"yes\" INTEGER NOT NULL,"
    " \"seen\" INTEGER,"
    " \"changed\" INTEGER NOT NULL,"
    " \"sum\" INTEGER NOT NULL"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE \"setting\" ("
    " \"name\" TEXT NOT NULL PRIMARY KEY,"
    " \"value\" TEXT,"
    " \"changed\" INTEGER NOT NULL,"
    " \"sum\" INTEGER NOT NULL"
    ") STRICT, WITHOUT ROWID;";

static const char *const steps[] = {version_1};

const uh_schema *uh_schema_now(void)
{
    static const uh_schema now = {steps, UH_COUNT(steps)};
    return &now;
}

uint32_t uh_store_version(void)
{
    return uh_schema_now()->version;
}

static int run_steps(sqlite3 *connection, const uh_schema *schema, uint32_t version)
{
    for (uint32_t i = version; i < schema->version; i++) {
        const int code = sqlite3_exec(connection, schema->steps[i], NULL, NULL, NULL);
        if (code != SQLITE_OK) {
            return code;
        }
    }
    char sql[160];
    (void)snprintf(sql, sizeof sql,
                   "UPDATE \"about\" SET \"version\" = %u; PRAGMA user_version = %u;"
                   "PRAGMA application_id = %d;",
                   (unsigned)schema->version, (unsigned)schema->version, UH_APPLICATION_ID);
    return sqlite3_exec(connection, sql, NULL, NULL, NULL);
}

/* A reference without its session would be one more row that the steps made wrong. */
static int look_for_orphans(sqlite3 *connection)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(connection, "PRAGMA foreign_key_check", -1, &statement, NULL);
    code = code == SQLITE_OK ? sqlite3_step(statement) : code;
    (void)sqlite3_finalize(statement);
    return code == SQLITE_DONE ? SQLITE_OK : code == SQLITE_ROW ? SQLITE_CORRUPT : code;
}

/* While keys are enforced, dropping an old table would take what belongs to it along. */
int uh_schema_migrate(sqlite3 *connection, const uh_schema *schema, uint32_t version)
{
    int code =
        sqlite3_exec(connection, "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE", NULL, NULL, NULL);
    code = code == SQLITE_OK ? run_steps(connection, schema, version) : code;
    code = code == SQLITE_OK ? look_for_orphans(connection) : code;
    if (code == SQLITE_OK) {
        code = sqlite3_exec(connection, "COMMIT", NULL, NULL, NULL);
    }
    if (code != SQLITE_OK && sqlite3_get_autocommit(connection) == 0) {
        (void)sqlite3_exec(connection, "ROLLBACK", NULL, NULL, NULL);
    }
    const int keys = sqlite3_exec(connection, "PRAGMA foreign_keys = ON", NULL, NULL, NULL);
    return code == SQLITE_OK ? keys : code;
}
