/* SPDX-License-Identifier: MIT */
/* schema.h: the layouts that the database has had, and the way from each to the next. */
#ifndef UNHUNCH_STORE_SCHEMA_H
#define UNHUNCH_STORE_SCHEMA_H

#include <sqlite3.h>

#include "unhunch/base.h"

/* "unhu": in the header of each of our files. */
#define UH_APPLICATION_ID 0x756e6875

/* steps[i] leads from version i to version i + 1. Version 0 has nothing in it. */
typedef struct uh_schema {
    const char *const *steps;
    uint32_t version; /* the newest: how many steps there are */
} uh_schema;

/* What this program knows. */
const uh_schema *uh_schema_now(void);

/* Takes a database from `version` to the newest, all of it or nothing (BEGIN IMMEDIATE).
 * SQLITE_OK, or what SQLite said. */
int uh_schema_migrate(sqlite3 *connection, const uh_schema *schema, uint32_t version);

#endif
