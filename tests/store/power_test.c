/* SPDX-License-Identifier: MIT */
/* The power fails after each single write of a run, and within each write of the log at each
 * sector: whatever had reached the disk by then opens sound and has every fact that was
 * acknowledged. */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/backup.h"
#include "store/cell.h"
#include "store/machine.h"
#include "store/made.h"
#include "store/sqlite.h"

enum { SECTOR = 512, FACTS_MAX = 128, FILES_MAX = 64, SETS = 4 };

/* -- what was acknowledged, and after how many steps -- */

static struct {
    uh_fact fact;
    uint32_t steps;
} acknowledged[FACTS_MAX];
static uint32_t acknowledged_count;

static void acknowledge(uh_fact fact)
{
    assert_true(acknowledged_count < FACTS_MAX);
    acknowledged[acknowledged_count].fact = fact;
    acknowledged[acknowledged_count++].steps = machine_steps();
}

static uh_store *open_in(const char *name, int64_t later_ms, uh_store_report *ret_report)
{
    uh_sqlite_options options = uh_sqlite_usual();
    uh_store *store = NULL;
    options.busy_ms = 0;
    assert_int_equal(uh_sqlite_open(made_path(name), (uh_unix_ms){MADE_NOON_MS + later_ms},
                                    &options, ret_report, &store),
                     UH_OK);
    return store;
}

static void put(uh_store *store, uh_fact fact)
{
    assert_int_equal(uh_store_put(store, &fact), UH_OK);
    acknowledge(fact);
}

static void put_session(uh_store *store, const char *id, int day)
{
    const uh_fact act[] = {made_session(id, day), made_entry(id, 0), made_entry(id, 1)};
    assert_int_equal(uh_store_begin(store), UH_OK);
    for (size_t i = 0; i < UH_COUNT(act); i++) {
        assert_int_equal(uh_store_put(store, &act[i]), UH_OK);
    }
    assert_int_equal(uh_store_commit(store), UH_OK);
    for (size_t i = 0; i < UH_COUNT(act); i++) {
        acknowledge(act[i]);
    }
    for (uint32_t i = 0; i < SETS; i++) {
        put(store, made_set(id, day, i, 1));
    }
}

/* From nothing: a first day, a second one with a backup, a day on which the database fails and
 * facts go to the journal, a day that drains it, and a restored history. */
static void play(void)
{
    uh_store_report report;
    uh_store *store = open_in("h", 0, &report);
    put_session(store, "a", 0);
    put(store, made_setting("voice", "off"));
    uh_store_close(store);

    store = open_in("h", MADE_DAY_MS, &report);
    put_session(store, "b", 1);
    machine_fail(MACHINE_SYNC | MACHINE_DATABASE, 1, true, EIO);
    const uh_fact waits[] = {made_set("b", 1, 8, 1), made_rating("r", "b", 1, 3)};
    for (size_t i = 0; i < UH_COUNT(waits); i++) {
        assert_int_equal(uh_store_put(store, &waits[i]), UH_ERR_PENDING);
        acknowledge(waits[i]); /* it is in the journal */
    }
    uh_store_close(store);
    (void)machine_heal();

    store = open_in("h", MADE_DAY_MS, &report);
    assert_int_equal(report.drained, 2);
    put_session(store, "c", 1);
    uh_store_close(store);
}

/* -- the disk, as it was after some steps -- */

typedef struct disk_file {
    char path[256];
    bool is_folder;
    unsigned char *bytes;
    uint64_t length;
    bool is_synced;
    unsigned char *synced; /* as it was when it was last synchronized */
    uint64_t synced_length;
} disk_file;

static disk_file files[FILES_MAX];
static uint32_t file_count;

static disk_file *find(const char *path)
{
    for (uint32_t i = 0; i < file_count; i++) {
        if (strcmp(files[i].path, path) == 0) {
            return &files[i];
        }
    }
    return NULL;
}

static disk_file *find_or_make(const char *path)
{
    disk_file *file = find(path);
    if (file == NULL) {
        assert_true(file_count < FILES_MAX);
        file = &files[file_count++];
        *file = (disk_file){.bytes = NULL};
        (void)snprintf(file->path, sizeof file->path, "%s", path);
    }
    return file;
}

