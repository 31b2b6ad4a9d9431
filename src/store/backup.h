/* SPDX-License-Identifier: MIT */
/* backup.h: copies of the database, one a day: the last seven, and one of each of the four weeks
 * before them. */
#ifndef UNHUNCH_STORE_BACKUP_H
#define UNHUNCH_STORE_BACKUP_H

#include "store/database.h"
#include "store/folder.h"

enum {
    UH_BACKUPS_DAILY = 7,
    UH_BACKUPS_WEEKLY = 4,
    UH_BACKUPS_MAX = 256 /* names looked at; more are not ours */
};

/* The day of a backup's name, by UTC: the store knows no zone. UH_NO_DATE: it is no daily one. */
uh_date uh_backup_day(const char *name);

/* Which of the days (any order) are kept; the others go. */
void uh_backups_keep(const uh_date *days, uint32_t count, bool *ret_kept);

/* Is there one of this day? */
bool uh_backup_is_there(const char *folder, uh_date day);

/* Makes the day's backup, or with a version the one before a migration, and lets old ones go. The
 * file's time is `now`.
 * SQLITE_OK. SQLITE_CORRUPT, SQLITE_NOTADB: the database is damaged; no backup was made. Else no
 * backup was made, and it is not the database's fault. */
int uh_backup_make(const char *folder, uh_database *database, const uh_schema *schema,
                   uh_unix_ms now, const uint32_t *version);

/* The newest backup that is good, copied to `path` and brought to the newest layout. One that is
 * dated after `today` is tried last: a clock was wrong when it was made. SQLITE_NOTFOUND: there is
 * none. *ret_made: when it was made. */
int uh_backup_restore(const char *folder, const uh_schema *schema, uh_date today, const char *path,
                      uh_unix_ms *ret_made);

/* When the newest one was made; UH_NO_TIME: there is none. */
uh_unix_ms uh_backup_newest(const char *folder);

#endif
