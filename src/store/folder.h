/* SPDX-License-Identifier: MIT */
/* folder.h: the folder of a history and the files in it.
 *
 *     history.db, -wal, -shm     the database
 *     history.lock               held by whoever has it open; exclusive to migrate, restore, purge
 *     history.new                a database that is being made; it takes its name when it is whole
 *     history.suspect            empty: a backup found damage; the next opening reads everything
 *     history-damaged-DATE.db    set aside, with its -wal; DATE is followed by -2, -3 ... if needed
 *     history-foreign-DATE.db
 *     backups/history-DATE.db    one a day; also history-DATE-version-N.db before a migration
 *     journal/PID-N.jsonl        facts that wait for the disk
 *
 * Every function that answers a uh_status leaves the system's reason in errno. */
#ifndef UNHUNCH_STORE_FOLDER_H
#define UNHUNCH_STORE_FOLDER_H

#include "store/store.h"

#define UH_DATABASE_NAME "history.db"
#define UH_NEW_NAME "history.new"
#define UH_SUSPECT_NAME "history.suspect"
#define UH_LOCK_NAME "history.lock"
#define UH_BACKUP_FOLDER "backups"
#define UH_JOURNAL_FOLDER "journal"
#define UH_ASIDE_PREFIX "history-"

enum { UH_NAME_SIZE = 256 }; /* of a file in a folder */

/* "folder/name" into a buffer; too long a path is cut and is then not found. Returns it. */
const char *uh_folder_path(const char *folder, const char *name, char out[UH_STORE_PATH_SIZE]);

/* Makes it and those above it, each for its owner only. */
UH_MUST_USE uh_status uh_folder_make(const char *folder);

/* Its names reach the disk: a new or renamed file would be lost with the power. */
UH_MUST_USE uh_status uh_folder_sync(const char *folder);

/* Told each name in a folder, without its subfolders' own; false ends it. */
typedef bool uh_folder_take(void *to, const char *name);
/* A folder that is not there has no names: UH_OK. */
uh_status uh_folder_list(const char *folder, uh_folder_take *take, void *to);

/* Removes a folder and the files in it; one that is not there is removed already. */
UH_MUST_USE uh_status uh_folder_remove(const char *folder);

bool uh_file_is_there(const char *path);
int64_t uh_file_size(const char *path); /* -1: not there */

/* When it was last written; UH_NO_TIME: not there. */
uh_unix_ms uh_file_time(const char *path);
UH_MUST_USE uh_status uh_file_set_time(const char *path, uh_unix_ms at);

/* An empty file, for its owner only; what was there is gone. */
UH_MUST_USE uh_status uh_file_make(const char *path);
UH_MUST_USE uh_status uh_file_sync(const char *path);
/* What is not there is removed already. */
uh_status uh_file_remove(const char *path);
/* Its first bytes; *ret_length: how many there are. */
UH_MUST_USE uh_status uh_file_first(const char *path, void *out, size_t capacity,
                                    size_t *ret_length);

/* -- locks -- */

/* Opens the folder's lock file; -1: see errno. Closing it gives the lock back. */
int uh_lock_open(const char *folder);

/* Takes or changes it. Waits up to wait_ms where others hold it. UH_ERR_PENDING: they still do, and
 * nothing is held. UH_ERR_STATE: it cannot be locked, see errno. */
UH_MUST_USE uh_status uh_lock_take(int lock, bool alone, int wait_ms);

/* The trouble that an error number means. */
uh_store_trouble uh_trouble_of_errno(int number);

#endif
