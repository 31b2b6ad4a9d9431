/* SPDX-License-Identifier: MIT */
/* repair.h: a good database in the place of a missing, damaged or foreign one. Whoever calls it
 * holds the folder's lock alone and has nothing open in it. */
#ifndef UNHUNCH_STORE_REPAIR_H
#define UNHUNCH_STORE_REPAIR_H

#include "store/database.h"
#include "store/folder.h"

/* Puts the newest good backup in place, or an empty database where there is none, and sets aside
 * what stood there. The report is filled in: SOUND where nothing was there and nothing is lost.
 * SQLITE_OK, or why it could not be done: then what stood there stands there still. */
int uh_repair(const char *folder, const uh_schema *schema, uh_unix_ms now,
              uh_store_report *ret_report);

/* Do these first bytes look like ours, a few flipped bits aside? */
enum { UH_HEADER_SIZE = 100 };
bool uh_repair_is_ours(const unsigned char *header, size_t length);

#endif
