/* SPDX-License-Identifier: MIT */
#include "store/backup.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { DAYS_OF_WEEK = 7, DATE_LENGTH = 10 };
#define UH_DAY_MS INT64_C(86400000)

static const char prefix[] = UH_ASIDE_PREFIX;
static const char ending[] = ".db";
static const char draft[] = "backup.new";

/* -- names and days -- */

/* The day behind the prefix; what follows it is left in *ret_rest. */
static uh_date day_of(const char *name, const char **ret_rest)
{
    char text[UH_DATE_TEXT_SIZE] = "";
    uh_date day = UH_NO_DATE;
    if (strncmp(name, prefix, sizeof prefix - 1) != 0) {
        return UH_NO_DATE;
    }
    (void)snprintf(text, DATE_LENGTH + 1, "%s", name + sizeof prefix - 1);
    if (uh_date_read(text, &day) != UH_OK) {
        return UH_NO_DATE;
    }
    *ret_rest = name + sizeof prefix - 1 + DATE_LENGTH;
    return day;
}

uh_date uh_backup_day(const char *name)
{
    const char *rest = "";
    const uh_date day = day_of(name, &rest);
    return strcmp(rest, ending) == 0 ? day : UH_NO_DATE;
}

static void write_name(uh_date day, const uint32_t *version, char out[UH_NAME_SIZE])
{
    char text[UH_DATE_TEXT_SIZE];
    uh_date_write(day, text);
    if (version != NULL) {
        (void)snprintf(out, UH_NAME_SIZE, "%s%s-version-%u%s", prefix, text, (unsigned)*version,
                       ending);
    } else {
        (void)snprintf(out, UH_NAME_SIZE, "%s%s%s", prefix, text, ending);
    }
}

static const char *path_in(const char *folder, const char *name, char out[UH_STORE_PATH_SIZE])
{
    char below[UH_NAME_SIZE + sizeof UH_BACKUP_FOLDER];
    const int length = snprintf(below, sizeof below, "%s/%s", UH_BACKUP_FOLDER, name);
    UH_ASSERT(length > 0 && (size_t)length < sizeof below);
    return uh_folder_path(folder, below, out);
}

bool uh_backup_is_there(const char *folder, uh_date day)
{
    char name[UH_NAME_SIZE];
    char path[UH_STORE_PATH_SIZE];
    write_name(day, NULL, name);
    return uh_file_is_there(path_in(folder, name, path));
}

/* -- which are kept -- */

/* Weeks begin on Monday. */
static int32_t week_of(uh_date day)
{
    return (day.days - (int32_t)uh_date_weekday(day)) / DAYS_OF_WEEK;
}

/* The latest of the days that is not decided yet. */
static uint32_t latest(const uh_date *days, const bool *decided, uint32_t count)
{
    uint32_t found = count;
    for (uint32_t i = 0; i < count; i++) {
        if (!decided[i] && (found == count || days[i].days > days[found].days)) {
            found = i;
        }
    }
    return found;
}

/* Behind the last seven, the latest one of each week: as days fall out of the seven, the last of
 * their week remains. */
void uh_backups_keep(const uh_date *days, uint32_t count, bool *ret_kept)
{
    bool decided[UH_BACKUPS_MAX] = {false};
    UH_ASSERT(count <= UH_BACKUPS_MAX);
    uint32_t weeks = 0;
    int32_t week = INT32_MAX;
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t at = latest(days, decided, count);
        const bool daily = i < UH_BACKUPS_DAILY;
        const bool weekly = !daily && week_of(days[at]) != week && weeks < UH_BACKUPS_WEEKLY;
        decided[at] = true;
        ret_kept[at] = daily || weekly;
        if (weekly) {
            week = week_of(days[at]);
            weeks++;
        }
    }
}

/* -- listing -- */

typedef struct backup {
    char name[UH_NAME_SIZE];
    uh_date day;
    bool daily;
} backup;

typedef struct backups {
    uint32_t count;
    backup all[UH_BACKUPS_MAX];
} backups;

