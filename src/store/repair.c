/* SPDX-License-Identifier: MIT */
/* Nothing is thrown away here. The new database is whole before it takes the old one's place, in
 * one step; whoever comes after a crash finds either of them. */
#include "store/repair.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "store/backup.h"

enum { FLIPPED_MOST = 4, ID_AT = 68, ID_SIZE = 4, MAGIC_SIZE = 16, ASIDE_TRIES = 1000 };

/* -- whose is it -- */

static uint32_t flipped(const unsigned char *a, const unsigned char *b, size_t length)
{
    uint32_t count = 0;
    for (size_t i = 0; i < length; i++) {
        for (unsigned bits = a[i] ^ b[i]; bits != 0; bits &= bits - 1) {
            count++;
        }
    }
    return count;
}

bool uh_repair_is_ours(const unsigned char *header, size_t length)
{
    static const unsigned char magic[MAGIC_SIZE] = "SQLite format 3";
    static const unsigned char id[ID_SIZE] = {
        (unsigned char)(UH_APPLICATION_ID >> 24U), (unsigned char)(UH_APPLICATION_ID >> 16U & 0xff),
        (unsigned char)(UH_APPLICATION_ID >> 8U & 0xff), (unsigned char)(UH_APPLICATION_ID & 0xff)};
    if (length < ID_AT + ID_SIZE) { /* cut off: what is left must be the beginning of one */
        const size_t there = length < MAGIC_SIZE ? length : MAGIC_SIZE;
        return flipped(header, magic, there) <= FLIPPED_MOST;
    }
    const uint32_t magic_flips = flipped(header, magic, MAGIC_SIZE);
    const uint32_t id_flips = flipped(header + ID_AT, id, ID_SIZE);
    return (magic_flips <= FLIPPED_MOST && id_flips <= FLIPPED_MOST) || id_flips == 0;
}

static bool is_ours(const char *path)
{
    unsigned char header[UH_HEADER_SIZE];
    size_t length = 0;
    return uh_file_first(path, header, sizeof header, &length) != UH_OK ||
           uh_repair_is_ours(header, length);
}

/* -- a new one -- */

static bool remove_companions(const char *path)
{
    static const char *const suffixes[] = {"-wal", "-shm", "-journal"};
    bool removed = true;
    for (size_t i = 0; i < UH_COUNT(suffixes); i++) {
        char companion[UH_STORE_PATH_SIZE + 16];
        (void)snprintf(companion, sizeof companion, "%s%s", path, suffixes[i]);
        removed = uh_file_remove(companion) == UH_OK && removed;
    }
    return removed;
}

static int make_empty(const char *path, const uh_schema *schema, uh_database_fault *fault)
{
    uh_database database;
    if (uh_file_make(path) != UH_OK) {
        fault->system_errno = errno;
        (void)snprintf(fault->words, sizeof fault->words, "%s", strerror(errno));
        return SQLITE_CANTOPEN;
    }
    const int code = uh_database_open(path, UH_DATABASE_CREATE, schema, 0, fault, &database);
    if (code == SQLITE_OK) {
        uh_database_close(&database);
    }
    return code;
}

/* The newest good backup, or else an empty one. SQLITE_OK: it is at `path`, and nothing beside it.
 */
static int make_fresh(const char *folder, const uh_schema *schema, uh_unix_ms now, const char *path,
                      bool *ret_restored, uh_store_report *report)
{
    uh_database_fault fault = {0};
    int code = SQLITE_CANTOPEN;
    if (remove_companions(path)) {
        code = uh_backup_restore(folder, schema, uh_date_at(now, 0), path, &report->backup);
    } else {
        fault.system_errno = errno;
    }
    *ret_restored = code == SQLITE_OK;
    if (code == SQLITE_NOTFOUND) {
        code = make_empty(path, schema, &fault);
    }
    if (code != SQLITE_OK) {
        report->trouble = uh_trouble_of_code(code, fault.system_errno);
        (void)snprintf(report->detail, sizeof report->detail, "%s",
                       fault.words[0] != '\0' ? fault.words : sqlite3_errstr(code));
    }
    return code;
}

/* What can still be read of the damaged one goes into the new one, too. False: that failed
 * half-way, and the new one is spoilt. */
static bool rescue(const char *damaged_path, const char *new_path, const uh_schema *schema,
                   uh_store_report *report)
{
    uh_database damaged;
    uh_database fresh;
    uh_database_fault fault;
    if (uh_database_open(damaged_path, UH_DATABASE_READ, schema, 0, &fault, &damaged) !=
        SQLITE_OK) {
        return true;
    }
    int code = SQLITE_OK;
    if (!damaged.older && !damaged.newer) {
        code = uh_database_open(new_path, UH_DATABASE_ALONE, schema, 0, &fault, &fresh);
        if (code == SQLITE_OK) {
            code = uh_database_salvage(&damaged, &fresh, &report->saved);
            uh_database_close(&fresh);
        }
    }
    uh_database_close(&damaged);
    return code == SQLITE_OK;
}