static void forget(const char *path)
{
    disk_file *file = find(path);
    if (file != NULL) {
        free(file->bytes);
        free(file->synced);
        *file = files[--file_count];
    }
}

static void set_length(disk_file *file, uint64_t length)
{
    file->bytes = realloc(file->bytes, length + 1);
    assert_non_null(file->bytes);
    if (length > file->length) {
        memset(file->bytes + file->length, 0, length - file->length);
    }
    file->length = length;
}

static void write_bytes(const char *path, const unsigned char *bytes, uint64_t length,
                        uint64_t offset)
{
    disk_file *file = find_or_make(path);
    if (offset + length > file->length) {
        set_length(file, offset + length);
    }
    memcpy(file->bytes + offset, bytes, length);
}

static unsigned char *copied(const unsigned char *bytes, uint64_t length)
{
    unsigned char *copy = malloc(length + 1);
    assert_non_null(copy);
    if (length > 0) {
        memcpy(copy, bytes, length);
    }
    return copy;
}

static void synchronize(const char *path)
{
    disk_file *file = find(path);
    if (file != NULL) { /* a folder's names are taken to be in the order of their making */
        free(file->synced);
        file->synced = copied(file->bytes, file->length);
        file->synced_length = file->length;
        file->is_synced = true;
    }
}

static void copy_name(const char *path, const char *other)
{
    forget(other);
    const disk_file *from = find(path);
    if (from == NULL) {
        fail_msg("%s was never made", path);
        return;
    }
    disk_file copy = *from;
    copy.bytes = copied(from->bytes, from->length);
    copy.synced = copied(from->synced, from->synced_length);
    (void)snprintf(copy.path, sizeof copy.path, "%s", other);
    assert_true(file_count < FILES_MAX);
    files[file_count++] = copy;
}

static void do_step(const machine_step *step)
{
    switch (step->act) {
    case MACHINE_ACT_MAKE:
        (void)find_or_make(step->path);
        return;
    case MACHINE_ACT_WRITE:
        write_bytes(step->path, step->bytes, step->length, step->offset);
        return;
    case MACHINE_ACT_TRUNCATE:
        set_length(find_or_make(step->path), step->length);
        return;
    case MACHINE_ACT_LINK:
        copy_name(step->path, step->other);
        return;
    case MACHINE_ACT_RENAME:
        copy_name(step->path, step->other);
        forget(step->path);
        return;
    case MACHINE_ACT_REMOVE:
    case MACHINE_ACT_GONE:
        forget(step->path);
        return;
    case MACHINE_ACT_FOLDER:
        find_or_make(step->path)->is_folder = true;
        return;
    case MACHINE_ACT_SYNC:
        synchronize(step->path);
        return;
    }
}

static void lay_out_file(const disk_file *file, const char *name, bool synced_only)
{
    if (!synced_only) {
        made_write(made_path(name), file->bytes, file->length);
    } else if (file->is_synced) {
        made_write(made_path(name), file->synced, file->synced_length);
    }
}

static void lay_out(bool synced_only)
{
    made_remove(made_path("after"));
    assert_int_equal(mkdir(made_path("after"), 0700), 0);
    for (int folders = 1; folders >= 0; folders--) {
        for (uint32_t i = 0; i < file_count; i++) {
            char name[sizeof files[i].path + 8];
            (void)snprintf(name, sizeof name, "after/%.255s", files[i].path);
            if (files[i].is_folder && folders == 1) {
                assert_int_equal(mkdir(made_path(name), 0700), 0);
            } else if (!files[i].is_folder && folders == 0) {
                lay_out_file(&files[i], name, synced_only);
            }
        }
    }
}

/* -- what has to hold in each state -- */

static bool assert_whole(void *to, const char *name)
{
    uh_database backup;
    uh_database_fault fault;
    char path[UH_STORE_PATH_SIZE];
    (void)to;
    if (uh_backup_day(name).days != UH_NO_DATE.days) {
        (void)uh_folder_path(made_path("after/h/backups"), name, path);
        assert_int_equal(
            uh_database_open(path, UH_DATABASE_STILL, uh_schema_now(), 0, &fault, &backup),
            SQLITE_OK);
        assert_int_equal(uh_database_check(&backup), SQLITE_OK);
        uh_database_close(&backup);
    }
    return true;
}