static bool take_name(void *to, const char *name)
{
    backups *list = to;
    const char *rest = "";
    const uh_date day = day_of(name, &rest);
    const size_t length = strlen(name);
    const bool ours = day.days != UH_NO_DATE.days && length < UH_NAME_SIZE &&
                      strcmp(name + length - (sizeof ending - 1), ending) == 0;
    if (ours && list->count < UH_BACKUPS_MAX) {
        backup *one = &list->all[list->count++];
        memcpy(one->name, name, length + 1);
        one->day = day;
        one->daily = uh_backup_day(name).days != UH_NO_DATE.days;
    }
    return true;
}

/* NULL: no memory. The caller frees it. */
static backups *list_all(const char *folder)
{
    char path[UH_STORE_PATH_SIZE];
    backups *list = calloc(1, sizeof *list);
    if (list != NULL) {
        (void)uh_folder_list(uh_folder_path(folder, UH_BACKUP_FOLDER, path), take_name, list);
    }
    return list;
}

/* Those before a migration stay: they are few, and the only ones that an older program can read. */
static void let_go(const char *folder)
{
    backups *list = list_all(folder);
    if (list == NULL) {
        return;
    }
    uh_date days[UH_BACKUPS_MAX] = {{0}};
    const backup *dailies[UH_BACKUPS_MAX];
    bool kept[UH_BACKUPS_MAX];
    uint32_t count = 0;
    for (uint32_t i = 0; i < list->count; i++) {
        if (list->all[i].daily) {
            days[count] = list->all[i].day;
            dailies[count++] = &list->all[i];
        }
    }
    uh_backups_keep(days, count, kept);
    for (uint32_t i = 0; i < count; i++) {
        char path[UH_STORE_PATH_SIZE];
        if (!kept[i]) {
            (void)uh_file_remove(path_in(folder, dailies[i]->name, path));
        }
    }
    free(list);
}

/* -- making -- */

/* Opens a copy that nobody else knows of, and reads all of it. */
static int check_copy(const char *path, const uh_schema *schema)
{
    uh_database copy;
    uh_database_fault fault;
    int code = uh_database_open(path, UH_DATABASE_STILL, schema, 0, &fault, &copy);
    if (code == SQLITE_OK) {
        code = uh_database_check(&copy);
        uh_database_close(&copy);
    }
    return code;
}

/* The copy has the pages of the database: where it is bad, either the database is, too, or the disk
 * did not take it. */
static int copy_and_check(uh_database *database, const uh_schema *schema, const char *path)
{
    if (uh_file_make(path) != UH_OK) {
        return SQLITE_CANTOPEN;
    }
    int code = uh_database_copy(database, path);
    code = code == SQLITE_OK ? check_copy(path, schema) : code;
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB) {
        code = uh_database_check(database);
        code = code == SQLITE_OK ? SQLITE_IOERR : code;
    }
    return code;
}

static int put_in_place(const char *folder, const char *new_path, const char *path, uh_unix_ms now)
{
    char backups_path[UH_STORE_PATH_SIZE];
    (void)uh_folder_path(folder, UH_BACKUP_FOLDER, backups_path);
    const bool placed = uh_file_set_time(new_path, now) == UH_OK &&
                        uh_file_sync(new_path) == UH_OK && rename(new_path, path) == 0 &&
                        uh_folder_sync(backups_path) == UH_OK && uh_folder_sync(folder) == UH_OK;
    return placed ? SQLITE_OK : SQLITE_IOERR;
}

int uh_backup_make(const char *folder, uh_database *database, const uh_schema *schema,
                   uh_unix_ms now, const uint32_t *version)
{
    char name[UH_NAME_SIZE];
    char path[UH_STORE_PATH_SIZE];
    char new_path[UH_STORE_PATH_SIZE];
    if (uh_folder_make(uh_folder_path(folder, UH_BACKUP_FOLDER, path)) != UH_OK) {
        return SQLITE_CANTOPEN;
    }
    /* two at once would write one file: whoever comes second leaves it to the first */
    const int lock = uh_lock_open(path);
    if (lock < 0 || uh_lock_take(lock, true, 0) != UH_OK) {
        (void)close(lock);
        return lock < 0 ? SQLITE_CANTOPEN : SQLITE_BUSY;
    }
    write_name(uh_date_at(now, 0), version, name);
    (void)path_in(folder, name, path);
    (void)path_in(folder, draft, new_path);
    int code = copy_and_check(database, schema, new_path);
    code = code == SQLITE_OK ? put_in_place(folder, new_path, path, now) : code;
    if (code == SQLITE_OK) {
        let_go(folder);
    } else {
        (void)uh_file_remove(new_path);
    }
    (void)close(lock);
    return code;
}