/* -- setting aside -- */

static bool write_aside(const char *folder, bool ours, uh_unix_ms now,
                        char path[UH_STORE_PATH_SIZE])
{
    char date[UH_DATE_TEXT_SIZE];
    uh_date_write(uh_date_at(now, 0), date);
    for (unsigned i = 1; i < ASIDE_TRIES; i++) {
        char name[UH_NAME_SIZE];
        char number[16] = "";
        if (i > 1) {
            (void)snprintf(number, sizeof number, "-%u", i);
        }
        (void)snprintf(name, sizeof name, "%s%s-%s%s.db", UH_ASIDE_PREFIX,
                       ours ? "damaged" : "foreign", date, number);
        if (!uh_file_is_there(uh_folder_path(folder, name, path))) {
            return true;
        }
    }
    return false;
}

/* "path-wal" and the like; moved along, because it belongs to its database and to no other. */
static bool move_companion(const char *path, const char *aside, const char *suffix)
{
    char from[UH_STORE_PATH_SIZE + 8];
    char to[UH_STORE_PATH_SIZE + 8];
    (void)snprintf(from, sizeof from, "%s%s", path, suffix);
    (void)snprintf(to, sizeof to, "%s%s", aside, suffix);
    return rename(from, to) == 0 || errno == ENOENT;
}

/* A second name first, so that the place is never empty; not every file system has such names. */
static bool exchange(const char *folder, const char *path, const char *aside, const char *new_path)
{
    if (uh_file_is_there(path)) {
        const bool moved = move_companion(path, aside, "-wal") &&
                           move_companion(path, aside, "-journal") && remove_companions(path) &&
                           (link(path, aside) == 0 || rename(path, aside) == 0);
        if (!moved) {
            return false;
        }
    } else if (!remove_companions(path)) {
        return false;
    }
    return rename(new_path, path) == 0 && uh_folder_sync(folder) == UH_OK;
}

/* -- all of it -- */

static uh_store_trouble outcome(bool was_there, bool ours, bool restored)
{
    if (restored) {
        return UH_STORE_RESTORED;
    }
    return !was_there ? UH_STORE_SOUND : ours ? UH_STORE_LOST : UH_STORE_FOREIGN;
}

/* The paths of one repair. */
typedef struct repair_paths {
    char old[UH_STORE_PATH_SIZE];
    char fresh[UH_STORE_PATH_SIZE];
    char aside[UH_STORE_PATH_SIZE];
} repair_paths;

static int put_in_place(const char *folder, const repair_paths *paths, uh_store_report *report)
{
    if (remove_companions(paths->fresh) && uh_file_sync(paths->fresh) == UH_OK &&
        exchange(folder, paths->old, paths->aside, paths->fresh)) {
        return SQLITE_OK;
    }
    report->trouble = uh_trouble_of_errno(errno);
    (void)snprintf(report->detail, sizeof report->detail, "%s", strerror(errno));
    return SQLITE_IOERR;
}

int uh_repair(const char *folder, const uh_schema *schema, uh_unix_ms now,
              uh_store_report *ret_report)
{
    repair_paths paths = {"", "", ""};
    uh_store_report report = {.trouble = UH_STORE_FAILING};
    (void)uh_folder_path(folder, UH_DATABASE_NAME, paths.old);
    (void)uh_folder_path(folder, UH_NEW_NAME, paths.fresh);
    memcpy(report.path, paths.old, sizeof report.path);
    const bool was_there = uh_file_is_there(paths.old);
    const bool ours = !was_there || is_ours(paths.old);
    bool restored = false;
    int code = SQLITE_CANTOPEN;
    if (!was_there || write_aside(folder, ours, now, paths.aside)) {
        code = make_fresh(folder, schema, now, paths.fresh, &restored, &report);
    }
    if (code == SQLITE_OK && was_there && ours &&
        !rescue(paths.old, paths.fresh, schema, &report)) {
        code = make_fresh(folder, schema, now, paths.fresh, &restored, &report);
    }
    code = code == SQLITE_OK ? put_in_place(folder, &paths, &report) : code;
    if (code == SQLITE_OK) {
        report.trouble = outcome(was_there, ours, restored);
        memcpy(report.aside, paths.aside, sizeof report.aside);
    } else {
        (void)uh_file_remove(paths.fresh);
    }
    *ret_report = report;
    return code;
}