static bool may_be_restored;

static void assert_opens(uint32_t steps, uint64_t bytes, bool synced_only)
{
    uh_store_report report;
    lay_out(synced_only);
    uh_folder_list(made_path("after/h/backups"), assert_whole, NULL);
    uh_store *store = open_in("after/h", MADE_DAY_MS, &report);
    if (report.trouble != UH_STORE_SOUND &&
        !(may_be_restored && report.trouble == UH_STORE_RESTORED)) {
        fail_msg("after %u steps and %llu bytes%s: trouble %d %s", (unsigned)steps,
                 (unsigned long long)bytes, synced_only ? " (synced)" : "", (int)report.trouble,
                 report.detail);
    }
    for (uint32_t i = 0; i < acknowledged_count; i++) {
        uh_fact got = acknowledged[i].fact;
        if (acknowledged[i].steps <= steps &&
            (uh_store_get(store, &got) != UH_OK || !uh_fact_equal(&got, &acknowledged[i].fact))) {
            fail_msg("after %u steps and %llu bytes%s: fact %u is gone", (unsigned)steps,
                     (unsigned long long)bytes, synced_only ? " (synced)" : "", (unsigned)i);
        }
    }
    uh_store_close(store);
}

static bool is_log(const char *path)
{
    const size_t length = strlen(path);
    return length > 4 && strcmp(path + length - 4, "-wal") == 0;
}

/* Parts of one write: sectors that came, sectors that did not. */
static uint32_t tear(const machine_step *step, uint32_t steps)
{
    uint32_t states = 0;
    if (step->act != MACHINE_ACT_WRITE || !is_log(step->path)) {
        return 0;
    }
    for (uint64_t length = SECTOR; length < step->length; length += SECTOR) {
        write_bytes(step->path, step->bytes, length, step->offset);
        assert_opens(steps, length, false);
        states++;
    }
    return states;
}

static void forget_all(void)
{
    while (file_count > 0) {
        forget(files[0].path);
    }
    acknowledged_count = 0;
}

/* Every state of the disk from a step on. */
static void try_every_state(uint32_t from)
{
    uint32_t states = 0;
    assert_true(machine_steps() > from);
    for (uint32_t i = 0; i < machine_steps(); i++) {
        const machine_step *step = machine_step_at(i);
        states += i >= from ? tear(step, i) : 0;
        do_step(step);
        if (i >= from && step->act != MACHINE_ACT_SYNC) {
            assert_opens(i + 1, 0, false);
            assert_opens(i + 1, 0, true);
            states += 2;
        }
    }
    print_message("  %u steps, %u states of the disk, %u acknowledged facts\n",
                  (unsigned)(machine_steps() - from), (unsigned)states,
                  (unsigned)acknowledged_count);
    forget_all();
}

static void the_power_may_fail_after_any_write_and_within_any_write_of_the_log(void **state)
{
    machine_watch(made_folder());
    play();
    machine_unwatch();
    try_every_state(0);
    made_folder_end();
}

static void the_power_may_fail_while_a_damaged_history_is_restored(void **state)
{
    uh_store_report report;
    machine_watch(made_folder());
    uh_store *store = open_in("h", 0, &report);
    put_session(store, "a", 0);
    uh_store_close(store);
    uh_store_close(open_in("h", MADE_DAY_MS, &report)); /* makes the backup */
    const int fd = open(made_path("h/history.db"), O_WRONLY);
    assert_true(fd >= 0);
    assert_int_equal(ftruncate(fd, 20000), 0);
    (void)close(fd);
    const uint32_t damaged = machine_steps();
    store = open_in("h", MADE_DAY_MS, &report);
    assert_int_equal(report.trouble, UH_STORE_RESTORED);
    uh_store_close(store);
    machine_unwatch();
    may_be_restored = true;
    try_every_state(damaged);
    may_be_restored = false;
    made_folder_end();
}

int main(void)
{
    machine_install();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_power_may_fail_after_any_write_and_within_any_write_of_the_log),
        cmocka_unit_test(the_power_may_fail_while_a_damaged_history_is_restored),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
