/* SPDX-License-Identifier: MIT */
#include "store/look.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "store/backup.h"
#include "store/repair.h"

static bool take_journal(void *to, const char *name)
{
    (void)name;
    *(bool *)to = true;
    return false;
}

/* Damaged or foreign: what the first bytes say. */
static void judge(uh_store_look *look)
{
    unsigned char header[UH_HEADER_SIZE];
    size_t length = 0;
    const bool ours = uh_file_first(look->path, header, sizeof header, &length) != UH_OK ||
                      uh_repair_is_ours(header, length);
    look->damaged = ours;
    look->trouble = ours ? UH_STORE_FAILING : UH_STORE_FOREIGN;
}

static void look_inside(uh_store_look *look)
{
    uh_database database;
    uh_database_fault fault = {0};
    int code =
        uh_database_open(look->path, UH_DATABASE_READ, uh_schema_now(), 0, &fault, &database);
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB) {
        judge(look);
        return;
    }
    if (code != SQLITE_OK) {
        look->trouble = uh_trouble_of_code(code, fault.system_errno);
        memcpy(look->detail, fault.words, sizeof look->detail);
        return;
    }
    look->trouble = database.newer ? UH_STORE_NEWER : UH_STORE_SOUND;
    code = uh_database_check(&database);
    code =
        code == SQLITE_OK ? uh_database_count(&database, UH_FACT_SESSION, &look->sessions) : code;
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB) {
        judge(look);
    } else if (code != SQLITE_OK) {
        look->trouble = uh_trouble_of_code(code, uh_database_errno(&database));
        (void)snprintf(look->detail, sizeof look->detail, "%s", uh_database_words(&database));
    }
    uh_database_close(&database);
}

uh_store_look uh_store_look_at(const char *folder)
{
    char log[UH_STORE_PATH_SIZE + 8];
    uh_store_look look = {.trouble = UH_STORE_SOUND};
    (void)uh_folder_path(folder, UH_DATABASE_NAME, look.path);
    (void)snprintf(log, sizeof log, "%s-wal", look.path);
    look.backup = uh_backup_newest(folder);
    uh_folder_list(uh_folder_path(folder, UH_JOURNAL_FOLDER, look.journal), take_journal,
                   &look.waiting);
    look.there = uh_file_is_there(look.path);
    if (!look.there) {
        return look;
    }
    const int64_t log_bytes = uh_file_size(log);
    look.bytes = uh_file_size(look.path) + (log_bytes > 0 ? log_bytes : 0);
    look_inside(&look);
    if (look.trouble == UH_STORE_SOUND &&
        (access(folder, W_OK | X_OK) != 0 || access(look.path, W_OK) != 0)) {
        look.trouble = UH_STORE_READ_ONLY;
    }
    return look;
}