/* -- using -- */

/* Is `a` to be tried before `b`? */
static bool is_better(const backup *a, const backup *b, uh_date today)
{
    const bool a_is_of_past = a->day.days <= today.days;
    const bool b_is_of_past = b->day.days <= today.days;
    if (a_is_of_past != b_is_of_past) {
        return a_is_of_past;
    }
    if (a->day.days != b->day.days) {
        return a->day.days > b->day.days;
    }
    return a->daily && !b->daily; /* made after the migration of that day */
}

static backup *take_best(backups *list, uh_date today)
{
    backup *best = NULL;
    for (uint32_t i = 0; i < list->count; i++) {
        backup *one = &list->all[i];
        if (one->name[0] != '\0' && (best == NULL || is_better(one, best, today))) {
            best = one;
        }
    }
    return best;
}

/* The file's own time says more than its name, unless it was copied here later. */
static uh_unix_ms time_of(const char *path, uh_date day)
{
    const uh_unix_ms at = uh_file_time(path);
    const uh_unix_ms began = {day.days * UH_DAY_MS + UH_DAY_BEGINS_MS};
    return uh_date_at(at, 0).days == day.days ? at : began;
}

static int bring_up_to_date(const char *path, const uh_schema *schema)
{
    uh_database database;
    uh_database_fault fault;
    int code = uh_database_open(path, UH_DATABASE_ALONE, schema, 0, &fault, &database);
    if (code == SQLITE_OK) {
        code = uh_database_migrate(&database, schema);
        uh_database_close(&database);
    }
    return code;
}

/* Copies one to `path` where it is good. SQLITE_CORRUPT: it is not. */
static int restore_one(const char *from, const uh_schema *schema, const char *path)
{
    uh_database backup_database;
    uh_database_fault fault;
    int code = uh_database_open(from, UH_DATABASE_STILL, schema, 0, &fault, &backup_database);
    if (code != SQLITE_OK) {
        return code == SQLITE_NOMEM ? code : SQLITE_CORRUPT;
    }
    const bool old = backup_database.version < schema->version;
    code = backup_database.newer ? SQLITE_CORRUPT : uh_database_check(&backup_database);
    if (code == SQLITE_OK) {
        code = uh_file_make(path) == UH_OK ? uh_database_copy(&backup_database, path)
                                           : SQLITE_CANTOPEN;
    }
    uh_database_close(&backup_database);
    return code == SQLITE_OK && old ? bring_up_to_date(path, schema) : code;
}

int uh_backup_restore(const char *folder, const uh_schema *schema, uh_date today, const char *path,
                      uh_unix_ms *ret_made)
{
    backups *list = list_all(folder);
    if (list == NULL) {
        return SQLITE_NOMEM;
    }
    int code = SQLITE_NOTFOUND;
    for (backup *best = take_best(list, today); best != NULL; best = take_best(list, today)) {
        char from[UH_STORE_PATH_SIZE];
        (void)path_in(folder, best->name, from);
        code = restore_one(from, schema, path);
        if (code == SQLITE_OK) {
            *ret_made = time_of(from, best->day);
        }
        if (code != SQLITE_CORRUPT) {
            break;
        }
        best->name[0] = '\0'; /* this one is not good: the next */
        code = SQLITE_NOTFOUND;
    }
    free(list);
    return code;
}

uh_unix_ms uh_backup_newest(const char *folder)
{
    uh_unix_ms newest = UH_NO_TIME;
    backups *list = list_all(folder);
    for (uint32_t i = 0; list != NULL && i < list->count; i++) {
        char path[UH_STORE_PATH_SIZE];
        const uh_unix_ms made = time_of(path_in(folder, list->all[i].name, path), list->all[i].day);
        newest = made.ms > newest.ms ? made : newest;
    }
    free(list);
    return newest;
}
